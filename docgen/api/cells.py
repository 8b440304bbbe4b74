"""A cell as a person names it, and the templates its framework has."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from docgen.draft.cells import framework_of
from docgen.draft.template import CLAUSES
from docgen.errors import NotPossible, WrongUsage
from docgen.messages import say
from docgen.model.finding import FaultsFound
from docgen.reader.decoding import read_text
from docgen.reader.yaml_tree import parse
from docgen.versions.workspace import Workspace

KINDS = ("working-rules",)
"""Kinds of document, in the order in which they are drafted."""
FILE_NAMES = {"working-rules": "quy-che-lam-viec"}
"""How the file of each kind is called, so that an office finds it again."""


@dataclass(frozen=True, slots=True)
class NamedCell:
    """The file of a cell and the templates that can be filled from it, one per kind of document."""

    path: Path
    templates: tuple[Path, ...]

    @property
    def name(self) -> str:
        """Return the name of the cell: that of its file."""
        return self.path.stem


def find_cell(workspace: Workspace, typed: str, kind: str = "all") -> NamedCell:
    """Return the cell meant by a path or by the name of a file under cells/, with the templates of the kind asked."""
    if kind != "all" and kind not in KINDS:
        raise WrongUsage(say("There is no kind of document '{kind}'.", kind=kind),
                         say("Kinds: {kinds}.", kinds=", ".join((*KINDS, "all"))))
    path = _file(workspace, typed)
    text = read_text(path).text
    framework = framework_of(text)
    if not framework:
        if broken := parse(text).findings:
            raise FaultsFound([finding.at(str(path)) for finding in broken])
        raise NotPossible(say("{path} does not say which regulation it is written under.", path=path),
                          say("Add the line '{line}'.", line="framework: hoi-quan-chung"))
    wanted = KINDS if kind == "all" else (kind,)
    folders = tuple(workspace.templates / framework / one for one in wanted)
    held = tuple(folder for folder in folders if (folder / CLAUSES).is_file())
    if not held:
        known = sorted(folder.name for folder in workspace.templates.glob("*/")
                       if any((folder / one / CLAUSES).is_file() for one in KINDS))
        raise NotPossible(say("There is no template for '{framework}', which {path} names as its framework.",
                              framework=framework, path=path),
                          say("Frameworks with a template: {names}.", names=", ".join(known) or "-"))
    return NamedCell(path, held)


def _file(workspace: Workspace, typed: str) -> Path:
    path = Path(typed)
    if path.exists():
        return path
    name = typed if typed.endswith(".yaml") else f"{typed}.yaml"
    inside = workspace.cells / name
    if inside.is_file():
        here = Path.cwd()
        return inside.relative_to(here) if inside.is_relative_to(here) else inside
    known = sorted(file.stem for file in workspace.cells.glob("*.yaml"))
    near = get_close_matches(path.stem, known, 1)
    remedy = (say("Did you mean '{name}'?", name=near[0]) if near else
              say("Cells under {folder}: {names}.", folder=workspace.relative(workspace.cells),
                  names=", ".join(known) or "-"))
    raise NotPossible(say("There is no cell '{typed}'.", typed=typed), remedy)
