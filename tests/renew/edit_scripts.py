"""What people do to a draft in Word, as scripts made from a number: the same number gives the same edits.

Everything written in carries a mark of its own, so that it can be looked for afterwards; what was taken out as a whole
is kept in `gone`.
"""

from __future__ import annotations

import copy
import random
import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO

from docx import Document
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

LAST_LINE = "DG Dòng cuối"
DOT = b"\x89PNG\r\n\x1a\n" + b"".join(
    struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))
    for kind, data in ((b"IHDR", struct.pack(">2L5B", 1, 1, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(b"\0\0")),
                       (b"IEND", b"")))
"""The smallest picture there is: one black dot."""
_NUMBER = re.compile(r"(?:Điều )?\d+[a-z]?\. ?|[a-zđ]{1,2}\) ")
MARK = "ý của cơ quan số"


@dataclass(frozen=True, slots=True)
class Edited:
    """A file after people have worked on it: what they did, the words they wrote, whole paragraphs they took out."""

    content: bytes
    steps: tuple[str, ...]
    written: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass
class Hand:
    """Somebody at work on a file, for whom chance decides what is done next.

    `other` are words docgen now writes: paragraphs it writes otherwise are worked on as often as all others, or the two
    would seldom meet.
    """

    file: WordFile
    chance: random.Random
    number: int
    other: frozenset[str] = frozenset()
    written: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def mark(self) -> str:
        """Return words no other paragraph has, and remember them."""
        words = f"{MARK} {self.number}-{len(self.written) + 1}z"
        self.written.append(words)
        return words

    def paragraphs(self, *styles: str) -> list[Paragraph]:
        """Return the paragraphs of the body with words in them, those of some styles if any are named."""
        return [one for one in self.file.paragraphs
                if one.text.strip() and one.style is not None and (not styles or one.style.name in styles)]

    def any(self, *styles: str) -> Paragraph:
        """Return one paragraph of the body."""
        found = self.paragraphs(*styles) or self.paragraphs()
        met = [one for one in found if self.other and _wording(one.text) not in self.other]
        if met and self.chance.random() < 0.5:
            found = met
        return found[self.chance.randrange(len(found))]


def edited(content: bytes, number: int, steps: int = 0, now: bytes = b"") -> Edited:
    """Return a file after the script of a number; a few edits as chance has it, or as many as asked for.

    `now` is what docgen would write today.
    """
    chance = random.Random(number)
    other = frozenset(map(_wording, paragraph_texts(Document(BytesIO(now))))) if now else frozenset()
    hand = Hand(Document(BytesIO(content)), chance, number, other)
    count = steps or chance.choice((1, 1, 2, 3, 4, 6, 9))
    first = list(EDITS)[number % len(EDITS)]  # every kind comes first in its turn
    names = [first, *chance.choices(list(EDITS), k=count - 1)]
    for name in names:
        EDITS[name](hand)
    made = BytesIO()
    hand.file.save(made)
    text = "\n".join(paragraph_texts(hand.file))
    return Edited(made.getvalue(), tuple(names), tuple(words for words in hand.written if words in text),
                  tuple(words for words in hand.gone if words not in text))


def paragraph_texts(file: WordFile) -> list[str]:
    """Return the words of every paragraph, those in tables too."""
    return ["".join(words.text or "" for words in one.iter(qn("w:t"))) for one in file.element.body.iter(qn("w:p"))]


def _wording(text: str) -> str:
    """Return a paragraph without its number, which shifts."""
    return _NUMBER.sub("", text.replace("\u00a0", " "), count=1)


def _word_gaps(text: str) -> list[int]:
    # behind the label: a number written into would be another label
    start = text.find(" ") + 1
    return [at for at, letter in enumerate(text) if letter == " " and at >= start]


def _in_run(hand: Hand, paragraph: Paragraph, change: Callable[[str], str]) -> None:
    runs = [run for run in paragraph.runs if len(run.text.split()) > 3]
    if runs:
        run = hand.chance.choice(runs)
        run.text = change(run.text)


def words_in(hand: Hand) -> None:
    """Write some words into a sentence."""
    mark = hand.mark()

    def change(text: str) -> str:
        at = hand.chance.choice(_word_gaps(text) or [len(text)])
        return f"{text[:at]} ({mark}){text[at:]}"
    _in_run(hand, hand.any(), change)


def words_out(hand: Hand) -> None:
    """Take some words out of a sentence."""
    def change(text: str) -> str:
        gaps = _word_gaps(text)
        if len(gaps) < 3:
            return text
        start = hand.chance.randrange(len(gaps) - 1)
        end = min(len(gaps) - 1, start + hand.chance.randint(1, 6))
        return text[:gaps[start]] + text[gaps[end]:]
    _in_run(hand, hand.any("DG Khoản", "DG Điểm", "DG Đoạn"), change)


def words_for_words(hand: Hand) -> None:
    """Put other words in place of some."""
    mark = hand.mark()

    def change(text: str) -> str:
        gaps = _word_gaps(text)
        if len(gaps) < 3:
            return f"{text} {mark}"
        start = hand.chance.randrange(len(gaps) - 1)
        end = min(len(gaps) - 1, start + hand.chance.randint(1, 4))
        return f"{text[:gaps[start]]} {mark}{text[gaps[end]:]}"
    _in_run(hand, hand.any(), change)


def sentence_more(hand: Hand) -> None:
    """Write a sentence at the end of a paragraph, as a run of its own."""
    hand.any("DG Khoản", "DG Điểm", "DG Đoạn").add_run(f" Việc này theo {hand.mark()}.")


def whole_paragraph_anew(hand: Hand) -> None:
    """Type a paragraph again in other words: its bookmark goes with the old ones."""
    paragraph = hand.any("DG Khoản", "DG Điểm")
    label, _, rest = paragraph.text.partition(" ")
    hand.gone.append(rest)
    for part in [one for one in paragraph._p if one.tag != qn("w:pPr")]:
        paragraph._p.remove(part)
    paragraph.add_run(f"{label} Chi bộ thực hiện việc này theo {hand.mark()}.")


def paragraph_more(hand: Hand) -> None:
    """Write a paragraph between two others."""
    _beside(hand, hand.any("DG Khoản", "DG Điểm", "DG Đoạn"), f"Riêng về {hand.mark()} thì bàn trước khi quyết định.")


def clause_more(hand: Hand) -> None:
    """Write one more khoản at the end of an article, with the next number."""
    articles = _articles(hand)
    if not articles:
        return paragraph_more(hand)
    lines = hand.chance.choice(articles)
    numbers = [line for line in lines[1:] if line.style is not None and line.style.name == "DG Khoản"]
    label = f"{len(numbers) + 1}." if numbers else "1."
    _beside(hand, lines[-1], f"{label} Chi bộ giữ nền nếp theo {hand.mark()}.", like=numbers[-1] if numbers else None)
    return None


def article_more(hand: Hand) -> None:
    """Write an article of one's own with two khoản, under a number with a letter."""
    articles = _articles(hand)
    if not articles:
        return paragraph_more(hand)
    lines = hand.chance.choice(articles)
    number = lines[0].text.split(".")[0]
    clauses = hand.paragraphs("DG Khoản")
    last = _beside(hand, lines[-1], f"{number}a. Điều thêm về {hand.mark()}", like=lines[0])
    for label in ("1.", "2."):
        last = _beside(hand, last, f"{label} Làm theo {hand.mark()}.", like=clauses[0] if clauses else None)
    return None


def clause_out(hand: Hand) -> None:
    """Take a whole khoản or điểm out."""
    paragraph = hand.any("DG Khoản", "DG Điểm")
    hand.gone.append(paragraph.text.partition(" ")[2])
    _take_out(paragraph)


def article_out(hand: Hand) -> None:
    """Take a whole article out."""
    articles = _articles(hand)
    if len(articles) > 3:
        for line in hand.chance.choice(articles):
            hand.gone.append(line.text.partition(" ")[2])
            _take_out(line)


def clause_elsewhere(hand: Hand) -> None:
    """Move a paragraph to another place."""
    paragraph, target = hand.any("DG Khoản", "DG Điểm"), hand.any("DG Khoản", "DG Điểm")
    if paragraph._p is not target._p:
        target._p.addnext(paragraph._p)


def clause_parted(hand: Hand) -> None:
    """Press Enter in the middle of a paragraph."""
    paragraph = hand.any("DG Khoản", "DG Đoạn")
    runs = [run for run in paragraph.runs if ". " in run.text[4:-2]]
    if not runs:
        return
    run = runs[0]
    at = run.text.index(". ", 4) + 2
    rest, run.text = run.text[at:], run.text[:at - 1]
    if run._r is paragraph.runs[-1]._r:
        _beside(hand, paragraph, rest)
    else:
        run.text += f" {rest}"


def clauses_joined(hand: Hand) -> None:
    """Delete the end of a paragraph, so that the next one flows into it."""
    paragraph = hand.any("DG Khoản", "DG Điểm", "DG Đoạn")
    other = next((one for one in hand.paragraphs("DG Khoản", "DG Điểm", "DG Đoạn")
                  if one._p is paragraph._p.getnext()), None)
    if other is None:
        return
    paragraph.add_run(" ")
    for part in [one for one in other._p if one.tag != qn("w:pPr")]:
        paragraph._p.append(part)
    _take_out(other)


def letters_otherwise(hand: Hand) -> None:
    """Make words bold, slanting, larger, underlined or coloured."""
    runs = hand.any().runs
    if not runs:
        return
    run = hand.chance.choice(runs)
    match hand.chance.randrange(5):
        case 0:
            run.bold = True
        case 1:
            run.italic = True
        case 2:
            run.font.size = Pt(13)
        case 3:
            run.underline = True
        case _:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def some_words_bold(hand: Hand) -> None:
    """Make a few words in the middle of a sentence bold: the run is parted in three."""
    paragraph = hand.any("DG Khoản", "DG Đoạn")
    runs = [run for run in paragraph.runs if len(run.text.split()) > 8]
    if not runs:
        return
    run = runs[0]
    gaps = _word_gaps(run.text)
    start, end = gaps[len(gaps) // 3], gaps[2 * len(gaps) // 3]
    text = run.text
    second, third = copy.deepcopy(run._r), copy.deepcopy(run._r)
    run._r.addnext(second)
    second.addnext(third)
    made = {one._r: one for one in paragraph.runs}
    run.text, made[second].text, made[third].text = text[:start], text[start:end], text[end:]
    made[second].bold = True


def paragraph_otherwise(hand: Hand) -> None:
    """Set a paragraph flush left, centred, further apart or further in."""
    form = hand.any().paragraph_format
    match hand.chance.randrange(3):
        case 0:
            form.alignment = hand.chance.choice((WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER))
        case 1:
            form.space_after = Pt(12)
        case _:
            form.left_indent = Pt(20)


def table_in(hand: Hand) -> None:
    """Put a table of one's own between two paragraphs."""
    table = hand.file.add_table(2, 2)
    for row in table.rows:
        for cell in row.cells:
            cell.text = hand.mark()
    hand.any("DG Khoản", "DG Đoạn")._p.addnext(table._tbl)


def picture_in(hand: Hand) -> None:
    """Put a picture into a paragraph."""
    hand.any("DG Khoản", "DG Đoạn").add_run().add_picture(BytesIO(DOT), width=Pt(40))


def line_break_in(hand: Hand) -> None:
    """Break a line by hand and write on."""
    run = hand.any("DG Khoản", "DG Đoạn").add_run()
    run.add_break()
    run.add_text(f"Ghi chú: {hand.mark()}.")


def blanks_filled(hand: Hand) -> None:
    """Write the number, the day and the signer into the tables at the head and the end."""
    for table in hand.file.tables:
        for cell in table._cells:
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    if run.text.startswith("Số") or "ngày" in run.text:
                        run.text = run.text.replace("\u00a0" * 8, "12").replace("\u00a0\u00a0", "")
    last = hand.file.tables[-1]._cells[-1]
    last.paragraphs[-1].add_run(hand.mark())


def head_and_foot(hand: Hand) -> None:
    """Write something at the foot of the pages."""
    hand.file.sections[0].footer.paragraphs[0].add_run(f"Lưu hành nội bộ, {hand.number}")


def bookmarks_out(hand: Hand) -> None:
    """Lose all bookmarks, as a text copied over does."""
    body = hand.file.element.body
    for name in ("w:bookmarkStart", "w:bookmarkEnd"):
        for mark in list(body.iter(qn(name))):
            parent = mark.getparent()
            if parent is not None:
                parent.remove(mark)


def renumbered(hand: Hand) -> None:
    """Number the articles anew from the place where one was put in or taken out."""
    number = 0
    for paragraph in hand.paragraphs("DG Điều"):
        for run in paragraph.runs:
            label, dot, rest = run.text.partition(".")
            if label.startswith("Điều"):
                number += 1
                run.text = f"Điều\u00a0{number}{dot}{rest}"
                break


EDITS: dict[str, Callable[[Hand], None]] = {one.__name__: one for one in (
    words_in, words_out, words_for_words, sentence_more, whole_paragraph_anew, paragraph_more, clause_more,
    article_more, clause_out, article_out, clause_elsewhere, clause_parted, clauses_joined, letters_otherwise,
    some_words_bold, paragraph_otherwise, table_in, picture_in, line_break_in, blanks_filled, head_and_foot,
    bookmarks_out, renumbered)}
"""Everything people do, by name."""


def _articles(hand: Hand) -> list[list[Paragraph]]:
    """Return the paragraphs of each article, its heading first."""
    found: list[list[Paragraph]] = []
    for paragraph in hand.paragraphs():
        name = paragraph.style.name if paragraph.style is not None else ""
        if name == "DG Điều":
            found.append([paragraph])
        elif name in ("DG Chương", "DG Tên chương", LAST_LINE):
            found.append([])
        elif found and found[-1]:
            found[-1].append(paragraph)
    return [lines for lines in found if len(lines) > 1]


def _beside(hand: Hand, paragraph: Paragraph, words: str, like: Paragraph | None = None) -> Paragraph:
    made = copy.deepcopy((like or paragraph)._p)
    paragraph._p.addnext(made)
    new = Paragraph(made, paragraph._parent)
    for part in list(made):
        if part.tag != qn("w:pPr"):
            made.remove(part)
    new.add_run(words)
    return new


def _take_out(paragraph: Paragraph) -> None:
    parent = paragraph._p.getparent()
    if parent is not None:
        parent.remove(paragraph._p)
