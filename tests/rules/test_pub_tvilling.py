"""PUB: twins, known by their paths alone."""

from __future__ import annotations

import pytest

from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import MAX_BYTES
from tests.rules.raad import MOETE, codes, findings, hode, raad
from tests.trees import MemoryTree

SAK = "saker/raad/2026-03.md"
HELE = "{hjemmel: offl. § 23 tredje ledd, omfang: hele}"
DELER = "{hjemmel: offl. § 23 tredje ledd, omfang: deler}"
HEMMELIG = "Leverandør B faller fra"


def tvilling(*paths: str, sak: str = "tittel: Ferge", **andre: str) -> dict[str, str]:
    """The council, one case, and twins that hold what must not come out."""
    files = raad(andre={SAK: hode(sak), **{path: hode(text) for path, text in andre.items()}})
    return files | dict.fromkeys((f"skjermet/{path}" for path in paths), HEMMELIG)


@pytest.mark.parametrize(
    ("sak", "expected"),
    [
        ("tittel: Ferge", ["PUB910"]),
        (f"tittel: Ferge\nskjerming: {DELER}", []),
        (f"skjerming: {HELE}", []),
        (f"tittel: Ferge\nvedlegg: [{{tittel: Tilbud, skjerming: {HELE}}}]", []),
        ("tittel: [", ["LES101"]),
    ],
)
def test_a_case_with_a_twin_says_that_something_is_exempt(sak: str, expected: list[str]) -> None:
    assert codes(tvilling(SAK, sak=sak)) == expected


def test_the_finding_stands_in_the_open_file_and_tells_nothing_of_what_is_closed() -> None:
    (one,) = findings(tvilling(SAK))
    assert str(one.location) == f"data/{SAK}:2:1"
    assert one.label == f"tvillingen er data/skjermet/{SAK}"
    assert HEMMELIG not in repr(one)


@pytest.mark.parametrize(
    ("punkt", "expected"),
    [
        ("{sak: 3/2026}", ["PUB910"]),
        ("{tittel: Åpning}", ["PUB910"]),
        (f"{{tittel: Åpning, skjerming: {DELER}}}", []),
        (f"{{tittel: Åpning, vedlegg: [{{tittel: Tilbud, skjerming: {HELE}}}]}}", []),
        ("{sak: 4/2026}", []),  # exempt as a whole
        ("{sak: 5/2026}", []),  # exempt in part
        ("{sak: 6/2026}", []),  # cannot be read
    ],
)
def test_a_meeting_with_a_twin_has_something_exempt_on_its_agenda(punkt: str, expected: list[str]) -> None:
    files = raad(
        moete=f"tid: 2026-12-10\nsaksliste:\n  - {{pause: Kaffe, minutter: 5}}\n  - {punkt}",
        andre={
            SAK: hode("tittel: Ferge"),
            "saker/raad/2026-04.md": hode(f"skjerming: {HELE}"),
            "saker/raad/2026-05.md": hode(f"tittel: Kai\nskjerming: {DELER}"),
            "saker/raad/2026-06.md": hode("tittel: ["),
            f"skjermet/{MOETE}": HEMMELIG,
        },
    )
    assert [code for code in codes(files) if code.startswith("PUB")] == expected


def test_of_a_council_that_cannot_be_read_no_case_is_known_so_nothing_is_said_of_its_meeting() -> None:
    files = raad(moete="tid: 2026-12-10\nsaksliste:\n  - {sak: 4/2026}", andre={f"skjermet/{MOETE}": HEMMELIG})
    files["saker/raad/2026-04.md"] = hode(f"skjerming: {HELE}")
    files["forum/raad.yaml"] += "finnes_ikke: ja\n"
    assert codes(files) == ["LES102"]


@pytest.mark.parametrize(
    ("sak", "expected"),
    [
        ("tittel: Ferge", ["PUB910"]),
        ("tittel: Ferge\nvedlegg: [{tittel: Tall, kilde: her}]", ["PUB910"]),
        (f"tittel: Ferge\nvedlegg: [{{tittel: Tilbud, fil: a.csv, skjerming: {HELE}}}]", []),
        (f"tittel: Ferge\nvedlegg: [{{tittel: Tilbud, fil: b.csv, skjerming: {HELE}}}]", ["PUB910"]),
        (f"tittel: Ferge\nskjerming: {DELER}", []),
        (f"tittel: Ferge\nskjerming: {DELER}\nvedlegg: [{{tittel: Tilbud, fil: a.csv}}]", ["REF203", "PUB910"]),
        (f"skjerming: {HELE}", []),
    ],
)
def test_an_attachment_below_skjermet_is_exempt_by_its_own_word_or_its_cases(sak: str, expected: list[str]) -> None:
    assert sorted(codes(tvilling("saker/raad/2026-03/a.csv", sak=sak))) == sorted(expected)


def test_attachments_are_counted_and_never_named() -> None:
    (one,) = findings(tvilling("saker/raad/2026-03/tilbud-fra-b.csv", "saker/raad/2026-03/hemmelig.csv"))
    assert one.message == "under skjermet/ ligger 2 vedlegg til saken, som det ikke står er unntatt"
    assert one.label == "de ligger i data/skjermet/saker/raad/2026-03"
    assert "tilbud" not in repr(one)
    (one,) = findings(tvilling("saker/raad/2026-03/tilbud-fra-b.csv"))
    assert one.message == "under skjermet/ ligger ett vedlegg til saken, som det ikke står er unntatt"


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("saker/raad/2026-07.md", "data/skjermet/saker/raad/2026-07.md"),
        ("saker/raad/2026-3.md", "data/skjermet/saker/raad/2026-3.md"),
        ("moeter/raad/2026-m7.md", "data/skjermet/moeter/raad/2026-m7.md"),
        ("forum/raad.yaml", "data/skjermet/forum/raad.yaml"),
        ("mandater/raad/2024-01-01.md", "data/skjermet/mandater/raad/2024-01-01.md"),
        ("sak/raad/2026-03.md", "data/skjermet/sak/raad/2026-03.md"),
        ("saker/raad/2026-07/tilbud-fra-b.csv", "data/skjermet/saker/raad/2026-07"),
    ],
)
def test_a_twin_of_nothing_is_found(path: str, where: str) -> None:
    (one,) = findings(tvilling(path))
    assert (one.rule.code, one.location.path, one.location.line) == ("PUB911", where, 1)
    assert "tilbud" not in repr(one)


@pytest.mark.parametrize(
    "path",
    [
        "saker/raad/koe/noe-hemmelig.md",
        "saker/raad/koe/noe-hemmelig/tall.csv",
        "README.md",
        "datasett.yaml",
        ".github/workflows/sjekk.yml",
    ],
)
def test_the_queue_and_what_belongs_to_the_repository_have_no_sibling(path: str) -> None:
    assert codes(tvilling(path)) == []


def test_an_attachment_to_a_case_that_is_only_on_the_agenda_is_at_home() -> None:
    files = raad(
        moete=f"""
        tid: 2026-12-10
        saksliste:
          - {{sak: 1/2026, tittel: Pris, vedlegg: [{{tittel: Tilbud, fil: a.csv, skjerming: {HELE}}}]}}
        """,
        andre={"skjermet/saker/raad/2026-01/a.csv": HEMMELIG},
    )
    assert "PUB911" not in codes(files)


def test_no_twin_is_opened() -> None:
    class Watching(MemoryTree):
        def read(self, path: str, *, limit: int = MAX_BYTES) -> bytes:
            assert "skjermet" not in path
            return super().read(path, limit=limit)

    loaded = load(Watching(tvilling(SAK, "saker/raad/2026-09.md")))
    assert loaded.dataset.tvillinger == {f"data/{SAK}", "data/saker/raad/2026-09.md"}
    assert HEMMELIG not in repr(loaded.dataset)
