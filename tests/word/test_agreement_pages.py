"""Agreements as printed: signatures level, whole on one page, never torn from two lines of text."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.word.blocks import Block
from docgen.word.printing import to_pdf
from tests.publish.bases import TABLE, basis_frame
from tests.word.agreements import FOUR, SAMPLES, agreement_frame
from tests.word.sample import CLAUSE
from tests.word.test_libreoffice import office, pages

__all__ = ["office"]

LENGTHS = tuple(range(6, 36, 3))
INCH = 72 / 25.4
Word = tuple[float, float, float, float, str]


@pytest.fixture(scope="module")
def printed(office: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every sample, and lengths that drive the end of the text down the page, printed in one run."""
    from docgen.publish.basis_table import write_basis_table

    folder = tmp_path_factory.mktemp("agreements")
    contents = {name: agreement_frame().render(values) for name, values in SAMPLES.items()}
    for name, values in SAMPLES.items():
        for count in LENGTHS:
            blocks = (*(Block("paragraph", f"Dòng {number}.") for number in range(count)),
                      Block("clause", f"1. {CLAUSE}"), Block("paragraph", "Quy chế này có hiệu lực kể từ ngày ký."))
            contents[f"{name}-{count}"] = agreement_frame().render(replace(values, blocks=blocks))
    contents["table"] = write_basis_table(basis_frame(), TABLE)
    many = tuple(replace(row, place=f"khoản {number} Điều {number}")
                 for number, row in enumerate(TABLE.rows[:2] * 25, start=1))
    contents["long-table"] = write_basis_table(basis_frame(), replace(TABLE, rows=many))
    paths = []
    for name, content in contents.items():
        paths.append(folder / f"{name}.docx")
        paths[-1].write_bytes(content)
    return {path.stem: path for path in to_pdf(paths, folder / "pdf")}


def words(path: Path, page: int) -> list[Word]:
    """Return (left, top, right, bottom, word) of one page, in points."""
    made = subprocess.run(["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(path), "-"],
                          capture_output=True, text=True, check=True)
    return [(float(a), float(b), float(c), float(d), e) for a, b, c, d, e in re.findall(
        r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]+)<', made.stdout)]


@pytest.mark.full
@pytest.mark.parametrize("name", SAMPLES)
def test_signatures_are_level_and_within_the_margins(printed: dict[str, Path], name: str) -> None:
    last = words(printed[name], len(pages(printed[name])))
    tops = [word[1] for word in last if word[4] == "T/M"]
    assert len(tops) == len(SAMPLES[name].signatures)
    for place in range(0, len(tops) - 1, 2):
        assert abs(tops[place] - tops[place + 1]) < 0.5
    firsts = [block.signer.split()[-1] for block in SAMPLES[name].signatures[:2]]
    names = [next(word for word in reversed(last) if word[4] == first) for first in firsts]
    assert abs(names[0][1] - names[1][1]) < 0.5, "level though one side leaves room for a seal"
    assert names[0][2] < names[1][0]
    for word in last:
        assert word[0] >= 30 * INCH - 0.5 and word[2] <= (210 - 15) * INCH + 0.5 and word[3] <= (297 - 20) * INCH + 1


@pytest.mark.full
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("count", LENGTHS)
def test_the_end_stands_whole_on_one_page_under_two_lines_of_text(
    printed: dict[str, Path], name: str, count: int,
) -> None:
    *before, last = pages(printed[f"{name}-{count}"])
    values = SAMPLES[name]
    for block in values.signatures:
        assert block.signer in last and last.count("T/M") == len(values.signatures)
    assert "Nơi nhận:" in last and "- Lưu Chi bộ." in last
    above = [line for line in last.split("T/M")[0].splitlines() if len(line.strip()) > 2]
    assert len(above) >= 2, last
    assert not any("T/M" in page or "Nơi nhận" in page for page in before)


@pytest.mark.full
@pytest.mark.parametrize("name", SAMPLES)
def test_the_head_stays_on_the_first_page_level_and_within_its_half(printed: dict[str, Path], name: str) -> None:
    first = words(printed[name], 1)
    number = next(word for word in first if word[4].endswith("-QC/CB"))
    day = next(word for word in first if word[4] == "ngày")
    assert abs(number[1] - day[1]) < 0.5
    party = next(word for word in first if word[4] == "CỘNG")
    left_half = [word for word in first if word[1] < number[1] and word[0] < 300]
    assert max(word[2] for word in left_half if word[4] not in ("ĐẢNG", "CỘNG", "SẢN")) < party[0]


@pytest.mark.full
def test_the_head_of_the_table_is_printed_on_every_page(printed: dict[str, Path]) -> None:
    assert len(pages(printed["table"])) == 1, "a short table is one page"
    found = pages(printed["long-table"])
    assert len(found) >= 3
    for number, page in enumerate(found[:-1], start=1):
        assert "Lời văn của căn cứ" in page
        assert number == 1 or page.strip().splitlines()[0].strip() == str(number)
    wide = words(printed["long-table"], 1)
    assert max(word[2] for word in wide) <= (297 - 15) * INCH + 0.5 and max(word[2] for word in wide) > 210 * INCH


@pytest.mark.full
def test_four_sides_with_long_names_leave_room_for_the_text_on_page_one(printed: dict[str, Path]) -> None:
    assert "Điều 1." in pages(printed["four"])[0] and FOUR.signatures[3].signer == ""
