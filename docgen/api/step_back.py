"""One step back in the history of a text: where a provision stood in the version before, and what became of it since.

The same address with the same words is the same provision; else the comparison decides; where it finds no counterpart,
the provision at the same address is taken, since the numbers of an issued text do not move when a copy is corrected.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from docgen.compare.compare import compare
from docgen.compare.comparison import Comparison, Pair, Row, Span, Words
from docgen.model.address import walk
from docgen.model.level import Level
from docgen.model.tree import Provision, Regulation

_COUNTED = re.compile(r"doan-\d+")
_HERE = "doan-1"


@dataclass(frozen=True)
class Version:
    """One version of a text with its provisions by address."""

    regulation: Regulation

    @cached_property
    def places(self) -> dict[str, Provision]:
        """Every provision by its address."""
        return dict(walk(self.regulation))

    def below(self, addresses: Iterable[str]) -> set[str]:
        """Return these addresses and all under them; an article's address does not name its chapter."""
        inside = {id(node) for address in addresses if address in self.places
                  for node in self.places[address].walk()}
        return {address for address, node in self.places.items() if id(node) in inside}


@dataclass(frozen=True, slots=True)
class Step:
    """Where the provisions stood before (none: they came with this step), and the rows that tell what changed."""

    before: frozenset[str]
    rows: tuple[Row, ...] = ()
    changed: bool = False


def step_back(old: Version, new: Version, addresses: frozenset[str]) -> Step:
    """Follow provisions of the new version into the old one; no addresses: the whole text."""
    if not addresses:
        return Step(addresses, _telling(compare(old.regulation, new.regulation).rows), changed=True)
    if all(address in old.places and old.places[address] == new.places[address] for address in addresses):
        return Step(addresses)
    comparison = compare(old.regulation, new.regulation)
    if stayed := _by_address(comparison, old, new, addresses):
        comparison = compare(old.regulation, new.regulation, [(address, address) for address in stayed])
    sources = {address: _sources(comparison, address) for address in addresses}
    alone = {address for address in addresses
             if address not in _compared(comparison) and not sources[address] and address in old.places}
    before = frozenset().union(*sources.values(), alone)
    touched, were = new.below(addresses), old.below(before)
    rows = [row for row in comparison.rows if not touched.isdisjoint(row.new) or not were.isdisjoint(row.old)]
    rows += [_alone(old.places[address], new.places[address], address) for address in sorted(alone)
             if old.places[address] != new.places[address]]
    return Step(before, _telling(rows), _printed(old, before) != _printed(new, addresses) or bool(_telling(rows)))


def _by_address(comparison: Comparison, old: Version, new: Version, addresses: Collection[str]) -> list[str]:
    """Return the provisions that have no counterpart although one of the same address and rank is free before."""
    taken = {pair.old for row in comparison.rows for pair in row.pairs}
    return [address for address in sorted(addresses)
            if address in _compared(comparison) and not _sources(comparison, address) and address in old.places
            and address not in taken and old.places[address].level is new.places[address].level]


def _sources(comparison: Comparison, address: str) -> frozenset[str]:
    return frozenset(pair.old for row in comparison.rows for pair in row.pairs if pair.new == address)


def _compared(comparison: Comparison) -> set[str]:
    return {address for row in comparison.rows if row.kinds for address in row.new}


def _alone(old: Provision, new: Provision, address: str) -> Row:
    """Compare two provisions of a part that a comparison leaves out, such as a line of Nơi nhận, by themselves."""
    one, other = (Regulation(provisions=(Provision(level=Level.PARAGRAPH, text=node.text),)) for node in (old, new))
    row = compare(one, other, [(_HERE, _HERE)]).rows[0]
    return replace(row, level=new.level, old=(address,), new=(address,),
                   pairs=tuple(replace(pair, old=address, new=address) for pair in row.pairs))


def _telling(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows that say something of their own, in the words of this clock: nothing here is unknown."""
    found = []
    for row in rows:
        if row.kinds in ((), ("unchanged",)) or _only_below(row) or _only_counted(row):
            continue
        if "unknown" in row.kinds and not row.pairs:  # it faced a gap of the file, not of what anybody knows
            found.append(replace(row, kinds=("added",) if row.new else ("removed",)))
        else:
            found.append(row)
    return tuple(found)


def _only_below(row: Row) -> bool:
    """Tell whether all that was reworded stands in rows of its own."""
    return row.kinds == ("reworded",) and bool(row.pairs) and all(
        span.mark == "=" for pair in row.pairs for span in (*pair.heading, *pair.words))


def _only_counted(row: Row) -> bool:
    """Tell whether a dash item only has another place in its list because one before it came or went."""
    return row.kinds == ("renumbered",) and [_COUNTED.sub("", one) for one in row.old] == [
        _COUNTED.sub("", one) for one in row.new]


def _printed(version: Version, addresses: Iterable[str]) -> list[tuple[str, str, str]]:
    return [(node.label, node.heading, node.text) for address in sorted(addresses) if address in version.places
            for node in version.places[address].walk() if isinstance(node, Provision)]


def own_words(step: Step, addresses: Collection[str]) -> Words:
    """Return the words of the provisions themselves, without what stands below them."""
    pairs: list[Pair] = [pair for row in step.rows for pair in row.pairs if pair.new in addresses]
    return tuple(span for pair in pairs for span in (*pair.heading, *pair.words))


def brought_in(version: Version, addresses: Iterable[str]) -> Words:
    """Return the words of provisions that were not there before."""
    texts = [part for address in sorted(addresses) if address in version.places
             for part in (version.places[address].heading, version.places[address].text) if part]
    return (Span("+", " ".join(texts)),) if texts else ()
