"""How long the search of the pages takes in a slow browser: `python benchmarks/bench_site_search.py [provisions]`.

A site of invented regulations, put together from the words of the regulations held here, is opened as a file in
Chromium with its processor slowed down six times. Every letter of every query is typed; the time is from the key to
the results laid out on the page, the best of five rounds that each begin with a page opened anew (nothing is warm then,
and what other programs take of the machine does not count). The limit is 50 ms.
"""

from __future__ import annotations

import random
import shutil
import statistics
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from docgen.api.site.building import build_site
from docgen.model.address import walk
from docgen.model.level import Level
from docgen.model.tree import Provision, Regulation
from docgen.publish.site.search_index import Searched, index_script
from docgen.reader.read import read
from docgen.search.entry import SearchText
from docgen.versions.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
SLOWER = 6
ROUNDS = 5
LIMIT = 50
PER_EDITION = 150
QUERIES = (
    "quy chế làm việc", "quy che phoi hop voi lanh dao hoi", "thong bao dinh ky 6 thang", "khoan 2 dieu 9 qd 1",
    "đảng viên chi bộ cơ sở của các cơ quan", "BTV uỷ quyền cho thường trực", '"chủ trương, đường lối"',
    "xyz khong co tu nay dang vien chi bo",
    "nhiem vu quyen han cua cap uy va cac to chuc dang truc thuoc theo quy dinh",
    "cb qc qđ đv kl kt", "công tác kiểm tra giám sát kỷ luật đảng", "lãnh đạo",
)
LONG = ("lãnh đạo đảng viên chi bộ cấp uỷ thực hiện nhiệm vụ công tác theo quy định của các cơ quan trong việc tổ chức "
        "và xây dựng đảng bộ vững mạnh")
TYPED = (*QUERIES, unicodedata.normalize("NFD", QUERIES[4]), LONG)
_TYPE = """typed => {
  var field = document.getElementById('tim'), times = [], start, i;
  for (i = 1; i <= typed.length; i++) {
    field.value = typed.slice(0, i);
    start = performance.now();
    field.dispatchEvent(new Event('input'));
    document.body.offsetHeight;
    times.push(performance.now() - start);
  }
  return times;
}"""


def regulations(count: int) -> Iterator[Regulation]:
    """Invent regulations with so many provisions in all: real runs of words, cut and put together at random."""
    chance = random.Random(20261121)
    said = [node.text.split() for path in sorted((ROOT / "regulations").rglob("*.md"))
            for _, node in walk(read(path.read_text("utf-8")).regulation) if len(node.text.split()) > 8]
    made = 0

    def wording() -> str:
        pieces = [one[(at := chance.randrange(len(one) - 4)):at + chance.randint(4, 14)] for one in
                  chance.choices(said, k=chance.randint(2, 10))]
        return " ".join(word for piece in pieces for word in piece)

    while made < count:
        articles: list[Provision] = []
        here = 1
        while here < PER_EDITION:
            clauses = tuple(Provision(level=Level.CLAUSE, label=f"{place}.", text=wording())
                            for place in range(1, chance.randint(3, 7)))
            articles.append(Provision(level=Level.ARTICLE, label=f"Điều {len(articles) + 1}.",
                                      heading=" ".join(wording().split()[:9]), children=clauses))
            here += 1 + len(clauses)
        made += here
        yield Regulation(title=("QUY ĐỊNH", " ".join(wording().split()[:12])), provisions=tuple(articles))


def index_of(count: int) -> tuple[bytes, int]:
    """Return the index of the invented regulations and how many provisions it has."""
    texts = []
    for number, one in enumerate(regulations(count), 1):
        year = 2000 + number
        texts.append(Searched(text=SearchText(edition=f"{number}-qd-{year}", digest="", load=lambda: None, work="thu",
                                              name=f"Quy định số {number}-QĐ/TW", issued_on=f"{year}-01-01"),
                              regulation=one, status="in_force" if number % 3 else "replaced", page="index.html"))
    return index_script(texts), sum(len(list(walk(one.regulation))) for one in texts if one.regulation)


def typed_in(page: Page, site: Path) -> tuple[float, list[list[float]], list[int]]:
    """Open the page anew and type every query: how long the index took, each key of each query, results shown."""
    page.goto((site / "tim-kiem.html").as_uri())
    page.evaluate("document.getElementById('tim').focus()")
    page.wait_for_function("window.DOCGEN_CHI_MUC")
    ready: float = page.evaluate("(function () { var start = performance.now(); new docgenTraCuu.Index("
                                 "DOCGEN_CHI_MUC); return performance.now() - start; })()")
    times, shown = [], []
    for typed in TYPED:
        times.append(page.evaluate(_TYPE, typed))
        shown.append(page.locator("ol.found li").count())
    return ready, times, shown


def main() -> None:
    """Build, open, slow down, type."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    program = shutil.which("chromium") or sys.exit("the package chromium is not installed")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build_site(Workspace(ROOT), site, date(2026, 11, 21))
        index, provisions = index_of(count)
        (site / "giao-dien" / "chi-muc.js").write_bytes(index)
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        rounds = [typed_in(page, site) for _ in range(ROUNDS)]
        browser.close()
    print(f"{provisions} provisions, index {len(index) / 1e6:.2f} MB, ready in {min(one[0] for one in rounds):.0f} ms, "
          f"processor {SLOWER} times slower\n median slowest  shown  query (ms for each key)")
    every: list[float] = []
    for number, typed in enumerate(TYPED):
        times = [min(keys) for keys in zip(*(one[1][number] for one in rounds), strict=True)]
        every += times
        print(f"{statistics.median(times):7.1f} {max(times):7.1f}  {rounds[0][2][number]:5}  {typed[:70]}")
    print(f"all {len(every)} keys: median {statistics.median(every):.1f} ms, slowest {max(every):.1f} ms; "
          f"limit {LIMIT} ms")
    sys.exit(0 if max(every) <= LIMIT else 1)


if __name__ == "__main__":
    main()
