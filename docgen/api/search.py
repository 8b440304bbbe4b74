"""Search: the index of a workspace brought up to date, the question asked of it, and what is to be said about both."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from docgen.api.search_cache import folder_of, keep, load
from docgen.errors import DocgenError, WrongUsage
from docgen.messages import Message, say
from docgen.model.citation import cite
from docgen.model.tree import Regulation
from docgen.publish.lines import Screen
from docgen.publish.search_results import Result, Results, search_results
from docgen.search.entry import SearchText
from docgen.search.index import Index
from docgen.search.query import MOST_UNITS
from docgen.search.search import Answer, find
from docgen.search.snippet import snippet
from docgen.versions.as_of import standing
from docgen.versions.edition_id import abbreviation
from docgen.versions.library import Library, held_text, open_library, sha256
from docgen.versions.register import Edition, Status
from docgen.versions.workspace import Workspace

MOST = 1000
"""Results at most."""


@dataclass(frozen=True, slots=True)
class Searched:
    """The results, and remarks on how they were come by, which belong beside them."""

    found: Results
    remarks: tuple[Message, ...] = ()


def search(workspace: Workspace, typed: str, *, work: str = "", edition: str = "", day: date,
           in_force: bool = False, limit: int = 10) -> Searched:
    """Search the provisions of a workspace; `in_force`: only editions in force on `day`."""
    if not typed.strip():
        raise WrongUsage(say("There is nothing to search for."), say("Type words or a citation: {example}",
                                                                      example='docgen search "quy che lam viec"'))
    if not 1 <= limit <= MOST:
        raise WrongUsage(say("{value} is no number of results.", value=limit),
                         say("Use a number from 1 to {most}.", most=MOST))
    library = open_library(workspace)
    name, _, ref = edition.partition("@")
    library = library.at(ref)
    remarks: list[Message] = []
    known = library.registers.editions
    if edition:
        known = (library.find(name),)
    if work:
        slug = library.registers.work(work).slug
        known = tuple(one for one in known if one.work == slug)
    status = {one.id: standing(one, day).status for one in known}
    if in_force:
        remarks += _left_out(known, status)
        known = tuple(one for one in known if status[one.id] == "in_force")
    index, said = _index(library)
    answer = find(index, typed, limit=limit, among={one.id for one in known},
                  late={one for one, of_it in status.items() if of_it in ("replaced", "not_yet")})
    remarks = [*said, *remarks, *_absent(answer)]
    if answer.query.is_cut:
        remarks.append(say("Only the first {count} words were looked for.", count=MOST_UNITS))
    ids = [one.id for one in library.registers.editions]
    by_id = {one.id: one for one in known}
    results = tuple(
        Result(edition=hit.edition.id, address=hit.address, citation=hit.citation, score=hit.score,
               snippet=snippet(hit, answer.query), ask=_ask(_short(hit.edition.id, ids), ref, hit.address),
               status=status[hit.edition.id], held=by_id[hit.edition.id].completeness != "none",
               missing=hit.missing, alike=hit.alike)
        for hit in answer.hits)
    return Searched(Results(typed=typed, results=results, more=answer.more, nearest=answer.nearest), tuple(remarks))


def _short(edition: str, ids: list[str]) -> str:
    """Return what people call an edition: its number where that is enough, else the whole id."""
    return abbreviation(edition, ids) if edition[0].isdigit() else edition


def _ask(edition: str, ref: str, address: str) -> str:
    return f"{edition}{f'@{ref}' if ref else ''}{f':{address}' if address else ''}"


def _index(library: Library) -> tuple[Index, list[Message]]:
    """Return the index of the texts as they are, and what must be said about it; kept only for the texts of today."""
    folder = folder_of(library.workspace)
    kept = load(None if library.ref else folder)
    remarks = list(kept.remarks)
    unread: dict[str, Message] = {}
    update = kept.index.update([_text(library, edition, unread) for edition in library.registers.editions])
    kept.index.forget(unread)  # so that the next search tries again, and says it again
    if (update.read or update.removed) and not library.ref:
        remarks += keep(folder, kept.index)
    if not kept.index.has_lookup:
        remarks.append(say("The SQLite of this Python has no FTS5: the search goes through every provision, with the "
                           "same results, only slower."))
    return kept.index, [*remarks, *(say("{edition} is searched by its title alone: {reason}", edition=edition,
                                        reason=reason) for edition, reason in unread.items())]


def _text(library: Library, edition: Edition, unread: dict[str, Message]) -> SearchText:
    """Return an edition for the index; why a text could not be read is put into `unread`."""
    content: bytes | None = None
    if edition.completeness != "none":
        try:
            content = library.content(library.path(edition))
        except DocgenError as refusal:
            unread[edition.id] = refusal.message
    issued = edition.issued_on.date.text if edition.issued_on.date else ""
    title = edition.title if edition.title != "not known" else ""

    def tree() -> Regulation | None:
        try:
            return None if content is None else held_text(edition.file, content).regulation
        except DocgenError as refusal:
            unread[edition.id] = refusal.message
            return None

    facts = [_code(), edition.id, edition.work, edition.name, title, issued,
             sha256(content) if content is not None else ""]
    digest = hashlib.sha256(json.dumps(facts).encode()).hexdigest()
    return SearchText(edition=edition.id, digest=digest, load=tree, work=edition.work, name=edition.name, title=title,
                      issued_on=issued)


def as_text(searched: Searched, screen: Screen) -> str:
    """Return what was found as it stands on a screen."""
    return search_results(searched.found, screen)


@lru_cache
def _code() -> str:
    """Return what changes with the program that reads the texts: an index of older code would show old places."""
    from docgen import __version__

    package = Path(__file__).resolve().parents[1]
    rooms = ("model", "reader", "search", "vietnamese")
    files = sorted(path for room in rooms for path in (package / room).rglob("*.py"))
    return f"{__version__} {[(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]}"


def _left_out(editions: tuple[Edition, ...], status: dict[str, Status]) -> list[Message]:
    """Say which held texts are not searched because nobody knows whether they are in force."""
    unknown = [one.id for one in editions if status[one.id] == "not_known" and one.completeness != "none"]
    return [say("Not searched, since it is not known whether they are in force: {editions}.",
                editions=", ".join(unknown))] if unknown else []


def _absent(answer: Answer) -> list[Message]:
    cited = answer.absent
    if cited is None or not cited.address:
        return []
    if not cited.document:
        return [say("No text that is searched has {place}.", place=cite(cited.address))]
    return [say("{edition} has no {place}, or it is not held; the nearest above it comes first.",
                edition=", ".join(one.id for one in cited.editions), place=cite(cited.address))]
