"""The papers an office would be asked to sign: of every sample cell, and of cells made up to be awkward, as files.

A `Paper` is a `Made` whose words come out of the finished Word file, so the rules for drafts read what is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

import pytest
from _pytest.mark import ParameterSet

from docgen.draft.parties import is_leader
from tests.draft.kinds import CELLS, DAYS, DISTRICT, documents
from tests.draft.real import LONG, Made, is_agreement
from tests.word.form import Form, Line
from tests.word.form_rules import in_table, styled, words

BODY = ("DGChuong", "DGTenChuong", "DGMuc", "DGDieu", "DGKhoan", "DGDiem", "DGGachDauDong", "DGDoan")
_BINDS = re.compile("(?<!\u00a0)\u00a0(?!\u00a0)")


def printed(line: Line) -> str:
    """Return the words of a line; a space that only binds two words is read as a space."""
    return _BINDS.sub(" ", words(line))


@dataclass(frozen=True)
class Paper(Made):
    """One document as a file, beside the facts it was made from."""

    content: bytes
    final: bytes

    @cached_property
    def form(self) -> Form:
        return Form(self.content)

    @property
    def articles(self) -> tuple[str, ...]:
        """The words from the first article or chapter to the last, from the file."""
        return tuple(printed(line) for line in styled(self.form, *BODY) if not in_table(line))

    @property
    def paper(self) -> str:
        """Everything printed, spaces that bind read as spaces, blanks to write in left as they are, from the file."""
        return "\n".join(text for line in self.form.lines if (text := printed(line)))

    def lines(self, *styles: str) -> list[str]:
        return [printed(line) for line in styled(self.form, *styles)]

    @property
    def name(self) -> str:
        """The words of the body that issues, as one line."""
        return " ".join(self.lines("DGCoQuan"))

    @property
    def organisation(self) -> bool:
        return self.facts.text("kind") == "dang-bo-co-so"

    @property
    def framework(self) -> str:
        return self.facts.text("framework")

    @property
    def district(self) -> bool:
        return self.framework == DISTRICT

    @property
    def dated(self) -> date | None:
        """The day that decides about form and law: of issue, or the day the paper was made for."""
        return self.facts.day(self.kind.issued_on) or DAYS.get(self.framework)

    @property
    def own_name(self) -> str:
        """The name under which the cell, or its committee, issues rules."""
        return self.facts.text("committee_name") or self.facts.text("name")

    @property
    def own_symbol(self) -> str:
        return self.facts.text("symbol") or ("QC/ĐU" if self.organisation else "QC/CB")

    @property
    def led_by_secretary(self) -> bool:
        """Whether the secretary leads one of the sides."""
        return any(is_leader(one, self.facts.text("secretary")) for one in self.part.associations)


@dataclass(frozen=True)
class Office:
    """All papers of one cell."""

    name: str
    papers: tuple[Paper, ...]


def hoi(name: str, leader: str = "Đặng Ví Dụ", **more: str) -> str:
    given = {"name": name, "leadership": f"Ban Thường vụ {name}", "leader_name": leader,
             "superior": "Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh Sao Mai", **more}
    return "  - " + "\n    ".join(f"{key}: {value}" for key, value in given.items())


def cell(*associations: str, committee: Iterable[str] = (), **given: str) -> str:
    """Return the file of a base cell of seven with what is given changed; an empty answer leaves the line out."""
    stated = {
        "framework": "hoi-quan-chung", "kind": "chi-bo-co-so", "name": "Chi bộ cơ sở Hội Làm vườn tỉnh Sao Mai",
        "superior": "Đảng bộ các cơ quan Đảng tỉnh Sao Mai",
        "superior_committee": "Đảng uỷ các cơ quan Đảng tỉnh Sao Mai", "place": "Sao Mai", "term": "2025 - 2030",
        "congress_on": "12/6/2025", "full_members": "7", "secretary": "H'Nghĩa Niê", "deputy": "Y Bhút Êban",
        "meeting_day": "ngày 05", "local_committee_seat": "Đảng uỷ, Uỷ ban nhân dân Phường 7", "organisations": "[]",
        "seal": "có", **given}
    lines = [f"{key}: {value}" for key, value in stated.items() if value]
    members = [member.split(" = ") for member in committee]
    lines += ["committee:"] * bool(members) + [f"  - {{post: {post}, name: {name}}}" for post, name in members]
    lines += ["associations:", *(associations or (hoi("Hội Làm vườn tỉnh Sao Mai"),))]
    return "\n".join(lines) + "\n"


COMMITTEE = ("bí thư = H'Nghĩa Niê", "phó bí thư = Y Bhút Êban", "chi uỷ viên = Lò Văn Mẫu")
DANG_UY = ("bí thư = H'Nghĩa Niê", "phó bí thư = Y Bhút Êban", "đảng uỷ viên = Lò Văn Mẫu")
LED = hoi("Hội Làm vườn tỉnh Sao Mai", "H'Nghĩa Niê")
THREE = (hoi("Hội Làm vườn tỉnh Sao Mai", "Vi Thị Thử", short_name="Hội Làm vườn"),
         hoi("Hội Người mù tỉnh Sao Mai", "Đặng Ví Dụ", short_name="Hội Người mù", leader_is_member="không",
             seal="không"),
         hoi(f"{LONG} tỉnh Sao Mai", "Tô Văn Thay", short_name="Liên hiệp hội"))
LONG_CELL = f"Chi bộ cơ sở {LONG} tỉnh Sao Mai"
OLD = {"term": "2020 - 2025", "congress_on": "05/02/2020", "passed_on": "01/8/2024", "issued_on": "05/8/2024",
       "agreement_passed_on": "02/8/2024", "agreement_issued_on": "12/10/2024", "number": "3", "agreement_number": "4"}
NEW = {"passed_on": "01/6/2026", "issued_on": "09/6/2026", "agreement_passed_on": "01/6/2026",
       "agreement_issued_on": "10/11/2026", "number": "1", "agreement_number": "12"}
MADE_UP = {
    "size-3": cell(full_members="3", deputy="", seal="không"),
    "size-8-committee-stays": cell(full_members="8", committee=COMMITTEE),
    "size-9": cell(full_members="9", committee=COMMITTEE, probationary_members="1"),
    "size-9-no-committee-yet": cell(full_members="9"),
    "size-30": cell(full_members="30", committee=COMMITTEE, organisations="[công đoàn, đoàn thanh niên]"),
    "of-2024": cell(**OLD),
    "of-2024-committee": cell(full_members="12", committee=COMMITTEE, duplex="có", **OLD),
    "of-2026": cell(draft_mark="Dự thảo lần 2", **NEW),
    "of-february-2026": cell(**{**NEW, "passed_on": "01/02/2026", "issued_on": "05/02/2026"}),
    "profile-36": cell(form_profile="36-hd"),
    "profile-05-in-2024": cell(form_profile="05-hd", **OLD),
    "long-names": cell(hoi(f"{LONG} tỉnh Sao Mai"), name=LONG_CELL, draft_mark="Dự thảo lần 1",
                       superior=f"Đảng bộ {LONG} và các cơ quan Đảng tỉnh Sao Mai"),
    "long-names-committee": cell(hoi(f"{LONG} tỉnh Sao Mai"), name=LONG_CELL, full_members="30", committee=COMMITTEE),
    "vacant-secretary": cell(full_members="5", secretary="khuyết", organisations="[chi hội cựu chiến binh]"),
    "nobody-left": cell(full_members="3", secretary="khuyết", deputy="khuyết"),
    "vacant-with-committee": cell(full_members="12", secretary="khuyết", committee=COMMITTEE[1:]),
    "four-parties": cell(*THREE, name="Chi bộ cơ sở các hội quần chúng tỉnh Sao Mai", full_members="8"),
    "four-parties-apart": cell(*THREE, name="Chi bộ cơ sở các hội quần chúng tỉnh Sao Mai", full_members="12",
                               committee=COMMITTEE, agreement_form="separate"),
    "secretary-leads": cell(LED),
    "secretary-leads-vice-signs": cell(LED + "\n    signer_name: Tô Văn Thay\n    signer_title: PHÓ CHỦ TỊCH",
                                       full_members="12", committee=COMMITTEE, duplex="có"),
    "secretary-leads-no-deputy": cell(LED + "\n    signer_name: Tô Văn Thay\n    signer_title: PHÓ CHỦ TỊCH",
                                      full_members="4", deputy=""),
    "secretary-leads-one-of-three": cell(hoi("Hội Làm vườn tỉnh Sao Mai", "H'Nghĩa Niê"), *THREE[1:],
                                         name="Chi bộ cơ sở các hội quần chúng tỉnh Sao Mai"),
    "party-group": cell(party_group="có", full_members="15", committee=COMMITTEE),
    "organisation": cell(kind="dang-bo-co-so", name="Đảng bộ cơ sở Hội Làm vườn tỉnh Sao Mai", full_members="41",
                         cells_below="[Chi bộ Văn phòng, Chi bộ Nghiệp vụ]", committee=DANG_UY, **NEW),
    "organisation-of-2024": cell(kind="dang-bo-co-so", name="Đảng bộ cơ sở Hội Làm vườn tỉnh Sao Mai",
                                 full_members="41", cells_below="[Chi bộ Văn phòng, Chi bộ Nghiệp vụ]", seal="không",
                                 committee=DANG_UY, **OLD),
}
"""Odd sizes, both forms, long names, vacancies, four sides, a secretary on both sides, with and without a seal."""


# 320 letters: nobody has such a name, and the letterhead has to stand it
LONGEST = ("Liên hiệp các Hội Khoa học và Kỹ thuật, Văn học và Nghệ thuật, Hữu nghị và Hợp tác quốc tế, Bảo vệ người "
           "tiêu dùng, Bảo trợ người khuyết tật, trẻ mồ côi và bệnh nhân nghèo, Nạn nhân chất độc da cam, Sinh vật "
           "cảnh, Bảo tồn di sản, Khuyến học, Đông y, Luật gia, Nhà báo và Làm vườn Phường 7 thành phố Buôn Mẫu tỉnh "
           "Sao Mai")
_AGENCY = """\
  - name: Sở Giống cây tỉnh Sao Mai
    leadership: Ban Giám đốc Sở Giống cây tỉnh Sao Mai
    superior: Uỷ ban nhân dân tỉnh Sao Mai
    leader_title: GIÁM ĐỐC
"""


def other(framework: str, committee: Iterable[str] = (), more: str = "", **given: str) -> str:
    """Return the file of a commune's, an agency's or a district's cell, with what is given put in or changed."""
    stated = {
        "framework": framework, "superior": "Đảng bộ Phường 7", "superior_committee": "Đảng uỷ Phường 7",
        "place": "Sao Mai", "term": "2025 - 2030", "congress_on": "12/6/2025", "full_members": "7",
        "secretary": "H'Nghĩa Niê", "deputy": "Y Bhút Êban", "meeting_day": "ngày 05", "organisations": "[]",
        "seal": "không", **given}
    lines = [f"{key}: {value}" for key, value in stated.items() if value]
    members = [member.split(" = ") for member in committee]
    lines += ["committee:"] * bool(members) + [f"  - {{post: {post}, name: {name}}}" for post, name in members]
    return "\n".join(lines) + f"\n{more}"


def commune(committee: Iterable[str] = (), **given: str) -> str:
    return other("chi-bo-co-quan-xa", committee, **{
        "name": "Chi bộ cơ quan Phường 7", "unit": "phường", "secretary_party_post": "phó bí thư đảng uỷ",
        "government": "Uỷ ban nhân dân Phường 7", "front": "Uỷ ban Mặt trận Tổ quốc Việt Nam Phường 7", **given})


def agency(leader: str, committee: Iterable[str] = (), **given: str) -> str:
    return other("co-quan", committee, f"agencies:\n{_AGENCY}    leader_name: {leader}\n", **{
        "kind": "chi-bo-co-so", "name": "Chi bộ cơ sở Sở Giống cây tỉnh Sao Mai", "seal": "có",
        "local_committee_seat": "Đảng uỷ, Uỷ ban nhân dân Phường 7", **given})


def district(**given: str) -> str:
    return other("cap-huyen", **{
        "full_members": "", "meeting_day": "", "seal": "có", "term": "2020 - 2025", "congress_on": "28/7/2020",
        "name": "Đảng bộ thị xã Buôn Mẫu", "committee_name": "Thị uỷ Buôn Mẫu", "committee_rank": "thị uỷ",
        "symbol": "QC/ThU", "superior": "Đảng bộ tỉnh Sao Mai", "superior_committee": "Tỉnh uỷ Sao Mai",
        "committee_members": "35", "standing_members": "11", "deputies": "2",
        "government": "Hội đồng nhân dân, Uỷ ban nhân dân thị xã Buôn Mẫu",
        "front": "Uỷ ban Mặt trận Tổ quốc Việt Nam thị xã Buôn Mẫu", **given})


OTHERS = {
    "association-of-300-letters": cell(hoi(LONGEST), name=f"Chi bộ cơ sở {LONGEST}", full_members="12",
                                       committee=COMMITTEE, superior="Đảng bộ Phường 7", draft_mark="Dự thảo lần 1"),
    "commune-phuong-7": commune(organisations="[chi đoàn, chi hội cựu chiến binh]", draft_mark="Dự thảo lần 1"),
    "commune-vacant": commune(secretary="khuyết", deputy="khuyết", full_members="4"),
    "commune-of-2024": commune(COMMITTEE, full_members="15", number="3", duplex="có", term="2022 - 2025",
                               congress_on="5/2/2022", passed_on="1/8/2024", issued_on="5/8/2024"),
    "agency-secretary-leads": agency("H'Nghĩa Niê\n    signer_name: Giàng A Sáng\n    signer_title: Phó Giám đốc"),
    "agency-of-300-letters": agency("Lò Văn Giám", COMMITTEE, full_members="12", organisations="[công đoàn]", **NEW
                                    ).replace("Sở Giống cây tỉnh Sao Mai", LONGEST),
    "agency-organisation": agency("Lò Văn Giám", DANG_UY, kind="dang-bo-co-so", full_members="41", seal="không",
                                  name="Đảng bộ cơ sở Sở Giống cây tỉnh Sao Mai",
                                  cells_below="[Chi bộ Văn phòng, Chi bộ Nghiệp vụ]"),
    "district-of-2021": district(number="2", passed_on="1/02/2021", issued_on="5/02/2021", duplex="có"),
    "district-vacant": district(secretary="khuyết", draft_mark="Dự thảo lần 1", organisations="[Thị đoàn]"),
}
"""The other frameworks, and names nobody should have, with the names of people and places that break letterheads."""
SLOW = {*OTHERS} - {"association-of-300-letters", "commune-phuong-7", "district-vacant"}
"""Looked at in the full suite only: they show what the samples show, in other sizes."""


def _sources() -> dict[str, str]:
    found = {path.stem: path.read_text(encoding="utf-8") for path in CELLS}
    merged = found["chi-bo-ghep"]
    assert "agreement_form: joint" in merged
    found["chi-bo-ghep-rieng"] = merged.replace("agreement_form: joint", "agreement_form: separate")
    found["chi-bo-ghep-rieng-co-so"] = merged.replace("agreement_form: joint", "agreement_form: separate").replace(
        "number: chưa có", "number: 1").replace("    members: 3", "    members: 3\n    agreement_number: 2")
    return found | MADE_UP | OTHERS


@cache
def office(name: str) -> Office:
    """Make all papers of one cell, as drafts and as copies to sign."""
    text = _sources()[name]
    papers = [Paper(made.kind, made.part, made.facts, made.draft, made.draft.content, final.draft.content)
              for made, final in zip(documents(text), documents(text, final=True), strict=True)]
    return Office(name, tuple(papers))


OFFICES = tuple(office(name) for name in _sources())
NAMED = tuple((f"{one.name}.{paper.kind.file_name}{paper.part.suffix and '.'}{paper.part.suffix}", paper)
              for one in OFFICES for paper in one.papers)
PAPERS = tuple(paper for _, paper in NAMED)
PAPER_IDS = tuple(name for name, _ in NAMED)


def _case(value: object, name: str) -> ParameterSet:
    return pytest.param(value, id=name, marks=pytest.mark.full if name.partition(".")[0] in SLOW else ())


EVERY = pytest.mark.parametrize("paper", [_case(paper, name) for name, paper in NAMED])
EVERY_AGREEMENT = pytest.mark.parametrize("paper", [_case(paper, name) for name, paper in NAMED if is_agreement(paper)])
EVERY_OFFICE = pytest.mark.parametrize("office", [_case(one, one.name) for one in OFFICES])
