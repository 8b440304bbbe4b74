"""Pairs of texts whose correspondences are known, and the Comparison of them made without the engine.

`compared` takes the pairs as given and only finds the words between them; `generated` makes an old and a new text that
were reworded, renumbered, moved, split, merged, thinned out and filled up, with the pairs beside them.
"""

from __future__ import annotations

import difflib
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.compare.comparison import Comparison, Pair, Row, Side, Span, Words
from docgen.model.address import walk
from docgen.model.level import Level
from docgen.model.numbering import POINT_LETTERS
from docgen.model.tree import Gap, Node, Provision, Regulation
from docgen.publish.comparison_view import View, name_of
from docgen.reader.read import read

ROOT = Path(__file__).resolve().parents[2]
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def held(edition: str) -> Regulation:
    return read((ROOT / "regulations" / "hoi-quan-chung" / f"{edition}.md").read_text(encoding="utf-8")).regulation


def words_between(old: str, new: str) -> Words:
    one, other = _TOKEN.findall(old), _TOKEN.findall(new)
    spans: list[Span] = []
    for what, a, b, c, d in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if what == "equal":
            spans.append(Span("=", "".join(one[a:b])))
            continue
        if a < b:
            spans.append(Span("-", "".join(one[a:b])))
        if c < d:
            spans.append(Span("+", "".join(other[c:d])))
    return tuple(spans)


def compared(
    old: Regulation, new: Regulation, pairs: Sequence[tuple[str, str]], unknown: Sequence[str] = (),
    moved: Sequence[str] = (),
) -> Comparison:
    """Return the Comparison that these pairs of addresses make; what is in none of them is added, removed, unknown."""
    of_old, of_new = dict(walk(old)), dict(walk(new))
    known = [(one, other) for one, other in pairs if one in of_old and other in of_new]
    rows: list[Row] = []
    done: set[str] = set()
    for address, node in of_old.items():
        if address.startswith("noi-nhan") or address in done:
            continue
        group_old, group_new = _group(address, known)
        done |= set(group_old)
        if not group_new:
            kind = "unknown" if address in unknown else "removed"
            rows.append(Row(level=node.level, kinds=(kind,), old=(address,)))
            continue
        made = tuple(_pair(of_old[one], of_new[other], one, other) for one, other in known
                     if one in group_old and other in group_new)
        kinds = []
        changed = any(span.mark != "=" for pair in made for span in (*pair.heading, *pair.words))
        if changed and len(made) == 1:
            kinds.append("reworded")
        if len(made) == 1 and made[0].old != made[0].new:
            kinds.append("renumbered")
        if address in moved:
            kinds.append("moved")
        if len(group_new) > 1:
            kinds.append("split")
        if len(group_old) > 1:
            kinds.append("merged")
        rows.append(Row(level=node.level, kinds=tuple(kinds) or ("unchanged",), old=group_old, new=group_new,
                        pairs=made, similarity=90 if changed else 100))
    matched = {address for row in rows for address in row.new}
    for address, node in of_new.items():
        if not address.startswith("noi-nhan") and address not in matched:
            kind = "unknown" if address in unknown else "added"
            rows.append(Row(level=node.level, kinds=(kind,), new=(address,)))
    gaps = [any(isinstance(node, Gap) for node in regulation.walk()) for regulation in (old, new)]
    return Comparison(rows=tuple(rows), old=_side(old, gaps[0]), new=_side(new, gaps[1]))


def _side(regulation: Regulation, partial: bool) -> Side:
    return Side(edition=regulation.meta("edition"), completeness="partial" if partial else "full")


def _group(address: str, known: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    old: set[str] = {address}
    new: set[str] = set()
    while True:
        grown_new = {other for one, other in known if one in old}
        grown_old = old | {one for one, other in known if other in grown_new}
        if (grown_old, grown_new) == (old, new):
            break
        old, new = grown_old, grown_new
    return (tuple(dict.fromkeys(one for one, _ in known if one in old)) or (address,),
            tuple(dict.fromkeys(other for _, other in known if other in new)))


def _pair(one: Provision, other: Provision, old: str, new: str) -> Pair:
    return Pair(old=old, new=new, heading=words_between(one.heading, other.heading),
                words=words_between(one.text, other.text))


def view(
    old: Regulation, new: Regulation, comparison: Comparison, names: tuple[str, str] = ("cu", "moi"),
    documents: tuple[str, str] = ("", ""),
) -> View:
    return View(comparison=comparison, old=old, new=new, old_name=name_of(old, names[0], documents[0]),
                new_name=name_of(new, names[1], documents[1]))


WORDS = ("cấp uỷ", "chi bộ", "đảng viên", "lãnh đạo", "thực hiện", "nhiệm vụ", "chính trị", "hội viên", "cơ quan",
         "xây dựng", "kiểm tra", "giám sát", "báo cáo", "định kỳ", "sáu tháng", "quy chế", "phối hợp", "công tác",
         "người lao động", "cấp trên", "trực tiếp", "đề xuất", "tham gia", "ý kiến", "A & B", "<b>", "“trích”")


@dataclass
class _Unit:
    """One clause on its way from the old text to the new one; `sources` are the old clauses its words come from."""

    text: str
    sources: list[str]


@dataclass(frozen=True)
class Generated:
    old: Regulation
    new: Regulation
    comparison: Comparison


def generated(seed: int) -> Generated:
    """Return a pair of texts and their comparison; the same for the same seed."""
    chance = random.Random(seed)
    old_articles = [[_sentence(chance) for _ in range(chance.randint(0, 4))] for _ in range(chance.randint(1, 6))]
    headings = [_sentence(chance, 4) if chance.random() < 0.8 else "" for _ in old_articles]
    old = _regulation(old_articles, headings, chance.randint(0, 3))
    articles = [(f"dieu-{number}", headings[number - 1],
                 [_Unit(text, [f"dieu-{number}.khoan-{place}"]) for place, text in enumerate(texts, 1)])
                for number, texts in enumerate(old_articles, 1)]
    _mutate(articles, chance)
    new = _regulation([[unit.text for unit in units] for _, _, units in articles],
                      [heading for _, heading, _ in articles], chance.randint(0, 3))
    pairs: list[tuple[str, str]] = [("can-cu-1", "can-cu-1"), ("mo-dau-1", "mo-dau-1")]
    moved: list[str] = []
    highest = 0
    for number, (source, _, units) in enumerate(articles, 1):
        if source:
            pairs.append((source, f"dieu-{number}"))
            if int(source.removeprefix("dieu-")) < highest:
                moved.append(source)
            highest = max(highest, int(source.removeprefix("dieu-")))
        for place, unit in enumerate(units, 1):
            pairs += [(one, f"dieu-{number}.khoan-{place}") for one in unit.sources]
    return Generated(old, new, compared(old, new, pairs, moved=moved))


def _mutate(articles: list[tuple[str, str, list[_Unit]]], chance: random.Random) -> None:
    for _ in range(chance.randint(0, 8)):
        if not articles:
            break
        at = chance.randrange(len(articles))
        source, _, units = articles[at]
        match chance.randrange(10):
            case 0:
                articles.pop(at)
            case 1:
                articles.insert(chance.randint(0, len(articles)), articles.pop(at))
            case 2:
                articles.insert(at, ("", _sentence(chance, 3), [_Unit(_sentence(chance), [])]))
            case 3 if units:
                units.pop(chance.randrange(len(units)))
            case 4:
                units.insert(chance.randint(0, len(units)), _Unit(_sentence(chance), []))
            case 5 if units:
                units.insert(chance.randint(0, len(units) - 1), units.pop(chance.randrange(len(units))))
            case 6 if units:
                unit = units[chance.randrange(len(units))]
                words = unit.text.split()
                cut = chance.randint(1, max(1, len(words) - 1))
                place = units.index(unit)
                if len(words) > 1:
                    units[place:place + 1] = [_Unit(" ".join(words[:cut]) + ".", list(unit.sources)),
                                              _Unit(" ".join(words[cut:]), list(unit.sources))]
            case 7 if len(units) > 1:
                place = chance.randrange(len(units) - 1)
                one, other = units[place:place + 2]
                units[place:place + 2] = [_Unit(f"{one.text} {other.text}",
                                                list(dict.fromkeys([*one.sources, *other.sources])))]
            case 8:
                articles[at] = (source, _sentence(chance, 3), units)
            case _ if units:
                unit = units[chance.randrange(len(units))]
                words = unit.text.split()
                for _ in range(chance.randint(1, 3)):
                    words[chance.randrange(len(words))] = chance.choice(WORDS)
                unit.text = " ".join(words)


def _sentence(chance: random.Random, length: int = 0) -> str:
    words = " ".join(chance.choice(WORDS) for _ in range(length or chance.randint(2, 14)))
    return words[0].upper() + words[1:]


def _regulation(articles: Sequence[Sequence[str]], headings: Sequence[str], extra: int) -> Regulation:
    nodes: list[Node] = []
    for number, (texts, heading) in enumerate(zip(articles, headings, strict=True), 1):
        clauses = tuple(Provision(level=Level.CLAUSE, label=f"{place}.", text=text, children=_points(extra, place))
                        for place, text in enumerate(texts, 1))
        nodes.append(Provision(level=Level.ARTICLE, label=f"Điều {number}.", heading=heading,
                               text="" if heading or clauses else "Một đoạn.", children=clauses))
    return Regulation(
        letterhead=("BAN BÍ THƯ", f"Số {extra + 1}-QĐ/TW", "ĐẢNG CỘNG SẢN VIỆT NAM",
                    f"Hà Nội, ngày 0{extra + 1} tháng 5 năm 2024"),
        title=("QUY ĐỊNH", "về việc thử"),
        preamble=(Provision(level=Level.LEGAL_BASIS, label="-", text="Căn cứ Điều lệ Đảng;"),
                  Provision(level=Level.OPENING, text="Ban Bí thư quy định như sau:")),
        provisions=tuple(nodes), signature=("T/M BAN BÍ THƯ",) if extra else (),
        recipients_heading="Nơi nhận:" if extra else "",
        recipients=(Provision(level=Level.CLOSING, label="-", text="Lưu."),) if extra else ())


def _points(extra: int, place: int) -> tuple[Provision, ...]:
    if place != 1:
        return ()
    return tuple(Provision(level=Level.POINT, label=f"{letter})", text=f"Điểm số {letter}, việc {extra};")
                 for letter in POINT_LETTERS[:extra])


PAIRS_171_162 = (
    ("can-cu-1", "can-cu-1"), ("mo-dau-1", "can-cu-4"), ("can-cu-3", "can-cu-4"), ("i", "i"), ("dieu-1", "dieu-1"),
    ("ii", "ii"), ("dieu-2", "dieu-2"), ("dieu-2.khoan-1", "dieu-2.khoan-1"), ("dieu-2.khoan-2", "dieu-2.khoan-2"))


def compared_171_162() -> tuple[Regulation, Regulation, Comparison]:
    old, new = held("171-qd-tw-2008"), held("162-qd-tw-2024")
    unheld = [address for address, _ in walk(new) if address not in {other for _, other in PAIRS_171_162}
              and not address.startswith("can-cu")]
    return old, new, compared(old, new, PAIRS_171_162, unheld)
