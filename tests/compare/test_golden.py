"""171-QĐ/TW against 162-QĐ/TW, the pair the product was made for: what is held of the old one, and nothing more."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from docgen.compare.compare import compare
from docgen.model.tree import Regulation
from docgen.reader.read import read
from docgen.versions.correspondences import load_correspondences

ROOT = Path(__file__).parents[2]


OLD, NEW = "171-qd-tw-2008", "162-qd-tw-2024"


def held(name: str) -> Regulation:
    path = ROOT / "regulations" / "hoi-quan-chung" / f"{name}.md"
    return read(path.read_text(encoding="utf-8")).regulation


def test_171_against_162(golden: Callable[[Path, str], None]) -> None:
    old, new = held(OLD), held(NEW)
    result = compare(old, new).to_dict()
    rows = result.pop("correspondences")
    assert isinstance(rows, list)
    lines = [json.dumps(result, ensure_ascii=False), *(json.dumps(row, ensure_ascii=False) for row in rows)]
    golden(Path(__file__).parent / "golden" / "171--162.jsonl", "\n".join(lines) + "\n")


def test_the_reviewed_file_of_the_pair_agrees_with_what_is_found() -> None:
    reviewed = load_correspondences(ROOT / "versions" / "hoi-quan-chung" / f"{OLD}--{NEW}.yaml", OLD, NEW)
    known = [(pair.old, pair.new) for pair in reviewed.pairs]
    found, forced = compare(held(OLD), held(NEW)).rows, compare(held(OLD), held(NEW), known).rows
    assert [(row.old, row.new, row.kinds) for row in forced] == [(row.old, row.new, row.kinds) for row in found]
    assert all(row.confirmed for row in forced if row.old)
    assert "Không do người làm công tác pháp chế" in reviewed.note
    assert all("chưa có người làm công tác pháp chế" in pair.confirmed_by for pair in reviewed.pairs)
