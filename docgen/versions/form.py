"""A mapping of a register read key by key; whatever does not fit is noted with its line and column, nothing stops."""

from __future__ import annotations

from collections.abc import Sequence as Several
from difflib import get_close_matches
from typing import TypeVar

from docgen.messages import NOTHING, Message, say
from docgen.model.finding import Finding
from docgen.reader.yaml_tree import Branch, Mapping, Scalar, Sequence
from docgen.versions.legal_date import NOT_KNOWN, LegalDate, parse_legal_date
from docgen.versions.register import CERTAINTIES, Certainty

Choice = TypeVar("Choice", bound=str)


class Form:
    """One mapping and the list of faults that all mappings of the file share."""

    def __init__(self, branch: Branch | None, faults: list[Finding], keys: Several[str], what: str) -> None:
        self.faults = faults
        self.what = what
        self.line, self.column = (branch.line, branch.column) if branch else (0, 0)
        self.mapping = branch if isinstance(branch, Mapping) else Mapping((), self.line, self.column)
        self.readable = branch is None or isinstance(branch, Mapping)
        if not self.readable and branch is not None:
            self.fault("register-shape", branch, say("Names with values are expected under '{what}'.", what=what),
                       say("Write one 'name: value' on each line, indented alike."))
        for key, _ in self.mapping.entries:
            if key.text not in keys:
                near = get_close_matches(key.text, keys, n=1)
                self.fault("register-unknown-name", key,
                           say("'{name}' is no name used under '{what}'.", name=key.text, what=what),
                           say("Perhaps '{near}' is meant.", near=near[0]) if near
                           else say("Names used here: {names}.", names=", ".join(keys)))

    def fault(self, code: str, place: Branch | Form, message: Message, remedy: Message = NOTHING) -> None:
        """Note a fault at a place of the file."""
        self.faults.append(Finding(code=code, severity="error", message=message, remedy=remedy,
                                   line=place.line, column=place.column))

    def scalar(self, name: str, required: bool = False) -> Scalar | None:
        """Return the single value under a name, None where it is missing or empty."""
        value = self.mapping.get(name)
        if isinstance(value, Scalar) and value.text.strip():
            return value
        if value is not None and not isinstance(value, Scalar):
            self.fault("register-shape", value, say("'{name}' takes one value, not a list.", name=name))
        elif required and self.readable:
            self.fault("register-missing", value or self, say("'{name}' is missing under '{what}'.",
                                                              name=name, what=self.what),
                       say("Add the line '{name}: …'.", name=name))
        return None

    def text(self, name: str, required: bool = False) -> str:
        """Return a value as text, on one line."""
        value = self.scalar(name, required)
        return " ".join(value.text.split()) if value else ""

    def known(self, name: str) -> str:
        """Return a value as text, empty where the register says that nobody knows it; the line itself must stand."""
        text = self.text(name, required=True)
        return "" if text.lower() in NOT_KNOWN else text

    def choice(self, name: str, allowed: Several[Choice], default: Choice, required: bool = False) -> Choice:
        """Return a value out of a closed list."""
        value = self.scalar(name, required)
        if value is None:
            return default
        found = next((one for one in allowed if one == value.text.strip()), None)
        if found is None:
            self.fault("register-value", value, say("'{value}' is none of the values of '{name}'.",
                                                    value=value.text, name=name),
                       say("Values allowed: {values}.", values=", ".join(allowed)))
            return default
        return found

    def certainty(self, name: str = "certainty", required: bool = True) -> Certainty | None:
        """Return how sure a statement is; None where it is not said."""
        if self.scalar(name, required) is None:
            return None
        return self.choice(name, CERTAINTIES, "C")

    def date(self, name: str, required: bool = False) -> LegalDate | None:
        """Return a date; None where it is said to be not known or is missing."""
        value = self.scalar(name, required)
        if value is None or value.text.strip().lower() in NOT_KNOWN:
            return None
        found = parse_legal_date(value.text)
        if found is None:
            self.fault("register-date", value, say("'{value}' is no date.", value=value.text),
                       say("Write 2024-05-29, or the year alone (2024), or '{unknown}'.", unknown=NOT_KNOWN[0]))
        return found

    def items(self, name: str) -> tuple[Branch, ...]:
        """Return the items of a list; a missing list is an empty one."""
        value = self.mapping.get(name)
        if value is None or (isinstance(value, Scalar) and not value.text.strip()):
            return ()
        if isinstance(value, Sequence):
            return value.items
        self.fault("register-shape", value, say("'{name}' takes a list: each item begins with '- '.", name=name))
        return ()
