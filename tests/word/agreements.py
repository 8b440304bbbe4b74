"""Agreements of two, three and four sides as values, all names invented; some as long as names of bodies get."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from docgen.word.document import LEFT_HEAD_WIDTH, SUMMARY_WIDTH, DocumentValues, SignatureBlock
from docgen.word.frame import Frame, compile_frame
from docgen.word.width import break_name
from tests.word.sample import ROOT, SAMPLE

AGREEMENT_FRAME = ROOT / "templates/hoi-quan-chung/coordination-agreement/frame.docx"


@dataclass(frozen=True)
class Side:
    """One side of an agreement: its name, who signs, and for whom."""

    name: str
    authority: str
    post: str
    signer: str
    seal: bool = True


COMMITTEE = Side("Chi uỷ Chi bộ cơ sở Hội Văn học Nghệ thuật tỉnh Quảng Linh", "T/M CHI UỶ", "BÍ THƯ", "H'Nghĩa Niê")
CELL = Side("Chi bộ cơ sở Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Linh", "T/M CHI BỘ", "PHÓ BÍ THƯ",
            "Y Bhút Êban", seal=False)
WRITERS = Side("Ban Thường vụ Hội Văn học Nghệ thuật tỉnh Quảng Linh",
               "T/M BAN THƯỜNG VỤ HỘI VĂN HỌC NGHỆ THUẬT TỈNH QUẢNG LINH", "CHỦ TỊCH", "Đặng Thị Mẫu")
SCIENTISTS = Side("Ban Thường vụ Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Linh",
                  "T/M BAN THƯỜNG VỤ LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH QUẢNG LINH", "PHÓ CHỦ TỊCH",
                  "Trần Văn Thử")
RED_CROSS = Side("Ban Thường vụ Hội Chữ thập đỏ tỉnh Quảng Linh", "T/M BAN THƯỜNG VỤ HỘI CHỮ THẬP ĐỎ", "CHỦ TỊCH",
                 "Lê Thị Hai Dòng Tên Rất Dài", seal=False)
ELDERLY = Side("Ban Đại diện Hội Người cao tuổi tỉnh Quảng Linh", "T/M BAN ĐẠI DIỆN HỘI NGƯỜI CAO TUỔI TỈNH",
               "TRƯỞNG BAN", "")


def agreement(*sides: Side) -> DocumentValues:
    """Return an agreement of these sides."""
    names = [side.name for side in sides]
    summary = f"phối hợp công tác giữa {', '.join(names[:-1])} và {names[-1]}"
    return replace(
        SAMPLE,
        issuer_lines=head_lines(names),
        summary_lines=break_name(summary, 14, True, SUMMARY_WIDTH),
        signatures=tuple(SignatureBlock(authority=side.authority, post=side.post, signer=side.signer, seal=side.seal)
                         for side in sides),
        recipients=("- Đảng uỷ các cơ quan Đảng tỉnh (để báo cáo);",
                    *(f"- {name};" for name in names), "- Đảng viên trong Chi bộ;", "- Lưu Chi bộ."),
    )


def head_lines(names: Sequence[str]) -> tuple[str, ...]:
    lines: list[str] = []
    for name in names:
        lines += ["-"] * bool(lines) + list(break_name(name.upper(), 14, True, LEFT_HEAD_WIDTH))
    return tuple(lines)


TWO = agreement(COMMITTEE, WRITERS)
TWO_LONG = agreement(CELL, SCIENTISTS)
THREE = agreement(CELL, SCIENTISTS, RED_CROSS)
FOUR = agreement(CELL, SCIENTISTS, WRITERS, ELDERLY)
SAMPLES = {"two": TWO, "two-long": TWO_LONG, "three": THREE, "four": FOUR}


@cache
def agreement_frame() -> Frame:
    """Return the shipped frame of the agreement, compiled."""
    return compile_frame(AGREEMENT_FRAME.read_bytes(), str(AGREEMENT_FRAME.relative_to(ROOT)))
