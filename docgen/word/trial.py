"""A frame is filled in twice on trial before it is accepted: with something everywhere, and with next to nothing.

This finds what no look at single tags can: a kind of block the frame forgets to print, a table cell left without
a paragraph (Word calls such a file damaged), XML that comes out broken.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.messages import say
from docgen.model.finding import Finding
from docgen.word.blocks import KINDS, Block
from docgen.word.compiling import CompiledPart
from docgen.word.document import DocumentValues, ListRow, SignatureBlock, TableRow
from docgen.word.filling import context, records
from docgen.word.names import w
from docgen.word.package import parse_xml
from docgen.word.sandbox import BrokenTag

_FULL = DocumentValues(
    superior_lines=("Trên",), issuer_lines=("Dưới",), number="Số", place_and_date="Nơi", draft_mark="Dự thảo",
    kind="QUY CHẾ", summary_lines=("Trích yếu",), legal_bases=("- Căn cứ,",), opening=("Mở đầu:",),
    blocks=tuple(Block(kind=kind, text=f"@text:{kind}@", heading=f"@heading:{kind}@", rest=f"@rest:{kind}@",
                       bookmark=kind) for kind in KINDS),
    signatures=tuple(SignatureBlock(authority="T/M", post="BÍ THƯ", signer=f"@signature:{number}@", seal=number == 1)
                     for number in range(3)),
    rows=tuple(TableRow(place="Điều 1", text="Nội dung", basis="Căn cứ", kind="nguyên văn",
                        wording=f"@row:{number}@", continues=number == 1) for number in range(2)),
    subject=("Trích yếu",), addressing="Kính gửi:", addressees=("- Ai.",),
    list_rows=tuple(ListRow(number="1", who="Ai", where="Điều 1", what=f"@list_row:{number}@", answer="Trả lời")
                    for number in range(2)),
    recipients=("- Nơi nhận.",), dated="2026-01-01",
)
_TRIALS = (_FULL, DocumentValues(recipients_heading=""))
_NEEDED = {"chapter": ("text", "heading"), "section": ("text", "heading"), "run_in_article": ("text", "rest")}


def trial_faults(frame: str, parts: tuple[CompiledPart, ...]) -> tuple[Finding, ...]:
    """Fill the frame in on trial and list what is wrong with the result."""
    findings: list[Finding] = []
    for values in _TRIALS:
        for part in parts:
            # the document comes first; the blocks belong in it and nowhere else
            findings += _faults_of(frame, part, values, holds_blocks=bool(values.blocks) and part is parts[0])
        if findings:
            break
    return tuple(findings)


def _faults_of(frame: str, part: CompiledPart, values: DocumentValues, *, holds_blocks: bool) -> Iterator[Finding]:
    from lxml import etree

    try:
        xml = part.render({**context(values), "blocks": records(values.blocks, 0)})
        root = parse_xml(xml.encode())
    except BrokenTag as broken:
        yield _finding("frame.trial", frame, "Filling in {part} on trial failed: {reason}", part=part.name,
                       reason=broken.message)
        return
    except Exception as error:
        # whatever Jinja or the parser stumbles over is a fault of the frame, not of this program
        reason = error.msg if isinstance(error, etree.XMLSyntaxError) else str(error)
        yield _finding("frame.trial", frame, "Filling in {part} on trial failed: {reason}", part=part.name,
                       reason=reason)
        return
    for cell in root.iter(w("tc")):
        if len(cell) == 0 or cell[-1].tag != w("p"):
            yield _finding("frame.empty_cell", frame, "{part}: a cell of a table may be left without a paragraph.",
                           part=part.name)
            break
    if values.signatures:
        yield from _lost_items(frame, part.name, xml)
    if holds_blocks:
        for kind in KINDS:
            for needed in _NEEDED.get(kind, ("text",)):
                if xml.count(f"@{needed}:{kind}@") != 1:
                    yield _finding("frame.lost_block", frame,
                                   "{part} prints the {needed} of blocks of kind “{kind}” {count} times, not once.",
                                   part=part.name, needed=needed, kind=kind,
                                   count=xml.count(f"@{needed}:{kind}@"))


def _lost_items(frame: str, part: str, xml: str) -> Iterator[Finding]:
    """A frame may leave signatures or rows out altogether; one that prints some of them loses the others."""
    for what, many in (("signature", len(_FULL.signatures)), ("row", len(_FULL.rows)),
                       ("list_row", len(_FULL.list_rows))):
        printed = [xml.count(f"@{what}:{number}@") for number in range(many)]
        if any(printed) and printed != [1] * many:
            yield _finding("frame.lost_item", frame,
                           "{part} prints {count} of {many} signatures or rows on trial, or one of them twice.",
                           part=part, count=sum(1 for times in printed if times), many=many)


def _finding(code: str, frame: str, message: str, **values: object) -> Finding:
    return Finding(code=code, severity="error", file=frame, message=say(message, **values),
                   remedy=say("Compare this place with the shipped frame, which prints every kind."))
