"""The page of finding codes has a row for every code there is, and none for a code that is gone."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "ma-phat-hien.md"

FAMILIES = ("batch", "cell", "clause", "completeness", "correction", "date", "draft", "edition", "fields", "file",
            "frame", "hash", "import", "interval", "letterhead", "numbering", "reader", "reference", "register",
            "replacement", "review", "site", "tag", "template", "text", "word", "yaml")
CODE = re.compile(rf"(?:{'|'.join(FAMILIES)})(?:[-.][a-z_-]+)+")
FILE_NAMES = (".docx", ".md", ".xml", ".yaml")
PRODUCERS = ("api", "check", "draft", "publish/site", "reader", "versions", "word")
"""Packages that make findings."""


def codes_in(source: str) -> set[str]:
    """Return the codes in a module: every `code="…"`, and every other text that looks like a code."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.keyword) and node.arg == "code" and isinstance(node.value, ast.Constant):
            found.add(str(node.value.value))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value) and (
                not node.value.endswith(FILE_NAMES)):
            found.add(node.value)
    return found


def all_codes() -> set[str]:
    return {code for package in PRODUCERS for path in (ROOT / "docgen" / package).rglob("*.py")
            for code in codes_in(path.read_text(encoding="utf-8"))}


def rows() -> list[list[str]]:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| `")]


def test_every_code_has_one_row() -> None:
    listed = [row[0].strip("`") for row in rows()]
    assert len(listed) == len(set(listed)), "a code has two rows"
    assert set(listed) == all_codes()


def test_every_row_says_how_grave_it_is_what_it_means_and_what_to_do() -> None:
    for row in rows():
        assert len(row) == 4, row
        assert set(row[1].split(", ")) <= {"lỗi", "cảnh báo", "lưu ý"}, row
        assert row[2], row
        assert row[3], row


def test_the_scan_sees_codes() -> None:
    assert codes_in('f(code="yaml")\ng("frame.macros", 1)\n"just words"') == {"yaml", "frame.macros"}
