"""The only door of markdown-it-py: Markdown to headings and paragraphs, each with its line, the text untouched.

In a legal text lists, emphasis, links and everything else are switched off: "1." and "a)" stay what they are, the
beginning of a paragraph, and no renderer renumbers them. Guides, which are no legal texts, become HTML in full.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from docgen.vietnamese.letters import without_marks

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_NO_ANCHOR = re.compile(r"[^a-z0-9]+")


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


@dataclass(frozen=True, slots=True)
class MarkdownPage:
    """A guide in HTML: its title, what stands under it, and its headings (depth, anchor, words)."""

    title: str
    html: str
    headings: tuple[tuple[int, str, str], ...] = ()


def markdown_page(text: str, link: Callable[[str], str | None]) -> MarkdownPage:
    """Render a guide; `link` says where a link leads on the page, None makes it plain words.

    Column heads are marked as such for those who listen, each heading has an anchor without marks.
    """
    parser = _full_parser()
    tokens = parser.parse(text)
    title = ""
    if len(tokens) > 2 and tokens[0].tag == "h1":
        title, tokens = _words(tokens[1]), tokens[3:]
    headings: list[tuple[int, str, str]] = []
    taken: set[str] = set()
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            words = _words(tokens[place + 1])
            stem = anchor = _NO_ANCHOR.sub("-", without_marks(words).lower()).strip("-") or "muc"
            count = 1
            while anchor in taken:
                count += 1
                anchor = f"{stem}-{count}"
            taken.add(anchor)
            token.attrSet("id", anchor)
            headings.append((int(token.tag[1:]), anchor, words))
        elif token.type == "th_open":
            token.attrSet("scope", "col")
        elif token.type == "inline":
            token.children = _linked(token.children or [], link)
    return MarkdownPage(title, parser.renderer.render(tokens, parser.options, {}), tuple(headings))


def _linked(tokens: list[Token], link: Callable[[str], str | None]) -> list[Token]:
    kept: list[Token] = []
    open_links: list[bool] = []
    for token in tokens:
        if token.type == "link_open":
            target = link(str(token.attrGet("href") or ""))
            open_links.append(target is not None)
            if target is None:
                continue
            token.attrSet("href", target)
        elif token.type == "link_close" and not open_links.pop():
            continue
        kept.append(token)
    return kept


def _words(inline: Token) -> str:
    return "".join(child.content for child in inline.children or [] if child.type in ("text", "code_inline"))


@cache
def _full_parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")
