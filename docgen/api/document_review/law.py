"""The law as a review asks for it: registers, held texts, the index of their wording; read once for many documents."""

from __future__ import annotations

from docgen.check.document.resting import HeldWording, WordingIndex
from docgen.check.document.subject import Law
from docgen.check.document.succession import Succession
from docgen.model.address import walk
from docgen.versions.library import Library


def law_of(library: Library) -> Law:
    """Return everything held and known in a workspace."""
    texts = {edition.id: library.text(edition).regulation for edition in library.registers.editions
             if edition.completeness != "none"}
    wording = {(name, address): node.text for name, text in texts.items() for address, node in walk(text) if node.text}
    index = WordingIndex(HeldWording(name, address, words) for (name, address), words in wording.items())
    return Law(registers=library.registers, texts=texts, wording=wording, index=index, succession=Succession(library))
