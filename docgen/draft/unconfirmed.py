"""What nobody has confirmed yet in a model of a province: said at every draft and every check, until somebody has."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.draft.clauses import ClauseSet
from docgen.draft.field import FieldList
from docgen.messages import say
from docgen.model.finding import Finding


def unconfirmed(name: str, fields: FieldList, clauses: ClauseSet) -> Iterator[Finding]:
    """Yield what of a model is only a guess of the program: questions at blanks, legal bases of clauses."""
    questions = [field.name for field in fields.fields if field.unconfirmed]
    proposed = sum(bool(clause.source.may_rest_on) for clause in clauses.clauses)
    remedy = say("Look at them with docgen template confirm {model}, or in its fields.yaml and clauses.md.", model=name)
    if questions:
        yield Finding(code="draft-model", severity="warning", file=fields.file, remedy=remedy,
                      message=say("{count} question(s) of the model {model} are not confirmed: {names}.",
                                  count=len(questions), model=name, names=", ".join(questions)))
    if proposed:
        yield Finding(code="draft-model", severity="warning", file=clauses.file, remedy=remedy,
                      message=say("The legal bases of {count} clause(s) of the model {model} are only proposed.",
                                  count=proposed, model=name))
