"""docgen template check: a template compiled and held against the texts, and which provisions it deals with."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.api.cells import frameworks, template_folders
from docgen.api.edition_facts import edition_facts
from docgen.api.model.importing import cited
from docgen.draft.clauses import ClauseSet
from docgen.draft.coverage import FILE, Covered, coverage, read_coverage
from docgen.draft.kinds import kind_of
from docgen.draft.legal_basis import EditionFact
from docgen.draft.model_questions import framework_of_fields
from docgen.draft.nearest import suggest
from docgen.draft.template import FIELDS, Template, load_template
from docgen.errors import NotPossible
from docgen.messages import say
from docgen.model.finding import FaultsFound, Finding
from docgen.reader.decoding import read_text
from docgen.versions.library import open_library
from docgen.versions.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedTemplate:
    """What was found in a template: faults and doubts, the edition it is held against, how each provision is dealt
    with (`citations`: each address as it is cited)."""

    name: str
    findings: tuple[Finding, ...]
    edition: str = ""
    rows: tuple[Covered, ...] = ()
    citations: tuple[str, ...] = ()


def check_template(workspace: Workspace, name: str) -> CheckedTemplate:
    """Check the templates of a framework or of a province's model; nothing is changed."""
    known = frameworks(workspace)
    if name not in known:
        raise NotPossible(say("There is no template for '{framework}'.", framework=name),
                          suggest(name, known, say("Known are: {names}.", names=", ".join(known) or "-")))
    home = workspace.templates / name
    editions = edition_facts(open_library(workspace))
    findings: dict[Finding, None] = {}
    templates: list[Template] = []
    for folder in template_folders(home).values():
        try:
            templates.append(load_template(folder, editions))
        except FaultsFound as faults:
            findings.update(dict.fromkeys(faults.findings))
    for template in templates:
        findings.update(dict.fromkeys(_unused(template, str(home / FIELDS))))
        findings.update(dict.fromkeys(template.unconfirmed))
    edition, rows = _covered(workspace, name, templates, editions)
    return CheckedTemplate(name=name, findings=tuple(findings), edition=edition.name if edition else "", rows=rows,
                           citations=tuple(cited(f"{edition.id}:{row.address}", editions) for row in rows)
                           if edition else ())


def _covered(
    workspace: Workspace, name: str, templates: list[Template], editions: dict[str, EditionFact],
) -> tuple[EditionFact | None, tuple[Covered, ...]]:
    """Return the edition the framework is held against and how each of its provisions is dealt with."""
    home = workspace.templates / name
    above = framework_of_fields(read_text(home / FIELDS).text) or name
    path = workspace.templates / above / FILE
    if not path.is_file():
        return None, ()
    listed = read_coverage(read_text(path).text)
    edition = editions.get(listed.edition)
    if edition is None:
        return None, ()
    sets: list[tuple[str, ClauseSet]] = [(kind_of(one.kind).file_name, one.clauses) for one in templates]
    return edition, coverage(edition, sets, listed.provisions)


def _unused(template: Template, file: str) -> list[Finding]:
    """Find questions of a model's own that no clause asks for: an answer to them would be printed nowhere."""
    if not template.fields.framework:
        return []
    used = {name.removesuffix("_words") for clause in template.clauses.clauses
            for name in (*clause.text.names, *(clause.condition.names if clause.condition else ()))}
    return [Finding(code="model-question", severity="warning", file=file, line=field.line, column=1,
                    message=say("No clause prints the answer to '{name}'.", name=field.name),
                    remedy=say("Put {tag} where it belongs in clauses.md, or delete the question.",
                               tag=f"{{{{ {field.name} }}}}"))
            for field in template.fields.fields if template.kind in field.kinds and field.name not in used
            and len(field.kinds) == 1 and field.required]

