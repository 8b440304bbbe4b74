"""Gather every sentence of the code into the catalogues vi and en, keep their translations, compile them.

Run by `make messages`. English is the source and translates to itself; Vietnamese is complete or a test fails.
"""

from __future__ import annotations

import ast
import io
import struct
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "docgen"
LOCALES = PACKAGE / "messages" / "locale"
LANGUAGES = ("vi", "en")
SHORTHANDS = ("fault", "_finding")
"""Functions that make a finding out of plain sentences; every text with a space in it is one."""
_HEADER = "# Sentences of docgen. Gathered by `make messages`; edit only the msgstr lines."


def sentences(source: str) -> list[str]:
    """Return the English of every `say(...)` in a Python source, those inside f-strings and choices too."""
    found: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
            continue
        if node.func.id == "say":
            found += _texts(node.args[0])
        elif node.func.id in SHORTHANDS:
            found += [argument.value for argument in node.args if isinstance(argument, ast.Constant)
                      and isinstance(argument.value, str) and " " in argument.value]
    return found


def _texts(node: ast.AST) -> list[str]:
    return [part.value for part in ast.walk(node)
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value]


def gather() -> Catalog:
    """Return the catalogue of all English sentences in the code, in the order of the alphabet."""
    template = Catalog(charset="utf-8")
    places: dict[str, set[str]] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        for sentence in sentences(file.read_text(encoding="utf-8")):
            places.setdefault(sentence, set()).add(file.relative_to(ROOT).as_posix())
    for sentence in sorted(places):
        template.add(sentence, locations=[(place, 0) for place in sorted(places[sentence])])
    return template


def catalogue_path(language: str, suffix: str = "po") -> Path:
    """Return where the catalogue of a language stands."""
    return LOCALES / language / "LC_MESSAGES" / f"docgen.{suffix}"


def load(language: str) -> Catalog:
    """Read the catalogue of a language; an empty one if there is none yet."""
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language, charset="utf-8")


def translated(template: Catalog, language: str, extra: dict[str, str] | None = None) -> Catalog:
    """Return the catalogue of one language for exactly the sentences of the code."""
    known = {str(m.id): str(m.string) for m in load(language) if m.id and m.string}
    known = {**(extra or {}), **known}
    result = Catalog(locale=language, charset="utf-8", header_comment=_HEADER, fuzzy=False)
    for message in template:
        if message.id:
            text = str(message.id)
            result.add(text, text if language == "en" else known.get(text, ""), locations=message.locations)
    return result


def po_bytes(catalogue: Catalog) -> bytes:
    """Write a catalogue as the bytes of a .po file, without dates, so that it changes only when a sentence does."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=110, omit_header=True, include_lineno=False)
    header = f'{_HEADER}\nmsgid ""\nmsgstr ""\n"Language: {catalogue.locale}\\n"\n' \
             '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n' \
             '"Content-Transfer-Encoding: 8bit\\n"\n\n'
    return header.encode() + buffer.getvalue()


def mo_bytes(po: bytes, language: str) -> bytes:
    """Compile the bytes of a .po file; the header names only language and encoding, so no date changes the bytes."""
    catalogue = read_po(io.BytesIO(po), locale=language, charset="utf-8")
    entries = {str(m.id): str(m.string) for m in catalogue if m.id and m.string}
    entries[""] = f"Language: {language}\nContent-Type: text/plain; charset=utf-8\n"
    ids = strings = b""
    offsets: list[tuple[int, int, int, int]] = []
    for key in sorted(entries):
        source, target = key.encode(), entries[key].encode()
        offsets.append((len(ids), len(source), len(strings), len(target)))
        ids += source + b"\0"
        strings += target + b"\0"
    count = len(offsets)
    start = 7 * 4 + 16 * count  # the texts begin behind the header and the two tables of lengths and places
    table = b"".join(struct.pack("<II", length, start + place) for place, length, _, _ in offsets)
    table += b"".join(struct.pack("<II", length, start + len(ids) + place) for _, _, place, length in offsets)
    return struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0) + table + ids + strings


def main(extra_files: list[str]) -> int:
    """Write both catalogues, plain and compiled; name what is not translated yet."""
    extra: dict[str, str] = {}
    for name in extra_files:
        with Path(name).open("rb") as file:
            extra |= {str(m.id): str(m.string) for m in read_po(file, charset="utf-8") if m.id and m.string}
    template = gather()
    missing: list[str] = []
    for language in LANGUAGES:
        catalogue = translated(template, language, extra)
        po = po_bytes(catalogue)
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(po)
        catalogue_path(language, "mo").write_bytes(mo_bytes(po, language))
        missing += [f"{language}: {m.id}" for m in catalogue if m.id and not m.string]
    print(f"{sum(1 for m in template if m.id)} sentences, {len(missing)} without a translation")
    for line in missing:
        print(f"  {line}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
