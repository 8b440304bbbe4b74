"""Texts for the laws of the merge: what docgen writes, as a tree that is numbered; what people make of it, as lines."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from docgen.model.numbering import roman
from docgen.renew.merge import Para

HAND, LAW = "hand", "law"
_FIRST = ("b", "ch", "đ", "g", "h", "kh", "l", "m", "ng", "ph", "qu", "t", "th", "tr", "v")
_SYLLABLES = [first + rest for first in _FIRST
              for rest in ("an", "iên", "ươi", "ông", "ệ", "ạt", "ôm", "uy", "ỳ", "ao", "ân", "inh")]


def words(chance: random.Random, least: int = 8, most: int = 16, mark: str = "") -> str:
    """Return a sentence of invented words; a `mark` ("hand", "law") makes one word of it tell who wrote it."""
    made = [chance.choice(_SYLLABLES) for _ in range(chance.randint(least, most))]
    if mark:
        made[0] = f"{mark}{chance.randrange(10**9)}"
    return " ".join(made)


@dataclass
class Clause:
    """A khoản of docgen's: its id, its words, the article it refers to."""

    id: str
    words: str
    refers: str = ""


@dataclass
class Article:
    """A Điều of docgen's."""

    id: str
    words: str
    clauses: list[Clause] = field(default_factory=list)


Text = list[Article]


def text(chance: random.Random, articles: int = 5) -> Text:
    """Return a text of some articles; some clauses refer to other articles."""
    made = [Article(f"a{number}", words(chance, 3, 6), [
        Clause(f"a{number}.{clause}", words(chance)) for clause in range(chance.randint(1, 4))])
        for number in range(articles)]
    for article in made:
        for clause in article.clauses:
            if chance.random() < 0.3:
                clause.refers = chance.choice(made).id
    return made


def printed(articles: Text) -> tuple[Para, ...]:
    """Print a text as docgen does: numbers counted through, a clause alone without one."""
    numbers = {article.id: number for number, article in enumerate(articles, 1)}
    lines = [Para("QUY CHẾ"), Para("Chương I", "c1", "chapter"), Para("QUY ĐỊNH CHUNG", "c1#", "chapter_name")]
    for number, article in enumerate(articles, 1):
        if number == 3:
            lines += [Para(f"Chương {roman(2)}", "c2", "chapter"), Para("THI HÀNH", "c2#", "chapter_name")]
        lines.append(Para(f"Điều {number}. {article.words}", article.id, "article"))
        for place, clause in enumerate(article.clauses, 1):
            refers = f" theo Điều {numbers[clause.refers]} Quy chế này" if clause.refers in numbers else ""
            label = f"{place}. " if len(article.clauses) > 1 else ""
            lines.append(Para(f"{label}{clause.words}{refers}.", clause.id, "clause" if label else "paragraph"))
    return tuple(lines)


def renewed(before: Text, chance: random.Random, changes: int) -> Text:
    """Return what docgen would write now: clauses and articles reworded, added, dropped."""
    after = [Article(one.id, one.words, [Clause(c.id, c.words, c.refers) for c in one.clauses]) for one in before]
    for turn in range(changes):
        article = chance.choice(after)
        what = chance.random()
        if what < 0.4:
            clause = chance.choice(article.clauses)
            parts = clause.words.split()
            parts[chance.randrange(len(parts))] = words(chance, 1, 3, LAW)
            clause.words = " ".join(parts)
        elif what < 0.6:
            place = chance.randint(0, len(article.clauses))
            article.clauses.insert(place, Clause(f"new{turn}", words(chance, mark=LAW)))
        elif what < 0.75 and len(article.clauses) > 1:
            article.clauses.remove(chance.choice(article.clauses))
        elif what < 0.9:
            after.insert(chance.randint(0, len(after)), Article(f"new{turn}", words(chance, 3, 6, LAW), [
                Clause(f"new{turn}.1", words(chance, mark=LAW))]))
        elif len(after) > 3:
            after.remove(article)
    return after


def edited(before: tuple[Para, ...], chance: random.Random, changes: int) -> tuple[Para, ...]:
    """Return what people made of a printed text in Word: words, paragraphs, places, sometimes all bookmarks gone."""
    lines = list(before)
    for _ in range(changes):
        at = chance.randrange(3, len(lines))
        line, what = lines[at], chance.random()
        if what < 0.35:
            parts = line.text.split(" ")
            parts.insert(chance.randint(min(2, len(parts)), len(parts)), words(chance, 1, 3, HAND))
            lines[at] = Para(" ".join(parts), line.clause, line.rank)
        elif what < 0.5:
            lines[at] = Para(line.text.rsplit(" ", 1)[0], line.clause, line.rank)
        elif what < 0.65 and len(lines) > 8:
            lines.pop(at)
        elif what < 0.8:
            lines.insert(at, Para(words(chance, mark=HAND)))
        elif what < 0.9:
            number = sum(one.text.startswith("Điều") for one in lines[:at]) + 1
            lines[at:at] = [Para(f"Điều {number}. {words(chance, 3, 5, HAND)}"), Para(f"1. {words(chance, mark=HAND)}"),
                            Para(f"2. {words(chance, mark=HAND)}")]
        else:
            lines.insert(chance.randrange(3, len(lines)), lines.pop(at))
    if chance.random() < 0.2:
        lines = [Para(line.text) for line in lines]
    return tuple(lines)
