"""A Word file as paper to write on: its styles, page and page numbers stay, its text is written anew.

What a frame may not bring along (macros, arrows out of the file, old changes) is refused here as it is for a frame.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from docgen.model.finding import FaultsFound
from docgen.word import names
from docgen.word.archive import Member, pack, write_zip
from docgen.word.assembly import CORE_PART, assemble
from docgen.word.frame_faults import frame_faults
from docgen.word.names import w
from docgen.word.package import Package, open_package, parse_xml
from docgen.word.properties import core_properties

COMMENTS_PART = "word/comments.xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_COMMENTS_ARROW = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES = f'xmlns:w="{names.W}" xmlns:r="{names.R}"'


@dataclass(frozen=True)
class Paper:
    """A checked file, ready to be written on again and again; `section` is the XML of its page."""

    name: str
    section: str
    _plain: tuple[Member, ...] = field(repr=False)
    _commented: tuple[Member, ...] = field(repr=False)
    _document: str = names.ROOT_RELATIONSHIPS

    def written(self, body: str, *, title: str, dated: str = "", comments: str = "") -> bytes:
        """Return a .docx whose body is this XML; `comments` is the XML of the remarks beside it."""
        document = f"{_HEAD}<w:document {_SPACES}><w:body>{body}{self.section}</w:body></w:document>"
        members = [pack(self._document, document.encode()), pack(CORE_PART, core_properties(title, dated))]
        if comments:
            part = f"{_HEAD}<w:comments {_SPACES}>{comments}</w:comments>"
            members.append(pack(COMMENTS_PART, part.encode()))
        return write_zip([*members, *(self._commented if comments else self._plain)])


def open_paper(content: bytes, name: str) -> Paper:
    """Check a file and keep ready what is the same in everything written on it."""
    from lxml import etree

    package = open_package(content, name)
    if faults := frame_faults(package):
        raise FaultsFound(faults)
    section = package.xml(package.document).find(f"{w('body')}/{w('sectPr')}")
    xml = "" if section is None else etree.tostring(section, encoding="unicode")
    sha256 = hashlib.sha256(content).hexdigest()
    plain = assemble(package, frozenset({package.document}), sha256).constant[False, False]
    commented = assemble(_with_comments(package), frozenset({package.document, COMMENTS_PART}), sha256)
    return Paper(name, xml, plain, commented.constant[False, False], package.document)


def _with_comments(package: Package) -> Package:
    """Return the same file with an empty part for comments and the arrow to it."""
    from lxml import etree

    arrows = parse_xml(package.parts.get(names.rels_of(package.document),
                                         f'<Relationships xmlns="{names.PACKAGE_RELATIONSHIPS}"/>'.encode()))
    arrows.append(arrows.makeelement(f"{{{names.PACKAGE_RELATIONSHIPS}}}Relationship", {
        "Id": "rIdRemarks", "Type": _COMMENTS_ARROW, "Target": "comments.xml"}))
    types = package.xml(names.CONTENT_TYPES_PART)
    types.append(types.makeelement(f"{{{names.CONTENT_TYPES}}}Override", {
        "PartName": f"/{COMMENTS_PART}", "ContentType": _COMMENTS_TYPE}))
    empty = f"{_HEAD}<w:comments {_SPACES}/>".encode()
    return Package(package.name, {
        **package.parts, COMMENTS_PART: empty, names.rels_of(package.document): etree.tostring(arrows),
        names.CONTENT_TYPES_PART: etree.tostring(types)})
