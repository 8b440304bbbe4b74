"""Any Word file, line by line."""

from __future__ import annotations

from docgen.messages import use
from docgen.word.reading import DocxLine, read_document, read_docx
from tests.word.packing import line, with_body
from tests.word.sample import SAMPLE, frame


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def texts(body: str) -> list[str]:
    return [found.text for found in read_docx(with_body(body), "a.docx")]


def test_a_rendered_document_comes_back_in_order() -> None:
    lines = read_docx(frame().render(SAMPLE), "a.docx")
    found = [found.text for found in lines]
    assert found.index("*") < found.index(SAMPLE.number) < found.index("QUY CHẾ") < found.index("Chương I")
    assert [text for text in found if text in {block.text for block in SAMPLE.blocks}] == [
        block.text for block in SAMPLE.blocks if block.kind != "run_in_article"]
    article = next(found for found in lines if found.text.startswith("Điều 1. "))
    clause = next(found for found in lines if found.text.startswith("1. "))
    run_in = next(found for found in lines if found.text.startswith("Điều 10. "))
    assert (article.bold, article.style) == ("all", "DG Điều")
    assert (clause.bold, clause.style, clause.in_table) == ("none", "DG Khoản", False)
    assert run_in.bold == "prefix" and next(found for found in lines if found.text == "*").in_table


def test_bold_by_style_by_run_and_switched_off() -> None:
    off, by_style = run("d", '<w:b w:val="0"/>'), run("g", '<w:rStyle w:val="DGSoDieu"/>')
    body = (line("a", "DGDieu") + f"<w:p>{run('b', '<w:b/>')}{run('c')}</w:p>"
            + f'<w:p><w:pPr><w:pStyle w:val="DGDieu"/></w:pPr>{off}</w:p>'
            + f"<w:p>{run('e')}{run('f', '<w:b/>')}</w:p><w:p>{by_style}</w:p>")
    assert [found.bold for found in read_docx(with_body(body), "a")] == ["all", "prefix", "none", "none", "all"]


def test_breaks_tabs_hyphens_and_empty_paragraphs() -> None:
    words = "<w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
    body = f"<w:p><w:r>{words}</w:r></w:p><w:p/>"
    assert texts(body) == ["a\nb\tc-d", ""]


def test_tables_inside_tables_and_content_controls_in_order() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{line('3')}</w:tc></w:tr></w:tbl>"
    table = f"<w:tbl><w:tr><w:tc>{line('2')}{inner}{line('4')}</w:tc><w:tc>{line('5')}</w:tc></w:tr></w:tbl>"
    control = f"<w:sdt><w:sdtContent>{line('6')}</w:sdtContent></w:sdt>"
    inline = f"<w:p><w:sdt><w:sdtContent>{run('7')}</w:sdtContent></w:sdt></w:p>"
    assert texts(line("1") + table + control + inline) == list("1234567")


def test_tracked_changes_are_read_as_accepted_and_said() -> None:
    use("en")
    body = (
        f'<w:p>{run("Chi bộ ")}<w:del w:id="1"><w:r><w:delText>cũ</w:delText></w:r></w:del>'
        f'<w:ins w:id="2">{run("mới")}</w:ins></w:p>'
        f'<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>{run("nối ")}</w:p><w:p>{run("liền")}</w:p>'
        f'<w:p><w:moveFrom w:id="4">{run("đi")}</w:moveFrom><w:moveTo w:id="5">{run("đến")}</w:moveTo></w:p>'
        f'<w:tbl><w:tr><w:trPr><w:del w:id="6"/></w:trPr><w:tc>{line("mất")}</w:tc></w:tr></w:tbl>'
    )
    reading = read_document(with_body(body), "a.docx")
    assert [found.text for found in reading.lines] == ["Chi bộ mới", "nối liền", "đến"]
    assert [str(remark) for remark in reading.remarks] == [
        "a.docx holds 6 tracked change(s); it is shown as if all were accepted."]


def test_text_boxes_are_read_once() -> None:
    box = (f"<w:p>{run('trước')}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{line('hộp')}</w:txbxContent>"
           f"</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{line('hộp')}</w:txbxContent></w:pict></mc:Fallback>"
           "</mc:AlternateContent></w:r></w:p>")
    assert texts(box) == ["trước", "hộp"]


def test_what_is_not_shown_is_said() -> None:
    use("en")
    marks = '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="1"/></w:r>'
    picture = '<w:r><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:r>'
    body = f"<w:p>{marks}{picture}</w:p><w:altChunk/>"
    remarks = " ".join(str(remark) for remark in read_document(with_body(body), "a.docx").remarks)
    assert "another format" in remarks and "1 picture(s)" in remarks
    assert "footnotes" in remarks and "comments" in remarks
    assert read_document(with_body(line("a")), "a.docx").remarks == ()
    assert read_docx(with_body(line("a", "DGDoan")), "a.docx") == (DocxLine("a", "none", "DG Đoạn"),)
