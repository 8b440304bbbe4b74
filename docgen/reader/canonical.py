"""The canonical Markdown of a regulation (docs/dinh-dang.md) read back exactly as it was written."""

from __future__ import annotations

import re
from dataclasses import replace

from docgen.messages import say
from docgen.model.finding import Finding
from docgen.model.level import HEADS, Level
from docgen.model.tree import Gap, Line, Provision, Regulation
from docgen.reader.front_matter import read_front_matter
from docgen.reader.labels import Label, find_label
from docgen.reader.nesting import Nesting
from docgen.reader.zones import is_basis

ZONES = ("letterhead", "stamps", "title", "preamble", "body", "closing", "recipients", "signature", "annex",
         "copy-note")

_ZONE = re.compile(r"<!-- zone: ([a-z-]+) -->")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&(#\d{1,7}|amp|lt|gt);")
_NAMED = {"amp": "&", "lt": "<", "gt": ">"}
_HEADING = re.compile(r"#{1,6} (.*)")
_GAP = re.compile(r"> \*\*\[…\]\*\* ?(.*)")
_NUMBER = re.compile(r"(\d+(?:\.\d+)*[a-zđ]?)(\\[.)]|[.\-–/])(?: |$)")
_DOTTED = re.compile(r"(\d+(?:\.\d+)+[.)]?)(?: |$)")
_POINT = re.compile(r"(([a-zđ])\2?[)/.])(?: |$)")
_DASH = re.compile(r"\\([-+])(?: |$)|([–—•●·])(?: |$)")
_RUN_IN = re.compile(r"\*\*(Điều [^*]+)\*\* (?=\S)")


def is_canonical(text: str) -> bool:
    """Tell whether a text is in canonical form: it names its zones."""
    return "<!-- zone: " in text


def unescape(text: str) -> str:
    """Take the escapes of the canonical form off a text."""
    return _ESCAPED.sub(_unescaped, text) if "\\" in text or "&" in text else text


def _unescaped(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    if match[2][0] == "#":
        code = int(match[2][1:])
        return chr(code) if 31 < code < 0x110000 and not 0xD800 <= code < 0xE000 else match[0]
    return _NAMED[match[2]]


def read_canonical(text: str) -> tuple[Regulation, tuple[Finding, ...]]:
    """Read canonical Markdown; what is not in the form is kept as a paragraph and reported with its line."""
    metadata, first, problems = read_front_matter(text)
    zones: dict[str, list[tuple[int, str]]] = {zone: [] for zone in ZONES}
    annexes: list[list[tuple[int, str]]] = []
    here = zones["body"]
    for number, line in enumerate(text.split("\n"), 1):
        if number < first or not line.strip():
            continue
        if match := _ZONE.fullmatch(line):
            if match[1] == "annex":
                here = []
                annexes.append(here)
            elif match[1] in zones:
                here = zones[match[1]]
            else:
                problems.append(Finding(code="reader-zone", severity="error", line=number,
                                        message=say("There is no zone '{zone}'.", zone=match[1]),
                                        remedy=say("Zones are: {zones}.", zones=", ".join(ZONES))))
            continue
        here.append((number, line))
    nesting = _nest(zones["body"])
    problems += nesting.problems
    trees = []
    for lines in annexes:
        annex, faults = _annex(lines)
        trees.append(annex)
        problems += faults
    heading, recipients = _recipients(zones["recipients"])
    regulation = Regulation(
        metadata=metadata,
        letterhead=_lines(zones["letterhead"]), stamps=_lines(zones["stamps"]),
        title=tuple(unescape(_undress(line)) for _, line in zones["title"]),
        preamble=tuple(_item(number, line, Level.LEGAL_BASIS if _dash(line) or is_basis(line) else Level.OPENING)
                       for number, line in zones["preamble"]),
        provisions=nesting.nodes(),
        closing=tuple(_item(number, line, Level.CLOSING) for number, line in zones["closing"]),
        recipients_heading=heading, recipients=recipients,
        signature=_lines(zones["signature"]), annexes=tuple(trees), copy_note=_lines(zones["copy-note"]),
    )
    return regulation, tuple(sorted(problems, key=lambda finding: (finding.line, finding.code)))


def _undress(line: str) -> str:
    return heading[1] if (heading := _HEADING.fullmatch(line)) else line


def _lines(lines: list[tuple[int, str]]) -> tuple[Line, ...]:
    return tuple(Gap(text=unescape(gap[1]), line=number) if (gap := _GAP.fullmatch(line)) else unescape(line)
                 for number, line in lines)


def _dash(line: str) -> tuple[str, str] | None:
    if match := _DASH.match(line):
        return match[1] or match[2], line[match.end():]
    return None


def _item(number: int, line: str, level: Level) -> Provision:
    label, rest = _dash(line) or ("", line)
    return Provision(level=level, label=label, text=unescape(rest), line=number)


def _recipients(lines: list[tuple[int, str]]) -> tuple[str, tuple[Provision, ...]]:
    heading = ""
    if lines and lines[0][1].startswith("**"):
        heading = unescape(lines[0][1].strip("*"))
        lines = lines[1:]
    items: list[Provision] = []
    for number, line in lines:
        if items and (gap := _GAP.fullmatch(line)):
            lost = Gap(text=unescape(gap[1]), line=number)
            items[-1] = replace(items[-1], children=(*items[-1].children, lost))
        else:
            items.append(_item(number, line, Level.CLOSING))
    return heading, tuple(items)


def _annex(lines: list[tuple[int, str]]) -> tuple[Provision, list[Finding]]:
    label, heading, start = "", "", 0
    if lines and lines[0][1].startswith("#"):
        label, start = unescape(_undress(lines[0][1])), 1
        if len(lines) > 1 and (bold := _all_bold(lines[1][1])):
            heading, start = bold, 2
    nesting = _nest(lines[start:])
    return Provision(level=Level.ANNEX, label=label, heading=heading, heading_on_own_line=bool(heading),
                     children=nesting.nodes(), line=lines[0][0] if lines else 0), nesting.problems


def _all_bold(line: str) -> str:
    inner = line[2:-2]
    return unescape(inner) if line.startswith("**") and line.endswith("**") and len(line) > 4 and "**" not in (
        inner.replace("\\*", "")) else ""


def _nest(lines: list[tuple[int, str]]) -> Nesting:
    nesting = Nesting()
    for number, line in lines:
        if line.startswith(">") and (gap := _GAP.fullmatch(line)):
            nesting.add_gap(Gap(text=unescape(gap[1]), line=number))
        elif line.startswith("#") and (label := _heading_label(line)):
            nesting.place(label, number, heading=unescape(label.rest))
        elif line.startswith("**"):
            _bold_line(nesting, number, line)
        elif (dash := _dash(line)) is not None:
            nesting.add_dash(dash[0], unescape(dash[1]), number)
        elif found := nesting.settled(_unit_label(line)):
            nesting.place(found, number, text=unescape(found.rest))
        else:
            nesting.add_paragraph(unescape(line), number)
    return nesting


def _bold_line(nesting: Nesting, number: int, line: str) -> None:
    if run_in := _RUN_IN.match(line):
        label = find_label(unescape(run_in[1]))
        if label and label.level is Level.ARTICLE and not label.rest:
            nesting.place(label, number, text=unescape(line[run_in.end():]))
            return
    title = _all_bold(line)
    if title and nesting.wants_heading():
        nesting.add_heading_below(title)
    else:
        nesting.add_paragraph(unescape(title or line), number)


def _heading_label(line: str) -> Label | None:
    words = _undress(line)
    label = find_label(words, set_apart=True)
    return label if label and (label.level in HEADS or label.level is Level.ARTICLE) else None


def _unit_label(line: str) -> Label | None:
    first = line[0]
    if first.isdigit():
        if match := _NUMBER.match(line):
            return Label(Level.CLAUSE, match[1] + match[2].removeprefix("\\"), line[match.end():])
        if match := _DOTTED.match(line):
            return Label(Level.CLAUSE, match[1], line[match.end():])
    elif match := _POINT.match(line):
        return Label(Level.POINT, match[1], line[match.end():])
    return None
