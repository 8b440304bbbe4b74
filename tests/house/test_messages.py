"""Every sentence of the code stands in both catalogues, translated, with the same names in it."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from docgen import messages
from docgen.messages import Message, language, say, use
from scripts.messages import LANGUAGES, catalogue_path, gather, load, mo_bytes, po_bytes, sentences, translated
from tests.house.sources import sources

in_code = cache(gather)
values = cache(load)
"""Both are read by many tests and changed by none."""


def names(text: str) -> set[str]:
    return set(re.findall(r"(?<!\{)\{(\w+)\}(?!\})", text))


def values_of(language: str) -> dict[str, str]:
    return {str(m.id): str(m.string or "") for m in values(language) if m.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_in_the_catalogue_and_no_other(language: str) -> None:
    assert sorted(values_of(language)) == sorted(str(m.id) for m in in_code() if m.id), "run: make messages"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated(language: str) -> None:
    assert [source for source, text in values_of(language).items() if not text] == []


def test_english_translates_to_itself() -> None:
    assert [source for source, text in values_of("en").items() if source != text] == []


def test_a_translation_has_the_names_of_its_source() -> None:
    wrong = [source for source, text in values_of("vi").items() if names(source) != names(text)]
    assert wrong == []


def test_vietnamese_differs_from_english_unless_there_is_nothing_to_translate() -> None:
    """Commands, names of programs and plain patterns such as "{path}" may stay; a sentence may not."""
    same = [source for source, text in values_of("vi").items()
            if source == text and len([word for word in source.split() if word.isalpha() and word.islower()]) > 3]
    assert same == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_are_as_the_tool_writes_them(language: str) -> None:
    po = po_bytes(translated(in_code(), language))
    assert catalogue_path(language).read_bytes() == po, "run: make messages"
    assert catalogue_path(language, "mo").read_bytes() == mo_bytes(po, language), "run: make messages"


def test_a_sentence_is_written_out_where_it_is_said() -> None:
    """`say(variable)` hides a sentence from the catalogue; these files get theirs through SHORTHANDS or help pages."""
    hidden = []
    for source in sources():
        for node in source.said:
            if not any(isinstance(part, ast.Constant) for part in ast.walk(node.args[0])):
                hidden.append(f"{source.name}:{node.lineno}")
    assert sorted({place.partition(":")[0] for place in hidden}) == [
        "cli/pages.py", "word/package.py", "word/trial.py"]


def test_every_name_in_a_sentence_gets_a_value() -> None:
    """A sentence whose {name} has no value would raise when it is shown, in the middle of telling of a fault."""
    faults = []
    for source in sources():
        for node in source.said:
            if any(keyword.arg is None for keyword in node.keywords):
                continue  # **values: known only when it runs
            given = {keyword.arg for keyword in node.keywords if keyword.arg}
            for part in ast.walk(node.args[0]) if node.args else ():
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and given | names(part.value):
                    wanted = names(part.value) if given else set()
                    if wanted != given and isinstance(node.args[0], ast.Constant):
                        faults.append(f"{source.name}:{node.lineno} {sorted(wanted ^ given)}")
    assert faults == []


def test_sentences_are_found_wherever_they_are_said() -> None:
    source = 'x = f"{say(\'in an f-string\')} b"\ny = say("one" if x else "two", a=1)\nz = say("par" "ted")\n'
    assert sorted(sentences(source)) == ["in an f-string", "one", "parted", "two"]


def test_language_is_vietnamese_unless_asked_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = say("the disk is full")
    assert str(sentence) == "đĩa đã đầy"
    use("en")
    assert str(sentence) == "the disk is full"
    use("fr")
    assert language() == "vi"
    monkeypatch.setattr(messages._Language, "name", "")
    monkeypatch.setenv("DOCGEN_LANG", "en")
    assert str(sentence) == "the disk is full"


def test_a_value_is_never_read_as_a_pattern() -> None:
    assert str(say("{path} is no name for a Word file.", path="{x}{0.__class__}")).startswith("{x}{0.__class__} ")


def test_messages_compare_by_what_they_say() -> None:
    assert say("a {x}", x=1) == say("a {x}", x=1) != say("a {x}", x=2)
    assert Message("") == say("")


def test_catalogues_belong_to_the_package() -> None:
    assert catalogue_path("vi").is_relative_to(Path(messages.__file__).parent)
