"""Which words of a Word file are bold, by their own setting or by their style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from docgen.word.names import w

if TYPE_CHECKING:
    from lxml import etree

Bold = Literal["all", "prefix", "none"]
_LETTERS, _RUN_STYLE, _BOLD, _VAL = w("rPr"), w("rStyle"), w("b"), w("val")
_OFF = {"0", "false", "off", "none"}


class StyleSheet:
    """The styles of a file: what they are called and whether they are bold, inherited settings included."""

    def __init__(self, root: etree._Element | None) -> None:
        self.names: dict[str, str] = {}
        self._own: dict[str, bool | None] = {}
        self._parent: dict[str, str] = {}
        self._known: dict[str, bool | None] = {}
        self.default = ""
        self._everything = False
        if root is None:
            return
        defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        self._everything = bool(setting(defaults))
        for style in root.iter(w("style")):
            key = style.get(w("styleId")) or ""
            name = style.find(w("name"))
            self.names[key] = (name.get(w("val")) or key) if name is not None else key
            self._own[key] = setting(style.find(w("rPr")))
            parent = style.find(w("basedOn"))
            self._parent[key] = (parent.get(w("val")) or "") if parent is not None else ""
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                self.default = key

    def bold(self, key: str) -> bool | None:
        """Tell whether a style is bold; None if neither it nor a style it rests on says so."""
        if key not in self._known:
            self._known[key] = self._inherited(key)
        return self._known[key]

    def _inherited(self, key: str) -> bool | None:
        seen: set[str] = set()
        while key and key not in seen:
            seen.add(key)
            own = self._own.get(key)
            if own is not None:
                return own
            key = self._parent.get(key, "")
        return None

    def run_is_bold(self, run: etree._Element, paragraph_style: str) -> bool:
        """Tell whether the words of one run are printed bold."""
        properties = run.find(_LETTERS)
        if properties is not None:
            own = setting(properties)
            if own is not None:
                return own
            style = properties.find(_RUN_STYLE)
            by_run = self.bold(style.get(_VAL) or "") if style is not None else None
            if by_run is not None:
                return by_run
        by_paragraph = self.bold(paragraph_style or self.default)
        return self._everything if by_paragraph is None else by_paragraph


def setting(properties: etree._Element | None) -> bool | None:
    """Read `<w:b/>` out of properties: True, False, or None if nothing is said."""
    element = properties.find(_BOLD) if properties is not None else None
    if element is None:
        return None
    return (element.get(_VAL) or "1").lower() not in _OFF


def boldness(pieces: list[tuple[str, bool]]) -> Bold:
    """Sum up a line from its pieces of text: all of it bold, its beginning, or not its beginning."""
    telling = [bold for text, bold in pieces if text.strip()]
    if not telling or not telling[0]:
        return "none"
    return "all" if all(telling) else "prefix"
