"""What is exempt is laid over the open files exactly, or not at all; and only for whoever asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

import pytest

from ehelse_cli.load.beside import Beside, NotFromRevisionError
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree, FileUnreadableError
from ehelse_cli.load.tvillinger import UnreadableTwinError, laid_over

OPEN = {
    "datasett.yaml": "eksempel: ja\ndag: 2026-11-23\n",
    "forum/fag.yaml": "navn: Fagrådet\nsaksnummer: N/AAAA\nmoetenummer: N/AAAA\n",
    "saker/fag/2026-01.md": "---\nskjerming: {hjemmel: offl. § 13, omfang: hele}\n---\n",
    "saker/fag/2026-02.md": """
        ---
        tittel: Avtalen
        skjerming: {hjemmel: offl. § 13, omfang: deler}
        konsekvens_kommuner: {pris: 4 mill.}
        ---
        Først.

        ## Ramme

        Unntatt.

        ## Slutt

        Slutt.
        """,
    "moeter/fag/2026-m1.md": """
        ---
        tid: 2026-12-02
        fremmoete: {inviterte: [Stein Ness]}
        saksliste:
          - sak: 1/2026
          - {sak: 2/2026, skjerming: {hjemmel: offl. § 13, omfang: deler}}
          - bolk: Andre
        ---
        """,
}
TWINS = {
    "saker/fag/2026-01.md": "---\ntittel: Kontrakten\n---\nHele teksten.\n",
    "saker/fag/2026-02.md": "---\nkonsekvens_kommuner: {risiko: stor}\n---\n## Ramme\n\n12 mill.\n\n## Mer\n\nMer.\n",
    "saker/fag/2026-02/tall.csv": "1;2\n",
    "saker/fag/koe/ny.md": "---\ntittel: I køen\n---\n",
    "moeter/fag/2026-m1.md": """
        ---
        fremmoete: {inviterte: [Oda Fin], bisittere: [Tora Sem]}
        saksliste: [{sak: 2/2026, oppsummering: Nei.}]
        ---
        """,
}


def _tree(folder: Path, twins: Mapping[str, str]) -> Path:
    both = [("data", OPEN), ("data/skjermet", twins)]
    for path, text in ((folder / below / name, text) for below, files in both for name, text in files.items()):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).removeprefix("\n"), encoding="utf-8", newline="\n")
    return folder


def test_what_is_exempt_is_told_whole(tmp_path: Path) -> None:
    root = _tree(tmp_path, TWINS)
    data = load(DiskTree(root)).dataset
    whole = laid_over(data, root)
    first, second, meeting = whole.saker["fag-2026-1"], whole.saker["fag-2026-2"], whole.moeter["fag-2026-m1"]
    assert (first.tittel, first.tekst.strip(), first.er_unntatt) == ("Kontrakten", "Hele teksten.", False)
    assert first.skjerming is not None
    told = second.model_dump(exclude_unset=True)["konsekvens_kommuner"]
    assert told == {"pris": "4 mill.", "risiko": "stor"}
    assert " ".join(second.tekst.split()) == "Først. ## Ramme 12 mill. ## Slutt Slutt. ## Mer Mer."
    assert [punkt.oppsummering for punkt in meeting.saksliste] == [None, "Nei.", None]
    assert [en.navn for en in getattr(meeting.fremmoete, "inviterte", ())] == ["Stein Ness", "Oda Fin"]
    assert [en.navn for en in getattr(meeting.fremmoete, "bisittere", ())] == ["Tora Sem"]
    assert whole.saker["fag-koe-ny"].tittel == "I køen"
    assert data.saker["fag-2026-1"].tittel is None


def test_without_such_a_folder_nothing_is_laid_over(tmp_path: Path) -> None:
    root = _tree(tmp_path, {})
    data = load(DiskTree(root)).dataset
    assert laid_over(data, root) is data


@pytest.mark.parametrize(
    "twin", ["ikke yaml: [", "---\nfinnes_ikke: hemmelig\n---\n", "---\ndatert: hemmelig\n---\n", "uten hode"]
)
def test_a_twin_that_does_not_fit_is_refused_and_not_quoted(tmp_path: Path, twin: str) -> None:
    root = _tree(tmp_path, {"saker/fag/2026-01.md": twin})
    with pytest.raises(UnreadableTwinError, match=r"skjermet/saker/fag/2026-01\.md") as raised:
        laid_over(load(DiskTree(root)).dataset, root)
    assert "hemmelig" not in f"{raised.value.message} {raised.value.help}"


def test_an_exempt_attachment_is_read_only_when_it_is_asked_for(tmp_path: Path) -> None:
    root = _tree(tmp_path, TWINS)
    assert Beside(root, None).attachment("data/saker/fag/2026-02/tall.csv") is None
    assert Beside(root, None, intern=True).attachment("data/saker/fag/2026-02/tall.csv") == b"1;2\n"
    assert Beside(root, None, intern=True).attachment("data/saker/fag/2026-02/annet.csv") is None


def test_of_a_revision_nothing_exempt_is_told(tmp_path: Path) -> None:
    data = load(DiskTree(_tree(tmp_path, TWINS))).dataset
    with pytest.raises(NotFromRevisionError, match="--revisjon"):
        Beside(tmp_path, "HEAD", intern=True).with_twins(data)


def test_the_trees_own_templates_are_found_and_must_be_text(tmp_path: Path) -> None:
    root = _tree(tmp_path, {})
    folder = root / "data/maler/fag"
    folder.mkdir(parents=True)
    (folder / "saksliste.html.j2").write_text("æ", encoding="utf-8")
    assert Beside(root, None).templates() == {"maler/fag/saksliste.html.j2": "æ"}
    assert load(DiskTree(root)).findings == ()
    (folder / "referat.html.j2").write_bytes(b"\xff")
    with pytest.raises(FileUnreadableError, match="UTF-8"):
        Beside(root, None).templates()
