"""One batch: the documents of many cells; a batch that has nothing to do finds that out without reading its rows."""

from __future__ import annotations

import hashlib
from pathlib import Path

from docgen.api.batching.digests import input_digest, shape_digest
from docgen.api.batching.manifest import Manifest, kept, sizes_in
from docgen.api.batching.printing import libreoffice, with_pdfs
from docgen.api.batching.results import Batch, BatchWishes, Watch
from docgen.api.cells import wanted_kinds
from docgen.versions.workspace import Workspace


def batch(
    workspace: Workspace, source: Path, folder: Path, wishes: BatchWishes, watch: Watch = lambda *_: None,
) -> Batch:
    """Write the documents of all cells of a workbook or folder.

    Any fault of any row raises FaultsFound before anything is written, unless the good ones are to be made all the
    same (`keep_going`): then the faults are among the findings.
    """
    wanted_kinds(wishes.kind)
    if wishes.pdf:
        libreoffice()
    made_by = shape_digest(workspace, wishes)
    everything = hashlib.sha256(f"{made_by} {source} {input_digest(source)}".encode()).hexdigest()
    manifest, sizes = Manifest(folder), sizes_in(folder)
    if manifest.complete == everything and manifest.all_stand(sizes):
        made = Batch(tuple(kept(folder, manifest.entries)), (), None, sum(e.doubts for e in manifest.entries.values()))
    else:
        from docgen.api.batching.run import run_batch  # loads everything drafting needs

        made = run_batch(workspace, source, folder, wishes, watch, made_by=made_by, everything=everything,
                         manifest=manifest, sizes=sizes)
    return with_pdfs(made, folder, manifest, wishes, watch) if wishes.pdf else made
