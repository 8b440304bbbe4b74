"""The only door to the site generator: Markdown pages and mkdocs.yml in, HTML files out."""

from __future__ import annotations

import logging
from pathlib import Path

from docgen.errors import NotPossible
from docgen.messages import say

THEME = Path(__file__).resolve().parent / "theme"
_NOT_OURS = ("sitemap.xml", "sitemap.xml.gz")
"""Files the generator adds of its own accord: they hold the day of the build and are of no use on a USB stick."""


def generate(configuration: Path, pages: Path, target: Path) -> None:
    """Build the pages into an empty folder with the settings of a mkdocs.yml and our theme."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    heard = _Heard()
    log = logging.getLogger("mkdocs")
    log.addHandler(heard)
    log.propagate = False
    try:
        settings = load_config(str(configuration), docs_dir=str(pages), site_dir=str(target),
                               use_directory_urls=False, plugins=[],
                               theme={"name": None, "custom_dir": str(THEME)})
        build(settings)
    except MkDocsException as error:
        reasons = [*heard.said, str(error)]
        raise NotPossible(say("The site could not be built: {reason}", reason=" ".join(" ".join(reasons).split())),
                          say("Look into {path}.", path=configuration)) from None
    finally:
        log.removeHandler(heard)
    if heard.said:
        raise NotPossible(say("The site could not be built: {reason}", reason="; ".join(heard.said)),
                          say("Look into {path}.", path=configuration))
    for name in _NOT_OURS:
        (target / name).unlink(missing_ok=True)


def further_pairs(configuration: Path) -> tuple[tuple[str, str], ...]:
    """Return the comparisons a mkdocs.yml asks for under `extra: comparisons:`, each written "171 162"."""
    from docgen.reader.decoding import read_text
    from docgen.reader.yaml_tree import Mapping, Scalar, Sequence, parse

    tree = parse(read_text(configuration).text).root
    extra = tree.get("extra") if isinstance(tree, Mapping) else None
    asked = extra.get("comparisons") if isinstance(extra, Mapping) else None
    found = []
    for one in asked.items if isinstance(asked, Sequence) else () if asked is None else (asked,):
        names = one.text.split() if isinstance(one, Scalar) else []  # one pair need not be a list
        if len(names) != 2:
            raise NotPossible(say("{path}: a comparison under extra: comparisons is not two editions.",
                                  path=configuration), say("Write it as {example}.", example='"171 162"'))
        found.append((names[0], names[1]))
    return tuple(found)


class _Heard(logging.Handler):
    """Warnings of the generator, which are faults here."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what was said."""
        self.said.append(record.getMessage())
