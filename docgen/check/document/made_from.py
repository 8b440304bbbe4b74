"""What a document says it was made from: the hidden part docgen writes, read back. Claims, until hashes are checked."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.word.package import parse_xml
from docgen.word.provenance import NAMESPACE


@dataclass(frozen=True, slots=True)
class MadeClause:
    """One printed clause: its id, how it stands to the law ("" for a heading), what it rests on as edition:address."""

    id: str
    kind: str = ""
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFrom:
    """The template with the hashes of its files, the editions with theirs, the clauses in the order of print."""

    work: str = ""
    kind: str = ""
    files: tuple[tuple[str, str], ...] = ()
    editions: tuple[tuple[str, str], ...] = ()
    clauses: tuple[MadeClause, ...] = ()

    def clause(self, name: str) -> MadeClause | None:
        """Return the clause of an id, None if the part does not name it."""
        return next((clause for clause in self.clauses if clause.id == name), None)


def read_made_from(content: bytes) -> MadeFrom:
    """Read the hidden part; what stands in it and is not known here is passed over."""
    root = parse_xml(content)
    work = kind = ""
    files: list[tuple[str, str]] = []
    editions: list[tuple[str, str]] = []
    clauses: list[MadeClause] = []
    for element in root.iter(*(f"{{{NAMESPACE}}}{name}" for name in ("template", "file", "edition", "clause"))):
        name = str(element.tag).rpartition("}")[2]
        if name == "template":
            work, kind = element.get("work") or "", element.get("kind") or ""
        elif name == "file":
            files.append((element.get("name") or "", element.get("sha256") or ""))
        elif name == "edition":
            editions.append((element.get("id") or "", element.get("sha256") or ""))
        else:
            clauses.append(MadeClause(element.get("id") or "", element.get("kind") or "",
                                      tuple((element.get("basis") or "").split())))
    return MadeFrom(work=work, kind=kind, files=tuple(files), editions=tuple(editions), clauses=tuple(clauses))
