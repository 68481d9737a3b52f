from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from ehelse_cli.core.historie import Historie, Mangel
from ehelse_cli.load.dataset import load
from ehelse_cli.load.versions import Version
from tests.trees import MemoryTree, Remembered

SAK = "saker/raad/2026-03.md"
NAA = "---\ntittel: Ferge\n---\n"
FOER = "---\ntittel: Båt\n---\n"


class Tree(MemoryTree):
    """The case as it is now, with what is remembered of it."""

    def __init__(self, remembered: Remembered | None) -> None:
        super().__init__({SAK: NAA, "saker/raad/2026-03/tall.csv": "1"})
        self._remembered = remembered

    def versions(self) -> Remembered | None:
        return self._remembered


def historie(*texts: tuple[str, date, str], lacking: Mangel | None = None) -> Historie:
    found = load(Tree(Remembered(texts, lacking))).dataset.historie
    assert found is not None
    return found


def test_versions_are_read_as_the_files_are() -> None:
    found = historie((SAK, date(2026, 1, 5), FOER), (SAK, date(2026, 2, 5), NAA)).landet([f"data/{SAK}"])
    assert list(found) == [f"data/{SAK}"]
    first, second = found[f"data/{SAK}"]
    assert (first.dag, first.tekst, first.nr) == (date(2026, 1, 5), FOER, 1)
    assert getattr(first.objekt, "tittel", None) == "Båt"
    assert getattr(second.objekt, "tittel", None) == "Ferge"
    assert first.sti == f"data/{SAK}"


def test_a_version_that_cannot_be_read_has_its_text_and_no_more() -> None:
    ((only,),) = historie((SAK, date(2026, 1, 5), "---\ntittel: [\n---\n")).noensinne(["data/saker"]).values()
    assert (only.objekt, only.tekst) == (None, "---\ntittel: [\n---\n")


def test_an_attachment_is_never_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Remembered, versions: Sequence[Version]) -> Iterator[bytes | None]:
        assert not versions
        return iter(())

    monkeypatch.setattr(Remembered, "read", refuse)
    path = "saker/raad/2026-03/tall.csv"
    ((only,),) = historie((path, date(2026, 1, 5), "hemmelig")).noensinne([f"data/{path}"]).values()
    assert (only.sti, only.objekt, only.tekst) == (f"data/{path}", None, "")


def test_what_is_as_today_is_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Git names a text by what it says: most files never changed."""
    as_today = Version(SAK, "c" * 40, date(2026, 1, 5), 1, "72a2c6eb9e2c1a2cbdcbdb3a0e1aa4f4a1bf0f5b")
    remembered = Remembered(())
    monkeypatch.setattr(remembered, "landed", lambda paths: (as_today,))
    monkeypatch.setattr(remembered, "read", lambda versions: iter([]) if not versions else pytest.fail("read"))
    data = load(Tree(remembered)).dataset
    assert data.historie is not None
    monkeypatch.setattr("ehelse_cli.load.historie._digest", lambda text, length: as_today.digest)
    ((only,),) = data.historie.landet([f"data/{SAK}"]).values()
    assert (only.objekt, only.tekst) == (data.saker["raad-2026-3"], NAA)


def test_what_is_lacking_is_passed_on() -> None:
    mangel = Mangel("klonen har bare en del av historikken", "Kjør noe")
    assert historie(lacking=mangel).mangel == mangel
    assert historie().mangel is None


def test_a_tree_without_a_repository_has_no_history() -> None:
    assert load(Tree(None)).dataset.historie is None
