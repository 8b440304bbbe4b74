"""Confirming what was understood of a model, in its two files as text: what people wrote in them stays as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ENTRY = re.compile(r"\s*- (?:name|shared): ([a-z][a-z0-9_]*)\s*(?:#.*)?")
_MARK = re.compile(r"\s*unconfirmed: *(?:yes|có)\s*(?:#.*)?")
_PLACE = re.compile(r"\s*# (.+)")


@dataclass(frozen=True, slots=True)
class PendingQuestion:
    """One question nobody has confirmed: its name, whether the framework asks it, the sentences it stands in."""

    name: str
    known: bool
    sentences: tuple[str, ...]


def pending_questions(fields_text: str) -> tuple[PendingQuestion, ...]:
    """Return the questions of a model nobody has confirmed, in the order of its file."""
    found: list[PendingQuestion] = []
    remarks: list[str] = []
    name, known = "", False
    for line in fields_text.splitlines():
        if match := _ENTRY.fullmatch(line):
            name, known = match[1], "shared:" in line
            said, remarks = remarks, []
        elif match := _PLACE.fullmatch(line):
            remarks.append(match[1])
        elif not line.strip():
            remarks = []
        elif _MARK.fullmatch(line) and name:
            found.append(PendingQuestion(name, known, tuple(said)))
    return tuple(found)


def confirmed(fields_text: str, name: str) -> str:
    """Return fields.yaml with the mark of one question taken away."""
    lines, inside = [], False
    for line in fields_text.splitlines(keepends=True):
        if match := _ENTRY.fullmatch(line.rstrip("\n")):
            inside = match[1] == name
        if not (inside and _MARK.fullmatch(line.rstrip("\n"))):
            lines.append(line)
    return "".join(lines)


def renamed(fields_text: str, clauses_text: str, old: str, new: str, *, known: bool) -> tuple[str, str]:
    """Return both files with a question under another name; `known` if the framework asks that question already."""
    lines: list[str] = []
    inside = False
    for line in fields_text.splitlines(keepends=True):
        match = _ENTRY.fullmatch(line.rstrip("\n"))
        if match:
            inside = match[1] == old
            if inside:
                lines.append(f"  - {'shared' if known else 'name'}: {new}\n")
                continue
        remark = line.lstrip().startswith("#") or _MARK.fullmatch(line.rstrip("\n"))
        if known and inside and line.startswith("    ") and not remark:
            continue  # label and type are those of the framework's question
        lines.append(line)
    return "".join(lines), _in_tags(clauses_text, old, new)


def settled_basis(clauses_text: str, clause: str, *, accepted: bool) -> str:
    """Return clauses.md with the proposed bases of one clause taken as its bases, or taken away."""
    lines = clauses_text.splitlines(keepends=True)
    for place, line in enumerate(lines):
        if not re.match(rf"\{{id: {re.escape(clause)}[,}}]", line):
            continue
        match = re.search(r", may_rest_on: (\[[^\]]*\])", line)
        if match is None:
            break
        bare = line.replace(match[0], "")
        lines[place] = bare.replace("kind: local", f"kind: adapted, basis: {match[1]}", 1) if accepted else bare
        break
    return "".join(lines)


def _in_tags(text: str, old: str, new: str) -> str:
    """Put a name in place of another inside tags and conditions; the words of the model stay as they are."""
    word = re.compile(rf"(?<![\w.]){re.escape(old)}(_words)?(?!\w)")
    tags = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|(?m:^\{[^{%].*\}$)")

    def put(tag: re.Match[str]) -> str:
        if tag[0].startswith(("{{", "{%")):
            return word.sub(lambda found: new + (found[1] or ""), tag[0])
        return re.sub(r"(?<=if: )[^,}]*", lambda found: word.sub(lambda one: new + (one[1] or ""), found[0]), tag[0])

    return tags.sub(put, text)

