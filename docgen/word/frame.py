"""A frame: a real Word file with tags, checked and compiled once, then filled in for one document after another.

The file holds form only (styles, head table, signature table); every word of a document comes as a value. Rendering
is one run of a compiled Jinja template, constant parts are copied ready deflated, and the same values give the same
bytes. Two things depend on a value but have no place for a tag in Word: mirrored margins (`duplex`) are set in the
settings part, of which both forms are kept ready; the room for a seal is a choice between two paragraphs of the frame.
The two profiles of the form differ, on the paper of such a document, only in the line ends of Nơi nhận, which arrive
as finished lines: a frame needs no case for `profile`, though a tag may ask for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from docgen.model.finding import FaultsFound
from docgen.word.archive import pack, write_zip
from docgen.word.assembly import CORE_PART, Assembly, assemble
from docgen.word.compiling import CompiledPart, compile_parts
from docgen.word.document import DocumentValues
from docgen.word.filling import context
from docgen.word.frame_faults import frame_faults
from docgen.word.package import open_package
from docgen.word.properties import core_properties
from docgen.word.provenance import NAMESPACE, item_name
from docgen.word.trial import trial_faults

_NEW_LINE = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


@dataclass(frozen=True)
class Frame:
    """A compiled frame; `sha256` names the file it was made from."""

    name: str
    sha256: str
    _parts: tuple[CompiledPart, ...] = field(repr=False)
    _assembly: Assembly = field(repr=False)
    _first_bookmark: int = field(repr=False)

    def render(self, values: DocumentValues, provenance: bytes = b"") -> bytes:
        """Return the finished .docx; `provenance` is XML with its root in urn:docgen:provenance:1, or nothing."""
        names = context(values, self._first_bookmark)
        members = [pack(part.name, _filled(part.render, names)) for part in self._parts]
        members.append(pack(CORE_PART, core_properties(values.title, values.dated)))
        if provenance:
            if NAMESPACE.encode() not in provenance:
                raise ValueError(f"the provenance part must be XML in the namespace {NAMESPACE}")
            members.append(pack(item_name(self._assembly.item), provenance))
        members.extend(self._assembly.constant[values.duplex, bool(provenance)])
        return write_zip(members)


def compile_frame(content: bytes, name: str) -> Frame:
    """Check and compile a frame; raises FaultsFound with every fault of the file and of its tags at once."""
    package = open_package(content, name)
    faults = list(frame_faults(package))
    compiled = compile_parts(package)
    faults += compiled.findings
    if not faults:
        faults += trial_faults(name, compiled.parts)
    if faults:
        raise FaultsFound(tuple(faults))
    sha256 = hashlib.sha256(content).hexdigest()
    assembly = assemble(package, frozenset(part.name for part in compiled.parts), sha256)
    return Frame(name, sha256, compiled.parts, assembly, compiled.first_bookmark)


def _filled(render: Callable[[Mapping[str, object]], str], names: Mapping[str, object]) -> bytes:
    xml = render(names)
    # the template itself holds neither: what there is came with a value
    if "\n" in xml or "\r" in xml:
        xml = xml.replace("\r\n", "\n").replace("\r", "\n").replace("\n", _NEW_LINE)
    if "\t" in xml:
        xml = xml.replace("\t", _TAB)
    return xml.encode()
