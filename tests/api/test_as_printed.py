"""Undoing recorded corrections gives the wording of the source, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.api.as_printed import as_printed
from docgen.api.show import show
from docgen.model.address import walk
from docgen.model.level import Level
from docgen.model.tree import Provision, Regulation
from docgen.versions.library import open_library
from docgen.versions.register import Correction
from docgen.versions.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]


def correction(**more: str) -> Correction:
    return Correction(**{"was": "bao đảm", "now": "bảo đảm", "why": "lỗi in", "evidence": "câu trước", **more})  # type: ignore[arg-type]


def article(text: str, number: int) -> Provision:
    return Provision(level=Level.ARTICLE, label=f"Điều {number}.", text=text)


def test_only_the_place_named_is_changed() -> None:
    regulation = Regulation(provisions=(article("bảo đảm một", 1), article("bảo đảm hai bảo đảm", 2)))
    undone = as_printed(regulation, (correction(address="dieu-2"),))
    assert undone.provisions == (article("bảo đảm một", 1), article("bao đảm hai bảo đảm", 2))


@pytest.mark.parametrize("zone", ["letterhead", "stamps", "title", "signature", "copy-note"])
def test_a_zone_without_addresses(zone: str) -> None:
    name = zone.replace("-", "_")
    regulation = Regulation(**{name: ("bảo đảm",)})  # type: ignore[arg-type]
    assert getattr(as_printed(regulation, (correction(zone=zone),)), name) == ("bao đảm",)


def test_a_correction_that_no_longer_fits_changes_nothing() -> None:
    regulation = Regulation(provisions=(article("khác", 1),))
    assert as_printed(regulation, (correction(address="dieu-1"), correction(address="dieu-9"))) == regulation


def test_the_shipped_texts_can_all_be_undone() -> None:
    """Each recorded correction of a held text is found at its place: the record and the text agree."""
    workspace = Workspace(ROOT)
    library = open_library(workspace)
    count = 0
    for edition in library.registers.editions:
        if edition.completeness == "none" or not edition.corrections:
            continue
        held = library.text(edition).regulation
        for one in edition.corrections:
            count += 1
            changed = as_printed(held, (one,)) != held
            assert changed is (one.was != one.now), f"{edition.id} {one.address or one.zone}: {one.now}"
            if not changed:  # looked at and kept
                assert one.now in dict(walk(held))[one.address].text
        before, after = dict(walk(held)), dict(walk(show(workspace, edition.id, as_printed=True).page.regulation))
        assert list(before) == list(after)
    assert count > 0
