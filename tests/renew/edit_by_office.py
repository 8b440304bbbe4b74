"""Run by the system's Python, which has LibreOffice's bridge: edits Word files as a person in LibreOffice does.

    /usr/bin/python3 -m tests.renew.edit_by_office FOLDER

FOLDER/edits.json says which: {"name.docx": ["edit", …]}; each makes FOLDER/edited/<name>.<edit>.docx, and
FOLDER/edited/written.json holds the words it wrote.
Not a test and never imported by one: the project's own Python does not know `uno`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]  # part of the Debian package python3-uno
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK  # type: ignore[import-not-found]

from tests.libreoffice import LibreOffice, libreoffice, setting

MARK = "lời của văn phòng"


class Desk:
    """A file open in LibreOffice, and what may be done to it."""

    def __init__(self, office: LibreOffice, path: Path) -> None:
        self.file = office.open(path)
        self._office = office
        self.written: list[str] = []

    def lines(self) -> list[Any]:
        """Return the paragraphs of the body with words in them."""
        found = []
        walk = self.file.Text.createEnumeration()
        while walk.hasMoreElements():
            part = walk.nextElement()
            if part.supportsService("com.sun.star.text.Paragraph") and len(part.getString().split()) > 6:
                found.append(part)
        return found

    def line(self, at: int) -> Any:
        """Return the paragraph a share (in hundredths) down the document."""
        lines = self.lines()
        return lines[len(lines) * at // 100]

    def mark(self) -> str:
        """Return words nobody else writes."""
        self.written.append(f"{MARK} {len(self.written) + 1}z")
        return self.written[-1]

    def behind(self, line: Any, words: int) -> Any:
        """Return a cursor behind so many words of a paragraph."""
        cursor = self.file.Text.createTextCursorByRange(line.getStart())
        for _ in range(words):
            cursor.gotoNextWord(False)
        return cursor

    def run(self, command: str) -> None:
        """Give a command as from the menu."""
        self._office.order(self.file, command)

    def select(self, start: Any, end: Any) -> None:
        """Select from one place to another."""
        cursor = self.file.CurrentController.getViewCursor()
        cursor.gotoRange(start, False)
        cursor.gotoRange(end, True)


def nothing(desk: Desk) -> None:
    """Open and save."""


def type_words(desk: Desk) -> None:
    """Type some words into a sentence."""
    for at in (25, 60):
        cursor = desk.behind(desk.line(at), 4)
        desk.file.Text.insertString(cursor, f"({desk.mark()}) ", False)


def type_at_the_end(desk: Desk) -> None:
    """Type a sentence at the end of a paragraph."""
    desk.file.Text.insertString(desk.line(40).getEnd(), f" Việc này theo {desk.mark()}.", False)


def delete_words(desk: Desk) -> None:
    """Delete a few words."""
    cursor = desk.behind(desk.line(35), 5)
    for _ in range(4):
        cursor.gotoNextWord(True)
    cursor.setString("")


def replace_everywhere(desk: Desk) -> None:
    """Find and replace one word in the whole file."""
    search = desk.file.createReplaceDescriptor()
    search.SearchString, search.ReplaceString = "bàn bạc", "trao đổi, bàn bạc"
    desk.file.replaceAll(search)


def new_paragraph(desk: Desk) -> None:
    """Press Enter behind a paragraph and type another."""
    end = desk.line(50).getEnd()
    desk.file.Text.insertControlCharacter(end, PARAGRAPH_BREAK, False)
    desk.file.Text.insertString(desk.lines()[len(desk.lines()) * 50 // 100].getEnd(), "", False)
    desk.file.Text.insertString(end, f"Riêng về {desk.mark()} thì bàn trước khi quyết định.", False)


def delete_paragraph(desk: Desk) -> None:
    """Delete a paragraph with its end."""
    lines = desk.lines()
    at = len(lines) * 45 // 100
    cursor = desk.file.Text.createTextCursorByRange(lines[at].getStart())
    cursor.gotoRange(lines[at + 1].getStart(), True)
    cursor.setString("")


def split_paragraph(desk: Desk) -> None:
    """Press Enter in the middle of a paragraph."""
    desk.file.Text.insertControlCharacter(desk.behind(desk.line(55), 6), PARAGRAPH_BREAK, False)


def cut_and_paste(desk: Desk) -> None:
    """Move a paragraph with the clipboard."""
    lines = desk.lines()
    at = len(lines) * 30 // 100
    desk.select(lines[at].getStart(), lines[at + 1].getStart())
    desk.run("Cut")
    desk.select(desk.line(70).getStart(), desk.line(70).getStart())
    desk.run("Paste")


def bold(desk: Desk) -> None:
    """Make some words bold."""
    cursor = desk.behind(desk.line(20), 3)
    for _ in range(5):
        cursor.gotoNextWord(True)
    cursor.CharWeight = 150.0


def italic_paragraph(desk: Desk) -> None:
    """Make a paragraph slant, coloured and larger."""
    line = desk.line(65)
    cursor = desk.file.Text.createTextCursorByRange(line.getStart())
    cursor.gotoRange(line.getEnd(), True)
    cursor.CharPosture = uno.Enum("com.sun.star.awt.FontSlant", "ITALIC")
    cursor.CharColor, cursor.CharHeight = 0xC00000, 15.0


def centred(desk: Desk) -> None:
    """Centre a paragraph."""
    desk.line(33).ParaAdjust = uno.Enum("com.sun.star.style.ParagraphAdjust", "CENTER")


def table(desk: Desk) -> None:
    """Put a table between two paragraphs."""
    made = desk.file.createInstance("com.sun.star.text.TextTable")
    made.initialize(2, 2)
    end = desk.line(58).getEnd()
    desk.file.Text.insertControlCharacter(end, PARAGRAPH_BREAK, False)
    desk.file.Text.insertTextContent(end, made, False)
    for name in made.getCellNames():
        made.getCellByName(name).setString(desk.mark())


def line_break(desk: Desk) -> None:
    """Break a line by hand."""
    desk.file.Text.insertString(desk.line(48).getEnd(), f"\nGhi chú: {desk.mark()}.", False)


def head_filled(desk: Desk) -> None:
    """Write the number into the head."""
    first = desk.file.TextTables.getByIndex(0)
    cell = first.getCellByName(first.getCellNames()[0])
    cell.insertString(cell.getEnd(), f" {desk.mark()}", False)


def page_numbers(desk: Desk) -> None:
    """Set wider margins."""
    style = desk.file.StyleFamilies.getByName("PageStyles").getByName(desk.line(10).PageStyleName or "Standard")
    style.LeftMargin = 3200


EDITS: dict[str, Callable[[Desk], None]] = {one.__name__: one for one in (
    nothing, type_words, type_at_the_end, delete_words, replace_everywhere, new_paragraph, delete_paragraph,
    split_paragraph, cut_and_paste, bold, italic_paragraph, centred, table, line_break, head_filled, page_numbers)}


def main(folder: Path) -> None:
    """Make every edit asked for."""
    asked: dict[str, list[str]] = json.loads((folder / "edits.json").read_text(encoding="utf-8"))
    target = folder / "edited"
    target.mkdir(exist_ok=True)
    written: dict[str, list[str]] = {}
    with libreoffice() as office:
        for name, edits in sorted(asked.items()):
            for edit in edits:
                desk = Desk(office, folder / name)
                for one in edit.split("+"):
                    EDITS[one](desk)
                made = f"{Path(name).stem}.{edit}.docx"
                desk.file.storeToURL((target / made).as_uri(), (setting("FilterName", "MS Word 2007 XML"),))
                desk.file.close(True)
                written[made] = desk.written
    (target / "written.json").write_text(json.dumps(written, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
