"""Which provisions of the framework a template deals with: by a legal basis, by name, not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docgen.draft.clauses import ClauseSet
from docgen.draft.legal_basis import EditionFact, address_of, edition_of
from docgen.reader.yaml_tree import Mapping as Tree
from docgen.reader.yaml_tree import Sequence, parse

FILE = "coverage.yaml"


@dataclass(frozen=True, slots=True)
class Covered:
    """How one provision is dealt with: clauses that rest on it, that may (nobody has confirmed it), that name it, or a
    reason why it needs no clause."""

    address: str
    based: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()
    reference: str = ""
    reason: str = ""

    @property
    def state(self) -> str:
        """Return one word for it: based, proposed, reference, not_applicable or open."""
        if self.based:
            return "based"
        if self.proposed:
            return "proposed"
        return "reference" if self.reference else "not_applicable" if self.reason else "open"


@dataclass(frozen=True, slots=True)
class Listed:
    """A coverage.yaml: the edition that is covered, and how provisions are dealt with that no clause rests on."""

    edition: str
    provisions: Mapping[str, Covered]


def read_coverage(text: str) -> Listed:
    """Read a coverage.yaml; what is not written as it should be is left out."""
    root = parse(text).root
    if not isinstance(root, Tree):
        return Listed("", {})
    entries = root.get("provisions")
    found = {}
    for entry in entries.items if isinstance(entries, Sequence) else ():
        if isinstance(entry, Tree):
            address = entry.text("address")
            found[address] = Covered(address, reference=entry.text("reference"), reason=entry.text("not_applicable"))
    return Listed(root.text("edition"), found)


def coverage(
    edition: EditionFact, sets: Iterable[tuple[str, ClauseSet]], listed: Mapping[str, Covered],
) -> tuple[Covered, ...]:
    """Return every provision of the body with words of its own and nothing under it, in the order of print.

    `sets` are the clauses of each document, by the name of the document. A `reference` of coverage.yaml counts only
    where the clause it names is one of these.
    """
    based: dict[str, list[str]] = {}
    proposed: dict[str, list[str]] = {}
    ids = set()
    for name, clauses in sets:
        for clause in clauses.clauses:
            ids.add(clause.id)
            for found, bases in ((based, clause.source.basis), (proposed, clause.source.may_rest_on)):
                for basis in bases:
                    if edition_of(basis) == edition.id:
                        found.setdefault(address_of(basis), []).append(f"{name}: {clause.id}")
    rows = []
    for address in leaves(edition):
        known = listed.get(address, Covered(address))
        rows.append(Covered(address, tuple(based.get(address, ())), tuple(proposed.get(address, ())),
                            known.reference if known.reference in ids else "", known.reason))
    return tuple(rows)


def leaves(edition: EditionFact) -> tuple[str, ...]:
    """Return the addresses of the body that have words of their own and nothing under them."""
    return tuple(address for address, text in edition.texts.items() if text and not _is_round_the_body(address)
                 and not any(other.startswith(f"{address}.") for other in edition.texts))


def _is_round_the_body(address: str) -> bool:
    return address.startswith(("can-cu-", "noi-nhan-", "mo-dau-", "ket-thuc-", "phu-luc-", "kem-theo"))
