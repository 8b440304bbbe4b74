"""Which other texts still cite the old one, and where the cited provision stands in the new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docgen.api.diff import Compared
from docgen.compare.following import Whereabouts
from docgen.errors import DocgenError, NotPossible, WrongUsage
from docgen.messages import Message, say
from docgen.model.address import walk
from docgen.model.citation import Reference, cite
from docgen.model.references import references
from docgen.model.tree import Regulation
from docgen.publish.where_now import where_now
from docgen.reader.from_file import read_file
from docgen.versions.edition_id import is_number

_ENDINGS = (".md", ".txt", ".docx", ".html", ".htm")
"""Files of a folder that are looked through; a folder of scans would take hours, a single one may be named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleCitation:
    """Words in another text that point to the old one: where they stand, what they cite, where that is now."""

    file: str
    line: int
    place: str
    words: str
    old: str
    new: tuple[str, ...]
    kinds: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the citation for JSON."""
        return {"file": self.file, "line": self.line or None, "address": self.place or None, "words": self.words,
                "old": self.old or None, "new": list(self.new), "kinds": list(self.kinds)}

    def sentence(self, new_name: str) -> Message:
        """Say what is to be put in its place."""
        return where_now(self.old, self.new, self.kinds, new_name)


@dataclass(frozen=True, slots=True)
class CitingReport:
    """Every stale citation, and the files that could not be read."""

    citations: tuple[StaleCitation, ...]
    remarks: tuple[Message, ...]
    files: int


def citing(result: Compared, path: Path) -> CitingReport:
    """Look through a file or all Markdown, text and Word files of a folder."""
    number = result.old.number
    if not number:
        raise NotPossible(say("{name} has no number by which other texts could cite it.", name=result.old.short),
                          say("Name an edition, or a text whose letterhead has its number."))
    files = list(_files(path))
    found: list[StaleCitation] = []
    remarks: list[Message] = []
    for file in files:
        try:
            read = read_file(file)
        except DocgenError as refusal:
            remarks.append(refusal.message)
            continue
        # a line of a Word file is nothing a person could look up
        found += _in_text(file, read.reading.regulation, result, number, lines=read.source.kind in ("md", "txt"))
    return CitingReport(tuple(found), tuple(remarks), len(files))


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(
            file for file in path.rglob("*")
            if file.suffix.lower() in _ENDINGS and file.is_file() and not file.name.startswith((".", "~$")))
        return
    if not path.exists():
        raise NotPossible(say("{path} does not exist.", path=path), say("Check the name and the folder."))
    yield path


def _in_text(
    file: Path, regulation: Regulation, result: Compared, number: str, *, lines: bool,
) -> Iterator[StaleCitation]:
    whereabouts = Whereabouts(result.view.comparison)
    for address, node in walk(regulation):
        for words in (node.heading, node.text):
            for reference in references(words, address):
                if is_number(reference.document, number) and _may_be(reference, result):
                    new, kinds = whereabouts.follow(reference.address)
                    yield StaleCitation(file=str(file), line=node.line if lines else 0, place=address,
                                        words=words[reference.start:reference.end], old=reference.address, new=new,
                                        kinds=kinds)


def _may_be(reference: Reference, result: Compared) -> bool:
    """Tell whether a citation with a date can mean the old text: a number alone is not enough."""
    edition = result.old.edition
    issued = edition.issued_on.date if edition is not None else None
    return not reference.dated or issued is None or not issued.is_day or issued.earliest.isoformat() == reference.dated


def rendered(result: Compared, report: CitingReport, form: str) -> bytes:
    """Return the list of stale citations as text, Markdown or JSON."""
    from docgen.api.diff import as_json
    from docgen.publish.comparison_markdown import table
    from docgen.publish.comparison_summary import summary
    from docgen.publish.markdown import escape

    name = result.view.new_name.title
    found = report.citations
    if form == "json":
        return as_json({**result.view.comparison.to_dict(), "citing": [one.to_dict() for one in found]})
    counted = str(say("{count} citation(s) of {name} in {files} file(s).", count=len(found),
                      name=result.view.old_name.title, files=report.files))
    if form == "md":
        head = [escape(str(word)) for word in (say("File"), say("Place"), say("Words"), say("What to do"))]
        lines = [[escape(cell) for cell in (one.file, cite(one.place), one.words, str(one.sentence(name)))]
                 for one in found]
        return f"{escape(counted)}\n\n{table(head, lines, escaped=True)}\n".encode()
    if form != "text":
        raise WrongUsage(say("--citing gives a list, in the forms text, md and json."), say("Leave --format out."))
    lines_of_text = [summary(result.view), counted]
    for one in found:
        where = ":".join(str(part) for part in (one.file, one.line or "") if part)
        lines_of_text += [f"{where}: {cite(one.place)}: “{one.words}”", f"    -> {one.sentence(name)}"]
    return ("\n".join(lines_of_text) + "\n").encode()
