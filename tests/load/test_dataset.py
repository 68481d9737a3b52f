from __future__ import annotations

from pathlib import Path

from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree


def test_an_attachment_that_is_a_link_is_told_and_not_missed_as_well(tmp_path: Path) -> None:
    folder = tmp_path / "data/saker/raad/2026-03"
    folder.mkdir(parents=True)
    (tmp_path / "data/forum").mkdir()
    (tmp_path / "hemmelig.txt").write_text("nei", encoding="utf-8")
    (folder / "tall.csv").symlink_to(tmp_path / "hemmelig.txt")
    (folder / "kart.csv").write_text("ja", encoding="utf-8")
    loaded = load(DiskTree(tmp_path))
    (finding,) = loaded.findings
    assert (finding.rule.code, finding.location.path) == ("LES114", "data/saker/raad/2026-03/tall.csv")
    assert len(loaded.dataset.attachments) == 2
