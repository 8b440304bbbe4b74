"""Versions under git beside the git program itself, in the same run: many texts at revisions, the log of one file.

A made-up office: 2,000 commits over 60 regulations, made with git fast-import. Goals: both at most 1.5 times git.

python -m benchmarks.bench_versions
"""

from __future__ import annotations

import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.clock import calibration
from docgen.api.log import log
from docgen.versions.repository.history import history_of
from docgen.versions.repository.reading import texts_at
from docgen.versions.workspace import Workspace
from tests.versions.fast_import import Change, make_history
from tests.versions.git_office import entry, text

COMMITS, FILES, TEXTS, ROUNDS = 2000, 60, 1000, 7
GOAL = 1.5
DAY = date(2026, 9, 1)


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "kho"
        names = office(folder)
        size = sum(file.stat().st_size for file in (folder / ".git").rglob("*") if file.is_file()) / 1e6
        length = (folder / names[0]).stat().st_size / 1000
        print(f"{COMMITS} commits, {FILES} regulations of {length:.0f} kB, repository {size:.0f} MB; "
              f"median of {ROUNDS} rounds by turns; calibration loop {calibration():.2f} ms")
        many_texts(folder, names)
        one_log(folder, names[0])


def office(folder: Path) -> list[str]:
    """Make the repository: each commit changes one word of one regulation, the first brings all in."""
    rolls = random.Random(20)
    editions = [f"{number}-qd-tw-2020" for number in range(1, FILES + 1)]
    names = [f"regulations/thu/{edition}.md" for edition in editions]
    held = {name: [[f"{clause}\\. Cấp uỷ lo việc thứ {rolls.randrange(10**6)} của năm, phân công đảng viên theo dõi, "
                    f"đôn đốc, kiểm tra và báo cáo kết quả với cấp trên trước ngày {rolls.randrange(28)} hằng tháng."
                    for clause in range(1, 6)] for _ in range(12)] for name in names}

    def written(name: str) -> bytes:
        blocks = [block for number, clauses in enumerate(held[name], 1)
                  for block in (f"### Điều {number}. Nhiệm vụ thứ {number}", *clauses)]
        return text(editions[names.index(name)], *blocks).encode()

    first: dict[str, bytes | None] = {name: written(name) for name in names}
    entries = "".join(entry(edition, written(name).decode()) for edition, name in zip(editions, names, strict=True))
    changes = [Change({**first, "versions/thu.yaml": f"work: thu\ntitle: Thử\n\neditions:\n{entries}".encode()})]
    for number in range(1, COMMITS):
        name = rolls.choice(names)
        article, clause = rolls.randrange(12), rolls.randrange(5)
        held[name][article][clause] = held[name][article][clause].replace("việc thứ", f"việc lần {number}, thứ", 1)
        changes.append(Change({name: written(name)}, message=f"Sửa {name}\n\nSource: bản sao y số {number}"))
    make_history(folder, changes)
    return names


def many_texts(folder: Path, names: list[str]) -> None:
    """Read 1,000 texts at given commits."""
    rolls = random.Random(7)
    commits = git(folder, "rev-list", "HEAD").decode().split()
    asked = [(rolls.choice(names), rolls.choice(commits)) for _ in range(TEXTS)]
    lines = "".join(f"{commit}:{name}\n" for name, commit in asked).encode()
    wanted = [git(folder, "show", f"{commit}:{name}") for name, commit in asked[:20]]
    assert list(texts_at((folder / name, commit) for name, commit in asked[:20])) == wanted
    peers: dict[str, Callable[[], object]] = {
        "git cat-file --batch": lambda: git(folder, "cat-file", "--batch", question=lines),
        "docgen": lambda: list(texts_at((folder / name, commit) for name, commit in asked)),
        "GitPython, commit.tree / path": lambda: by_gitpython(folder, asked),
        "git show for each (100, times 10)": lambda: [git(folder, "show", f"{commit}:{name}")
                                                      for name, commit in asked[:100]],
    }
    table(f"{TEXTS} texts at given commits", peers, {"git show for each (100, times 10)": 10})


def one_log(folder: Path, name: str) -> None:
    """List the commits of one file; and, as information, tell the whole life of one clause of it."""
    workspace = Workspace(folder)
    log(workspace, "1:dieu-3.khoan-2", DAY)
    assert [commit.id for commit in history_of([folder / name]).commits] == git(
        folder, "log", "--format=%H", "--", name).decode().split()
    peers: dict[str, Callable[[], object]] = {
        "git log -- path": lambda: git(folder, "log", "--", name),
        "docgen": lambda: history_of([folder / name]),
        "GitPython, iter_commits(paths)": lambda: gitpython_log(folder, name),
        "git log -p -- path": lambda: git(folder, "log", "-p", "--", name),
        "(life of one clause, both clocks)": lambda: log(workspace, "1:dieu-3.khoan-2", DAY),
        "(life of the whole edition)": lambda: log(workspace, "1", DAY),
    }
    table(f"log of one file, {len(history_of([folder / name]).commits)} of the commits are its own", peers, {})


def table(title: str, peers: dict[str, Callable[[], object]], times: dict[str, int]) -> None:
    """Run all by turns and print the medians beside the first."""
    taken: dict[str, list[float]] = {name: [] for name in peers}
    for _ in range(ROUNDS):
        for name, run in peers.items():
            start = time.perf_counter()
            run()
            taken[name].append((time.perf_counter() - start) * 1000 * times.get(name, 1))
    print(f"\n{title}")
    first = statistics.median(next(iter(taken.values())))
    for name, found in taken.items():
        ratio = statistics.median(found) / first
        goal = f"  goal {GOAL}: {'reached' if ratio <= GOAL else 'MISSED'}" if name == "docgen" else ""
        print(f"  {name:36}{statistics.median(found):9.1f} ms{ratio:8.2f} x{goal}")


def git(folder: Path, *arguments: str, question: bytes | None = None) -> bytes:
    return subprocess.run(["git", *arguments], cwd=folder, input=question, check=True, capture_output=True).stdout


def by_gitpython(folder: Path, asked: list[tuple[str, str]]) -> list[bytes]:
    import git as gitpython

    with gitpython.Repo(folder) as repo:
        return [repo.commit(commit).tree.join(name).data_stream.read() for name, commit in asked]


def gitpython_log(folder: Path, name: str) -> list[str]:
    import git as gitpython

    with gitpython.Repo(folder) as repo:
        return [str(commit.summary) for commit in repo.iter_commits(paths=name)]


if __name__ == "__main__":
    main()
