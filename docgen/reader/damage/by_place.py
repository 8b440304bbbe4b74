"""What the order of provisions tells about damage, where single words cannot: a label misread, a lost capital."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.messages import say
from docgen.model.address import walk
from docgen.model.level import Level
from docgen.model.tree import Provision, Regulation
from docgen.reader.damage.damage import Candidate, Damage
from docgen.vietnamese.letters import without_marks

_ALIKE = frozenset("ckopsuvwxz")
"""Letters whose capital differs from the small one by size alone."""

_USUAL = 0.8
"""From this share on, beginning with a capital is the habit of the text."""

_ENOUGH = 5
_ITEMS = (Level.CLAUSE, Level.POINT)


def damage_by_place(regulation: Regulation) -> Iterator[Damage]:
    """Yield labels and first letters that the provisions around them show to be misread."""
    begins = Counter((node.level, _first(node)[:1].isupper()) for _, node in walk(regulation) if node.level in _ITEMS)
    before: Provision | None = None
    for address, node in walk(regulation):
        if node.level is Level.POINT:
            yield from _label(address, node, before)
            before = node
        if node.level in _ITEMS and node.label:
            capitals = begins[node.level, True]
            if capitals >= _ENOUGH and capitals >= _USUAL * (capitals + begins[node.level, False]):
                yield from _capital(address, node)


def _label(address: str, node: Provision, before: Provision | None) -> Iterator[Damage]:
    """A điểm labelled 1 is điểm l, if the one before it is k."""
    if node.label[:1] in ("1", "I", "|") and node.label[1:] in (")", ".", "/"):
        follows = before is not None and before.label[:1].lower() == "k"
        yield Damage(
            address=address, part="label", start=0, end=len(node.label), word=node.label, sort="real_word",
            candidates=(Candidate(f"l{node.label[1:]}", 1.0 if follows else 0.5),),
            repair=f"l{node.label[1:]}" if follows else None,
            why=say("'{word}' stands where a điểm is labelled with a letter.", word=node.label),
            evidence=say("It follows điểm k.") if follows else say("No điểm is numbered."))


def _capital(address: str, node: Provision) -> Iterator[Damage]:
    """A first letter that is small only by its size, in a text where the others are capitals."""
    words = _first(node)
    if not words[:1].islower() or without_marks(words[0]) not in _ALIKE:
        return
    word = words.split()[0].rstrip(",;:.")
    right = word[:1].upper() + word[1:]
    yield Damage(
        address=address, part="heading" if node.heading else "text", start=0, end=len(word), word=word,
        sort="real_word", candidates=(Candidate(right, 1.0),), repair=right,
        why=say("'{word}' begins with a small letter that differs from the capital by its size alone.", word=word),
        evidence=say("The other provisions of this rank begin with a capital."))


def _first(node: Provision) -> str:
    return node.heading or node.text
