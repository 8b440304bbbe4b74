"""The words of one clause, read once: constant runs, names and references; Jinja only where more is asked for.

Most clauses hold nothing but words, `{{ name }}` and `{{ ref("id") }}`; these are filled in by joining strings.
A clause with `{% if %}` or a filter goes through the fenced Jinja of docgen.word.sandbox. Both are strict: a name
without a value is an error. A value is only ever joined in, never read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from docgen.draft.facts import Record
from docgen.messages import Message, say
from docgen.word.sandbox import BrokenTag, CompiledExpression, CompiledText, compile_expression, compile_text

_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_SIMPLE = re.compile(
    r"\{\{\s*(?:ref\(\s*(?P<quote>[\"'])(?P<ref>[^\"'{}]*)(?P=quote)\s*\)|(?P<name>" + _NAME + r")"
    r"(?:\.(?P<part>" + _NAME + r"))?)\s*\}\}")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_REF = re.compile(r"\bref\b(?:\s*\(\s*(?P<quote>[\"'])(?P<id>[^\"']*)(?P=quote)\s*\))?")
_ITEM_PART = re.compile(r"\bitem\s*\.\s*(" + _NAME + ")")
_BARE = re.compile(r"\{\{-?\s*(" + _NAME + r")\s*-?\}\}")
_NOT_NAMES = frozenset({"true", "false", "none", "True", "False", "None", "not", "and", "or", "in", "is", "if", "else"})
_SPACES = re.compile(r"[ \t\n]+")
_CONJUNCTION = re.compile(rf"(?:not\s+)?{_NAME}(?:\s+and\s+(?:not\s+)?{_NAME})*")
ITEM = "item"
REF = "ref"


@dataclass(frozen=True, slots=True)
class _Name:
    name: str
    part: str


@dataclass(frozen=True, slots=True)
class _Ref:
    target: str


@dataclass(frozen=True, slots=True)
class TextProgram:
    """The words of a clause ready to be filled in; `names`, `parts` and `refs` are what it asks for.

    `parts` are the names asked of `item`; `bare` the names printed as they are, without a filter; `broken_refs` tells
    that a reference is not written as ref("id").
    """

    source: str
    names: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    bare: frozenset[str] = frozenset()
    broken_refs: bool = False
    pieces: tuple[str | _Name | _Ref, ...] = ()
    jinja: CompiledText | None = None

    @property
    def is_constant(self) -> bool:
        """Tell whether the words depend on nothing but the numbering."""
        return self.jinja is None and not any(isinstance(piece, _Name) for piece in self.pieces)

    def fill(self, values: Mapping[str, object], citations: Mapping[str, str]) -> str:
        """Return the words for one cell; raises BrokenTag if a tag cannot be carried out or leads nowhere."""
        if self.jinja is not None:
            def ref(target: str) -> str:
                return _cited(target, citations)
            text = self.jinja.render({**values, REF: ref})
        else:
            text = "".join([piece if isinstance(piece, str) else _piece(piece, values, citations)
                            for piece in self.pieces])
        return tidy(text)


def tidy(text: str) -> str:
    """Return the text with single spaces and none at its ends; no-break spaces are room to write in and stay."""
    if "  " in text or "\n" in text or "\t" in text:
        text = _SPACES.sub(" ", text)
    return text.strip(" ")


def compile_program(source: str) -> TextProgram:
    """Read the words of a clause once; raises BrokenTag with the line where a tag cannot be read."""
    pieces: list[str | _Name | _Ref] = []
    end = 0
    simple = True
    for match in _SIMPLE.finditer(source):
        pieces.append(source[end:match.start()])
        end = match.end()
        if match["name"]:
            simple = simple and match["name"] not in _NOT_NAMES
            pieces.append(_Name(match["name"], match["part"] or ""))
        else:
            pieces.append(_Ref(match["ref"]))
    pieces.append(source[end:])
    simple = simple and not any(isinstance(piece, str) and re.search(r"\{[{%#]", piece) for piece in pieces)
    if stray := re.search(r"[%}]\}", _TAG.sub(lambda tag: "\n" * tag[0].count("\n"), source)):
        line = source.count("\n", 0, stray.start()) + 1
        raise BrokenTag(say("A tag is closed here that was not opened."), line)
    tags = "\n".join(_TAG.findall(source))
    refs = [match["id"] for match in _REF.finditer(tags)]
    names = frozenset(piece.name for piece in pieces if isinstance(piece, _Name))
    jinja = None
    if not simple:
        jinja = compile_text(source)
        names = jinja.names - {REF}
    return TextProgram(
        source=source, names=names, parts=tuple(dict.fromkeys(_ITEM_PART.findall(tags))),
        refs=tuple(dict.fromkeys(ref for ref in refs if ref)), bare=frozenset(_BARE.findall(tags)),
        broken_refs=None in refs or "" in refs,
        pieces=() if jinja else tuple(_SPACES.sub(" ", piece) if isinstance(piece, str) else piece
                                      for piece in pieces if piece != ""),
        jinja=jinja)


@dataclass(frozen=True, slots=True)
class Condition:
    """When a clause is printed: names joined by `and`, each perhaps with `not`, or any expression of Jinja."""

    source: str
    names: frozenset[str]
    parts: tuple[str, ...] = ()
    wanted: tuple[tuple[str, bool], ...] = ()
    jinja: CompiledExpression | None = None

    def holds(self, values: Mapping[str, object]) -> bool:
        """Tell whether the condition holds for one cell; raises BrokenTag if it cannot be worked out."""
        if self.jinja is not None:
            return bool(self.jinja.evaluate(values))
        return all(bool(values[name]) is wanted for name, wanted in self.wanted)


def compile_condition(source: str) -> Condition:
    """Read a condition once; raises BrokenTag if it cannot be read."""
    if _CONJUNCTION.fullmatch(source):
        parts = [part.split() for part in re.split(r"\s+and\s+", source)]
        names = frozenset(part[-1] for part in parts)
        if not names & _NOT_NAMES:
            return Condition(source, names, wanted=tuple((part[-1], len(part) == 1) for part in parts))
    jinja = compile_expression(source)
    return Condition(source, jinja.names, tuple(dict.fromkeys(_ITEM_PART.findall(source))), jinja=jinja)


def _piece(piece: _Name | _Ref, values: Mapping[str, object], citations: Mapping[str, str]) -> str:
    if isinstance(piece, _Ref):
        return _cited(piece.target, citations)
    if piece.name not in values:
        raise BrokenTag(say("A name in a tag has no value: {reason}.", reason=piece.name))
    value = values[piece.name]
    if not piece.part:
        return str(value)
    if not isinstance(value, Record):
        raise BrokenTag(_no_part(piece))
    try:
        return value.text(piece.part) if value[piece.part] is not None else ""
    except KeyError:
        raise BrokenTag(_no_part(piece)) from None


def _no_part(piece: _Name) -> Message:
    return say("'{name}' has no part '{part}'.", name=piece.name, part=piece.part)


def _cited(target: str, citations: Mapping[str, str]) -> str:
    try:
        return citations[target]
    except KeyError:
        raise BrokenTag(say("It refers to the clause '{id}', which is not printed for this cell.", id=target)) from None
