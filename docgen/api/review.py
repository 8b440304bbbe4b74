"""Going through the rows of a comparison: each is confirmed, corrected or left, and the answers are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen.api.diff import Compared
from docgen.api.reviewed import reviewed
from docgen.api.writing import write_bytes
from docgen.errors import NotPossible, WrongUsage
from docgen.messages import Message, say
from docgen.model.address import walk
from docgen.publish.comparison_text import marked
from docgen.publish.comparison_view import Passage, ViewRow
from docgen.versions.correspondences import (
    Correspondences,
    ReviewedPair,
    correspondences_path,
    write_correspondences,
)


@dataclass(frozen=True, slots=True)
class Question:
    """One row to be judged, as it is shown."""

    row: ViewRow
    shown: str


@dataclass(slots=True)
class Review:
    """The answers given so far; what was confirmed before stays until an answer replaces it."""

    result: Compared
    path: Path
    by: str
    held: Correspondences
    answers: dict[tuple[str, str], ReviewedPair] = field(default_factory=dict)
    stopped: bool = False
    reason: str = ""

    @classmethod
    def of(cls, result: Compared, by: str) -> Review:
        """Begin a review of a comparison of two editions of one work, in a workspace of one's own."""
        old, new = result.old.edition, result.new.edition
        if old is None or new is None:
            raise WrongUsage(say("--review needs two editions of one work; a file of one's own has no register."),
                             say("Name both as docgen list shows them."))
        path = correspondences_path(result.workspace, old, new)
        if result.workspace.shipped:
            raise NotPossible(say("The shipped data is read-only; a review cannot be kept in it."),
                              say("Make a workspace first: docgen init DIR"))
        if not by.strip() or by == "q":
            raise WrongUsage(say("A review needs the name of whoever confirms it."), say("Add --author NAME."))
        held = reviewed(result.workspace, result.old, result.new)
        assert held is not None  # two editions of one work, as correspondences_path has made sure
        return cls(result, path, by.strip(), held)

    def questions(self) -> Iterator[Question]:
        """Yield every row that nobody has confirmed and that can be judged."""
        for row in self.result.view.single_rows:
            if not row.row.confirmed and not row.unknown:
                yield Question(row, _shown(row))

    def take(self, question: Question, answer: str) -> Message | None:
        """Note an answer; returns what is wrong with it, None if it was understood and the row is done."""
        row = question.row.row
        if answer in ("q", "s"):
            self.stopped = answer == "q"
        elif answer.startswith("#"):
            self.reason = answer[1:].strip()
            return say("Noted: {words}. And the row itself?", words=self.reason)
        elif answer in ("", "y"):
            pairs = [(pair.old, pair.new) for pair in row.pairs]
            self._keep(pairs or [(one, "") for one in row.old] + [("", one) for one in row.new])
        elif answer == "n":
            self._keep([(one, "") for one in row.old] + [("", one) for one in row.new])
        elif answer.startswith("="):
            return self._corrected(question.row, answer[1:].replace(",", " ").split())
        else:
            return say("'{answer}' is no answer; type Enter, n, = ADDRESS, # WORDS, s or q.", answer=answer)
        self.reason = ""
        return None

    def _corrected(self, row: ViewRow, addresses: list[str]) -> Message | None:
        side = self.result.new.regulation if row.row.old else self.result.old.regulation
        known = {address for address, _ in walk(side)}
        missing = [address for address in addresses if address not in known]
        if missing or not addresses:
            return say("There is no {address} in that text; an address looks like dieu-9.khoan-2.",
                       address=", ".join(missing) or "-")
        own = row.row.old or row.row.new
        self._keep([(one, other) if row.row.old else (other, one) for one in own for other in addresses])
        self.reason = ""
        return None

    def _keep(self, pairs: list[tuple[str, str]]) -> None:
        for old, new in pairs:
            self.answers[old, new] = ReviewedPair(old=old, new=new, confirmed_by=self.by, reason=self.reason)

    def correspondences(self) -> Correspondences:
        """Return what is to be kept: the answers, and of what stood there before all that they do not touch."""
        old = {pair.old for pair in self.answers.values() if pair.old}
        new = {pair.new for pair in self.answers.values() if pair.new}
        kept = [pair for pair in self.held.pairs
                if (pair.old, pair.new) not in self.answers and pair.old not in old and pair.new not in new]
        order = {address: place for place, (address, _) in enumerate(walk(self.result.old.regulation))}
        order_new = {address: place for place, (address, _) in enumerate(walk(self.result.new.regulation))}
        pairs = sorted((*kept, *self.answers.values()),
                       key=lambda pair: (order.get(pair.old, len(order)), order_new.get(pair.new, len(order_new))))
        return replace(self.held, pairs=tuple(pairs))


def save(review: Review) -> Path:
    """Write the reviewed file, whole or not at all."""
    write_bytes(review.path, write_correspondences(review.correspondences()).encode())
    return review.path


def _shown(row: ViewRow) -> str:
    from docgen.publish.change_words import kind_words
    from docgen.publish.comparison_text import heading

    lines = ["", f"{heading(row)}  ({kind_words(row.row.kinds)})"]
    lines += [f"  < {_line(passage)}" for passage in row.old] + [f"  > {_line(passage)}" for passage in row.new]
    return "\n".join(lines)


def _line(passage: Passage) -> str:
    return " ".join(part for part in (passage.label, marked(passage.heading), marked(passage.text)) if part)
