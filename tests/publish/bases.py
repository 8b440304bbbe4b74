"""A table of legal bases as a draft might have it; the texts are invented."""

from __future__ import annotations

from functools import cache

from docgen.publish.basis_table import BasisQuote, BasisRow, BasisTable, NotHeld, Proposed
from docgen.word.frame import Frame, compile_frame
from tests.word.sample import ROOT

FRAME = ROOT / "templates/shared/basis-table.docx"
SIX_MONTHS = BasisQuote(citation="khoản 2 Điều 9 Quy định số 01-QĐ/XX",
                        wording="Thông báo định kỳ 6 tháng 1 lần & đột xuất.")
LONG = BasisQuote(citation="khoản 3 Điều 9 Quy định số 01-QĐ/XX", wording="Đại diện lãnh đạo hội thông báo. " * 30)
UNKNOWN = BasisQuote(citation="điểm 9.1.2 Quy định số 02-QĐ/XX")

TABLE = BasisTable(
    document="Quy chế làm việc của Chi bộ cơ sở Hội Làm vườn tỉnh Sao Mai",
    rows=(
        BasisRow(place="khoản 1 Điều 1", text="Nguyên văn <của> quy định.", kind="verbatim", bases=(SIX_MONTHS,)),
        BasisRow(place="khoản 2 Điều 1", text="Chi bộ thông báo vào tháng 6 và tháng 12. " * 9, kind="adapted",
                 bases=(SIX_MONTHS, LONG)),
        BasisRow(place="khoản 1 Điều 2", text="Ban hành quy chế.", kind="adapted", bases=(UNKNOWN,)),
        BasisRow(place="điểm a khoản 2 Điều 2", text="Việc một;", kind="adapted", bases=(UNKNOWN,)),
        BasisRow(place="điểm b khoản 2 Điều 2", text="Việc hai.", kind="adapted", bases=(UNKNOWN,)),
        BasisRow(place="khoản 1 Điều 3", text="Của chi bộ.", kind="local"),
        BasisRow(place="khoản 2 Điều 3", text="Của chi bộ.", kind="local"),
        BasisRow(place="khoản 3 Điều 3", text="Theo điều lệ hội.", kind="local", bases=(UNKNOWN,)),
    ),
    proposed=(Proposed(label="Tỷ lệ họp", value="hai phần ba", places=("khoản 1 Điều 4", "khoản 3 Điều 4", "Điều 6")),),
    not_held=(NotHeld(label="Quy định số 02-QĐ/XX", places=("khoản 1 Điều 2",)),),
)


@cache
def basis_frame() -> Frame:
    """Return the shipped frame of the table, compiled."""
    return compile_frame(FRAME.read_bytes(), str(FRAME.relative_to(ROOT)))
