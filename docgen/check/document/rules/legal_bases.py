"""The căn cứ: each line begins with a dash and ends with a semicolon, the last one with a comma."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.messages import say


def legal_bases_are_in_form(reviewed: Reviewed) -> Iterator[Remark]:
    """Look at the beginning and the end of each căn cứ."""
    lines, bases = reviewed.paper.lines, reviewed.parts.bases
    if reviewed.parts.kind < 0:
        return
    if not bases and reviewed.kind:
        yield remark("review-form-basis", "warning", say("The document names no căn cứ."),
                     say("Name at least the Điều lệ Đảng and the framework regulation."), line=reviewed.parts.kind)
    for place in bases:
        text = lines[place].text
        last = place == bases[-1]
        wanted = "," if last else ";"
        if not text.startswith(("-", "–")):
            yield remark("review-form-basis", "warning", say("A căn cứ begins with a dash."),
                         say("Write: - Căn cứ …"), line=place, words=text[:7])
        elif text[-1] not in (wanted, ":") and not (last and text.endswith("như sau:")):
            yield remark("review-form-basis", "warning",
                         say("This căn cứ ends with “{end}”; here it ends with “{wanted}”.", end=text[-1],
                             wanted=wanted),
                         say("Each ends with a semicolon, the last one with a comma."), line=place)
