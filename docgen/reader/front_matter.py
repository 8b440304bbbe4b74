"""The few lines of data at the head of a regulation file: edition, number, date."""

from __future__ import annotations

from docgen.messages import say
from docgen.model.finding import Finding
from docgen.reader.yaml_tree import Mapping, Scalar, parse


def read_front_matter(text: str) -> tuple[tuple[tuple[str, str], ...], int, list[Finding]]:
    """Return the names and values between the two `---` lines, and the number of the first line after them."""
    if not text.startswith("---\n"):
        return (), 1, []
    end = text.find("\n---\n", 3)
    if end < 0:
        return (), 1, [Finding(code="reader-front-matter", severity="error", line=1,
                               message=say("The head of the file begins with --- and never ends."),
                               remedy=say("Close it with a line of three dashes."))]
    inner = parse(text[4:end + 1])
    problems = [Finding(code="reader-front-matter", severity="error", line=fault.line + 1, column=fault.column,
                        message=fault.message, remedy=fault.remedy) for fault in inner.findings]
    entries: list[tuple[str, str]] = []
    if isinstance(inner.root, Mapping):
        entries = [(key.text, value.text) for key, value in inner.root.entries if isinstance(value, Scalar)]
    return tuple(entries), text.count("\n", 0, end) + 3, problems
