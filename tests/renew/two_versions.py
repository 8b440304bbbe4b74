"""A document as docgen wrote it then and as it would write it now, between them a change of the template, of the facts,
or of both; every change carries words of its own, so that it can be looked for afterwards."""

from __future__ import annotations

import random
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from docx import Document

from docgen.check.document.made_from import read_made_from
from docgen.draft.cells import read_cell
from docgen.draft.kinds import kind_of
from docgen.draft.parties import parts
from docgen.draft.render import draft_document
from docgen.draft.template import Template, load_template
from docgen.word.reading import provenance
from tests.renew.edit_scripts import paragraph_texts
from tests.renew.office import ROOT

FRAMEWORK = "hoi-quan-chung"
DOCUMENTS = (("chi-bo-co-chi-uy", "working-rules"), ("chi-bo-ghep", "working-rules"),
             ("chi-bo-khong-chi-uy", "working-rules"), ("dang-bo-co-so", "working-rules"),
             ("chi-bo-co-chi-uy", "coordination-agreement"))
_TOKEN = re.compile(r"điểm (?:mới|cũ) k\d+k")
_KHOAN = re.compile(r"\{id: ([a-z0-9.-]+)([^\n]*)\}\n\d+\. [^\n]*[.;:]")


@dataclass(frozen=True, slots=True)
class TwoVersions:
    """What docgen wrote then, what it writes now, the words only the later has and those only the earlier has."""

    then: bytes
    now: bytes
    came: tuple[str, ...]
    went: tuple[str, ...]
    changes: tuple[str, ...]


@lru_cache(maxsize=256)
def two_versions(number: int) -> TwoVersions:
    """Return two versions of a document by their number; the first one has no difference at all."""
    chance = random.Random(number)
    cell, kind = DOCUMENTS[number % len(DOCUMENTS)]
    changes = () if number == 0 else tuple(chance.choices(list(_CHANGED), k=chance.choice((1, 2, 3, 5, 8))))
    text = (ROOT / "cells" / f"{cell}.yaml").read_text(encoding="utf-8")
    later = text
    if number % 3 == 2:
        later = re.sub(r"(?m)^(full_members: )(\d+)", lambda found: f"{found[1]}{int(found[2]) + 1}", later)
    printed = _printed(text, kind)
    with tempfile.TemporaryDirectory() as home:
        pair = tuple(Wordings(Path(home, name), kind, printed) for name in ("then", "now"))
        for at, change in enumerate(changes, 1):
            _CHANGED[change](chance, pair[0], pair[1], at)
        made = tuple(_drafted(one.template(), words) for one, words in zip(pair, (text, later), strict=True))
    words = tuple("\n".join(paragraph_texts(Document(BytesIO(one)))) for one in made)
    tokens = tuple(dict.fromkeys(_TOKEN.findall("\n".join(words))))
    return TwoVersions(made[0], made[1], tuple(one for one in tokens if one not in words[0]),
                       tuple(one for one in tokens if one not in words[1]),
                       changes + (("facts",) if later != text else ()))


def _drafted(template: Template, text: str) -> bytes:
    facts = read_cell(text, template.fields, kinds=(template.kind,)).facts
    assert facts is not None
    part = parts(facts, kind_of(template.kind))[0]
    return draft_document(template, facts, part=part).content


@lru_cache
def _printed(text: str, kind: str) -> frozenset[str]:
    """Return the ids of the clauses a cell's document has."""
    hidden = provenance(_drafted(load_template(ROOT / "templates" / FRAMEWORK / kind), text))
    assert hidden is not None
    return frozenset(clause.id for clause in read_made_from(hidden).clauses)


class Wordings:
    """A copy of the templates whose clauses can be changed."""

    def __init__(self, home: Path, kind: str, printed: frozenset[str]) -> None:
        self.home, self.kind, self.printed = home, kind, printed
        for name in ("shared", FRAMEWORK):
            shutil.copytree(ROOT / "templates" / name, home / name)

    def template(self) -> Template:
        """Return the template compiled."""
        return load_template(self.home / FRAMEWORK / self.kind)

    @property
    def own(self) -> Path:
        """Return the file of the template's own clauses, which also tells in which order shared ones stand."""
        return self.home / FRAMEWORK / self.kind / "clauses.md"

    def worded(self) -> list[tuple[Path, str]]:
        """Return the khoản that are printed, each with its file."""
        files = (self.own, *sorted((self.home / "shared" / "clauses").rglob("*.md")))
        return [(path.relative_to(self.home), block) for path in files for block in blocks(path)
                if (found := _KHOAN.fullmatch(block)) and found[1] in self.printed and "verbatim" not in found[2]]

    def places(self, articles: bool) -> list[str]:
        """Return the blocks that bring a printed khoản into the document, or those that open an article."""
        found = []
        for block in blocks(self.own):
            names = re.findall(r"[a-z][a-z0-9.-]+", block.split("basis:")[0].split("kind:")[0].split("if:")[0])[1:]
            if block.startswith(("{id:", "{shared:")) and names and all(one in self.printed for one in names) and (
                    ("." not in names[0]) if articles else all("." in one for one in names)) and (
                    names[0].split(".")[0] not in ("trich-yeu", "can-cu", "mo-dau", "noi-nhan")):
                found.append(block)
        return found

    def change(self, path: Path, old: str, new: str) -> None:
        """Put one block in place of another."""
        held = blocks(self.home / path)
        held[held.index(old)] = new
        (self.home / path).write_text("\n\n".join(held), encoding="utf-8")


def blocks(path: Path) -> list[str]:
    """Return the blocks of a file of clauses."""
    return path.read_text(encoding="utf-8").split("\n\n")


Changed = Callable[[random.Random, Wordings, Wordings, int], None]


def _words(then: str, now: str) -> Changed:
    def change(chance: random.Random, earlier: Wordings, later: Wordings, at: int) -> None:
        path, block = chance.choice([one for one in earlier.worded() if one in later.worded()])
        middle = chance.random() < 0.5
        for wordings, words in ((earlier, then), (later, now)):
            if words:
                wordings.change(path, block, _with_words(block, words.format(at=at), middle))
    return change


def _with_words(block: str, words: str, middle: bool) -> str:
    head, _, text = block.partition("\n")
    gap = text.find(" ", 30)
    if middle and gap > 0 and "{" not in text:
        return f"{head}\n{text[:gap]} ({words}){text[gap:]}"
    return f"{head}\n{text[:-1]}, {words}{text[-1]}"


def _clause(then: bool, now: bool, *, article: bool = False) -> Changed:
    def change(chance: random.Random, earlier: Wordings, later: Wordings, at: int) -> None:
        anchor = chance.choice([one for one in earlier.places(article) if one in later.places(article)])
        said = f"điểm {'mới' if now else 'cũ'} k{at}k"
        made = f"{{id: them.k{at}, kind: local}}\n1. Chi bộ làm đúng {said}, báo cáo kết quả tại kỳ họp gần nhất."
        if article:
            made = f"{{id: them-{at}}}\n### Việc theo {said}\n\n{made}"
        for wordings, wanted in ((earlier, then), (later, now)):
            if wanted:
                wordings.change(wordings.own.relative_to(wordings.home), anchor,
                                f"{made}\n\n{anchor}" if article else f"{anchor}\n\n{made}")
    return change


def _moved(chance: random.Random, earlier: Wordings, later: Wordings, at: int) -> None:
    found = later.places(articles=False)
    block, anchor = chance.choice(found), chance.choice(found)
    if block != anchor:
        path = later.own.relative_to(later.home)
        later.change(path, block, f"<!-- {at} -->")
        later.change(path, anchor, f"{anchor}\n\n{block}")


_CHANGED: dict[str, Changed] = {
    "reworded": _words("điểm cũ k{at}k", "điểm mới k{at}k"),
    "longer": _words("", "điểm mới k{at}k"),
    "shorter": _words("điểm cũ k{at}k", ""),
    "clause more": _clause(False, True), "clause less": _clause(True, False),
    "article more": _clause(False, True, article=True), "article less": _clause(True, False, article=True),
    "moved": _moved,
}
