"""What an office looks for before it signs, on printed pages: every paper goes through LibreOffice once."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from docgen.word.printing import convert, to_pdf
from docgen.word.reading import read_docx
from tests.draft.signing_papers import PAPER_IDS, PAPERS, Paper
from tests.word.form_rules import styled, words
from tests.word.test_agreement_pages import INCH
from tests.word.test_agreement_pages import words as words_at
from tests.word.test_libreoffice import office

__all__ = ["office"]
EVERY = pytest.mark.parametrize(("name", "paper"), tuple(zip(PAPER_IDS, PAPERS, strict=True)), ids=PAPER_IDS)
pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def files(office: None, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("papers")
    for name, paper in zip(PAPER_IDS, PAPERS, strict=True):
        (folder / f"{name}.docx").write_bytes(paper.final)
    return [folder / f"{name}.docx" for name in PAPER_IDS]


@pytest.fixture(scope="module")
def printed(files: list[Path]) -> dict[str, Path]:
    return {path.stem: path for path in to_pdf(files, files[0].parent / "pdf")}


@pytest.fixture(scope="module")
def saved_again(files: list[Path]) -> dict[str, Path]:
    return {path.stem: path for path in convert(files, files[0].parent / "again", "docx")}


def pages(path: Path) -> list[list[str]]:
    """Return the lines of each page that hold words, the number of the page left out."""
    made = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return [[line.strip() for line in page.replace("\u00a0", " ").splitlines() if len(line.strip()) > 2]
            for page in made.stdout.rstrip("\f").split("\f")]


@EVERY
def test_c14_signature_and_recipients_on_one_page(printed: dict[str, Path], name: str, paper: Paper) -> None:
    *before, last = pages(printed[name])
    text = "\n".join(last)
    assert text.count("T/M ") == len(paper.lines("DGQuyenHan"))
    assert "Nơi nhận:" in text and paper.lines("DGDanhSachNoiNhan")[-1] in text
    for signer in paper.lines("DGHoTen", "DGHoTenCoDau"):
        assert signer in text
    assert not any("T/M " in line or "Nơi nhận:" in line for page in before for line in page)
    foot = next(place for place, line in enumerate(last) if "T/M " in line or "Nơi nhận:" in line)
    assert foot >= 2, "at least two lines of text above the signatures"


@EVERY
def test_c1_the_letterhead_is_level_on_paper(printed: dict[str, Path], name: str, paper: Paper) -> None:
    head = words_at(printed[name], 1)
    superior, party = head[0], head[[word[4] for word in head].index("CỘNG") - 1]
    assert (superior[4], party[4]) == ("ĐẢNG", "ĐẢNG")
    assert abs(superior[3] - party[3]) < 2, "both columns begin on one line"
    number = next(word for word in head if word[4].startswith("Số"))
    date = next(word for word in head if word[4].startswith("ngày") and word[1] < number[3] and word[3] > number[1])
    star = next(word for word in head if word[4] == "*")
    assert abs(number[3] - date[3]) < 1, "number and date stand on one line, however long the names are"
    assert star[3] <= number[1] + 4, "both stand below the names"


@EVERY
def test_c14_no_heading_alone_at_the_foot(printed: dict[str, Path], name: str, paper: Paper) -> None:
    headings = {" ".join(words(line).split()) for line in styled(paper.form, "DGDieu", "DGChuong", "DGTenChuong")}
    for page in pages(printed[name])[:-1]:
        foot = " ".join(page[-1].split())
        assert not any(heading == foot or heading.endswith(f" {foot}") for heading in headings), foot
        assert not re.match(r"Điều \d+\. [^.]*$", foot) or any(f"{foot} " in line for line in paper.articles)


@EVERY
def test_c14_nothing_off_the_margin(printed: dict[str, Path], name: str, paper: Paper) -> None:
    mirrored = paper.facts.yes("duplex") or False
    for number in range(1, len(pages(printed[name])) + 1):
        left, right = (15, 30) if mirrored and number % 2 == 0 else (30, 15)
        for word in words_at(printed[name], number):
            assert word[0] >= left * INCH - 0.5 and word[2] <= (210 - right) * INCH + 0.5, (number, word)
            # the box of a letter is a little taller than its line of exactly 18 pt
            assert word[3] <= (297 - 20) * INCH + 1.5, (number, word)


@EVERY
def test_c14_a_round_trip_keeps_the_words(saved_again: dict[str, Path], name: str, paper: Paper) -> None:
    again = read_docx(saved_again[name].read_bytes(), "x")
    assert [line.text for line in again] == [line.text for line in read_docx(paper.final, "x")]
