"""Builds the paper of the comparison table: A4 across, the house's styles and those of the table and its marks.

    python -m scripts.make_comparison_paper     writes templates/shared/comparison.docx

Margins as in docs on the form of Party papers, turned with the sheet: the bound edge (30 mm) stays on the left.
"""

from __future__ import annotations

from docgen.word.archive import pack, write_zip
from scripts.frame_styles import BOTTOM, HEAD_XML, LEFT, PAGE, PAGE_NUMBER_FROM_EDGE, RIGHT, SPACES, TOP, Style
from scripts.make_frames import ROOT, other_parts

TARGET = ROOT / "templates/shared/comparison.docx"

STYLES = (
    Style("DGTenBang", "DG Tên bảng", "DGDauSao", align="center", size=14, bold=True, before=0, after=6,
          keep_next=True),
    Style("DGDuoiTenBang", "DG Dưới tên bảng", "DGDauSao", align="center", size=14, after=12, keep_next=True),
    Style("DGLoiBang", "DG Lời dẫn bảng", "DGDauSao", align="both", size=13, before=0, after=3),
    Style("DGCanhBao", "DG Cảnh báo", "DGLoiBang", align="both", size=13, bold=True, before=0, after=4),
    Style("DGOBang", "DG Ô bảng", "DGDauSao", align="both", size=12, before=0, after=3),
    Style("DGDauBang", "DG Đầu bảng", "DGOBang", align="center", size=12, bold=True, before=3, after=3),
    Style("DGOTrai", "DG Ô trái", "DGOBang", align="left", size=12),
    Style("DGOGiua", "DG Ô giữa", "DGOBang", align="center", size=12),
    Style("DGChuaCoBang", "DG Chưa có", "DGOBang", align="left", size=12, bold=True, italic=True),
)
LETTERS = (
    ("DGThem", "DG Thêm", '<w:b/><w:bCs/><w:u w:val="single"/>'),
    ("DGBo", "DG Bỏ", "<w:strike/>"),
    ("DGChinhTa", "DG Chính tả", '<w:u w:val="dotted"/>'),
    ("DGChuaRo", "DG Chưa rõ", '<w:i/><w:iCs/><w:u w:val="dash"/>'),
    ("DGDam", "DG Đậm", "<w:b/><w:bCs/>"),
)


def paper() -> bytes:
    """Return the file."""
    parts = other_parts(sheet=False)
    letters = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/><w:qFormat/>'
        f"<w:rPr>{form}</w:rPr></w:style>" for key, name, form in LETTERS)
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(
        "</w:styles>", "".join(style.xml() for style in STYLES) + letters + "</w:styles>")
    parts["word/document.xml"] = (
        f'{HEAD_XML}<w:document {SPACES}><w:body><w:p><w:pPr><w:pStyle w:val="DGTenBang"/></w:pPr></w:p>'
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
        f'<w:pgSz w:w="{PAGE[1]}" w:h="{PAGE[0]}" w:orient="landscape"/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}"'
        f' w:header="{PAGE_NUMBER_FROM_EDGE}" w:footer="{PAGE_NUMBER_FROM_EDGE}" w:gutter="0"/><w:titlePg/>'
        "</w:sectPr></w:body></w:document>")
    return write_zip(pack(name, content.encode()) for name, content in parts.items())


def main() -> None:
    TARGET.write_bytes(paper())
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
