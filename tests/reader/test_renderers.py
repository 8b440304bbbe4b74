"""The canonical form as others show it: every label and every word, in order, nothing made into a list or a link."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from docgen.model.tree import Regulation
from docgen.publish.markdown import write
from docgen.reader.read import read
from tests.reader.test_laws import FILES, words_of
from tests.strategies import regulations

Renderer = Callable[[str], str]


def markdown_it(text: str) -> str:
    return str(MarkdownIt("gfm-like", {"linkify": False}).render(text))


def python_markdown(text: str) -> str:
    return str(markdown.markdown(text, extensions=["tables", "sane_lists"]))


def cmark_gfm(text: str) -> str:
    command = ["cmark-gfm", "--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tasklist"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


RENDERERS = [markdown_it, python_markdown]


def shown(page: str) -> str:
    """Return the words a page shows, white space apart."""
    plain = re.sub(r"<!--.*?-->", " ", page, flags=re.DOTALL)
    assert "<ol" not in plain and "<ul" not in plain, "a label was made into a list"
    assert "<a " not in plain, "a link was made"
    plain = re.sub(r"</?(?:p|h[1-6]|strong|blockquote|hr|br)\b[^>]*>", " ", plain)
    return " ".join(html.unescape(plain).replace("[…]", " ").split())


def without_front_matter(text: str) -> str:
    return text.split("\n---\n", 1)[1] if text.startswith("---\n") else text


def expected(regulation: Regulation) -> str:
    return " ".join(" ".join(words_of(regulation)).replace("[…]", " ").split())


@pytest.mark.parametrize("renderer", RENDERERS, ids=lambda renderer: renderer.__name__)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_renderer_shows_each_word_of_a_held_text(path: Path, renderer: Renderer) -> None:
    text = path.read_text(encoding="utf-8")
    assert shown(renderer(without_front_matter(text))) == expected(read(text).regulation)


@pytest.mark.parametrize("renderer", RENDERERS, ids=lambda renderer: renderer.__name__)
@given(regulation=regulations())
@settings(max_examples=150, deadline=None)
def test_each_renderer_shows_each_word(renderer: Renderer, regulation: Regulation) -> None:
    assert shown(renderer(without_front_matter(write(regulation)))) == expected(regulation)


@pytest.mark.full
@given(regulation=regulations())
@settings(max_examples=150, deadline=None)
def test_cmark_gfm_shows_each_word(regulation: Regulation) -> None:
    if shutil.which("cmark-gfm") is None:
        pytest.skip("needs the Debian package cmark-gfm")
    assert shown(cmark_gfm(without_front_matter(write(regulation)))) == expected(regulation)
