"""Small lists of questions, wordings and cells made up for these tests, and a frame that prints plain text."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from docgen.draft.cells import read_cell
from docgen.draft.facts import Facts
from docgen.draft.field import FieldList
from docgen.draft.fields import read_fields
from docgen.draft.template import Template, compile_texts
from docgen.model.finding import Finding
from docgen.word.archive import Stretch
from docgen.word.blocks import Block
from docgen.word.body import Body
from docgen.word.document import DocumentValues
from docgen.word.gaps import take_apart

ROOT = Path(__file__).parents[2]
REAL_HOME = ROOT / "templates" / "hoi-quan-chung"
REAL_CELLS = tuple(path for path in sorted((ROOT / "cells").glob("*.yaml"))
                   if "\nframework: hoi-quan-chung" in path.read_text(encoding="utf-8"))
"""The sample cells of the framework these tests were written for; those of the others are in test_kinds."""

FIELDS = """\
fields:
  - {name: kind, type: choice, choices: [chi-bo-co-so, dang-bo-co-so], label: Loại hình, default: chi-bo-co-so}
  - {name: name, type: text, label: Tên chi bộ, required: yes}
  - {name: superior, type: text, label: Đảng bộ cấp trên, required: yes}
  - {name: place, type: text, label: Địa danh, default: Sao Mai}
  - {name: term, type: text, label: Nhiệm kỳ, default: 2025 - 2030}
  - {name: congress_on, type: date, label: Ngày đại hội}
  - {name: passed_on, type: date, label: Ngày thông qua, blank: yes}
  - {name: issued_on, type: date, label: Ngày ban hành, blank: yes}
  - {name: number, type: text, label: Số, blank: yes}
  - {name: full_members, type: integer, label: Số đảng viên chính thức, required: yes, min: 3, max: 300}
  - {name: probationary_members, type: integer, label: Số đảng viên dự bị, default: 0}
  - name: committee
    type: records
    label: Chi uỷ
    of:
      - {name: post, type: choice, choices: [bí thư, phó bí thư, chi uỷ viên, đảng uỷ viên], required: yes}
      - {name: name, type: person, required: yes}
  - {name: secretary, type: person, label: Bí thư, required: yes}
  - {name: deputy, type: person, label: Phó bí thư}
  - name: associations
    type: records
    label: Hội
    of:
      - {name: name, type: text, required: yes}
      - {name: short_name, type: text}
      - {name: leadership, type: text, required: yes}
      - {name: authority, type: text}
      - {name: leader_title, type: text, default: CHỦ TỊCH}
      - {name: leader_name, type: person}
      - {name: leader_is_member, type: yes_no, default: có}
      - {name: signer_title, type: text}
      - {name: signer_name, type: person}
      - {name: members, type: integer}
      - {name: seal, type: yes_no, default: có}
      - {name: agreement_number, type: text}
  - {name: cells_below, type: list, label: Chi bộ trực thuộc}
  - {name: committee_name, type: text, label: Tên đảng uỷ}
  - {name: party_group, type: yes_no, label: Đảng đoàn, default: không}
  - {name: agreement_form, type: choice, choices: [joint, separate], default: joint, for: [coordination-agreement]}
  - {name: agreement_passed_on, type: date, label: Ngày thống nhất, blank: yes, for: [coordination-agreement]}
  - {name: agreement_issued_on, type: date, label: Ngày ký, blank: yes, for: [coordination-agreement]}
  - {name: agreement_number, type: text, label: Số quy chế phối hợp, blank: yes, for: [coordination-agreement]}
  - {name: agreement_symbol, type: text, label: Ký hiệu, for: [coordination-agreement]}
  - {name: organisations, type: list, label: Tổ chức}
  - {name: quorum_share, type: text, label: Tỷ lệ có mặt, default: hai phần ba, proposed: yes}
  - {name: report_day, type: month_day, label: Ngày báo cáo, default: 15/12}
  - {name: founded, type: year, label: Năm thành lập}
  - {name: seal, type: yes_no, label: Con dấu, default: không}
  - {name: duplex, type: yes_no, label: In hai mặt}
  - {name: form_profile, type: choice, choices: [05-hd, 36-hd], label: Thể thức}
  - {name: authority, type: text, label: Quyền hạn ký, default: T/M CHI BỘ}
  - {name: signer_post, type: text, label: Chức vụ}
  - {name: draft_mark, type: text, label: Dấu dự thảo}
  - {name: remark, type: text, label: Ghi chú}
"""

CLAUSES = """\
# Trích yếu

{id: trich-yeu, kind: local}
làm việc của {{ name }}, nhiệm kỳ {{ term }}

# Căn cứ

{id: can-cu.mot, kind: local}
Căn cứ Điều lệ Đảng

{id: can-cu.hai, kind: local}
Căn cứ Quy định số 162-QĐ/TW

# Mở đầu

{id: mo-dau, kind: local}
{{ name }} ban hành Quy chế như sau:

# Nội dung

{id: chuong-mot}
## Quy định chung

{id: pham-vi}
### Phạm vi

{id: pham-vi.mot, kind: adapted, basis: ["162-qd-tw-2024:dieu-11.khoan-2"]}
1. Quy chế này của {{ name }}.

{id: pham-vi.hai, kind: local, if: has_committee}
1. Chi uỷ theo {{ ref("hop.mot") }} Quy chế này.

{id: chuong-hai}
## Chế độ làm việc

{id: hop}
### Họp

{id: hop.mot, kind: local, custom: [quorum_share]}
1. Họp khi có {{ quorum_share }}, gồm:

{id: hop.mot.a, kind: local}
a) việc thứ nhất;

{id: hop.mot.b, kind: local, if: has_organisations}
a) việc với {{ organisations | join(", ") }};

{id: hop.mot.c, kind: local}
a) việc cuối.

{id: hop.tung, kind: local, each: organisations}
1. Làm việc với {{ item }}.

# Nơi nhận

{id: noi-nhan.tren, kind: local}
{{ superior }} (để báo cáo)

{id: noi-nhan.luu, kind: local}
Lưu chi bộ
"""

CELL = """\
name: Chi bộ cơ sở Hội Làm vườn tỉnh Sao Mai
superior: Đảng bộ các cơ quan tỉnh Sao Mai
full_members: 7
secretary: H'Nghĩa Niê
"""


def fields(text: str = FIELDS) -> FieldList:
    reading = read_fields(text, "fields.yaml")
    assert reading.findings == ()
    return reading.fields


def facts(more: str = "", cell: str = CELL) -> Facts:
    reading = read_cell(cell + more, fields(), "cell.yaml")
    assert reading.facts is not None, [str(finding.message) for finding in reading.findings]
    return reading.facts


def findings_of(more: str, cell: str = CELL) -> tuple[Finding, ...]:
    return read_cell(cell + more, fields(), "cell.yaml").findings


@dataclass
class PlainFrame:
    """Stands in for a Word frame and keeps what it was asked to print."""

    sha256: str = "0" * 64
    printed: list[DocumentValues] = field(default_factory=list)
    hidden: list[bytes] = field(default_factory=list)

    def body(self, blocks: Sequence[Block], own: frozenset[int] = frozenset()) -> Body:
        return Body(take_apart("\n".join(block.text for block in blocks)), own)

    def render(
        self, values: DocumentValues, provenance: bytes = b"", body: Sequence[Stretch] = (), own: bytes = b"",
    ) -> bytes:
        self.printed.append(values)
        self.hidden.append(provenance)
        return b"".join(stretch.content for stretch in body)


def template(clauses: str = CLAUSES, frame: PlainFrame | None = None) -> Template:
    listed, compiled, findings = compile_texts(FIELDS, clauses)
    assert findings == (), [f"{finding.line} {finding.message}" for finding in findings]
    return Template("hoi-quan-chung", "working-rules", listed, compiled, frame or PlainFrame(),
                    (("clauses.md", "1" * 64), ("fields.yaml", "2" * 64), ("frame.docx", "3" * 64)))


def faults(clauses: str) -> tuple[Finding, ...]:
    return compile_texts(FIELDS, clauses)[2]


def body(clauses: str) -> str:
    """Wrap a piece of wording so that only the faults of that piece are found."""
    return "# Nội dung\n\n{id: dieu}\n### Điều\n\n" + clauses


def paper_text(content: bytes) -> str:
    """Return the words of a Word file, one paragraph a line, read without the program under test."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "\n".join("".join(run.text or "" for run in paragraph.iter(f"{word}t"))
                     for paragraph in root.iter(f"{word}p"))


def numbers_are_continuous(lines: list[str]) -> bool:
    """Tell whether chương, Điều, khoản and điểm run without gap or repeat in printed lines."""
    roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    letters = "abcdđeghiklmnopqrstuvxy"
    chapters = articles = clauses = points = 0
    for line in lines:
        if match := re.match(r"Chương ([IVX]+)$", line):
            chapters += 1
            if match[1] != roman[chapters - 1]:
                return False
        elif match := re.match(r"Điều (\d+)\. ", line):
            articles, clauses, points = articles + 1, 0, 0
            if int(match[1]) != articles:
                return False
        elif match := re.match(r"(\d+)\. ", line):
            clauses, points = clauses + 1, 0
            if int(match[1]) != clauses:
                return False
        elif match := re.match(r"([a-zđ])\) ", line):
            points += 1
            if match[1] != letters[points - 1]:
                return False
    return True
