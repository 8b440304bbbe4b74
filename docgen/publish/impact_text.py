"""Documents that a change of the law touches, on the screen: one summary line, then each document with its clauses."""

from __future__ import annotations

from docgen.publish.impact_page import ImpactPage
from docgen.publish.lines import PLAIN, Screen, wrapped
from docgen.publish.word_changes import capital


def impact_text(page: ImpactPage, screen: Screen = PLAIN) -> str:
    """Return the page as text."""
    lines = [*wrapped(page.title, screen, "", "  "), *wrapped(page.summary, screen, "", "  ")]
    for remark in page.remarks:
        lines += wrapped(f"! {remark}", screen, "", "  ")
    for one in page.documents:
        lines += ["", one.path]
        if one.note:
            lines += wrapped(f"! {one.note}", screen, "  ", "    ")
        for row in one.rows:
            lines += wrapped(capital(row.told), screen, "  ", "    ")
            lines += wrapped(f"-> {row.manner}; {page.now(row)}", screen, "    ", "       ")
    if page.unreadable:
        lines.append("")
    for sentence in page.unreadable:
        lines += wrapped(f"! {sentence}", screen, "", "  ")
    return "\n".join(lines) + "\n"
