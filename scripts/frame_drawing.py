"""The pieces frames are drawn with: paragraphs, tags, cells, rows, tables, as Word's XML."""

from __future__ import annotations

from xml.sax.saxutils import escape

from scripts.frame_styles import HEAD

MERGE_STARTS, MERGED = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
"""For `cell`: a cell that may run on into the row below, and the part of it in that row."""
BOTTOM_OF_CELL = '<w:vAlign w:val="bottom"/>'


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


def cell(columns: tuple[int, ...], *paragraphs: str, more: str = "") -> str:
    """Return a table cell over these grid columns; `more` goes into its properties."""
    span = f'<w:gridSpan w:val="{len(columns)}"/>' if len(columns) > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{sum(columns)}" w:type="dxa"/>{span}{more}</w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(*cells: str, head: bool = False) -> str:
    """Return a table row that is never torn between two pages; a head is printed again on every page."""
    repeated = "<w:tblHeader/>" if head else ""
    return f'<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{"".join(cells)}</w:tr>'


def row_tag(text: str, columns: tuple[int, ...] = HEAD) -> str:
    """Return a row that holds one tag for whole rows and vanishes from the document."""
    return row(cell(columns, line("DGDauSao", f"{{%tr {text} %}}")))


def table(columns: tuple[int, ...], *rows: str, ruled: bool = False) -> str:
    """Return a table of fixed columns, without lines or ruled in black with a little room at the sides."""
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    room = 80 if ruled else 0
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
                    for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        + (f"<w:tblBorders>{lines}</w:tblBorders>" if ruled else "")
        + f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{room}" w:type="dxa"/>'
        f'<w:right w:w="{room}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
