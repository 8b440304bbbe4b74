"""A law: the script of the pages and docgen search give the same results, in the same order, with the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.model.address import walk
from docgen.model.tree import Regulation
from docgen.publish.site.search_index import Searched, index_script
from docgen.reader.read import read
from docgen.search.index import Index
from docgen.search.search import find
from docgen.search.snippet import snippet
from docgen.versions.register import Status
from docgen.vietnamese.letters import without_marks
from tests.search import labelled
from tests.search.made import ALL, index, queries, small_regulations, text
from tests.site.search.in_node import InNode, in_node

some = settings(max_examples=80, deadline=None,
                suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
STATUSES: tuple[Status, ...] = ("in_force", "replaced", "not_yet", "not_known")
citations = st.builds(
    "{} {} {}".format,
    st.sampled_from(("điều", "dieu", "Đ.", "căn cứ", "khoản 1 điều", "điểm b khoản 2 điều", "k 1 d")),
    st.sampled_from(("1", "2", "3", "9")), st.sampled_from(("", "qđ 1", "quy định số 2", "2-QĐ/2021", "chi bộ", "162")))
names = st.sampled_from(("1", "2-qd-2021", "1-qd-2020:dieu-1", "1: 2.1", "1-qd-2020: dieu-9.khoan-2", "2:1.1.a"))


@pytest.fixture(scope="module")
def node() -> Iterator[InNode]:
    with in_node() as running:
        yield running


def shown(
    texts: Sequence[Searched], typed: str, among: Sequence[str] | None = None, made: Index | None = None,
) -> dict[str, object]:
    """What docgen search answers, written as the pages have it."""
    late = {one.text.edition for one in texts if one.status in ("replaced", "not_yet")}
    answer = find(made or index([one.text for one in texts]), typed, limit=ALL, among=among, late=late)
    hits = []
    for hit in answer.hits:
        piece = snippet(hit, answer.query)
        hits.append({"edition": hit.edition.id, "address": hit.address, "citation": hit.citation, "score": hit.score,
                     "isCited": hit.is_cited, "missing": list(hit.missing), "alike": hit.alike,
                     "snippet": {"text": piece.text, "marks": [list(mark) for mark in piece.marks],
                                 "cut": list(piece.cut)}})
    return {"nearest": answer.nearest, "absent": answer.absent is not None, "hits": hits}


def on_the_page(node: InNode, typed: str, among: Sequence[str] | None = None) -> dict[str, object]:
    found = node.find(typed, among)
    hits = found["hits"]
    assert isinstance(hits, list)
    return {**found, "hits": [{**hit, "edition": hit["edition"]["id"]} for hit in hits]}


@some
@given(small_regulations(), small_regulations(), st.one_of(queries, citations, names), st.sampled_from(STATUSES),
       st.sampled_from((None, ("2-qd-2021",), ())))
def test_the_pages_answer_as_docgen_search(  # noqa: PLR0917
    node: InNode, one: Regulation, other: Regulation, typed: str, status: Status, among: tuple[str, ...] | None,
) -> None:
    texts = [Searched(text=text("1-qd-2020", one), regulation=one, status=status, page="a.html"),
             Searched(text=text("2-qd-2021", other, issued_on="2021-01-01"), regulation=other, status="in_force",
                      page="b.html")]
    node.take(index_script(texts))
    assert on_the_page(node, typed, among) == shown(texts, typed, among)


@pytest.fixture(scope="module")
def held() -> Iterator[tuple[InNode, list[Searched], Index]]:
    """The regulations of this checkout, searched by the pages' script in Node and by docgen search."""
    texts = []
    for path in sorted((Path(__file__).parents[3] / "regulations").rglob("*.md")):
        regulation = read(path.read_text("utf-8")).regulation
        known = text(path.stem, regulation, issued_on=path.stem[-4:])
        texts.append(Searched(text=known, regulation=regulation, page=f"{path.stem}.html",
                              status="replaced" if path.stem.startswith("171") else "in_force"))
    with in_node() as running:
        running.take(index_script(texts))
        yield running, texts, index([one.text for one in texts])


@pytest.mark.parametrize("typed", [one.query for one in (
    *labelled.read(labelled.TUNED), *labelled.read(labelled.KEPT_APART),
    *labelled.read(Path(__file__).parent / "queries.yaml"))])
def test_the_labelled_queries_are_answered_alike(held: tuple[InNode, list[Searched], Index], typed: str) -> None:
    node, texts, made = held
    assert on_the_page(node, typed) == shown(texts, typed, made=made)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_runs_of_real_words_are_answered_alike(
    held: tuple[InNode, list[Searched], Index], data: st.DataObject,
) -> None:
    node, texts, made = held
    nodes = [found.text.split() for one in texts if one.regulation for _, found in walk(one.regulation) if found.text]
    runs = []
    for _ in range(data.draw(st.integers(1, 3))):
        words = data.draw(st.sampled_from(nodes))
        at = data.draw(st.integers(0, len(words) - 1))
        runs.append(" ".join(words[at:at + data.draw(st.integers(1, 4))]))
    typed = data.draw(st.sampled_from((" ", ' "', " xyz "))).join(runs)
    typed = without_marks(typed) if data.draw(st.booleans()) else typed
    assert on_the_page(node, typed) == shown(texts, typed, made=made)
