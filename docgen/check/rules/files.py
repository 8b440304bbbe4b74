"""Every text has its register entry, and every entry that names a file has it, in the place the contract gives."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.subject import Subject
from docgen.messages import say
from docgen.model.finding import Finding


def files_and_entries(subject: Subject) -> Iterator[Finding]:
    """Find texts without an entry, entries without their text, ids and files given twice."""
    first: dict[str, str] = {}
    named: dict[str, str] = {}
    for work, edition in subject.entries():
        if first.get(edition.id, work.file) != work.file:
            yield Finding(
                code="edition-twice", severity="error", file=work.file, line=edition.line,
                message=say("The edition '{id}' stands in {other} too.", id=edition.id, other=first[edition.id]),
                remedy=say("An issued text belongs to one work; keep one entry."))
        first.setdefault(edition.id, work.file)
        if not edition.file:
            continue
        expected = f"regulations/{work.slug}/{edition.id}.md"
        if edition.file in named:
            yield Finding(
                code="file-twice", severity="error", file=work.file, line=edition.line,
                message=say("{path} is named by two editions: {one} and {other}.", path=edition.file,
                            one=named[edition.file], other=edition.id),
                remedy=say("One file holds one issued text."))
        elif not (subject.workspace.root / edition.file).is_file():
            yield Finding(
                code="file-missing", severity="error", file=work.file, line=edition.line,
                message=say("{path}, the text of {edition}, does not exist.", path=edition.file, edition=edition.id),
                remedy=say("Bring the file back, or write 'completeness: none' and take 'file' away."))
        elif edition.file != expected:
            yield Finding(
                code="file-place", severity="error", file=work.file, line=edition.line,
                message=say("The text of {edition} belongs in {expected}, not in {path}.", edition=edition.id,
                            expected=expected, path=edition.file),
                remedy=say("Move the file and change 'file'."))
        named.setdefault(edition.file, edition.id)
    for held in subject.texts:
        if held.edition is None and held.file.startswith("regulations/"):
            yield Finding(
                code="file-unregistered", severity="error", file=held.file,
                message=say("No register knows this text."),
                remedy=say("Add an entry that names it to the register of its work, or take the file away."))
