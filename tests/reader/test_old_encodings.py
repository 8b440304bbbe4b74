"""TCVN3 and VNI: every letter there and back, whole texts there and back, and no text of today taken for an old one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import NotPossible
from docgen.messages import use
from docgen.reader.from_file import read_file, read_source
from docgen.reader.read import read
from docgen.vietnamese.legacy import evidence, from_tcvn3, from_vni, in_font, of_font
from docgen.vietnamese.syllable_form import all_syllables, spellings
from tests.reader.old_encodings import tcvn3, vni
from tests.word.packing import with_body

HERE = Path(__file__).parent
SEEDS = sorted((HERE / "seeds").glob("*.txt"))
WRITERS = {"TCVN3": tcvn3, "VNI": vni}
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"


@given(st.text(LETTERS + "bcghklmnpqrstvx ,.-", max_size=80))
def test_every_letter_comes_back(text: str) -> None:
    assert from_tcvn3(tcvn3(text)) == text
    assert from_vni(vni(text)) == text
    assert from_vni(vni(text.upper())) == text.upper()


def test_every_syllable_in_capitals_comes_back_from_tcvn3() -> None:
    for parts in all_syllables():
        for word in spellings(parts):
            heading = f"QUY {word.upper()} CHUNG"
            assert from_tcvn3(tcvn3(heading)) == heading


def test_a_capital_at_the_head_of_a_short_word_follows_its_neighbours() -> None:
    assert from_tcvn3(tcvn3("Để lãnh đạo")) == "Để lãnh đạo"
    assert from_tcvn3(tcvn3("ĐỂ LÃNH ĐẠO")) == "ĐỂ LÃNH ĐẠO"
    assert from_tcvn3("Quy ®Þnh", capitals=True) == "QUY ĐỊNH"


@pytest.mark.parametrize("encoding", WRITERS)
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_whole_text_is_recognised_converted_and_said(encoding: str, path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    expected = text if encoding == "VNI" else from_tcvn3(tcvn3(text))
    # a short word with one plain capital beside abbreviations is the one thing TCVN3 cannot tell
    differs = [(was, now) for was, now in zip(text.split(), expected.split(), strict=True) if was != now]
    assert set(differs) <= {("IIỷ", "IIỶ"), ("Vụ", "VỤ")}
    for content in (WRITERS[encoding](text).encode("cp1252"), WRITERS[encoding](text).encode("utf-8")):
        file = tmp_path / "a.txt"
        file.write_bytes(content)
        found = read_file(file)
        assert found.reading.regulation == read(expected).regulation
        assert any(encoding in dict(remark.values).values() for remark in found.source.remarks)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_text_of_today_is_left_as_it_is(path: Path, tmp_path: Path) -> None:
    source = read_source(path)
    assert source.remarks == ()
    assert evidence(path.read_text(encoding="utf-8")).legacy is None


@pytest.mark.parametrize("encoding", WRITERS)
@pytest.mark.parametrize("pack", [str.encode, lambda text: text.encode("cp1252")], ids=["UTF-8", "cp1252"])
def test_mixed_encodings_are_told_line_by_line(encoding: str, pack: Callable[[str], bytes], tmp_path: Path) -> None:
    today = "Điều 1. Phạm vi điều chỉnh\n\n1. Cấp uỷ lãnh đạo cán bộ, đảng viên thực hiện nhiệm vụ."
    old = "2. Thường trực cấp uỷ chỉ đạo, kiểm tra việc thực hiện nghị quyết.\n\n3. Số 12."
    file = tmp_path / "a.txt"
    file.write_bytes(today.encode() + b"\n\n" + pack(WRITERS[encoding](old)))
    found = read_file(file)
    lines = [line.text for line in found.source.lines]
    assert lines[:3] == [*today.split("\n\n"), old.split("\n\n", maxsplit=1)[0]]
    assert len(found.source.remarks) == 1 and encoding in dict(found.source.remarks[0].values).values()


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
@pytest.mark.parametrize("today", ["Điều 5. ", "2. Cấp uỷ lãnh đạo cán bộ, "])
@pytest.mark.parametrize("ends_old", [True, False])
def test_two_encodings_in_one_line_are_refused_with_its_number(
        encoding: str, today: str, ends_old: bool, tmp_path: Path) -> None:
    old = "Thường trực cấp uỷ chỉ đạo, kiểm tra việc thực hiện nghị quyết của đảng bộ."
    other = WRITERS[encoding](old).encode("cp1252")
    file = tmp_path / "a.txt"
    file.write_bytes(other + b"\n\n" + (today.encode() + other if ends_old else other + today.encode()) + b"\n")
    with pytest.raises(NotPossible) as refusal:
        read_file(file)
    assert dict(refusal.value.message.values)["line"] == 3


def test_letters_of_no_known_encoding_are_refused_by_name(tmp_path: Path) -> None:
    use("en")
    for content in ("Положение о порядке работы комитета".encode("cp1251"),
                    "Ðåãëàìåíò ðàáîòû êîìèòåòà ïàðòèè, ïðèíÿòûé".encode()):
        file = tmp_path / "a.txt"
        file.write_bytes(content)
        with pytest.raises(NotPossible, match="TCVN3"):
            read_source(file)


@pytest.mark.parametrize(("font", "encoding"), [
    (".VnTime", "TCVN3"), (".VnTimeH", "TCVN3"), (".VnArial NarrowH", "TCVN3"), ("VNI-Times", "VNI"),
    ("Times New Roman", None), ("Vni-Helve", "VNI"), ("", None),
])
def test_fonts_are_known_by_name(font: str, encoding: str | None) -> None:
    assert of_font(font) == encoding


def test_a_word_file_in_old_fonts() -> None:
    def run(text: str, font: str, extra: str = "") -> str:
        return (f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>{extra}'
                f'<w:t xml:space="preserve">{text}</w:t></w:r>')

    from docgen.word.reading import read_document

    body = (f"<w:p>{run('quy ®Þnh', '.VnTimeH')}</w:p>"
            f"<w:p>{run('§iÒu 1. L·nh ®¹o ', '.VnTime')}{run('ñ', '.VnTimeH')}{run('y ban', '.VnTime')}</w:p>"
            f"<w:p>{run('Ña', 'VNI-Times')}{run('ûng boä', 'VNI-Times')}{run(' uỷ', 'Times New Roman')}</w:p>"
            f"<w:p>{run(' tiªn', '.VnTime', '<w:softHyphen/>')}</w:p>"
            '<w:p><w:r><w:sym w:font=".VnTime" w:char="F0A7"/></w:r><w:r><w:sym w:font="x" w:char="?"/></w:r></w:p>')
    reading = read_document(with_body(body), "a.docx")
    assert [line.text for line in reading.lines] == [
        "QUY ĐỊNH", "Điều 1. Lãnh đạo Ủy ban", "Đảng bộ uỷ", "ư tiên", "Đ"]
    assert dict(reading.remarks[0].values)["fonts"] == ".VnTimeH, .VnTime, VNI-Times"
    assert in_font("Điều 1", "Arial") == "Điều 1"
