"""Many texts through one line to git: the same bytes as asking one by one, in the order asked, whatever is missing."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.errors import NotPossible
from docgen.versions.repository.batch import blobs
from docgen.versions.repository.opening import opened
from docgen.versions.repository.reading import texts_at
from tests.versions.fast_import import Change, make_history

_CONTENT = st.one_of(st.binary(max_size=60), st.sampled_from([b"", b"\n", b"missing\n", b"x blob 3\n", b"a" * 200_000]))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(versions=st.lists(st.tuples(st.sampled_from(["điều.md", "b c.md", "d/e.md"]), _CONTENT), min_size=1, max_size=8),
       asked=st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["điều.md", "b c.md", "d/e.md", "none.md"])),
                      max_size=40))
def test_the_same_as_one_by_one(
    tmp_path_factory: pytest.TempPathFactory, versions: list[tuple[str, bytes]], asked: list[tuple[int, str]],
) -> None:
    folder = tmp_path_factory.mktemp("kho")
    make_history(folder, [Change({name: content}) for name, content in versions])
    held: list[dict[str, bytes]] = [{}]
    for name, content in versions:
        held.append({**held[-1], name: content})
    questions = [(folder / name, f"HEAD~{back}" if back < len(versions) else "khong-co") for back, name in asked]
    wanted = [held[len(versions) - back].get(name) if back < len(versions) else None for back, name in asked]
    assert list(texts_at(questions)) == wanted


def test_thousands_ahead_do_not_block_the_line(tmp_path: Path) -> None:
    """Questions longer than a pipe holds, and answers too: neither side may wait for the other for ever."""
    make_history(tmp_path, [Change({"lon.md": b"x" * 300_000, "nho.md": b"y"})])
    questions = [(tmp_path / name, "HEAD") for _ in range(1500) for name in ("nho.md", f"{'không-có-' * 12}.md")]
    answers = list(texts_at([*questions, (tmp_path / "lon.md", "HEAD")] + [(tmp_path / "lon.md", "HEAD")] * 20))
    assert answers[:3000] == [b"y", None] * 1500
    assert [len(answer or b"") for answer in answers[3000:]] == [300_000] * 21


def test_a_folder_and_a_commit_are_no_text(tmp_path: Path) -> None:
    make_history(tmp_path, [Change({"d/e.md": b"x"})])
    with opened(tmp_path) as repo, blobs(repo) as line:
        assert line.read("HEAD:d") is None
        assert line.read("HEAD") is None
        assert line.read("HEAD:d/e.md") == b"x"
        assert line.read("HEAD:d/\ne.md") is None


def test_answers_nobody_waits_for(tmp_path: Path) -> None:
    make_history(tmp_path, [Change({"lon.md": b"x" * 3_000_000})])
    with opened(tmp_path) as repo, blobs(repo) as line:
        answers = line.read_all(["HEAD:lon.md"] * 5)
        assert len(next(answers) or b"") == 3_000_000


def test_a_damaged_object_is_a_sentence(tmp_path: Path) -> None:
    make_history(tmp_path, [Change({"a.md": b"x" * 5000})])
    blob = subprocess.run(["git", "rev-parse", "HEAD:a.md"], cwd=tmp_path, check=True, capture_output=True, text=True)
    file = tmp_path / ".git" / "objects" / blob.stdout[:2] / blob.stdout[2:].strip()
    file.chmod(0o600)
    file.write_bytes(file.read_bytes()[:20])
    with pytest.raises(NotPossible) as refusal:
        list(texts_at([(tmp_path / "a.md", "HEAD")]))
    assert refusal.value.remedy
