"""Bytes of a file to clean text: encoding recognised, NFC, LF; a file that holds no text is refused with a reason."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import NotPossible
from docgen.messages import Message, say

TEXT_LIMIT = 32 * 1024 * 1024
"""Bytes; the longest law known is a fiftieth of this."""

_BINARY = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc")
_VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_FOREIGN = re.compile("[µ¸¶·¹¨»¾¼½Æ©«¬®ÇÊËÌÎÏÐÑÕÖ×ØÞßæçëîïðñ÷øþÿ]")


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
    """Read a text file in UTF-8, UTF-16 or cp1258, said when it is not plain UTF-8."""
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
            text = _from_cp1258(content, name, error.start)
            remarks.append(say("{path} was in the old Windows encoding cp1258 and has been converted.", path=name))
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


def _from_cp1258(content: bytes, name: str, place: int) -> str:
    text = unicodedata.normalize("NFC", content.decode("cp1258", errors="replace"))
    good, bad = len(_VIETNAMESE.findall(text)), len(_FOREIGN.findall(text)) + text.count("\ufffd")
    letters = sum(character.isalpha() for character in text)
    if good * 20 > letters and bad * 10 <= good:
        return text
    line = content.count(b"\n", 0, place) + 1
    raise NotPossible(
        say("{path}, line {line}: the letters are in no encoding known here (not UTF-8, UTF-16 or cp1258).",
            path=name, line=line),
        say("Open it in Word or Notepad and save it as UTF-8; a text in an old font (.VnTime, VNI) must be "
            "converted to Unicode first."),
    )


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
