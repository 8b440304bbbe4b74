"""The page of a template: nothing of the template's own language is left, every word and every basis stands there."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.draft.computed import COMPUTED
from docgen.draft.context import known_names
from docgen.draft.field import Field, FieldList
from docgen.draft.legal_basis import address_of, edition_of
from docgen.draft.template import Template
from docgen.publish.site import places
from docgen.publish.site.link_check import check_links
from docgen.publish.site.template_conditions import condition_words
from docgen.publish.site.template_names import ANSWERS, BLANKS, blank_words
from docgen.publish.site.template_page import template_page
from docgen.publish.site.template_text import ClauseText
from docgen.publish.site.templates_page import templates_page
from tests.site.test_comparison_page import real_site

TEMPLATES = real_site().templates
CONDITION = re.compile(r"\{%-?\s*(?:el)?if (.*?)-?%\}")
RAW = re.compile(r"\b(?:[a-z]+_[a-z_]+|and|or|not)\b|\{[{%]|[%}]\}")
FIELDS = FieldList(fields=(
    Field(name="notes", type="list", label="Ghi chú"), Field(name="place", type="text", label="Địa danh"),
    Field(name="paid", type="yes_no", label="Có kinh phí không?")))


def html(template: Template) -> str:
    return template_page(real_site(), template, "Quy định").body


def words_of(page: str) -> str:
    """What a reader sees, without what stands in small type for those who type answers."""
    return unescape(re.sub(r"<[^>]+>", " ", re.sub(r"<code>.*?</code>", " ", page)))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: str(one.kind))
def test_every_condition_is_said_in_words(template: Template) -> None:
    asked = []
    for clause in template.clauses.clauses:
        source = clause.source
        asked += [(found, source.each) for found in (source.condition, *CONDITION.findall(source.text))
                  if found and "loop." not in found]
    assert len(asked) >= 9
    for condition, each in asked:
        words = condition_words(condition, template.fields, each)
        assert words, condition
        assert not RAW.search(words), (condition, words)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: str(one.kind))
def test_no_name_and_no_tag_of_the_template_is_left_on_the_page(template: Template) -> None:
    text = words_of(html(template))
    names = known_names(template.fields) - {"name", "kind", "place", "term", "year", "body", "number", "merged",
                                            "parties", "association", "leadership", "seal", "committee", "deputy",
                                            "secretary", "associations", "authority", "recipients", "duplex",
                                            "superior", "framework", "organisations", "unit", "agencies", "front",
                                            "government"}
    left = {name for name in names if re.search(rf"\b{name}\b", text)}
    assert left == set()
    assert not re.search(r"\{\{|\{%|%\}|\}\}", text)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: str(one.kind))
def test_every_word_of_every_clause_stands_there_in_order(template: Template) -> None:
    page = html(template)
    for clause in template.clauses.clauses:
        section = page.partition(f'<section id="{clause.id}"')[2].partition("</section>")[0]
        shown = " ".join(words_of(re.sub(r"</?(?:span|a|b)[^>]*>", "", section)).split())
        place = 0
        for piece in re.split(r"\{\{.*?\}\}|\{%.*?%\}", " ".join(clause.source.text.split())):
            if piece.strip(" ,") and piece.strip() != "và":  # what parts the entries of a repetition is left out
                found = shown.find(piece.strip(), place)
                assert found >= 0, (clause.id, piece)
                place = found


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: str(one.kind))
def test_every_basis_is_named_and_linked_where_the_site_has_it(template: Template) -> None:
    page, here = html(template), places.template(template.work, template.kind)
    for clause in template.clauses.clauses:
        section = page.partition(f'<section id="{clause.id}"')[2].partition("</section>")[0]
        for basis in clause.source.basis:
            edition = real_site().edition(edition_of(basis))
            assert edition is not None
            anchor = address_of(basis) if edition.regulation is not None else ""
            assert f'href="{places.way(here, places.edition(edition.edition.id), anchor)}"' in section


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: str(one.kind))
def test_every_question_has_a_row_and_every_blank_leads_to_one(template: Template) -> None:
    page = html(template)
    for field in template.fields.fields:
        if field.serves((template.kind,)):
            row = page.partition(f'id="hoi.{field.name}"')[0].rpartition("<tr")[2] + page.partition(
                f'id="hoi.{field.name}"')[2].partition("</tr>")[0]
            assert field.label in unescape(row)
            assert field.help in unescape(row)
    assert 'class="blank"' in page
    path = places.template(template.work, template.kind)
    broken = [one for one in check_links({path: page}, frozenset()) if one.code != "site-link-broken"]
    assert broken == []


def test_the_words_are_of_names_there_are_and_every_used_name_has_words() -> None:
    computed = {name.name for name in COMPUTED}
    assert set(ANSWERS) <= {name for template in TEMPLATES for name in known_names(template.fields)}
    assert set(BLANKS) <= computed
    for template in TEMPLATES:
        for clause in template.clauses.clauses:
            for name in clause.text.names - {"item", "ref"}:
                if not any(answer.name == name and answer.shape == "answer" for answer in COMPUTED):
                    assert blank_words(name, template.fields, clause.source.each) != name, name


NAMES = st.sampled_from(["merged", "has_deputy", "seal", "place", "paid", "notes | length > 1"])
EXPRESSIONS = st.recursive(NAMES, lambda inner: st.one_of(
    st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(lambda parts: f"({' '.join(parts)})"),
    inner.map(lambda one: f"not ({one})")), max_leaves=6)


@given(EXPRESSIONS)
def test_law_denying_twice_says_the_same_and_denying_once_something_else(expression: str) -> None:
    words = condition_words(expression, FIELDS)
    assert words
    assert condition_words(f"not (not ({expression}))", FIELDS) == words
    assert condition_words(expression, FIELDS, wanted=False) == condition_words(f"not ({expression})", FIELDS) != words


def test_cases_a_jurist_reads() -> None:
    assert condition_words("merged and unheard_of", FIELDS) == ""
    assert condition_words("merged)", FIELDS) == ""
    assert condition_words("", FIELDS) == ""
    assert "Địa danh" in condition_words("not place", FIELDS)
    assert "Có kinh phí không?" in condition_words("paid", FIELDS)
    text = ClauseText(FIELDS, lambda clause: "Điều kia")
    made = words_of(text.write('Họp tại {{ place }}{% if paid %}, có {{ notes }}{% else %}, tự lo{% endif %} theo '
                               '{{ ref("kia") }}.'))
    assert " ".join(made.split()).startswith("Họp tại Địa danh")
    assert "Điều kia" in made
    assert text.write("a < b & {{ place }}").startswith("a &lt; b &amp; ")


def test_the_list_of_templates_leads_to_each() -> None:
    page = templates_page(real_site()).body
    for template in TEMPLATES:
        assert places.way(places.TEMPLATES, places.template(template.work, template.kind)) in page
