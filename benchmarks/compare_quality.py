"""How well provisions are paired: docgen beside its peers on mutated regulations whose true alignment is known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.align import aligners, doc, gen, labels
from docgen.compare.compare import compare
from docgen.compare.comparison import Comparison
from docgen.reader.read import read
from docgen.vietnamese.folding import spelling_key

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "tests" / "reader" / "seeds"
BASES = tuple(doc.parse((SEEDS / name).read_text(encoding="utf-8"))
              for name in ("162-qd-tw-2024.txt", "202-qd-tw-2019.txt"))
LABELS = ("match", "moved", "split", "merged", "deleted", "inserted")
_ADDRESS = re.compile(r"dieu-(?P<article>\d+)(?:\.khoan-(?P<clause>\d+))?(?:\.diem-(?P<point>[a-z]+))?")

Pair = tuple[list[Any], list[Any], dict[str, Any]]
Edges = Iterable[tuple[str, str]]
Score = dict[tuple[str, str], list[int]]


def pairs(profile: str, seeds: Iterable[int], scale: int = 1, bases: Sequence[list[Any]] = BASES) -> list[Pair]:
    """Return mutated pairs of all base texts: old, new and the truth."""
    out = []
    for number, base in enumerate(bases):
        donor = [article for other, text in enumerate(bases) if other != number for article in text]
        for seed in seeds:
            name = f"{seed}:{number}"
            longer = gen.scale_base(base, scale, name) if scale > 1 else base
            out.append(gen.make_pair(longer, donor, gen.PROFILES[profile], name))
    return out


def of_paragraphs(text: str, clauses: int = 5) -> list[Any]:
    """Return running prose of any language as a base text: so many paragraphs an article, its first words the title."""
    said = [" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text)]
    said = [paragraph for paragraph in said if len(paragraph.split()) >= 12]
    parts = [said[at:at + clauses] for at in range(0, len(said), clauses)]
    return list(doc.number([
        doc.Article(" ".join(part[0].split()[:6]), [doc.Clause(doc.Leaf(one)) for one in part]) for part in parts]))


def other_bases() -> dict[str, list[list[Any]]]:
    """Return texts that were never used for tuning: a regulation without Điều, and this project's own English pages."""
    vietnamese = (SEEDS / "30-hd-btctw-2014.txt").read_text(encoding="utf-8")
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    english = [page.read_text(encoding="utf-8") for page in (*pages, ROOT / "ARCHITECTURE.md")]
    vietnamese = re.sub(r"\n(?=\s*(?:\d+(?:\.\d+)*[.-]|[a-zđ]\)|-)\s)", "\n\n", vietnamese)
    half = len(english) // 2
    return {"30-HD": [of_paragraphs(vietnamese, 4), BASES[0]],
            "English": [of_paragraphs("\n\n".join(some), 4) for some in (english[:half], english[half:])]}


def compared(old: list[Any], new: list[Any]) -> Comparison:
    """Compare the rendered texts with docgen."""
    return compare(read(doc.render(old)).regulation, read(doc.render(new)).regulation)


def docgen(old: list[Any], new: list[Any]) -> set[tuple[str, str]]:
    """Align a pair with docgen and name its provisions as the benchmark does."""
    here, there = (leaf_names(side) for side in (old, new))
    found = ((leaf_name(pair.old, here), leaf_name(pair.new, there))
             for row in compared(old, new).rows for pair in row.pairs)
    return {(one, other) for one, other in found if one and other}


def leaf_names(articles: list[Any]) -> set[str]:
    """Return the names of all leaves of one side."""
    return {leaf.lid for article in articles for leaf in doc.leaves(article)}


def leaf_name(address: str, known: set[str]) -> str:
    """Return the benchmark's name of a provision: dieu-4.khoan-3.diem-dd is d4.k3.đ; empty if it has none."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        return leaf_name(address.rpartition(".")[0], known) if "." in address else ""
    name = f"d{match['article']}"
    if match["clause"]:
        name += f".k{match['clause']}"
        if match["point"]:
            name += "." + match["point"].replace("dd", "đ")
        return name if name in known else ""
    return next((one for one in sorted(known) if one.startswith(f"{name}.b")), "")


PEERS: dict[str, Callable[[list[Any], list[Any]], Edges]] = {
    "same number": aligners.number,
    "difflib by order, folded": aligners.order,
    "rapidfuzz ratio + Hungarian": aligners.hungarian,
    "NW + greedy moves (wikidiff2-like)": aligners.wiki,
    "flow (best known before)": aligners.flow,
    "docgen": docgen,
}


def score(given: Iterable[Pair], align: Callable[[list[Any], list[Any]], Edges]) -> Score:
    """Return hits, false alarms and misses of every label, for leaves and for articles."""
    total: Score = defaultdict(lambda: [0, 0, 0])
    for old, new, truth in given:
        (size_old, article_old), (size_new, article_new) = (_sizes(side) for side in (old, new))
        true = {(one, other): words for one, other, words in truth["edges"]}
        found = {(one, other): min(size_old[one], size_new[other]) for one, other in align(old, new)}
        for level, first, second, sizes in (
                ("clause", labels.prune(true, size_old, size_new), labels.prune(found, size_old, size_new),
                 (size_old, size_new)),
                ("article", labels.prune(labels.lift(true), article_old, article_new),
                 labels.prune(labels.lift(found), article_old, article_new), (article_old, article_new))):
            here, there = (list(size) for size in sizes)
            counted = labels.count(labels.label(first, here, there, sizes[0]),
                                   labels.label(second, here, there, sizes[0]))
            for label, counts in counted.items():
                for place, count in enumerate(counts):
                    total[level, label][place] += count
    return total


def _sizes(articles: list[Any]) -> tuple[dict[str, int], dict[str, int]]:
    leaves = {leaf.lid: max(1, len(leaf.text.split())) for article in articles for leaf in doc.leaves(article)}
    whole: dict[str, int] = defaultdict(int)
    for leaf, size in leaves.items():
        whole[labels.art(leaf)] += size
    return leaves, dict(whole)


def figures(counts: list[int]) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    precision, recall, f1 = labels.prf(*counts)
    return float(precision), float(recall), float(f1)


def reworded_untouched(given: Iterable[Pair]) -> tuple[int, int]:
    """Count rows called reworded though the generator touched no word of them, and all rows it did not touch.

    A row counts by its new leaves: all of them come from an old one and none was touched. An article counts if it
    kept its title and all its leaves.
    """
    wrong = rows = 0
    for old, new, truth in given:
        known = leaf_names(new)
        from_old = {other for _, other, _ in truth["edges"]}
        kept = {name for name in known if not truth["touched"][name] and name in from_old}
        whole = _whole_articles(old, new, truth, kept)
        for row in compared(old, new).rows:
            if not row.pairs:
                continue
            if row.level.value == "article":
                untouched = all(address in whole for address in row.new)
            else:
                names = [leaf_name(address, known) for address in row.new]
                untouched = all(name in kept for name in names)
            rows += untouched
            wrong += untouched and "reworded" in row.kinds
    return wrong, rows


def _whole_articles(old: list[Any], new: list[Any], truth: dict[str, Any], kept: set[str]) -> set[str]:
    """Return addresses of new articles that have exactly the leaves and the title of one old article."""
    source: dict[str, set[str]] = defaultdict(set)
    for one, other, _ in truth["edges"]:
        source[other].add(one)
    of_title = {article.aid: (_title(article), [leaf.lid for leaf in doc.leaves(article)]) for article in old}
    out = set()
    for article in new:
        leaves = [leaf.lid for leaf in doc.leaves(article)]
        if all(leaf in kept and len(source[leaf]) == 1 for leaf in leaves):
            came = [next(iter(source[leaf])) for leaf in leaves]
            homes = {labels.art(leaf) for leaf in came}
            if len(homes) == 1 and of_title[homes.pop()] == (_title(article), came):
                out.add(f"dieu-{article.num}")
    return out


def _title(article: Any) -> list[str]:
    """Return the words of a title; a capital is a change of wording, a tone mark in another place is none."""
    return [spelling_key(word) for word in article.title.split()]
