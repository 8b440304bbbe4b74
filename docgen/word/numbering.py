"""The numbers Word prints before paragraphs and does not keep as text, counted again as Word counts them."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.model.numbering import roman
from docgen.word.names import w

if TYPE_CHECKING:
    from lxml import etree

_PLACE = re.compile(r"%([1-9])")
_FIGURE = re.compile(r"[0-9]{1,4}")
_BULLETS = frozenset("-–—+•●·*")


@dataclass(frozen=True, slots=True)
class _Rung:
    """One level of a list: where it starts, how it counts, what is printed ("%1.", "%1.%2)")."""

    start: int
    form: str
    text: str
    plain: bool  # figures of higher levels as 1 2 3, whatever their form


@dataclass(frozen=True, slots=True)
class _List:
    """One numbering a paragraph can name; lists of the same `pattern` count on from each other."""

    pattern: str
    rungs: dict[int, _Rung]
    restarts: dict[int, int]


class Numbering:
    """The lists of a file while it is read from top to bottom; asked once for each paragraph, in order."""

    def __init__(self, root: etree._Element | None, styles: etree._Element | None) -> None:
        self._lists = _lists(root) if root is not None else {}
        self._of_style = _styles(styles, self._lists) if styles is not None else {}
        self._begin()

    def _begin(self) -> None:
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self.used = False

    def anew(self) -> Numbering:
        """Return the same lists with nothing counted yet, for another file with the same ones."""
        made = copy.copy(self)
        made._begin()
        return made

    def label(self, properties: etree._Element | None, style: str) -> str:
        """Return what is printed before a paragraph, empty if it is no item of a list."""
        if not self._lists:
            return ""
        own = _asked(properties)
        by_style = self._of_style.get(style, (None, None))
        number = own[0] if own[0] is not None else by_style[0]
        depth = own[1] if own[1] is not None else by_style[1] or 0
        one = self._lists.get(number or "")
        if one is None or depth not in one.rungs:
            return ""
        self.used = True
        return self._printed(one, number or "", depth)

    def _printed(self, one: _List, number: str, depth: int) -> str:
        rung = one.rungs[depth]
        if rung.form == "bullet":
            return rung.text if rung.text in _BULLETS else "•"
        counts = self._counts.setdefault(one.pattern, {})
        if depth in one.restarts and (number, depth) not in self._begun:
            self._begun.add((number, depth))
            counts[depth] = one.restarts[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else rung.start
        for deeper in [place for place in counts if place > depth]:
            del counts[deeper]

        def figure(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = one.rungs.get(at)
            if other is None:
                return ""
            return _counted(counts.get(at, other.start), "decimal" if rung.plain and at < depth else other.form)

        return _PLACE.sub(figure, rung.text)


def _lists(root: etree._Element) -> dict[str, _List]:
    patterns = {element.get(w("abstractNumId")) or "": {
        _whole(level, "ilvl"): _rung(level) for level in element.iter(w("lvl"))}
        for element in root.iter(w("abstractNum"))}
    found = {}
    for element in root.iter(w("num")):
        pattern = _value(element, "abstractNumId")
        rungs = dict(patterns.get(pattern, {}))
        restarts = {}
        for change in element.iter(w("lvlOverride")):
            depth = _whole(change, "ilvl")
            if (level := change.find(w("lvl"))) is not None:
                rungs[depth] = _rung(level)
            if (start := _figure(_value(change, "startOverride"))) is not None:
                restarts[depth] = start
        found[element.get(w("numId")) or ""] = _List(pattern, rungs, restarts)
    return found


def _rung(level: etree._Element) -> _Rung:
    start = _figure(_value(level, "start"))
    return _Rung(1 if start is None else start, _value(level, "numFmt") or "decimal", _value(level, "lvlText"),
                 level.find(w("isLgl")) is not None)


def _styles(root: etree._Element, lists: dict[str, _List]) -> dict[str, tuple[str | None, int | None]]:
    """Return which list the paragraphs of each style belong to, styles that rest on others included."""
    own = {style.get(w("styleId")) or "": _asked(style.find(w("pPr"))) for style in root.iter(w("style"))}
    parents = {style.get(w("styleId")) or "": _value(style, "basedOn") for style in root.iter(w("style"))}
    found = {}
    for key in own:
        seen: set[str] = set()
        at = key
        while at and at not in seen and own.get(at, (None, None))[0] is None:
            seen.add(at)
            at = parents.get(at, "")
        if at in own and own[at][0] in lists:
            found[key] = own[at]
    return found


def _asked(properties: etree._Element | None) -> tuple[str | None, int | None]:
    numbered = properties.find(w("numPr")) if properties is not None else None
    if numbered is None:
        return None, None
    return _value(numbered, "numId") or None, _figure(_value(numbered, "ilvl"))


def _value(holder: etree._Element, name: str) -> str:
    element = holder.find(w(name))
    return (element.get(w("val")) or "") if element is not None else ""


def _whole(element: etree._Element, name: str) -> int:
    return _figure(element.get(w(name)) or "") or 0


def _figure(text: str) -> int | None:
    return int(text) if _FIGURE.fullmatch(text) else None


def _counted(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        # after z Word doubles the letter: aa, bb
        letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9) if number > 0 else ""
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman"):
        return roman(number) if form == "upperRoman" else roman(number).lower()
    if form == "none":
        return ""
    return f"{number:02}" if form == "decimalZero" else str(number)
