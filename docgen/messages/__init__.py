"""Sentences for people: written in English in the code, shown in Vietnamese unless asked otherwise.

`say("The file {path} is empty.", path=path)` makes a Message; `str(message)` puts it in the language in use.
So a finding can be made anywhere, compared in a test, and worded only when somebody reads it.
"""

from __future__ import annotations

import gettext
import os
from dataclasses import dataclass
from pathlib import Path

DOMAIN = "docgen"
LOCALES = Path(__file__).parent / "locale"
LANGUAGES = ("vi", "en")


class _Language:
    """The one place that remembers which language is shown."""

    name = ""
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str) -> None:
    """Show every sentence from now on in `language` ("vi" or "en"); anything else means Vietnamese."""
    name = language if language in LANGUAGES else "vi"
    _Language.name = name
    _Language.catalogue = gettext.translation(DOMAIN, LOCALES, languages=[name], fallback=True)


def language() -> str:
    """Tell which language is shown: the last one asked for, else DOCGEN_LANG, else Vietnamese."""
    if not _Language.name:
        use(os.environ.get("DOCGEN_LANG", "vi"))
    return _Language.name


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence not yet put into a language: its English source and the values that go into it."""

    source: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        language()
        pattern = _Language.catalogue.gettext(self.source) if self.source else ""
        return pattern.format_map({name: str(value) for name, value in self.values}) if self.values else pattern


NOTHING = Message("")
"""The sentence left out, where a finding needs no remedy."""


def say(source: str, **values: object) -> Message:
    """Make a sentence from its English source; `{name}` in it stands for a value of that name."""
    return Message(source, tuple(sorted(values.items())))
