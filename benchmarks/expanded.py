"""The peer's template: frame and wording of the working rules in one Word file, all conditions and values as tags.

This is what an office would write for docxtpl by hand. Numbers, references, ends of lines and the broken lines of the
head are handed to it ready made, which favours it; text that depends on nothing stands in the file as it is.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from docgen.draft.clauses import ClauseSet
from docgen.draft.template import Template
from docgen.word.archive import pack, write_zip
from docgen.word.document import FIELD_NAMES
from docgen.word.names import XML_SPACE, w
from docgen.word.package import open_package

_REF = re.compile(r'\{\{\s*ref\(\s*"([^"]+)"\s*\)\s*\}\}')
_KIND = re.compile(r'block\.kind == "(\w+)"')


def expanded(template: Template, frame: bytes) -> bytes:
    """Return a docxtpl file with the whole text of a template in it."""
    package = open_package(frame, "frame")
    root = package.xml(package.document)
    clauses = template.clauses
    for zone, name, dashed in (("legal_basis", "legal_bases", True), ("opening", "opening", False),
                               ("recipients", "recipients", True)):
        loop, pattern = _loop(root, name)
        places = clauses.zone(zone)  # type: ignore[arg-type]
        made = []
        for place in places:
            source = _source(clauses, place)
            text = f'- {source}{{{{ ends["{clauses.clauses[place].id}"] }}}}' if dashed else source
            made.append((place, [_printed(pattern[0], text)]))
        _replace(loop, _with_conditions(clauses, made))
    loop, patterns = _loop(root, "blocks")
    kinds: dict[str, list[etree._Element]] = {}
    kind = ""
    for paragraph in patterns:
        if found := _KIND.search(_text(paragraph)):
            kind = found[1]
        elif "{%" not in _text(paragraph):
            kinds.setdefault(kind, []).append(paragraph)
    made = []
    for place in clauses.zone("body"):
        clause = clauses.clauses[place]
        mark = f'{{{{ marks["{clause.id}"] }}}}'
        source = _source(clauses, place)
        shapes = kinds[clause.source.rank]
        lines = [mark, source] if clause.source.rank == "chapter" else [mark + source]
        made.append((place, [_printed(shape, line) for shape, line in zip(shapes, lines, strict=True)]))
    _replace(loop, _with_conditions(clauses, made))
    parts = dict(package.parts)
    parts[package.document] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return write_zip([pack(name, parts[name]) for name in sorted(parts)])


def with_docxtpl(file: bytes, names: dict[str, object]) -> bytes:
    """Make a document the usual way: a fresh docxtpl object each time."""
    from docxtpl import DocxTemplate

    template = DocxTemplate(BytesIO(file))
    template.render(names, autoescape=True)
    made = BytesIO()
    template.save(made)
    return made.getvalue()


def _text(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(w("t")))


def _loop(root: etree._Element, name: str) -> tuple[list[etree._Element], list[etree._Element]]:
    """Return all paragraphs of the loop over a list, with its tags, and those between the tags."""
    start = next(p for p in root.iter(w("p")) if re.search(rf"\{{%p for \w+ in {name} %\}}", _text(p)))
    paragraphs = [start]
    while "{%p endfor %}" not in _text(paragraphs[-1]):
        following = paragraphs[-1].getnext()
        assert following is not None
        paragraphs.append(following)
    return paragraphs, paragraphs[1:-1]


def _replace(old: list[etree._Element], new: list[etree._Element]) -> None:
    for element in new:
        old[0].addprevious(element)
    for element in old:
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)


def _with_conditions(
    clauses: ClauseSet, made: list[tuple[int, list[etree._Element]]],
) -> list[etree._Element]:
    """Put tags round the paragraphs, one `if` for neighbours with the same condition."""
    out: list[etree._Element] = []
    last = ""
    for place, paragraphs in made:
        clause = clauses.clauses[place]
        condition = _own(" and ".join(f"({one})" for one in dict.fromkeys(_conditions(clauses, place))))
        if condition != last:
            out += [_tag("{%p endif %}")] if last else []
            out += [_tag(f"{{%p if {condition} %}}")] if condition else []
            last = condition
        loop = clause.source.each
        out += [_tag(f"{{%p for item in {_own(loop)} %}}"), *paragraphs, _tag("{%p endfor %}")] if loop else paragraphs
    return out + ([_tag("{%p endif %}")] if last else [])


def _conditions(clauses: ClauseSet, place: int) -> Iterator[str]:
    while place >= 0:
        clause = clauses.clauses[place]
        if clause.source.condition:
            yield clause.source.condition
        place = clause.parent


def _own(expression: str) -> str:
    """Ask the cell, not the paper, for the names both have."""
    return re.sub(rf"\b({'|'.join(FIELD_NAMES)})\b", r'own["\1"]', expression)


def _source(clauses: ClauseSet, place: int) -> str:
    text = " ".join(clauses.clauses[place].source.text.split())
    return _REF.sub(r'{{ cited["\1"] }}', text)


def _printed(pattern: etree._Element, text: str) -> etree._Element:
    paragraph = copy.deepcopy(pattern)
    run = next(paragraph.iter(w("t")))
    run.text = text
    run.set(XML_SPACE, "preserve")
    return paragraph


def _tag(text: str) -> etree._Element:
    paragraph = etree.Element(w("p"))
    etree.SubElement(etree.SubElement(paragraph, w("r")), w("t")).text = text
    return paragraph
