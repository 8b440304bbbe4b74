"""What a change of the law does to documents already written, in words: the same for screen, Word and workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.messages import say
from docgen.model.citation import cite
from docgen.publish.where_now import where_now

HOW = {
    "made": say("written from it"),
    "cited": say("cites it"),
    "quoted": say("uses its words"),
}
"""How a clause rests on a provision, as a person reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactRow:
    """One clause somebody has to look at: where it stands, its words, why it is here, what became of its ground."""

    clause: str
    words: str
    how: str
    old: str
    new: tuple[str, ...]
    kinds: tuple[str, ...]

    @property
    def place(self) -> str:
        """Return where the clause stands in its document."""
        if not self.words:
            return str(say("a part without a mark: the opening, or a paragraph somebody has taken out"))
        return cite(self.clause) if self.clause else str(say("before or after the articles"))

    @property
    def told(self) -> str:
        """Return place and words in one line."""
        return f"{self.place}: “{self.words}”" if self.words else self.place

    @property
    def ground(self) -> str:
        """Return what it rests on, and how."""
        return f"{cite(self.old) if self.old else say('the text as a whole')} ({self.manner})"

    @property
    def manner(self) -> str:
        """Return how it rests on it."""
        return str(HOW[self.how])


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactDocument:
    """One document with its clauses; `note` says what makes this weaker."""

    path: str
    rows: tuple[ImpactRow, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactPage:
    """Everything a writer puts out."""

    old_name: str
    new_name: str
    counts: dict[str, int]
    documents: tuple[ImpactDocument, ...]
    unreadable: tuple[str, ...] = ()
    remarks: Sequence[str] = ()
    dated: str = ""

    @property
    def title(self) -> str:
        """Return one line on what was held against what."""
        return str(say("Documents that rest on {old}, held against {new}", old=self.old_name, new=self.new_name))

    @property
    def summary(self) -> str:
        """Return how many documents there are of each sort."""
        clauses = sum(len(one.rows) for one in self.documents)
        return str(say("{affected} document(s) with {clauses} clause(s) to look at; {unaffected} that rest only on "
                       "what stays; {not_concerned} that do not rest on it; {unreadable} that could not be read.",
                       clauses=clauses, **self.counts))

    def now(self, row: ImpactRow) -> str:
        """Return what became of the ground of a clause."""
        return str(where_now(row.old, row.new, row.kinds, self.new_name))
