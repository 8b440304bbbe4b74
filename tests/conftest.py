"""What all tests share: golden files, the full suite's marker, and which skips are allowed."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from docgen import messages

FULL = os.environ.get("CI", "").lower() in {"1", "true", "yes"} or os.environ.get("ALL", "") == "1"
"""Whether everything runs, the slow tests too, and a skip that nobody expects is a failure."""

EXPECTED_SKIPS = (
    "the source documents of the seeds are not on this machine",
    "no small file system can be mounted here",
    "this file system ignores permissions for root",
)
"""Reasons a test may give for not running even in the full suite; a skip with any other reason fails it."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite golden files and transcripts with what came out")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if FULL:
        return
    skip = pytest.mark.skip(reason="full suite only: run with ALL=1")
    for item in items:
        if item.get_closest_marker("full"):
            item.add_marker(skip)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]  # pluggy's result object is not in the stubs
    if not (FULL and report.skipped) or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if not any(expected in reason for expected in EXPECTED_SKIPS):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped in the full suite, which nobody expects: {reason}"


@pytest.fixture(autouse=True)
def _in_vietnamese(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Begin every test in Vietnamese, whatever the machine or the test before it says; no search index at home."""
    monkeypatch.delenv("DOCGEN_LANG", raising=False)
    monkeypatch.setenv("DOCGEN_CACHE", str(tmp_path_factory.getbasetemp() / "docgen-cache"))
    messages.use("vi")
    yield
    messages.use("vi")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a golden file; with --accept write the file instead."""

    def compare(path: Path, actual: str) -> None:
        assert "chương trình tự gặp trục trặc" not in actual, "a fault of the program is nobody's golden"
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
            return
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        if actual != expected:
            changes = difflib.unified_diff(expected.splitlines(), actual.splitlines(), "golden", "now", lineterm="")
            pytest.fail(f"{path} differs (accept with --accept):\n" + "\n".join(changes), pytrace=False)

    return compare
