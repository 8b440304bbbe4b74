"""From paired wording to paired articles, chapters and lists: what holds the words that went over corresponds too."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.compare.settled import Edge, Settled
from docgen.compare.units import Unit, Units
from docgen.model.level import Level

_ARTICLE_SHARE = 25
"""Per cent of the words of either article that must have gone over."""

_HEAD_SHARE = 50
"""The same for chapters and lists: one article that changed its chapter is no merger of chapters."""

_OTHER_RANK = 60
"""Per cent of the words of both together, for a khoản that became a Điều with all that is below it."""


def sizes(side: Units) -> list[int]:
    """Return the words below each provision, its own and its title included."""
    size = [len(unit.words) + len(unit.title) for unit in side.items]
    for unit in reversed(side.items):
        if unit.parent >= 0:
            size[unit.parent] += size[unit.place]
    return size


def lifted(old: Units, new: Units, shared: Mapping[Edge, int], settled: Settled) -> dict[Edge, int]:
    """Return all pairs of provisions, those of wording and those of what holds it, with the words they share."""
    size_old, size_new = sizes(old), sizes(new)
    flow = _flow(old, new, shared)
    edges = dict(shared)
    edges.update({edge: flow.get(edge, 0) for edge in sorted(settled.pairs) if edge not in edges})
    with_words = ({one for one, _ in edges}, {other for _, other in edges})
    candidates = {
        (one, other): words for (one, other), words in flow.items()
        if settled.allows((one, other))
        and old.items[one].is_head == new.items[other].is_head
        and _is_lifted(old.items[one], with_words[0]) and _is_lifted(new.items[other], with_words[1])}
    across = _across_ranks(old, new, candidates, size_old, size_new)
    edges.update(across)
    held = ({one for one, _ in across}, {other for _, other in across})
    _same_rank(old, new, {edge: words for edge, words in candidates.items()
                          if edge[0] not in held[0] and edge[1] not in held[1]}, (size_old, size_new), edges)
    plain = {(one, other): words for (one, other), words in flow.items()
             if 2 * words >= max(1, min(size_old[one], size_new[other])) and settled.allows((one, other))}
    _with_plain_article(old, new, plain, edges)
    _by_title(old, new, edges, settled)
    _by_place(old, new, edges, settled)
    return edges


def _is_lifted(unit: Unit, with_words: set[int]) -> bool:
    """Tell whether a provision is paired by what is below it: containers always, others if their lead found no one."""
    return unit.is_container or (unit.end > unit.place + 1 and unit.place not in with_words)


def _flow(old: Units, new: Units, shared: Mapping[Edge, int]) -> dict[Edge, int]:
    """Return the words that go from each provision to each, everything below both counted."""
    flow: dict[Edge, int] = {}
    for (one, other), words in shared.items():
        above_new = _upwards(new, other)
        for from_old in _upwards(old, one):
            for to_new in above_new:
                flow[from_old, to_new] = flow.get((from_old, to_new), 0) + words
    return flow


def _upwards(side: Units, place: int) -> list[int]:
    out = []
    while place >= 0:
        out.append(place)
        place = side.items[place].parent
    return out


def _same_rank(old: Units, new: Units, candidates: Mapping[Edge, int], size: tuple[list[int], list[int]],
               edges: dict[Edge, int]) -> None:
    """Pair what is of one rank and shares enough; of lists inside each other only the one that fits better."""
    ranked = []
    for (one, other), words in candidates.items():
        level = old.items[one].level
        share = _ARTICLE_SHARE if level is Level.ARTICLE else _HEAD_SHARE
        if level is new.items[other].level and 100 * words >= share * max(1, min(size[0][one], size[1][other])):
            whole = max(1, size[0][one] + size[1][other])
            depth = abs(len(_upwards(old, one)) - len(_upwards(new, other)))
            ranked.append((-200 * words // whole, depth, one, other))
    partners: tuple[dict[int, list[int]], dict[int, list[int]]] = ({}, {})
    for *_, one, other in sorted(ranked):
        if any(_is_inside(new, other, place) for place in partners[0].get(one, ())) or any(
                _is_inside(old, one, place) for place in partners[1].get(other, ())):
            continue
        partners[0].setdefault(one, []).append(other)
        partners[1].setdefault(other, []).append(one)
        edges.setdefault((one, other), candidates[one, other])


def _is_inside(side: Units, one: int, other: int) -> bool:
    """Tell whether one of two provisions stands in the other."""
    first, last = min(one, other), max(one, other)
    return first < last < side.items[first].end


def _across_ranks(old: Units, new: Units, candidates: Mapping[Edge, int], size_old: list[int],
                  size_new: list[int]) -> dict[Edge, int]:
    """Return pairs of different ranks that fit each other better than anything of their own rank."""
    best_old: dict[int, tuple[int, bool, int]] = {}
    best_new: dict[int, tuple[int, bool, int]] = {}
    for (one, other), words in candidates.items():
        likeness = 200 * words // max(1, size_old[one] + size_new[other])
        same_rank = old.items[one].level is new.items[other].level
        best_old[one] = max(best_old.get(one, (0, False, 0)), (likeness, same_rank, -other))
        best_new[other] = max(best_new.get(other, (0, False, 0)), (likeness, same_rank, -one))
    return {(one, -other): candidates[one, -other] for one, (likeness, same_rank, other) in best_old.items()
            if likeness >= _OTHER_RANK and not same_rank and best_new[-other][1:] == (False, -one)}


def _with_plain_article(old: Units, new: Units, flow: Mapping[Edge, int], edges: dict[Edge, int]) -> None:
    """Pair an article of plain text with the article of khoản it was made into, and the other way round."""
    taken = ({one for one, _ in edges if old.items[one].is_container},
             {other for _, other in edges if new.items[other].is_container})
    for (one, other), words in flow.items():
        first, second = old.items[one], new.items[other]
        if first.level is second.level is Level.ARTICLE and first.is_container != second.is_container and (
                one not in taken[0] and other not in taken[1]):
            edges.setdefault((one, other), words)


def _by_title(old: Units, new: Units, edges: dict[Edge, int], settled: Settled) -> None:
    """Pair what is left of heads and articles where both carry one title that stands once on either side."""
    left = _left(old, 0, edges, settled.old), _left(new, 1, edges, settled.new)
    titled: list[dict[tuple[Level, tuple[str, ...]], list[int]]] = [{}, {}]
    for side, units, places in ((0, old, left[0]), (1, new, left[1])):
        for place in places:
            unit = units.items[place]
            if unit.title and (unit.is_head or unit.level is Level.ARTICLE):
                titled[side].setdefault((unit.level, unit.title), []).append(place)
    for key, places in titled[0].items():
        same = titled[1].get(key, [])
        if len(places) == len(same) == 1:
            edges[places[0], same[0]] = len(key[1])


def _by_place(old: Units, new: Units, edges: dict[Edge, int], settled: Settled) -> None:
    """Pair what has no words of its own with the one of the same label below the partner of its parent."""
    left = _left(old, 0, edges, settled.old), _left(new, 1, edges, settled.new)
    partner = dict(edges.keys())
    free = {(new.items[place].parent, new.items[place].level, _last(new.items[place].address)): place
            for place in left[1] if _is_bare(new.items[place])}
    for place in left[0]:
        unit = old.items[place]
        above = partner.get(unit.parent) if unit.parent >= 0 else -1
        if _is_bare(unit) and above is not None:
            other = free.get((above, unit.level, _last(unit.address)))
            if other is not None:
                edges[place, other] = 0
                partner[place] = other


def _left(side: Units, at: int, edges: Mapping[Edge, int], settled: frozenset[int]) -> list[int]:
    taken = {edge[at] for edge in edges}
    return [unit.place for unit in side.items if unit.place not in taken and unit.place not in settled]


def _is_bare(unit: Unit) -> bool:
    return not unit.words and not unit.title


def _last(address: str) -> str:
    return address.rpartition("/")[2].rpartition(".")[2]
