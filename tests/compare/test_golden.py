"""171-QĐ/TW against 162-QĐ/TW, the pair the product was made for: what is held of the old one, and nothing more."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from docgen.compare.compare import compare
from docgen.reader.read import read

ROOT = Path(__file__).parents[2]


def test_171_against_162(golden: Callable[[Path, str], None]) -> None:
    old, new = (read((ROOT / "regulations" / "hoi-quan-chung" / f"{name}.md").read_text(encoding="utf-8")).regulation
                for name in ("171-qd-tw-2008", "162-qd-tw-2024"))
    result = compare(old, new).to_dict()
    rows = result.pop("correspondences")
    assert isinstance(rows, list)
    lines = [json.dumps(result, ensure_ascii=False), *(json.dumps(row, ensure_ascii=False) for row in rows)]
    golden(Path(__file__).parent / "golden" / "171--162.jsonl", "\n".join(lines) + "\n")
