"""Which works and editions there are, with the status of each on a day."""

from __future__ import annotations

from datetime import date

from docgen.versions.as_of import list_row
from docgen.versions.registers import load_registers
from docgen.versions.workspace import Workspace


def list_works(workspace: Workspace, work: str, day: date) -> list[dict[str, object]]:
    """List all works, or one of them, in the shape of the contract."""
    registers = load_registers(workspace)
    chosen = (registers.work(work),) if work else registers.works
    return [{"slug": one.slug, "title": one.title, "editions": [list_row(edition, day) for edition in one.editions]}
            for one in chosen]
