"""One entry of a register file added or changed, every other byte of the file as somebody typed it.

The file is edited as text and then read back: what it says must be exactly what was to be said, of this entry and of
all others, else nothing is written.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from docgen.errors import NotPossible
from docgen.messages import say
from docgen.model.finding import FaultsFound, has_errors
from docgen.reader.yaml_tree import Branch, Mapping, Scalar, Sequence, parse
from docgen.versions.legal_date import LegalDate
from docgen.versions.register import ENTRY_FIELDS, Correction, Edition, Work
from docgen.versions.register_lines import entry_lines, field_lines, item, new_register, row_lines
from docgen.versions.register_reader import read_register

_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|$)")
_COMMENT = re.compile(r"\s*(?:#.*)?")
_ONE_VALUE = re.compile(r"""(\s*(?:-\s+)?\w+:\s+)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'|>][^#]*?)(\s+#.*|\s*)""")

Data = TypeVar("Data")


def founded(slug: str, title: str, edition: Edition) -> str:
    """Return the register of a new work with its first edition."""
    edition = on_one_line(edition)
    made = new_register(slug, " ".join(title.split()), edition)
    back = read_register(made, f"versions/{slug}.yaml", slug)
    if back.findings or without_lines(back.work.editions) != without_lines((edition,)):
        raise FaultsFound(back.findings) if has_errors(back.findings) else _by_hand(slug, edition)
    return made


def with_edition(text: str, slug: str, edition: Edition) -> str:
    """Return the text of a register in which an edition stands as it is given, added or changed."""
    edition = on_one_line(edition)
    reading = read_register(text, f"versions/{slug}.yaml", slug)
    if has_errors(reading.findings):
        raise FaultsFound(reading.findings)
    old = next((one for one in reading.work.editions if one.id == edition.id), None)
    if old is None:
        place = _place(reading.work, edition)
        expected = (*reading.work.editions[:place], edition, *reading.work.editions[place:])
        made = _added(text, edition, place)
    else:
        expected = tuple(edition if one is old else one for one in reading.work.editions)
        made = _changed(text, old, edition)
    back = read_register(made, f"versions/{slug}.yaml", slug)
    if back.findings or without_lines(back.work) != without_lines(replace(reading.work, editions=expected)):
        raise _by_hand(slug, edition)
    return made


def without_lines(data: Data) -> Data:
    """Return the same data without the lines of the file it was read from, so that two readings can be compared."""
    if isinstance(data, tuple):
        return tuple(without_lines(one) for one in data)  # type: ignore[return-value]  # the same tuple, item by item
    if not is_dataclass(data) or isinstance(data, type):
        return data
    values: dict[str, Any] = {field.name: without_lines(getattr(data, field.name)) for field in fields(data)}
    return replace(data, **{**values, **({"line": 0} if "line" in values else {})})


def on_one_line(data: Data) -> Data:
    """Return data as a register can hold it: every value on one line, only the words of corrections letter for letter.
    """
    if isinstance(data, str):
        return " ".join(data.split())  # type: ignore[return-value]  # a text for a text
    if isinstance(data, tuple):
        return tuple(on_one_line(one) for one in data)  # type: ignore[return-value]  # the same tuple, item by item
    if not is_dataclass(data) or isinstance(data, (type, LegalDate)):
        return data
    kept = ("was", "now") if isinstance(data, Correction) else ()
    return replace(data, **{field.name: on_one_line(getattr(data, field.name)) for field in fields(data)
                            if field.name not in kept})


def _place(work: Work, edition: Edition) -> int:
    """Return where a new entry belongs: behind the last one that was issued before it or on the same day."""
    issued = edition.issued_on.date
    earlier = [place for place, one in enumerate(work.editions, 1)
               if issued is None or (one.issued_on.date and one.issued_on.date.earliest <= issued.earliest)]
    return max(earlier, default=0 if any(one.issued_on.date for one in work.editions) else len(work.editions))


class _File:
    """The lines of a register file and where its entries stand in them; lines count from 0 here."""

    def __init__(self, text: str) -> None:
        self.lines = [line for line in _LINE.findall(text) if line]
        self.newline = next((line[len(line.rstrip("\r\n")):] for line in self.lines if line.endswith("\n")), "\n")
        root = parse(text).root
        self.root = root if isinstance(root, Mapping) else Mapping((), 1, 1)
        listed = self.root.get("editions")
        self.items = listed.items if isinstance(listed, Sequence) else ()

    @property
    def text(self) -> str:
        return "".join(self.lines)

    def put(self, place: int, lines: list[str], instead_of: int = 0) -> None:
        """Put lines at a place, in place of so many old ones."""
        if place == len(self.lines) and self.lines and not self.lines[-1].endswith(("\n", "\r")):
            self.lines[-1] += self.newline
        self.lines[place:place + instead_of] = [line + self.newline for line in lines]

    def start(self, branch: Branch) -> int:
        """Return the line of an item's dash, which may stand above its first name."""
        place = branch.line - 1
        while place > 0 and not self.lines[place].lstrip().startswith("-"):
            place -= 1
        return place

    def end(self, start: int, limit: int, indent: int) -> int:
        """Return the line behind the last one of a stretch: blank lines and outer comments after it do not belong."""
        while limit > start + 1 and _COMMENT.fullmatch(self.lines[limit - 1].rstrip("\r\n")) and (
                len(self.lines[limit - 1]) - len(self.lines[limit - 1].lstrip()) <= indent
                or not self.lines[limit - 1].strip()):
            limit -= 1
        return limit

    def after_editions(self) -> int:
        """Return the line of the name that follows the list of editions, or the end of the file."""
        below = [key.line - 1 for key, value in self.root.entries if key.line > self._key("editions").line]
        return min(below, default=len(self.lines))

    def item_end(self, number: int) -> int:
        """Return the line behind the last one of an entry."""
        branch = self.items[number]
        limit = self.start(self.items[number + 1]) if number + 1 < len(self.items) else self.after_editions()
        return self.end(self.start(branch), limit, branch.column - 1)

    def stretch(self, number: int, name: str) -> tuple[int, int]:
        """Return first line and line behind the last of one name of an entry."""
        branch = self.items[number]
        assert isinstance(branch, Mapping)
        keys = [key.line - 1 for key, _ in branch.entries]
        start = next(key.line - 1 for key, _ in branch.entries if key.text == name)
        limit = min((line for line in keys if line > start), default=self.item_end(number))
        return start, self.end(start, limit, branch.column - 1)

    def _key(self, name: str) -> Scalar:
        return next((key for key, _ in self.root.entries if key.text == name), Scalar("", len(self.lines), 1))


def _added(text: str, edition: Edition, place: int) -> str:
    file = _File(text)
    listed = file.root.get("editions")
    if not file.items:
        at = listed.line - 1 if listed else len(file.lines)
        if listed and file.lines[at].strip() not in {"editions:", "editions: []"}:
            return text  # written in a way that is not known here: the reading back finds nothing new
        file.put(at, ["editions:", *item(entry_lines(edition), "  ")], instead_of=1 if listed else 0)
        return file.text
    first = file.lines[file.start(file.items[0])]
    indent = first[:len(first) - len(first.lstrip())]
    entry = item(entry_lines(edition), indent)
    between = [file.lines[file.item_end(number - 1):file.start(file.items[number])]
               for number in range(1, len(file.items))]
    apart = not between or any(not line.strip() for lines in between for line in lines)
    if place == 0:
        at = file._key("editions").line
        file.put(at, [*entry, ""] if apart else entry)
    else:
        file.put(file.item_end(place - 1), ["", *entry] if apart else entry)
    return file.text


def _changed(text: str, old: Edition, new: Edition) -> str:
    for name in ENTRY_FIELDS:
        before, after = without_lines(getattr(old, name)), without_lines(getattr(new, name))
        if before == after:
            continue
        file = _File(text)
        number = next(place for place, one in enumerate(file.items) if isinstance(one, Mapping)
                      and one.text("id") == old.id)
        entry = file.items[number]
        assert isinstance(entry, Mapping)
        if entry.get(name) is None:
            _insert(file, number, entry, name, new)
        elif isinstance(before, tuple) and isinstance(after, tuple) and isinstance(entry.get(name), Sequence):
            _change_list(file, number, name, before, after)
        else:
            _change_value(file, number, entry, name, new)
        text = file.text
    return text


def _insert(file: _File, number: int, entry: Mapping, name: str, new: Edition) -> None:
    """Put a name that was not there behind the nearest one that is written before it."""
    present = [key.text for key, _ in entry.entries]
    before = [one for one in ENTRY_FIELDS[:ENTRY_FIELDS.index(name)] if one in present]
    at = file.stretch(number, before[-1])[1] if before else file.start(entry)
    file.put(at, [" " * (entry.column - 1) + line for line in field_lines(name, new)])


def _change_value(file: _File, number: int, entry: Mapping, name: str, new: Edition) -> None:
    start, end = file.stretch(number, name)
    lines = field_lines(name, new)
    now = file.lines[start].rstrip("\r\n")
    if len(lines) == 1 and end == start + 1 and (parts := _ONE_VALUE.fullmatch(now)):
        file.put(start, [parts[1] + lines[0].partition(": ")[2] + parts[3]], instead_of=1)
    else:
        file.put(start, [" " * (entry.column - 1) + line for line in lines], instead_of=end - start)


def _change_list(file: _File, number: int, name: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> None:
    """Take away the items that are gone and put the new ones at the end; the others are not touched."""
    entry = file.items[number]
    assert isinstance(entry, Mapping)
    listed = entry.get(name)
    assert isinstance(listed, Sequence)
    start, end = file.stretch(number, name)
    kept = [row for row in before if row in after]
    if not kept or tuple(kept) != after[:len(kept)] or len(kept) != len(set(kept)) or not listed.items:
        lines = [f"{name}:", *(line for row in after for line in item(row_lines(row), "  "))] if after else []
        file.put(start, [" " * (entry.column - 1) + line for line in lines], instead_of=end - start)
        return
    first = file.lines[file.start(listed.items[0])]
    prefix = first[:len(first) - len(first.lstrip())]
    file.put(end, [line for row in after[len(kept):] for line in item(row_lines(row), prefix)])
    starts = [file.start(one) for one in listed.items]
    for place in range(len(before) - 1, -1, -1):
        if before[place] not in after:
            limit = starts[place + 1] if place + 1 < len(starts) else end
            del file.lines[starts[place]:file.end(starts[place], limit, len(prefix))]


def _by_hand(slug: str, edition: Edition) -> NotPossible:
    return NotPossible(
        say("The register versions/{slug}.yaml is written in a way that cannot be edited safely by program; nothing "
            "was changed.", slug=slug),
        say("Write each name on a line of its own (docs/so-dang-ky.md), or put the entry of {edition} in by hand.",
            edition=edition.id))
