"""The index of the search in the pages: one plain script that sets one variable, so that a USB stick will do.

Each different word is one letter, in the order of the dictionary of the file: the words of all provisions are then one
long string in which a browser finds a word, or several side by side, without folding anything. The words are those of
`docgen search` (docgen.search.entry); giao-dien/tra-cuu.js reads them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docgen.errors import NotPossible
from docgen.messages import say
from docgen.model.citation import cite
from docgen.model.tree import Regulation
from docgen.publish.site import places
from docgen.publish.site.content import EditionContent, SiteContent
from docgen.search.abbreviations import ABBREVIATIONS
from docgen.search.entry import Entry, SearchText, entries
from docgen.versions.register import Status
from docgen.vietnamese.search_key import words

_RANGES = (range(0x4E00, 0xA000), range(0xAC00, 0xD7A4), range(0x3400, 0x4DC0))
"""Letters that stand for words: neither spaces nor marks nor written from right to left."""

_LETTERS = sorted((chr(code) for letters in _RANGES for code in letters),
                  key=lambda letter: ord(letter) % 256 <= ord(letter) >> 8)
"""Those first whose lower byte is the greater: browsers look for that byte, and it is the one that tells them apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """One edition as it is searched: its facts, its text if one is held, its status and its page."""

    text: SearchText
    regulation: Regulation | None
    status: Status
    page: str


def search_index(site: SiteContent) -> bytes:
    """Return the script with everything the site can be searched for: the editions it shows and no other."""
    return index_script([searched(one) for one in site.editions])


def searched(one: EditionContent) -> Searched:
    """Return an edition of the site as it is searched."""
    edition = one.edition
    text = SearchText(edition=edition.id, digest="", load=lambda: one.regulation, work=edition.work, name=edition.name,
                      title=edition.title if edition.title != "not known" else "",
                      issued_on=edition.issued_on.date.text if edition.issued_on.date else "")
    return Searched(text=text, regulation=one.regulation, status=one.standing.status, page=places.edition(edition.id))


def index_script(texts: Sequence[Searched]) -> bytes:
    """Return the script of these editions."""
    made = [(number, tuple(entries(one.text, one.regulation))) for number, one in enumerate(texts)]
    every = [(number, entry) for number, found in made for entry in found]
    plain_of = {word.marked: word.plain for _, entry in every
                for word in words(f"{entry.heading}\n{entry.text}")}
    plain = _Letters((*plain_of.values(), *(key for _, entry in every
                                            for key in f"{entry.place}{entry.around}".split())))
    marked = _Letters(plain_of)
    around = list(dict.fromkeys(entry.around for _, entry in every))
    numbers = {words_around: number for number, words_around in enumerate(around)}
    index = {
        "letters": "".join(_LETTERS[:max(len(plain.words), len(marked.words))]),
        "plain": " ".join(plain.words), "marked": " ".join(marked.words),
        "plainOf": "".join(plain.letters[plain_of[word]] for word in marked.words),
        "short": {"".join(word.plain for word in words(short)): [
            " ".join(word.plain for word in words(meaning)) for meaning in meanings]
            for short, meanings in ABBREVIATIONS.items()},
        "editions": [{"id": one.text.edition, "work": one.text.work, "name": one.text.name or one.text.edition,
                      "issued": one.text.issued_on, "status": one.status, "held": one.regulation is not None,
                      "page": one.page} for one in texts],
        "counts": [len(found) for _, found in made],
        "addresses": [entry.address for _, entry in every],
        "places": [cite(entry.address) if entry.address else "" for _, entry in every],
        "headings": [entry.heading for _, entry in every],
        "texts": [entry.text for _, entry in every],
        "zones": "".join(str(int(entry.zone)) for _, entry in every),
        "below": [entry.below if entry.is_whole else 0 for _, entry in every],
        "words": "".join(_own(entry, marked) for _, entry in every),
        "placed": "".join(f"{plain.encode(entry.place)}." for _, entry in every),
        "around": "".join(f"{plain.encode(one)}." for one in around),
        "inside": [numbers[entry.around] for _, entry in every],
    }
    written = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    for line_break in ("\u2028", "\u2029"):  # older browsers take them for the end of a line
        written = written.replace(line_break, f"\\u{ord(line_break):x}")
    return f"var DOCGEN_CHI_MUC={written};\n".encode()


def _own(entry: Entry, marked: _Letters) -> str:
    head, _, own = entry.exact.partition("\n")
    return f"{marked.encode(head)},{marked.encode(own)}."


class _Letters:
    """A letter for each different word."""

    def __init__(self, found: Iterable[str]) -> None:
        self.words = sorted(set(found))
        if len(self.words) > len(_LETTERS):
            raise NotPossible(say("The texts of the site have {count} different words; its search tells {most} apart.",
                                  count=len(self.words), most=len(_LETTERS)),
                              say("Build sites of fewer works."))
        self.letters = dict(zip(self.words, _LETTERS, strict=False))

    def encode(self, run: str) -> str:
        """Return the letters of words that stand one after the other."""
        return "".join(self.letters[word] for word in run.split())
