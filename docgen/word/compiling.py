"""All parts of a frame that hold tags, turned into templates once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jinja2 import meta, nodes
from jinja2.sandbox import SandboxedEnvironment

from docgen.messages import say
from docgen.model.finding import Finding
from docgen.word.frame_faults import text_parts
from docgen.word.names import w
from docgen.word.package import Package
from docgen.word.patching import Unpacking, mark_blocks, patched, tidy
from docgen.word.pattern import BODY, Pattern, told_names
from docgen.word.sandbox import BrokenTag, environment, parse
from docgen.word.tags import TAG, own_text, scan


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """One part of the file: the pattern that writes it and, in the document, the template of the blocks in it."""

    name: str
    pattern: Pattern
    blocks: Callable[[Mapping[str, object]], str] | None = None

    def render(self, names: Mapping[str, object]) -> str:
        """Return the whole part, written by Jinja from one end to the other."""
        return self.pattern.render({**names, BODY: self.blocks(names) if self.blocks else ""})


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
            compiled.append(_compiled(part, patched(root), is_document=part == package.document))
        except BrokenTag as broken:
            findings.append(Finding(
                code="tag.broken", severity="error", file=package.name, message=say(
                    "The tags of {part} do not fit together: {reason}", part=part, reason=broken.message),
                remedy=say("Compare the order of opening and closing tags with the shipped frame.")))
    return CompiledParts(tuple(compiled), tuple(findings), first)


def _compiled(part: str, source: str, *, is_document: bool) -> CompiledPart:
    jinja = environment()
    unpacking = Unpacking()
    tree = unpacking.visit(parse(jinja, source))
    blocks = None
    if unpacking.loops:
        if not is_document:
            raise BrokenTag(say("The blocks are printed in the document itself, not in a header or a note."))
        blocks = _render(jinja, _lifted(jinja, tree, unpacking.loops))
    names = sorted(meta.find_undeclared_variables(tree) - {BODY})
    if "blocks" in names:
        raise BrokenTag(say("“blocks” can only be gone through in one loop."))
    return CompiledPart(part, Pattern(_render(jinja, tree), tuple(names), told_names(tree)), blocks)


def _lifted(jinja: SandboxedEnvironment, tree: nodes.Template, loops: list[nodes.For]) -> nodes.Template:
    """Take the loop over the blocks out of a template, which prints what it gives as one name instead."""
    loop = loops[0]
    for holder in [tree, *tree.find_all(nodes.Node)]:
        for name in holder.fields:
            inside = getattr(holder, name)
            if isinstance(inside, list) and any(node is loop for node in inside):
                printed = nodes.Output([nodes.Name(BODY, "load")], lineno=loop.lineno)
                printed.set_environment(jinja)
                setattr(holder, name, [printed if node is loop else node for node in inside])
    lifted = nodes.Template([loop], lineno=1)
    lifted.set_environment(jinja)
    asked = meta.find_undeclared_variables(lifted) - {"blocks"}
    if asked or len(loops) > 1:
        raise BrokenTag(say("Inside the loop over the blocks only the block can be asked for, not {names}.",
                            names=", ".join(sorted(asked))) if asked else
                        say("“blocks” can only be gone through in one loop."))
    return lifted


def _render(jinja: SandboxedEnvironment, tree: nodes.Template) -> Callable[[Mapping[str, object]], str]:
    template = jinja.from_string(tree)

    def render(names: Mapping[str, object]) -> str:
        return template.render(names)

    return render
