"""The counts: what is taken out was never there, no text can be read back, the shipped table is that of the sources."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.model.tree import Regulation
from docgen.reader.damage.counts import FLOOR, TABLE, Counts, fingerprint, rows, shipped, stretches, table
from docgen.reader.damage.units import keys
from docgen.reader.damage.witnesses import counts_with, is_sound
from docgen.reader.read import read
from docgen.vietnamese.folding import restyle
from scripts.make_counts import LEFT_OUT, counts_of
from tests.reader.damage.made import regulation

ROOT = Path(__file__).parents[3]
TEXTS = ROOT.parent / "shared" / "texts"
HELD = tuple(path for path in sorted((ROOT / "regulations").glob("*/*.md")) if path.name not in LEFT_OUT)

_word = st.sampled_from(("cấp", "uỷ", "chi", "bộ", "Đảng", "viên,", "tổ", "chức.", "UBND", "15", "hoà", "ừực"))
_words = st.lists(_word, min_size=1, max_size=9)
_texts = st.lists(_words.map(" ".join), min_size=1, max_size=4).map(lambda lines: regulation(*lines))


def same(one: Counts, other: Counts) -> bool:
    return all(dict(left) == dict(right) for left, right in ((one.words, other.words), (one.pairs, other.pairs))
               ) and one.in_shipped == other.in_shipped


@given(st.lists(_texts, min_size=1, max_size=4, unique_by=lambda one: fingerprint(stretches(one))), st.data())
@settings(max_examples=60)
def test_a_text_taken_out_was_never_there(texts: list[Regulation], data: st.DataObject) -> None:
    parts = [stretches(one) for one in texts]
    at = data.draw(st.integers(0, len(parts) - 1))
    rest = parts[:at] + parts[at + 1:]
    assert same(table(parts).without(texts[at]), table(rest))
    own = table([]).with_texts(texts)
    assert same(own.without(texts[at]), table([]).with_texts(texts[:at] + texts[at + 1:]))


@given(_texts)
def test_a_text_in_the_table_is_not_counted_twice(text: Regulation) -> None:
    counts = table([stretches(text)])
    assert same(counts.with_texts([text]), counts)


@given(_texts)
def test_the_spelling_style_makes_no_other_text(text: Regulation) -> None:
    old = tuple(restyle(line, "old") for line in stretches(text))
    assert fingerprint(old) == fingerprint(stretches(text))


def test_the_file_is_sorted_and_read_back() -> None:
    lines = TABLE.read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert lines == list(rows(shipped()))
    assert len(lines) == len(set(lines))
    assert TABLE.stat().st_size < 200_000


def test_no_pair_is_rarer_than_the_floor() -> None:
    assert min(shipped().pairs.values()) == FLOOR == 2


@pytest.mark.parametrize("path", HELD, ids=lambda path: path.stem)
def test_every_held_text_is_in_the_table_and_can_be_taken_out(path: Path) -> None:
    text = read(path.read_text(encoding="utf-8")).regulation
    counts = shipped().without(text)
    assert len(counts.in_shipped) == len(shipped().in_shipped) - 1
    assert counts.total < shipped().total


@pytest.mark.parametrize("path", HELD, ids=lambda path: path.stem)
def test_no_text_can_be_read_back_out_of_the_table(path: Path) -> None:
    """Whoever goes from each word to the one that follows it most often is lost after a phrase."""
    likeliest: dict[str, str] = {}
    for (left, right), count in sorted(shipped().pairs.items(), key=lambda item: (item[1], item[0])):
        assert count >= FLOOR
        likeliest[left] = right
    longest = 0
    for line in stretches(read(path.read_text(encoding="utf-8")).regulation):
        run = 0
        for left, right in pairwise(keys(line)):
            run = run + 1 if likeliest.get(left) == right else 0
            longest = max(longest, run)
    assert longest <= 8


def test_a_text_repaired_by_counts_is_no_witness_for_them() -> None:
    text = read((ROOT / "regulations" / "cap-huyen" / "202-qd-tw-2019.md").read_text(encoding="utf-8")).regulation
    assert fingerprint(stretches(text)) not in shipped().in_shipped


def test_a_damaged_text_of_the_office_is_no_witness() -> None:
    seed = read((ROOT / "tests" / "reader" / "seeds" / "202-qd-tw-2019.txt").read_text(encoding="utf-8")).regulation
    sound = regulation("Chi bộ Phường 7 họp định kỳ mỗi tháng một lần.")
    assert not is_sound(seed)
    assert is_sound(sound)
    assert len(counts_with([seed, sound]).own) == 1


def test_the_table_is_that_of_its_sources() -> None:
    if not TEXTS.is_dir():
        pytest.skip("the source documents of the seeds are not on this machine")
    assert list(rows(counts_of(TEXTS))) == list(rows(shipped())), "run scripts/make_counts.py"
