"""Finished pages read back as a reader has them: the law's own words, ids, links."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = {"br", "hr", "img", "input", "meta", "link"}


@dataclass
class LawWords(HTMLParser):
    """The words under `law` without what the site says of them (class `ui`)."""

    pieces: list[str] = field(default_factory=list)
    stack: list[bool | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        inside = self.stack[-1] if self.stack else None
        if tag in EMPTY:
            if inside and tag == "br":
                self.pieces.append("\n")
            return
        if "law" in classes:
            inside = True
        if "ui" in classes and inside:
            inside = False
        if inside and tag in ("p", "h2", "h3", "div", "section"):
            self.pieces.append("\n")
        self.stack.append(inside)

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY and self.stack:
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1]:
            self.pieces.append(data)


def law_lines(html: str) -> list[str]:
    """Return the lines of the law on a page, as printed."""
    reader = LawWords()
    reader.feed(html)
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return [line for line in lines if line]
