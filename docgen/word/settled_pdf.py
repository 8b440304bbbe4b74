"""A PDF whose bytes depend on its document alone: LibreOffice puts the clock and a random name into each."""

from __future__ import annotations

import hashlib
import re

_CREATED = re.compile(rb"(/(?:CreationDate|ModDate)\s*\(D:)(\d{14})([^)]*)\)")
_NAMES = re.compile(rb"(?<=[<\s/])[0-9A-F]{32}(?=[>\s])")
_TRAILER = 4096
"""Bytes from the end in which the names of a file stand."""


def settled_pdf(content: bytes, document: bytes, day: str = "19800101") -> bytes:
    """Return the same PDF with a fixed day and with names made from the Word file it shows; no byte is added.

    `day` is written YYYYMMDD. Places in a PDF are counted in bytes, so everything is replaced by as many.
    """
    def dated(match: re.Match[bytes]) -> bytes:
        rest = b"Z'".ljust(len(match[3]), b" ")[: len(match[3])]
        return match[1] + day.encode() + b"000000" + rest + b")"

    name = hashlib.sha256(document).hexdigest().upper()[:32].encode()
    content = _CREATED.sub(dated, content)
    head, tail = content[:-_TRAILER], content[-_TRAILER:]
    return head + _NAMES.sub(name, tail)
