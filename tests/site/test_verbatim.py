"""Every label and every word of a text stands on its page, in order, and nothing else does."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from docgen.model.tree import Gap, Node, Provision, Regulation
from docgen.publish.site.content import EditionContent, SiteContent
from docgen.publish.site.edition_page import edition_page
from docgen.reader.read import read
from docgen.versions.as_of import Standing
from docgen.versions.register import Edition, Work
from tests.site.pages import law_lines
from tests.strategies import regulations

ROOT = Path(__file__).resolve().parents[2]
TEXTS = sorted((ROOT / "regulations").rglob("*.md"))
_RULE = re.compile(r"^[\s*_–—-]+$")


def page_of(regulation: Regulation) -> str:
    content = EditionContent(edition=Edition(id="162-qd-tw-2024", number="162-QĐ/TW", kind="Quy định",
                                             completeness="full"),
                             work=Work(slug="hoi-quan-chung", title="Hội"), standing=Standing("not_known"),
                             regulation=regulation)
    site = SiteContent(as_of=date(2026, 11, 21), works=(content.work,), editions=(content,))
    return edition_page(site, content).markdown()


def words_of(regulation: Regulation) -> list[str]:
    """Return the words of the source in the order of print, worked out from the tree alone."""
    found: list[str] = []

    def take(node: Node) -> None:
        if isinstance(node, Provision):
            found.extend(f"{node.label} {node.heading} {node.text}".split())
            for child in node.children:
                take(child)

    found += [word for line in regulation.title if not _RULE.match(line) for word in line.split()]
    for top in (*regulation.preamble, *regulation.provisions, *regulation.closing, *regulation.annexes):
        take(top)
    return found


def body_words(html: str) -> list[str]:
    """Return the words of the page without its head, its foot and its gaps."""
    html = re.sub(r'<header class="letterhead">.*?</header>', "", html, flags=re.S)
    html = re.sub(r'<footer class="signature">.*?</footer>', "", html, flags=re.S)
    html = re.sub(r'<p class="gap">.*?</p>', "", html, flags=re.S)
    return " ".join(law_lines(html)).split()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_word_of_a_held_text_stands_on_its_page(path: Path) -> None:
    regulation = read(path.read_text("utf-8")).regulation
    assert body_words(page_of(regulation)) == words_of(regulation)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_head_and_foot_stand_on_the_page(path: Path) -> None:
    regulation = read(path.read_text("utf-8")).regulation
    lines = law_lines(page_of(regulation))
    for line in (*regulation.letterhead, *regulation.signature):
        if not isinstance(line, Gap) and not _RULE.match(line):
            assert line in lines
    for node in regulation.recipients:
        assert " ".join(f"{node.label} {node.text}".split()) in lines


@settings(max_examples=60, deadline=None)
@given(regulations())
def test_any_text_stands_on_its_page(regulation: Regulation) -> None:
    assert body_words(page_of(regulation)) == words_of(regulation)
