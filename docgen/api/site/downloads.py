"""The files a reader takes along from the site: texts in Word, PDF and Markdown, comparisons as table and redline."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from docgen.api.diff import Compared, Signature, rendered
from docgen.api.show import as_word
from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.publish.page import Page
from docgen.publish.site import places
from docgen.reader.decoding import read_bytes
from docgen.versions.library import Library
from docgen.versions.register import Edition
from docgen.word.printing import find_libreoffice, to_pdf
from docgen.word.settled_pdf import settled_pdf


@dataclass(frozen=True, slots=True)
class Downloads:
    """Files by their place on the site, and what could not be made."""

    files: Mapping[str, bytes]
    remarks: tuple[Message, ...] = ()


def downloads(
    library: Library, editions: Iterable[Edition], compared: Iterable[Compared], folder: Path,
    beside: Mapping[str, bytes] = MappingProxyType({}),
) -> Downloads:
    """Make the files; a PDF of an earlier build in `folder` is kept where its Word file is the same.

    `beside` are further Word files by name, which are offered and printed like those of the editions.
    """
    files: dict[str, bytes] = {places.download(name, "docx"): word for name, word in beside.items()}
    papers: dict[str, bytes] = dict(beside)
    for edition in editions:
        held = library.text(edition)
        word = as_word(library.workspace, Page(regulation=held.regulation, edition=edition.id, document=edition.name,
                                               source=held.file))
        files[places.download(edition.id, "docx")] = papers[edition.id] = word
        files[places.download(edition.id, "md")] = held.content
    for one in compared:
        assert one.old.edition is not None and one.new.edition is not None
        names = places.comparison_files(one.old.edition.id, one.new.edition.id)
        files[names["table-docx"]] = rendered(one, "table-docx")
        files[names["redline-docx"]] = rendered(one, "redline-docx", signature=Signature())
    remarks: tuple[Message, ...] = ()
    if find_libreoffice() is None:
        remarks = (say("LibreOffice is not installed: the site offers no PDF files."),)
    else:
        files |= _printed(papers, {edition.id: edition for edition in editions}, folder)
    return Downloads(files, remarks)


def _printed(papers: Mapping[str, bytes], editions: Mapping[str, Edition], folder: Path) -> dict[str, bytes]:
    found = {}
    wanted = {}
    for name, word in papers.items():
        earlier, pdf = folder / places.download(name, "docx"), folder / places.download(name, "pdf")
        if earlier.is_file() and pdf.is_file() and earlier.read_bytes() == word:
            found[places.download(name, "pdf")] = pdf.read_bytes()
        else:
            wanted[name] = word
    if not wanted:
        return found
    with tempfile.TemporaryDirectory(prefix="docgen-pdf-") as scratch:
        for name, word in wanted.items():
            (Path(scratch) / f"{name}.docx").write_bytes(word)
        made = to_pdf([Path(scratch) / f"{name}.docx" for name in wanted], Path(scratch) / "pdf")
        for name, path in zip(wanted, made, strict=True):
            issued = editions[name].issued_on.date if name in editions else None
            day = issued.earliest.strftime("%Y%m%d") if issued and issued.is_day else "19800101"
            content = read_bytes(path, 64 * 1024 * 1024)
            if not content.startswith(b"%PDF"):
                raise NotPossible(say("LibreOffice could not read {path}.", path=path.name),
                                  say("Open the file in Word and save it again."))
            found[places.download(name, "pdf")] = settled_pdf(content, wanted[name], day)
    return found
