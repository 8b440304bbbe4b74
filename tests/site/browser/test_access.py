"""Everybody can use the pages: axe's rules for WCAG 2.2 A and AA, and what axe does not see."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.site.browser.conftest import Open
from tests.site.browser.kinds import KINDS, pages

pytestmark = pytest.mark.full
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(kind: str, dark: bool, width: int, open_page: Open) -> None:
    page = open_page(KINDS[kind], width=width, dark=dark)
    page.evaluate("document.querySelectorAll('details').forEach(function (it) { it.open = true; })")
    found = Axe().run(page, options=RULES).response["violations"]
    assert not [(one["id"], [node["html"][:160] for node in one["nodes"]][:5]) for one in found]


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways_on_a_narrow_screen(kind: str, open_page: Open) -> None:
    page = open_page(KINDS[kind], width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("kind", KINDS)
def test_pages_are_read_without_scripts(kind: str, open_page: Open) -> None:
    with_scripts = open_page(KINDS[kind])
    page = open_page(KINDS[kind], scripts=False)
    assert page.locator("h1").is_visible()
    law = page.locator(".law")
    if law.count():
        assert law.inner_text().split() == with_scripts.locator(".law").inner_text().split()


def test_every_change_is_marked_by_signs_and_by_ear(open_page: Open) -> None:
    page = open_page(KINDS["comparison"])
    marks = page.locator("ins, del")
    assert marks.count() > 10
    assert page.evaluate("""Array.prototype.every.call(document.querySelectorAll('ins, del'), function (it) {
        return it.querySelector('.sign') && it.querySelector('.hear') && it.querySelector('.hear').textContent.trim();
    })""")


def test_every_table_has_headers_with_a_scope(open_page: Open, site: Path) -> None:
    page = open_page("index.html")
    for path in pages(site):
        page.goto((site / path).as_uri())
        bad = page.evaluate("""Array.prototype.filter.call(document.querySelectorAll('table'), function (it) {
            var heads = it.querySelectorAll('th');
            return !heads.length || Array.prototype.some.call(heads, function (th) { return !th.scope; });
        }).length""")
        assert not bad, path


def test_every_image_says_what_it_shows(open_page: Open, site: Path) -> None:
    page = open_page("index.html")
    for path in pages(site):
        page.goto((site / path).as_uri())
        assert not page.evaluate(
            "Array.prototype.filter.call(document.images, function (it) { return !it.alt.trim(); }).length"), path


@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_reaches_everything(kind: str, open_page: Open) -> None:
    page = open_page(KINDS[kind])
    wanted = page.evaluate("""(function () {
        var all = Array.prototype.filter.call(
            document.querySelectorAll('a[href], button, input, select, summary'), function (it) {
            return it.checkVisibility() && !it.disabled && !(it.type === 'radio' && !it.checked); });
        all.forEach(function (it, place) { it.dataset.thu = place; });
        return all.length; })()""")
    reached = set()
    for _ in range(wanted + 10):
        page.keyboard.press("Tab")
        place = page.evaluate("document.activeElement && document.activeElement.dataset.thu")
        if place is not None:
            reached.add(place)
        if len(reached) == wanted:
            break
    assert len(reached) == wanted
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
