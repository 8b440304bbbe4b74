"""The words of one clause for many cells: worked out once for each set of values they depend on.

A clause names what it prints, so cells that agree on those names share its words. The key holds the kind of each value
too: room left open (Blank) and the same blanks typed by somebody print alike and count differently in a condition.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from docgen.draft.binding import bind
from docgen.draft.clauses import Clause
from docgen.draft.context import WORDS
from docgen.draft.field import FieldList
from docgen.draft.text_program import ITEM
from docgen.word.filling import xml_text

MOST_WORDINGS = 64
"""Wordings kept of one clause; those with a cell's own name in them never come back and soon make room."""
_OWN_COMPUTED = ("association", "leadership", "committee_side", "organisations_list", "date_words", ITEM)
# a computed name that is missing here costs time, nothing else


@dataclass(frozen=True, slots=True)
class Words:
    """What one clause says in one document: as text, and as it stands in the Word file."""

    text: str
    xml: bytes


def own_names(fields: FieldList) -> frozenset[str]:
    """Return the names whose values are a cell's own, such as names and dates: words with them hardly come back."""
    own = [field.name for field in fields.fields
           if field.type in ("text", "person", "date", "list", "records") and field.default is None]
    return frozenset((*own, *(name + WORDS for name in own), *_OWN_COMPUTED))


class ClauseWords:
    """One clause and the words it has had lately."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self._program = clause.text
        names = sorted(clause.text.names - {ITEM})
        # of one name itemgetter would give the bare value
        self._pick: Callable[[Mapping[str, object]], tuple[object, ...]] = (
            itemgetter(*names, *names[:1]) if names else lambda _values: ())
        self._is_chapter = clause.source.rank in ("chapter", "section")
        self._known: dict[tuple[object, ...], Words] = {}

    @property
    def is_constant(self) -> bool:
        """Tell whether the words depend on the numbering at most."""
        return self._program.is_constant

    def fill(
        self, values: Mapping[str, object], citations: Mapping[str, str], cited: tuple[str | None, ...],
        item: object = None,
    ) -> Words:
        """Return the words for one cell; `cited` is what the references of this clause print.

        Raises BrokenTag if a tag cannot be carried out.
        """
        used = self._pick(values)
        key = (used, *map(type, used), cited, item)
        words = self._known.get(key)
        if words is None:
            text = self._program.fill(values if item is None else {**values, ITEM: item}, citations)
            words = Words(text, xml_text(text.upper() if self._is_chapter else bind(text)))
            if len(self._known) >= MOST_WORDINGS:
                self._known.clear()
            self._known[key] = words
        return words
