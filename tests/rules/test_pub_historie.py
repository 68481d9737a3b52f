"""PUB912: what was open before it was exempt. Nothing of it is ever said again."""

from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.core.finding import Finding, Severity
from ehelse_cli.core.historie import Mangel
from ehelse_cli.load.dataset import load
from ehelse_cli.rules.catalogue import RULES
from ehelse_cli.rules.engine import judge
from tests.rules.raad import DAG, MOETE, hode, raad
from tests.trees import MemoryTree, Remembered

SAK = "saker/raad/2026-03.md"
FIL = "saker/raad/2026-03/tilbud-fra-b.csv"
HELE = "{hjemmel: offl. § 23 tredje ledd, omfang: hele}"
DELER = "{hjemmel: offl. § 23 tredje ledd, omfang: deler}"
HEMMELIG = "Leverandør B faller fra."
UNNTATT = hode(f"skjerming: {HELE}")
AAPEN = hode("tittel: Ferge") + HEMMELIG + "\n"


class Tree(MemoryTree):
    def __init__(self, files: dict[str, str], remembered: Remembered) -> None:
        super().__init__(files)
        self._remembered = remembered

    def versions(self) -> Remembered:
        return self._remembered


def found(
    naa: dict[str, str], *foer: tuple[str, str], mangel: Mangel | None = None, moete: str | None = None
) -> tuple[Finding, ...]:
    """What is found of the files as they are now, when each of `foer` was a commit, oldest first."""
    remembered = Remembered(
        [(path, date(2026, 3, day), text) for day, (path, text) in enumerate(foer, start=1)], mangel
    )
    loaded = load(Tree(raad(andre=naa, moete=moete), remembered))
    outcome = judge(loaded.findings, loaded.dataset, DAG, RULES)
    assert outcome.crashes == ()
    hits = tuple(one for one in outcome.findings if one.rule.code == "PUB912")
    assert not [one for one in hits if "Leverandør" in repr(one) or "tilbud" in repr(one)]
    return hits


def told(naa: dict[str, str], *foer: tuple[str, str], moete: str | None = None) -> list[str]:
    return [f"{one.message} ({one.label})" for one in found(naa, *foer, moete=moete)]


def aapent(hva: str, dag: int, unntatt: str = "saken") -> str:
    return (
        f"{unntatt} er unntatt offentlighet, men {hva} sto åpent før og kan leses i historikken "
        f"(åpent i commit 0000000000, {dag}. mars 2026)"
    )


# --- cases that are wholly exempt


@pytest.mark.parametrize(
    ("foer", "expected"),
    [
        ([], []),
        ([UNNTATT], []),
        ([AAPEN, UNNTATT], [aapent("teksten", 1)]),
        ([UNNTATT, AAPEN, UNNTATT], [aapent("teksten", 2)]),
        ([hode(f"tittel: Ferge\nskjerming: {DELER}")], [aapent("teksten", 1)]),
        ([hode("tittel: Ferge"), AAPEN], [aapent("teksten", 2)]),
        (["---\ntittel: [\n---\n"], []),  # nobody knows what it said
    ],
)
def test_a_case_that_was_open_before_it_was_exempt(foer: list[str], expected: list[str]) -> None:
    assert told({SAK: UNNTATT}, *((SAK, text) for text in foer)) == expected


def test_the_finding_stands_at_the_exemption_and_says_what_to_do() -> None:
    (one,) = found({SAK: UNNTATT}, (SAK, AAPEN))
    assert str(one.location) == f"data/{SAK}:2:1"
    assert one.severity is Severity.ADVARSEL  # it cannot be undone, and must not stop everything for ever
    assert "personvernombudet" in one.help


def test_what_still_stands_open_is_one_mistake() -> None:
    assert told({SAK: hode(f"tittel: Ferge\nskjerming: {HELE}")}, (SAK, AAPEN)) == []


def test_a_case_that_is_open_may_always_have_been() -> None:
    assert told({SAK: AAPEN}, (SAK, AAPEN)) == []


# --- cases that are exempt in part


def deler(body: str, head: str = "tittel: Ferge") -> str:
    return hode(f"{head}\nskjerming: {DELER}") + body


@pytest.mark.parametrize(
    ("foer", "expected"),
    [
        ([AAPEN, deler("Avsnittet er unntatt.\n")], [aapent("noe av teksten", 1)]),
        ([hode("tittel: Ferge") + "Åpent.\n", AAPEN, deler("x\n")], [aapent("noe av teksten", 2)]),
        ([AAPEN, deler(f"{HEMMELIG} Mer.\n")], []),  # nothing was taken away
        ([AAPEN, deler("Leverandør B faller\nfra.\n")], []),  # only the lines
        ([AAPEN, deler(f"{HEMMELIG}\n"), deler("Bort.\n")], []),  # later changes are everyday ones
        ([deler("Bort.\n"), deler("x\n")], []),
        ([hode("tittel: Ferge\ndatert: 2026-03-01"), deler("", "tittel: Ferge\ndatert: 2026-03-02")], []),
        ([hode("tittel: Ferge til Bø"), deler("")], [aapent("noe av teksten", 1)]),
        ([hode("tittel: Ferge") + "12 mill.\n", deler("13 mill.\n")], [aapent("noe av teksten", 1)]),
        (["---\ntittel: [Leverandør B\n---\n", deler("x\n")], [aapent("noe av teksten", 1)]),
    ],
)
def test_a_case_that_lost_words_when_part_of_it_was_exempt(foer: list[str], expected: list[str]) -> None:
    assert told({SAK: foer[-1]}, *((SAK, text) for text in foer)) == expected


# --- attachments


def med_vedlegg(skjerming: str = "") -> str:
    rad = f"{{tittel: Tilbud, fil: {FIL.rpartition('/')[2]}{f', skjerming: {skjerming}' if skjerming else ''}}}"
    return hode(f"tittel: Ferge\nvedlegg: [{rad}]")


def test_an_attachment_that_lay_in_the_open() -> None:
    naa = {SAK: med_vedlegg(HELE)}
    assert told(naa, (FIL, "B;13")) == [aapent("ett vedlegg", 1, "et vedlegg")]
    assert told(naa, ("saker/raad/2026-03/annet.csv", "x")) == []
    assert told(naa | {FIL: "B;13"}, (FIL, "B;13")) == []  # PUB908
    (one,) = found(naa, (FIL, "B;13"))
    assert (one.location.line, one.location.column) == (3, 51)


def test_attachments_of_a_case_that_is_wholly_exempt() -> None:
    andre = ("saker/raad/2026-03/tilbud-2.csv", "x")
    assert told({SAK: UNNTATT}, (FIL, "x"), andre) == [aapent("2 vedlegg", 2)]
    assert told({SAK: UNNTATT}, (SAK, AAPEN), (FIL, "x")) == [aapent("teksten og ett vedlegg", 2)]
    assert told({SAK: UNNTATT, FIL: "x"}, (FIL, "x")) == []


def test_an_attachment_that_a_redacted_one_took_the_place_of() -> None:
    naa = {SAK: med_vedlegg(DELER), FIL: "sladdet"}
    before, after = (SAK, med_vedlegg()), (SAK, med_vedlegg(DELER))
    assert told(naa, before, (FIL, "hel"), after, (FIL, "sladdet")) == [aapent("ett vedlegg", 2, "et vedlegg")]
    assert told(naa, before, (FIL, "hel"), after) == []
    assert told(naa, after, (FIL, "sladdet"), (FIL, "sladdet bedre")) == []
    assert told(naa, (FIL, "hel"), (FIL, "sladdet")) == []  # when it was said is not known


# --- meetings


PAA_LISTEN = "tid: 2026-03-12\nfremmoete: ikke_oppgitt\nsaksliste:\n  - {}\n"
LINJEN = hode(PAA_LISTEN.format("{sak: 4/2026, minutter: 10}"))


def paa(linje: str) -> str:
    return PAA_LISTEN.format(linje)


@pytest.mark.parametrize(
    ("foer", "expected"),
    [
        ([hode(paa("{sak: 3/2026, minutter: 10}"))], []),
        ([hode(paa("{sak: 3/2026, tittel: Leverandør B}"))], [aapent("mer om den", 1)]),
        ([hode(paa("{sak: 03/2026, tittel: Leverandør B}"))], [aapent("mer om den", 1)]),
        ([hode(paa("{sak: 4/2026, tittel: Leverandør B}"))], []),
        ([hode(paa("{sak: 3/2026}")) + f"## Sak 3/2026\n\n{HEMMELIG}\n"], [aapent("mer om den", 1)]),
        ([hode(paa("{sak: 3/2026}")) + f"## Sak 4/2026\n\n{HEMMELIG}\n"], []),
        (["---\ntid: [\n---\n"], []),
    ],
)
def test_a_line_about_a_case_that_is_wholly_exempt(foer: list[str], expected: list[str]) -> None:
    naa = paa("{sak: 3/2026, minutter: 10}")
    assert told({SAK: UNNTATT}, *((MOETE, text) for text in foer), moete=naa) == expected


@pytest.mark.parametrize(
    ("foer", "expected"),
    [
        (f"{{sak: 4/2026, tittel: {HEMMELIG}}}", [aapent("noe av det som sto om den,", 1)]),
        ("{sak: 4/2026, tittel: Åpent}", []),
        (f"{{sak: 5/2026, tittel: {HEMMELIG}}}", []),
    ],
)
def test_a_line_that_is_exempt_in_part(foer: str, expected: list[str]) -> None:
    naa = paa(f"{{sak: 4/2026, tittel: Åpent, skjerming: {DELER}}}")
    assert told({}, (MOETE, hode(paa(foer))), (MOETE, hode(naa)), moete=naa) == expected


def test_the_account_in_the_minutes_counts_from_its_heading_to_the_next() -> None:
    naa = paa(f"{{sak: 4/2026, tittel: Åpent, skjerming: {DELER}}}")
    foer = hode(paa("{sak: 4/2026, tittel: Åpent}")) + "## Sak 4/2026\n\n{}\n\n## Sak 5/2026\n\n{}\n"
    nytt = hode(naa) + "## Sak 4/2026\n\nÅpent\n\n## Sak 5/2026\n\nx\n"
    versions = ((MOETE, foer.replace("{}", HEMMELIG, 1).replace("{}", "x")), (MOETE, nytt))
    assert len(told({}, *versions, moete=naa)) == 1
    versions = ((MOETE, foer.replace("{}", "Åpent", 1).replace("{}", HEMMELIG)), (MOETE, nytt))
    assert told({}, *versions, moete=naa) == []


def test_a_line_without_a_case_is_known_by_its_title() -> None:
    naa = paa(f"{{tittel: Åpning, skjerming: {DELER}}}")
    foer = paa(f"{{tittel: Åpning, oppsummering: {HEMMELIG}}}")
    assert len(told({}, (MOETE, hode(foer)), (MOETE, hode(naa)), moete=naa)) == 1
    assert told({}, (MOETE, hode(foer.replace("Åpning", "Slutt"))), (MOETE, hode(naa)), moete=naa) == []


def test_each_line_is_a_finding_of_its_own() -> None:
    moete = "tid: 2026-03-12\nfremmoete: ikke_oppgitt\nsaksliste: [{sak: 3/2026}, {sak: 4/2026}]"
    foer = moete.replace(
        "{sak: 3/2026}, {sak: 4/2026}", "{sak: 3/2026, minutter: 1, tittel: a}, {sak: 4/2026, tittel: b}"
    )
    naa = {SAK: UNNTATT, SAK.replace("03", "04"): UNNTATT}
    one, two = found(naa, (MOETE, hode(foer)), moete=moete)
    assert one.fingerprint != two.fingerprint


# --- what is not known, and what is not asked


def test_what_git_cannot_tell_is_unknown_and_said_once() -> None:
    mangel = Mangel("klonen har bare en del av historikken", "Kjør: git fetch --unshallow origin")
    (one,) = found({SAK: UNNTATT, SAK.replace("03", "04"): UNNTATT}, mangel=mangel)
    assert (one.severity, one.help) == (Severity.MERKNAD, mangel.hjelp)
    assert found({SAK: AAPEN}, mangel=mangel) == ()


def test_in_an_example_everything_is_invented() -> None:
    assert found({SAK: UNNTATT, "datasett.yaml": "eksempel: ja\n"}, (SAK, AAPEN)) == ()


def test_nothing_is_asked_of_git_where_nothing_is_exempt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Remembered, "ever", lambda *_: pytest.fail("asked"))
    assert found({SAK: AAPEN}) == ()
