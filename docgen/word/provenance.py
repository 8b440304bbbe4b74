"""The hidden part that says what a document was made from: template, editions, clause ids. Never facts of a cell.

Of its facts there is only the hash, and a hash of the text as it was written tells whether it was made anew rightly.

It is a custom XML part found by its namespace, since programs that save the file again give it another name.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING

from docgen.word import names

if TYPE_CHECKING:
    from docgen.word.package import Package

NAMESPACE = "urn:docgen:provenance:1"
ENDING = b"</provenance>"
"""What the part ends with; what holds for one document alone stands before it."""
_FAMILY = uuid.UUID("5f0c7c1e-7d0a-5b5e-9f58-1c2f8f5f5a10")
# any fixed number does; the identity of a part follows from it and the frame
_ITEM = f"{names.R}/customXml"
_PROPERTIES = f"{names.R}/customXmlProps"


def companion_parts(number: int, seed: str) -> dict[str, bytes]:
    """Return the two parts that stand beside custom XML item `number`; its identity follows from `seed`."""
    identity = str(uuid.uuid5(_FAMILY, seed)).upper()
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    properties = (
        f'{declaration}<ds:datastoreItem ds:itemID="{{{identity}}}" xmlns:ds="{names.DATASTORE}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    arrows = (
        f'{declaration}<Relationships xmlns="{names.PACKAGE_RELATIONSHIPS}"><Relationship Id="rId1"'
        f' Type="{_PROPERTIES}" Target="itemProps{number}.xml"/></Relationships>'
    )
    return {
        f"customXml/itemProps{number}.xml": properties.encode(),
        f"customXml/_rels/item{number}.xml.rels": arrows.encode(),
    }


def item_name(number: int) -> str:
    """Return how the part of custom XML item `number` is called."""
    return f"customXml/item{number}.xml"


def item_relationship() -> str:
    """Return the kind of arrow that leads from the document to a custom XML part."""
    return _ITEM


def text_mark(pieces: Iterable[bytes]) -> bytes:
    """Return the element that holds the hash of the document's text, the part word/document.xml as it is written."""
    whole = hashlib.sha256()
    for piece in pieces:
        whole.update(piece)
    return f'<text sha256="{whole.hexdigest()}"/>'.encode()


def find_provenance(package: Package) -> bytes | None:
    """Return the bytes of the part whose root is in our namespace, None if the file carries none."""
    for part in sorted(package.parts):
        if NAMESPACE.encode() not in package.parts[part] or not part.endswith(".xml"):
            continue
        if str(package.seen(part).tag).startswith(f"{{{NAMESPACE}}}"):
            return package.parts[part]
    return None
