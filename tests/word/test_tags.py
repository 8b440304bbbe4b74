"""Broken tags: each is told with its paragraph, all in one go, with the nearest known name."""

from __future__ import annotations

import pytest

from docgen.messages import use
from docgen.model.finding import FaultsFound, Finding
from docgen.word.frame import compile_frame
from docgen.word.reading import read_docx
from tests.word.packing import line, replaced, with_body
from tests.word.sample import SAMPLE

ALL_KINDS = (
    line("{%p for block in blocks %}") + line("{{ block.text }}") + line("{{ block.heading }}{{ block.rest }}")
    + line("{%p endfor %}")
)


def findings(content: bytes) -> list[Finding]:
    with pytest.raises(FaultsFound) as caught:
        compile_frame(content, "khung.docx")
    return list(caught.value.findings)


BROKEN = {
    "{{ number": "tag.open",
    "number }}": "tag.open",
    "{{ number } }": "tag.open",
    "{{ numbr }}": "tag.unknown_name",
    "{{ number.upper() }}": "tag.unknown_name",
    "{{ number|uper }}": "tag.broken",
    "{{ number number }}": "tag.broken",
    "{{r number }}": "tag.rich",
    "{{- number }}": "tag.dash",
    "{% include 'a' %}": "tag.statement",
    "{%tc if seal %}": "tag.statement",
    "{% colspan 2 %}": "tag.statement",
    "{%p if duplex %}": "tag.unclosed",
    "{%p endif %}": "tag.unopened",
    "{% if seal %}a": "tag.unclosed",
    "{% if seal %}a{%p endif %}": "tag.not_alone",
    "{%tr if seal %}": "tag.row",
    "Chữ {%p set x = number %}": "tag.not_alone",
    "{%p for a, b in blocks %}": "tag.loop",
    "{%p for b in blocks %}{{ b.txt }}": "tag.not_alone",
    "{{ loop.index }}": "tag.unknown_name",
    "{{ ''.__class__ }}": "frame.trial",
    "{{ number ** 9 }}": "frame.trial",
}


@pytest.mark.parametrize("text", sorted(BROKEN))
def test_a_broken_tag_is_told_with_its_place(text: str) -> None:
    found = findings(with_body(line("Đầu") + line(text) + ALL_KINDS))
    assert BROKEN[text] in [finding.code for finding in found]
    if BROKEN[text].startswith("tag."):
        told = next(finding for finding in found if finding.code == BROKEN[text])
        assert told.line == 2 and text[:20] in str(told.message) and str(told.remedy)


def test_all_broken_tags_come_at_once_with_the_nearest_name() -> None:
    use("en")
    body = line("{{ numbr }}") + line("{{ recipents }}") + line("{{ kind") + line("{%p if duplex %}") + ALL_KINDS
    found = findings(with_body(body))
    assert [(finding.line, finding.code) for finding in found] == [
        (1, "tag.unknown_name"), (2, "tag.unknown_name"), (3, "tag.open"), (4, "tag.unclosed")]
    assert "“number”" in str(found[0].remedy) and "“recipients”" in str(found[1].remedy)
    assert "Paragraph 1 of document.xml (“{{ numbr }}”)" in str(found[0].message)


def test_a_part_of_a_block_is_checked_too() -> None:
    body = line("{%p for b in blocks %}") + line("{{ b.txt }}") + line("{%p endfor %}")
    found = findings(with_body(body))
    assert [finding.code for finding in found] == ["tag.unknown_name"] and "b.text" in str(found[0].remedy)


def test_tags_in_a_row_must_be_alone_and_close_in_their_table() -> None:
    def table(*texts: str) -> str:
        rows = "".join(f"<w:tr><w:tc>{line(text)}</w:tc></w:tr>" for text in texts)
        return f"<w:tbl>{rows}</w:tbl>"

    good = table("{%tr for line in recipients %}", "{{ line }}", "{%tr endfor %}")
    made = compile_frame(with_body(good + ALL_KINDS), "x").render(SAMPLE)
    assert [found.text for found in read_docx(made, "x") if found.in_table] == list(SAMPLE.recipients)
    crossed = table("{%tr if seal %}", "a") + table("b", "{%tr endif %}")
    assert "tag.crossed" in [finding.code for finding in findings(with_body(crossed + ALL_KINDS))]
    lost = table("chữ {%tr if seal %}", "a", "{%tr endif %}")
    assert "tag.not_alone" in [finding.code for finding in findings(with_body(lost + ALL_KINDS))]


def test_a_cell_that_may_be_left_empty_is_refused() -> None:
    cell = line("{%p if duplex %}") + line("a") + line("{%p endif %}")
    found = findings(with_body(f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>{ALL_KINDS}"))
    assert [finding.code for finding in found] == ["frame.empty_cell"]


def test_a_frame_that_forgets_a_kind_of_block_is_refused() -> None:
    found = findings(replaced('elif block.kind == "dash"', 'elif block.kind == "dish"'))
    assert {finding.code for finding in found} == {"frame.lost_block"}
    assert any("dash" in str(finding.message) for finding in found)


def test_a_tag_where_no_text_is_printed_is_refused() -> None:
    hidden = '<w:p><w:r><w:instrText>{{ number }}</w:instrText></w:r></w:p><w:p><w:r><w:t w:x="{% x %}"/></w:r></w:p>'
    assert [finding.code for finding in findings(with_body(hidden + ALL_KINDS))] == ["tag.hidden", "tag.hidden"]


def test_tags_word_has_cut_into_runs_still_work() -> None:
    cut = ("<w:p><w:r><w:t>{</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>{ num</w:t></w:r>"
           "<w:r><w:t>ber }</w:t></w:r><w:r><w:t>} và “{{ kind|lower }}”</w:t></w:r></w:p>")
    made = compile_frame(with_body(cut + ALL_KINDS), "x").render(SAMPLE)
    assert read_docx(made, "x")[0].text == f"{SAMPLE.number} và “quy chế”"


def test_a_filter_sees_the_value_not_its_xml() -> None:
    body = line("{{ recipients|join(' &amp; ') }}") + line("{{ number|upper }}") + line("{# ghi chú #}") + ALL_KINDS
    made = compile_frame(with_body(body), "x").render(SAMPLE)
    texts = [found.text for found in read_docx(made, "x")]
    assert texts[:3] == [" & ".join(SAMPLE.recipients), SAMPLE.number.upper(), ""]
    looped = line("{%p for b in blocks %}") + line("{{ b.text|upper }}{{ b.heading }}{{ b.rest }}") + line(
        "{%p endfor %}")
    found = findings(with_body(looped))
    assert {finding.code for finding in found} == {"frame.lost_block"}, "the trial wants the words as they are"


def test_smart_quotes_typed_by_word_are_understood() -> None:
    body = line("{% if kind == “QUY CHẾ” %}đúng{% else %}sai{% endif %}") + ALL_KINDS
    assert read_docx(compile_frame(with_body(body), "x").render(SAMPLE), "x")[0].text == "đúng"
