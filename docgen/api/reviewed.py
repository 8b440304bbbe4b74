"""The correspondences a person has confirmed, found for two texts that are editions of one work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.api.whole_texts import WholeText
from docgen.messages import Message, say
from docgen.model.address import find
from docgen.versions.correspondences import Correspondences, correspondences_path, load_correspondences
from docgen.versions.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedPairs:
    """Pairs of addresses somebody confirmed, with the reasons noted beside them."""

    pairs: tuple[tuple[str, str], ...] = ()
    reasons: Mapping[tuple[str, str], str] = field(default_factory=dict)
    remarks: tuple[Message, ...] = ()


def reviewed(workspace: Workspace, old: WholeText, new: WholeText) -> Correspondences | None:
    """Return the reviewed file of two texts, None where there can be none: other works, files, the same edition."""
    if old.edition is None or new.edition is None or old.edition.work != new.edition.work or (
            old.edition.id == new.edition.id):
        return None
    path = correspondences_path(workspace, old.edition, new.edition)
    return load_correspondences(path, old.edition.id, new.edition.id)


def reviewed_pairs(workspace: Workspace, old: WholeText, new: WholeText) -> ReviewedPairs:
    """Return what was confirmed about two texts, and by whom."""
    held = reviewed(workspace, old, new)
    if held is None or not held.pairs:
        return ReviewedPairs()
    pairs = [pair for pair in held.pairs if _stands(pair.old, old) and _stands(pair.new, new)]
    people = Counter(pair.confirmed_by or "-" for pair in pairs)
    remarks = [say("{count} correspondence(s) were confirmed by {people}.", count=count, people=person)
               for person, count in people.items()]
    if len(pairs) < len(held.pairs):
        remarks.append(say("{count} confirmed correspondence(s) speak of provisions that the text of that commit does "
                           "not have; they are left aside.", count=len(held.pairs) - len(pairs)))
    return ReviewedPairs(pairs=tuple((pair.old, pair.new) for pair in pairs),
                         reasons={(pair.old, pair.new): pair.reason for pair in pairs if pair.reason},
                         remarks=tuple(remarks))


def _stands(address: str, text: WholeText) -> bool:
    """Tell whether a pair can be used: what was confirmed speaks of today's text, not of every commit of it."""
    return not address or "@" not in text.edition_name or find(text.regulation, address) is not None
