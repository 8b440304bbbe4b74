"""Laws of repair: what is recorded gives the source back, sound words are not touched, twice is once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from docgen.api.as_printed import as_printed
from docgen.model.places import with_words
from docgen.model.tree import Regulation
from docgen.publish.markdown import write
from docgen.reader.damage import Repair, find_damage, repaired, shipped, with_repairs
from docgen.reader.damage.places import passages
from docgen.reader.read import read
from docgen.versions.register import Correction
from tests.reader.damage.labelled import SEED
from tests.reader.damage.made import damaged
from tests.reader.damage.made import regulation as made_of

ROOT = Path(__file__).parents[3]
HELD = tuple(sorted((ROOT / "regulations").glob("*/*.md")))
DAMAGE = str.maketrans({"ể": "ế", "ổ": "ố", "ẩ": "ấ"})


def rows(repairs: tuple[Repair, ...]) -> tuple[Correction, ...]:
    return tuple(Correction(was=one.was, now=one.now, why=str(one.why), evidence=str(one.evidence), address=one.address,
                            zone=one.zone) for one in repairs)


def test_the_repaired_seed_gives_the_scan_back() -> None:
    source = read(SEED.read_text(encoding="utf-8")).regulation
    done = repaired(source, shipped())
    assert len(done.repairs) > 70
    assert as_printed(done.regulation, rows(done.repairs)) == source
    words = {(place.address, place.zone): "" for place, _ in passages(done.regulation)}
    for place, text in passages(done.regulation):
        words[place.address, place.zone] += f" {text}"
    assert all(one.now in words[one.address, one.zone] for one in done.repairs)


@pytest.mark.parametrize("path", HELD, ids=lambda path: path.stem)
def test_a_held_text_read_badly_is_repaired_reversibly_and_mostly_right(path: Path) -> None:
    sound = read(path.read_text(encoding="utf-8")).regulation
    damaged = with_words(sound, {place: words.translate(DAMAGE) for place, words in passages(sound)
                                 if place.part != "label"})
    done = repaired(damaged, shipped().without(sound))
    assert as_printed(done.regulation, rows(done.repairs)) == damaged
    before, after, right = (dict(passages(one)) for one in (damaged, done.regulation, sound))
    wrong_before = sum(a != b for place in right for a, b in zip(before[place], right[place], strict=True))
    wrong_after = sum(a != b for place in right for a, b in zip(after[place], right[place], strict=True))
    assert wrong_after < 0.5 * wrong_before


@pytest.mark.parametrize("path", HELD, ids=lambda path: path.stem)
def test_a_sound_text_is_not_touched(path: Path) -> None:
    sound = read(path.read_text(encoding="utf-8")).regulation
    assert find_damage(sound, shipped().without(sound)) == ()
    assert repaired(sound, shipped().without(sound)).regulation == sound


@given(damaged())
@settings(max_examples=60, deadline=None)
def test_any_repair_can_be_undone(regulation: Regulation) -> None:
    done = repaired(regulation, shipped())
    assert as_printed(done.regulation, rows(done.repairs)) == regulation
    assert len(done.doubtful) + sum(one.repair is not None for one in find_damage(regulation, shipped())) >= len(
        done.repairs)


@given(damaged(), st.data())
@settings(max_examples=60, deadline=None)
def test_any_word_a_person_types_can_be_undone_or_is_refused(regulation: Regulation, data: st.DataObject) -> None:
    found = find_damage(regulation, shipped())
    assume(found)
    one = replace(data.draw(st.sampled_from(found)), repair=data.draw(st.sampled_from(["cấp", "đảng viên", "", "và"])))
    made, repairs = with_repairs(regulation, [one])
    assert as_printed(made, rows(repairs)) == regulation
    assert len(repairs) <= 1
    if not repairs:
        assert made == regulation


def test_repairs_are_told_apart_by_as_many_words_as_it_takes() -> None:
    source = made_of("trách nhiệm đối với đảng viên, trách nhiệm đối vói đảng viên")
    done = repaired(source, shipped())
    assert [(one.was, one.now) for one in done.repairs] == [
        ("viên, trách nhiệm đối vói đảng viên", "viên, trách nhiệm đối với đảng viên")]
    assert as_printed(done.regulation, rows(done.repairs)) == source


def test_a_repair_that_could_not_be_found_again_is_not_made() -> None:
    """The heading would be found in the text first: the register could not say which of the two is meant."""
    source = made_of("đối với đảng viên, đối với đảng viên", headings=("đối vói đảng viên",))
    decided = [one for one in find_damage(source, shipped()) if one.repair is not None]
    assert [(one.part, one.word) for one in decided] == [("heading", "vói")]
    assert with_repairs(source, decided) == (source, ())


def test_a_repaired_text_is_written_in_canonical_form() -> None:
    done = repaired(read(SEED.read_text(encoding="utf-8")).regulation, shipped())
    text = write(done.regulation)
    assert write(read(text).regulation) == text


@given(damaged())
def test_words_can_be_put_back_at_every_place(regulation: Regulation) -> None:
    lines = dict(passages(regulation))
    assert with_words(regulation, lines) == regulation
    other = {place: f"{words} x" for place, words in lines.items() if place.part != "label"}
    assert dict(passages(with_words(regulation, other))) == {**lines, **other}
