"""The constant parts of a frame, made ready: clean properties, a settings part for each way of printing, arrows.

What the frame's writer left about himself (author, company, thumbnail) does not travel into documents.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.word import names
from docgen.word.archive import Member, pack
from docgen.word.names import w
from docgen.word.package import Package, parse_xml
from docgen.word.provenance import companion_parts, item_name, item_relationship

if TYPE_CHECKING:
    from lxml import etree

CORE_PART = "docProps/core.xml"
_PRIVATE = ("/extended-properties", "/custom-properties", "/thumbnail", "/core-properties", "/classificationlabels")
_HIDDEN = ("customXml/", "word/glossary/")
# sources of quotations, building blocks: nobody sees them on paper, so nothing of the kind is handed on
_HIDDEN_ARROWS = ("/customXml", "/glossaryDocument")
_FIRST_ITEM = 1
# number of the provenance part; the frame's own custom parts are gone
_NOTED = ("rsids", "trackRevisions", "attachedTemplate", "docVars", "docId")
_BEFORE_MIRROR = tuple(w(name) for name in (
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
    "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData",
    "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "saveFormsData"))


@dataclass(frozen=True, slots=True)
class Assembly:
    """Ready members of a frame for one choice of (duplex, provenance), and the number a provenance part gets."""

    constant: dict[tuple[bool, bool], tuple[Member, ...]]
    item: int


def assemble(package: Package, variable: frozenset[str], sha256: str) -> Assembly:
    """Deflate every part that is the same in all documents of this frame; `variable` parts are left out."""
    parts = dict(package.parts)
    _without_private_parts(package, parts)
    item = _FIRST_ITEM
    settings = next((arrow.target for arrow in package.relationships(package.document)
                     if arrow.kind.endswith("/settings")), "")
    document_arrows = names.rels_of(package.document)
    changing = {settings, document_arrows, names.CONTENT_TYPES_PART, names.ROOT_RELATIONSHIPS} | variable
    fixed = tuple(pack(part, parts[part]) for part in sorted(parts) if part not in changing)
    root_arrows = pack(names.ROOT_RELATIONSHIPS, _root_arrows(package))
    sets: dict[tuple[bool, bool], tuple[Member, ...]] = {}
    for provenance in (False, True):
        arrows = pack(document_arrows, _document_arrows(package, item if provenance else 0))
        companions = (tuple(pack(part, content) for part, content in companion_parts(item, sha256).items())
                      if provenance else ())
        types = pack(names.CONTENT_TYPES_PART, _content_types(package, parts, item if provenance else 0))
        for duplex in (False, True):
            own = (pack(settings, _settings(package, settings, duplex)),) if settings else ()
            sets[duplex, provenance] = (*fixed, root_arrows, arrows, types, *companions, *own)
    return Assembly(sets, item)


def _without_private_parts(package: Package, parts: dict[str, bytes]) -> None:
    for arrow in package.relationships():
        if arrow.kind.endswith(_PRIVATE):
            parts.pop(arrow.target, None)
    for part in list(parts):
        if part.endswith("people.xml") or part.startswith(_HIDDEN):
            del parts[part]


def _root_arrows(package: Package) -> bytes:
    root = copy.deepcopy(package.xml(names.ROOT_RELATIONSHIPS))
    for element in list(root):
        if (element.get("Type") or "").endswith(_PRIVATE):
            root.remove(element)
    _add_arrow(root, names.CORE_RELATIONSHIP, CORE_PART)
    return _written(root)


def _document_arrows(package: Package, item: int) -> bytes:
    place = names.rels_of(package.document)
    if place in package.parts:
        root = package.xml(place)
    else:
        root = parse_xml(f'<Relationships xmlns="{names.PACKAGE_RELATIONSHIPS}"/>'.encode())
    for element in list(root):
        if (element.get("Target") or "").endswith("people.xml") or (element.get("Type") or "").endswith(_HIDDEN_ARROWS):
            root.remove(element)
    if item:
        _add_arrow(root, item_relationship(), f"/{item_name(item)}")
    return _written(root)


def _add_arrow(root: etree._Element, kind: str, target: str) -> None:
    taken = {element.get("Id") for element in root}
    key = next(key for number in range(1, len(taken) + 2) if (key := f"rId{number}") not in taken)
    if target.startswith("/customXml"):
        # Word and LibreOffice write this arrow relative to word/
        target = f"..{target}"
    root.append(root.makeelement(f"{{{names.PACKAGE_RELATIONSHIPS}}}Relationship",
                                 {"Id": key, "Type": kind, "Target": target}))


def _content_types(package: Package, parts: dict[str, bytes], item: int) -> bytes:
    root = package.xml(names.CONTENT_TYPES_PART)
    for element in list(root):
        part = (element.get("PartName") or "").lstrip("/")
        if part and part not in parts:
            root.remove(element)
    endings = {(element.get("Extension") or "").lower() for element in root}
    for ending, kind in (("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                         ("xml", "application/xml")):
        if ending not in endings:
            root.insert(0, root.makeelement(f"{{{names.CONTENT_TYPES}}}Default",
                                            {"Extension": ending, "ContentType": kind}))
    added = [(CORE_PART, names.CORE_TYPE)]
    if item:
        added.append((f"customXml/itemProps{item}.xml", names.ITEM_PROPERTIES_TYPE))
    for part, kind in added:
        root.append(root.makeelement(f"{{{names.CONTENT_TYPES}}}Override",
                                     {"PartName": f"/{part}", "ContentType": kind}))
    return _written(root)


def _settings(package: Package, part: str, duplex: bool) -> bytes:
    """Margins mirrored or not, as the document asks, whatever the frame says; revision numbers of the writer go."""
    root = package.xml(part)
    for element in list(root):
        if element.tag == w("mirrorMargins") or str(element.tag).rpartition("}")[2] in _NOTED:
            root.remove(element)
    if duplex:
        place = sum(1 for element in root if element.tag in _BEFORE_MIRROR)
        root.insert(place, root.makeelement(w("mirrorMargins")))
    return _written(root)


def _written(root: etree._Element) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
