"""Words inside a pair: readable spans, spelling apart from wording, what changed places, what faces a gap."""

from __future__ import annotations

import random

import pytest

from docgen.compare.matching import EXACT_CELLS, Alphabet, anchored, common, encoded, match
from docgen.compare.pair_words import WHOLE, Missing, compare_words


def spans(old: str, new: str, missing: Missing = WHOLE) -> list[list[object]]:
    return [span.to_list() for span in compare_words(old, new, Alphabet(), missing).spans]


@pytest.mark.parametrize(("old", "new", "expected"), [
    ("", "", []),
    ("Cấp uỷ họp.", "Cấp uỷ họp.", [["=", "Cấp uỷ họp."]]),
    ("cán bộ, đảng viên và hội viên trong cơ quan", "cán bộ, đảng viên, hội viên và người lao động trong cơ quan",
     [["=", "cán bộ, đảng viên"], ["-", " và"], ["+", ","], ["=", " hội viên"], ["+", " và người lao động"],
      ["=", " trong cơ quan"]]),
    ("Cấp uỷ họp;", "Cấp ủy họp.", [["=", "Cấp"], ["~", " uỷ", " ủy"], ["=", " họp"], ["~", ";", "."]]),
    ("Cấp uỷ họp", "Cấp uỷ họp.", [["=", "Cấp uỷ họp"], ["~", "", "."]]),
    ("Cấp uỷ họp; ra nghị quyết", "Cấp uỷ họp. ra nghị quyết",
     [["=", "Cấp uỷ họp"], ["-", ";"], ["+", "."], ["=", " ra nghị quyết"]]),
    ("tư tưởng - văn hoá “mới”", "tư tưởng – văn hóa \"mới\"",
     [["=", "tư tưởng"], ["~", " -", " –"], ["=", " văn"], ["~", " hoá “", " hóa \""], ["=", "mới"],
      ["~", "”", "\""]]),
    ("nhân dân nơi cư trú", "Nhân dân nơi cư trú", [["-", "nhân"], ["+", "Nhân"], ["=", " dân nơi cư trú"]]),
    ("A b c", "b c", [["-", "A "], ["=", "b c"]]),
    ("b c", "A b c", [["+", "A "], ["=", "b c"]]),
    ("và/hoặc", "và / hoặc", [["=", "và"], ["~", "/hoặc", " / hoặc"]]),
])
def test_spans(old: str, new: str, expected: list[list[object]]) -> None:
    assert spans(old, new) == expected


def test_chance_words_between_two_changes_are_not_kept() -> None:
    found = spans("Chi bộ họp thường lệ mỗi tháng một lần và đột xuất khi cần",
                  "Chi bộ sinh hoạt định kỳ hai kỳ một năm và bất thường khi cần")
    assert [mark for mark, *_ in found] == ["=", "-", "+", "=", "-", "+", "="] or [mark for mark, *_ in found] == [
        "=", "-", "+", "="]


def test_an_inserted_sentence_is_one_span_from_mark_to_mark() -> None:
    assert spans("Một. Cấp uỷ quyết định.", "Một. Cấp uỷ họp. Cấp uỷ quyết định.") == [
        ["=", "Một."], ["+", " Cấp uỷ họp."], ["=", " Cấp uỷ quyết định."]]


def test_words_that_changed_places_are_joined() -> None:
    kept = "giữ gìn đoàn kết nội bộ trong cơ quan và xây dựng nền nếp mới"
    found = spans(f"Thực hiện tốt công tác quản lý đảng viên; {kept}",
                  f"Thực hiện tốt {kept}; công tác quản lý đảng viên")
    swaps = [span for span in found if len(span) == 3 and span[0] in {"-", "+"}]
    assert [span[0] for span in swaps] == ["-", "+"] and swaps[0][2] == swaps[1][2] == 1


def test_what_faces_a_gap_is_no_change() -> None:
    old, new = "Lãnh đạo chăm lo đời sống", "Lãnh đạo chăm lo đời sống vật chất, tinh thần."
    assert spans(old, new, Missing(old_after=True)) == [["=", old], ["?", " vật chất, tinh thần."]]
    assert spans(new, old, Missing(new_after=True)) == [["=", old], ["?", " vật chất, tinh thần."]]
    assert spans("và đoàn viên", "Hội viên và đoàn viên", Missing(old_before=True)) == [
        ["?", "Hội viên "], ["=", "và đoàn viên"]]


def test_exact_and_anchored_rebuild_and_agree() -> None:
    chance = random.Random("words")
    for _ in range(300):
        size, kinds = chance.randrange(60), chance.choice((3, 20, 200))
        one = [str(chance.randrange(kinds)) for _ in range(size)]
        other = [word if chance.random() < 0.8 else str(chance.randrange(kinds)) for word in one]
        chance.shuffle(other) if chance.random() < 0.1 else None
        first, second = encoded(one, other)
        for runs, limited in (match(one, other, Alphabet()), anchored(first, second)):
            assert not limited
            at = to = 0
            for run in runs:
                assert run.old >= at and run.new >= to and run.size > 0
                assert one[run.old:run.old + run.size] == other[run.new:run.new + run.size]
                at, to = run.old + run.size, run.new + run.size
        assert sum(run.size for run in match(one, other, Alphabet())[0]) == common(first, second)


def test_a_long_text_is_matched_by_anchors() -> None:
    chance = random.Random("long")
    old = [str(chance.randrange(3000)) for _ in range(20_000)]
    new = [word if chance.random() > 0.1 else str(chance.randrange(3000)) for word in old]
    assert len(old) * len(new) > EXACT_CELLS
    first, second = encoded(old, new)
    runs, limited = match(old, new, Alphabet())
    assert not limited
    assert sum(run.size for run in runs) >= 0.995 * common(first, second)


def test_words_of_both_directions_are_the_same() -> None:
    chance = random.Random("turned")
    stock = ["cấp", "uỷ", "chi", "bộ", "đảng", "viên", ",", ";", "và", "các", "của"]
    turned = {"-": "+", "+": "-"}
    for _ in range(200):
        old, new = (" ".join(chance.choices(stock, k=chance.randrange(1, 15))) for _ in range(2))
        there = compare_words(old, new, Alphabet()).spans
        back = compare_words(new, old, Alphabet()).spans
        assert sorted((span.mark, span.text) for span in there) == sorted(
            (turned.get(span.mark, span.mark), span.other if span.mark == "~" else span.text) for span in back)
