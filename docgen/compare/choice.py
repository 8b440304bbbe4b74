"""Which proposals to take, so that every leaf is in at most one and the sum of their gains is as high as can be.

First the greatest gains in turn, then exchanges: a proposal left out comes in for those it collides with where that,
and what the leaves set free can take instead, gains more. Whole numbers throughout; equal gains by place.
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.compare.proposals import Proposal

_ROUNDS = 12
"""Rounds of exchange; three are usual, the sum rises with every one of them."""


def choose(gains: Mapping[Proposal, int]) -> list[Proposal]:
    """Return the chosen proposals by their old leaves."""
    order = sorted((one for one, gain in gains.items() if gain > 0), key=lambda one: (-gains[one], one.old, one.new))
    state = _Chosen(gains, order)
    for proposal in order:
        if not state.collisions(proposal):
            state.take(proposal)
    for _ in range(_ROUNDS):
        if sum(state.exchange(proposal) for proposal in order) == 0:
            break
    return sorted(state.chosen(), key=lambda one: (one.old, one.new))


class _Chosen:
    """The choice while it is made: for each leaf the proposal that holds it."""

    def __init__(self, gains: Mapping[Proposal, int], order: list[Proposal]) -> None:
        self.gains = gains
        self.held: tuple[dict[int, Proposal], dict[int, Proposal]] = ({}, {})
        self.of: tuple[dict[int, list[Proposal]], dict[int, list[Proposal]]] = ({}, {})
        for proposal in order:
            for side, leaves in enumerate((proposal.old, proposal.new)):
                for leaf in leaves:
                    self.of[side].setdefault(leaf, []).append(proposal)

    def chosen(self) -> list[Proposal]:
        return [proposal for leaf, proposal in self.held[0].items() if proposal.old[0] == leaf]

    def collisions(self, proposal: Proposal) -> list[Proposal]:
        found: list[Proposal] = []
        for side, leaves in enumerate((proposal.old, proposal.new)):
            for leaf in leaves:
                holder = self.held[side].get(leaf)
                if holder is not None and holder not in found:
                    found.append(holder)
        return found

    def take(self, proposal: Proposal) -> None:
        for side, leaves in enumerate((proposal.old, proposal.new)):
            for leaf in leaves:
                self.held[side][leaf] = proposal

    def drop(self, proposal: Proposal) -> None:
        for side, leaves in enumerate((proposal.old, proposal.new)):
            for leaf in leaves:
                del self.held[side][leaf]

    def exchange(self, proposal: Proposal) -> bool:
        """Take a proposal in place of what collides with it if the sum rises; tell whether it was done."""
        if self.held[0].get(proposal.old[0]) is proposal:
            return False
        leaving = self.collisions(proposal)
        loss = sum(self.gains[one] for one in leaving) - self.gains[proposal]
        if not leaving:
            self.take(proposal)
            return True
        instead = self._instead(proposal, leaving)
        if sum(self.gains[one] for one in instead) <= loss:
            return False
        for one in leaving:
            self.drop(one)
        for one in (proposal, *instead):
            self.take(one)
        return True

    def _instead(self, proposal: Proposal, leaving: list[Proposal]) -> list[Proposal]:
        """Return the best free proposals for the leaves that would lose theirs."""
        taken = (set(proposal.old), set(proposal.new))
        found = []
        for gone in leaving:
            for side, leaves in enumerate((gone.old, gone.new)):
                for leaf in leaves:
                    if leaf in taken[side]:
                        continue
                    for other in self.of[side][leaf]:
                        if taken[0].isdisjoint(other.old) and taken[1].isdisjoint(other.new) and all(
                                self.held[at].get(one) is None or self.held[at][one] in leaving
                                for at, ones in enumerate((other.old, other.new)) for one in ones):
                            found.append(other)
                            taken[0].update(other.old)
                            taken[1].update(other.new)
                            break
        return found
