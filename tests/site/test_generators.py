"""The pages do not depend on one generator's theme: written before, built with the stock theme just the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from docgen.api.site.building import all_pages
from docgen.api.site.content import gather
from docgen.versions.workspace import Workspace
from tests.site.pages import law_lines
from tests.site.shipped_site import shipped_site

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 21)


@pytest.mark.full
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_stock_theme_builds_the_same_pages(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory,
) -> None:
    pages = all_pages(gather(Workspace(ROOT), DAY).content)
    for page in pages:
        path = tmp_path / "trang" / page.source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.markdown(), "utf-8")
    build(load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(tmp_path / "trang"), site_dir=str(tmp_path / "stock"),
                      theme={"name": "mkdocs"}))
    made = shipped_site(tmp_path_factory.getbasetemp()).folder
    for page in pages:
        stock = (tmp_path / "stock" / page.path).read_text("utf-8")
        own = (made / page.path).read_text("utf-8")
        assert law_lines(stock) == law_lines(own)
        assert bool(law_lines(own)) == ('class="law"' in page.body)
