"""The labelled queries, asked of the texts of this workspace: at most two of thirty may miss the first three."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from docgen.api.search import search
from docgen.model.address import find
from docgen.versions.library import Library, open_library
from docgen.versions.workspace import Workspace
from tests.search.labelled import KEPT_APART, TUNED, Labelled, measure, read

WORKSPACE = Workspace(Path(__file__).parents[2])
DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library(WORKSPACE)


def ask(typed: str) -> Sequence[str]:
    found = search(WORKSPACE, typed, day=DAY).found
    return [f"{result.edition}:{result.address}" for result in found.results]


def answerable(queries: Sequence[Labelled], library: Library) -> list[Labelled]:
    """Leave out those that wait for a text that is not held yet."""
    return [one for one in queries
            if not one.waits_for or library.find(one.waits_for).completeness != "none"]


@pytest.mark.parametrize(("path", "misses"), [(TUNED, 2), (KEPT_APART, 3)], ids=["tuned", "kept apart"])
def test_the_right_provision_is_among_the_first_three(path: Path, misses: int, library: Library) -> None:
    figures = measure(answerable(read(path), library), ask)
    assert figures.asked - figures.first_three <= misses, (str(figures), figures.missed)


def test_there_are_thirty_and_the_places_exist(library: Library) -> None:
    queries = read(TUNED)
    assert len(queries) == 30
    assert len({one.query for one in (*queries, *read(KEPT_APART))}) == 30 + len(read(KEPT_APART))
    for one in answerable((*queries, *read(KEPT_APART)), library):
        for place in one.right:
            name, _, address = place.partition(":")
            edition = library.find(name)
            assert edition.completeness == "none" or find(library.text(edition).regulation, address), place
