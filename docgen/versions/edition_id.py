"""Edition ids such as 162-qd-tw-2024, and the abbreviations people type for them (contract §2)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.errors import NotPossible, WrongUsage
from docgen.messages import say
from docgen.vietnamese.letters import without_marks

EDITION_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slug(text: str) -> str:
    """Write a number or a name in lower-case ASCII with hyphens: 162-QĐ/TW becomes 162-qd-tw."""
    return re.sub(r"[^a-z0-9]+", "-", without_marks(text).lower()).strip("-")


def edition_id(number: str, year: int | None, kind: str = "") -> str:
    """Return the id of a document: number and year, or kind and year where it has no number."""
    return "-".join(part for part in (slug(number or kind), str(year) if year else "") if part)


def is_number(printed: str, number: str) -> bool:
    """Tell whether a printed name is the number of a document, whole ("162-QĐ/TW") or its figure alone ("162")."""
    printed, whole = slug(printed), slug(number)
    return bool(whole) and printed in (whole, whole.partition("-")[0])


def matches(abbreviation: str, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the ids that an abbreviation can mean: a run of whole hyphen parts from the start; a full id wins."""
    wanted = slug(abbreviation)
    known = sorted(ids)
    if not wanted:
        return ()
    if wanted in known:
        return (wanted,)
    return tuple(known_id for known_id in known if known_id.startswith(f"{wanted}-"))


def abbreviation(full: str, ids: Iterable[str]) -> str:
    """Return the shortest run of whole parts that names this edition and no other."""
    known = tuple(ids)
    parts = full.split("-")
    for length in range(1, len(parts)):
        short = "-".join(parts[:length])
        if matches(short, known) == (full,):
            return short
    return full


def resolve(typed: str, ids: Iterable[str]) -> str:
    """Return the one edition id that was meant; unknown or ambiguous is a sentence with the candidates."""
    known = sorted(ids)
    found = matches(typed, known)
    if len(found) == 1:
        return found[0]
    if found:
        raise WrongUsage(
            say("'{typed}' can mean several editions: {candidates}.", typed=typed, candidates=", ".join(found)),
            say("Type more of the name, for example {example}.", example=found[0]),
        )
    near = _nearest(slug(typed), known)
    if near:
        raise NotPossible(
            say("No edition is called '{typed}'; the nearest are: {candidates}.", typed=typed,
                candidates=", ".join(near)),
            say("The command docgen list shows every edition."),
        )
    raise NotPossible(
        say("No edition is called '{typed}'; known are: {candidates}.", typed=typed,
            candidates=", ".join(known) or "-"),
        say("The command docgen list shows every edition."),
    )


def _nearest(wanted: str, known: list[str]) -> list[str]:
    from difflib import get_close_matches

    head = wanted.partition("-")[0]
    same_start = [known_id for known_id in known if head and known_id.startswith(head)]
    return same_start or get_close_matches(wanted, known, n=3, cutoff=0.6)
