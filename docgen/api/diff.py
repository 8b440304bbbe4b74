"""Two texts compared, or a draft with two others, and the result in every form there is."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path

from docgen.api.reviewed import reviewed_pairs
from docgen.api.whole_texts import WholeText, refuse_tracked_changes, remarks_on, told_apart, uneven, whole_text
from docgen.compare.compare import compare
from docgen.errors import WrongUsage
from docgen.messages import Message, say
from docgen.publish.comparison_view import View, name_of
from docgen.publish.lines import PLAIN, Screen
from docgen.publish.three_texts import ThreeTexts
from docgen.versions.workspace import Workspace, shared_file
from docgen.word.paper import Paper

FORMATS = ("text", "json", "html", "md", "table-docx", "redline-docx")
"""Every form of a comparison, as --format names it."""
_BY_ENDING = {".txt": "text", ".json": "json", ".html": "html", ".htm": "html", ".md": "md", ".docx": "table-docx"}
_NO_DATE = date(1980, 1, 1)
# a date that nobody knows: Word wants one, and a file must not depend on the clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two texts with their comparison; `remarks` are told beside the result too."""

    workspace: Workspace
    old: WholeText
    new: WholeText
    view: View
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signs the tracked changes, and of which day they are; both may be left to the texts."""

    author: str = ""
    day: date | None = None


def diff(workspace: Workspace, old: str, new: str) -> Compared:
    """Compare two texts named as a person names them; the correspondences somebody confirmed are kept."""
    return compared(workspace, whole_text(workspace, old), whole_text(workspace, new))


def compared(workspace: Workspace, old: WholeText, new: WholeText) -> Compared:
    """Compare two texts that were read."""
    reviewed = reviewed_pairs(workspace, old, new)
    comparison = replace(compare(old.regulation, new.regulation, reviewed.pairs), old=old.side, new=new.side)
    remarks = [*remarks_on(old), *remarks_on(new), *uneven(old, new), *reviewed.remarks]
    if old.regulation == new.regulation:
        remarks.insert(0, say("Both are the same text."))
    shorts = told_apart(old, new)
    names = [name_of(text.regulation, short, text.document) for text, short in zip((old, new), shorts, strict=True)]
    remarks = list(dict.fromkeys(remarks))
    view = View(comparison=comparison, old=old.regulation, new=new.regulation, old_name=names[0], new_name=names[1],
                reasons=reviewed.reasons, remarks=tuple(map(str, remarks)))
    return Compared(workspace=workspace, old=old, new=new, view=view, remarks=tuple(remarks))


def against(result: Compared, model: str, target: Path | None = None) -> ThreeTexts:
    """Hold the new text against a third one too, the model; the result must not go to `target` if that is it."""
    third = whole_text(result.workspace, model)
    keep_inputs(result.workspace, target, third)
    other = compared(result.workspace, third, result.new)
    return ThreeTexts(result.view, other.view)


def keep_inputs(workspace: Workspace, target: Path | None, *texts: WholeText) -> None:
    """Refuse to write a result over one of the texts it is made from."""
    for text in texts:
        path = text.path or (workspace.root / text.edition.file if text.edition else None)
        if target is not None and path is not None and path.exists() and target.exists() and target.samefile(path):
            raise WrongUsage(say("{path} is one of the texts compared; the result would take its place.", path=target),
                             say("Give the result another name."))


def form_of(wanted: str, output: Path | None) -> str:
    """Return the form that is meant: the one named, else the one the file's ending names, else text."""
    if wanted:
        if wanted not in FORMATS:
            raise WrongUsage(say("There is no form '{name}'.", name=wanted),
                             say("Forms: {names}.", names=", ".join(FORMATS)))
        form = wanted
    elif output is None:
        form = "text"
    elif output.suffix.lower() in _BY_ENDING:
        form = _BY_ENDING[output.suffix.lower()]
    else:
        raise WrongUsage(say("The name {path} does not tell in which form to write.", path=output),
                         say("Forms: {names}.", names=", ".join(FORMATS)))
    if form.endswith("-docx"):
        if output is None:
            raise WrongUsage(say("A Word file needs a name."), say("Add: {example}.", example="-o so-sanh.docx"))
        if output.suffix.lower() != ".docx":
            raise WrongUsage(say("{path} is no name for a Word file.", path=output), say("Let the name end in .docx."))
    return form


def rendered(
    result: Compared, form: str, *, full: bool = False, screen: Screen = PLAIN, signature: Signature | None = None,
) -> bytes:
    """Return the comparison in a form, as the bytes of a file."""
    view = result.view
    if form == "json":
        return as_json(view.comparison.to_dict())
    if form == "html":
        from docgen.publish.comparison_html import comparison as html

        return html(view, full=full).encode()
    if form == "md":
        from docgen.publish.comparison_markdown import comparison as markdown

        return markdown(view, full=full).encode()
    if form == "table-docx":
        from docgen.publish.comparison_table import comparison_table

        return comparison_table(view, shared_paper(result.workspace, "comparison"), full=full, dated=dated(result))
    if form == "redline-docx":
        return _redline(result, signature or Signature())
    from docgen.publish.comparison_text import comparison as text

    return text(view, screen, full=full).encode()


def rendered_three(
    result: Compared, three: ThreeTexts, form: str, *, full: bool = False, screen: Screen = PLAIN,
) -> bytes:
    """Return three texts in a form, as the bytes of a file."""
    from docgen.publish import three_texts

    if form == "json":
        return as_json({**three.current.comparison.to_dict(), "against": three.model.comparison.to_dict()})
    if form == "html":
        return three_texts.html(three, full=full).encode()
    if form == "md":
        return three_texts.markdown(three, full=full).encode()
    if form == "table-docx":
        return three_texts.word(three, shared_paper(result.workspace, "comparison"), full=full, dated=dated(result))
    if form == "redline-docx":
        raise WrongUsage(say("A redline holds two texts, not three."),
                         say("Leave out --against, or use table-docx."))
    return three_texts.text(three, screen, full=full).encode()


def as_json(result: dict[str, object]) -> bytes:
    """Return the JSON of the contract, one way of writing it only."""
    return (json.dumps(result, ensure_ascii=False, indent=2) + "\n").encode()


def _redline(result: Compared, signature: Signature) -> bytes:
    from docgen.publish.redline import redline
    from docgen.word.revisions import Hand

    for text in (result.old, result.new):
        refuse_tracked_changes(text)
    author = signature.author.strip() or str(say("Comparison of two texts"))
    day = signature.day or (date.fromisoformat(named) if (named := dated(result)) else _NO_DATE)
    hand = Hand(author=author, made_at=datetime.combine(day, time()),
                aside=str(say("{author} (cannot be compared)", author=author)))
    return redline(result.view, shared_paper(result.workspace, "regulation"), hand, dated=dated(result))


def dated(result: Compared) -> str:
    """Return the day of the new text, which is the only day a comparison has of its own."""
    edition = result.new.edition
    issued = edition.issued_on.date if edition is not None else None
    return issued.earliest.isoformat() if issued is not None and issued.is_day else ""


def shared_paper(workspace: Workspace, name: str) -> Paper:
    """Return the sheet of this name, checked and ready to be written on."""
    path = shared_file(workspace, f"{name}.docx")
    return _opened_paper(path, workspace.relative(path))


@lru_cache(maxsize=4)
def _opened_paper(path: Path, name: str) -> Paper:
    from docgen.reader.decoding import read_bytes
    from docgen.word.paper import open_paper

    return open_paper(read_bytes(path), name)
