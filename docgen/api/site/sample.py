"""The papers of the invented sample cell, for the pages that show what the program makes of a cell's facts.

Only the cell that is shipped with docgen is ever drafted for the site: the facts of a real cell stay on its machine.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from docgen.api.draft import draft
from docgen.publish.site import places
from docgen.publish.site.content import PagePicture, Sample
from docgen.publish.site.form_elements import marks
from docgen.publish.site.page_picture import png_of
from docgen.reader.decoding import read_bytes
from docgen.reader.from_pdf import open_pdf
from docgen.versions.workspace import shipped_workspace

CELL = "chi-bo-co-chi-uy"
RULES, TABLE = "mau-quy-che-lam-viec", "mau-quy-che-lam-viec.bang-can-cu"
_INVENTED = "được đặt ra để làm mẫu, không có thật"
_PAGE = (595.3, 841.9)


def sample_papers() -> dict[str, bytes]:
    """Draft the sample cell; returns its Word files by their name.

    Nothing is drafted if the file of the sample no longer says that all in it is invented: somebody wrote his own
    cell into it.
    """
    workspace = shipped_workspace()
    cell = workspace.cells / f"{CELL}.yaml"
    if not cell.is_file() or _INVENTED not in read_bytes(cell).decode("utf-8", "replace"):
        return {}
    with tempfile.TemporaryDirectory(prefix="docgen-mau-") as scratch:
        made = draft(workspace, CELL, kind="working-rules", folder=Path(scratch)).documents[0]
        files = {RULES: read_bytes(made.path)}
        if made.basis_table is not None:
            files[TABLE] = read_bytes(made.basis_table)
    return files


def pictures(files: Mapping[str, bytes]) -> tuple[Sample, dict[str, bytes]]:
    """Return the sample as the pages show it, and its pictures; `files` are all downloads, PDF files among them."""
    made: dict[str, bytes] = {}
    offered = tuple(path for name in (RULES, TABLE) for ending in ("docx", "pdf")
                    if (path := places.download(name, ending)) in files)
    rules = _pages(files.get(places.download(RULES, "pdf")), "hinh/quy-che-lam-viec", (0, -1), made)
    table = _pages(files.get(places.download(TABLE, "pdf")), "hinh/bang-can-cu", (0,), made)
    return Sample(rules=rules, table=table, files=offered), made


def _pages(
    content: bytes | None, name: str, wanted: tuple[int, ...], made: dict[str, bytes],
) -> tuple[PagePicture, ...]:
    if content is None:
        return ()
    pdf = open_pdf(content, name)
    chosen = {place % pdf.count + 1: place for place in wanted}
    found = []
    for page in pdf.pages:
        if page.number not in chosen:
            continue
        picture, width, height = png_of(page.picture())
        path = f"{name}-{page.number}.png"
        made[path] = picture
        found.append(PagePicture(path=path, width=width, height=height, page=page.number, marks=marks(
            page.words, _PAGE, chosen[page.number]) if len(wanted) > 1 else ()))
    return tuple(found)
