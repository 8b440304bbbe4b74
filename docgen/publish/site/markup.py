"""HTML by its elements: words are escaped at the door, so that no text of a regulation can become a tag."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_EMPTY = frozenset({"br", "hr", "img", "input", "meta", "link"})


class Markup(str):
    """Finished HTML; every other string is words and is escaped."""

    __slots__ = ()


NONE = Markup("")


def tag(name: str, /, *inside: object, **attributes: object) -> Markup:
    """Return one element; `_class` is written class, `data_x` data-x; None and False are left out."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _EMPTY:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{together(*inside)}</{name}>")


def together(*inside: object) -> Markup:
    """Return pieces one after the other; lists are taken apart, None is nothing."""
    return Markup("".join(_piece(one) for one in inside))


def _piece(one: object) -> str:
    if one is None:
        return ""
    if isinstance(one, Markup):
        return str(one)
    if isinstance(one, str):
        return escape(one, quote=False)
    if isinstance(one, Iterable):
        return "".join(_piece(each) for each in one)
    return escape(str(one), quote=False)  # a sentence of the catalogue, a number


def _attribute(key: str, value: object) -> str:
    if value is None or value is False:
        return ""
    name = key.strip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
