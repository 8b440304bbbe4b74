"""A model as it was read, as the flat list of lines a template is made of: zone, rank, printed label, place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from docgen.draft.clause_source import HEADINGS, Rank, Zone
from docgen.draft.model_import.blanks import DOTS, is_guidance
from docgen.model.address import walk
from docgen.model.citation import cite
from docgen.model.level import HEADS, Level
from docgen.model.tree import Gap, Provision, Regulation

_ZONES: dict[Level, Zone] = {Level.LEGAL_BASIS: "legal_basis", Level.OPENING: "opening"}
_CLAUSE = re.compile(r"\d{1,3}\s*[.)/-]*")
_ISSUED_WITH = re.compile(r"\(?\s*(?:ban hành |kèm theo)", re.IGNORECASE)
ARTICLES = ("article", "run_in_article")
_LONGEST_NAME = 15
"""Words of a chapter's name."""
_SENTENCE = re.compile(rf"[.;]\s*$|{DOTS}\s*$")
"""How words end that are no name."""
_TITLE = re.compile(r"(?:MẪU\s+)?QUY CHẾ(?:\s+MẪU)?(?:\s+(LÀM VIỆC|PHỐI HỢP(?: CÔNG TÁC)?))?(?:\s+MẪU)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelLine:
    """One block of the template to be: its id (the address), where it stands in the paper, its words as printed.

    `label` is what the model prints before it; `place` how it is cited ("khoản 2 Điều 5"); `heading` what the article
    above it is called.
    """

    id: str
    zone: Zone
    rank: Rank
    text: str
    label: str = ""
    place: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPaper:
    """A model cut into lines; `guidance` speaks to the office and is not printed, `left_out` could not be taken."""

    lines: tuple[ModelLine, ...]
    letterhead: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    guidance: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def is_of_committee(self) -> bool:
        """Tell whether these are the rules of an đảng uỷ, not of a chi bộ."""
        head = " ".join((*self.letterhead, *(line.text for line in self.lines if line.zone == "summary"),
                         *self.signature)).casefold().replace("ủy", "uỷ")
        if "chi bộ" in head:
            return False
        return "ban chấp hành đảng bộ" in head or "đảng uỷ" in head


@dataclass
class _Parts:
    lines: list[ModelLine] = field(default_factory=list)
    guidance: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def model_paper(regulation: Regulation) -> ModelPaper:
    """Cut a model into lines; nothing in it is lost: what is no line is listed as guidance or as left out."""
    parts = _Parts()
    summary = " ".join(_summary(regulation.title))
    parts.left_out += [line for line in regulation.title if _ISSUED_WITH.match(line)]
    if summary:
        parts.lines.append(ModelLine(id="trich-yeu", zone="summary", rank="paragraph", text=summary,
                                     place="trích yếu"))
    heading = ""
    for address, node in walk(regulation):
        if node.level is Level.ARTICLE:
            heading = "" if _is_bare(node) else node.heading
        _add(parts, address, node, heading)
    parts.left_out += [gap.text for gap in regulation.walk() if isinstance(gap, Gap)]
    parts.lines = [line for line in _placed(parts) if line.text]
    return ModelPaper(lines=tuple(parts.lines), letterhead=_texts(regulation.letterhead),
                      signature=_texts(regulation.signature), guidance=tuple(parts.guidance),
                      left_out=tuple(parts.left_out))


def _placed(parts: _Parts) -> Iterator[ModelLine]:
    """Yield the lines; what stands outside any article becomes a title, a chapter's name or an opening, or is left out.

    A model without articles has its words under heads; there everything stays.
    """
    if not any(line.rank in ARTICLES for line in parts.lines):
        yield from parts.lines
        return
    held: ModelLine | None = None
    inside = False
    for line in parts.lines:
        inside = (inside or line.rank in ARTICLES) and line.rank not in ("chapter", "section")
        loose = line.zone == "body" and line.rank not in (*HEADINGS, *ARTICLES) and not inside
        if not loose:
            if held is not None:
                yield held
            held = line
            continue
        words = f"{line.label} {line.text}".strip()
        title = _TITLE.match(line.text.upper())
        if held is None and title:
            held = replace(line, id="trich-yeu", zone="summary", rank="paragraph", text=(title[1] or "").lower(),
                           place="trích yếu")
        elif held is not None and held.zone == "summary" and line.text[:1].islower():
            held = replace(held, text=f"{held.text} {line.text}".strip())
        elif held is not None and held.rank in ("chapter", "section") and held.text == held.label and _is_name(words):
            held = replace(held, text=words)
        elif held is not None and held.rank in ("chapter", "section"):
            parts.left_out.append(words)
        else:
            if held is not None:
                yield held
            held = replace(line, zone="opening", rank="paragraph", text=words)
    if held is not None:
        yield held


def _is_name(words: str) -> bool:
    return len(words.split()) <= _LONGEST_NAME and not words.endswith((".", ";", ":", ","))


def _texts(lines: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(line for line in lines if isinstance(line, str))


def _summary(title: tuple[str, ...]) -> Iterator[str]:
    """Yield what stands under QUY CHẾ; what follows it on its own line belongs to the summary in small letters."""
    for place, line in enumerate(title):
        if place == 0 and (found := _TITLE.match(line)):
            if found[1]:
                yield found[1].lower()
        elif not _ISSUED_WITH.match(line):
            yield line


def _add(parts: _Parts, address: str, node: Provision, heading: str) -> None:
    name = re.sub(r"[^a-z0-9.-]+", "-lan-", address)
    place = _place(address)
    words = f"{node.label} {node.text}".strip()
    if node.level is Level.ANNEX:
        parts.left_out.append(f"{node.label} {node.heading}".strip())
    elif node.level is Level.PARAGRAPH and is_guidance(node.text, labelled=bool(node.label)):
        parts.guidance.append(node.text)
    elif node.level in HEADS:
        rank: Rank = "section" if node.level is Level.SECTION else "chapter"
        parts.lines.append(ModelLine(id=name, zone="body", rank=rank, text=node.heading or node.label,
                                     label=node.label, place=place))
        _own_text(parts, name, node, place, "")
    elif node.level is Level.ARTICLE:
        named = bool(node.heading) and not _is_bare(node)
        parts.lines.append(ModelLine(
            id=name, zone="body", rank="article" if named else "run_in_article", text=node.heading or node.text,
            label=node.label, place=place, heading=heading if named else ""))
        if named:
            _own_text(parts, name, node, place, heading)
    elif node.level in _ZONES:
        parts.lines.append(ModelLine(id=name, zone=_ZONES[node.level], rank="paragraph", text=node.text,
                                     label=node.label, place=place))
    elif address.startswith("noi-nhan"):
        parts.lines.append(ModelLine(id=name, zone="recipients", rank="paragraph", text=node.text, place=place))
    elif node.level is Level.CLAUSE and _CLAUSE.fullmatch(node.label):
        parts.lines.append(ModelLine(id=name, zone="body", rank="clause", text=node.text, label=node.label, place=place,
                                     heading=heading))
    elif node.level is Level.POINT:
        parts.lines.append(ModelLine(id=name, zone="body", rank="point", text=node.text, label=node.label, place=place,
                                     heading=heading))
    elif node.level is Level.PARAGRAPH and node.label in ("-", "–"):
        parts.lines.append(ModelLine(id=name, zone="body", rank="dash", text=node.text, label=node.label, place=place,
                                     heading=heading))
    else:
        # 1.1., +, a plain paragraph: docgen gives no such number itself, so it is printed as part of the words
        parts.lines.append(ModelLine(id=name, zone="body", rank="paragraph", text=words, place=place, heading=heading))


def _is_bare(article: Provision) -> bool:
    """Tell whether what stands on the line of an article are its words and no name: a sentence, nothing under it."""
    return not article.text and not article.children and _SENTENCE.search(article.heading) is not None


def _own_text(parts: _Parts, name: str, node: Provision, place: str, heading: str) -> None:
    if node.text:
        parts.lines.append(ModelLine(id=f"{name}.noi-dung", zone="body", rank="paragraph", text=node.text, place=place,
                                     heading=heading))


def _place(address: str) -> str:
    return cite(address)
