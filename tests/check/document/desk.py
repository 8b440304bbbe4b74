"""The shipped law, read once, and small documents to hold against it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from docgen.api.document_review.review import CellFacts, Desk, DocumentReview, cell_facts
from docgen.versions.workspace import Workspace
from tests.word.packing import line, with_body

ROOT = Path(__file__).parents[3]
WORKSPACE = Workspace(ROOT)
TODAY = date(2026, 11, 22)
HEAD = ("ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH SAO MAI", "CHI BỘ CƠ SỞ HỘI VĂN HỌC NGHỆ THUẬT TỈNH SAO MAI", "*",
        "Số 01-QC/CB", "ĐẢNG CỘNG SẢN VIỆT NAM", "Sao Mai, ngày 05 tháng 6 năm 2026")
TITLE = ("QUY CHẾ", "làm việc của Chi bộ cơ sở Hội Văn học nghệ thuật tỉnh Sao Mai, nhiệm kỳ 2025 - 2030", "-----")
BASES = ("- Căn cứ Điều lệ Đảng;", "- Căn cứ Quy định số 162-QĐ/TW, ngày 29/5/2024 của Ban Bí thư,")
END = ("Nơi nhận:", "- Đảng uỷ (để báo cáo);", "- Lưu chi bộ.", "T/M CHI BỘ", "BÍ THƯ", "Nguyễn Văn Mẫu")


@cache
def desk() -> Desk:
    return Desk.of(WORKSPACE)


@cache
def cell(name: str) -> CellFacts:
    return cell_facts(WORKSPACE, str(ROOT / "cells" / f"{name}.yaml"))


def paper(
    *body: str, head: tuple[str, ...] = HEAD, bases: tuple[str, ...] = BASES, end: tuple[str, ...] = END,
) -> bytes:
    """Return a document with these lines as its articles."""
    articles = body or ("Điều 1. Phạm vi", "1. Chi bộ họp mỗi tháng.", "2. Chi bộ ra nghị quyết.")
    return with_body("".join(line(text, "DGDieu" if text.startswith(("Điều ", "T/M", "TM.", "T.M")) else "DGKhoan")
                             for text in (*head, *TITLE, *bases, *articles, *end)))


def reviewed(content: bytes, named: str = "", today: date = TODAY) -> DocumentReview:
    return desk().review(content, "a.docx", cell=cell(named) if named else None, today=today)


def codes(result: DocumentReview, *, least: str = "error") -> list[str]:
    """Return the codes of what was found, errors alone or warnings too."""
    wanted = ("error",) if least == "error" else ("error", "warning")
    return [one.finding.code for one in result.found if one.finding.severity in wanted]


def said_of(sentence: str, named: str = "") -> list[str]:
    """Return the errors a document has for holding this sentence in its second khoản."""
    return codes(reviewed(paper("Điều 1. Phạm vi", "1. Chi bộ họp mỗi tháng.", f"2. {sentence}"), named))
