"""A workspace to damage."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.office import Office, copied


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return copied(tmp_path)
