"""What is no syllable and yet no damage: names, abbreviations, numerals, foreign words; and what is neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese.syllable_form import all_syllables, spellings
from docgen.vietnamese.word_form import Form, form_of

SOUND: dict[Form, str] = {
    "number": "1 01 162 5a 12/1973 1.000 210x297 A4",
    "numeral": "XIII II IV I",
    "letter": "b đ g B",
    "abbreviation": "UBND HĐND MTTQ QĐ TW BTCTW XHCN TTg mm km",
    "foreign": "Internet email Website Stalin Ayun Jrai",
    "name": "Niê Bhút Êban Đắk Lắk Krông Kpă Mlô Kạn Lênin H'Nghĩa K’Hoài B'Lao",
}


@pytest.mark.parametrize(("word", "form"), [(word, form) for form, words in SOUND.items() for word in words.split()])
def test_sound_without_being_a_syllable(word: str, form: Form) -> None:
    assert form_of(word) == form


@pytest.mark.parametrize("word", ["ehất", "uV", "IIỷ", "Iiỷ", "Đỉềii", "Điềii", "quvền", "l1", "d1ều", "đảngviên",
                                  "CHỨG", "kiem", "quyen", "thàrủi", "ứị", "ổấịí"])
def test_without_any_form(word: str) -> None:
    assert form_of(word) == "malformed"


@given(st.sampled_from(tuple(all_syllables())).map(lambda one: spellings(one)[0]))
def test_capitals_do_not_change_what_a_syllable_is(word: str) -> None:
    assert {form_of(word), form_of(word.capitalize()), form_of(word.upper())} == {"syllable"}


@given(st.text(max_size=12).filter(bool))
def test_any_text_has_a_form(word: str) -> None:
    assert form_of(word) in (*SOUND, "syllable", "malformed")
