"""The properties window of a document: its title, and the date it bears. No author, no program, no clock."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from docgen.word import names

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def core_properties(title: str, dated: str) -> bytes:
    """Return docProps/core.xml; `dated` is YYYY-MM-DD, or "" when the document bears no date yet.

    What is empty is left out: a copy to be signed and sent on (no title, no date given) says nothing about itself.
    """
    if dated and not _DATE.fullmatch(dated):
        raise ValueError(f"not a date: {dated}")
    stamps = "".join(
        f'<dcterms:{moment} xsi:type="dcterms:W3CDTF">{dated}T00:00:00Z</dcterms:{moment}>'
        for moment in ("created", "modified")
    ) if dated else ""
    named = f"<dc:title>{escape(title)}</dc:title><dc:language>vi-VN</dc:language>" if title else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{names.CORE}" xmlns:dc="{names.DC}" xmlns:dcterms="{names.DCTERMS}"'
        f' xmlns:xsi="{names.XSI}">'
        f"{named}{stamps}</cp:coreProperties>"
    ).encode()
