"""Milliseconds per document: a compiled frame against docxtpl with a fresh object, same base, same text, same run.

    python -m benchmarks.bench_word

The limit is what no writer of this file can go below while it deflates at level 6: zlib on every part that differs
between documents. Seconds depend on the machine; the ratios, and the calibration loop beside them, do not much.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import replace
from io import BytesIO

from benchmarks.clock import best_of, calibration
from benchmarks.expanded import with_docxtpl
from docgen.word.blocks import Block
from docgen.word.document import FIELD_NAMES, DocumentValues
from docgen.word.filling import context
from docgen.word.frame import compile_frame
from docgen.word.reading import read_docx
from tests.word.sample import FRAME, PROVENANCE, ROOT, SAMPLE


def names_of(values: DocumentValues) -> dict[str, object]:
    """Return what the tags of the frame ask for, as docxtpl wants it."""
    names = {name: getattr(values, name) for name in FIELD_NAMES}
    return {**names, "place_and_date_room": context(values)["place_and_date_room"]}


def deflated(parts: list[bytes]) -> None:
    """Do the one thing every writer must: deflate the parts that differ."""
    for part in parts:
        deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
        deflate.compress(part)
        deflate.flush()


def body() -> tuple[Block, ...]:
    """Return the text of a real regulation as a body of clauses: text that repeats itself would deflate too well."""
    text = (ROOT / "regulations/hoi-quan-chung/162-qd-tw-2024.md").read_text(encoding="utf-8")
    lines = [line for line in text.split("---", 2)[-1].splitlines() if line.strip()]
    return tuple(Block("article" if line.startswith("#") else "clause", line.lstrip("# "), bookmark=f"khoan-{number}")
                 for number, line in enumerate(lines))


def main() -> None:
    values = replace(SAMPLE, blocks=body())
    file = FRAME.read_bytes()
    frame = compile_frame(file, FRAME.name)
    ours = frame.render(values, PROVENANCE)
    names = names_of(values)
    # a value is never read as a template, so a frame filled with tags is a docxtpl file with the whole text in it
    tags = {name: "{{ " + name + " }}" for name in ("number", "place_and_date", "signer", "authority", "post")}
    expanded = frame.render(replace(values, **tags))  # type: ignore[arg-type]
    texts = {tuple(line.text for line in read_docx(made, "bench"))
             for made in (ours, with_docxtpl(file, names), with_docxtpl(expanded, names))}
    assert len(texts) == 1, "the texts differ"
    other = frame.render(replace(values, title="Khác", number="Số 02-QC/CB"), PROVENANCE.replace(b"pham", b"nham"))
    with zipfile.ZipFile(BytesIO(ours)) as one, zipfile.ZipFile(BytesIO(other)) as two:
        differing = [one.read(name) for name in one.namelist() if one.read(name) != two.read(name)]
    made = best_of(lambda: frame.render(values, PROVENANCE))
    limit = best_of(lambda: deflated(differing))
    slow = best_of(lambda: with_docxtpl(file, names))
    slower = best_of(lambda: with_docxtpl(expanded, names))
    compiled = best_of(lambda: compile_frame(file, FRAME.name))
    print(f"paragraphs {len(texts.pop())}, {len(ours)} bytes; parts that differ {len(differing)}")
    print(f"{'':30}{'ms a document':>14}{'ratio':>8}")
    print(f"{'calibration loop':30}{calibration():14.3f}")
    print(f"{'compile the frame, once':30}{compiled:14.3f}")
    print(f"{'limit: zlib level 6 alone':30}{limit:14.3f}{limit / made:8.2f}")
    print(f"{'Frame.render':30}{made:14.3f}{1:8.2f}")
    print(f"{'docxtpl, the frame':30}{slow:14.3f}{slow / made:8.1f}")
    print(f"{'docxtpl, frame and text in one':30}{slower:14.3f}{slower / made:8.1f}")


if __name__ == "__main__":
    main()
