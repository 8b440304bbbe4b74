"""The head of every comparison: one line that says it all, the counts behind it, what must be known beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from docgen.compare.comparison import KINDS
from docgen.messages import say
from docgen.model.citation import cite
from docgen.model.level import HEADS, TERMS, Level
from docgen.publish.change_words import KIND_WORDS, level_words
from docgen.publish.comparison_view import View, ViewRow
from docgen.publish.word_changes import capital

_MOST_LIMITED = 6


def summary(view: View, *, formal: bool = False) -> str:
    """Say in one line what became of the old text; `formal` names both as they are cited, as on paper."""
    counted = [part for part in (
        f"{level_words(level)}: {', '.join(counts)}" for level, counts in _counts(view)) if part]
    old, new = ((name.title if formal else name.short) for name in (view.old_name, view.new_name))
    names = str(say("{old} → {new}", old=old, new=new))
    if not any(row.row.kinds not in ((), ("unchanged",)) for row in view.rows):
        return str(say("{names}: no difference in the words compared.", names=names))
    return f"{names}: {'; '.join(counted)}."


def _counts(view: View) -> Iterator[tuple[Level, list[str]]]:
    counts = view.comparison.counts()
    for level in sorted(Level, key=lambda one: (TERMS[one].rank, list(Level).index(one))):
        of_level = counts.get(level.value, {})
        words = [f"{of_level[kind]} {KIND_WORDS[kind]}" for kind in KINDS if kind in of_level]
        if words:
            yield level, words


def count_table(view: View) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the counts as a table: a head line of the kinds that occur, one line for each rank."""
    counts = view.comparison.counts()
    kinds = [kind for kind in KINDS if any(kind in of_level for of_level in counts.values())]
    head = (str(say("Rank")), *(str(KIND_WORDS[kind]) for kind in kinds))
    lines = tuple((capital(level_words(level)), *(str(counts[level.value].get(kind, "")) for kind in kinds))
                  for level, _ in _counts(view))
    return head, lines


def warnings(view: View, *, formal: bool = False) -> tuple[str, ...]:
    """Say what a reader must know before he trusts the rows: what is not held, where a budget bit, what is doubtful."""
    found = list(view.remarks)
    for name, side in ((view.old_name, view.comparison.old), (view.new_name, view.comparison.new)):
        if side.completeness == "partial" or name.gaps:
            gaps = " ".join(name.gaps) or str(say("Which places are missing is not recorded."))
            called = name.title if formal else name.short
            found.append(str(say("{name} is held only in part: {gaps} What stands there cannot be compared, and "
                                 "nothing says that it is new or was left out.", name=called, gaps=gaps)))
    if view.comparison.limited:
        found.append(_limited(view.comparison.limited))
    if view.unknown:
        found.append(str(say("Cannot be compared: {places}.", places=unheld(view.unknown))))
    return tuple(found)


def _limited(places: Sequence[str]) -> str:
    """Say where a budget bit; a place is an address, or two of them with a dash between."""
    named = [" - ".join(cite(address) for address in place.split(" - ")) for place in places[:_MOST_LIMITED]]
    if len(places) > _MOST_LIMITED:
        named.append(str(say("and {count} more", count=len(places) - _MOST_LIMITED)))
    return str(say("The texts are very long; these places were compared less closely: {places}.",
                   places=", ".join(named)))


def unheld(rows: Sequence[ViewRow]) -> str:
    """Name the provisions that face what is not held, heads left out: their articles are named."""
    return runs_of([row for row in rows if row.row.level not in HEADS] or rows)


def unchanged_line(view: View) -> str:
    """Name all provisions without a change in one line, empty if there is none."""
    named = runs_of(view.unchanged)
    return str(say("Unchanged: {places}.", places=named)) if named else ""


def runs_of(rows: Iterable[ViewRow]) -> str:
    """Name the provisions of some rows; those whose article is named already are left out, numbers run from to."""
    addresses = [address for row in rows for address in (row.row.new or row.row.old)]
    given = set(addresses)
    tops = [address for address in addresses if not any(above in given for above in _above(address))]
    return ", ".join(_runs([cite(address) for address in tops]))


def _above(address: str) -> Iterator[str]:
    for cut in range(len(address) - 1, 0, -1):
        if address[cut] in "./":
            yield address[:cut]


def _runs(cited: Sequence[str]) -> list[str]:
    """Join "khoản 1 Điều 2", "khoản 2 Điều 2", "khoản 3 Điều 2" to "khoản 1 đến khoản 3 Điều 2"."""
    runs: list[list[str]] = []
    for one in cited:
        if runs and _next(runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    found = []
    for run in runs:
        if len(run) < 3:
            found += run
            continue
        first, last = _parts(run[0]), _parts(run[-1])
        found.append(str(say("{first} to {last}", first=f"{first[0]}{first[1]}", last=run[-1])) if first[2] == last[2]
                     else str(say("{first} to {last}", first=run[0], last=run[-1])))
    return found


def _parts(cited: str) -> tuple[str, str, str]:
    match = re.match(r"(\D*?)(\d+)(?!\w)(.*)$", cited)
    return (match[1], match[2], match[3]) if match else (cited, "", "")


def _next(one: str, other: str) -> bool:
    first, second = _parts(one), _parts(other)
    return bool(first[1] and second[1] and (first[0], first[2]) == (second[0], second[2])
                and int(second[1]) == int(first[1]) + 1)
