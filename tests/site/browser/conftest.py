"""A finished site and a real browser, cut off from every network, shared by the tests of one process."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from docgen.api.site.building import build_site
from docgen.versions.workspace import Workspace

ROOT = Path(__file__).resolve().parents[3]
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
              "--disable-component-update", "--disable-sync"]
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of this checkout once."""
    folder = tmp_path_factory.mktemp("site") / "trang tra cứu"  # a space and marks, as a USB stick has them
    build_site(Workspace(ROOT), folder, date(2026, 11, 21))
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("the package chromium is not installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, site: Path) -> Iterator[Open]:
    """Return how to open a page of the site as a file; whatever it asks of a network fails the test."""
    asked: list[str] = []
    contexts = []

    def opened(path: str, *, width: int = 1280, dark: bool = False, scripts: bool = True, print_: bool = False) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, offline=True,
                                      color_scheme="dark" if dark else "light", java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: None if request.url.startswith(("file:", "data:")) else
                asked.append(request.url))
        page.on("pageerror", lambda error: asked.append(f"script error: {error}"))
        if print_:
            page.emulate_media(media="print")
        page.goto((site / path.partition("#")[0]).as_uri() + (f"#{path.partition('#')[2]}" if "#" in path else ""))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not asked
