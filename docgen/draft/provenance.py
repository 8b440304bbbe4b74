"""The hidden part of a document that says what it was made from: template, editions, clauses. Never facts of a cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import quoteattr

from docgen.draft.clause_source import ClauseSource
from docgen.draft.legal_basis import EditionFact, edition_of

NAMESPACE = "urn:docgen:provenance:1"


def provenance(
    work: str, kind: str, hashes: Iterable[tuple[str, str]], sources: Iterable[ClauseSource],
    editions: Mapping[str, EditionFact],
) -> bytes:
    """Write the hidden part: hashes of the template's files, editions with theirs, printed clauses with their basis."""
    sources = tuple(sources)
    lines = ['<?xml version="1.0" encoding="UTF-8" standalone="no"?>',
             f'<provenance xmlns="{NAMESPACE}" format="1">',
             f"<template{_attributes(work=work, kind=kind)}>"]
    lines.extend(f"<file{_attributes(name=name, sha256=sha256)}/>" for name, sha256 in hashes)
    lines.append("</template>")
    for name in sorted({edition_of(basis) for source in sources for basis in source.basis}):
        edition = editions.get(name)
        lines.append(f"<edition{_attributes(id=name, sha256=edition.sha256 if edition else '')}/>")
    for source in sources:
        lines.append(f"<clause{_attributes(id=source.id, kind=source.kind, basis=' '.join(source.basis))}/>")
    lines.append("</provenance>")
    return "\n".join(lines).encode()


def _attributes(**values: str) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in values.items() if value)
