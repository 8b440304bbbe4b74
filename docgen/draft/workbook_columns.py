"""Headings of the workbook and the questions they stand for: the one place that knows how its sheets are laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from docgen.draft.field import Field, FieldList
from docgen.draft.nearest import suggest
from docgen.messages import NOTHING, Message, say
from docgen.model.finding import Finding
from docgen.reader.workbook.table import Row, Table
from docgen.vietnamese.letters import without_marks

CODE = Field(name="code", type="text", label="Mã chi bộ", help=(
    "Tên ngắn để đặt tên tệp và để nối với trang Người, trang Hội; bỏ trống ở trang Chi bộ thì lấy từ tên chi bộ."))
"""Which cell a row speaks of; the sheets of people and associations name it too."""
CELLS_SHEET, GUIDE_SHEET = "Chi bộ", "Hướng dẫn"
_SHEETS = {"committee": "Người", "associations": "Hội"}
_NOTE = "ghi chu"
"""A column that begins so is the office's own and is not read."""
_HEADER_WITHIN = 20
STEP = 20_000
"""A place in the k-th sheet has its column raised by k times this; no sheet has so many columns."""


@dataclass(frozen=True)
class SheetPlan:
    """What one sheet of the workbook asks: its name, the list of entries it holds (None: the cells), its questions."""

    name: str
    entries: Field | None
    questions: tuple[Field, ...]

    @cached_property
    def by_heading(self) -> dict[str, Field]:
        """Return the questions by what may stand above their column: label or name, without marks and case."""
        found: dict[str, Field] = {}
        for one in self.questions:
            found.setdefault(folded(one.label), one)
            found.setdefault(folded(one.name), one)
        return found


def plans(fields: FieldList) -> tuple[SheetPlan, ...]:
    """Return the sheets of a framework: the cells first, the people second, then every other list of entries."""
    single = tuple(one for one in fields.fields if one.type != "records")
    lists = sorted((one for one in fields.fields if one.type == "records"),
                   key=lambda one: list(_SHEETS).index(one.name) if one.name in _SHEETS else len(_SHEETS))
    return (SheetPlan(CELLS_SHEET, None, (CODE, *single)),
            *(SheetPlan(_SHEETS.get(one.name, one.label[:31] or one.name), one, (CODE, *one.of)) for one in lists))


def folded(heading: str) -> str:
    """Return a heading as it is compared: small letters without marks, figures, single spaces."""
    return " ".join(re.findall(r"[a-z0-9]+", without_marks(heading).lower()))


def heading(field: Field) -> str:
    """Return what stands above the column of a question."""
    return field.label or field.name


@dataclass(frozen=True)
class Sheet:
    """A sheet of somebody's workbook understood: which row holds the headings, which column answers which question."""

    plan: SheetPlan
    table: Table
    header: int
    columns: tuple[tuple[int, Field], ...]
    number: int
    findings: tuple[Finding, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows below the headings."""
        return tuple(row for row in self.table.rows if row.number > self.header)

    @cached_property
    def column_of(self) -> dict[str, int]:
        """Return the column (from 1) of each question that has one."""
        return {field.name: column for column, field in self.columns}

    def place(self, column: int) -> int:
        """Return a column with the number of its sheet in it."""
        return self.number * STEP + column


def understand(tables: Iterable[Table], all_plans: tuple[SheetPlan, ...]) -> tuple[Sheet, ...]:
    """Find the sheet of each plan, by its name or else by its headings; a plan without a sheet is left out."""
    left = dict(enumerate(tables))
    sheets = []
    for plan in all_plans:
        wanted = folded(plan.name)
        number = next((n for n, table in left.items() if folded(table.name) == wanted), None)
        if number is None:
            scores = {n: _header(table, plan)[1] for n, table in left.items()}
            best = max(scores, key=lambda n: (scores[n], -n), default=None)
            number = best if best is not None and scores[best] >= (3 if plan.entries is None else len(
                [one for one in plan.questions if one.required]) + 1) else None
        if number is not None:
            sheets.append(_sheet(left.pop(number), plan, number))
    return tuple(sheets)


def _header(table: Table, plan: SheetPlan) -> tuple[Row | None, int]:
    """Return the row with the most known headings among the first ones: titles and merged groups may stand above."""
    best: tuple[Row | None, int] = (None, 0)
    for row in table.rows[:_HEADER_WITHIN]:
        known = sum(isinstance(value, str) and folded(value) in plan.by_heading for value in row.values)
        if known > best[1]:
            best = (row, known)
    return best


def _sheet(table: Table, plan: SheetPlan, number: int) -> Sheet:
    row, _ = _header(table, plan)
    if row is None:
        fault = _fault(0, number, say("No row of headings was found."),
                       say("Take the headings from docgen cell template -o FILE.xlsx."))
        return Sheet(plan, table, 10**9, (), number, (fault,) if table.rows else ())
    columns: list[tuple[int, Field]] = []
    findings = []
    taken: set[str] = set()
    used = {column for below in table.rows if below.number > row.number
            for column, value in enumerate(below.values, 1) if value != ""}
    for column, value in enumerate(row.values, 1):
        name = folded(str(value))
        field = plan.by_heading.get(name)
        if field is None:
            if column in used and not name.startswith(_NOTE):
                known = [heading(one) for one in plan.questions]
                findings.append(_fault(row.number, number * STEP + column, (
                    say("The heading '{heading}' stands for no question.", heading=value) if name else
                    say("This column has values and no heading.")),
                    suggest(str(value), known, say("Take the heading from docgen cell template, or begin it with "
                                                   "'{note}' if the column is only for you.", note="Ghi chú"))))
        elif field.name in taken:
            findings.append(_fault(row.number, number * STEP + column,
                                   say("The heading '{heading}' stands twice.", heading=value),
                                   say("Keep one of the two columns.")))
        else:
            taken.add(field.name)
            columns.append((column, field))
    findings += [_fault(row.number, number * STEP, say("The column «{heading}» is missing.", heading=heading(one)),
                        say("Add it; its answers are required."))
                 for one in plan.questions if one.required and one.name not in taken and one.name != "framework"]
    if plan.entries is not None and CODE.name not in taken:
        findings.append(_fault(row.number, number * STEP,
                               say("The column «{heading}» is missing.", heading=heading(CODE)),
                               say("Add it: it says of which cell each row speaks.")))
    return Sheet(plan, table, row.number, tuple(columns), number, tuple(findings))


def _fault(line: int, column: int, message: Message, remedy: Message = NOTHING) -> Finding:
    return Finding(code="workbook", severity="error", message=message, remedy=remedy, line=line, column=column)
