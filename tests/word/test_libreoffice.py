"""What another program makes of our files: pages, and a round trip through LibreOffice."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from docgen.errors import NotPossible
from docgen.word.blocks import Block
from docgen.word.document import DocumentValues
from docgen.word.printing import convert, find_libreoffice, to_pdf
from docgen.word.reading import clause_bookmarks, provenance, read_docx
from tests.word.form import parts_of
from tests.word.sample import CLAUSE, LONG_NAMES, PROVENANCE, SAMPLE, frame

KEPT_LENGTHS = tuple(range(20, 50, 2))


@pytest.fixture(scope="module")
def office() -> None:
    if find_libreoffice() is None:
        pytest.skip("needs the Debian package libreoffice-writer-nogui")
    if shutil.which("pdftotext") is None:
        pytest.skip("needs the Debian package poppler-utils")
    if not Path("/usr/share/fonts/truetype/liberation2").exists():
        pytest.skip("needs the Debian package fonts-liberation2")


@pytest.fixture(scope="module")
def printed(office: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All samples of this file, printed in one run of the program."""
    folder = tmp_path_factory.mktemp("printed")
    samples: dict[str, DocumentValues] = {"plain": SAMPLE, "long": LONG_NAMES, "duplex": replace(SAMPLE, duplex=True)}
    for count in KEPT_LENGTHS:
        lines = tuple(Block("paragraph", f"Dòng {number}.") for number in range(count))
        samples[f"lines{count}"] = replace(SAMPLE, blocks=lines)
        samples[f"block{count}"] = replace(SAMPLE, blocks=(*lines, Block("clause", f"1. {CLAUSE} {CLAUSE}")))
    paths = []
    for name, values in samples.items():
        path = folder / f"{name}.docx"
        path.write_bytes(frame().render(values, PROVENANCE))
        paths.append(path)
    return {path.stem: path for path in to_pdf(paths, folder / "pdf")}


def pages(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(path).pages]


def words(path: Path) -> list[tuple[float, float, float, str]]:
    """Return (left, top, right, word) of the first page, in points."""
    made = subprocess.run(["pdftotext", "-bbox", "-l", "1", str(path), "-"], capture_output=True, text=True, check=True)
    return [(float(a), float(b), float(c), d) for a, b, c, d in re.findall(
        r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]+)<', made.stdout)]


@pytest.mark.full
def test_pages_carry_the_text_and_numbers_from_page_2(printed: dict[str, Path]) -> None:
    found = pages(printed["plain"])
    assert len(found) >= 3
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in found[0] and not found[0].lstrip().startswith("1")
    for number, text in enumerate(found[1:], start=2):
        assert text.strip().splitlines()[0].strip() == str(number)
    assert "H'Nghĩa Niê" in found[-1] and "Nơi nhận:" in found[-1]


@pytest.mark.full
def test_every_letter_comes_from_the_metric_twin_of_times_new_roman(printed: dict[str, Path]) -> None:
    made = subprocess.run(["pdffonts", str(printed["plain"])], capture_output=True, text=True, check=True)
    fonts = {line.split()[0].split("+")[-1] for line in made.stdout.splitlines()[2:]}
    assert fonts and all(font.startswith("LiberationSerif") for font in fonts), fonts


@pytest.mark.full
@pytest.mark.parametrize("sample", ["plain", "long"])
def test_the_two_halves_of_the_head_are_level(printed: dict[str, Path], sample: str) -> None:
    first = words(printed[sample])
    number = next(word for word in first if word[3].endswith("-QC/CB"))
    day = next(word for word in first if word[3] == "ngày")
    year = next(word for word in first if word[3] == "2026")
    assert abs(number[1] - day[1]) < 0.5 and abs(year[1] - day[1]) < 0.5, "one line, level"
    assert number[2] < min(word[0] for word in first if abs(word[1] - day[1]) < 0.5 and word[0] > number[0])
    right_edge = 210 / 25.4 * 72 - 15 / 25.4 * 72
    assert all(word[2] <= right_edge + 0.5 for word in first), "nothing stands off the margin"
    star = next(word for word in first if word[3] == "*")
    party = next(word for word in first if word[3] == "ĐẢNG" and word[0] > star[2])
    assert party[1] < star[1] < number[1]


@pytest.mark.full
def test_mirrored_margins_on_the_back_page(printed: dict[str, Path]) -> None:
    def left_of_page(path: Path, page: int) -> float:
        made = subprocess.run(["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(path), "-"],
                              capture_output=True, text=True, check=True)
        return min(float(left) for left in re.findall(r'<word xMin="([\d.]+)"', made.stdout))

    inch = 72 / 25.4
    assert left_of_page(printed["plain"], 2) == pytest.approx(30 * inch, abs=1)
    assert left_of_page(printed["duplex"], 2) == pytest.approx(15 * inch, abs=1)
    assert left_of_page(printed["duplex"], 3) == pytest.approx(30 * inch, abs=1)


@pytest.mark.full
@pytest.mark.parametrize("count", KEPT_LENGTHS)
def test_the_signature_is_never_torn_from_two_lines_of_text(printed: dict[str, Path], count: int) -> None:
    for name in (f"lines{count}", f"block{count}"):
        last = pages(printed[name])[-1]
        assert "Nơi nhận:" in last and "H'Nghĩa Niê" in last and "- Lưu Chi bộ." in last
        above = [line for line in last.split("Nơi nhận:")[0].splitlines() if len(line.strip()) > 2]
        assert len(above) >= 2, (name, last)


@pytest.mark.full
def test_bookmarks_and_provenance_survive_a_round_trip(office: None, tmp_path: Path) -> None:
    content = frame().render(SAMPLE, PROVENANCE)
    (tmp_path / "a.docx").write_bytes(content)
    saved = convert([tmp_path / "a.docx"], tmp_path / "again", "docx")[0].read_bytes()
    assert parts_of(saved)["word/document.xml"] != parts_of(content)["word/document.xml"], "it was really saved anew"
    assert clause_bookmarks(saved) == clause_bookmarks(content)
    kept = provenance(saved)
    written = provenance(content)
    assert kept is not None and written is not None and kept.split(b"?>")[-1].strip() == written
    assert written.startswith(PROVENANCE.removesuffix(b"</provenance>"))
    assert [line.text for line in read_docx(saved, "x")] == [line.text for line in read_docx(content, "x")]
    twice = tmp_path / "b.docx"
    twice.write_bytes(saved)
    again = convert([twice], tmp_path / "again", "docx")[0].read_bytes()
    assert clause_bookmarks(again) == clause_bookmarks(content) and provenance(again) is not None


@pytest.mark.full
def test_a_file_the_program_cannot_read_is_a_sentence(office: None, tmp_path: Path) -> None:
    missing = tmp_path / "missing.docx"
    with pytest.raises(NotPossible) as caught:
        to_pdf([missing], tmp_path / "pdf")
    assert "missing.docx" in str(caught.value) and not list((tmp_path / "pdf").glob("*"))


def test_without_the_program_the_package_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert find_libreoffice() is None
    with pytest.raises(NotPossible) as caught:
        to_pdf([tmp_path / "a.docx"], tmp_path)
    assert "libreoffice-writer-nogui" in str(caught.value)


def test_two_files_of_one_name_are_not_printed_over_each_other(office: None, tmp_path: Path) -> None:
    with pytest.raises(NotPossible):
        to_pdf([tmp_path / "a" / "x.docx", tmp_path / "b" / "x.docx"], tmp_path)
