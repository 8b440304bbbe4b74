"""Headings of the workbook and the questions they stand for: the one place that knows how its sheets are laid out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from docgen.draft.field import Field, FieldList
from docgen.draft.nearest import suggest
from docgen.draft.workbook_union import other_headings, united
from docgen.messages import NOTHING, Message, say
from docgen.model.finding import Finding
from docgen.reader.workbook.table import Row, SheetValue, Table
from docgen.vietnamese.letters import without_marks

CODE = Field(name="code", type="text", label="Mã chi bộ", help=(
    "Tên ngắn để đặt tên tệp và để nối với trang Người, trang Hội; bỏ trống ở trang Chi bộ thì lấy từ tên chi bộ."))
"""Which cell a row speaks of; the sheets of people and associations name it too."""
CELLS_SHEET, GUIDE_SHEET = "Chi bộ", "Hướng dẫn"
_SHEETS = {"committee": "Người", "associations": "Hội", "agencies": "Cơ quan"}
_NOTE = "ghi chu"
"""A column that begins so is the office's own and is not read."""
_HEADER_WITHIN = 20
STEP = 20_000
"""A place in the k-th sheet has its column raised by k times this; no sheet has so many columns."""


@dataclass(frozen=True)
class SheetPlan:
    """What a sheet of the workbook asks: its name, the list of entries it holds (None: the cells), its questions.

    `also` are other headings a question may have, with its name.
    """

    name: str
    entries: Field | None
    questions: tuple[Field, ...]
    also: tuple[tuple[str, str], ...] = ()

    @cached_property
    def by_heading(self) -> dict[str, Field]:
        """Return the questions by what may stand above their column: label or name, without marks and case."""
        found: dict[str, Field] = {}
        by_name = {one.name: one for one in self.questions}
        for one in self.questions:
            found.setdefault(folded(one.label), one)
            found.setdefault(folded(one.name), one)
        for label, name in self.also:
            if name in by_name:
                found.setdefault(folded(label), by_name[name])
        return found

    @property
    def least(self) -> int:
        """Return how many known headings tell that a sheet of another name is this one."""
        return 3 if self.entries is None else 1 + sum(one.required for one in self.questions)


def plans(lists: Sequence[FieldList], needed: Collection[FieldList] = ()) -> tuple[SheetPlan, ...]:
    """Return the sheets of some frameworks: the cells first, the people second, then every other list of entries.

    `needed` are the frameworks whose required answers must have a column; without it all.
    """
    fields = united(lists, needed)
    single = tuple(one for one in fields if one.type != "records")
    entries = sorted((one for one in fields if one.type == "records"),
                     key=lambda one: list(_SHEETS).index(one.name) if one.name in _SHEETS else len(_SHEETS))
    return (SheetPlan(CELLS_SHEET, None, (CODE, *single), other_headings(lists)),
            *(SheetPlan(_SHEETS.get(one.name, one.label[:31] or one.name), one, (CODE, *one.of),
                        other_headings(lists, one.name))
              for one in entries))


# frameworks and codes come back in row after row
@lru_cache(maxsize=1024)
def folded(heading: str) -> str:
    """Return a heading as it is compared: small letters without marks, figures, single spaces."""
    return " ".join(re.findall(r"[a-z0-9]+", without_marks(heading).lower()))


def heading(field: Field) -> str:
    """Return what stands above the column of a question."""
    return field.label or field.name


@dataclass(frozen=True)
class Sheet:
    """A sheet of somebody's workbook understood: which row holds the headings, which column answers which question.

    `header` is the last row of headings, `shown` what stands there above each column.
    """

    plan: SheetPlan
    table: Table
    header: int
    columns: tuple[tuple[int, Field], ...]
    number: int
    shown: tuple[tuple[int, str], ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows below the headings."""
        return tuple(row for row in self.table.rows if row.number > self.header)

    @cached_property
    def column_of(self) -> dict[str, int]:
        """Return the column that answers each question."""
        return {field.name: column for column, field in self.columns}

    def place(self, column: int) -> int:
        """Return a column with the number of its sheet in it."""
        return self.number * STEP + column


def understand(tables: Iterable[Table], all_plans: tuple[SheetPlan, ...]) -> tuple[Sheet, ...]:
    """Tell of each sheet which plan it follows, by its name or else by its headings; several may follow one plan."""
    sheets = []
    for number, table in enumerate(tables):
        plan = _plan_of(table, all_plans)
        if plan is not None:
            sheets.append(_sheet(table, plan, number))
    return tuple(sheets)


def not_read(tables: Iterable[Table], sheets: Iterable[Sheet]) -> Iterator[Finding]:
    """Find sheets with something in them that follow no plan: whoever filled one in has to know."""
    known = {sheet.number for sheet in sheets}
    for number, table in enumerate(tables):
        name = folded(table.name)
        if number not in known and table.rows and name != folded(GUIDE_SHEET) and not name.startswith(_NOTE):
            yield Finding(
                code="workbook", severity="warning", line=table.rows[0].number, column=number * STEP,
                message=say("The sheet «{sheet}» is not read: its headings are none of those asked for.",
                            sheet=table.name),
                remedy=say("If it holds cells or people, take the headings from docgen cell template; if it is only "
                           "for you, begin its name with '{note}'.", note="Ghi chú"))


def _plan_of(table: Table, all_plans: tuple[SheetPlan, ...]) -> SheetPlan | None:
    name = folded(table.name)
    for plan in all_plans:
        if folded(plan.name) == name:
            return plan
    scores = [(_headings(table, plan).known, plan) for plan in all_plans]
    known, best = max(scores, key=lambda score: score[0])
    return best if known >= best.least else None


@dataclass(frozen=True)
class _Headings:
    """The last row that holds headings, what stands above each column, and how many of them are known."""

    last: int
    above: tuple[SheetValue, ...]
    known: int


_NO_HEADINGS = _Headings(0, (), 0)


def _headings(table: Table, plan: SheetPlan) -> _Headings:
    """Find the headings among the first rows: titles may stand above, and merged cells may part them in two rows."""
    rows = table.rows[:_HEADER_WITHIN]
    counts = [sum(_is_known(value, plan) for value in row.values) for row in rows]
    if not any(counts):
        return _NO_HEADINGS
    at = counts.index(max(counts))
    above = list(rows[at].values)
    last = rows[at].number
    for beside in (at - 1, at + 1):
        if not 0 <= beside < len(rows) or abs(rows[beside].number - rows[at].number) != 1:
            continue
        other = rows[beside]
        if beside > at and not all(value == "" or _is_known(value, plan) for value in other.values):
            continue  # the first row of answers
        missing = [column for column, value in enumerate(other.values) if _is_known(value, plan)
                   and (column >= len(above) or not _is_known(above[column], plan))]
        if not missing:
            continue
        above += [""] * (len(other.values) - len(above))
        for column in missing:
            above[column] = other.values[column]
        last = max(last, other.number)
    return _Headings(last, tuple(above), sum(_is_known(value, plan) for value in above))


def _is_known(value: SheetValue, plan: SheetPlan) -> bool:
    return isinstance(value, str) and folded(value) in plan.by_heading


def _sheet(table: Table, plan: SheetPlan, number: int) -> Sheet:
    headings = _headings(table, plan)
    if not headings.known:
        fault = _fault(0, number * STEP, say("No row of headings was found on the sheet «{sheet}».", sheet=table.name),
                       say("Take the headings from docgen cell template -o FILE.xlsx."))
        return Sheet(plan, table, 10**9, (), number, (), (fault,) if table.rows else ())
    columns: list[tuple[int, Field]] = []
    findings = []
    taken: set[str] = set()
    used = {column for below in table.rows if below.number > headings.last
            for column, value in enumerate(below.values, 1) if value != ""}
    above = (*headings.above, *[""] * (max(used, default=0) - len(headings.above)))
    for column, value in enumerate(above, 1):
        name = folded(str(value))
        field = plan.by_heading.get(name)
        if field is None:
            if column in used and not name.startswith(_NOTE):
                known = [heading(one) for one in plan.questions]
                findings.append(_fault(headings.last, number * STEP + column, (
                    say("The heading '{heading}' stands for no question.", heading=value) if name else
                    say("This column has values and no heading.")),
                    suggest(str(value), known, say("Take the heading from docgen cell template, or begin it with "
                                                   "'{note}' if the column is only for you.", note="Ghi chú"))))
        elif field.name in taken:
            findings.append(_fault(headings.last, number * STEP + column,
                                   say("The heading '{heading}' stands twice.", heading=value),
                                   say("Keep one of the two columns.")))
        else:
            taken.add(field.name)
            columns.append((column, field))
    findings += [_fault(headings.last, number * STEP, say("The column «{heading}» is missing.", heading=heading(one)),
                        say("Add it; its answers are required."))
                 for one in plan.questions if one.required and one.name not in taken and one.name != "framework"]
    if plan.entries is not None and CODE.name not in taken:
        findings.append(_fault(headings.last, number * STEP,
                               say("The column «{heading}» is missing.", heading=heading(CODE)),
                               say("Add it: it says of which cell each row speaks.")))
    shown = tuple((column, " ".join(str(above[column - 1]).split())) for column, _ in columns)
    return Sheet(plan, table, headings.last, tuple(columns), number, shown, tuple(findings))


def _fault(line: int, column: int, message: Message, remedy: Message = NOTHING) -> Finding:
    return Finding(code="workbook", severity="error", message=message, remedy=remedy, line=line, column=column)
