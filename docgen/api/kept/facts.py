"""The facts documents were drafted from, kept in the workspace under their hash: they name people, and git never sees
them."""

from __future__ import annotations

import unicodedata
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from docgen.api.writing import write_bytes
from docgen.draft.cells import CELL_LIMIT, facts_hash
from docgen.draft.facts import Facts
from docgen.errors import DocgenError, NotPossible
from docgen.messages import say
from docgen.model.finding import Finding
from docgen.reader.decoding import decode, read_bytes, read_text
from docgen.reader.yaml_tree import Mapping, parse
from docgen.versions.repository.earlier_files import earlier_files
from docgen.versions.workspace import Workspace

FOLDER = ".docgen"
_IGNORED = ".gitignore"
_NOTHING_OF_IT = b"*\n"
"""The folder keeps itself out of git, whatever the workspace's own list says."""


_NAMING = ("framework", "superior", "name")
"""What tells one cell from another."""


@dataclass(frozen=True, slots=True)
class FoundFacts:
    """The facts a document was drafted from, and the file of the cell they stood in, if that is known."""

    text: str
    file: Path | None = None


def kept_under(workspace: Workspace, sha256: str) -> Path:
    """Return where the facts of a hash are kept."""
    return workspace.root / FOLDER / "facts" / f"{sha256}.yaml"


def keep_facts(workspace: Workspace, sha256: str, text: str, *, flushed: bool = True) -> None:
    """Keep the facts of a cell, named by their hash, for later; raises NotPossible if the folder cannot be written.

    `flushed` waits for the disk: whoever keeps ten thousand does not.
    """
    target = kept_under(workspace, sha256)
    try:
        if target.stat().st_size:
            return
    except OSError:
        pass
    mark = workspace.root / FOLDER / _IGNORED
    if not mark.is_file():
        write_bytes(mark, _NOTHING_OF_IT)
    write_bytes(target, text.encode(), flushed=flushed)


def kept(workspace: Workspace, cell: Path, facts: Facts) -> tuple[Finding, ...]:
    """Keep the facts a document is drafted from; a workspace that cannot be written is a note and stops nothing."""
    if workspace.shipped or not facts.sha256:
        return ()
    try:
        text = read_text(cell, CELL_LIMIT).text
        if facts_hash(text) == facts.sha256:  # else the file was changed while it was read
            keep_facts(workspace, facts.sha256, text)
    except NotPossible as refusal:
        return (not_kept(refusal, str(cell)),)
    return ()


def not_kept(refusal: DocgenError, file: str) -> Finding:
    """Return the warning that facts could not be kept."""
    return Finding(code="cell-not-kept", severity="warning", message=say(
        "No copy of the facts could be kept, so the document cannot be brought up to date later if the facts have "
        "changed by then: {reason}", reason=refusal.message), remedy=refusal.remedy or say("Check the folder."),
                   file=file)


def find_facts(workspace: Workspace, sha256: str, named: Path | None = None) -> FoundFacts | None:
    """Return the facts of a hash: from the cell that was named, cells/, the copy kept, or an earlier version in git.

    Each is held against the hash, so a file changed by hand is never taken for what it was.
    """
    for path in (*((named,) if named else ()), *sorted(workspace.cells.glob("*.yaml"))):
        if (text := _fitting(path, sha256)) is not None:
            return FoundFacts(text, path)
    earlier = _in_history(workspace, sha256)
    if earlier is not None:
        return earlier
    copy = _fitting(kept_under(workspace, sha256), sha256)
    return FoundFacts(copy, _of_same_name(workspace, copy)) if copy is not None else None


def _of_same_name(workspace: Workspace, text: str) -> Path | None:
    """Return the one file under cells/ that names the same cell under the same framework."""
    wanted = _naming(text)
    if not all(wanted):
        return None
    # ten thousand cells are looked through, few are read as YAML
    words = [word.encode() for word in wanted]
    same = [path for path in sorted(workspace.cells.glob("*.yaml"))
            if _holds(path, words) and _naming(_read(path)) == wanted]
    return same[0] if len(same) == 1 else None


def _holds(path: Path, words: list[bytes]) -> bool:
    try:
        content = read_bytes(path, CELL_LIMIT)
    except DocgenError:
        return False
    return not _is_plain(content) or all(word in content for word in words)


def _naming(text: str) -> tuple[str, ...]:
    root = parse(text).root
    return tuple(root.text(name).strip() for name in _NAMING) if isinstance(root, Mapping) else ()


def _read(path: Path) -> str:
    try:
        return read_text(path, CELL_LIMIT).text
    except DocgenError:
        return ""


def _in_history(workspace: Workspace, sha256: str) -> FoundFacts | None:
    try:
        with closing(earlier_files([workspace.cells])) as versions:
            for version in versions:
                if version.path.endswith(".yaml") and (text := _text(version.content, sha256)) is not None:
                    return FoundFacts(text, workspace.cells / Path(version.path).name)
    except NotPossible:
        pass  # no git, no repository: the copy kept is what there is
    return None


def _fitting(path: Path, sha256: str) -> str | None:
    try:
        return _text(read_bytes(path, CELL_LIMIT), sha256)
    except DocgenError:
        return None


def _is_plain(content: bytes) -> bool:
    """Tell whether bytes are text just as it is read: UTF-8 without marks of its own, letters and marks as one."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return False
    return not text.startswith("\ufeff") and unicodedata.is_normalized("NFC", text)


def _text(content: bytes, sha256: str) -> str | None:
    if _is_plain(content) and facts_hash(content.decode()) != sha256:
        return None
    try:
        text = decode(content, "").text
    except DocgenError:
        return None
    return text if facts_hash(text) == sha256 else None
