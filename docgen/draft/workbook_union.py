"""The questions of several frameworks as columns of one workbook: what two of them ask is one column."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from docgen.draft.field import Field, FieldList


def united(lists: Sequence[FieldList], needed: Collection[FieldList] = ()) -> tuple[Field, ...]:
    """Return every question once, in the order of the first list that asks it.

    It is required if all lists `needed` require it; choices are those of all lists.
    """
    found: dict[str, list[Field]] = {}
    for one in lists:
        for field in one.fields:
            found.setdefault(field.name, []).append(field)
    return tuple(_one([field for field in same if _is_list(field) == _is_list(same[0])],
                      all((own := one.find(name)) is not None and own.required for one in needed or lists))
                 for name, same in found.items())


def other_headings(lists: Sequence[FieldList], entries: str = "") -> tuple[tuple[str, str], ...]:
    """Return every label of every question with its name: of the cells themselves, or of one list of entries."""
    found: dict[tuple[str, str], None] = {}
    for one in lists:
        for field in one.fields:
            asked = field.of if field.name == entries else () if entries or _is_list(field) else (field,)
            found.update(dict.fromkeys((part.label, part.name) for part in asked if part.label))
    return tuple(found)


def _one(same: Sequence[Field], required: bool) -> Field:
    first = same[0]
    parts: dict[str, list[Field]] = {}
    for field in same:
        for part in field.of:
            parts.setdefault(part.name, []).append(part)
    return replace(
        first, required=required, choices=tuple(dict.fromkeys(choice for field in same for choice in field.choices)),
        of=tuple(_one(several, len(several) == len(same) and all(part.required for part in several))
                 for several in parts.values()))


def _is_list(field: Field) -> bool:
    return field.type == "records"
