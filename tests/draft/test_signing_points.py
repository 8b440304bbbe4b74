"""What an office looks for before it signs: the words of the finished files, one test for a point of the checklist."""

from __future__ import annotations

import re
from datetime import date

import pytest

from docgen.draft.cells import read_cell
from docgen.draft.kinds import WORKING_RULES
from docgen.draft.membership import person_key
from docgen.model.finding import Severity
from docgen.word.width import width
from tests.draft.kinds import kinds_of
from tests.draft.paper_rules import (
    check_documents_agree,
    check_no_person_in_the_articles,
    check_nothing_left_over,
    check_numbers,
    check_only_bodies_that_exist,
    check_parties,
    check_references,
    persons,
)
from tests.draft.real import is_agreement, template
from tests.draft.signing_papers import (
    COMMITTEE,
    EVERY,
    EVERY_AGREEMENT,
    EVERY_OFFICE,
    LED,
    Office,
    Paper,
    cell,
    hoi,
)
from tests.word.form import Form, parts_of
from tests.word.form_rules import styled, words
from tests.word.test_final import PLAIN_PARTS

_DAY = re.compile(r"ngày (\d{2}) tháng (01|02|[3-9]|1[0-2]) năm (\d{4})")
_OPEN_DAY = re.compile(r"ngày (\s+) tháng (\s+) năm (\d{4}|\s+)")
_FOREIGN = re.compile(r"\b[a-zà-ỹđ]*(?:[fjwz][a-zà-ỹđ]*|[^\W\d_aeiouyà-ỹâăêôơưcghmnpt])\b")


def faults(text: str, severity: Severity = "error") -> set[str]:
    """Return the codes of what is found about a cell."""
    findings = read_cell(text, template(WORKING_RULES.slug).fields, "cell.yaml").findings
    return {finding.code for finding in findings if finding.severity == severity}


@EVERY
def test_c3_number_and_its_blanks(paper: Paper) -> None:
    line, = styled(paper.form, "DGSoKyHieu")
    match = re.fullmatch(r"Số([ \u00a0])(\d{2,}|\u00a0+)-(QC/\w+)", words(line))
    assert match, words(line)
    assert match[3] == paper.own_symbol
    if match[2].isdecimal():
        own = paper.part.associations[0].text("agreement_number") if paper.part.suffix else ""
        assert int(match[2]) == int(own or paper.facts.text(paper.kind.number))
    else:
        assert paper.facts.text(paper.kind.number) == ""
        assert width(match[2], 14) >= 42, "15 mm to write a number in"


@EVERY_OFFICE
def test_c3_no_number_twice_in_a_series(office: Office) -> None:
    numbers = [line for paper in office.papers for line in paper.lines("DGSoKyHieu") if re.search(r"\d", line)]
    assert len(numbers) == len(set(numbers))


def test_c3_one_number_for_two_papers_is_refused() -> None:
    assert faults(cell(number="1", agreement_number="01")) == {"cell-number"}
    assert faults(cell(number="1", agreement_number="2")) == set()


@EVERY
def test_c4_date_kind_and_summary(paper: Paper) -> None:
    date_line, = styled(paper.form, "DGNgayThang")
    place, _, text = words(date_line).partition(", ")
    assert date_line.on("i") and place == paper.facts.text("place")
    issued = paper.facts.day(paper.kind.issued_on)
    if issued:
        match = _DAY.fullmatch(text.replace("\u00a0", " "))
        assert match, text
        printed = date(int(match[3]), int(match[2]), int(match[1]))
        assert printed == issued
        for earlier in ("congress_on", paper.kind.passed_on):
            day = paper.facts.day(earlier)
            assert day is None or day <= printed
    else:
        match = _OPEN_DAY.fullmatch(text)
        assert match, text
        assert min(width(blank, 14) for blank in match.groups()[:2]) >= 28, "10 mm to write in"
    kind, = styled(paper.form, "DGTenLoai")
    assert (kind.text, kind.size(), kind.on("b"), kind.align()) == ("QUY CHẾ", 16, True, "center")
    following = paper.form.lines[paper.form.lines.index(kind) + 1 :]
    summary = styled(paper.form, "DGTrichYeu")
    assert following[: len(summary)] == summary
    assert all((line.size(), line.on("b"), line.align()) == (14, True, "center") for line in summary)
    assert (following[len(summary)].text, following[len(summary)].align()) == ("-----", "center")
    said = " ".join(paper.lines("DGTrichYeu"))
    about = "phối hợp công tác giữa " if is_agreement(paper) else "làm việc của "
    assert said.startswith(about) and said.endswith(f"nhiệm kỳ {paper.facts.text('term')}")
    body = paper.facts.text("name").removeprefix("Đảng bộ ") if paper.organisation else paper.facts.text("name")
    assert body in said


@pytest.mark.parametrize(("passed", "issued"), [("11/6/2025", "12/7/2025"), ("20/7/2025", "19/7/2025"),
                                                ("chưa có", "11/6/2025")])
def test_c4_a_date_before_congress_or_meeting_is_refused(passed: str, issued: str) -> None:
    assert faults(cell(passed_on=passed, issued_on=issued)) == {"cell-dates"}
    assert faults(cell(agreement_passed_on=passed, agreement_issued_on=issued)) == {"cell-dates"}
    assert faults(cell(passed_on="12/6/2025", issued_on="12/6/2025")) == set()


@EVERY
def test_c7_no_party_group_where_there_is_none(paper: Paper) -> None:
    text = paper.paper.lower()
    assert ("đảng đoàn" in text) is bool(paper.facts.yes("party_group"))
    assert "ban cán sự" not in text


@EVERY
def test_c8_only_bodies_that_exist(paper: Paper) -> None:
    check_only_bodies_that_exist(paper)
    # a commune's secretary sits in the standing body above, beside the cells under that committee
    text = paper.paper.lower().replace("uỷ viên ban thường vụ đảng uỷ", "").replace("các chi bộ trực thuộc đảng uỷ", "")
    assert "tổ đảng" not in text
    assert not re.search(r"ban thường vụ (?:chi uỷ|đảng uỷ|cấp uỷ)", text)
    for own, has in (("uỷ ban kiểm tra đảng uỷ", paper.facts.yes("inspection_commission")),
                     ("các chi bộ trực thuộc", paper.organisation)):
        assert own not in text or has, own
    committee, deputy = paper.facts.records("committee"), paper.facts.text("deputy")
    if not committee and not deputy and paper.facts.text("secretary"):
        assert "phó bí thư" not in text


@EVERY
def test_c9_numbering(paper: Paper) -> None:
    check_numbers(paper)
    marks = [mark for line in paper.articles if (mark := _mark(line))]
    assert marks.count("article") >= 10
    for above, below, after in zip(marks, marks[1:], [*marks[2:], "end"], strict=False):
        assert not (above == "chapter" and below != "article"), "a chương without an Điều"
        assert not (below == "point" and above != "point" and after != "point"), "a single điểm a)"
    chapters = "".join("C" if mark == "chapter" else "A" for mark in marks if mark in ("chapter", "article"))
    assert "CAC" not in chapters + "C", "a chương with one Điều left over"


def _mark(line: str) -> str:
    patterns = (("chapter", r"Chương "), ("article", r"Điều \d+\. "), ("clause", r"\d+\. "), ("point", r"[a-zđ]\) "))
    return next((mark for mark, pattern in patterns if re.match(pattern, line)), "")


@EVERY
def test_c10_references_lead_to_the_right_place(paper: Paper) -> None:
    check_references(paper)
    # the rule above reads what was drafted; the file has to say the same, word for word
    told = "\n".join(paper.articles)
    for clause in paper.draft.clauses:
        assert not clause.citation or clause.text in told, clause.id
    articles = sum(_mark(line) == "article" for line in paper.articles)
    for number in re.findall(r"Điều (\d+) Quy chế này", paper.paper):
        assert int(number) <= articles


@EVERY_OFFICE
def test_c10_both_documents_say_the_same(office: Office) -> None:
    rules, *agreements = office.papers
    if not agreements:
        assert kinds_of(rules.framework) == (WORKING_RULES,), "a framework with an agreement gives one"
        return
    check_documents_agree(office.papers)
    for paper in agreements:
        assert paper.lines("DGCapTren") == rules.lines("DGCapTren")
        for one in paper.part.associations:
            assert one.text("leadership") in rules.paper


@EVERY
def test_c15_nothing_left_over(paper: Paper) -> None:
    check_nothing_left_over(paper)
    mark = paper.facts.text("draft_mark")
    unsure = any(item.kind == "law" for item in paper.draft.open_items)
    assert ("Dự thảo" in paper.paper) is (bool(mark) or unsure) and mark in paper.paper
    assert "Dự thảo" not in "\n".join(line.text for line in Form(paper.final).lines)
    for line in (*paper.articles, *paper.lines("DGMoDau", "DGTrichYeu")):
        foreign = [word for word in _FOREIGN.findall(line) if len(word) > 1]
        assert not foreign, foreign


@EVERY
def test_c20_no_person_beyond_print(paper: Paper) -> None:
    check_no_person_in_the_articles(paper)
    names = persons(paper)
    signed = set(paper.lines("DGHoTen", "DGHoTenCoDau"))
    for content in (paper.content, paper.final):
        parts = parts_of(content)
        for part, data in parts.items():
            text = data.decode()
            assert part == "word/document.xml" or not any(name in text for name in names), part
            assert not re.search(r"<(?:dc:creator|cp:lastModifiedBy|Company|Manager)>[^<]", text), part
        outside = "\n".join(words(line) for line in Form(content).lines if not line.style.startswith("DGHoTen"))
        assert not any(name in outside for name in names)
        assert not re.search(rb"<w:(?:ins|del|comment\w*|vanish)\b", parts["word/document.xml"])
    assert signed - {""} <= names
    final = parts_of(paper.final)
    assert set(final) == PLAIN_PARTS
    assert len(Form(paper.final).arrows("docProps/core.xml")) == 0
    everything = b"\n".join(final.values())
    assert not any(trace in everything for trace in (b"docgen", b"_dg_", b"bookmark", b"rsid"))


@pytest.mark.parametrize(("full", "committee", "errors", "doubts"), [
    (3, (), set(), set()), (8, (), set(), set()), (8, COMMITTEE, set(), {"cell-committee"}),
    (9, COMMITTEE, set(), set()), (9, (), set(), {"cell-committee"}), (30, COMMITTEE, set(), set()),
    (30, (*COMMITTEE, *(f"chi uỷ viên = Vi Thị {number}" for number in "ABCDE")), {"cell-committee"}, set()),
])
def test_a3_size_decides_whether_there_is_a_committee(
    full: int, committee: tuple[str, ...], errors: set[str], doubts: set[str],
) -> None:
    text = cell(full_members=str(full), committee=committee)
    assert (faults(text), faults(text, "warning")) == (errors, doubts)


@EVERY_OFFICE
def test_a3_the_structure_on_paper_is_that_of_the_cell(office: Office) -> None:
    rules = office.papers[0]
    text = rules.paper
    if rules.district:
        committee, standing = (rules.facts.integer(name) for name in ("committee_members", "standing_members"))
        assert f"có {committee} đồng chí, ban thường vụ có {standing} đồng chí" in text
        return
    members = rules.facts.records("committee")
    stated = re.search(r"(?:Chi|Đảng) uỷ có (\d+) đồng chí, trong đó có bí thư( và phó bí thư)?", text)
    assert (stated is not None) is bool(members)
    if stated:
        assert int(stated[1]) == len(members) and (rules.organisation or int(stated[1]) <= 7)
    assert f"{rules.facts.integer('full_members')} đảng viên chính thức" in text
    assert any(line.startswith("Điều") and "Chi uỷ" in line for line in rules.articles) is (
        bool(members) and not rules.organisation)


@EVERY
def test_a9_without_a_committee_the_secretary_does_its_work(paper: Paper) -> None:
    text = paper.paper
    if paper.facts.records("committee"):
        assert re.search("(?i)chi uỷ|đảng uỷ", "\n".join(paper.articles))
        return
    assert not re.search("(?i)chi (?:uỷ|ủy)", text)
    if not is_agreement(paper) and not paper.district:
        for duty in ("bí thư triệu tập", "trước kỳ sinh hoạt ít nhất", "báo cáo kết quả", "phân công"):
            sentences = [one for one in re.split(r"(?<=[.;:]) |\n", text) if duty in one.lower()]
            assert any("bí thư" in one.lower() for one in sentences), duty


@EVERY_AGREEMENT
def test_b1_parties_under_their_exact_names(paper: Paper) -> None:
    check_parties(paper)
    name = paper.facts.text("name")
    base = name.removeprefix("Đảng bộ ")
    side = f"Đảng uỷ {base}" if paper.organisation else (f"Chi uỷ {name}" if paper.facts.records("committee") else name)
    sides = [paper.facts.text("committee_name") or side, *(one.text("leadership") for one in paper.part.associations)]
    summary, opening = " ".join(paper.lines("DGTrichYeu")), " ".join(paper.lines("DGMoDau"))
    first = next(line for line in paper.articles if "Quy chế này quy định" in line)
    for exact in sides:
        assert exact.upper() in paper.name and exact in summary and exact in opening and exact in first, exact
    signed = paper.lines("DGQuyenHan")
    own = "T/M ĐẢNG UỶ" if paper.organisation else "T/M CHI UỶ" if paper.facts.records("committee") else "T/M CHI BỘ"
    assert signed[0] == own
    for one, line in zip(paper.part.associations, signed[1:], strict=True):
        body = one.text("leadership").removesuffix(one.text("name")).strip().upper()
        assert line.startswith(f"T/M {body}")


@EVERY
def test_b12_nobody_signs_twice_or_informs_himself(paper: Paper) -> None:
    signed = [person_key(name) for name in paper.lines("DGHoTen", "DGHoTenCoDau") if name]
    assert len(signed) == len(set(signed))
    if not paper.led_by_secretary:
        return
    text = paper.paper
    if len(paper.part.associations) == 1:
        himself = (r"(?i)(?<!phó )bí thư (?:đại diện |(?:thông báo|trao đổi|trả lời)[^.;:]{0,40} lãnh đạo "
                   r"(?:hội|cơ quan))")
        assert not re.search(himself, text)
    if is_agreement(paper):
        assert re.search(r"[Bb]í thư đồng thời là người đứng đầu|hội do bí thư đứng đầu", text)
        vice = any(one.text("signer_name") for one in paper.part.associations)
        assert paper.lines("DGChucVu")[0] == ("BÍ THƯ" if vice else "PHÓ BÍ THƯ")
    else:
        assert "Trong thời gian bí thư đồng thời là người đứng đầu" in text


def test_b12_one_person_for_two_sides_is_refused() -> None:
    assert faults(cell(LED, deputy="")) == {"cell-both-sides"}
    assert faults(cell(LED)) == set()
    twice = "\n    signer_name: Y Bhút Êban\n    signer_title: UỶ VIÊN"
    assert faults(cell(LED + twice)) == set()
    assert faults(cell(hoi("Hội Làm vườn tỉnh Sao Mai") + twice.replace("Y Bhút Êban", "h'nghĩa niê"))) == {
        "cell-both-sides"}
