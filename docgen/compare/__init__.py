"""Two regulations into one Comparison: stayed, reworded, moved, split, merged, added, removed. Pure, no wording."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.compare.comparison import Comparison
    from docgen.model.tree import Regulation


class _Callable(ModuleType):
    """This package, which is also the verb: the public face has docgen.compare(old, new) (contract §5).

    Importing any file of the package binds its name in `docgen`, so the function cannot stand there under that name.
    """

    def __call__(self, old: Regulation, new: Regulation, known: Sequence[tuple[str, str]] = ()) -> Comparison:
        from docgen.compare.compare import compare

        return compare(old, new, known)


sys.modules[__name__].__class__ = _Callable
