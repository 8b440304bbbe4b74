"""What the index knows: editions, and one entry for each provision with the words it can be found by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from docgen.model.address import walk
from docgen.model.citation import cite
from docgen.model.level import HEADS, Level
from docgen.model.tree import Provision, Regulation
from docgen.vietnamese.search_key import words

LEAD = 20
"""Words of each provision above that help to find one: its heading and the beginning of its own words."""


class Zone(IntEnum):
    """Part of the paper an entry stands in; what is not the regulation's own rules comes later in the results."""

    BODY = 0
    DOCUMENT = 1
    PREAMBLE = 2
    RECIPIENTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchText:
    """One edition handed to the index: its facts, a digest of all that the index keeps of it, the way to its tree.

    `load` is called only if the digest is new; it returns None for an edition whose wording is not held.
    """

    edition: str
    digest: str
    load: Callable[[], Regulation | None]
    work: str = ""
    name: str = ""
    title: str = ""
    issued_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One provision as it is searched; strings of keys begin and end with a space, so that whole words are compared.

    `head` the heading, `own` heading and own text (a line break between them), `exact` the same with marks,
    `place` its citation within the document; `around` the document and what the provisions above it are about.
    `below` is how many entries hang under it.
    """

    address: str
    citation: str
    level: Level | None
    zone: Zone
    heading: str
    text: str
    head: str
    own: str
    exact: str
    place: str
    around: str
    size: int
    below: int = 0

    @property
    def is_whole(self) -> bool:
        """Tell whether what hangs below may count as this entry's: an article or something in it, no chapter."""
        return bool(self.below) and self.level is not None and self.level not in HEADS | {Level.ANNEX}


def entries(text: SearchText, regulation: Regulation | None) -> Iterator[Entry]:
    """Yield the entry of the document itself (without address) and then one for each provision, in order of print."""
    title = " ".join(regulation.title) if regulation and regulation.title else text.title or text.name
    document = f"{text.name} {text.edition} {text.title}"
    yield _entry(address="", citation=text.name or text.edition, level=None, heading="", text=title, place="",
                 around=document, below=0)
    for address, node, above, below in _placed(regulation) if regulation else ():
        around = " ".join((document, *(_lead(one) for one in above)))
        yield _entry(address=address, citation=cite(address, text.name), level=node.level, heading=node.heading,
                     text=node.text, place=cite(address), around=around, below=below)


def _placed(regulation: Regulation) -> Iterator[tuple[str, Provision, tuple[Provision, ...], int]]:
    """Yield each provision with its address, those it stands in from the outermost on, and how many stand in it."""
    found = list(walk(regulation))
    inside: list[tuple[Provision, ...]] = []
    below = [0] * len(found)
    open_places: list[int] = []
    for place, (_, node) in enumerate(found):
        while open_places and not any(child is node for child in found[open_places[-1]][1].children):
            open_places.pop()
        inside.append(tuple(found[outer][1] for outer in open_places))
        for outer in open_places:
            below[outer] += 1
        open_places.append(place)
    for (address, node), above, count in zip(found, inside, below, strict=True):
        yield address, node, above, count


def _lead(provision: Provision) -> str:
    return " ".join(f"{provision.heading} {provision.text}".split()[:LEAD])


def _entry(*, address: str, citation: str, level: Level | None, heading: str, text: str, place: str, around: str,
           below: int) -> Entry:
    head, own = tuple(words(heading)), tuple(words(text))
    return Entry(
        address=address, citation=citation, level=level, zone=_zone(address), heading=heading, text=text,
        head=_joined(word.plain for word in head) if head else "",
        own=f"{_joined(word.plain for word in head)}\n{_joined(word.plain for word in own)}",
        exact=f"{_joined(word.marked for word in head)}\n{_joined(word.marked for word in own)}",
        place=_joined(word.plain for word in words(place)), around=_joined(word.plain for word in words(around)),
        size=len(head) + len(own), below=below)


def _joined(keys: Iterable[str]) -> str:
    return f" {' '.join(keys)} "


def _zone(address: str) -> Zone:
    if not address:
        return Zone.DOCUMENT
    if address.startswith("noi-nhan-"):
        return Zone.RECIPIENTS
    return Zone.PREAMBLE if address.startswith(("can-cu-", "mo-dau-")) else Zone.BODY
