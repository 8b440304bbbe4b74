"""Web pages: what a reader sees becomes lines, what a program wants does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.messages import use
from docgen.reader.from_file import read_file, read_source
from docgen.reader.from_html import html_lines
from docgen.reader.source import SourceLine


def lines(page: str) -> list[SourceLine]:
    return html_lines(page, "a.html")[0]


def texts(page: str) -> list[str]:
    return [line.text for line in lines(page)]


CASES = {
    "entities": ("<p>A &amp; B&nbsp;&lt;C&gt; &#273;&#xe0;</p>", ["A & B <C> đà"]),
    "breaks": ("<p>Một<br>Hai<br/>Ba</p>", ["Một", "Hai", "Ba"]),
    "white space": ("<p>\n  Một\n  <b>hai</b>ba \t</p>\n", ["Một haiba"]),
    "paragraphs never closed": ("<p>Một<p>Hai<li>Ba<li>Bốn", ["Một", "Hai", "Ba", "Bốn"]),
    "a numbered list": ("<ol><li>Một<li>Hai</ol><ol start=5 type=a><li>Năm</li></ol>", ["1. Một", "2. Hai", "e. Năm"]),
    "a number given by hand": ("<ol type='I'><li value=4>Bốn</li><li>Năm</li></ol>", ["IV. Bốn", "V. Năm"]),
    "a list whose items carry their labels": ("<ol><li>1. Một</li><li>a) Hai</li></ol><ul><li>- Ba</ul>",
                                              ["1. Một", "a) Hai", "- Ba"]),
    "a list without labels": ("<ul style='list-style-type: none'><li>Một</ul>", ["Một"]),
    "a plain list": ("<ul><li>Một<ul><li>Hai</ul></ul>", ["- Một", "- Hai"]),
    "nested tables": ("<table><tr><td>A<table><tr><td>B<td>C</table>D<td>E<tr><td>F</table>",
                      ["A", "B", "C", "D", "E", "F"]),
    "preformatted": ("<pre>Một\nhai</pre>", ["Một", "hai"]),
    "scripts": ("<script>x='<p>hỏng</p>'</script><style>p{}</style><p>Chữ<!-- <p>x</p> --></p>", ["Chữ"]),
    "hidden": ("<p hidden>x</p><div style='display: none'><p>y</p></div><p>Chữ</p>", ["Chữ"]),
    "navigation": ("<nav><ul><li>Trang chủ</ul></nav><div role=navigation>x</div><header>y</header>"
                   "<article><header>QUY ĐỊNH</header><p>Chữ</p></article><footer>z</footer>", ["QUY ĐỊNH", "Chữ"]),
    "a head never closed": ("<html><head><title>x</title><body><p>Chữ", ["Chữ"]),
    "ends without beginnings": ("</td></p>Chữ</div></table>", ["Chữ"]),
    "nothing": ("<html><body><script>1</script></body></html>", []),
}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    page, expected = CASES[name]
    assert texts(page) == expected


def test_bold_and_headings_are_kept_apart() -> None:
    found = lines("<h2>I- MỘT</h2><p><b>Điều 1.</b> Chữ.</p><p><span style='font-weight:700'>Điều 2. Hai</span></p>"
                  "<p>c")
    assert [(line.marked, line.bold, line.prefix) for line in found] == [
        (True, "all", ""), (False, "prefix", "Điều 1."), (False, "all", ""), (False, "none", "")]


def test_what_was_left_out_is_said() -> None:
    use("en")
    page = "<nav>x</nav><script>1</script><p hidden>y</p><button>z</button><p>Chữ</p>"
    assert [str(remark) for remark in html_lines(page, "a.html")[1]] == [
        "a.html: not part of the text and left out: buttons and forms, hidden parts, navigation, scripts."]


def test_old_fonts_of_a_page() -> None:
    page = ("<p><font face='.VnTimeH, serif'>quy ®Þnh</font></p><p style='font-family: \".VnTime\"'>cÊp ñy</p>"
            "<p style=\"font-family:'VNI-Times',serif\">Ñaûng</p>")
    assert texts(page) == ["QUY ĐỊNH", "cấp ủy", "Đảng"]


@pytest.mark.parametrize(("head", "pack"), [
    ("<meta charset=utf-8>", "utf-8"), ("", "utf-8"), ("", "utf-16"),
    ("<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>", "utf-8"),
])
def test_what_a_page_says_of_its_encoding_is_not_believed_against_its_bytes(
    head: str, pack: str, tmp_path: Path,
) -> None:
    file = tmp_path / "trang.txt"  # whatever it is called
    file.write_bytes(f"<html><head>{head}</head><body><p>Điều 1. Cấp uỷ</p></body></html>".encode(pack))
    source = read_source(file)
    assert (source.kind, [line.text for line in source.lines]) == ("html", ["Điều 1. Cấp uỷ"])


def test_tcvn3_under_a_western_name(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes("<meta charset=windows-1252><p>§iÒu 1. L·nh ®¹o c«ng t¸c chÝnh trÞ</p>".encode("cp1252"))
    assert [line.text for line in read_source(file).lines] == ["Điều 1. Lãnh đạo công tác chính trị"]


@given(st.lists(st.sampled_from((
    "<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<ol>", "<li>", "</ol>", "<br>", "<b>",
    "</b>", "<script>", "</script>", "<", "&amp", "&#xD800;", "<!--", "-->", "<![CDATA[", "chữ ", "Điều 1. ", "\x00")),
    max_size=40).map("".join))
@settings(max_examples=200, deadline=None)
def test_no_page_makes_the_reader_fail(page: str) -> None:
    for line in lines(page):
        assert line.text == line.text.strip() and line.text


def test_a_page_nested_a_million_deep_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text("<html>" + "<div>" * 100_000 + "<p>Điều 1. Chữ.</p>" + "</div>" * 100_000, encoding="utf-8")
    assert [line.text for line in read_file(file).source.lines] == ["Điều 1. Chữ."]
