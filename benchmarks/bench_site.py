"""Building the reference site: ten editions of a work, its nine comparisons, downloads and PDF included.

python -m benchmarks.bench_site
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from benchmarks.clock import calibration
from docgen.api.site.building import build_site
from docgen.versions.workspace import Workspace
from docgen.word.printing import find_libreoffice
from tests.site.workspaces import MadeEdition, workspace

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = 40
WORDS = ("Cấp uỷ lãnh đạo cán bộ, đảng viên trong cơ quan chấp hành nghị quyết, thực hiện nhiệm vụ được giao và báo "
         "cáo cấp trên theo quy định; mỗi tháng kiểm điểm một lần, phần việc thứ {}.")


def main() -> None:
    print(f"Calibration loop {calibration():.2f} ms; LibreOffice {'there' if find_libreoffice() else 'absent: no PDF'}")
    first = MadeEdition(number="1-QĐ/TW", issued_on="2001-01-01",
                        articles=tuple(WORDS.format(place) for place in range(ARTICLES)))
    editions = [first]
    for year in range(2002, 2011):
        before = editions[-1].articles
        moved = (*before[3:9], f"Điều khoản mới của năm {year} về chế độ làm việc.", *before[:3], *before[9:])
        editions.append(replace(first, number=f"{year - 2000}-QĐ/TW", issued_on=f"{year}-01-01",
                                articles=moved[:ARTICLES]))
    with tempfile.TemporaryDirectory() as scratch:
        made = Workspace(workspace(Path(scratch) / "kho", tuple(editions)))
        for name, here in (("ten editions of 40 Điều", made), ("this checkout", Workspace(ROOT))):
            target = Path(scratch) / name.replace(" ", "-")
            for run in ("first build", "second build"):
                start = time.perf_counter()
                built = build_site(here, target, date(2026, 11, 21))
                seconds = time.perf_counter() - start
                goal = "  goal 15 s" if here is made and run == "first build" else ""
                print(f"  {name:26}{run:14}{built.pages:4} pages {built.written:5} files written "
                      f"{seconds:7.1f} s{goal}")


if __name__ == "__main__":
    main()
