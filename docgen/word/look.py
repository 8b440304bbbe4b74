"""How the paragraphs of a Word file look: font, size, bold, alignment, the page; styles and defaults followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.word.names import w
from docgen.word.package import Package

if TYPE_CHECKING:
    from lxml import etree

_OFF = {"0", "false", "off", "none"}
_MM = 25.4 / 1440
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VALUE = w("val")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One paragraph: the font and the size (points, 0 = not said) most of its letters have, and what all of it is."""

    font: str = ""
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    alignment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLook:
    """The page in millimetres, of the first section; 0 where the file does not say."""

    width: float = 0.0
    height: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    left: float = 0.0
    right: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLook:
    """The look of every paragraph with words by its place in the file, of the page, and which carry a drawn line."""

    paragraphs: Mapping[int, Look]
    page: PageLook
    drawn: frozenset[int] = frozenset()


def read_look(package: Package) -> DocumentLook:
    """Return how an opened Word file looks."""
    root = package.xml(package.document)
    sheet = _Sheet(_part(package, "/styles"), _part(package, "/theme"))
    looks: dict[int, Look] = {}
    drawn: set[int] = set()
    for place, paragraph in enumerate(root.iter(w("p"))):
        look = sheet.look(paragraph)
        if look is not None:
            looks[place] = look
        if next(paragraph.iter(w("pBdr"), w("drawing"), w("pict")), None) is not None:
            drawn.add(place)
    return DocumentLook(paragraphs=looks, page=_page(root), drawn=frozenset(drawn))


def _part(package: Package, kind: str) -> etree._Element | None:
    return next((package.xml(arrow.target) for arrow in package.relationships(package.document)
                 if arrow.kind.endswith(kind) and arrow.target in package.parts), None)


def _page(root: etree._Element) -> PageLook:
    section = next(root.iter(w("sectPr")), None)
    if section is None:
        return PageLook()
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    return PageLook(width=_length(size, "w"), height=_length(size, "h"), top=_length(margins, "top"),
                    bottom=_length(margins, "bottom"), left=_length(margins, "left"),
                    right=_length(margins, "right"))


def _length(element: etree._Element | None, name: str) -> float:
    said = element.get(w(name)) if element is not None else None
    try:
        return float(said) * _MM if said else 0.0
    except ValueError:
        return 0.0


class _Sheet:
    """The styles of a file, asked for one property after the other from the run outwards."""

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        self.styles: dict[str, etree._Element] = {}
        self.default = ""
        self.defaults: list[etree._Element] = []
        for style in styles.iter(w("style")) if styles is not None else ():
            key = style.get(w("styleId")) or ""
            self.styles[key] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                self.default = key
        if styles is not None:
            self.defaults = [found for found in (styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"),)
                             if found is not None]
        self.theme = {"minor": _theme_font(theme, "minorFont"), "major": _theme_font(theme, "majorFont")}

    def look(self, paragraph: etree._Element) -> Look | None:
        """Return the look of a paragraph, None if it has no words."""
        properties = paragraph.find(w("pPr"))
        named = properties.find(w("pStyle")) if properties is not None else None
        key = (named.get(_VALUE) or "") if named is not None else self.default
        fonts: Counter[str] = Counter()
        sizes: Counter[float] = Counter()
        bold = italic = underlined = True
        for run in paragraph.iter(w("r")):
            if next(run.iterancestors(w("p")), None) is not paragraph:
                continue
            letters = sum(c.isalnum() for text in run.iter(w("t")) for c in text.text or "")
            if not letters:
                continue
            chain = list(self._letters(run, key))
            fonts[self._font(chain)] += letters
            sizes[_size(chain)] += letters
            bold, italic = bold and _on(chain, "b"), italic and _on(chain, "i")
            underlined = underlined and _underlined(chain)
        if not fonts:
            return None
        return Look(font=fonts.most_common(1)[0][0], size=sizes.most_common(1)[0][0], bold=bold, italic=italic,
                    underlined=underlined, alignment=self._alignment(properties, key))

    def _letters(self, run: etree._Element, style: str) -> Iterator[etree._Element]:
        """Yield the properties of letters from the nearest to the farthest."""
        own = run.find(w("rPr"))
        if own is not None:
            yield own
            named = own.find(w("rStyle"))
            if named is not None:
                yield from self._of_style(named.get(_VALUE) or "", w("rPr"))
        yield from self._of_style(style, w("rPr"))
        yield from self.defaults

    def _of_style(self, key: str, part: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while key in self.styles and key not in seen:
            seen.add(key)
            found = self.styles[key].find(part)
            if found is not None:
                yield found
            parent = self.styles[key].find(w("basedOn"))
            key = (parent.get(_VALUE) or "") if parent is not None else ""

    def _font(self, chain: list[etree._Element]) -> str:
        for properties in chain:
            fonts = properties.find(w("rFonts"))
            if fonts is None:
                continue
            if own := fonts.get(w("ascii")) or fonts.get(w("hAnsi")):
                return own
            if theme := fonts.get(w("asciiTheme")) or fonts.get(w("hAnsiTheme")):
                return self.theme["major" if theme.startswith("major") else "minor"]
        return ""

    def _alignment(self, properties: etree._Element | None, key: str) -> str:
        for found in (*([properties] if properties is not None else []), *self._of_style(key, w("pPr"))):
            alignment = found.find(w("jc"))
            if alignment is not None:
                return alignment.get(_VALUE) or ""
        return ""


def _theme_font(theme: etree._Element | None, name: str) -> str:
    found = next(theme.iter(f"{_A}{name}"), None) if theme is not None else None
    latin = found.find(f"{_A}latin") if found is not None else None
    return (latin.get("typeface") or "") if latin is not None else ""


def _on(chain: list[etree._Element], name: str) -> bool:
    found = next((element for properties in chain if (element := properties.find(w(name))) is not None), None)
    return found is not None and (found.get(_VALUE) or "1").lower() not in _OFF


def _underlined(chain: list[etree._Element]) -> bool:
    found = next((element for properties in chain if (element := properties.find(w("u"))) is not None), None)
    return found is not None and (found.get(_VALUE) or "single") != "none"


def _size(chain: list[etree._Element]) -> float:
    for properties in chain:
        size = properties.find(w("sz"))
        said = (size.get(_VALUE) or "") if size is not None else ""
        if said.isdigit():
            return int(said) / 2
    return 0.0
