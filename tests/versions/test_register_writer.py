"""A register edited as text: what was to be said is said, and every other byte stands as somebody typed it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.errors import NotPossible
from docgen.model.finding import FaultsFound
from docgen.versions.legal_date import LegalDate
from docgen.versions.register import (
    BY_RULE,
    Correction,
    DatedFact,
    Edition,
    Replacement,
    Source,
    StatusStatement,
    Work,
)
from docgen.versions.register_lines import new_register, scalar
from docgen.versions.register_reader import read_register
from docgen.versions.register_writer import with_edition, without_lines

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "versions").glob("*.yaml"))

BY_HAND = """\
# Sổ của một công trình bịa ra, viết theo lối riêng   \r
work:   vi-du\r
title: "Quy định ví dụ"      # tên tạm\r
\r
editions:      # từ cũ đến mới\r
# bản thứ nhất\r
- id: 1-qd-tw-2010     # bản cũ\r
  number: "1-QĐ/TW"\r
  kind:   Quy định\r
  title: not known\r
  issuer: chưa rõ\r
  # ngày tháng\r
  issued_on: {date: 2010-01-05, source: 'phần đầu', certainty: A}\r
  in_force_from:\r
    date: not known\r
  completeness: none   # chưa có lời văn\r
  corrections: []\r
  note: >-\r
    hai dòng\r
    # không phải ghi chú\r
\r
# bản thứ hai\r
- id: 2-qd-tw-2012\r
  number: 2-QĐ/TW\r
  kind: Quy định\r
  title: về một việc\r
  issuer: Ban Bí thư\r
  issued_on:\r
    date: 2012-02-03\r
    source: phần đầu văn bản\r
    certainty: A\r
  in_force_from:\r
    date: not known\r
  completeness: none"""

NEW = Edition(
    id="3-qd-tw-2011", work="vi-du", number="3-QĐ/TW", kind="Quy định", title="về việc: khác # nữa", issuer="",
    issued_on=DatedFact(date=LegalDate("2011-01-02"), source='"phần đầu"', certainty="A-"),
    completeness="full", file="regulations/vi-du/3-qd-tw-2011.md", sha256="a" * 64, publish=False,
    sources=(Source(what="bản quét.pdf", certainty="A-", sha256="b" * 64, coverage="1.0"),),
    corrections=(Correction(address="dieu-1", was="tố  chức", now="tổ chức", why="mất dấu", evidence="Điều 2",
                            by=BY_RULE, made_on=LegalDate("2026-01-15")),))


def works(text: str, slug: str) -> Work:
    reading = read_register(text, f"versions/{slug}.yaml", slug)
    assert reading.findings == (), [str(one.message) for one in reading.findings]
    return without_lines(reading.work)


def added_lines(before: str, after: str) -> list[str]:
    """Return the lines that are new; that all old ones are there, in their order, is asserted."""
    rest = iter(after.splitlines(keepends=True))
    new: list[str] = []
    for line in before.splitlines(keepends=True):
        for other in rest:
            if other == line or other.rstrip("\r\n") == line:
                break
            new.append(other)
        else:
            raise AssertionError(f"gone: {line!r}")
    return [*new, *rest]


@pytest.mark.parametrize("path", [path for path in SHIPPED if path.stem != "cap-huyen"], ids=lambda path: path.stem)
@pytest.mark.parametrize("year", ["1999", "2015", "2030"])
def test_an_entry_added_to_a_shipped_register(path: Path, year: str) -> None:
    before = path.read_text(encoding="utf-8")
    new = replace(NEW, id=f"3-qd-tw-{year}", work=path.stem,
                  issued_on=replace(NEW.issued_on, date=LegalDate(f"{year}-01-02")))
    after = with_edition(before, path.stem, new)
    assert added_lines(before, after)
    assert [one for one in works(after, path.stem).editions if one.id != new.id] == list(
        works(before, path.stem).editions)
    days = [one.issued_on.date.earliest for one in works(after, path.stem).editions if one.issued_on.date]
    if days != sorted(days):
        assert [one.earliest for one in (e.issued_on.date for e in works(before, path.stem).editions) if one] != sorted(
            days), "an order that was kept is kept"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_entry_of_a_shipped_register_changed_and_changed_back(path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    for edition in works(before, path.stem).editions:
        changed = replace(
            edition, completeness="full", file=f"regulations/{path.stem}/{edition.id}.md", sha256="c" * 64,
            publish=False, sources=(*edition.sources, *NEW.sources), corrections=(
                *edition.corrections, *NEW.corrections),
            replaced_by=(*edition.replaced_by, Replacement(edition="x-2030", date=LegalDate("2030"), source="s")))
        after = with_edition(before, path.stem, changed)
        assert next(one for one in works(after, path.stem).editions if one.id == edition.id) == changed
        assert with_edition(after, path.stem, edition) == before


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_writing_what_stands_there_changes_nothing(path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    for edition in works(before, path.stem).editions:
        assert with_edition(before, path.stem, edition) == before


def test_comments_line_ends_and_ways_of_writing_are_kept() -> None:
    after = with_edition(BY_HAND, "vi-du", NEW)
    new = added_lines(BY_HAND, after)
    assert [one.id for one in works(after, "vi-du").editions] == ["1-qd-tw-2010", "3-qd-tw-2011", "2-qd-tw-2012"]
    assert all(line.endswith("\r\n") for line in new)
    assert "    # không phải ghi chú\r\n\r\n- id: 3-qd-tw-2011\r\n  number: 3-QĐ/TW\r\n" in after
    assert "      made_on: 2026-01-15\r\n\r\n# bản thứ hai\r\n- id: 2-qd-tw-2012\r\n" in after
    assert after.index("# bản thứ hai") > after.index("3-qd-tw-2011"), "a comment stays with what stands under it"


def test_an_entry_changed_keeps_the_comments_beside_its_values() -> None:
    first = works(BY_HAND, "vi-du").editions[0]
    changed = replace(first, title="về một việc", completeness="partial", file="regulations/vi-du/1-qd-tw-2010.md",
                      sha256="d" * 64, corrections=NEW.corrections)
    after = with_edition(BY_HAND, "vi-du", changed)
    assert works(after, "vi-du").editions[0] == changed
    for kept in ("completeness: partial   # chưa có lời văn", "- id: 1-qd-tw-2010     # bản cũ", "# ngày tháng",
                 "issued_on: {date: 2010-01-05, source: 'phần đầu', certainty: A}", "    # không phải ghi chú\r\n"):
        assert kept in after
    assert '  title: về một việc\r\n' in after
    assert "  corrections:\r\n    - address: dieu-1\r\n" in after


def test_the_last_line_without_an_end_gets_one() -> None:
    late = replace(NEW, id="3-qd-tw-2020", issued_on=replace(NEW.issued_on, date=LegalDate("2020-01-02")))
    after = with_edition(BY_HAND, "vi-du", late)
    assert "  completeness: none\r\n\r\n- id: 3-qd-tw-2020\r\n" in after


@pytest.mark.parametrize("listed", ["editions:\n", "editions: []\n", ""])
def test_the_first_entry_of_a_register(listed: str) -> None:
    after = with_edition(f"work: vi-du\ntitle: t\n{listed}", "vi-du", NEW)
    assert works(after, "vi-du").editions == (NEW,)


def test_what_cannot_be_edited_safely_is_refused() -> None:
    entry = ("{id: 1-qd-tw-2010, number: 1-QĐ/TW, kind: Quy định, title: t, issuer: i, issued_on: {date: 2010, "
             "source: s, certainty: B}, in_force_from: {date: not known}, completeness: none}")
    with pytest.raises(NotPossible, match="vi-du"):
        with_edition(f"work: vi-du\ntitle: t\neditions: [{entry}]\n", "vi-du", NEW)
    in_braces = f"work: vi-du\ntitle: t\neditions:\n  - {entry}\n"
    assert works(with_edition(in_braces, "vi-du", NEW), "vi-du").editions[1] == NEW
    with pytest.raises(NotPossible, match="vi-du"):
        with_edition(in_braces, "vi-du", replace(works(in_braces, "vi-du").editions[0], title="khác"))
    with pytest.raises(FaultsFound):
        with_edition("work: vi-du\ntitle: t\neditions:\n  - id: x\n", "vi-du", NEW)


def test_a_new_register() -> None:
    text = new_register("vi-du", "Quy định: ví dụ", NEW)
    assert works(text, "vi-du") == without_lines(Work(
        slug="vi-du", title="Quy định: ví dụ", editions=(NEW,), file="versions/vi-du.yaml"))
    assert text.endswith("\n")
    assert max(map(len, text.splitlines())) <= 120


words = st.text(st.characters(exclude_categories=("Cs", "Cn")), max_size=30)
one_line = words.map(lambda text: " ".join(text.split()))


@given(one_line.filter(bool))
def test_every_value_is_read_as_it_was_written(text: str) -> None:
    written = f"work: vi-du\ntitle: t\nnote: {scalar(text)}\neditions: []\n"
    reading = read_register(written, "v.yaml", "vi-du")
    assert reading.work.note == " ".join(unicodedata.normalize("NFC", text).split())


days = st.dates(date(1930, 1, 1), date(2040, 1, 1)).map(lambda day: LegalDate(day.isoformat()))
names = st.text("aàbcđ:#-'\"{}[]&*!|>%@ ,.0123456789\\", min_size=1, max_size=12).map(str.strip).filter(bool).filter(
    lambda text: text not in {"not known", "chưa rõ"} and "  " not in text)


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    day = draw(days)
    fact = DatedFact(date=day, source=draw(names), certainty=draw(st.sampled_from(("A", "A-", "B", "C"))),
                     note=draw(st.one_of(st.just(""), names)))
    number = draw(st.integers(1, 400))
    held = draw(st.booleans())
    return Edition(
        id=f"{number}-qd-tw-{day.year}", work="vi-du", number=f"{number}-QĐ/TW", kind="Quy định",
        title=draw(st.one_of(st.just(""), names)), issuer=draw(st.one_of(st.just(""), names)), issued_on=fact,
        in_force_until=draw(st.one_of(st.none(), st.just(DatedFact()))),
        statuses=tuple(draw(st.lists(st.builds(StatusStatement, status=st.just("not_known"), since=days, source=names,
                                               certainty=st.just("B")), max_size=2, unique=True))),
        completeness="full" if held else "none", file="regulations/x.md" if held else "",
        publish=draw(st.booleans()), note=draw(st.one_of(st.just(""), names)),
        sources=tuple(draw(st.lists(st.builds(Source, what=names), max_size=2, unique=True))),
        corrections=tuple(draw(st.lists(st.builds(
            Correction, was=names, now=names, why=names, evidence=names, by=st.one_of(st.just(""), names),
            zone=st.just("title"), made_on=days), max_size=3, unique=True))))


@settings(max_examples=15, deadline=None)
@given(st.lists(editions(), min_size=2, max_size=5, unique_by=lambda one: one.id))
def test_a_register_written_entry_by_entry_says_all_of_them(entries: list[Edition]) -> None:
    first, *others = entries
    text = new_register("vi-du", "t", first)
    for one in others:
        before = text
        text = with_edition(text, "vi-du", one)
        added_lines(before, text)
    assert sorted(works(text, "vi-du").editions, key=lambda one: one.id) == sorted(entries, key=lambda one: one.id)
    one, other = entries[0], entries[1]
    turned = replace(other, id=one.id, number=one.number, issued_on=one.issued_on)
    again = with_edition(text, "vi-du", turned)
    assert next(found for found in works(again, "vi-du").editions if found.id == one.id) == turned
    assert [found for found in works(again, "vi-du").editions if found.id != one.id] == [
        found for found in works(text, "vi-du").editions if found.id != one.id]
