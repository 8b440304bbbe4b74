"""clauses.md cut into blocks with their attributes, before anything in them is understood; never raises.

A block is a heading or paragraph under its attribute line:

    {id: hop.bat-thuong, kind: local, if: has_committee}
    1. Chi bộ họp bất thường theo {{ ref("hop.dinh-ky") }} ...

The first-rank headings are the zones of the paper. In Nội dung `##` opens a chapter, `###` an article, "Điều 1." one
without a name, "1." a khoản, "a)" a điểm, "-" a dash item; the figures written are not kept, the program
counts what is left for a cell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from docgen.draft.clause_attributes import KEYS, Attributes
from docgen.draft.clause_source import HEADINGS, ZONES, ClauseSource, ClauseSources, Rank, Zone
from docgen.draft.nearest import nearest, suggest
from docgen.draft.shared_clauses import SHARED, brought_in
from docgen.messages import say
from docgen.reader.markdown_blocks import MarkdownBlock, markdown_blocks
from docgen.reader.yaml_tree import Mapping, parse
from docgen.word.document import NO_BREAK_SPACE

_ATTRIBUTES = re.compile(r"\{(?![{%#])")
_ROOM = re.compile(r"_{3,}")
"""Stands for lines to write on by hand."""
_MARKERS: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    ("run_in_article", re.compile(r"Điều \d{1,3}\.\s+")), ("clause", re.compile(r"\d{1,3}\.\s+")),
    ("point", re.compile(r"[a-zđ]\)\s+")), ("dash", re.compile(r"[-–]\s+")))
_RANKS: dict[int, Rank] = {2: "chapter", 3: "article", 4: "section"}


def read_sources(
    text: str, shared: MappingOf[str, ClauseSource] | None = None, *, file: str = "", origin: str = "",
) -> ClauseSources:
    """Cut a clauses.md into its blocks; never raises, every fault of writing is a finding with its line.

    `shared` are the blocks it may bring in by name. `file` and `origin` are noted in every block of a file that is
    itself one of shared clauses.
    """
    reader = _Reader(shared or {}, file, origin)
    comment = False
    for block in markdown_blocks(text):
        # <!-- a remark for those who write the template; it may run over several paragraphs -->
        comment = comment or block.text.startswith("<!--")
        if comment:
            comment = "-->" not in block.text
        elif block.kind == "heading":
            reader.heading(block)
        else:
            reader.paragraph(block)
    reader.finish()
    return ClauseSources(tuple(reader.sources), tuple(reader.attributes.findings))


@dataclass(frozen=True, slots=True)
class _Line:
    line: int
    tree: Mapping | None


class _Reader:
    def __init__(self, shared: MappingOf[str, ClauseSource], file: str, origin: str) -> None:
        self.shared = shared
        self.file, self.origin = file, origin
        self.sources: list[ClauseSource] = []
        self.attributes = Attributes()
        self.fault = self.attributes.fault
        self.zone: Zone | None = None
        self.zones: dict[str, int] = {}
        self.waiting: _Line | None = None

    def heading(self, block: MarkdownBlock) -> None:
        if block.depth == 1:
            self._open_zone(block)
        elif self.zone != "body" and self.zone is not None:
            self._block("paragraph", block.text, block.line)
            self.fault(block.line, "clause-heading", say("Chapters and articles stand in Nội dung only."))
        elif block.depth not in _RANKS:
            self.fault(block.line, "clause-heading", say("A heading of depth {depth} has no meaning here.",
                                                         depth=block.depth),
                       say("## opens a chapter, ### an article, #### a Mục of a chapter."))
            self.waiting = None
        else:
            self._block(_RANKS[block.depth], block.text, block.line)

    def paragraph(self, block: MarkdownBlock) -> None:
        lines = block.text.split("\n")
        start = place = 0
        while place < len(lines):
            if not _ATTRIBUTES.match(lines[place].strip()):
                place += 1
                continue
            self._text(lines[start:place], block.line + start)
            end = place
            while end < len(lines) - 1 and not lines[end].rstrip().endswith("}"):
                end += 1
            self._attribute_line("\n".join(lines[place:end + 1]), block.line + place)
            start = place = end + 1
        self._text(lines[start:], block.line + start)

    def finish(self) -> None:
        """Report what is only known at the end: attributes over nothing, zones that are not there."""
        self._drop_waiting()
        misnamed = any(finding.code == "clause-zone" for finding in self.attributes.findings)
        if "body" not in self.zones and not self.origin and not misnamed:
            self.fault(1, "clause-zone", say("There is no heading '# {zone}'.", zone="Nội dung"),
                       say("The articles stand under it."))

    def _open_zone(self, block: MarkdownBlock) -> None:
        self._drop_waiting()
        zone = ZONES.get(block.text)
        if zone is None:
            near = nearest(block.text, ZONES)
            self.fault(block.line, "clause-zone", say("There is no zone '{zone}'.", zone=block.text),
                       say("Did you mean '{name}'?", name=near) if near
                       else say("Known are: {names}.", names=", ".join(ZONES)))
            # what stands below is read as the body, so that its own faults are found too
            self.zone = self.zone or "body"
        elif zone in self.zones:
            self.fault(block.line, "clause-zone", say("The zone '{zone}' stands twice; first in line {line}.",
                                                      zone=block.text, line=self.zones[zone]),
                       say("Put its blocks together."))
        else:
            self.zones[zone] = block.line
            self.zone = zone

    def _drop_waiting(self) -> None:
        if self.waiting is not None:
            self.fault(self.waiting.line, "clause-attributes", say("Below this line of attributes stands no text."),
                       say("Write the text directly under it, or delete the line."))
            self.waiting = None

    def _attribute_line(self, text: str, line: int) -> None:
        self._drop_waiting()
        document = parse(text)
        for finding in document.findings:
            self.fault(line + max(finding.line - 1, 0), "clause-attributes", finding.message, finding.remedy)
        if isinstance(document.root, Mapping) and document.root.get(SHARED) is not None:
            self.sources.extend(brought_in(document.root, line, self.zone, self.shared, self.attributes))
            return
        if not isinstance(document.root, Mapping) and not document.findings:
            self.fault(line, "clause-attributes", say("This line of attributes is not closed."),
                       say("Write it as {pattern}.", pattern="{id: ..., kind: ...}"))
        self.waiting = _Line(line, document.root if isinstance(document.root, Mapping) else None)

    def _text(self, lines: list[str], line: int) -> None:
        if not any(part.strip() for part in lines):
            return
        text = "\n".join(part.strip() for part in lines)
        rank: Rank = "paragraph"
        if self.zone == "body" and _ROOM.fullmatch(text):
            rank, text = "room", NO_BREAK_SPACE
        for known, marker in _MARKERS:
            if match := marker.match(text):
                # in the other zones the program sets dashes and line ends itself
                rank = known if self.zone == "body" else "paragraph"
                if self.zone == "body" or known == "dash":
                    text = text[match.end():]
                break
        self._block(rank, text, line)

    def _block(self, rank: Rank, text: str, line: int) -> None:
        attributes, self.waiting = self.waiting, None
        if self.zone is None:
            self.fault(line, "clause-zone", say("This block stands before the first zone."),
                       say("Begin with a heading such as # Trích yếu."))
            return
        if attributes is None:
            self.fault(line, "clause-attributes", say("This block has no line of attributes."),
                       say("Write {pattern} directly above it.", pattern="{id: ..., kind: ...}"))
            return
        if attributes.tree is None:
            return
        source = self._source(rank, text, line, attributes.line, attributes.tree)
        if source is not None:
            self.sources.append(source)

    def _source(self, rank: Rank, text: str, line: int, above: int, tree: Mapping) -> ClauseSource | None:
        clause = tree.text("id")
        for key, _ in tree.entries:
            if key.text not in KEYS:
                self.fault(above, "clause-attributes", say("A clause has no attribute '{name}'.", name=key.text),
                           suggest(key.text, KEYS, say("Known are: {names}.", names=", ".join(KEYS))), clause)
        if not self.attributes.id(clause, above):
            return None
        kind, basis = tree.text("kind"), self.attributes.texts(tree, "basis", above, clause)
        self.attributes.kind(kind, above, clause, heading=rank in HEADINGS)
        self.attributes.basis(kind, basis, above, clause)
        if not text.strip() and rank != "room":
            self.fault(line, "clause-empty", say("This block has no words."), say("Write them, or delete it."), clause)
        if "**" in text or "`" in text or re.search(r"\\[-.)*_+]", text):
            self.fault(line, "clause-markup", say("Marks such as ** or a backslash would be printed as they stand."),
                       say("Write the words only; the frame decides what is bold."), clause)
        return ClauseSource(id=clause, zone=self.zone or "body", rank=rank, text=text, line=line, kind=kind,
                            basis=basis, condition=tree.text("if").strip(), each=tree.text("each").strip(),
                            custom=self.attributes.texts(tree, "custom", above, clause), attribute_line=above,
                            against=self.attributes.named(tree, "against", above, clause),
                            may_rest_on=self.attributes.named(tree, "may_rest_on", above, clause), file=self.file,
                            origin=self.origin)
