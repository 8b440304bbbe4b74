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

from docgen.compare.comparison import Pair, Row, Words
from docgen.errors import NotPossible
from docgen.messages import say
from docgen.publish.common_runs import Run, by_word, heaviest_chain, joined
from docgen.publish.comparison_view import View
from docgen.publish.printed_lines import GAP_STYLE, PrintedLine, PrintedPaper, printed
from docgen.publish.redline_script import Flat, Move, Script
from docgen.word.paper import Paper
from docgen.word.revisions import Hand, RevisedParagraph, RevisedWords, RevisionWriter
from docgen.word.settling import settled_both

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_HEAD_WIDTHS = (4600, 4755)
_FOOT_WIDTHS = (4700, 4655)
_BODY = 2
"""Place of the text among the five of a printed paper; the foot comes after it."""
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
    papers = papers or (printed(view.old), printed(view.new))
    facing = _facing(rows)
    made = []
    for place, (old, new) in enumerate(_both(*papers)):
        body = place == _BODY
        found = _Zone(old, new, rows if body else ()).paragraphs()
        if place > _BODY and any(_breaks_off(paper) for paper in papers):
            made.append(tuple(_all_aside(found)))
        else:
            made.append(tuple(_with_remarks(found, unheld, facing, remark) if body else (one for one, _ in found)))
    return RevisedPaper(*made)


def _breaks_off(paper: PrintedPaper) -> bool:
    """Tell whether a text is not held to its end: then its signature and recipients are not known either."""
    return bool(paper.body and paper.body[-1].style == GAP_STYLE and not (paper.foot_left or paper.foot_right))


def _facing(rows: Sequence[Row]) -> dict[str, list[str]]:
    """Return, by address, the words of a pair that face what the other text does not hold."""
    found: dict[str, list[str]] = {}
    for pair in (pair for row in rows for pair in row.pairs):
        if words := [span.text for span in pair.words if span.mark == "?"]:
            for address in {pair.old, pair.new}:
                found.setdefault(address, []).extend(words)
    return found


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


@dataclass(slots=True)
class _Zone:
    """One place of the paper on its way from two lists of lines to one list of revised paragraphs."""

    old_lines: Sequence[PrintedLine]
    new_lines: Sequence[PrintedLine]
    rows: Sequence[Row]
    old: Flat = field(init=False)
    new: Flat = field(init=False)

    def __post_init__(self) -> None:
        self.old, self.new = Flat(self.old_lines), Flat(self.new_lines)

    def paragraphs(self) -> list[tuple[RevisedParagraph, str]]:
        """Return the revised paragraphs of this place, each with the address of the provision it prints."""
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
        script = Script(self.old, self.new, _without_lone_blanks(chain, self.old.text), moves)
        return script.paragraphs()

    def _runs(self, pair: Pair) -> list[Run]:
        """Return the runs a pair has in common: label, title, words and the ends of its paragraphs."""
        old_lines, new_lines = self.old.of.get(pair.old, []), self.new.of.get(pair.new, [])
        if not old_lines or not new_lines:
            return []
        if [self.old.lines[line].text for line in old_lines] == [self.new.lines[line].text for line in new_lines]:
            return [Run(self.old.starts[one], self.new.starts[other], len(self.old.lines[one].text) + 1)
                    for one, other in zip(old_lines, new_lines, strict=True)]
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
    ) -> dict[int, Move]:
        """Return the moves by number of the old line: one-to-one pairs of which nothing stayed in place."""
        stayed_old = {line for run in chain for line in self._lines_of(run, self.old, run.old)}
        stayed_new = {line for run in chain for line in self._lines_of(run, self.new, run.new)}
        moves: dict[int, Move] = {}
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
                moves[one] = Move(other, runs)
        return moves

    @staticmethod
    def _lines_of(run: Run, flat: Flat, at: int) -> Iterator[int]:
        """Yield the lines of which a run holds words; the end of a line alone does not count."""
        end = at + run.length
        for line in range(flat.line_at(at), flat.line_at(end - 1) + 1):
            start = max(at, flat.starts[line])
            if flat.text[start:end].partition("\n")[0].strip():
                yield line


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


def _with_remarks(
    made: Sequence[tuple[RevisedParagraph, str]], unheld: set[str], facing: dict[str, list[str]], remark: str,
) -> Iterator[RevisedParagraph]:
    """Put what cannot be compared under a name of its own, with a remark where each stretch of it begins."""
    inside = False
    for paragraph, address in made:
        aside = address in unheld and all(words.fate != "kept" for words in paragraph.words)
        if aside and paragraph.words:
            yield replace(paragraph, remark="" if inside else remark, aside=True)
        else:
            run = paragraph.words
            for words in facing.get(address, ()):
                run = tuple(_set_aside(run, words))
            yield replace(paragraph, words=run)
        inside = aside


def _set_aside(run: Sequence[RevisedWords], facing: str) -> Iterator[RevisedWords]:
    """Put words that face what is not held under the other name, and leave what stands around them as it is."""
    for words in run:
        before, found, after = words.text.partition(facing)
        if not found or words.fate not in ("added", "removed"):
            yield words
            continue
        if before:
            yield replace(words, text=before)
        yield replace(words, text=found, aside=True)
        if after:
            yield replace(words, text=after)


def _all_aside(made: Sequence[tuple[RevisedParagraph, str]]) -> Iterator[RevisedParagraph]:
    for paragraph, _ in made:
        changed = paragraph.words and all(words.fate != "kept" for words in paragraph.words)
        yield replace(paragraph, aside=True) if changed else paragraph
