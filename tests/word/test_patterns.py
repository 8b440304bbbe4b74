"""What is made once and filled in again must be what Jinja would print in one go, whatever was made before."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.errors import NotPossible
from docgen.model.finding import FaultsFound
from docgen.word.archive import Stretch, deflated, pack_stretches, write_zip
from docgen.word.blocks import KINDS, Block
from docgen.word.body import SHORT, Body
from docgen.word.document import FIELD_NAMES, DocumentValues
from docgen.word.filling import breaks, context, records, xml_text
from docgen.word.frame import Frame, compile_frame
from docgen.word.gaps import gap, take_apart
from tests.word.form import parts_of
from tests.word.packing import line, repacked, with_body
from tests.word.sample import FRAME, PROVENANCE, SAMPLE, frame

LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn"), include_characters="\n\t\ufffc\u00a0&<{")
TEXT = st.text(LETTERS, max_size=12)
LINES = st.lists(TEXT, max_size=3).map(tuple)


def _values_of(name: str) -> st.SearchStrategy[object]:
    kind = str(DocumentValues.__annotations__[name])
    if kind == "tuple[str, ...]":
        return LINES
    if kind == "str" and name != "dated":
        return TEXT
    if kind == "bool":
        return st.booleans()
    return st.sampled_from([getattr(SAMPLE, name), getattr(DocumentValues(), name)])


VALUES = st.builds(DocumentValues, **{name: _values_of(name) for name in FIELD_NAMES})
BLOCKS = st.lists(st.builds(Block, st.sampled_from(KINDS), TEXT, TEXT, st.sampled_from(["", "a", "b.1"]), TEXT),
                  max_size=6).map(tuple)


def in_one_go(whole: Frame, values: DocumentValues) -> bytes:
    """Return the document part as the templates print it from one end to the other."""
    part = whole._parts[0]
    names = {**context(values), "blocks": records(values.blocks, whole._first_bookmark)}
    return breaks(part.render(names)).encode()


@given(VALUES, BLOCKS)
@settings(deadline=None, max_examples=60)
def test_a_filled_pattern_is_what_the_template_prints(values: DocumentValues, blocks: tuple[Block, ...]) -> None:
    # one frame for all examples: what earlier ones left behind must not show
    values = replace(values, blocks=blocks)
    assert parts_of(frame().render(values))["word/document.xml"] == in_one_go(frame(), values)


def test_a_tag_that_asks_for_a_value_gets_it() -> None:
    asking = line("{% if number == 'Số 1' %}một{% elif number %}khác{% else %}không{% endif %} {{ kind|lower }}")
    listing = line("{%p for line in recipients %}") + line("{{ loop.index }}. {{ line }}") + line("{%p endfor %}")
    own = compile_frame(repacked({"word/document.xml": parts_of(FRAME.read_bytes())["word/document.xml"].replace(
        b"<w:body>", f"<w:body>{asking}{listing}".encode())}), "x")
    for number in ("Số 1", "Số 2", "", "Số 1"):
        for recipients in (("a", "b"), ("c",)):
            values = replace(SAMPLE, number=number, recipients=recipients, kind="QUY " + number)
            assert parts_of(own.render(values))["word/document.xml"] == in_one_go(own, values)


LONG = "Chi bộ họp thường kỳ mỗi tháng một lần. " * 60


def test_runs_between_gaps_give_the_same_member_and_the_same_bytes_in_any_order() -> None:
    blocks = (Block("clause", "1. " + gap(0)), Block("clause", "2. " + LONG + gap(1)), Block("clause", gap(2)),
              Block("clause", "3. " + LONG))
    cells = [(f"Chi bộ {number}", "năm" if number % 2 else "sáu", "riêng" * number) for number in range(1, 5)]

    def made(whole: Frame, body: Body, cell: tuple[str, ...]) -> bytes:
        return whole.render(SAMPLE, PROVENANCE, body.fill([xml_text(text) for text in cell]))

    own = frozenset((0, 2))
    shared = frame().body(blocks, own)
    there = [made(frame(), shared, cell) for cell in cells]
    back = [made(frame(), frame().body(blocks, own), cell) for cell in reversed(cells)]
    assert there == back[::-1]
    for cell, content in zip(cells, there, strict=True):
        finished = (Block("clause", "1. " + cell[0]), Block("clause", "2. " + LONG + cell[1]), Block("clause", cell[2]),
                    Block("clause", "3. " + LONG))
        with zipfile.ZipFile(BytesIO(content)) as archive:
            assert archive.testzip() is None
        assert parts_of(content) == parts_of(frame().render(replace(SAMPLE, blocks=finished), PROVENANCE))


def test_only_long_shared_runs_are_deflated_apart() -> None:
    xml = "a" * SHORT + gap(0) + "b" * 10 + gap(1) + "c" * SHORT
    stretches = Body(take_apart(xml), frozenset((0, 1))).fill([b"x", b"y"])
    assert [(stretch.content[:1], bool(stretch.packed)) for stretch in stretches] == [
        (b"a", True), (b"x", False), (b"c", True)]
    assert [stretch.packed for stretch in Body(take_apart("short")).fill([])] == [b""]


@given(st.lists(st.tuples(st.binary(max_size=200).map(lambda some: some * 30), st.booleans()), max_size=8))
@settings(deadline=None)
def test_stretches_put_together_unfold_to_what_went_in(parts: list[tuple[bytes, bool]]) -> None:
    member = pack_stretches("a", [Stretch(part, deflated(part) if ready else b"") for part, ready in parts])
    whole = b"".join(part for part, _ in parts)
    assert zlib.decompress(member.packed, -15) == whole
    with zipfile.ZipFile(BytesIO(write_zip([member]))) as archive:
        assert archive.read("a") == whole


KINDS_LOOP = line("{%p for b in blocks %}") + line("{{ b.text }}{{ b.heading }}{{ b.rest }}") + line("{%p endfor %}")


@pytest.mark.parametrize("body", [
    KINDS_LOOP + KINDS_LOOP,
    line("{%p for b in blocks %}") + line("{{ b.text }}{{ number }}") + line("{%p endfor %}"),
    line("{% if blocks|length > 3 %}dài{% endif %}") + KINDS_LOOP,
])
def test_a_loop_over_the_blocks_that_cannot_be_made_once_is_refused(body: str) -> None:
    with pytest.raises(FaultsFound) as caught:
        compile_frame(with_body(body), "khung.docx")
    assert [finding.code for finding in caught.value.findings] == ["tag.broken"]


def test_a_gap_in_a_value_is_refused_like_any_control_character() -> None:
    with pytest.raises(NotPossible):
        frame().render(replace(SAMPLE, blocks=(Block("clause", gap(1)),)))
