"""The comments of an updated file: what both changed, in the words of an office, both texts in full."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.messages import say
from docgen.renew.merge import Conflict


def comment_on(conflict: Conflict) -> str:
    """Return the words of the comment that holds a conflict."""
    then, now, theirs = _quoted(conflict.then), _quoted(conflict.now), _quoted(conflict.theirs)
    if conflict.kind == "words":
        made = say("You and docgen both changed this place. Your words stand. docgen wrote then: {then}. docgen would "
                   "write now: {now}. Compare them and settle the words by hand.", then=then, now=now)
    elif conflict.kind == "dropped":
        made = say("docgen no longer writes this: {then}. It stands, for something in it is yours. Leave it or take it "
                   "out by hand.", then=then or theirs)
    elif conflict.kind == "deleted":
        made = say("After this place docgen wrote {then}, which you have taken out. docgen would write now: {now}. "
                   "Nothing was put back.", then=then, now=now)
    elif conflict.kind == "homeless":
        made = say("docgen would write in addition: {now}. What it belongs to is no longer there or has another form, "
                   "so it was not put in.", now=now)
    elif conflict.kind == "unmoved":
        made = say("docgen would now print this after {now}. It stands where it is.", now=now or "-")
    elif conflict.kind == "reference":
        made = say("Numbers have shifted. Here stands {theirs}, as docgen wrote it then; what it meant then is now "
                   "{now}. Check which one is right.", theirs=theirs, now=now)
    elif conflict.kind == "lost":
        made = say("What {theirs} points to is no longer in the document. Check it.", theirs=theirs)
    elif conflict.kind == "differs":
        made = say("docgen would write here: {now}.", now=now)
    else:
        made = say("After this place docgen would write in addition: {now}.", now=now)
    return str(made)


def _quoted(texts: Sequence[str]) -> str:
    return "; ".join(f"“{text}”" for text in texts if text.strip())
