"""What a frame may not bring along: macros, arrows out of the file, foreign parts, tracked changes, comments.

A frame is copied into every document made from it, so whatever hides in it would be handed round with each.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.model.finding import Finding
from docgen.word import names
from docgen.word.package import Package, fault
from docgen.word.provenance import find_provenance

_REVISIONS = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
              "trPrChange", "tcPrChange", "tblGridChange", "tblPrExChange", "numberingChange", "cellIns", "cellDel",
              "cellMerge")


def frame_faults(package: Package) -> tuple[Finding, ...]:
    """List everything that makes a Word file unfit to be a frame, tags apart."""
    return tuple(found for rule in RULES for found in rule(package))


def _macros(package: Package) -> Iterator[Finding]:
    for part in sorted(package.parts):
        kind = package.content_types.get(part, "")
        if "vbaProject" in part or "vbaData" in part or "macroEnabled" in kind or "vbaProject" in kind:
            yield fault("frame.macros", package.name, "{file} holds macros ({part}).",
                        "Save it as “Word Document (*.docx)”, which leaves macros out.", part=part)
    for part in sorted(package.parts):
        if "/embeddings/" in part or "/activeX/" in part:
            yield fault("frame.embedded", package.name, "{file} holds an embedded object ({part}).",
                        "Delete the object in Word and save the frame again.", part=part)


def _not_a_document(package: Package) -> Iterator[Finding]:
    kind = package.content_types.get(package.document, "")
    if kind != names.DOCUMENT_TYPE and "macroEnabled" not in kind:
        yield fault("frame.kind", package.name, "{file} is not saved as an ordinary Word document.",
                    "Save it as “Word Document (*.docx)”, not as a template.")


def _external(package: Package) -> Iterator[Finding]:
    for part in ("", *sorted(package.parts)):
        for arrow in package.relationships(part):
            if arrow.external:
                yield fault("frame.external", package.name, "{file} points to something outside the file: {target}",
                            "Remove the link, linked picture or attached template in Word and save the frame again.",
                            target=arrow.target)
            elif arrow.target not in package.parts and not arrow.kind.endswith("/hyperlink"):
                yield fault("frame.missing_part", package.name, "{file} points to a part it does not hold: {target}",
                            "Open the frame in Word and save it again.", target=arrow.target)


def _foreign_text(package: Package) -> Iterator[Finding]:
    chunks = [arrow.target for part in sorted(package.parts) for arrow in package.relationships(part)
              if arrow.kind.endswith("/aFChunk")]
    if chunks or any(b"altChunk" in content for part, content in package.parts.items() if part.endswith(".xml")):
        yield fault("frame.foreign_text", package.name, "{file} holds inserted text in another format (altChunk).",
                    "Open the frame in Word, save it once more so that the text becomes Word's own.")


def _revisions(package: Package) -> Iterator[Finding]:
    count = 0
    for part in text_parts(package):
        root = package.xml(part)
        count += sum(1 for name in _REVISIONS for _ in root.iter(names.w(name)))
    if count:
        yield fault("frame.revisions", package.name, "{file} holds {count} tracked change(s).",
                    "In Word choose Review, Accept All Changes, and save the frame again.", count=count)


def _comments(package: Package) -> Iterator[Finding]:
    count = sum(1 for part, kind in package.content_types.items() if kind.endswith(".comments+xml")
                for _ in package.xml(part).iter(names.w("comment")))
    if count:
        yield fault("frame.comments", package.name, "{file} holds {count} comment(s).",
                    "Delete the comments in Word and save the frame again.", count=count)


def _a_document_of_ours(package: Package) -> Iterator[Finding]:
    if find_provenance(package) is not None:
        yield fault("frame.document", package.name, "{file} is a document made from a frame, not a frame.",
                    "Start from the shipped frame; or in Word choose File, Info, Inspect Document and remove the "
                    "custom XML data.")


RULES = (_macros, _not_a_document, _external, _foreign_text, _revisions, _comments, _a_document_of_ours)


def text_parts(package: Package) -> tuple[str, ...]:
    """Return the parts that hold text to be printed: the document, its headers and footers, its notes."""
    endings = (".header+xml", ".footer+xml", ".footnotes+xml", ".endnotes+xml")
    others = sorted(part for part, kind in package.content_types.items() if kind.endswith(endings))
    return (package.document, *others)
