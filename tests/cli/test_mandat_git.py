"""`ehelse mandat diff` between two states: eight versions, a branch behind main, a shallow clone, a renamed file."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import ehelse, program, write

NUIT = "data/mandater/nuit/2025-01-01.md"
NUFA = "data/mandater/nufa/2025-01-01.md"
_TREE = {
    "data/datasett.yaml": "eksempel: ja\ndag: 2026-11-23\n",
    "data/forum/nuit.yaml": "navn: NUIT\nnivaa: utvalg\n",
    "data/forum/nufa.yaml": "navn: NUFA\nnivaa: fagutvalg\n",
}


def mandate(forum: str = "nuit", seats: int = 10, *, day: str = "2025-01-01", status: str = "vedtatt") -> str:
    return (
        f"---\nforum: {forum}\nstatus: {status}\ngjelder_fra: {day}\n"
        f"sammensetning: {{seter: {seats}, punkt: sammensetning}}\n---\n"
        f"## Sammensetning\n\nUtvalget {forum} har {seats} medlemmer.\n"
    )


def git(folder: Path, *arguments: str) -> str:
    run = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)
    return run.stdout.decode().strip()


def commit(folder: Path, files: dict[str, str], message: str = "x") -> str:
    write(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture(scope="module")
def written_eight_times(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where NUIT's mandate has been written eight times: 11 seats, then 12 … 18. Each has a tag, v1 … v8."""
    folder = tmp_path_factory.mktemp("repo")
    git(folder, "init", "--quiet", "--initial-branch=main")
    write(folder, {**_TREE, NUFA: mandate("nufa")})
    for number in range(1, 9):
        commit(folder, {NUIT: mandate(seats=10 + number)})
        git(folder, "tag", f"v{number}")
    return folder


@pytest.fixture
def eight(written_eight_times: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In a copy of it, on main."""
    folder = tmp_path / "repo"
    shutil.copytree(written_eight_times, folder)
    monkeypatch.chdir(folder)
    return folder


def compared(*arguments: str) -> dict[str, Any]:
    ran = ehelse("mandat", "diff", *arguments, "--format", "json")
    assert ran.code == 0, ran.err
    document: dict[str, Any] = json.loads(ran.out)
    return document


def seats(document: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (change["fra"]["norsk"], change["til"]["norsk"])
        for one in document["mandater"]
        for change in one["endringer"]
        if change["id"] == "antall-seter-endret"
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("v1..v8", [("11", "18")]),
        ("v3..v5", [("13", "15")]),
        ("v5..v3", [("15", "13")]),
        ("v7..", [("17", "18")]),
        ("v8..v8", []),
    ],
)
def test_two_of_the_eight(eight: Path, words: str, expected: list[tuple[str, str]]) -> None:
    document = compared(words)
    assert seats(document) == expected
    assert document["uendret"] is (not expected)


def test_both_states_are_named_with_their_commits(eight: Path) -> None:
    ran = ehelse("mandat", "diff", "v1..v8")
    old, new = git(eight, "rev-parse", "v1")[:10], git(eight, "rev-parse", "v8")[:10]
    assert ran.out.startswith(f"Mandatene i v1 ({old}) → v8 ({new})\nMandater: 1 endret.\n")


def test_nothing_between_them_is_said_when_both_were_read_whole(eight: Path) -> None:
    ran = ehelse("mandat", "diff", "HEAD..HEAD", "--feil-ved", "redaksjonell")
    assert ran.code == 0
    assert "Ingen endringer: mandatene er de samme." in ran.out


def test_without_words_the_working_tree_is_held_against_where_the_branch_began(eight: Path) -> None:
    git(eight, "checkout", "--quiet", "-b", "gren", "v4")
    commit(eight, {NUIT: mandate(seats=24)})
    write(eight, {NUIT: mandate(seats=25)})
    document = compared()
    assert seats(document) == [("14", "25")]
    assert document["fra_tre"] == f"{git(eight, 'rev-parse', 'v4')[:10]}, der grenen skilte lag med main"
    assert document["til_tre"] == "arbeidstreet"
    assert seats(compared("--revisjon", "gren")) == [("14", "24")]


def test_a_branch_behind_main_is_not_blamed_for_what_main_did(eight: Path) -> None:
    git(eight, "checkout", "--quiet", "-b", "gren", "v4")
    commit(eight, {NUFA: mandate("nufa", 12)})
    assert [one["til"]["id"] for one in compared("main...gren")["mandater"]] == ["nufa@2025-01-01"]
    assert len(compared("main..gren")["mandater"]) == 2
    assert "der gren (" in str(compared("main...gren")["fra_tre"])


def test_each_council_that_changed_is_reported_and_one_may_be_chosen(eight: Path) -> None:
    commit(eight, {NUIT: mandate(seats=30), NUFA: mandate("nufa", 31)})
    assert seats(compared("v8..HEAD")) == [("10", "31"), ("18", "30")]
    assert seats(compared("v8..HEAD", "nuit")) == [("18", "30")]
    assert seats(compared("nufa", "v8..HEAD")) == [("10", "31")]
    ran = ehelse("mandat", "diff", "v8..HEAD", "nufo")
    assert (ran.code, ran.out) == (2, "")
    assert "har ikke noe mandat i noen av revisjonene" in ran.err


def test_one_side_may_be_in_a_revision(eight: Path) -> None:
    document = compared("v2:nuit", "nuit@2025-01-01")
    assert [(en["fra"]["norsk"], en["til"]["norsk"]) for en in document["endringer"]] == [("12", "18")]
    assert compared(f"v2:{NUIT}", "v3:nuit")["endringer"][0]["til"]["norsk"] == "13"
    assert document["fra"]["lest_fra"] == f"v2 ({git(eight, 'rev-parse', 'v2')[:10]})"
    assert document["til"]["lest_fra"] is None
    assert ", lest fra v2 (" in ehelse("mandat", "diff", "v2:nuit", "nuit").out


@pytest.mark.parametrize(
    ("new_name", "text"),
    [
        ("data/mandater/nuit/2027-01-01.md", mandate(day="2027-01-01", seats=19)),
        ("data/mandater/nuit/2025-01-01-utkast.md", mandate(status="utkast", seats=19)),
    ],
)
def test_a_file_with_another_name_is_known_again(eight: Path, new_name: str, text: str) -> None:
    (eight / NUIT).unlink()
    commit(eight, {new_name: text})
    document = compared("v8..HEAD")
    assert (seats(document), document["nye"], document["borte"]) == ([("18", "19")], [], [])


def test_a_council_with_another_id_is_known_by_its_words(eight: Path) -> None:
    text = (eight / NUIT).read_text(encoding="utf-8")
    (eight / NUIT).unlink()
    (eight / "data/forum/nuit.yaml").unlink()
    moved = {"data/forum/nyit.yaml": "navn: NUIT\nnivaa: utvalg\n"}
    commit(eight, {**moved, "data/mandater/nyit/2025-01-01.md": text.replace("forum: nuit", "forum: nyit")})
    [one] = compared("v8..HEAD")["mandater"]
    assert (one["fra"]["id"], one["til"]["id"]) == ("nuit@2025-01-01", "nyit@2025-01-01")


def test_a_new_revision_is_held_against_the_one_before_and_what_is_gone_is_told(eight: Path) -> None:
    (eight / NUFA).unlink()
    commit(eight, {"data/mandater/nuit/2027-01-01.md": mandate(day="2027-01-01", seats=20)})
    document = compared("v8..HEAD")
    assert seats(document) == [("18", "20")]
    assert [side["id"] for side in document["borte"]] == ["nufa@2025-01-01"]
    assert ehelse("mandat", "diff", "v8..HEAD", "nufa", "--feil-ved", "bryter").code == 1


def test_a_council_s_first_mandate_stands_alone(eight: Path) -> None:
    commit(eight, {"data/forum/ny.yaml": "navn: Ny\nnivaa: utvalg\n", "data/mandater/ny/2025-01-01.md": mandate("ny")})
    ran = ehelse("mandat", "diff", "v8..HEAD")
    assert ran.code == 0
    assert "+ ny@2025-01-01 – Ny, i kraft fra 1. januar 2025 (nytt;" in ran.out


def test_comments_and_layout_are_no_change(eight: Path) -> None:
    text = (eight / NUIT).read_text(encoding="utf-8")
    commit(eight, {NUIT: text.replace("seter: 18", "seter:   18").replace("---\n##", "# en kommentar\n---\n\n##")})
    document = compared("v8..HEAD")
    assert (document["uendret"], document["mandater"]) == (True, [])


def test_a_shallow_clone_gets_the_very_command(eight: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    clone = tmp_path_factory.mktemp("grunn") / "klone"
    git(eight, "clone", "--quiet", "--depth", "1", f"file://{eight}", str(clone))
    ran = program("mandat", "diff", "v3..HEAD", cwd=clone)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert "git fetch origin v3" in ran.stderr.decode()
    ran = program("mandat", "diff", "HEAD~3..HEAD", cwd=clone)
    assert ran.returncode == 2
    assert "git fetch --deepen=1000" in ran.stderr.decode()


@pytest.mark.parametrize("broken", ["status: vedtatt", "forum: nuit"])
def test_a_side_that_cannot_be_read_is_two_whichever_it_is(eight: Path, broken: str) -> None:
    bad = (eight / NUIT).read_text(encoding="utf-8").replace(broken, f"{broken}x")
    commit(eight, {NUIT: bad})
    for words in (["v8..HEAD"], ["HEAD..v8"], []):
        ran = ehelse("mandat", "diff", *words)
        assert (ran.code, ran.out) == (2, ""), words
        assert "ingenting er sammenlignet" in ran.err
        assert NUIT in ran.err
    assert ehelse("mandat", "diff", "v8..HEAD", "nufa").code == 0


def test_a_file_that_is_no_mandate_by_its_name_is_not_passed_over(eight: Path) -> None:
    commit(eight, {"data/mandater/nuit/nytt-utkast.md": mandate(seats=99)})
    assert ehelse("mandat", "diff", "v8..HEAD").code == 2


def test_where_there_is_no_mandate_nothing_was_compared(eight: Path) -> None:
    for name in (NUIT, NUFA):
        (eight / name).unlink()
    commit(eight, {})
    ran = ehelse("mandat", "diff", "HEAD..HEAD")
    assert (ran.code, ran.out) == (3, "")
    assert "ingenting er sammenlignet" in ran.err


@pytest.mark.parametrize("words", ["finnes-ikke..HEAD", "HEAD..finnes-ikke", "finnes-ikke:nuit"])
def test_a_revision_that_is_not_there_is_two(eight: Path, words: str) -> None:
    ran = ehelse("mandat", "diff", words)
    assert (ran.code, ran.out) == (2, "")
    assert "fant ingen revisjon" in ran.err


def test_where_the_branch_began_is_not_known(eight: Path) -> None:
    git(eight, "checkout", "--quiet", "--orphan", "alene")
    commit(eight, {NUIT: mandate(seats=12)})
    ran = ehelse("mandat", "diff")
    assert ran.code == 2
    assert "ehelse mandat diff REVISJON..HEAD" in ran.err
    assert "--mot" not in ran.err


def test_standard_input_is_a_side(eight: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(mandate(seats=40).encode())))
    document = compared("nuit", "-")
    assert document["endringer"][0]["til"]["norsk"] == "40"
    ran = ehelse("mandat", "diff", "-", "-")
    assert (ran.code, ran.out) == (2, "")
    assert "bare den ene siden kan leses fra stdin" in ran.err


def test_what_is_piped_must_be_a_mandate(eight: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"hei")))
    ran = ehelse("mandat", "diff", "nuit", "-")
    assert (ran.code, ran.out) == (2, "")
    assert "mandatet «-» kan ikke leses" in ran.err


@pytest.mark.parametrize("form", ["tekst", "markdown", "json", "html"])
def test_every_form_tells_of_every_mandate(eight: Path, form: str) -> None:
    commit(eight, {NUIT: mandate(seats=30), NUFA: mandate("nufa", 31)})
    ran = ehelse("mandat", "diff", "v8..HEAD", "--format", form)
    assert ran.code == 0
    assert all(word in ran.out for word in ("NUIT", "NUFA", "antall-seter-endret"))
