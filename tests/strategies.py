"""Regulations that could exist, for the laws: trees in normal form, and texts of every kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from random import Random

from hypothesis import strategies as st

from docgen.model.level import Level
from docgen.model.numbering import POINT_LETTERS, roman
from docgen.model.tree import Gap, Node, Provision, Regulation
from docgen.vietnamese.folding import restyle
from tests.conftest import FULL

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
AWKWARD = r"""*_`[]()#+-.!~|<>&;:"'\/0123456789ĐÐ{}%^=$@…–“”"""
WORDS = ("Điều", "khoản", "điểm", "Chương", "cấp uỷ", "chi bộ", "1.", "a)", "-", "II-", "Điều 5 và Điều 6", "www.x.vn",
         "https://x.vn", "**", "<b>", "&amp;", "1.000 đồng", "Nơi nhận:", "#", "![x](y)", "H'Nghĩa Niê", "Phường 7")

_LETTERS = VIETNAMESE + VIETNAMESE.upper() + AWKWARD
_word = st.one_of(st.sampled_from(WORDS), st.text(_LETTERS, min_size=1, max_size=8))


def _line(words: list[str]) -> str:
    return unicodedata.normalize("NFC", " ".join(words)).strip()


def _line_of(seed: int) -> str:
    """Return a line of the same kind, drawn all at once: a hundred times cheaper than letter by letter."""
    dice = Random(seed)
    return _line([dice.choice(WORDS) if dice.random() < 0.5 else "".join(dice.choices(_LETTERS, k=dice.randint(1, 8)))
                  for _ in range(dice.randint(1, 7))])


texts = (st.lists(_word, min_size=1, max_size=7).map(_line) if FULL else st.integers(0, 2**40).map(_line_of)).filter(
    bool)
"""One line of wording: NFC, no control characters, no white space at its ends.

In the fast suite a failing tree is made smaller, its words are not; the full suite finds the shortest words too.
"""

headings = texts.filter(lambda text: text[0].isalnum())
"""A title beside a label; one that began with a point or a dash would belong to the label."""

gaps = texts.map(lambda text: Gap(text=text))

# Strategies are made once, here: made anew for each node they cost more than the drawing itself.
_or_nothing = st.one_of(st.just(""), texts)
_heading_or_none = st.one_of(st.just(""), headings)
_yes = st.booleans()
_UP_TO = [st.integers(0, most) for most in range(7)]
_AT_LEAST_ONE = [st.integers(1, max(most, 1)) for most in range(5)]
_marks = st.sampled_from(("…", "-", "+"))
_marks_or_none = st.sampled_from(("…", "-", "+", ""))
_closes = st.sampled_from((")", ".", "/"))
_clause_closes = st.sampled_from((".", "-", ")", "/"))
_article_closes = st.sampled_from((".", ":"))
_head_closes = st.sampled_from(("-", "."))
_kinds = st.sampled_from(("chapters", "heads", "articles", "own", "plain"))


@st.composite
def _paragraphs(draw: st.DrawFn, first_may_be_plain: bool) -> tuple[Node, ...]:
    nodes: list[Node] = []
    for _ in range(draw(_UP_TO[3])):
        mark = draw(_marks_or_none if nodes or first_may_be_plain else _marks)
        text = draw(texts)
        nodes.append(Gap(text=text) if mark == "…" else Provision(level=Level.PARAGRAPH, label=mark, text=text))
    return tuple(nodes)


_PARAGRAPHS = {may_be: _paragraphs(may_be) for may_be in (False, True)}


def paragraphs(*, first_may_be_plain: bool) -> st.SearchStrategy[tuple[Node, ...]]:
    """Dash items, plain paragraphs and gaps below one provision."""
    return _PARAGRAPHS[first_may_be_plain]


@st.composite
def _points(draw: st.DrawFn) -> tuple[Node, ...]:
    close = draw(_closes)
    return tuple(
        Provision(level=Level.POINT, label=letter + close, text=draw(texts), children=draw(_PARAGRAPHS[True]))
        for letter in POINT_LETTERS[:draw(_UP_TO[6])])


points = _points()
"""A list of điểm, lettered without a jump."""


@st.composite
def _clauses(draw: st.DrawFn, stem: str, depth: int) -> tuple[Node, ...]:
    close = "." if stem else draw(_clause_closes)
    nodes = []
    for number in range(1, draw(_UP_TO[3 if depth else 4]) + 1):
        text = draw(_or_nothing)
        below: tuple[Node, ...] = draw(_PARAGRAPHS[bool(text)])
        if depth < 2 and close == "." and draw(_yes):
            below += draw(clauses(f"{stem}{number}.", depth + 1))
        else:
            below += draw(points)
        nodes.append(Provision(level=Level.CLAUSE, label=f"{stem}{number}{close}", text=text, children=below))
    return tuple(nodes)


@cache
def clauses(stem: str = "", depth: int = 0) -> st.SearchStrategy[tuple[Node, ...]]:
    """A list of khoản, with dotted ones below where the depth allows."""
    return _clauses(stem, depth)


_below_articles = st.one_of(clauses(), points)


@st.composite
def _articles(draw: st.DrawFn, start: int) -> tuple[Provision, ...]:
    nodes = []
    for number in range(start, start + draw(_AT_LEAST_ONE[3])):
        heading = draw(_heading_or_none)
        text = draw(_or_nothing)
        below = draw(_PARAGRAPHS[bool(text)]) + draw(_below_articles)
        nodes.append(Provision(
            level=Level.ARTICLE, label=f"Điều {number}{draw(_article_closes)}", heading=heading,
            heading_on_own_line=bool(heading) and draw(_yes), text=text, children=below))
    return tuple(nodes)


@cache
def articles(start: int) -> st.SearchStrategy[tuple[Provision, ...]]:
    """A run of Điều from `start` on, with and without headings, on the label's line or under it."""
    return _articles(start)


@st.composite
def _bodies(draw: st.DrawFn) -> tuple[Node, ...]:
    kind = draw(_kinds)
    if kind == "articles":
        return draw(articles(1))
    if kind == "own":
        return draw(clauses())
    if kind == "plain":
        return draw(_PARAGRAPHS[True])
    nodes: list[Node] = []
    article = 1
    for number in range(1, draw(_AT_LEAST_ONE[4]) + 1):
        inner: tuple[Node, ...]
        if draw(_yes):
            inner = draw(articles(article))
            article += len(inner)
        else:
            inner = draw(clauses())
        heading = draw(headings)
        label = f"Chương {roman(number)}" if kind == "chapters" else f"{roman(number)}{draw(_head_closes)}"
        nodes.append(Provision(
            level=Level.CHAPTER if kind == "chapters" else Level.HEADING, label=label, heading=heading,
            heading_on_own_line=kind == "chapters" and draw(_yes),
            children=draw(_PARAGRAPHS[True]) + inner))
    return tuple(nodes)


bodies = _bodies()
"""The body of a regulation: chapters, heads without a rank word, articles, or clauses alone."""

_lines = st.lists(st.one_of(texts, gaps), max_size=3).map(tuple)
_titles = st.lists(texts, max_size=2).map(tuple)
_at_most_one_gap = st.lists(gaps, max_size=1).map(tuple)
_opening = st.lists(texts.map(lambda text: Provision(level=Level.OPENING, label="", text=f"Ban {text}")),
                    max_size=1).map(tuple)
_annex_titles = st.lists(_heading_or_none, max_size=2)
_metadata = st.sampled_from(((), (("edition", "1-qd-tw-2000"), ("work", "thu"))))


def _items(level: Level) -> st.SearchStrategy[tuple[Provision, ...]]:
    return st.lists(texts.map(lambda text: Provision(level=level, label="-", text=text)), max_size=3).map(tuple)


_bases, _closing = _items(Level.LEGAL_BASIS), _items(Level.CLOSING)


@st.composite
def _regulations(draw: st.DrawFn) -> Regulation:
    recipients = tuple(replace(node, children=draw(_at_most_one_gap)) for node in draw(_closing))
    return Regulation(
        metadata=draw(_metadata), letterhead=draw(_lines), stamps=draw(_lines), title=draw(_titles),
        preamble=draw(_bases) + draw(_opening), provisions=draw(bodies), closing=draw(_closing),
        recipients_heading="Nơi nhận:" if recipients else "", recipients=recipients, signature=draw(_lines),
        annexes=tuple(
            Provision(level=Level.ANNEX, label=f"Phụ lục {roman(number)}", heading=title,
                      heading_on_own_line=bool(title), children=draw(bodies))
            for number, title in enumerate(draw(_annex_titles), 1)),
        copy_note=draw(_lines))


_REGULATIONS = _regulations()


def regulations() -> st.SearchStrategy[Regulation]:
    """A whole regulation in normal form."""
    return _REGULATIONS


# --- a regulation and what became of it ------------------------------------------------------------------------


def with_wording(regulation: Regulation, change: Callable[[str], str]) -> Regulation:
    """Return the regulation with the wording of every provision that is compared rewritten by `change`."""
    def one(node: Node) -> Node:
        if isinstance(node, Gap):
            return node
        return replace(node, heading=change(node.heading), text=change(node.text),
                       children=tuple(one(child) for child in node.children))

    def all_of(nodes: tuple[Provision, ...]) -> tuple[Provision, ...]:
        return tuple(node for node in map(one, nodes) if isinstance(node, Provision))

    return replace(regulation, preamble=all_of(regulation.preamble), closing=all_of(regulation.closing),
                   provisions=tuple(one(node) for node in regulation.provisions), annexes=all_of(regulation.annexes))


_I_AND_Y = str.maketrans("yỳỷỹýỵ", "iìỉĩíị")


def respelled(text: str) -> str:
    """Return a text with everything spelled otherwise that means no change: tones, i for y, glyphs, final marks."""
    text = restyle(text, "old") if restyle(text, "old") != text else restyle(text, "new")
    text = re.sub(r"(?<!\w)([hklmstv])([yỳỷỹýỵ])(?!\w)", lambda match: match[1] + match[2].translate(_I_AND_Y), text)
    text = text.replace("-", "–").replace('"', "“").replace("'", "’").replace("Đ", "Ð")
    return re.sub(r"[;.]$", lambda match: "." if match[0] == ";" else ";", text)


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """A text in which some words were put in, taken out, replaced or moved."""
    words = text.split(" ")
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(words)))
        upto = min(len(words), at + draw(st.integers(0, 2)))
        taken = words[at:upto]
        words[at:upto] = draw(st.lists(_word, max_size=2))
        moved: bool = draw(st.booleans())
        if taken and moved:
            to = draw(st.integers(0, len(words)))
            words[to:to] = taken
    return _line(words)


def _again(node: Node) -> Node:
    """Return a copy that shares nothing with its model: a tree has every node once."""
    return replace(node) if isinstance(node, Gap) else replace(node, children=tuple(map(_again, node.children)))


@st.composite
def revisions(draw: st.DrawFn, regulation: Regulation) -> Regulation:
    """What may become of a regulation: provisions taken out, doubled, moved, drawn together, reworded, not held."""
    def nodes(given: tuple[Node, ...], *, gaps_too: bool) -> tuple[Node, ...]:
        out: list[Node] = []
        for node in given:
            fate = draw(st.sampled_from(("keep", "keep", "keep", "reword", "out", "twice", "first", "gap", "join")))
            if fate == "out":
                continue
            one: Node = Gap(text="thiếu") if fate == "gap" and gaps_too else node
            if isinstance(one, Provision):
                one = replace(one, children=nodes(one.children, gaps_too=gaps_too))
                if fate == "reword":
                    one = replace(one, text=draw(edited(one.text)), heading=draw(edited(one.heading)))
                if fate == "join" and out and isinstance(out[-1], Provision) and out[-1].text and one.text:
                    out[-1] = replace(out[-1], text=f"{out[-1].text} {one.text}")
                    continue
            out.insert(0 if fate == "first" else len(out), one)
            if fate == "twice":
                out.append(_again(one))
        return tuple(out)

    return replace(
        regulation, provisions=nodes(regulation.provisions, gaps_too=True),
        preamble=tuple(node for node in nodes(regulation.preamble, gaps_too=False) if isinstance(node, Provision)),
        closing=tuple(node for node in nodes(regulation.closing, gaps_too=False) if isinstance(node, Provision)),
        annexes=tuple(node for node in nodes(regulation.annexes, gaps_too=False) if isinstance(node, Provision)))


@st.composite
def pairs_of_texts(draw: st.DrawFn) -> tuple[Regulation, Regulation]:
    """An old and a new text: a revision, or two that have nothing to do with each other."""
    old = draw(regulations())
    return old, draw(st.one_of(revisions(old), regulations()))


any_text = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(texts, st.sampled_from(
        ("", "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "Điều 2", "1. Một", "2- Hai", "a) A", "đ) Đ", "- gạch",
         "I- MỘT", "II. HAI", "1.1. Một", "QUY ĐỊNH", "Nơi nhận:", "- Lưu VP.", "T/M CHI BỘ", "PHỤ LỤC I",
         "**Điều 3.** chữ", "### x", "<!-- zone: body -->", "---", "> **[…]** thiếu",
         "Căn cứ Điều lệ Đảng;"))), max_size=30).map("\n".join))
"""Anything at all, and soups of the words a reader looks for."""
