"""Everything the rules look at: the document, the law as it is known, the facts of the cell, the form asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from docgen.check.document.obligations import Obligation
from docgen.check.document.paper import Paper, PaperLine
from docgen.check.document.parts import Parts, find_parts
from docgen.check.document.plain import plain
from docgen.check.document.resting import Cited, Quoted, WordingIndex, citations
from docgen.check.document.succession import Succession
from docgen.draft.dates import parse_day
from docgen.draft.facts import Facts
from docgen.draft.kinds import AGREEMENT, WORKING_RULES
from docgen.model.tree import Regulation
from docgen.versions.edition_id import slug
from docgen.versions.legal_date import parse_legal_date
from docgen.versions.register import Edition
from docgen.versions.registers import Registers
from docgen.word.look import DocumentLook

_DATE_LINE = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The registers, the texts held by edition, the index of their wording, and where replaced provisions stand now."""

    registers: Registers
    texts: Mapping[str, Regulation]
    wording: Mapping[tuple[str, str], str]
    index: WordingIndex
    succession: Succession

    def meant(self, document: str, dated: str = "") -> tuple[Edition, ...]:
        """Return the editions a citation can mean, by number and date, else by name; none if no register knows it."""
        if numbered := self.registers.numbered(document, parse_legal_date(dated) if dated else None):
            return numbered
        name = slug(document)
        return tuple(edition for edition in self.registers.editions
                     if not edition.number and name.startswith(slug(edition.kind)) and slug(edition.kind))


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """One document under review; `today` is the day its law is asked for, `facts` what is known of its cell.

    `work` is the framework it is written under, "" if that is not known; `obligations` what that asks for.
    `templates_not_found` are the template files it says it was made from whose hash no file here has, now or earlier.
    """

    paper: Paper
    law: Law
    today: date
    work: str = ""
    facts: Facts | None = None
    obligations: tuple[Obligation, ...] = ()
    look: DocumentLook
    templates_not_found: tuple[str, ...] = ()

    @cached_property
    def parts(self) -> Parts:
        """Where the parts of the paper stand."""
        return find_parts(self.paper)

    @cached_property
    def issued(self) -> date | None:
        """The day printed in the head, None while it is open or where none is found."""
        for place in self.parts.head:
            if found := _DATE_LINE.search(self.paper.lines[place].text):
                return parse_day(" ".join(found[0].split()).lower())
        return None

    @property
    def day(self) -> date:
        """Return the day the document has to be right on: its own, else the one asked for."""
        return self.issued or self.today

    @cached_property
    def title(self) -> str:
        """The words under the kind of document, in one line."""
        return " ".join(self.paper.lines[place].text for place in self.parts.title)

    @cached_property
    def kind(self) -> str:
        """Which document of a cell it is: working rules, an agreement, or "" for every other paper."""
        if self.paper.made_from is not None and self.paper.made_from.kind:
            made = self.paper.made_from.kind
            return made if made in (WORKING_RULES.slug, AGREEMENT.slug) else ""
        place = self.parts.kind
        if place < 0 or not plain(self.paper.lines[place].text).startswith("quy chế"):
            return ""
        title = plain(self.title)
        if "phối hợp" in title:
            return AGREEMENT.slug
        return WORKING_RULES.slug if "làm việc" in title else ""

    @cached_property
    def is_of_the_state(self) -> bool:
        """Whether it is a paper in the form of the state, such as the notice of an agency's leadership."""
        head = plain(" ".join(self.paper.lines[place].text for place in self.parts.head))
        return not self.kind and "cộng hoà xã hội chủ nghĩa" in head and "đảng cộng sản việt nam" not in head

    @cached_property
    def citations(self) -> tuple[Cited, ...]:
        """Every citation, in the order of print."""
        return tuple(citations(self.paper))

    @cached_property
    def quotations(self) -> Mapping[int, tuple[Quoted, ...]]:
        """The held provisions whose words a line uses, by line."""
        found: dict[int, list[Quoted]] = {}
        for one in self.law.index.quotations(self.paper):
            found.setdefault(one.line, []).append(one)
        return {line: tuple(all_of_it) for line, all_of_it in found.items()}

    def body(self) -> Iterator[tuple[int, PaperLine, str]]:
        """Yield the lines of the articles with their places, and their words as rules read them."""
        for place in self.parts.articles:
            line = self.paper.lines[place]
            yield place, line, plain(line.text)

    def plain(self, place: int) -> str:
        """Return a line as rules read it."""
        return plain(self.paper.lines[place].text)

    def words_at(self, place: int, start: int, end: int) -> str:
        """Return the printed words at places of a line as rules read it."""
        return self.paper.lines[place].text[start:end]
