"""Tracked changes: accept all gives the new text, reject all the old one; in LibreOffice too."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from docgen.compare.compare import compare
from docgen.errors import NotPossible
from docgen.model.level import Level
from docgen.model.tree import Provision, Regulation
from docgen.publish import redline as redline_module
from docgen.publish.comparison_view import View
from docgen.publish.printed_lines import PrintedPaper, printed
from docgen.publish.redline import prove, redline, revised
from docgen.word.names import w
from docgen.word.paper import open_paper
from docgen.word.printing import find_libreoffice
from docgen.word.revisions import Hand, RevisedParagraph, RevisedWords, RevisionWriter, count_marks
from docgen.word.settling import settled, tracked_changes
from tests.publish.pairs import ROOT, compared, compared_171_162, generated, held, view

PAPER = open_paper((ROOT / "templates/shared/regulation.docx").read_bytes(), "regulation.docx")
HAND = Hand(author="Văn phòng <Đảng uỷ> & \"CB\"", made_at=datetime(2026, 6, 5), aside="Văn phòng (chưa có)")
SETTLER = "tests.publish.settle_by_office"
REMARK = re.compile(rb"<w:r><w:commentReference[^>]*/></w:r>")


def lines(paper: PrintedPaper) -> list[str]:
    zones = (paper.head_left, paper.head_right, paper.body, paper.foot_left, paper.foot_right)
    return [text for zone in zones for text in (*(line.text for line in zone), "")] + [""]


def document(content: bytes) -> etree._Element:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def view_171_162() -> View:
    return view(*compared_171_162(), ("171", "162"))


@pytest.mark.parametrize("seed", range(150))
def test_settled_both_ways_it_is_both_texts(seed: int) -> None:
    pair = generated(seed)
    content = redline(view(pair.old, pair.new, pair.comparison), PAPER, HAND)
    assert list(settled(content, "x", "reject")) == lines(printed(pair.old))
    assert list(settled(content, "x", "accept")) == lines(printed(pair.new))


@pytest.mark.parametrize("seed", range(40))
def test_so_it_is_with_the_engines_own_correspondences(seed: int) -> None:
    pair = generated(1000 + seed)
    redline(view(pair.old, pair.new, compare(pair.old, pair.new)), PAPER, HAND)


@pytest.mark.parametrize(("old", "new"), [("171-qd-tw-2008", "162-qd-tw-2024"), ("162-qd-tw-2024", "171-qd-tw-2008")])
def test_shipped_texts(old: str, new: str) -> None:
    one, other = held(old), held(new)
    content = redline(view(one, other, compare(one, other)), PAPER, HAND)
    assert list(settled(content, "x", "reject")) == lines(printed(one))
    assert list(settled(content, "x", "accept")) == lines(printed(other))


def test_the_same_text_has_no_mark() -> None:
    text = held("162-qd-tw-2024")
    same = view(text, text, compare(text, text))
    assert count_marks(revised(same).paragraphs) == 0
    assert tracked_changes(redline(same, PAPER, HAND), "x") == 0


def test_markup_is_what_word_reads() -> None:
    """Numbers of changes are one of a kind, words taken out are delText, nothing stands inside another of its kind."""
    moves = 0
    for seed in range(60):
        pair = generated(seed)
        content = redline(view(pair.old, pair.new, pair.comparison), PAPER, HAND)
        root = document(content)
        numbers = [element.get(w("id")) for name in ("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart",
                                                     "moveToRangeStart") for element in root.iter(w(name))]
        assert len(numbers) == len(set(numbers))
        for gone in root.iter(w("del")):
            assert not list(gone.iter(w("t")))
        for text in root.iter(w("delText")):
            assert next(text.iterancestors(w("del")), None) is not None
        for name in ("ins", "del", "moveFrom", "moveTo"):
            for element in root.iter(w(name)):
                assert not any(above.tag in (w("ins"), w("del"), w("moveFrom"), w("moveTo"))
                               for above in element.iterancestors())
        names: dict[str, list[str]] = {}
        for side in ("From", "To"):
            starts = list(root.iter(w(f"move{side}RangeStart")))
            ends = Counter(element.get(w("id")) for element in root.iter(w(f"move{side}RangeEnd")))
            assert ends == Counter(element.get(w("id")) for element in starts)
            names[side] = sorted(element.get(w("name")) or "" for element in starts)
        assert names["From"] == names["To"] and len(set(names["From"])) == len(names["From"])
        moves += len(names["From"])
    assert moves > 5


def test_a_moved_article_is_a_move_and_not_out_and_in() -> None:
    old, new = article_order(1, 2, 3), article_order(2, 3, 1)
    pairs = [("dieu-1", "dieu-3"), ("dieu-2", "dieu-1"), ("dieu-3", "dieu-2")]
    comparison = compared(old, new, pairs, moved=("dieu-1",))
    made = [paragraph for paragraph in revised(view(old, new, comparison)).body if paragraph.move]
    assert [paragraph.move_side for paragraph in made] == ["From", "To"]
    assert all(any("việc số 1" in words.text for words in paragraph.words) for paragraph in made)


def article_order(*order: int) -> Regulation:
    return Regulation(provisions=tuple(
        Provision(level=Level.ARTICLE, label=f"Điều {place}.", text=f"Cơ quan làm việc số {number} theo quy định.")
        for place, number in enumerate(order, 1)))


def test_a_split_is_an_end_put_in() -> None:
    def one(*texts: str) -> Regulation:
        return Regulation(provisions=(Provision(level=Level.ARTICLE, label="Điều 1.", heading="Tên", children=tuple(
            Provision(level=Level.CLAUSE, label=f"{place}.", text=text) for place, text in enumerate(texts, 1))),))

    old = one("Chi bộ họp hằng tháng. Chi uỷ chuẩn bị.")
    new = one("Chi bộ họp hằng tháng.", "Chi uỷ chuẩn bị.")
    comparison = compared(old, new, [("dieu-1", "dieu-1"), ("dieu-1.khoan-1", "dieu-1.khoan-1"),
                                     ("dieu-1.khoan-1", "dieu-1.khoan-2")])
    body = revised(view(old, new, comparison)).body
    assert [paragraph.end for paragraph in body] == ["kept", "added", "kept", "kept"]
    assert [words.text.strip() for words in body[2].words if words.fate != "kept"] == ["2."]


def test_what_is_not_held_stands_under_another_name_with_a_remark() -> None:
    content = redline(view_171_162(), PAPER, HAND)
    root = document(content)
    authors = Counter(element.get(w("author")) for element in root.iter(w("ins")))
    assert set(authors) == {HAND.author, HAND.aside}
    with zipfile.ZipFile(BytesIO(content)) as archive:
        remarks = etree.fromstring(archive.read("word/comments.xml"))
        assert b"comments.xml" in archive.read("word/_rels/document.xml.rels")
    comments = list(remarks.iter(w("comment")))
    assert len(comments) == 1
    assert "Chưa có từ giữa khoản 2 Điều 2" in words_of(remarks)
    first = next(root.iter(w("commentReference")))
    holder = next(first.iterancestors(w("p")))
    assert "3. Lãnh đạo việc tổ chức thực hiện" in words_of(holder)


def test_words_and_signature_that_face_what_is_not_held_are_nobodys_change() -> None:
    old, new = held("171-qd-tw-2008"), held("162-qd-tw-2024")
    for one, other, mark in ((old, new, "ins"), (new, old, "del")):
        root = document(redline(view(one, other, compare(one, other)), PAPER, HAND))
        by_author = {author: "".join(words_of(element) for element in root.iter(w(mark))
                                     if element.get(w("author")) == author) for author in (HAND.author, HAND.aside)}
        for unheld in ("vật chất, tinh thần cho cán bộ", "Điều 12. Hiệu lực thi hành", "Nơi nhận:", "Luong Cuong"):
            assert unheld in by_author[HAND.aside] and unheld not in by_author[HAND.author]
        assert ", quốc phòng, an ninh" in by_author[HAND.author]


def words_of(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t"), w("delText")))


def test_author_and_date_are_those_given() -> None:
    pair = generated(3)
    root = document(redline(view(pair.old, pair.new, pair.comparison), PAPER, HAND))
    marks = [element for name in ("ins", "del") for element in root.iter(w(name))]
    assert marks
    assert {element.get(w("author")) for element in marks} == {HAND.author}
    assert {(element.get(w("date")) or "")[:10] for element in marks} == {"2026-06-05"}


def test_same_input_same_bytes() -> None:
    pair = generated(5)
    made = [redline(view(pair.old, pair.new, pair.comparison), PAPER, HAND) for _ in range(2)]
    assert made[0] == made[1]


def test_a_file_that_does_not_prove_right_is_not_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = generated(5)
    content = redline(view(pair.old, pair.new, pair.comparison), PAPER, HAND)
    other = printed(replace(pair.new, title=("QUY ĐỊNH", "khác")))
    with pytest.raises(NotPossible):
        prove(content, printed(pair.old), other)
    monkeypatch.setattr(redline_module, "settled_both", lambda content: (("x",), ("x",)))
    with pytest.raises(NotPossible):
        redline(view(pair.old, pair.new, pair.comparison), PAPER, HAND)


def test_a_control_character_is_refused() -> None:
    bad = RevisedParagraph("DGKhoan", (RevisedWords("a\x07b", "added"),))
    with pytest.raises(NotPossible):
        RevisionWriter(HAND).paragraphs([bad])


EDGES = {
    "last-inserted": (("a",), ("a", "b")), "last-deleted": (("a", "b"), ("a",)), "all-replaced": (("a", "b"), ("c",)),
    "all-deleted": (("a", "b"), ()), "all-inserted": ((), ("a", "b")), "first-deleted": (("a", "b"), ("b",)),
    "one-for-three": (("a",), ("b", "c", "d")),
}


@pytest.mark.parametrize("name", EDGES)
@pytest.mark.parametrize("signed", [False, True])
def test_edge_places(name: str, signed: bool) -> None:
    """At the end of the text, before the table of the signature, and in its cells."""
    old, new = (edge(texts, signed) for texts in EDGES[name])
    content = redline(view(old, new, compare(old, new)), PAPER, HAND)
    assert list(settled(content, "x", "reject")) == lines(printed(old))
    assert list(settled(content, "x", "accept")) == lines(printed(new))


def edge(texts: tuple[str, ...], signed: bool) -> Regulation:
    nodes = tuple(Provision(level=Level.PARAGRAPH, text=f"Đoạn {text} nói về việc {text * 3}.") for text in texts)
    if not signed:
        return Regulation(provisions=nodes)
    return Regulation(provisions=nodes, signature=tuple(texts), recipients_heading="Nơi nhận:" if texts else "",
                      recipients=tuple(Provision(level=Level.CLOSING, label="-", text=text) for text in texts))


@pytest.mark.full
def test_libreoffice_settles_them_the_same_way(tmp_path: Path) -> None:
    """The other program's own accept and reject, over 200 generated pairs, the edges and the shipped texts."""
    if find_libreoffice() is None:
        pytest.skip("needs the Debian package libreoffice-writer-nogui")
    if subprocess.run(["/usr/bin/python3", "-c", "import uno"], capture_output=True, check=False).returncode:
        pytest.skip("needs the Debian package python3-uno")
    pairs: dict[str, tuple[Regulation, Regulation]] = {}
    for seed in range(200):
        pair = generated(seed)
        pairs[f"g{seed}"] = (pair.old, pair.new)
        write(tmp_path / f"g{seed}.docx", view(pair.old, pair.new, pair.comparison))
    for name, (one, other) in EDGES.items():
        for signed in (False, True):
            old, new = edge(one, signed), edge(other, signed)
            pairs[f"{name}{signed}"] = (old, new)
            write(tmp_path / f"{name}{signed}.docx", view(old, new, compare(old, new)))
    shipped = ("171-qd-tw-2008", "162-qd-tw-2024")
    for edition, another in (shipped, shipped[::-1]):
        old, new = held(edition), held(another)
        pairs[edition] = (old, new)
        write(tmp_path / f"{edition}.docx", view(old, new, compare(old, new)))
    subprocess.run(["/usr/bin/python3", "-m", SETTLER, str(tmp_path)], cwd=ROOT, check=True, capture_output=True,
                   timeout=500)
    wrong = []
    for name, (old, new) in pairs.items():
        found = json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8"))
        wrong += [f"{name} {side}" for side, text in (("reject", old), ("accept", new))
                  if found[side] != lines(printed(text))]
    assert wrong == []


def write(path: Path, shown: View) -> None:
    """Write a redline for LibreOffice; its package without windows falls over the margin with the remarks."""
    content = redline(shown, PAPER, HAND)
    with zipfile.ZipFile(BytesIO(content)) as archive, zipfile.ZipFile(path, "w") as target:
        for name in archive.namelist():
            target.writestr(name, REMARK.sub(b"", archive.read(name)))
