"""Spelling folded: forms written out by hand, and every syllable the rules can build, there and back."""

from __future__ import annotations

import unicodedata
from itertools import product

import pytest

from docgen.vietnamese.folding import fold, restyle, spelling_key
from docgen.vietnamese.syllables import tokens, words

# old style, new style; the two differ only in open oa, oe, uy
GOLD = """
hòa hoà|hóa hoá|hỏa hoả|họa hoạ|tòa toà|tỏa toả|tọa toạ|xóa xoá|đóa đoá|thỏa thoả|khóa khoá|lõa loã|ngõa ngoã|dọa doạ
nhòa nhoà|chóa choá|góa goá|khỏe khoẻ|hòe hoè|tòe toè|lòe loè|xòe xoè|xóe xoé|chóe choé|nhòe nhoè|ngóe ngoé
ủy uỷ|úy uý|ùy uỳ|ụy uỵ|thúy thuý|thùy thuỳ|thủy thuỷ|thụy thuỵ|lũy luỹ|lụy luỵ|tùy tuỳ|tủy tuỷ|túy tuý|hủy huỷ
húy huý|suý suý|suỵ suỵ|trụy truỵ|trúy truý|khuỵ khuỵ|nhụy nhuỵ|ngụy nguỵ|ngùy nguỳ|quý quý|quỳ quỳ|quỷ quỷ|quỹ quỹ
quỵ quỵ|quả quả|quá quá|quà quà|què què|quẻ quẻ|quế quế|quở quở|quốc quốc|quận quận|giá giá|già già|giả giả|giã giã
giữ giữ|giống giống|giếng giếng|gì gì|gìn gìn|toàn toàn|hoàn hoàn|hoạt hoạt|khoản khoản|đoàn đoàn|thoại thoại
loại loại|xoáy xoáy|ngoéo ngoéo|khuỷu khuỷu|khuya khuya|tuyết tuyết|nguyễn nguyễn|chuyển chuyển|quyết quyết|huỳnh huỳnh
người người|đường đường|cường cường|rượu rượu|hươu hươu|bưởi bưởi|tuổi tuổi|chuối chuối|cuộc cuộc|thuế thuế|thuở thuở
được được|nước nước|điều điều|kiểm kiểm|việt việt|yếu yếu|yến yến|mía mía|bìa bìa|của của|lúa lúa|mùa mùa|chữa chữa
cứu cứu|lưu lưu|hữu hữu|mới mới|đời đời|bầu bầu|đấu đấu|cấp cấp|uỷ uỷ|cháy cháy|thầy thầy|áo áo|báo báo|kéo kéo|mẹo mẹo
đội đội|hội hội|bộ bộ|chỉ chỉ|thị thị|nghị nghị|quyền quyền|hạn hạn|phường phường|xã xã|huyện huyện|tỉnh tỉnh
hoán hoán|toán toán|loạn loạn|choàng choàng|doãn doãn|ngoạn ngoạn|thoát thoát|xoắn xoắn|hoặc hoặc|tuần tuần|xuất xuất
luật luật|thuật thuật|luyện luyện|duyệt duyệt|khuyết khuyết|tuyển tuyển|giúp giúp|giới giới|nghĩa nghĩa|nghiệp nghiệp
"""
PAIRS = [tuple(pair.split()) for pair in GOLD.replace("\n", "|").split("|") if pair]


def test_there_are_gold_forms_enough() -> None:
    assert len(PAIRS) >= 156
    assert sum(old != new for old, new in PAIRS) >= 40


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_both_styles_are_written_and_folded(old: str, new: str) -> None:
    for form in (old, new):
        for change in (str, str.upper, str.capitalize):
            for shape in ("NFC", "NFD"):
                written = unicodedata.normalize(shape, change(form))
                assert restyle(written, "new") == change(new)
                if old != new:
                    assert restyle(written, "old") == change(old)
                assert spelling_key(written) == spelling_key(change(new))
                assert fold(written) == fold(new)


_ONSETS = "b c d đ g h k l m n r s t v x p ch gh gi kh ng ngh nh ph qu th tr"
_RHYMES = """
a ai ay ao au ac ach am an ang anh ap at ă ăc ăm ăn ăng ăp ăt â âu ây âc âm ân âng âp ât e eo ec em en eng ep et
ê êu êch êm ên ênh êp êt i ia iu ich im in inh ip it iê iêu iêc iêm iên iêng iêp iêt o oi oc om on ong op ot oa oai oay
oao oac oach oam oan oang oanh oap oat oe oeo oen oet oă oăc oăn oăng oăt ô ôi ôc ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua ui uc um un ung up ut uâ uân uâng uât uây uê uêch uênh uô uôi uôc uôm uôn uông uôt uơ uy uya uych uyn uynh uyt uyu
uyê uyên uyêt ư ưa ưi ưu ưc ưm ưn ưng ưt ươ ươi ươu ươc ươm ươn ương ươp ươt y yêu yêm yên yêt"""
ONSETS, RHYMES = ("", *_ONSETS.split()), _RHYMES.split()
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def test_every_syllable_comes_back_from_the_other_style() -> None:
    seen = 0
    for onset, rhyme, tone in product(ONSETS, RHYMES, TONES):
        if (onset == "qu" and rhyme[0] == "u") or (onset == "gi" and rhyme[0] in "iy"):
            continue
        new = restyle(unicodedata.normalize("NFC", onset + rhyme + tone), "new")  # the tone typed last
        old = restyle(new, "old")
        assert restyle(old, "new") == new == restyle(new, "new")
        assert restyle(old, "old") == old
        assert spelling_key(old) == spelling_key(new) == spelling_key(spelling_key(new))
        assert spelling_key(unicodedata.normalize("NFD", old)) == spelling_key(new)
        assert len(new) == len(onset + rhyme)
        seen += 1
    assert seen > 20_000


@pytest.mark.parametrize("word", ["Liège", "café", "Đỉềii", "ừực", "NATO", "Krông", "H'Niê", "1.000", "Ẩ", ""])
def test_what_is_no_syllable_keeps_its_letters(word: str) -> None:
    assert restyle(word, "new") == restyle(word, "old") == word
    assert spelling_key(word) == word


@pytest.mark.parametrize(("one", "other"), [
    ("kỷ", "kỉ"), ("Lý", "Lí"), ("HY", "HI"), ("tỷ", "tỉ"), ("mỹ", "mĩ"), ("vy", "vi"), ("sỹ", "sĩ"), ("quy", "qui"),
    ("Quý", "Quí"), ("Ðảng", "Đảng"), ("ðiều", "điều")])
def test_two_spellings_of_one_word(one: str, other: str) -> None:
    assert spelling_key(one) == spelling_key(other)


@pytest.mark.parametrize(("one", "other"), [
    ("tai", "tay"), ("hai", "hay"), ("thúi", "thuý"), ("uỷ", "ủi"), ("Đảng", "đảng"), ("đ", "d"), ("quyên", "quiên"),
    ("ni", "ny"), ("ma", "má")])
def test_two_words(one: str, other: str) -> None:
    assert spelling_key(one) != spelling_key(other)


def test_tokens_are_the_text_again() -> None:
    for text in ("", "  a  b ", "Số 21-NQ/TW, ngày 16/6/2022;", "1.000.000 đồng – “tự diễn biến”", "e\u0301 \u0301x",
                 "a\tb\u00a0c"):
        assert "".join(token.printed for token in tokens(text)) == text
    assert [token.text for token in tokens("ngày 16/6/2022, mục 1.2.")] == ["ngày", "16/6/2022", ",", "mục", "1.2", "."]
    assert words("Cấp UỶ, chi-bộ") == ["cấp", "uỷ", "chi", "bộ"]
