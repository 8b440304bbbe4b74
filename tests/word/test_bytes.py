"""Same input, same bytes; and the file is whole by the rules Word goes by."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree

from docgen.word.blocks import Block, bookmark_name, bookmark_names
from docgen.word.document import DocumentValues
from docgen.word.names import CORE, DC, DCTERMS, w
from docgen.word.reading import clause_bookmarks, provenance
from scripts.make_frames import FRAMES
from tests.word.form import Form, parts_of
from tests.word.sample import LONG_NAMES, PROVENANCE, ROOT, SAMPLE, frame

PROGRAM = """
import hashlib
from tests.word.sample import PROVENANCE, SAMPLE, frame
print(hashlib.sha256(frame().render(SAMPLE, PROVENANCE)).hexdigest())
"""


def test_two_processes_two_hash_seeds_two_seconds_apart_give_the_same_bytes() -> None:
    found = []
    for seed in ("1", "4242"):
        made = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True,
                              env={**os.environ, "PYTHONHASHSEED": seed})
        found.append(made.stdout.strip())
        time.sleep(2 if seed == "1" else 0)
    assert found[0] == found[1] == hashlib.sha256(frame().render(SAMPLE, PROVENANCE)).hexdigest()


def test_zip_dates_order_and_traces() -> None:
    with zipfile.ZipFile(BytesIO(frame().render(SAMPLE, PROVENANCE))) as archive:
        members = archive.infolist()
        assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
        assert [member.filename for member in members] == sorted(member.filename for member in members)
        assert {(m.create_system, m.external_attr, m.extra, m.comment) for m in members} == {(0, 0, b"", b"")}
        assert archive.testzip() is None and archive.comment == b""


def test_a_document_stays_small() -> None:
    assert len(frame().render(LONG_NAMES, PROVENANCE)) < 25_000


@pytest.mark.parametrize("place", sorted(FRAMES))
def test_shipped_frames_are_what_the_script_builds(place: str) -> None:
    assert parts_of((ROOT / place).read_bytes()) == parts_of(FRAMES[place]())


@pytest.mark.parametrize("hidden", [PROVENANCE, b""])
def test_every_arrow_leads_somewhere_and_every_part_has_a_kind(hidden: bytes) -> None:
    parts = Form(frame().render(SAMPLE, hidden)).parts
    types = etree.fromstring(parts["[Content_Types].xml"])
    endings = {element.get("Extension") for element in types if element.get("Extension")}
    named = [element.get("PartName") for element in types if element.get("PartName")]
    assert len(named) == len(set(named))
    for part in named:
        assert (part or "").lstrip("/") in parts
    for part in parts:
        assert part == "[Content_Types].xml" or f"/{part}" in named or part.rpartition(".")[2] in endings
        if part.endswith(".rels"):
            root = etree.fromstring(parts[part])
            keys = [arrow.get("Id") for arrow in root]
            assert len(keys) == len(set(keys))
            folder = part.replace("_rels/", "").rpartition("/")[0]
            for arrow in root:
                assert arrow.get("TargetMode") is None
                target = os.path.normpath(f"{folder}/{arrow.get('Target')}").lstrip("/")
                assert target in parts, (part, target)
    assert ("customXml/item1.xml" in parts) is bool(hidden)


def test_identities_are_unique_and_ranges_balanced() -> None:
    root = Form(frame().render(SAMPLE)).root
    starts = [mark.get(w("id")) for mark in root.iter(w("bookmarkStart"))]
    ends = [mark.get(w("id")) for mark in root.iter(w("bookmarkEnd"))]
    names = [(mark.get(w("name")) or "").lower() for mark in root.iter(w("bookmarkStart"))]
    assert starts == ends and len(starts) == len(set(starts)) == len(set(names)) == sum(
        bool(block.bookmark) for block in SAMPLE.blocks)
    for table_cell in root.iter(w("tc")):
        assert table_cell[-1].tag == w("p"), "Word calls a cell that does not end in a paragraph damaged"
    for style in root.iter(w("pStyle")):
        assert style.get(w("val")) in Form(frame().render(SAMPLE)).styles


def test_bookmarks_lie_round_the_text_of_their_clause() -> None:
    form = Form(frame().render(SAMPLE))
    mark = next(m for m in form.root.iter(w("bookmarkStart")) if m.get(w("name")) == "_dg_d1_k2")
    paragraph = mark.getparent()
    assert paragraph is not None and form.line(paragraph).text.startswith("2. Chi bộ")
    order = [str(element.tag).rpartition("}")[2] for element in paragraph]
    assert order == ["pPr", "bookmarkStart", "r", "bookmarkEnd"]
    assert clause_bookmarks(frame().render(SAMPLE))[:3] == ("_dg_chuong_I", "_dg_d1", "_dg_d1_k1")


def test_bookmark_names_are_short_hidden_and_told_apart() -> None:
    assert bookmark_name("pham-vi.noi-dung") == "_dg_pham_vi_noi_dung"
    long = "chuong-hai.nhiem-vu.quyen-han.bi-thu.trieu-tap-hoi-nghi"
    assert len(bookmark_name(long)) == 40 and bookmark_name(long) != bookmark_name(long + "-2")
    assert bookmark_names(["a-b", "a.b", "A_b", ""]) == ("_dg_a_b", "_dg_a_b_2", "_dg_A_b_3", "")


def test_unknown_kind_of_block_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown kind"):
        Block("khoản", "1. …")


def test_properties_title_and_date_from_the_data_no_author_no_clock() -> None:
    core = etree.fromstring(Form(frame().render(SAMPLE)).parts["docProps/core.xml"])
    assert core.findtext(f"{{{DC}}}title") == SAMPLE.title
    assert core.findtext(f"{{{DCTERMS}}}created") == "2026-06-05T00:00:00Z"
    assert core.find(f"{{{DC}}}creator") is None and core.find(f"{{{CORE}}}lastModifiedBy") is None
    undated = Form(frame().render(replace(SAMPLE, dated=""))).parts
    assert b"dcterms:created" not in undated["docProps/core.xml"]
    assert "docProps/app.xml" not in undated


def test_provenance_is_found_by_its_namespace_and_nothing_hides_without_it() -> None:
    made = frame().render(SAMPLE, PROVENANCE, own=b"<made/>")
    mark = f'<made/><text sha256="{hashlib.sha256(parts_of(made)["word/document.xml"]).hexdigest()}"/></provenance>'
    assert provenance(made) == PROVENANCE.removesuffix(b"</provenance>") + mark.encode()
    assert provenance(frame().render(SAMPLE)) is None
    with pytest.raises(ValueError, match="namespace"):
        frame().render(SAMPLE, b"<a/>")


def test_an_empty_document_is_still_a_whole_file() -> None:
    form = Form(frame().render(DocumentValues()))
    assert form.root.find(w("body")) is not None
