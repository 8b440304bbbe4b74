"""The names Word files are made of: namespaces, kinds of relationship, kinds of content."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATIONSHIP = f"{PACKAGE_RELATIONSHIPS}/metadata/core-properties"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ITEM_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"

ROOT_RELATIONSHIPS = "_rels/.rels"
CONTENT_TYPES_PART = "[Content_Types].xml"


def w(name: str) -> str:
    """Return the full name of a WordprocessingML element or attribute: `w("p")` is `{…/main}p`."""
    return f"{{{W}}}{name}"


def rels_of(part: str) -> str:
    """Return where the relationships of a part stand: `word/document.xml` has `word/_rels/document.xml.rels`."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
