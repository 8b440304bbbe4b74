"""The index: entries of every edition in SQLite, in memory; brought up to date edition by edition, kept as bytes.

Nothing is ever written to disk here: `to_bytes` and `from_bytes` are what is kept between two runs, so a run that is
killed or two runs at once cannot leave half an index behind.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from docgen.search.entry import Entry, SearchText, entries

_TABLES = """
create table edition (no integer primary key, id text, digest text, work text, name text, issued_on text, first, last);
create table around (no integer primary key, words text unique);
create table outline (id integer primary key, edition integer, zone integer, doublings integer, has_head integer);
create table entry (id integer primary key, edition integer, zone integer, size integer, doublings integer,
                    below integer, wording integer, around integer, level text, address text, citation text,
                    heading text, text text, head text, own text, exact text, place text);
create index entry_by_address on entry (address);
create index entry_by_wording on entry (wording);
"""
_LOOKUP = "create virtual table {name} using fts5(words, content='', columnsize=0, detail=none, tokenize='ascii');"

_ENTRIES = 1
"""Raised when keys or entries are made otherwise (a test watches over it)."""

FORMAT = zlib.crc32(f"{_TABLES}{_LOOKUP}{_ENTRIES}".encode()) >> 1
"""Which tables and entries these are: an index of another docgen is made anew."""


class IndexDamaged(Exception):
    """The bytes that were kept are no index of this format; make a new one."""


@dataclass(frozen=True, slots=True)
class Update:
    """How many editions were read afresh and how many taken out, to bring the index up to date."""

    read: int
    removed: int


@dataclass(frozen=True, slots=True)
class IndexedEdition:
    """An edition as the index knows it; `first` and `last` are the numbers of its entries."""

    no: int
    id: str
    work: str
    name: str
    issued_on: str
    first: int
    last: int


class Row(NamedTuple):
    """An entry with the words it is rated by; `last` is the last entry that hangs below it.

    `doublings`: the length in words is less than two to this power.
    """

    id: int
    edition: int
    zone: int
    size: int
    doublings: int
    last: int
    head: str
    own: str
    exact: str
    around: str


class Index:
    """Entries and the words they can be found by. `has_lookup` is False where this SQLite has no FTS5."""

    def __init__(self, database: sqlite3.Connection, has_lookup: bool) -> None:
        self.database = database
        self.has_lookup = has_lookup

    @staticmethod
    def empty(with_lookup: bool | None = None) -> Index:
        """Make an index without entries; `with_lookup` False does without FTS5 even where it is there."""
        database = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        database.executescript(_TABLES + f"pragma user_version = {FORMAT};")
        has_lookup = _has_fts5(database) if with_lookup is None else with_lookup
        if has_lookup:
            for name in ("own_words", "whole_words"):
                database.execute(_LOOKUP.format(name=name))
        return Index(database, has_lookup)

    @staticmethod
    def from_bytes(content: bytes) -> Index:
        """Open an index that was kept; anything else than one of this format is IndexDamaged."""
        if not content.startswith(b"SQLite format 3\0"):
            raise IndexDamaged("no SQLite database")
        database = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        try:
            database.deserialize(content)
            (version,) = database.execute("pragma user_version").fetchone()
            names = {name for (name,) in database.execute("select name from sqlite_master")}
        except (sqlite3.DatabaseError, OverflowError) as error:
            raise IndexDamaged(str(error)) from None
        has_lookup = "own_words" in names
        if version != FORMAT or not {"edition", "entry", "around"} <= names or has_lookup != _has_fts5(database):
            raise IndexDamaged("another format")
        return Index(database, has_lookup)

    def to_bytes(self) -> bytes:
        """Return the whole index, to be kept."""
        return self.database.serialize()

    @property
    def editions(self) -> tuple[IndexedEdition, ...]:
        """Return the editions of the index."""
        return tuple(IndexedEdition(*row) for row in self.database.execute(
            "select no, id, work, name, issued_on, first, last from edition order by no"))

    def update(self, texts: Iterable[SearchText]) -> Update:
        """Make the index that of exactly these editions; only those with a new digest are read."""
        wanted = {text.edition: text for text in texts}
        known = {name: (no, digest) for name, no, digest in self.database.execute("select id, no, digest from edition")}
        stale = [no for name, (no, digest) in known.items() if name not in wanted or wanted[name].digest != digest]
        fresh = [text for name, text in wanted.items() if name not in known or known[name][1] != text.digest]
        if not stale and not fresh:
            return Update(0, 0)
        made = [(text, tuple(entries(text, text.load()))) for text in fresh]
        self.database.execute("begin")
        for no in stale:
            self._remove(no)
        for text, own in made:
            self._add(text, own)
        self.database.execute("delete from around where no not in (select around from entry)")
        self.database.execute("commit")
        if self.has_lookup and not known:
            for name in ("own_words", "whole_words"):
                self.database.execute(f"insert into {name}({name}) values ('optimize')")
        return Update(len(fresh), len(stale))

    def rows(self, where: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """Yield entries with the words they are rated by."""
        return map(Row._make, self.database.execute(
            "select id, edition, zone, size, doublings, id + below, head, own, exact, place || words "
            f"from entry e join around on no = around where {where}", values))

    def forget(self, editions: Iterable[str]) -> None:
        """Have these editions read again at the next update."""
        self.database.executemany("update edition set digest = '' where id = ?", ((one,) for one in editions))

    def _add(self, text: SearchText, found: Sequence[Entry]) -> None:
        run = self.database.execute
        (last,) = run("select coalesce(max(last), 0) from edition").fetchone()
        no = run("insert into edition (id, digest, work, name, issued_on, first, last) values (?, ?, ?, ?, ?, ?, ?)",
                 (text.edition, text.digest, text.work, text.name, text.issued_on, last + 1, last + len(found))
                 ).lastrowid
        arounds: dict[str, int] = {}
        for place, entry in enumerate(found, last + 1):
            if entry.around not in arounds:
                run("insert or ignore into around (words) values (?)", (entry.around,))
                (arounds[entry.around],) = run("select no from around where words = ?", (entry.around,)).fetchone()
            run("insert into entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (
                place, no, int(entry.zone), entry.size, entry.size.bit_length(), entry.below if entry.is_whole else 0,
                zlib.crc32(entry.own.encode()), arounds[entry.around], entry.level.value if entry.level else None,
                entry.address, entry.citation, entry.heading, entry.text, entry.head, entry.own, entry.exact,
                entry.place))
            run("insert into outline values (?, ?, ?, ?, ?)", (
                place, no, int(entry.zone), entry.size.bit_length(), bool(entry.head)))
        if self.has_lookup:
            self._look_up("insert into {table}(rowid, words) values (?, ?)", last + 1, last + len(found))

    def _remove(self, no: int) -> None:
        (first, last) = self.database.execute("select first, last from edition where no = ?", (no,)).fetchone()
        if self.has_lookup:
            self._look_up("insert into {table}({table}, rowid, words) values ('delete', ?, ?)", first, last)
        self.database.execute("delete from entry where id between ? and ?", (first, last))
        self.database.execute("delete from outline where id between ? and ?", (first, last))
        self.database.execute("delete from edition where no = ?", (no,))

    def _look_up(self, statement: str, first: int, last: int) -> None:
        """Put the words of entries into the two lookups or take them out: FTS5 wants the same words both times."""
        rows = self.database.execute(
            "select e.id, own, place || a.words, below from entry e join around a on a.no = e.around "
            "where e.id between ? and ? order by e.id", (first, last)).fetchall()
        self.database.executemany(statement.format(table="own_words"),
                                  ((no, own + words) for no, own, words, _ in rows))
        owns = {no: own for no, own, _, _ in rows}
        self.database.executemany(statement.format(table="whole_words"), (
            (no, " ".join((words, *(owns[place] for place in range(no, no + below + 1)))))
            for no, _, words, below in rows if below))


def _has_fts5(database: sqlite3.Connection) -> bool:
    try:
        database.execute("create virtual table temp.probe using fts5(words)")
        database.execute("drop table temp.probe")
    except sqlite3.OperationalError:
        return False
    return True
