"""A cell as a person names it, and the templates its framework has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from docgen.draft.cells import framework_of
from docgen.draft.kinds import ALL, SET, SLUGS, wanted_slugs
from docgen.draft.model_questions import framework_of_fields
from docgen.draft.papers import paper_folders
from docgen.draft.template import CLAUSES, FIELDS
from docgen.errors import NotPossible, WrongUsage
from docgen.messages import say
from docgen.model.finding import FaultsFound
from docgen.reader.decoding import read_text
from docgen.reader.yaml_tree import parse
from docgen.versions.workspace import Workspace


@dataclass(frozen=True, slots=True)
class NamedCell:
    """The file of a cell, the questions of its framework, and the templates that can be filled, one per kind."""

    path: Path
    questions: Path
    templates: tuple[Path, ...]

    @property
    def name(self) -> str:
        """Return the name of the cell: that of its file."""
        return self.path.stem

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of document meant."""
        return tuple(folder.name for folder in self.templates)


def find_cell(workspace: Workspace, typed: str, kind: str = ALL) -> NamedCell:
    """Return the cell meant by a path or by the name of a file under cells/, with the templates of the kind asked."""
    wanted = wanted_kinds(kind)
    path = _file(workspace, typed)
    text = read_text(path).text
    framework = framework_of(text)
    if not framework:
        if broken := parse(text).findings:
            raise FaultsFound([finding.at(str(path)) for finding in broken])
        raise NotPossible(say("{path} does not say which regulation it is written under.", path=path),
                          say("Add the line '{line}'.", line="framework: hoi-quan-chung"))
    home = workspace.templates / framework
    held = tuple(template_folders(home, wanted).values())
    others = list(template_folders(home))
    if not held and others:
        raise NotPossible(say("'{framework}' has no template for the document '{kind}'.", framework=framework,
                              kind=kind), say("Kinds: {kinds}.", kinds=", ".join(others)))
    if not held:
        known = frameworks(workspace)
        raise NotPossible(say("There is no template for '{framework}', which {path} names as its framework.",
                              framework=framework, path=path),
                          say("Frameworks with a template: {names}.", names=", ".join(known) or "-"))
    return NamedCell(path, home / FIELDS, held)


def template_folders(home: Path, kinds: Sequence[str] = SLUGS) -> dict[str, Path]:
    """Return the templates a framework has, by kind of document; a model of a province has those of its framework
    beside its own, and the papers round them."""
    questions = home / FIELDS
    above = framework_of_fields(read_text(questions).text) if questions.is_file() else ""
    places = (home, *((home.parent / above,) if above else ()))
    own = {kind: folder for kind in SLUGS
           for folder in [next((one / kind for one in places if (one / kind / CLAUSES).is_file()), None)] if folder}
    found = {**own, **paper_folders(places[-1], tuple(own), [kind for kind in kinds if kind not in SLUGS])}
    return {kind: found[kind] for kind in kinds if kind in found}


def wanted_kinds(kind: str) -> tuple[str, ...]:
    """Return the kinds of document meant by what was typed after --kind; a word that names none is wrong usage."""
    if wanted := wanted_slugs(kind):
        return wanted
    raise WrongUsage(say("There is no kind of document '{kind}'.", kind=kind),
                     say("Kinds: {kinds}.", kinds=", ".join((*SLUGS, ALL, SET))))


def frameworks(workspace: Workspace) -> tuple[str, ...]:
    """Return what a cell can be written under: works, and models of a province, with questions and a template."""
    return tuple(sorted(home.parent.name for home in workspace.templates.glob(f"*/{FIELDS}")
                        if any((home.parent / one / CLAUSES).is_file() for one in SLUGS)))


def from_here(path: Path) -> Path:
    """Return a path as it is typed from the current folder, whole if it lies elsewhere."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _file(workspace: Workspace, typed: str) -> Path:
    path = Path(typed)
    if path.exists():
        return path
    name = typed if typed.endswith(".yaml") else f"{typed}.yaml"
    inside = workspace.cells / name
    if inside.is_file():
        return from_here(inside)
    known = sorted(file.stem for file in workspace.cells.glob("*.yaml"))
    near = get_close_matches(path.stem, known, 1)
    remedy = (say("Did you mean '{name}'?", name=near[0]) if near else
              say("Cells under {folder}: {names}.", folder=workspace.relative(workspace.cells),
                  names=", ".join(known) or "-"))
    raise NotPossible(say("There is no cell '{typed}'.", typed=typed), remedy)
