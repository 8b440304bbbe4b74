"""Whether an address missing from a text may stand in one of its gaps, or certainly does not exist."""

from __future__ import annotations

import re

from docgen.model.address import walk
from docgen.model.numbering import roman_value, sort_key
from docgen.model.tree import Gap, Node, Provision, Regulation

_LAST = re.compile(r"(?:^|[./])([a-z-]*?)-?([0-9][0-9a-z.]*|[a-z]{1,2}|[ivxl]+)$")


def gap_over(regulation: Regulation, address: str) -> Gap | None:
    """Return the gap that may hide an address, None if the text is held whole wherever it would stand.

    It would stand inside its nearest held ancestor, after the held sibling of the next lower number and before that
    of the next higher one: only a gap in that stretch can hide it.
    """
    if address.startswith(("can-cu-", "mo-dau-")):
        return None  # a preamble holds no gaps
    order = _in_order(regulation)
    places = {place: at for at, (place, _) in enumerate(order) if place}
    address, stem = _first_missing(address, places)
    first = places[stem] if stem else -1
    last = next((at for at in range(first + 1, len(order)) if order[at][0] and not _below(order[at][0], stem)),
                len(order)) if stem else len(order)
    # a gap that follows straight after the ancestor's last words may be the loss of its own end
    while last < len(order) and not order[last][0]:
        last += 1
    for place, at in places.items():
        if first < at < last and _sibling(place, address):
            key, wanted = _key(place), _key(address)
            if key < wanted:
                first = max(first, at, *(inner for below, inner in places.items() if _below(below, place)))
            elif key > wanted:
                last = min(last, at)
    return next((node for place, node in order[max(first, 0):last] if isinstance(node, Gap)), None)


def _in_order(regulation: Regulation) -> list[tuple[str, Node]]:
    """Return every node of the body in the order of print, a gap with an empty address."""
    addresses = {id(node): place for place, node in walk(regulation)}
    return [(addresses.get(id(node), "") if isinstance(node, Provision) else "", node) for node in regulation.walk()]


def _first_missing(address: str, places: dict[str, int]) -> tuple[str, str]:
    """Return the outermost part of an address that is missing, and the held provision it would stand in.

    Where Điều 9 cannot be hidden in a gap, its khoản cannot either.
    """
    stem = ""
    for cut in (*(match.start() for match in re.finditer(r"[./]", address)), len(address)):
        if address[:cut] not in places:
            return address[:cut], stem
        stem = address[:cut]
    return address, stem


def _below(place: str, stem: str) -> bool:
    return place.startswith((f"{stem}.", f"{stem}/"))


def _sibling(place: str, address: str) -> bool:
    one, other = _LAST.search(place), _LAST.search(address)
    return bool(one and other and one[1] == other[1] and place[: one.start(1)] == address[: other.start(1)])


def _key(address: str) -> tuple[tuple[int, int], ...]:
    match = _LAST.search(address)
    if match is None:
        return ()
    number = match[2].replace("dd", "đ")
    if not match[1].endswith("diem") and (value := roman_value(number)):
        return ((value, 0),)  # a head: ii is two, not a doubled điểm i
    return sort_key(number)
