"""How a finding about a workbook is said: with the sheet, row and heading somebody sees, not with names."""

from __future__ import annotations

from collections.abc import Mapping as ByName
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from docgen.draft.field import FieldList
from docgen.draft.question_words import called, labels_of
from docgen.draft.workbook_columns import STEP, Sheet
from docgen.messages import Message, say
from docgen.model.finding import Finding
from docgen.reader.workbook.table import letters


@dataclass(frozen=True)
class SheetWords:
    """What a finding says of a sheet: its name, whether it holds the cells, its headings by column."""

    number: int
    name: str
    main: bool
    headings: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Wording:
    """How findings about a workbook are said. Without a file (for YAML) they stay as they are.

    `headings` are, by framework, the headings of its questions.
    """

    file: str = ""
    sheets: tuple[SheetWords, ...] = ()
    headings: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()

    @cached_property
    def _sheets(self) -> dict[int, tuple[SheetWords, dict[int, str]]]:
        return {sheet.number: (sheet, dict(sheet.headings)) for sheet in self.sheets}

    @cached_property
    def _headings(self) -> dict[str, dict[str, str]]:
        return {framework: dict(pairs) for framework, pairs in self.headings}

    def say(self, finding: Finding, row: int = 0, sheet: int | None = None, framework: str = "") -> Finding:
        """Return a finding as it is shown; one that has no place of its own gets that of its cell."""
        if not self.file:
            return finding
        line, number, column = finding.line, finding.column // STEP, finding.column % STEP
        if finding.line <= 1 and finding.column <= 1:
            line, column = row, 0
            number = sheet if sheet is not None else next((one.number for one in self.sheets if one.main), 0)
        words, above_by_column = self._sheets.get(number, (SheetWords(number, "", True, ()), {}))
        above = above_by_column.get(column, "")
        alone = words.main and sum(one.main for one in self.sheets) <= 1
        headings = {**self._headings.get(framework, {}), **({} if framework else self._every)}
        message = _placed(called(finding.message, headings), line, "" if alone else words.name, above)
        remedy = called(finding.remedy, headings)
        if finding.code == "cell-missing":
            remedy = say("Write the answer in this column.") if above else say(
                "Add a column with this heading, or a row for this cell on the sheet of people or associations.")
        return replace(finding, message=message, remedy=remedy, file=self.file, line=line, column=column,
                       address=f"{words.name}!{letters(max(column, 1))}{line}" if line else "")

    @cached_property
    def _every(self) -> dict[str, str]:
        return {name: above for _, pairs in reversed(self.headings) for name, above in pairs}


def wording(file: str, sheets: Sequence[Sheet], lists: ByName[str, FieldList]) -> Wording:
    """Return how findings about these sheets are said; `lists` are the questions of each framework."""
    return Wording(
        file, tuple(SheetWords(sheet.number, sheet.table.name, sheet.plan.entries is None, sheet.shown)
                    for sheet in sheets),
        tuple((framework, tuple(labels_of(fields).items())) for framework, fields in lists.items()))


def _placed(fault: Message, line: int, sheet: str, above: str) -> Message:
    if not line:
        return fault
    if not sheet:
        return (say("Row {row}, column «{column}»: {fault}", row=line, column=above, fault=fault) if above else
                say("Row {row}: {fault}", row=line, fault=fault))
    return (say("Sheet «{sheet}», row {row}, column «{column}»: {fault}", sheet=sheet, row=line, column=above,
                fault=fault) if above else
            say("Sheet «{sheet}», row {row}: {fault}", sheet=sheet, row=line, fault=fault))
