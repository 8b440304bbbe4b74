"""Which font the words of a Word file are printed in, by their own setting or by their style."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from docgen.vietnamese.legacy import in_font, of_font
from docgen.word.names import w

if TYPE_CHECKING:
    from lxml import etree

_LETTERS, _RUN_STYLE, _FONTS, _VAL = w("rPr"), w("rStyle"), w("rFonts"), w("val")
_ASCII, _OTHERS = w("ascii"), w("hAnsi")


class Fonts:
    """The fonts of a file's styles, inherited settings included, and the old fonts met while it was read."""

    def __init__(self, root: etree._Element | None) -> None:
        self.old: dict[str, None] = {}
        self._own: dict[str, str] = {}
        self._parent: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._default = ""
        self._everywhere = ""
        if root is None:
            return
        self._everywhere = _named(root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"))
        for style in root.iter(w("style")):
            key = style.get(w("styleId")) or ""
            self._own[key] = _named(style.find(w("rPr")))
            parent = style.find(w("basedOn"))
            self._parent[key] = (parent.get(w("val")) or "") if parent is not None else ""
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                self._default = key

    def anew(self) -> Fonts:
        """Return the same styles with no old font met yet, for another file with the same ones."""
        made = copy.copy(self)
        made.old = {}
        return made

    def of_run(self, run: etree._Element, paragraph_style: str) -> str:
        """Return the name of the font one run is printed in, empty if the file does not say."""
        properties = run.find(_LETTERS)
        if properties is not None:
            style = properties.find(_RUN_STYLE)
            own = _named(properties) or (self._of_style(style.get(_VAL) or "") if style is not None else "")
            if own:
                return own
        return self._of_style(paragraph_style or self._default) or self._everywhere

    def in_unicode(self, text: str, font: str) -> str:
        """Return the words of a run in Unicode, if its font is an old one, and remember that it was."""
        if of_font(font) is None or not text.strip():
            return text
        self.old[font] = None
        # such a font may be marked as one of symbols: its letters then stand 0xF000 higher
        return in_font("".join(chr(ord(c) - 0xF000) if "\uf020" <= c <= "\uf0ff" else c for c in text), font)

    def _of_style(self, key: str) -> str:
        if key not in self._known:
            self._known[key] = self._inherited(key)
        return self._known[key]

    def _inherited(self, key: str) -> str:
        seen: set[str] = set()
        while key and key not in seen:
            seen.add(key)
            if own := self._own.get(key):
                return own
            key = self._parent.get(key, "")
        return ""


def _named(properties: etree._Element | None) -> str:
    fonts = properties.find(_FONTS) if properties is not None else None
    return (fonts.get(_ASCII) or fonts.get(_OTHERS) or "") if fonts is not None else ""
