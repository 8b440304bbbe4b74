"""What an import did, told to the person who asked for it: what was recognised, what is on record, what to look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docgen.compare.matching import Alphabet
from docgen.compare.pair_words import compare_words
from docgen.messages import Message, say
from docgen.model.citation import cite
from docgen.model.finding import Finding
from docgen.model.level import TERMS, Level
from docgen.publish.comparison_text import coloured, marked
from docgen.publish.lines import PLAIN, Screen, wrapped
from docgen.publish.word_changes import word_changes

_BESIDE = 12
"""Words shown before and after a change."""

_DONE = {
    "new": say("new edition"), "text": say("the text of an edition that was only listed so far"),
    "filled": say("completed: what was not held before is filled in"), "corrected": say("other words put in place"),
    "unchanged": say("nothing changed"), "marked": say("marked as not for publication"),
}
_ZONES = {
    "letterhead": say("letterhead"), "stamps": say("stamps"), "title": say("title"), "preamble": say("preamble"),
    "body": say("body"), "closing": say("closing"), "recipients": say("recipients"), "signature": say("signature"),
    "copy-note": say("copy note"),
}
_COUNTED = (Level.PART, Level.CHAPTER, Level.SECTION, Level.HEADING, Level.ARTICLE, Level.CLAUSE, Level.POINT,
            Level.PARAGRAPH, Level.LEGAL_BASIS, Level.ANNEX)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a text with the words of two sides: held and new, or printed and repaired."""

    place: str
    was: str
    now: str

    def to_dict(self) -> dict[str, str | None]:
        """Return the place for JSON; a side that has no words is null."""
        return {"place": self.place, "was": self.was or None, "now": self.now or None}


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a text says of itself, beside what was given, or what the register knew (`known`); empty if nothing."""

    what: Message
    name: str
    printed: str
    other: str = ""
    agrees: bool | None = None
    known: bool = False

    @property
    def verdict(self) -> str:
        """Return what comparing the two gave, as it stands behind the words; empty where there was nothing."""
        if self.agrees is None:
            return ""
        if self.agrees:
            return f"  ({say('as in the register') if self.known else say('as given')})"
        if self.known:
            return f"  ({say('the register has: {other}', other=self.other)})"
        return f"  ({say('but given: {other}', other=self.other)})"


@dataclass(frozen=True, slots=True)
class LeftLine:
    """A line of the source that is not in the text: of the page, or lost."""

    text: str
    line: int
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """Everything that is to be told of one import."""

    action: str
    edition: str
    name: str
    file: str
    source: Message
    source_remarks: tuple[Message, ...] = ()
    dry_run: bool
    counts: tuple[tuple[Level, int], ...]
    share: str
    missing: tuple[LeftLine, ...]
    dropped: tuple[LeftLine, ...]
    said: tuple[Said, ...]
    repairs: tuple[Place, ...] = ()
    differences: tuple[Place, ...] = ()
    added: tuple[str, ...] = ()
    completeness: str = ""
    publish: bool = True
    written: tuple[tuple[str, Message], ...] = ()
    entry: tuple[str, ...] = ()
    commit: str = ""
    tag: str = ""
    remarks: tuple[Message, ...] = ()
    look: tuple[Message, ...] = ()
    findings: tuple[Finding, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return the report for JSON."""
        return {
            "action": self.action, "edition": self.edition, "dry_run": self.dry_run,
            "remarks": [str(remark) for remark in (*self.source_remarks, *self.remarks)], "coverage": float(self.share),
            "missing": [_line(one) for one in self.missing], "dropped": [_line(one) for one in self.dropped],
            "recognised": {level.value: count for level, count in self.counts},
            "stated": {one.name: one.printed or None for one in self.said},
            "completeness": self.completeness, "publish": self.publish,
            "repairs": [one.to_dict() for one in self.repairs],
            "differences": [one.to_dict() for one in self.differences], "added": list(self.added),
            "written": [path for path, _ in self.written], "commit": self.commit or None, "tag": self.tag or None,
            "findings": [finding.to_dict() for finding in self.findings],
        }


def import_report(report: ImportReport, screen: Screen = PLAIN) -> str:
    """Show the report as a colleague reads it: what it is, how much arrived, what was written, what to check."""
    lines = [*wrapped(f"{report.edition}: {report.name}", PLAIN),
             *wrapped(str(say("Source: {file}", file=report.source)), PLAIN)]
    lines += [line for remark in report.source_remarks for line in wrapped(str(remark), PLAIN, "  ")]
    state = _DONE[report.action]
    lines += wrapped(str(say("Dry run, nothing was written. It would be: {state}", state=state) if report.dry_run
                         else say("Result: {state}", state=state)), PLAIN)
    lines += wrapped(str(say("Recognised: {counts}", counts=_counts(report.counts))), PLAIN)
    lines += _coverage(report)
    lines += _said(report.said)
    if report.added:
        lines += ["", *wrapped(str(say("Filled in ({count}): {places}", count=len(report.added),
                                       places=_some([place_words(one) for one in report.added]))), PLAIN)]
    if report.repairs:
        lines += ["", str(say("Repaired ({count}):", count=len(report.repairs))), *changes(report.repairs, screen)]
    if report.written:
        lines += ["", str(say("To be written:") if report.dry_run else say("Written:"))]
        width = max(len(path) for path, _ in report.written)
        lines += [f"  {path.ljust(width)}  {what}" for path, what in report.written]
    lines += [f"    {line}" for line in report.entry]
    lines += [f"  {remark}" for remark in report.remarks]  # with paths in them, which are not to be broken
    if report.look:
        lines += ["", str(say("Look at with your own eyes:"))]
        lines += [line for one in report.look for line in wrapped(f"- {one}", PLAIN, "  ", "    ")]
    return "\n".join(lines) + "\n"


def place_words(place: str) -> str:
    """Name a place of a text: an address as it is cited, a zone of the paper by its name."""
    return str(_ZONES[place]) if place in _ZONES else cite(place)


def word_differences(was: str, now: str) -> str:
    """Say in words what became of a passage, as an office writes it."""
    return "; ".join(word_changes(compare_words(was, now, Alphabet()).spans))


def changes(places: Iterable[Place], screen: Screen = PLAIN) -> list[str]:
    """Show places with their words marked [-out-] and {+in+}, the long stretches between left out."""
    lines: list[str] = []
    last = ""
    for one in places:
        head = f"  {place_words(one.place)}" + ("" if one.place in _ZONES else f"  [{one.place}]")
        lines += [head] if head != last else []
        last = head
        text = _marked(one.was, one.now)
        lines += coloured(wrapped(text, screen, "    "), screen, "    ")
    return lines


def _marked(was: str, now: str) -> str:
    spans: list[tuple[str, str]] = []
    for span in compare_words(was, now, Alphabet()).spans:
        spans += [("-", span.text), ("+", span.other)] if span.mark == "~" else [(span.mark, span.text)]
    last = len(spans) - 1
    shortened = [(mark, text if mark in "-+" else _short(text, place == 0, place == last))
                 for place, (mark, text) in enumerate(spans)]
    return marked(tuple(shortened))


def _short(text: str, first: bool, last: bool) -> str:
    """Return what stays between two changes: its beginning and end, and only the near one at either edge."""
    words = text.split(" ")
    head = [] if first else words[:_BESIDE]
    tail = [] if last else words[-_BESIDE:]
    return text if len(words) <= len(head) + len(tail) + 2 else " ".join([*head, "…", *tail])


def _counts(counts: Sequence[tuple[Level, int]]) -> str:
    known = dict(counts)
    words = [f"{known[level]} {_level_word(level)}" for level in _COUNTED if known.get(level)]
    return ", ".join(words) or str(say("plain paragraphs only"))


def _level_word(level: Level) -> str:
    if level is Level.PARAGRAPH:
        return str(say("dash items and plain paragraphs"))
    return TERMS[level].word.lower()


def _coverage(report: ImportReport) -> list[str]:
    if report.share == "1.0":
        lines = wrapped(str(say("Coverage: 1.0, every word of the source is in the text")), PLAIN)
    else:
        lines = wrapped(str(say("Coverage: {share}", share=report.share)), PLAIN)
    for heading, left in ((say("Missing in the text:"), report.missing),
                          (say("Left out, as part of the page:"), report.dropped)):
        if left:
            lines.append(f"  {heading}")
            lines += [f"    {_where(one)}: {one.text[:90]}" for one in left]
    return lines


def _where(line: LeftLine) -> str:
    if line.page:
        return str(say("page {page}, line {line}", page=line.page, line=line.line))
    return str(say("line {line}", line=line.line))


def _said(rows: Sequence[Said]) -> list[str]:
    told = [one for one in rows if one.printed]
    lines = [str(say("The text says of itself:"))] if told else [str(say("The text says nothing of itself."))]
    width = max((len(str(one.what)) for one in told), default=0)
    for one in told:
        lines += wrapped(f"{str(one.what).ljust(width)}  {one.printed}{one.verdict}", PLAIN, "  ", " " * (width + 4))
    return lines


def _some(words: Sequence[str], most: int = 12) -> str:
    named = ", ".join(words[:most])
    return f"{named}; {say('and {count} more places', count=len(words) - most)}" if len(words) > most else named


def _line(line: LeftLine) -> dict[str, object]:
    return {"text": line.text, "line": line.line or None, "page": line.page or None}
