"""Values as a real office might have them, all names invented: the subject of most tests here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from docgen.word.blocks import Block
from docgen.word.document import DAY_BLANK, LEFT_HEAD_WIDTH, NUMBER_BLANK, DocumentValues, SignatureBlock
from docgen.word.frame import Frame, compile_frame
from docgen.word.width import break_name

ROOT = Path(__file__).parent.parent.parent
FRAME = ROOT / "templates/hoi-quan-chung/working-rules/frame.docx"
REGULATION_FRAME = ROOT / "templates/shared/regulation.docx"
PROVENANCE = b'<provenance xmlns="urn:docgen:provenance:1"><clause id="pham-vi.noi-dung"/></provenance>'

CLAUSE = (
    "Chi bộ họp thường kỳ mỗi tháng một lần vào ngày 05; nếu trùng ngày nghỉ thì họp vào ngày làm việc liền kề. "
    "Bí thư triệu tập và chủ trì; khi bí thư vắng mặt, phó bí thư chủ trì theo uỷ nhiệm và báo cáo lại kết quả "
    "trong vòng ba ngày làm việc."
)
POINT = "Lãnh đạo thực hiện nhiệm vụ chuyên môn, công tác cán bộ & công tác bảo vệ chính trị nội bộ của cơ quan hội;"


def blocks(articles: int = 9) -> tuple[Block, ...]:
    """Return a body of this many articles in three chapters, every kind of block in it."""
    found = []
    chapters = {1: ("I", "QUY ĐỊNH CHUNG"), articles // 3 + 1: ("II", "NHIỆM VỤ, QUYỀN HẠN"),
                2 * articles // 3 + 1: ("III", "CHẾ ĐỘ LÀM VIỆC VÀ QUAN HỆ CÔNG TÁC")}
    for article in range(1, articles + 1):
        if article in chapters:
            number, name = chapters[article]
            found.append(Block("chapter", f"Chương {number}", name, f"chuong-{number}"))
        found.append(Block("article", f"Điều {article}. Sinh hoạt chi bộ và chế độ hội nghị", bookmark=f"d{article}"))
        for clause in range(1, 4):
            found.append(Block("clause", f"{clause}. {CLAUSE}", bookmark=f"d{article}.k{clause}"))
        for letter in "abcdđ"[: article % 6]:
            found.append(Block("point", f"{letter}) {POINT}", bookmark=f"d{article}.{letter}{ord(letter)}"))
    found.append(Block("section", "Mục 1", "ĐIỀU KHOẢN THI HÀNH"))
    found.append(Block("head", "I- CHỨC NĂNG"))
    found.append(Block("dash", "- Phường 7, nơi cơ quan đặt trụ sở;"))
    found.append(Block("run_in_article", f"Điều {articles + 1}.", rest=CLAUSE, bookmark="thi-hanh"))
    found.append(Block("note", "[…] Chưa có phần còn lại."))
    found.append(Block("paragraph", "Quy chế này có hiệu lực kể từ ngày ký."))
    return tuple(found)


SIGNATURE = SignatureBlock(authority="T/M CHI BỘ", post="BÍ THƯ", signer="H'Nghĩa Niê")

SAMPLE = DocumentValues(
    superior_lines=break_name("ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH QUẢNG LINH", 14, False, LEFT_HEAD_WIDTH),
    issuer_lines=break_name("CHI BỘ CƠ SỞ HỘI VĂN HỌC NGHỆ THUẬT", 14, True, LEFT_HEAD_WIDTH),
    number=f"Số{NUMBER_BLANK}-QC/CB",
    place_and_date=f"Quảng Linh, ngày{DAY_BLANK}tháng{DAY_BLANK}năm 2026",
    draft_mark="Dự thảo lần 1",
    kind="QUY CHẾ",
    summary_lines=("làm việc của Chi bộ cơ sở Hội Văn học Nghệ thuật tỉnh Quảng Linh,", "nhiệm kỳ 2025 - 2030"),
    legal_bases=(
        "- Căn cứ Điều lệ Đảng;",
        "- Căn cứ Quy định số 162-QĐ/TW, ngày 29/5/2024 của Ban Bí thư về chức năng, nhiệm vụ của đảng bộ, "
        "chi bộ cơ sở trong cơ quan hội quần chúng;",
        "- Căn cứ Nghị quyết Đại hội Chi bộ lần thứ V, nhiệm kỳ 2025 - 2030,",
    ),
    opening=("Chi bộ cơ sở Hội Văn học Nghệ thuật ban hành Quy chế làm việc như sau:",),
    blocks=blocks(),
    signatures=(SIGNATURE,),
    recipients=(
        "- Đảng uỷ các cơ quan Đảng tỉnh (để báo cáo);",
        "- Ban Thường vụ Hội Văn học Nghệ thuật tỉnh;",
        "- Đảng viên trong Chi bộ;",
        "- Lưu Chi bộ.",
    ),
    dated="2026-06-05",
    title="Quy chế làm việc của Chi bộ cơ sở Hội Văn học Nghệ thuật",
)

LONG_NAMES = replace(
    SAMPLE,
    superior_lines=break_name(
        "ĐẢNG BỘ LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH QUẢNG LINH", 14, False, LEFT_HEAD_WIDTH),
    issuer_lines=break_name("CHI BỘ CƠ SỞ CƠ QUAN LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT", 14, True, LEFT_HEAD_WIDTH),
    place_and_date=f"Thành phố Quảng Linh, ngày{DAY_BLANK}tháng{DAY_BLANK}năm 2026",
    draft_mark="", signatures=(replace(SIGNATURE, seal=True, signer="Y Bhút Êban"),),
)


def frame() -> Frame:
    """Return the shipped frame of the working rules, compiled."""
    return compile_frame(FRAME.read_bytes(), str(FRAME.relative_to(ROOT)))
