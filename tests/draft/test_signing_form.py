"""What an office looks for before it signs: the form of the finished files, one test for a point of the checklist."""

from __future__ import annotations

import re
from itertools import pairwise

from docgen.word.names import W, w
from tests.draft.paper_rules import check_recipients, check_signatures
from tests.draft.real import is_agreement
from tests.draft.signing_papers import BODY, EVERY, EVERY_AGREEMENT, PAPERS, Paper
from tests.word.form_rules import (
    authorities,
    check_duplex,
    check_head,
    check_letters,
    check_page,
    check_page_number,
    check_party_title,
    check_recipient_letters,
    check_signature_letters,
    check_signatures_level,
    in_table,
    mm,
    row_of,
    section_of,
    signers,
    styled,
    words,
)

STATE_PAPERS = re.compile(r"CỘNG H(?:OÀ|ÒA)|Độc lập\W+Tự do|\bSố:|\bTM\.|\bKT\.|\bK/T|\./\.", re.IGNORECASE)
TORN = ("CHI BỘ", "ĐẢNG BỘ", "ĐẢNG UỶ", "CHI UỶ", "CƠ SỞ", "THƯỜNG VỤ", "BAN THƯỜNG", "THƯỜNG TRỰC", "LIÊN HIỆP",
        "CƠ QUAN", "QUẦN CHÚNG", "KHOA HỌC", "KỸ THUẬT", "VĂN HỌC", "NGHỆ THUẬT", "HỮU NGHỊ", "HỢP TÁC", "QUỐC TẾ",
        "CHỮ THẬP", "NGƯỜI CAO", "CHẤT ĐỘC", "ĐỘC DA", "DA CAM", "MỒ CÔI", "KHUYẾT TẬT", "TIÊU DÙNG", "BUÔN MẪU",
        "THỊ UỶ", "CAO TUỔI", "LÀM VƯỜN", "NHÀ BÁO", "LUẬT GIA", "ĐÔNG Y", "SAO MAI", "ĐỒNG MẪU")
TITLES_OF_LEARNING = re.compile(r"\b(?:TS|ThS|PGS|GS|BS|Tiến sĩ|Thạc sĩ|Đại tá|Đồng chí|Ông|Bà)\b")


def everything(paper: Paper) -> str:
    parts = (part.decode() for name, part in paper.form.parts.items() if name.startswith("word/"))
    return paper.paper + "\n" + "\n".join(re.sub(r"<[^>]*>", "", part) for part in parts)


@EVERY
def test_c1_head(paper: Paper) -> None:
    check_head(paper.form)
    check_party_title(paper.form)
    superior, issuers = paper.lines("DGCapTren"), paper.lines("DGCoQuan")
    assert " ".join(superior) == paper.facts.text("superior").upper()
    assert superior[0].startswith("ĐẢNG BỘ")
    bodies = " ".join(issuers).split(" - ")
    own = paper.facts.text("name")
    if is_agreement(paper):
        committee = paper.facts.text("committee_name") or f"Đảng uỷ {own.removeprefix('Đảng bộ ')}"
        side = f"Chi uỷ {own}" if paper.facts.records("committee") else own
        leaderships = [one.text("leadership").upper() for one in paper.part.associations]
        assert bodies[0] == (committee if paper.organisation else side).upper()
        assert bodies[-len(leaderships):] == leaderships
        assert len(bodies) == 1 + len(leaderships) + bool(paper.facts.yes("party_group"))
    else:
        assert bodies == [paper.own_name.upper()]
    for lines in (superior, issuers):
        for above, below in pairwise(lines):
            torn = f"{above.split()[-1]} {below.split()[0]}"
            assert torn not in TORN, f"{above} | {below}"
            assert above.split()[-1] not in ("VÀ", "CÁC", "TỈNH", "PHƯỜNG", "XÃ"), f"{above} | {below}"
            assert not below.split()[0].isdecimal(), f"{above} | {below}"
    assert not STATE_PAPERS.search(everything(paper))


@EVERY
def test_c11_signature(paper: Paper) -> None:
    check_signatures(paper)
    check_signature_letters(paper.form)
    facts = paper.facts
    assert all(line.startswith("T/M ") and line == line.upper() for line in paper.lines("DGQuyenHan"))
    assert not STATE_PAPERS.search(everything(paper))
    vacant = facts.text("secretary") == ""
    sides = paper.part.associations if is_agreement(paper) else ()
    both = any(one.text("leader_name") == facts.text("secretary") and not one.text("signer_name") for one in sides)
    by_deputy = vacant or both
    assert paper.lines("DGChucVu")[0] == ("PHÓ BÍ THƯ" if by_deputy else "BÍ THƯ")
    names = [words(line) for line in signers(paper.form)]
    assert names[0] == facts.text("deputy" if by_deputy else "secretary")
    assert names[1:] == [one.text("signer_name") or one.text("leader_name") for one in sides]
    holders = {facts.text("secretary"), facts.text("deputy"), ""}
    assert not set(names) & ({one.text("name") for one in facts.records("committee")} - holders)
    assert not any(TITLES_OF_LEARNING.search(name) for name in names)
    seals = [facts.yes("seal"), *(dict(one.pairs).get("seal") is True for one in sides)]
    rooms = [line.spacing("before") / 20 for line in signers(paper.form)]
    assert rooms == [100 if seal else 72 for seal in seals]


@EVERY
def test_c12_recipients(paper: Paper) -> None:
    check_recipients(paper)
    check_recipient_letters(paper.form)
    lines = paper.lines("DGDanhSachNoiNhan")
    new = paper.facts.text("form_profile") == "05-hd" or (
        not paper.facts.text("form_profile") and (paper.dated is None or paper.dated.isoformat() >= "2026-05-27"))
    assert {line[-1] for line in lines[:-1]} == {";" if new else ","}
    assert lines[0].removesuffix(lines[0][-1]) == f"- {paper.facts.text('superior_committee')} (để báo cáo)"
    assert re.fullmatch(r"- Lưu .+\.", lines[-1])
    text = "\n".join(lines[1:-1])
    assert "đảng viên" in text or paper.organisation or paper.district
    for below in paper.facts.texts("cells_below"):
        assert below in text or "các chi bộ" in text.lower()
    if is_agreement(paper):
        for one in paper.part.associations:
            assert f"- {one.text('leadership')}" in text
            assert f"- {one.text('superior')} (để báo cáo)" in text
    assert len(lines) == len(set(lines))


@EVERY
def test_c13_page_letters_and_body(paper: Paper) -> None:
    form = paper.form
    check_page(form)
    check_page_number(form)
    check_letters(form)
    check_duplex(form, paper.facts.yes("duplex") or False)
    body = [line for line in styled(form, *BODY, "DGCanCu", "DGMoDau")
            if not in_table(line) and line.style not in ("DGChuong", "DGTenChuong", "DGMuc")]
    for line in body:
        heading = re.match(r"Điều\s\d+\.\s", words(line)) is not None
        assert line.size() in (14, 15) and line.align() == "both" and mm(line.paragraph["ind"]["firstLine"]) == 10
        assert (line.on("b"), line.on("i")) == (heading, False), line.text
        assert line.on("keepNext") or not heading
        for run in line.element.iter(w("r")):
            assert heading or run.find(f"{w('rPr')}/{w('b')}") is None
        assert line.paragraph["spacing"]["lineRule"] == "exact" and 360 <= line.spacing("line") <= 440
    assert words(body[-1]).endswith(".") and not words(body[-1]).endswith("./.")


@EVERY
def test_c14_markup_word_2010_knows(paper: Paper) -> None:
    for part, data in paper.form.parts.items():
        assert b"AlternateContent" not in data, part
    for element in paper.form.root.iter():
        assert str(element.tag).startswith(f"{{{W}}}"), element.tag
        for key in element.attrib:
            assert str(key).startswith((f"{{{W}}}", "{http://www.w3.org/XML/1998/namespace}",
                                        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}")), key


@EVERY_AGREEMENT
def test_b13_signature_table(paper: Paper) -> None:
    form = paper.form
    assert len(authorities(form)) == 1 + len(paper.part.associations)
    check_signatures_level(form)
    assert len(set(paper.lines("DGQuyenHan"))) == len(authorities(form))
    table = next(authorities(form)[0].element.iterancestors(w("tbl")))
    for row in table.iter(w("tr")):
        assert row.find(f"{w('trPr')}/{w('cantSplit')}") is not None
    rows = [row_of(line) for line in authorities(form)]
    assert rows[0] is rows[1], "the two sides stand side by side"


@EVERY_AGREEMENT
def test_b14_one_form_throughout(paper: Paper) -> None:
    rules = next(one for one in PAPERS if one.facts == paper.facts and not is_agreement(one))
    for part in ("word/styles.xml", "word/header1.xml"):
        assert paper.form.parts[part] == rules.form.parts[part]
    assert len(section_of(paper.form)) == len(section_of(rules.form))
    issuers = paper.lines("DGCoQuan")
    assert issuers.count("-") == len(paper.part.associations) + bool(paper.facts.yes("party_group"))
    assert not STATE_PAPERS.search(everything(paper))
    assert paper.lines("DGSoKyHieu")[0].endswith(f"-{paper.own_symbol}")
