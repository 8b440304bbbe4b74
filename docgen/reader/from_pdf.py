"""PDF files: the words of their pages with their places, and pictures of the pages that hold none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from ctypes import byref, c_double, c_int, create_string_buffer
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.reader.page_layout import Word
from docgen.vietnamese.legacy import in_font

if TYPE_CHECKING:
    import pypdfium2

DPI = 300
"""Dots per inch of a page picture: what Tesseract was trained on."""
PAGE_LIMIT = 2000
"""Pages; more are a book, not a regulation."""
_SIDE_LIMIT = 200 * 72
"""Points; the longest side a page may have."""
_WORDS = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")
_LOOSE_TO_LETTERS = 0.85  # the box of a letter has room for marks above and below it


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page: its number, its words; `picture` makes a grey picture of it, until the next page is asked for."""

    number: int
    words: tuple[Word, ...]
    is_picture: bool
    hidden_text: bool
    picture: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class PdfFile:
    """An opened PDF: how many pages it has, what must be said about it, and its pages one at a time."""

    count: int
    remarks: tuple[Message, ...]
    pages: Iterator[PdfPage]


def open_pdf(content: bytes, name: str) -> PdfFile:
    """Open a PDF; raises NotPossible if it is locked, damaged or longer than any regulation."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise NotPossible(say("{path} is locked with a password.", path=name),
                              say("Open it with the password, print or save it as a PDF without one, and use that.")
                              ) from None
        raise NotPossible(say("{path} is no PDF file, or it was cut off on the way.", path=name),
                          say("Open it to see whether it is whole, or fetch it again.")) from None
    count = len(document)
    if not 0 < count <= PAGE_LIMIT:
        document.close()
        raise NotPossible(say("{path} has {count} pages; 1 to {limit} are read.", path=name, count=count,
                              limit=PAGE_LIMIT), say("Split it into its documents first."))
    remarks: tuple[Message, ...] = ()
    if pypdfium2.raw.FPDF_GetSecurityHandlerRevision(document) != -1:
        remarks = (say("{path} is protected against copying or changing; its text was read as it can be read on "
                       "screen.", path=name),)
    return PdfFile(count, remarks, _pages(document, name))


def _pages(document: pypdfium2.PdfDocument, name: str) -> Iterator[PdfPage]:
    import pypdfium2

    try:
        for index in range(len(document)):
            try:
                page = document[index]
                read = _page(page, index + 1)
            except pypdfium2.PdfiumError:
                raise NotPossible(say("{path}: page {page} is damaged.", path=name, page=index + 1),
                                  say("Open it to see whether it is whole, or fetch it again.")) from None
            try:
                yield read
            finally:
                page.close()
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage, number: int) -> PdfPage:
    text = page.get_textpage()
    try:
        words, faulty = _words(text, page.get_height())
    finally:
        text.close()
    pictured = _pictured(page)
    letters = sum(map(str.isalnum, "".join(word.text for word in words)))
    return PdfPage(number, tuple(words), is_picture=(pictured and letters < 20) or faulty,
                   hidden_text=pictured and letters >= 20, picture=lambda: _picture(page))


def _words(text: pypdfium2.PdfTextPage, height: float) -> tuple[list[Word], bool]:
    """Return the words of a page, and whether its letters are not to be trusted because the file does not name them."""
    from pypdfium2 import raw

    letters = text.get_text_range()
    count = text.count_chars()
    if len(letters) != count:  # a letter of two halves, or one the file does not name
        letters = "".join(chr(raw.FPDFText_GetUnicode(text, at) or 0xFFFD) for at in range(count))
    words = []
    x, y = c_double(), c_double()
    box = raw.FS_RECTF()
    for match in _WORDS.finditer(letters):
        first, last = match.start(), match.end() - 1
        if not raw.FPDFText_GetLooseCharBox(text, first, byref(box)):
            continue
        left, size = box.left, abs(box.top - box.bottom) * _LOOSE_TO_LETTERS
        raw.FPDFText_GetCharOrigin(text, first, byref(x), byref(y))
        raw.FPDFText_GetLooseCharBox(text, last, byref(box))
        font, bold = _font(text, first)
        words.append(Word(in_font(match[0].replace("\ufffe", "-"), font), left, max(box.right, left), height - y.value,
                          size or 1.0, bold))
    unnamed = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or (c < " " and c not in "\r\n\t") for c in letters)
    return words, count > 20 and unnamed * 5 > count


def _font(text: pypdfium2.PdfTextPage, at: int) -> tuple[str, bool]:
    """Return the name of a letter's font, without the mark of a font that is there in part, and whether it is bold."""
    from pypdfium2 import raw

    buffer, flags = create_string_buffer(200), c_int()
    raw.FPDFText_GetFontInfo(text, at, buffer, 200, byref(flags))
    name = buffer.value.decode("utf-8", errors="replace")
    return name.partition("+")[2] or name, "bold" in name.lower() or raw.FPDFText_GetFontWeight(text, at) >= 600


def _pictured(page: pypdfium2.PdfPage) -> bool:
    """Tell whether one picture covers most of a page, as a scanner makes it."""
    from pypdfium2 import raw

    width, height = page.get_size()
    for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = found.get_bounds()
        if (right - left) * (top - bottom) > 0.5 * width * height:
            return True
    return False


def _picture(page: pypdfium2.PdfPage) -> bytes:
    """Draw a page in grey as a PNM file, the plainest of all picture formats."""
    width, height = page.get_size()
    if max(width, height) > _SIDE_LIMIT:
        raise NotPossible(say("A page of {width} x {height} cm is too large to be read as a picture.",
                              width=round(width / 28.35), height=round(height / 28.35)),
                          say("Scan it again on A4."))
    scale = min(DPI / 72, 5000 / max(width, height))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        rows = bytes(bitmap.buffer)
        lines = b"".join(rows[at * bitmap.stride:at * bitmap.stride + bitmap.width] for at in range(bitmap.height))
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + lines
    finally:
        bitmap.close()
