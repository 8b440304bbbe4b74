"""A comparison as one Word file with tracked changes: accept all gives the new text, reject all the old one.

Both papers are laid out letter by letter; runs of words that a pair of the comparison shares and that do not cross stay
in place, provisions that crossed are moves, the rest is taken out or put in. Ends of paragraphs are letters too, so a
provision that was split is its own words with an end put in between. Nothing is handed over unproved: the finished
file is read back, settled both ways and compared with both texts.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from docgen.compare.comparison import Pair, Row, Words
from docgen.errors import NotPossible
from docgen.messages import say
from docgen.publish.common_runs import Run, by_word, heaviest_chain, joined
from docgen.publish.comparison_view import View
from docgen.publish.printed_lines import PrintedLine, PrintedPaper, printed
from docgen.word.paper import Paper
from docgen.word.revisions import Fate, Hand, RevisedParagraph, RevisedWords, RevisionWriter
from docgen.word.settling import settled_both

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_HEAD_WIDTHS = (4600, 4755)
_FOOT_WIDTHS = (4700, 4655)
_LAST_LINE = '<w:p><w:pPr><w:pStyle w:val="DGCuoi"/></w:pPr></w:p>'


def redline(view: View, paper: Paper, hand: Hand, *, dated: str = "") -> bytes:
    """Return the .docx, or raise if its two settled forms are not the two texts."""
    papers = (printed(view.old), printed(view.new))
    marked = revised(view, papers)
    writer = RevisionWriter(hand)
    body = (_table(writer, _HEAD_WIDTHS, marked.head_left, marked.head_right) + writer.paragraphs(marked.body)
            + _table(writer, _FOOT_WIDTHS, marked.foot_left, marked.foot_right) + _LAST_LINE)
    title = str(say("{old} and {new}: tracked changes", old=view.old_name.title, new=view.new_name.title))
    content = paper.written(body, title=title, dated=dated, comments=writer.remarks)
    prove(content, *papers)
    return content


def prove(content: bytes, old: PrintedPaper, new: PrintedPaper) -> None:
    """Raise unless the file gives the new text when all changes are accepted and the old one when all are rejected."""
    both = _both(old, new)
    for place, found in enumerate(settled_both(content)):
        expected = [line.text for zone in both for line in zone[place]]
        if list(found) != [*expected, ""]:
            raise NotPossible(
                say("The file with tracked changes did not prove right: with all changes settled it does not give "
                    "the two texts word for word, so it was not written."),
                say("Use another form, such as table-docx, and send both texts to whoever looks after docgen."))


@dataclass(frozen=True, slots=True)
class RevisedPaper:
    """The five places of a printed paper, with their changes."""

    head_left: tuple[RevisedParagraph, ...]
    head_right: tuple[RevisedParagraph, ...]
    body: tuple[RevisedParagraph, ...]
    foot_left: tuple[RevisedParagraph, ...]
    foot_right: tuple[RevisedParagraph, ...]

    @property
    def paragraphs(self) -> tuple[RevisedParagraph, ...]:
        """Return all paragraphs in the order of print."""
        return (*self.head_left, *self.head_right, *self.body, *self.foot_left, *self.foot_right)


def revised(view: View, papers: tuple[PrintedPaper, PrintedPaper] | None = None) -> RevisedPaper:
    """Work out the fate of every word and every end of a paragraph; `papers` are both texts if laid out already."""
    rows = view.comparison.rows
    unheld = {address for row in rows if "unknown" in row.kinds and not row.pairs for address in (*row.old, *row.new)}
    remark = str(say("Cannot be compared: the other text is not held from here on, so nothing says that this is "
                     "new or was left out. {gaps}",
                     gaps=" ".join((*view.old_name.gaps, *view.new_name.gaps)))).strip()
    zones = _both(*(papers or (printed(view.old), printed(view.new))))
    made = []
    for place, (old, new) in enumerate(zones):
        body = place == 2
        made.append(tuple(_Zone(old, new, rows if body else ()).paragraphs(unheld if body else set(), remark)))
    return RevisedPaper(*made)


def _both(old: PrintedPaper, new: PrintedPaper) -> list[tuple[tuple[PrintedLine, ...], tuple[PrintedLine, ...]]]:
    """Return the five places of both papers, each closed by a line of no height that stands on both sides.

    Word and LibreOffice cannot take out the last end of a paragraph in a cell, in a text, or before a table: so it is
    never one of the two texts' own.
    """
    close = (PrintedLine("DGCuoi", ""),)
    return [((*one, *close), (*other, *close)) for one, other in (
        (old.head_left, new.head_left), (old.head_right, new.head_right), (old.body, new.body),
        (old.foot_left, new.foot_left), (old.foot_right, new.foot_right))]


def _table(writer: RevisionWriter, widths: tuple[int, int], *cells: tuple[RevisedParagraph, ...]) -> str:
    if not any(paragraph.words for cell in cells for paragraph in cell):
        return "".join(writer.paragraphs(cell) for cell in cells)  # nothing to put side by side
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{writer.paragraphs(cell)}</w:tc>'
        for width, cell in zip(widths, cells, strict=True))
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{inside}</w:tr></w:tbl>")


class _Flat:
    """The lines of one side as one string, each line ended by a line feed."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        self.lines = lines
        self.starts: list[int] = []
        place = 0
        for line in lines:
            self.starts.append(place)
            place += len(line.text) + 1
        self.text = "".join(f"{line.text}\n" for line in lines)
        self.of: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            if line.address:
                self.of.setdefault(line.address, []).append(number)

    def line_at(self, place: int) -> int:
        from bisect import bisect_right

        return bisect_right(self.starts, place) - 1

    def parts(self, address: str) -> tuple[int, int]:
        """Return where the title and the own words of a provision begin, -1 for none."""
        heading = text = -1
        for number in self.of.get(address, ()):
            line = self.lines[number]
            if line.heading_at >= 0:
                heading = self.starts[number] + line.heading_at
            if line.text_at >= 0:
                text = self.starts[number] + line.text_at
        return heading, text


@dataclass(slots=True)
class _Zone:
    """One place of the paper on its way from two lists of lines to one list of revised paragraphs."""

    old_lines: Sequence[PrintedLine]
    new_lines: Sequence[PrintedLine]
    rows: Sequence[Row]
    old: _Flat = field(init=False)
    new: _Flat = field(init=False)

    def __post_init__(self) -> None:
        self.old, self.new = _Flat(self.old_lines), _Flat(self.new_lines)

    def paragraphs(self, unheld: set[str], remark: str) -> Iterator[RevisedParagraph]:
        """Return the revised paragraphs of this place."""
        pairs = [(pair, len(row.old) == len(row.new) == 1) for row in self.rows for pair in row.pairs]
        by_pair = {(pair.old, pair.new): self._runs(pair) for pair, _ in pairs}
        loose = [run for pair, single in pairs if not single for run in by_pair[pair.old, pair.new]]
        kept = [run for pair, single in pairs if single for run in by_pair[pair.old, pair.new]]
        candidates = joined([*kept, *self._plain_lines()])
        candidates += [word for run in loose for word in by_word(run, self.old.text[run.old:run.old + run.length])]
        last = (len(self.old.text) - 1, len(self.new.text) - 1)
        candidates = [cut for run in candidates if (cut := run.cut(*last)).length > 0]
        candidates.sort(key=lambda run: (run.old, run.new, run.length))
        chain = joined([*heaviest_chain(candidates), Run(*last, 1)])
        moves = self._moves([pair for pair, single in pairs if single], chain, by_pair)
        script = _Script(self.old, self.new, _without_lone_blanks(chain, self.old.text), moves)
        yield from _with_remarks(script.paragraphs(), unheld, remark)

    def _runs(self, pair: Pair) -> list[Run]:
        """Return the runs a pair has in common: label, title, words and the ends of its paragraphs."""
        old_lines, new_lines = self.old.of.get(pair.old, []), self.new.of.get(pair.new, [])
        if not old_lines or not new_lines:
            return []
        runs = self._label_runs(old_lines[0], new_lines[0])
        old_parts, new_parts = self.old.parts(pair.old), self.new.parts(pair.new)
        for words, old_start, new_start in ((pair.heading, old_parts[0], new_parts[0]),
                                            (pair.words, old_parts[1], new_parts[1])):
            if old_start >= 0 and new_start >= 0:
                runs += self._word_runs(words, old_start, new_start)
        if len(old_lines) == len(new_lines):
            ends = zip(old_lines, new_lines, strict=True)
        else:
            ends = zip(old_lines[-1:], new_lines[-1:], strict=True)
        runs += [Run(self.old.starts[one] + len(self.old.lines[one].text),
                     self.new.starts[other] + len(self.new.lines[other].text), 1) for one, other in ends]
        return [run for run in runs if self._alike(run)]

    def _label_runs(self, one: int, other: int) -> list[Run]:
        old_label, new_label = self.old.lines[one].label, self.new.lines[other].label
        old_at, new_at = self.old.starts[one], self.new.starts[other]
        runs = _token_runs(old_label, new_label, old_at, new_at)
        behind = (old_at + len(old_label), new_at + len(new_label))
        if self.old.text[behind[0]] == self.new.text[behind[1]] == " ":
            runs.append(Run(*behind, 1))
        return runs

    def _word_runs(self, words: Words, old_at: int, new_at: int) -> list[Run]:
        if len(words) == 1 and words[0].mark == "=":
            return [Run(old_at, new_at, len(words[0].text))]
        unheld_is_old = False
        if any(span.mark == "?" for span in words):
            # it stands on one side only: the old one if it belongs to what is printed there
            on_old = "".join(span.text for span in words if span.mark in "=-~?")
            unheld_is_old = self.old.text.startswith(on_old, old_at)
        runs = []
        for span in words:
            if span.mark == "=":
                runs.append(Run(old_at, new_at, len(span.text)))
            if span.mark in "=-~" or (span.mark == "?" and unheld_is_old):
                old_at += len(span.text)
            if span.mark in "=+" or (span.mark == "?" and not unheld_is_old):
                new_at += len(span.text)
            elif span.mark == "~":
                new_at += len(span.other)
        return runs

    def _alike(self, run: Run) -> bool:
        return (self.old.text[run.old:run.old + run.length] == self.new.text[run.new:run.new + run.length]
                and run.old >= 0 and run.new >= 0)

    def _plain_lines(self) -> list[Run]:
        """Return the common runs of lines that no comparison speaks of: letterhead, title, gaps, signature."""
        old = [number for number, line in enumerate(self.old.lines) if not line.address]
        new = [number for number, line in enumerate(self.new.lines) if not line.address]
        matcher = difflib.SequenceMatcher(None, [self.old.lines[number].text for number in old],
                                          [self.new.lines[number].text for number in new], autojunk=False)
        runs: list[Run] = []
        for what, a, b, c, d in matcher.get_opcodes():
            if what not in ("equal", "replace"):
                continue
            for one, other in zip(old[a:b], new[c:d], strict=False):
                at = (self.old.starts[one], self.new.starts[other])
                one_text, other_text = self.old.lines[one].text, self.new.lines[other].text
                runs += _token_runs(one_text, other_text, *at)
                runs.append(Run(at[0] + len(one_text), at[1] + len(other_text), 1))
        return runs

    def _moves(
        self, pairs: Sequence[Pair], chain: Sequence[Run], by_pair: dict[tuple[str, str], list[Run]],
    ) -> dict[int, _Move]:
        """Return the moves by number of the old line: one-to-one pairs of which nothing stayed in place."""
        stayed_old = {line for run in chain for line in self._lines_of(run, self.old, run.old)}
        stayed_new = {line for run in chain for line in self._lines_of(run, self.new, run.new)}
        moves: dict[int, _Move] = {}
        for pair in pairs:
            old_lines, new_lines = self.old.of.get(pair.old, []), self.new.of.get(pair.new, [])
            if not old_lines or len(old_lines) != len(new_lines):
                continue
            if stayed_old & set(old_lines) or stayed_new & set(new_lines):
                continue
            runs = tuple(by_pair[pair.old, pair.new])
            if sum(run.length for run in runs) * 2 < len(self.old.lines[old_lines[0]].text):
                continue  # most of it is other words: taken out here and put in there says it better
            for one, other in zip(old_lines, new_lines, strict=True):
                moves[one] = _Move(other, runs)
        return moves

    @staticmethod
    def _lines_of(run: Run, flat: _Flat, at: int) -> Iterator[int]:
        """Yield the lines of which a run holds words; the end of a line alone does not count."""
        end = at + run.length
        for line in range(flat.line_at(at), flat.line_at(end - 1) + 1):
            start = max(at, flat.starts[line])
            if flat.text[start:end].partition("\n")[0].strip():
                yield line


@dataclass(frozen=True, slots=True)
class _Move:
    """Where a line went and which of its letters went with it."""

    line: int
    runs: tuple[Run, ...]


def _token_runs(old: str, new: str, old_at: int, new_at: int) -> list[Run]:
    if old == new:
        return [Run(old_at, new_at, len(old))] if old else []
    one, other = _TOKEN.findall(old), _TOKEN.findall(new)
    runs = []
    for match in difflib.SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        words = "".join(one[match.a:match.a + match.size])
        if any(letter.isalnum() for letter in words):
            runs.append(Run(old_at + len("".join(one[:match.a])), new_at + len("".join(other[:match.b])), len(words)))
    # a few words in common are crumbs: the whole line out and the whole line in is easier to read
    return runs if sum(run.length for run in runs) * 2 >= max(len(old), len(new)) else []


def _without_lone_blanks(chain: Sequence[Run], text: str) -> list[Run]:
    """Drop blanks that stand alone between two changes: one mark over both is easier to read than two."""
    kept = []
    for place, run in enumerate(chain):
        before = chain[place - 1] if place else Run(0, 0, 0)
        after = chain[place + 1] if place + 1 < len(chain) else None
        words = text[run.old:run.old + run.length]
        lone = (not words.strip() and "\n" not in words and after is not None
                and (before.old + before.length, before.new + before.length) != (run.old, run.new)
                and (run.old + run.length, run.new + run.length) != (after.old, after.new))
        if not lone:
            kept.append(run)
    return kept


class _Script:
    """Runs through both texts along the chain and gathers paragraphs."""

    def __init__(self, old: _Flat, new: _Flat, chain: Sequence[Run], moves: dict[int, _Move]) -> None:
        self.old, self.new, self.chain = old, new, chain
        self.moved_old, self.moved_new = set(moves), {move.line for move in moves.values()}
        self.taken = [run for move in moves.values() for run in move.runs]
        self.numbers = _move_numbers(moves)
        self.made: list[tuple[RevisedParagraph, str]] = []
        self.words: list[RevisedWords] = []
        self.open_move: tuple[int, Literal["", "From", "To"]] = (0, "")
        self.address = ""

    def paragraphs(self) -> list[tuple[RevisedParagraph, str]]:
        """Return the paragraphs, each with the address of the provision it prints."""
        at_old = at_new = 0
        for run in self.chain:
            self._one_side(self.old, at_old, run.old, "old")
            self._one_side(self.new, at_new, run.new, "new")
            self._kept(run)
            at_old, at_new = run.old + run.length, run.new + run.length
        return _sound_moves(self.made)

    def _kept(self, run: Run) -> None:
        place, end = run.new, run.new + run.length
        while place < end:
            number = self.new.line_at(place)
            line, start = self.new.lines[number], self.new.starts[number]
            stop = min(end, start + len(line.text))
            self._add(line, place - start, stop - start, "kept")
            place = stop
            if place < end:
                self._end(line, "kept")
                place += 1

    def _one_side(self, flat: _Flat, place: int, end: int, side: str) -> None:
        while place < end:
            number = flat.line_at(place)
            line, start = flat.lines[number], flat.starts[number]
            stop = min(end, start + len(line.text))
            moved = number in (self.moved_old if side == "old" else self.moved_new)
            if moved:
                self.open_move = (self.numbers[side, number], "From" if side == "old" else "To")
                self._moved_words(flat, number, place, stop, side)
            else:
                self._add(line, place - start, stop - start, "removed" if side == "old" else "added")
            self.address = line.address or self.address
            place = stop
            if place < end:
                fate: Fate = (("moved_away" if moved else "removed") if side == "old" else
                              ("moved_here" if moved else "added"))
                self._end(line, fate)
                place += 1

    def _moved_words(self, flat: _Flat, number: int, place: int, stop: int, side: str) -> None:
        line, start = flat.lines[number], flat.starts[number]
        own = sorted((run.old if side == "old" else run.new, run.length) for run in self.taken)
        for at, length in own:
            low, high = max(at, place), min(at + length, stop)
            if low >= high:
                continue
            self._add(line, place - start, low - start, "removed" if side == "old" else "added")
            self._add(line, low - start, high - start, "moved_away" if side == "old" else "moved_here")
            place = high
        self._add(line, place - start, stop - start, "removed" if side == "old" else "added")

    def _add(self, line: PrintedLine, start: int, stop: int, fate: Fate) -> None:
        for low, high, bold in ((start, min(stop, line.bold), True), (max(start, line.bold), stop, False)):
            if low >= high:
                continue
            text = line.text[low:high]
            self.address = line.address or self.address
            if self.words and (self.words[-1].fate, self.words[-1].bold) == (fate, bold):
                text = self.words.pop().text + text
            self.words.append(RevisedWords(text, fate, bold))

    def _end(self, line: PrintedLine, fate: Fate) -> None:
        move, side = self.open_move
        if fate in ("moved_away", "moved_here") and self.words and self.words[-1].fate in ("removed", "added"):
            fate = self.words[-1].fate  # LibreOffice loses an end that moved while the words before it did not
        self.made.append((RevisedParagraph(line.style, tuple(self.words), fate, move, side),
                          self.address or line.address))
        self.words, self.open_move, self.address = [], (0, ""), ""


def _move_numbers(moves: dict[int, _Move]) -> dict[tuple[str, int], int]:
    """Number the moves; lines that follow each other on both sides are one move."""
    numbers: dict[tuple[str, int], int] = {}
    number = 0
    last: tuple[int, int] | None = None
    for old in sorted(moves):
        new = moves[old].line
        if last is None or (old, new) != (last[0] + 1, last[1] + 1):
            number += 1
        numbers["old", old] = numbers["new", new] = number
        last = (old, new)
    return numbers


_WITHOUT_MOVE: dict[Fate, Fate] = {"moved_here": "added", "moved_away": "removed"}


def _sound_moves(made: Sequence[tuple[RevisedParagraph, str]]) -> list[tuple[RevisedParagraph, str]]:
    """Keep the moves Word can read: whole paragraphs, in one piece on both sides; show others as out and in."""
    places: dict[tuple[int, str], list[int]] = {}
    broken = {0}
    for place, (paragraph, _) in enumerate(made):
        if paragraph.move:
            places.setdefault((paragraph.move, paragraph.move_side), []).append(place)
        fates = {words.fate for words in paragraph.words}
        wanted = "moved_away" if paragraph.move_side == "From" else "moved_here"
        if paragraph.move and ("kept" in fates or wanted not in fates):
            broken.add(paragraph.move)
    for (move, side), found in places.items():
        other = "To" if side == "From" else "From"
        if found[-1] - found[0] >= len(found) or len(places.get((move, other), ())) != len(found):
            broken.add(move)
    return [(_unmoved(paragraph) if paragraph.move_side and paragraph.move in broken else paragraph, address)
            for paragraph, address in made]


def _unmoved(paragraph: RevisedParagraph) -> RevisedParagraph:
    words: list[RevisedWords] = []
    for one in paragraph.words:
        fate = _WITHOUT_MOVE.get(one.fate, one.fate)
        text = one.text
        if words and (words[-1].fate, words[-1].bold) == (fate, one.bold):
            text = words.pop().text + text
        words.append(RevisedWords(text, fate, one.bold))
    return replace(paragraph, words=tuple(words), end=_WITHOUT_MOVE.get(paragraph.end, paragraph.end), move=0,
                   move_side="")


def _with_remarks(
    made: Sequence[tuple[RevisedParagraph, str]], unheld: set[str], remark: str,
) -> Iterator[RevisedParagraph]:
    """Put what cannot be compared under a name of its own, with a remark where each stretch of it begins."""
    inside = False
    for paragraph, address in made:
        aside = address in unheld and all(words.fate != "kept" for words in paragraph.words)
        if aside and paragraph.words:
            yield replace(paragraph, remark="" if inside else remark, aside=True)
        else:
            yield paragraph
        inside = aside
