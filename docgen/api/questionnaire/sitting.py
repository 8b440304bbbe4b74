"""One sitting with the questionnaire: the question that comes next, answers given, taken back, kept and written."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from docgen.api.questionnaire.unfinished import keep, place_of
from docgen.api.writing import write_bytes
from docgen.draft.field import FieldList
from docgen.draft.questionnaire.answers import names_with_values, removed
from docgen.draft.questionnaire.checking import Asking, Remark
from docgen.draft.questionnaire.offers import likely, usual
from docgen.draft.questionnaire.steps import Step
from docgen.draft.questionnaire.typed import as_in_file, means_nothing
from docgen.draft.skeleton import skeleton
from docgen.errors import NotPossible
from docgen.messages import say

__all__ = ["Remark", "Sitting", "Step"]


class Sitting:
    """The questions put for one cell; every answer taken is on the disk before the next question comes."""

    def __init__(
        self, target: Path, fields: FieldList, framework: str, kinds: tuple[str, ...], answers: dict[str, str],
    ) -> None:
        self.target = target
        self._asking = Asking(fields, framework, kinds)
        self.answers = dict(answers)
        self._before: dict[str, str] = {}
        self._steps: tuple[Step, ...] | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return every question the answers so far call for, in order."""
        if self._steps is None:
            self._steps = self._asking.steps(self.answers)
        return self._steps

    @property
    def step(self) -> Step | None:
        """Return the next question; None if all have been put."""
        return next((step for step in self.steps if step.key not in self.answers), None)

    def offered(self, step: Step) -> str:
        """Return what Enter answers: what was answered before, what is likely, the usual value; empty if nothing."""
        if step.key in self._before:
            return self._before[step.key] or usual(step)
        return likely(step, self._asking.fields, self.answers) or usual(step)

    def must_be_answered(self, step: Step) -> bool:
        """Tell whether Enter alone is no answer."""
        needed = step.field.required if step.field is not step.owner else not step.may_end
        return needed and not step.may_end and not self.offered(step)

    def take(self, step: Step, typed: str) -> tuple[Remark, ...]:
        """Take what was typed, and return what is wrong with it or doubtful; what is wrong is not taken.

        What it breaks elsewhere is told and the answer taken: the other answer may be the wrong one.
        """
        text = as_in_file(step.field, typed)
        if not text and step.key in self._before:
            text = self._before[step.key]
        elif not text:
            # the usual value stands without being written: a later framework may have another
            text = likely(step, self._asking.fields, self.answers)
        remarks = self._asking.remarks_on(step, text, self.answers) if text else ()
        if not any(remark.is_error and _together(remark.key, step.key) for remark in remarks):
            self._give(step.key, text)
        return remarks

    def means_nothing(self, step: Step, typed: str) -> bool:
        """Tell whether what was typed says that there is nothing to answer."""
        return means_nothing(step.field, typed)

    def leave_out(self, step: Step) -> None:
        """Leave a question unanswered; in the first part of an entry, take the entry away or end the list."""
        first = step.owner is not None and (step.field is step.owner or step.field is step.owner.of[0])
        if first and step.owner is not None:
            shifted = removed(step.owner, step.entry - 1, {**self.answers, step.key: ""})
            self._before.clear()
            if step.key in shifted:  # there were entries behind it, which moved up
                self.answers = shifted
                self._keep()
                return
        self._give(step.key, "")

    def back(self) -> bool:
        """Take back the last answer, so that it is asked again; False if there is none."""
        given = [step.key for step in self.steps if step.key in self.answers]
        now = self.step
        if now is not None:
            order = [step.key for step in self.steps]
            given = [key for key in given if order.index(key) < order.index(now.key)]
        if not given:
            return False
        self.ask_again(given[-1:])
        return True

    def ask_again(self, keys: Iterable[str]) -> None:
        """Put questions again, with their answers offered."""
        for key in keys:
            self._before[key] = self.answers.pop(key)
        self._keep()

    def remarks(self) -> tuple[Remark, ...]:
        """Return everything `docgen cell check` would find now."""
        return self._asking.remarks(self.answers)

    def finish(self) -> Path:
        """Write the file of facts; the kept answers have done their work then."""
        if self.target.exists():
            raise NotPossible(
                say("{path} has come into being meanwhile and is not touched.", path=self.target),
                say("Give it another name and repeat the command; your answers are kept in {path}.",
                    path=place_of(self.target)))
        asking = self._asking
        known = names_with_values(asking.fields, asking.framework, asking.kept(self.answers))
        text = skeleton(asking.fields, asking.framework, known)
        if sys.platform == "win32":
            text = text.replace("\n", "\r\n")  # Notepad before 2018 shows anything else as one long line
        write_bytes(self.target, text.encode())
        place_of(self.target).unlink(missing_ok=True)
        return self.target

    def _give(self, key: str, text: str) -> None:
        self.answers[key] = text
        self._before.pop(key, None)
        self._keep()

    def _keep(self) -> None:
        self._steps = None
        keep(self.target, self._asking.framework, self.answers)


def _together(one: str, other: str) -> bool:
    """Tell whether two keys are of the same answer, or of the same entry of a list."""
    return one.split(".")[:2] == other.split(".")[:2]
