"""The table of legal bases that lies beside a draft: which clause rests on what, in whose words, and what is custom.

It is read by those who decide whether to sign, and is no part of the document: figures without a legal basis and
texts nobody could look up are named here and not on the paper itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from docgen.word.blocks import Block
from docgen.word.document import DocumentValues, TableRow
from docgen.word.width import break_name

if TYPE_CHECKING:
    from docgen.word.frame import Frame

TITLE = "BẢNG CĂN CỨ"
MOST_LETTERS = 70
"""Letters shown of a clause: enough to know it by."""
MOST_LETTERS_OF_BASIS = 260
"""Letters shown of the wording of a legal basis; the whole stands in the regulation."""
TITLE_WIDTH = 660.0
PROPOSED = "(đề xuất, chưa xác nhận) "

_PLACE = re.compile(r"((?:khoản|điểm) )([^ ,;]+(?:, [^ ,;]+)*)( .*)")

ClauseKind = Literal["verbatim", "adapted", "local", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisQuote:
    """One legal basis: how it is cited ("khoản 2 Điều 9 Quy định số 162-QĐ/TW") and its words, "" if not held.

    `proposed`: a program found it likely, and nobody has confirmed it.
    """

    citation: str
    wording: str = ""
    proposed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisRow:
    """One clause of the draft: its place ("khoản 2 Điều 5"), its words, its kind and what it rests on."""

    place: str
    text: str
    kind: ClauseKind
    bases: tuple[BasisQuote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """One figure or deadline that is custom: what it is, its value in this draft, the places it stands in."""

    label: str
    value: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotHeld:
    """One text cited as a legal basis whose words nobody could look up, and the places that rest on it."""

    label: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisTable:
    """Everything the table says about one draft; `body` is whose rules they are: "chi bộ" or "đảng bộ".

    `model` is the model of a province whose wording they are, if so: what is nobody's else is then the model's.
    """

    document: str
    body: str = "chi bộ"
    model: str = ""
    rows: tuple[BasisRow, ...] = ()
    proposed: tuple[Proposed, ...] = ()
    not_held: tuple[NotHeld, ...] = ()


def write_basis_table(frame: Frame, table: BasisTable) -> bytes:
    """Return the table as a Word file, A4 on its side; the same table gives the same bytes.

    `frame` is templates/shared/basis-table.docx, compiled. Nothing hidden is written and the properties stay bare.
    """
    return frame.render(basis_values(table))


def basis_values(table: BasisTable) -> DocumentValues:
    """Return what the frame of the table prints."""
    return DocumentValues(
        kind=TITLE,
        summary_lines=break_name(f"kèm theo dự thảo {table.document}", 14, True, TITLE_WIDTH),
        rows=tuple(_rows(table)),
        blocks=tuple(_lists(table)),
        recipients_heading="",
    )


def shortened(text: str, most: int) -> str:
    """Return the beginning of a text, cut between words and marked with "…" where it is longer."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    whole_words = text[: most + 1].rpartition(" ")[0] or text[:most]
    return whole_words.rstrip(" ,;:.") + "…"


def joined_places(places: Iterable[str]) -> str:
    """Return places in one line, neighbours of one provision together: "khoản 2, 3 Điều 5; khoản 1 Điều 7"."""
    groups: list[tuple[str, list[str], str]] = []
    for place in places:
        found = _PLACE.fullmatch(place)
        rank, number, rest = found.groups() if found else ("", place, "")
        if found and groups and groups[-1][::2] == (rank, rest):
            groups[-1][1].append(number)
        else:
            groups.append((rank, [number], rest))
    return "; ".join(f"{rank}{', '.join(numbers)}{rest}" for rank, numbers, rest in groups)


def _rows(table: BasisTable) -> Iterator[TableRow]:
    first_told: dict[BasisQuote, str] = {}
    own = "theo mẫu" if table.model else f"của {table.body}"
    kinds = {"verbatim": "nguyên văn", "adapted": "cụ thể hoá", "local": own, "": ""}
    for clause in _gathered(clause for clause in table.rows if not _is_own(clause)):
        row = TableRow(place=clause.place, text=shortened(clause.text, MOST_LETTERS), kind=kinds[clause.kind])
        for number, quote in enumerate(clause.bases or (BasisQuote(citation=""),)):
            wording = shortened(quote.wording, MOST_LETTERS_OF_BASIS)
            if quote in first_told:
                wording = f"(như ở {first_told[quote]})"
            elif wording:
                first_told[quote] = clause.place
            elif quote.citation:
                wording = "(chưa có toàn văn)"
            cited = f"{PROPOSED}{quote.citation}" if quote.proposed else quote.citation
            yield replace(row, basis=cited, wording=wording, continues=number > 0)


def _gathered(rows: Iterable[BasisRow]) -> Iterator[BasisRow]:
    """Yield rows, neighbours in one provision with the same kind and the same bases as one: "điểm a, b khoản 1 Điều 4".

    The first of them stands for all: what they have in common is why they stand together.
    """
    kept: BasisRow | None = None
    for clause in rows:
        if kept is not None and (clause.kind, clause.bases) == (kept.kind, kept.bases) and clause.kind != "verbatim":
            place = joined_places((kept.place, clause.place))
            if ";" not in place:
                kept = replace(kept, place=place)
                continue
        if kept is not None:
            yield kept
        kept = clause
    if kept is not None:
        yield kept


def _is_own(clause: BasisRow) -> bool:
    """Tell whether a clause is the body's own and rests on nothing: those are named in one line below the table."""
    return clause.kind == "local" and not clause.bases


def _lists(table: BasisTable) -> Iterator[Block]:
    heads = iter(("I", "II", "III"))
    own = joined_places(clause.place for clause in table.rows if _is_own(clause))
    if own:
        whose = f"THEO MẪU {table.model}" if table.model else f"RIÊNG CỦA {table.body.upper()}"
        yield Block("head", f"{next(heads)}- QUY ĐỊNH {whose}, KHÔNG DẪN CĂN CỨ CỤ THỂ")
        yield Block("paragraph", f"{own}.")
    if table.proposed:
        yield Block("head", f"{next(heads)}- NỘI DUNG ĐỀ XUẤT, CHƯA CÓ VĂN BẢN QUY ĐỊNH")
        for one in table.proposed:
            yield Block("dash", _item(f"{one.label}: {one.value}" if one.value else one.label, one.places))
    if table.not_held:
        yield Block("head", f"{next(heads)}- CĂN CỨ CHƯA CÓ TOÀN VĂN, CẦN ĐỐI CHIẾU TRƯỚC KHI KÝ")
        for text in table.not_held:
            yield Block("dash", _item(text.label, text.places))


def _item(text: str, places: tuple[str, ...]) -> str:
    where = f" ({joined_places(places)})" if places else ""
    return f"- {text.rstrip(' .;')}{where}."
