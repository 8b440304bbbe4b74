"""All parts of a frame that hold tags, turned into templates once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from docgen.messages import say
from docgen.model.finding import Finding
from docgen.word.frame_faults import text_parts
from docgen.word.names import w
from docgen.word.package import Package
from docgen.word.patching import Unpacking, mark_blocks, patched, tidy
from docgen.word.sandbox import BrokenTag, environment, parse
from docgen.word.tags import TAG, own_text, scan


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """One part of the file and the template that writes it."""

    name: str
    render: Callable[[Mapping[str, object]], str]


@dataclass(frozen=True, slots=True)
class CompiledParts:
    """The parts with tags, all faults found in them, and the first number free for a bookmark."""

    parts: tuple[CompiledPart, ...]
    findings: tuple[Finding, ...]
    first_bookmark: int


def compile_parts(package: Package) -> CompiledParts:
    """Check and compile every part with tags; nothing is compiled if a tag anywhere is at fault."""
    roots = {part: package.xml(part) for part in text_parts(package)}
    scans = {part: scan(root, package.name, part.rpartition("/")[2]) for part, root in roots.items()}
    findings = [finding for found in scans.values() for finding in found.findings]
    if findings:
        return CompiledParts((), tuple(findings), 0)
    compiled = []
    first = 0
    for part, root in roots.items():
        first = max([first, *(int(mark.get(w("id")) or 0) + 1 for mark in root.iter(w("bookmarkStart")))])
        # the document itself is always written anew: it is the part that must not be missing
        if part != package.document and not any(TAG.search(own_text(p)) for p in root.iter(w("p"))):
            continue
        tidy(root)
        mark_blocks(scans[part].block_paragraphs)
        try:
            compiled.append(CompiledPart(part, _template(patched(root))))
        except BrokenTag as broken:
            findings.append(Finding(
                code="tag.broken", severity="error", file=package.name, message=say(
                    "The tags of {part} do not fit together: {reason}", part=part, reason=broken.message),
                remedy=say("Compare the order of opening and closing tags with the shipped frame.")))
    return CompiledParts(tuple(compiled), tuple(findings), first)


def _template(source: str) -> Callable[[Mapping[str, object]], str]:
    jinja = environment()
    tree = Unpacking().visit(parse(jinja, source))
    template = jinja.from_string(tree)

    def render(names: Mapping[str, object]) -> str:
        return template.render(names)

    return render
