"""What must hold of every document brought up to date, whatever people did to it: the faults found, as sentences."""

from __future__ import annotations

import re
import zipfile
from difflib import SequenceMatcher
from io import BytesIO

from lxml import etree

from tests.renew.edit_scripts import Edited
from tests.renew.settled_file import body, comments, part_of, plain, settled_body, words
from tests.renew.two_versions import TwoVersions

_WRITTEN_ANEW = ("word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels",
                 "word/settings.xml")
_LIKE = 0.3
"""Share of words in common from which a line is somebody's with changes."""
_ARTICLE = re.compile(r"Điều (\d+)\. (.*)")
_CLAUSE = re.compile(r"(\d+)\. ")
_REFERENCE = re.compile(r"Điều (\d+)(?= Quy chế này)")
_OWN_PARTS = re.compile(r"customXml/|word/_rels/|docProps/|word/comments\w*\.xml|word/people\.xml")


def faults(version: TwoVersions, person: Edited, updated: bytes) -> list[str]:
    """Return everything that is not as it must be in a document brought up to date; nothing if all is well."""
    return [*theirs_again(person.content, updated), *nothing_lost(person, updated),
            *docgen_came_through(version, updated), *each_line_is_somebodys(version, person, updated),
            *numbers_run_on(person.content, updated), *references_keep_their_aim(version, person, updated),
            *other_parts(person.content, updated)]


def theirs_again(theirs: bytes, updated: bytes) -> list[str]:
    """Rejecting everything gives their file again: words, letters, paragraphs, tables, pictures."""
    own = frozenset(comments(theirs))
    was, made = plain(body(theirs)), plain(settled_body(updated, "reject", own))
    if was == made:
        return []
    if len(was) != len(made):
        return [f"rejecting all gives {len(made)} parts, not {len(was)}"]
    at = next(at for at, (one, other) in enumerate(zip(was, made, strict=True)) if one != other)
    return [f"rejecting all: part {at} differs: {_apart(was[at], made[at])}"]


def nothing_lost(person: Edited, updated: bytes) -> list[str]:
    """Accepting everything keeps what the person wrote, and what they took out stays out."""
    accepted = _joined(words(settled_body(updated, "accept")))
    found = [f"lost in accepting: {mark}" for mark in person.written if mark not in accepted]
    return found + [f"came back: {gone[:60]}" for gone in person.gone if len(gone) > 30 and _plain(gone) in accepted]


def docgen_came_through(version: TwoVersions, updated: bytes) -> list[str]:
    """What docgen writes now stands in the text accepted or in a comment; what it took out is gone or told."""
    accepted = _joined(words(settled_body(updated, "accept")))
    told = _joined(list(comments(updated).values()))
    return [*(f"neither in the text nor told: {mark}" for mark in version.came if mark not in accepted + told),
            *(f"still there and not told: {mark}" for mark in version.went if mark in accepted and mark not in told)]


def each_line_is_somebodys(version: TwoVersions, person: Edited, updated: bytes) -> list[str]:
    """Every paragraph accepted is the person's or docgen's, but for numbers; where both wrote, it is like both."""
    then, theirs, now = (_wordings(body(one)) for one in (version.then, person.content, version.now))
    known, by_hand = {*theirs, *now}, [one for one in theirs if one not in set(then)]
    mixed = [one for one in _wordings(settled_body(updated, "accept")) if one not in known]
    return [f"nobody's line: {one[:80]}" for one in mixed
            if not any(SequenceMatcher(None, one.split(), other.split()).ratio() > _LIKE for other in by_hand)]


def _wordings(root: etree._Element) -> list[str]:
    return [re.sub(r"\d+|\b[a-zđ]{1,2}(?=\))", "#", _plain(line)) for line in words(root)]


def numbers_run_on(theirs: bytes, updated: bytes) -> list[str]:
    """Articles count on from one, and the khoản of each, where they did so in the person's file."""
    if _out_of_step(_lines(body(theirs))):
        return []
    return _out_of_step(_lines(settled_body(updated, "accept")))


def _out_of_step(lines: list[str]) -> list[str]:
    articles, last = [int(heading[1]) for line in lines if (heading := _ARTICLE.match(line))], 0
    found: list[str] = []
    if articles != list(range(1, len(articles) + 1)):
        found.append(f"articles count {articles}")
    for line in lines:
        if line.startswith("Điều "):
            last = 0
        elif number := _CLAUSE.match(line):
            if int(number[1]) != last + 1 and not found:
                found.append(f"out of step: {line[:60]}")
            last = int(number[1])
    return found


def references_keep_their_aim(version: TwoVersions, person: Edited, updated: bytes) -> list[str]:
    """A reference leads to the article it led to in the person's file or in docgen's, or a comment tells of it."""
    if "renumbered" in person.steps:
        return []  # they numbered by hand and left the references
    told = _joined(list(comments(updated).values()))
    aims, theirs, now = (_aims(_lines(root)) for root in (
        settled_body(updated, "accept"), body(person.content), body(version.now)))
    return [f"leads elsewhere: Điều {number} in {line[:60]}" for line, led in aims.items() for number, aim in led
            if line in {*theirs, *now} and f"Điều {number}" not in told
            and not any(_alike(aim, one) for _, one in (*theirs.get(line, ()), *now.get(line, ())))]


def _alike(one: str, other: str) -> bool:
    """Tell whether two headings are one, perhaps with some words of the person's in it."""
    return one == other or SequenceMatcher(None, one.split(), other.split()).ratio() > _LIKE


def _aims(lines: list[str]) -> dict[str, list[tuple[str, str]]]:
    """Return the numbers of articles each paragraph names, with the heading of that article."""
    headings: dict[str, str] = {}
    for line in lines:
        if found := _ARTICLE.match(line):
            headings.setdefault(found[1], re.sub(r"\d+", "#", found[2]))
    led: dict[str, list[tuple[str, str]]] = {}
    for line in lines:
        for number in _REFERENCE.findall(line):
            led.setdefault(re.sub(r"\d+", "#", line), []).append((number, headings.get(number, "")))
    return led


def _lines(root: etree._Element) -> list[str]:
    return [_plain(line) for line in words(root)]


def other_parts(theirs: bytes, updated: bytes) -> list[str]:
    """Parts that hold no text stay as they were, byte for byte: pictures, heads and feet, styles."""
    with zipfile.ZipFile(BytesIO(theirs)) as archive:
        names = archive.namelist()
    return [f"the part {name} is not theirs" for name in names
            if name not in _WRITTEN_ANEW and not _OWN_PARTS.match(name)
            and part_of(theirs, name) != part_of(updated, name)]


def _joined(lines: list[str]) -> str:
    return _plain("\n".join(lines))


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def _apart(one: str, other: str) -> str:
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = max(0, at - 60)
    return f"…{one[start:at + 80]}… / …{other[start:at + 80]}…"
