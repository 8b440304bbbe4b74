"""A whole text as a person names it for comparing: an edition, an edition at a commit, or a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docgen.api.show import show
from docgen.compare.comparison import Side
from docgen.errors import WrongUsage
from docgen.messages import Message, say
from docgen.model.address import walk
from docgen.model.citation import cite
from docgen.model.finding import Finding
from docgen.model.level import Level
from docgen.model.tree import Gap, Regulation
from docgen.reader.from_file import FILE_LIMIT
from docgen.versions.register import Edition
from docgen.versions.workspace import Workspace

_NO_STRUCTURE = "reader-no-structure"


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeText:
    """One text: its tree, how it is called, whether all of it is held; `path` is set for a file of one's own."""

    regulation: Regulation
    short: str
    document: str = ""
    edition: Edition | None = None
    edition_name: str = ""
    path: Path | None = None
    completeness: str = "full"
    remarks: tuple[Message, ...] = ()
    problems: tuple[Finding, ...] = ()

    @property
    def side(self) -> Side:
        """Return the side of a comparison this text is."""
        return Side(edition=self.edition_name, completeness=self.completeness)

    @property
    def number(self) -> str:
        """Return the printed number of the document, from the register or from its letterhead."""
        if self.edition is not None:
            return self.edition.number
        from docgen.model.citation import parse_citation

        for line in self.regulation.letterhead:
            if isinstance(line, str) and line.startswith("Số") and (found := parse_citation(line)):
                return found.document
        return ""

    @property
    def structured(self) -> bool:
        """Tell whether chương, Điều, khoản or điểm were recognised in it."""
        return all(problem.code != _NO_STRUCTURE for problem in self.problems)


_LONG = 4_000_000
"""Bytes from which reading and comparing take so long that a person is told; the longest law has a tenth."""


def patience(*named: str) -> Message | None:
    """Say before the work begins that files of plain text are so long that it takes a while."""
    from docgen.reader.decoding import TEXT_LIMIT

    sizes = [Path(name).stat().st_size for name in named if Path(name).suffix in (".txt", ".md") and _is_file(name)]
    long = sum(size for size in sizes if size <= TEXT_LIMIT)  # a longer one is refused at once
    if long < _LONG:
        return None
    return say("These files are very long ({size} MB): reading and comparing them takes minutes.",
               size=round(long / 1_000_000))


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):  # a citation, longer than any file name
        return False


def whole_text(workspace: Workspace, what: str) -> WholeText:
    """Return the text that was named; a single provision cannot be compared."""
    shown = show(workspace, what)
    page = shown.page
    if page.node is not None:
        raise WrongUsage(say("'{what}' is one provision; whole texts are compared.", what=what),
                         say("Leave the address out: {example}.", example=page.edition or page.source))
    gap = any(isinstance(node, Gap) for node in page.regulation.walk())
    edition = shown.entry
    partial = gap or (edition is not None and edition.completeness == "partial")
    return WholeText(
        regulation=page.regulation, short=page.edition or Path(page.source).name,
        document=_named(page.document, page.edition), edition=edition, edition_name=page.edition,
        path=None if page.edition else Path(page.source),
        completeness="partial" if partial else "full", remarks=shown.remarks, problems=shown.problems)


def _named(document: str, edition: str) -> str:
    """Return how a document is cited; one at a commit says which, it may be compared with itself."""
    _, _, ref = edition.partition("@")
    return f"{document} (@{ref})" if document and ref else document


def remarks_on(text: WholeText) -> tuple[Message, ...]:
    """Say what makes a comparison with this text weaker or its addresses unusual."""
    found = list(text.remarks)
    if not text.structured:
        found.append(say("{name}: no chương, Điều, khoản or điểm was recognised; it was compared paragraph by "
                         "paragraph, which is less sure.", name=text.short))
    twice = [address for address, node in walk(text.regulation)
             if node.level is Level.ARTICLE and "~" in address.rpartition(".")[2]]
    if twice:
        found.append(say("{name} has more than one provision of the same number; the later ones are called {places}.",
                         name=text.short, places=", ".join(cite(address) for address in twice[:6])))
    attached = [address for address, node in walk(text.regulation)
                if node.level is Level.ARTICLE and address.startswith("kem-theo")]
    if attached:
        found.append(say("{name} has a regulation attached to it; its provisions are cited “… văn bản kèm theo”.",
                         name=text.short))
    return tuple(found)


def told_apart(old: WholeText, new: WholeText) -> tuple[str, str]:
    """Return the short names of two texts; files of the same name, as git hands them over, are told apart."""
    if old.short != new.short or old.path is None or new.path is None:
        return old.short, new.short
    if old.path != new.path and not (old.path.is_absolute() or new.path.is_absolute()):
        return str(old.path), str(new.path)
    return str(say("{name} (old)", name=old.short)), str(say("{name} (new)", name=new.short))


def uneven(old: WholeText, new: WholeText) -> tuple[Message, ...]:
    """Say that one text is many times longer than the other, where it is."""
    names = told_apart(old, new)
    counts = {name: sum(1 for _ in walk(text.regulation)) for name, text in zip(names, (old, new), strict=True)}
    if len(counts) < 2:
        return ()
    few, many = sorted(counts, key=lambda name: counts[name])
    if counts[many] < 30 or counts[many] < 10 * max(counts[few], 1):
        return ()
    return (say("{few} has {few_count} provisions and {many} has {many_count}: most rows stand on one side only. "
                "Check that these are two versions of one text.", few=few, few_count=counts[few], many=many,
                many_count=counts[many]),)


def refuse_tracked_changes(text: WholeText) -> None:
    """Refuse a Word file with tracked changes as a side of a redline: two hands would be mixed in one file."""
    if text.path is None or text.path.suffix.lower() != ".docx":
        return
    from docgen.errors import NotPossible
    from docgen.reader.decoding import read_bytes
    from docgen.word.settling import tracked_changes

    count = tracked_changes(read_bytes(text.path, FILE_LIMIT), str(text.path))
    if count:
        raise NotPossible(
            say("{path} already holds {count} tracked change(s); a redline of it would mix them with the new ones.",
                path=text.path, count=count),
            say("Accept or reject them in Word first, or use another form such as table-docx, which reads the file "
                "as if all were accepted."))
