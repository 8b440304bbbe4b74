"""What is said of words that point to an old text: where the provision stands in the new one, or that nobody knows."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.messages import Message, say
from docgen.model.citation import cite
from docgen.publish.change_words import kind_words, places


def where_now(old: str, new: Sequence[str], kinds: Sequence[str], new_name: str) -> Message:
    """Say what became of a provision of the old text; without an address, of the old text as a whole."""
    if not old:
        return say("the document as a whole: now {new}", new=new_name)
    if new:
        return say("{place} is now {places} {name} ({kinds})", place=cite(old), places=places(new), name=new_name,
                   kinds=kind_words(kinds))
    if "removed" in kinds:
        return say("{place} has no counterpart in {name}", place=cite(old), name=new_name)
    if not kinds:
        return say("there is no {place} in the old text; check the citation", place=cite(old))
    return say("{place}: not known, the old text is not held there", place=cite(old))
