"""Every provision of the framework regulation is the basis of a clause, referred to by name, or not applicable.

The table is printed with `pytest tests/draft/test_coverage.py -s`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from docgen.draft.kinds import KINDS
from docgen.draft.legal_basis import address_of, edition_of
from docgen.reader.yaml_tree import Mapping, Sequence, parse
from tests.draft.real import editions, template
from tests.draft.samples import REAL_HOME

FRAMEWORK = "162-qd-tw-2024"
MOST = 3
"""Clauses named in one row of the table."""


@dataclass(frozen=True)
class Covered:
    """How one provision is dealt with that is no basis: the clause that refers to it, or why it does not apply."""

    reference: str = ""
    reason: str = ""


def leaves() -> tuple[str, ...]:
    """Return the addresses of the body that have words of their own and nothing under them."""
    texts = editions()[FRAMEWORK].texts
    return tuple(address for address, text in texts.items() if text and address.startswith("dieu-")
                 and not any(other.startswith(f"{address}.") for other in texts))


@cache
def bases() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for kind in KINDS:
        for clause in template(kind.slug).clauses.clauses:
            for basis in clause.source.basis:
                if edition_of(basis) == FRAMEWORK:
                    found.setdefault(address_of(basis), []).append(f"{kind.file_name}: {clause.id}")
    return {address: tuple(clauses) for address, clauses in found.items()}


@cache
def listed() -> dict[str, Covered]:
    root = parse((REAL_HOME / "coverage.yaml").read_text(encoding="utf-8")).root
    assert isinstance(root, Mapping)
    assert root.text("edition") == FRAMEWORK
    provisions = root.get("provisions")
    assert isinstance(provisions, Sequence)
    found: dict[str, Covered] = {}
    for entry in provisions.items:
        assert isinstance(entry, Mapping)
        assert {key.text for key, _ in entry.entries} <= {"address", "reference", "not_applicable"}
        assert entry.text("address") not in found, "an address is listed twice"
        found[entry.text("address")] = Covered(entry.text("reference"), entry.text("not_applicable"))
    return found


def test_every_provision_is_covered() -> None:
    rows = []
    for address in leaves():
        covered = listed().get(address, Covered())
        based = bases().get(address, ())
        more = f" và {len(based) - MOST} chỗ khác" if len(based) > MOST else ""
        rows.append((address, "; ".join(based[:MOST]) + more or covered.reference or covered.reason))
    print("\n".join(f"{address:24}{told or 'CHƯA CÓ'}" for address, told in rows))
    assert len(rows) > 20
    assert [address for address, told in rows if not told] == []


def test_what_is_listed_exists_is_needed_and_names_the_article() -> None:
    known = {clause.id: clause for kind in KINDS for clause in template(kind.slug).clauses.clauses}
    for address, covered in listed().items():
        assert address in leaves(), f"{address} is no provision of {FRAMEWORK} without others under it"
        assert address not in bases(), f"{address} is the basis of a clause and need not be listed"
        assert bool(covered.reference) != bool(covered.reason), f"{address}: either a reference or a reason"
        if covered.reference:
            assert covered.reference in known, f"{address} names a clause that does not exist: {covered.reference}"
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
