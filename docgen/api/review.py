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
        """Yield every row that can be judged and that this person has not confirmed; what others said is shown."""
        said = {(pair.old, pair.new): pair for pair in self.held.pairs}
        for row in self.result.view.single_rows:
            found = [said[key] for key in _pairs(row) if key in said]
            if row.unknown or (found and all(pair.confirmed_by == self.by for pair in found)):
                continue
            yield Question(row, "\n".join((_shown(row), *_said(found))))

    def take(self, question: Question, answer: str) -> Message | None:
        """Note an answer; returns what is wrong with it, None if it was understood and the row is done."""
        row = question.row.row
        if answer in ("q", "s"):
            self.stopped = answer == "q"
        elif answer.startswith("#"):
            self.reason = answer[1:].strip()
            return say("Noted: {words}. And the row itself?", words=self.reason)
        elif answer in ("", "y"):
            self._keep(_pairs(question.row))
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
        reasons = {(pair.old, pair.new): pair.reason for pair in self.held.pairs}
        for place, key in enumerate(pairs):
            # a new reason stands beside the first pair of a row; without one, what was noted before stays
            reason = ("" if place else self.reason) if self.reason else reasons.get(key, "")
            self.answers[key] = ReviewedPair(old=key[0], new=key[1], confirmed_by=self.by, reason=reason)

    def correspondences(self) -> Correspondences:
        """Return what is to be kept: the answers, and of what stood there before all that they do not touch."""
        old = {pair.old for pair in self.answers.values() if pair.old}
        new = {pair.new for pair in self.answers.values() if pair.new}
        kept = [pair for pair in self.held.pairs
                if (pair.old, pair.new) not in self.answers and pair.old not in old and pair.new not in new]
        rows = self.result.view.comparison.rows
        order = {address: place for place, row in enumerate(rows) for address in row.old}
        order_new = {address: place for place, row in enumerate(rows) for address in row.new}
        pairs = sorted((*kept, *self.answers.values()), key=lambda pair: (
            order[pair.old] if pair.old in order else order_new.get(pair.new, len(rows)),
            order_new.get(pair.new, len(rows))))
        return replace(self.held, pairs=tuple(pairs))


def save(review: Review) -> Path | None:
    """Write the reviewed file, whole or not at all; None if nothing was said, and the file stays as it is."""
    if not review.answers:
        return None
    write_bytes(review.path, write_correspondences(review.correspondences()).encode())
    return review.path


def _pairs(row: ViewRow) -> list[tuple[str, str]]:
    """Return what a row says as pairs of addresses; one that stands alone is paired with nothing."""
    pairs = [(pair.old, pair.new) for pair in row.row.pairs]
    return pairs or [(one, "") for one in row.row.old] + [("", one) for one in row.row.new]


def _said(found: list[ReviewedPair]) -> list[str]:
    people = dict.fromkeys(pair.confirmed_by for pair in found if pair.confirmed_by)
    reasons = dict.fromkeys(pair.reason for pair in found if pair.reason)
    return [*(f"  {say('confirmed so far by {person}', person=person)}" for person in people),
            *(f"  # {reason}" for reason in reasons)]


def _shown(row: ViewRow) -> str:
    from docgen.publish.change_words import kind_words
    from docgen.publish.comparison_text import heading

    lines = [f"{heading(row)}  ({kind_words(row.row.kinds)})"]
    lines += [f"  < {_line(passage)}" for passage in row.old] + [f"  > {_line(passage)}" for passage in row.new]
    return "\n".join(lines)


def _line(passage: Passage) -> str:
    return " ".join(part for part in (passage.label, marked(passage.heading), marked(passage.text)) if part)
