"""Documents a second held against a change of the law, two thirds of them made by docgen, one third by other hands.

    python -m benchmarks.bench_impact [DOCUMENTS]

The new text is Quy định 162 with some articles reworded, one left out and one put elsewhere, made up for the measure.
Time is that of the whole command in a process of its own. Peers, in the same run: python-docx opening the same files
and giving the words of their paragraphs (what a script of an office would do before it even begins to look), and
docgen's own reading without looking. Every document is known beforehand, so what is found is counted too.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
import zipfile
from io import BytesIO
from pathlib import Path

from benchmarks.bench_batch import ROOT, run, workbook
from benchmarks.clock import calibration

DOCUMENTS, CORES, PEER = 10_000, 2, 150
KINDS_OF_FOREIGN = 24
OLD = ROOT / "regulations" / "hoi-quan-chung" / "162-qd-tw-2024.md"
CITING = ("Căn cứ Quy định số 162-QĐ/TW, ngày 29/5/2024 của Ban Bí thư Trung ương Đảng,",
          "Việc trao đổi sáu tháng một lần thực hiện theo khoản 2 Điều 9 Quy định số 162-QĐ/TW.",
          "Bộ phận văn phòng chuẩn bị tài liệu trước hai ngày, gửi từng đồng chí.")
NOT_CITING = ("Căn cứ chương trình công tác năm của cơ quan,", "Văn phòng lập lịch trực và phân công người trực.",
              "Hằng quý, bộ phận tài vụ báo cáo việc thu nộp với lãnh đạo cơ quan.")


def new_text() -> str:
    """Return the made-up text that takes the place of 162."""
    text = OLD.read_text("utf-8")
    body = text.index("### Điều 9.")
    after = text.index("### Điều 10.")
    changed = text[body:after].replace("lãnh đạo", "trực tiếp lãnh đạo", 1).replace("6 tháng", "3 tháng")
    assert changed != text[body:after]
    return f"{text[:body]}{changed}{text[after:]}".replace("2024-05-29", "2026-10-01")


def foreign(number: int, citing: bool) -> bytes:
    """Return a document as an office writes it by hand: no styles of docgen, nothing hidden."""
    from docx import Document

    document = Document()
    document.add_heading(f"Quy chế của bộ phận {number}", 1)
    for line in CITING if citing else NOT_CITING:
        document.add_paragraph(line)
    for place in range(40 + number):
        document.add_paragraph(f"{place + 1}. Bộ phận {number} làm công việc thứ {place + 1} theo lịch đã phân, báo "
                               "cáo người phụ trách khi xong và ghi vào sổ theo dõi của bộ phận.")
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def varied(content: bytes, mark: str) -> bytes:
    """Return the same document with another word in it, so that no two files are alike."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace("sổ theo dõi".encode(), f"sổ theo dõi {mark}".encode(), 1)
                         if name == "word/document.xml" else part)
    return target.getvalue()


def peers(files: list[Path]) -> tuple[float, float]:
    """Return documents a second of python-docx and of docgen's reading alone, in one process."""
    from docx import Document

    from docgen.check.document.paper import read_paper

    start = time.perf_counter()
    for path in files:
        "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    first = time.perf_counter()
    for path in files:
        read_paper(path.read_bytes(), path.name)
    return len(files) / (first - start), len(files) / (time.perf_counter() - first)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        workspace, folder = home / "workspace", home / "documents"
        for part in ("templates", "regulations", "versions", "cells", "docgen"):
            shutil.copytree(ROOT / part, workspace / part)  # nobody edits it meanwhile
        (home / "cells.xlsx").write_bytes(workbook(count // 3))
        (home / "moi.md").write_text(new_text(), "utf-8")
        run(["--workspace", str(workspace), "batch", str(home / "cells.xlsx"), "-o", str(folder)], workspace)
        own = len(list(folder.glob("*.docx")))
        shapes = [foreign(number, number % 2 == 0) for number in range(KINDS_OF_FOREIGN)]
        for number in range(count - own):
            (folder / f"tay-{number:05d}.docx").write_bytes(varied(shapes[number % len(shapes)], str(number)))
        citing = sum(number % len(shapes) % 2 == 0 for number in range(count - own))
        print(f"calibration loop {calibration():.3f} ms; {own} documents of docgen, {count - own} of other hands",
              flush=True)
        clock, used, most, said = run(["--workspace", str(workspace), "impact", str(OLD), str(home / "moi.md"),
                                       str(folder), "--json", "--jobs", str(CORES)], workspace)
        found = json.loads(said)["documents"]
        hands = sum(Path(one["path"]).name.startswith("tay-") for one in found)
        files = sorted(folder.glob("*.docx"))
        docx, reading = peers(files[::max(1, len(files) // PEER)])
        print(f"{'documents a second, by the clock':44}{count / clock:9.1f}  >= 300  "
              f"{'reached' if count / clock >= 300 else 'NOT reached'}")
        print(f"{'the same, processor time over two':44}{count / (used / CORES):9.1f}")
        print(f"{'most memory, MB':44}{most:9.0f}")
        print(f"{'python-docx, words only, one process':44}{docx:9.1f}  docgen {count / used / docx:.2f} × of it")
        print(f"{'docgen, reading only, one process':44}{reading:9.1f}")
        print(f"found: {len(found) - hands} of docgen's {own}, {hands} of {citing} by other hands that cite it, "
              f"{hands - citing:+d} against what was put in")


if __name__ == "__main__":
    main()
