"""What the eye sees: page and margins, font and size, which lines are bold."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.document.remark import Remark, remark
from docgen.check.document.subject import Reviewed
from docgen.messages import say
from docgen.model.level import Level

MARGINS = (("top", 20.0), ("bottom", 20.0), ("left", 30.0), ("right", 15.0))
PAGE = (210.0, 297.0)
FONT = "Times New Roman"
_LIKE_IT = ("times new roman", "liberation serif", "tinos", "times")
SIZES = (14.0, 15.0)
_SLACK = 1.2
"""Millimetres by which programs round."""


def paper_looks_right(reviewed: Reviewed) -> Iterator[Remark]:
    """Look at the page and at the lines of the body; a fault of many lines is said once, at the first."""
    if reviewed.parts.kind < 0:
        return
    yield from _page(reviewed)
    yield from _letters(reviewed)
    yield from _bold(reviewed)


def _page(reviewed: Reviewed) -> Iterator[Remark]:
    page = reviewed.look.page
    if page.width and (abs(page.width - PAGE[0]) > _SLACK or abs(page.height - PAGE[1]) > _SLACK):
        yield remark("review-form-page", "warning",
                     say("The page is {width} by {height} mm; it is A4, 210 by 297.", width=round(page.width),
                         height=round(page.height)), say("Layout, Size: A4."))
    names = {"top": say("top"), "bottom": say("bottom"), "left": say("left"), "right": say("right")}
    wrong = [f"{names[side]} {getattr(page, side):.0f}" for side, wanted in MARGINS
             if getattr(page, side) and abs(getattr(page, side) - wanted) > _SLACK]
    if wrong:
        yield remark("review-form-margin", "warning",
                     say("Margins in millimetres: {wrong}; they are top 20, bottom 20, left 30, right 15.",
                         wrong=", ".join(wrong)), say("Layout, Margins."))


def _letters(reviewed: Reviewed) -> Iterator[Remark]:
    said: set[str] = set()
    for place, line, _ in reviewed.body():
        look = reviewed.look.paragraphs.get(line.place)
        if look is None or line.in_table:
            continue
        if look.font and look.font.lower() not in _LIKE_IT and look.font not in said:
            said.add(look.font)
            yield remark("review-form-font", "warning",
                         say("From here on letters are in {font}; Party papers are in {right}.", font=look.font,
                             right=FONT), say("Set the font of the whole document."), line=place)
        if look.size and not SIZES[0] - 0.5 <= look.size <= SIZES[1] + 0.5 and f"{look.size}" not in said:
            said.add(f"{look.size}")
            yield remark("review-form-size", "warning",
                         say("Letters of size {size} from here on; the text has 14 or 15.", size=f"{look.size:g}"),
                         say("Set the size."), line=place)


def _bold(reviewed: Reviewed) -> Iterator[Remark]:
    lines, parts = reviewed.paper.lines, reviewed.parts
    for place, line, _ in reviewed.body():
        label = line.label
        if label is not None and label.sure and label.level is Level.ARTICLE and line.bold == "none":
            yield remark("review-form-article", "warning", say("The line of a Điều is bold."),
                         say("Make “{label}” bold, with its heading.", label=line.text[:40]), line=place)
        elif line.level in (Level.CLAUSE, Level.POINT) and line.bold == "all" and len(line.words) > 60:
            yield remark("review-form-article", "warning", say("The text of khoản and điểm is not bold."),
                         say("Take the bold away."), line=place)
    for place in parts.authorities:
        post = next((at for at in range(place + 1, min(place + 4, len(lines)))
                     if lines[at].text.isupper() and at not in parts.authorities), -1)
        if lines[place].bold == "none":
            yield remark("review-form-authority", "error", say("The line of authority is bold."),
                         say("Make “{line}” bold.", line=lines[place].text), line=place)
        if post >= 0 and lines[post].bold == "all" and lines[post].place != lines[place].place:
            yield remark("review-form-post", "warning", say("The post under the line of authority is not bold."),
                         say("Take the bold away from “{line}”.", line=lines[post].text), line=post)
