"""The only door of markdown-it-py: Markdown to headings and paragraphs, each with its line, the text untouched.

Lists, emphasis, links and everything else are switched off: "1." and "a)" stay what they are in a legal text, the
beginning of a paragraph, and no renderer renumbers them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@dataclass(frozen=True, slots=True)
class MarkdownBlock:
    """A heading (`depth` 1 to 6) or a paragraph (`depth` 0), its text as typed and the line it begins in."""

    kind: Literal["heading", "paragraph"]
    depth: int
    text: str
    line: int


def markdown_blocks(text: str) -> tuple[MarkdownBlock, ...]:
    """Cut a Markdown text into its headings and paragraphs; never refuses, whatever the text holds."""
    blocks: list[MarkdownBlock] = []
    depth = 0
    for token in _parser().parse(text):
        if token.type == "heading_open":
            depth = int(token.tag[1:])
        elif token.type == "heading_close":
            depth = 0
        elif token.type == "inline" and token.map is not None:
            kind: Literal["heading", "paragraph"] = "heading" if depth else "paragraph"
            blocks.append(MarkdownBlock(kind, depth, token.content, token.map[0] + 1))
    return tuple(blocks)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable("heading")
    # the words of a block are taken as they stand, so the pass over its inside is left out
    parser.core.ruler.disable(["inline", "text_join"])
    return parser
