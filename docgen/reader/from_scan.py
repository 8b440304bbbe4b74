"""Pictures of pages, read by Tesseract, an outside program that may be absent."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from statistics import median

from docgen.errors import NotPossible
from docgen.messages import say
from docgen.reader.page_layout import Word

LANGUAGE = "vie"
PACKAGES = ("tesseract-ocr", "tesseract-ocr-vie")
"""The Debian packages that bring the program and its Vietnamese."""
PIXEL_LIMIT = 120_000_000
"""Dots of one picture: A3 at 600 dots an inch has 70 million."""
_PATIENCE = 300
_POINTS = 72 / 300
_FAR = 1.2
"""Times the height of the letters: a mark this far from every word is no punctuation."""
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def is_picture(content: bytes) -> bool:
    """Tell whether bytes are a PNG or a JPEG picture, whatever the file is called."""
    return content.startswith(_PICTURES)


def check_picture(content: bytes, name: str) -> None:
    """Refuse a picture that is cut off or too large before any program unfolds it."""
    size = _png_size(content) if content.startswith(_PICTURES[0]) else _jpeg_size(content)
    if size is None:
        raise NotPossible(say("{path} is a damaged picture, or it was cut off on the way.", path=name),
                          say("Open it to see whether it is whole, or scan the page again."))
    if size[0] * size[1] > PIXEL_LIMIT:
        raise NotPossible(
            say("{path} has {width} x {height} dots; at most {limit} million are read.", path=name, width=size[0],
                height=size[1], limit=PIXEL_LIMIT // 1_000_000),
            say("Scan the page again at 300 dots an inch, or make the picture smaller."))


def ready(name: str) -> str:
    """Return where Tesseract is; raises NotPossible naming the package if it or its Vietnamese is missing."""
    program = shutil.which("tesseract")
    if program is None:
        raise NotPossible(
            say("{path} is a picture of a text; reading it takes Tesseract, which is not installed.", path=name),
            say("Install the packages {packages}, or use a copy of the text in Word.", packages=", ".join(PACKAGES)))
    known = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False, timeout=_PATIENCE)
    if LANGUAGE not in (known.stdout + known.stderr).split():
        raise NotPossible(
            say("{path} is a picture of a text; Tesseract is installed, its Vietnamese is not.", path=name),
            say("Install the package {package}.", package=PACKAGES[1]))
    return program


def read_pictures(
    pictures: Iterable[tuple[int, bytes]], name: str, told: Callable[[int], None] = lambda _: None,
) -> Iterator[tuple[int, list[Word]]]:
    """Yield the words of numbered pages in order; a few pages are read at the same time, none is kept longer."""
    from concurrent.futures import Future, ThreadPoolExecutor

    at_once = max(1, min(4, os.cpu_count() or 1))
    waiting: list[tuple[int, Future[list[Word]]]] = []
    program = ""
    with ThreadPoolExecutor(at_once) as readers:
        for number, picture in pictures:
            program = program or ready(name)
            waiting.append((number, readers.submit(_words, picture, program, name, number)))
            if len(waiting) > at_once:
                told(waiting[0][0])
                yield waiting[0][0], waiting.pop(0)[1].result()
        for number, words in waiting:
            told(number)
            yield number, words.result()


def _words(picture: bytes, program: str, name: str, number: int) -> list[Word]:
    command = [program, "-", "-", "-l", LANGUAGE, "tsv"]
    # one thread each: pages are read side by side
    quiet = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(command, input=picture, capture_output=True, check=True, timeout=_PATIENCE, env=quiet)
    except (OSError, subprocess.SubprocessError):
        raise NotPossible(
            say("{path}: Tesseract could not read page {page}.", path=name, page=number),
            say("Open the picture to see whether it is whole, or scan the page again.")) from None
    return level_lines(_from_table(done.stdout.decode("utf-8", errors="replace")))


def _from_table(table: str) -> list[list[Word]]:
    """Return the words of Tesseract's table, line by line; those of one line stand on one foot."""
    lines: dict[tuple[str, ...], list[Word]] = {}
    for row in table.split("\n")[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or not cells[11].strip() or float(cells[10]) < 0:
            continue
        left, top, width, height = (int(cell) * _POINTS for cell in cells[6:10])
        lines.setdefault(tuple(cells[1:5]), []).append(
            Word(cells[11].strip(), left, left + width, top + height, height))
    return [clean for line in lines.values() if (clean := _without_specks(line))]


def _without_specks(line: list[Word]) -> list[Word]:
    """Leave out dirt and rules on the paper: marks without a letter that stand far from every word."""
    kept = []
    far = _FAR * median(word.size for word in line)
    for at, word in enumerate(line):
        if any(map(str.isalnum, word.text)) or word.text == "*":
            kept.append(word)
            continue
        before = word.left - line[at - 1].right if at else far
        behind = line[at + 1].left - word.right if at + 1 < len(line) else far
        if min(before, behind) < far and set(word.text) - set("_|~=¦¬"):
            kept.append(word)
    return kept


def level_lines(lines: list[list[Word]]) -> list[Word]:
    """Turn a page that lies askew straight, and put the words of each line on one foot, marks below letters aside."""
    slopes = [(line[-1].foot - line[0].foot) / (line[-1].left - line[0].left) for line in lines
              if len(line) > 4 and line[-1].left > line[0].left]
    slope = median(slopes) if slopes else 0.0
    out = []
    for line in lines:
        foot = median(word.foot - slope * word.left for word in line)
        size = median(word.size for word in line)
        out += [replace(word, left=word.left + slope * foot, right=word.right + slope * foot, foot=foot, size=size)
                for word in line]
    return out


def _png_size(content: bytes) -> tuple[int, int] | None:
    if len(content) < 33 or content[12:16] != b"IHDR" or b"IEND" not in content[-64:]:
        return None
    return struct.unpack(">II", content[16:24])


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        kind, length = content[at + 1], int.from_bytes(content[at + 2:at + 4], "big")
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5:at + 9])
            return (width, height) if b"\xff\xd9" in content[-1024:] else None
        at += 2 + length
    return None
