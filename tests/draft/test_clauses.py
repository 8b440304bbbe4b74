from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.draft.legal_basis import EditionFact, check_legal_basis
from docgen.draft.template import compile_texts
from docgen.messages import use
from tests.draft.samples import CLAUSES, FIELDS, body, faults, fields, template


@pytest.fixture(autouse=True)
def _in_english() -> None:
    use("en")


@given(st.text())
def test_any_text_is_compiled_without_an_exception(text: str) -> None:
    faults(text)
    faults(body("{id: a, kind: local}\n1. " + text))


@given(st.lists(st.sampled_from([*CLAUSES.splitlines(keepends=True), "{{ x\n", "{% if %}\n", "# Lạ\n", "<!--\n"])))
def test_any_lines_of_a_wording_are_compiled_without_an_exception(lines: list[str]) -> None:
    for finding in faults("".join(lines)):
        assert finding.line >= 1
        assert str(finding.message)
        assert finding.file == "clauses.md"


def test_the_sample_wording_has_no_fault() -> None:
    assert faults(CLAUSES) == ()
    assert [clause.id for clause in template().clauses.clauses][:3] == ["trich-yeu", "can-cu.mot", "can-cu.hai"]


@pytest.mark.parametrize(("block", "code", "line", "words"), [
    ("1. chữ", "clause-attributes", 6, "no line of attributes"),
    ("{kind: local}\n1. chữ", "clause-id", 6, "no id"),
    ("{id: Chữ Hoa, kind: local}\n1. chữ", "clause-id", 6, "no id of a clause"),
    ("{id: dieu, kind: local}\n1. chữ", "clause-id", 6, "stands twice; first in line 3"),
    ("{id: a, knid: local}\n1. chữ", "clause-attributes", 6, "no attribute 'knid'"),
    ("{id: a, kind: lokal}\n1. chữ", "clause-kind", 6, "no kind 'lokal'"),
    ("{id: a}\n1. chữ", "clause-kind", 6, "does not say of which kind"),
    ("{id: a, kind: adapted}\n1. chữ", "clause-basis", 6, "names its legal basis"),
    ("{id: a, kind: verbatim}\n1. chữ", "clause-basis", 6, "names its legal basis"),
    ("{id: a, kind: adapted, basis: [dieu-9]}\n1. chữ", "clause-basis", 6, "no legal basis"),
    ("{id: a, kind: adapted, basis: [x:a, x:b, x:c, x:d]}\n1. chữ", "clause-basis", 6, "at most 3"),
    ("{id: a, kind: adapted, basis: [x:a, x:a]}\n1. chữ", "clause-basis", 6, "stands twice"),
    ("{id: a, kind: verbatim, basis: [x:a]}\n1. chữ {{ name }}", "clause-verbatim", 7, "holds a tag"),
    ("{id: a, kind: local}\n1. chữ {{ nmae }}", "clause-name", 7, "no name 'nmae'"),
    ("{id: a, kind: local}\n1. dòng một\ndòng hai {{ nmae }}", "clause-name", 8, "no name 'nmae'"),
    ("{id: a, kind: local}\n1. {% if has_comitee %}x{% endif %}", "clause-name", 7, "no name 'has_comitee'"),
    ("{id: a, kind: local, if: has_comittee}\n1. chữ", "clause-name", 6, "no name 'has_comittee'"),
    ("{id: a, kind: local, if: has_committee and (}\n1. chữ", "clause-condition", 6, "cannot be read"),
    ("{id: a, kind: local}\n1. chữ {{ name", "clause-tag", 7, "cannot be read"),
    ("{id: a, kind: local}\n1. chữ { name }}", "clause-tag", 7, "not opened"),
    ("{id: a, kind: local}\n1. một\n{% if seal %}hai", "clause-tag", 8, "cannot be read"),
    ("{id: a, kind: local}\n1. chữ {{ name | uper }}", "clause-tag", 7, "no filter"),
    ("{id: a, kind: local}\n1. theo {{ ref(\"diue\") }}", "clause-ref", 7, "does not exist"),
    ("{id: a, kind: local}\n1. theo {{ ref(name) }}", "clause-ref", 7, "not written as"),
    ("{id: a, kind: local}\n1. theo {{ ref(\"a\") }}\n\n{id: b, kind: local}\nĐoạn {{ ref(\"b\") }}", "clause-ref", 10,
     "has no number"),
    ("{id: a, kind: local, each: organisations}\n1. {{ item }}\n\n{id: b, kind: local}\n1. {{ ref(\"a\") }}",
     "clause-ref", 10, "is repeated"),
    ("{id: a, kind: local, each: organisation}\n1. {{ item }}", "clause-each", 6, "no list 'organisation'"),
    ("{id: a, kind: local, each: name}\n1. {{ item }}", "clause-each", 6, "no list 'name'"),
    ("{id: a, kind: local}\n1. {{ item }}", "clause-name", 7, "repeated block only"),
    ("{id: a, kind: local, each: committee}\n1. {{ item.pots }}", "clause-name", 7, "no 'pots'"),
    ("{id: a, kind: local, each: committee}\n1. {{ item }}", "clause-tag", 7, "cannot be printed"),
    ("{id: a, kind: local, each: organisations}\n1. {{ item.name }}", "clause-name", 7, "no 'name'"),
    ("{id: a, kind: local}\n1. {{ has_committee }}", "clause-tag", 7, "cannot be printed"),
    ("{id: a, kind: local}\n1. {{ organisations }}", "clause-tag", 7, "cannot be printed"),
    ("{id: a, kind: local, custom: [quorum]}\n1. chữ", "clause-custom", 6, "no question 'quorum'"),
    ("{id: a, kind: local}\n1. chữ **đậm**", "clause-markup", 7, "printed as they stand"),
    ("{id: a, kind: local}", "clause-attributes", 6, "stands no text"),
    ("{id: a, kind: local\n1. chữ", "clause-attributes", 6, ""),
    ("{id: a, kind: local}\n##### Tiểu mục", "clause-heading", 7, "depth 5"),
    ("{id: a}\n### Điều trống\n\n{id: b}\n### Điều sau", "clause-structure", 7, "stands nothing"),
    ("{id: a}\n## Chương trống", "clause-structure", 7, "stands nothing"),
    ("# Nội dung", "clause-zone", 6, "stands twice"),
    ("# Nơi nhân", "clause-zone", 6, "no zone 'Nơi nhân'"),
])
def test_a_fault_of_the_wording_has_its_line_and_sentence(block: str, code: str, line: int, words: str) -> None:
    found = faults(_after(block))
    assert (code, line) in [(finding.code, finding.line) for finding in found]
    assert any(words in str(finding.message) for finding in found if finding.code == code)


def _after(block: str) -> str:
    return f"# Nội dung\n\n{{id: dieu}}\n### Điều\n\n{block}\n\n{{id: cuoi, kind: local}}\n1. chữ cuối\n"


def test_an_unknown_name_brings_the_clause_and_the_nearest_known_name() -> None:
    finding = faults(body("{id: hop.mot, kind: local}\n1. {{ quorum_shares }}"))[0]
    assert (finding.address, finding.file) == ("hop.mot", "clauses.md")
    assert "quorum_share" in str(finding.remedy)


def test_all_faults_come_at_once() -> None:
    found = faults(body("{id: a, kind: local}\n1. {{ x1 }}\n\n{id: a, kind: local}\n1. y\n\n"
                        "{id: b}\n1. {{ ref('zz') }}"))
    assert [(finding.code, finding.line) for finding in found] == [
        ("clause-name", 7), ("clause-id", 9), ("clause-kind", 12), ("clause-ref", 13)]


def test_a_remark_for_writers_is_left_out_and_blocks_need_no_empty_line_between() -> None:
    text = body("<!-- ghi chú\n\nnhiều đoạn -->\n\n{id: a, kind: local}\n1. một\n{id: b, kind: local}\n1. hai")
    assert faults(text) == ()
    assert [c.source.text for c in compile_texts(FIELDS, text)[1].clauses] == ["Điều", "một", "hai"]


def test_words_before_the_first_zone_and_outside_an_article_are_faults() -> None:
    assert [f.code for f in faults("{id: a, kind: local}\nchữ\n")] == ["clause-zone"]
    assert "clause-structure" in [f.code for f in faults("# Nội dung\n\n{id: a, kind: local}\nchữ\n")]
    assert "clause-zone" in [f.code for f in faults("# Trích yếu\n\n{id: a, kind: local}\nchữ\n")]


EDITIONS = {
    "162-qd-tw-2024": EditionFact(id="162-qd-tw-2024", number="162-QĐ/TW", texts={
        "dieu-9": "", "dieu-9.khoan-1": "Cấp uỷ lãnh đạo cán bộ, đảng viên.",
        "dieu-11.khoan-2": "Căn cứ Quy định này."}),
    "294-qd-tw-2025": EditionFact(id="294-qd-tw-2025", number="294-QĐ/TW"),
    "171-qd-tw-2008": EditionFact(id="171-qd-tw-2008", partial=True, texts={"dieu-1": "Đảng bộ, chi bộ."}),
}


@pytest.mark.parametrize(("attributes", "text", "words"), [
    ("kind: verbatim, basis: [\"162-qd-tw-2024:dieu-9.khoan-1\"]", "Cấp uỷ lãnh đạo cán bộ, đảng viên.", ""),
    ("kind: adapted, basis: [\"162-qd-tw-2024:dieu-9.khoan-1\"]", "Chi uỷ lãnh đạo.", ""),
    ("kind: adapted, basis: [\"294-qd-tw-2025:9.1.2\"]", "Chi uỷ lãnh đạo.", ""),
    ("kind: adapted, basis: [\"171-qd-tw-2008:dieu-5\"]", "Chi uỷ lãnh đạo.", ""),
    ("kind: verbatim, basis: [\"162-qd-tw-2024:dieu-9.khoan-1\"]", "Cấp uỷ lãnh đạo cán bộ đảng viên.",
     "word 6: 'bộ' stands where the regulation has 'bộ,'"),
    ("kind: verbatim, basis: [\"294-qd-tw-2025:9.1.2\"]", "Chữ.", "is not held"),
    ("kind: adapted, basis: [\"162-qd-tw-2024:dieu-9.khoan-9\"]", "Chữ.", "leads nowhere"),
    ("kind: adapted, basis: [\"162-qd-tw-2024:dieu-9\"]", "Chữ.", "is a heading"),
    ("kind: adapted, basis: [\"163-qd-tw-2024:dieu-9\"]", "Chữ.", "stands in no register"),
])
def test_a_legal_basis_is_held_against_the_texts(attributes: str, text: str, words: str) -> None:
    clauses = compile_texts(FIELDS, body(f"{{id: a, {attributes}}}\n1. {text}"))[1]
    found = check_legal_basis(clauses, EDITIONS)
    assert [words in str(finding.message) for finding in found] == ([True] if words else [])
    assert all(finding.file == "clauses.md" and finding.address == "a" and finding.line for finding in found)


def test_the_names_a_clause_asks_for_are_known() -> None:
    clauses = compile_texts(FIELDS, CLAUSES)[1]
    asked = {name for clause in clauses.clauses for name in clause.text.names}
    assert {"name", "term", "quorum_share", "organisations", "item", "superior"} <= asked
    assert fields().names()
