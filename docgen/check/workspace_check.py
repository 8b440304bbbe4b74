"""Every rule over a whole workspace: all findings, stopped by nothing, the same in every run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docgen.check.rules import RULES
from docgen.check.subject import Subject, Write
from docgen.errors import DocgenError, NotPossible
from docgen.messages import NOTHING, say
from docgen.model.finding import Finding
from docgen.reader.decoding import read_bytes
from docgen.versions.library import HeldText, held_text
from docgen.versions.registers import Registers, read_registers
from docgen.versions.workspace import Workspace


def check_workspace(workspace: Workspace, write: Write, paths: Sequence[Path] = ()) -> tuple[Finding, ...]:
    """Check texts and registers of a workspace and return every finding, in the order of files and lines.

    With `paths` only findings on these files or folders are returned; a text outside regulations/ is read and
    checked too. A path that does not exist is a sentence.
    """
    for path in paths:
        if not path.exists():
            raise NotPossible(say("{path} does not exist.", path=path), say("Check the name and the folder."))
    subject = load_subject(workspace, write, paths)
    findings = [*subject.registers.findings, *subject.unreadable]
    for rule in RULES:
        findings += rule(subject)
    if paths:
        wanted = tuple(workspace.relative(path) for path in paths)
        findings = [finding for finding in findings if _is_under(finding.file, wanted)]
    return tuple(sorted(dict.fromkeys(findings), key=lambda one: (
        one.file, one.line, one.column, one.code, one.address, str(one.message))))


def load_subject(workspace: Workspace, write: Write, paths: Sequence[Path] = ()) -> Subject:
    """Read registers and texts; what cannot be read is a finding."""
    registers = read_registers(workspace)
    files = sorted(path for path in workspace.regulations.glob("*/**/*.md")
                   if path.is_file() and not path.name.startswith("."))
    inside = {path.resolve() for path in files}
    files += [path for path in paths if path.is_file() and path.suffix in {".md", ".txt"}
              and path.resolve() not in inside]
    texts: list[HeldText] = []
    unreadable: list[Finding] = []
    for path in files:
        name = workspace.relative(path)
        try:
            texts.append(_text(path, name, registers))
        except DocgenError as refusal:
            unreadable.append(Finding(code="text-unreadable", severity="error", file=name, message=refusal.message,
                                      remedy=refusal.remedy or NOTHING))
    return Subject(workspace, registers, tuple(texts), tuple(unreadable), write)


def _text(path: Path, name: str, registers: Registers) -> HeldText:
    edition = next((edition for edition in registers.editions if edition.file == name), None)
    return held_text(name, read_bytes(path), edition)


def _is_under(file: str, wanted: tuple[str, ...]) -> bool:
    return any(place in {".", file} or file.startswith(f"{place}/") for place in wanted)
