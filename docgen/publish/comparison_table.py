"""A comparison as the table offices hand round: one page of what is new in front, then current | new | change | reason.

Leaders read prints in black and white: words put in are bold and underlined, words left out struck through, words that
face what is not held in italics between brackets. What is not held stands in grey rows that say so.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from docgen.messages import say
from docgen.publish.change_words import kind_words
from docgen.publish.comparison_summary import count_table, summary, unchanged_line, warnings
from docgen.publish.comparison_text import heading
from docgen.publish.comparison_view import Marked, Passage, View, ViewRow
from docgen.word.paper import Paper
from docgen.word.table import Cell, Letters, Paragraph, page_break, paragraph, plain, table
from docgen.word.width import width

WIDTHS = (570, 4310, 4310, 3260, 1837)
"""Twentieths of a point, together the width of the page between its margins: 252 mm."""
_GREY = "E7E6E6"
_STYLES = {"+": "DGThem", "-": "DGBo", "~": "DGChinhTa", "?": "DGChuaRo"}
_PAGE_LINES = 30
"""Lines of 13 pt the sheet holds between its margins, with what stands between paragraphs."""
_MOST_SAID = 3


def comparison_table(view: View, paper: Paper, *, full: bool = False, dated: str = "") -> bytes:
    """Return the .docx: the page "what is new", then the table; `full` shows unchanged provisions in full too."""
    title = str(say("Comparison: {old} and {new}", old=view.old_name.title, new=view.new_name.title))
    body = "".join((*_first_page(view), page_break(), *_second_part(view, full)))
    return paper.written(body, title=title, dated=dated)


def _first_page(view: View) -> Iterator[str]:
    yield paragraph(plain("DGTenBang", str(say("WHAT IS NEW"))))
    yield paragraph(plain("DGDuoiTenBang", str(say("{new} against {old}", old=view.old_name.title,
                                                   new=view.new_name.title))))
    room = _PAGE_LINES - 3.5
    for warning in warnings(view, formal=True):
        yield paragraph(plain("DGCanhBao", warning))
        room -= _lines(warning, bold=True)
    yield paragraph(plain("DGLoiBang", summary(view, formal=True)))
    head, lines = count_table(view)
    if lines:
        first = 2600
        widths = [first, *[(sum(WIDTHS) - first) // (len(head) - 1)] * (len(head) - 1)]
        yield table(widths, [head_cell(cell) for cell in head],
                    [[Cell((plain("DGOBang" if not place else "DGOGiua", cell),)) for place, cell in enumerate(line)]
                     for line in lines])
    room -= _lines(summary(view, formal=True)) + 1.3 * len(lines) + 2.5
    yield paragraph(plain("DGCuoi", ""))
    for line in highlights(view.changed, room):
        yield paragraph(plain("DGLoiBang", line))


def highlights(rows: Sequence[ViewRow], room: float) -> list[str]:
    """Return one line for each changed row as far as the page has room, and how many are left to the table."""
    found: list[str] = []
    for place, row in enumerate(rows):
        words = "; ".join(row.changes[:_MOST_SAID]) or kind_words(row.row.kinds)
        line = f"{row.number}. {heading(row)}: {words}."
        room -= _lines(line) + 0.2
        if room < (2 if place + 1 < len(rows) else 0):
            found.append(str(say("… and {count} more rows in the table.", count=len(rows) - place)))
            break
        found.append(line)
    return found


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


def unheld(rows: Sequence[ViewRow]) -> str:
    """Name the provisions that face what is not held, heads left out: their articles are named."""
    from docgen.model.level import HEADS
    from docgen.publish.comparison_summary import runs_of

    return runs_of([row for row in rows if row.row.level not in HEADS] or rows)


def cells(row: ViewRow) -> list[Cell]:
    """Return the five cells of a row."""
    shade = _GREY if row.unknown else ""
    changes = row.changes or ((kind_words(row.row.kinds),) if row.row.kinds else ())
    return [Cell((plain("DGOGiua", str(row.number) if row.number else ""),)),
            side(row, row.old, shade), side(row, row.new, shade),
            Cell(tuple(plain("DGOTrai", f"- {one}." if len(changes) > 1 else f"{one}.") for one in changes)),
            Cell((plain("DGOTrai", row.reason),))]


def side(row: ViewRow, found: Sequence[Passage], shade: str) -> Cell:
    """Return the cell of one side; an empty one says why it is empty."""
    if found:
        return Cell(tuple(passages(found)))
    if row.unknown:
        return Cell((plain("DGChuaCoBang", str(say("[…] Not held: nothing can be said."))),), shade=shade or _GREY)
    return Cell((plain("DGOGiua", str(say("(none)"))),))


def passages(found: Iterable[Passage]) -> Iterator[Paragraph]:
    """Return the paragraphs of some provisions; one whose label alone would not place it is named first."""
    last = ""
    for passage in found:
        article = passage.citation.rpartition(" Điều ")[2] if " Điều " in passage.citation else ""
        if (article and article != last) or not passage.label or passage.label in "-+":
            yield Paragraph("DGOBang", (Letters(f"({passage.citation})", "DGDam"),))
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
