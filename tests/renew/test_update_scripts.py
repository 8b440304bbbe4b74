"""Whatever people did to a document in Word, bringing it up to date loses nothing: five hundred scripts of edits."""

from __future__ import annotations

import pytest

from docgen.renew.update import update_document
from tests.renew.edit_scripts import EDITS, edited
from tests.renew.laws import faults
from tests.renew.settled_file import Side, settled_file
from tests.renew.two_versions import TwoVersions, two_versions

SCRIPTS, PIECE, PAIRS = 500, 25, 50


def found(number: int) -> list[str]:
    """Return what breaks a law after the script of a number."""
    version = two_versions(number % PAIRS)
    person = edited(version.then, number, now=version.now)
    updated = update_document(person.content, version.then, version.now)
    return [f"{number} {'+'.join(person.steps)}: {fault}" for fault in faults(version, person, updated.content)]


@pytest.mark.parametrize("number", [2, 2 + PAIRS])
def test_a_script_keeps_every_law(number: int) -> None:
    assert found(number) == []


@pytest.mark.full
@pytest.mark.parametrize("start", range(0, SCRIPTS, PIECE))
def test_every_script_keeps_every_law(start: int) -> None:
    assert [fault for number in range(start, start + PIECE) for fault in found(number)] == []


def test_nothing_new_changes_nothing() -> None:
    then = two_versions(2).then
    version = TwoVersions(then, then, (), (), ())
    person = edited(version.then, list(EDITS).index("sentence_more"))
    made = update_document(person.content, version.then, version.now)
    assert made.changes == () and made.conflicts == ()
    assert faults(version, person, made.content) == []


@pytest.mark.full
@pytest.mark.parametrize("side", ["accept", "reject"])
@pytest.mark.parametrize("start", range(0, 30, 10))
def test_the_next_update_starts_from_what_was_settled(start: int, side: Side) -> None:
    """A year later docgen writes what it wrote at first; what was accepted or rejected between is the person's will."""
    found: list[str] = []
    for number in range(start, start + 10):
        version = two_versions(number)
        person = edited(version.then, number, now=version.now)
        once = settled_file(update_document(person.content, version.then, version.now).content, side)
        later = edited(once, 7000 + number, now=version.then)
        back = TwoVersions(version.now, version.then, version.went, version.came, version.changes)
        updated = update_document(later.content, version.now, version.then)
        found += [f"{number} {'+'.join(later.steps)}: {fault}" for fault in faults(back, later, updated.content)]
    assert found == []
