"""docgen template import: a province's own model in Word becomes a template of this workspace."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.api.cells import frameworks
from docgen.api.edition_facts import edition_facts
from docgen.api.model.reading import ModelFile, read_model
from docgen.api.writing import why, write_bytes
from docgen.draft.clauses import ClauseSet
from docgen.draft.fields import questions_in
from docgen.draft.kinds import AGREEMENT, WORKING_RULES
from docgen.draft.legal_basis import EditionFact
from docgen.draft.model_import.form import form_remarks
from docgen.draft.model_import.paper import ModelPaper
from docgen.draft.model_import.understood import Understood, understand
from docgen.draft.model_import.writing import clauses_text, fields_text
from docgen.draft.model_questions import framework_of_fields
from docgen.draft.nearest import suggest
from docgen.draft.template import CLAUSES, FIELDS, FRAME, Template, load_fields, load_template
from docgen.errors import NotPossible, WrongUsage
from docgen.messages import Message, say
from docgen.model.finding import FaultsFound, Finding
from docgen.reader.decoding import read_bytes, read_text
from docgen.versions.library import open_library
from docgen.versions.workspace import Workspace
from docgen.vietnamese.letters import without_marks

KINDS = (WORKING_RULES.slug, AGREEMENT.slug)
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedModel:
    """A model brought in: where it stands (None if nothing was written), what was understood, what must be said."""

    name: str
    framework: str
    kind: str
    folder: Path | None
    understood: Understood
    file: ModelFile
    form: tuple[Message, ...] = ()
    citations: Mapping[str, str]
    """Each proposed basis as it is cited."""

    def to_dict(self) -> dict[str, object]:
        """Return the import for JSON."""
        ranks = [block.line.rank for block in self.understood.blocks if block.line.zone == "body"]
        return {
            "model": self.name, "framework": self.framework, "kind": self.kind,
            "path": str(self.folder) if self.folder else None,
            "articles": ranks.count("article") + ranks.count("run_in_article"),
            "clauses": ranks.count("clause"), "points": ranks.count("point"),
            "questions": [{"name": one.name, "label": one.label, "own": one.own is not None, "confirmed": False,
                           "places": [{"place": place, "sentence": words} for place, words in one.places]}
                          for one in self.understood.questions],
            "proposed_bases": [{"clause": block.line.id, "basis": list(block.bases)}
                               for block in self.understood.blocks if block.bases],
            "kept": [{"place": place, "sentence": words} for place, words in self.understood.kept],
            "guidance": list(self.file.paper.guidance),
            "left_out": [*({"kind": one.kind, "words": one.words or None} for one in self.file.apart),
                         *({"kind": "text", "words": words} for words in self.file.paper.left_out)],
            "form": [str(one) for one in self.form], "remarks": [str(one) for one in self.file.remarks]}


def import_model(
    workspace: Workspace, path: Path, framework: str, *, name: str = "", kind: str = "", dry_run: bool = False,
) -> ImportedModel:
    """Turn a model into templates/<name>/; one that is there already is never touched."""
    _framework(workspace, framework)
    name = name or _name_of(path)
    if not _NAME.fullmatch(name):
        raise WrongUsage(say("'{name}' cannot be the name of a model.", name=name),
                         say("Use small letters without marks, figures and hyphens, such as --name mau-tinh."))
    if kind and kind not in KINDS:
        raise WrongUsage(say("There is no kind of document '{kind}'.", kind=kind),
                         say("Kinds: {kinds}.", kinds=", ".join(KINDS)))
    target = workspace.templates / name
    if not dry_run and workspace.shipped:
        raise NotPossible(say("There is no workspace here to put the model in."),
                          say("Make one with docgen init DIR, or look first with --dry-run."))
    if not dry_run and target.exists():
        raise NotPossible(say("{path} exists already.", path=workspace.relative(target)),
                          say("Choose another name with --name; a newer model of the province gets a name of its own."))
    file = read_model(path)
    kind = kind or _kind_of(file.paper)
    home = workspace.templates / framework
    if not (home / kind / FRAME).is_file():
        raise NotPossible(say("'{framework}' has no template for the document '{kind}'.", framework=framework,
                              kind=kind), say("Name another with --kind or --work."))
    _bare_articles(file.paper, path)
    editions = edition_facts(open_library(workspace))
    understood = understand(file.paper, kind, load_fields(home / FIELDS), _shipped(home), editions,
                            elsewhere=_elsewhere(workspace))
    texts = {FIELDS: fields_text(understood, name, framework, kind, path.name),
             CLAUSES: clauses_text(understood, path.name, file.sha256)}
    files = ((FIELDS, texts[FIELDS].encode()), (f"{kind}/{CLAUSES}", texts[CLAUSES].encode()),
             (f"{kind}/{FRAME}", read_bytes(home / kind / FRAME)))
    try:
        template = _written(target, kind, files, editions, dry_run=dry_run)
    except FaultsFound as faults:
        # the files they were found in are gone; the place is that of the model
        raise FaultsFound([replace(one, file=str(path), line=0, column=0) for one in faults.findings]) from None
    bases = dict.fromkeys(basis for block in understood.blocks for basis in block.bases)
    return ImportedModel(
        name=name, framework=framework, kind=kind, folder=None if dry_run else target, understood=understood, file=file,
        form=form_remarks(file.paper, template.clauses), citations={basis: cited(basis, editions) for basis in bases})


def cited(basis: str, editions: Mapping[str, EditionFact]) -> str:
    """Return a legal basis as a person reads it: "khoản 3 Điều 8 Quy định số 162-QĐ/TW"."""
    from docgen.draft.legal_basis import address_of, edition_of
    from docgen.model.citation import cite

    edition = editions.get(edition_of(basis))
    return cite(address_of(basis), (edition.name or edition.number) if edition else edition_of(basis))


def _framework(workspace: Workspace, framework: str) -> None:
    known = [one for one in frameworks(workspace)
             if not framework_of_fields(read_text(workspace.templates / one / FIELDS).text)]
    if framework not in known:
        raise NotPossible(say("There is no template for '{framework}'.", framework=framework),
                          suggest(framework, known, say("Known are: {names}.", names=", ".join(known) or "-")))


def _elsewhere(workspace: Workspace) -> Mapping[str, str]:
    """Return the questions the models here ask, with their labels."""
    found: dict[str, str] = {}
    for one in frameworks(workspace):
        text = read_text(workspace.templates / one / FIELDS).text
        if framework_of_fields(text):
            for question in questions_in(text, {}).values():
                found.setdefault(question.text("name"), question.text("label"))
    return found


def _name_of(path: Path) -> str:
    return re.sub(r"[^a-z0-9]+", "-", without_marks(path.stem).casefold()).strip("-")[:40].strip("-")


def _kind_of(paper: ModelPaper) -> str:
    summary = " ".join(line.text for line in paper.lines if line.zone == "summary").casefold()
    return AGREEMENT.slug if "phối hợp" in summary else WORKING_RULES.slug


def _shipped(home: Path) -> list[ClauseSet]:
    """Return the wording of the framework's own documents, which the model is held against."""
    return [load_template(folder.parent).clauses for folder in sorted(home.glob(f"*/{CLAUSES}"))]


def _bare_articles(paper: ModelPaper, path: Path) -> None:
    """Refuse a model whose articles have a heading and nothing under it: docgen would print it in bold and alone."""
    articles: dict[str, tuple[str, int]] = {}
    last = ""
    for line in paper.lines:
        if line.rank == "article":
            last = line.id
            articles[last] = (f"{line.label} {line.text}", 0)
        elif line.rank == "run_in_article":
            last = ""
        elif line.zone == "body" and line.rank not in ("chapter", "section") and last:
            articles[last] = (articles[last][0], articles[last][1] + 1)
    bare = [words for words, below in articles.values() if not below]
    if bare:
        raise FaultsFound([Finding(code="model-article", severity="error", file=str(path),
                                   message=say("Under '{article}' stands nothing.", article=words[:80]),
                                   remedy=say("Put its words under it in Word; if these are its words, end them with a "
                                              "full stop."))
                           for words in bare])


def _written(
    target: Path, kind: str, files: Sequence[tuple[str, bytes]], editions: Mapping[str, EditionFact], *, dry_run: bool,
) -> Template:
    """Compile the model in a copy of the templates, and only then move it in; what fails leaves nothing."""
    with tempfile.TemporaryDirectory(prefix="docgen-") as scratch:
        home = Path(scratch) / "templates"
        shutil.copytree(target.parent, home, ignore=shutil.ignore_patterns(".*", target.name))
        made = home / target.name
        for place, content in files:
            write_bytes(made / place, content, flushed=False)
        template = load_template(made / kind, editions)
        if not dry_run:
            _moved(made, target)
    return template


def _moved(made: Path, target: Path) -> None:
    """Copy the finished folder beside its place and give it its name in one step."""
    beside = target.with_name(f".{target.name}.tmp")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        shutil.copytree(made, beside)
        os.rename(beside, target)  # noqa: PTH104 - Path.rename would replace a folder made meanwhile on some systems
    except OSError as error:
        shutil.rmtree(beside, ignore_errors=True)
        raise NotPossible(say("{path} cannot be written: {reason}.", path=target, reason=why(error)),
                          say("Check the folder and the free space on the disk.")) from None
