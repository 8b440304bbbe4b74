"""docgen check --review: damaged places one after the other, decided at the keyboard."""

from __future__ import annotations

import io
import sys
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from docgen.cli.console import out, screen, tell
from docgen.messages import Message, say

if TYPE_CHECKING:
    from docgen.api.review_damage import Doubt
    from docgen.versions.workspace import Workspace

_BESIDE = 60
"""Letters shown on either side of the word."""


def review(workspace: Workspace, wanted: Sequence[str]) -> int:
    """Walk through what is found; stopped by q, Ctrl-C or the end of the input, what was decided stands."""
    from docgen.api.review_damage import decide, doubts, moved

    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    pending = doubts(workspace, wanted)
    total, repaired, kept, skipped = len(pending), 0, 0, 0
    if not pending:
        tell(say("Nothing looks damaged, or all of it has been decided."))
        return 0
    tell(say("Enter: take the first reading. 1-9: take that one. = and words: type what is meant (= alone: nothing "
             "stands there). k: keep it as printed. s: skip. q: stop; what was decided stands."))
    while pending:
        doubt, pending = pending[0], pending[1:]
        out(_shown(doubt, total - len(pending), total))
        answer = _answer(doubt)
        if answer is None:
            break
        if answer == "":
            skipped += 1
            continue
        reading = answer[1:]
        by = decide(workspace, doubt, reading)
        pending = moved(pending, doubt, by)
        if reading == doubt.damage.word:
            kept += 1
        else:
            repaired += 1
    tell(say("Repaired: {repaired}; kept as printed: {kept}; skipped or not looked at: {left}.", repaired=repaired,
             kept=kept, left=total - repaired - kept))
    if repaired or kept:
        tell(say("Text and register are written, not committed; git diff shows what changed."))
    return 0


def _shown(doubt: Doubt, number: int, total: int) -> str:
    """Return a place as it is put before the person: where, the words round it, what it may have been."""
    damage = doubt.damage
    mark = ("\x1b[1;4m", "\x1b[0m") if screen().colour else ("[", "]")
    before, after = doubt.before[-_BESIDE:], doubt.after[:_BESIDE]
    before = before if len(doubt.before) <= _BESIDE else "…" + before.partition(" ")[2]
    after = after if len(doubt.after) <= _BESIDE else after.rpartition(" ")[0] + "…"
    lines = [f"\n({number}/{total}) {doubt.edition}, {doubt.place}",
             f"  {before}{mark[0]}{damage.word}{mark[1]}{after}", f"  {damage.why}"]
    if damage.candidates and str(damage.evidence):
        lines.append(f"  {damage.evidence}")
    lines += [f"  {place}  {reading.text or say('(nothing)')}  {reading.share:.2f}"
              for place, reading in enumerate(damage.candidates, 1)]
    return "\n".join(lines)


def _answer(doubt: Doubt) -> str | None:
    """Ask until the answer can be understood; "=" and a reading, empty for skip, None for stop."""
    readings = doubt.damage.candidates
    while True:
        sys.stdout.write("> ")
        sys.stdout.flush()
        try:
            line = sys.stdin.readline()
        except KeyboardInterrupt:
            line = ""
        if not line:
            out("")
            return None
        typed = unicodedata.normalize("NFC", line).strip()
        if not typed.isprintable():  # an arrow key, a paste gone wrong
            tell(_not_understood(typed))
            continue
        if typed.lower() == "q":
            return None
        if typed.lower() == "s" or (not typed and not readings):
            return ""
        if typed.lower() == "k":
            return f"={doubt.damage.word}"
        if typed.startswith("="):
            return "=" + " ".join(typed[1:].split())
        if not typed or (typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(readings)):
            return f"={readings[int(typed or 1) - 1].text}"
        tell(_not_understood(typed))


def _not_understood(typed: str) -> Message:
    shown = "".join(sign if sign.isprintable() else "?" for sign in typed)
    return say("'{typed}' is no answer here: Enter, a number, = and words, k, s or q.", typed=shown)
