"""The life of a provision on the screen: the texts that were law one after the other, then the commits."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.compare.comparison import Row, Span
from docgen.messages import Message, say
from docgen.model.citation import cite
from docgen.publish.change_words import kind_words, places
from docgen.publish.comparison_text import MARKS, coloured
from docgen.publish.life import Edit, LegalStage, Life
from docgen.publish.lines import PLAIN, Screen, wrapped
from docgen.publish.status_words import STATUS_WORDS

_KEPT = 8
"""Words left on either side of a change; what was not changed is not repeated whole."""
_DEPTH = "      "


def life_text(life: Life, screen: Screen = PLAIN) -> str:
    """Show both clocks one below the other, each under its own heading; they are never mixed."""
    lines = wrapped(f"{life.citation}  [{life.place}]", screen, "", "  ")
    lines += ["", *_head(say("Legal time: the texts that were law, the oldest first"), screen)]
    for stage in life.legal:
        lines += _stage(stage, screen, bool(life.edition) and stage.relation == "same")
    lines += ["", *_head(say("Editing time: the commits that changed the words here, the newest first"), screen)]
    for edit in life.edits or ():
        lines += _edit(edit, life, screen)
    if life.edits is None:
        lines += wrapped(f"  {say('cannot be read here')}", screen, "", "  ")
    elif not life.edits:
        lines += wrapped(f"  {say('none')}", screen, "", "  ")
    for remark in life.remarks:  # on one line in a file or a pipe; a screen breaks it at a blank, not in a word
        lines += ["", *([f"! {remark}"] if screen == PLAIN else wrapped(f"! {remark}", screen, "", "  "))]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(text: Message, screen: Screen) -> list[str]:
    lines = wrapped(str(text), screen)
    return [f"\x1b[1m{line}\x1b[0m" for line in lines] if screen.colour else lines


def _stage(stage: LegalStage, screen: Screen, asked: bool) -> list[str]:
    name = f"{stage.edition}  {stage.citation}" if stage.edition else stage.citation
    lines = wrapped(f"{'>' if asked else ' '} {name}", screen, "", "    ")
    lines += wrapped(f"{_dates(stage)}", screen, _DEPTH)
    if stage.why:
        mark = "? " if "unknown" in stage.kinds else ""
        lines += wrapped(f"{mark}{stage.why}", screen, _DEPTH)
    elif stage.kinds:
        lines += wrapped(f"{kind_words(stage.kinds)}", screen, _DEPTH)
    if stage.confirmed is not None:
        judged = say("confirmed by reading: {who}", who=stage.confirmed_by or "?") if stage.confirmed else (
            say("proposed by the program; nobody has confirmed it"))
        lines += wrapped(f"{judged}", screen, _DEPTH)
    if stage.reason:
        lines += wrapped(f"# {stage.reason}", screen, _DEPTH)
    return lines + _words(stage.words, screen)


def _dates(stage: LegalStage) -> str:
    """Tell issue, start and end; "?" is what nobody knows."""
    issued, start = stage.issued_on or "?", stage.in_force_from or "?"
    if stage.in_force_until or stage.status in ("replaced", "not_known"):
        told = say("issued {issued}; in force from {start} until {end}", issued=issued, start=start,
                   end=stage.in_force_until or "?")
    else:
        told = say("issued {issued}; in force from {start}", issued=issued, start=start)
    sure = f" ({stage.certainty})" if stage.certainty else ""
    replaced = f"; {say('replaced on {day}', day=stage.replaced_on)}" if (
        stage.replaced_on and not stage.in_force_until) else ""
    return f"{told}{replaced}; {STATUS_WORDS[stage.status]}{sure}"


def _edit(edit: Edit, life: Life, screen: Screen) -> list[str]:
    if edit.commit:
        when = edit.committed_at.isoformat(" ", "minutes") if edit.committed_at else "?"
        lines = wrapped(f"  {edit.commit[:10]}  {when}  {edit.author}", screen, "", _DEPTH)
        lines += wrapped(f"{edit.subject}", screen, _DEPTH)
    else:
        lines = wrapped(f"  {say('not committed yet: it stands in the file only')}", screen, "", _DEPTH)
    for paragraph in edit.body.split("\n\n") if edit.body else ():
        lines += wrapped(f"{' '.join(paragraph.split())}", screen, _DEPTH)
    for name, value in edit.trailers:
        lines += wrapped(f"{_DEPTH}{name}: {value}", screen, "", _DEPTH + "  ")
    if life.work:
        return lines + [line for file in edit.files for line in wrapped(f"{file}", screen, _DEPTH)]
    there = [address for address in edit.addresses if address != life.address]
    was = f"({say('then {places}', places=places(there))})" if there else ""
    if edit.changes:
        lines += wrapped(f"{was}", screen, _DEPTH) if was else []
        return lines + [line for row in edit.changes for line in _row(row, screen)]
    lines += wrapped(f"{_what(edit)} {was}", screen, _DEPTH)
    # words that came whole are told by their beginning and end: docgen show EDITION@COMMIT has all of them
    margin = _DEPTH + "  "
    return lines + [line for span in edit.words for line in wrapped(f"“{_ends(span.text)}”", screen, margin)]


def _ends(text: str) -> str:
    words = text.split()
    return text if len(words) <= 4 * _KEPT else " ".join([*words[:2 * _KEPT], "…", *words[-_KEPT:]])


def _what(edit: Edit) -> Message:
    """Name what a commit did where no row of a comparison tells it."""
    if edit.kinds == ("added",):
        return say("brought in")
    if edit.kinds == ("removed",):
        return say("taken out")
    return say("no words of a provision: a label, the head or the end of the paper, or mark-up")


def _row(row: Row, screen: Screen) -> list[str]:
    old, new = places(row.old), places(row.new)
    where = new or old if not (old and new) or old == new else f"{old} → {new}"
    lines = wrapped(f"{_DEPTH}- {where}: {kind_words(row.kinds)}", screen, "", _DEPTH + "  ")
    for pair in row.pairs:
        several = f"{cite(pair.old)} → {cite(pair.new)}: " if len(row.pairs) > 1 else ""
        lines += _words((*pair.heading, *((Span("=", " "),) if pair.heading else ()), *pair.words), screen, several)
    return lines


def _words(words: Sequence[Span], screen: Screen, before: str = "") -> list[str]:
    """Show the words with their marks; nothing where nothing changed."""
    if all(span.mark == "=" for span in words):
        return []
    text = "".join(_span(span, place == 0, place == len(words) - 1) for place, span in enumerate(words))
    margin = _DEPTH + "  "
    return coloured(wrapped(f"{before}{text.strip()}", screen, margin), screen, margin)


def _span(span: Span, first: bool, last: bool) -> str:
    if span.mark == "~":
        return f"{MARKS['-'][0]}{span.text}{MARKS['-'][1]}{MARKS['+'][0]}{span.other}{MARKS['+'][1]}"
    if span.mark != "=":
        return f"{MARKS[span.mark][0]}{span.text}{MARKS[span.mark][1]}"
    parts = span.text.split(" ")
    kept = _KEPT * (1 if first or last else 2)
    if len(parts) <= kept + 2:
        return span.text
    head = [] if first else parts[:_KEPT]
    tail = [] if last else parts[-_KEPT:]
    return " ".join([*head, "…", *tail])
