"""A law: the script of the pages and docgen search give the same results, in the same order, with the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.model.tree import Regulation
from docgen.publish.site.search_index import Searched, index_script
from docgen.search.search import find
from docgen.search.snippet import snippet
from docgen.versions.register import Status
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


def shown(texts: Sequence[Searched], typed: str, among: Sequence[str] | None) -> dict[str, object]:
    """What docgen search answers, written as the pages have it."""
    late = {one.text.edition for one in texts if one.status in ("replaced", "not_yet")}
    answer = find(index([one.text for one in texts]), typed, limit=ALL, among=among, late=late)
    hits = []
    for hit in answer.hits:
        piece = snippet(hit, answer.query)
        hits.append({"edition": hit.edition.id, "address": hit.address, "citation": hit.citation, "score": hit.score,
                     "isCited": hit.is_cited, "missing": list(hit.missing), "alike": hit.alike,
                     "snippet": {"text": piece.text, "marks": [list(mark) for mark in piece.marks],
                                 "cut": list(piece.cut)}})
    return {"nearest": answer.nearest, "absent": answer.absent is not None, "hits": hits}


def on_the_page(node: InNode, texts: Sequence[Searched], typed: str, among: Sequence[str] | None) -> dict[str, object]:
    node.take(index_script(texts))
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
    assert on_the_page(node, texts, typed, among) == shown(texts, typed, among)
