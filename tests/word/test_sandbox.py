"""Tags run fenced in, strictly, and the same every time."""

from __future__ import annotations

import pytest

from docgen.word.sandbox import BrokenTag, compile_expression, compile_text, environment, nearest


def test_a_text_tells_its_names_and_is_filled_in_many_times() -> None:
    text = compile_text("{{ name }}{% if has_committee %}, {{ term }}{% endif %}\n")
    assert text.names == {"name", "has_committee", "term"}
    assert text.render({"name": "A & B <c>", "has_committee": True, "term": "x"}) == "A & B <c>, x\n"
    assert text.render({"name": "{{ term }}", "has_committee": False}) == "{{ term }}\n"


def test_loop_variables_are_no_names_of_the_text() -> None:
    assert compile_text("{% for item in items %}{{ item }}{% endfor %}").names == {"items"}


@pytest.mark.parametrize(("source", "line"), [
    ("a\n{{ name", 2), ("{% if %}", 1), ("a\n\n{{ a b }}", 3), ("{{ a|nonsense }}", 1), ("{% nonsense %}", 1),
    ("x\n{{ a is nonsense }}", 2), ("{{ a|random }}", 1), ("{{ a|safe }}", 1), ("{% if a %}", 1)])
def test_a_broken_text_is_told_with_its_line(source: str, line: int) -> None:
    with pytest.raises(BrokenTag) as caught:
        compile_text(source)
    assert caught.value.line == line and str(caught.value.message)


@pytest.mark.parametrize("source", [
    "{{ missing }}", "{{ text.missing }}", "{{ text.__class__ }}", "{{ text.__class__.__mro__ }}", "{{ 2 ** 99 }}",
    "{{ text * 1000000 }}", "{{ 1 // 0 }}", "{{ range(9) }}", "{{ lipsum() }}", "{{ cycler(1) }}",
    "{{ rows.append(1) }}", "{{ 99999999 * 99999999 }}", "{{ text + 1 }}", "{% if not missing %}a{% endif %}"])
def test_what_is_missing_or_forbidden_stops_the_work(source: str) -> None:
    with pytest.raises(BrokenTag):
        compile_text(source).render({"text": "a", "rows": []})


def test_conditions() -> None:
    condition = compile_expression("has_committee and full_members > 8")
    assert condition.names == {"has_committee", "full_members"}
    assert condition.evaluate({"has_committee": True, "full_members": 12}) is True
    assert compile_expression("quorum * 2").evaluate({"quorum": 4}) == 8
    for missing in ("a", "not a", "a == 1", "a and b"):
        with pytest.raises(BrokenTag):
            compile_expression(missing).evaluate({})


@pytest.mark.parametrize("source", ["", "a b", "a }} {{ b", "a) + (b", "a ==", "if a"])
def test_what_is_not_one_condition_is_refused(source: str) -> None:
    with pytest.raises(BrokenTag):
        compile_expression(source)


def test_nearest_name() -> None:
    assert nearest("recipents", ["recipients", "number"]) == "recipients"
    assert nearest("zzz", ["recipients", "number"]) == ""


def test_nothing_of_chance_is_within_reach() -> None:
    assert "random" not in environment().filters and not environment().globals
