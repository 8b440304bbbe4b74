"""The list a batch keeps in its folder: what was made from what, with hashes; cut off at any moment, it still holds.

While a batch runs, lines are added to the file; at its end the whole is written anew, sorted. A line cut off in the
middle is passed over: its documents are looked at again and found as they are.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from docgen.api.batching.results import BatchDocument, MadeCell, MadeDocument
from docgen.api.writing import why, write_bytes
from docgen.errors import NotPossible
from docgen.messages import say

FILE = "docgen-batch.jsonl"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """What an earlier run made for one cell: a hash of everything it was made from, the documents, doubts then said."""

    made_from: str
    documents: tuple[MadeDocument, ...]
    doubts: int = 0


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """A PDF as it was put in the folder, with the hash of the Word file it shows."""

    file: str
    made_from: str
    sha256: str
    size: int


class Manifest:
    """What earlier runs made in a folder, and what this one adds."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self.entries: dict[str, Entry] = {}
        self.printed: dict[str, PrintedFile] = {}
        self.cut_off: set[str] = set()
        self.complete = ""
        self._journal: TextIO | None = None
        self._read()

    def stands(self, name: str, made_from: str, sizes: dict[str, int]) -> bool:
        """Tell whether a cell needs nothing: made from the same, and all its files there with the size they had."""
        entry = self.entries.get(name)
        return (entry is not None and entry.made_from == made_from and bool(entry.documents)
                and all(sizes.get(one.file, 0) for one in entry.documents))

    def all_stand(self, sizes: dict[str, int]) -> bool:
        """Tell whether every file of every cell is there."""
        return all(sizes.get(one.file, 0) for entry in self.entries.values() for one in entry.documents)

    def begin(self, names: Iterable[str]) -> None:
        """Note that the files of these cells, or these PDF files, may be written from now on."""
        self._add({"started": list(names)})

    def add(self, made: MadeCell, made_from: str) -> None:
        """Note what was made for one cell."""
        entry = Entry(made_from, made.documents, sum(one.severity != "error" for one in made.findings))
        self.entries[made.name] = entry
        self._add(_line(made.name, entry))

    def add_printed(self, made: PrintedFile) -> None:
        """Note one PDF."""
        self.printed[made.file] = made
        self._add(_printed_line(made))

    def finish(self, complete: str) -> None:
        """Write the whole list in order; `complete` is the hash of everything if nothing was wrong, else empty."""
        self.close()
        self.complete = complete
        lines: list[dict[str, object]] = [{"format": FORMAT, "complete": complete}]
        lines += [_line(name, self.entries[name]) for name in sorted(self.entries)]
        lines += [_printed_line(self.printed[name]) for name in sorted(self.printed)]
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        content = text.encode()
        try:
            same = self.path.read_bytes() == content
        except OSError:
            same = False
        if not same:
            write_bytes(self.path, content)

    def close(self) -> None:
        """Let go of the file."""
        if self._journal is not None:
            journal, self._journal = self._journal, None
            try:
                journal.close()
            except OSError as error:
                raise self._refused(error) from None

    def _add(self, line: dict[str, object]) -> None:
        try:
            if self._journal is None:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self._journal = self.path.open("a", encoding="utf-8")
                self._journal.write("\n")  # a line cut off before must not swallow this one
            self._journal.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._journal.flush()
        except OSError as error:
            self._journal = None
            raise self._refused(error) from None

    def _refused(self, error: OSError) -> NotPossible:
        return NotPossible(say("{path} cannot be written: {reason}.", path=self.path, reason=why(error)),
                           say("Check the folder and the free space on the disk; what was made stands, the next run "
                               "makes the rest."))

    def _read(self) -> None:
        try:
            text = self.path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return
        for line in text.splitlines():
            try:
                self._take(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError):
                continue

    def _take(self, line: dict[str, object]) -> None:
        if "complete" in line:
            self.complete = str(line["complete"])
            return
        if isinstance(started := line.get("started"), list):
            self.complete = ""
            self.cut_off.update(map(str, started))
        elif "pdf" in line:
            one = PrintedFile(str(line["pdf"]), str(line["from"]), str(line["sha256"]), int(str(line["size"])))
            self.cut_off.discard(one.file)
            self.printed[one.file] = one
        elif isinstance(documents := line["documents"], list):
            name = str(line["cell"])
            self.cut_off.discard(name)
            self.entries[name] = Entry(
                str(line["from"]),
                tuple(MadeDocument(str(kind), str(file), str(sha256), int(size))
                      for kind, file, sha256, size in documents),
                int(str(line.get("doubts", 0))))


def kept(folder: Path, entries: dict[str, Entry]) -> Iterator[BatchDocument]:
    """Yield the documents of cells that are left as they were."""
    for name in sorted(entries):
        for one in entries[name].documents:
            yield BatchDocument(name, folder / one.file, one, skipped=True)


def sizes_in(folder: Path) -> dict[str, int]:
    """Return the files of a folder with their sizes."""
    try:
        with os.scandir(folder) as found:
            return {one.name: one.stat().st_size for one in found if one.is_file()}
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise NotPossible(say("{path} cannot be read: {reason}.", path=folder, reason=why(error)),
                          say("Check the folder and whether you may read it.")) from None


def _line(name: str, entry: Entry) -> dict[str, object]:
    return {"cell": name, "from": entry.made_from, "doubts": entry.doubts,
            "documents": [[one.kind, one.file, one.sha256, one.size] for one in entry.documents]}


def _printed_line(made: PrintedFile) -> dict[str, object]:
    return {"pdf": made.file, "from": made.made_from, "sha256": made.sha256, "size": made.size}
