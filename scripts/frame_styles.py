"""Measures and paragraph styles of the shipped frames: how large, how far in, how far apart.

Office staff may restyle the frames in Word afterwards: all form hangs on the styles named "DG …".
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.word import names
from docgen.word.width import width

PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"

MM = 1440 / 25.4
"""Twips (a twentieth of a point) in a millimetre."""
PAGE = (11906, 16838)
TOP, BOTTOM, LEFT, RIGHT = round(20 * MM), round(20 * MM), round(30 * MM), round(15 * MM)
PAGE_NUMBER_FROM_EDGE = round(10 * MM)
INDENT = round(10 * MM)
TEXT_WIDTH = PAGE[0] - LEFT - RIGHT
# head of the page: the last column is the right half; a long line of place and date takes one or two more
HEAD = (2700, 940, 960, TEXT_WIDTH - 4600)
# foot of the document: Nơi nhận, signature
FOOT = (4700, TEXT_WIDTH - 4700)
# foot of an agreement: two signatures level
PAIR = (TEXT_WIDTH // 2, TEXT_WIDTH - TEXT_WIDTH // 2)
# table of legal bases, on the page turned: place, text, legal basis, kind, wording
BASIS_WIDTH = PAGE[1] - TOP - RIGHT
BASIS = (1850, 3700, 2450, 1150, BASIS_WIDTH - 9150)
KEEP = "<w:keepNext/>"

HEAD_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = f'xmlns:w="{names.W}" xmlns:r="{names.R}"'


@dataclass(frozen=True)
class Style:
    """One paragraph style; lengths in points, `line` exact line spacing (0: as the letters need)."""

    key: str
    name: str
    based_on: str = "DGDoan"
    following: str = ""
    align: str = ""
    size: int = 0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    before: float = -1
    after: float = -1
    line: float = -1
    indent: int = -1
    keep_next: bool = False
    keep_lines: bool = False
    border: tuple[int, int] | None = None

    def xml(self) -> str:
        """Return the style in the order Word's schema asks for."""
        paragraph = ""
        if self.keep_next:
            paragraph += "<w:keepNext/>"
        if self.keep_lines:
            paragraph += "<w:keepLines/>"
        if self.border:
            paragraph += '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
        spacing = ""
        if self.before >= 0:
            spacing += f' w:before="{round(self.before * 20)}"'
        if self.after >= 0:
            spacing += f' w:after="{round(self.after * 20)}"'
        if self.line > 0:
            spacing += f' w:line="{round(self.line * 20)}" w:lineRule="exact"'
        if self.line == 0:
            spacing += ' w:line="240" w:lineRule="auto"'
        if spacing:
            paragraph += f"<w:spacing{spacing}/>"
        if self.border:
            paragraph += f'<w:ind w:left="{self.border[0]}" w:right="{self.border[1]}" w:firstLine="0"/>'
        elif self.indent >= 0:
            paragraph += f'<w:ind w:firstLine="{self.indent}"/>'
        if self.align:
            paragraph += f'<w:jc w:val="{self.align}"/>'
        letters = ""
        if self.bold:
            letters += "<w:b/><w:bCs/>"
        if self.italic:
            letters += "<w:i/><w:iCs/>"
        if self.size:
            letters += f'<w:sz w:val="{self.size * 2}"/><w:szCs w:val="{self.size * 2}"/>'
        if self.underline:
            letters += '<w:u w:val="single"/>'
        following = f'<w:next w:val="{self.following}"/>' if self.following else ""
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.key}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="{self.based_on}"/>{following}<w:qFormat/>'
            + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
            + (f"<w:rPr>{letters}</w:rPr>" if letters else "")
            + "</w:style>"
        )


def rule_indents() -> tuple[int, int]:
    """Return the indents that make a border in the right half of the head exactly as long as the Party's name."""
    free = HEAD[-1] - round(width(PARTY, 15, bold=True) * 20)
    return free // 2, free - free // 2


def styles(*, sheet: bool = False) -> tuple[Style, ...]:
    """Return every style of the frames; their Vietnamese names are what staff see in Word."""
    if sheet:
        return (
            *(_smaller(style) for style in styles()),
            Style("DGOBang", "DG Ô bảng", "Normal", align="left", before=1, after=1, line=0),
            Style("DGDauBang", "DG Đầu bảng", "DGOBang", align="center", bold=True, keep_next=True),
        )
    head = {"based_on": "Normal", "align": "center", "before": 0.0, "after": 0.0, "line": 0.0}
    return (
        Style("DGDoan", "DG Đoạn", "Normal", align="both", before=0, after=6, line=18, indent=INDENT),
        Style("DGTieuDeDang", "DG Tiêu đề Đảng", size=15, bold=True, **head),  # type: ignore[arg-type]
        Style("DGKeTieuDe", "DG Kẻ tiêu đề", "Normal", align="center", size=1, before=0, after=0, line=3,
              border=rule_indents()),
        Style("DGCapTren", "DG Cấp trên", **head),  # type: ignore[arg-type]
        Style("DGCoQuan", "DG Cơ quan ban hành", bold=True, **head),  # type: ignore[arg-type]
        Style("DGDauSao", "DG Dấu sao", **head),  # type: ignore[arg-type]
        Style("DGSoKyHieu", "DG Số, ký hiệu", "DGDauSao", before=3),
        Style("DGNgayThang", "DG Địa danh, ngày tháng", "DGDauSao", italic=True, before=3),
        Style("DGDuThao", "DG Dự thảo", "DGDauSao", italic=True, before=3),
        Style("DGTenLoai", "DG Tên loại", "DGDauSao", "DGTrichYeu", size=16, bold=True, before=18, keep_next=True),
        Style("DGTrichYeu", "DG Trích yếu", "DGDauSao", bold=True, keep_next=True),
        Style("DGGachTrichYeu", "DG Gạch dưới trích yếu", "DGDauSao", after=12, keep_next=True),
        Style("DGCanCu", "DG Căn cứ"),
        Style("DGMoDau", "DG Mở đầu"),
        Style("DGChuong", "DG Chương", "DGDoan", "DGTenChuong", align="center", bold=True, indent=0, before=6, after=0,
              keep_next=True, keep_lines=True),
        Style("DGTenChuong", "DG Tên chương", "DGChuong", "DGDieu", before=0, after=6),
        Style("DGMuc", "DG Mục", "DGChuong", "DGTenMuc"),
        Style("DGTenMuc", "DG Tên mục", "DGTenChuong", "DGDieu"),
        Style("DGDauMuc", "DG Đầu mục", "DGChuong", "DGDieu", after=6),
        Style("DGDieu", "DG Điều", "DGDoan", "DGKhoan", bold=True, keep_next=True, keep_lines=True),
        Style("DGKhoan", "DG Khoản"),
        Style("DGDiem", "DG Điểm"),
        Style("DGGachDong", "DG Gạch đầu dòng"),
        Style("DGGhiChu", "DG Ghi chú", italic=True),
        Style("DGQuyenHan", "DG Quyền hạn ký", "DGDauSao", "DGChucVu", bold=True, before=12, keep_next=True),
        Style("DGChucVu", "DG Chức vụ", "DGDauSao", "DGHoTen", keep_next=True),
        Style("DGHoTen", "DG Họ tên", "DGDauSao", bold=True, before=72, keep_lines=True),
        Style("DGHoTenCoDau", "DG Họ tên (có dấu)", "DGHoTen", before=100),
        Style("DGNoiNhan", "DG Nơi nhận", "DGDauSao", "DGDanhSachNoiNhan", align="left", underline=True, before=12,
              keep_next=True),
        Style("DGDanhSachNoiNhan", "DG Danh sách nơi nhận", "DGDauSao", align="left", size=12),
        Style("DGSoTrang", "DG Số trang", "DGDauSao"),
        Style("DGCuoi", "DG Dòng cuối", "DGDauSao", size=1, line=1),
    )


def _smaller(style: Style) -> Style:
    """Return a style for a sheet that lies beside a document: 10 points, close lines, nothing indented."""
    if style.key == "DGDoan":
        return replace(style, after=3.0, line=0.0, indent=0)
    return replace(style, size=min(style.size, 14), before=min(style.before, 6.0), after=min(style.after, 3.0))


def styles_part(*, sheet: bool = False) -> str:
    """Return word/styles.xml: Times New Roman for every script, black, Vietnamese; and the styles above."""
    size = 20 if sheet else 28
    return (
        f"{HEAD_XML}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman"'
        ' w:cs="Times New Roman"/><w:color w:val="000000"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        + "".join(style.xml() for style in styles(sheet=sheet))
        + '<w:style w:type="character" w:customStyle="1" w:styleId="DGSoDieu"><w:name w:val="DG Số điều"/><w:qFormat/>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style></w:styles>"
    )
