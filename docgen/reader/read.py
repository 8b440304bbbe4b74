"""The one way in: any text to a tree, and a list of everything that could not be placed for certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docgen.messages import say
from docgen.model.finding import Finding
from docgen.model.level import HEADS, Level
from docgen.model.tree import Gap, Provision, Regulation
from docgen.reader.canonical import is_canonical, read_canonical
from docgen.reader.decoding import tidy
from docgen.reader.joining import Layout, find_layout, join_lines
from docgen.reader.labels import find_label
from docgen.reader.lines import source_lines
from docgen.reader.nesting import Nesting, is_heading_text
from docgen.reader.page_furniture import part_furniture
from docgen.reader.second_document import second_document
from docgen.reader.source import Source, SourceLine
from docgen.reader.zones import KINDS, PARTY, is_basis, split_zones

_GAP = re.compile(r">?\s*(?:\*\*)?\[…\](?:\*\*)?\s*(.*)")
_RUN_TOGETHER = re.compile(r"(?<=\S)\s*(?=Điều\s+\d+[a-zđ]?\s*[.:])")
_ABOUT_ITSELF = re.compile(
    r"(?:Quy định|Hướng dẫn|Quy chế|Quyết định|Chỉ thị|Kết luận|Thông báo|Nghị quyết|Điều lệ)\s+này\s")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the regulation as a tree, and the problems met on the way, in the order of lines."""

    regulation: Regulation
    problems: tuple[Finding, ...] = ()


def read(text: str) -> Reading:
    """Read any text into a tree; never refuses, and never drops a line without saying so.

    The canonical form (docs/dinh-dang.md) is read as it stands; every other text is recognised as well as it can be.
    """
    text = tidy(text)
    if is_canonical(text):
        return Reading(*read_canonical(text))
    parted = part_furniture(source_lines(text), broken=True)
    return _read_lines(parted.kept, parted.dropped)


def read_source_lines(source: Source) -> Reading:
    """Read the lines of a file into a tree, in the same way as a text."""
    return Reading(*read_canonical(source.canonical)) if source.canonical else _read_lines(
        source.lines, source.dropped)


def _read_lines(printed: Sequence[SourceLine], dropped: Sequence[SourceLine]) -> Reading:
    problems = [_furniture(line) for line in dropped]
    lines = _without_noise(printed, problems)
    lines = [part for line in lines for part in _parted(line, problems)]
    if second := second_document(lines):
        problems.append(_two_documents(second))
    zones = split_zones(lines)
    layout = find_layout(zones.body)
    closing, body = _body(zones.body, layout, problems)
    regulation = Regulation(
        letterhead=tuple(line.text for line in zones.letterhead),
        stamps=tuple(line.text for line in zones.stamps),
        title=_title(zones.title, problems),
        preamble=_preamble(zones.preamble, layout),
        provisions=body,
        closing=closing,
        recipients_heading=zones.recipients_heading.text if zones.recipients_heading else "",
        recipients=_recipients(zones.recipients),
        signature=tuple(line.text for line in zones.signature),
        annexes=tuple(_annex(lines, layout, problems) for lines in zones.annexes),
        copy_note=tuple(line.text for line in zones.copy_note),
    )
    tops = (*body, *(node for annex in regulation.annexes for node in annex.children))
    if zones.body and not any(isinstance(node, Provision) and node.level is not Level.PARAGRAPH for node in tops):
        problems.append(Finding(
            code="reader-no-structure", severity="note", line=zones.body[0].line,
            message=say("No chương, Điều, khoản or điểm was recognised; the text was read as plain paragraphs."),
            remedy=say("If it has articles, check how they are marked.")))
    return Reading(regulation, tuple(sorted(problems, key=lambda finding: (finding.line, finding.code))))


def _without_noise(lines: Sequence[SourceLine], problems: list[Finding]) -> list[SourceLine]:
    kept = []
    for line in lines:
        if not any(c.isalnum() for c in line.text) and line.text != "*" and set(line.text) - set("-–—_ "):
            problems.append(Finding(
                code="reader-noise", severity="note", line=line.line,
                message=say("'{text}' has no letter or digit; left out.", text=line.text),
                remedy=say("Compare with the printed original.")))
        else:
            kept.append(line)
    return kept


def _furniture(line: SourceLine) -> Finding:
    return Finding(code="reader-furniture", severity="note", line=line.line,
                   message=say("'{text}' belongs to the page, not to the text; left out.", text=line.text))


def _two_documents(second: SourceLine) -> Finding:
    message = say("A second document begins here, on page {page}: '{text}'.", page=second.page, text=second.text) if (
        second.page) else say("A second document begins here: '{text}'.", text=second.text)
    return Finding(code="reader-second-document", severity="error", line=second.line, message=message,
                   remedy=say("Save each document in a file of its own and read them one by one."))


def _parted(line: SourceLine, problems: list[Finding]) -> list[SourceLine]:
    """Part what was printed on several lines and stands on one: a head with its first Điều, two letterhead fields."""
    if line.joined:
        problems.append(_run_together(line))
    if PARTY in line.text and not line.text.startswith(PARTY):
        before, _, after = line.text.partition(PARTY)
        second = replace(line, text=PARTY + after, joined=True, after_blank=False)
        problems.append(_run_together(second))
        return [replace(line, text=before.strip()), second]
    label = find_label(line.text, set_apart=line.is_title_like)
    if label and label.level in HEADS and (match := _RUN_TOGETHER.search(line.text, len(label.label))):
        head, rest = line.text[:match.start()].strip(), line.text[match.end():].strip()
        if head.removeprefix(label.label).strip().isupper():
            second = replace(line, text=rest, joined=True, after_blank=False, bold="none", marked=False)
            problems.append(_run_together(second))
            return [replace(line, text=head), second]
    return [line]


def _run_together(line: SourceLine) -> Finding:
    return Finding(code="reader-run-together", severity="note", line=line.line,
                   message=say("'{text}' stood on the line of what is printed above it; taken apart.",
                               text=line.text[:60]))


def _title(lines: list[SourceLine], problems: list[Finding]) -> tuple[str, ...]:
    """Return kind and summary; a summary broken over lines is one line again, the rule printed under it is none."""
    title: list[str] = []
    for line in lines:
        if title and not set(line.text) - set("-–—_ "):
            problems.append(_furniture(line))
        elif len(title) > 1 and not line.text.startswith("("):
            title[-1] = f"{title[-1]} {line.text}"
        else:
            title.append(line.text)
    return tuple(title)


def _preamble(lines: list[SourceLine], layout: Layout) -> tuple[Provision, ...]:
    out = []
    for block in join_lines(lines, _own(lines, layout)):
        label = find_label(block.text)
        dash = label if label and label.level is Level.PARAGRAPH else None
        text = dash.rest if dash else block.text
        level = Level.LEGAL_BASIS if dash or is_basis(block.text) else Level.OPENING
        out.append(Provision(level=level, label=dash.label if dash else "", text=text, line=block.line))
    return tuple(out)


def _body(lines: list[SourceLine], layout: Layout, problems: list[Finding]) -> tuple[
        tuple[Provision, ...], tuple[Provision | Gap, ...]]:
    """Return closing paragraphs about the whole text, and the tree of the rest."""
    blocks = join_lines(lines, layout)
    closing: list[Provision] = []
    while len(blocks) > 1 and _ABOUT_ITSELF.match(blocks[-1].text) and not _waits_for_text(blocks[-2]):
        block = blocks.pop()
        closing.insert(0, Provision(level=Level.CLOSING, text=block.text, line=block.line))
    nesting = nest(blocks)
    problems += nesting.problems
    return tuple(closing), nesting.nodes()


def _own(lines: list[SourceLine], layout: Layout) -> Layout:
    """Return the layout of the body, or of these lines themselves where the body was not broken."""
    return layout if layout != Layout() else find_layout(lines)


def _waits_for_text(block: SourceLine) -> bool:
    """Tell whether a block is an Điều with a heading only: what follows is then its own text."""
    label = find_label(block.text, set_apart=block.is_title_like)
    return label is not None and label.level is Level.ARTICLE


def nest(blocks: list[SourceLine]) -> Nesting:
    """Build the tree of a body from its blocks."""
    nesting = Nesting()
    for block in blocks:
        if block.text.startswith((">", "[…]")) and (gap := _GAP.fullmatch(block.text)):
            nesting.add_gap(Gap(text=gap[1], line=block.line))
            continue
        label = nesting.settled(find_label(block.text, set_apart=block.marked or block.bold == "all"))
        if nesting.wants_heading() and block.is_title_like and (label is None or not label.sure):
            nesting.add_heading_below(block.text)
        elif label is None or not nesting.accepts(label):
            nesting.add_paragraph(block.text, block.line)
        elif label.level is Level.PARAGRAPH:
            nesting.add_dash(label.label, label.rest, block.line)
        elif label.level in HEADS or (label.level is Level.ARTICLE and label.rest and is_heading_text(
                label.rest, set_apart=block.marked or block.bold == "all",
                prefix_only=block.bold == "prefix" and len(block.prefix) <= len(label.label) + 1)):
            nesting.place(label, block.line, heading=label.rest)
        else:
            nesting.place(label, block.line, text=label.rest)
    return nesting


def _recipients(lines: list[SourceLine]) -> tuple[Provision, ...]:
    """Return the Nơi nhận list; a line without a dash continues the item above where items have dashes."""
    dashed = any(line.text[:1] in "-–+" for line in lines)
    items: list[Provision] = []
    for line in lines:
        label = find_label(line.text)
        dash = label if label and label.level is Level.PARAGRAPH else None
        text = dash.rest if dash else line.text
        new = dash is not None or not items or (
            not dashed and (items[-1].text.endswith((",", ";", ".")) or text.startswith(("Các ", "Lưu ", "Như "))))
        if new:
            items.append(Provision(level=Level.CLOSING, label=dash.label if dash else "", text=text, line=line.line))
        else:
            items[-1] = replace(items[-1], text=f"{items[-1].text} {text}")
    return tuple(items)


def _annex(lines: list[SourceLine], layout: Layout, problems: list[Finding]) -> Provision:
    """Return an annex or an attached regulation: label, title lines as heading, then its own tree."""
    end = 1
    while end < len(lines) and find_label(lines[end].text) is None and (
            _is_title_line(lines[end]) or lines[end].text.startswith("(")):
        end += 1
    nesting = nest(join_lines(lines[end:], _own(lines, layout)))
    problems += nesting.problems
    return Provision(level=Level.ANNEX, label=lines[0].text, heading=" ".join(line.text for line in lines[1:end]),
                     heading_on_own_line=end > 1, children=nesting.nodes(), line=lines[0].line)


def _is_title_line(line: SourceLine) -> bool:
    """Tell whether a line under the word PHỤ LỤC or QUY CHẾ still belongs to the title."""
    return line.is_title_like or line.text[:1].islower() or line.text in KINDS
