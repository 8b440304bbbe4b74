"""Clauses and questions that frameworks share: bringing them in changes nothing but where they are written."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from docgen.draft.clause_reader import read_sources
from docgen.draft.clause_source import ClauseSource
from docgen.draft.fields import read_fields
from docgen.draft.shared import load_shared
from docgen.draft.template import CLAUSES, FRAME, load_template
from docgen.model.finding import FaultsFound
from docgen.reader import yaml_tree
from tests.draft.kinds import TEMPLATES
from tests.draft.samples import CLAUSES as WORDING
from tests.draft.samples import FIELDS, faults

SOURCES = read_sources(WORDING).sources


def pool(text: str = WORDING) -> dict[str, ClauseSource]:
    reading = read_sources(text, file="chung.md", origin="shared/clauses/chung.md")
    assert reading.findings == ()
    return {source.id: source for source in reading.sources}


def bare(source: ClauseSource) -> tuple[object, ...]:
    """Return what a clause says and rests on, without where it is written."""
    return (source.id, source.zone, source.rank, source.text, source.kind, source.basis, source.condition, source.each,
            source.custom, source.against)


@given(st.frozensets(st.sampled_from([source.id for source in SOURCES])))
def test_what_is_brought_in_is_what_would_stand_there(chosen: frozenset[str]) -> None:
    lines = WORDING.split("\n")
    for source in reversed(SOURCES):
        if source.id in chosen:
            lines[source.attribute_line - 1:source.line] = [f"{{shared: {source.id}}}"]
    reading = read_sources("\n".join(lines), pool())
    assert reading.findings == ()
    assert [bare(source) for source in reading.sources] == [bare(source) for source in SOURCES]
    assert {source.id for source in reading.sources if source.origin} == chosen


def test_a_block_with_everything_under_it_and_a_list() -> None:
    whole = read_sources("# Nội dung\n\n{shared: hop.*}\n\n{shared: [pham-vi, pham-vi.mot]}\n", pool()).sources
    assert [source.id for source in whole] == ["hop", "hop.mot", "hop.mot.a", "hop.mot.b", "hop.mot.c", "hop.tung",
                                               "pham-vi", "pham-vi.mot"]


def test_attributes_of_its_own_stand_in_place_of_the_shared_ones() -> None:
    text = '# Nội dung\n\n{shared: hop.mot, kind: adapted, basis: ["162-qd-tw-2024:dieu-1"], if: has_deputy}\n'
    source, = read_sources(text, pool()).sources
    assert (source.kind, source.basis, source.condition) == ("adapted", ("162-qd-tw-2024:dieu-1",), "has_deputy")
    assert (source.custom, source.text) == (pool()["hop.mot"].custom, pool()["hop.mot"].text)


def codes(text: str) -> list[str]:
    return [finding.code for finding in read_sources(text, pool()).findings]


def test_what_cannot_be_brought_in_is_a_fault_with_its_line() -> None:
    assert codes("# Nội dung\n\n{shared: hop.khong-co}\n") == ["clause-shared"]
    assert codes("# Nội dung\n\n{shared: khong.*}\n") == ["clause-shared"]
    assert codes("# Nội dung\n\n{shared: can-cu.mot}\n") == ["clause-shared"]
    assert codes("# Nội dung\n\n{shared: [hop, hop.mot], if: has_deputy}\n") == ["clause-shared"]
    assert codes("# Nội dung\n\n{shared: hop.*, if: has_deputy}\n") == ["clause-shared"]
    assert codes("# Nội dung\n\n{shared: hop, id: hop-khac}\n") == ["clause-attributes"]
    assert codes("# Nội dung\n\n{shared: [hop, hop]}\n") == ["clause-id"]
    assert codes("# Nội dung\n\n{shared: hop.mot, kind: adapted}\n") == ["clause-basis"]
    assert [finding.line for finding in read_sources("# Nội dung\n\n{shared: x}\n", pool()).findings] == [3]
    near, = read_sources("# Nội dung\n\n{shared: hop.mott}\n", pool()).findings
    assert "hop.mot" in str(near.remedy)


def test_text_under_such_a_line_is_not_taken_for_a_clause() -> None:
    assert "clause-attributes" in codes("# Nội dung\n\n{shared: hop}\n### Họp\n")


def office(root: Path, shared: str, clauses: str) -> Path:
    folder = root / "templates" / "hoi" / "working-rules"
    folder.mkdir(parents=True)
    (folder / FRAME).write_bytes((TEMPLATES / "hoi-quan-chung" / "working-rules" / FRAME).read_bytes())
    (folder / CLAUSES).write_text(clauses, encoding="utf-8")
    (folder.parent / "fields.yaml").write_text(FIELDS, encoding="utf-8")
    home = root / "templates" / "shared" / "clauses" / "working-rules"
    home.mkdir(parents=True)
    (home / "chung.md").write_text(shared, encoding="utf-8")
    return folder


def test_a_fault_in_a_shared_clause_is_told_of_the_shared_file(tmp_path: Path) -> None:
    shared = "# Nội dung\n\n{id: hop, if: has_committe}\n### Họp\n\n{id: hop.mot, kind: local}\n1. {{ nobody }}\n"
    folder = office(tmp_path, shared, "# Nội dung\n\n{shared: hop.*}\n")
    try:
        load_template(folder)
    except FaultsFound as found:
        places = {(Path(finding.file).name, finding.line) for finding in found.findings}
    assert places == {("chung.md", 3), ("chung.md", 7)}


def test_the_hash_of_what_is_brought_in_is_kept_and_of_nothing_else(tmp_path: Path) -> None:
    shared = "# Nội dung\n\n{id: hop}\n### Họp\n\n{id: hop.mot, kind: local}\n1. Họp.\n"
    loaded = load_template(office(tmp_path, shared, "# Nội dung\n\n{shared: hop.*}\n"))
    assert "shared/clauses/working-rules/chung.md" in dict(loaded.hashes)
    own = load_template(office(tmp_path / "b", shared, shared))
    assert set(dict(own.hashes)) == {"clauses.md", "fields.yaml", FRAME}


def test_one_id_in_two_shared_files_is_a_fault(tmp_path: Path) -> None:
    shared = "# Nội dung\n\n{id: hop}\n### Họp\n\n{id: hop.mot, kind: local}\n1. Họp.\n"
    folder = office(tmp_path, shared, "# Nội dung\n\n{shared: hop.*}\n")
    (tmp_path / "templates" / "shared" / "clauses" / "moi.md").write_text(shared, encoding="utf-8")
    found = load_shared(folder.parent.parent, "working-rules").findings
    assert {finding.code for finding in found} == {"clause-id"}
    assert len(found) == 2


def questions(text: str) -> dict[str, yaml_tree.Mapping]:
    root = yaml_tree.parse(text).root
    assert isinstance(root, yaml_tree.Mapping)
    listed = root.get("fields")
    assert isinstance(listed, yaml_tree.Sequence)
    return {item.text("name"): item for item in listed.items if isinstance(item, yaml_tree.Mapping)}


def test_a_shared_question_is_asked_as_if_it_stood_there() -> None:
    held = questions(FIELDS)
    names = ", ".join(held)
    brought = read_fields(f"fields:\n  - shared: [{names}]\n", shared=held)
    assert brought.findings == ()
    assert [field.name for field in brought.fields.fields] == list(held)
    other = read_fields("fields:\n  - shared: place\n    label: Nơi ký\n", shared=held)
    assert (other.fields.fields[0].label, other.fields.fields[0].default) == ("Nơi ký", "Sao Mai")


def test_faults_in_naming_a_shared_question() -> None:
    held = questions(FIELDS)
    for text in ("  - shared: plac\n", "  - shared: [place, term]\n    label: Nơi\n", "  - shared: x\n"):
        assert {finding.code for finding in read_fields(f"fields:\n{text}", shared=held).findings} == {"fields"}


def test_a_provision_not_held_is_named_apart_from_the_basis() -> None:
    block = '# Nội dung\n\n{id: a}\n### A\n\n{id: a.b, kind: local, against: ["138-qd-tw-2023:dieu-10"]}\n1. B.\n'
    source = read_sources(block).sources[1]
    assert (source.basis, source.against) == ((), ("138-qd-tw-2023:dieu-10",))
    assert [finding.code for finding in faults(block.replace("138-qd-tw-2023:dieu-10", "Điều 10"))] == ["clause-basis"]
