"""One page of every kind the site has."""

from __future__ import annotations

from pathlib import Path

KINDS = {
    "first page": "index.html",
    "list of editions": "van-ban/index.html",
    "edition in force": "van-ban/162-qd-tw-2024.html",
    "edition held in part": "van-ban/171-qd-tw-2008.html",
    "edition repaired from a scan": "van-ban/202-qd-tw-2019.html",
    "edition without text": "van-ban/294-qd-tw-2025.html",
    "work": "cong-trinh/hoi-quan-chung.html",
    "list of comparisons": "so-sanh/index.html",
    "comparison": "so-sanh/171-qd-tw-2008--162-qd-tw-2024.html",
    "list of templates": "mau/index.html",
    "template": "mau/hoi-quan-chung--working-rules.html",
    "one-file copy": "tai-ve/162-qd-tw-2024.html",
    "form of the paper": "mau/the-thuc.html",
    "guides": "huong-dan/index.html",
    "guide": "huong-dan/muoi-phut.html",
    "glossary": "huong-dan/thuat-ngu.html",
    "search": "tim-kiem.html",
}


def pages(site: Path) -> list[str]:
    """Return every HTML file of a site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
