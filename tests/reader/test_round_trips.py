"""Held texts printed by real programs and read back: Word, old Word, web page, PDF, a bad scan of it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from subprocess import run

import numpy
import pytest
from PIL import Image, ImageFilter

from docgen.api.show import save, show
from docgen.model.native import to_native
from docgen.model.tree import Gap, Node, Provision, Regulation
from docgen.reader.coverage import coverage
from docgen.reader.from_file import FileReading, read_file
from docgen.reader.from_pdf import open_pdf
from docgen.reader.from_scan import PACKAGES
from docgen.versions.workspace import Workspace
from docgen.word.printing import PACKAGE, convert, find_libreoffice
from tests.reader.old_encodings import tcvn3, vni
from tests.reader.pdf_files import joined

pytestmark = pytest.mark.full

ROOT = Path(__file__).parents[2]
WORKSPACE = Workspace(ROOT)
EDITIONS = ("162-qd-tw-2024", "30-hd-btctw-2014", "202-qd-tw-2019")
Printed = dict[tuple[str, str], Path]


def without_gaps(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(replace(node, children=without_gaps(node.children)) for node in nodes if isinstance(node, Provision))


def whole(regulation: Regulation) -> Regulation:
    """Return a text as an office would print it: what is not held left out, no stamps, no block of a copy."""
    return replace(
        regulation, metadata=(), stamps=(), copy_note=(), provisions=without_gaps(regulation.provisions),
        letterhead=tuple(line for line in regulation.letterhead if not isinstance(line, Gap)) or (
            "BAN TỔ CHỨC MẪU", "*", "Số 00-HD/MAU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Hà Nội, ngày 01 tháng 02 năm 2014"),
        recipients=tuple(replace(item, children=()) for item in regulation.recipients),
        signature=("T/M BAN BÍ THƯ", "Trần Văn Mẫu"))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Every edition in every form LibreOffice writes, in one run for each form."""
    if find_libreoffice() is None:
        pytest.skip(f"LibreOffice is not installed (package {PACKAGE})")
    folder = tmp_path_factory.mktemp("printed")
    made: Printed = {}
    for edition in EDITIONS:
        page = show(WORKSPACE, edition).page
        path = folder / f"{edition}.docx"
        save(WORKSPACE, replace(page, regulation=whole(page.regulation)), path)
        made[edition, "docx"] = path
    for form in ("html", "pdf", "doc"):
        results = convert([made[edition, "docx"] for edition in EDITIONS], folder / form, form)
        made |= {(edition, form): path for edition, path in zip(EDITIONS, results, strict=True)}
    return made


def tree(found: FileReading) -> str:
    return to_native(found.reading.regulation)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_word_file_gives_the_tree_it_was_made_from(edition: str, printed: Printed) -> None:
    found = read_file(printed[edition, "docx"]).reading.regulation
    expected = whole(show(WORKSPACE, edition).page.regulation)
    assert (found.title, found.preamble, found.provisions, found.closing, found.recipients) == (
        expected.title, expected.preamble, expected.provisions, expected.closing, expected.recipients)


@pytest.mark.parametrize("form", ["html", "pdf", "doc"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_form_gives_the_same_tree(edition: str, form: str, printed: Printed) -> None:
    found = read_file(printed[edition, form])
    assert found.source.kind == form
    assert tree(found) == tree(read_file(printed[edition, "docx"]))
    assert coverage(found.source, found.reading.regulation).share == 1.0
    if form == "pdf":
        assert [line.text for line in found.source.dropped] == [str(at + 2) for at in range(len(found.source.dropped))]


def need_tesseract() -> None:
    if shutil.which("tesseract") is None or "vie" not in run(
            ["tesseract", "--list-langs"], capture_output=True, text=True, check=False).stdout.split():
        pytest.skip(f"Tesseract with Vietnamese is not installed (packages {', '.join(PACKAGES)})")


def drawings(path: Path, pages: int) -> list[Image.Image]:
    """Return the first pages of a PDF as pictures, 300 dots an inch."""
    return [Image.open(BytesIO(page.picture()))
            for page in open_pdf(path.read_bytes(), "x").pages if page.number <= pages]


def scanned(path: Path, *, pages: int, dots: int = 150, askew: float = 0.6) -> bytes:
    """Return the pages of a PDF as a bad scanner would: few dots, blurred, noisy, askew."""
    chance = numpy.random.default_rng(7)
    made = []
    for drawn in drawings(path, pages):
        small = drawn.resize((drawn.width * dots // 300, drawn.height * dots // 300))
        turned = small.rotate(askew, fillcolor=255, resample=Image.Resampling.BICUBIC).filter(
            ImageFilter.GaussianBlur(0.7))
        noisy = numpy.asarray(turned, float) + chance.normal(0, 18, (turned.height, turned.width))
        made.append(Image.fromarray(noisy.clip(0, 255).astype("uint8")))
    out = BytesIO()
    made[0].save(out, "PDF", save_all=True, append_images=made[1:], resolution=dots)
    return out.getvalue()


def shape(regulation: Regulation) -> list[tuple[str, str]]:
    """Return rank and label of everything in a body that has a label, chapters and articles first of all."""
    return [(node.level.value, node.label) for node in regulation.walk()
            if isinstance(node, Provision) and node.level.value in ("chapter", "article", "clause", "point")]


def test_a_bad_scan_keeps_the_structure_and_loses_no_line(printed: Printed, tmp_path: Path) -> None:
    need_tesseract()
    file = tmp_path / "scan.pdf"
    file.write_bytes(scanned(printed["162-qd-tw-2024", "pdf"], pages=2))
    found = read_file(file)
    assert found.source.kind == "scan" and len(found.source.remarks) == 1
    result = coverage(found.source, found.reading.regulation)
    assert result.share > 0.99, (result.missing, result.misplaced)
    expected = shape(read_file(printed["162-qd-tw-2024", "pdf"]).reading.regulation)
    got = shape(found.reading.regulation)
    assert got == expected[:len(got)] and len(got) > 12
    assert found.reading.regulation.letterhead[0] == "BAN CHẤP HÀNH TRUNG ƯƠNG"


def test_a_pdf_of_text_and_pictures_is_one_text(printed: Printed, tmp_path: Path) -> None:
    need_tesseract()
    file = tmp_path / "hai.pdf"
    text = printed["30-hd-btctw-2014", "pdf"]
    file.write_bytes(joined(text.read_bytes(), scanned(text, pages=1, dots=200, askew=0.0)))
    source = read_file(file).source
    pages = {line.page for line in source.lines}
    assert source.kind == "pdf" and pages == set(range(1, max(pages) + 1))
    first = [line.text for line in source.lines if line.page == 1]
    again = [line.text for line in source.lines if line.page == max(pages)]
    assert len(set(first) & set(again)) > len(first) // 2


def test_a_picture_of_a_page_is_read(printed: Printed, tmp_path: Path) -> None:
    need_tesseract()
    drawn = drawings(printed["162-qd-tw-2024", "pdf"], 1)[0]
    for form, ending in (("PNG", "png"), ("JPEG", "jpg")):
        file = tmp_path / f"trang.{ending}"
        drawn.save(file, form)
        found = read_file(file)
        assert found.source.kind == "scan"
        assert ("article", "Điều 2.") in shape(found.reading.regulation)


def test_old_fonts_survive_old_word_and_the_web(tmp_path: Path) -> None:
    if find_libreoffice() is None:
        pytest.skip(f"LibreOffice is not installed (package {PACKAGE})")
    from tests.word.packing import with_body

    text = "Điều 1. Lãnh đạo cán bộ, đảng viên ưu tiên thực hiện tốt nhiệm vụ"
    body = "".join(
        f'<w:p><w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/></w:rPr>'
        f'<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
        for font, words in ((".VnTimeH", "Quy ®Þnh"), (".VnTime", tcvn3(text)), ("VNI-Times", vni(text))))
    (tmp_path / "a.docx").write_bytes(with_body(body))
    for form in ("doc", "html"):
        source = read_file(convert([tmp_path / "a.docx"], tmp_path / "made", form)[0]).source
        assert [line.text for line in source.lines] == ["QUY ĐỊNH", text, text]
