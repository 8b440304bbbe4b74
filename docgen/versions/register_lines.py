"""Entries of a register as lines of YAML: what the register reader reads back as the same data."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.versions.legal_date import NOT_KNOWN
from docgen.versions.register import (
    ENTRY_FIELDS,
    Correction,
    DatedFact,
    Edition,
    Relation,
    Replacement,
    Source,
    StatusStatement,
)

_PLAIN = re.compile(r"[A-Za-zÀ-ỹĐđ0-9][^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\\\"]*")
_NOT_PLAIN = re.compile(r":(?:\s|$)| #|\s$|\s{2}")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_HEAD = "# Sổ đăng ký một công trình: các văn bản nối tiếp nhau, hiệu lực, nguồn và độ chắc chắn."


def new_register(slug: str, title: str, edition: Edition) -> str:
    """Return the file of a work that has one edition so far."""
    entry = "\n".join(item(entry_lines(edition), "  "))
    return f"{_HEAD} Cách ghi: docs/so-dang-ky.md\nwork: {slug}\ntitle: {scalar(title)}\n\neditions:\n{entry}\n"


def entry_lines(edition: Edition) -> list[str]:
    """Return a whole entry, not indented and without the dash before its first line."""
    return [line for name in ENTRY_FIELDS for line in field_lines(name, edition)]


def field_lines(name: str, edition: Edition) -> list[str]:
    """Return one name of an entry with its value; no line where there is nothing to say."""
    value = getattr(edition, name)
    if name in {"title", "issuer"}:
        return [f"{name}: {scalar(value or NOT_KNOWN[0])}"]
    if name == "publish":
        return [] if value else ["publish: no"]
    if isinstance(value, DatedFact):
        return [f"{name}:", *_indented(_fact(value))]
    if isinstance(value, tuple):
        return _list(name, [row_lines(row) for row in value])
    return [f"{name}: {scalar(value)}"] if value else []


def row_lines(row: Replacement | StatusStatement | Relation | Source | Correction) -> list[str]:
    """Return one item of a list, not indented and without its dash."""
    if isinstance(row, Correction):
        place = f"address: {row.address}" if row.address else f"zone: {row.zone}"
        return [place, f"was: {quoted(row.was)}", f"now: {quoted(row.now)}",
                *_pairs(("why", row.why), ("evidence", row.evidence), ("by", row.by)),
                f"made_on: {row.made_on or NOT_KNOWN[0]}"]
    if isinstance(row, Source):
        return _pairs(("what", row.what), ("where", row.where), ("certainty", row.certainty), ("sha256", row.sha256),
                      ("coverage", row.coverage))
    if isinstance(row, StatusStatement):
        return _pairs(("status", row.status), ("since", row.since), ("source", row.source),
                      ("certainty", row.certainty), ("note", row.note))
    if isinstance(row, Relation):
        return _pairs(("kind", row.kind), ("edition", row.edition), ("number", row.number),
                      ("issued_on", row.issued_on), ("source", row.source), ("certainty", row.certainty),
                      ("note", row.note))
    return _pairs(("edition", row.edition), ("number", row.number), ("issued_on", row.issued_on),
                  ("date", row.date or NOT_KNOWN[0]), ("source", row.source), ("certainty", row.certainty),
                  ("date_certainty", row.date_certainty), ("note", row.note))


def item(lines: Iterable[str], indent: str) -> list[str]:
    """Return lines as one item of a list: a dash before the first, the others set under it."""
    return [f"{indent}{'- ' if place == 0 else '  '}{line}" for place, line in enumerate(lines)]


def scalar(text: str) -> str:
    """Write a value as YAML: plain where that is safe, else between quotation marks."""
    plain = bool(_PLAIN.fullmatch(text)) and not _NOT_PLAIN.search(text)
    return text if plain else quoted(text)


def quoted(text: str) -> str:
    """Write a value between quotation marks, on one line whatever is in it."""
    return '"' + "".join(_ESCAPES.get(c) or (c if c.isprintable() else _code(c)) for c in text) + '"'


def _code(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _fact(fact: DatedFact) -> list[str]:
    return _pairs(("date", fact.date or NOT_KNOWN[0]), ("source", fact.source), ("certainty", fact.certainty),
                  ("note", fact.note))


def _pairs(*pairs: tuple[str, object]) -> list[str]:
    return [f"{name}: {scalar(str(value))}" for name, value in pairs if value]


def _list(name: str, rows: list[list[str]]) -> list[str]:
    return [f"{name}:", *(line for row in rows for line in item(row, "  "))] if rows else []


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" for line in lines]
