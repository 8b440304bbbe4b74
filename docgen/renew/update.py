"""A person's Word file brought up to date: what docgen changed as tracked changes, what both changed as comments.

Reads the three files, merges body and cells each by themselves, marks the result in the person's own file, and hands
nothing over that does not prove: rejecting all gives their file, accepting all the merged text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.renew.merge import Conflict, Merged, Para, Step, merge
from docgen.renew.merge_words import Edit, merge_words, tokens
from docgen.renew.update_foreign import as_foreign
from docgen.renew.update_tables import tables_told
from docgen.renew.update_texts import paragraphs, same_cells, same_tables, tables_of
from docgen.renew.update_words import comment_on
from docgen.word.editing import Cell, Line, Lines
from docgen.word.names import w
from docgen.word.reading import open_word, provenance
from docgen.word.revisions import Hand
from docgen.word.tracked import WordChange
from docgen.word.tracked_file import Marked, TrackedFile

AUTHOR = "docgen"
_HAND = Hand(author=AUTHOR, made_at=datetime(2000, 1, 1), aside=AUTHOR)
_LEAST = 0.4
"""Share of words that must be found again where no hidden bookmark tells which clause is which."""

ChangeKind = Literal["words", "numbers", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph docgen changed; `both` says that the person had changed other words of it."""

    kind: ChangeKind
    then: str = ""
    now: str = ""
    both: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One comment: what it is about, on which paragraph, and its words."""

    kind: str
    on: str
    text: str


@dataclass(frozen=True, slots=True)
class Updated:
    """The updated file, what was changed in it, what a person has to settle, and what has to be known about it.

    `foreign`: what docgen wrote then is not known, so nothing was changed and every difference is a comment. `score` is
    the share of words of then (or, foreign, of now) found again.
    """

    content: bytes
    changes: tuple[Change, ...]
    conflicts: tuple[Told, ...]
    remarks: tuple[Message, ...] = ()
    foreign: bool = False
    score: float = 1.0


def update_document(
    theirs: bytes, base: bytes | None, new: bytes, *, name: str = "", hand: Hand = _HAND,
) -> Updated:
    """Bring a file up to date; `base` is what docgen wrote then, None if that is not known."""
    file = TrackedFile(theirs, name, hand)
    now = _lines(new)
    if base is None:
        return _foreign(file, now)
    work = _Work(file, _lines(base), now)
    work.run()
    remarks = work.remarks(name)
    content = file.written(provenance(new))
    work.prove()
    return Updated(content, tuple(work.changes), tuple(work.told), remarks, score=work.score)


def _lines(content: bytes) -> tuple[Line, ...]:
    package = open_word(content, "")
    body = package.xml(package.document).find(w("body"))
    return Lines(package).of(body) if body is not None else ()


@dataclass
class _Work:
    """One update under way."""

    file: TrackedFile
    base: tuple[Line, ...]
    new: tuple[Line, ...]
    changes: list[Change] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    score: float = 1.0
    bookmarks: tuple[int, int] = (0, 0)

    def run(self) -> None:
        """Merge and mark everything."""
        theirs = self.file.lines
        held, made = same_tables(self.base, theirs), same_tables(self.base, self.new)
        both = set(made.values())
        # a table only one text of docgen's has is not merged; that there is one is told
        base = [line for place, line in enumerate(self.base)
                if not line.is_table or tables_of(self.base)[place] in both]
        names = {number: at for at, number in enumerate(sorted(both))}
        standing = [place for place, line in enumerate(self.new) if not line.is_table or place in made]
        new = [self.new[place] for place in standing]
        merged = merge(paragraphs(base, tables_of(base)),
                       paragraphs(theirs, {place: names[number] for place, number in held.items() if number in names}),
                       paragraphs(new, tables_of(new)))
        self.score = merged.score
        self.bookmarks = (sum(bool(line.marks) for line in theirs), sum(bool(line.marks) for line in base))
        if not self.bookmarks[0] and merged.score < _LEAST:
            raise NotPossible(
                say("The hidden bookmarks are gone and only {share} % of the words docgen wrote stand in the file: "
                    "which clause is which cannot be told.", share=int(merged.score * 100)),
                say("Name the document itself, or draft anew and carry your changes over by hand."))
        tables = {number: place for place, number in held.items()}
        cells = self._cells({number: self.base[place] for place, number in tables_of(self.base).items()},
                            {number: theirs[place] for number, place in tables.items()},
                            {number: self.new[place] for place, number in made.items()})
        lines = self._mark(theirs, new, merged, cells)
        here = {standing[step.new]: line for step, line in zip(merged.steps, lines, strict=True) if step.new >= 0}
        for told in tables_told(self.base, theirs, self.new, held, made):
            self._note_table(theirs[told.near] if told.theirs else _nearest(here, told.near) or theirs[0], told.text)

    def _cells(
        self, base: Mapping[int, Line], theirs: Mapping[int, Line], new: Mapping[int, Line],
    ) -> dict[int, list[str]]:
        """Merge the cells of the tables all three texts have; returns what they hold when accepted, by their table."""
        accepted: dict[int, list[str]] = {}
        for number, table in theirs.items():
            if number not in new:
                continue
            then, now = base[number].cells, new[number].cells
            here, there = same_cells(then, table.cells), same_cells(then, now)
            after: dict[int, list[str]] = {}
            for place, cell in enumerate(then):
                if place in here and place in there:
                    after[here[place]] = self._cell(cell, table.cells[here[place]], now[there[place]])
                elif place in there and now[there[place]].text != cell.text:
                    self._note_table(table, comment_on(Conflict("homeless", 0, now=(now[there[place]].text,))))
            for place, cell in enumerate(now):
                if place not in there.values() and cell.text.strip():
                    self._note_table(table, comment_on(Conflict("homeless", 0, now=(cell.text,))))
            accepted[id(table.element)] = [
                text for place, cell in enumerate(table.cells) for text in after.get(place, _texts(cell.lines))]
        return accepted

    def _cell(self, base: Cell, theirs: Cell, new: Cell) -> list[str]:
        merged = merge(paragraphs(base.lines, {}), paragraphs(theirs.lines, {}), paragraphs(new.lines, {}))
        before = len(self.expected)
        self._mark(theirs.lines, new.lines, _in_place(merged, theirs.lines), {})
        made = self.expected[before:]
        del self.expected[before:]
        return made

    def _mark(
        self, theirs: Sequence[Line], new: Sequence[Line], merged: Merged, cells: Mapping[int, list[str]],
    ) -> list[Line]:
        marked = [self._marked(step, theirs, new) for step in merged.steps]
        lines = self.file.mark(marked)
        for step, line in zip(merged.steps, lines, strict=True):
            if line.is_table:
                self.expected += cells.get(id(line.element), _texts((line,)))
            elif step.fate != "removed":
                self.expected.append(step.text)
            self._note(step, line)
        for conflict in merged.conflicts:
            self._comment(conflict, lines[conflict.at])
        return lines

    def _marked(self, step: Step, theirs: Sequence[Line], new: Sequence[Line]) -> Marked:
        if step.fate == "added":
            model = new[step.new]
            return Marked(fate="added", text=step.text, model=model, alike=_form(model),
                          bookmark=model.marks[0] if model.marks else "")
        line = theirs[step.theirs]
        return Marked(fate=step.fate, line=line, alike=_form(line),
                      changes=tuple(WordChange(*edit) for edit in step.edits))

    def _note(self, step: Step, line: Line) -> None:
        if step.fate == "added":
            self.changes.append(Change("added", now=step.text))
        elif step.fate == "removed":
            self.changes.append(Change("removed", then=line.text))
        elif step.edits:
            self.changes.append(Change("numbers" if step.numbers else "words", line.text, step.text, step.both))

    def _comment(self, conflict: Conflict, line: Line) -> None:
        text = comment_on(conflict)
        self.file.remark(line, text)
        self.told.append(Told(conflict.kind, line.text, text))

    def _note_table(self, line: Line, text: str) -> None:
        self.file.remark(line, text)
        self.told.append(Told("table", "" if line.is_table else line.text, text))

    def remarks(self, name: str) -> tuple[Message, ...]:
        """Say by what the clauses were known, where the bookmarks are not all there."""
        found, all_of = self.bookmarks
        if all_of and not found:
            return (say("{file} no longer holds the hidden bookmarks of its clauses; they were told by their words, of "
                        "which {share} % were found again.", file=name, share=int(self.score * 100)),)
        return ()

    def prove(self) -> None:
        """Raise unless accepting everything gives the merged text."""
        wanted = [_plain(text) for text in self.expected]
        found = [_plain(text) for text in _texts(self.file.accepted())]
        if [text for text in wanted if text] != [text for text in found if text]:
            raise NotPossible(
                say("The updated file did not prove right: with all changes accepted it is not the merged text, so it "
                    "was not written."),
                say("Nothing is lost. Send the file to whoever looks after docgen."))


def _nearest(lines: Mapping[int, Line], place: int) -> Line | None:
    """Return the line with words nearest to a place of docgen's text, one before it first."""
    near = [(abs(at - place), at) for at, line in lines.items() if not line.is_table and line.text.strip()]
    return lines[min(near)[1]] if near else None


def _plain(text: str) -> str:
    return " ".join(text.split())


def _form(line: Line) -> str:
    """Return what tells lines of one form: their rank, and whether a number stands before them."""
    para = Para(line.text)
    return para.label.rank if para.label else line.style


def _texts(lines: Sequence[Line]) -> list[str]:
    return [text for line in lines
            for text in ([line.text] if not line.is_table else
                         [inner for cell in line.cells for inner in _texts(cell.lines)])]


def _in_place(merged: Merged, theirs: Sequence[Line]) -> Merged:
    """In a cell a line that takes the place of another is that line with other words: cells have little room."""
    steps: list[Step] = []
    at: dict[int, int] = {}
    waiting: list[int] = []
    for place, step in enumerate(merged.steps):
        if step.fate == "added" and waiting:
            old = waiting.pop(0)
            before = steps[old]
            text = theirs[before.theirs].text
            then = tokens(text)
            edits = merge_words(then, then, tokens(step.text)).edits or (Edit(0, len(text), step.text),)
            steps[old] = Step("kept", before.theirs, step.new, step.text, edits)
            at[place] = old
            continue
        if step.fate == "removed":
            waiting.append(len(steps))
        elif step.fate == "kept":
            waiting.clear()
        at[place] = len(steps)
        steps.append(step)
    conflicts = tuple(Conflict(one.kind, at[one.at], one.theirs, one.then, one.now) for one in merged.conflicts)
    return Merged(tuple(steps), conflicts, merged.score, merged.by_clause)


def _foreign(file: TrackedFile, now: Sequence[Line]) -> Updated:
    """Compare a file of which nothing is known with what docgen would write: comments only, nothing is changed."""
    theirs = file.lines
    here = same_tables(now, theirs)
    names = tables_of(now)
    standing = [place for place, line in enumerate(now) if not line.is_table or names[place] in here.values()]
    printed = [now[place] for place in standing]
    compared = as_foreign(paragraphs(theirs, here), paragraphs(printed, {
        at: names[place] for at, place in enumerate(standing) if place in names}))
    found: list[tuple[Line, str, str]] = [
        (theirs[conflict.at], conflict.kind, comment_on(conflict)) for conflict in compared.conflicts]
    lines = {standing[step.new]: theirs[step.theirs] for step in compared.steps if step.new >= 0 and step.theirs >= 0}
    found += [(_nearest(lines, told.near) or theirs[0], "table", told.text)
              for told in tables_told((), theirs, now, {}, {}) if names[told.near] not in here.values()]
    for place, number in here.items():
        cells = next(line for at, line in enumerate(now) if names.get(at) == number).cells
        for at, other in same_cells(cells, theirs[place].cells).items():
            if cells[at].text.split() != (own := theirs[place].cells[other]).text.split() and own.lines:
                found.append((own.lines[0], "differs", comment_on(Conflict("differs", 0, now=(cells[at].text,)))))
    for line, _, text in found:
        file.remark(line, text)
    return Updated(file.written(None), (), tuple(Told(kind, line.text, text) for line, kind, text in found), (),
                   foreign=True, score=compared.score)
