"""The words of a model as the words of a clause: a tag at each blank, everything else as printed, sign for sign."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from docgen.draft.clause_source import HEADINGS
from docgen.draft.model_import.paper import ModelLine
from docgen.draft.model_import.questions import Proposal

NOTHING = '{{ "" }}'
"""Prints nothing: what follows is then no marker, no heading and no line of attributes."""
_OWN = re.compile(r"(?:điểm [a-zđ] )?(?:khoản \d+ )?Điều \d+(?= (?:của )?Quy chế này)")
_SIGNS = re.compile(r"[{}`\\]|\*(?=\*)")
_MARKER = re.compile(r"#|<!--|\{|\d{1,3}\.\s|Điều \d{1,3}\.\s|[a-zđ]\)\s|[-–]\s")


def clause_text(line: ModelLine, proposals: Sequence[Proposal], ids: Collection[str]) -> str:
    """Return the text of a clause as clauses.md has it; `ids` are the provisions of the model one can refer to."""
    out, place, text = "", 0, line.text
    skip = 0
    for one in proposals:
        words = text[place:one.start]
        place = one.end
        if not one.condition:
            out += _plain(words[skip:], ids) + f"{{{{ {one.question}{one.printed} }}}}"
            skip = 0
            continue
        phrase = _plain(text[one.start:one.blank.start].strip(), ids)
        words, skip = words[skip:], 0
        if one.whole:
            out += _plain(words, ids) + phrase
            continue
        if match := re.search(r"(?:,|\s(?:và|hoặc))\s*$", words):
            out += _plain(words[:match.start()], ids) + f"{{% if {one.question} %}}{match[0]}{phrase}{{% endif %}}"
        elif match := re.match(r"\s*,\s*", text[place:]):
            out += _plain(words, ids) + f"{{% if {one.question} %}}{phrase}{match[0]}{{% endif %}}"
            skip = match.end()
        else:
            out += f"{_plain(words, ids)}{{% if {one.question} %}}{phrase}{{% endif %}}"
    out += _plain(text[place:][skip:], ids)
    out = " ".join(out.split(" ")).strip()
    return _set_apart(out, line)


def condition_of(proposals: Sequence[Proposal]) -> str:
    """Return on which answer a whole block depends; empty if it is always printed."""
    return " and ".join(dict.fromkeys(one.question for one in proposals if one.whole))


def _plain(text: str, ids: Collection[str]) -> str:
    """Return words with the signs of the template language taken as signs, and own references by name."""
    out, place = "", 0
    for match in _OWN.finditer(text):
        target = _target(match[0])
        if target in ids:
            out += _signs(text[place:match.start()]) + f'{{{{ ref("{target}") }}}}'
            place = match.end()
    return out + _signs(text[place:])


def _target(cited: str) -> str:
    parts: dict[str, str] = dict(re.findall(r"(điểm|khoản|Điều) (\w+)", cited))
    point = parts.get("điểm", "").replace("đ", "dd")
    return ".".join(filter(None, (f"dieu-{parts['Điều']}", f"khoan-{parts['khoản']}" if "khoản" in parts else "",
                                  f"diem-{point}" if point else "")))


def _signs(text: str) -> str:
    """Write by number the signs that mean something in the file: braces, marks of emphasis, a backslash."""
    return _SIGNS.sub(lambda sign: f'*{NOTHING}' if sign[0] == "*" else f'{{{{ "\\x{ord(sign[0]):02x}" }}}}', text)


def _set_apart(text: str, line: ModelLine) -> str:
    """Keep words that look like a marker of the file from being read as one."""
    if line.rank in HEADINGS:
        return text + NOTHING if text.endswith("#") else text
    if _MARKER.match(text) and not text.startswith(("{{", "{%")):
        return NOTHING + text
    return text
