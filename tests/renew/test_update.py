"""A person's own Word file after the update: what stands where nothing can be joined, pictures, comments, bad files."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from docgen.errors import NotPossible
from docgen.messages import use
from docgen.renew.update import Updated, update_document
from docgen.word.settling import settled
from tests.renew.edit_scripts import DOT
from tests.renew.settled_file import body, comments, plain, settled_body, settled_file, words

_BASE = ("Điều 1. Sinh hoạt chi bộ", "1. Chi bộ họp thường kỳ mỗi tháng một lần vào ngày 03.",
         "2. Thông báo gửi đảng viên trước 5 ngày làm việc, có tài liệu kèm theo.",
         "Điều 2. Báo cáo", "1. Chi uỷ báo cáo cấp uỷ cấp trên hằng quý, hằng năm.",
         "2. Báo cáo năm gửi trước ngày 15/12 bằng văn bản.")
_CELL = ("ĐẢNG BỘ PHƯỜNG SAO MAI", "CHI BỘ HỘI VĂN NGHỆ")


@lru_cache
def _file(lines: tuple[str, ...], cell: tuple[str, ...] = _CELL) -> bytes:
    """Return a document with a table, the lines, and a table right behind them, as docgen's end with signatures."""
    file = Document()
    for place, inside in enumerate((cell, ("T/M CHI BỘ", "BÍ THƯ"))):
        table = file.add_table(1, 1)
        table.cell(0, 0).paragraphs[0].text = inside[0]
        for line in inside[1:]:
            table.cell(0, 0).add_paragraph(line)
        if place == 0:
            for line in lines:
                file.add_paragraph(line)
    return _saved(file)


def _saved(file: WordFile) -> bytes:
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def _edited(content: bytes, edit: Callable[[WordFile], None]) -> bytes:
    file = Document(BytesIO(content))
    edit(file)
    return _saved(file)


def _part(content: bytes) -> str:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read("word/document.xml").decode()


def _proved(theirs: bytes, base: tuple[str, ...], new: tuple[str, ...], cell: tuple[str, ...] = _CELL) -> Updated:
    """Update, and hold the result against the person's file by a second reading of the marks."""
    updated = update_document(theirs, _file(base), _file(new, cell), name="tệp.docx")
    own = frozenset(comments(theirs))
    assert plain(settled_body(updated.content, "reject", own)) == plain(body(theirs))
    return updated


def _lines(updated: Updated) -> list[str]:
    """Return the lines between the two tables once all is accepted."""
    return [line for line in settled(updated.content, "", "accept") if line][len(_CELL):-2]


@pytest.mark.full
@pytest.mark.parametrize("new", [
    (*_BASE, "3. Báo cáo đột xuất gửi ngay trong ngày có việc."),
    _BASE[:-1],
    (*_BASE[:-1], "2. Khi có việc gấp, bí thư báo cáo ngay bằng điện thoại.", "3. Mọi báo cáo đều lưu tại chi bộ."),
    _BASE[:3],
    (*_BASE[:3], "Điều 2. Hiệu lực thi hành", "Quy chế này có hiệu lực kể từ ngày ký ban hành."),
    ("Điều 1. Phạm vi điều chỉnh", "Quy chế này nói về việc họp của chi bộ.",
     *(line.replace("Điều 2", "Điều 3").replace("Điều 1", "Điều 2") for line in _BASE)),
])
def test_the_last_paragraph_before_a_table_comes_and_goes(new: tuple[str, ...]) -> None:
    assert _lines(_proved(_file(_BASE), _BASE, new)) == list(new)


@pytest.mark.full
@pytest.mark.parametrize("cell", [
    ("ĐẢNG BỘ XÃ SAO HÔM", "CHI BỘ HỘI VĂN NGHỆ"), ("ĐẢNG BỘ PHƯỜNG SAO MAI",),
    ("TỈNH UỶ SAO MAI", "ĐẢNG BỘ PHƯỜNG SAO MAI", "CHI BỘ HỘI VĂN NGHỆ"), ("CHI BỘ NHÀ BÁO",),
])
def test_the_letterhead_follows_in_its_cell(cell: tuple[str, ...]) -> None:
    updated = _proved(_file(_BASE), _BASE, _BASE, cell)
    assert tuple(line for line in settled(updated.content, "", "accept") if line)[:len(cell)] == cell


def test_words_change_within_runs_and_keep_their_form() -> None:
    def bold(file: WordFile) -> None:
        line = file.paragraphs[1]
        line.runs[0].text = "1. Chi bộ họp thường kỳ mỗi "
        line.add_run("tháng một").bold = True
        line.add_run(" lần vào ngày 03.").font.size = Pt(15)
    new = (_BASE[0], "1. Chi bộ họp thường kỳ mỗi quý một lần vào ngày 03.", *_BASE[2:])
    updated = _proved(_edited(_file(_BASE), bold), _BASE, new)
    accepted = settled_body(updated.content, "accept")
    runs = [run for run in Document(BytesIO(updated.content)).paragraphs[1].runs if run.bold]
    assert [run.text for run in runs] == [" một"]
    assert new[1] in words(accepted)
    assert not updated.conflicts


def test_a_picture_in_what_docgen_drops_keeps_it_standing() -> None:
    def picture(file: WordFile) -> None:
        file.paragraphs[2].add_run().add_picture(BytesIO(DOT))
    theirs = _edited(_file(_BASE), picture)
    updated = _proved(theirs, _BASE, (*_BASE[:2], *_BASE[3:]))
    assert [one.kind for one in updated.conflicts] == ["dropped"]
    assert "w:drawing" in _part(updated.content)


def test_comments_of_people_stay_and_ours_come_beside_them() -> None:
    def remark(file: WordFile) -> None:
        file.add_comment(file.paragraphs[1].runs, "Hỏi lại đồng chí bí thư.", author="Người đọc")
        file.paragraphs[2].runs[0].text = "2. Thông báo gửi đảng viên trước 7 ngày làm việc, có tài liệu kèm theo."
    theirs = _edited(_file(_BASE), remark)
    new = (*_BASE[:2], _BASE[2].replace("5 ngày", "3 ngày"), *_BASE[3:])
    updated = _proved(theirs, _BASE, new)
    assert [one.kind for one in updated.conflicts] == ["words"]
    told = list(comments(updated.content).values())
    assert told[0] == "Hỏi lại đồng chí bí thư."
    assert _BASE[2] in told[1] and new[2] in told[1]
    assert "7 ngày làm việc" in "\n".join(words(settled_body(updated.content, "accept")))


def test_what_docgen_does_not_change_is_not_written_anew() -> None:
    theirs = _file((*_BASE[:4], "1. Của riêng chi bộ, do hội nghị quyết định.", *_BASE[5:]))
    updated = _proved(theirs, _BASE, _BASE)
    assert not updated.changes
    assert _part(updated.content).count("<w:ins ") == 0
    with zipfile.ZipFile(BytesIO(theirs)) as one, zipfile.ZipFile(BytesIO(updated.content)) as other:
        assert {name: one.read(name) for name in one.namelist() if name != "word/document.xml"} == {
            name: other.read(name) for name in other.namelist() if name != "word/document.xml"}


def test_a_foreign_file_is_only_remarked_on() -> None:
    theirs = _file((*_BASE[:2], _BASE[2].replace("5 ngày", "7 ngày"), *_BASE[3:5]))
    updated = update_document(theirs, None, _file(_BASE), name="tệp.docx")
    assert updated.foreign and not updated.changes
    assert [one.kind for one in updated.conflicts] == ["differs", "missing"]
    assert settled(updated.content, "", "accept") == settled(theirs, "", "accept")


def _with_part(content: bytes, name: str, made: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(target, "w") as archive:
        for one in source.namelist():
            archive.writestr(one, source.read(one))
        archive.writestr(name, made)
    return target.getvalue()


def _with_revision() -> bytes:
    content = _part(_file(_BASE)).replace("<w:r>", '<w:ins w:id="9" w:author="A"><w:r>', 1).replace(
        "</w:r>", "</w:r></w:ins>", 1)
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(_file(_BASE))) as source, zipfile.ZipFile(target, "w") as archive:
        for one in source.namelist():
            archive.writestr(one, content.encode() if one == "word/document.xml" else source.read(one))
    return target.getvalue()


_STRANGE = ("Kính thưa đại hội,", "Năm qua sản lượng lúa vụ mùa tăng thêm chín tạ một sào ruộng.",
            "Bà con phấn khởi thi đua nuôi thêm gà vịt, trồng xoài.", "Xin cảm ơn tất cả quý vị.")


@pytest.mark.full
@pytest.mark.parametrize(("theirs", "base", "said"), [
    (_file(_BASE)[:900], True, "cut off"), (b"%PDF-1.7 nothing", True, "not a Word file"),
    (_with_part(_file(_BASE), "word/vbaProject.bin", b"x"), True, "macros"), (_with_revision(), True, "1 tracked"),
    (_file(_STRANGE), True, "which clause is which"), (_file(_STRANGE), False, "not that document"),
])
def test_a_file_that_cannot_be_changed_without_loss_is_refused(theirs: bytes, base: bool, said: str) -> None:
    use("en")
    with pytest.raises(NotPossible, match=said):
        update_document(theirs, _file(_BASE) if base else None, _file(_BASE), name="tệp.docx")


def _with_table(content: bytes, *cells: str, at: int) -> bytes:
    """Return a document with one more table before the line `at`."""
    def put(file: WordFile) -> None:
        table = file.add_table(1, len(cells))
        for cell, text in zip(table.rows[0].cells, cells, strict=True):
            cell.text = text
        file.paragraphs[at]._p.addprevious(table._tbl)
    return _edited(content, put)


def test_tables_docgen_gains_or_loses_are_told_at_their_place() -> None:
    plan = _with_table(_file(_BASE), "Tháng", "Nội dung sinh hoạt chuyên đề", at=3)
    gained = update_document(_file(_BASE), _file(_BASE), plan, name="tệp.docx")
    assert [(one.kind, one.on) for one in gained.conflicts] == [("table", _BASE[2])]
    assert "“Tháng” | “Nội dung sinh hoạt chuyên đề”" in gained.conflicts[0].text
    assert settled(gained.content, "", "accept") == settled(_file(_BASE), "", "accept")
    lost = update_document(plan, plan, _file(_BASE), name="tệp.docx")
    assert [one.kind for one in lost.conflicts] == ["table"] and len(comments(lost.content)) == 1
    assert settled(lost.content, "", "accept") == settled(plan, "", "accept")
    changed = _with_table(_file(_BASE), "Quý", "Nội dung sinh hoạt chuyên đề", at=3)
    gone = update_document(_file(_BASE), plan, changed, name="tệp.docx")
    assert "“Quý”" in gone.conflicts[0].text and len(gone.conflicts) == 1
    assert not update_document(_file(_BASE), plan, plan, name="tệp.docx").conflicts
    assert not update_document(plan, _file(_BASE), plan, name="tệp.docx").conflicts


def test_of_a_foreign_file_tables_are_told_too() -> None:
    plan = _with_table(_file(_BASE), "Tháng", "Nội dung sinh hoạt chuyên đề", at=3)
    told = update_document(_file(_BASE), None, plan, name="tệp.docx").conflicts
    assert [one.kind for one in told] == ["table"] and "\ufffc" not in told[0].text
    head = update_document(_file(_BASE), None, _file(_BASE, ("ĐẢNG BỘ XÃ SAO HÔM", _CELL[1])), name="tệp.docx")
    assert [(one.kind, one.on) for one in head.conflicts] == [("differs", _CELL[0])]


def _formed(file: WordFile) -> None:
    """Give every line of the body the form of its rank: articles centred, clauses set in by 18 points."""
    for line in file.paragraphs:
        if line.text.startswith("Điều"):
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif line.text[:1].isdigit():
            line.paragraph_format.first_line_indent = Pt(18)


@pytest.mark.parametrize(("new", "forms"), [
    ((*_BASE, "Điều 3. Hiệu lực thi hành"), [(None, 18), (WD_ALIGN_PARAGRAPH.CENTER, None)]),
    ((*_BASE, "Điều 3. Lưu văn bản", "1. Mọi văn bản đều lưu."), [(WD_ALIGN_PARAGRAPH.CENTER, None), (None, 18)]),
    (_BASE[:-2], [(None, 18), (WD_ALIGN_PARAGRAPH.CENTER, None)]),
    ((*_BASE[:3], "Điều 2. Hiệu lực"), [(None, 18), (WD_ALIGN_PARAGRAPH.CENTER, None)]),
])
def test_before_a_table_a_paragraph_has_the_form_of_its_rank(
    new: tuple[str, ...], forms: list[tuple[WD_ALIGN_PARAGRAPH | None, int | None]],
) -> None:
    theirs, now = _edited(_file(_BASE), _formed), _edited(_file(new), _formed)
    updated = update_document(theirs, theirs, now, name="tệp.docx")
    own = frozenset(comments(theirs))
    assert plain(settled_body(updated.content, "reject", own)) == plain(body(theirs))
    lines = Document(BytesIO(settled_file(updated.content, "accept"))).paragraphs[-2:]
    assert [line.text for line in lines] == list(new[-2:])
    assert [(line.alignment, (indent := line.paragraph_format.first_line_indent) and indent.pt)
            for line in lines] == forms
