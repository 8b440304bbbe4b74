"""The source documents as trees: whole for three official texts, shape only for two whose prose is not ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.messages import use
from docgen.model.native import to_native
from docgen.model.tree import Provision
from docgen.reader.read import Reading, read

HERE = Path(__file__).parent
SHARED = Path(__file__).parents[3] / "shared" / "seeds"


def problems(reading: Reading) -> str:
    use("en")
    return "".join(f"{problem.line}: {problem.code}: {problem.message}\n" for problem in reading.problems)


@pytest.mark.parametrize("name", ["162-qd-tw-2024", "30-hd-btctw-2014", "202-qd-tw-2019"])
def test_an_official_text_becomes_this_tree(name: str, golden: Callable[[Path, str], None]) -> None:
    reading = read((HERE / "seeds" / f"{name}.txt").read_text(encoding="utf-8"))
    golden(HERE / "golden" / f"{name}.native", to_native(reading.regulation))
    golden(HERE / "golden" / f"{name}.problems", problems(reading))


@pytest.mark.parametrize(("prefix", "shape", "told"), [
    ("002_", {"clause": 3, "paragraph": 27}, ""),
    ("004_", {"paragraph": 20},
     "1: reader-no-structure: No chương, Điều, khoản or điểm was recognised; the text was read as plain paragraphs.\n"),
])
def test_other_prose_has_this_shape(prefix: str, shape: dict[str, int], told: str) -> None:
    found = sorted(SHARED.glob(f"{prefix}*.txt"))
    if not found:
        pytest.skip("the source documents of the seeds are not on this machine")
    reading = read(found[0].read_text(encoding="utf-8"))
    nodes = [node for node in reading.regulation.walk() if isinstance(node, Provision)]
    assert Counter(node.level.value for node in nodes) == shape
    assert problems(reading) == told
