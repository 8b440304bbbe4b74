"""Damaged places of the held texts, decided by a person one after the other; each decision is on record at once.

Text and register change together or not at all (versions/recording.py), so a review may be stopped at any place: what
was decided stands, the rest is found again the next time.
"""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from docgen.api.as_printed import as_printed
from docgen.api.repair_rows import with_row
from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.model.citation import cite
from docgen.model.places import Place
from docgen.publish.markdown import write
from docgen.reader.damage import Damage, damage_among, with_repairs
from docgen.reader.damage.kept import not_kept, repaired_places
from docgen.reader.damage.places import passages
from docgen.reader.read import read
from docgen.versions.legal_date import LegalDate
from docgen.versions.library import HeldText, Library, open_library, sha256
from docgen.versions.recording import Step, planned, record, recording
from docgen.versions.register import Correction, Edition
from docgen.versions.register_writer import with_edition
from docgen.versions.repository.committing import committer
from docgen.versions.repository.opening import available
from docgen.versions.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Doubt:
    """One damaged place to decide about: the edition, where it stands in words, and the words round it."""

    edition: str
    place: str
    damage: Damage
    before: str
    after: str


def doubts(workspace: Workspace, wanted: Sequence[str] = ()) -> tuple[Doubt, ...]:
    """Return every damaged place nobody has decided about, in the order of editions and of print.

    `wanted`: editions, files or folders; none means all.
    """
    if workspace.shipped:
        raise NotPossible(say("The data shipped with docgen is read-only; nothing can be repaired in it."),
                          say("Make a workspace of your own first: docgen init DIR"))
    library = open_library(workspace)
    names = {workspace.relative(Path(one)) if Path(one).exists() else library.registers.find(one).id
             for one in wanted}
    texts = [(edition, library.text(edition)) for edition in library.registers.editions
             if edition.completeness != "none"]
    regulations = [held.regulation for _, held in texts]
    found: list[Doubt] = []
    for edition, held in texts:
        if not names or names & {edition.file, edition.id, *_folders(edition.file)}:
            damage = damage_among(held.regulation, regulations, repaired_places(edition.corrections))
            words = dict(passages(held.regulation))
            found += [_doubt(one, edition, held, words) for one in not_kept(damage, words, edition.corrections)]
    return tuple(found)


def decide(workspace: Workspace, doubt: Doubt, reading: str) -> int:
    """Put a reading in the place of a damaged word, or keep the word if it is the same; write text and register.

    Returns by how many letters the words behind the place have moved.
    """
    with recording(workspace) as (folder, _):
        library = open_library(workspace)
        edition = library.registers.find(doubt.edition)
        held = library.text(edition)
        if edition.sha256 and held.sha256 != edition.sha256:
            raise _changed(edition)
        damage = doubt.damage
        words = dict(passages(held.regulation)).get(Place(damage.address, damage.zone, damage.part), "")
        standing = words[damage.start:damage.end]
        if standing.strip() != damage.word:
            raise _changed(edition)
        why, evidence = _grounds(damage, reading)
        space = standing[:len(standing) - len(standing.lstrip())]  # a speck is found with the space before it
        reading = space + reading if reading else ""
        made, rows = with_repairs(held.regulation, [replace(damage, repair=reading)])
        if not rows:
            raise NotPossible(
                say("'{word}' cannot be repaired here: its words stand in this provision more than once.",
                    word=damage.word),
                say("Correct the file by hand and put a row into the register (docs/so-dang-ky.md)."))
        row = Correction(
            address=rows[0].address, zone=rows[0].zone, was=rows[0].was, now=rows[0].now, why=str(why),
            evidence=str(evidence), by=_person(workspace), made_on=LegalDate(date.today().isoformat()))
        corrections = with_row(edition.corrections, row, held.regulation, made)
        if as_printed(made, corrections) != as_printed(held.regulation, edition.corrections):
            raise NotPossible(say("This repair could not be undone again; nothing was written."),
                              say("Correct the file by hand and put a row into the register (docs/so-dang-ky.md)."))
        text = write(made)
        if write(read(text).regulation) != text:
            raise NotPossible(say("With '{word}' the text would be read in another way; nothing was written.",
                                  word=reading), say("Correct the file by hand."))
        _write(workspace, folder, library, replace(edition, corrections=corrections, sha256=sha256(text.encode())),
               text)
    return len(reading) - len(standing)


def _grounds(damage: Damage, reading: str) -> tuple[Message, Message]:
    """Return why a place is decided so, and what proves it."""
    decided = say("Decided by a person in docgen check --review.")
    if reading == damage.word:
        return say("Looked at: kept as the source prints it."), decided
    if damage.candidates and reading == damage.candidates[0].text:
        return damage.why, damage.evidence if str(damage.evidence) else decided
    return say("'{word}' was misread; '{now}' is meant.", word=damage.word, now=reading), decided


def moved(pending: Sequence[Doubt], after: Doubt, by: int) -> tuple[Doubt, ...]:
    """Return doubts with their places moved, where they stand behind one that was decided."""
    place = (after.edition, after.damage.address, after.damage.zone, after.damage.part)
    return tuple(
        replace(one, damage=replace(one.damage, start=one.damage.start + by, end=one.damage.end + by))
        if (one.edition, one.damage.address, one.damage.zone, one.damage.part) == place
        and one.damage.start >= after.damage.end else one for one in pending)


def _write(workspace: Workspace, folder: Path, library: Library, entry: Edition, text: str) -> None:
    slug = entry.work
    files = (
        planned(workspace, library.path(entry), lambda _: text, committing=False),
        planned(workspace, workspace.versions / f"{slug}.yaml",
                lambda register: with_edition(register or "", slug, entry), committing=False),
    )
    record(workspace, folder, Step(files=files, message=str(say("Repairs in {edition}", edition=entry.id)),
                                   when=date.today().isoformat(), committing=False))


def _doubt(one: Damage, edition: Edition, held: HeldText, words: dict[Place, str]) -> Doubt:
    text = words[Place(one.address, one.zone, one.part)]
    place = cite(one.address) if one.address else one.zone
    return Doubt(edition.id, place or one.address, one, text[:one.start], text[one.end:])


def _folders(file: str) -> set[str]:
    return {str(parent) for parent in Path(file).parents}


def _person(workspace: Workspace) -> str:
    try:
        return committer(workspace.root) if available() else getpass.getuser()
    except (NotPossible, OSError, KeyError):  # no repository here, or nobody's name in it
        return str(say("a person"))


def _changed(edition: Edition) -> NotPossible:
    return NotPossible(say("The text of {edition} has changed since the review began.", edition=edition.id),
                       say("Begin the review again; what was decided stands."))
