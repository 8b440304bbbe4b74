"""What cells share must never show in their documents: same facts, same file, whatever was drafted before."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.bench_draft import CELL, FOLDER, editions
from benchmarks.cell_series import series
from docgen.draft import clause_words
from docgen.draft.cells import load_cell
from docgen.draft.facts import Blank
from docgen.draft.render import draft_document
from docgen.draft.template import load_template
from tests.draft.samples import CLAUSES, body, facts, template

HELD = editions()
CELLS = tuple(series(load_cell(CELL, load_template(FOLDER).fields)[0], 12))


def test_the_order_in_which_cells_are_drafted_does_not_show() -> None:
    forward, backward = load_template(FOLDER), load_template(FOLDER)
    there = [draft_document(forward, one, editions=HELD) for one in CELLS]
    back = [draft_document(backward, one, editions=HELD) for one in reversed(CELLS)]
    assert there == back[::-1]
    assert [one.open_items for one in there] == [one.open_items for one in back[::-1]]
    assert len({one.content for one in there}) == len(CELLS)
    assert 1 < len(forward.branches) == len(backward.branches)


def test_a_draft_stays_small() -> None:
    shared = load_template(FOLDER)
    assert max(len(draft_document(shared, one, editions=HELD).content) for one in CELLS) < 25_000


def test_room_left_open_and_the_same_spaces_typed_are_told_apart() -> None:
    shared = template(body("{id: mot, kind: local}\n1. Một{% if remark %}, ghi chú{{ remark }}{% endif %}.\n\n"
                           "{id: hai, kind: local}\n1. Hai."))
    known = facts()
    said = []
    for remark in (Blank("\u00a0"), "\u00a0", Blank("\u00a0")):
        draft = draft_document(shared, replace(known, values={**known.values, "remark": remark}))
        said.append(draft.values.blocks[1].text)
    assert said == ["1. Một.", "1. Một, ghi chú\u00a0.", "1. Một."]


def test_what_is_kept_of_earlier_cells_is_bounded() -> None:
    shared = template(CLAUSES)
    known = facts()
    for number in range(clause_words.MOST_WORDINGS * 2 + 5):
        draft_document(shared, replace(known, values={**known.values, "name": f"Chi bộ {number}"}))
    kept = [len(words._known) for words in shared.branches._words]
    assert 0 < max(kept) <= clause_words.MOST_WORDINGS
