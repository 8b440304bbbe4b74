"""Builds the frames that are shipped: Word files with tags, on a base of nothing but the styles they use.

    python -m scripts.make_frames            writes templates/…/frame.docx and templates/shared/regulation.docx

Measures are those of docs on the form of Party documents: A4, margins 20/20/30/15 mm, Times New Roman. The two form
profiles (05-hd, 36-hd) ask the same of everything drawn here: exact line spacing of 18 pt lies in both, and the line
ends of Nơi nhận are data. `duplex` mirrors the margins when a document is made, the frame need not know of it.
Office staff may restyle the files in Word afterwards: all form hangs on the styles named "DG …".
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from docgen.word import names
from docgen.word.archive import pack, write_zip
from docgen.word.width import width

ROOT = Path(__file__).parent.parent
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


def styles() -> tuple[Style, ...]:
    """Return every style of the frames; their Vietnamese names are what staff see in Word."""
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


def styles_part() -> str:
    """Return word/styles.xml: Times New Roman for every script, black, Vietnamese; and the styles above."""
    return (
        f"{HEAD_XML}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman"'
        ' w:cs="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        + "".join(style.xml() for style in styles())
        + '<w:style w:type="character" w:customStyle="1" w:styleId="DGSoDieu"><w:name w:val="DG Số điều"/><w:qFormat/>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style></w:styles>"
    )


def line(style: str, text: str, extra: str = "") -> str:
    """Return one paragraph; `extra` goes into its properties."""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{run}</w:p>'


def tag(text: str) -> str:
    """Return a paragraph that holds one tag for whole paragraphs and vanishes from the document."""
    return line("DGDauSao", f"{{%p {text} %}}", '<w:jc w:val="left"/>')


def each(style: str, values: str) -> str:
    """Return a loop that prints one paragraph per line of a list."""
    return tag(f"for line in {values}") + line(style, "{{ line }}") + tag("endfor")


def when(condition: str, *paragraphs: str) -> str:
    """Return paragraphs printed only under a condition."""
    return tag(f"if {condition}") + "".join(paragraphs) + tag("endif")


def cell(columns: tuple[int, ...], *paragraphs: str) -> str:
    """Return a table cell over these grid columns."""
    span = f'<w:gridSpan w:val="{len(columns)}"/>' if len(columns) > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{sum(columns)}" w:type="dxa"/>{span}</w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(*cells: str) -> str:
    """Return a table row that is never torn between two pages."""
    return f'<w:tr><w:trPr><w:cantSplit/></w:trPr>{"".join(cells)}</w:tr>'


def row_tag(text: str) -> str:
    """Return a row that holds one tag for whole rows and vanishes from the document."""
    return row(cell(HEAD, line("DGDauSao", f"{{%tr {text} %}}")))


def table(columns: tuple[int, ...], *rows: str) -> str:
    """Return a table of fixed columns without lines."""
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def head(draft: bool) -> str:
    """Return the head of the first page; number and date share a row, so they are level whatever stands above."""
    def left(extra: str = "") -> str:
        mark = when("draft_mark", line("DGDuThao", "{{ draft_mark }}", extra)) if draft else ""
        return line("DGSoKyHieu", "{{ number }}", extra) + mark

    right = line("DGNgayThang", "{{ place_and_date }}", '<w:jc w:val="right"/>')
    # keeps the number under the names of the bodies as long as there is room for it
    centred = f'<w:ind w:left="{HEAD[2]}"/>'
    return table(
        HEAD,
        row(cell(HEAD[:3], each("DGCapTren", "superior_lines"), each("DGCoQuan", "issuer_lines"),
                 line("DGDauSao", "*")),
            cell(HEAD[3:], line("DGTieuDeDang", PARTY), line("DGKeTieuDe", ""))),
        row_tag('if place_and_date_room == "half"'),
        row(cell(HEAD[:3], left()), cell(HEAD[3:], line("DGNgayThang", "{{ place_and_date }}"))),
        row_tag('elif place_and_date_room == "wide"'),
        row(cell(HEAD[:2], left(centred)), cell(HEAD[2:], right)),
        row_tag("else"),
        row(cell(HEAD[:1], left()), cell(HEAD[1:], right)),
        row_tag("endif"),
    )


def body() -> str:
    """Return the loop over the blocks: one case per kind, the commonest first."""
    run_in = (
        '<w:p><w:pPr><w:pStyle w:val="DGKhoan"/></w:pPr><w:r><w:rPr><w:rStyle w:val="DGSoDieu"/></w:rPr>'
        '<w:t>{{ block.text }}</w:t></w:r><w:r><w:t xml:space="preserve"> {{ block.rest }}</w:t></w:r></w:p>'
    )
    text = "{{ block.text }}"

    def name(style: str) -> str:
        return when("block.heading", line(style, "{{ block.heading }}"))

    cases = (
        ("clause", line("DGKhoan", text)),
        ("point", line("DGDiem", text)),
        ("article", line("DGDieu", text)),
        ("dash", line("DGGachDong", text)),
        ("paragraph", line("DGDoan", text)),
        ("run_in_article", run_in),
        ("chapter", line("DGChuong", text) + name("DGTenChuong")),
        ("section", line("DGMuc", text) + name("DGTenMuc")),
        ("head", line("DGDauMuc", text)),
        ("note", line("DGGhiChu", text)),
    )
    choices = "".join(
        tag(f'{"elif" if place else "if"} block.kind == "{kind}"') + paragraphs
        for place, (kind, paragraphs) in enumerate(cases)
    )
    return tag("for block in blocks") + choices + tag("endif") + tag("endfor")


def foot(seal: bool) -> str:
    """Return Nơi nhận and the signature side by side; the row is never torn."""
    signer = line("DGHoTen", "{{ signer }}")
    if seal:
        signer = tag("if seal") + line("DGHoTenCoDau", "{{ signer }}") + tag("else") + signer + tag("endif")
    return when(
        "recipients or authority or post or signer",
        table(FOOT, row(
            cell(FOOT[:1], when("recipients", line("DGNoiNhan", "{{ recipients_heading }}"),
                                each("DGDanhSachNoiNhan", "recipients")), line("DGCuoi", "")),
            cell(FOOT[1:], when("authority", line("DGQuyenHan", "{{ authority }}")),
                 when("post", line("DGChucVu", "{{ post }}")), signer),
        )),
    ) + line("DGCuoi", "")


def document_part(*, issued_here: bool) -> str:
    """Return word/document.xml; a regulation that is only shown has no draft mark and no room for a seal."""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
        f'<w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}"'
        f' w:header="{PAGE_NUMBER_FROM_EDGE}" w:footer="{PAGE_NUMBER_FROM_EDGE}" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    title = (
        when("kind", line("DGTenLoai", "{{ kind }}"))
        + each("DGTrichYeu", "summary_lines")
        + when("kind or summary_lines", line("DGGachTrichYeu", "-----"))
    )
    return (
        f"{HEAD_XML}<w:document {SPACES}><w:body>"
        + head(issued_here) + title + each("DGCanCu", "legal_bases") + each("DGMoDau", "opening") + body()
        + foot(issued_here) + section + "</w:body></w:document>"
    )


def other_parts() -> dict[str, str]:
    """Return the parts both frames share."""
    main = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return {
        "[Content_Types].xml": (
            f'{HEAD_XML}<Types xmlns="{names.CONTENT_TYPES}">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{names.DOCUMENT_TYPE}"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{kind}.styles+xml"/>'
            f'<Override PartName="/word/settings.xml" ContentType="{kind}.settings+xml"/>'
            f'<Override PartName="/word/header1.xml" ContentType="{kind}.header+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'{HEAD_XML}<Relationships xmlns="{names.PACKAGE_RELATIONSHIPS}">'
            f'<Relationship Id="rId1" Type="{main}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'{HEAD_XML}<Relationships xmlns="{names.PACKAGE_RELATIONSHIPS}">'
            f'<Relationship Id="rId1" Type="{main}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId2" Type="{main}/settings" Target="settings.xml"/>'
            f'<Relationship Id="rId3" Type="{main}/header" Target="header1.xml"/></Relationships>'
        ),
        "word/header1.xml": (
            f'{HEAD_XML}<w:hdr {SPACES}><w:p><w:pPr><w:pStyle w:val="DGSoTrang"/></w:pPr>'
            '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>'
        ),
        "word/settings.xml": (
            f'{HEAD_XML}<w:settings {SPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="{INDENT}"/>'
            '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
            '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
            ' w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/>'
            '<w:listSeparator w:val=";"/></w:settings>'
        ),
        "word/styles.xml": styles_part(),
    }


def frame(*, issued_here: bool) -> bytes:
    """Return a whole frame as the bytes of a .docx."""
    parts = {**other_parts(), "word/document.xml": document_part(issued_here=issued_here)}
    return write_zip(pack(name, content.encode()) for name, content in parts.items())


FRAMES = {
    "templates/hoi-quan-chung/working-rules/frame.docx": True,
    "templates/shared/regulation.docx": False,
}


def main() -> None:
    for place, issued_here in FRAMES.items():
        target = ROOT / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(frame(issued_here=issued_here))
        print(f"{place}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
