"""The forms of one comparison: text, Markdown, JSON, HTML and the Word table say the same and say it readably."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lxml import etree

from docgen.compare.compare import compare
from docgen.compare.comparison import Comparison, Row, Span
from docgen.model.level import Level
from docgen.model.tree import Provision, Regulation
from docgen.publish import comparison_html, comparison_markdown, comparison_text, three_texts
from docgen.publish.comparison_html_page import STYLE
from docgen.publish.comparison_summary import summary, unchanged_line, warnings
from docgen.publish.comparison_table import comparison_table, highlights
from docgen.publish.comparison_view import View
from docgen.publish.lines import Screen
from docgen.publish.word_changes import quoted, word_changes
from docgen.word.names import w
from docgen.word.paper import open_paper
from docgen.word.reading import read_docx
from tests.publish.pairs import ROOT, generated, held, view
from tests.word.form import parts_of

GOLDEN = Path(__file__).parent / "golden"
PAPER = open_paper((ROOT / "templates/shared/comparison.docx").read_bytes(), "comparison.docx")


@pytest.fixture(scope="module")
def shown() -> View:
    old, new = held("171-qd-tw-2008"), held("162-qd-tw-2024")
    return view(old, new, compare(old, new), ("171-qd-tw-2008", "162-qd-tw-2024"),
                ("Quy định số 171-QĐ/TW", "Quy định số 162-QĐ/TW"))


def articles(*texts: str, heading: str = "") -> Regulation:
    return Regulation(provisions=tuple(
        Provision(level=Level.ARTICLE, label=f"Điều {place}.", heading=heading, text=text)
        for place, text in enumerate(texts, 1)))


def compared_view(old: Regulation, new: Regulation) -> View:
    return view(old, new, compare(old, new))


class TestGolden:
    def test_text(self, shown: View, golden: Callable[[Path, str], None]) -> None:
        golden(GOLDEN / "171-162.txt", comparison_text.comparison(shown))

    def test_markdown(self, shown: View, golden: Callable[[Path, str], None]) -> None:
        golden(GOLDEN / "171-162.md", comparison_markdown.comparison(shown))

    def test_json(self, shown: View, golden: Callable[[Path, str], None]) -> None:
        made = json.dumps(shown.comparison.to_dict(), ensure_ascii=False, indent=1)
        # one span to a line: a golden file of four thousand lines is read by nobody
        made = re.sub(r'\[\s+("[=+~?-]")', r"[\1", made)
        golden(GOLDEN / "171-162.json", re.sub(r'"\s+\]', '"]', made) + "\n")


class TestText:
    def test_the_first_line_is_the_summary(self, shown: View) -> None:
        first = comparison_text.comparison(shown).splitlines()[0]
        assert first == summary(shown)
        assert "171-qd-tw-2008 → 162-qd-tw-2024" in first

    def test_without_colour_the_marks_say_everything(self, shown: View) -> None:
        plain = comparison_text.comparison(shown, Screen(80, colour=False))
        coloured = comparison_text.comparison(shown, Screen(80, colour=True))
        assert "\x1b" not in plain
        assert re.sub(r"\x1b\[\d+m", "", coloured) == plain
        assert "[- chủ trương, đường lối-]{+ đường lối, chủ trương+}" in " ".join(plain.split())

    def test_on_a_screen_no_line_is_wider_than_it(self, shown: View) -> None:
        lines = comparison_text.comparison(shown, Screen(60)).splitlines()
        assert max(map(len, lines)) <= 60
        assert " ".join(" ".join(lines).split()).startswith(summary(shown))

    def test_every_colour_ends_on_its_line(self, shown: View) -> None:
        for line in comparison_text.comparison(shown, Screen(60, colour=True)).splitlines():
            codes = re.findall(r"\x1b\[(\d+)m", line)
            assert not codes or codes[-1] == "0"

    def test_what_is_not_held_is_said_and_never_called_new(self, shown: View) -> None:
        text = comparison_text.comparison(shown)
        assert "Điều 3 đến Điều 12" in text.replace("\n  ", " ")
        assert "Điều 5" not in [line for line in text.splitlines() if "thêm mới" in line]

    def test_the_same_text(self) -> None:
        text = held("162-qd-tw-2024")
        same = compared_view(text, text)
        lines = comparison_text.comparison(same).splitlines()
        assert "không có khác biệt" in lines[0]
        assert same.changed == () and "Không đổi" in unchanged_line(same)

    def test_full_shows_unchanged_rows_too(self) -> None:
        same = compared_view(articles("Một hai ba bốn."), articles("Một hai ba bốn."))
        assert "Một hai ba bốn." in comparison_text.comparison(same, full=True)
        assert "Một hai ba bốn." not in comparison_text.comparison(same)


class TestWords:
    def test_replaced_put_in_left_out_reordered(self) -> None:
        words = (Span("=", "a "), Span("-", "chủ trương, đường lối"), Span("+", "đường lối, chủ trương"),
                 Span("=", " b"), Span("-", " c"), Span("=", " d"), Span("+", " e"), Span("=", " f"),
                 Span("-", " g"), Span("+", " h"))
        assert word_changes(words) == (
            "đổi thứ tự “chủ trương, đường lối” thành “đường lối, chủ trương”", "bỏ “c” sau “b”",
            "bổ sung “e” sau “d”", "thay “f g” bằng “f h”")

    def test_a_mark_or_a_single_word_is_quoted_with_what_stands_around_it(self) -> None:
        words = (Span("=", "cán bộ, đảng viên"), Span("-", " và"), Span("+", ","), Span("=", " hội viên trong cơ quan"),
                 Span("+", ", người lao động"), Span("=", " kịp thời"), Span("-", " lãnh"), Span("+", " chỉ"),
                 Span("=", " đạo"), Span("+", ","), Span("=", " đôn đốc"))
        assert word_changes(words) == (
            "thay “đảng viên và hội viên” bằng “đảng viên, hội viên”", "bổ sung “người lao động” sau “cơ quan”",
            "thay “kịp thời lãnh đạo” bằng “kịp thời chỉ đạo”", "thay “đạo đôn đốc” bằng “đạo, đôn đốc”")

    def test_a_date_is_one_word(self) -> None:
        words = (Span("=", "có hiệu lực từ ngày"), Span("-", " ký"), Span("+", " 15/3/2026"), Span("=", "."))
        assert word_changes(words) == ("thay “từ ngày ký” bằng “từ ngày 15/3/2026”",)

    def test_words_put_in_are_placed_by_as_many_words_as_name_one_place(self) -> None:
        words = (Span("=", "Họp với hội viên; gặp hội viên"), Span("+", " và người lao động"), Span("=", "."))
        assert word_changes(words) == ("bổ sung “và người lao động” sau “gặp hội viên”",)

    def test_every_quotation_stands_in_one_of_the_texts(self) -> None:
        quotations = 0
        for seed in range(60):
            pair = generated(seed)
            for row in compare(pair.old, pair.new).rows:
                for one in row.pairs:
                    sides = ["".join((span.other or span.text) if mark == "-" else span.text for span in one.words
                                     if span.mark != mark) for mark in "-+"]
                    texts = [" ".join(side.split()) for side in sides]
                    for said in word_changes(one.words):
                        for quotation in re.findall("“([^”]*)", said.replace("“trích”", "")):
                            quotations += 1
                            parts = quotation.split(" … ")
                            assert any(all(part in text.replace("“trích”", "") for part in parts) for text in texts), (
                                said, texts)
        assert quotations > 50

    def test_the_full_stop_between_two_halves_of_a_split_is_no_change(self) -> None:
        halves = ("Bí thư chuẩn bị nội dung, phó bí thư ghi biên bản.",
                  "Đảng viên vắng mặt báo cáo bí thư trước một ngày.")
        made = compared_view(articles(" ".join(halves)), articles(*halves))
        row = next(row for row in made.changed if "split" in row.row.kinds)
        assert {mark for passage in (*row.old, *row.new) for mark, _ in passage.text} == {"="}

    def test_what_is_new_in_merged_provisions_is_told(self, shown: View) -> None:
        merged = next(row for row in shown.changed if "merged" in row.row.kinds)
        assert merged.changes == ("Gộp từ căn cứ thứ 3, đoạn mở đầu thứ 1",
                                  "bổ sung “chức năng, nhiệm vụ và” sau “Căn cứ”",
                                  "bổ sung “mối quan hệ công tác” sau “nhiệm vụ”")

    def test_halves_of_a_swap_are_told_once(self) -> None:
        words = (Span("+", "b ", swap=1), Span("=", "a "), Span("-", "b ", swap=1))
        assert word_changes(words) == ("đổi thứ tự “b”",)

    def test_a_long_quotation_keeps_both_ends(self) -> None:
        text = " ".join(f"t{number}" for number in range(40))
        assert quoted(text) == "t0 t1 t2 t3 t4 t5 t6 … t33 t34 t35 t36 t37 t38 t39"

    def test_a_row_of_many_changes_is_counted_not_listed(self) -> None:
        words = tuple(span for number in range(20)
                      for span in (Span("=", f"a{number} "), Span("-", f"b{number} ")))
        assert len(word_changes(words)) == 7
        assert "14" in word_changes(words)[-1]


class TestView:
    def test_an_article_that_came_is_one_row_with_all_its_clauses(self) -> None:
        old = articles("Phần mở đầu giữ nguyên vẹn từng chữ.")
        extra = Provision(level=Level.ARTICLE, label="Điều 2.", heading="Mới", children=tuple(
            Provision(level=Level.CLAUSE, label=f"{number}.", text=f"Việc hoàn toàn khác số {number}.")
            for number in (1, 2, 3)))
        new = Regulation(provisions=(*old.provisions, extra))
        rows = compared_view(old, new).changed
        assert len(rows) == 1
        assert [passage.label for passage in rows[0].new] == ["Điều 2.", "1.", "2.", "3."]

    def test_clauses_of_a_renumbered_article_are_inside_its_row(self) -> None:
        def article(number: int, words: str) -> Provision:
            return Provision(level=Level.ARTICLE, label=f"Điều {number}.", heading=words, children=tuple(
                Provision(level=Level.CLAUSE, label=f"{one}.", text=f"{words} khoản {one} nói về việc {words * one}.")
                for one in (1, 2)))

        old = Regulation(provisions=(article(1, "tổ chức"), article(2, "cán bộ")))
        new = Regulation(provisions=(article(1, "mở rộng mới"), article(2, "tổ chức"), article(3, "cán bộ")))
        rows = compared_view(old, new).changed
        assert [row.row.kinds for row in rows] == [("added",), ("renumbered",), ("renumbered",)]
        assert all(len(row.new) == 3 for row in rows)

    def test_every_provision_is_in_one_cell_of_the_full_view(self) -> None:
        for seed in range(40):
            pair = generated(seed)
            made = compared_view(pair.old, pair.new)
            for side in ("old", "new"):
                listed = [passage.address for row in made.rows for passage in getattr(row, side)]
                expected = [address for row in made.comparison.rows for address in getattr(row, side)]
                assert sorted(listed) == sorted(expected)

    def test_the_words_of_a_cell_are_the_words_of_the_text(self) -> None:
        from docgen.model.address import find

        for seed in range(40):
            pair = generated(seed)
            for row in compared_view(pair.old, pair.new).rows:
                for passages, text in ((row.old, pair.old), (row.new, pair.new)):
                    for passage in passages:
                        node = find(text, passage.address)
                        assert node is not None
                        assert "".join(words for _, words in passage.text) == node.text
                        assert "".join(words for _, words in passage.heading) == node.heading


class Page(HTMLParser):
    """What is in a page: tags with their attributes, ids, and the text of ins and del."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.marked: dict[str, list[str]] = {"ins": [], "del": []}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input", "br"):
            self.open.append(tag)
        if tag in self.marked:
            self.marked[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        for tag in self.marked:
            if tag in self.open:
                self.marked[tag][-1] += data


class TestHtml:
    @pytest.fixture
    def source(self, shown: View) -> str:
        return comparison_html.comparison(shown)

    @pytest.fixture
    def page(self, source: str) -> Page:
        page = Page()
        page.feed(source)
        assert page.open == []
        return page

    def test_nothing_is_fetched(self, source: str, page: Page) -> None:
        assert not re.search(r"https?:|//[a-z]|url\(|@import|data:|fetch\(|XMLHttp|import\(", source)
        for tag, attributes in page.tags:
            assert tag not in {"link", "img", "iframe", "object", "embed", "base", "audio", "video"}
            assert "src" not in attributes
            assert (attributes.get("href") or "#").startswith("#")
        policy = next(attributes["content"] or "" for tag, attributes in page.tags
                      if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy")
        assert policy.startswith("default-src 'none'")

    def test_marks_are_read_without_colour_and_by_ear(self, page: Page) -> None:
        assert page.marked["ins"] and page.marked["del"]
        for text in page.marked["ins"]:
            assert re.fullmatch(r"\s*thêm vào: \[\+\S.*\]", text, re.DOTALL), text
        for text in page.marked["del"]:
            assert re.fullmatch(r"\s*bỏ đi: \[−\S.*\]", text, re.DOTALL), text

    def test_keyboard(self, source: str, page: Page) -> None:
        controls = [attributes for tag, attributes in page.tags if tag in ("input", "button")]
        assert len(controls) >= 6
        assert all((attributes.get("tabindex") or "0") == "0" for attributes in controls)
        assert page.tags[[tag for tag, _ in page.tags].index("body") + 1][1]["href"] == "#rows"
        assert any(attributes.get("id") == "rows" for _, attributes in page.tags)
        assert all(f'event.key==="{key}"' in source for key in "jks")
        assert "onclick" not in source
        assert ":focus-visible" in source and "outline:none" not in source.replace(" ", "")

    def test_every_box_is_labelled_and_every_kind_has_one(self, source: str, page: Page) -> None:
        kinds = {kind for _, attributes in page.tags for kind in (attributes.get("data-kinds") or "").split()}
        boxes = {attributes.get("value") for _, attributes in page.tags if attributes.get("name") == "kind"}
        assert kinds == boxes
        assert source.count("<input") == len(re.findall(r"<label><input", source))

    def test_without_a_program_everything_is_there(self, source: str) -> None:
        assert '<form class="bar" id="bar" hidden>' in source
        assert "vật chất, tinh thần" in source
        assert '<li class="row" data-kinds="reworded"' in source

    def test_contrast_is_at_least_seven_to_one_in_both_modes(self) -> None:
        dark = STYLE[STYLE.index("prefers-color-scheme:dark"):]
        light = STYLE[:STYLE.index("@media (prefers-color-scheme:dark)")]
        for mode in (light, dark[:dark.index("}}")]):
            colours = dict(re.findall(r"--(\w+):(#[0-9a-f]{3,6})", mode))
            for letters, ground in (("fg", "bg"), ("soft", "bg"), ("soft", "card"), ("in", "inbg"), ("out", "outbg"),
                                    ("open", "openbg"), ("spell", "card"), ("warnfg", "warn"), ("in", "card"),
                                    ("out", "card"), ("open", "card")):
                assert contrast(colours[letters], colours[ground]) >= (4.5 if letters == "soft" else 6.5), (
                    letters, ground)

    def test_print_is_black_on_white(self) -> None:
        printed = STYLE[STYLE.index("@media print"):]
        colours = dict(re.findall(r"--(\w+):(#[0-9a-f]{3})", printed))
        assert {colours[name] for name in ("fg", "in", "out", "open", "soft")} == {"#000"}
        assert {colours[name] for name in ("bg", "inbg", "outbg", "openbg")} == {"#fff"}

    def test_a_text_with_markup_in_it_stays_text(self) -> None:
        old, new = articles("<script>alert(1)</script> một hai ba"), articles("<b onclick='x'>một</b> hai ba & bốn")
        made = comparison_html.comparison(compared_view(old, new))
        assert made.count("<script>") == 1 and "<b onclick" not in made
        page = Page()
        page.feed(made)


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
        parts = [int(digits[place:place + 2], 16) / 255 for place in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


class TestMarkdown:
    def test_a_bar_in_the_text_breaks_no_table(self) -> None:
        made = comparison_markdown.comparison(compared_view(articles("một | hai ba bốn"), articles("một | hai ba năm")))
        rows = [line for line in made.splitlines() if line.startswith("| 1 ")]
        assert len(rows) == 1
        assert rows[0].count("|") == 6

    def test_marks_beside_a_comma_are_still_marks(self, shown: View) -> None:
        import markdown

        shown_html = markdown.markdown(comparison_markdown.comparison(shown), extensions=["tables"])
        assert "<del> và</del>" in shown_html and "<ins>,</ins>" in shown_html


class TestWordTable:
    @pytest.fixture
    def content(self, shown: View) -> bytes:
        return comparison_table(shown, PAPER)

    def test_read_back(self, content: bytes) -> None:
        lines = read_docx(content, "x.docx")
        texts = [line.text for line in lines]
        assert texts[0] == "NHỮNG ĐIỂM MỚI"
        head = texts.index("TT")
        assert [text.partition(":")[0] for text in texts[head:head + 5]] == [
            "TT", "Hiện hành", "Mới", "Nội dung thay đổi", "Lý do, căn cứ"]
        assert any(text.startswith("CHƯA CÓ LỜI VĂN, CHƯA THỂ SO SÁNH: khoản 3 Điều 2") for text in texts)
        assert "Không đổi: căn cứ thứ 1." in texts
        assert "- Thay “đảng viên và hội viên” bằng “đảng viên, hội viên”." in texts
        clause = texts.index("2- Lãnh đạo cán bộ, đảng viên, hội viên trong cơ quan tích cực, chủ động, sáng tạo trong "
                             "công tác hội; sâu sát cơ sở, gắn bó với hội viên, góp phần thực hiện công tác vận động "
                             "quần chúng, công tác đối ngoại nhân dân của Đảng và Nhà nước. Lãnh đạo chăm lo đời sống")
        assert texts[clause + 1] == "[…] Phần còn lại chưa có lời văn."

    def test_across_the_page_with_a_head_row_that_returns_and_rows_that_break(self, content: bytes) -> None:
        root = etree.fromstring(parts_of(content)["word/document.xml"])
        size = next(root.iter(w("pgSz")))
        assert (size.get(w("orient")), size.get(w("w")), size.get(w("h"))) == ("landscape", "16838", "11906")
        table = list(root.iter(w("tbl")))[-1]
        rows = list(table.iter(w("tr")))
        assert rows[0].find(f"{w('trPr')}/{w('tblHeader')}") is not None
        whole = [row for row in rows[1:] if row.find(f"{w('trPr')}/{w('cantSplit')}") is not None]
        assert all(len(list(row.iter(w("tc")))) == 1 for row in whole)

    def test_marks_are_form_and_not_colour(self, content: bytes) -> None:
        parts = parts_of(content)
        root = etree.fromstring(parts["word/document.xml"])
        used = {style.get(w("val")) for style in root.iter(w("rStyle"))}
        assert {"DGThem", "DGBo", "DGChuaRo"} <= used
        sheet = etree.fromstring(parts["word/styles.xml"])
        styles = {style.get(w("styleId")): style for style in sheet.iter(w("style"))}
        assert styles["DGThem"].find(f"{w('rPr')}/{w('b')}") is not None
        assert styles["DGThem"].find(f"{w('rPr')}/{w('u')}") is not None
        assert styles["DGBo"].find(f"{w('rPr')}/{w('strike')}") is not None
        assert {colour.get(w("val")) for colour in sheet.iter(w("color"))} == {"000000"}
        assert list(root.iter(w("color"))) == []

    def test_full_prints_every_provision(self, shown: View) -> None:
        texts = "\n".join(line.text for line in read_docx(comparison_table(shown, PAPER, full=True), "x.docx"))
        assert "Căn cứ Điều lệ Đảng;" in texts and "Đại diện đảng đoàn, lãnh đạo hội thông báo" in texts
        assert "[…] Chưa có lời văn" in texts
        short = "\n".join(line.text for line in read_docx(comparison_table(shown, PAPER), "x.docx"))
        assert "Đại diện đảng đoàn" not in short

    def test_the_front_page_stays_one_page(self) -> None:
        old = articles(*(f"Việc thứ {number} do bộ phận {number} làm trong tháng." for number in range(90)))
        new = articles(*(f"Việc thứ {number} do bộ phận {number} làm trong quý." for number in range(90)))
        lines = [line.text for line in read_docx(comparison_table(compared_view(old, new), PAPER), "x.docx")]
        front = lines[:lines.index("BẢNG SO SÁNH")]
        assert any(re.fullmatch(r"… và \d+ dòng nữa trong bảng\.", line) for line in front)
        assert len(front) < 45

    def test_what_is_not_held_is_on_the_front_page_however_short_it_gets(self, shown: View) -> None:
        for room in (1000, 130):
            lines = highlights(shown.changed, room)
            assert lines[-1].startswith("7. Khoản 2 Điều 2: ")
            assert "Phần còn lại chưa thể so sánh: chưa có lời văn" in lines[-1]

    def test_reasons_of_the_reviewed_file_fill_their_column(self) -> None:
        old, new = articles("Một hai ba bốn năm sáu."), articles("Một hai ba bốn năm bảy.")
        made = View(comparison=compare(old, new), old=old, new=new, old_name=compared_view(old, new).old_name,
                    new_name=compared_view(old, new).new_name, reasons={("dieu-1", "dieu-1"): "Theo Kết luận 21"})
        assert "Theo Kết luận 21" in [line.text for line in read_docx(comparison_table(made, PAPER), "x.docx")]

    def test_same_input_same_bytes(self, shown: View) -> None:
        assert comparison_table(shown, PAPER) == comparison_table(shown, PAPER)


class TestThreeTexts:
    @pytest.fixture
    def three(self) -> three_texts.ThreeTexts:
        draft = articles("Chi bộ họp mỗi tháng một lần vào ngày 05.", "Bí thư chủ trì cuộc họp của chi bộ.",
                         "Hồ sơ do phó bí thư giữ.")
        current = articles("Chi bộ họp mỗi tháng một lần vào ngày 03.", "Bí thư chủ trì cuộc họp của chi bộ.")
        model = articles("Chi bộ họp mỗi tháng một lần vào ngày 05.",
                         "Bí thư hoặc phó bí thư chủ trì cuộc họp của chi bộ.",
                         "Nghị quyết gửi cấp trên trong mười ngày làm việc.")
        return three_texts.ThreeTexts(view(current, draft, compare(current, draft), ("hien-hanh", "du-thao")),
                                      view(model, draft, compare(model, draft), ("mau", "du-thao")))

    def test_each_row_holds_the_same_matter_three_times(self, three: three_texts.ThreeTexts) -> None:
        rows = three.rows()
        assert [(bool(row.current), bool(row.model), bool(row.draft)) for row in rows] == [
            (True, True, True), (True, True, True), (False, False, True), (False, True, False)]
        assert rows[0].changes == ("So với hiện hành: thay “vào ngày 03” bằng “vào ngày 05”",)
        assert rows[1].changes == ("So với mẫu: bỏ “hoặc phó bí thư”",)
        assert rows[3].changes == ("So với mẫu: dự thảo không có",)

    def test_what_only_the_model_has_a_counterpart_of_is_marked_against_the_model(self) -> None:
        draft = articles("Hồ sơ do phó bí thư giữ tại văn phòng chi bộ.")
        current, model = articles("Đại hội năm năm một lần."), articles("Hồ sơ do bí thư giữ tại văn phòng chi bộ.")
        three = three_texts.ThreeTexts(view(current, draft, compare(current, draft)),
                                       view(model, draft, compare(model, draft)))
        row = next(row for row in three.rows() if row.draft)
        assert row.model and not row.current
        assert ("+", " phó") in row.draft[0].text

    def test_in_every_form(self, three: three_texts.ThreeTexts) -> None:
        word = [line.text for line in read_docx(three_texts.word(three, PAPER), "x.docx")]
        for text in ("\n".join(word), three_texts.text(three), three_texts.markdown(three), three_texts.html(three)):
            assert "Nghị quyết gửi cấp trên" in " ".join(text.split())
            assert "So với mẫu" in text
        assert [cell.partition(":")[0] for cell in word[word.index("TT"):][:6]] == [
            "TT", "Hiện hành", "Mẫu", "Dự thảo", "Khác nhau", "Lý do, căn cứ"]
        page = Page()
        page.feed(three_texts.html(three))


class TestWarnings:
    def test_a_budget_that_bit_is_said(self) -> None:
        old = articles("Một.")
        name = compared_view(old, old).old_name
        row = Row(level=Level.ARTICLE, kinds=("unchanged",), old=("dieu-1",), new=("dieu-1",))
        made = View(comparison=Comparison(rows=(row,), limited=("dieu-1",)), old=old, new=old, old_name=name,
                    new_name=name)
        assert any("ít kỹ hơn" in warning and "Điều 1" in warning for warning in warnings(made))
        many = View(comparison=Comparison(rows=(row,), limited=("dieu-1 - dieu-1",) * 500), old=old, new=old,
                    old_name=name, new_name=name)
        assert all(len(warning) < 300 for warning in warnings(many))
