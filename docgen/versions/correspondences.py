"""Reviewed correspondences of two editions (versions/<work>/<old>--<new>.yaml): what a person has confirmed.

    old: 171-qd-tw-2008
    new: 162-qd-tw-2024
    note: how the file was made
    pairs:
      - old: dieu-1                 an address; left out: the new provision has no counterpart
        new: dieu-1                 an address; left out: the old provision has none
        confirmed_by: who says so
        reason: lý do, căn cứ for the comparison table

They are a legal judgement: the comparison takes them as they are, and git shows who changed them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docgen.errors import WrongUsage
from docgen.messages import Message, say
from docgen.model.finding import FaultsFound, Finding
from docgen.reader.decoding import read_text
from docgen.reader.yaml_tree import Branch, Mapping, Sequence, parse
from docgen.versions.register import Edition
from docgen.versions.workspace import Workspace

_PAIR = ("old", "new", "confirmed_by", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedPair:
    """One confirmed correspondence; an empty address says that the other provision has no counterpart."""

    old: str = ""
    new: str = ""
    confirmed_by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondences:
    """The reviewed pairs of two editions, in the order of the file."""

    old: str
    new: str
    pairs: tuple[ReviewedPair, ...] = ()
    note: str = ""


def correspondences_path(workspace: Workspace, old: Edition, new: Edition) -> Path:
    """Return where the reviewed pairs of two editions are kept; they must belong to one work."""
    if old.work != new.work:
        raise WrongUsage(
            say("{old} and {new} belong to different works; correspondences are kept for two editions of one work.",
                old=old.id, new=new.id),
            say("Compare without --review."))
    return workspace.versions / new.work / f"{old.id}--{new.id}.yaml"


def load_correspondences(path: Path, old: str, new: str) -> Correspondences:
    """Read a file of reviewed pairs; none there is no pairs, and all faults of a file are raised at once."""
    if not path.is_file():
        return Correspondences(old=old, new=new)
    return read_correspondences(read_text(path).text, str(path), old, new)


def read_correspondences(text: str, file: str, old: str, new: str) -> Correspondences:
    """Read reviewed pairs from YAML."""
    yaml = parse(text)
    faults = list(yaml.findings)
    pairs: list[ReviewedPair] = []
    note = ""
    root = yaml.root
    if not isinstance(root, Mapping):
        if not faults:
            faults.append(_fault(1, 1, say("a list of reviewed pairs is expected here")))
    else:
        note = root.text("note")
        for name, wanted in (("old", old), ("new", new)):
            if root.text(name) != wanted:
                faults.append(_fault(root.line, root.column, say("{line} is expected", line=f"{name}: {wanted}")))
        listed = root.get("pairs")
        for branch in listed.items if isinstance(listed, Sequence) else ():
            pairs += _pair(branch, faults)
        faults += _doubles(pairs, root)
    if faults:
        raise FaultsFound(tuple(fault.at(file) for fault in faults))
    return Correspondences(old=old, new=new, pairs=tuple(pairs), note=note)


def _pair(branch: Branch, faults: list[Finding]) -> list[ReviewedPair]:
    if not isinstance(branch, Mapping):
        faults.append(_fault(branch.line, branch.column, say("{line} is expected", line="old: …, new: …")))
        return []
    unknown = [key for key, _ in branch.entries if key.text not in _PAIR]
    for key in unknown:
        faults.append(_fault(key.line, key.column, say("{name} is not known here", name=key.text)))
    pair = ReviewedPair(old=branch.text("old"), new=branch.text("new"), confirmed_by=branch.text("confirmed_by"),
                        reason=branch.text("reason"))
    if not (pair.old or pair.new):
        faults.append(_fault(branch.line, branch.column, say("{line} is expected", line="old: …, new: …")))
        return []
    return [pair]


def _doubles(pairs: list[ReviewedPair], root: Mapping) -> list[Finding]:
    seen: set[tuple[str, str]] = set()
    found = []
    for pair in pairs:
        if (pair.old, pair.new) in seen:
            named = f"{pair.old or '-'}, {pair.new or '-'}"
            found.append(_fault(root.line, root.column, say("{pair} stands there twice", pair=named)))
        seen.add((pair.old, pair.new))
    return found


def _fault(line: int, column: int, what: Message) -> Finding:
    return Finding(code="correspondences", severity="error", line=line, column=column,
                   message=say("This file of reviewed correspondences cannot be used: {what}.", what=what),
                   remedy=say("docs/so-sanh.md shows how it is written; docgen diff OLD NEW --review writes it."))


def write_correspondences(correspondences: Correspondences) -> str:
    """Write reviewed pairs as YAML, the inverse of reading them."""
    lines = [f"old: {correspondences.old}", f"new: {correspondences.new}"]
    if correspondences.note:
        lines.append(f"note: {_quoted(correspondences.note)}")
    lines.append("pairs:" if correspondences.pairs else "pairs: []")
    for pair in correspondences.pairs:
        values = [(name, getattr(pair, name)) for name in _PAIR]
        given = [f"{name}: {value if name in ('old', 'new') else _quoted(value)}" for name, value in values if value]
        lines += [f"  - {given[0]}", *(f"    {one}" for one in given[1:])]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    inner = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'

