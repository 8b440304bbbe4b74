"""What holds for every search over every regulation that could exist."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.model.address import walk
from docgen.model.tree import Provision, Regulation
from docgen.search.index import Index
from docgen.search.query import parse_query
from docgen.search.search import find
from docgen.search.snippet import snippet
from docgen.vietnamese.search_key import words
from tests.search import plain_reference
from tests.search.made import ALL, found, index, index_of, places, queries, small_regulations, text
from tests.strategies import regulations

some = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(regulations(), st.integers(1, 6))
def test_every_provision_is_found_by_its_own_first_words(regulation: Regulation, count: int) -> None:
    made = index_of({"1-qd-2020": regulation})
    for address, node in walk(regulation):
        first = [word.plain for word in words(f"{node.heading}\n{node.text}")][:count]
        if first:
            assert f"1-qd-2020:{address}" in found(made, " ".join(first))


@some
@given(small_regulations(), queries)
def test_a_snippet_is_text_of_its_provision(regulation: Regulation, typed: str) -> None:
    answer = find(index_of({"1-qd-2020": regulation}), typed, limit=ALL)
    nodes = dict(walk(regulation))
    for hit in answer.hits:
        piece = snippet(hit, answer.query, 5)
        if hit.address:
            node = nodes[hit.address]
            assert piece.text in "\n".join(part for part in (node.heading, node.text, hit.below) if part)
            below = [one for one in node.walk() if isinstance(one, Provision) and one is not node]
            assert hit.below in ("", " ".join(part for one in below for part in (one.heading, one.text) if part))
        assert all(piece.text[start:end].strip() for start, end in piece.marks)
        assert list(piece.marks) == sorted(piece.marks)


@some
@given(small_regulations(), small_regulations(), queries)
def test_adding_a_text_removes_no_result_of_another(one: Regulation, other: Regulation, typed: str) -> None:
    alone = find(index_of({"1-qd-2020": one}), typed, limit=ALL)
    both = find(index_of({"1-qd-2020": one, "2-qd-2020": other}), typed, limit=ALL)
    if not alone.nearest:  # what is only near gives way to what has all the words
        assert set(places(alone)) <= set(places(both))


@some
@given(small_regulations(), small_regulations(), queries, st.sampled_from(((), ("1-qd-2020",))))
def test_the_results_are_those_of_the_page_on_searching(
    one: Regulation, other: Regulation, typed: str, late: tuple[str, ...],
) -> None:
    texts = [text("1-qd-2020", one), text("2-qd-2021", other, issued_on="2021")]
    found = find(index(texts), typed, limit=ALL, late=late)
    if any(hit.is_cited for hit in found.hits) or found.absent:
        return
    expected, nearest = plain_reference.answer(texts, typed, late)
    assert [(place, hit.score) for place, hit in zip(places(found), found.hits, strict=True)] == [
        (one.place, one.score) for one in expected]
    assert found.nearest == nearest


@some
@given(small_regulations(), queries)
def test_all_words_are_there_unless_it_says_nearest(regulation: Regulation, typed: str) -> None:
    answer = find(index_of({"1-qd-2020": regulation}), typed, limit=ALL)
    for hit in answer.hits:
        assert bool(hit.missing) <= answer.nearest
        if not hit.is_cited:
            assert len(hit.missing) * 2 <= len(answer.query.units)


@some
@given(small_regulations(), small_regulations(), queries)
def test_without_fts5_the_results_are_the_same(one: Regulation, other: Regulation, typed: str) -> None:
    texts = {"1-qd-2020": one, "2-qd-2020": other}
    assert find(index_of(texts), typed) == find(index_of(texts, with_lookup=False), typed)


@some
@given(small_regulations(), small_regulations(), queries, st.integers(1, 6))
def test_the_first_of_few_are_the_first_of_all(one: Regulation, other: Regulation, typed: str, limit: int) -> None:
    made = index_of({"1-qd-2020": one, "2-qd-2020": other})
    every, first = find(made, typed, limit=ALL), find(made, typed, limit=limit)
    assert first.hits == every.hits[:limit]
    assert first.more == (len(every.hits) > limit)


@some
@given(small_regulations(), small_regulations(), queries)
def test_an_index_brought_up_to_date_is_a_new_index(one: Regulation, new: Regulation, typed: str) -> None:
    texts = [text(f"{number}-qd-2020", one) for number in (1, 2)]
    made = index(texts)
    made.update([*texts[1:], text("9-qd-2020", new)])  # one gone, one come
    changed = [text(texts[1].edition, new, digest="2"), *texts[2:]]
    made.update(changed)
    kept = Index.from_bytes(made.to_bytes())
    fresh = find(index(changed), typed, limit=ALL)
    for updated in (made, kept):
        again = find(updated, typed, limit=ALL)
        assert [(hit.score, hit.address, hit.edition.id) for hit in again.hits] == [
            (hit.score, hit.address, hit.edition.id) for hit in fresh.hits]


@given(st.text(max_size=60))
def test_any_query_is_understood(typed: str) -> None:
    query = parse_query(typed)
    assert {key for unit in query.units for way in unit.ways[:1] for key in way.split()} <= {
        word.plain for word in words(typed)}
    find(_EMPTY, typed)


_EMPTY = Index.empty()
