"""One page of the site before a generator has put its frame round it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from docgen.publish.site.markup import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """A page: where it stands (`van-ban/162-qd-tw-2024.html`), its title, what it is about, and its finished HTML.

    `styles` and `scripts` are files of the theme that this kind of page needs beside those of every page.
    """

    path: str
    title: str
    description: str
    body: Markup
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """Return where its Markdown file stands, as a generator reads it."""
        return f"{self.path.removesuffix('.html')}.md"

    def markdown(self) -> str:
        """Return the Markdown file: a head of facts, and one block of HTML that no renderer touches."""
        facts = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in (
            ("title", self.title), ("description", self.description), ("styles", self.styles),
            ("scripts", self.scripts)) if value)
        # a blank line would end the block for a Markdown renderer
        body = "\n".join(line for line in self.body.split("\n") if line.strip())
        return f'---\n{facts}---\n\n<div class="trang">\n{body}\n</div>\n'
