"""Is a text in force, how sure is that, and what a reader must know before relying on the page."""

from __future__ import annotations

from docgen.draft.dates import numeric_day
from docgen.messages import Message, say
from docgen.publish.site import places
from docgen.publish.site.content import EditionContent, SiteContent
from docgen.publish.site.markup import Markup, tag, together
from docgen.publish.status_words import STATUS_IN_FULL
from docgen.publish.word_changes import capital
from docgen.versions.legal_date import LegalDate
from docgen.versions.register import Certainty, Replacement, Status

_CERTAINTY: dict[Certainty, Message] = {
    "A": say("A: official text"),
    "A-": say("A-: a copy not yet compared with the official text"),
    "B": say("B: news agency or press"),
    "C": say("C: third party or memory"),
}


def status_words(status: Status) -> str:
    """Return a status in words, as they begin a line."""
    return capital(str(STATUS_IN_FULL[status]))


def certainty_words(certainty: Certainty | None) -> str:
    """Return how sure a statement is, in words; nothing where nobody said it."""
    return str(_CERTAINTY[certainty]) if certainty else ""


def day_words(day: LegalDate) -> str:
    """Return a date as offices write it; a year alone says so."""
    if not day.is_day:
        return str(say("{year} (day not known)", year=day.year))
    return numeric_day(day.earliest)


def standing_banner(site: SiteContent, content: EditionContent, here: str, *, alone: bool = False) -> Markup:
    """Return the box on top of an edition: status on the day of the site, replacements, what is held, the warning."""
    standing, edition = content.standing, content.edition
    day = day_words(LegalDate(site.as_of.isoformat()))
    first = tag("p", tag("strong", status_words(standing.status)),
                " ", str(say("(as of {day})", day=day)),
                f" · {certainty_words(standing.certainty)}" if standing.certainty else None, _class="status")
    lines = [_replacement(site, one, here, later=True, alone=alone) for one in edition.replaced_by]
    lines += [_replacement(site, one, here, later=False, alone=alone) for one in edition.replaces]
    held = {
        "none": say("No text of this document is held here; only what the register knows of it is shown."),
        "partial": say("Only a part of the text is held here; each place that is missing is marked […]."),
    }.get(edition.completeness)
    return tag("div", first, lines, tag("p", str(held), _class="held") if held else None,
               tag("p", str(say("This page is for reference; the issued paper prevails.")), _class="prevails"),
               _class=f"banner s-{standing.status.replace('_', '-')}", role="note")


def _replacement(site: SiteContent, one: Replacement, here: str, *, later: bool, alone: bool) -> Markup:
    known = site.edition(one.edition) if one.edition else None
    name: Markup | str = one.number or one.edition
    if known is not None and not alone:
        name = tag("a", known.edition.name, href=places.way(here, places.edition(known.edition.id)))
    words = say("Replaced by") if later else say("Replaces")
    when = f" {say('on')} {day_words(one.date)}" if one.date else ""
    return tag("p", together(f"{words} ", name, when, f" · {certainty_words(one.certainty)}"))
