"""The cells of communes and agencies: what their rules must say, and what nobody may claim for them."""

from __future__ import annotations

import re
from datetime import date
from difflib import SequenceMatcher

import pytest
from hypothesis import HealthCheck, given, settings

from docgen.draft.legal_basis import address_of, check_legal_basis, edition_of
from docgen.reader.yaml_tree import Mapping, Sequence, parse
from tests.draft.kinds import (
    AGENCY,
    ASSOCIATION,
    COMMUNE,
    DISTRICT,
    EDITIONS,
    TEMPLATES,
    documents,
    kinds_of,
    made_up_cells,
    samples,
    template,
)
from tests.draft.paper_rules import RULES
from tests.draft.real import Made, editions
from tests.draft.samples import numbers_are_continuous, paper_text

WORKS = (COMMUNE, AGENCY, DISTRICT)
SAMPLES = tuple(made for path in samples(*WORKS) for made in documents(path.read_text(encoding="utf-8")))
IDS = tuple(f"{made.facts.text('name')}.{made.kind.file_name}" for made in SAMPLES)
DOUBT = ("361-QĐ/TW", "363-QĐ/TW", "chỉ là suy luận", "Mức độ chắc chắn: B")


def sample(name: str) -> str:
    return (TEMPLATES.parent / "cells" / f"{name}.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("check", RULES, ids=lambda check: check.__name__)
@pytest.mark.parametrize("made", SAMPLES, ids=IDS)
def test_a_sample(made: Made, check: object) -> None:
    assert callable(check)
    check(made)


@given(made_up_cells())
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_a_made_up_cell_gives_documents_an_office_could_sign(cell: str) -> None:
    for made in documents(cell):
        for check in RULES:
            check(made)
        lines = [line for block in made.draft.values.blocks for line in (block.text, block.heading) if line]
        assert numbers_are_continuous(lines)


@given(made_up_cells())
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
def test_nobody_is_named_whom_the_framework_does_not_know(cell: str) -> None:
    foreign = re.compile(r"lãnh đạo (các )?hội\b(?! nghị)|cơ quan hội|hội viên|đảng đoàn|ban cán sự|cấp huyện|huyện uỷ")
    for made in documents(cell):
        assert foreign.search(made.paper) is None


@pytest.mark.parametrize("work", WORKS)
def test_every_held_provision_is_a_basis_or_does_not_apply(work: str) -> None:
    texts = editions()[EDITIONS[work]].texts
    body = re.compile(r"(?:dieu-|i+\b)")
    leaves = [address for address, text in texts.items() if text and body.match(address)
              and not any(other.startswith(f"{address}.") for other in texts)]
    bases = {address_of(basis) for kind in kinds_of(work) for clause in template(work, kind.slug).clauses.clauses
             for basis in clause.source.basis if edition_of(basis) == EDITIONS[work]}
    root = parse((TEMPLATES / work / "coverage.yaml").read_text(encoding="utf-8")).root
    assert isinstance(root, Mapping)
    listed = root.get("provisions")
    assert isinstance(listed, Sequence)
    reasons = {one.text("address"): one.text("not_applicable") for one in listed.items if isinstance(one, Mapping)}
    assert root.text("edition") == EDITIONS[work]
    assert set(leaves) == (bases | set(reasons)) & set(leaves)
    assert set(reasons) <= set(leaves)
    assert not set(reasons) & bases
    assert all(reasons.values())


@pytest.mark.parametrize("work", (*WORKS, ASSOCIATION))
def test_no_basis_leads_to_a_text_that_is_not_there(work: str) -> None:
    held = editions()[EDITIONS[work]].texts
    for kind in kinds_of(work):
        clauses = template(work, kind.slug).clauses
        assert check_legal_basis(clauses, editions()) == ()
        for basis in clauses.basis():
            assert edition_of(basis) in (EDITIONS[work], "294-qd-tw-2025", "dieu-le-dang-2011")
            assert edition_of(basis) != EDITIONS[work] or held[address_of(basis)]


def test_what_is_known_of_138_at_second_hand_is_no_basis_and_is_listed() -> None:
    made = documents(sample("chi-bo-co-quan-co-chi-uy"))
    for document in made:
        against = [clause for clause in document.draft.clauses if clause.against]
        assert against
        assert {basis for clause in against for basis in clause.against} == {"138-qd-tw-2023:dieu-10"}
        open_ = next(item for item in document.draft.open_items if item.name == "138-qd-tw-2023")
        assert {clause.id for clause in against} <= set(open_.clauses)
        assert "138-qd-tw-2023:dieu-10" in open_.value


def test_a_clause_is_written_once_for_all_frameworks() -> None:
    """No clause of one framework's own says in the same words what another has, or what is shared."""
    own: list[tuple[str, str, str]] = []
    shared: dict[str, str] = {}
    for work in (*WORKS, ASSOCIATION):
        for kind in kinds_of(work):
            for clause in template(work, kind.slug).clauses.clauses:
                if clause.source.is_heading or len(clause.source.text.split()) < 12:
                    continue
                if clause.source.origin:
                    shared[f"{clause.source.origin}:{clause.id}"] = clause.source.text
                else:
                    own.append((work, clause.id, clause.source.text))
    assert len(shared) > 150
    others = [("shared", place, text) for place, text in shared.items()]
    for work, place, text in own:
        for other, there, words in (*others, *own):
            if other != work and not (set(text.split()) ^ set(words.split())).__len__() > 8:
                assert SequenceMatcher(None, text, words).ratio() < 0.95, f"{work}:{place} is {other}:{there}"


@pytest.mark.parametrize("name", ["chi-bo-co-quan-xa", "chi-bo-co-quan-phuong"])
def test_the_rules_of_a_commune_say_what_the_guidance_asks_for(name: str) -> None:
    made, = documents(sample(name))
    text = " ".join("\n".join(made.articles).split())
    unit = made.facts.text("unit")
    for words in (f"Chi bộ gồm những đảng viên là cán bộ, công chức {unit}",
                  f"Bí thư chi bộ là đồng chí {made.facts.text('secretary_party_post')}",
                  "sau sinh hoạt của các chi bộ khu dân cư và các chi bộ khác trực thuộc",
                  "tham dự các kỳ sinh hoạt của chi bộ khu dân cư, nắm bắt tình hình",
                  "Đối với đảng uỷ", "Đối với chính quyền, Mặt trận Tổ quốc",
                  "Đối với các chi bộ trực thuộc đảng uỷ", made.facts.text("government"), made.facts.text("front"),
                  "gương mẫu thực hiện nghĩa vụ công dân nơi cư trú"):
        assert words in text
    # only a base cell gives certificates of merit (294-QĐ/TW 28.2)
    assert "giấy khen" not in text


def test_rules_for_base_cells_alone_are_no_basis_in_a_commune() -> None:
    """Its cell is under the committee of the commune and is no base cell (294-QĐ/TW 9.1.2, 28.2.3)."""
    bases = template(COMMUNE, "working-rules").clauses.basis()
    assert not {"294-qd-tw-2025:9.1.2", "294-qd-tw-2025:28.2.3"} & set(bases)
    assert "294-qd-tw-2025:9.1.2" in template(AGENCY, "working-rules").clauses.basis()


@pytest.mark.parametrize(("day", "told"), [(None, True), (date(2026, 9, 1), True), (date(2025, 7, 1), True),
                                           (date(2025, 6, 30), False), (date(2015, 5, 4), False)])
def test_a_draft_for_a_commune_says_that_other_texts_may_govern(day: date | None, told: bool) -> None:
    for name in ("chi-bo-co-quan-xa", "chi-bo-co-quan-phuong"):
        cell = "\n".join(line for line in sample(name).splitlines() if not line.startswith("congress_on")) + "\n"
        cell += "congress_on: 1/1/2015\n" if day and day.year < 2025 else "congress_on: 1/6/2025\n"
        draft, = documents(cell, day)
        final, = documents(cell, day, final=True)
        paper = paper_text(draft.draft.content).replace("\u00a0", " ")
        assert all((words in paper) is told for words in DOUBT)
        assert ("Dự thảo" in draft.draft.values.draft_mark) is (told or "draft_mark:" in cell)
        listed = [item for item in draft.draft.open_items if item.kind == "law"]
        assert bool(listed) is told
        assert all(words in str(item.sentence) for item in listed for words in DOUBT)
        # the copy to sign has neither
        assert not any(words in paper_text(final.draft.content) for words in DOUBT)
        assert final.draft.values.draft_mark == ""


@pytest.mark.parametrize("work", [AGENCY, ASSOCIATION])
def test_other_frameworks_have_no_such_remark(work: str) -> None:
    for path in samples(work):
        for made in documents(path.read_text(encoding="utf-8")):
            assert not [item for item in made.draft.open_items if item.kind == "law"]
            assert made.draft.values.draft_mark == made.facts.text("draft_mark")


def test_the_papers_of_an_agency_name_its_leadership_and_no_congress_of_it() -> None:
    for path in samples(AGENCY):
        rules, agreement = documents(path.read_text(encoding="utf-8"))
        leadership = rules.facts.records("agencies")[0].text("leadership")
        assert leadership in rules.paper
        assert leadership in agreement.paper
        assert "đại hội của cơ quan" not in agreement.paper
        assert "điều lệ cơ quan" not in agreement.paper
        assert "Quy định số 138-QĐ/TW, ngày 01/12/2023" in "".join(agreement.draft.values.legal_bases)
        first, second = agreement.draft.values.signatures
        assert first.signer != second.signer
        assert second.authority == "T/M BAN GIÁM ĐỐC"


def test_two_agencies_in_one_cell_are_a_fault() -> None:
    from docgen.draft.cells import read_cell

    text = sample("chi-bo-co-quan-co-chi-uy").replace(
        "agencies: ", "agencies:\n  - {name: Sở Hai, leadership: Ban Giám đốc Sở Hai, leader_title: GIÁM ĐỐC} ", 1)
    text = re.sub(r"GIÁM ĐỐC\} .*", "GIÁM ĐỐC}", text, count=1)
    found = read_cell(text, template(AGENCY, "working-rules").fields).findings
    assert "cell-association" in {finding.code for finding in found if finding.severity == "error"}


def test_samples_are_there_for_every_size() -> None:
    assert len(samples(COMMUNE)) >= 2
    assert len(samples(AGENCY)) >= 3


def test_a_kind_a_framework_has_no_template_for_is_named() -> None:
    from docgen.api.cells import find_cell
    from docgen.errors import NotPossible
    from docgen.versions.workspace import Workspace

    with pytest.raises(NotPossible) as refused:
        find_cell(Workspace(TEMPLATES.parent), "chi-bo-co-quan-xa", "coordination-agreement")
    assert "chi-bo-co-quan-xa" in str(refused.value)
    assert "working-rules" in str(refused.value.remedy)
