"""What Quy định 202 asks of a district's rules: the sample meets it, and each thing struck out is missed."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from random import Random

import pytest

from benchmarks.bench_review import shipped
from docgen.api.document_review.review import DocumentReview, cell_facts, obligations_of
from docgen.draft.kinds import WORKING_RULES
from docgen.model.address import find
from tests.check.document.copy_of import Copy
from tests.check.document.desk import WORKSPACE, desk

CELL = "huyen-uy"
ASKED = obligations_of(WORKSPACE, "cap-huyen")


@lru_cache
def _draft() -> bytes:
    return next(good.content for good in shipped(WORKSPACE, WORKING_RULES.slug, history=True)
                if good.name.startswith(CELL))


def _review(content: bytes) -> DocumentReview:
    return desk().review(content, "a.docx", cell=cell_facts(WORKSPACE, CELL), today=date(2026, 11, 22))


def test_each_rests_on_a_provision_there_is() -> None:
    text = desk().law.texts["202-qd-tw-2019"]
    assert ASKED and all(find(text, one.address) is not None for one in ASKED)


@pytest.mark.full
def test_the_sample_meets_all_and_misses_each_that_is_struck_out() -> None:
    whole = _review(_draft())
    assert [one.obligation.address for one in whole.met if not one.lines] == []
    for met in whole.met:
        copy = Copy(_draft(), Random(1))
        paragraphs, lines = copy.paragraphs, whole.reviewed.paper.lines
        ends = {line: next((after for after in range(line + 1, len(lines)) if whole.reviewed.paper.addresses[after]
                            and not whole.reviewed.paper.addresses[after].startswith(
                                whole.reviewed.paper.addresses[line] + ".")), line + 1) for line in met.lines}
        for line, end in ends.items():
            for place in range(line, end):
                copy.write(paragraphs[lines[place].place], "1. Việc này làm theo hướng dẫn.")
        missing = [one.obligation.address for one in _review(copy.content()).met if not one.lines]
        assert met.obligation.address in missing, met.obligation.says
