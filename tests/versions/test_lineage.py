"""The line of replacement: every statement counts, whichever register makes it, and no ring holds anybody up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.versions.legal_date import LegalDate
from docgen.versions.lineage import ancestors, descendants
from docgen.versions.register import DatedFact, Edition, Replacement, Work
from docgen.versions.registers import Registers

_NAMES = tuple(f"{number}-qd-tw-2020" for number in range(6))
_STATEMENTS = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=12)


def registers(said: set[tuple[int, int, bool]]) -> Registers:
    """Statements (later, earlier, said by the later one's register)."""
    editions = tuple(Edition(
        id=name,
        replaces=tuple(Replacement(edition=_NAMES[old], certainty="B") for new, old, by_new in sorted(said)
                       if by_new and new == place),
        replaced_by=tuple(Replacement(edition=_NAMES[new], certainty="C") for new, old, by_new in sorted(said)
                          if not by_new and old == place)) for place, name in enumerate(_NAMES))
    return Registers((Work(slug="thu", editions=editions),))


def reachable(start: int, edges: set[tuple[int, int]]) -> set[str]:
    found: set[int] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for one, other in edges:
            if one == here and other not in found:
                found.add(other)
                waiting.append(other)
    return {_NAMES[place] for place in found - {start}}


@given(_STATEMENTS)
def test_all_that_can_be_reached_and_nothing_else(said: set[tuple[int, int, bool]]) -> None:
    known = registers(said)
    for place, edition in enumerate(known.editions):
        before, after = ancestors(known, edition), descendants(known, edition)
        assert {kin.name for kin in before} == reachable(place, {(new, old) for new, old, _ in said})
        assert {kin.name for kin in after} == reachable(place, {(old, new) for new, old, _ in said})
        assert len({kin.name for kin in before}) == len(before)
        for line in (before, after):  # nearest first: whoever a text stands beside was there before it
            there = {edition.id}
            for kin in line:
                assert kin.beside.id in there
                there.add(kin.name)


def test_of_two_statements_the_dated_and_surer_one() -> None:
    said = (Replacement(edition=_NAMES[0], certainty="A"), Replacement(edition=_NAMES[0], certainty="C",
                                                                       date=LegalDate("2021")))
    later = Edition(id=_NAMES[1], replaces=said)
    earlier = Edition(id=_NAMES[0], replaced_by=(
        Replacement(edition=_NAMES[1], certainty="B", date=LegalDate("2021-05-01")),))
    known = Registers((Work(slug="thu", editions=(earlier, later)),))
    (kin,) = ancestors(known, later)
    assert (kin.statement.certainty, str(kin.statement.date)) == ("B", "2021-05-01")


def test_a_number_names_an_edition_only_if_it_leaves_no_choice() -> None:
    old = [Edition(id=f"5-qd-tw-{year}", number="5-QĐ/TW", issued_on=DatedFact(date=LegalDate(str(year))))
           for year in (1999, 2005)]
    new = Edition(id="9-qd-tw-2020", replaces=(
        Replacement(number="5-QĐ/TW", issued_on=LegalDate("2005-03-01")), Replacement(number="5-QĐ/TW"),
        Replacement(number="7-QĐ/TW")))
    known = Registers((Work(slug="thu", editions=(*old, new)),))
    assert [(kin.edition.id if kin.edition else None, kin.name) for kin in ancestors(known, new)] == [
        ("5-qd-tw-2005", "5-qd-tw-2005"), (None, "5-QĐ/TW"), (None, "7-QĐ/TW")]
