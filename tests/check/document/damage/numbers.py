"""Numbers skipped, given twice, or in the letters of another language."""

from __future__ import annotations

import re

from docgen.model.numbering import point_letter, point_place
from tests.check.document.copy_of import Copy, Element
from tests.check.document.damage.fault import About, Fault


def _clause_number(copy: Copy, one: Element, change: int) -> None:
    match = re.match(r"\d+", copy.text(one).strip())
    assert match is not None
    copy.replace(one, f"{match[0]}.", f"{int(match[0]) + change}.")


def clause_skipped(copy: Copy, about: About, held: bool) -> Fault | None:
    runs = copy.labelled("clause")
    if not runs:
        return None
    run = copy.random.choice(runs)
    copy.used.update(run)
    first = copy.random.randrange(1, len(run))
    for one in run[first:]:
        _clause_number(copy, one, 2 if held else 1)
    return Fault("a khoản number skipped", "numbering-skipped", run[first], frozenset({"review-reference-nowhere"}))


def clause_repeated(copy: Copy, about: About, held: bool) -> Fault | None:
    runs = copy.labelled("clause")
    if not runs:
        return None
    run = copy.random.choice(runs)
    copy.used.update(run)
    first = len(run) - 1 if held else copy.random.randrange(1, len(run))
    for one in run[first:]:
        _clause_number(copy, one, -1)
    return Fault("a khoản number twice", "numbering-repeated", run[first], frozenset({"review-reference-nowhere"}))


def point_skipped(copy: Copy, about: About, held: bool) -> Fault | None:
    runs = copy.labelled("point")
    if not runs:
        return None
    run = copy.random.choice(runs)
    copy.used.update(run)
    first = len(run) - 1 if held else copy.random.randrange(1, len(run))
    for one in run[first:]:
        letter = copy.text(one).strip()[0]
        copy.replace(one, f"{letter})", f"{point_letter(point_place(letter) + 1)})")
    return Fault("a điểm letter skipped", "numbering-skipped", run[first], frozenset({"review-reference-nowhere"}))


def point_foreign_letter(copy: Copy, about: About, held: bool) -> Fault | None:
    runs = [run for run in copy.labelled("point") if len(run) >= 5]
    if not runs:
        return None
    run = copy.random.choice(runs)
    copy.used.update(run)
    for one, letter in zip(run[4:], "efghijklm", strict=False):
        copy.replace(one, f"{copy.text(one).strip()[0]})", f"{letter})")
    return Fault("no đ among the điểm", "numbering-skipped", run[4],
                 frozenset({"review-reference-nowhere", "numbering-repeated", "numbering-skipped"}))


def article_skipped(copy: Copy, about: About, held: bool) -> Fault | None:
    articles = [one for one in copy.body() if re.match(r"Điều \d+\.", copy.text(one).strip())]
    if len(articles) < 4 or copy.used & set(articles):
        return None
    copy.used.update(articles)
    first = copy.random.randrange(len(articles) - 1 if held else 1, len(articles))
    for one in articles[first:]:
        match = re.match(r"\s*Điều (\d+)\.", copy.text(one))
        assert match is not None
        copy.replace(one, f"Điều {match[1]}.", f"Điều {int(match[1]) + 1}.")
    return Fault("an article number skipped", "numbering-skipped", articles[first],
                 frozenset({"review-reference-nowhere"}))


def clause_alone(copy: Copy, about: About, held: bool) -> Fault | None:
    """Of the khoản of an article one is left, with its number."""
    body = copy.body()
    found: list[list[Element]] = []
    for place, one in enumerate(body):
        if not re.match(r"Điều \d+\.", copy.text(one).strip()):
            continue
        end = next((after for after in range(place + 1, len(body)) if re.match(
            r"Điều \d+\.|Chương ", copy.text(body[after]).strip())), len(body))
        clauses = body[place + 1:end]
        if len(clauses) > 1 and all(re.match(r"\d+\. ", copy.text(under).strip()) for under in clauses) and not (
                copy.used & set(clauses)):
            found.append(clauses)
    if not found:
        return None
    first, *others = copy.random.choice(found)
    copy.used.update((first, *others))
    for one in others:
        copy.remove(one)
    return Fault("a khoản alone", "review-lone-clause", first,
                 frozenset({"review-obligation-missing", "review-reference-nowhere", "review-figure"}))
