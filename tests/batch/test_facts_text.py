"""The text kept for a row of a workbook: read as a cell's file it holds the same facts, whatever stands in the row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.draft.cells import read_cell
from docgen.draft.field import Field, FieldList
from docgen.draft.workbook_facts import WorkbookCell, facts_text, read_workbook_cell

FIELDS = FieldList(fields=(
    Field(name="framework", type="text"), Field(name="name", type="text"), Field(name="deputy", type="person"),
    Field(name="recipients", type="list"),
    Field(name="committee", type="records", of=(Field(name="post", type="text"), Field(name="name", type="text")))))
TEXT = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["H'Nghĩa Niê", "Y Bhút Êban", "Phường 7", '"', "\\", ": - #", "'", "no", "01", "~", "null", "[]",
                     "a\nb", "\u0110\u1ea3ng", "\U0001f600", "{{ x }}", "không", "# x", "? y", "| z", "%", "\u00a0"]))


def cell(name: str, deputy: str, recipients: list[str], committee: list[tuple[str, str]]) -> WorkbookCell:
    answers = (("framework", "x", 2, 1), ("name", name, 2, 2), ("deputy", deputy, 2, 3),
               ("recipients", ";".join(recipients), 2, 4))
    entries = tuple((row, tuple((part, text, row, at) for at, (part, text) in enumerate(
        zip(("post", "name"), one, strict=True), 5) if text)) for row, one in enumerate(committee, 2) if any(one))
    return WorkbookCell("cb", "x", 0, 2, tuple(one for one in answers if one[1]),
                        (("committee", entries),) if entries else ())


@given(TEXT, TEXT, st.lists(TEXT, max_size=3), st.lists(st.tuples(TEXT, TEXT), max_size=3))
def test_the_text_holds_the_facts_of_the_row(
    name: str, deputy: str, recipients: list[str], committee: list[tuple[str, str]],
) -> None:
    row = cell(name, deputy, recipients, committee)
    facts = read_workbook_cell(row, FIELDS, ("working-rules",)).facts
    if facts is None:
        return  # no document is made of it
    again = read_cell(facts_text(row, FIELDS), FIELDS, kinds=("working-rules",)).facts
    assert again is not None
    assert (dict(again.values), again.given, again.sha256) == (dict(facts.values), facts.given, facts.sha256)
