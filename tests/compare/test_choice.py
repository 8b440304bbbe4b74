"""The chain of what stayed and the choice of proposals, beside trying everything."""

from __future__ import annotations

import random
from itertools import chain, combinations, pairwise

from docgen.compare.chain import heaviest_chain
from docgen.compare.choice import choose
from docgen.compare.proposals import Proposal


def test_the_chain_is_the_heaviest() -> None:
    chance = random.Random("chain")
    for _ in range(200):
        size = chance.randrange(8)
        news = chance.sample(range(20), size)
        pairs = [(old, new, chance.randrange(1, 9)) for old, new in enumerate(news)]
        kept = heaviest_chain(pairs)
        weights = []
        for some in chain.from_iterable(combinations(range(size), many) for many in range(size + 1)):
            if all(pairs[one][1] < pairs[other][1] for one, other in pairwise(some)):
                weights.append(sum(pairs[place][2] for place in some))
        ordered = [pairs[place][1] for place in sorted(kept)]
        assert ordered == sorted(ordered)
        assert sum(pairs[place][2] for place in kept) == max(weights)


def test_the_choice_is_allowed_and_nearly_always_the_best() -> None:
    chance = random.Random("choice")
    best = 0
    for _ in range(200):
        gains = {}
        for _ in range(chance.randrange(1, 11)):
            old = tuple(sorted(chance.sample(range(5), chance.choice((1, 1, 2)))))
            new = tuple(sorted(chance.sample(range(5), 1 if len(old) == 2 else chance.choice((1, 1, 2)))))
            gains[Proposal(old, new, 5000, 100)] = chance.randrange(-3, 40)
        taken = choose(gains)
        for side in ("old", "new"):
            leaves = [leaf for proposal in taken for leaf in getattr(proposal, side)]
            assert len(leaves) == len(set(leaves))
        assert all(gains[proposal] > 0 for proposal in taken)
        sums = [0]
        for some in chain.from_iterable(combinations(gains, many) for many in range(1, 6)):
            if all(len(leaves) == len(set(leaves)) for side in ("old", "new")
                   for leaves in [[leaf for proposal in some for leaf in getattr(proposal, side)]]):
                sums.append(sum(gains[proposal] for proposal in some))
        found = sum(gains[proposal] for proposal in taken)
        assert found <= max(sums)
        best += found == max(sums)
    assert best >= 190
