"""Quy định 138-QĐ/TW: the part that could be read stands as printed, what comes after it is a gap, not an end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.api.as_printed import as_printed
from docgen.errors import NotPossible
from docgen.model.native import to_native
from docgen.model.tree import Gap, Provision
from docgen.versions.library import HeldText, open_library
from docgen.versions.workspace import Workspace

ROOT = Path(__file__).parents[2]
SOURCE = ROOT.parent / "shared" / "texts" / "138-QD-TW-2023.PARTIAL.txt"
LIBRARY = open_library(Workspace(ROOT))
EDITION = LIBRARY.registers.find("138")
HELD: HeldText = LIBRARY.text(EDITION)


def test_as_printed_gives_the_words_of_the_page_back() -> None:
    if not SOURCE.is_file():
        pytest.skip("the texts as they were read are not on this machine")
    page = unicodedata.normalize("NFC", SOURCE.read_text(encoding="utf-8"))
    page = page[page.index("BAN CHẤP HÀNH TRUNG ƯƠNG\n-------"):page.index("# [END OF")]
    printed = as_printed(HELD.regulation, EDITION.corrections)
    nodes = [node for node in printed.walk() if isinstance(node, Provision)]
    zones = [*(line for line in printed.letterhead if isinstance(line, str)), *printed.title]
    ours = " ".join([*zones, *(f"{node.label} {node.heading} {node.text}" for node in nodes)])
    assert re.findall(r"\w+", ours) == re.findall(r"\w+", page)


def test_after_the_cut_stands_one_gap_and_nothing_else() -> None:
    nodes = list(HELD.regulation.walk())
    assert isinstance(nodes[-1], Gap)
    assert sum(isinstance(node, Gap) for node in nodes) == 1
    assert not HELD.regulation.signature and not HELD.regulation.recipients
    assert EDITION.completeness == "partial"


@pytest.mark.parametrize("address", ["dieu-2.khoan-1", "dieu-3", "dieu-10", "dieu-10.khoan-1", "iii"])
def test_what_comes_after_is_not_held_which_is_not_the_same_as_absent(address: str) -> None:
    with pytest.raises(NotPossible) as after_the_cut:
        LIBRARY.provision(EDITION, address)
    with pytest.raises(NotPossible) as before_it:
        LIBRARY.provision(EDITION, "dieu-1.khoan-4")
    assert after_the_cut.value.message.source != before_it.value.message.source


def test_what_a_secondary_source_says_is_marked_as_such_and_is_no_wording() -> None:
    secondary = {edition.id: [source.certainty for source in edition.sources if source.what.startswith("nguồn thứ cấp")]
                 for edition in LIBRARY.registers.editions}
    assert {name: found for name, found in secondary.items() if found} == {
        "138-qd-tw-2023": ["C"], "24-qd-tw-2021": ["C"], "dieu-le-dang-2011": ["C"]}
    for name, place in (("138-qd-tw-2023", "Điều 10"), ("24-qd-tw-2021", "Mục 31"), ("dieu-le-dang-2011", "Điều 23")):
        note = LIBRARY.registers.find(name).note
        assert place in note and "nguồn thứ cấp, chưa đối chiếu, không phải lời văn" in note
        assert name == "138-qd-tw-2023" or LIBRARY.registers.find(name).completeness == "none"


def test_the_tree_of_the_text(golden: Callable[[Path, str], None]) -> None:
    golden(ROOT / "tests/reader/golden/138-qd-tw-2023.held.native", to_native(HELD.regulation))
