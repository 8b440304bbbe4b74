"""What a person named: an edition, at which commit, at which address; typed short or as a citation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.errors import WrongUsage
from docgen.messages import say
from docgen.model.address import ADDRESS, find
from docgen.model.citation import parse_citation
from docgen.model.tree import Regulation
from docgen.versions.library import Library
from docgen.versions.register import Edition

_REF = r"(?:[^\s:{}]|\{[^{}]*\})+"  # what stands in braces may hold spaces: HEAD@{2 days ago}
_ARGUMENT = re.compile(rf"(?P<edition>[^\s:@]+)(?:@(?P<ref>{_REF}))?(?::(?P<address>\S+))?")
_CITED_AT = re.compile(rf"(?P<citation>.*\S)\s*@(?P<ref>{_REF})")
_SHORT = re.compile(r"\d+[a-z]?(\.(\d+|[a-z]{1,2}))*")


@dataclass(frozen=True, slots=True)
class Named:
    """An edition and a place in it, empty for the whole text; `library` is that of the commit named with it."""

    library: Library
    edition: Edition
    address: str = ""

    @property
    def name(self) -> str:
        """Return the edition as it is asked for again: with the commit it was taken from."""
        return f"{self.edition.id}@{self.library.ref}" if self.library.ref else self.edition.id

    def address_in(self, regulation: Regulation) -> str:
        """Return the address in the text itself: 162:9.2 is short for khoản 2 Điều 9."""
        if _SHORT.fullmatch(self.address) and find(regulation, self.address) is None:
            cited = parse_citation(f"{self.edition.id}: {self.address}")
            return cited.address if cited else self.address
        return self.address


def named(library: Library, what: str) -> Named:
    """Return what was meant by EDITION[@REF][:ADDRESS] or a citation, which may have an @REF behind it."""
    direct = _ARGUMENT.fullmatch(what.strip())
    if direct and ADDRESS.fullmatch(direct["address"] or "dieu-1"):
        then = library.at(direct["ref"] or "")
        return Named(then, then.find(direct["edition"]), direct["address"] or "")
    behind = _CITED_AT.fullmatch(what.strip())
    cited = parse_citation(behind["citation"] if behind else what)
    if cited is None:
        raise WrongUsage(
            say("'{what}' is neither a file nor an edition nor a citation.", what=what),
            say('Examples: {examples}.', examples='162:dieu-9.khoan-2, "khoản 2 Điều 9 Quy định 162-QĐ/TW"'))
    if not cited.document:
        raise WrongUsage(say("'{what}' does not say of which document.", what=what),
                         say("Add it, for example: {example}.", example=f'"{what} Quy định 162-QĐ/TW"'))
    then = library.at(behind["ref"] if behind else "")
    return Named(then, _cited(then, cited.document), cited.address)


def _cited(library: Library, document: str) -> Edition:
    found = library.registers.numbered(document)
    if len(found) == 1:
        return found[0]
    if found:
        raise WrongUsage(
            say("'{typed}' can mean several editions: {candidates}.", typed=document,
                candidates=", ".join(edition.id for edition in found)),
            say("Type the edition with its year, for example {example}.", example=found[0].id))
    return library.find(document)
