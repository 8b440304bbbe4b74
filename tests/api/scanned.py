"""A page as a scanner leaves it: text drawn line by line on a picture, for Tesseract to read."""

from __future__ import annotations

import shutil
import subprocess
import textwrap
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

FONT = Path("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf")
_WIDTH, _HEIGHT, _MARGIN, _LINE, _SIZE = 2480, 3508, 260, 74, 50
"""A4 at 300 dots an inch, type of 12 points."""


def need_tesseract() -> None:
    if not FONT.exists():
        pytest.skip("fonts-liberation2 is not installed")
    if not shutil.which("tesseract"):
        pytest.skip("tesseract-ocr is not installed")
    languages = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False).stdout
    if "vie" not in languages.split():
        pytest.skip("tesseract-ocr-vie is not installed")


def scan(text: str, target: Path) -> Path:
    """Draw a text as pages and keep them as one PDF without a text of its own."""
    font = ImageFont.truetype(str(FONT), _SIZE)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += textwrap.wrap(paragraph, 78) or [""]
    pages = []
    per_page = (_HEIGHT - 2 * _MARGIN) // _LINE
    for start in range(0, len(lines), per_page):
        page = Image.new("L", (_WIDTH, _HEIGHT), 255)
        pen = ImageDraw.Draw(page)
        for place, line in enumerate(lines[start:start + per_page]):
            pen.text((_MARGIN, _MARGIN + place * _LINE), line, font=font, fill=20)
        pages.append(page)
    pages[0].save(target, "PDF", save_all=True, append_images=pages[1:], resolution=300)
    return target
