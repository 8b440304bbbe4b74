"""The wording of a clause with its blanks named, its choices said in words and its references linked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from docgen.draft.field import FieldList
from docgen.messages import say
from docgen.publish.site.markup import NONE, Markup, tag, together
from docgen.publish.site.template_conditions import condition_words
from docgen.publish.site.template_names import blank_words, field_of

_TAG = re.compile(r"\{\{-?(?P<print>.*?)-?\}\}|\{%-?(?P<do>.*?)-?%\}", re.DOTALL)
_REF = re.compile(r"\bref\(\s*[\"']([^\"']+)[\"']\s*\)")
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_NAME = re.compile(r"[a-z_][a-z0-9_]*(?:\[0\])?(?:\.[a-z_][a-z0-9_]*)?")
_FILTERS = frozenset({"format", "capitalize", "upper", "lower", "replace", "or", "and", "not", "length"})


@dataclass
class _Part:
    """A branch of a choice, or the inside of a repetition: when it is printed, and its finished pieces."""

    words: str
    pieces: list[Markup | str] = field(default_factory=list)
    separator: bool = False


@dataclass(frozen=True, slots=True)
class ClauseText:
    """Writes the wording of clauses; `title` names a clause by its id."""

    fields: FieldList
    title: Callable[[str], str]

    def write(self, text: str, each: str = "") -> Markup:
        """Return the wording of one clause."""
        stack = [_Part("")]
        done = 0
        loops: list[str] = []
        for match in _TAG.finditer(text):
            stack[-1].pieces.append(text[done:match.start()])
            done = match.end()
            if match["print"] is not None:
                stack[-1].pieces.append(self._blank(match["print"].strip(), loops[-1] if loops else each))
            else:
                self._do(match["do"].strip(), stack, loops, each)
        while len(stack) > 1:
            _close(stack)
        return together(stack[0].pieces, text[done:])

    def plain(self, text: str, each: str = "") -> str:
        """Return the words of a clause with its blanks named and nothing else of the tags."""
        def named(match: re.Match[str]) -> str:
            return "" if match["print"] is None else blank_words(
                _printed_name(match["print"].strip()), self.fields, each).partition(",")[0].partition(" (")[0]

        return " ".join(_TAG.sub(named, text).split())

    def _do(self, words: str, stack: list[_Part], loops: list[str], each: str) -> None:
        verb, _, rest = words.partition(" ")
        over = loops[-1] if loops else each
        if verb == "if":
            said = condition_words(_over(rest, loops), self.fields, over)
            stack.append(_Part(str(say("if {condition}:", condition=said)) if said else "", separator="loop." in rest))
        elif verb == "elif" and len(stack) > 1:
            separator = stack[-1].separator
            _close(stack)
            said = condition_words(_over(rest, loops), self.fields, over)
            stack.append(_Part(str(say("else, if {condition}:", condition=said)), separator=separator))
        elif verb == "else" and len(stack) > 1:
            separator = stack[-1].separator
            _close(stack)
            stack.append(_Part(str(say("else:")), separator=separator))
        elif verb == "for":
            name = rest.rpartition(" ")[2]
            loops.append(name)
            stack.append(_Part(str(say("for each of: {list}", list=blank_words(name, self.fields)))))
        elif verb in ("endif", "endfor") and len(stack) > 1:
            _close(stack)
            if verb == "endfor" and loops:
                loops.pop()

    def _blank(self, words: str, each: str) -> Markup:
        if found := _REF.search(words):
            return tag("a", str(say("[{clause}]", clause=self.title(found[1]))), href=f"#{found[1]}", _class="ref")
        name = _printed_name(words)
        label = blank_words(name, self.fields, each)
        asked = field_of(name, self.fields, each)
        if asked is not None and "." not in name:
            return tag("a", label, href=f"#hoi.{asked.name}", _class="blank")
        return tag("span", label, _class="blank")


def _printed_name(words: str) -> str:
    """Return the name a tag prints, whatever is done with it; the variable of a repetition is called `item`."""
    names = [name for name in _NAME.findall(_STRING.sub("", words)) if name not in _FILTERS]
    name = names[0] if names else words
    return f"item.{name.partition('.')[2]}" if "." in name else name


def _over(condition: str, loops: list[str]) -> str:
    """Write the name of a repetition's variable as `item`, as blocks do."""
    return re.sub(r"\bparty\.", "item.", condition) if loops else condition


def _close(stack: list[_Part]) -> None:
    part = stack.pop()
    if part.separator:  # commas and "và" between the entries of a repetition
        return
    label = tag("span", part.words, " ", _class="ui") if part.words else NONE
    stack[-1].pieces.append(tag("span", tag("span", "[", _class="ui"), label, part.pieces,
                                tag("span", "]", _class="ui"), _class="choice"))
