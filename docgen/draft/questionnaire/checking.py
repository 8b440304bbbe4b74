"""What an answer breaks, found at once by the rules of `docgen cell check`.

A rule that finds something missing (an đảng bộ without chi bộ under it) has to wait until that was asked for: it is
watched for the questions it looks at, and heard when all of them have been put.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from docgen.draft.cell_rules import committee_size, dates_in_order, nobody_twice, posts_agree, rules_for
from docgen.draft.cells import cell_of, gathered
from docgen.draft.facts import Value
from docgen.draft.field import FieldList
from docgen.draft.question_words import in_labels
from docgen.draft.questionnaire.answers import Answers, about, names_with_values
from docgen.draft.questionnaire.steps import Step, steps, waits_behind
from docgen.draft.values import Converter
from docgen.model.finding import Finding
from docgen.reader.yaml_tree import Branch, Scalar, Sequence

HEARD_AT_ONCE = (dates_in_order, nobody_twice, posts_agree, committee_size)
"""Rules whose findings no later answer takes back, though they look at questions not put yet."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding and the key of the answer it is about; empty if it is about none that was given."""

    finding: Finding
    key: str = ""

    @property
    def is_error(self) -> bool:
        """Tell whether a document made from this would be wrong."""
        return self.finding.severity == "error"


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked, for which documents."""

    fields: FieldList
    framework: str
    kinds: tuple[str, ...]

    def steps(self, answers: Answers) -> tuple[Step, ...]:
        """Return every question these answers call for, in order."""
        return tuple(steps(self.fields, self.framework, answers, self.kinds))

    def kept(self, answers: Answers) -> dict[str, str]:
        """Return the answers to questions that are still asked: others were given before an answer was changed."""
        asked = {step.key for step in self.steps(answers)}
        return {key: text for key, text in answers.items() if key in asked}

    def remarks_on(self, step: Step, text: str, answers: Answers) -> tuple[Remark, ...]:
        """Return what giving this answer would newly break; what is wrong with it alone comes by itself."""
        alone = self._alone(step, text)
        if alone:
            return tuple(Remark(finding, step.key) for finding in alone)
        then = {**answers, step.key: text}
        known = {(remark.finding.code, remark.finding.message) for remark in self._heard(self.kept(answers))}
        return tuple(remark for remark in self._heard(self.kept(then))
                     if (remark.finding.code, remark.finding.message) not in known)

    def remarks(self, answers: Answers) -> tuple[Remark, ...]:
        """Return everything `docgen cell check` would find in the answers taken together."""
        kept = self.kept(answers)
        reading = cell_of(names_with_values(self.fields, self.framework, kept), self.fields, [], "", self.kinds)
        return tuple(self._remark(finding, kept) for finding in reading.findings)

    def _alone(self, step: Step, text: str) -> tuple[Finding, ...]:
        converter = Converter()
        branch: Branch = Scalar(text, 1, 1)
        converter.value(step.field, Sequence((branch,), 1, 1) if step.field.type == "list" else branch)
        return tuple(in_labels(finding, self.fields) for finding in converter.findings)

    def _heard(self, answers: Answers) -> Iterator[Remark]:
        settled = self._settled(answers)
        facts = gathered(names_with_values(self.fields, self.framework, _whole(self.steps(answers), answers)),
                         self.fields, [], "", self.kinds)
        for rule in rules_for(self.kinds):
            watched = _Watched(facts.values)
            for finding in rule(replace(facts, values=watched)):
                if watched.seen <= settled or rule in HEARD_AT_ONCE:
                    yield self._remark(finding, answers)

    def _settled(self, answers: Answers) -> frozenset[str]:
        """Return the questions that have been put, or are not going to be."""
        asked = self.steps(answers)
        gates = {step.key for step in asked if step.key not in answers and step.opens}
        put_still = {step.question for step in asked
                     if step.key not in answers and not (step.may_end and step.entry > 1)}
        return frozenset(field.name for field in self.fields.fields
                         if field.name not in put_still and waits_behind(field) not in gates)

    def _remark(self, finding: Finding, answers: Answers) -> Remark:
        return Remark(in_labels(finding, self.fields), about(finding.line, answers))


class _Watched(Mapping[str, Value]):
    """Values that remember which of them were looked at."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = values
        self.seen: set[str] = set()

    def __getitem__(self, name: str) -> Value:
        self.seen.add(name)
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def _whole(asked: tuple[Step, ...], answers: Answers) -> dict[str, str]:
    """Return the answers without an entry that is not whole yet: rules look at whole entries."""
    unfinished = {(step.question, step.entry) for step in asked
                  if step.entry and step.key not in answers and not step.may_end}
    dropped = {step.key for step in asked if (step.question, step.entry) in unfinished}
    return {key: ("" if key in dropped else text) for key, text in answers.items()}

