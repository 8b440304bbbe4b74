"""What became of the words of a provision, as an office writes it: thay “…” bằng “…”, bổ sung “…” sau “…”, bỏ “…”.

A comma that became a word says nothing alone, so a change that is very short is quoted with the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docgen.compare.comparison import Span, Words
from docgen.messages import say

_WORD = re.compile(r"\w+")
_QUOTED_WORDS = 14
_MOST_CHANGES = 6
_AROUND = 2
"""Words quoted on either side of a very short change: most words of Vietnamese have two syllables."""
_FARTHEST = 6
"""Words an anchor may have until it names one place of the text."""
_MARKS = ",;:. "


@dataclass(frozen=True, slots=True)
class _Edit:
    """Words left out and words put in at one place, with what stands unchanged on either side."""

    old: str
    new: str
    before: str = ""
    after: str = ""
    swap: int = 0


def word_changes(words: Words) -> tuple[str, ...]:
    """Say what became of the words of one pair: replaced, put in, left out, in another order."""
    whole = ("".join(span.text for span in words if span.mark != "+"),
             "".join(span.other or span.text for span in words if span.mark != "-"))
    found: list[str] = []
    swaps: set[int] = set()
    for edit in _edits(words):
        if not edit.swap:
            found.append(_sentence(edit, whole))
        elif edit.swap not in swaps:
            swaps.add(edit.swap)
            found.append(str(say("“{words}” in another order", words=quoted(edit.old or edit.new))))
    return _not_too_many(found)


def side_changes(old: Iterable[Words], new: Iterable[Words]) -> tuple[str, ...]:
    """Say which words of several provisions found no place in the others: left out of the old, put into the new."""
    found: list[str] = []
    for words in (*old, *new):
        text = "".join(span.text for span in words)
        found += [_sentence(edit, (text, text)) for edit in _edits(words) if _WORD.search(edit.old + edit.new)]
    return _not_too_many(list(dict.fromkeys(found)))


def _not_too_many(found: Sequence[str]) -> tuple[str, ...]:
    if len(found) <= _MOST_CHANGES + 1:  # a line that says "one more" could have said it
        return tuple(found)
    rest = len(found) - _MOST_CHANGES
    return (*found[:_MOST_CHANGES], str(say("and {count} more changes of words", count=rest)))


def _edits(words: Words) -> Iterator[_Edit]:
    place = 0
    while place < len(words):
        span = words[place]
        if span.mark not in ("-", "+"):
            place += 1
            continue
        after = words[place + 1] if place + 1 < len(words) else None
        both = (after is not None and {span.mark, after.mark} == {"-", "+"} and not span.swap and not after.swap)
        here = words[place:place + 1 + both]
        yield _Edit("".join(one.text for one in here if one.mark == "-"),
                    "".join(one.text for one in here if one.mark == "+"),
                    _kept(words, place - 1), _kept(words, place + len(here)), span.swap)
        place += len(here)


def _kept(words: Words, place: int) -> str:
    span = words[place] if 0 <= place < len(words) else Span("-", "")
    return span.text if span.mark == "=" else span.other if span.mark == "~" else ""


def _sentence(edit: _Edit, whole: tuple[str, str]) -> str:
    old, new = (sum(bool(_WORD.search(word)) for word in text.split()) for text in (edit.old, edit.new))
    if edit.old and edit.new:
        if old > 1 and sorted(_folded(edit.old)) == sorted(_folded(edit.new)):
            return str(say("“{old}” put into another order: “{new}”", old=quoted(edit.old), new=quoted(edit.new)))
        shown = (edit.old.strip(_MARKS), edit.new.strip(_MARKS))
        short = min(old, new) == 0 or max(old, new) == 1 or shown[0] == shown[1]
        return _in_context(edit) if short else _replaced(*shown)
    if not old and not new:
        return _in_context(edit)
    text = quoted((edit.old or edit.new).strip(_MARKS) or edit.old or edit.new)
    anchor = _anchor(edit, whole[0] if edit.old else whole[1]) if edit.new or old <= _AROUND else ""
    if edit.new:
        if anchor:
            return str(say("“{words}” put in after “{anchor}”", words=text, anchor=anchor))
        return str(say("“{words}” put in", words=text))
    if anchor:
        return str(say("“{words}” left out after “{anchor}”", words=text, anchor=anchor))
    return str(say("“{words}” left out", words=text))


def _folded(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _replaced(old: str, new: str) -> str:
    return str(say("“{old}” became “{new}”", old=quoted(old), new=quoted(new)))


def _in_context(edit: _Edit) -> str:
    """Quote a mark or a single word together with the words around it, which did not change."""
    before = _last_words(edit.before, _AROUND)
    after = _first_words(edit.after, _AROUND)
    old, new = (f"{before}{middle}{after}".strip() for middle in (edit.old, edit.new))
    if old and new:
        return _replaced(old, new)
    return str(say("“{words}” put in", words=quoted(new)) if new else say("“{words}” left out", words=quoted(old)))


def _anchor(edit: _Edit, whole: str) -> str:
    """Return the last words before a place, as many as it takes to name it."""
    found = ""
    for count in range(_AROUND, _FARTHEST + 1):
        longer = _last_words(edit.before.rstrip(_MARKS), count).strip()
        if longer == found:
            break
        found = longer
        if whole.count(found) == 1:
            break
    return found


def _last_words(text: str, count: int) -> str:
    """Return the last words of a text, back to the nearest mark of punctuation, with the blank behind them."""
    clause = re.split(r"[,;:.…()“”\"]", text)[-1]
    return "".join(re.findall(r"\s*\S+\s*", clause)[-count:])


def _first_words(text: str, count: int) -> str:
    clause = re.split(r"[,;:.…()“”\"]", text)[0]
    return "".join(re.findall(r"\s*\S+", clause)[:count])


def quoted(text: str) -> str:
    """Return words to be quoted; a long run keeps its beginning and its end."""
    words = text.split()
    if len(words) <= _QUOTED_WORDS:
        return " ".join(words)
    half = _QUOTED_WORDS // 2
    return f"{' '.join(words[:half])} … {' '.join(words[-half:])}"


def capital(text: str) -> str:
    """Return a phrase as it begins a line."""
    return text[:1].upper() + text[1:]
