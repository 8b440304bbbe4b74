"""The reference site built: pages written, checked, and put in place only when nothing is wrong with them."""

from __future__ import annotations

import tempfile
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from docgen.api.site.content import gather
from docgen.api.site.downloads import downloads
from docgen.api.site.folder import check_folder, put
from docgen.api.site.guides import guides
from docgen.api.site.sample import pictures, sample_papers
from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.model.finding import FaultsFound
from docgen.publish.site import places
from docgen.publish.site.comparison_page import comparison_page
from docgen.publish.site.content import EditionContent, SiteContent
from docgen.publish.site.edition_page import edition_page
from docgen.publish.site.form_page import form_page
from docgen.publish.site.generator import further_pairs, generate
from docgen.publish.site.guide_pages import guide_pages
from docgen.publish.site.home_page import comparisons_page, editions_page, home_page
from docgen.publish.site.link_check import check_links
from docgen.publish.site.page import SitePage
from docgen.publish.site.search_index import search_index
from docgen.publish.site.search_page import INDEX, search_page
from docgen.publish.site.single_file import single_file
from docgen.publish.site.template_page import template_page
from docgen.publish.site.templates_page import templates_page
from docgen.publish.site.work_page import work_page
from docgen.versions.repository.reading import committed_at
from docgen.versions.workspace import Workspace, shipped_workspace

CONFIGURATION = "mkdocs.yml"
SITE = "build/site"


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site: where it stands, how many pages, and how many files had to be written anew."""

    folder: Path
    pages: int
    written: int
    remarks: tuple[Message, ...] = ()


def build_site(workspace: Workspace, folder: Path | None = None, as_of: date | None = None) -> Built:
    """Build the site into a folder; faults leave the folder as it was. Unchanged files are not touched."""
    folder = folder or (Path.cwd() if workspace.shipped else workspace.root) / SITE
    check_folder(folder)
    day, remarks = _day(workspace, as_of)
    gathered = gather(workspace, day, further_pairs(_configuration(workspace)))
    taken = downloads(gathered.library, gathered.offered, gathered.compared, folder, sample_papers())
    sample, drawn = pictures(taken.files)
    content = replace(offering(gathered.content, taken.files), sample=sample, guides=guides())
    pages = all_pages(content)
    alone = {places.single_file(one.edition.id): single_file(content, one).encode()
             for one in content.editions if one.regulation is not None}
    beside = {INDEX: search_index(content), **taken.files, **drawn, **alone}
    with tempfile.TemporaryDirectory(prefix="docgen-site-") as scratch:
        sources, made = Path(scratch) / "trang", Path(scratch) / "site"
        for page in pages:
            _write(sources / page.source, page.markdown().encode())
        generate(_configuration(workspace), sources, made)
        for name, file in beside.items():
            _write(made / name, file)
        files = {path.relative_to(made).as_posix(): path for path in sorted(made.rglob("*")) if path.is_file()}
        texts = {name: path.read_text("utf-8") for name, path in files.items() if name.endswith(".html")}
        if faults := check_links(texts, frozenset(files)):
            raise FaultsFound(faults)
        written = put(files, folder)
    return Built(folder, len(pages), written, (*remarks, *taken.remarks))


def _day(workspace: Workspace, as_of: date | None) -> tuple[date, tuple[Message, ...]]:
    """Return the day the site speaks of: the one named, that of the last commit, else today, which is said."""
    if as_of is not None:
        return as_of, ()
    try:
        return committed_at(workspace.root).date(), ()
    except NotPossible:
        today = datetime.now().astimezone().date()
        return today, (say("This workspace has no git history: the site speaks of today, {day}. The same site can be "
                           "built again with --as-of {day}.", day=today.isoformat()),)


def all_pages(content: SiteContent) -> tuple[SitePage, ...]:
    """Write every page."""
    return (home_page(content), editions_page(content), comparisons_page(content), search_page(content),
            *(edition_page(content, one) for one in content.editions),
            *(work_page(content, work) for work in content.works),
            templates_page(content), form_page(content), *guide_pages(content),
            *(template_page(content, one, content.title_of(one.work)) for one in content.templates),
            *(comparison_page(content, one) for one in content.comparisons))


def offering(content: SiteContent, files: Collection[str]) -> SiteContent:
    """Return the content with each edition and comparison naming the files there are of it."""
    def endings(one: EditionContent) -> tuple[str, ...]:
        if one.regulation is None:
            return ()
        made = [ending for ending in ("docx", "pdf", "md") if places.download(one.edition.id, ending) in files]
        return (*made, "html")

    return replace(
        content, editions=tuple(replace(one, downloads=endings(one)) for one in content.editions),
        comparisons=tuple(replace(one, downloads=tuple(
            form for form, path in places.comparison_files(one.old.id, one.new.id).items() if path in files))
            for one in content.comparisons))


def _configuration(workspace: Workspace) -> Path:
    own = workspace.root / CONFIGURATION
    return own if own.is_file() else shipped_workspace().root / CONFIGURATION


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
