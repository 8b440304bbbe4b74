"""What a document rests on: citations and the wording of held texts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.check.document.paper import read_paper
from docgen.check.document.resting import HeldWording, WordingIndex, citations, words_of
from tests.word.packing import line, with_body

HELD = HeldWording("162-qd-tw-2024", "dieu-9.khoan-1", "Cấp uỷ lãnh đạo cán bộ, đảng viên, hội viên và người lao động "
                   "trong cơ quan thực hiện các chủ trương, quyết định của đảng đoàn, lãnh đạo hội")
OTHER = HeldWording("162-qd-tw-2024", "dieu-3.khoan-3", "Đấu tranh chống quan liêu, tham nhũng, lãng phí, cục bộ, bè "
                    "phái và các biểu hiện tiêu cực khác")
INDEX = WordingIndex((HELD, OTHER))
WORDS = words_of(HELD.text)
FOREIGN = st.lists(st.sampled_from(("x1", "x2", "x3")), max_size=12)


@settings(max_examples=40)
@given(st.integers(0, len(WORDS) - 8), st.integers(8, len(WORDS)), FOREIGN, FOREIGN)
def test_every_stretch_of_eight_words_is_found(start: int, length: int, before: list[str], after: list[str]) -> None:
    stretch = WORDS[start:start + length]
    found = list(INDEX.quotations({7: " ".join([*before, *stretch, *after])}))
    assert len(stretch) < 8 or [(one.line, one.address, one.shared, one.longest) for one in found] == [
        (7, HELD.address, len(stretch), len(stretch))]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_never_more_words_are_shared_than_there_are(words: list[str]) -> None:
    for one in INDEX.quotations({0: " ".join(words)}):
        assert 8 <= one.longest <= one.shared <= one.words == len(words)


def test_spelling_variants_are_the_same_words() -> None:
    text = HELD.text.replace("uỷ", "ủy").replace("hội viên", "HỘI VIÊN").upper()
    one = next(INDEX.quotations({0: text}))
    assert one.share_of_line == one.share_of_provision == 1.0


def test_citations_of_other_documents_and_of_the_document_itself() -> None:
    body = (line("- Căn cứ Quy định số 162-QĐ/TW, ngày 29/5/2024 của Ban Bí thư;") + line("Điều 1. Phạm vi")
            + line("1. Theo khoản 2 Điều 9 Quy định số 171-QĐ/TW và Điều 3 Quy chế này.") + line("2. Theo Điều này."))
    paper = read_paper(with_body(body), "a.docx")
    assert [(one.line, one.document, one.dated, one.address) for one in citations(paper)] == [
        (0, "162-QĐ/TW", "2024-05-29", ""), (2, "171-QĐ/TW", "", "dieu-9.khoan-2"), (2, "", "", "dieu-3"),
        (3, "", "", "dieu-1")]
    found = next(citations(paper))
    assert paper.lines[0].text[found.start:found.end] == "Quy định số 162-QĐ/TW, ngày 29/5/2024"
