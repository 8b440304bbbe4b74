"""fields.yaml: the questions a framework asks of a cell, with every fault of the list itself reported at once."""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, replace

from docgen.draft.field import FIELD_TYPES, Field, FieldList, FieldType
from docgen.draft.kinds import EVERY_SLUG
from docgen.draft.nearest import suggest
from docgen.draft.text_program import compile_condition
from docgen.draft.values import NO, YES, Converter
from docgen.messages import NOTHING, Message, say
from docgen.model.finding import Finding
from docgen.reader.yaml_tree import Branch, Mapping, Scalar, Sequence, parse
from docgen.word.sandbox import BrokenTag

KEYS = ("name", "type", "label", "required", "default", "choices", "of", "min", "max", "proposed", "basis", "blank",
        "for", "if", "help", "unconfirmed")
HEADS = ("fields", "computed", "historical", "framework")
"""What a list of questions may say at its head."""
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_BASIS = re.compile(r"[a-z0-9][a-z0-9-]*:[a-z0-9][a-z0-9./~-]*")
SHARED = "shared"
RESERVED = frozenset({"ref", "item", "and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "loop"})
"""Names a clause already gives another meaning to."""


@dataclass(frozen=True, slots=True)
class FieldsReading:
    """The questions that could be read, and what is wrong with the list."""

    fields: FieldList
    findings: tuple[Finding, ...] = ()


def read_fields(
    text: str, file: str = "", shared: MappingOf[str, Mapping] | None = None, inherited: Collection[str] = (),
) -> FieldsReading:
    """Read a list of questions (fields.yaml); never raises, every fault is a finding with its line.

    `shared` are the questions it may bring in with `- shared: name`; those `inherited` are asked after the others, if
    they are not brought in.
    """
    reader = _Reader(shared or {})
    document = parse(text)
    reader.findings.extend(document.findings)
    root = document.root
    fields: tuple[Field, ...] = ()
    computed: tuple[str, ...] = ()
    historical = framework = ""
    if isinstance(root, Mapping):
        for key, branch in root.entries:
            if key.text == "fields":
                fields = reader.fields(branch)
            elif key.text == "computed":
                computed = reader.computed(branch)
            elif key.text == "historical":
                historical = root.text("historical")
            elif key.text == "framework":
                framework = root.text("framework")
            else:
                reader.fault(key, say("A list of questions has no '{name}'.", name=key.text),
                             suggest(key.text, HEADS, say("Known are: {names}.", names=", ".join(HEADS))))
    named = {field.name for field in fields}
    fields += tuple(field for name in inherited if name not in named and (field := reader.question(name)) is not None)
    if not fields and not reader.findings:
        reader.findings.append(Finding(code="fields", severity="error", line=1, column=1,
                                       message=say("There is no question in this file."),
                                       remedy=say("Write them as a list under 'fields:'.")))
    return FieldsReading(FieldList(fields=fields, computed=computed, historical=historical, framework=framework,
                                   file=file),
                         tuple(finding.at(file) for finding in reader.findings))


def questions_in(text: str, shared: MappingOf[str, Mapping]) -> dict[str, Mapping]:
    """Return the questions of a list by name, as they are written, with those it brings in put together."""
    root = parse(text).root
    listed = root.get("fields") if isinstance(root, Mapping) else None
    reader = _Reader(shared)
    items = [one for item in (listed.items if isinstance(listed, Sequence) else ()) for one in reader.brought_in(item)]
    return {item.text("name"): item for item in items if isinstance(item, Mapping)}


class _Reader:
    def __init__(self, shared: MappingOf[str, Mapping]) -> None:
        self.shared = shared
        self.findings: list[Finding] = []

    def fault(self, branch: Branch, message: Message, remedy: Message = NOTHING) -> None:
        self.findings.append(Finding(code="fields", severity="error", message=message, remedy=remedy,
                                     line=branch.line, column=branch.column))

    def fields(self, branch: Branch) -> tuple[Field, ...]:
        if not isinstance(branch, Sequence):
            self.fault(branch, say("The questions are a list."), say("Begin each question with a dash."))
            return ()
        found: dict[str, Field] = {}
        for item in [one for listed in branch.items for one in self.brought_in(listed)]:
            field = self._field(item)
            if field is None:
                continue
            if field.name in found:
                self.fault(item, say("The question '{name}' stands twice; first in line {line}.", name=field.name,
                                     line=found[field.name].line), say("Keep one of the two."))
            else:
                found[field.name] = field
        return tuple(found.values())

    def brought_in(self, item: Branch) -> tuple[Branch, ...]:
        """Return the shared questions an entry names, with its own keys in place of the shared ones; or the entry."""
        if not isinstance(item, Mapping) or item.get(SHARED) is None:
            return (item,)
        names = self._texts(item, SHARED)
        own = tuple((key, value) for key, value in item.entries if key.text != SHARED)
        if own and len(names) != 1:
            self.fault(item, say("Keys of its own are given to one shared question at a time."),
                       say("Name that question on a line of its own."))
        found: list[Branch] = []
        for name in names:
            question = self.shared.get(name)
            if question is None:
                self.fault(item, say("There is no shared question '{name}'.", name=name),
                           suggest(name, self.shared, say("Look into templates/shared/fields.yaml.")))
                continue
            replaced = {key.text for key, _ in own}
            kept = tuple(entry for entry in question.entries if entry[0].text not in replaced)
            # the place is where it is named: that is the file a finding is about
            found.append(Mapping(kept + own, item.line, item.column))
        return tuple(found)

    def question(self, name: str) -> Field | None:
        """Return a shared question as it stands."""
        question = self.shared.get(name)
        return self._field(question) if question is not None else None

    def computed(self, branch: Branch) -> tuple[str, ...]:
        """Read the computed names a template asks for: a list of `name: how it is computed`, or of bare names."""
        names: list[str] = []
        items = branch.items if isinstance(branch, Sequence) else (branch,)
        for item in items:
            if isinstance(item, Scalar):
                names.extend([item.text] if item.text else [])
            elif isinstance(item, Mapping):
                named = item.text("name")
                names.extend([named] if named else [key.text for key, _ in item.entries])
            else:
                self.fault(item, say("A computed name is expected here, not a list."))
        return tuple(names)

    def _field(self, item: Branch) -> Field | None:
        if isinstance(item, Scalar) and item.text:
            item = Mapping(((Scalar("name", item.line, item.column), item),), item.line, item.column)
        if not isinstance(item, Mapping):
            self.fault(item, say("A question needs a name and a type."),
                       say("Write '- name: ...' and below it 'type: ...'."))
            return None
        for key, _ in item.entries:
            if key.text not in KEYS:
                self.fault(key, say("A question has no '{name}'.", name=key.text),
                           suggest(key.text, KEYS, say("Known are: {names}.", names=", ".join(KEYS))))
        name = item.text("name")
        if not _NAME.fullmatch(name) or name in RESERVED:
            self.fault(item, say("'{name}' cannot be the name of a question.", name=name),
                       say("Use small English letters, figures and _, beginning with a letter."))
            return None
        field = Field(
            name=name, type=self._type(item), label=item.text("label"), help=item.text("help"), line=item.line,
            required=self._flag(item, "required"), proposed=self._flag(item, "proposed"),
            blank=self._flag(item, "blank"), unconfirmed=self._flag(item, "unconfirmed"),
            minimum=self._limit(item, "min"), maximum=self._limit(item, "max"),
            choices=self._texts(item, "choices"), basis=self._basis(item), of=self._parts(item),
            kinds=self._kinds(item), condition=self._condition(item),
        )
        self._consistency(field, item)
        default = item.get("default")
        if default is None:
            return field
        converter = Converter()
        value = converter.value(field, default)
        self.findings.extend(converter.findings)
        return replace(field, default=value)

    def _consistency(self, field: Field, item: Mapping) -> None:
        if field.type == "choice" and not field.choices:
            self.fault(item, say("'{name}' is a choice without choices.", name=field.name),
                       say("Add 'choices: [..., ...]'."))
        if field.type == "records" and not field.of:
            self.fault(item, say("'{name}' is a list of records and does not say of what.", name=field.name),
                       say("Add 'of:' with the questions of one entry."))
        if field.required and item.get("default") is not None:
            self.fault(item, say("'{name}' is required and has a default.", name=field.name),
                       say("Drop one of the two."))
        if field.minimum is not None and field.maximum is not None and field.minimum > field.maximum:
            self.fault(item, say("'{name}' has min above max.", name=field.name), say("Exchange the two."))

    def _type(self, item: Mapping) -> FieldType:
        branch = item.get("type")
        text = item.text("type") or "text"
        for known in FIELD_TYPES:
            if text == known:
                return known  # type: ignore[return-value]
        self.fault(branch or item, say("There is no type '{type}'.", type=text),
                   suggest(text, FIELD_TYPES, say("Known are: {names}.", names=", ".join(FIELD_TYPES))))
        return "text"

    def _flag(self, item: Mapping, key: str) -> bool:
        branch = item.get(key)
        text = item.text(key).casefold()
        if branch is not None and text not in (*YES, *NO):
            self.fault(branch, say("'{key}' is answered with yes or no.", key=key), say("Write yes or no."))
        return text in YES

    def _limit(self, item: Mapping, key: str) -> int | None:
        branch = item.get(key)
        text = item.text(key)
        if branch is None:
            return None
        if not (text.isascii() and text.isdecimal() and len(text) < 10):
            self.fault(branch, say("'{key}' is a whole number.", key=key), say("Write figures only."))
            return None
        return int(text)

    def _texts(self, item: Mapping, key: str) -> tuple[str, ...]:
        branch = item.get(key)
        if branch is None:
            return ()
        if isinstance(branch, Scalar):
            return (branch.text,) if branch.text else ()
        if isinstance(branch, Sequence) and all(isinstance(part, Scalar) for part in branch.items):
            return tuple(part.text for part in branch.items if isinstance(part, Scalar))
        self.fault(branch, say("'{key}' is a list of texts.", key=key), say("Write [one, two, three]."))
        return ()

    def _basis(self, item: Mapping) -> tuple[str, ...]:
        basis = self._texts(item, "basis")
        for text in basis:
            if not _BASIS.fullmatch(text):
                self.fault(item.get("basis") or item, say("'{basis}' is no legal basis.", basis=text),
                           say("Write edition:address, such as 162-qd-tw-2024:dieu-9.khoan-2."))
        return basis

    def _kinds(self, item: Mapping) -> tuple[str, ...]:
        kinds = self._texts(item, "for")
        for kind in kinds:
            if kind not in EVERY_SLUG:
                self.fault(item.get("for") or item, say("There is no kind of document '{kind}'.", kind=kind),
                           suggest(kind, EVERY_SLUG, say("Known are: {names}.", names=", ".join(EVERY_SLUG))))
        return kinds

    def _condition(self, item: Mapping) -> str:
        branch = item.get("if")
        if branch is None:
            return ""
        try:
            return compile_condition(item.text("if")).source
        except BrokenTag as broken:
            self.fault(branch, broken.message, say("Write a condition such as: kind == \"dang-bo-co-so\"."))
            return ""

    def _parts(self, item: Mapping) -> tuple[Field, ...]:
        branch = item.get("of")
        return self.fields(branch) if branch is not None else ()
