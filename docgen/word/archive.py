"""Zip files that come out the same every time: fixed dates, sorted members, one level, no traces of the machine.

Members that never change are deflated once and copied; only what differs between documents is deflated again. The
same holds inside a member: a stretch many documents share is deflated by itself, ends at a full byte, and refers to
nothing before it, so that it fits between any others (RFC 1951, 3.2.4: an empty stored block ends it).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

LEVEL = 6
_LOOK_BACK = 2000
"""Bytes of the stretch before that a stretch may refer to: more takes longer than it saves."""
_DATE, _TIME = (0 << 9) | (1 << 5) | 1, 0
_NOTHING, _NOTHING_LAST = b"\x00\x00\x00\xff\xff", b"\x03\x00"
"""What nothing at all is deflated to, between two stretches and at the end."""
# 1980-01-01 00:00, the first moment a zip file can name
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5HL")
_END = struct.Struct("<4s4H2LH")
_name = attrgetter("name")
_VERSION, _DEFLATED, _UTF8 = 20, 8, 0x0800


@dataclass(frozen=True, slots=True)
class Member:
    """One part, deflated, with its header ready made."""

    name: bytes
    local: bytes
    packed: bytes
    central: bytes


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of bytes of one part; `packed` if it was deflated before, by `deflated`."""

    content: bytes
    packed: bytes = b""


def pack(name: str, content: bytes) -> Member:
    """Deflate one part and make its header."""
    return _member(name, zlib.compress(content, LEVEL, -15), zlib.crc32(content), len(content))


def pack_stretches(name: str, stretches: Sequence[Stretch]) -> Member:
    """Make one part of stretches, deflating what is not deflated yet."""
    packed: list[bytes] = []
    crc = size = 0
    waiting: list[bytes] = []
    before = b""
    for stretch in stretches:
        crc = zlib.crc32(stretch.content, crc)
        size += len(stretch.content)
        if not stretch.packed:
            waiting.append(stretch.content)
            continue
        packed += (_deflated(b"".join(waiting), before, last=False), stretch.packed)
        waiting.clear()
        before = stretch.content
    packed.append(_deflated(b"".join(waiting), before, last=True))
    return _member(name, b"".join(packed), crc, size)


def deflated(content: bytes) -> bytes:
    """Deflate a stretch so that it can stand between any others."""
    return _deflated(content, b"", last=False)


def _deflated(content: bytes, before: bytes, *, last: bool) -> bytes:
    if not content:
        return _NOTHING_LAST if last else _NOTHING
    deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -15, zdict=before[-_LOOK_BACK:])
    return deflate.compress(content) + deflate.flush(zlib.Z_FINISH if last else zlib.Z_SYNC_FLUSH)


def _member(name: str, packed: bytes, crc: int, size: int) -> Member:
    encoded = name.encode()
    same = (_VERSION, _flags(encoded), _DEFLATED, _TIME, _DATE, crc, len(packed), size, len(encoded))
    return Member(encoded, _LOCAL.pack(b"PK\x03\x04", *same, 0) + encoded, packed,
                  _CENTRAL.pack(b"PK\x01\x02", _VERSION, *same, 0, 0, 0, 0, 0))


def write_zip(members: Iterable[Member]) -> bytes:
    """Put members into one zip file, sorted by name."""
    ordered = sorted(members, key=_name)
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in ordered:
        pieces += (member.local, member.packed)
        directory += (member.central, offset.to_bytes(4, "little"), member.name)
        offset += len(member.local) + len(member.packed)
    central = b"".join(directory)
    return b"".join((*pieces, central,
                     _END.pack(b"PK\x05\x06", 0, 0, len(ordered), len(ordered), len(central), offset, 0)))


def _flags(name: bytes) -> int:
    return 0 if name.isascii() else _UTF8
