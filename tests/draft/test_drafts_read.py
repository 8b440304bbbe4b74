"""The drafts of all shipped cells, and of cells made up against the templates, read as an office would read them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.draft.kinds import AGREEMENT, WORKING_RULES
from docgen.draft.legal_basis import check_legal_basis
from tests.draft.paper_rules import RULES, WRONG_DIRECTIONS, check_documents_agree
from tests.draft.real import IDS, SHIPPED, Made, documents, editions, facts_of, made_up_cells, template
from tests.draft.samples import REAL_CELLS, paper_text

LARGEST_FILE = 25 * 1024
Check = Callable[[Made], None]


@pytest.mark.parametrize("check", RULES, ids=lambda check: check.__name__)
@pytest.mark.parametrize("made", SHIPPED, ids=IDS)
def test_a_shipped_draft(made: Made, check: Check) -> None:
    check(made)


@pytest.mark.parametrize("made", SHIPPED, ids=IDS)
def test_a_shipped_draft_on_paper(made: Made) -> None:
    assert not [str(f.message) for f in made.draft.findings]
    assert len(made.draft.content) <= LARGEST_FILE
    words = paper_text(made.draft.content).replace("\u00a0", " ").split("\n")
    values = made.draft.values
    blocks = [line for block in values.blocks for line in (block.text, block.heading) if line]
    for line in (*blocks, *values.legal_bases, *values.recipients, *values.summary_lines):
        assert line.replace("\u00a0", " ") in words


@given(made_up_cells(), st.sampled_from((None, date(2024, 8, 1), date(2025, 9, 1), date(2026, 9, 1))))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_made_up_cell_gives_documents_an_office_could_sign(cell: str, day: date | None) -> None:
    for made in documents(facts_of(cell), day):
        for check in RULES:
            check(made)
        assert len(made.draft.content) <= LARGEST_FILE


@given(made_up_cells())
@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.too_slow])
def test_the_copy_to_sign_has_the_same_words_and_nothing_hidden(cell: str) -> None:
    from docgen.word.reading import clause_bookmarks, provenance

    known = facts_of(cell + "draft_mark: Dự thảo lần 1\n")
    for draft, final in zip(documents(known), documents(known, final=True), strict=True):
        assert draft.paper == final.paper
        assert (draft.draft.values.draft_mark, final.draft.values.draft_mark) == ("Dự thảo lần 1", "")
        assert provenance(final.draft.content) is None
        assert clause_bookmarks(final.draft.content) == ()
        assert final.draft.values.title == final.draft.values.dated == ""


def test_quotations_are_exact_and_every_basis_leads_somewhere() -> None:
    for kind in (WORKING_RULES, AGREEMENT):
        assert check_legal_basis(template(kind.slug).clauses, editions()) == ()


@pytest.mark.parametrize("path", REAL_CELLS, ids=lambda path: path.stem)
def test_both_documents_of_a_cell_agree(path: object) -> None:
    """Days, months and names that stand in both are the same: read from the paper, not from the fields."""
    from pathlib import Path

    assert isinstance(path, Path)
    made = documents(facts_of(path.read_text(encoding="utf-8")))
    check_documents_agree(made)


@pytest.mark.parametrize(("day", "cited", "number"), [
    (date(2024, 8, 1), False, ""), (date(2025, 6, 30), False, ""), (date(2025, 7, 1), True, "294-QĐ/TW"),
    (date(2025, 12, 31), True, "294-QĐ/TW"), (date(2026, 1, 1), False, ""), (date(2027, 1, 1), False, ""),
])
def test_the_implementing_rule_has_a_number_only_while_the_registers_are_sure(
    day: date, cited: bool, number: str,
) -> None:
    cell = REAL_CELLS[0].read_text(encoding="utf-8")
    cell = "\n".join(line for line in cell.splitlines() if not line.startswith("statutes_rule:")) + "\n"
    for made in documents(facts_of(cell), day):
        line = next(line for line in made.draft.values.legal_bases if "thi hành Điều lệ Đảng" in line)
        assert (number in line) if cited else not re.search(r"\d", line)
        assert ("statutes_rule" in {item.name for item in made.draft.open_items}) is not cited
    own = facts_of(cell + "statutes_rule: Quy định số 9-QĐ/TW về thi hành Điều lệ Đảng\n")
    assert all("số 9-QĐ/TW" in "".join(made.draft.values.legal_bases).replace("\u00a0", " ")
               for made in documents(own, day))


def test_the_day_decides_the_form() -> None:
    cell = REAL_CELLS[0].read_text(encoding="utf-8")
    profiles = {day: {made.draft.values.profile for made in documents(facts_of(cell), day)}
                for day in (date(2026, 5, 26), date(2026, 5, 27))}
    assert profiles == {date(2026, 5, 26): {"36-hd"}, date(2026, 5, 27): {"05-hd"}}


@pytest.mark.parametrize("sentence", [
    "chi uỷ chỉ đạo lãnh đạo hội thực hiện", "chi bộ lãnh đạo ban thường vụ hội",
    "lãnh đạo hội giao nhiệm vụ cho chi bộ",
    "chi uỷ báo cáo lãnh đạo hội", "lãnh đạo hội báo cáo với chi uỷ", "chi bộ phối hợp với cấp uỷ cấp trên",
    "chi bộ quyết định kết nạp đảng viên", "cấp uỷ cấp trên trực tiếp báo cáo chi bộ", "chi bộ phê duyệt nhân sự",
])
def test_the_word_list_finds_a_wrong_direction(sentence: str) -> None:
    assert any(re.search(pattern, sentence) for pattern in WRONG_DIRECTIONS)


def test_a_figure_in_a_clause_has_a_basis_or_is_listed_as_proposed() -> None:
    """Figures written into clauses that rest on nothing, and figures asked for that are neither listed nor based."""
    figure = re.compile(r"\d|một phần|hai phần|ba phần|quá nửa|hơn một nửa")
    citation = re.compile(r"(?:Điều|khoản|điểm) \d+|số \d[\w-]*|ngày \d+/\d+/\d+|\d+/\d+/\d+")
    for kind in (WORKING_RULES, AGREEMENT):
        loaded = template(kind.slug)
        for clause in loaded.clauses.clauses:
            if clause.source.zone != "body" or clause.source.is_heading:
                continue
            words = citation.sub("", re.sub(r"\{[{%].*?[%}]\}", "", clause.source.text, flags=re.DOTALL))
            if clause.source.kind == "local":
                allowed = words.replace("6 tháng", "") if kind is AGREEMENT else words.replace("Báo cáo 6 tháng", "")
                assert not figure.search(allowed), f"{clause.id}: {words}"
            for name in clause.text.names:
                field = loaded.fields.find(name)
                if field is not None and field.type in ("integer", "month_day") \
                        and name not in ("full_members", "probationary_members"):
                    assert field.proposed or field.basis, f"{name} is neither proposed nor based on anything"
