"""The paragraphs of a document as runs: those many documents share are deflated once, the others each time.

Where a run begins and ends follows from the clauses alone, never from what was made before: the same values give the
same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.word.archive import Stretch, deflated
from docgen.word.gaps import Gapped

SHORT = 1500
"""Bytes below which a run is not worth standing alone: each costs its own code table, a tenth of a kilobyte."""
MOST_PACKED = 32
"""Wordings kept of one run, two kilobytes each."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring paragraphs that are shared, or are not."""

    gapped: Gapped
    shared: bool
    known: dict[tuple[bytes, ...], bytes] = field(default_factory=dict, repr=False, compare=False)

    def fill(self, texts: Sequence[bytes]) -> Stretch:
        content = b"".join(self.gapped.fill(texts))
        if not self.shared:
            return Stretch(content)
        key = tuple([texts[number] for number in self.gapped.gaps])
        packed = self.known.get(key)
        if packed is None:
            if len(self.known) >= MOST_PACKED:
                self.known.clear()
            packed = self.known[key] = deflated(content)
        return Stretch(content, packed)


class Body:
    """Paragraphs with gaps; `own` are the gaps whose texts hardly come back in another document."""

    def __init__(self, gapped: Gapped, own: frozenset[int] = frozenset()) -> None:
        self._runs = _runs(gapped, own)

    def fill(self, texts: Sequence[bytes]) -> list[Stretch]:
        """Return the finished paragraphs; `texts` are ready XML."""
        return [run.fill(texts) for run in self._runs]


def _runs(gapped: Gapped, own: frozenset[int]) -> tuple[_Run, ...]:
    runs = [_Run(Gapped(gapped.constants[:1], ()), shared=True)]
    for number, constant in zip(gapped.gaps, gapped.constants[1:], strict=True):
        if number in own:
            runs += [_Run(Gapped((b"", b""), (number,)), shared=False), _Run(Gapped((constant,), ()), shared=True)]
        else:
            runs[-1] = _Run(_joined(runs[-1].gapped, Gapped((b"", constant), (number,))), shared=True)
    merged: list[_Run] = []
    for run in runs:
        shared = run.shared and sum(map(len, run.gapped.constants)) >= SHORT
        if merged and not shared and not merged[-1].shared:
            merged[-1] = _Run(_joined(merged[-1].gapped, run.gapped), shared=False)
        else:
            merged.append(_Run(run.gapped, shared))
    return tuple(merged)


def _joined(first: Gapped, second: Gapped) -> Gapped:
    return Gapped((*first.constants[:-1], first.constants[-1] + second.constants[0], *second.constants[1:]),
                  first.gaps + second.gaps)
