"""Lengths of lines against the real font, and where long names are broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageFont

from docgen.word.document import LEFT_HEAD_WIDTH, SUMMARY_WIDTH
from docgen.word.width import break_name, width

FONTS = Path("/usr/share/fonts/truetype/liberation2")
TEXTS = (
    "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 01-QC/CB", "Hà Nội, ngày 05 tháng 02 năm 2026", "H'Nghĩa Niê & Y Bhút Êban",
    "ăằắẳẵặâầấẩẫậđêềếểễệôồốổỗộơờớởỡợưừứửữựỳýỷỹỵ ĂẰẮẲẴẶÂẦẤẨẪẬĐÊỀẾỂỄỆÔỒỐỔỖỘƠỜỚỞỠỢƯỪỨỬỮỰỲÝỶỸỴ",
    "“Điều 9” (khoản 2; điểm đ)…",
)


@pytest.mark.parametrize(("bold", "italic", "file"), [
    (False, False, "Regular"), (True, False, "Bold"), (False, True, "Italic"), (True, True, "BoldItalic")])
@pytest.mark.full
def test_widths_are_those_of_the_font(bold: bool, italic: bool, file: str) -> None:
    path = FONTS / f"LiberationSerif-{file}.ttf"
    if not path.exists():
        pytest.skip("needs the Debian package fonts-liberation2")
    font = ImageFont.truetype(str(path), 2048, layout_engine=ImageFont.Layout.BASIC)
    for text in TEXTS:
        assert width(text, 14, bold, italic) == pytest.approx(font.getlength(text) * 14 / 2048, abs=0.05)


def test_decomposed_letters_are_as_wide_as_composed_ones() -> None:
    assert width("e\u0302\u0301", 14) == width("ế", 14) == width("e", 14)
    assert width("u\u031b", 14) == width("ư", 14) > width("u", 14)
    assert width("\u00a0", 14) == width(" ", 14) == 3.5


NAMES = {
    "ĐẢNG BỘ LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH ĐẮK LẮK":
        ("ĐẢNG BỘ LIÊN HIỆP CÁC HỘI", "KHOA HỌC VÀ KỸ THUẬT", "TỈNH ĐẮK LẮK"),
    "ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH QUẢNG NINH": ("ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG", "TỈNH QUẢNG NINH"),
    "CHI BỘ HỘI NHÀ BÁO THÀNH PHỐ HỒ CHÍ MINH": ("CHI BỘ HỘI NHÀ BÁO", "THÀNH PHỐ HỒ CHÍ MINH"),
    "ĐẢNG BỘ UỶ BAN NHÂN DÂN PHƯỜNG 7": ("ĐẢNG BỘ UỶ BAN NHÂN DÂN", "PHƯỜNG 7"),
    "CHI BỘ CƠ SỞ HỘI VĂN HỌC NGHỆ THUẬT TỈNH SAO MAI":
        ("CHI BỘ CƠ SỞ", "HỘI VĂN HỌC NGHỆ THUẬT", "TỈNH SAO MAI"),
    "về chức năng, nhiệm vụ, mối quan hệ công tác của chi bộ cơ sở":
        ("về chức năng, nhiệm vụ, mối quan hệ", "công tác của chi bộ cơ sở"),
    "CHI BỘ CƠ SỞ": ("CHI BỘ CƠ SỞ",),
    "": (),
}


@pytest.mark.parametrize("name", sorted(NAMES))
@pytest.mark.parametrize("bold", [False, True])
def test_long_names_break_where_an_office_would(name: str, bold: bool) -> None:
    assert break_name(name, 14, bold, LEFT_HEAD_WIDTH) == NAMES[name]


AGREEMENTS = {
    "phối hợp công tác giữa Chi uỷ Chi bộ cơ sở Hội Văn học Nghệ thuật tỉnh Quảng Linh và Ban Thường vụ Hội Văn học "
    "Nghệ thuật tỉnh Quảng Linh": (
        "phối hợp công tác giữa", "Chi uỷ Chi bộ cơ sở Hội Văn học Nghệ thuật tỉnh Quảng Linh",
        "và Ban Thường vụ Hội Văn học Nghệ thuật tỉnh Quảng Linh"),
    "làm việc của Chi bộ cơ sở Hội Văn học Nghệ thuật tỉnh Quảng Linh, nhiệm kỳ 2025 - 2030": (
        "làm việc của Chi bộ cơ sở Hội Văn học Nghệ thuật tỉnh Quảng Linh,", "nhiệm kỳ 2025 - 2030"),
    "về chức năng, nhiệm vụ của đảng bộ, chi bộ cơ sở trong cơ quan hội quần chúng": (
        "về chức năng, nhiệm vụ của đảng bộ, chi bộ cơ sở trong", "cơ quan hội quần chúng"),
}


@pytest.mark.parametrize("summary", sorted(AGREEMENTS))
def test_a_summary_gives_each_body_its_own_line(summary: str) -> None:
    assert break_name(summary, 14, True, SUMMARY_WIDTH) == AGREEMENTS[summary]


def test_a_federation_of_associations_is_not_cut_in_two() -> None:
    name = "CHI BỘ CƠ SỞ LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH QUẢNG LINH"
    assert break_name(name, 14, True, LEFT_HEAD_WIDTH) == (
        "CHI BỘ CƠ SỞ", "LIÊN HIỆP CÁC HỘI", "KHOA HỌC VÀ KỸ THUẬT", "TỈNH QUẢNG LINH")


@pytest.mark.parametrize("room", [40.0, 120.0, 226.0, 1000.0])
def test_law_breaking_keeps_every_word_and_fits(room: float) -> None:
    for name in NAMES:
        lines = break_name(name, 14, True, room)
        assert " ".join(lines) == name
        assert all(width(line, 14, True) <= room or " " not in line for line in lines)
