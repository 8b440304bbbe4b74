"""Search keys: what is one word for a search, with and without marks."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from docgen.vietnamese.folding import restyle
from docgen.vietnamese.search_key import keys, words
from tests.strategies import any_text, respelled, texts


def plain(text: str) -> list[str]:
    return [word.plain for word in words(text)]


def marked(text: str) -> list[str]:
    return [word.marked for word in words(text)]


@given(any_text)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert plain(" ".join(plain(text))) == plain(text)
    assert marked(" ".join(marked(text))) == marked(text)


@given(any_text)
def test_the_plain_key_follows_from_the_marked_one(text: str) -> None:
    assert plain(" ".join(marked(text))) == plain(text)


@given(texts)
def test_spelling_that_means_no_change_has_the_same_keys(text: str) -> None:
    assert marked(respelled(text)) == marked(text)
    assert marked(restyle(text, "old")) == marked(restyle(text, "new")) == marked(text)
    assert marked(unicodedata.normalize("NFD", text)) == marked(text)
    assert marked(text.upper()) == marked(text)


@given(any_text)
def test_a_word_stands_where_it_says(text: str) -> None:
    assert all(keys(text[word.start:word.end]) == (word.plain, word.marked) for word in words(text))


@pytest.mark.parametrize(("one", "other"), [
    ("uỷ", "ủy"), ("hoà", "hòa"), ("khoẻ", "khỏe"), ("kỷ luật", "kỉ luật"), ("quý", "quí"), ("hoạt", "họat"),
    ("Đảng", "Ðảng"), ("quy chế", "qui chế"), ("lý luận", "lí luận"), ("H'Nghĩa", "h'nghĩa"),
])
def test_one_word_written_in_two_ways(one: str, other: str) -> None:
    assert marked(one) == marked(other)


@pytest.mark.parametrize(("one", "other"), [
    ("kỷ", "kỹ"), ("chế", "che"), ("đảng", "dảng"), ("tay", "tai"), ("quyết", "quiết"), ("mau", "mâu")])
def test_two_words(one: str, other: str) -> None:
    assert (marked(one) == marked(other)) == (one == "quyết")  # nobody writes quiết for another word


@pytest.mark.parametrize(("typed", "printed"), [
    ("quy che lam viec", "Quy chế làm việc"), ("dang uy", "Đảng uỷ"), ("ki luat", "kỷ luật"), ("y kien", "ý kiến"),
    ("21 nq tw", "21-NQ/TW"), ("quyet dinh", "Quyết định"), ("le nin", "Lê nin")])
def test_typed_without_marks(typed: str, printed: str) -> None:
    assert plain(typed) == plain(printed)
