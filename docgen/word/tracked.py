"""Changes marked in a person's own Word file: words and whole paragraphs, the rest of the file left as it is."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from docgen.word.editing import Letters, Lines
from docgen.word.names import XML_SPACE, w
from docgen.word.revisions import Hand

if TYPE_CHECKING:
    from lxml import etree

_RUN, _TEXT, _DELETED, _PROPERTIES, _LETTERS = w("r"), w("t"), w("delText"), w("pPr"), w("rPr")
_NOT_COPIED = frozenset(map(w, ("sectPr", "numPr", "pPrChange", "pageBreakBefore", "framePr")))
_BEHIND_LETTERS = frozenset(map(w, ("sectPr", "pPrChange")))
_NO_FORM = frozenset(map(w, ("rPr", "sectPr", "pPrChange")))
Sort = Literal["ins", "del"]


@dataclass(frozen=True, slots=True)
class WordChange:
    """From `start` to `end` of a paragraph's letters go, `text` comes."""

    start: int
    end: int
    text: str


class Tracker:
    """Marks changes in one file; its numbers begin behind those the file has."""

    def __init__(self, root: etree._Element, hand: Hand, lines: Lines) -> None:
        self._lines = lines
        self._hand = hand
        self._number = max((int(value) for element in root.iter() if isinstance(element.tag, str)
                            and (value := element.get(w("id")) or "").isdigit()), default=0)
        self._names = {(mark.get(w("name")) or "").lower() for mark in root.iter(w("bookmarkStart"))}
        self._turn = 0

    def next_paragraph(self) -> None:
        """Date the changes of the next paragraph otherwise: LibreOffice joins neighbours of one minute."""
        self._turn += 1

    def change(self, paragraph: etree._Element, changes: Iterable[WordChange]) -> None:
        """Mark changes of words in a paragraph."""
        for one in sorted(changes, key=lambda change: (change.start, change.end), reverse=True):
            self._change(paragraph, one)

    def _change(self, paragraph: etree._Element, change: WordChange) -> None:
        pieces = list(self._lines.letters(paragraph))
        cut = _cut(pieces, change.start, change.end)
        deleted = [self._deleted(run) for run in cut]
        if not change.text:
            return
        if deleted:
            self._put_behind(deleted[-1], change.text, deleted[0].find(_RUN))
            return
        before = _run_until(pieces, change.start)
        if before is not None:
            self._put_behind(before, change.text, before)
            return
        first = next((piece.run for piece in pieces), None)
        made = self._inserted(change.text, _letters_of(first) if first is not None and first.tag == _RUN else
                              _mark_letters(paragraph))
        if first is not None:
            first.addprevious(made)
        else:
            paragraph.append(made)

    def remove_words(self, paragraph: etree._Element) -> None:
        """Mark all words of a paragraph as taken out."""
        for run in [run for run in paragraph.iter(_RUN) if next(run.iterancestors(w("p")), None) is paragraph]:
            self._deleted(run)

    def added(self, text: str, properties: etree._Element | None, letters: etree._Element | None, bookmark: str,
              beside: etree._Element) -> etree._Element:
        """Make a paragraph of added words; how its end is marked is told apart."""
        made: etree._Element = beside.makeelement(w("p"), {})
        if properties is not None:
            made.append(copied_properties(properties))
        run = self._inserted(text, letters, beside)
        made.append(run)
        if bookmark and bookmark.lower() not in self._names:
            # within what is put in, so that it goes where that is rejected
            self._names.add(bookmark.lower())
            number = self._next()
            run.insert(0, made.makeelement(w("bookmarkStart"), {w("id"): number, w("name"): bookmark}))
            run.append(made.makeelement(w("bookmarkEnd"), {w("id"): number}))
        return made

    def mark_end(self, paragraph: etree._Element, sort: Sort) -> None:
        """Mark the end of a paragraph as put in or taken out."""
        properties = paragraph.find(_PROPERTIES)
        if properties is None:
            properties = paragraph.makeelement(_PROPERTIES, {})
            paragraph.insert(0, properties)
        letters = properties.find(_LETTERS)
        if letters is None:
            letters = properties.makeelement(_LETTERS, {})
            place = sum(1 for element in properties if element.tag not in _BEHIND_LETTERS)
            properties.insert(place, letters)
        letters.insert(0, letters.makeelement(w(sort), self._attributes()))

    def change_form(self, paragraph: etree._Element, form: etree._Element | None) -> None:
        """Mark a paragraph as having got another form; what belongs to its end and its section stays."""
        properties = paragraph.find(_PROPERTIES)
        if properties is None:
            properties = paragraph.makeelement(_PROPERTIES, {})
            paragraph.insert(0, properties)
        change = properties.makeelement(w("pPrChange"), self._attributes())
        change.append(change.makeelement(_PROPERTIES, {}))
        for element in [one for one in properties if one.tag not in _NO_FORM]:
            change[0].append(element)
        for place, element in enumerate(one for one in (form if form is not None else ()) if one.tag not in _NO_FORM):
            properties.insert(place, copy.deepcopy(element))
        properties.append(change)

    def _deleted(self, run: etree._Element) -> etree._Element:
        holder: etree._Element = run.makeelement(w("del"), self._attributes())
        run.addprevious(holder)
        holder.append(run)
        for text in run.findall(_TEXT):
            text.tag = _DELETED
            text.set(XML_SPACE, "preserve")
        for code in run.findall(w("instrText")):
            code.tag = w("delInstrText")
        return holder

    def _put_behind(self, place: etree._Element, text: str, like: etree._Element | None) -> None:
        place.addnext(self._inserted(text, _letters_of(like), place))

    def _inserted(self, text: str, letters: etree._Element | None, beside: etree._Element | None = None,
                  ) -> etree._Element:
        near = beside if beside is not None else letters
        if near is None:
            from docgen.word.package import parse_xml

            near = parse_xml(f'<w:p xmlns:w="{w("")[1:-1]}"/>'.encode())
        holder: etree._Element = near.makeelement(w("ins"), self._attributes())
        run = holder.makeelement(_RUN, {})
        holder.append(run)
        if letters is not None and len(letters):
            run.append(copy.deepcopy(letters))
        for number, line in enumerate(text.split("\n")):
            if number:
                run.append(run.makeelement(w("br"), {}))
            for turn, words in enumerate(line.split("\t")):
                if turn:
                    run.append(run.makeelement(w("tab"), {}))
                if words:
                    element = run.makeelement(_TEXT, {XML_SPACE: "preserve"})
                    element.text = words
                    run.append(element)
        return holder

    def _attributes(self) -> dict[str, str]:
        moment = self._hand.made_at + timedelta(minutes=2 * (self._turn % 2))
        return {w("id"): self._next(), w("author"): self._hand.author, w("date"): f"{moment:%Y-%m-%dT%H:%M:%SZ}"}

    def _next(self) -> str:
        self._number += 1
        return str(self._number)


def copied_properties(properties: etree._Element) -> etree._Element:
    """Return the form of a paragraph for another one, without what belongs to the first alone."""
    made = copy.deepcopy(properties)
    for element in list(made):
        if element.tag in _NOT_COPIED:
            made.remove(element)
        elif element.tag == _LETTERS:
            for mark in element.findall(w("ins")) + element.findall(w("del")):
                element.remove(mark)
    return made


def form_alone(properties: etree._Element | None) -> list[bytes]:
    """Return the form of a paragraph without that of its end and of its section, to be compared."""
    from lxml import etree

    return [etree.tostring(element, method="c14n", with_tail=False)
            for element in (properties if properties is not None else ()) if element.tag not in _NO_FORM]


def letters_of(paragraph: etree._Element, lines: Lines) -> etree._Element | None:
    """Return the form of most letters of a paragraph."""
    sizes: dict[etree._Element, int] = {}
    for piece in lines.letters(paragraph):
        if piece.run.tag == _RUN:
            sizes[piece.run] = sizes.get(piece.run, 0) + len(piece.text)
    return _letters_of(max(sizes, key=lambda run: sizes[run])) if sizes else _mark_letters(paragraph)


def _letters_of(run: etree._Element | None) -> etree._Element | None:
    if run is None:
        return None
    return run.find(_LETTERS)


def _mark_letters(paragraph: etree._Element) -> etree._Element | None:
    return paragraph.find(f"{_PROPERTIES}/{_LETTERS}")


def _cut(pieces: Sequence[Letters], start: int, end: int) -> list[etree._Element]:
    """Cut runs so that the letters from `start` to `end` are runs of their own, and return these."""
    found: list[etree._Element] = []
    at = 0
    for run, members in _by_run(pieces):
        size = sum(len(piece.text) for piece in members)
        low, high = max(start - at, 0), min(end - at, size)
        at += size
        if low >= high or run.tag != _RUN:
            continue
        if high < size:
            _split(run, members, high)
        found.append(_split(run, _shortened(members, high), low) if low else run)
    return found


def _by_run(pieces: Sequence[Letters]) -> list[tuple[etree._Element, list[Letters]]]:
    runs: list[tuple[etree._Element, list[Letters]]] = []
    for piece in pieces:
        if runs and runs[-1][0] is piece.run:
            runs[-1][1].append(piece)
        else:
            runs.append((piece.run, [piece]))
    return runs


def _shortened(members: Sequence[Letters], size: int) -> list[Letters]:
    kept: list[Letters] = []
    for piece in members:
        if size <= 0:
            break
        kept.append(Letters(piece.run, piece.element, piece.text[:size]))
        size -= len(piece.text)
    return kept


def _split(run: etree._Element, members: Sequence[Letters], at: int) -> etree._Element:
    """Cut a run in two behind so many letters; the second part is returned, the first stays where it was."""
    second: etree._Element = run.makeelement(_RUN, {str(key): str(value) for key, value in run.attrib.items()})
    letters = run.find(_LETTERS)
    if letters is not None:
        second.append(copy.deepcopy(letters))
    run.addnext(second)
    moving: etree._Element | None = None
    for piece in members:
        if at <= 0:
            moving = piece.element
            break
        if at < len(piece.text):
            rest = copy.deepcopy(piece.element)
            rest.tail = None
            piece.element.text, rest.text = piece.text[:at], piece.text[at:]
            for element in (piece.element, rest):
                element.set(XML_SPACE, "preserve")
            piece.element.addnext(rest)
            moving = rest
            break
        at -= len(piece.text)
    if moving is not None:
        for element in [moving, *moving.itersiblings()]:
            second.append(element)
    return second


def _run_until(pieces: Sequence[Letters], place: int) -> etree._Element | None:
    """Return the run that ends at a place, cut there if need be; None at the very beginning."""
    at = 0
    for run, members in _by_run(pieces):
        size = sum(len(piece.text) for piece in members)
        if at < place <= at + size:
            if place < at + size and run.tag == _RUN:
                _split(run, members, place - at)
            return run
        at += size
    return None
