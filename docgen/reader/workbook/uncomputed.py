"""Cells of an .xlsx whose value the file does not hold: formulas nobody has computed yet, and faults such as #N/A.

The reader of workbooks gives them as empty, and an empty answer may mean a default: so they are looked for.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"([^>]*)>(.*?)</c>', re.DOTALL)
_VALUE = re.compile(rb"<v>[^<]|<is>")


def uncomputed(content: bytes) -> dict[str, frozenset[tuple[int, int]]]:
    """Return for each sheet the places (row, column from 1) without a value where one should be."""
    if not content.startswith(b"PK"):
        return {}
    found = {}
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            for name, member in _sheets(archive):
                if _has_formulas(archive, member) and (places := _places(archive.read(member))):
                    found[name] = places
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, OSError, ValueError):
        return {}  # the reader of workbooks says what is wrong with the file
    return found


def _sheets(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    if "xl/workbook.xml" not in archive.namelist():
        return []
    links = {link.get("Id"): link.get("Target", "")
             for link in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))}
    sheets = ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
    named = [(sheet.get("name", ""), links.get(sheet.get(_LINK), "")) for sheet in sheets]
    return [(name, target.removeprefix("/") if target.startswith("/") else f"xl/{target}") for name, target in named]


def _has_formulas(archive: zipfile.ZipFile, member: str) -> bool:
    """Look through a sheet piece by piece; most have no formula, and a large one need not be held whole."""
    tail = b""
    with archive.open(member) as sheet:
        while piece := sheet.read(1 << 20):
            window = tail + piece
            if b"<f>" in window or b"<f " in window or b't="e"' in window:
                return True
            tail = window[-8:]
    return False


def _places(xml: bytes) -> frozenset[tuple[int, int]]:
    places = set()
    for letters, number, attributes, inside in _CELL.findall(re.sub(rb"<c [^>]*/>", b"", xml)):
        if b't="e"' in attributes or (b"<f" in inside and not _VALUE.search(inside)):
            column = 0
            for letter in letters:
                column = column * 26 + letter - 64
            places.add((int(number), column))
    return frozenset(places)
