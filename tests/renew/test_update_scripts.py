"""Whatever people did to a document in Word, bringing it up to date loses nothing: five hundred scripts of edits."""

from __future__ import annotations

import pytest

from docgen.renew.update import update_document
from tests.renew.edit_scripts import EDITS, edited
from tests.renew.laws import faults
from tests.renew.two_versions import two_versions

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
    version = two_versions(0)
    person = edited(version.then, list(EDITS).index("sentence_more"))
    made = update_document(person.content, version.then, version.now)
    assert made.changes == () and made.conflicts == ()
    assert faults(version, person, made.content) == []


@pytest.mark.full
def test_what_a_person_rejected_stays_rejected_and_the_next_update_starts_from_there() -> None:
    """An update whose marks were rejected is a document in which the person changed back what docgen wrote."""
    version = two_versions(2)
    person = edited(version.then, list(EDITS).index("sentence_more"))
    again = update_document(person.content, version.now, version.now)
    assert again.changes == () and again.conflicts == ()
    assert faults(two_versions(0), person, again.content) == []
