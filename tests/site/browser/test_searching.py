"""The search of the pages in a real browser: forty labelled queries, from a server and from files; filters; keys."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page

from tests.search.labelled import TUNED, Figures, measure, read
from tests.site.browser.conftest import Open

pytestmark = pytest.mark.full
QUERIES = (*read(TUNED), *read(Path(__file__).parents[1] / "search" / "queries.yaml"))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server(site: Path) -> Iterator[str]:
    """Serve the site from a sub-path, as a folder of a larger server does."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site.parent))) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}/{site.name}/"
        running.shutdown()
        thread.join()


def places(page: Page) -> list[str]:
    """The provisions a page shows, as edition:address."""
    links: list[str] = page.evaluate("Array.prototype.map.call(document.querySelectorAll('#ket-qua a'), "
                                     "function (it) { return it.href; })")
    return [f"{Path(link.partition('#')[0]).stem}:{unquote(link.partition('#')[2])}" for link in links]


def asked(page: Page, typed: str) -> Sequence[str]:
    page.fill("#tim", typed)
    page.keyboard.press("Enter")
    page.wait_for_function("window.DOCGEN_CHI_MUC && document.getElementById('so-ket-qua').textContent")
    return places(page)


def figures(page: Page) -> Figures:
    page.fill("#tim", "đảng")
    page.wait_for_selector("#ket-qua li")
    return measure(QUERIES, lambda typed: asked(page, typed))


def test_forty_queries_are_answered_from_files(open_page: Open) -> None:
    found = figures(open_page("tim-kiem.html"))
    assert found.asked == 40
    assert found.first_three >= 38, (str(found), found.missed)


def test_forty_queries_are_answered_from_a_server(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.goto(f"{server}tim-kiem.html")
    found = figures(page)
    page.close()
    assert found.first_three >= 38, (str(found), found.missed)


@pytest.mark.parametrize("path", ["index.html", "van-ban/162-qd-tw-2024.html"])
def test_the_box_on_every_page_leads_to_the_results(path: str, open_page: Open) -> None:
    page = open_page(path)
    page.fill("#tim-o-dau", "khoản 2 điều 9 qđ 162")
    page.keyboard.press("Enter")
    page.wait_for_selector("#ket-qua li")
    assert page.input_value("#tim") == "khoản 2 điều 9 qđ 162"
    assert places(page)[0] == "162-qd-tw-2024:dieu-9.khoan-2"
    page.click("#ket-qua a >> nth=0")
    page.wait_for_selector(".law")
    assert page.evaluate("document.querySelector(':target').id") == "dieu-9.khoan-2"


def test_the_index_is_fetched_at_first_use(open_page: Open) -> None:
    page = open_page("tim-kiem.html")
    assert page.evaluate("typeof window.DOCGEN_CHI_MUC") == "undefined"
    page.keyboard.press("Tab")
    page.focus("#tim")
    page.wait_for_function("window.DOCGEN_CHI_MUC")


def test_results_come_as_one_types(open_page: Open) -> None:
    page = open_page("tim-kiem.html")
    page.focus("#tim")
    page.wait_for_function("window.DOCGEN_CHI_MUC")
    page.keyboard.type("quy che lam viecc")  # the last word is not one yet
    assert places(page)[0] == "162-qd-tw-2024:dieu-11.khoan-2"
    page.wait_for_function("document.querySelector('#so-ket-qua').textContent.length > 15")  # a pause: it is told
    assert "viecc" in page.inner_text("#ket-qua li >> nth=0")


def test_results_are_kept_to_a_work_and_to_what_is_in_force(open_page: Open) -> None:
    page = open_page("tim-kiem.html")
    every = asked(page, "chủ trương đường lối")
    assert {place.partition(":")[0] for place in every} > {"162-qd-tw-2024"}
    page.select_option("#trong", "hoi-quan-chung")
    assert {place.partition(":")[0] for place in places(page)} <= {"162-qd-tw-2024", "171-qd-tw-2008"}
    page.check("#hieu-luc")
    assert {place.partition(":")[0] for place in places(page)} == {"162-qd-tw-2024"}
    page.reload()
    page.wait_for_selector("#ket-qua li")
    assert page.is_checked("#hieu-luc") and page.input_value("#trong") == "hoi-quan-chung"
    assert {place.partition(":")[0] for place in places(page)} == {"162-qd-tw-2024"}


def test_the_keyboard_alone_searches_and_shows_more(open_page: Open) -> None:
    page = open_page("tim-kiem.html")
    page.focus("#tim")
    page.keyboard.type("đảng viên")
    page.wait_for_selector("#ket-qua li")
    before = page.locator("#ket-qua li").count()
    page.focus("#them")
    page.keyboard.press("Enter")
    assert page.locator("#ket-qua li").count() > before
    assert page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('#ket-qua li')[10]")


def test_nothing_found_and_no_script_are_said(open_page: Open) -> None:
    page = open_page("tim-kiem.html")
    assert not asked(page, "zzzz")
    assert "zzzz" in page.inner_text("[role=status]")
    page = open_page("tim-kiem.html", scripts=False)
    assert page.is_visible("noscript a") and not page.is_visible("#tim")


def test_words_typed_are_words_and_never_markup(open_page: Open) -> None:
    page = open_page("tim-kiem.html")
    asked(page, "<img src=x onerror=alert(1)> & \"' đảng")
    assert page.locator("main img").count() == 0
