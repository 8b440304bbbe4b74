"""Lines of a file in the old encodings TCVN3 (ABC) and VNI: recognised by what their words become, converted, said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.reader.source import SourceLine
from docgen.vietnamese.legacy import Evidence, Legacy, convert, evidence


def in_unicode(lines: Sequence[SourceLine], name: str) -> tuple[tuple[SourceLine, ...], tuple[Message, ...]]:
    """Return the lines in Unicode and what was converted; raises NotPossible if the letters make no sense in any way.

    Each line is judged by itself, since texts put together from several files mix encodings; where its own words do
    not decide ("Sè 12"), the rest of the text does.
    """
    every = evidence("\n".join(line.text for line in lines))
    if every.doubtful and every.legacy is None:
        raise NotPossible(
            say("{path}: the letters are in no encoding known here (Unicode, cp1258, TCVN3, VNI).", path=name),
            say("Open it where it can be read, save it as Unicode, and use that file."))
    if not max(every.tcvn3, every.vni):
        return tuple(lines), ()
    converted: list[SourceLine] = []
    counts: Counter[str] = Counter()
    for line in lines:
        legacy = _legacy(evidence(line.text), every)
        if legacy is None or (text := convert(line.text, legacy)) == line.text:
            converted.append(line)
            continue
        counts[legacy] += 1
        converted.append(replace(line, text=text, prefix=convert(line.prefix, legacy)))
    return tuple(converted), tuple(
        say("{path}: {count} line(s) were in the old encoding {encoding} and have been converted to Unicode.",
            path=name, count=count, encoding=legacy) for legacy, count in sorted(counts.items()))


def _legacy(own: Evidence, every: Evidence) -> Legacy | None:
    if own.legacy is not None and (max(own.tcvn3, own.vni) > 1 or every.legacy == own.legacy):
        return own.legacy
    # few words, or words that read both ways
    return every.legacy if every.legacy is not None and own.unicode <= max(own.tcvn3, own.vni) else None
