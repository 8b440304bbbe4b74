"""Everything a frame can print, worked out to the last word before Word comes into play."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from docgen.word.blocks import Block

NO_BREAK_SPACE = "\u00a0"
NUMBER_BLANK = NO_BREAK_SPACE * 14
"""Room to write a number in by hand, 14 pt: about 17 mm (`Số` + blank + `-QC/CB`)."""
DAY_BLANK = NO_BREAK_SPACE * 8
"""Room to write a day or a month in by hand, 14 pt: about 10 mm."""

LEFT_HEAD_WIDTH = 226.0
"""Points of text the left half of the head holds: the width to break the names of the bodies at (14 pt)."""
SUMMARY_WIDTH = 420.0
"""Points a line of the summary may take (14 pt bold): a little less than the width of the text."""
RIGHT_HEAD_WIDTHS = (("half", 234.0), ("wide", 282.0))
"""Points of text the right half holds, and the wider cell a long line of place and date gets; "widest" is the rest."""

Profile = Literal["05-hd", "36-hd"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBlock:
    """Who signs for one body: "T/M CHI BỘ", "BÍ THƯ", the name or nothing, and whether room for a seal is left."""

    authority: str = ""
    post: str = ""
    signer: str = ""
    seal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row of the table of legal bases; a row that `continues` belongs to the place named in the row above it."""

    place: str = ""
    text: str = ""
    basis: str = ""
    kind: str = ""
    wording: str = ""
    continues: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One row of a table inside a paper: opinions received, or who is in charge of what."""

    number: str = ""
    who: str = ""
    where: str = ""
    what: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentValues:
    """What stands on the paper, line by line; a name of this class may be used in a tag of a frame.

    `signatures` has one block for each body that signs, in the order they stand on paper: left to right, then down.
    `rows` are printed by the frame of the table of legal bases only, `list_rows` by papers with a table, `subject`
    (what a letter is about, under its number), `addressing` ("Kính gửi: …") and `addressees` (where it goes to several)
    by papers that are sent.
    `number` and `place_and_date` hold their blanks as no-break spaces (NUMBER_BLANK, DAY_BLANK). `legal_bases` and
    `recipients` are whole lines with their "- " and their ends, which is where the two profiles of the form differ.
    `dated` (YYYY-MM-DD or "") and `title` go into the properties of the file, not on the paper.
    """

    superior_lines: tuple[str, ...] = ()
    issuer_lines: tuple[str, ...] = ()
    number: str = ""
    place_and_date: str = ""
    draft_mark: str = ""
    kind: str = ""
    summary_lines: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    signatures: tuple[SignatureBlock, ...] = ()
    recipients_heading: str = "Nơi nhận:"
    recipients: tuple[str, ...] = ()
    rows: tuple[TableRow, ...] = ()
    subject: tuple[str, ...] = ()
    addressing: str = ""
    addressees: tuple[str, ...] = ()
    list_rows: tuple[ListRow, ...] = ()
    profile: Profile = "05-hd"
    duplex: bool = False
    dated: str = ""
    title: str = ""


FIELD_NAMES = tuple(field.name for field in fields(DocumentValues))
COMPUTED_NAMES = ("place_and_date_room", "signature_pairs")
"""Names the program adds: `place_and_date_room` is "half", "wide" or "widest", the cell that line needs;
`signature_pairs` are the signatures two by two, long authorities broken into lines for half the width of the text."""
BLOCK_NAMES = ("kind", "text", "heading", "rest")
"""What a tag may ask of one block inside `{%p for block in blocks %}`."""
ITEM_NAMES = {
    "blocks": BLOCK_NAMES,
    "signatures": tuple(field.name for field in fields(SignatureBlock)),
    "signature_pairs": ("left", "right"),
    "rows": tuple(field.name for field in fields(TableRow)),
    "list_rows": tuple(field.name for field in fields(ListRow)),
}
"""What a tag may ask of one item of each list that holds more than plain lines."""
