"""Builds the frames that are shipped: Word files with tags, on a base of nothing but the styles they use.

    python -m scripts.make_frames            writes templates/…/frame.docx and templates/shared/*.docx

Measures are those of docs on the form of Party documents: A4, margins 20/20/30/15 mm, Times New Roman. The two form
profiles (05-hd, 36-hd) ask the same of everything drawn here: exact line spacing of 18 pt lies in both, and the line
ends of Nơi nhận are data. `duplex` mirrors the margins when a document is made, the frame need not know of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from docgen.word import names
from docgen.word.archive import pack, write_zip
from scripts.frame_drawing import BOTTOM_OF_CELL, MERGE_STARTS, MERGED, cell, each, line, row, row_tag, table, tag, when
from scripts.frame_styles import (
    BASIS,
    BOTTOM,
    FOOT,
    HEAD,
    HEAD_XML,
    INDENT,
    KEEP,
    LEFT,
    PAGE,
    PAGE_NUMBER_FROM_EDGE,
    PAIR,
    PARTY,
    RIGHT,
    SPACES,
    TEXT_WIDTH,
    TOP,
    styles_part,
)

ROOT = Path(__file__).parent.parent


def head(draft: bool, *, subject: bool = False) -> str:
    """Return the head of the first page; number and date share a row, so they are level whatever stands above."""
    def left(extra: str = "") -> str:
        mark = when("draft_mark", line("DGDuThao", "{{ draft_mark }}", extra)) if draft else ""
        about = (tag("for line in subject") + line("DGTrichYeuCongVan", "{{ line }}", extra) + tag("endfor")
                 if subject else "")
        return line("DGSoKyHieu", "{{ number }}", extra) + about + mark

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


def body(note: str = line("DGGhiChu", "{{ block.text }}")) -> str:
    """Return the loop over the blocks: one case per kind, the commonest first; `note` is what a note looks like."""
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
        ("note", note),
    )
    choices = "".join(
        tag(f'{"elif" if place else "if"} block.kind == "{kind}"') + paragraphs
        for place, (kind, paragraphs) in enumerate(cases)
    )
    return tag("for block in blocks") + choices + tag("endif") + tag("endfor")


def one_signature(*, seal: bool) -> str:
    """Return Nơi nhận and the signature side by side; the row is never torn."""
    signer = line("DGHoTen", "{{ signature.signer }}")
    if seal:
        signer = (tag("if signature.seal") + line("DGHoTenCoDau", "{{ signature.signer }}") + tag("else") + signer
                  + tag("endif"))
    signature = (
        tag("for signature in signatures")
        + when("signature.authority", line("DGQuyenHan", "{{ signature.authority }}"))
        + when("signature.post", line("DGChucVu", "{{ signature.post }}")) + signer + tag("endfor")
        + when("not signatures", line("DGHoTen", ""))
    )
    return when(
        "recipients or signatures",
        table(FOOT, row(
            cell(FOOT[:1], when("recipients", line("DGNoiNhan", "{{ recipients_heading }}"),
                                each("DGDanhSachNoiNhan", "recipients")), line("DGCuoi", "")),
            cell(FOOT[1:], signature),
        )),
    ) + line("DGCuoi", "")


def signatures_two_by_two() -> str:
    """Return the signatures of all sides, level in pairs, and Nơi nhận below them, all kept on one page."""
    def above(side: str) -> str:
        return (when(f"{side}.authority", line("DGQuyenHan", f"{{{{ {side}.authority }}}}"))
                + when(f"{side}.post", line("DGChucVu", f"{{{{ {side}.post }}}}")) + line("DGCuoi", "", KEEP))

    def name(side: str) -> str:
        text = f"{{{{ {side}.signer }}}}"
        return (tag(f"if {side}.seal") + line("DGHoTenCoDau", text, KEEP) + tag("else") + line("DGHoTen", text, KEEP)
                + tag("endif"))

    def rows(*columns: tuple[tuple[int, ...], str]) -> str:
        # names have a row of their own: they are level whatever the authorities above them need
        return (row(*(cell(width_, above(side)) for width_, side in columns))
                + row(*(cell(width_, name(side), more=BOTTOM_OF_CELL) for width_, side in columns)))

    narrow = f'{KEEP}<w:ind w:right="{TEXT_WIDTH // 3}"/>'
    # Nơi nhận is a row of the same table: LibreOffice keeps a table whole, but not always with what follows it
    return when("signatures or recipients", table(
        PAIR,
        row_tag("for pair in signature_pairs", PAIR),
        row_tag("if pair.right", PAIR),
        rows((PAIR[:1], "pair.left"), (PAIR[1:], "pair.right")),
        row_tag("else", PAIR),
        rows((PAIR, "pair.left")),
        row_tag("endif", PAIR),
        row_tag("endfor", PAIR),
        row(cell(PAIR, when(
            "recipients",
            line("DGNoiNhan", "{{ recipients_heading }}", narrow),
            tag("for line in recipients") + line("DGDanhSachNoiNhan", "{{ line }}", narrow) + tag("endfor"),
        ) + line("DGCuoi", "", KEEP))),
    )) + line("DGCuoi", "")


def section(*, landscape: bool = False) -> str:
    """Return size, margins and page number of the pages."""
    width, height = reversed(PAGE) if landscape else PAGE
    top, right, bottom, left = (TOP, RIGHT, RIGHT, TOP) if landscape else (TOP, RIGHT, BOTTOM, LEFT)
    turned = ' w:orient="landscape"' if landscape else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="{PAGE_NUMBER_FROM_EDGE}" w:footer="{PAGE_NUMBER_FROM_EDGE}" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def title() -> str:
    """Return kind, summary and the dashes under them."""
    return (
        when("kind", line("DGTenLoai", "{{ kind }}"))
        + each("DGTrichYeu", "summary_lines")
        + when("kind or summary_lines", line("DGGachTrichYeu", "-----"))
    )


def paper(foot_: str, *, issued_here: bool = True) -> str:
    """Return word/document.xml; a regulation that is only shown has no draft mark and no room for a seal."""
    return document(head(issued_here) + title() + each("DGCanCu", "legal_bases") + each("DGMoDau", "opening") + body()
                    + foot_ + section())


def basis_table() -> str:
    """Return word/document.xml of the table of legal bases: landscape, ruled in black, its head on every page."""
    heads = ("Chỗ trong dự thảo", "Nội dung", "Căn cứ", "Loại", "Lời văn của căn cứ")
    parts = ("place", "text", "basis", "kind", "wording")
    # a provision with two bases takes two rows; its own three cells run through both
    shared = ("place", "text", "kind")

    def body_row(merge: str) -> str:
        return row(*(cell((column,), line("DGOBang", "" if merge == MERGED and part in shared else
                                          f"{{{{ row.{part} }}}}"), more=merge if part in shared else "")
                     for column, part in zip(BASIS, parts, strict=True)))

    rows = table(
        BASIS,
        row(*(cell((column,), line("DGDauBang", text)) for column, text in zip(BASIS, heads, strict=True)), head=True),
        row_tag("for row in rows", BASIS),
        row_tag("if row.continues", BASIS), body_row(MERGED), row_tag("else", BASIS), body_row(MERGE_STARTS),
        row_tag("endif", BASIS),
        row_tag("endfor", BASIS),
        ruled=True,
    )
    return document(
        when("kind", line("DGTenLoai", "{{ kind }}")) + each("DGTrichYeu", "summary_lines")
        + each("DGMoDau", "opening") + line("DGGachTrichYeu", "-----") + when("rows", rows) + line("DGCuoi", "")
        + body() + section(landscape=True))


def document(body_: str) -> str:
    """Return word/document.xml round its body."""
    return f"{HEAD_XML}<w:document {SPACES}><w:body>{body_}</w:body></w:document>"


def other_parts(*, sheet: bool) -> dict[str, str]:
    """Return the parts all frames share; a sheet beside a document is set in smaller type."""
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
        "word/styles.xml": styles_part(sheet=sheet),
    }


def frame(document_part: str, *, sheet: bool = False, styles: str = "") -> bytes:
    """Return a whole frame as the bytes of a .docx; `styles` are further styles it uses."""
    parts = {**other_parts(sheet=sheet), "word/document.xml": document_part}
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("</w:styles>", f"{styles}</w:styles>")
    return write_zip(pack(name, content.encode()) for name, content in parts.items())


FRAMES: dict[str, Callable[[], bytes]] = {
    "templates/hoi-quan-chung/working-rules/frame.docx": lambda: frame(paper(one_signature(seal=True))),
    "templates/hoi-quan-chung/coordination-agreement/frame.docx": lambda: frame(paper(signatures_two_by_two())),
    "templates/cap-huyen/working-rules/frame.docx": lambda: frame(paper(one_signature(seal=True))),
    "templates/chi-bo-co-quan-xa/working-rules/frame.docx": lambda: frame(paper(one_signature(seal=True))),
    "templates/co-quan/working-rules/frame.docx": lambda: frame(paper(one_signature(seal=True))),
    "templates/co-quan/coordination-agreement/frame.docx": lambda: frame(paper(signatures_two_by_two())),
    "templates/shared/regulation.docx": lambda: frame(paper(one_signature(seal=False), issued_here=False)),
    "templates/shared/basis-table.docx": lambda: frame(basis_table(), sheet=True),
}


def write(frames: Mapping[str, Callable[[], bytes]]) -> None:
    """Write frames to their places in the checkout."""
    for place, build in frames.items():
        target = ROOT / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(build())
        print(f"{place}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    write(FRAMES)
