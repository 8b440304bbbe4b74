"""The labels of seed 003 stand where they say, and what they mean differs from what is printed."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from tests.reader.damage.labelled import SEED, SORTS, doubtful, labels

LINES = SEED.read_text(encoding="utf-8").split("\n")


def test_every_label_stands_at_its_place_in_the_seed() -> None:
    places = [(label.line, label.column, label.printed) for label in labels()] + list(doubtful())
    for line, column, printed in places:
        text = LINES[line - 1]
        assert text[column - 1:].startswith(printed), (line, column, printed)
        around = text[column - 2:column - 1] + text[column - 1 + len(printed):][:1]
        assert not any(letter.isalnum() for letter in around) or not printed, (line, column, printed)


def test_labels_are_in_the_order_of_the_text_and_do_not_overlap() -> None:
    ends = [(label.line, label.column, label.column + len(label.printed)) for label in labels()]
    assert all((one[0], one[2]) <= (next_[0], next_[1]) for one, next_ in pairwise(ends))


def test_a_label_says_something_else_than_is_printed() -> None:
    for label in labels():
        assert label.sort in SORTS
        assert label.right != label.printed
        assert (label.right is None) == (label.sort == "lost") == (not label.printed)
        assert (label.right == "") == (label.sort == "furniture")


def test_the_counts_of_the_page_on_the_labels_hold() -> None:
    assert Counter(label.sort for label in labels()) == {"non_word": 45, "real_word": 63, "furniture": 3, "lost": 4}
