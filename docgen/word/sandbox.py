"""The one door of Jinja: tags of frames, texts and conditions of clauses run here, strictly and fenced in.

A name that is not there is an error, never a blank. A value is data: `{{` inside it is printed, not read.
Nothing in here depends on chance or on the clock.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedEnvironment

from docgen.errors import DocgenError
from docgen.messages import Message, say

_WITHOUT = ("random", "safe", "pprint", "xmlattr", "urlize", "tojson", "forceescape", "filesizeformat")
# chance, raw markup, and what only web pages need
_LONGEST = 1_000_000

Result = TypeVar("Result")


class BrokenTag(DocgenError):
    """A tag that cannot be read or carried out; `line` counts from 1 in the text handed in."""

    exit_code = 3

    def __init__(self, message: Message, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


class _Fenced(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which no short expression can make a giant value either."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or not all(isinstance(side, (int, float)) for side in (left, right)):
            raise SecurityError(f"the sign {operator} is for numbers only")
        if isinstance(left, int) and isinstance(right, int) and max(abs(left), abs(right)) > _LONGEST:
            raise SecurityError("the figure is too large")
        return left * right


def environment() -> SandboxedEnvironment:
    """Return the fenced, strict Jinja in which all tags run; what it prints is not escaped, that is the frame's."""
    fenced = _Fenced(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
    fenced.globals.clear()
    for name in _WITHOUT:
        fenced.filters.pop(name, None)
    return fenced


@cache
def _plain() -> SandboxedEnvironment:
    return environment()


@dataclass(frozen=True, slots=True)
class CompiledText:
    """A text with tags, ready to be filled in many times; `names` are the names it needs."""

    source: str
    names: frozenset[str]
    _render: Callable[[Mapping[str, object]], str]

    def render(self, values: Mapping[str, object]) -> str:
        """Fill the text in; raises BrokenTag if a name is missing or an expression cannot be worked out."""
        return _carry_out(lambda: self._render(values))


@dataclass(frozen=True, slots=True)
class CompiledExpression:
    """A condition or value, ready to be worked out many times; `names` are the names it needs."""

    source: str
    names: frozenset[str]
    _evaluate: Callable[[Mapping[str, object]], object]

    def evaluate(self, values: Mapping[str, object]) -> object:
        """Work the expression out; raises BrokenTag if a name is missing."""
        return _carry_out(lambda: self._evaluate(values))


def compile_text(source: str) -> CompiledText:
    """Read a text with tags once; raises BrokenTag with the line where a tag cannot be read."""
    tree = parse(_plain(), source)
    template = _compiled(source)
    return CompiledText(source, _undeclared(tree), lambda values: template.render(dict(values)))


def compile_expression(source: str) -> CompiledExpression:
    """Read a condition such as `has_committee and full_members > 8` once; raises BrokenTag if it cannot be read."""
    tree = parse(_plain(), "{{ (" + source + "\n) }}")
    body = tree.body
    if len(body) != 1 or not isinstance(body[0], nodes.Output) or len(body[0].nodes) != 1:
        raise BrokenTag(say("“{text}” is not one condition.", text=source))
    try:
        evaluate = _plain().compile_expression(source, undefined_to_none=False)
    except TemplateSyntaxError as error:
        raise BrokenTag(_sentence(error), error.lineno) from None

    def strictly(values: Mapping[str, object]) -> object:
        result = evaluate(dict(values))
        # an undefined value must not slip through as "not true"
        if isinstance(result, StrictUndefined):
            str(result)
        return result

    return CompiledExpression(source, _undeclared(tree), strictly)


def parse(jinja: SandboxedEnvironment, source: str) -> nodes.Template:
    """Return the syntax tree of a text with tags; raises BrokenTag where it is wrong or asks for an unknown filter."""
    try:
        tree = jinja.parse(source)
    except TemplateSyntaxError as error:
        raise BrokenTag(_sentence(error), error.lineno) from None
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        known = jinja.filters if isinstance(node, nodes.Filter) else jinja.tests
        if node.name not in known:
            raise BrokenTag(_unknown_filter(str(node.name), known), node.lineno)
    return tree


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most like a mistyped one, "" if none is like it."""
    found = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.5)
    return found[0] if found else ""


def _compiled(source: str) -> Any:
    try:
        return _plain().from_string(source)
    except TemplateSyntaxError as error:
        raise BrokenTag(_sentence(error), error.lineno) from None


def _undeclared(tree: nodes.Template) -> frozenset[str]:
    return frozenset(meta.find_undeclared_variables(tree))


def _carry_out(work: Callable[[], Result]) -> Result:
    try:
        return work()
    except UndefinedError as error:
        name = re.fullmatch(r"'(.+)' is undefined", error.message or "")
        if name:
            raise BrokenTag(say("The name “{name}” in a tag has no value.", name=name[1])) from None
        raise BrokenTag(say("A name in a tag has no value: {reason}.", reason=error.message or "?")) from None
    except (TemplateError, TypeError, ValueError, ArithmeticError, AttributeError, LookupError) as error:
        raise BrokenTag(say("A tag could not be carried out: {reason}.", reason=str(error))) from None


def _sentence(error: TemplateSyntaxError) -> Message:
    return say("A tag cannot be read: {reason}", reason=error.message or "?")


def _unknown_filter(name: str, known: Iterable[str]) -> Message:
    like = nearest(name, known)
    if like:
        return say("There is no filter or test “{name}”; perhaps “{nearest}” is meant.", name=name, nearest=like)
    return say("There is no filter or test “{name}”.", name=name)
