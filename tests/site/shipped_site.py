"""The site of the shipped texts, built once for all tests that only look at it; no PDF files, which take seconds."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from unittest.mock import patch

from docgen.api.site import downloads as site_downloads
from docgen.api.site.building import Built, build_site
from docgen.api.site.sample import sample_papers
from docgen.versions.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 21)

papers_once = cache(sample_papers)
"""The papers of the sample cell, drafted once; that they are the same bytes each time is a test of its own."""


@cache
def shipped_site(base: Path) -> Built:
    """Return the site in a folder below `base`, which is the same for all tests of a run."""
    with patch.object(site_downloads, "find_libreoffice", lambda: None):
        return build_site(Workspace(ROOT), Path(mkdtemp(prefix="site-", dir=base)), DAY)
