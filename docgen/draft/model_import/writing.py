"""The two texts of an imported model: fields.yaml with its questions, clauses.md with its wording."""

from __future__ import annotations

import json
from collections.abc import Iterator

from docgen.draft.clause_source import HEADINGS, ZONES
from docgen.draft.field import Field
from docgen.draft.model_import.understood import AskedQuestion, Understood, UnderstoodBlock

_MARKS = {"clause": "1. ", "point": "a) ", "dash": "- ", "chapter": "## ", "article": "### ",
          "run_in_article": "Điều 1. ", "section": "#### "}
UNCONFIRMED = "    unconfirmed: yes"


def fields_text(understood: Understood, name: str, framework: str, kind: str, file: str) -> str:
    """Return fields.yaml of a model: what it asks, each with the sentences it stands in, all still to be confirmed."""
    lines = [f"# Câu hỏi của mẫu đọc từ tệp {_comment(file)}. Trên mỗi câu hỏi là chỗ trống của mẫu mà câu trả lời",
             "# điền vào.",
             "# unconfirmed: yes nghĩa là chương trình mới đoán, chưa ai xác nhận; đúng thì xoá dòng đó, hoặc chạy",
             "# docgen template confirm. Câu hỏi khác của khung vẫn được hỏi, không phải ghi lại ở đây.", "",
             f"framework: {framework}", "", "fields:",
             "  # tệp dữ kiện của chi bộ dùng mẫu này ghi dòng framework như sau",
             "  - shared: framework", f"    choices: [{name}]",
             f"    help: {name} là mẫu của cấp trên, thuộc khung {framework}."]
    for question in understood.questions:
        lines += ["", *_places(question), *_question(question, kind)]
    return "\n".join(lines) + "\n"


def clauses_text(understood: Understood, file: str, sha256: str) -> str:
    """Return clauses.md of a model: its blocks in its own order, each with its attributes."""
    out = [f"<!-- Mẫu đọc từ tệp {_comment(file)}, SHA-256 {sha256}. may_rest_on là căn cứ do chương trình đề xuất, "
           "chưa ai xác nhận: đúng thì đổi thành basis và đổi kind: local thành kind: adapted, sai thì xoá. -->"]
    for title, zone in ZONES.items():
        blocks = [block for block in understood.blocks if block.line.zone == zone]
        if blocks:
            out += [f"# {title}", *(_block(block) for block in blocks)]
    return "\n\n".join(out) + "\n"


def _block(block: UnderstoodBlock) -> str:
    line = block.line
    attributes = [f"id: {line.id}"]
    if line.rank not in HEADINGS:
        attributes.append("kind: local")
    if block.condition:
        attributes.append(f"if: {block.condition}")
    if block.bases:
        attributes.append(f"may_rest_on: {json.dumps(list(block.bases))}")
    mark = _MARKS.get(line.rank, "") if line.zone == "body" else ""
    return f"{{{', '.join(attributes)}}}\n{mark}{block.text}"


def _places(question: AskedQuestion) -> Iterator[str]:
    for place, words in question.places:
        yield f"  # {place}: {words}"


def _question(question: AskedQuestion, kind: str) -> Iterator[str]:
    if question.own is None:
        yield f"  - shared: {question.name}"
        if question.needed:
            yield "    required: yes"
        yield UNCONFIRMED
        return
    yield from _own(question.own, kind)


def _own(asked: Field, kind: str) -> Iterator[str]:
    yield f"  - name: {asked.name}"
    yield f"    type: {asked.type}"
    yield f"    label: {_quoted(asked.label)}"
    if asked.choices:
        yield f"    choices: {json.dumps(list(asked.choices), ensure_ascii=False)}"
    yield "    required: yes"
    if asked.blank:
        yield "    blank: yes"
    yield f"    for: [{kind}]"
    yield UNCONFIRMED


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _comment(text: str) -> str:
    return text.replace("--", "- -")
