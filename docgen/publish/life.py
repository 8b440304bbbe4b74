"""The life of a provision on both clocks, as data: its place in earlier and later law, and who changed its words here.

The JSON of `docgen log` is `Life.to_dict()`; docs/doi-song-dieu-khoan.md describes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from docgen.compare.comparison import Row, Words
from docgen.messages import Message

Relation = Literal["ancestor", "same", "descendant"]
"""Where a text stands to the one asked about: it was law before, it is that text, it was law afterwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalStage:
    """One text on the legal clock, and where the provision stands in it.

    `address` is empty where there is none: `kinds` tells whether the provision has no counterpart there ("added",
    "removed") or nobody can know ("unknown"), and `why` says it. `confirmed`: somebody judged it by reading, named in
    `confirmed_by`; else the program proposes it. Both mean nothing where there is no address to judge.
    """

    relation: Relation
    edition: str
    number: str = ""
    address: str = ""
    citation: str = ""
    kinds: tuple[str, ...] = ()
    confirmed: bool | None = None
    confirmed_by: str = ""
    reason: str = ""
    issued_on: str | None = None
    in_force_from: str | None = None
    in_force_until: str | None = None
    replaced_on: str | None = None
    status: str = "not_known"
    certainty: str | None = None
    words: Words = ()
    why: Message | None = None

    def to_dict(self) -> dict[str, object]:
        """Return the stage for JSON; what is not known is null."""
        return {
            "relation": self.relation, "edition": self.edition, "number": self.number or None,
            "address": self.address or None, "citation": self.citation or None, "kinds": list(self.kinds),
            "confirmed": self.confirmed, "confirmed_by": self.confirmed_by or None, "reason": self.reason or None,
            "issued_on": self.issued_on, "in_force_from": self.in_force_from, "in_force_until": self.in_force_until,
            "replaced_on": self.replaced_on, "status": self.status, "certainty": self.certainty,
            "words": [span.to_list() for span in self.words], "remark": str(self.why) if self.why else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One commit that changed the words; `commit` is empty for what stands in the file and is not committed yet.

    `body` is the reason given below the subject.
    `addresses` are those the provision had after it. `words` are its own, `changes` the rows of the comparison that
    touch it or what stands below it.
    """

    commit: str = ""
    committed_at: datetime | None = None
    author: str = ""
    subject: str = ""
    body: str = ""
    trailers: tuple[tuple[str, str], ...] = ()
    files: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    words: Words = ()
    changes: tuple[Row, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return the edit for JSON; what is not known is null."""
        return {
            "commit": self.commit or None,
            "committed_at": self.committed_at.isoformat() if self.committed_at else None,
            "author": self.author or None, "subject": self.subject or None,
            "body": self.body or None,
            "trailers": [[name, value] for name, value in self.trailers], "files": list(self.files),
            "addresses": list(self.addresses), "kinds": list(self.kinds),
            "words": [span.to_list() for span in self.words],
            "changes": [row.to_dict() for row in self.changes],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """Everything known of a work, an edition or one provision of it; `edits` None: the other clock cannot be read."""

    edition: str = ""
    work: str = ""
    address: str = ""
    citation: str = ""
    legal: tuple[LegalStage, ...] = ()
    edits: tuple[Edit, ...] | None = None
    remarks: tuple[Message, ...] = ()

    @property
    def place(self) -> str:
        """Return how to ask for the same again."""
        name = self.edition or self.work
        return f"{name}:{self.address}" if self.address else name

    def to_dict(self) -> dict[str, object]:
        """Return the life for JSON; what is not known is null."""
        return {
            "edition": self.edition or None, "work": self.work or None, "address": self.address or None,
            "citation": self.citation or None, "legal": [stage.to_dict() for stage in self.legal],
            "edits": None if self.edits is None else [edit.to_dict() for edit in self.edits],
            "remarks": [str(remark) for remark in self.remarks],
        }
