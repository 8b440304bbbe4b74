"""Laws of reading and writing: the canonical form loses nothing, and no text at all makes the reader fail."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings

from docgen.model.address import find, walk
from docgen.model.tree import Gap, Provision, Regulation
from docgen.publish.markdown import write
from docgen.reader.read import read
from tests.strategies import any_text, regulations

FILES = sorted((Path(__file__).parents[2] / "regulations").rglob("*.md"))


@given(regulations())
@settings(max_examples=300, deadline=None)
def test_what_is_written_is_read_back(regulation: Regulation) -> None:
    assert read(write(regulation)).regulation == regulation


@given(regulations())
@settings(max_examples=100, deadline=None)
def test_written_twice_is_the_same_bytes(regulation: Regulation) -> None:
    text = write(regulation)
    assert write(read(text).regulation) == text
    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("\n") and not text.endswith("\n\n") and "\n\n\n" not in text


@given(regulations())
@settings(max_examples=100, deadline=None)
def test_every_provision_has_one_address_of_its_own(regulation: Regulation) -> None:
    addresses = [address for address, _ in walk(regulation)]
    assert len(set(addresses)) == len(addresses)
    for address, node in walk(regulation):
        assert find(regulation, address) is node
    assert len(addresses) == sum(isinstance(node, Provision) for node in regulation.walk())


@given(any_text)
@settings(max_examples=500, deadline=None)
def test_no_text_makes_the_reader_fail(text: str) -> None:
    reading = read(text)
    write(reading.regulation)


def words_of(regulation: Regulation) -> list[str]:
    """Return all words of a tree in the order of print."""
    out: list[str] = []

    def line(value: str | Gap) -> None:
        out.extend((value.text if isinstance(value, Gap) else value).split())

    for zone in (regulation.letterhead, regulation.stamps, regulation.title):
        for value in zone:
            line(value)
    for node in (*regulation.preamble, *regulation.provisions, *regulation.closing):
        _words_below(node, out)
    line(regulation.recipients_heading)
    for node in regulation.recipients:
        _words_below(node, out)
    for value in regulation.signature:
        line(value)
    for node in regulation.annexes:
        _words_below(node, out)
    for value in regulation.copy_note:
        line(value)
    return out


def _words_below(node: Provision | Gap, out: list[str]) -> None:
    if isinstance(node, Gap):
        out.extend(node.text.split())
        return
    for part in (node.label, node.heading, node.text):
        out.extend(part.split())
    for child in node.children:
        _words_below(child, out)


def letters(text: str) -> str:
    """Return letters and digits only: what may not be lost."""
    return "".join(character for character in text if character.isalnum())


@given(any_text)
@settings(max_examples=300, deadline=None)
def test_every_line_is_in_the_tree_or_in_a_problem(text: str) -> None:
    if "<!-- zone:" in text or "&" in text:
        return
    reading = read(text)
    told = {problem.line for problem in reading.problems}
    kept = letters("".join(words_of(reading.regulation)))
    source = unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    for number, line in enumerate(source.split("\n"), 1):
        for piece in re.split(r"\[…\]|ĐẢNG CỘNG SẢN VIỆT NAM", line):
            assert letters(piece) in kept or number in told, f"line {number} is lost: {line!r}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_held_text_is_in_canonical_form(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    reading = read(text)
    assert reading.problems == ()
    assert write(reading.regulation) == text
