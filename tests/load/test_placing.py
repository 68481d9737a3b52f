from __future__ import annotations

from pathlib import Path

import pytest

from ehelse_cli.load import les
from ehelse_cli.load.dataset import load
from ehelse_cli.load.placing import Placing, place_all
from ehelse_cli.load.tree import DiskTree, Entry


def _place(*paths: str) -> Placing:
    return place_all(tuple(Entry(path, 0, "file") for path in sorted(paths)))


def _told(*paths: str) -> list[tuple[str, str, str]]:
    return [(one.location.path, one.message, one.help) for one in _place(*paths).findings]


def test_what_has_a_place_is_found_by_its_id() -> None:
    placing = _place("forum/raad.yaml", "saker/raad/2026-03.md", "saker/raad/2026-03/tall.pdf")
    assert list(placing.files) == ["raad", "raad-2026-3", "saker/raad/2026-03/tall.pdf"]
    assert (placing.findings, placing.meant) == ((), frozenset())


@pytest.mark.parametrize(
    ("path", "right", "id_"),
    [
        ("saker/råd/2026-03.md", "saker/raad/2026-03.md", "raad-2026-3"),
        ("saker/Raad/2026-03.md", "saker/raad/2026-03.md", "raad-2026-3"),
        ("saker/raad/2026-03.yaml", "saker/raad/2026-03.md", "raad-2026-3"),
        ("saker/raad/2026_03.MD", "saker/raad/2026-03.md", "raad-2026-3"),
        ("saker/raad/koe/Ny plan.md", "saker/raad/koe/ny-plan.md", "raad-koe-ny-plan"),
        ("forum/raad.yml", "forum/raad.yaml", "raad"),
        ("forum/Råd.yaml", "forum/raad.yaml", "raad"),
        ("aarshjul/2026.md", "aarshjul/2026.yaml", "aarshjul-2026"),
        ("årshjul/2026.yaml", "aarshjul/2026.yaml", "aarshjul-2026"),
    ],
)
def test_a_misspelt_path_is_told_the_right_one_and_its_id_is_not_unknown(path: str, right: str, id_: str) -> None:
    assert _told(path) == [(f"data/{path}", "filen hører ikke hjemme her", f"Mente du data/{right}?")]
    assert _place(path).meant == {id_}


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "forum/README.md",
        "moeter/raad/2026-13-40.md",
        "saker/raad/3.docx",
        "saker/raad/koe/plan.docx",
        "a",
    ],
)
def test_a_path_that_resembles_none_is_shown_what_paths_look_like(path: str) -> None:
    ((_, _, help_),) = _told(path)
    assert help_.startswith("Slik ser stiene ut: ")
    assert _place(path).meant == frozenset()


def test_of_two_files_with_one_id_the_first_counts() -> None:
    placing = _place("saker/raad/2026-03.md", "saker/raad/2026-3.md")
    assert placing.files["raad-2026-3"][1].path == "saker/raad/2026-03.md"
    ((path, message, _),) = _told("saker/raad/2026-03.md", "saker/raad/2026-3.md")
    assert path == "data/saker/raad/2026-3.md"
    assert message == "data/saker/raad/2026-03.md har samme id (raad-2026-3)"


@pytest.mark.parametrize("path", ["saker/raad/hva?.md", "hva?/a/b.md", "con.md"])
def test_a_name_that_cannot_travel_is_one_mistake(path: str) -> None:
    ((_, message, _),) = _told(path)
    assert message != "filen hører ikke hjemme her"


def test_an_id_that_a_file_has_is_not_lost_to_one_that_was_meant_to_have_it() -> None:
    assert _place("forum/raad.yaml", "forum/raad.yml").meant == frozenset()


def test_an_attachment_that_is_a_link_is_told_and_not_missed_as_well(tmp_path: Path) -> None:
    folder = tmp_path / "data/saker/raad/2026-03"
    folder.mkdir(parents=True)
    (tmp_path / "hemmelig.txt").write_text("nei", encoding="utf-8")
    (folder / "tall.csv").symlink_to(tmp_path / "hemmelig.txt")
    (folder / "kart.csv").write_text("ja", encoding="utf-8")
    loaded = load(DiskTree(tmp_path))
    (finding,) = loaded.findings
    assert (finding.rule.code, finding.location.path) == ("LES114", "data/saker/raad/2026-03/tall.csv")
    assert len(loaded.dataset.attachments) == 2


def test_a_folder_that_cannot_be_read_is_no_stray_file() -> None:
    (finding,) = place_all((Entry("saker/nehr", 0, "unreadable"),)).findings
    assert (finding.rule, finding.location.path) == (les.ULESELIG_FIL, "data/saker/nehr")
