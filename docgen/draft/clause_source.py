"""clauses.md cut into blocks with their attributes, before anything in them is understood; never raises.

A block is a heading or paragraph under its attribute line:

    {id: hop.bat-thuong, kind: local, if: has_committee}
    1. Chi bộ họp bất thường theo {{ ref("hop.dinh-ky") }} ...

The first-rank headings are the zones of the paper. In Nội dung `##` opens a chapter, `###` an article, "1." a khoản,
"a)" a điểm, "-" a dash item; the figures written are not kept, the program counts what is left for a cell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, replace
from typing import Literal

from docgen.draft.nearest import nearest, suggest
from docgen.messages import NOTHING, Message, say
from docgen.model.finding import Finding
from docgen.reader.markdown_blocks import MarkdownBlock, markdown_blocks
from docgen.reader.yaml_tree import Mapping, Scalar, Sequence, parse

Zone = Literal["summary", "legal_basis", "opening", "body", "recipients"]
Rank = Literal["chapter", "article", "clause", "point", "dash", "paragraph"]
ZONES: dict[str, Zone] = {"Trích yếu": "summary", "Căn cứ": "legal_basis", "Mở đầu": "opening",
                          "Nội dung": "body", "Nơi nhận": "recipients"}
KINDS = ("verbatim", "adapted", "local")
KEYS = ("id", "kind", "basis", "against", "if", "each", "custom", "may_rest_on")
SHARED = "shared"
UNDER = ".*"
"""Ending that asks for a shared block with everything that stands under it."""
MOST_BASES = 3

_ID = re.compile(r"[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*")
_BASIS = re.compile(r"[a-z0-9][a-z0-9-]*:[a-z0-9][a-z0-9./~-]*")
_ATTRIBUTES = re.compile(r"\{(?![{%#])")
_MARKERS: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    ("clause", re.compile(r"\d{1,3}\.\s+")), ("point", re.compile(r"[a-zđ]\)\s+")), ("dash", re.compile(r"[-–]\s+")))
_RANKS: dict[int, Rank] = {2: "chapter", 3: "article"}
_DEPTHS: dict[Rank, int] = {"chapter": 0, "article": 1, "clause": 2, "paragraph": 2, "point": 3, "dash": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseSource:
    """One block as written: `text` keeps its line breaks, so that a fault in it can be shown in its own line."""

    id: str
    zone: Zone
    rank: Rank
    text: str
    line: int
    kind: str = ""
    basis: tuple[str, ...] = ()
    condition: str = ""
    each: str = ""
    custom: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    """Provisions not held, known at second hand: no basis, but to be looked up before signing."""
    may_rest_on: tuple[str, ...] = ()
    """Provisions the program proposes as its basis; nobody has confirmed them, so it rests on none of them yet."""
    attribute_line: int = 0
    file: str = ""
    """The file of shared clauses it stands in; empty for a block of the template's own."""
    origin: str = ""
    """The same below the folder of templates."""

    @property
    def is_heading(self) -> bool:
        """Tell whether this is a chapter or an article: a heading that disappears when nothing is left under it."""
        return self.rank in ("chapter", "article")


@dataclass(frozen=True, slots=True)
class ClauseSources:
    """All blocks of a clauses.md and every fault in how they are written."""

    sources: tuple[ClauseSource, ...]
    findings: tuple[Finding, ...] = ()


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
    return ClauseSources(tuple(reader.sources), tuple(reader.findings))


@dataclass(frozen=True, slots=True)
class _Attributes:
    line: int
    tree: Mapping | None


class _Reader:
    def __init__(self, shared: MappingOf[str, ClauseSource], file: str, origin: str) -> None:
        self.shared = shared
        self.file, self.origin = file, origin
        self.sources: list[ClauseSource] = []
        self.findings: list[Finding] = []
        self.zone: Zone | None = None
        self.zones: dict[str, int] = {}
        self.waiting: _Attributes | None = None
        self.ids: dict[str, int] = {}

    def fault(self, line: int, code: str, message: Message, remedy: Message = NOTHING, clause: str = "") -> None:
        self.findings.append(Finding(code=code, severity="error", message=message, remedy=remedy, line=line,
                                     column=1, address=clause))

    def heading(self, block: MarkdownBlock) -> None:
        if block.depth == 1:
            self._open_zone(block)
        elif self.zone != "body" and self.zone is not None:
            self._block("paragraph", block.text, block.line)
            self.fault(block.line, "clause-heading", say("Chapters and articles stand in Nội dung only."))
        elif block.depth not in _RANKS:
            self.fault(block.line, "clause-heading", say("A heading of depth {depth} has no meaning here.",
                                                         depth=block.depth),
                       say("## opens a chapter, ### an article."))
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
            self._attributes("\n".join(lines[place:end + 1]), block.line + place)
            start = place = end + 1
        self._text(lines[start:], block.line + start)

    def finish(self) -> None:
        """Report what is only known at the end: attributes over nothing, zones that are not there."""
        self._drop_waiting()
        if "body" not in self.zones and not self.origin and not any(f.code == "clause-zone" for f in self.findings):
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

    def _attributes(self, text: str, line: int) -> None:
        self._drop_waiting()
        document = parse(text)
        for finding in document.findings:
            self.fault(line + max(finding.line - 1, 0), "clause-attributes", finding.message, finding.remedy)
        if isinstance(document.root, Mapping) and document.root.get(SHARED) is not None:
            self._bring_in(document.root, line)
            return
        if not isinstance(document.root, Mapping) and not document.findings:
            self.fault(line, "clause-attributes", say("This line of attributes is not closed."),
                       say("Write it as {pattern}.", pattern="{id: ..., kind: ...}"))
        self.waiting = _Attributes(line, document.root if isinstance(document.root, Mapping) else None)

    def _bring_in(self, tree: Mapping, line: int) -> None:
        """Put shared blocks where they are named, each once, in the order in which they are named."""
        names = self._texts(tree, SHARED, line, "")
        own = tuple(key.text for key, _ in tree.entries if key.text != SHARED)
        for key in own:
            if key not in KEYS or key == "id":
                self.fault(line, "clause-attributes", say("A shared clause is not given '{name}' here.", name=key),
                           say("Known are: {names}.", names=", ".join(KEYS[1:])))
        if own and (len(names) != 1 or names[0].endswith(UNDER)):
            self.fault(line, "clause-shared", say("Attributes of its own are given to one shared clause at a time."),
                       say("Name that clause on a line of its own."))
        for name in names:
            under = name.removesuffix(UNDER)
            found = _with_all_under(under, self.shared) if name != under else [
                self.shared[name]] if name in self.shared else []
            if not found:
                self.fault(line, "clause-shared", say("There is no shared clause '{id}'.", id=under),
                           suggest(under, self.shared, say("Look under templates/shared/clauses.")), under)
            for source in found:
                self._shared(source, tree, own, line)

    def _shared(self, source: ClauseSource, tree: Mapping, own: tuple[str, ...], line: int) -> None:
        if source.zone != self.zone:
            self.fault(line, "clause-shared", say("The shared clause '{id}' belongs in another zone.", id=source.id),
                       say("Name it under the heading it stands under among the shared clauses."), source.id)
            return
        if not self._id(source.id, line):
            return
        kind = tree.text("kind") if "kind" in own else source.kind
        basis = self._texts(tree, "basis", line, source.id) if "basis" in own else source.basis
        if own:
            self._kind(kind, line, source.id, heading=source.is_heading)
            self._basis(kind, basis, line, source.id)
        self.sources.append(replace(
            source, kind=kind, basis=basis,
            condition=tree.text("if").strip() if "if" in own else source.condition,
            each=tree.text("each").strip() if "each" in own else source.each,
            custom=self._texts(tree, "custom", line, source.id) if "custom" in own else source.custom,
            against=self._against(tree, line, source.id) if "against" in own else source.against))

    def _text(self, lines: list[str], line: int) -> None:
        if not any(part.strip() for part in lines):
            return
        text = "\n".join(part.strip() for part in lines)
        rank: Rank = "paragraph"
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
        if not self._id(clause, above):
            return None
        kind, basis = tree.text("kind"), self._texts(tree, "basis", above, clause)
        self._kind(kind, above, clause, heading=rank in ("chapter", "article"))
        self._basis(kind, basis, above, clause)
        if not text.strip():
            self.fault(line, "clause-empty", say("This block has no words."), say("Write them, or delete it."), clause)
        if "**" in text or "`" in text or re.search(r"\\[-.)*_+]", text):
            self.fault(line, "clause-markup", say("Marks such as ** or a backslash would be printed as they stand."),
                       say("Write the words only; the frame decides what is bold."), clause)
        return ClauseSource(id=clause, zone=self.zone or "body", rank=rank, text=text, line=line, kind=kind,
                            basis=basis, condition=tree.text("if").strip(), each=tree.text("each").strip(),
                            custom=self._texts(tree, "custom", above, clause), attribute_line=above,
                            against=self._against(tree, above, clause),
                            may_rest_on=self._named(tree, "may_rest_on", above, clause), file=self.file,
                            origin=self.origin)

    def _id(self, clause: str, line: int) -> bool:
        if not clause:
            self.fault(line, "clause-id", say("This clause has no id."), say("Add id: ... to its attributes."))
            return False
        if not _ID.fullmatch(clause):
            self.fault(line, "clause-id", say("'{id}' is no id of a clause.", id=clause),
                       say("Use small letters a to z, figures, dots and hyphens, such as hop.dinh-ky."), clause)
        if clause in self.ids:
            self.fault(line, "clause-id", say("The id '{id}' stands twice; first in line {line}.", id=clause,
                                              line=self.ids[clause]), say("Give one of the two another id."), clause)
            return False
        self.ids[clause] = line
        return True

    def _kind(self, kind: str, line: int, clause: str, *, heading: bool) -> None:
        if kind and kind not in KINDS:
            self.fault(line, "clause-kind", say("There is no kind '{kind}'.", kind=kind),
                       suggest(kind, KINDS, say("Known are: {names}.", names=", ".join(KINDS))), clause)
        elif not kind and not heading:
            self.fault(line, "clause-kind", say("This clause does not say of which kind it is."),
                       say("Add kind: verbatim, adapted or local."), clause)

    def _basis(self, kind: str, basis: tuple[str, ...], line: int, clause: str) -> None:
        if not basis and kind in ("verbatim", "adapted"):
            self.fault(line, "clause-basis", say("A clause of kind {kind} names its legal basis.", kind=kind),
                       say("Add basis: [\"edition:address\"], or make it local."), clause)
        if len(basis) > MOST_BASES:
            self.fault(line, "clause-basis", say("A clause has at most {limit} legal bases, this one has {count}.",
                                                 limit=MOST_BASES, count=len(basis)),
                       say("Keep those that carry it, or divide the clause."), clause)
        for place, text in enumerate(basis):
            if not _BASIS.fullmatch(text):
                self.fault(line, "clause-basis", say("'{basis}' is no legal basis.", basis=text),
                           say("Write edition:address, such as 162-qd-tw-2024:dieu-9.khoan-2."), clause)
            elif text in basis[:place]:
                self.fault(line, "clause-basis", say("The legal basis '{basis}' stands twice.", basis=text),
                           say("Keep it once."), clause)

    def _against(self, tree: Mapping, line: int, clause: str) -> tuple[str, ...]:
        return self._named(tree, "against", line, clause)

    def _named(self, tree: Mapping, key: str, line: int, clause: str) -> tuple[str, ...]:
        named = self._texts(tree, key, line, clause)
        for text in named:
            if not _BASIS.fullmatch(text):
                self.fault(line, "clause-basis", say("'{basis}' is no legal basis.", basis=text),
                           say("Write edition:address, such as 162-qd-tw-2024:dieu-9.khoan-2."), clause)
        return named

    def _texts(self, tree: Mapping, key: str, line: int, clause: str) -> tuple[str, ...]:
        branch = tree.get(key)
        if branch is None:
            return ()
        if isinstance(branch, Scalar):
            return (branch.text,) if branch.text else ()
        if isinstance(branch, Sequence) and all(isinstance(item, Scalar) for item in branch.items):
            return tuple(item.text for item in branch.items if isinstance(item, Scalar))
        self.fault(line, "clause-attributes", say("'{key}' is a list of texts.", key=key),
                   say("Write [one, two, three]."), clause)
        return ()


def _with_all_under(clause: str, shared: MappingOf[str, ClauseSource]) -> list[ClauseSource]:
    """Return a shared block and those after it in its file that stand under it."""
    sources = list(shared.values())
    start = next((place for place, source in enumerate(sources) if source.id == clause), None)
    if start is None:
        return []
    first, found = sources[start], [sources[start]]
    for source in sources[start + 1:]:
        if (source.origin, source.zone) != (first.origin, first.zone) or _DEPTHS[source.rank] <= _DEPTHS[first.rank]:
            break
        found.append(source)
    return found
