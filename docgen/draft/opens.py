"""What is still open in a draft: blanks to fill in, figures that rest on custom, legal bases nobody could look up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from docgen.draft.context import STATUTES_RULE, WORDS
from docgen.draft.field import Field, FieldList
from docgen.draft.form import FACE
from docgen.draft.historical import History
from docgen.draft.legal_basis import Doubt, EditionFact, edition_of
from docgen.draft.text_program import compile_condition
from docgen.messages import Message, say
from docgen.word.document import DAY_BLANK

SURENESS = {"A": "lời văn chính thức", "A-": "bản chép chưa đối chiếu", "B": "báo chí, chưa có văn bản",
            "C": "bên thứ ba, chưa đối chiếu"}
"""What the grades of a statement mean, for readers who do not know the letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedClause:
    """One printed clause: how it is cited in this draft ("khoản 2 Điều 5"), its words, kind and legal basis.

    `uses` are the names its words print, `custom` those its author marked as figures without a legal basis;
    `may_rest_on` are bases a program proposed and nobody has confirmed.
    """

    id: str
    citation: str
    text: str
    kind: str = ""
    basis: tuple[str, ...] = ()
    uses: frozenset[str] = frozenset()
    custom: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    may_rest_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """One thing an office still has to decide: `places` are the printed clauses it stands in."""

    kind: Literal["blank", "proposed", "basis", "law", "history", "form"]
    name: str
    label: str
    value: str = ""
    clauses: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def sentence(self) -> Message:
        """Say what is open and what to do about it."""
        places = "; ".join(self.places)
        if self.kind == "blank":
            return say("{label}: not known yet; fill it in before signing.", label=self.label)
        if self.kind == "proposed":
            return say("{label}: {value}. Custom, set by no text; decide whether it fits ({places}).",
                       label=self.label, value=self.value, places=places)
        if self.kind == "history":
            return say("{label}: {value} Nobody signs it any more.", label=self.label, value=self.value)
        if self.kind == "form":
            return say("{label}: {value} Compare with the guidance in force.", label=self.label, value=self.value)
        if self.kind == "law":
            return say("{label}: {value} Find out what governs before signing.", label=self.label, value=self.value)
        return say("{label}: its text is not held; hold the clause against it before signing ({places}).",
                   label=self.label, places=places)

    def to_dict(self) -> dict[str, object]:
        """Return the item as JSON has it; what does not apply is null."""
        return {"kind": self.kind, "name": self.name, "label": self.label, "value": self.value or None,
                "clauses": list(self.clauses), "places": list(self.places), "message": str(self.sentence)}


def open_items(
    blank: Iterable[str], fields: FieldList, clauses: Iterable[NumberedClause], editions: Mapping[str, EditionFact],
    values: Mapping[str, object], *, kind: str, law: Iterable[tuple[EditionFact, Doubt]] = (),
    history: History | None = None, form: Iterable[OpenItem] = (),
) -> tuple[OpenItem, ...]:
    """List what is open in a draft: that it is history, doubts about the law, blanks, proposed figures, bases not held.

    `form` is what no text held settles. `blank` are the names of the answers left open; one that only another kind of
    document needs is not listed.
    """
    clauses = tuple(clauses)
    return (*_history(history), *_law(law), *_blanks(blank, fields, clauses, values, kind),
            *_proposed(fields, clauses, values), *_bases(clauses, editions), *form)


def said_of(doubt: Doubt) -> str:
    """Put a doubt about the law into words for paper and screen: who says it, what it is worth, how sure that is."""
    grade = f" Mức độ chắc chắn: {doubt.certainty}, {SURENESS[doubt.certainty]}." if doubt.certainty else ""
    return f"theo {doubt.source}{f'; {doubt.note}' if doubt.note else ''}.{grade}"


def _history(history: History | None) -> Iterable[OpenItem]:
    if history is not None:
        yield OpenItem(kind="history", name=history.edition.id, label=FACE,
                       value=f"{history.name}, {said_of(history.ended)}")


def _law(law: Iterable[tuple[EditionFact, Doubt]]) -> Iterable[OpenItem]:
    for edition, doubt in law:
        yield OpenItem(kind="law", name=edition.id, label=edition.name or edition.number, value=said_of(doubt))


def _blanks(
    blank: Iterable[str], fields: FieldList, clauses: tuple[NumberedClause, ...], values: Mapping[str, object],
    kind: str,
) -> Iterable[OpenItem]:
    for name in blank:
        field = fields.find(name)
        if field is None:
            continue  # asked by another document
        used = tuple(clause for clause in clauses if not clause.uses.isdisjoint((name, name + WORDS)))
        if not used and (name == STATUTES_RULE or not _is_asked(field, values)):
            continue  # asked by nothing in this one
        elsewhere = not field.serves((kind,))
        if elsewhere and not any(DAY_BLANK in clause.text for clause in used):
            continue
        yield OpenItem(kind="blank", name=name, label=field.label or name,
                       clauses=tuple(clause.id for clause in used), places=_places(used))


def _is_asked(field: Field, values: Mapping[str, object]) -> bool:
    """Tell whether a question makes sense for this cell."""
    condition = compile_condition(field.condition) if field.condition else None
    return condition is None or not condition.names <= values.keys() or condition.holds(values)


def _proposed(
    fields: FieldList, clauses: tuple[NumberedClause, ...], values: Mapping[str, object],
) -> Iterable[OpenItem]:
    marked = {field.name for field in fields.fields if field.proposed}
    used: dict[str, list[NumberedClause]] = {}
    for clause in clauses:
        for name in dict.fromkeys((*clause.custom, *sorted(clause.uses & marked))):
            used.setdefault(name, []).append(clause)
    for name, where in used.items():
        field = fields.find(name)
        yield OpenItem(kind="proposed", name=name, label=(field.label if field else "") or name,
                       value=_shown(values.get(name, "")), clauses=tuple(clause.id for clause in where),
                       places=_places(where))


def _bases(clauses: tuple[NumberedClause, ...], editions: Mapping[str, EditionFact]) -> Iterable[OpenItem]:
    used: dict[str, list[NumberedClause]] = {}
    for clause in clauses:
        for basis in (*clause.basis, *clause.against):
            edition = editions.get(edition_of(basis))
            unheld = edition is None or not edition.is_held
            if unheld or (edition is not None and edition.partial and not edition.texts.get(basis.partition(":")[2])):
                used.setdefault(edition_of(basis), []).append(clause)
    for name, where in sorted(used.items()):
        edition = editions.get(name)
        yield OpenItem(kind="basis", name=name, label=(edition.number if edition else "") or name,
                       value=", ".join(sorted({basis for clause in where for basis in (*clause.basis, *clause.against)
                                               if edition_of(basis) == name})),
                       clauses=tuple(dict.fromkeys(clause.id for clause in where)), places=_places(where))


def _places(clauses: Iterable[NumberedClause]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clause.citation for clause in clauses if clause.citation))


def _shown(value: object) -> str:
    return ", ".join(str(item) for item in value) if isinstance(value, tuple) else str(value)
