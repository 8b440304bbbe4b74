"""docgen: from a framework regulation and the facts of a Party cell to the cell's own rules, in Word.

    import docgen
    reading = docgen.read(text)              # never raises on any text; reading.regulation, reading.problems
    comparison = docgen.compare(old, new)    # two regulations; comparison.to_dict() is the JSON of docgen diff

Whatever is not listed in `__all__` may change without notice. Nothing is loaded before it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.version import __version__

if TYPE_CHECKING:
    from docgen.compare.compare import compare
    from docgen.compare.comparison import Comparison
    from docgen.reader.read import Reading, read

__all__ = ["Comparison", "Reading", "__version__", "compare", "read"]
_HOMES = {"Comparison": "docgen.compare.comparison", "Reading": "docgen.reader.read",
          "compare": "docgen.compare", "read": "docgen.reader.read"}


def __getattr__(name: str) -> object:
    """Load a public name the first time somebody asks for it."""
    if name in _HOMES:
        from importlib import import_module

        home = import_module(_HOMES[name])
        return home if name == "compare" else getattr(home, name)
    raise AttributeError(f"module 'docgen' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted(__all__)
