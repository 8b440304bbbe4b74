"""Reading in a real browser: citing, previews, paper, and the weight of it all."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.site.browser.conftest import Open
from tests.site.browser.kinds import KINDS, pages

pytestmark = pytest.mark.full


def test_a_provision_is_cited_from_the_sign_beside_it(open_page: Open) -> None:
    page = open_page("van-ban/162-qd-tw-2024.html")
    page.locator("#dieu-9\\.khoan-2 > p > .here").focus()
    page.keyboard.press("Enter")
    values = [field.input_value() for field in page.locator(".citing input").all()]
    assert values[0] == "khoản 2 Điều 9 Quy định số 162-QĐ/TW"
    assert values[1].endswith("van-ban/162-qd-tw-2024.html#dieu-9.khoan-2")
    page.keyboard.press("Escape")
    assert page.locator(".citing").count() == 0
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#dieu-9.khoan-2"


def test_a_reference_shows_what_it_points_to_on_focus(open_page: Open) -> None:
    page = open_page("van-ban/162-qd-tw-2024.html")
    link = page.locator("a.ref").first
    link.focus()
    box = page.locator(".preview")
    assert box.inner_text() == link.get_attribute("data-preview")
    assert link.get_attribute("aria-describedby") == box.get_attribute("id")


def test_copied_text_is_the_law_s_words_alone(open_page: Open) -> None:
    page = open_page("van-ban/162-qd-tw-2024.html")
    copied = page.evaluate("""(function () {
        var range = document.createRange(); range.selectNodeContents(document.getElementById('dieu-9'));
        getSelection().removeAllRanges(); getSelection().addRange(range); return getSelection().toString(); })()""")
    assert "#" not in copied
    assert "Điều khoản mẫu" not in copied
    assert "Cấp uỷ xây dựng quy chế phối hợp công tác" in copied


def test_a_text_prints_in_black_and_white_without_the_furniture_of_the_screen(open_page: Open, tmp_path: Path) -> None:
    page = open_page("van-ban/162-qd-tw-2024.html")
    page.pdf(path=str(tmp_path / "in.pdf"), format="A4", print_background=True)
    text = " ".join(" ".join(one.extract_text().split()) for one in PdfReader(tmp_path / "in.pdf").pages)
    assert "Điều 12." in text
    assert "Mục lục" not in text
    assert "Tải về" not in text
    colours = open_page("van-ban/162-qd-tw-2024.html", print_=True, dark=True).evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_style_and_programs_together_stay_light(site: Path) -> None:
    weight = sum(path.stat().st_size for path in (site / "giao-dien").iterdir()
                 if path.suffix in (".css", ".js") and path.name != "chi-muc.js")  # data, fetched on demand
    assert weight <= 60 * 1024


def test_anchors_are_unique_on_every_page(open_page: Open, site: Path) -> None:
    page = open_page("index.html")
    for path in pages(site):
        page.goto((site / path).as_uri())
        assert page.evaluate("""(function () { var seen = {}, twice = [];
            document.querySelectorAll('[id]').forEach(function (it) { if (seen[it.id]) { twice.push(it.id); }
            seen[it.id] = 1; }); return twice; })()""") == [], path


@pytest.mark.parametrize("kind", KINDS)
def test_pages_open_quietly(kind: str, open_page: Open) -> None:
    assert open_page(KINDS[kind]).locator("h1").count() == 1
