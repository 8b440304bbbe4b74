"""What a person sees: every word is there, nothing is read as markup, the width is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from docgen.draft.opens import OpenItem
from docgen.messages import language, say, use
from docgen.model.finding import Finding
from docgen.model.level import Level
from docgen.model.tree import Gap, Provision, Regulation
from docgen.publish.lines import Screen
from docgen.publish.page import Page
from docgen.publish.status_words import STATUS_WORDS
from docgen.publish.terminal import findings, observations, open_points, provision, summary, works

REGULATION = Regulation(
    letterhead=("BAN BÍ THƯ", "Số 01-QĐ/XX"), stamps=("ĐẾN ngày 1/1",), title=("QUY ĐỊNH", "về thử nghiệm"),
    preamble=(Provision(level=Level.LEGAL_BASIS, label="-", text="Căn cứ Điều lệ Đảng,"),),
    provisions=(
        Provision(level=Level.CHAPTER, label="Chương I", heading="QUY ĐỊNH CHUNG", heading_on_own_line=True, children=(
            Provision(level=Level.ARTICLE, label="Điều 1.", heading="Phạm vi", text="Lời mở.", children=(
                Provision(level=Level.CLAUSE, label="1.", text="Một [bold]hai[/bold] :smile: {x} & <y>.", children=(
                    Provision(level=Level.POINT, label="đ)", text="điểm đ"), Gap(text="Chưa có điểm e."))),)),
            Provision(level=Level.ARTICLE, label="Điều 2.", text="Không có tên."),)),
    ),
    recipients_heading="Nơi nhận:",
    recipients=(Provision(level=Level.PARAGRAPH, label="-", text="Lưu."),),
    signature=("T/M BAN BÍ THƯ", Gap(text="Chưa có chức vụ."), "Nguyễn Văn Mẫu"), copy_note=("SAO Y",),
)


def test_a_whole_text_shows_every_zone_and_every_address() -> None:
    shown = provision(Page(regulation=REGULATION, edition="1-qd-xx-2020", document="Quy định số 1-QĐ/XX"))
    assert shown.startswith("1-qd-xx-2020  (Quy định số 1-QĐ/XX)\n")
    for words in ("BAN BÍ THƯ", "về thử nghiệm", "Chương I  [chuong-i]", "QUY ĐỊNH CHUNG",
                  "Điều 1. Phạm vi  [dieu-1]", "Lời mở.", "1. Một [bold]hai[/bold] :smile: {x} & <y>.",
                  "[dieu-1.khoan-1.diem-dd]", "[…] Chưa có điểm e.", "Điều 2. Không có tên.  [dieu-2]",
                  "Nơi nhận:", "[…] Chưa có chức vụ.", "Nguyễn Văn Mẫu", "SAO Y"):
        assert words in shown
    copy = shown.index("không thuộc lời văn")
    assert shown.index("ĐẾN ngày 1/1") > copy > shown.index("Nguyễn Văn Mẫu")


def test_one_provision_shows_its_own_words_without_addresses_in_them() -> None:
    page = Page(regulation=REGULATION, edition="1-qd-xx-2020", document="Quy định số 1-QĐ/XX", address="dieu-2",
                node=next(node for node in REGULATION.walk()
                          if isinstance(node, Provision) and node.label == "Điều 2."))
    assert provision(page) == ("1-qd-xx-2020:dieu-2  (Điều 2 Quy định số 1-QĐ/XX)\n\n"
                               "Điều 2. Không có tên.\n")


def test_lines_keep_to_the_width_and_lose_no_word() -> None:
    text = " ".join(f"từ{number}" for number in range(200))
    regulation = Regulation(provisions=(Provision(level=Level.ARTICLE, label="Điều 1.", text=text),))
    shown = provision(Page(regulation=regulation, source="x.md"), Screen(width=40))
    assert max(len(line) for line in shown.splitlines()) <= 40
    assert [word for word in shown.split() if word.startswith("từ")] == text.split()


@pytest.fixture
def speak() -> Iterator[Callable[[str], None]]:
    before = language()
    yield use
    use(before)


def row(**more: object) -> dict[str, object]:
    return {"edition": "1-qd-xx-2020", "number": "1-QĐ/XX", "issued_on": "2020-01-01", "in_force_from": None,
            "in_force_until": None, "status": "not_known", "certainty": None, "completeness": "none", **more}


def test_a_list_says_not_known_and_never_leaves_a_hole() -> None:
    shown = works([{"slug": "w", "title": "Tên [red]", "editions": [row(), row(number=None, status="in_force")]}])
    first, headings, one, two = shown.splitlines()
    assert first == "w: Tên [red]"
    assert headings.split()[0] == "Văn"
    assert one.split()[:5] == ["1-qd-xx-2020", "1-QĐ/XX", "2020-01-01", "?", "?"]
    assert two.split()[1] == "-"
    assert "còn hiệu lực" in two


@pytest.mark.parametrize("width", [30, 40, 60, 80, 100, 140])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_status_can_be_taken_for_another_at_any_width(width: int, lang: str, speak: Callable[[str], None]) -> None:
    """Not yet in force, no longer in force, not known: whole on one line, and no two begin alike."""
    speak(lang)
    editions = [row(edition=f"{number}-qd-btctw-2020", number=f"{number}-QĐ/BTCTW", status=status)
                for number, status in enumerate(STATUS_WORDS)]
    shown = works([{"slug": "w", "title": "Tên", "editions": editions}], Screen(width=width))
    assert max(len(line) for line in shown.splitlines()) <= width
    assert "…" not in shown
    for status in STATUS_WORDS.values():
        assert any(line.strip().startswith(str(status)) or f" {status} " in line for line in shown.splitlines())
    words = [str(status).split() for status in STATUS_WORDS.values()]
    assert len({one[0] if lang == "vi" else " ".join(one[:2]) for one in words}) == len(words)
    for edition in editions:
        assert sum(str(edition["edition"]) in line for line in shown.splitlines()) == 1


def test_colour_only_where_it_is_asked_for() -> None:
    finding = Finding(code="x", severity="error", message=say("the disk is full"))
    assert "\x1b" not in findings([finding])
    assert "\x1b[1;31mlỗi\x1b[0m" in findings([finding], Screen(colour=True))
    assert "\x1b[1m" in works([{"slug": "w", "title": "T", "editions": [row()]}], Screen(colour=True))


def test_findings_name_place_grade_and_remedy() -> None:
    found = [Finding(code="a", severity="error", message=say("the disk is full"), remedy=say("it is a folder"),
                     file="a.md", line=3, column=7, address="dieu-1"),
             Finding(code="b", severity="note", message=say("it is a folder"))]
    assert findings(found) == "a.md:3:7, dieu-1: lỗi: đĩa đã đầy\n    đó là thư mục\nghi chú: đó là thư mục"
    assert str(summary(found)) == "1 lỗi, 0 cảnh báo, 1 ghi chú."
    assert str(summary([])) == "Không thấy lỗi nào."


def test_open_points_stand_under_their_kind() -> None:
    items = (OpenItem(kind="proposed", name="q", label="Tỷ lệ", value="2/3", places=("khoản 1 Điều 9",)),
             OpenItem(kind="blank", name="n", label="Số"),
             OpenItem(kind="basis", name="294-qd-tw-2025", label="294-QĐ/TW", places=("Điều 1", "Điều 2")))
    lines = open_points(items).splitlines()
    assert [line for line in lines if line.startswith("  -")] == [
        "  - Số", "  - Tỷ lệ: 2/3 (khoản 1 Điều 9)", "  - 294-QĐ/TW (Điều 1; Điều 2)"]
    assert len(lines) == 6
    assert open_points(()) == "Không còn gì để trống."


def test_observations_line_up() -> None:
    shown = observations([("ok", "Một.", ""), ("missing", "Hai.", "Sửa.")])
    assert shown.splitlines() == ["[được]    Một.", "[thiếu]   Hai.", "          -> Sửa."]
