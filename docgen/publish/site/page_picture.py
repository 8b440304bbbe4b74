"""A page of paper as a PNG picture small enough for a web page, the same bytes each time."""

from __future__ import annotations

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LEVELS = 16
_GREY = 0


def png_of(picture: bytes, shrink: int = 3) -> tuple[bytes, int, int]:
    """Turn a grey PNM picture (P5) into a PNG of sixteen greys; returns it with its width and height."""
    import numpy

    kind, width, height, _most = picture.split(maxsplit=4)[:4]
    if kind != b"P5":
        raise ValueError("no grey picture")
    wide, high = int(width), int(height)
    pixels = numpy.frombuffer(picture[len(picture) - wide * high:], dtype=numpy.uint8).reshape(high, wide)
    high, wide = high // shrink, wide // shrink // 2 * 2
    blocks = pixels[:high * shrink, :wide * shrink].reshape(high, shrink, wide, shrink)
    grey = blocks.sum(axis=(1, 3), dtype=numpy.uint32) * (_LEVELS - 1) // (255 * shrink * shrink)
    halves = ((grey[:, 0::2] << 4) | grey[:, 1::2]).astype(numpy.uint8)
    lines = b"".join(b"\x00" + row.tobytes() for row in halves)
    header = struct.pack(">IIBBBBB", wide, high, 4, _GREY, 0, 0, 0)
    made = b"".join((_SIGNATURE, _chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(lines, 9)),
                     _chunk(b"IEND", b"")))
    return made, wide, high


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
