"""What a document was made of, found again by its hashes: the files of its template, the texts it rests on."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from docgen.draft.template import CLAUSES, FIELDS, FRAME, file_hash
from docgen.errors import NotPossible
from docgen.messages import Message
from docgen.versions.library import sha256
from docgen.versions.repository.earlier_files import earlier_files
from docgen.versions.workspace import Workspace, shipped_workspace

_SHARED = re.compile(r"shared/(?:[a-z0-9][a-z0-9-]*/)*[a-z0-9][a-z0-9-]*\.(?:md|yaml|docx)")
_OF_FRAMEWORK = re.compile(r"[a-z0-9][a-z0-9-]*/(?:fields\.yaml|[a-z0-9][a-z0-9-]*/clauses\.md)")
"""The questions of the framework a model of a province belongs to; the quy chế whose căn cứ a paper brings in."""
_FOLDER = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Materials:
    """The files found, by their hashes, and how they are called without their ending.

    `history` says why earlier versions could not be looked at, if so.
    """

    contents: Mapping[str, bytes] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    history: Message | None = None


def find_materials(workspace: Workspace, hashes: Collection[str]) -> Materials:
    """Look for the files of these hashes: among the templates here, in git, among those shipped with docgen."""
    return _found(hashes, (".md", ".yaml", ".docx"), workspace.templates, shipped_workspace().templates, file_hash)


def find_texts(workspace: Workspace, hashes: Collection[str]) -> Materials:
    """Look for the texts of regulations of these hashes, in the same places."""
    return _found(hashes, (".md",), workspace.regulations, shipped_workspace().regulations, sha256)


def laid_out(home: Path, work: str, kind: str, files: Iterable[tuple[str, str]], contents: Mapping[str, bytes]) -> Path:
    """Write the files of a template below a folder as a workspace has them, and return the template's own folder.

    Names come from a document and are not trusted: those no template has raise ValueError.
    """
    if not (_FOLDER.fullmatch(work) and _FOLDER.fullmatch(kind)):
        raise ValueError(work)
    folder = home / work / kind
    for name, wanted in files:
        if name in (CLAUSES, FRAME):
            place = folder / name
        elif name == FIELDS:
            place = folder.parent / name
        elif _SHARED.fullmatch(name) or _OF_FRAMEWORK.fullmatch(name):
            place = home / name
        else:
            raise ValueError(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(contents[wanted])
    return folder


def _found(hashes: Collection[str], endings: tuple[str, ...], own: Path, shipped: Path,
           hash_of: Callable[[bytes], str]) -> Materials:
    missing, contents, names = set(hashes), dict[str, bytes](), dict[str, str]()

    def look(path: Path, content: bytes) -> None:
        name = hash_of(content)
        if name in missing:
            contents[name], names[name] = content, path.stem
            missing.discard(name)

    for folder in dict.fromkeys((own, shipped)):
        for path in sorted(folder.rglob("*")) if missing else ():
            if path.suffix in endings and path.is_file():
                look(path, path.read_bytes())
    if not missing:
        return Materials(contents, names)
    try:
        with closing(earlier_files([own])) as versions:
            for version in versions:
                if version.path.endswith(endings):
                    look(Path(version.path), version.content)
                if not missing:
                    break
    except NotPossible as refusal:
        return Materials(contents, names, refusal.message)
    return Materials(contents, names)
