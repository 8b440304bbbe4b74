"""Redline of a 25-article document against LibreOffice's own comparison of the same two files, in the same run.

    python -m benchmarks.bench_redline

Ours counts everything from two trees to the proved bytes: comparison, words, tracked changes, settling both ways.
LibreOffice is warm: its start is not counted. The marks of both are counted by LibreOffice, which gives every change of
a run of words and every moved half one entry.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from benchmarks.clock import calibration
from docgen.compare.compare import compare
from docgen.model.level import Level
from docgen.model.tree import Node, Provision, Regulation
from docgen.publish.comparison_view import View, name_of
from docgen.publish.markdown import write as write_markdown
from docgen.publish.redline import redline
from docgen.publish.word import to_values
from docgen.reader.read import read
from docgen.word.frame import compile_frame
from docgen.word.paper import open_paper
from docgen.word.printing import find_libreoffice
from docgen.word.revisions import Hand

ROOT = Path(__file__).resolve().parent.parent
FRAME = ROOT / "templates/shared/regulation.docx"
HELPER = "benchmarks.compare_by_office"
ROUNDS = 12
WORDS = ("tổ chức", "cán bộ", "tuyên truyền", "kiểm tra", "tài chính", "hội viên", "đối ngoại", "thi đua", "pháp chế")


def document(articles: int = 25) -> Regulation:
    """Return about 126 paragraphs: the clauses of a real regulation under 25 articles, each with its own subject."""
    text = (ROOT / "regulations/hoi-quan-chung/162-qd-tw-2024.md").read_text(encoding="utf-8")
    held = [node for node in read(text).regulation.walk()
            if isinstance(node, Provision) and node.level is Level.CLAUSE]
    nodes: list[Node] = []
    for number in range(1, articles + 1):
        subject = WORDS[number % len(WORDS)]
        clauses = tuple(replace(held[(number * 3 + place) % len(held)], label=f"{place}.", children=(),
                                text=f"Về {subject}, phần {number}: {held[(number * 3 + place) % len(held)].text}")
                        for place in range(1, 5))
        nodes.append(Provision(level=Level.ARTICLE, label=f"Điều {number}.", heading=f"Công tác {subject} {number}",
                               children=clauses))
    return Regulation(title=("QUY CHẾ", "làm việc"), provisions=tuple(nodes))


def edited(regulation: Regulation) -> Regulation:
    """Return the same with six edits: two words replaced, some put in, some left out, a clause out, a clause in."""
    nodes = [node for node in regulation.provisions if isinstance(node, Provision)]

    def clause(article: int, place: int, was: str, now: str) -> None:
        node = nodes[article]
        children = list(node.children)
        one = children[place]
        assert isinstance(one, Provision) and was in one.text, (article, place)
        children[place] = replace(one, text=one.text.replace(was, now, 1))
        nodes[article] = replace(node, children=tuple(children))

    clause(2, 1, "phần 3", "mục 3")
    clause(5, 2, "phần 6", "phần 6 của kế hoạch năm")
    clause(9, 0, "Về tổ chức, " if "Về tổ chức, " in _text(nodes[9], 0) else "Về ", "")
    clause(12, 3, "phần 13", "phụ lục 13")
    nodes[15] = replace(nodes[15], children=nodes[15].children[:3])
    extra = Provision(level=Level.CLAUSE, label="5.", text="Chi uỷ lập danh mục việc trong quý và gửi từng người.")
    nodes[20] = replace(nodes[20], children=(*nodes[20].children, extra))
    return replace(regulation, provisions=tuple(nodes))


def _text(node: Provision, place: int) -> str:
    child = node.children[place]
    return child.text


def _best(work: Callable[[], object]) -> float:
    """Return milliseconds of the quickest of several single calls, as LibreOffice is measured."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def main() -> None:
    text = document()
    old, new = (read(write_markdown(side)).regulation for side in (text, edited(text)))  # no node of one in the other
    paper = open_paper(FRAME.read_bytes(), FRAME.name)
    hand = Hand(author="x", made_at=datetime(2026, 1, 1), aside="y")

    def shown() -> View:
        return View(comparison=compare(old, new), old=old, new=new, old_name=name_of(old, "a"),
                    new_name=name_of(new, "b"))

    ready = shown()
    whole = _best(lambda: redline(shown(), paper, hand))
    alone = _best(lambda: redline(ready, paper, hand))
    print(f"calibration loop                      {calibration():8.2f} ms")
    print(f"tracked changes and their proof       {alone:8.2f} ms")
    print(f"  with the comparison before it       {whole:8.2f} ms")
    if find_libreoffice() is None:
        print("LibreOffice is not installed: no peer")
        return
    frame = compile_frame(FRAME.read_bytes(), FRAME.name)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("old.docx", "new.docx", "redline.docx")]
        for path, content in zip(paths, (frame.render(to_values(old)), frame.render(to_values(new)),
                                         redline(ready, paper, hand)), strict=True):
            path.write_bytes(content)
        done = subprocess.run(["/usr/bin/python3", "-m", HELPER, *map(str, paths[:2]), str(ROUNDS), str(paths[2])],
                              cwd=ROOT, capture_output=True, text=True, check=True, timeout=300)
    peer = json.loads(done.stdout.splitlines()[-1])
    print(f"LibreOffice compare, warm             {peer['ms']:8.2f} ms")
    print(f"times faster (goal 20): {peer['ms'] / alone:.1f}, with the comparison {peer['ms'] / whole:.1f}; "
          f"marks {peer['other']}, LibreOffice {peer['marks']} (goal: no more)")


if __name__ == "__main__":
    main()
