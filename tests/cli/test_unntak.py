from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import GOOD, ehelse, write

#: A case that is referred to and is not there, excepted; and two comments that do nothing.
WITH = {
    **GOOD,
    "data/forum/raad.yaml": "navn: Rådet\nsaksnummer: N/AAAA\n",
    "data/saker/raad/2026-01.md": """---
tittel: En
fra_sak: [raad-2019-1]  # ehelse: unntak REF201 -- saken finnes bare på papir (til 2027-01-01)
sakseiere: [ks]  # ehelse: unntak REF201 -- glemt
---
""",
    "data/datasett.yaml": "dag: 2026-11-23\neksempel: ja  # ehelse: unntak REF201 glemt\n",
}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write(tmp_path, WITH))
    return tmp_path


def committed(folder: Path, day: str) -> None:
    env = {**os.environ, "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run(["git", *arguments], cwd=folder, check=True, env=env)


def listed(*arguments: str) -> list[tuple[object, ...]]:
    ran = ehelse("unntak", "--format", "json", *arguments)
    assert (ran.code, ran.err) == (0, "")
    return [(one["linje"], one["status"], one["siden"]) for one in json.loads(ran.out)["unntak"]]


def test_the_excepted_finding_is_not_shown(tree: Path) -> None:
    codes = [line.split()[2] for line in ehelse("valider", "--format", "kort").out.splitlines()]
    assert codes.count("UNN003") == codes.count("UNN005") == 1
    assert "REF201" not in codes


def test_outside_of_git_the_age_is_not_known(tree: Path) -> None:
    assert listed() == [(3, "i_bruk", None), (4, "ubrukt", None)]


def test_the_age_is_that_of_the_comment(tree: Path) -> None:
    committed(tree, "2026-10-01")
    file = tree / "data/saker/raad/2026-01.md"
    file.write_text(file.read_text("utf-8").replace("glemt", "ny grunn"), encoding="utf-8")
    assert listed() == [(3, "i_bruk", "2026-10-01"), (4, "ubrukt", None)]
    committed(tree, "2026-11-01")
    assert listed() == [(3, "i_bruk", "2026-10-01"), (4, "ubrukt", "2026-11-01")]
    assert listed("--revisjon", "HEAD~1") == [(3, "i_bruk", "2026-10-01"), (4, "ubrukt", "2026-10-01")]
    assert listed("--per", "2027-01-02")[0] == (3, "utloept", "2026-10-01")


def test_a_repository_without_commits_or_without_the_data_knows_no_age(tree: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tree, check=True)
    assert listed()[0] == (3, "i_bruk", None)
    subprocess.run(["git", "commit", "-q", "--allow-empty", "-m", "x"], cwd=tree, check=True)
    assert listed()[0] == (3, "i_bruk", None)


def test_a_person_reads_a_table(tree: Path) -> None:
    ran = ehelse("unntak")
    text = " ".join(ran.out.split())
    assert ran.code == 0
    assert "2 unntak, vurdert per 23. november 2026" in text
    assert "data/datasett.yaml:2" in text


def test_where_there_is_none_that_is_said(good: Path) -> None:
    ran = ehelse("unntak")
    assert (ran.code, ran.err) == (0, "")
    assert "ingen unntak" in ran.out


def test_another_form_is_refused(good: Path) -> None:
    assert ehelse("unntak", "--format", "sarif").code == 2
