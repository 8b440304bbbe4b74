"""When a clause is printed, in words: "có phó bí thư và không khuyết bí thư" in place of what the template says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.draft.field import FieldList
from docgen.messages import say
from docgen.publish.site.template_names import answer_sentence

_TOKEN = re.compile(r"\s*(\(|\)|\||>=|>|\d+|[A-Za-z_][A-Za-z0-9_.]*|\S)")
_MORE_THAN = 4


def condition_words(source: str, fields: FieldList, each: str = "", *, wanted: bool = True) -> str:
    """Return a condition in words, turned round unless `wanted`; empty where it cannot be worded."""
    reader = _Reader(_TOKEN.findall(source), fields, each)
    try:
        words = reader.either(wanted)
    except _NotWorded:
        return ""
    return words if reader.place == len(reader.tokens) else ""


class _NotWorded(Exception):
    """The condition holds something there are no words for."""


@dataclass
class _Reader:
    """Reads `or` over `and` over `not` over names, and words it; a negation changes places of the two."""

    tokens: list[str]
    fields: FieldList
    each: str
    place: int = 0

    def next(self) -> str:
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def take(self, token: str) -> bool:
        if self.next() != token:
            return False
        self.place += 1
        return True

    def either(self, wanted: bool) -> str:
        parts = [self.both(wanted)]
        while self.take("or"):
            parts.append(self.both(wanted))
        return (_any if wanted else _all)(parts)

    def both(self, wanted: bool) -> str:
        parts = [self.one(wanted)]
        while self.take("and"):
            parts.append(self.one(wanted))
        return (_all if wanted else _any)(parts)

    def one(self, wanted: bool) -> str:
        if self.take("not"):
            return self.one(not wanted)
        if self.take("("):
            words = self.either(wanted)
            if not self.take(")"):
                raise _NotWorded
            return words
        name = self.next()
        self.place += 1
        if self.tokens[self.place:self.place + 3] == ["|", "length", ">"]:
            return self._counted(name, wanted)
        words = answer_sentence(name, wanted, self.fields, self.each) if name else ""
        if not words:
            raise _NotWorded
        return words

    def _counted(self, name: str, wanted: bool) -> str:
        limit = "".join(self.tokens[self.place + 3:self.place + _MORE_THAN])
        listed = self.fields.find(name)
        if listed is None or not limit.isdecimal():
            raise _NotWorded
        self.place += _MORE_THAN
        return str(say("“{label}” has more than {count} entries", label=listed.label, count=limit) if wanted else
                   say("“{label}” has at most {count} entries", label=listed.label, count=limit))


def _all(parts: list[str]) -> str:
    return f" {say('and')} ".join(parts)


def _any(parts: list[str]) -> str:
    return f"; {say('or')} ".join(parts)
