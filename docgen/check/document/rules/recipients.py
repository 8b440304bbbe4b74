"""Nơi nhận: the heading, the superior first, one kind of ends, Lưu in the last line."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.document.plain import plain
from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.draft.form import NEW_FORM_FROM
from docgen.messages import say


def recipients_are_in_form(reviewed: Reviewed) -> Iterator[Remark]:
    """Look at the list of those who get the document."""
    lines, parts = reviewed.paper.lines, reviewed.parts
    if parts.kind < 0:
        return
    if parts.recipients_heading < 0:
        yield remark("review-form-recipients", "warning", say("There is no list “Nơi nhận:”."),
                     say("It stands at the lower left and ends with the line Lưu."), line=max(parts.end - 1, 0))
        return
    listed = parts.recipients
    if not listed:
        return
    end = _end(reviewed)
    for place in listed[:-1]:
        text = lines[place].text
        if text[-1] != end:
            yield remark("review-form-recipients", "warning",
                         say("This line ends with “{end}”; here it ends with “{wanted}”.", end=text[-1], wanted=end),
                         say("Each line ends alike, the last one with a full stop."), line=place)
    last = lines[listed[-1]].text
    if not plain(last).lstrip("-–+ ").startswith("lưu"):
        yield remark("review-form-recipients", "warning", say("The list does not end with the line Lưu."),
                     say("Write as last line: - Lưu chi bộ."), line=listed[-1])
    elif not last.endswith(".") or last.endswith("./."):
        yield remark("review-form-recipients", "warning", say("The last line of the list ends with a full stop."),
                     say("Write a full stop."), line=listed[-1])


def _end(reviewed: Reviewed) -> str:
    """Return the sign the lines end with: by the guidance of the day; while it is open, what most of them have."""
    stated = reviewed.facts.text("form_profile") if reviewed.facts else ""
    if stated or reviewed.issued:
        old = stated == "36-hd" or (not stated and reviewed.day < NEW_FORM_FROM)
        return "," if old else ";"
    ends = [reviewed.paper.lines[place].text[-1] for place in reviewed.parts.recipients[:-1]]
    return "," if ends.count(",") > ends.count(";") else ";"
