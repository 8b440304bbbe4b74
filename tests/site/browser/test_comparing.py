"""The comparison page in a browser: by kind, from change to change by key, two columns, straight to a place."""

from __future__ import annotations

import pytest

from tests.site.browser.conftest import Open
from tests.site.browser.kinds import KINDS

pytestmark = pytest.mark.full


def test_rows_are_filtered_by_kind_and_counted(open_page: Open) -> None:
    page = open_page(KINDS["comparison"])
    everything = page.locator(".row").count()
    unknown = page.locator("li.row[data-kinds=unknown]").count()
    assert page.locator("#bar").is_visible()
    assert unknown
    page.locator("#bar input[value=unknown]").uncheck()
    assert page.locator(".row:visible").count() == everything - unknown
    assert str(everything - unknown) in page.locator("#shown").inner_text()


def test_keys_and_buttons_go_from_change_to_change(open_page: Open) -> None:
    page = open_page(KINDS["comparison"])
    seen = []
    for step in ("j", "j", "k"):
        page.keyboard.press(step)
        seen.append(page.locator(".row.at h2").inner_text())
    assert seen[0] == seen[2] != seen[1]
    page.locator("#next").click()
    assert page.locator(".row.at h2").inner_text() == seen[1]
    page.locator("#before").click()
    assert page.locator(".row.at h2").inner_text() == seen[0]


def test_two_columns_and_one_text(open_page: Open) -> None:
    page = open_page(KINDS["comparison"])
    row = page.locator(".row:has(.one)").first
    assert row.locator(".one").is_visible()
    assert row.locator(".two").is_hidden()
    page.keyboard.press("s")
    assert row.locator(".one").is_hidden()
    assert row.locator(".two").is_visible()
    page.locator("#bar input[value=inline]").check()
    assert row.locator(".one").is_visible()


def test_a_link_to_a_place_opens_it_even_if_its_kind_was_filtered_out(open_page: Open) -> None:
    page = open_page(KINDS["comparison"] + "#moi.dieu-5")
    assert page.locator(".row.at").locator("xpath=.//*[@id='moi.dieu-5']").count() == 1
    page.locator("#bar input[value=unknown]").uncheck()
    assert page.locator(".row.at").is_hidden()
    page.evaluate("location.hash = 'moi.dieu-6'")
    page.wait_for_function("document.getElementById('moi.dieu-6').parentNode.className.indexOf(' at') > 0")
    assert page.locator(".row.at").is_visible()


def test_without_scripts_everything_is_read_and_no_dead_button_is_shown(open_page: Open) -> None:
    page = open_page(KINDS["comparison"], scripts=False)
    assert page.locator("#bar").is_hidden()
    assert page.locator(".row:visible").count() == page.locator(".row").count() > 5


def test_marks_stand_on_the_paper_and_never_outside_it(open_page: Open) -> None:
    for width in (1280, 360):
        page = open_page("mau/the-thuc.html", width=width)
        assert page.locator(".paper").count() in (0, 2)
        assert page.evaluate("""Array.prototype.every.call(document.querySelectorAll('.spot'), function (it) {
            var a = it.getBoundingClientRect(), b = it.parentNode.getBoundingClientRect();
            return a.left >= b.left && a.right <= b.right + 1 && a.top >= b.top && a.bottom <= b.bottom + 1;
        })""")
