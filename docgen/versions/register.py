"""The register of a work: its editions, when each was law, who says so and how sure that is.

Only data here; register_reader reads it from YAML, as_of answers questions about a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docgen.versions.legal_date import LegalDate

Certainty = Literal["A", "A-", "B", "C"]
Completeness = Literal["full", "partial", "none"]
Status = Literal["in_force", "not_yet", "replaced", "not_known"]

CERTAINTIES: tuple[Certainty, ...] = ("A", "A-", "B", "C")
"""From surest to least sure: official text, uncompared copy of it, news agency, third party."""

COMPLETENESSES: tuple[Completeness, ...] = ("full", "partial", "none")
STATUSES: tuple[Status, ...] = ("in_force", "not_yet", "replaced", "not_known")
ENTRY_FIELDS = ("id", "number", "kind", "title", "issuer", "issued_on", "in_force_from", "in_force_until", "replaces",
                "replaced_by", "statuses", "relations", "completeness", "file", "sha256", "publish", "sources",
                "corrections", "note")
"""Names in the entry of an edition, in the order in which they are written."""
ZONES = ("letterhead", "stamps", "title", "preamble", "body", "closing", "recipients", "signature", "copy-note")
"""Parts of a text that a correction may name instead of an address."""
BY_RULE = "rule"
"""Who made a correction that nobody decided: the program, by its rules."""


def weakest(certainties: tuple[Certainty | None, ...]) -> Certainty | None:
    """Return the least sure of several; a conclusion is only as sure as its weakest ground."""
    known = [CERTAINTIES.index(certainty) for certainty in certainties if certainty]
    return CERTAINTIES[max(known)] if known else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedFact:
    """A date with its source; `date` None means not known, and then a source need not be named."""

    date: LegalDate | None = None
    source: str = ""
    certainty: Certainty | None = None
    note: str = ""
    line: int = 0

    def to_json(self) -> str | None:
        """Return the date as text, None if it is not known."""
        return self.date.text if self.date else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """One statement that a document replaces another; the other side is named by number and date, or by edition id.

    `date` is the first day on which the new document stands in place of the old one. `date_certainty` may be lower
    than `certainty`: a text may say for sure that it replaces another while its own date is hearsay.
    """

    edition: str = ""
    number: str = ""
    issued_on: LegalDate | None = None
    date: LegalDate | None = None
    source: str = ""
    certainty: Certainty = "C"
    date_certainty: Certainty | None = None
    note: str = ""
    line: int = 0

    def to_dict(self) -> dict[str, str | None]:
        """Return the statement for JSON; what is not known is null."""
        return {
            "edition": self.edition or None, "number": self.number or None,
            "issued_on": self.issued_on.text if self.issued_on else None,
            "date": self.date.text if self.date else None,
            "source": self.source, "certainty": self.certainty, "note": self.note or None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusStatement:
    """Somebody's statement, or a recorded doubt, about the status of an edition from a day on."""

    status: Status
    since: LegalDate
    source: str
    certainty: Certainty
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A tie to another document that is no replacement: the same subject, a guide to it, a part of it."""

    kind: Literal["related", "guides", "implements"]
    edition: str = ""
    number: str = ""
    issued_on: LegalDate | None = None
    source: str = ""
    certainty: Certainty = "C"
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the text or the facts of an edition were taken from.

    A file that was imported has the `sha256` of its own bytes, and as `coverage` the share of its words that reached
    the text, "1.0" if it was every one.
    """

    what: str
    where: str = ""
    certainty: Certainty = "C"
    sha256: str = ""
    coverage: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One repair of a held text: what stood in the source, what stands now, why, and what proves it.

    The place is an `address` (contract §3) or a `zone` of the paper that has no addresses. `by` is BY_RULE where the
    program repaired by itself, else who did it, empty where that is not on record.
    """

    was: str
    now: str
    why: str
    evidence: str
    address: str = ""
    zone: str = ""
    by: str = ""
    made_on: LegalDate | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One issued text of a work, whether its wording is held or not; `publish` false keeps it off public pages."""

    id: str
    work: str = ""
    number: str = ""
    kind: str = ""
    title: str = ""
    issuer: str = ""
    issued_on: DatedFact = DatedFact()
    in_force_from: DatedFact = DatedFact()
    in_force_until: DatedFact | None = None
    replaces: tuple[Replacement, ...] = ()
    replaced_by: tuple[Replacement, ...] = ()
    statuses: tuple[StatusStatement, ...] = ()
    relations: tuple[Relation, ...] = ()
    completeness: Completeness = "none"
    file: str = ""
    sha256: str = ""
    publish: bool = True
    sources: tuple[Source, ...] = ()
    corrections: tuple[Correction, ...] = ()
    note: str = ""
    line: int = 0

    @property
    def name(self) -> str:
        """Return how a paper cites it: "Quy định số 162-QĐ/TW", or its title where it has no number."""
        return f"{self.kind} số {self.number}".strip() if self.number else self.title or self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A line of replacement (171 → 162 is one work) with every edition known of."""

    slug: str
    title: str = ""
    note: str = ""
    editions: tuple[Edition, ...] = ()
    file: str = ""
