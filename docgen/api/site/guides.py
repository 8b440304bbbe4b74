"""The guides of the site: the user documents that come with docgen, as they are written."""

from __future__ import annotations

from docgen.publish.site import places
from docgen.publish.site.content import Guide
from docgen.reader.decoding import read_text
from docgen.versions.workspace import shipped_workspace

FOLDER = "docs"
GUIDES: tuple[tuple[str, str], ...] = (
    ("muoi-phut.md", places.TEN_MINUTES),
    ("ghi-du-kien.md", "huong-dan/ghi-du-kien.html"),
    ("so-sanh.md", "huong-dan/so-sanh.html"),
    ("ra-soat.md", "huong-dan/ra-soat.html"),
    ("anh-huong.md", "huong-dan/anh-huong.html"),
    ("cap-nhat.md", "huong-dan/cap-nhat.html"),
    ("tim-kiem.md", "huong-dan/tim-kiem.html"),
    ("soan-hang-loat.md", "huong-dan/soan-hang-loat.html"),
    ("bo-giay-to.md", "huong-dan/bo-giay-to.html"),
    ("mau-cua-tinh.md", "huong-dan/mau-cua-tinh.html"),
    ("nhap-van-ban.md", "huong-dan/nhap-van-ban.html"),
    ("dia-chi.md", "huong-dan/dia-chi.html"),
    ("doi-song-dieu-khoan.md", "huong-dan/doi-song-dieu-khoan.html"),
    ("van-phong-quyet-dinh.md", "huong-dan/van-phong-quyet-dinh.html"),
    ("so-dang-ky.md", "huong-dan/so-dang-ky.html"),
    ("dinh-dang.md", "huong-dan/dinh-dang.html"),
    ("van-ban-202.md", "huong-dan/van-ban-202.html"),
    ("thuat-ngu.md", places.GLOSSARY),
    ("ma-phat-hien.md", places.CODES),
)
"""Files of docs/ that are written for those who use docgen, in the order in which they are offered."""


def guides() -> tuple[Guide, ...]:
    """Return the guides that are there."""
    folder = shipped_workspace().root / FOLDER
    return tuple(Guide(path=path, file=name, text=read_text(folder / name).text)
                 for name, path in GUIDES if (folder / name).is_file())
