"""Bytes of a file to clean text: encoding recognised, NFC, LF; a file that holds no text is refused with a reason."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.vietnamese.legacy import convert, evidence

TEXT_LIMIT = 32 * 1024 * 1024
"""Bytes; the longest law known is a fiftieth of this."""

_BINARY = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc")

_UTF8_LETTER = re.compile(rb"\xe1[\xba\xbb][\x80-\xbf]")
"""A Vietnamese letter in UTF-8; in the old encodings these bytes never stand side by side."""


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A file's text in NFC with LF, and remarks on what had to be changed to get there."""

    text: str
    remarks: tuple[Message, ...] = ()


def read_bytes(path: Path, limit: int = TEXT_LIMIT) -> bytes:
    """Read a whole file; missing, unreadable, empty or larger than `limit` bytes is a sentence, not a traceback."""
    try:
        if path.is_dir():
            raise NotPossible(say("{path} is a folder, not a file.", path=path), say("Name a file inside it."))
        size = path.stat().st_size
        if size > limit:
            raise NotPossible(
                say("{path} is too large: {size} MB, at most {limit} MB are read.",
                    path=path, size=round(size / 1_000_000), limit=round(limit / 1_000_000)),
                say("Check that this is the right file."),
            )
        content = path.read_bytes()
    except FileNotFoundError:
        raise NotPossible(say("{path} does not exist.", path=path), say("Check the name and the folder.")) from None
    except OSError as error:
        raise NotPossible(
            say("{path} cannot be read: {reason}.", path=path, reason=error.strerror or type(error).__name__),
            say("Check that the file is not open elsewhere and that you may read it."),
        ) from None
    if not content.strip(b" \t\r\n\xef\xbb\xbf"):
        raise _empty(str(path))
    return content


def read_text(path: Path, limit: int = TEXT_LIMIT) -> DecodedText:
    """Read a text file in UTF-8, UTF-16, cp1258, TCVN3 or VNI, said when it is not plain UTF-8."""
    return decode(read_bytes(path, limit), str(path))


def decode(content: bytes, name: str) -> DecodedText:
    """Turn bytes into clean text; `name` is how the file is called in the sentence if that fails."""
    remarks: list[Message] = []
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError:
            raise _not_text(name) from None
        remarks.append(say("{path} was in UTF-16 and has been read as such.", path=name))
    else:
        if content.startswith(_BINARY) or b"\x00" in content[:65536]:
            raise _not_text(name)
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            text, remark = _from_old_encoding(content, name, error.start)
            remarks.append(remark)
    clean = tidy(text)
    if not clean.strip():
        raise _empty(name)
    if _share_of_controls(clean) > 0.02:
        raise _not_text(name)
    return DecodedText(clean, tuple(remarks))


def tidy(text: str) -> str:
    """Return the same text in NFC, with LF for every kind of line end and without a leading byte-order mark."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _from_old_encoding(content: bytes, name: str, place: int) -> tuple[str, Message]:
    """Read lines that are not UTF-8 in whichever old encoding makes them Vietnamese; the others stay as they are."""
    lines = re.split(rb"\r\n|\r|\n", content.removeprefix(codecs.BOM_UTF8))
    new = [_utf8(line) for line in lines]
    old = [line for line, decoded in zip(lines, new, strict=True) if decoded is None]
    windows = [unicodedata.normalize("NFC", line.decode("cp1258", errors="replace")) for line in old]
    western = [_western(line) for line in old]
    as_windows, as_western = evidence("\n".join(windows)), evidence("\n".join(western))
    if as_western.legacy and max(as_western.tcvn3, as_western.vni) > as_windows.unicode:
        encoding: str = as_western.legacy
        read = iter([convert(line, as_western.legacy) for line in western])
    elif as_windows.unicode * 10 >= as_windows.words * 6 and as_windows.unicode:
        encoding, read = "cp1258", iter(windows)
    else:
        raise _unknown_letters(name, content.count(b"\n", 0, place) + 1)
    text = "\n".join(next(read) if decoded is None else decoded for decoded in new)
    for number, (line, decoded) in enumerate(zip(lines, new, strict=True), 1):
        if decoded is None and _UTF8_LETTER.search(line):  # two encodings in one line: no reading of it is right
            raise _unknown_letters(name, number)
    if any(decoded and not decoded.isascii() for decoded in new):
        return text, say("{path} mixes encodings: {count} line(s) were in {encoding} and have been converted, the "
                         "others are UTF-8.", path=name, count=len(old), encoding=encoding)
    return text, say("{path} was in the old encoding {encoding} and has been converted.", path=name, encoding=encoding)


def _unknown_letters(name: str, line: int) -> NotPossible:
    return NotPossible(
        say("{path}, line {line}: the letters are in no encoding known here (not UTF-8, UTF-16, cp1258, TCVN3 "
            "or VNI).", path=name, line=line),
        say("Open it in Word or Notepad, where it can be read, and save it as UTF-8."))


def _utf8(line: bytes) -> str | None:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _western(line: bytes) -> str:
    """Read bytes by the alphabet the old fonts were drawn over, Windows 1252; what has no letter there by Latin-1."""
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def _share_of_controls(text: str) -> float:
    sample = text[:65536]
    controls = sum(unicodedata.category(character) == "Cc" and character not in "\n\t\f" for character in sample)
    return controls / len(sample)


def _empty(name: str) -> NotPossible:
    return NotPossible(say("{path} is empty.", path=name), say("Save the text into it first."))


def _not_text(name: str) -> NotPossible:
    return NotPossible(
        say("{path} is not a text file.", path=name),
        say("A text (.md, .txt, .yaml) is asked for here, saved as UTF-8."),
    )
