"""What docgen wrote then: a document made again, byte for byte, from what its hidden part says it was made from.

Everything it says is held against hashes: the files of the template, the facts, the text of the document itself. What
does not agree is said, and a document that cannot be made again has no base: it is compared as a foreign one.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.api.kept.facts import find_facts, kept_under
from docgen.api.kept.materials import find_materials, find_texts, laid_out
from docgen.check.document.made_from import MadeFrom, read_made_from
from docgen.draft.cells import gathered
from docgen.draft.facts import Facts
from docgen.draft.kinds import kind_of
from docgen.draft.legal_basis import EditionFact
from docgen.draft.parties import parts
from docgen.draft.provenance import Circumstances, read_circumstances
from docgen.draft.render import draft_document
from docgen.draft.template import Template, load_template
from docgen.errors import DocgenError
from docgen.messages import NOTHING, Message, say
from docgen.reader.decoding import tidy
from docgen.reader.yaml_tree import Mapping, parse
from docgen.version import __version__
from docgen.versions.workspace import Workspace
from docgen.word.reading import provenance

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenThen:
    """The file as docgen wrote it, or why that cannot be had (`base` None), and what is known of it besides.

    `facts` are those it was drafted from (`facts_text`: as they stood in their file), `cell` the file of that cell,
    where the workspace tells; `work`, `kind` and `made` say which document of the cell it is. `exact`: the base is
    byte for byte what was written; else another docgen wrote it and `why` says so. `remarks` are what else does not
    agree.
    """

    base: bytes | None = None
    exact: bool = False
    why: Message = NOTHING
    remarks: tuple[Message, ...] = ()
    work: str = ""
    kind: str = ""
    facts: Facts | None = None
    facts_text: str = ""
    cell: Path | None = None
    made: Circumstances | None = None
    editions: tuple[tuple[str, str], ...] = ()


class _NotToBeHadError(Exception):
    """Why a document cannot be made again, and what is known of it so far."""

    def __init__(self, why: Message, known: WrittenThen) -> None:
        super().__init__(str(why))
        self.known = replace(known, why=why)


def written_then(workspace: Workspace, content: bytes, name: str = "", cell: Path | None = None) -> WrittenThen:
    """Return what docgen wrote then, made again from the workspace; `cell` is a file its facts may stand in.

    A file that cannot be read as Word raises NotPossible; everything else that stands in the way is said in `why`.
    """
    hidden = provenance(content, name)
    if hidden is None:
        return WrittenThen(why=say("The file does not say what it was made from: it is a copy to sign (--final), went "
                                   "through a program that drops this, or was not written by docgen."))
    try:
        said, made = read_made_from(hidden), read_circumstances(hidden)
    except ValueError:
        return WrittenThen(why=say("What the file says it was made from makes no sense: somebody has changed it."))
    known = WrittenThen(work=said.work, kind=said.kind, made=made, editions=said.editions)
    try:
        return _made_again(workspace, said, made, _with_facts(workspace, made, known, cell))
    except _NotToBeHadError as refusal:
        return refusal.known


def _with_facts(workspace: Workspace, made: Circumstances, known: WrittenThen, cell: Path | None) -> WrittenThen:
    """Find the facts the document was drafted from."""
    if not made.facts:
        raise _NotToBeHadError(say("The file does not say which facts it was drafted from: an earlier docgen wrote "
                                   "it."), known)
    found = find_facts(workspace, made.facts, cell) if _SHA256.fullmatch(made.facts) else None
    if found is None:
        raise _NotToBeHadError(
            say("The facts the file was drafted from (SHA-256 {hash}…) stand neither in cells/, nor in the git history "
                "of cells/, nor among the copies docgen draft keeps in {folder}.", hash=made.facts[:12],
                folder=workspace.relative(kept_under(workspace, "").parent)), known)
    return replace(known, facts_text=found.text, cell=found.file)


def _made_again(workspace: Workspace, said: MadeFrom, made: Circumstances, known: WrittenThen) -> WrittenThen:
    """Make the document again and hold it against what it says of itself."""
    template = _template(workspace, said, known)
    root = parse(tidy(known.facts_text)).root
    if not isinstance(root, Mapping):
        raise _NotToBeHadError(say("The facts of then no longer pass as facts of a cell with this docgen."), known)
    # they were judged when the document was drafted, by the rules of that day
    facts = replace(gathered(root, template.fields, [], "", (template.kind,)), sha256=made.facts)
    known = replace(known, facts=facts)
    part = next((one for one in parts(facts, kind_of(said.kind)) if one.number == made.part), None)
    if part is None:
        raise _NotToBeHadError(say("The file says it is document {number} of its kind, and the cell has no such one.",
                                   number=made.part), known)
    editions = {name: EditionFact(id=name, sha256=sha256) for name, sha256 in said.editions}
    try:
        base = draft_document(template, facts, as_of=made.as_of, editions=editions, part=part,
                              statutes_rule=made.statutes_rule, then=made).content
    except DocgenError as refusal:
        raise _NotToBeHadError(say("The document cannot be made again: {reason}", reason=refusal), known) from None
    hidden = provenance(base) or b""
    again = read_made_from(hidden)
    if read_circumstances(hidden).text == made.text and again.clauses == said.clauses:
        return replace(known, base=base, exact=True, remarks=_doubtful_texts(workspace, said))
    if made.docgen == __version__ or again.clauses != said.clauses:
        raise _NotToBeHadError(say("What the file says it was made from does not agree: made again from it, the "
                                   "document has another text than the file says docgen wrote. Somebody has changed "
                                   "what it says, or another build of docgen wrote it."), known)
    return replace(known, base=base, remarks=_doubtful_texts(workspace, said), why=say(
        "docgen {then} wrote the file and this is docgen {now}, which words or forms some of it otherwise; what "
        "differs for that reason alone counts as changed by hand and stays.", then=made.docgen, now=__version__))


def _template(workspace: Workspace, said: MadeFrom, known: WrittenThen) -> Template:
    """Return the template of then, compiled from its files."""
    found = find_materials(workspace, {sha256 for _, sha256 in said.files})
    missing = [name for name, sha256 in said.files if sha256 not in found.contents]
    if missing or not said.files:
        raise _NotToBeHadError(say(
            "The template of then cannot be found by its hashes: {files}.{history}", files=", ".join(missing) or "-",
            history=f" {found.history}" if found.history else ""), known)
    with tempfile.TemporaryDirectory(prefix="docgen-") as home:
        try:
            return load_template(laid_out(Path(home), said.work, said.kind, said.files, found.contents))
        except ValueError as strange:
            raise _NotToBeHadError(say("The file names a template there cannot be: {name}.", name=strange),
                                   known) from None
        except DocgenError as refusal:
            raise _NotToBeHadError(say("The template of then cannot be read: {reason}", reason=refusal),
                                   known) from None


def _doubtful_texts(workspace: Workspace, said: MadeFrom) -> tuple[Message, ...]:
    """Say which texts the file rests on are not held with the hash it names; the words on its paper need none."""
    found = find_texts(workspace, {sha256 for _, sha256 in said.editions if sha256})
    return tuple(say("The file says it rests on {edition} with the SHA-256 {hash}…; no text of that edition with it is "
                     "held, now or earlier.", edition=name, hash=sha256[:12])
                 for name, sha256 in said.editions if sha256 and found.names.get(sha256) != name)
