"""From the values of a document to what the tags of a frame see."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import escape

from docgen.errors import NotPossible
from docgen.messages import say
from docgen.word.blocks import Block, bookmark_names
from docgen.word.document import FIELD_NAMES, ITEM_NAMES, NO_BREAK_SPACE, RIGHT_HEAD_WIDTHS, DocumentValues
from docgen.word.gaps import without_gaps
from docgen.word.signatures import signature_pairs
from docgen.word.width import width

KEPT_BLOCKS = 2
"""Blocks at the end that stay with the signature: two paragraphs are at least two lines."""

_BETWEEN = "\ufffc"
# joins all texts so that they are checked and escaped in one go; if a text holds it, each is done by itself
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_KEEP = "<w:keepNext/>"
_NEW_LINE = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'

Record = tuple[str, str, str, str, str, str, str, str, str, str]


def context(values: DocumentValues) -> dict[str, object]:
    """Return every name a tag may use outside the loop over the blocks."""
    names: dict[str, object] = {name: getattr(values, name) for name in FIELD_NAMES}
    _refuse_controls(_BETWEEN.join(
        line for name, value in names.items() if name not in ITEM_NAMES
        for line in ((value,) if isinstance(value, str) else value if isinstance(value, tuple) else ())))
    _refuse_controls(_BETWEEN.join(
        text for block in values.signatures for text in (block.authority, block.post, block.signer)))
    if values.rows:
        _refuse_controls(_BETWEEN.join(
            text for row in values.rows for text in (row.place, row.text, row.basis, row.kind, row.wording)))
    if values.list_rows:
        _refuse_controls(_BETWEEN.join(
            text for row in values.list_rows for text in (row.number, row.who, row.where, row.what, row.answer)))
    names["signature_pairs"] = signature_pairs(values.signatures)
    names["place_and_date_room"] = _room(values.place_and_date)
    return names


def records(blocks: tuple[Block, ...], first_bookmark: int, *, gapped: bool = False) -> list[Record]:
    """Return one tuple per block in the order of patching.RECORD; only `gapped` blocks may hold gaps."""
    texts = [block.text for block in blocks]
    headings = [block.heading for block in blocks]
    rests = [block.rest for block in blocks]
    raw = texts + headings + rests
    joined = _BETWEEN.join(raw)
    _refuse_controls(without_gaps(joined) if gapped else joined)
    escaped = xml_texts(raw)
    count = len(blocks)
    opened, closed = _marks(tuple([block.bookmark for block in blocks]), first_bookmark)
    keep = [_KEEP if _is_room(following) else "" for following in blocks[1:count - KEPT_BLOCKS + 1]]
    keep += [_KEEP] * min(count, KEPT_BLOCKS)
    return list(zip((block.kind for block in blocks), texts, headings, rests, escaped[:count],
                    escaped[count : 2 * count], escaped[2 * count :], opened, closed, keep, strict=False))


def _is_room(block: Block) -> bool:
    """Tell whether a block is a line to write on: what announces it may not stand alone at the foot of a page."""
    return block.kind == "note" and not without_gaps(block.text).strip()


def xml_texts(texts: list[str]) -> list[str]:
    """Return texts as they stand in a run of Word: escaped, line breaks and tabs as elements of their own."""
    joined = breaks(str(escape(_BETWEEN.join(texts))))
    made = joined.split(_BETWEEN) if texts else []
    return made if len(made) == len(texts) else [breaks(str(escape(text))) for text in texts]


def xml_text(text: str) -> bytes:
    """Return one text as it stands in a run of Word; one that cannot be printed is refused."""
    _refuse_controls(text)
    return breaks(str(escape(text))).encode()


@lru_cache(maxsize=256)
def _marks(clauses: tuple[str, ...], first: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the XML that opens and closes each bookmark; cells with the same clauses share the work."""
    names = bookmark_names(clauses)
    opened = (f'<w:bookmarkStart w:id="{key}" w:name="{name}"/>' if name else ""
              for key, name in enumerate(names, start=first))
    closed = (f'<w:bookmarkEnd w:id="{key}"/>' if name else "" for key, name in enumerate(names, start=first))
    return tuple(opened), tuple(closed)


def breaks(xml: str) -> str:
    """Return XML with the line breaks and tabs that came with values as the elements Word has for them."""
    if "\n" in xml or "\r" in xml:
        xml = xml.replace("\r\n", "\n").replace("\r", "\n").replace("\n", _NEW_LINE)
    return xml.replace("\t", _TAB) if "\t" in xml else xml


def _refuse_controls(text: str) -> None:
    # the first test is quick and true of nearly every text; line breaks and rare spaces need the second
    if not text.replace(NO_BREAK_SPACE, "").isprintable() and _UNPRINTABLE.search(text):
        raise NotPossible(say("The document holds a character that cannot be printed (a control character)."),
                          say("Type the field in question again instead of pasting it."))


def _room(line: str) -> str:
    # LibreOffice sets each no-break space in italics 1.3 pt wider than Word does
    length = width(line, 14, italic=True) + 1.3 * line.count(NO_BREAK_SPACE)
    return next((name for name, limit in RIGHT_HEAD_WIDTHS if length <= limit), "widest")
