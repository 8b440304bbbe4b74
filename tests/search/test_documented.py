"""What the page on searching says, and what an index of another docgen must be told apart by."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

from docgen.model.level import Level
from docgen.model.tree import Provision, Regulation
from docgen.search import index as index_module
from docgen.search.abbreviations import ABBREVIATIONS
from docgen.search.entry import entries
from tests.search.made import text

PAGE = (Path(__file__).parents[2] / "docs" / "tim-kiem.md").read_text(encoding="utf-8")


def test_the_page_lists_every_abbreviation_and_no_other() -> None:
    listed = re.search(r"chính chữ tắt cũng được tìm\): ([^.]+)\.", PAGE)
    assert listed
    assert {short.lower() for short in re.findall(r"\w+", listed[1])} == set(ABBREVIATIONS)


def test_entries_made_otherwise_are_of_another_format() -> None:
    """If this fails, raise _ENTRIES in docgen/search/index.py: kept indexes hold entries of the old kind."""
    regulation = Regulation(title=("QUY ĐỊNH", "về Quy chế"), preamble=(
        Provision(level=Level.LEGAL_BASIS, label="-", text="Căn cứ Điều lệ Đảng;"),), provisions=(
        Provision(level=Level.ARTICLE, label="Điều 1.", heading="Chức năng", children=(
            Provision(level=Level.CLAUSE, label="1.", text="Kỷ luật, hoà, Ðoàn kết, quý trọng 21-NQ/TW:", children=(
                Provision(level=Level.POINT, label="đ)", text="Uỷ viên ủy quyền."),)),)),))
    made = [(entry.address, int(entry.zone), entry.head, entry.own, entry.exact, entry.place, entry.around, entry.size,
             entry.below) for entry in entries(text("5-qd-tw-2020", regulation, title="về Quy chế"), regulation)]
    assert (index_module._ENTRIES, f"{zlib.crc32(repr(made).encode()):08x}") == (1, "e478870b")
