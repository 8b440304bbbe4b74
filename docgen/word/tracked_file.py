"""A person's own Word file on its way to one with tracked changes and comments; nothing else in it is touched.

Files that cannot be changed without loss are refused by name: with macros, with changes nobody has settled yet.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.errors import NotPossible
from docgen.messages import say
from docgen.word.archive import pack, write_zip
from docgen.word.comments import Comment, Commentator, with_comments
from docgen.word.editing import Line, Lines
from docgen.word.names import XML_SPACE, w
from docgen.word.package import Package
from docgen.word.provenance import NAMESPACE
from docgen.word.reading import open_word
from docgen.word.revisions import Fate, Hand
from docgen.word.settling import settled, tracked_changes
from docgen.word.tracked import Tracker, WordChange, form_alone, letters_of
from docgen.word.tracked_proof import normal, settled_tree

if TYPE_CHECKING:
    from lxml import etree

_PARAGRAPH, _PROPERTIES = w("p"), w("pPr")
_BETWEEN = frozenset(map(w, ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What becomes of one line: kept with changes of its words, removed, or added after the step before.

    `alike` names lines of one form; one added takes the form of the nearest line alike, else that of `model`.
    """

    fate: Fate
    line: Line | None = None
    changes: tuple[WordChange, ...] = ()
    text: str = ""
    bookmark: str = ""
    alike: str = ""
    model: Line | None = None


class TrackedFile:
    """An opened Word file: its lines, changes marked in them, comments, and the finished bytes."""

    def __init__(self, content: bytes, name: str, hand: Hand) -> None:
        self._hand = hand
        self._package = open_word(content, name)
        _refuse(self._package, content, name)
        self._root = self._package.xml(self._package.document)
        _settle_blanks(self._root)
        self._comments: list[tuple[etree._Element, str]] = []
        self._before = normal(self._root)
        self._lines_before = settled(self._packed({}), name, "reject")
        self._reader = Lines(self._package, _comments_by(self._package, hand.author))
        self._tracker = Tracker(self._root, hand, self._reader)
        self.lines = self._reader.of(_body(self._root))

    def mark(self, steps: Sequence[Marked]) -> list[Line]:
        """Mark the changes of one body or cell; returns the line of every step, for comments."""
        made: list[etree._Element] = []
        first = next((step.line.element for step in steps if step.line is not None), None)
        for place, step in enumerate(steps):
            self._tracker.next_paragraph()
            if step.line is not None:
                element = step.line.element
                self._tracker.change(element, step.changes)
            else:
                element = self._added(steps, place, made[-1] if made else first)
                if made:
                    made[-1].addnext(element)
                elif first is not None:
                    first.addprevious(element)
            made.append(element)
        for group in _groups(steps, made):
            self._mark_group(group)
        return [step.line or Line(element, step.text) for step, element in zip(steps, made, strict=True)]

    def _added(
        self, steps: Sequence[Marked], place: int, beside: etree._Element | None,
    ) -> etree._Element:
        step = steps[place]
        like = _nearest(steps, place, step.alike)
        model = step.model
        if like is None and model is not None and model.style in self._reader.keys:
            form = copy.deepcopy(model.element.find(_PROPERTIES))
            style = form.find(w("pStyle")) if form is not None else None
            if style is not None:
                style.set(w("val"), self._reader.keys[model.style])
            return self._tracker.added(step.text, form, letters_of(model.element, self._reader), step.bookmark,
                                       beside if beside is not None else model.element)
        if like is None:
            like = _nearest(steps, place, None)
        if like is None:
            raise NotPossible(say("There is no paragraph in the file beside which a new one could be put."))
        return self._tracker.added(step.text, like.find(_PROPERTIES), letters_of(like, self._reader), step.bookmark,
                                   beside if beside is not None else like)

    def _mark_group(self, group: Sequence[tuple[Marked, etree._Element]]) -> None:
        """Mark the ends of paragraphs put in or taken out that follow each other.

        Each carries the mark at its own end, unless what follows is no paragraph: that end can be joined to nothing, so
        the end before it carries the mark. The forms are handed on so that accepting and rejecting give each its own;
        for the last, which both leave standing, the other form is told as a change of form.
        """
        for step, element in group:
            if step.fate == "removed":
                self._tracker.remove_words(element)
        if _beside(group[-1][1], after=True) is not None:
            for step, element in group:
                self._tracker.mark_end(element, "ins" if step.fate == "added" else "del")
            return
        before = _beside(group[0][1], after=False)
        if before is None:
            self._mark_first(group)
            return
        elements = [before, *(element for _, element in group)]
        fates = ["kept", *(step.fate for step, _ in group)]
        forms = [copy.deepcopy(element.find(_PROPERTIES)) for element in elements]
        for place in range(1, len(elements)):
            accepted, rejected = (forms[max(at for at in range(place + 1) if fates[at] != gone)]
                                  for gone in ("removed", "added"))
            if place == len(elements) - 1:
                self._give_forms(elements[place], accepted, rejected)
            else:
                _give_form(elements[place], rejected if fates[place + 1] == "removed" else accepted)
        for place, fate in enumerate(fates[1:]):
            self._tracker.mark_end(elements[place], "ins" if fate == "added" else "del")

    def _mark_first(self, group: Sequence[tuple[Marked, etree._Element]]) -> None:
        """Mark paragraphs before which and after which there is none: one of theirs must be the last, and stays."""
        last = next(element for step, element in reversed(group) if step.fate == "removed")
        for step, element in group:
            if step.fate == "added":
                last.addprevious(element)
        for step, element in group:
            if element is not last:
                self._tracker.mark_end(element, "ins" if step.fate == "added" else "del")

    def _give_forms(
        self, element: etree._Element, accepted: etree._Element | None, rejected: etree._Element | None,
    ) -> None:
        """Give a paragraph the form it has when rejected, and as a change of form the one it has when accepted."""
        _give_form(element, rejected)
        if form_alone(accepted) != form_alone(rejected):
            self._tracker.change_form(element, accepted)

    def remark(self, line: Line, text: str) -> None:
        """Hang a comment on a line."""
        element = line.element if line.element.tag == _PARAGRAPH else next(line.element.iter(_PARAGRAPH), None)
        if element is not None:
            self._comments.append((element, text))

    def accepted(self) -> tuple[Line, ...]:
        """Return the lines as they stand once everything is accepted."""
        return self._reader.of(_body(settled_tree(self._root, "accept")))

    def written(self, provenance: bytes | None) -> bytes:
        """Return the finished file; it is proved before: rejecting all gives the person's file back, form and all.

        `provenance` replaces what the file says of its making, if it says anything.
        """
        back = normal(settled_tree(self._root, "reject"))
        if back != self._before:
            _not_proved()
        own = {part: provenance for part, content in self._package.parts.items()
               if provenance is not None and part.endswith(".xml") and NAMESPACE.encode() in content
               and str(self._package.xml(part).tag).startswith(f"{{{NAMESPACE}}}")}
        content = self._packed(own)
        if settled(content, self._package.name, "reject") != self._lines_before:
            _not_proved()
        return content

    def _packed(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the file as it stands, with some parts in place of its own."""
        from lxml import etree

        document = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        made = {**self._package.parts, self._package.document: document, **parts}
        if not self._comments:
            return write_zip(pack(part, one) for part, one in made.items())
        places = {element: place for place, element in enumerate(self._root.iter(_PARAGRAPH))}
        hand = Commentator(name=self._hand.author, made_at=self._hand.made_at)
        return with_comments(Package(self._package.name, made), [
            Comment(place=places[element], text=text) for element, text in self._comments], hand)


def _not_proved() -> None:
    raise NotPossible(
        say("The updated file did not prove right: with all changes rejected it is not the file that was given, so it "
            "was not written."),
        say("Nothing is lost. Send the file to whoever looks after docgen."))


def _refuse(package: Package, content: bytes, name: str) -> None:
    if any(part.endswith("vbaProject.bin") for part in package.parts):
        raise NotPossible(say("{file} holds macros, which are programs; it is not changed.", file=name),
                          say("In Word choose Save As, type “Word Document (*.docx)”, and update that file."))
    if count := tracked_changes(content, name):
        raise NotPossible(
            say("{file} holds {count} tracked change(s) nobody has accepted or rejected: who wrote what could no "
                "longer be told apart.", file=name, count=count),
            say("In Word: Review, Accept or Reject each change, save, and update again."))
    if any(True for _ in package.xml(package.document).iter(w("altChunk"))):
        raise NotPossible(say("{file} holds inserted text in another format, which is not shown.", file=name),
                          say("Open it in Word and save it again."))


def _body(root: etree._Element) -> etree._Element:
    body = root.find(w("body"))
    if body is None:  # the package has been checked
        raise AssertionError
    return body


def _settle_blanks(root: etree._Element) -> None:
    """Take away blanks at the ends of pieces of text that Word does not print either."""
    for text in root.iter(w("t")):
        if text.get(XML_SPACE) != "preserve" and text.text:
            text.text = text.text.strip(" \t\r\n")


def _comments_by(package: Package, author: str) -> frozenset[str]:
    part = next((one.target for one in package.relationships(package.document)
                 if one.kind.endswith("/comments") and one.target in package.parts), "")
    return frozenset(comment.get(w("id")) or "" for comment in (package.xml(part).iter(w("comment")) if part else ())
                     if comment.get(w("author")) == author)


def _nearest(steps: Sequence[Marked], place: int, alike: str | None) -> etree._Element | None:
    """Return the paragraph of the file nearest to a step, of the same form if one is named, those before it first."""
    for at in sorted(range(len(steps)), key=lambda at: (abs(at - place), at)):
        line = steps[at].line
        if line is not None and not line.is_table and line.text.strip() and alike in (None, steps[at].alike):
            return line.element
    return None


def _groups(
    steps: Sequence[Marked], elements: Sequence[etree._Element],
) -> list[list[tuple[Marked, etree._Element]]]:
    """Return the runs of removed and added paragraphs that follow each other in one holder."""
    groups: list[list[tuple[Marked, etree._Element]]] = []
    last: etree._Element | None = None
    for step, element in zip(steps, elements, strict=True):
        if step.fate == "kept":
            last = None
            continue
        if last is not None and _beside(last, after=True) is element:
            groups[-1].append((step, element))
        else:
            groups.append([(step, element)])
        last = element
    return groups


def _beside(element: etree._Element, *, after: bool) -> etree._Element | None:
    """Return the paragraph next to one in the same holder; None if something else stands there."""
    other = element.getnext() if after else element.getprevious()
    while other is not None and other.tag in _BETWEEN:
        other = other.getnext() if after else other.getprevious()
    return other if other is not None and other.tag == _PARAGRAPH else None


def _give_form(element: etree._Element, form: etree._Element | None) -> None:
    own = element.find(_PROPERTIES)
    if own is not None:
        element.remove(own)
    if form is not None:
        element.insert(0, copy.deepcopy(form))

