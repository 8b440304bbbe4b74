"""Indexes made for tests, in memory, and results named the way people ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hypothesis import strategies as st

from docgen.model.level import Level
from docgen.model.tree import Provision, Regulation
from docgen.reader.read import read
from docgen.search.entry import SearchText
from docgen.search.index import Index
from docgen.search.search import Answer, find

ALL = 100_000
"""A limit nothing reaches."""


def text(edition: str, regulation: Regulation | None, *, digest: str = "1",
         issued_on: str = "2020-01-01", title: str = "") -> SearchText:
    return SearchText(edition=edition, digest=digest, load=lambda: regulation, work="thu",
                      name=f"Quy định số {edition}", issued_on=issued_on, title=title)


def index(texts: Iterable[SearchText], *, with_lookup: bool | None = None) -> Index:
    made = Index.empty(with_lookup)
    made.update(texts)
    return made


def index_of(regulations: Mapping[str, Regulation], *, with_lookup: bool | None = None) -> Index:
    return index((text(name, regulation) for name, regulation in regulations.items()), with_lookup=with_lookup)


def articles(*lines: str) -> Regulation:
    """A regulation of one article for each line: "heading | text"."""
    blocks = ["QUY ĐỊNH", ""]
    for number, line in enumerate(lines, 1):
        heading, _, wording = line.partition("|")
        blocks += [f"Điều {number}. {heading}".strip(), "", wording.strip(), ""]
    return read("\n".join(blocks)).regulation


def places(answer: Answer) -> list[str]:
    return [f"{hit.edition.id}:{hit.address}" for hit in answer.hits]


def found(made: Index, typed: str, limit: int = ALL) -> list[str]:
    return places(find(made, typed, limit=limit))


VOCABULARY = ("chi", "bộ", "chỉ", "bố", "cấp", "uỷ", "ủy", "đảng", "dang", "viên", "quy", "chế", "CB", "7", "điều")
_wording = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=5).map(" ".join)
_maybe = st.one_of(st.just(""), _wording)


@st.composite
def small_regulations(draw: st.DrawFn) -> Regulation:
    """A regulation of so few different words that much is said twice and every query finds something."""
    made = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        clauses = []
        for place in range(1, draw(st.integers(0, 3)) + 1):
            points = tuple(Provision(level=Level.POINT, label=f"{letter})", text=draw(_wording))
                           for letter in "ab"[:draw(st.integers(0, 2))])
            clauses.append(Provision(level=Level.CLAUSE, label=f"{place}.", text=draw(_maybe), children=points))
        made.append(Provision(level=Level.ARTICLE, label=f"Điều {number}.", heading=draw(_maybe), text=draw(_maybe),
                              children=tuple(clauses)))
    basis = Provision(level=Level.LEGAL_BASIS, label="-", text=draw(_wording))
    return Regulation(title=("QUY ĐỊNH", draw(_wording)), preamble=(basis,), provisions=tuple(made))


queries = st.one_of(
    st.lists(st.sampled_from((*VOCABULARY, "bo", "uy", "che", "xyz", '"chi bộ"', '"cap uy"', "cbcs")),
             min_size=1, max_size=5).map(" ".join),
    st.text("aáâbcdđeêiuưy \"7", max_size=10))
