"""Numbers run on, and no Điều has a single khoản with a number before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.check.rules.numbering import numbering_findings
from docgen.messages import say
from docgen.model.address import walk
from docgen.model.level import Level
from docgen.model.tree import Provision
from docgen.versions.library import HeldText


def numbering_runs_on(reviewed: Reviewed) -> Iterator[Remark]:
    """Count chương, Điều, khoản and điểm as the check of regulations does."""
    regulation = reviewed.paper.regulation
    held = HeldText(reviewed.paper.name, b"", "", regulation)
    for finding in numbering_findings(held):
        mended = replace(finding, line=0, remedy=say("Number again from here on, and look at every reference to what "
                                                     "gets another number."))
        yield Remark(finding=mended, line=finding.line - 1)
    for _, node in walk(regulation):
        clauses = [child for child in node.children if isinstance(child, Provision) and child.level is Level.CLAUSE]
        if node.level is Level.ARTICLE and len(clauses) == 1 and len(node.children) == 1 and not node.text:
            yield remark("review-lone-clause", "warning",
                         say("{label} has a single khoản, and that has a number.", label=node.label),
                         say("Take the number away, or see whether a khoản is missing."), line=clauses[0].line - 1)
