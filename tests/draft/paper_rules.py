"""What every draft must be like, read from what is printed; used on the shipped cells and on made-up ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from docgen.draft.facts import Record
from docgen.draft.kinds import KINDS
from docgen.draft.membership import person_key
from docgen.draft.parties import stated_partners
from docgen.draft.text_program import compile_program
from tests.draft.kinds import template
from tests.draft.real import Made, is_agreement
from tests.draft.samples import numbers_are_continuous

_CITED = re.compile(r"((?:điểm \S+ )?(?:khoản \d+ )?Điều \d+) Quy chế này")
_LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}|\[…\]|\.\.\.|……|\bNone\b|\bTrue\b|\bFalse\b|\(\s*\)|  |\s[,;.:](?:\s|$)"
                        r"|[,;]\s*[;.]|,,|\.\.|\bgồm\s*[.;]|docgen|\.yaml|[0-9a-f]{32}")
_OLD_HABITS = re.compile(r"\bTM\.|\bK/T\b|\bKT\.|Số:|\./\.|Độc lập - Tự do|CỘNG HOÀ XÃ HỘI|huyện uỷ|Huyện uỷ")
_DECOMPOSED = re.compile("[\u0300-\u036f\u00d0\u00f0]")

_COMMITTEE = r"(?:chi bộ|chi uỷ|đảng uỷ|bí thư|cấp uỷ)"
_LEADERSHIP = r"(?:lãnh đạo (?:các )?(?:hội|cơ quan)|ban giám đốc|ban thường vụ|thường trực)"
WRONG_DIRECTIONS = (
    # nobody of the two sides commands the other or reports to it
    rf"{_COMMITTEE}(?! cấp trên)[^.;:]{{0,30}} chỉ đạo (?:{_LEADERSHIP})",
    rf"{_COMMITTEE} lãnh đạo {_LEADERSHIP}",
    rf"(?<!đảng viên là thành viên ){_LEADERSHIP} (?:chỉ đạo|giao nhiệm vụ cho|lãnh đạo) {_COMMITTEE}",
    rf"{_COMMITTEE}(?! cấp trên)[^.;:,]{{0,20}} báo cáo (?:với |cho )?{_LEADERSHIP}",
    rf"{_LEADERSHIP} báo cáo (?:với |cho )?{_COMMITTEE}",
    # upward one reports, and does not coordinate or inform
    r"(?:phối hợp|trao đổi) với cấp uỷ cấp trên",
    rf"cấp uỷ cấp trên[^.;:,]{{0,30}} báo cáo (?:với |cho )?{_COMMITTEE}",
    r"chi bộ chỉ đạo cấp uỷ",
    # the cell proposes, the competent committee decides
    r"chi bộ (?:ra )?(?:quyết định |nghị quyết )?(?:kết nạp|khai trừ)(?! người| đảng viên vượt)",
    r"quyết định kết nạp đảng viên của chi bộ",
    r"(?:chi bộ|chi uỷ|đảng uỷ) (?:phê duyệt|phê chuẩn|bổ nhiệm) ",
)


def check_numbers(made: Made) -> None:
    assert numbers_are_continuous(list(made.articles))
    lines = [line for line in made.articles if re.match(r"Điều \d+\. |\d+\. ", line)]
    for above, below, after in zip(lines[:-1], lines[1:], [*lines[2:], "Điều 0. "], strict=True):
        lone = above.startswith("Điều") and below.startswith("1. ") and after.startswith("Điều")
        assert not lone, f"a single khoản is numbered under {above}"


@cache
def _refs(text: str) -> tuple[str, ...]:
    return tuple(compile_program(text).refs)


def check_references(made: Made) -> None:
    """Every reference is printed, and names the clause its author meant."""
    where = {clause.id: clause.citation for clause in made.draft.clauses}
    words = {clause.id: clause.text for clause in made.draft.clauses}
    for clause in template(made.facts.text("framework"), made.kind.slug).clauses.clauses:
        for target in _refs(clause.source.text):
            if clause.id in words and clause.text.jinja is None:
                assert f"{where[target]} Quy chế này" in words[clause.id] or where[target] in words[clause.id]
    for line in made.articles:
        for citation in _CITED.findall(line):
            assert citation in where.values(), f"{citation} leads nowhere: {line}"


def check_nothing_left_over(made: Made) -> None:
    text = re.sub("\u00a0{2,}", "(chỗ trống)", made.paper).replace("\u00a0", " ")
    for line in text.splitlines():
        assert not (found := _LEFT_OVER.search(line)), (found and found[0], line)
        assert not _DECOMPOSED.search(line), line
        if (found := _OLD_HABITS.search(line)) and not (made.facts.text("committee_rank") and "uỷ" in found[0]):
            raise AssertionError((found[0], line))
    for kind in KINDS:
        assert kind.slug not in text
    for name in made.facts.values:
        assert "_" not in name or name not in text


def persons(made: Made) -> set[str]:
    facts = made.facts
    found = {facts.text("secretary"), facts.text("deputy")}
    found |= {member.text("name") for member in facts.records("committee")}
    for one in stated_partners(facts):
        found |= {one.text("leader_name"), one.text("signer_name")}
    return {name for name in found if name}


def check_no_person_in_the_articles(made: Made) -> None:
    text = "\n".join((*made.articles, *made.draft.values.legal_bases, *made.draft.values.recipients))
    for name in persons(made):
        assert name not in text


def check_directions(made: Made) -> None:
    text = "\n".join(made.articles).lower()
    for pattern in WRONG_DIRECTIONS:
        found = re.search(pattern, text)
        assert not found, f"{found[0]!r} in {made.kind.slug}" if found else ""


def check_only_bodies_that_exist(made: Made) -> None:
    facts, text = made.facts, made.paper.lower()
    if not facts.records("committee"):
        assert "chi uỷ" not in text
        assert "chi ủy" not in text
    if facts.text("kind") != "dang-bo-co-so":
        assert "đảng uỷ viên" not in text
        assert "đảng bộ cơ sở" not in text.replace("đảng bộ, chi bộ cơ sở", "")
    else:
        assert "chi uỷ viên" not in text.replace("chi uỷ viên của chi bộ trực thuộc", "")
    if not facts.yes("party_group"):
        assert "đảng đoàn" not in text
        assert "ban cán sự" not in text
    has_deputy = facts.text("deputy") or any(one.text("post") == "phó bí thư" for one in facts.records("committee"))
    if not has_deputy and facts.text("kind") != "dang-bo-co-so":
        # the secretary of a commune's cell is a deputy of the committee above
        assert "phó bí thư" not in text.replace("phó bí thư đảng uỷ", "") or not facts.text("secretary")
    for body in ("công đoàn", "thanh niên", "cựu chiến binh", "phụ nữ"):
        if not any(body in one.lower() for one in facts.texts("organisations")):
            assert body not in text
    if len(facts.records("associations")) > 1 and not is_agreement(made):
        for one in facts.records("associations"):
            assert one.text("name").lower() in text


def check_signatures(made: Made) -> None:
    blocks = made.draft.values.signatures
    assert len(blocks) == (1 + len(made.part.associations) if is_agreement(made) else 1)
    assert all(block.authority.startswith("T/M ") and block.post for block in blocks)
    assert len({block.authority for block in blocks}) == len(blocks)
    names = [person_key(block.signer) for block in blocks if block.signer]
    assert len(names) == len(set(names))
    organisation = made.facts.text("kind") == "dang-bo-co-so"
    district = made.facts.text("committee_rank").upper()
    expected = f"T/M {district}" if district else "T/M ĐẢNG UỶ" if organisation else (
        "T/M CHI UỶ" if is_agreement(made) and made.facts.records("committee") else "T/M CHI BỘ")
    if "authority" not in made.facts.given:
        assert blocks[0].authority == expected


def check_recipients(made: Made) -> None:
    lines = made.draft.values.recipients
    end = "," if made.draft.values.profile == "36-hd" else ";"
    assert [line[-1] for line in lines] == [end] * (len(lines) - 1) + ["."]
    assert lines[0].startswith(f"- {made.facts.text('superior_committee')} (để báo cáo)")
    assert lines[-1].startswith("- Lưu ")
    if is_agreement(made):
        for one in made.part.associations:
            assert any(one.text("leadership") in line for line in lines)
    elif made.facts.text("kind") == "dang-bo-co-so":
        assert any("chi bộ" in line.lower() for line in lines[1:-1])


def check_parties(made: Made) -> None:
    """The sides of an agreement stand under the same names in head, summary, text and signatures."""
    if not is_agreement(made):
        return
    values = made.draft.values
    for one in made.part.associations:
        name = one.text("leadership")
        assert name.upper() in " ".join(values.issuer_lines)
        assert name in " ".join(values.summary_lines)
        assert name in " ".join(made.articles)
    others = [one for one in made.facts.records("associations")
              if one.text("name") not in {party.text("name") for party in made.part.associations}]
    for stranger in others:
        assert not _alone(stranger, made), "a separate agreement names an association that is no party to it"


def _alone(stranger: Record, made: Made) -> bool:
    return stranger.text("leadership") in "\n".join((*made.articles, *made.draft.values.recipients))


def check_documents_agree(made: Sequence[Made]) -> None:
    """Days, months and names that stand in both documents of a cell are the same."""
    rules, agreements = made[0], made[1:]
    assert agreements
    monthly = re.search(r"sinh hoạt thường kỳ (?:mỗi tháng )?một lần vào ([^;]+);", rules.paper)
    assert (monthly is None) == (rules.facts.text("kind") == "dang-bo-co-so")
    for agreement in agreements:
        assert rules.draft.values.superior_lines == agreement.draft.values.superior_lines
        assert rules.facts.text("term") in rules.paper
        assert rules.facts.text("term") in agreement.paper
        held = re.search(r"kỳ sinh hoạt chi bộ vào (.+?) hằng tháng", agreement.paper)
        assert (held is None) == (rules.facts.text("kind") == "dang-bo-co-so")
        if held is not None and monthly is not None:
            assert held[1].replace("\u00a0", " ") == monthly[1].replace("\u00a0", " ")
        if rules.facts.text("number"):
            assert rules.draft.values.number != agreement.draft.values.number
            assert rules.draft.values.number.removeprefix("Số ") in agreement.paper
    if "6 tháng một lần" in rules.paper:
        assert all("6 tháng một lần" in agreement.paper for agreement in agreements)


RULES = (check_numbers, check_references, check_nothing_left_over, check_no_person_in_the_articles, check_directions,
         check_only_bodies_that_exist, check_signatures, check_recipients, check_parties)
