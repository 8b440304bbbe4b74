"""Everything the pages are written from, gathered beforehand: the writers open no file and ask no clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from docgen.draft.template import Template
from docgen.model.tree import Regulation
from docgen.publish.comparison_view import View
from docgen.versions.as_of import Standing
from docgen.versions.register import Edition, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """A clause of a template that rests on a provision: of which template, its id and its first words."""

    template: str
    path: str
    clause: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Onward:
    """Where a provision of an edition went in a later one; `compared` if both texts have a page of comparison."""

    edition: Edition
    kinds: tuple[str, ...]
    addresses: tuple[str, ...]
    confirmed: bool
    compared: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionContent:
    """One edition; `regulation` is None where no text is held, `downloads` are the endings there are files for."""

    edition: Edition
    work: Work
    standing: Standing
    regulation: Regulation | None = None
    downloads: tuple[str, ...] = ()
    resting: Mapping[str, tuple[Resting, ...]] = field(default_factory=dict)
    onward: Mapping[str, tuple[Onward, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonContent:
    """Two editions compared; `downloads` are names of files beside the page."""

    old: Edition
    new: Edition
    view: View
    downloads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A numbered mark over a page picture, its place in percent of the page."""

    number: int
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """A picture of one page: its file on the site, its size, the page it shows, and the marks over it."""

    path: str
    width: int
    height: int
    page: int
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The papers of the invented sample cell: pictures of their pages, and their files to download."""

    rules: tuple[PagePicture, ...] = ()
    table: tuple[PagePicture, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A guide as its Markdown: where its page stands and the file it is written in."""

    path: str
    file: str
    text: str


@dataclass(frozen=True, kw_only=True)
class SiteContent:
    """The whole site; `as_of` is the day its statements of force are made for."""

    as_of: date
    works: tuple[Work, ...]
    editions: tuple[EditionContent, ...]
    comparisons: tuple[ComparisonContent, ...] = ()
    templates: tuple[Template, ...] = ()
    sample: Sample = Sample()
    guides: tuple[Guide, ...] = ()

    def edition(self, edition_id: str) -> EditionContent | None:
        """Return what is known of an edition, None if it is not on the site."""
        return next((one for one in self.editions if one.edition.id == edition_id), None)

    def title_of(self, slug: str) -> str:
        """Return the title of a work, its slug where no register has it."""
        return next((work.title for work in self.works if work.slug == slug), slug)
