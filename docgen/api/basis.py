"""The table of legal bases beside a draft: what its clauses rest on, put into words for whoever decides to sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from docgen.draft.legal_basis import EditionFact, address_of, edition_of
from docgen.draft.opens import NumberedClause
from docgen.draft.render import Draft
from docgen.model.citation import cite
from docgen.publish.basis_table import BasisQuote, BasisRow, BasisTable, ClauseKind, NotHeld, Proposed

BEFORE_THE_ARTICLES = "phần mở đầu"


def basis_table(draft: Draft, editions: Mapping[str, EditionFact], body: str) -> BasisTable:
    """Return everything the table says about one draft; `body` is whose rules they are, chi bộ or đảng bộ."""
    opens = draft.open_items
    return BasisTable(
        document=f"{draft.values.kind.capitalize()} {' '.join(draft.values.summary_lines)}",
        body=body,
        model=draft.model,
        rows=tuple(_rows(draft.clauses, editions)),
        proposed=tuple(Proposed(label=item.label, value=item.value, places=item.places)
                       for item in opens if item.kind == "proposed"),
        not_held=tuple(NotHeld(label=item.label, places=item.places) for item in opens if item.kind == "basis"))


def _rows(clauses: Iterable[NumberedClause], editions: Mapping[str, EditionFact]) -> Iterable[BasisRow]:
    for one in clauses:
        if one.kind and (one.citation or one.basis):
            yield BasisRow(place=one.citation or BEFORE_THE_ARTICLES, text=one.text,
                           kind=cast("ClauseKind", one.kind),
                           bases=(*(_quote(basis, editions) for basis in one.basis),
                                  *(replace(_quote(basis, editions), proposed=True) for basis in one.may_rest_on)))


def _quote(basis: str, editions: Mapping[str, EditionFact]) -> BasisQuote:
    edition = editions.get(edition_of(basis))
    if edition is None:
        return BasisQuote(citation=cite(address_of(basis), edition_of(basis)))
    return BasisQuote(citation=cite(address_of(basis), edition.name or edition.number),
                      wording=edition.texts.get(address_of(basis), ""))
