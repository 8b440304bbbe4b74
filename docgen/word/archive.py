"""Zip files that come out the same every time: fixed dates, sorted members, one level, no traces of the machine.

Members that never change are deflated once and copied; only what differs between documents is deflated again.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

LEVEL = 6
_DATE, _TIME = (0 << 9) | (1 << 5) | 1, 0
# 1980-01-01 00:00, the first moment a zip file can name
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _DEFLATED, _UTF8 = 20, 8, 0x0800


@dataclass(frozen=True, slots=True)
class Member:
    """One part, deflated, with its header ready made."""

    name: bytes
    local: bytes
    packed: bytes
    crc: int
    size: int


def pack(name: str, content: bytes) -> Member:
    """Deflate one part and make its header."""
    deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    packed = deflate.compress(content) + deflate.flush()
    crc = zlib.crc32(content)
    encoded = name.encode()
    local = _LOCAL.pack(b"PK\x03\x04", _VERSION, _flags(encoded), _DEFLATED, _TIME, _DATE,
                        crc, len(packed), len(content), len(encoded), 0) + encoded
    return Member(encoded, local, packed, crc, len(content))


def write_zip(members: Iterable[Member]) -> bytes:
    """Put members into one zip file, sorted by name."""
    ordered = sorted(members, key=lambda member: member.name)
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in ordered:
        pieces.append(member.local)
        pieces.append(member.packed)
        directory.append(_CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, _flags(member.name), _DEFLATED, _TIME, _DATE,
                                       member.crc, len(member.packed), member.size, len(member.name), 0, 0, 0, 0, 0,
                                       offset) + member.name)
        offset += len(member.local) + len(member.packed)
    central = b"".join(directory)
    pieces.append(central)
    pieces.append(_END.pack(b"PK\x05\x06", 0, 0, len(ordered), len(ordered), len(central), offset, 0))
    return b"".join(pieces)


def _flags(name: bytes) -> int:
    return 0 if name.isascii() else _UTF8
