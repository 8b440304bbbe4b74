"""A Word file as a bag of parts, opened with distrust: what is no Word file, or is made to harm, is named and refused.

All faults are listed at once. Nothing is written to disk, no entity is resolved, nothing is fetched.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from docgen.messages import say
from docgen.model.finding import FaultsFound, Finding
from docgen.word import names

if TYPE_CHECKING:
    from lxml import etree

TOTAL_LIMIT = 50 * 1024 * 1024
"""Bytes all parts may unfold to together, counted while unfolding: what a part says of itself is not believed."""
RATIO_LIMIT = 200
"""Times a part may unfold; Word's own XML stays under 60."""
RATIO_FROM = 1024 * 1024
MEMBER_LIMIT = 1000
_CHUNK = 256 * 1024
_SHARED_PART = 512 * 1024
"""Bytes of a part that is kept in mind once it was found sound."""
_OWN_PARTS = ("/document.xml", "/core.xml", "/app.xml")
"""Ends of the parts that differ from file to file."""
_OLE = b"\xd0\xcf\x11\xe0"
_BLANKS = b" \t\r\n\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow from a part to another part, or out of the file if `external`."""

    kind: str
    target: str
    external: bool
    key: str


@dataclass(frozen=True)
class Package:
    """The parts of an opened Word file by name; `name` is how the file is called in sentences."""

    name: str
    parts: dict[str, bytes] = field(repr=False)
    _seen: dict[str, etree._Element] = field(default_factory=dict, repr=False, compare=False)

    def xml(self, part: str) -> etree._Element:
        """Return the root element of a part."""
        return parse_xml(self.parts[part])

    def seen(self, part: str) -> etree._Element:
        """Return the root of a part for those who only read it: parsed once, never to be changed."""
        if part not in self._seen:
            self._seen[part] = self.xml(part)
        return self._seen[part]

    def relationships(self, part: str = "") -> tuple[Relationship, ...]:
        """Return the arrows that leave a part, or the whole file if no part is named."""
        place = names.rels_of(part) if part else names.ROOT_RELATIONSHIPS
        if place not in self.parts:
            return ()
        folder = posixpath.dirname(part)
        found = []
        for element in self.seen(place).iter(f"{{{names.PACKAGE_RELATIONSHIPS}}}Relationship"):
            external = element.get("TargetMode") == "External"
            target = element.get("Target") or ""
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append(Relationship(element.get("Type") or "", target, external, element.get("Id") or ""))
        return tuple(found)

    @cached_property
    def document(self) -> str:
        """Name of the part that holds the text, "" if there is none."""
        for arrow in self.relationships():
            if arrow.kind.endswith("/officeDocument") and arrow.target in self.parts:
                return arrow.target
        return ""

    @cached_property
    def content_types(self) -> dict[str, str]:
        """Kind of content of every part."""
        root = self.xml(names.CONTENT_TYPES_PART)
        by_part = {(e.get("PartName") or "").lstrip("/").lower(): e.get("ContentType") or ""
                   for e in root.iter(f"{{{names.CONTENT_TYPES}}}Override")}
        by_ending = {(e.get("Extension") or "").lower(): e.get("ContentType") or ""
                     for e in root.iter(f"{{{names.CONTENT_TYPES}}}Default")}
        return {part: by_part.get(part.lower()) or by_ending.get(part.rpartition(".")[2].lower(), "")
                for part in self.parts}


def parse_xml(content: bytes) -> etree._Element:
    """Read XML without resolving any entity and without looking outside the bytes given."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(content, parser)


def open_package(content: bytes, name: str) -> Package:
    """Open a Word file; raises FaultsFound with everything that makes it unfit to be read."""
    parts, findings = _unfold(content, name)
    if not findings:
        package = Package(name, parts)
        findings = _structure_faults(package)
        if not findings:
            return package
    raise FaultsFound(tuple(findings))


def fault(code: str, name: str, message: str, remedy: str, **values: object) -> Finding:
    """Make one error about the file `name`."""
    return Finding(code=code, severity="error", file=name, message=say(message, file=name, **values),
                   remedy=say(remedy, **values))


def _unfold(content: bytes, name: str) -> tuple[dict[str, bytes], list[Finding]]:
    if content.startswith(_OLE):
        return {}, [fault("word.old_format", name, "{file} is an old Word file (.doc) or is locked with a password.",
                          "Open it in Word, take the password off and save it as .docx.")]
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return {}, [fault("word.not_a_zip", name, "{file} is not a Word file (.docx), or it was cut off on the way.",
                          "Open it in Word and save it as .docx, or fetch it again.")]
    with archive:
        members = archive.infolist()
        if len(members) > MEMBER_LIMIT:
            return {}, [fault("word.too_many_parts", name, "{file} has {count} parts; at most {limit} are read.",
                              "Check where the file comes from; save the text in a new Word file.",
                              count=len(members), limit=MEMBER_LIMIT)]
        return _read_members(archive, members, name)


def _read_members(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], name: str
) -> tuple[dict[str, bytes], list[Finding]]:
    parts: dict[str, bytes] = {}
    findings: list[Finding] = []
    seen: set[str] = set()
    total = 0
    for member in members:
        if member.is_dir():
            continue
        if member.filename.lower() in seen:
            findings.append(fault("word.double_part", name, "{file} holds the part {part} twice.",
                                  "Open it in Word and save it again.", part=member.filename))
            continue
        seen.add(member.filename.lower())
        pieces: list[bytes] = []
        size = 0
        try:
            with archive.open(member) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    total += len(piece)
                    pieces.append(piece)
                    swollen = size > RATIO_FROM and size > RATIO_LIMIT * max(member.compress_size, 1)
                    if swollen or total > TOTAL_LIMIT:
                        findings.append(fault(
                            "word.zip_bomb", name,
                            "{file} unfolds to far more than a Word file may hold (part {part}); it was not read on.",
                            "Do not use this file. If it is your own, take the large pictures out and save it again.",
                            part=member.filename))
                        return parts, findings
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
            # RuntimeError is how zipfile says that a member is encrypted, ValueError that its place is not in the file
            findings.append(fault("word.damaged_part", name, "{file}: the part {part} is damaged or locked.",
                                  "Open the file in Word, let it repair it, and save it again.", part=member.filename))
            continue
        parts[member.filename] = b"".join(pieces)
    return parts, findings


@lru_cache(maxsize=64)
def _declares_type(content: bytes) -> bool:
    """Tell whether a part declares a document type; styles, themes and settings are the same in many files."""
    return _has_type(parse_xml(content), content)


def _has_type(root: etree._Element, content: bytes) -> bool:
    return root.getroottree().docinfo.internalDTD is not None or b"<!DOCTYPE" in content


def _structure_faults(package: Package) -> list[Finding]:
    from lxml import etree

    name = package.name
    findings = []
    for part in sorted(package.parts):
        if not part.endswith((".xml", ".rels")) and not package.parts[part].lstrip(_BLANKS).startswith(b"<"):
            continue
        content = package.parts[part]
        try:
            if len(content) <= _SHARED_PART and not part.endswith(_OWN_PARTS):
                declared = _declares_type(content)
            else:
                declared = _has_type(package.seen(part), content)
        except etree.XMLSyntaxError:
            findings.append(fault("word.bad_xml", name, "{file}: the part {part} is not well-formed XML.",
                                  "Open the file in Word, let it repair it, and save it again.", part=part))
            continue
        if declared:
            findings.append(fault("word.doctype", name,
                                  "{file}: the part {part} declares a document type, which Word never writes.",
                                  "Do not use this file; copy its text into a new Word file.", part=part))
    if findings:
        return findings
    if package.parts.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument.text"):
        return [fault("word.no_document", name, "{file} is a document of LibreOffice (.odt), not a Word file.",
                      "Open it and save it as .docx, then name that file.")]
    if names.CONTENT_TYPES_PART not in package.parts or not package.document:
        return [fault("word.no_document", name, "{file} is a zip file without a Word text in it.",
                      "Name a .docx file; a spreadsheet or a packed folder cannot be read here.")]
    try:
        text = package.seen(package.document)
    except etree.XMLSyntaxError:  # the arrow leads to a picture
        text = None
    if text is not None and text.tag == f"{{{names.W_STRICT}}}document":
        return [fault("word.strict", name, "{file} is saved in the form “Strict Open XML”.",
                      "In Word choose Save As, type “Word Document (*.docx)”.")]
    if text is None or text.tag != names.w("document") or text.find(names.w("body")) is None:
        return [fault("word.no_document", name, "{file} is a zip file without a Word text in it.",
                      "Name a .docx file; a spreadsheet or a packed folder cannot be read here.")]
    return []
