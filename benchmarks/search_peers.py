"""The peers of the search: a plain scan with LIKE, one with regular expressions, and a stock FTS5 table.

All are given what a person would set up in an afternoon: the first two the text with marks taken off beside the printed
one, FTS5 its own folding (unicode61, remove_diacritics 2), its own order (bm25) and the query as words to be found.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

from docgen.vietnamese.letters import without_marks

Provision = tuple[str, str, str]
"""Place ("162-qd-tw-2024:dieu-1"), heading, text."""


class Like:
    """A table of folded texts, asked with LIKE for each word; the order is that of print."""

    name = "LIKE over folded text"

    def __init__(self, provisions: Sequence[Provision]) -> None:
        self.database = sqlite3.connect(":memory:")
        self.database.execute("create table provision (place, folded)")
        self.database.executemany("insert into provision values (?, ?)", (
            (place, without_marks(f"{heading} {text}").lower()) for place, heading, text in provisions))

    def ask(self, typed: str) -> list[str]:
        words = _words(typed)
        if not words:
            return []
        where = " and ".join(["folded like ?"] * len(words))
        return [place for (place,) in self.database.execute(
            f"select place from provision where {where} limit 10", [f"%{word}%" for word in words])]

    def size(self) -> int:
        return len(self.database.serialize())


class Scan:
    """Every folded text in memory, each word looked for with a regular expression; most occurrences first."""

    name = "regular expressions"

    def __init__(self, provisions: Sequence[Provision]) -> None:
        self.texts = [(place, without_marks(f"{heading} {text}").lower()) for place, heading, text in provisions]

    def ask(self, typed: str) -> list[str]:
        patterns = [re.compile(rf"\b{re.escape(word)}\b") for word in _words(typed)]
        found = []
        for place, text in self.texts:
            counts = []
            for pattern in patterns:
                counts.append(len(pattern.findall(text)))
                if not counts[-1]:
                    break
            else:
                found.append((-sum(counts), place))
        return [place for _, place in sorted(found)[:10]]

    def size(self) -> int:
        return sum(len(text.encode()) for _, text in self.texts)


class StockFts5:
    """FTS5 as it comes: heading and text, unicode61 without diacritics, bm25 with the heading counting five times."""

    name = "FTS5 unicode61, bm25"

    def __init__(self, provisions: Sequence[Provision]) -> None:
        self.database = sqlite3.connect(":memory:")
        self.database.execute("create virtual table provision using fts5(place unindexed, heading, text, "
                              "tokenize = 'unicode61 remove_diacritics 2')")
        self.database.executemany("insert into provision values (?, ?, ?)", provisions)

    def ask(self, typed: str) -> list[str]:
        words = re.findall(r"\w+", typed)
        if not words:
            return []
        return [place for place, _ in self.database.execute(
            "select place, snippet(provision, 2, '[', ']', '…', 40) from provision where provision match ? "
            "order by bm25(provision, 0, 5, 1) limit 10", (" ".join(f'"{word}"' for word in words),))]

    def size(self) -> int:
        return len(self.database.serialize())


def _words(typed: str) -> list[str]:
    return re.findall(r"\w+", without_marks(typed).lower())
