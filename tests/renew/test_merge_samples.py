"""Real documents as far apart as documents get: every sample's paper brought to every other sample's, untouched."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from docgen.api.draft import Wishes, draft
from docgen.renew.merge import Para, merge
from docgen.renew.update_texts import paragraphs, tables_of
from docgen.versions.workspace import Workspace
from docgen.word.editing import Lines
from docgen.word.names import w
from docgen.word.reading import open_word

ROOT = Path(__file__).parents[2]
_TERM = {"huyen-uy": date(2025, 6, 30)}
"""Days named where the framework is history."""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], tuple[Para, ...]]:
    """Return the paragraphs of every document of every sample."""
    found = {}
    for path in sorted((ROOT / "cells").glob("*.yaml")):
        made = draft(Workspace(ROOT), path.stem, folder=tmp_path_factory.mktemp("ra"),
                     wishes=Wishes(day=_TERM.get(path.stem), basis_table=False))
        for document in made.documents:
            package = open_word(document.path.read_bytes(), "")
            body = package.xml(package.document).find(w("body"))
            assert body is not None
            lines = Lines(package).of(body)
            found[document.kind, path.stem] = paragraphs(lines, tables_of(lines))
    return found


def _words(lines: tuple[str, ...]) -> list[str]:
    return [" ".join(line.split()) for line in lines if line.strip()]


@pytest.mark.full
def test_every_sample_becomes_every_other(papers: dict[tuple[str, str], tuple[Para, ...]]) -> None:
    wrong = []
    for one, other in permutations(papers, 2):
        if one[0] == other[0]:
            merged = merge(papers[one], papers[one], papers[other])
            if merged.conflicts or _words(merged.accepted) != _words(tuple(para.text for para in papers[other])):
                wrong.append((one, other))
    assert not wrong
