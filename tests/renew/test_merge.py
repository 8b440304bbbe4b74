"""The laws of the three-way merge, then the cases a secretary would ask about."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.renew.merge import Merged, Para, merge
from docgen.renew.merge_words import applied
from tests.renew.merge_texts import HAND, LAW, Article, Clause, edited, printed, renewed, text, words

_SEEDS = st.integers(0, 10**9)
_FEW = settings(max_examples=20, deadline=None)


def _three(seed: int) -> tuple[tuple[Para, ...], tuple[Para, ...], tuple[Para, ...]]:
    chance = random.Random(seed)
    before = text(chance, chance.randint(3, 7))
    base = printed(before)
    new = printed(renewed(before, chance, chance.randint(1, 4)))
    return base, edited(base, chance, chance.randint(1, 5)), new


def _texts(paras: Sequence[Para]) -> tuple[str, ...]:
    return tuple(para.text for para in paras)


def _marked(mark: str, lines: Sequence[str]) -> set[str]:
    return set(re.findall(rf"{mark}\d+", " ".join(lines)))


@_FEW
@given(_SEEDS)
def test_an_untouched_document_becomes_what_docgen_writes_now(seed: int) -> None:
    base, _, new = _three(seed)
    merged = merge(base, base, new)
    assert merged.accepted == _texts(new)
    assert not merged.conflicts


@_FEW
@given(_SEEDS)
def test_where_docgen_writes_the_same_nothing_is_touched(seed: int) -> None:
    base, theirs, _ = _three(seed)
    for now in (base, theirs):  # nothing new; or just what the person made of it already
        merged = merge(base, theirs, now)
        assert not merged.changed
        assert not merged.conflicts


@_FEW
@given(_SEEDS)
def test_nothing_a_person_wrote_is_lost_and_nothing_new_is_kept_from_them(seed: int) -> None:
    base, theirs, new = _three(seed)
    merged = merge(base, theirs, new)
    # every paragraph of theirs has one step, in their order: rejecting all gives their text
    assert [step.theirs for step in merged.steps if step.theirs >= 0] == list(range(len(theirs)))
    for step in merged.steps:
        if step.fate == "kept":
            assert step.text == applied(theirs[step.theirs].text, step.edits)
    assert _marked(HAND, _texts(theirs)) <= _marked(HAND, merged.accepted)
    told = [*merged.accepted, *(line for conflict in merged.conflicts for line in conflict.now)]
    assert _marked(LAW, _texts(new)) <= _marked(LAW, told)


@_FEW
@given(_SEEDS)
def test_a_paragraph_in_conflict_keeps_the_persons_words(seed: int) -> None:
    base, theirs, new = _three(seed)
    merged = merge(base, theirs, new)
    for conflict in merged.conflicts:
        if conflict.kind == "words":
            kept = _without_numbers(merged.steps[conflict.at].text)
            assert kept == _without_numbers(conflict.theirs[0])
            assert conflict.now


@_FEW
@given(_SEEDS)
def test_numbers_run_on_and_references_keep_their_aim(seed: int) -> None:
    chance = random.Random(seed)
    before = text(chance, 6)
    own = [Article(one.id, one.words, list(one.clauses)) for one in before]
    own.insert(chance.randint(0, 6), Article("own", words(chance, mark=HAND), [Clause("own.1", words(chance))]))
    theirs = tuple(Para(para.text, "" if para.clause.startswith("own") else para.clause, para.rank)
                   for para in printed(own))
    after = renewed(before, chance, 3)
    merged = merge(printed(before), theirs, printed(after))
    articles = [line for line in merged.accepted if line.startswith("Điều ")]
    assert [line.split()[1] for line in articles] == [f"{number}." for number in range(1, len(articles) + 1)]
    heads = {line.partition(". ")[2]: number for number, line in enumerate(articles, 1)}
    for article in after:
        for clause in article.clauses:
            line = next((line for line in merged.accepted if clause.words in line), "")
            aim = next((one.words for one in after if one.id == clause.refers), None)
            if line and aim in heads:
                assert f"theo Điều {heads[aim]} Quy chế này" in line


def _without_numbers(line: str) -> str:
    return re.sub(r"\d+", "", line)


_BASE = (
    Para("Điều 1. Sinh hoạt chi bộ", "sh", "article"),
    Para("1. Chi bộ họp thường kỳ mỗi tháng một lần vào ngày 03.", "sh.ky", "clause"),
    Para("2. Thông báo gửi đảng viên trước 5 ngày làm việc.", "sh.bao", "clause"),
    Para("Điều 2. Báo cáo", "bc", "article"),
    Para("1. Chi uỷ báo cáo cấp uỷ cấp trên theo khoản 2 Điều 1 Quy chế này.", "bc.tren", "clause"),
    Para("2. Báo cáo năm gửi trước ngày 15/12.", "bc.nam", "clause"),
    Para("Điều 3. Hiệu lực", "hl", "article"),
    Para("Quy chế này có hiệu lực từ ngày ký.", "hl.ngay", "paragraph"),
)


def _with(paras: Sequence[Para], at: int, line: str) -> tuple[Para, ...]:
    return (*paras[:at], Para(line, paras[at].clause, paras[at].rank), *paras[at + 1:])


def _kinds(merged: Merged) -> list[str]:
    return [conflict.kind for conflict in merged.conflicts]


def test_both_change_one_clause_at_different_places() -> None:
    theirs = _with(_BASE, 1, "1. Chi bộ họp thường kỳ mỗi tháng một lần vào ngày 05.")
    new = _with(_BASE, 1, "1. Chi bộ họp thường kỳ, trực tiếp, mỗi tháng một lần vào ngày 03.")
    merged = merge(_BASE, theirs, new)
    assert merged.steps[1].text == "1. Chi bộ họp thường kỳ, trực tiếp, mỗi tháng một lần vào ngày 05."
    assert merged.steps[1].both
    assert not merged.conflicts


def test_a_figure_and_its_unit_are_one_place() -> None:
    theirs = _with(_BASE, 2, "2. Thông báo gửi đảng viên trước 7 ngày làm việc.")
    new = _with(_BASE, 2, "2. Thông báo gửi đảng viên trước 5 tuần làm việc.")
    merged = merge(_BASE, theirs, new)
    assert merged.steps[2].text == theirs[2].text
    assert _kinds(merged) == ["words"]
    assert merged.conflicts[0].now == (new[2].text,)


def test_an_article_of_their_own_keeps_its_place_and_numbers_go_on() -> None:
    theirs = (*_BASE[:3], Para("Điều 2. Văn nghệ"), Para("1. Mỗi quý một buổi."),
              Para("Điều 3. Báo cáo", "bc", "article"), *_BASE[4:6],
              Para("Điều 4. Hiệu lực", "hl", "article"), _BASE[7])
    new = (Para("Điều 1. Phạm vi", "pv", "article"), Para("Quy chế này quy định việc họp.", "pv.1", "paragraph"),
           Para("Điều 2. Sinh hoạt chi bộ", "sh", "article"), *_BASE[1:3],
           Para("Điều 3. Báo cáo", "bc", "article"),
           Para("1. Chi uỷ báo cáo cấp uỷ cấp trên theo khoản 2 Điều 2 Quy chế này.", "bc.tren", "clause"), _BASE[5],
           Para("Điều 4. Hiệu lực", "hl", "article"), _BASE[7])
    merged = merge(_BASE, theirs, new)
    assert not merged.conflicts
    assert [line for line in merged.accepted if line.startswith("Điều")] == [
        "Điều 1. Phạm vi", "Điều 2. Sinh hoạt chi bộ", "Điều 3. Văn nghệ", "Điều 4. Báo cáo", "Điều 5. Hiệu lực"]
    assert "1. Chi uỷ báo cáo cấp uỷ cấp trên theo khoản 2 Điều 2 Quy chế này." in merged.accepted


def test_an_article_they_added_to_is_not_taken_out() -> None:
    theirs = (*_BASE[:6], Para("3. Báo cáo đột xuất gửi trong ngày."), *_BASE[6:])
    new = (*_BASE[:3], Para("Điều 2. Hiệu lực", "hl", "article"), _BASE[7])
    merged = merge(_BASE, theirs, new)
    assert _kinds(merged) == ["dropped"]
    assert merged.accepted == _texts(theirs)


def test_what_they_took_out_does_not_come_back_by_itself() -> None:
    theirs = (*_BASE[:2], *_BASE[3:])
    new = _with(_BASE, 2, "2. Thông báo gửi đảng viên trước 3 ngày làm việc.")
    merged = merge(_BASE, theirs, new)
    assert not merged.changed
    assert _kinds(merged) == ["deleted"]
    assert merged.conflicts[0].now == (new[2].text,)
    assert merged.steps[merged.conflicts[0].at].theirs == 1


def test_a_clause_docgen_adds_under_an_article_they_took_out_waits_in_a_remark() -> None:
    theirs = (*_BASE[:3], *_BASE[6:])
    new = (*_BASE[:6], Para("3. Báo cáo quý gửi trước ngày 20.", "bc.quy", "clause"), *_BASE[6:])
    merged = merge(_BASE, theirs, new)
    assert merged.accepted == _texts(theirs)
    assert _kinds(merged) == ["homeless"]


def test_a_clause_in_two_paragraphs_is_still_one_clause() -> None:
    theirs = (*_BASE[:4], Para("1. Chi uỷ báo cáo cấp uỷ cấp trên", "bc.tren", "clause"),
              Para("theo khoản 2 Điều 1 Quy chế này."), *_BASE[5:])
    new = _with(_BASE, 4, "1. Bí thư báo cáo cấp uỷ cấp trên theo khoản 2 Điều 1 Quy chế này.")
    merged = merge(_BASE, theirs, new)
    assert not merged.conflicts
    assert merged.accepted[4:6] == ("1. Bí thư báo cáo cấp uỷ cấp trên", "theo khoản 2 Điều 1 Quy chế này.")


def test_a_second_clause_gives_the_lone_one_its_number() -> None:
    theirs = _with(_BASE, 7, "Quy chế này có hiệu lực từ ngày ký ban hành.")
    new = (*_BASE[:7], Para("1. Quy chế này có hiệu lực từ ngày ký.", "hl.ngay", "clause"),
           Para("2. Quy chế này thay thế quy chế trước.", "hl.thay", "clause"))
    merged = merge(_BASE, theirs, new)
    assert merged.accepted[7:] == ("1. Quy chế này có hiệu lực từ ngày ký ban hành.",
                                   "2. Quy chế này thay thế quy chế trước.")


def test_without_bookmarks_the_words_tell_which_clause_is_which() -> None:
    theirs = tuple(Para(para.text) for para in (_BASE[3], *_BASE[4:6], *_BASE[:3], *_BASE[6:]))
    new = _with(_BASE, 5, "2. Báo cáo năm gửi trước ngày 31/12.")
    merged = merge(_BASE, theirs, new)
    assert merged.by_clause == 0
    assert merged.score == 1.0
    assert not merged.conflicts
    assert "2. Báo cáo năm gửi trước ngày 31/12." in merged.accepted


def test_of_an_article_copied_with_its_bookmarks_the_changed_copy_is_theirs() -> None:
    article = (Para("Điều 1. Những việc chi bộ quyết định", "viec", "article"),
               Para("1. Chương trình công tác hằng năm của chi bộ.", "viec.a", "clause"),
               Para("2. Kết nạp người vào Đảng do hội nghị đề nghị.", "viec.b", "clause"))
    copied = (Para(f"{article[0].text} (chép từ chi bộ bạn)", "viec", "article"), *article[1:])
    new = (article[0], Para("1. Chương trình công tác từng quý của chi bộ.", "viec.a", "clause"), article[2])
    merged = merge(article, (*copied, *article), new)
    assert merged.accepted == _texts((*copied, *new))
