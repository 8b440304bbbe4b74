"""Small regulations and small counts for the tests of damage."""

from __future__ import annotations

from docgen.model.level import Level
from docgen.model.tree import Provision, Regulation
from docgen.reader.damage.counts import Counts, stretches, table


def regulation(*texts: str, labels: tuple[str, ...] = (), headings: tuple[str, ...] = ()) -> Regulation:
    """Return a regulation of articles with these texts."""
    return Regulation(provisions=tuple(
        Provision(level=Level.ARTICLE, label=labels[at] if labels else f"Điều {at + 1}.", text=text,
                  heading=headings[at] if headings else "")
        for at, text in enumerate(texts)))


def counts(*texts: str) -> Counts:
    """Return counts of texts, each said three times over, so that no pair is too rare."""
    return table([stretches(regulation(text, text, text)) for text in texts])
