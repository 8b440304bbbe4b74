"""Builds the frames of the papers round a quy chế, on the pieces of the shipped frames.

    python -m scripts.paper_frames           writes templates/shared/papers/…/frame.docx

Most papers share one frame. Minutes have two signatures, two papers a table, and the notice of an association's
leadership is no Party paper: it has the head, the sizes and the line ends of Nghị định 30/2020/NĐ-CP.
"""

from __future__ import annotations

from collections.abc import Callable

from docgen.word.width import width
from scripts.frame_drawing import cell, each, line, row, row_tag, table, tag, when
from scripts.frame_styles import FOOT, TEXT_WIDTH, Style
from scripts.make_frames import body, document, frame, head, one_signature, section, signatures_two_by_two, title, write

NATION, MOTTO = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
STATE_HEAD = (3800, TEXT_WIDTH - 3800)
OPINION_COLUMNS = (620, 1500, 2900, 1750, TEXT_WIDTH - 6770)
ASSIGNMENT_COLUMNS = (620, 2700, 1900, TEXT_WIDTH - 5220)
SENT_TO = 2600
"""How far in the lines of a list after "Kính gửi:" begin."""
_WRITING_LINE = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="DGDongViet"><w:name w:val="DG Dòng để viết"/>'
    '<w:basedOn w:val="DGDoan"/><w:qFormat/><w:pPr><w:pBdr>'
    '<w:bottom w:val="dotted" w:sz="4" w:space="0" w:color="000000"/>'
    '<w:between w:val="dotted" w:sz="4" w:space="0" w:color="000000"/></w:pBdr>'
    '<w:spacing w:before="0" w:after="0" w:line="440" w:lineRule="exact"/><w:ind w:firstLine="0"/></w:pPr></w:style>')
_LAST_LINE = '<w:spacing w:after="120"/>'


def _rule(style: str, text: str, size: int, *, share: float = 1.0, within: int) -> str:
    """Return a paragraph whose lower border is as long as a share of a text, in the middle of a column."""
    free = within - round(width(text, size, bold=True) * 20 * share)
    return line(style, "", f'<w:ind w:left="{free // 2}" w:right="{free - free // 2}" w:firstLine="0"/>')


def paper_styles() -> str:
    """Return the styles only papers use, and those of a paper of the State beside them."""
    plain = "DGDauSao"
    return _WRITING_LINE + "".join(style.xml() for style in (
        Style("DGTrichYeuCongVan", "DG Trích yếu công văn", plain, size=12, italic=True, before=3),
        Style("DGKinhGui", "DG Kính gửi", "DGDoan", align="center", before=18, after=0, indent=0, keep_next=True),
        Style("DGKinhGuiDong", "DG Dòng kính gửi", "DGDoan", align="left", before=0, after=0, indent=SENT_TO,
              keep_next=True),
        Style("DGKinhGuiCuoi", "DG Cách sau kính gửi", "DGCuoi", before=12),
        Style("DGOBang", "DG Ô bảng", "Normal", align="left", size=13, before=3, after=3, line=0),
        Style("DGDauBang", "DG Đầu bảng", "DGOBang", align="center", bold=True, keep_next=True),
        Style("NNQuocHieu", "NN Quốc hiệu", plain, size=12, bold=True),
        Style("NNTieuNgu", "NN Tiêu ngữ", plain, size=13, bold=True),
        Style("NNKe", "NN Kẻ ngang", "DGKeTieuDe", border=(0, 0)),
        Style("NNChuQuan", "NN Cơ quan chủ quản", plain, size=12),
        Style("NNCoQuan", "NN Cơ quan ban hành", plain, size=12, bold=True),
        Style("NNSo", "NN Số, ký hiệu", plain, size=13, before=6),
        Style("NNTenLoai", "NN Tên loại", plain, size=14, bold=True, before=18, keep_next=True),
        Style("NNNoiNhan", "NN Nơi nhận", "DGDauSao", align="left", size=12, bold=True, italic=True, before=12),
        Style("NNDanhSachNoiNhan", "NN Danh sách nơi nhận", "DGDauSao", align="left", size=11),
        Style("NNChucVu", "NN Chức vụ", "DGChucVu", bold=True),
    ))


def lines_to_write_on() -> str:
    """Return what a note is in a paper: dotted lines, under which or in which something is written."""
    return line("DGDongViet", "{{ block.text }}") + line("DGDongViet", "", _LAST_LINE)


def sent_to() -> str:
    """Return "Kính gửi: …" in the middle above the text, and the room below it."""
    return when("addressing", line("DGKinhGui", "{{ addressing }}"), each("DGKinhGuiDong", "addressees"),
                line("DGKinhGuiCuoi", ""))


def list_of(columns: tuple[int, ...], heads: tuple[str, ...], parts: tuple[str, ...]) -> str:
    """Return a ruled table over the rows of a paper."""
    return when("list_rows", table(
        columns,
        row(*(cell((column,), line("DGDauBang", head_)) for column, head_ in zip(columns, heads, strict=True)),
            head=True),
        row_tag("for row in list_rows", columns),
        row(*(cell((column,), line("DGOBang", f"{{{{ row.{part} }}}}"))
              for column, part in zip(columns, parts, strict=True))),
        row_tag("endfor", columns),
        ruled=True,
    ) + line("DGKinhGuiCuoi", ""))


def paper(foot: str, rows: str = "") -> bytes:
    """Return the frame of a Party paper: head, what it is, to whom, on what grounds, text, foot."""
    return frame(document(
        head(True, subject=True) + title() + sent_to() + each("DGCanCu", "legal_bases") + each("DGMoDau", "opening")
        + rows + body(lines_to_write_on()) + foot + section()), styles=paper_styles())


def opinions() -> str:
    """Return the table of the opinions received."""
    return list_of(OPINION_COLUMNS, ("TT", "Điều, khoản", "Nội dung góp ý", "Người, tổ chức góp ý",
                                     "Ý kiến tiếp thu, giải trình"), ("number", "where", "what", "who", "answer"))


def assignments() -> str:
    """Return the table that says who is in charge of what."""
    return list_of(ASSIGNMENT_COLUMNS, ("TT", "Họ và tên", "Chức vụ", "Nhiệm vụ, mặt công tác phụ trách"),
                   ("number", "who", "where", "what"))


def state_head() -> str:
    """Return the head of a paper of an association or agency: its name left, country and motto right."""
    left, right = STATE_HEAD
    return table(
        STATE_HEAD,
        row(cell((left,), each("NNChuQuan", "superior_lines"), each("NNCoQuan", "issuer_lines"),
                 _rule("NNKe", "HỘI NHÀ BÁO TỈNH", 12, share=0.6, within=left)),
            cell((right,), line("NNQuocHieu", NATION), line("NNTieuNgu", MOTTO),
                 _rule("NNKe", MOTTO, 13, within=right))),
        row(cell((left,), line("NNSo", "{{ number }}")), cell((right,), line("DGNgayThang", "{{ place_and_date }}"))),
    )


def state_title() -> str:
    """Return kind and summary with the rule under them that such papers have."""
    return (when("kind", line("NNTenLoai", "{{ kind }}")) + each("DGTrichYeu", "summary_lines")
            + when("summary_lines", _rule("NNKe", "x" * 40, 14, share=0.4, within=TEXT_WIDTH))
            + line("DGKinhGuiCuoi", ""))


def state_foot() -> str:
    """Return Nơi nhận and the signature as such papers have them."""
    signature = (
        tag("for signature in signatures")
        + when("signature.authority", line("DGQuyenHan", "{{ signature.authority }}"))
        + when("signature.post", line("NNChucVu", "{{ signature.post }}"))
        + line("DGHoTenCoDau", "{{ signature.signer }}") + tag("endfor") + when("not signatures", line("DGHoTen", "")))
    return when("recipients or signatures", table(FOOT, row(
        cell(FOOT[:1], when("recipients", line("NNNoiNhan", "{{ recipients_heading }}"),
                            each("NNDanhSachNoiNhan", "recipients")), line("DGCuoi", "")),
        cell(FOOT[1:], signature)))) + line("DGCuoi", "")


def state_paper() -> bytes:
    """Return the frame of the notice an association's leadership gives."""
    return frame(document(
        state_head() + state_title() + sent_to() + each("DGMoDau", "opening") + body(lines_to_write_on()) + state_foot()
        + section()), styles=paper_styles())


FRAMES: dict[str, Callable[[], bytes]] = {
    "templates/shared/papers/frame.docx": lambda: paper(one_signature(seal=True)),
    "templates/shared/papers/opinions-table/frame.docx": lambda: paper(one_signature(seal=True), opinions()),
    "templates/shared/papers/assignment-notice/frame.docx": lambda: paper(one_signature(seal=True), assignments()),
    "templates/shared/papers/meeting-minutes/frame.docx": lambda: paper(signatures_two_by_two()),
    "templates/shared/papers/joint-minutes/frame.docx": lambda: paper(signatures_two_by_two()),
    "templates/shared/papers/leadership-notice/frame.docx": state_paper,
}


if __name__ == "__main__":
    write(FRAMES)
