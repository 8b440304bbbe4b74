"""Guides, glossary, codes and the form of the paper: true to what the program does, complete, and never private."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from docgen.api.site import sample as site_sample
from docgen.api.site.guides import GUIDES, guides
from docgen.api.site.sample import CELL, RULES, TABLE, pictures, sample_papers
from docgen.model.level import TERMS, Level
from docgen.publish.change_words import KIND_WORDS
from docgen.publish.site import places
from docgen.publish.site.content import Guide, PagePicture, Sample
from docgen.publish.site.form_elements import ELEMENTS
from docgen.publish.site.form_page import form_page
from docgen.publish.site.guide_pages import guide_pages
from docgen.publish.site.page_picture import png_of
from docgen.reader.markdown_blocks import markdown_page
from docgen.versions.workspace import Workspace
from docgen.word.printing import to_pdf
from tests.check.test_codes_page import rows
from tests.cli.transcripts import ROOT, copy_data, played
from tests.site.test_comparison_page import real_site

DOCS = ROOT / "docs"
OTHERS = {"index.md", "nghiem-thu-chi-bo-co-quan.md", "nghiem-thu-quy-che.md", "nghiem-thu-quy-che-phoi-hop.md"}
"""Pages of docs/ for those who work on docgen itself."""


def pages(*added: Guide, sample: Sample | None = None) -> dict[str, str]:
    site = replace(real_site(), guides=(*guides(), *added), sample=sample or Sample())
    return {page.path: page.body for page in guide_pages(site)}


def test_the_ten_minutes_are_what_the_program_does_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    golden: Callable[[Path, str], None],
) -> None:
    path = DOCS / "muoi-phut.md"
    golden(path, played(path, tmp_path, monkeypatch, capsys))


def test_every_document_for_users_is_a_page() -> None:
    listed = [name for name, _ in GUIDES]
    assert len(listed) == len(set(listed))
    assert {path.name for path in DOCS.glob("*.md")} <= {*listed, *OTHERS}
    made = pages()
    for guide in guides():
        assert guide.path in made
        assert places.way(places.GUIDES, guide.path) in made[places.GUIDES]


def test_links_between_documents_lead_to_pages_and_others_are_words() -> None:
    made = pages(Guide(path="huong-dan/thu.html", file="thu.md", text=(
        "# Thử\n\n[Sổ](so-dang-ky.md#can-cu), [mã nguồn](../docgen/api.py), [ngoài](https://example.org/).\n")))
    page = made["huong-dan/thu.html"]
    assert '<a href="so-dang-ky.html#can-cu">Sổ</a>' in page
    assert "mã nguồn" in page
    assert "api.py" not in page
    assert '<a href="https://example.org/">' in page
    assert not [path for path, body in made.items() if re.search(r'href="[^"]+\.md[#"]', body)]


def test_every_table_of_a_guide_has_scoped_heads_and_can_be_scrolled_by_key() -> None:
    for path, page in pages().items():
        heads = re.findall(r"<th\b[^>]*>", page)
        assert all('scope="' in head for head in heads), path
        assert page.count("<table>") == page.count('<div class="wide" tabindex="0"'), path


def test_every_line_of_a_terminal_stands_on_the_page() -> None:
    text = (DOCS / "muoi-phut.md").read_text(encoding="utf-8")
    page = pages()[places.TEN_MINUTES]
    shown = [unescape(re.sub(r"<[^>]+>", "", block)) for block in re.findall(r"<pre.*?</pre>", page, re.DOTALL)]
    typed = re.findall(r"^```\w*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert [block.rstrip("\n") for block in typed] == shown
    assert "\n\n" not in page


def test_pictures_stand_where_the_guide_asks_for_them_or_their_lack_is_said() -> None:
    made = Sample(rules=(PagePicture(path="hinh/quy-che-lam-viec-1.png", width=10, height=14, page=1),))
    assert pages(sample=made)[places.TEN_MINUTES].count("<img") == 1
    without = pages()[places.TEN_MINUTES]
    assert "<img" not in without
    assert without.count("LibreOffice") > pages(sample=made)[places.TEN_MINUTES].count("LibreOffice")


def test_every_code_is_an_anchor() -> None:
    page = pages()[places.CODES]
    for row in rows():
        assert f'id="ma.{row[0].strip("`")}"' in page


class TestGlossary:
    text = (DOCS / "thuat-ngu.md").read_text(encoding="utf-8")
    entries = tuple(tuple(cell.strip() for cell in line.strip("|").split("|")) for line in text.splitlines()
                    if line.startswith("| ") and not line.startswith("| Thuật ngữ"))

    def test_every_term_is_explained_once_and_says_where_its_meaning_is_from(self) -> None:
        terms = [entry[0] for entry in self.entries]
        assert len(terms) == len(set(terms)) > 30
        assert all(len(entry) == 3 and all(entry) for entry in self.entries)

    def test_the_words_for_changes_and_ranks_are_in_it(self) -> None:
        low = self.text.lower()
        for kind in ("reworded", "renumbered", "moved", "split", "merged", "unknown"):
            word = {"unknown": "chưa thể so sánh"}.get(kind, str(KIND_WORDS[kind]).lower())
            assert word in low, kind
        for level in (Level.PART, Level.CHAPTER, Level.SECTION, Level.ARTICLE, Level.CLAUSE, Level.POINT):
            assert TERMS[level].word.lower() in low

    def test_grades_of_certainty_are_explained(self) -> None:
        for grade in ("A ", "A- ", "B ", "C "):
            assert grade in self.text.partition("## ")[0]


@given(st.lists(st.sampled_from(["Một", "Hai", "Đường", "Một hai", "!!", "Muc"]), max_size=8))
def test_law_headings_have_anchors_of_their_own(words: list[str]) -> None:
    made = markdown_page("# Tên\n\n" + "\n\n".join(f"## {one}" for one in words), lambda target: target)
    anchors = [anchor for _, anchor, _ in made.headings]
    assert made.title == "Tên"
    assert len(set(anchors)) == len(words)
    assert all(re.fullmatch(r"[a-z0-9-]+", anchor) and f'id="{anchor}"' in made.html for anchor in anchors)


@settings(deadline=None)  # the first picture loads numpy
@given(st.integers(6, 40), st.integers(6, 40), st.integers(1, 3), st.binary(min_size=1600, max_size=1600))
def test_law_a_picture_is_the_page_in_sixteen_greys(wide: int, high: int, shrink: int, pixels: bytes) -> None:
    picture = b"P5 %d %d 255\n" % (wide, high) + pixels[:wide * high]
    made, width, height = png_of(picture, shrink)
    assert made == png_of(picture, shrink)[0]
    assert (width, height) == (wide // shrink // 2 * 2, high // shrink)
    with Image.open(io.BytesIO(made)) as opened:
        assert opened.size == (width, height)
        if shrink == 1:
            grey = opened.convert("L")
            assert all(abs(int(str(grey.getpixel((x, y)))) - pixels[y * wide + x]) <= 17
                       for x in range(width) for y in range(height))


def test_the_list_of_elements_says_everything_without_a_picture() -> None:
    page = form_page(real_site()).body
    for number, element in enumerate(ELEMENTS, 1):
        assert f'id="tp-{number}"' in page
        assert str(element.form) in unescape(page)
    assert "<img" not in page
    assert "LibreOffice" in page


def test_only_the_invented_cell_is_ever_drafted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_data(tmp_path)
    cell = tmp_path / "cells" / f"{CELL}.yaml"
    cell.write_text(cell.read_text("utf-8").replace("# Tên tỉnh, hội, phường", "# Chi bộ thật"), "utf-8")
    text = cell.read_text("utf-8")
    cell.write_text("\n".join(line for line in text.splitlines() if "được đặt ra để làm mẫu" not in line), "utf-8")
    monkeypatch.setattr(site_sample, "shipped_workspace", lambda: Workspace(tmp_path, shipped=True))
    assert sample_papers() == {}
    cell.unlink()
    assert sample_papers() == {}


def test_the_sample_is_the_same_bytes_each_time() -> None:
    first = sample_papers()
    assert set(first) == {RULES, TABLE}
    assert first == sample_papers()
    assert pictures({}) == (Sample(), {})


@pytest.mark.full
def test_every_element_is_found_on_the_printed_sample(tmp_path: Path) -> None:
    paper = tmp_path / f"{RULES}.docx"
    paper.write_bytes(sample_papers()[RULES])
    printed = to_pdf([paper], tmp_path / "pdf")[0].read_bytes()
    sample, made = pictures({places.download(RULES, "pdf"): printed})
    assert len(sample.rules) == len(made) == 2
    marks = [mark for picture in sample.rules for mark in picture.marks]
    assert sorted(mark.number for mark in marks) == list(range(1, len(ELEMENTS) + 1))
    for mark in marks:
        assert mark.left >= 0 <= mark.top
        assert mark.left + mark.width <= 100 >= mark.top + mark.height
        assert 0 < mark.height < (100 if mark.number == 1 else 20)
    assert pictures({places.download(RULES, "pdf"): printed})[1] == made
