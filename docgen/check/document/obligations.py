"""What a framework asks of the documents written under it, and the signs by which a document shows it meets it.

A file beside the framework's templates lists it:

    edition: 162-qd-tw-2024
    obligations:
      - address: dieu-7.khoan-3            the provision that asks for it
        edition: 294-qd-tw-2025            where it is another text than the one named above
        documents: [working-rules]         in which documents it is settled
        says: ...                          what is asked, in one line
        signs: ["6 tháng|sáu tháng", ...]  what must all stand in one khoản, each with its variants
        needed: yes                        the provision itself says that the rules must hold it
        unless: organisations              left out where this question of the cell is answered with nothing
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.check.document.plain import plain
from docgen.messages import Message, say
from docgen.model.finding import FaultsFound, Finding
from docgen.reader.yaml_tree import Branch, Mapping, Scalar, Sequence, parse

FILE = "obligations.yaml"
_KNOWN = ("address", "edition", "documents", "says", "signs", "needed", "unless")


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """One thing a provision asks for; `signs` are patterns over plain words."""

    edition: str
    address: str
    documents: tuple[str, ...]
    says: str
    signs: tuple[re.Pattern[str], ...]
    needed: bool = False
    unless: str = ""

    def is_met(self, words: str) -> bool:
        """Tell whether plain words of one place show that it is met."""
        return all(sign.search(words) for sign in self.signs)


def read_obligations(text: str, file: str) -> tuple[Obligation, ...]:
    """Read the list of a framework; faults in it are raised, all at once."""
    yaml = parse(text)
    faults = list(yaml.findings)
    found: list[Obligation] = []
    if isinstance(yaml.root, Mapping):
        edition, listed = yaml.root.text("edition"), yaml.root.get("obligations")
        for branch in listed.items if isinstance(listed, Sequence) else ():
            found += _obligation(edition, branch, faults)
    elif not faults:
        faults.append(_fault(1, 1, say("a list of obligations is expected here")))
    if faults:
        raise FaultsFound(tuple(fault.at(file) for fault in faults))
    return tuple(found)


def _obligation(edition: str, branch: Branch, faults: list[Finding]) -> Iterator[Obligation]:
    if not isinstance(branch, Mapping):
        faults.append(_fault(branch.line, branch.column, say("{line} is expected", line="address: …")))
        return
    for key, _ in branch.entries:
        if key.text not in _KNOWN:
            faults.append(_fault(key.line, key.column, say("{name} is not known here", name=key.text)))
    signs: list[re.Pattern[str]] = []
    for sign in _texts(branch.get("signs")):
        try:
            signs.append(re.compile(plain(sign)))
        except re.error:
            faults.append(_fault(branch.line, branch.column, say("{name} is not known here", name=sign)))
    if not (signs and branch.text("address") and branch.text("says") and _texts(branch.get("documents"))):
        faults.append(_fault(branch.line, branch.column,
                             say("{line} is expected", line="address, documents, says, signs")))
        return
    yield Obligation(edition=branch.text("edition") or edition, address=branch.text("address"),
                     documents=_texts(branch.get("documents")), says=branch.text("says"), signs=tuple(signs),
                     needed=branch.text("needed") == "yes", unless=branch.text("unless"))


def _texts(branch: Branch | None) -> tuple[str, ...]:
    return tuple(one.text for one in branch.items if isinstance(one, Scalar)) if isinstance(branch, Sequence) else ()


def _fault(line: int, column: int, what: Message) -> Finding:
    return Finding(code="review-obligations", severity="error", line=line, column=column,
                   message=say("This list of obligations cannot be used: {what}.", what=what),
                   remedy=say("docs/ra-soat.md shows how it is written."))
