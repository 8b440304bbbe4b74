"""Links that lead nowhere and anchors that stand twice, found in the finished pages."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote

from docgen.messages import Message, say
from docgen.model.finding import Finding

_OUTSIDE = ("http://", "https://", "mailto:", "data:")


@dataclass
class _Page(HTMLParser):
    """What one page names and what it points to."""

    ids: dict[str, int] = field(default_factory=dict)
    twice: list[tuple[str, int]] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    fetched: list[tuple[str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take down ids, links and what a browser would fetch by itself."""
        line = self.getpos()[0]
        for name, value in attrs:
            if name == "id" and value:
                if value in self.ids:
                    self.twice.append((value, line))
                self.ids[value] = line
            elif name == "href" and value is not None and tag == "a":
                self.links.append((value, line))
            elif name in ("src", "href") and value is not None:
                self.links.append((value, line))
                self.fetched.append((value, line))


def check_links(files: Mapping[str, str], others: frozenset[str]) -> tuple[Finding, ...]:
    """Return every link of the pages that leads nowhere; `others` are files beside them such as downloads."""
    pages = {}
    for path, text in files.items():
        pages[path] = page = _Page()
        page.feed(text)
        page.close()
    findings = []
    for path, page in pages.items():
        findings += [_finding("site-anchor-twice", path, line, say("The anchor '{name}' stands twice.", name=name))
                     for name, line in page.twice]
        findings += [_finding("site-outside", path, line, say("The page fetches {link} from outside.", link=link))
                     for link, line in page.fetched if link.startswith(_OUTSIDE[:2])]
        for link, line in page.links:
            if link.startswith(_OUTSIDE):
                continue
            there, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(there))) if there else path
            if target in pages:
                if anchor and unquote(anchor) not in pages[target].ids:
                    findings.append(_finding("site-anchor-missing", path, line, say(
                        "The link {link} names an anchor that {page} does not have.", link=link, page=target)))
            elif target not in others:
                findings.append(_finding("site-link-broken", path, line,
                                         say("The link {link} leads to no file.", link=link)))
    return tuple(findings)


def _finding(code: str, path: str, line: int, message: Message) -> Finding:
    return Finding(code=code, severity="error", message=message, file=path, line=line, column=1,
                   remedy=say("This is a fault of docgen or of the workspace's data; the site was not replaced."))
