"""A comparison as the table offices hand round: one page of what is new in front, then current | new | change | reason.

Leaders read prints in black and white: words put in are bold and underlined, words left out struck through, words that
face what is not held in italics between brackets. What is not held stands in grey rows that say so.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from docgen.messages import say
from docgen.publish.change_words import kind_words
from docgen.publish.comparison_summary import count_table, summary, unchanged_line, unheld, warnings
from docgen.publish.comparison_text import heading
from docgen.publish.comparison_view import Marked, Passage, View, ViewRow
from docgen.publish.word_changes import capital
from docgen.word.paper import Paper
from docgen.word.table import Cell, Letters, Paragraph, page_break, paragraph, plain, table
from docgen.word.width import width

WIDTHS = (570, 4310, 4310, 3260, 1837)
"""Twentieths of a point, together the width of the page between its margins: 252 mm."""
_GREY = "E7E6E6"
_STYLES = {"+": "DGThem", "-": "DGBo", "~": "DGChinhTa", "?": "DGChuaRo"}
_PAGE_HEIGHT = 470
"""Points between the margins of the sheet, a few to spare; below, what each kind of line takes of them."""
_LINE, _AFTER, _AFTER_WARNING, _TITLES, _HEAD_ROW, _ROW = 15, 3, 4, 50, 24, 21
_MOST_SAID = (99, 4, 3, 2, 1)
"""Changes told of each row on the first page: all, or as few as it takes for the rows to find room."""


def comparison_table(view: View, paper: Paper, *, full: bool = False, dated: str = "") -> bytes:
    """Return the .docx: the page "what is new", then the table; `full` shows unchanged provisions in full too."""
    title = str(say("Comparison: {old} and {new}", old=view.old_name.title, new=view.new_name.title))
    body = "".join((*_first_page(view), page_break(), *_second_part(view, full)))
    return paper.written(body, title=title, dated=dated)


def _first_page(view: View) -> Iterator[str]:
    yield paragraph(plain("DGTenBang", str(say("WHAT IS NEW"))))
    yield paragraph(plain("DGDuoiTenBang", str(say("{new} against {old}", old=view.old_name.title,
                                                   new=view.new_name.title))))
    room = _PAGE_HEIGHT - _TITLES
    for warning in warnings(view, formal=True):
        yield paragraph(plain("DGCanhBao", warning))
        room -= _LINE * _lines(warning, bold=True) + _AFTER_WARNING
    if not view.changed:
        yield paragraph(plain("DGLoiBang", summary(view, formal=True)))
    head, lines = count_table(view)
    if lines:
        first = 2600
        widths = [first, *[(sum(WIDTHS) - first) // (len(head) - 1)] * (len(head) - 1)]
        yield table(widths, [head_cell(cell) for cell in head],
                    [[Cell((plain("DGOBang" if not place else "DGOGiua", cell),)) for place, cell in enumerate(line)]
                     for line in lines])
    room -= _HEAD_ROW + _ROW * len(lines)
    yield paragraph(plain("DGCuoi", ""))
    if view.changed:
        yield paragraph(Paragraph("DGLoiBang", (Letters(str(say("What changed:")), "DGDam"),)))
    for line in highlights(view.changed, room - _LINE - _AFTER):
        yield paragraph(plain("DGLoiBang", line))


def highlights(rows: Sequence[ViewRow], room: int) -> list[str]:
    """Return one line for each changed row as far as the page has room, and how many are left to the table."""
    lines: list[str] = []
    for most in _MOST_SAID:
        lines = [_highlight(row, most) for row in rows]
        if sum(_LINE * _lines(line) + _AFTER for line in lines) <= room:
            return lines
    for place, line in enumerate(lines):
        room -= _LINE * _lines(line) + _AFTER
        if room < _LINE + _AFTER:
            return [*lines[:place], str(say("… and {count} more rows in the table.", count=len(rows) - place))]
    return lines


def _highlight(row: ViewRow, most: int) -> str:
    """Return one line on a row; what is not held is said even where other changes are left to the table."""
    said = list(row.changes) or [kind_words(row.row.kinds)]
    if len(said) > most + 1:
        said = [*said[:most], *(said[-1:] if "unknown" in row.row.kinds else ()), "…"]
    line = f"{row.number}. {capital(heading(row))}: {'; '.join(said)}"
    return line if line.endswith("…") else f"{line}."


def _lines(text: str, *, bold: bool = False) -> int:
    """Return how many lines of the page a text takes."""
    return math.ceil(width(text, 13, bold=bold) / (sum(WIDTHS) / 20 - 20))


def _second_part(view: View, full: bool) -> Iterator[str]:
    yield paragraph(plain("DGTenBang", str(say("COMPARISON TABLE"))))
    yield paragraph(plain("DGDuoiTenBang", str(say("{old} and {new}", old=view.old_name.title,
                                                   new=view.new_name.title))))
    yield paragraph(Paragraph("DGLoiBang", (
        Letters(str(say("Marks:")) + " "), Letters(str(say("put in")), "DGThem"), Letters("; "),
        Letters(str(say("left out")), "DGBo"), Letters("; "), Letters(str(say("spelled otherwise")), "DGChinhTa"),
        Letters("; "), Letters(f"[{say('faces text that is not held')}]", "DGChuaRo"), Letters("."))))
    head = (str(say("No.")), str(say("Current: {name}", name=view.old_name.title)),
            str(say("New: {name}", name=view.new_name.title)), str(say("What changed")), str(say("Reason, basis")))
    yield table(WIDTHS, [head_cell(cell) for cell in head], _rows(view, full))
    yield paragraph(plain("DGCuoi", ""))


def _rows(view: View, full: bool) -> Iterator[Sequence[Cell]]:
    waiting: list[ViewRow] = []
    for row in view.rows:
        if row.unknown and not full:
            waiting.append(row)
            continue
        if row.changed or (full and row.row.kinds):
            yield cells(row)
    if waiting:
        yield [Cell((plain("DGChuaCoBang", str(say(
            "NOT HELD, CANNOT BE COMPARED: {places}. Nothing says that these provisions are new or were left out.",
            places=unheld(waiting)))),), len(WIDTHS), _GREY)]
    if not full and (line := unchanged_line(view)):
        yield [Cell((plain("DGOBang", line),), len(WIDTHS))]


def cells(row: ViewRow) -> list[Cell]:
    """Return the five cells of a row."""
    shade = _GREY if row.unknown else ""
    changes = row.changes or ((kind_words(row.row.kinds),) if row.row.kinds else ())
    return [Cell((plain("DGOGiua", str(row.number) if row.number else ""),)),
            side(row, "old", shade), side(row, "new", shade),
            Cell(tuple(plain("DGOTrai", f"- {capital(one)}." if len(changes) > 1 else f"{capital(one)}.")
                       for one in changes)),
            Cell((plain("DGOTrai", row.reason),))]


def side(row: ViewRow, name: Literal["old", "new"], shade: str) -> Cell:
    """Return the cell of one side; an empty one says why it is empty, one that breaks off says that it does."""
    found = row.old if name == "old" else row.new
    if found:
        rest = (plain("DGChuaCoBang", str(say("[…] The rest is not held."))),) if row.breaks_off(name) else ()
        return Cell((*passages(found), *rest))
    if row.unknown:
        return Cell((plain("DGChuaCoBang", str(say("[…] Not held: nothing can be said."))),), shade=shade or _GREY)
    return Cell((plain("DGOGiua", str(say("(none)"))),))


def passages(found: Iterable[Passage]) -> Iterator[Paragraph]:
    """Return the paragraphs of some provisions; one whose label alone would not place it is named first."""
    last = ""
    for passage in found:
        article = passage.citation.rpartition(" Điều ")[2] if " Điều " in passage.citation else ""
        if (article and article != last) or not passage.label or passage.label in "-+":
            yield Paragraph("DGOBang", (Letters(f"({capital(passage.citation)})", "DGDam"),))
        last = article or passage.citation.removeprefix("Điều ")
        letters = [Letters(passage.label, "DGDam" if passage.heading or passage.level.value == "article" else "")]
        if passage.heading:
            letters += [Letters(" "), *_letters(passage.heading, bold=True)]
        if passage.text and not passage.heading:
            letters += [Letters(" "), *_letters(passage.text)] if passage.label else _letters(passage.text)
        yield Paragraph("DGOBang", tuple(one for one in letters if one.text))
        if passage.text and passage.heading:
            yield Paragraph("DGOBang", tuple(_letters(passage.text)))


def _letters(words: Marked, *, bold: bool = False) -> list[Letters]:
    made = []
    for mark, text in words:
        shown = f"[{text.strip()}]" if mark == "?" else text
        if mark == "?" and text[:1] == " ":
            made.append(Letters(" "))
        made.append(Letters(shown, _STYLES.get(mark, "DGDam" if bold else "")))
    return made


def head_cell(text: str) -> Cell:
    """Return a cell of the head row."""
    return Cell((plain("DGDauBang", text),), shade="F2F2F2")
