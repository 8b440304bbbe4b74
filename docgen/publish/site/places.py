"""Where every page of the site stands, and the way from one to another: relative, so that a USB stick will do."""

from __future__ import annotations

import posixpath

HOME = "index.html"
SEARCH = "tim-kiem.html"
EDITIONS = "van-ban/index.html"
COMPARISONS = "so-sanh/index.html"
TEMPLATES = "mau/index.html"
FORM = "mau/the-thuc.html"
TEN_MINUTES = "huong-dan/muoi-phut.html"
GUIDES = "huong-dan/index.html"
GLOSSARY = "huong-dan/thuat-ngu.html"
CODES = "huong-dan/ma-phat-hien.html"


def edition(edition_id: str) -> str:
    """Return the page of an edition."""
    return f"van-ban/{edition_id}.html"


def single_file(edition_id: str) -> str:
    """Return the one-file copy of an edition, which opens on a phone."""
    return f"tai-ve/{edition_id}.html"


def download(edition_id: str, ending: str) -> str:
    """Return a file to download: docx, pdf, md."""
    return f"tai-ve/{edition_id}.{ending}"


def work(slug: str) -> str:
    """Return the page of a work."""
    return f"cong-trinh/{slug}.html"


def comparison(old: str, new: str) -> str:
    """Return the page that compares two editions."""
    return f"so-sanh/{old}--{new}.html"


def template(work_slug: str, kind: str) -> str:
    """Return the page of the template of one kind of document."""
    return f"mau/{work_slug}--{kind}.html"


def way(here: str, there: str, anchor: str = "") -> str:
    """Return the relative link from one page to another, an anchor of it included."""
    behind = f"#{anchor}" if anchor else ""
    if here == there and anchor:
        return behind
    return posixpath.relpath(there, posixpath.dirname(here) or ".") + behind


def comparison_files(old: str, new: str) -> dict[str, str]:
    """Return the files of a comparison to download, by the form they have."""
    return {"table-docx": f"tai-ve/{old}--{new}.bang-so-sanh.docx",
            "redline-docx": f"tai-ve/{old}--{new}.ban-sua.docx"}
