"""The comparison page: every address is reached, every change is in front, what is not held is never called new."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.api.site.building import all_pages, offering
from docgen.api.site.content import gather
from docgen.model.address import walk
from docgen.publish.comparison_html import comparison as one_file
from docgen.publish.comparison_html_page import SCRIPT
from docgen.publish.comparison_view import View
from docgen.publish.site import places
from docgen.publish.site.comparison_page import comparison_page, number_anchor, row_anchors, shown_rows
from docgen.publish.site.content import ComparisonContent, SiteContent
from docgen.publish.site.generator import THEME
from docgen.publish.site.link_check import check_links
from docgen.versions.workspace import Workspace
from tests.publish.test_comparison_forms import articles, compared_view

ROOT = Path(__file__).resolve().parents[2]


@cache
def real_site() -> SiteContent:
    return gather(Workspace(ROOT), date(2026, 11, 21)).content


def real() -> ComparisonContent:
    return real_site().comparisons[0]


def html(one: ComparisonContent) -> str:
    return comparison_page(real_site(), one).body


def anchors_of(view: View) -> list[str]:
    """Every provision that is compared; the list of recipients is none."""
    return [f"{side}.{address}" for side, text in (("cu", view.old), ("moi", view.new)) for address, _ in walk(text)
            if not address.startswith("noi-nhan")]


def test_every_address_of_both_texts_is_an_anchor_once() -> None:
    page = html(real())
    ids = re.findall(r'id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(anchors_of(real().view)) <= set(ids)


WORDS = st.lists(st.sampled_from(["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám"]), min_size=4, max_size=9)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, min_size=1, max_size=4))
def test_law_every_address_has_one_place(old: list[list[str]], new: list[list[str]]) -> None:
    view = compared_view(articles(*(" ".join(words) for words in old)), articles(*(" ".join(words) for words in new)))
    rows = shown_rows(view)
    found = [anchor for inside in row_anchors(view, rows).values() for anchor in inside]
    numbered = [number_anchor(row) for row in rows if row.number]
    assert sorted(found) == sorted([*anchors_of(view), *numbered])


def test_an_address_leads_to_the_row_that_shows_it() -> None:
    view = real().view
    rows = shown_rows(view)
    anchors = row_anchors(view, rows)
    for row in rows:
        assert {f"moi.{passage.address}" for passage in row.new} <= set(anchors[id(row)])
        assert {f"cu.{passage.address}" for passage in row.old} <= set(anchors[id(row)])


def test_what_is_new_stands_in_front_one_line_for_each_change() -> None:
    page = html(real())
    front, _, rows = page.partition('id="rows"')
    changed = real().view.changed
    assert changed
    for row in changed:
        assert f'href="#{number_anchor(row)}"' in front
        assert f'id="{number_anchor(row)}"' in rows
    assert front.count("<table>") == 1
    assert '<th scope="col">' in front
    assert '<th scope="row">' in front


def test_what_is_not_held_comes_first_and_is_never_called_new() -> None:
    page = html(real())
    assert page.index("unheld") < page.index('id="diem-moi"') < page.index('id="rows"')
    items = re.findall(r'<li class="row unknown" data-kinds="([^"]*)".*?</li>', page, re.DOTALL)
    assert len(items) == len(real().view.unknown) > 0
    assert set(items) == {"unknown"}
    for item in re.findall(r'<li class="row unknown".*?</section></div>', page, re.DOTALL):
        assert 'class="gap"' in item
        assert "<ins>" not in item
        assert "<del>" not in item


def test_the_page_and_the_file_to_mail_show_the_same_rows() -> None:
    def rows(text: str) -> set[str]:
        plain = re.sub(r'<span id="[^"]*"></span>', "", text)
        return set(re.findall(r'<li class="row.*?</section></div>', plain, re.DOTALL))

    assert rows(html(real())) == rows(one_file(real().view))
    assert (THEME / "giao-dien" / "so-sanh.js").read_text("utf-8") == SCRIPT


def test_words_put_in_and_left_out_are_told_without_colour() -> None:
    page = html(real())
    for name, sign in (("ins", "[+"), ("del", "[−")):
        marked = re.findall(rf"<{name}>(.*?)</{name}>", page)
        assert marked
        assert all('class="hear"' in one and f">{sign}<" in one for one in marked)


def test_the_script_holds_no_words_of_its_own() -> None:
    script = re.sub(r"/\*.*?\*/", "", SCRIPT, flags=re.DOTALL)
    assert script.isascii()
    assert not re.search(r"=>|\blet\b|\bconst\b|`|\?\.", script)


def test_downloads_are_linked_where_there_are_files() -> None:
    site = real_site()
    files = list(places.comparison_files(real().old.id, real().new.id).values())
    one = offering(site, files).comparisons[0]
    page = html(one)
    assert all(f'href="../{path}"' in page for path in files)
    assert "tai-ve" not in html(real())


def test_no_page_of_the_site_points_nowhere() -> None:
    pages = {page.path: page.body for page in all_pages(real_site())}
    missing = [one for one in check_links(pages, frozenset()) if one.code.startswith("site-anchor")]
    assert missing == []

