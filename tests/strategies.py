"""Regulations that could exist, for the laws: trees in normal form, and texts of every kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st

from docgen.model.level import Level
from docgen.model.numbering import POINT_LETTERS, roman
from docgen.model.tree import Gap, Node, Provision, Regulation
from docgen.vietnamese.folding import restyle

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
AWKWARD = r"""*_`[]()#+-.!~|<>&;:"'\/0123456789ĐÐ{}%^=$@…–“”"""
WORDS = ("Điều", "khoản", "điểm", "Chương", "cấp uỷ", "chi bộ", "1.", "a)", "-", "II-", "Điều 5 và Điều 6", "www.x.vn",
         "https://x.vn", "**", "<b>", "&amp;", "1.000 đồng", "Nơi nhận:", "#", "![x](y)", "H'Nghĩa Niê", "Phường 7")

_word = st.one_of(st.sampled_from(WORDS), st.text(VIETNAMESE + VIETNAMESE.upper() + AWKWARD, min_size=1, max_size=8))


def _line(words: list[str]) -> str:
    return unicodedata.normalize("NFC", " ".join(words)).strip()


texts = st.lists(_word, min_size=1, max_size=7).map(_line).filter(bool)
"""One line of wording: NFC, no control characters, no white space at its ends."""

headings = texts.filter(lambda text: text[0].isalnum())
"""A title beside a label; one that began with a point or a dash would belong to the label."""

gaps = st.builds(Gap, text=texts)


@st.composite
def paragraphs(draw: st.DrawFn, *, first_may_be_plain: bool) -> tuple[Node, ...]:
    """Dash items, plain paragraphs and gaps below one provision."""
    nodes: list[Node] = []
    for _ in range(draw(st.integers(0, 3))):
        labels = st.sampled_from(("-", "+", "") if nodes or first_may_be_plain else ("-", "+"))
        nodes.append(draw(st.one_of(gaps, st.builds(
            Provision, level=st.just(Level.PARAGRAPH), label=labels, text=texts))))
    return tuple(nodes)


@st.composite
def points(draw: st.DrawFn) -> tuple[Node, ...]:
    """A list of điểm, lettered without a jump."""
    close = draw(st.sampled_from((")", ".", "/")))
    return tuple(
        Provision(level=Level.POINT, label=letter + close, text=draw(texts),
                  children=draw(paragraphs(first_may_be_plain=True)))
        for letter in POINT_LETTERS[:draw(st.integers(0, 6))])


@st.composite
def clauses(draw: st.DrawFn, *, stem: str = "", depth: int = 0) -> tuple[Node, ...]:
    """A list of khoản, with dotted ones below where the depth allows."""
    close = "." if stem else draw(st.sampled_from((".", "-", ")", "/")))
    nodes = []
    for number in range(1, draw(st.integers(0, 3 if depth else 4)) + 1):
        text = draw(st.one_of(texts, st.just("")))
        below: tuple[Node, ...] = draw(paragraphs(first_may_be_plain=bool(text)))
        if depth < 2 and close == "." and draw(st.booleans()):
            below += draw(clauses(stem=f"{stem}{number}.", depth=depth + 1))
        else:
            below += draw(points())
        nodes.append(Provision(level=Level.CLAUSE, label=f"{stem}{number}{close}", text=text, children=below))
    return tuple(nodes)


@st.composite
def articles(draw: st.DrawFn, start: int) -> tuple[Provision, ...]:
    """A run of Điều from `start` on, with and without headings, on the label's line or under it."""
    nodes = []
    for number in range(start, start + draw(st.integers(1, 3))):
        heading = draw(st.one_of(st.just(""), headings))
        text = draw(st.one_of(st.just(""), texts))
        below = draw(paragraphs(first_may_be_plain=bool(text))) + draw(st.one_of(clauses(), points()))
        nodes.append(Provision(
            level=Level.ARTICLE, label=f"Điều {number}{draw(st.sampled_from(('.', ':')))}", heading=heading,
            heading_on_own_line=bool(heading) and draw(st.booleans()), text=text, children=below))
    return tuple(nodes)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Node, ...]:
    """The body of a regulation: chapters, heads without a rank word, articles, or clauses alone."""
    kind = draw(st.sampled_from(("chapters", "heads", "articles", "own", "plain")))
    if kind == "articles":
        return draw(articles(1))
    if kind == "own":
        return draw(clauses())
    if kind == "plain":
        return draw(paragraphs(first_may_be_plain=True))
    nodes: list[Node] = []
    article = 1
    for number in range(1, draw(st.integers(1, 4)) + 1):
        inner: tuple[Node, ...]
        if draw(st.booleans()):
            inner = draw(articles(article))
            article += len(inner)
        else:
            inner = draw(clauses())
        heading = draw(headings)
        label = f"Chương {roman(number)}" if kind == "chapters" else f"{roman(number)}{draw(st.sampled_from('-.'))}"
        nodes.append(Provision(
            level=Level.CHAPTER if kind == "chapters" else Level.HEADING, label=label, heading=heading,
            heading_on_own_line=kind == "chapters" and draw(st.booleans()),
            children=draw(paragraphs(first_may_be_plain=True)) + inner))
    return tuple(nodes)


_lines = st.lists(st.one_of(texts, gaps), max_size=3).map(tuple)


def _items(level: Level) -> st.SearchStrategy[tuple[Provision, ...]]:
    return st.lists(st.builds(Provision, level=st.just(level), label=st.just("-"), text=texts), max_size=3).map(tuple)


@st.composite
def regulations(draw: st.DrawFn) -> Regulation:
    """A whole regulation in normal form."""
    recipients = tuple(replace(node, children=tuple(draw(st.lists(gaps, max_size=1))))
                       for node in draw(_items(Level.CLOSING)))
    plain = st.builds(Provision, level=st.just(Level.OPENING), label=st.just(""),
                      text=texts.map("Ban {}".format))
    return Regulation(
        metadata=draw(st.sampled_from(((), (("edition", "1-qd-tw-2000"), ("work", "thu"))))),
        letterhead=draw(_lines), stamps=draw(_lines),
        title=tuple(draw(st.lists(texts, max_size=2))),
        preamble=draw(_items(Level.LEGAL_BASIS)) + tuple(draw(st.lists(plain, max_size=1))),
        provisions=draw(bodies()),
        closing=draw(_items(Level.CLOSING)),
        recipients_heading="Nơi nhận:" if recipients else "", recipients=recipients,
        signature=draw(_lines),
        annexes=tuple(
            Provision(level=Level.ANNEX, label=f"Phụ lục {roman(number)}", heading=title,
                      heading_on_own_line=bool(title), children=draw(bodies()))
            for number, title in enumerate(draw(st.lists(st.one_of(st.just(""), headings), max_size=2)), 1)),
        copy_note=draw(_lines))


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
