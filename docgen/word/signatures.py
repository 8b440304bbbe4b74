"""Signatures of several bodies on one paper: two side by side, the third alone in the middle, four in two rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from docgen.word.document import SignatureBlock
from docgen.word.width import break_name

AUTHORITY_WIDTH = 222.0
"""Points of text one of two signatures side by side may take (14 pt bold)."""


@dataclass(frozen=True, slots=True)
class SignaturePair:
    """Two signatures that stand level, or one alone (`right` is None)."""

    left: SignatureBlock
    right: SignatureBlock | None


def signature_pairs(signatures: tuple[SignatureBlock, ...]) -> tuple[SignaturePair, ...]:
    """Put the signatures of several bodies two by two, in the order given, long authorities broken where one would."""
    fitted = tuple([replace(block, authority=broken_authority(block.authority)) for block in signatures])
    return tuple(SignaturePair(fitted[place], fitted[place + 1] if place + 1 < len(fitted) else None)
                 for place in range(0, len(fitted), 2))


@lru_cache(maxsize=1024)
def broken_authority(authority: str) -> str:
    """Break "T/M BAN THƯỜNG VỤ HỘI …" into lines that fit; a break that is there already stays."""
    return "\n".join(line for part in authority.split("\n")
                     for line in break_name(part, 14, True, AUTHORITY_WIDTH))
