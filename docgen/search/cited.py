"""A query that is a citation: which places of which editions it means.

"khoan 2 dieu 9 qd 162" names one place. Without a document every edition that has such a place is meant; with a
document alone, the document. A query that says more than that is a citation only if it names document and place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.model.address import ADDRESS
from docgen.model.citation import parse_citation
from docgen.search.index import IndexedEdition
from docgen.vietnamese.letters import without_marks
from docgen.vietnamese.search_key import words

_UNIT_WORDS = frozenset((
    "dieu", "khoan", "diem", "muc", "chuong", "phan", "doan", "phu", "luc", "can", "cu", "gach", "dau", "dong", "k",
    "d", "thu", "lan"))
_KIND_WORDS = frozenset((
    "qui", "dinh", "che", "quiet", "huong", "dan", "van", "ban", "so", "nghi", "thong", "bao", "ket", "luan", "qd",
    "hd", "qc", "nq", "tai", "cua", "theo", "trong"))
_LABEL = re.compile(r"\d+[a-z]?|[ivxl]+|[a-z]|dd")
_DIRECT = re.compile(r"(?P<edition>[a-z0-9]+(?:-[a-z0-9]+)*)\s*:\s*(?P<address>\S+)")


@dataclass(frozen=True, slots=True)
class Cited:
    """A place that a query names: editions it can be in, the address there; an empty address is the document.

    `document` is what was typed for the document, empty if none was.
    """

    editions: tuple[IndexedEdition, ...]
    address: str
    document: str = ""


def cited(typed: str, editions: Sequence[IndexedEdition]) -> Cited | None:
    """Return what a query cites, None if it is no citation."""
    if (direct := _DIRECT.fullmatch(typed.strip().lower())) and ADDRESS.fullmatch(direct["address"]):
        named = _named(direct["edition"], editions)
        if named and not re.fullmatch(r"\d+[a-z]?(\.(\d+|[a-z]{1,2}))*", direct["address"]):
            return Cited(named, direct["address"], direct["edition"])
    if named := _named(typed, editions):
        return Cited(named, "", typed)  # "162", "Điều lệ Đảng"
    reference = parse_citation(typed)
    if reference is None:
        return None
    document, says_more = reference.document, [
        word.plain for word in words(typed) if not _belongs(word.plain) and not _in(word.plain, reference.document)]
    if reference.address and not document and len(says_more) == 1 and says_more[0].isdigit():
        document, says_more = says_more[0], []  # "dieu 9 162"
    named = _named(document, editions) if document else tuple(editions)
    if not named or (says_more and not (document and reference.address)):
        return None
    return Cited(named, reference.address, document)


def _belongs(word: str) -> bool:
    return word in _UNIT_WORDS or word in _KIND_WORDS


def _in(word: str, document: str) -> bool:
    return any(part.plain == word for part in words(document)) or (
        bool(_LABEL.fullmatch(word)) and not (word.isdigit() and len(word) > 2))


def _named(document: str, editions: Sequence[IndexedEdition]) -> tuple[IndexedEdition, ...]:
    """Return the editions a number or an id can mean: a run of whole parts of the id, from its start."""
    wanted = re.sub(r"[^a-z0-9]+", "-", without_marks(document).lower()).strip("-")
    exact = tuple(edition for edition in editions if edition.id == wanted)
    return exact or tuple(edition for edition in editions if wanted and edition.id.startswith(f"{wanted}-"))
