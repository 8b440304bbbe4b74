"""What the site says beside a provision: where it went in later editions, and which template clauses rest on it."""

from __future__ import annotations

from docgen.messages import say
from docgen.model.citation import cite
from docgen.publish.change_words import KIND_WORDS
from docgen.publish.site import places
from docgen.publish.site.content import EditionContent, Onward
from docgen.publish.site.markup import NONE, Markup, tag, together


def notes(content: EditionContent, address: str, here: str) -> Markup:
    """Return the notes of one provision, nothing if there are none."""
    onward = [_onward(one, content, address, here) for one in content.onward.get(address, ())]
    resting = content.resting.get(address, ())
    used = tag("details", tag("summary", str(say("Template clauses resting on this ({count})", count=len(resting)))),
               tag("ul", [tag("li", tag("a", one.words, href=places.way(here, one.path, one.clause)),
                              " (", one.template, ")") for one in resting])) if resting else NONE
    if not onward and not used:
        return NONE
    return tag("aside", onward, used, _class="ui notes")


def _onward(one: Onward, content: EditionContent, address: str, here: str) -> Markup:
    later = places.edition(one.edition.id)
    words = ", ".join(str(KIND_WORDS[kind]) for kind in one.kinds)
    targets = together([
        together(", " if place else "", tag("a", cite(target), href=places.way(here, later, target)))
        for place, target in enumerate(one.addresses)])
    sure = "" if one.confirmed else " " + str(say("(paired by the program, confirmed by nobody)"))
    if not one.kinds:  # nothing to say of the head itself: its words stayed, what is under it speaks for itself
        return tag("p", f"{one.edition.name}: ", targets, sure)
    compared = tag("a", words, href=places.way(here, places.comparison(content.edition.id, one.edition.id),
                                               f"cu.{address}")) if one.compared else words
    if not one.addresses:
        return tag("p", f"{one.edition.name}: ", compared, sure)
    return tag("p", f"{one.edition.name}: ", targets, " · ", compared, sure)
