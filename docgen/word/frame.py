"""A frame: a real Word file with tags, checked and compiled once, then filled in for one document after another.

The file holds form only (styles, head table, signature table); every word of a document comes as a value. What is the
same in many documents is made once: constant parts are kept deflated, the XML round the texts is kept with gaps for
them. The same values give the same bytes. Two things depend on a value but have no place for a tag in Word: mirrored
margins (`duplex`) are set in the settings part, of which both forms are kept ready; the room for a seal is a choice
between two paragraphs of the frame. The two profiles of the form differ, on the paper of such a document, only in the
line ends of Nơi nhận, which arrive as finished lines: a frame needs no case for `profile`, though a tag may ask for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from docgen.model.finding import FaultsFound
from docgen.word.archive import Stretch, deflated, pack, pack_stretches, write_zip
from docgen.word.assembly import CORE_PART, Assembly, assemble
from docgen.word.blocks import Block
from docgen.word.body import Body
from docgen.word.compiling import CompiledPart, compile_parts
from docgen.word.document import DocumentValues
from docgen.word.filling import breaks, context, records
from docgen.word.frame_faults import frame_faults
from docgen.word.gaps import take_apart
from docgen.word.package import open_package
from docgen.word.properties import core_properties
from docgen.word.provenance import ENDING, NAMESPACE, item_name, text_mark
from docgen.word.trial import trial_faults


@dataclass(frozen=True)
class Frame:
    """A compiled frame; `sha256` names the file it was made from."""

    name: str
    sha256: str
    _parts: tuple[CompiledPart, ...] = field(repr=False)
    _assembly: Assembly = field(repr=False)
    _first_bookmark: int = field(repr=False)

    def body(self, blocks: Sequence[Block], own: frozenset[int] = frozenset()) -> Body:
        """Return the paragraphs of the blocks; a text may hold gaps (docgen.word.gaps), to be filled in later.

        `own` are the gaps whose texts hardly come back in another document.
        """
        made = self._parts[0].blocks
        if made is None:
            return Body(take_apart(""))
        taken_apart = records(tuple(blocks), self._first_bookmark, gapped=True)
        return Body(take_apart(breaks(made({"blocks": taken_apart}))), own)

    def render(
        self, values: DocumentValues, provenance: bytes = b"", body: Sequence[Stretch] = (), own: bytes = b"",
    ) -> bytes:
        """Return the finished .docx; `provenance` is XML with its root in urn:docgen:provenance:1, or nothing.

        `own` are elements of the provenance that hold for this document alone; the hash of its text is added to them.
        `body` are the finished paragraphs of the blocks, if they were made beforehand: `values.blocks` is then not
        looked at.
        """
        names = context(values)
        body = body or self._finished(values.blocks)
        filled = [part.pattern.fill(names, body) for part in self._parts]
        members = [pack_stretches(part.name, made) for part, made in zip(self._parts, filled, strict=True)]
        members.append(pack(CORE_PART, core_properties(values.title, values.dated)))
        if provenance:
            ending = own + text_mark(stretch.content for stretch in filled[0]) + ENDING
            members.append(pack_stretches(item_name(self._assembly.item), [_hidden(provenance), Stretch(ending)]))
        members.extend(self._assembly.constant[values.duplex, bool(provenance)])
        return write_zip(members)

    def _finished(self, blocks: tuple[Block, ...]) -> list[Stretch]:
        made = self._parts[0].blocks
        return [Stretch(breaks(made({"blocks": records(blocks, self._first_bookmark)})).encode())] if made else []


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


# documents with the same clauses have the same provenance
@lru_cache(maxsize=128)
def _hidden(provenance: bytes) -> Stretch:
    if NAMESPACE.encode() not in provenance or not provenance.endswith(ENDING):
        raise ValueError(f"the provenance part must be XML in the namespace {NAMESPACE}")
    beginning = provenance.removesuffix(ENDING)
    return Stretch(beginning, deflated(beginning))
