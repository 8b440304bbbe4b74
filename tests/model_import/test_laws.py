"""Laws of bringing a model in: no word is lost or changed, blanks do not overlap, files read back as meant."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.draft.clause_source import Rank
from docgen.draft.clauses import ClauseSet
from docgen.draft.field import FieldList
from docgen.draft.fields import questions_in
from docgen.draft.model_import.blanks import find_blanks
from docgen.draft.model_import.confirming import confirmed, pending_questions, renamed, settled_basis
from docgen.draft.model_import.known import KnownQuestions
from docgen.draft.model_import.paper import ModelLine, ModelPaper
from docgen.draft.model_import.questions import Asking
from docgen.draft.model_import.understood import Understood, UnderstoodBlock, understand
from docgen.draft.model_import.wording import clause_text
from docgen.draft.model_import.writing import clauses_text, fields_text
from docgen.draft.shared import SharedTexts
from docgen.draft.template import compile_texts
from docgen.draft.text_program import compile_program, tidy
from docgen.model.finding import Finding
from tests.draft.samples import FIELDS

LISTED = compile_texts(FIELDS, "# Nội dung\n\n{id: a}\n### A\n\n{id: b, kind: local}\n1. b\n")[0]
PIECES = st.sampled_from((
    "Chi bộ", "họp", "ngày", "tháng", "…", "......", "…/…", "[ghi tên chi bộ]", "(nếu có)", "phó bí thư", ",", ";",
    "và", "20…", "____", "nhiệm kỳ", "{{", "}}", "{%", "%}", "{#", "#}", "#", "**", "`", "\\-", "1.", "a)", "-",
    "{id: x}",
    "Điều 1 Quy chế này", "Điều 2.", "20..", "..",
    "v.v…", "[a/b]", "(ghi số)", "<!--", "-->", '"', "'", "5%", "|", "~", "&", "_x_"))
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=8)
TEXTS = st.lists(st.one_of(PIECES, WORDS), min_size=1, max_size=12).map(" ".join)
RANKS = st.sampled_from(("clause", "point", "dash", "paragraph", "article", "run_in_article"))


def block(text: str, rank: Rank) -> UnderstoodBlock:
    line = ModelLine(id="dieu-1.khoan-1", zone="body", rank=rank, text=text, place="khoản 1 Điều 1", heading="Họp")
    asking = Asking(KnownQuestions(LISTED, (), "working-rules", ()), frozenset(LISTED.names()), of_committee=False)
    proposals, = asking.lines((line,))
    return UnderstoodBlock(line=line, text=clause_text(line, proposals, ("dieu-1",)), proposals=proposals)


@given(TEXTS)
@settings(max_examples=90)
def test_blanks_lie_in_the_line_and_do_not_overlap(text: str) -> None:
    end = 0
    for blank in find_blanks(text):
        assert end <= blank.start < blank.end <= len(text)
        end = blank.end


@given(TEXTS, RANKS)
@settings(max_examples=70, deadline=None)
def test_a_clause_prints_the_models_words_with_its_answers_in_the_blanks(text: str, rank: Rank) -> None:
    made = block(text, rank)
    program = compile_program(made.text)
    # the answer to each question is the very words that stood at its blank
    answers: dict[str, object] = {}
    for one in made.proposals:
        answers[one.question + one.printed] = True if one.condition else "¤"
    citations = {"dieu-1": "Điều 1"}
    wanted, place = "", 0
    for one in made.proposals:
        if not one.condition:
            wanted += text[place:one.start] + "¤"
            place = one.end
        else:
            wanted += text[place:one.blank.start]
            place = one.end
    # what is said of "(nếu có)" stands, the note itself does not
    assert letters(program.fill(answers, citations)) == letters(wanted + text[place:])


def letters(text: str) -> str:
    return re.sub(r"\s+", "", tidy(text))


@given(TEXTS, st.lists(st.tuples(TEXTS, RANKS.filter(lambda rank: not rank.endswith("article"))), min_size=1,
                       max_size=5))
@settings(max_examples=30, deadline=None)
def test_written_files_compile_and_hold_every_block(bare: str, lines: list[tuple[str, Rank]]) -> None:
    head = ModelLine(id="dieu-1", zone="body", rank="article", text="Họp", label="Điều 1.", place="Điều 1")
    run_in = ModelLine(id="dieu-0", zone="body", rank="run_in_article", text=bare, label="Điều 0.", place="Điều 0")
    paper = ModelPaper(lines=(run_in, head, *(ModelLine(
        id=f"dieu-1.khoan-{number}", zone="body", rank=rank, text=text, place=f"khoản {number} Điều 1", heading="Họp")
        for number, (text, rank) in enumerate(lines, 1))))
    understood = understand(paper, "working-rules", LISTED, (), {})
    _, clauses, findings = compiled(understood)
    assert [str(finding.message) for finding in findings if finding.severity == "error"] == []
    assert [clause.id for clause in clauses.clauses] == [line.id for line in paper.lines]
    assert [clause.source.rank for clause in clauses.clauses] == [line.rank for line in paper.lines]


def compiled(understood: Understood) -> tuple[FieldList, ClauseSet, tuple[Finding, ...]]:
    asked = questions_in(FIELDS, {})
    asked.setdefault("framework", next(iter(asked.values())))
    shared = SharedTexts(questions=asked, inherited=tuple(asked))
    own = fields_text(understood, "mau", "khung", "working-rules", "mau.docx").replace("    choices: [mau]\n", "")
    return compile_texts(own, clauses_text(understood, "mau.docx", "0" * 64), shared=shared)


NAMES = st.lists(st.from_regex(r"[a-z][a-z_]{1,8}", fullmatch=True), min_size=1, max_size=6, unique=True)


@given(NAMES, st.data())
@settings(max_examples=60)
def test_confirming_one_question_leaves_the_others_and_every_other_line(names: list[str], data: st.DataObject) -> None:
    text = "fields:\n" + "".join(
        f"\n  # nơi {name}\n  - name: {name}\n    type: text  # ghi chú\n    unconfirmed: yes\n" for name in names)
    chosen = data.draw(st.sampled_from(names))
    after = confirmed(text, chosen)
    assert [one.name for one in pending_questions(after)] == [name for name in names if name != chosen]
    assert [line for line in text.splitlines() if "unconfirmed" not in line] == [
        line for line in after.splitlines() if "unconfirmed" not in line]
    assert confirmed(after, chosen) == after


@given(TEXTS)
@settings(max_examples=60)
def test_renaming_changes_tags_and_no_word(words: str) -> None:
    plain = words.replace("{", "").replace("}", "").replace("%", "")
    clauses = f"{{id: a, kind: local, if: cu}}\n1. cu {plain} {{{{ cu }}}} {{{{ cu_words }}}} cu\n"
    _, after = renamed("fields:\n  - name: cu\n    type: text\n", clauses, "cu", "moi", known=False)
    assert after == clauses.replace("if: cu", "if: moi").replace("{{ cu }}", "{{ moi }}").replace(
        "{{ cu_words }}", "{{ moi_words }}")


def test_a_basis_is_taken_or_taken_away() -> None:
    line = '{id: a.b, kind: local, may_rest_on: ["x:1", "y:2"]}\n1. lời\n\n'
    line += '{id: a, kind: local, may_rest_on: ["z:3"]}\n1. x\n'
    assert settled_basis(line, "a.b", accepted=True) == line.replace(
        'kind: local, may_rest_on: ["x:1", "y:2"]', 'kind: adapted, basis: ["x:1", "y:2"]')
    assert settled_basis(line, "a", accepted=False) == line.replace(', may_rest_on: ["z:3"]', "")
    assert settled_basis(line, "khong-co", accepted=True) == line
