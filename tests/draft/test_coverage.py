"""Every provision of the framework regulation is the basis of a clause, referred to by name, or not applicable.

The table is printed with `pytest tests/draft/test_coverage.py -s`.
"""

from __future__ import annotations

import re
from functools import cache

from docgen.draft.coverage import FILE, Covered, Listed, coverage, read_coverage
from docgen.draft.kinds import KINDS
from docgen.reader.yaml_tree import Mapping, Sequence, parse
from tests.draft.real import editions, template
from tests.draft.samples import REAL_HOME

FRAMEWORK = "162-qd-tw-2024"
MOST = 3
"""Clauses named in one row of the table."""


@cache
def listed() -> Listed:
    return read_coverage((REAL_HOME / FILE).read_text(encoding="utf-8"))


@cache
def rows() -> tuple[Covered, ...]:
    return coverage(editions()[FRAMEWORK], [(kind.file_name, template(kind.slug).clauses) for kind in KINDS],
                    listed().provisions)


def test_every_provision_is_covered() -> None:
    for row in rows():
        more = f" và {len(row.based) - MOST} chỗ khác" if len(row.based) > MOST else ""
        print(f"{row.address:24}{'; '.join(row.based[:MOST]) + more or row.reference or row.reason or 'CHƯA CÓ'}")
    assert len(rows()) > 20
    assert [row.address for row in rows() if row.state in ("open", "proposed")] == []


def test_what_is_listed_is_written_as_it_should_be() -> None:
    root = parse((REAL_HOME / FILE).read_text(encoding="utf-8")).root
    assert isinstance(root, Mapping)
    provisions = root.get("provisions")
    assert isinstance(provisions, Sequence)
    entries = [entry for entry in provisions.items if isinstance(entry, Mapping)]
    assert len(entries) == len(provisions.items)
    assert {key.text for entry in entries for key, _ in entry.entries} <= {"address", "reference", "not_applicable"}
    assert len(listed().provisions) == len(entries), "an address is listed twice"


def test_what_is_listed_exists_is_needed_and_names_the_article() -> None:
    assert listed().edition == FRAMEWORK
    known = {clause.id: clause for kind in KINDS for clause in template(kind.slug).clauses.clauses}
    found = {row.address: row for row in rows()}
    for address, covered in listed().provisions.items():
        assert address in found, f"{address} is no provision of {FRAMEWORK} without others under it"
        assert found[address].based == (), f"{address} is the basis of a clause and need not be listed"
        assert bool(covered.reference) != bool(covered.reason), f"{address}: either a reference or a reason"
        if covered.reference:
            assert found[address].reference, f"{address} names a clause that does not exist: {covered.reference}"
            assert article(address) in named_articles(known[covered.reference].source.text)


def article(address: str) -> int:
    return int(address.partition(".")[0].removeprefix("dieu-"))


def named_articles(text: str) -> set[int]:
    """Return the articles of the regulation a text names: "Điều 3", "từ Điều 1 đến Điều 7 Quy định số 162-QĐ/TW"."""
    if "162-QĐ/TW" not in text:
        return set()
    named = {int(number) for number in re.findall(r"Điều (\d+)", text)}
    for first, last in re.findall(r"từ Điều (\d+) đến Điều (\d+)", text):
        named |= set(range(int(first), int(last) + 1))
    return named
