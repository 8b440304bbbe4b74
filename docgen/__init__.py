"""docgen: from a framework regulation and the facts of a Party cell to the cell's own rules, in Word.

    import docgen
    reading = docgen.read(text)        # never raises on any text; reading.regulation, reading.problems

Whatever is not listed in `__all__` may change without notice. Nothing is loaded before it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.reader.read import Reading, read

__version__ = "0.1.0"
__all__ = ["Reading", "__version__", "read"]


def __getattr__(name: str) -> object:
    """Load a public name the first time somebody asks for it."""
    if name in ("Reading", "read"):
        from docgen.reader import read as module

        return getattr(module, name)
    raise AttributeError(f"module 'docgen' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted(__all__)
