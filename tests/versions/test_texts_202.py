"""Quy định 202-QĐ/TW: the text held is the scan with the labels made by hand applied, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from docgen.api.as_printed import as_printed
from docgen.check.rules.corrections import zone_words
from docgen.model.address import find, number, walk
from docgen.model.level import Level
from docgen.model.native import to_native
from docgen.model.numbering import POINT_LETTERS
from docgen.model.tree import Gap, Provision, Regulation
from docgen.publish.markdown import write
from docgen.reader.coverage import coverage
from docgen.reader.from_file import read_file
from docgen.reader.read import read
from docgen.versions.library import HeldText, open_library, sha256
from docgen.versions.register import Correction, Edition
from docgen.versions.workspace import Workspace
from tests.reader.damage.labelled import SEED, Label, labels

ROOT = Path(__file__).parents[2]
LIBRARY = open_library(Workspace(ROOT))
EDITION: Edition = LIBRARY.registers.find("202")
HELD: HeldText = LIBRARY.text(EDITION)
FILE = ROOT / EDITION.file
DAMAGE = tuple(label for label in labels() if label.sort in {"non_word", "real_word"})


def repaired_seed(taken: tuple[Label, ...]) -> str:
    """Return the scan with each label's right reading in place of what is printed."""
    lines = SEED.read_text(encoding="utf-8").split("\n")
    for label in reversed(taken):
        if label.right is not None:
            line = lines[label.line - 1]
            lines[label.line - 1] = line[:label.column - 1] + label.right + line[label.column - 1 + len(label.printed):]
    return "\n".join(lines)


def without_gaps(regulation: Regulation) -> Regulation:
    """Take out what the scan has not: the marked gaps, and the head of the file."""
    return replace(
        regulation, metadata=(), letterhead=(),
        recipients=tuple(replace(node, children=()) for node in regulation.recipients),
        signature=tuple(line for line in regulation.signature if not isinstance(line, Gap)))


def words(regulation: Regulation) -> list[str]:
    """Return the words of a text in the order of print, without gaps."""
    signed = [line for line in regulation.signature if isinstance(line, str)]
    parts = [*regulation.title]
    for node in regulation.walk():
        if isinstance(node, Provision):
            if regulation.recipients and node is regulation.recipients[0]:
                parts.append(regulation.recipients_heading)
            parts += [node.label, node.heading, node.text]
    return re.findall(r"\w+", " ".join([*parts, *signed]))


def test_the_text_is_the_scan_with_the_labels_applied_and_nothing_else() -> None:
    assert without_gaps(HELD.regulation) == read(repaired_seed(labels())).regulation


def test_reading_the_repaired_scan_leaves_no_question() -> None:
    assert read(repaired_seed(labels())).problems == ()


def test_as_printed_gives_the_words_of_the_scan_back() -> None:
    furniture = tuple(label for label in labels() if label.sort == "furniture")
    scan = re.findall(r"\w+", repaired_seed(furniture))
    assert words(as_printed(HELD.regulation, EDITION.corrections)) == scan


def test_every_label_is_a_correction_and_every_correction_a_label() -> None:
    changed: Counter[tuple[str, str]] = Counter()
    for correction in EDITION.corrections:
        was, now = correction.was.split(" "), correction.now.split(" ")
        assert len(was) == len(now) or correction.was == f"{correction.now} •"
        changed.update((old.strip(",.;:("), new.strip(",.;:(")) for old, new in zip(was, now, strict=False)
                       if old != new)
    assert changed == Counter((label.printed, label.right) for label in DAMAGE)


@pytest.mark.parametrize("correction", EDITION.corrections, ids=lambda one: f"{one.address or one.zone}: {one.was}")
def test_a_correction_names_one_place_only(correction: Correction) -> None:
    node = find(HELD.regulation, correction.address) if correction.address else None
    place = " ".join((node.label, node.heading, node.text)) if node else (
        " ".join(HELD.regulation.title) if correction.zone == "title" else zone_words(HELD.regulation, correction.zone))
    assert place.count(correction.now) == 1
    assert correction.by and correction.evidence and str(correction.made_on) == "2026-11-21"


def test_the_register_names_the_scan_and_how_much_of_it_reached_the_text() -> None:
    file = read_file(SEED)
    reached = coverage(file.source, file.reading.regulation)
    (source,) = EDITION.sources
    assert (source.sha256, source.coverage) == (sha256(SEED.read_bytes()), str(reached.share))
    assert [line.text for line in file.source.dropped] == ["18.QUDTW202.DOC 4"]


def test_nothing_labelled_is_left() -> None:
    left = set(re.findall(r"\w+", FILE.read_text(encoding="utf-8")))
    assert not {label.printed for label in DAMAGE if label.sort == "non_word"} & left
    assert not set("•") & set(FILE.read_text(encoding="utf-8"))
    assert "QUDTW" not in FILE.read_text(encoding="utf-8")


def test_the_spelling_of_the_paper_is_kept() -> None:
    found = Counter(re.findall(r"\w+", FILE.read_text(encoding="utf-8").lower()))
    assert all(found[new] == 0 for new in ("ủy", "hóa", "khóa", "tòa", "xóa", "khỏe"))
    assert found["uỷ"] > 150 and found["hoá"] and found["khoá"] and found["toà"] and found["xoá"] and found["khoẻ"]


def test_chapters_articles_clauses_points_and_dashes_are_all_there_in_order() -> None:
    regulation = HELD.regulation
    tops = [node for node in regulation.provisions if isinstance(node, Provision)]
    assert [node.label for node in tops] == ["Chương I", "Chương II", "Chương III", "Chương IV"]
    articles = [node for _, node in walk(regulation) if node.level is Level.ARTICLE]
    assert [number(Level.ARTICLE, node.label) for node in articles] == [str(one) for one in range(1, 12)]
    clauses = {number(Level.ARTICLE, node.label): _labels(node, Level.CLAUSE) for node in articles}
    counts = {"1": 0, "2": 3, "3": 3, "4": 8, "5": 10, "6": 4, "7": 2, "8": 2, "9": 2, "10": 2, "11": 2}
    assert clauses == {name: [f"{one}." for one in range(1, count + 1)] for name, count in counts.items()}
    for address, last in (("dieu-4.khoan-3", "g"), ("dieu-5.khoan-3", "l"), ("dieu-5.khoan-10", "c")):
        expected = [f"{letter})" for letter in POINT_LETTERS[:POINT_LETTERS.index(last) + 1]]
        assert _labels(_at(address), Level.POINT) == expected
    dashes = {address: len(_labels(_at(f"dieu-5.khoan-10.diem-{address}"), Level.PARAGRAPH)) for address in "abc"}
    assert dashes == {"a": 5, "b": 3, "c": 2}
    assert len(_labels(_at("dieu-6.khoan-4"), Level.PARAGRAPH)) == 2
    assert all(one.line < other.line for one, other in pairwise(node for _, node in walk(regulation)))


def test_what_the_scan_lost_is_marked_and_not_filled_in() -> None:
    regulation = HELD.regulation
    assert [isinstance(line, Gap) for line in regulation.letterhead] == [True]
    assert [isinstance(line, Gap) for line in regulation.signature] == [True, False]
    cut = {address: node for address, node in walk(regulation) if node.children and address.startswith("noi-nhan")}
    assert {address: node.text.split()[-1] for address, node in cut.items()} == {
        "noi-nhan-3": "Trung", "noi-nhan-4": "nghiệp"}
    assert sum(label.sort == "lost" for label in labels()) == 4


def test_the_tree_of_the_text(golden: Callable[[Path, str], None]) -> None:
    golden(ROOT / "tests/reader/golden/202-qd-tw-2019.held.native", to_native(HELD.regulation))


def test_the_page_of_doubts_quotes_the_text_as_it_stands() -> None:
    page = (ROOT / "docs/van-ban-202.md").read_text(encoding="utf-8")
    kept, mended = page.split("\n## 2. ")[1].split("\n## 4. ")[0].split("\n## 3. ")
    printed = as_printed(HELD.regulation, EDITION.corrections)
    for now, was, rows in ((1, 0, kept), (2, 1, mended)):
        cited = [[cell.strip() for cell in row.strip("| ").split(" | ")] for row in rows.splitlines() if "| `" in row]
        assert len(cited) >= 7
        for cells in cited:
            address = cells[0].strip("`")
            assert cells[now] in zone_of(HELD.regulation, address), cells
            assert not was or cells[was] in zone_of(printed, address), cells


def zone_of(regulation: Regulation, address: str) -> str:
    """Return label, heading and text at an address, in one line."""
    node = find(regulation, address)
    assert node is not None, address
    return f"{node.label} {node.heading} {node.text}"


def test_the_file_is_canonical() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert write(read(text).regulation) == text


def _at(address: str) -> Provision:
    node = find(HELD.regulation, address)
    assert node is not None
    return node


def _labels(node: Provision, level: Level) -> list[str]:
    return [child.label for child in node.children if isinstance(child, Provision) and child.level is level]
