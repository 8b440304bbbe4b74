"""The laws of an update find what breaks them: a law that cannot fail proves nothing."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordFile

from docgen.publish.redline import redline
from docgen.word.settling import settled_both
from tests.publish.pairs import generated, view
from tests.publish.test_redline import HAND, PAPER
from tests.renew.edit_scripts import EDITS, edited
from tests.renew.laws import docgen_came_through, faults, nothing_lost, other_parts, theirs_again
from tests.renew.settled_file import Side, settled_body, words
from tests.renew.two_versions import TwoVersions, two_versions


def _spoilt(content: bytes, spoil: Callable[[WordFile], None]) -> bytes:
    file = Document(BytesIO(content))
    spoil(file)
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def unchanged() -> TwoVersions:
    """Return a document docgen still writes as it did."""
    then = two_versions(2).then
    return TwoVersions(then, then, (), (), ())


def body_words(content: bytes) -> list[str]:
    return words(settled_body(content, "accept"))


def _bold(file: WordFile) -> None:
    file.paragraphs[30].runs[0].bold = True


def _word(file: WordFile) -> None:
    file.paragraphs[30].runs[0].text += " x"


def _gone(file: WordFile) -> None:
    line = file.paragraphs[30]._p
    parent = line.getparent()
    assert parent is not None
    parent.remove(line)


def _further_in(file: WordFile) -> None:
    file.paragraphs[30].paragraph_format.left_indent = 360000


@pytest.mark.parametrize("spoil", [_bold, _word, _gone, _further_in])
def test_a_file_that_is_not_theirs_again_is_found(spoil: Callable[[WordFile], None]) -> None:
    then = two_versions(2).then
    assert theirs_again(then, _spoilt(then, lambda file: None)) == [], "saving anew alone changes nothing"
    assert theirs_again(then, _spoilt(then, spoil))


def test_words_lost_and_words_that_came_back_are_found() -> None:
    then = two_versions(2).then
    person = edited(then, list(EDITS).index("sentence_more"), 1)
    assert person.written and nothing_lost(person, person.content) == []
    assert nothing_lost(person, then)
    person = edited(then, list(EDITS).index("clause_out"), 1)
    assert person.gone and nothing_lost(person, person.content) == []
    assert nothing_lost(person, then)


def test_a_change_of_docgen_that_did_not_come_through_is_found() -> None:
    version = two_versions(2)
    assert version.came and version.went
    assert docgen_came_through(version, version.now) == []
    assert len(docgen_came_through(version, version.then)) == len(version.came) + len(version.went)


def test_another_picture_or_foot_is_found() -> None:
    then = two_versions(2).then
    footed = edited(then, list(EDITS).index("head_and_foot"), 1).content
    assert other_parts(footed, footed) == []
    assert other_parts(footed, then)


@pytest.mark.full
def test_every_script_is_itself_and_the_same_each_time() -> None:
    then = two_versions(2).then
    for number in range(len(EDITS)):
        person = edited(then, number)
        assert person.steps[0] == list(EDITS)[number % len(EDITS)]
        assert body_words(person.content) == body_words(edited(then, number).content)
        assert faults(unchanged(), person, person.content) == []


@pytest.mark.parametrize("seed", range(5))
def test_a_redline_read_the_second_way_gives_both_texts(seed: int) -> None:
    pair = generated(seed)
    content = redline(view(pair.old, pair.new, pair.comparison), PAPER, HAND)
    old, new = settled_both(content)
    sides: tuple[tuple[Side, tuple[str, ...]], ...] = (("reject", old), ("accept", new))
    for side, expected in sides:
        assert [line for line in words(settled_body(content, side)) if line] == [line for line in expected if line]
