"""The kinds of document a cell writes, and which questions hold the number and the days of each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKind:
    """One kind of document: its template folder, the name of its files, its questions for number, days and symbol.

    `between_sides` tells that others sign beside the cell: an agreement.
    """

    slug: str
    file_name: str
    number: str
    passed_on: str
    issued_on: str
    symbol: str = ""
    between_sides: bool = False


WORKING_RULES = DocumentKind(
    slug="working-rules", file_name="quy-che-lam-viec", number="number", passed_on="passed_on", issued_on="issued_on")
AGREEMENT = DocumentKind(
    slug="coordination-agreement", file_name="quy-che-phoi-hop", number="agreement_number",
    passed_on="agreement_passed_on", issued_on="agreement_issued_on", symbol="agreement_symbol", between_sides=True)
KINDS = (WORKING_RULES, AGREEMENT)
"""In the order in which they are drafted."""
SLUGS = tuple(kind.slug for kind in KINDS)


def kind_of(slug: str) -> DocumentKind:
    """Return the kind of document a template folder of this name holds; an unknown name is drafted as rules."""
    return next((kind for kind in KINDS if kind.slug == slug), WORKING_RULES)
