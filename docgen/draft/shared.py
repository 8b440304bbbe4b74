"""Wording and questions that frameworks have in common: templates/shared/clauses/ and templates/shared/fields.yaml.

A clause that is the same rule in two frameworks is written once. clauses.md brings it in with a line of attributes
that has no text under it:

    {shared: hop.thong-bao}            one block
    {shared: [tai-lieu, kiem-tra.*]}   several; `.*` is a block with everything that stands under it
    {shared: hop.moi-du, if: merged}   one block with attributes of its own in place of the shared ones

fields.yaml brings a question in with `- shared: name`, other keys beside it in place of the shared ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from docgen.draft.clause_reader import read_sources
from docgen.draft.clause_source import ClauseSource
from docgen.messages import say
from docgen.model.finding import Finding
from docgen.reader import yaml_tree
from docgen.reader.decoding import decode, read_bytes

FOLDER = "shared"
CLAUSE_FOLDER, FIELD_FILE = "clauses", "fields.yaml"


@dataclass(frozen=True)
class SharedTexts:
    """Shared clauses by id and shared questions by name, the faults in them, and the content of each file."""

    clauses: Mapping[str, ClauseSource] = field(default_factory=dict)
    questions: Mapping[str, yaml_tree.Mapping] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)
    """By the path below the folder of templates, such as shared/clauses/can-cu.md."""
    inherited: tuple[str, ...] = ()
    """Questions of the framework a model of a province belongs to, which are asked for the model too."""

    def used(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the shared files among the files given, in the order of their names."""
        wanted = set(names)
        return tuple(sorted(name for name in self.contents if name in wanted))


NOTHING_SHARED = SharedTexts()
# the papers of a set bring in the same files one after another
_cut = lru_cache(maxsize=32)(read_sources)


def load_shared(templates: Path, kind: str = "") -> SharedTexts:
    """Read what the templates of a kind share; a folder without `shared` shares nothing.

    Clauses directly under clauses/ are for every kind of document, those under clauses/<kind>/ for that one.
    """
    home = templates / FOLDER
    clauses: dict[str, ClauseSource] = {}
    findings: list[Finding] = []
    contents: dict[str, bytes] = {}
    folder = home / CLAUSE_FOLDER
    for path in (*sorted(folder.glob("*.md")), *(sorted((folder / kind).glob("*.md")) if kind else ())):
        name = path.relative_to(templates).as_posix()
        contents[name] = read_bytes(path)
        reading = _cut(decode(contents[name], str(path)).text, file=str(path), origin=name)
        findings.extend(finding.at(str(path)) for finding in reading.findings)
        for source in reading.sources:
            first = clauses.setdefault(source.id, source)
            if first is not source:
                findings.append(Finding(
                    code="clause-id", severity="error", file=str(path), line=source.line, column=1, address=source.id,
                    message=say("The id '{id}' stands in another file of shared clauses too: {file}.", id=source.id,
                                file=first.origin), remedy=say("Give one of the two another id.")))
    questions: dict[str, yaml_tree.Mapping] = {}
    path = home / FIELD_FILE
    if path.is_file():
        contents[f"{FOLDER}/{FIELD_FILE}"] = read_bytes(path)
        document = yaml_tree.parse(decode(contents[f"{FOLDER}/{FIELD_FILE}"], str(path)).text)
        findings.extend(finding.at(str(path)) for finding in document.findings)
        root = document.root
        listed = root.get("fields") if isinstance(root, yaml_tree.Mapping) else None
        items = listed.items if isinstance(listed, yaml_tree.Sequence) else ()
        questions = {item.text("name"): item for item in items if isinstance(item, yaml_tree.Mapping)}
    return SharedTexts(clauses, questions, tuple(findings), contents)
