"""A question with a default is proposed only where the sentence names what it is about."""

from __future__ import annotations

import pytest

from docgen.draft.field import Field
from docgen.draft.model_import.known import ASKABLE
from docgen.draft.model_import.questions import RECOGNISED
from docgen.draft.model_import.sure import SAYS, may_ask
from docgen.draft.template import load_fields
from docgen.versions.workspace import shipped_workspace

FIELDS = tuple(field for path in sorted(shipped_workspace().templates.glob("*/fields.yaml")) if path.parent.name
               != "shared" for field in load_fields(path).fields)


def asked(name: str) -> Field:
    return next(field for field in FIELDS if field.name == name)


def told(name: str, sentence: str, heading: str = "") -> bool:
    start = sentence.index("…")
    return may_ask(asked(name), sentence, start, start + 1, heading)


def test_every_question_with_a_default_is_listed_and_every_row_is_a_question() -> None:
    defaulted = {field.name for field in FIELDS if field.default is not None and field.type in ASKABLE
                 and field.type != "choice" and field.name not in RECOGNISED}
    assert defaulted - set(SAYS) == {"framework_citation"}, "a document's name is never meant at a row of dots"
    assert set(SAYS) - {field.name for field in FIELDS} == set()


@pytest.mark.parametrize(("name", "sentence"), [
    ("resolution_days", "Chậm nhất … ngày làm việc sau khi họp, nghị quyết phải được ký và ban hành."),
    ("extra_meeting_days", "Bí thư triệu tập họp bất thường trong … ngày làm việc."),
    ("answer_days", "Kiến nghị của đảng viên được trả lời chậm nhất … ngày làm việc."),
    ("papers_days_before", "Tài liệu gửi trước … ngày."),
    ("monthly_report_day", "Báo cáo định kỳ trước ngày … hằng tháng."),
    ("quarterly_report_day", "Báo cáo trước ngày … tháng cuối quý."),
])
def test_a_sentence_that_names_it_lets_the_question_stand(name: str, sentence: str) -> None:
    assert told(name, sentence)


@pytest.mark.parametrize("sentence", [
    "Chậm nhất … ngày làm việc sau khi họp phải xong.",
    "Biên bản hoàn thành chậm nhất … ngày làm việc sau khi bế mạc.",
    "Nghị quyết được gửi đến đảng viên trong … ngày kể từ ngày ký.",
    "Đảng viên xin vắng mặt phải báo trước ít nhất … ngày.",
    "Chậm nhất … ngày làm việc trước khi họp, chi uỷ viên được phân công gửi dự thảo đến bí thư.",
    "Kết luận kiểm tra được thông báo trong … ngày làm việc.",
    "Hai bên trả lời ý kiến của nhau trong … ngày làm việc.",
    "Nghị quyết ban hành ngay; đơn thư được chuyển trong … ngày làm việc.",
])
def test_a_deadline_of_something_else_is_no_deadline_of_the_framework(sentence: str) -> None:
    days = [name for name in SAYS if name.endswith(("_days", "_days_before"))]
    assert len(days) > 10
    assert [name for name in days if told(name, sentence)] == []
