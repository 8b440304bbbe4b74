"""One answer of `show`: a regulation or one provision of it, with the edition, address and citation that name it."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.model.address import address_of, number, walk
from docgen.model.citation import cite
from docgen.model.tree import Gap, Node, Provision, Regulation


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is shown. `edition` is empty for a file outside the registers; `node` is None for the whole text."""

    regulation: Regulation
    edition: str = ""
    document: str = ""
    source: str = ""
    address: str = ""
    node: Provision | None = None

    @property
    def place(self) -> str:
        """Return how to ask for the same page again: edition and address, or the file."""
        name = self.edition or self.source
        return f"{name}:{self.address}" if self.address else name

    @property
    def citation(self) -> str:
        """Return how a colleague would cite it, empty for a text that no register names."""
        return cite(self.address, self.document) if self.address else self.document

    def to_dict(self) -> dict[str, object]:
        """Return the page as the JSON of the contract; what is not known is null."""
        addresses = {id(node): address for address, node in walk(self.regulation)}
        if self.node is not None:
            return self._node(self.node, addresses)
        tops: tuple[Node, ...] = (*self.regulation.preamble, *self.regulation.provisions, *self.regulation.closing,
                                  *self.regulation.recipients, *self.regulation.annexes)
        return {
            "edition": self.edition or None, "address": None, "citation": self.citation or None, "level": None,
            "label": None, "number": None, "heading": " ".join(self.regulation.title) or None, "text": None,
            "children": [self._child(node, addresses) for node in tops],
        }

    def _child(self, node: Node, addresses: dict[int, str]) -> dict[str, object]:
        return {"gap": node.text} if isinstance(node, Gap) else self._node(node, addresses)

    def _node(self, node: Provision, addresses: dict[int, str]) -> dict[str, object]:
        address = addresses.get(id(node)) or address_of(self.regulation, node)
        return {
            "edition": self.edition or None, "address": address, "citation": cite(address, self.document),
            "level": node.level.value, "label": node.label or None, "number": number(node.level, node.label) or None,
            "heading": node.heading or None, "text": node.text or None,
            "children": [self._child(child, addresses) for child in node.children],
        }
