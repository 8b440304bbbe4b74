"""How each edition of each register stood on four days: not yet, in force, replaced, not known, never mixed up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from docgen.messages import use
from docgen.publish.status_words import STATUS_WORDS
from docgen.versions.as_of import standing
from docgen.versions.registers import load_registers
from docgen.versions.workspace import Workspace

REGISTERS = load_registers(Workspace(Path(__file__).parents[2]))
DAYS = (date(2008, 6, 26), date(2024, 5, 28), date(2024, 5, 29), date(2026, 11, 21))
TABLE = """\
                   2008-06-26  2024-05-28  2024-05-29  2026-11-21
202-qd-tw-2019     not_yet C   not_known - not_known - not_known B
10-hd-btctw-2007   not_known - replaced C  replaced C  replaced C
30-hd-btctw-2014   not_yet C   not_known - not_known - not_known B
361-qd-tw-2025     not_yet B   not_yet B   not_yet B   not_known -
363-qd-tw-2025     not_yet B   not_yet B   not_yet B   not_known -
98-qd-tw-2004      not_known - not_known - not_known - not_known -
138-qd-tw-2023     not_yet A   in_force C  in_force C  in_force C
dieu-le-dang-2011  not_yet C   not_known - not_known - not_known -
171-qd-tw-2008     not_yet A   in_force B  replaced A  replaced A
162-qd-tw-2024     not_yet A   not_yet A   in_force A  in_force A
36-hd-vptw-2018    not_yet A   not_known - not_known - replaced C
05-hd-vptw-2026    not_yet C   not_yet C   not_yet C   in_force C
66-qd-tw-2017      not_yet C   not_known - not_known - not_known -
399-qd-tw-2026     not_yet A   not_yet A   not_yet A   in_force C
29-qd-tw-2016      not_yet B   not_known - not_known - not_known -
24-qd-tw-2021      not_yet B   not_known - not_known - replaced B
294-qd-tw-2025     not_yet A-  not_yet A-  not_yet A-  not_known -
20-qd-tw-2026      not_yet C   not_yet C   not_yet C   not_known -
208-qd-tw-2026     not_yet C   not_yet C   not_yet C   not_known -
"""


def rows() -> list[tuple[str, date, str]]:
    """Return edition, day and what the table says of it."""
    return [(line[:19].strip(), day, " ".join(line[19 + 12 * place:31 + 12 * place].split()))
            for line in TABLE.splitlines()[1:] for place, day in enumerate(DAYS)]


@pytest.mark.parametrize(("name", "day", "expected"), rows())
def test_how_an_edition_stood_on_a_day(name: str, day: date, expected: str) -> None:
    found = standing(REGISTERS.find(name), day)
    assert f"{found.status} {found.certainty or '-'}" == expected


def test_the_table_has_every_edition_of_every_register() -> None:
    assert [name for name, day, _ in rows() if day == DAYS[0]] == [edition.id for edition in REGISTERS.editions]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_four_never_look_alike(language: str) -> None:
    use(language)
    assert len({str(words) for words in STATUS_WORDS.values()}) == 4
