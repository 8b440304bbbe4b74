"""Three texts in one table: what is in force, the model, the draft; the draft is held against each of the other two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape as escaped

from docgen.messages import say
from docgen.publish.comparison_html import page
from docgen.publish.comparison_markdown import passages as markdown_passages
from docgen.publish.comparison_markdown import table as markdown_table
from docgen.publish.comparison_rows import marked_html
from docgen.publish.comparison_summary import summary, warnings
from docgen.publish.comparison_table import head_cell, passages
from docgen.publish.comparison_text import marked
from docgen.publish.comparison_view import Passage, View, ViewRow
from docgen.publish.lines import PLAIN, Screen, wrapped
from docgen.publish.markdown import escape
from docgen.publish.word_changes import capital
from docgen.word.paper import Paper
from docgen.word.table import Cell, paragraph, plain, table

_WIDTHS = (570, 3230, 3230, 3230, 2750, 1277)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreeRow:
    """One row: the same matter in the text in force, in the model and in the draft."""

    number: int
    current: tuple[Passage, ...] = ()
    model: tuple[Passage, ...] = ()
    draft: tuple[Passage, ...] = ()
    changes: tuple[str, ...] = ()
    reason: str = ""
    current_unheld: bool = False
    model_unheld: bool = False


@dataclass(frozen=True, slots=True)
class ThreeTexts:
    """The two comparisons with the draft on their right side."""

    current: View
    model: View

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return what must be known before reading, of both comparisons, each once."""
        return tuple(dict.fromkeys((*warnings(self.current, formal=True), *warnings(self.model, formal=True))))

    @property
    def title(self) -> str:
        """Return the title of the table."""
        return str(say("Three texts: {current}, {model}, {draft}", current=self.current.old_name.title,
                       model=self.model.old_name.title, draft=self.current.new_name.title))

    @property
    def marks(self) -> str:
        """Say what the marks in each column mean."""
        return str(say("Marks: words put in stand in the draft, against the current text or, where it has no such "
                       "provision, against the model; words left out stand in those two."))

    @property
    def heads(self) -> tuple[str, ...]:
        """Return the heads of the columns."""
        return (str(say("No.")), str(say("Current: {name}", name=self.current.old_name.title)),
                str(say("Model: {name}", name=self.model.old_name.title)),
                str(say("Draft: {name}", name=self.current.new_name.title)), str(say("Differences")),
                str(say("Reason, basis")))

    def rows(self, full: bool = False) -> tuple[ThreeRow, ...]:
        """Return the rows in the order of the draft; what only the model has comes at the end."""
        of_model = {address: row for row in self.model.single_rows for address in row.row.new}
        found: list[ThreeRow] = []
        shown: set[str] = set()
        for row in self.current.single_rows:
            if not row.row.new:
                found.append(self._row(row, None, row.old, (), ()))
                continue
            for address in row.row.new:
                if address in shown:
                    continue
                shown.add(address)
                other = of_model.get(address)
                beside = other if other and other.row.pairs and not row.row.pairs else row
                draft = tuple(passage for passage in beside.new if passage.address == address)
                found.append(self._row(row, other, row.old, other.old if other else (), draft))
        found += [self._row(None, row, (), row.old, ()) for row in self.model.single_rows if not row.row.new]
        kept = [row for row in found if full or row.changes]
        return tuple(replace(row, number=number) for number, row in enumerate(kept, 1))

    def _row(
        self, current: ViewRow | None, model: ViewRow | None, old: tuple[Passage, ...], other: tuple[Passage, ...],
        draft: tuple[Passage, ...],
    ) -> ThreeRow:
        said = []
        if changed := _changes(current):
            said.append(str(say("Against the current text: {change}", change="; ".join(changed))))
        if changed := _changes(model):
            said.append(str(say("Against the model: {change}", change="; ".join(changed))))
        reasons = dict.fromkeys(row.reason for row in (current, model) if row and row.reason)
        return ThreeRow(number=0, current=old, model=other, draft=draft, changes=tuple(said), reason=" ".join(reasons),
                        current_unheld=bool(current and current.unknown), model_unheld=bool(model and model.unknown))


def _changes(row: ViewRow | None) -> tuple[str, ...]:
    if row is None or not row.changed:
        return ()
    if "added" in row.row.kinds:
        return (str(say("the draft adds it")),)
    if "removed" in row.row.kinds:
        return (str(say("the draft leaves it out")),)
    return row.changes


def text(three: ThreeTexts, screen: Screen = PLAIN, *, full: bool = False) -> str:
    """Return the three texts on the screen, one row below the other."""
    heads = [summary(three.current, formal=True), summary(three.model, formal=True)]
    lines = heads if screen == PLAIN else [line for head in heads for line in wrapped(head, screen, "", "  ")]
    lines += [line for warning in three.warnings for line in wrapped(f"! {warning}", screen, "", "  ")]
    for row in three.rows(full):
        lines += ["", f"{row.number}. {capital(_place(row))}"]
        for letter, found, unheld in (("A", row.current, row.current_unheld), ("B", row.model, row.model_unheld),
                                      ("C", row.draft, False)):
            words = [" ".join(part for part in (one.label, marked(one.heading), marked(one.text)) if part)
                     for one in found] or [_empty(unheld)]
            lines += [line for one in words for line in wrapped(f"   {letter} {one}", screen, "", "     ")]
        lines += [line for one in row.changes for line in wrapped(f"   * {one}", screen, "", "     ")]
    letters = str(say("A: {current}; B: {model}; C: {draft}.", current=three.current.old_name.title,
                      model=three.model.old_name.title, draft=three.current.new_name.title))
    lines += ["", *wrapped(letters, screen, "", "  "), *wrapped(three.marks, screen, "", "  ")]
    return "\n".join(lines) + "\n"


def markdown(three: ThreeTexts, *, full: bool = False) -> str:
    """Return the three texts as a Markdown table."""
    cells = [(str(row.number), markdown_passages(row.current) or escape(_empty(row.current_unheld)),
              markdown_passages(row.model) or escape(_empty(row.model_unheld)),
              markdown_passages(row.draft) or escape(_empty(False)), escape("; ".join(row.changes)), escape(row.reason))
             for row in three.rows(full)]
    blocks = [f"# {escape(three.title)}", escape(summary(three.current, formal=True)),
              escape(summary(three.model, formal=True)), *(f"> {escape(warning)}" for warning in three.warnings),
              escape(three.marks),
              markdown_table([escape(head) for head in three.heads], cells, escaped=True)]
    return "\n\n".join(blocks) + "\n"


def html(three: ThreeTexts, *, full: bool = False) -> str:
    """Return the three texts as one HTML page."""
    heads = "".join(f'<th scope="col">{escaped(head)}</th>' for head in three.heads)
    rows = "\n".join(
        f'<tr class="row" tabindex="-1" data-kinds=""><td>{row.number}</td>'
        + "".join(f"<td>{_html_cell(found, unheld)}</td>" for found, unheld in (
            (row.current, row.current_unheld), (row.model, row.model_unheld), (row.draft, False)))
        + f"<td>{'<br>'.join(map(escaped, row.changes))}</td><td>{escaped(row.reason)}</td></tr>"
        for row in three.rows(full))
    remarks = "".join(f"<p>{escaped(warning)}</p>" for warning in three.warnings)
    box = f'<div class="warning" role="note">{remarks}</div>' if remarks else ""
    box += f'<p class="legend">{escaped(three.marks)}</p>'
    return page(three.title, (
        f'<header><h1>{escaped(three.title)}</h1><p class="summary">{escaped(summary(three.current, formal=True))}</p>'
        f'<p class="summary">{escaped(summary(three.model, formal=True))}</p>{box}</header>\n'
        f'<div id="rows" tabindex="-1"><table class="three"><thead><tr>{heads}</tr></thead><tbody>\n{rows}\n'
        "</tbody></table></div>"), script=False)


def word(three: ThreeTexts, paper: Paper, *, full: bool = False, dated: str = "") -> bytes:
    """Return the three texts as a Word table across the page."""
    pieces = [paragraph(plain("DGTenBang", str(say("COMPARISON OF THREE TEXTS"))))]
    pieces += [paragraph(plain("DGCanhBao", warning)) for warning in three.warnings]
    pieces += [paragraph(plain("DGLoiBang", summary(view, formal=True))) for view in (three.current, three.model)]
    pieces.append(paragraph(plain("DGLoiBang", three.marks)))
    rows: list[Sequence[Cell]] = [
        (Cell((plain("DGOGiua", str(row.number)),)), _cell(row.current, row.current_unheld),
         _cell(row.model, row.model_unheld), _cell(row.draft, False),
         Cell(tuple(plain("DGOTrai", f"- {one}.") for one in row.changes)), Cell((plain("DGOTrai", row.reason),)))
        for row in three.rows(full)]
    pieces.append(table(_WIDTHS, [head_cell(head) for head in three.heads], rows))
    pieces.append(paragraph(plain("DGCuoi", "")))
    return paper.written("".join(pieces), title=three.title, dated=dated)


def _place(row: ThreeRow) -> str:
    first = (*row.draft, *row.current, *row.model)
    return first[0].citation if first else ""


def _empty(unheld: bool) -> str:
    return str(say("[…] Not held: nothing can be said.")) if unheld else str(say("(none)"))


def _cell(found: Sequence[Passage], unheld: bool) -> Cell:
    if found:
        return Cell(tuple(passages(found)))
    return Cell((plain("DGChuaCoBang" if unheld else "DGOGiua", _empty(unheld)),), shade="E7E6E6" if unheld else "")


def _html_cell(found: Sequence[Passage], unheld: bool) -> str:
    if not found:
        return f'<p class="{"gap" if unheld else "none"}">{escaped(_empty(unheld))}</p>'
    return "".join(f'<p title="{escaped(one.citation)}"><b>{escaped(one.label)}</b> {marked_html(one.heading)} '
                   f"{marked_html(one.text)}</p>" for one in found)
