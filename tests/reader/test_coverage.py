"""Coverage finds what a reader loses: every word taken out of a tree, every provision put at a wrong rank."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.model.level import Level
from docgen.model.tree import Gap, Node, Provision, Regulation
from docgen.reader.coverage import coverage
from docgen.reader.from_file import read_file
from docgen.reader.lines import source_lines
from docgen.reader.read import read, read_source_lines
from docgen.reader.source import Source, SourceLine

ROOT = Path(__file__).parents[2]
SEEDS = sorted((Path(__file__).parent / "seeds").glob("*.txt"))
HELD = sorted((ROOT / "regulations").rglob("*.md"))
SHARED = ROOT.parent / "shared" / "texts"
SAMPLE = next(path for path in HELD if path.stem == "162-qd-tw-2024")


def changed(regulation: Regulation, at: int, change: Callable[[Provision], Node | None]) -> Regulation:
    """Return the tree with its `at`-th provision of the body changed or taken out."""
    count = -1

    def walk(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        nonlocal count
        out: list[Node] = []
        for node in nodes:
            if isinstance(node, Gap):
                out.append(node)
                continue
            count += 1
            new = change(node) if count == at else node
            if isinstance(new, Provision):
                new = replace(new, children=walk(new.children))
            if new is not None:
                out.append(new)
        return tuple(out)

    return replace(regulation, provisions=walk(regulation.provisions))


@pytest.mark.parametrize("path", [*SEEDS, *HELD], ids=lambda path: path.stem)
def test_clean_documents_are_covered_whole(path: Path) -> None:
    found = read_file(path)
    result = coverage(found.source, found.reading.regulation)
    assert (result.share, result.missing, result.misplaced) == (1.0, (), ())
    assert result.words > 100


@pytest.mark.parametrize("stem", ["06-HD-TW-2025.FULL", "294-QD-TW-2025.FULL"])
def test_long_texts_are_covered_but_for_the_note_above_them(stem: str) -> None:
    path = SHARED / f"{stem}.txt"
    if not path.exists():
        pytest.skip("the source documents of the seeds are not on this machine")
    found = read_file(path)
    result = coverage(found.source, found.reading.regulation)
    assert not result.missing and all(line.line < 5 for line in result.misplaced)


def sample() -> tuple[Source, Regulation]:
    found = read_file(SAMPLE)
    return found.source, found.reading.regulation


@given(st.integers(0, 50))
@settings(max_examples=51, deadline=None)
def test_a_provision_taken_out_is_missed(at: int) -> None:
    source, regulation = sample()
    lost: list[Provision] = []
    spoiled = changed(regulation, at, lost.append)
    if not lost:
        return
    result = coverage(source, spoiled)
    assert result.share < 1.0
    assert any(lost[0].text[:30] in line.text or lost[0].heading[:20] in line.text
               for line in (*result.missing, *result.misplaced))


@given(st.integers(0, 50))
@settings(max_examples=51, deadline=None)
def test_a_provision_at_a_wrong_rank_is_found(at: int) -> None:
    source, regulation = sample()
    moved: list[Provision] = []

    def flatten(node: Provision) -> Node:
        if node.level is Level.PARAGRAPH:
            return node
        moved.append(node)
        return replace(node, level=Level.PARAGRAPH, label="", heading="",
                       text=" ".join(filter(None, (node.label, node.heading, node.text))))

    spoiled = changed(regulation, at, flatten)
    if not moved:
        return
    result = coverage(source, spoiled)
    assert result.share < 1.0
    assert any(line.text.lstrip("# ").startswith(moved[0].label) for line in result.misplaced), result.misplaced


def test_a_word_taken_out_is_missed_and_its_line_named() -> None:
    source, regulation = sample()
    spoiled = changed(regulation, 6, lambda node: replace(node, text=node.text.replace("phát huy quyền làm chủ", "")))
    result = coverage(source, spoiled)
    assert result.words - result.reached == 5
    assert len(result.missing) == 1 and "phát huy quyền làm chủ" in result.missing[0].text
    assert 0.99 < result.share < 1.0


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_coverage_of_any_text_is_a_share(text: str) -> None:
    source = Source("txt", tuple(source_lines(text)))
    result = coverage(source, read_source_lines(source).regulation)
    assert 0.0 <= result.share <= 1.0 and (result.share == 1.0) == (result.reached == result.words)


def test_furniture_is_not_counted() -> None:
    page = "Điều 1. Một\n\n1. Chữ.\n\n18.QUDTW202.DOC 4\n\n2. Chữ nữa."
    parted = [line for line in source_lines(page) if "DOC" not in line.text]
    whole = Source("txt", tuple(parted), dropped=tuple(line for line in source_lines(page) if "DOC" in line.text))
    assert coverage(whole, read(page).regulation).share == 1.0


def test_the_line_below_two_headings_printed_in_one_is_in_its_place() -> None:
    """As in a copy of 162 that lost a line break: the second heading goes on in the next line."""
    printed = (("I- CHỨC NĂNG", False), ("Điều 1. Chi bộ là hạt nhân chính trị.", False),
               ("II- NHIỆM VỤĐiều 2. Lãnh đạo nhiệm vụ chính trị, quốc phòng, an", True), ("ninh", False),
               ("1. Lãnh đạo cán bộ, đảng viên.", False))
    source = Source("pdf", tuple(SourceLine(text, 1, at, full=full) for at, (text, full) in enumerate(printed, 1)))
    found = coverage(source, read_source_lines(source).regulation)
    assert (found.share, found.missing, found.misplaced) == (1.0, (), ())
