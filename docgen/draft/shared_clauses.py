"""Shared clauses put where a template names them, with attributes of its own in place of the shared ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from docgen.draft.clause_attributes import KEYS, Attributes
from docgen.draft.clause_source import ClauseSource, Rank, Zone
from docgen.draft.nearest import suggest
from docgen.messages import say
from docgen.reader import yaml_tree

SHARED = "shared"
UNDER = ".*"
"""Ending that asks for a shared block with everything that stands under it."""
_DEPTHS: dict[Rank, int] = {"chapter": -1, "section": 0, "article": 1, "run_in_article": 1, "clause": 2, "paragraph": 2,
                            "point": 3, "dash": 4, "room": 5}


def brought_in(
    tree: yaml_tree.Mapping, line: int, zone: Zone | None, shared: Mapping[str, ClauseSource], attributes: Attributes,
) -> Iterator[ClauseSource]:
    """Yield the shared blocks that are named, each once, in the order in which they are named."""
    names = attributes.texts(tree, SHARED, line, "")
    own = tuple(key.text for key, _ in tree.entries if key.text != SHARED)
    for key in own:
        if key not in KEYS or key == "id":
            attributes.fault(line, "clause-attributes", say("A shared clause is not given '{name}' here.", name=key),
                             say("Known are: {names}.", names=", ".join(KEYS[1:])))
    if own and (len(names) != 1 or names[0].endswith(UNDER)):
        attributes.fault(line, "clause-shared", say("Attributes of its own are given to one shared clause at a time."),
                         say("Name that clause on a line of its own."))
    for name in names:
        under = name.removesuffix(UNDER)
        found = _with_all_under(under, shared) if name != under else [shared[name]] if name in shared else []
        if not found:
            attributes.fault(line, "clause-shared", say("There is no shared clause '{id}'.", id=under),
                             suggest(under, shared, say("Look under templates/shared/clauses.")), under)
        for source in found:
            if source.zone != zone:
                attributes.fault(line, "clause-shared",
                                 say("The shared clause '{id}' belongs in another zone.", id=source.id),
                                 say("Name it under the heading it stands under among the shared clauses."), source.id)
            elif attributes.id(source.id, line):
                yield _changed(source, tree, own, line, attributes)


def _changed(
    source: ClauseSource, tree: yaml_tree.Mapping, own: tuple[str, ...], line: int, attributes: Attributes,
) -> ClauseSource:
    kind = tree.text("kind") if "kind" in own else source.kind
    basis = attributes.texts(tree, "basis", line, source.id) if "basis" in own else source.basis
    if own:
        attributes.kind(kind, line, source.id, heading=source.is_heading)
        attributes.basis(kind, basis, line, source.id)
    return replace(
        source, kind=kind, basis=basis,
        condition=tree.text("if").strip() if "if" in own else source.condition,
        each=tree.text("each").strip() if "each" in own else source.each,
        custom=attributes.texts(tree, "custom", line, source.id) if "custom" in own else source.custom,
        against=attributes.named(tree, "against", line, source.id) if "against" in own else source.against)


def _with_all_under(clause: str, shared: Mapping[str, ClauseSource]) -> list[ClauseSource]:
    """Return a shared block and those after it in its file that stand under it."""
    sources = list(shared.values())
    start = next((place for place, source in enumerate(sources) if source.id == clause), None)
    if start is None:
        return []
    first, found = sources[start], [sources[start]]
    for source in sources[start + 1:]:
        if (source.origin, source.zone) != (first.origin, first.zone) or _DEPTHS[source.rank] <= _DEPTHS[first.rank]:
            break
        found.append(source)
    return found
