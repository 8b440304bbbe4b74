"""Samples as somebody would type them, one answer after the other."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from docgen.api.cells import find_cell
from docgen.draft.cells import FRAMEWORK, framework_of
from docgen.draft.questionnaire.answers import entry_key
from docgen.draft.questionnaire.checking import Asking
from docgen.draft.questionnaire.steps import Step
from docgen.draft.template import load_fields
from docgen.reader.yaml_tree import Mapping, Scalar, Sequence, parse
from docgen.versions.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "cells").glob("*.yaml"))


@cache
def asking_for(sample: Path) -> Asking:
    """Return what a cell of this sample's framework is asked."""
    named = find_cell(Workspace(ROOT), str(sample))
    return Asking(load_fields(named.questions), framework_of(sample.read_text(encoding="utf-8")), named.kinds)


@cache
def said_in(sample: Path) -> dict[str, str]:
    """Return the answers of a sample by key; an empty list is answered with không."""
    root = parse(sample.read_text(encoding="utf-8")).root
    assert isinstance(root, Mapping)
    said: dict[str, str] = {}
    for key, branch in root.entries:
        if isinstance(branch, Scalar):
            said[key.text] = branch.text
        elif isinstance(branch, Sequence):
            if not branch.items:
                said[entry_key(key.text, 0)] = "không"
            for number, item in enumerate(branch.items):
                if isinstance(item, Mapping):
                    said |= {entry_key(key.text, number, part.text): value.text
                             for part, value in item.entries if isinstance(value, Scalar)}
                elif isinstance(item, Scalar):
                    said[entry_key(key.text, number)] = item.text
    said.pop(FRAMEWORK)
    return said


def typed_for(step: Step, said: dict[str, str]) -> str:
    """Return what somebody who has the sample before them types: everything that stands there, every question."""
    return "có" if step.opens else said.get(step.key, "")
