"""A copy to be signed and sent on: nothing in the file that is not on the paper, whoever saved the frame last."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from docgen.word.archive import pack, write_zip
from docgen.word.blocks import Block
from docgen.word.document import DocumentValues
from docgen.word.frame import compile_frame
from docgen.word.names import CONTENT_TYPES, CORE, DC, DCTERMS, R, W, w
from docgen.word.reading import clause_bookmarks, provenance
from tests.word.agreements import AGREEMENT_FRAME, FOUR
from tests.word.form import Form, parts_of
from tests.word.sample import FRAME, SAMPLE

MAIN = "http://schemas.openxmlformats.org/officeDocument/2006"
WRITTEN_BY = "Người Soạn Khung"
PLAIN_PARTS = {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels",
               "word/document.xml", "word/header1.xml", "word/settings.xml", "word/styles.xml"}


def final(values: DocumentValues) -> DocumentValues:
    """Return the same paper as drafting hands it over for a final copy."""
    return replace(values, draft_mark="", title="", dated="", blocks=tuple(
        replace(block, bookmark="") for block in values.blocks))


def arrow(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'


def saved_by_word(content: bytes) -> bytes:
    """Return a frame with everything Word and an office's server leave in a file about its writer."""
    parts = parts_of(content)
    core = (f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="{DC}" xmlns:dcterms="{DCTERMS}">'
            f"<dc:creator>{WRITTEN_BY}</dc:creator><cp:lastModifiedBy>{WRITTEN_BY}</cp:lastModifiedBy>"
            "<dcterms:created>2026-01-02T03:04:05Z</dcterms:created></cp:coreProperties>")
    app = (f'<Properties xmlns="{MAIN}/extended-properties"><Template>mau-quy-che.dotx</Template>'
           f"<TotalTime>77</TotalTime><Company>{WRITTEN_BY}</Company>"
           "<Application>Microsoft Office Word</Application></Properties>")
    added = {
        "docProps/core.xml": core, "docProps/app.xml": app,
        "docProps/custom.xml": f'<Properties xmlns="{MAIN}/custom-properties"><a>{WRITTEN_BY}</a></Properties>',
        "docMetadata/LabelInfo.xml": f"<labels><label>{WRITTEN_BY}</label></labels>",
        "customXml/item1.xml": f"<b:Sources xmlns:b='urn:b'><b:Author>{WRITTEN_BY}</b:Author></b:Sources>",
        "customXml/itemProps1.xml": "<ds:datastoreItem xmlns:ds='urn:d'/>",
        "customXml/_rels/item1.xml.rels": f"<Relationships>{arrow('rId1', f'{R}/customXmlProps', 'itemProps1.xml')}"
                                          "</Relationships>",
        "word/people.xml": f'<w:people xmlns:w="{W}"><w:person w:author="{WRITTEN_BY}"/></w:people>',
        "word/glossary/document.xml": f'<w:glossaryDocument xmlns:w="{W}"><w:t>{WRITTEN_BY}</w:t></w:glossaryDocument>',
    }
    parts |= {name: text.encode() for name, text in added.items()}
    office = "http://schemas.microsoft.com/office"
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", (
        arrow("a1", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
              "docProps/core.xml")
        + arrow("a2", f"{R}/extended-properties", "docProps/app.xml")
        + arrow("a3", f"{R}/custom-properties", "docProps/custom.xml")
        + arrow("a4", f"{office}/2020/02/relationships/classificationlabels", "docMetadata/LabelInfo.xml")
        + "</Relationships>").encode())
    place = "word/_rels/document.xml.rels"
    parts[place] = parts[place].replace(b"</Relationships>", (
        arrow("a5", f"{R}/customXml", "../customXml/item1.xml")
        + arrow("a6", f"{office}/2011/relationships/people", "people.xml")
        + arrow("a7", f"{R}/glossaryDocument", "glossary/document.xml") + "</Relationships>").encode())
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(b"</w:settings>", (
        f'<w:docVars><w:docVar w:name="soan" w:val="{WRITTEN_BY}"/></w:docVars>'
        '<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>'
        '<w15:docId xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" w15:val="{5A}"/>'
        "</w:settings>").encode())
    return write_zip(pack(name, part) for name, part in parts.items())


@pytest.mark.parametrize("frame", [FRAME.read_bytes(), saved_by_word(FRAME.read_bytes()), AGREEMENT_FRAME.read_bytes(),
                                   saved_by_word(AGREEMENT_FRAME.read_bytes())])
@pytest.mark.parametrize("values", [SAMPLE, FOUR])
def test_a_final_copy_holds_nothing_but_the_paper(frame: bytes, values: DocumentValues) -> None:
    made = compile_frame(frame, "khung.docx").render(final(values))
    parts = parts_of(made)
    assert set(parts) == PLAIN_PARTS
    everything = b"\n".join(parts.values())
    for trace in (WRITTEN_BY, "docgen", "_dg_", "mau-quy-che", "Microsoft Office Word", "rsid", "docId", "docVar",
                  "2026-01-02", "bookmark", "urn:docgen"):
        assert trace.encode() not in everything, trace
    assert clause_bookmarks(made) == () and provenance(made) is None
    assert not re.search(rb"<w:(?:ins|del|comment\w*|vanish|proofErr)\b", parts["word/document.xml"])
    assert b"{" not in parts["word/document.xml"]


def test_properties_of_a_final_copy_are_empty_and_there_is_no_page_about_the_program() -> None:
    parts = parts_of(compile_frame(FRAME.read_bytes(), "x").render(final(SAMPLE)))
    core = etree.fromstring(parts["docProps/core.xml"])
    assert core.tag == f"{{{CORE}}}coreProperties" and len(core) == 0 and not (core.text or "").strip()
    assert "docProps/app.xml" not in parts and "docProps/custom.xml" not in parts


def test_every_arrow_and_kind_of_a_final_copy_leads_to_a_part() -> None:
    parts = parts_of(compile_frame(saved_by_word(FRAME.read_bytes()), "x").render(final(SAMPLE)))
    targets = [element.get("Target", "") for element in etree.fromstring(parts["word/_rels/document.xml.rels"])]
    assert sorted(targets) == ["header1.xml", "settings.xml", "styles.xml"]
    assert [element.get("Target") for element in etree.fromstring(parts["_rels/.rels"])] == [
        "word/document.xml", "docProps/core.xml"]
    named = {element.get("PartName", "").lstrip("/") for element in etree.fromstring(parts["[Content_Types].xml"])
             if element.tag == f"{{{CONTENT_TYPES}}}Override"}
    assert named == {"word/document.xml", "word/styles.xml", "word/settings.xml", "word/header1.xml",
                     "docProps/core.xml"}


def test_a_final_copy_prints_the_same_words_as_the_draft() -> None:
    frame = compile_frame(FRAME.read_bytes(), "x")
    draft = [line.text for line in Form(frame.render(replace(SAMPLE, draft_mark=""))).lines]
    assert [line.text for line in Form(frame.render(final(SAMPLE))).lines] == draft


def test_a_draft_still_carries_its_marks() -> None:
    values = replace(SAMPLE, blocks=(Block("clause", "1. A", bookmark="a"),))
    made = compile_frame(FRAME.read_bytes(), "x").render(values)
    assert clause_bookmarks(made) == ("_dg_a",)
    assert list(Form(made).root.iter(w("bookmarkStart")))
