"""The workbook to fill in: a sheet a plan, the samples as rows, and a page that tells how it is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.draft.cells import FRAMEWORK
from docgen.draft.facts import Blank, Facts, Value
from docgen.draft.field import Field, FieldList
from docgen.draft.question_words import answer_words, plain_value
from docgen.draft.values import OPEN, VACANT
from docgen.draft.workbook_columns import CODE, GUIDE_SHEET, SheetPlan, heading, plans
from docgen.reader.workbook.writing import Column, SheetToFill

GUIDE = (
    "Cách dùng bảng này",
    "1. Trang Chi bộ: mỗi dòng là một chi bộ. Cột tô vàng phải trả lời; cột vàng nhạt chỉ phải trả lời với quy định "
    "khung nêu trong ghi chú của cột; cột xám để trống thì chương trình lấy giá trị mặc định. Rê chuột lên đầu cột để "
    "xem giải thích. Cột thứ hai chọn quy định khung của từng chi bộ; câu không hỏi với khung đó thì để trống.",
    "2. Trang Người: mỗi dòng là một người trong cấp uỷ. Trang Hội: mỗi dòng là một hội mà chi bộ lãnh đạo; chi bộ "
    "ghép thì mỗi hội một dòng. Trang Cơ quan: mỗi dòng là một cơ quan. Cột Mã chi bộ phải đúng như mã ở trang Chi bộ.",
    "Các cột cuối cùng, trang Ý kiến góp ý, trang Phân công nhiệm vụ chỉ dùng cho giấy tờ kèm theo quy chế (tờ trình, "
    "biên bản, nghị quyết...), soạn bằng --kind set; chưa cần thì để trống.",
    "3. Mã chi bộ đặt tên cho các tệp, nên ghi ngắn, không trùng nhau, ví dụ cb-chu-thap-do. Bỏ trống thì lấy từ tên "
    "chi bộ.",
    "4. Mọi cột để ở dạng văn bản (Text): 01 giữ nguyên là 01, ngày ghi 05/02/2026, không để Excel tự đổi.",
    "5. Ô có nhiều mục (tổ chức chính trị - xã hội, nơi nhận): mỗi mục một dòng trong ô (Alt + Enter) hoặc cách nhau "
    "bằng dấu chấm phẩy. Không có mục nào thì ghi không.",
    f"6. Việc chưa biết (số, ngày): ghi {OPEN}. Chưa có bí thư: ghi khuyết.",
    "7. Được đổi thứ tự cột, bỏ cột không dùng, thêm cột riêng có tên bắt đầu bằng Ghi chú; không sửa tên cột.",
    "8. Các dòng có sẵn là mẫu, tên tỉnh, hội, người đều được đặt ra; xoá đi trước khi điền.",
    "9. Xong thì chạy: docgen batch cells.xlsx -o THƯ-MỤC. Dòng nào sai, chương trình báo đủ mọi lỗi và lưu một bản "
    "đánh dấu từng ô sai.",
    "Bảng này có tên người: giữ trong cơ quan, không gửi ra ngoài.",
)


Sample = tuple[str, str, Facts]
"""Code, framework, facts."""


def workbook_form(lists: Mapping[str, FieldList], samples: Sequence[Sample]) -> tuple[SheetToFill, ...]:
    """Return the sheets of the workbook of one framework or several; `lists` are the questions of each."""
    made = tuple(_sheet(plan, lists, samples) for plan in plans(tuple(lists.values())))
    return (*made, SheetToFill(GUIDE_SHEET, (), tuple((line,) for line in GUIDE)))


def _sheet(plan: SheetPlan, lists: Mapping[str, FieldList], samples: Sequence[Sample]) -> SheetToFill:
    questions = (CODE, *sorted((one for one in plan.questions if one is not CODE),
                               key=lambda one: (one.name != FRAMEWORK, not (one.required or one.name == "kind"))))
    asked = {one.name: _askers(one, plan, lists) for one in questions}
    rows: list[tuple[str, ...]] = []
    for code, _, facts in samples:
        if plan.entries is None:
            rows.append(tuple(code if one is CODE else _answer(one, facts) for one in questions))
        else:
            rows += [tuple(code if one is CODE else _typed(one, dict(record.pairs).get(one.name)) for one in questions)
                     for record in facts.records(plan.entries.name)]
    return SheetToFill(plan.name, tuple(_column(one, asked[one.name], len(lists)) for one in questions), tuple(rows))


def _askers(question: Field, plan: SheetPlan, lists: Mapping[str, FieldList]) -> dict[str, Field]:
    """Return the question as each framework asks it, by framework."""
    found = {}
    for framework, fields in lists.items():
        of = fields.find(plan.entries.name) if plan.entries is not None else None
        among = fields.fields if plan.entries is None else of.of if of is not None else ()
        for one in among:
            if one.name == question.name:
                found[framework] = one
    return found


def _column(field: Field, asked: Mapping[str, Field], frameworks: int) -> Column:
    words = "; ".join(str(word) for word in answer_words(field)) if field is not CODE else ""
    default = plain_value(field.default)
    notes = [words, field.help, f"Mặc định: {default}" if default else ""]
    needing = [framework for framework, one in asked.items() if one.required]
    if 0 < len(asked) < frameworks:
        notes.append(f"Chỉ hỏi với: {', '.join(asked)}")
    if needing and not field.required and len(needing) < len(asked):
        notes.append(f"Phải trả lời với: {', '.join(needing)}")
    for framework, one in asked.items():
        own = [part for part, usual in ((one.label, field.label), (one.help, field.help)) if part and part != usual]
        if own:
            notes.append(f"{framework}: {'. '.join(own)}")
    choices = field.choices or (("có", "không") if field.type == "yes_no" else ())
    return Column(heading(field), "\n".join(note for note in notes if note),
                  choices if field.type != "list" else (), field.required or field is CODE, bool(needing))


def _answer(field: Field, facts: Facts) -> str:
    if field.name not in facts.given:
        return ""
    value = facts.get(field.name)
    if value == () and field.type == "list":
        return "không"
    return _typed(field, value)


def _typed(field: Field, value: Value) -> str:
    if field.type == "person" and value == "":
        return VACANT
    if isinstance(value, Blank):
        return OPEN
    if isinstance(value, tuple):
        return "\n".join(str(one) for one in value)
    return "" if value is None else plain_value(value)
