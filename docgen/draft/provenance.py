"""The hidden part of a document that says what it was made from: template, editions, clauses. Never facts of a cell.

Of the facts it holds the hash, which tells nobody what they are and lets the office find them again. Beside it stands
what else the words on the paper depended on, so that the same file can be made again years later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from docgen.draft.clause_source import ClauseSource
from docgen.draft.legal_basis import EditionFact, edition_of
from docgen.version import __version__
from docgen.word.package import parse_xml
from docgen.word.provenance import ENDING, NAMESPACE


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a document depended on besides its template and its facts, and the hash that names the facts.

    `as_of` is the day that was asked for, `part` which of several documents of its kind it is (0: the only one).
    `statutes_rule`, `history` and `remarks` are what the registers gave it that day: the rule on carrying out the
    Statutes, why its framework is history, the doubts about the law, all as they were printed. `text` is the hash of
    the text as it was written, `docgen` the version that wrote it.
    """

    facts: str = ""
    as_of: date | None = None
    part: int = 0
    statutes_rule: str = ""
    history: str = ""
    remarks: tuple[str, ...] = ()
    text: str = ""
    docgen: str = __version__


def provenance(
    work: str, kind: str, hashes: Iterable[tuple[str, str]], sources: Iterable[ClauseSource],
    editions: Mapping[str, EditionFact], *, docgen: str = __version__,
) -> bytes:
    """Write the hidden part: hashes of the template's files, editions with theirs, printed clauses with their basis."""
    sources = tuple(sources)
    lines = ['<?xml version="1.0" encoding="UTF-8" standalone="no"?>',
             f'<provenance xmlns="{NAMESPACE}" format="1"{_attributes(docgen=docgen)}>',
             f"<template{_attributes(work=work, kind=kind)}>"]
    lines.extend(f"<file{_attributes(name=name, sha256=sha256)}/>" for name, sha256 in hashes)
    lines.append("</template>")
    for name in sorted({edition_of(basis) for source in sources for basis in source.basis}):
        edition = editions.get(name)
        lines.append(f"<edition{_attributes(id=name, sha256=edition.sha256 if edition else '')}/>")
    for source in sources:
        lines.append(f"<clause{_attributes(id=source.id, kind=source.kind, basis=' '.join(source.basis))}/>")
    lines.append(ENDING.decode())
    return "\n".join(lines).encode()


def own_part(made: Circumstances) -> bytes:
    """Write what the hidden part says of one document alone."""
    attributes = _attributes(**{"facts": made.facts, "as-of": made.as_of.isoformat() if made.as_of else "",
                                "part": str(made.part) if made.part else "", "statutes-rule": made.statutes_rule,
                                "history": made.history})
    remarks = "".join(f"<remark>{escape(remark)}</remark>" for remark in made.remarks)
    return f"<made{attributes}>{remarks}</made>".encode()


def read_circumstances(hidden: bytes) -> Circumstances:
    """Read back what a document depended on; what is not there is empty, what makes no sense raises ValueError."""
    root = parse_xml(hidden)
    made, text = root.find(f"{{{NAMESPACE}}}made"), root.find(f"{{{NAMESPACE}}}text")
    said = {str(name): str(value) for name, value in made.items()} if made is not None else {}
    return Circumstances(
        facts=said.get("facts", ""), as_of=date.fromisoformat(said["as-of"]) if said.get("as-of") else None,
        part=int(said.get("part") or 0), statutes_rule=said.get("statutes-rule", ""), history=said.get("history", ""),
        remarks=tuple(element.text or "" for element in made) if made is not None else (),
        text=(text.get("sha256") or "") if text is not None else "", docgen=root.get("docgen") or "")


def _attributes(**values: str) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in values.items() if value)
