"""Shares of readings: held against every way counted one by one."""

from __future__ import annotations

from itertools import pairwise
from math import exp, isclose

from hypothesis import given
from hypothesis import strategies as st

from docgen.reader.damage.chances import Chances
from docgen.reader.damage.lattice import Arc, posteriors
from tests.reader.damage.made import counts

COUNTS = counts("cấp uỷ chi bộ, cấp uỷ tổ chức", "tổ chức đảng và chi bộ", "chỉ thị của cấp uỷ")
CHANCES = Chances(COUNTS)
_keys = st.sampled_from(("cấp", "uỷ", "chi", "bộ", "tổ", "chức", "chỉ", "thị", "của", "mới"))
_costs = st.floats(0, 12)


def _ways(arcs: list[Arc], start: int, end: int) -> list[tuple[int, ...]]:
    if start == end:
        return [()]
    return [(number, *rest) for number, arc in enumerate(arcs) if arc.start == start
            for rest in _ways(arcs, arc.end, end)]


@given(st.lists(st.lists(st.tuples(_keys, _costs), min_size=1, max_size=3), min_size=1, max_size=4), _keys, _keys)
def test_shares_are_those_of_all_ways_counted_one_by_one(
    places: list[list[tuple[str, float]]], left: str, right: str,
) -> None:
    arcs = [Arc(at, at + 1, (key,), cost) for at, readings in enumerate(places) for key, cost in readings]
    arcs += [Arc(0, 1, ("của", "mới"), 3.0)]
    weights = {}
    for way in _ways(arcs, 0, len(places)):
        row = (left, *(key for number in way for key in arcs[number].keys), right)
        weights[way] = exp(sum(CHANCES.of(*pair) for pair in pairwise(row)) - sum(arcs[number].cost for number in way))
    whole = sum(weights.values())
    for number, share in enumerate(posteriors(arcs, CHANCES, left, right)):
        expected = sum(weight for way, weight in weights.items() if number in way) / whole
        assert isclose(share, expected, rel_tol=1e-6, abs_tol=1e-9)


@given(_keys)
def test_chances_of_all_that_may_follow_are_at_most_one(left: str) -> None:
    assert sum(exp(CHANCES.of(left, word)) for word in COUNTS.words) <= 1.01


def test_what_was_counted_is_likelier_than_what_was_not() -> None:
    assert all(CHANCES.of("cấp", "uỷ") > CHANCES.of("cấp", other) for other in ("chi", "bộ", "mới", "thị"))
    assert CHANCES.is_at_home("tổ", "chức", "đảng")
    assert not CHANCES.is_at_home("tố", "chức", "đảng")
