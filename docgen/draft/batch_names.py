"""Names of files for many cells: readable, safe on every machine, no two alike."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from docgen.draft.parties import file_word

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{figure}" for port in ("com", "lpt") for figure in range(10))}
"""Words Windows keeps for devices, with whatever ending."""


def file_names(titles: Sequence[str], sure: Sequence[bool]) -> tuple[str, ...]:
    """Return a name for each title; those that would be alike get some letters made from the whole title.

    So a name does not depend on the order of the rows. `sure` are titles typed as codes: they keep their plain name.
    """
    plain = [_safe(file_word(title)) if title.strip() else "" for title in titles]
    owners: dict[str, set[str]] = {}
    for word, title in zip(plain, titles, strict=True):
        owners.setdefault(word, set()).add(title)
    coded = Counter(word for word, is_code in zip(plain, sure, strict=True) if is_code)
    return tuple(word if word and (len(owners[word]) == 1 or (is_code and coded[word] == 1)) else
                 f"{word or 'chi-bo'}-{_mark(title)}"
                 for word, title, is_code in zip(plain, titles, sure, strict=True))


def _safe(word: str) -> str:
    return f"{word}-1" if word in _RESERVED else word


def _mark(title: str) -> str:
    return hashlib.sha256(title.encode()).hexdigest()[:6]
