from __future__ import annotations

import subprocess
import sysconfig
from pathlib import Path

import pytest

from benchmarks.generate import tree, write
from benchmarks.run import as_yaml


@pytest.mark.parametrize("cases", [2, 9, 100, 777])
def test_there_are_as_many_cases_as_asked_for(cases: int) -> None:
    paths = [path for path, _ in tree(cases)]
    assert len(paths) == len(set(paths))
    assert sum(path.startswith("saker/") for path in paths) == cases


def test_the_same_bytes_every_time() -> None:
    assert list(tree(300)) == list(tree(300))


def test_a_bigger_tree_has_more_councils_not_longer_meetings() -> None:
    paths = [path for path, _ in tree(1000)]
    assert sum(path.startswith("forum/") for path in paths) == 4
    assert sum(path.startswith("moeter/") for path in paths) == 4 * 32


def test_the_tree_is_one_without_findings(tmp_path: Path) -> None:
    write(300, tmp_path)
    command = [str(Path(sysconfig.get_path("scripts"), "ehelse")), "valider", "--rot", str(tmp_path)]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (0, "")


def test_the_peers_get_every_document_and_of_a_paper_its_head(tmp_path: Path) -> None:
    documents = write(20, tmp_path)
    paths = as_yaml(tmp_path)
    assert len(paths) == documents
    head = (tmp_path / "yaml" / "saker" / "raad-01" / "2026-01.yaml").read_text(encoding="utf-8")
    assert head.startswith("tittel: ")
    assert "## " not in head
