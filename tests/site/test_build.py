"""Building the site: same input same bytes, nothing half-done, links hold, what is not public stays off."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from docgen.api.site import building as api_site
from docgen.api.site import downloads as site_downloads
from docgen.api.site.building import all_pages, build_site
from docgen.api.site.content import gather
from docgen.errors import NotPossible
from docgen.model.address import walk
from docgen.model.finding import FaultsFound
from docgen.publish.site import places
from docgen.publish.site.link_check import check_links
from docgen.reader.read import read
from docgen.versions.workspace import Workspace
from tests.site.shipped_site import papers_once, shipped_site
from tests.site.workspaces import MadeEdition, workspace

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 21)
FIRST = MadeEdition(number="1-QĐ/TW", issued_on="2001-01-01", articles=(
    "Chi bộ họp mỗi tháng một lần vào ngày do chi uỷ định.", "Bí thư chủ trì cuộc họp của chi bộ và ký nghị quyết.",
    "Đảng viên đóng đảng phí đầy đủ, đúng hạn theo quy định."))
SECOND = MadeEdition(number="2-QĐ/TW", issued_on="2010-01-01", articles=(
    "Quy định này áp dụng cho mọi chi bộ trong cơ quan.", *FIRST.articles))
THIRD = MadeEdition(number="3-QĐ/TW", issued_on="2020-01-01", articles=(
    SECOND.articles[0], SECOND.articles[3], SECOND.articles[1]))


@pytest.fixture(autouse=True)
def _without_printing(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF files take seconds; one test of the full suite makes them."""
    monkeypatch.setattr(site_downloads, "find_libreoffice", lambda: None)
    monkeypatch.setattr(api_site, "sample_papers", papers_once)


def bytes_of(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("real", [False, pytest.param(True, marks=pytest.mark.full)])
def test_two_builds_of_the_same_workspace_are_the_same_bytes(real: bool, tmp_path: Path) -> None:
    here = Workspace(ROOT) if real else Workspace(workspace(tmp_path / "kho", (FIRST, SECOND)))
    first = build_site(here, tmp_path / "a", DAY)
    second = build_site(here, tmp_path / "b", DAY)
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")
    assert first.written == second.written > first.pages
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "a").rglob("*")}
    assert build_site(here, tmp_path / "a", DAY).written == 0
    assert before == {path: path.stat().st_mtime_ns for path in (tmp_path / "a").rglob("*")}


def test_what_the_site_no_longer_has_goes_and_nothing_else(tmp_path: Path) -> None:
    build_site(Workspace(workspace(tmp_path / "kho", (FIRST, SECOND))), tmp_path / "site", DAY)
    assert (tmp_path / "site" / places.edition(SECOND.id)).is_file()
    (tmp_path / "site" / "ghi-chu.txt").write_text("của tôi")
    build_site(Workspace(workspace(tmp_path / "kho2", (FIRST,))), tmp_path / "site", DAY)
    assert not (tmp_path / "site" / places.edition(SECOND.id)).exists()
    assert (tmp_path / "site" / "ghi-chu.txt").read_text() == "của tôi"


def test_a_folder_with_other_things_in_it_is_refused(tmp_path: Path) -> None:
    made = Workspace(workspace(tmp_path / "kho", (FIRST,)))
    full = tmp_path / "tai-lieu"
    full.mkdir()
    (full / "bao-cao.docx").write_bytes(b"x")
    with pytest.raises(NotPossible, match="tai-lieu"):
        build_site(made, full, DAY)
    assert [path.name for path in full.iterdir()] == ["bao-cao.docx"]
    (tmp_path / "tep").write_bytes(b"x")
    with pytest.raises(NotPossible):
        build_site(made, tmp_path / "tep", DAY)


def test_a_broken_link_stops_the_build_and_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = Workspace(workspace(tmp_path / "kho", (FIRST, SECOND)))
    build_site(made, tmp_path / "site", DAY)
    before = bytes_of(tmp_path / "site")
    real = all_pages

    def broken(*given: object) -> object:
        pages = real(*given)  # type: ignore[arg-type]
        from dataclasses import replace

        from docgen.publish.site.markup import Markup

        page = pages[0]
        bad = Markup(f'{page.body}<p><a href="van-ban/khong-co.html">x</a> <a href="#khong-co">y</a></p>')
        return (replace(page, body=bad), *pages[1:])

    monkeypatch.setattr(api_site, "all_pages", broken)
    with pytest.raises(FaultsFound) as caught:
        build_site(made, tmp_path / "site", DAY)
    assert {finding.code for finding in caught.value.findings} == {"site-link-broken", "site-anchor-missing"}
    assert all(finding.file == "index.html" and finding.line for finding in caught.value.findings)
    assert bytes_of(tmp_path / "site") == before


def test_anchors_twice_and_outside_requests_are_found() -> None:
    found = check_links({"a.html": '<p id="x"></p><p id="x"></p><img src="https://example.org/a.png">'}, frozenset())
    assert [finding.code for finding in found] == ["site-anchor-twice", "site-outside"]


def test_only_texts_with_a_source_and_not_kept_back_are_on_the_site(tmp_path: Path) -> None:
    from dataclasses import replace

    hidden = replace(SECOND, publish=False)
    nameless = replace(THIRD, source=False)
    made = Workspace(workspace(tmp_path / "kho", (FIRST, hidden, nameless)))
    build_site(made, tmp_path / "site", DAY)
    names = set(bytes_of(tmp_path / "site"))
    everything = b"".join((tmp_path / "site" / name).read_bytes() for name in sorted(names))
    assert places.edition(FIRST.id) in names
    for kept in (hidden, nameless):
        assert places.edition(kept.id) not in names
        assert not any(kept.id in name for name in names)
    assert SECOND.articles[0].encode() not in everything


def test_cells_never_reach_the_site(tmp_path_factory: pytest.TempPathFactory) -> None:
    site = shipped_site(tmp_path_factory.getbasetemp()).folder
    texts = "".join(path.read_text("utf-8") for path in sorted(site.rglob("*.html"))
                    if "huong-dan" not in path.parts and "mau" not in path.parts)
    for cell in sorted((ROOT / "cells").glob("*.yaml")):
        for line in cell.read_text("utf-8").splitlines():
            key, _, value = line.strip().partition(": ")
            if key in ("name", "secretary", "deputy", "association") and len(value) > 8:
                assert value not in texts, (cell.name, line)


def test_where_a_provision_went_is_followed_through_editions(tmp_path: Path) -> None:
    made = Workspace(workspace(tmp_path / "kho", (FIRST, SECOND, THIRD)))
    content = gather(made, DAY).content
    first = content.edition(FIRST.id)
    assert first is not None
    steps = [(one.edition.id, one.addresses) for one in first.onward["dieu-1"]]
    assert steps == [(SECOND.id, ("dieu-2",)), (THIRD.id, ("dieu-3",))]
    dropped = first.onward["dieu-2"]
    assert dropped[-1].addresses == () and "removed" in dropped[-1].kinds
    page = next(page for page in all_pages(content) if page.path == places.edition(FIRST.id))
    assert f'{THIRD.id}.html#dieu-3"' in page.body


def test_further_comparisons_come_from_mkdocs_yml(tmp_path: Path) -> None:
    folder = workspace(tmp_path / "kho", (FIRST, SECOND, THIRD))
    shipped = (ROOT / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(f'{shipped}\nextra:\n  comparisons:\n    - "{FIRST.id} {THIRD.id}"\n', "utf-8")
    build_site(Workspace(folder), tmp_path / "site", DAY)
    assert (tmp_path / "site" / places.comparison(FIRST.id, THIRD.id)).is_file()
    (folder / "mkdocs.yml").write_text(f'{shipped}\nextra:\n  comparisons:\n    - "{FIRST.id} 999"\n', "utf-8")
    with pytest.raises(Exception, match="999"):
        build_site(Workspace(folder), tmp_path / "site", DAY)


@pytest.mark.parametrize("path", sorted((ROOT / "regulations").rglob("*.md")), ids=lambda path: path.stem)
def test_every_address_is_an_anchor_and_none_has_vanished(path: Path, golden_anchors: dict[str, list[str]]) -> None:
    """Links are given out for years: an anchor may be added to the list, never taken away."""
    addresses = {address for address, _ in walk(read(path.read_text("utf-8")).regulation)}
    assert set(golden_anchors.get(path.stem, [])) <= addresses, "an anchor somebody may have cited is gone"
    assert path.stem in golden_anchors, "add its anchors to tests/site/anchors.txt (pytest --accept)"


@pytest.fixture
def golden_anchors(request: pytest.FixtureRequest) -> dict[str, list[str]]:
    listed = ROOT / "tests" / "site" / "anchors.txt"
    if request.config.getoption("--accept"):
        known = {line for line in listed.read_text("utf-8").splitlines() if line} if listed.is_file() else set()
        for path in (ROOT / "regulations").rglob("*.md"):
            known |= {f"{path.stem}#{address}" for address, _ in walk(read(path.read_text("utf-8")).regulation)}
        listed.write_text("".join(f"{line}\n" for line in sorted(known)), "utf-8")
    found: dict[str, list[str]] = {}
    for line in listed.read_text("utf-8").splitlines():
        edition, _, address = line.partition("#")
        found.setdefault(edition, []).append(address)
    return found


def test_each_article_is_followed_through_all_texts_of_its_work(tmp_path: Path) -> None:
    made = Workspace(workspace(tmp_path / "kho", (FIRST, SECOND, THIRD)))
    page = next(page for page in all_pages(gather(made, DAY).content) if page.path == places.work("thu-nghiem"))
    table = page.body[page.body.index('class="chain"'):]
    rows = [row.split("</td>") for row in table.split("<tr>")[2:]]
    assert [["dieu-1" in row[0], "dieu-2" in row[1], "dieu-3" in row[2]] for row in rows[:1]] == [[True, True, True]]
    assert len(rows) == 4, "three articles of the first text, and the one the second brought in"
    assert "–" in rows[3][0]
    assert f"{SECOND.id}.html#dieu-1" in rows[3][1]
    assert f"{THIRD.id}.html#dieu-1" in rows[3][2]


def test_wording_that_no_register_vouches_for_is_not_published(tmp_path: Path) -> None:
    folder = workspace(tmp_path / "kho", (FIRST,))
    path = folder / "regulations" / "thu-nghiem" / f"{FIRST.id}.md"
    path.write_text(path.read_text("utf-8").replace("mỗi tháng một lần", "mỗi quý một lần"), "utf-8")
    with pytest.raises(FaultsFound) as caught:
        build_site(Workspace(folder), tmp_path / "site", DAY)
    assert [finding.code for finding in caught.value.findings] == ["site-hash-differs"]
    assert not (tmp_path / "site").exists()


def test_settings_that_would_break_every_link_are_not_taken(tmp_path: Path) -> None:
    folder = workspace(tmp_path / "kho", (FIRST, SECOND, THIRD))
    (folder / "mkdocs.yml").write_text(
        f'site_name: T\nuse_directory_urls: true\nplugins: [search]\nextra:\n  comparisons: "{FIRST.id} {THIRD.id}"\n',
        "utf-8")
    build_site(Workspace(folder), tmp_path / "site", DAY)
    assert (tmp_path / "site" / places.comparison(FIRST.id, THIRD.id)).is_file()
    (folder / "mkdocs.yml").write_text("docs_dir: x\n", "utf-8")
    with pytest.raises(NotPossible, match="site_name"):
        build_site(Workspace(folder), tmp_path / "site", DAY)
