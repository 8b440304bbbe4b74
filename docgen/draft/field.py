"""One question asked of a cell, and the list of them that belongs to a framework."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from docgen.draft.facts import Blank, Value
from docgen.word.document import DAY_BLANK

FieldType = Literal[
    "text", "person", "date", "year", "month_day", "integer", "choice", "yes_no", "list", "records",
]
FIELD_TYPES: tuple[str, ...] = get_args(FieldType)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question: its name in the cell's file, its type, and what is done when nobody answers it.

    `proposed` marks a figure that rests on custom, not on a text: it is listed as "đề xuất". `blank` lets the answer
    be `chưa có`: the paper then has room to write it in. `of` are the questions of one entry of a list of records.
    `kinds` are the kinds of document that need the answer, empty = all of them. `condition` tells when it is worth
    asking at all; it holds back a question that would make no sense, it forbids no answer. `unconfirmed` marks what the
    program understood of a model and no person has confirmed yet.
    """

    name: str
    type: FieldType
    label: str = ""
    required: bool = False
    default: Value = None
    choices: tuple[str, ...] = ()
    of: tuple[Field, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    proposed: bool = False
    basis: tuple[str, ...] = ()
    blank: bool = False
    kinds: tuple[str, ...] = ()
    help: str = ""
    condition: str = ""
    unconfirmed: bool = False
    line: int = 0

    def serves(self, kinds: Collection[str]) -> bool:
        """Tell whether one of these kinds of document needs the answer."""
        return not self.kinds or any(kind in self.kinds for kind in kinds)


@dataclass(frozen=True, kw_only=True)
class FieldList:
    """All questions of a framework, and the computed names its wording asks for.

    `framework` is the work whose questions a model of a province asks too, else empty. `historical` is the edition a
    framework rests on whose subject is gone (docgen.draft.historical), else empty.
    """

    fields: tuple[Field, ...] = ()
    computed: tuple[str, ...] = ()
    historical: str = ""
    framework: str = ""
    file: str = ""

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The questions by their names, in the order in which they are asked."""
        return {field.name: field for field in self.fields}

    @cached_property
    def required(self) -> tuple[Field, ...]:
        """The questions somebody has to answer."""
        return tuple(field for field in self.fields if field.required)

    @cached_property
    def unanswered(self) -> dict[str, Value]:
        """What stands for each question as long as nobody answers it."""
        return {field.name: field.default if field.default is not None else Blank(DAY_BLANK) if field.blank
                else () if field.type in ("list", "records") else None for field in self.fields}

    @cached_property
    def nothing(self) -> dict[str, Value]:
        """What a document has for a question that has no answer: always something that counts as "no" if it is asked.
        """
        return {field.name: False if field.type == "yes_no" else
                Blank(DAY_BLANK) if field.type in ("integer", "year", "month_day") else "" for field in self.fields}

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The questions answered with a date."""
        return tuple(field.name for field in self.fields if field.type == "date")

    def find(self, name: str) -> Field | None:
        """Return the question of a name, None if there is none."""
        return self.by_name.get(name)

    def names(self) -> tuple[str, ...]:
        """Return the names of all questions in the order in which they are asked."""
        return tuple(field.name for field in self.fields)
