"""Whether a workbook is locked with a password: the reader of workbooks only says that it knows no such format."""

from __future__ import annotations

import zipfile
from io import BytesIO

_OLE = b"\xd0\xcf\x11\xe0"
_SECTOR = 512
_BEGINNING, _FILEPASS = b"\x09\x08\x10\x00", 0x2F
_RECORDS = 20
"""The record that tells of a password stands among the first ones."""


def is_locked(content: bytes) -> bool:
    """Tell whether a file of Excel (new or old) or LibreOffice is encrypted."""
    if content.startswith(_OLE):
        return "EncryptedPackage".encode("utf-16-le") in content or _has_filepass(content)
    if content.startswith(b"PK"):
        try:
            with zipfile.ZipFile(BytesIO(content)) as archive:
                return b"encryption-data" in archive.read("META-INF/manifest.xml")
        except (zipfile.BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError):
            return False
    return False


def _has_filepass(content: bytes) -> bool:
    """Go along the first records of an old workbook; they begin with a sector of the file."""
    place = content.find(_BEGINNING)
    while place != -1 and place % _SECTOR:
        place = content.find(_BEGINNING, place + 1)
    for _ in range(_RECORDS):
        if place == -1 or place + 4 > len(content):
            return False
        if int.from_bytes(content[place:place + 2], "little") == _FILEPASS:
            return True
        place += 4 + int.from_bytes(content[place + 2:place + 4], "little")
    return False
