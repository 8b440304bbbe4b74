"""Regulations printed by LibreOffice, spoiled as a copier does it, and read by Tesseract; the same pages every time."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
from docx import Document
from docx.shared import Mm, Pt
from PIL import Image, ImageFilter

from docgen.model.tree import Regulation
from docgen.reader.damage.places import passages

DOTS = 150
"""Dots an inch."""

PROGRAMS = (("tesseract", "tesseract-ocr and tesseract-ocr-vie"), ("soffice", "libreoffice-writer"))


@dataclass(frozen=True, slots=True)
class Quality:
    """How a page is spoiled: blur in dots, noise in grey steps of 255, skew in degrees at most, ink that is left."""

    name: str
    blur: float
    noise: float
    skew: float
    ink: float = 0.85


QUALITIES = (Quality("good copy", 0.6, 10, 0.4), Quality("usual copy", 0.8, 15, 0.7),
             Quality("poor copy", 1.1, 22, 0.7))


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the words that were printed, and the lines Tesseract read."""

    printed: str
    read: str


def missing() -> str:
    """Return the Debian packages that are missing, empty if all are there."""
    return ", ".join(package for program, package in PROGRAMS if shutil.which(program) is None)


def paragraphs(regulation: Regulation) -> Iterator[str]:
    """Yield the paragraphs of a regulation as they are printed one under the other."""
    row: list[str] = []
    last = None
    for place, words in passages(regulation):
        if row and (place.address != last or not place.address):
            yield " ".join(row)
            row = []
        row.append(words)
        last = place.address
    if row:
        yield " ".join(row)


def pages(regulation: Regulation, quality: Quality, first_seed: int = 1000) -> list[Page]:
    """Print, spoil and read a regulation."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pdf = _print(tuple(paragraphs(regulation)), folder)
        document = pypdfium2.PdfDocument(pdf)
        found = []
        for number in range(len(document)):
            sheet = document[number]
            picture = _spoiled(sheet.render(scale=DOTS / 72).to_pil(), quality, first_seed + number)
            path = folder / f"{number}.png"
            picture.save(path, dpi=(DOTS, DOTS))
            found.append(Page(_plain(sheet.get_textpage().get_text_bounded()), _read(path)))
        document.close()
    return found


def stretches(read: Sequence[Page]) -> tuple[str, ...]:
    """Return what was read as stretches of words: lines joined, cut at blank lines; a page's end joins as well."""
    found: list[str] = []
    row: list[str] = []
    for page in read:
        for line in page.read.split("\n"):
            if line.strip():
                row.append(line.strip())
            elif row:
                found.append(" ".join(row))
                row = []
    return (*found, " ".join(row)) if row else tuple(found)


def _print(lines: Sequence[str], folder: Path) -> Path:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    font = document.styles["Normal"].font
    font.name, font.size = "Times New Roman", Pt(14)
    for line in lines:
        document.add_paragraph(line).paragraph_format.space_after = Pt(6)
    document.save(str(folder / "text.docx"))
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
                    "--outdir", str(folder), str(folder / "text.docx")], check=True, capture_output=True, timeout=180)
    return folder / "text.pdf"


def _spoiled(picture: Image.Image, quality: Quality, seed: int) -> Image.Image:
    chance = np.random.default_rng(seed)
    turned = picture.convert("L").rotate(chance.uniform(-quality.skew, quality.skew), Image.Resampling.BICUBIC,
                                         fillcolor=255)
    clean = np.asarray(turned.filter(ImageFilter.GaussianBlur(quality.blur)), dtype=np.float64)
    spoiled = 255 - (255 - clean) * quality.ink + chance.normal(0, quality.noise, clean.shape)
    return Image.fromarray(spoiled.clip(0, 255).astype(np.uint8))


def _read(path: Path) -> str:
    done = subprocess.run(["tesseract", str(path), "-", "-l", "vie"], check=True, capture_output=True, timeout=180,
                          env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    return unicodedata.normalize("NFC", done.stdout.decode("utf-8", errors="replace"))


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
