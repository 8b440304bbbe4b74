"""The figures that must be reached: on the labels of seed 003, on a sound text, on pages read by Tesseract."""

from __future__ import annotations

import pytest

from benchmarks import bench_ocr
from benchmarks.ocr_pages import QUALITIES, missing
from docgen.reader.damage import shipped
from docgen.reader.read import read
from tests.reader.damage.figures import score


def test_seed_003() -> None:
    result = score(shipped())
    assert result.labels == 108
    assert result.found >= bench_ocr.FOUND, result.missed
    assert result.non_words >= bench_ocr.NON_WORDS, result.missed
    assert result.real_words >= bench_ocr.REAL_WORDS, result.missed
    assert result.right >= bench_ocr.RIGHT, result.wrong
    assert result.repairs >= 85
    assert result.false <= 10


def test_the_other_texts_alone_decide_about_a_sound_one() -> None:
    if not bench_ocr.SOUND.is_file():
        pytest.skip("the source documents of the seeds are not on this machine")
    words, alarms = bench_ocr.alarms(bench_ocr.SOUND)
    assert words > 16_000
    assert alarms * bench_ocr.ALARMS <= words


@pytest.mark.full
@pytest.mark.parametrize("name", bench_ocr.TESTED)
def test_pages_read_by_tesseract(name: str) -> None:
    if packages := missing():
        pytest.skip(f"missing packages: {packages}")
    regulation = read((bench_ocr.ROOT / name).read_text(encoding="utf-8")).regulation
    usual = next(one for one in QUALITIES if one.name == "usual copy")
    done = bench_ocr.repaired_pages(regulation, usual)
    assert done.before > 30
    assert done.ratio <= bench_ocr.RATIO
