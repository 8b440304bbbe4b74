"""Comparing regulations: quality and speed of docgen beside its peers, in the same run, against the goals set.

python -m benchmarks.bench_compare [SEEDS, such as 1-10]
"""

from __future__ import annotations

import io
import sys

from benchmarks.clock import calibration
from benchmarks.compare_quality import LABELS, PEERS, Score, figures, other_bases, pairs, reworded_untouched, score
from benchmarks.compare_speed import long_words, thousand_articles, twelve_articles

PROFILES = ("light", "standard", "respell", "ocr", "heavy", "rewrite", "hard")
GOALS = {"standard": 0.998, "heavy": 0.985, "hard": 0.97}
SCATTERED = ("scattered", "scattered heavy")
MANIFOLD = ("manifold", "manifold heavy")
QUIET = ("light", "standard", "respell", "heavy", "rewrite", *SCATTERED, *MANIFOLD)
"""Profiles without OCR noise."""
TWO = ("flow (best known before)", "docgen")


def main() -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)  # a line is seen when it is done, in a pipe too
    low, _, high = (sys.argv[1] if len(sys.argv) > 1 else "1-10").partition("-")
    seeds = range(int(low), int(high or low) + 1)
    print(f"Seeds {seeds[0]}-{seeds[-1]}, two base texts; calibration loop {calibration():.2f} ms")
    by_label(by_profile(seeds))
    few = seeds[:3]
    print(f"\nLong: base repeated 8 times, 35 % of the words changed, seeds {few[0]}-{few[-1]}; clause match F1")
    for profile, goal in (("standard", ""), ("hard", "goal 0.950")):
        given = pairs(profile, few, scale=8)
        for who in TWO:
            print(f"  {profile:10}{who:36}{figures(score(given, PEERS[who])['clause', 'match'])[2]:.3f}  {goal}")
    wrong = [reworded_untouched(pairs(profile, seeds)) for profile in QUIET]
    print(f"\nRows called reworded though no word was touched: {sum(one for one, _ in wrong)} of "
          f"{sum(rows for _, rows in wrong)} untouched rows, goal 0")
    elsewhere(few)
    speed()


def by_profile(seeds: range) -> dict[tuple[str, str], Score]:
    """Print match F1 of every peer, and return all counts."""
    scores: dict[tuple[str, str], Score] = {}
    given = {profile: pairs(profile, seeds) for profile in (*PROFILES, *SCATTERED, *MANIFOLD)}
    for level in ("clause", "article"):
        print(f"\n{level} match F1\n{'':36}" + "".join(f"{name[:15]:>16}" for name in given))
        for who, align in PEERS.items():
            for profile, texts in given.items():
                if (who, profile) not in scores:
                    scores[who, profile] = score(texts, align)
            print(f"{who:36}" + "".join(
                f"{figures(scores[who, profile][level, 'match'])[2]:16.3f}" for profile in given))
        if level == "clause":
            print(f"{'goal':36}" + "".join(f"{GOALS.get(profile, ''):>16}" for profile in PROFILES))
    return scores


def by_label(scores: dict[tuple[str, str], Score]) -> None:
    """Print precision, recall and F1 of every label."""
    for name, profiles in (("all profiles", PROFILES), ("halves scattered", SCATTERED), ("up to five parts", MANIFOLD)):
        for level in ("clause", "article"):
            print(f"\n{level}, {name}: precision / recall / F1\n{'':36}" + "".join(f"{label:>20}" for label in LABELS))
            for who in PEERS:
                cells = []
                for label in LABELS:
                    counts = [sum(scores[who, profile][level, label][place] for profile in profiles)
                              for place in range(3)]
                    three = " / ".join(f"{figure:.2f}" for figure in figures(counts))
                    cells.append(f"{three if counts[0] + counts[1] else 'none':>20}")
                print(f"{who:36}" + "".join(cells))
    print("goals: split 0.96, merged 0.95 (scattered 0.85) F1; moved precision 0.97 clause, 0.95 article")


def elsewhere(seeds: range) -> None:
    """Print match F1 on other texts and in another language: nothing was tuned on them."""
    print(f"\nOther texts, paragraphs as khoản, seeds {seeds[0]}-{seeds[-1]}; clause match F1\n{'':46}"
          + "".join(f"{profile:>10}" for profile in GOALS))
    for name, bases in other_bases().items():
        for who in TWO:
            found = [score(pairs(profile, seeds, bases=bases), PEERS[who])["clause", "match"] for profile in GOALS]
            print(f"  {name:8}{who:36}" + "".join(f"{figures(counts)[2]:10.3f}" for counts in found))


def speed() -> None:
    """Print milliseconds and memory beside the peers."""
    print("\nTwelve articles, words included, reading excluded: ms, and times flow (goal 2)")
    for profile in ("light", "standard", "heavy", "hard"):
        flow, ours = twelve_articles(profile)
        print(f"  {profile:10} flow {flow:6.1f}   docgen {ours:6.1f}   {ours / flow:5.2f} x")
    print("\nAbout 1,000 articles of boilerplate: seconds, peak MB, clause F1 (goals 10 s, 500 MB, 0.9)")
    for profile in ("standard", "hard"):
        for who in ("flow", "docgen"):
            seconds, megabytes, f1 = thousand_articles(profile, who)
            print(f"  {profile:10}{who:8}{seconds:7.1f} s{megabytes:7} MB   {f1:.3f}")
    print("\nWord diff before clean-up: ms, part of the LCS found (goals 1.5 x the anchored method, 0.995)")
    for size, share, moves in ((3_000, 0.05, 0), (3_000, 0.3, 10), (100_000, 0.05, 0), (100_000, 0.3, 10)):
        peer, ours, found_peer, found = long_words(size, share, moves)
        print(f"  {size:7} words, {share:4.0%}, {moves:2} moves: anchored {peer:6.1f} ({found_peer:.4f})   "
              f"docgen {ours:6.1f} ({found:.4f})   {ours / peer:.2f} x")


if __name__ == "__main__":
    main()
