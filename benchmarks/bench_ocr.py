"""Damage by character recognition: how much of it repair takes away, how much detection finds, how often it errs.

162-QĐ/TW and 30-HD/BTCTW are printed, spoiled (blur, noise, skew, 150 dots an inch) and read by Tesseract; seed 003 has
labels made by hand; 06-HD/TW is sound. Each text is left out of the counts while it is tested.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from benchmarks.ocr_pages import QUALITIES, Quality, missing, pages, stretches
from docgen.model.places import Place
from docgen.model.tree import Regulation
from docgen.reader.damage import find_damage, shipped
from docgen.reader.damage.finding import find_in
from docgen.reader.damage.places import passages
from docgen.reader.read import read
from scripts.make_counts import lines_of, text_of
from tests.reader.damage.figures import Score, score

ROOT = Path(__file__).parents[1]
SOUND = ROOT.parent / "shared" / "texts" / "06-HD-TW-2025.FULL.txt"
TESTED = ("regulations/hoi-quan-chung/162-qd-tw-2024.md", "regulations/chi-bo-co-quan-xa/30-hd-btctw-2014.md")

RATIO, FOUND, NON_WORDS, REAL_WORDS, RIGHT, ALARMS = 0.5, 0.95, 0.99, 0.85, 0.99, 2000
"""What must hold: errors after ÷ before at most; shares found and right at least; words for one false alarm."""

_LONG = 20


@dataclass(frozen=True, slots=True)
class Repaired:
    """Letters of one text, how many are wrong before and after automatic repair, how many were not read at all."""

    letters: int
    before: int
    after: int
    lost: int
    repairs: int

    @property
    def ratio(self) -> float:
        """Return what share of the wrong letters is left."""
        return self.after / self.before if self.before else 0.0


def repaired_pages(regulation: Regulation, quality: Quality) -> Repaired:
    """Print, spoil, read and repair one regulation, its own share taken out of the counts."""
    counts = shipped().without(regulation)
    assert len(counts.in_shipped) == len(shipped().in_shipped) - 1
    read_pages = pages(regulation, quality)
    printed = " ".join(page.printed for page in read_pages)
    lines = [(Place(zone="page", part=str(number)), text) for number, text in enumerate(stretches(read_pages))]
    found = [one for one in find_in(lines, counts) if one.repair is not None]
    after = {place.part: text for place, text in lines}
    for one in sorted(found, key=lambda one: -one.start):
        text = after[one.part]
        after[one.part] = text[:one.start] + (one.repair or "") + text[one.end:]
    before = [text for _, text in lines]
    return Repaired(len(printed), _wrong(printed, before), _wrong(printed, list(after.values())),
                    _lost(printed, before), len(found))


def alarms(path: Path) -> tuple[int, int]:
    """Return words and false alarms of a sound text that is left out of the counts."""
    counts = shipped().without_lines(lines_of(path))
    assert len(counts.in_shipped) == len(shipped().in_shipped) - 1
    regulation = read(text_of(path)).regulation
    return sum(len(words.split()) for _, words in passages(regulation)), len(find_damage(regulation, counts))


def main() -> None:
    print(f"{'text':22}{'page':>12}{'letters':>9}{'wrong before':>14}{'after':>8}{'ratio':>8}{'not read':>10}"
          f"{'repairs':>9}")
    if packages := missing():
        print(f"not measured: install {packages}")
    else:
        for name in TESTED:
            regulation = read((ROOT / name).read_text(encoding="utf-8")).regulation
            for quality in QUALITIES:
                done = repaired_pages(regulation, quality)
                print(f"{Path(name).stem:22}{quality.name:>12}{done.letters:>9}{done.before / done.letters:>14.2%}"
                      f"{done.after / done.letters:>8.2%}{done.ratio:>8.2f}{done.lost:>10}{done.repairs:>9}")
    print(f"limit: {RATIO}; 'not read': letters of stretches of {_LONG} and more that Tesseract passed over\n")
    _print_score(score(shipped()))
    if SOUND.is_file():
        words, count = alarms(SOUND)
        print(f"\n06-HD/TW, sound: {words} words, {count} false alarms, one in {words // max(count, 1)} words "
              f"(limit: one in {ALARMS})")


def _print_score(result: Score) -> None:
    print(f"seed 003, labels by hand: {result.labels} damaged words")
    for name, share, limit in (("found", result.found, FOUND), ("non-words found", result.non_words, NON_WORDS),
                               ("real words found", result.real_words, REAL_WORDS),
                               ("automatic repairs right", result.right, RIGHT)):
        print(f"  {name:26}{share:.4f}   (limit {limit})")
    print(f"  repaired by itself: {result.repairs}; findings that are no damage: {result.false}")


def _lost(printed: str, read_lines: list[str]) -> int:
    text = " ".join(" ".join(read_lines).split())
    return sum(step.src_end - step.src_start for step in Levenshtein.opcodes(printed, text)
               if step.tag == "delete" and step.src_end - step.src_start >= _LONG)


def _wrong(printed: str, read_lines: list[str]) -> int:
    return Levenshtein.distance(printed, " ".join(" ".join(read_lines).split()))


if __name__ == "__main__":
    main()
