"""A regulation into Word: its zones put where a frame prints them, its provisions as blocks, labels as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.model.citation import gap_sentence
from docgen.model.level import Level
from docgen.model.tree import Gap, Line, Node, Provision, Regulation
from docgen.word.blocks import Block
from docgen.word.document import SUMMARY_WIDTH, DocumentValues, SignatureBlock
from docgen.word.width import break_name

_NUMBER = re.compile(r"^Số\b", re.IGNORECASE)
_DATE = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)
_PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
_ORNAMENT = re.compile(r"^[\s*_–—-]+$")
_DASHES = frozenset("-–—")
_RUNS_IN = {Level.CLAUSE: "clause", Level.POINT: "point"}
_CENTRED = {Level.PART: "chapter", Level.CHAPTER: "chapter", Level.SECTION: "section", Level.ANNEX: "chapter"}


def to_values(regulation: Regulation) -> DocumentValues:
    """Put a regulation where the frame of a regulation prints it; nothing is added, gaps stay marked as gaps.

    Stamps and the note of a certified copy are no words of the regulation and stay out.
    """
    issuers: list[str] = []
    number = place = ""
    for line in _texts(regulation.letterhead):
        if _NUMBER.match(line):
            number = line
        elif _DATE.search(line):
            place = line
        elif line.upper() != _PARTY and not _ORNAMENT.match(line):
            issuers.append(line)
    title = [line for line in regulation.title if not _ORNAMENT.match(line)]
    authority, post, signer = _signature(regulation.signature)
    return DocumentValues(
        superior_lines=tuple(issuers[:-1]),
        issuer_lines=tuple(issuers[-1:]),
        number=number,
        place_and_date=place,
        kind=title[0] if title else "",
        summary_lines=tuple(line for text in title[1:] for line in break_name(text, 14, True, SUMMARY_WIDTH)),
        legal_bases=tuple(_line(node) for node in regulation.preamble if node.level is Level.LEGAL_BASIS),
        opening=tuple(_line(node) for node in regulation.preamble if node.level is not Level.LEGAL_BASIS),
        blocks=tuple(_body(regulation)),
        signatures=(SignatureBlock(authority=authority, post=post, signer=signer),) if authority or post or signer
        else (),
        recipients_heading=regulation.recipients_heading,
        recipients=tuple(words for node in regulation.recipients for words in (_line(node), *_gaps(node))),
        dated=regulation.meta("issued_on"),
        title=" ".join(title),
    )


def extract_values(regulation: Regulation, node: Provision, citation: str) -> DocumentValues:
    """Put one provision under the head of its regulation, marked as an extract; no signature, nobody signed it."""
    return replace(
        to_values(regulation), legal_bases=(), opening=(), signatures=(), recipients_heading="", recipients=(),
        blocks=(Block("note", f"(Trích {citation})"), *blocks((node,))))


def _body(regulation: Regulation) -> Iterator[Block]:
    yield from blocks(regulation.provisions)
    yield from blocks(regulation.closing)
    for annex in regulation.annexes:
        yield from blocks((annex,))
    for line in regulation.signature:
        if isinstance(line, Gap):
            yield Block("note", gap_sentence(line.text))


def blocks(nodes: Iterable[Node]) -> Iterator[Block]:
    """Yield the printed blocks of some provisions and of everything below them."""
    for node in nodes:
        if isinstance(node, Gap):
            yield Block("note", gap_sentence(node.text))
            continue
        yield from _own(node)
        yield from blocks(node.children)


def _own(node: Provision) -> Iterator[Block]:
    if node.level in _CENTRED:
        kind = _CENTRED[node.level]
        yield Block(kind, node.label or node.heading, node.heading if node.label else "")
    elif node.level is Level.HEADING:
        yield Block("head", f"{node.label} {node.heading}".strip())
    elif node.level is Level.ARTICLE and not node.heading:
        yield Block("run_in_article", node.label, rest=node.text)
        return
    elif node.level is Level.ARTICLE:
        yield Block("article", f"{node.label} {node.heading}")
    elif node.level in _RUNS_IN:
        words = " ".join(part for part in (node.label, node.heading, node.text) if part)
        yield Block(_RUNS_IN[node.level], words)
        return
    else:
        yield Block("dash" if node.label and set(node.label) <= _DASHES else "paragraph", _line(node))
        return
    if node.text:
        yield Block("paragraph", node.text)


def _signature(lines: tuple[Line, ...]) -> tuple[str, str, str]:
    """Tell authority ("T/M BAN BÍ THƯ"), post and name apart; a gap among them is a note at the end of the body."""
    texts = [line for line in lines if not isinstance(line, Gap)]
    authority = next((line for line in texts if line.upper().startswith(("T/M", "TM"))), "")
    rest = [line for line in texts if line != authority]
    signer = rest[-1] if rest and rest[-1] != rest[-1].upper() else ""
    post = [line for line in rest if line != signer]
    return authority, " ".join(post), signer


def _texts(lines: Iterable[Line]) -> list[str]:
    return [gap_sentence(line.text) if isinstance(line, Gap) else line for line in lines]


def _gaps(node: Provision) -> list[str]:
    return [gap_sentence(child.text) for child in node.children if isinstance(child, Gap)]


def _line(node: Provision) -> str:
    return " ".join(part for part in (node.label, node.heading, node.text) if part)
