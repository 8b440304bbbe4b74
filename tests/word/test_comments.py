"""Comments in a copy of a Word file: the text stays as it is, the comments stand at their words."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.word.comments import Comment, Commentator, comments_of, with_comments
from docgen.word.names import w
from docgen.word.package import Package
from docgen.word.reading import open_word, read_opened
from tests.word.packing import line, with_body

HAND = Commentator(name="docgen")
PIECES = st.lists(st.sampled_from(("Chi bộ ", "họp ", "Điều 5", " ", "uỷ", "a & b <c>")), min_size=1, max_size=6)


def opened(content: bytes) -> Package:
    return open_word(content, "a.docx")


def marked(package: Package, number: int) -> str:
    """Return the words between the two marks of a comment."""
    inside, words = False, ""
    for element in package.xml(package.document).iter():
        if element.tag == w("commentRangeStart") and element.get(w("id")) == str(number):
            inside = True
        elif element.tag == w("commentRangeEnd") and element.get(w("id")) == str(number):
            return words
        elif element.tag == w("t") and inside:
            words += element.text or ""
    raise AssertionError(f"comment {number} has no end")


def body(paragraphs: list[list[str]]) -> bytes:
    runs = ("".join(f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escaped(piece)}</w:t></w:r>'
                    for piece in pieces) for pieces in paragraphs)
    return with_body("".join(f"<w:p>{words}</w:p>" for words in runs))


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


@settings(max_examples=25)
@given(st.lists(PIECES, min_size=1, max_size=4), st.data())
def test_the_text_stays_and_every_comment_stands_at_its_words(paragraphs: list[list[str]], data: st.DataObject) -> None:
    content = body(paragraphs)
    comments = []
    for place in data.draw(st.lists(st.integers(0, len(paragraphs) - 1), min_size=1, max_size=4)):
        text = "".join(paragraphs[place])
        start = data.draw(st.integers(0, len(text)))
        comments.append(Comment(place=place, text=f"{place}\nhai", words=text[start:start + 7]))
    package = opened(with_comments(opened(content), comments, HAND))
    assert read_opened(package).lines == read_opened(opened(content)).lines
    ordered = sorted(comments, key=lambda comment: comment.place)
    assert comments_of(package) == tuple(("docgen", comment.text) for comment in ordered)
    for number, comment in enumerate(ordered):
        whole = "".join(paragraphs[comment.place])
        expected = " ".join(comment.words.split()) or " ".join(whole.split())
        assert " ".join(marked(package, number).split()) == expected


def test_a_second_hand_adds_to_the_first() -> None:
    once = with_comments(opened(with_body(line("Chi bộ họp."))), [Comment(place=0, text="một")], HAND)
    other = Commentator(name="Người khác", made_at=datetime(2026, 3, 1, 8))
    twice = with_comments(opened(once), [Comment(place=0, text="hai", words="họp")], other)
    found = list(docx.Document(BytesIO(twice)).comments)
    assert [(one.author, one.text) for one in found] == [("docgen", "một"), ("Người khác", "hai")]
    assert found[0].timestamp is None and found[1].timestamp is not None


def test_same_input_same_bytes() -> None:
    content = with_body(line("a") + line("b"))
    comments = [Comment(place=1, text="x"), Comment(place=0, text="y")]
    assert with_comments(opened(content), comments, HAND) == with_comments(opened(content), comments, HAND)


def test_words_in_a_link_in_a_change_and_nowhere() -> None:
    link = '<w:hyperlink><w:r><w:t xml:space="preserve">Quy định 162 </w:t></w:r></w:hyperlink>'
    new = '<w:ins w:id="1" w:author="x"><w:r><w:t>mới</w:t></w:r></w:ins>'
    old = '<w:del w:id="2" w:author="x"><w:r><w:delText>cũ</w:delText></w:r></w:del>'
    content = with_body(f"<w:p>{link}{new}{old}</w:p>")
    asked = [Comment(place=0, text="1", words="162 mới"), Comment(place=0, text="2", words="cũ")]
    package = opened(with_comments(opened(content), asked, HAND))
    assert marked(package, 0) == "162 mới"
    assert marked(package, 1) == "Quy định 162 mới"
    runs = [next(mark.iterancestors(w("r"))) for mark in package.xml(package.document).iter(w("commentReference"))]
    assert [next(run.iterancestors()).tag for run in runs] == [w("p")] * 2


def test_in_a_text_box_the_comment_stands_at_the_paragraph_the_box_hangs_on() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{line('trong khung')}</w:txbxContent></w:pict></w:r>"
    content = with_body(f"<w:p>{box}<w:r><w:t>ngoài</w:t></w:r></w:p>")
    inside = next(found for found in read_opened(opened(content)).lines if found.text == "trong khung")
    package = opened(with_comments(opened(content), [Comment(place=inside.place, text="x")], HAND))
    root = package.xml(package.document)
    assert not [1 for box in root.iter(w("txbxContent")) for _ in box.iter(w("commentRangeStart"))]
    assert len(list(root.iter(w("commentReference")))) == 1
