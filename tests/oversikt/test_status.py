from __future__ import annotations

from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.cli.commands import COMMANDS, GROUPS
from ehelse_cli.cli.lag import _KINDS
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Finding
from ehelse_cli.oversikt.status import statusoversikt
from ehelse_cli.report.oversikt import FORMATS
from ehelse_cli.report.screen import Screen
from ehelse_cli.rules.catalogue import RULES
from ehelse_cli.rules.engine import judge
from tests.oversikt.modellen import DAG, MODELLEN, modellen
from tests.trees import load_tree

#: A meeting whose papers are not sent, with a case that lacks its paper and one whose paper lacks nearly all.
UTEN_PAPIR = {
    "moeter/raad/2026-m3.md": MODELLEN["moeter/raad/2026-m3.md"].replace(
        "- {fast: innkalling}",
        "- {sak: 2/2026}\n          - {sak: 4/2026}\n          - {sak: 5/2026, tittel: Orientering}",
    )
}


MANGLER = "videre saksprosess, konsekvenser for kommunene, saksframstilling, forslag til vedtak"


def linjer(data: Dataset, dag: date = DAG, funn: tuple[Finding, ...] = ()) -> dict[str, list[tuple[object, ...]]]:
    """The tables by name: day, what, command."""
    return {
        tabell.id: [(rad[0], rad[2], rad[3]) for rad in tabell.rader]
        for tabell in statusoversikt(data, dag, funn).tabeller
    }


@pytest.mark.parametrize("bredde", [80, 120])
def test_the_morning(bredde: int, snapshot: SnapshotAssertion) -> None:
    tekst = FORMATS["tekst"](statusoversikt(modellen(UTEN_PAPIR), DAG, ()), Screen(bredde))
    assert tekst.index("Dette haster") < tekst.index("De neste to ukene") < tekst.index("Neste møter")
    assert tekst == snapshot


def test_the_most_urgent_stands_first() -> None:
    haster = linjer(modellen())["haster"]
    assert [hva for _, hva, _ in haster] == [
        "svar på rådet i sak 1/2026 · Rådet",
        "referat · Rådet",
        "tiltak: Skrive plan (NHN) · Rådet",
        "1 ledig sete i Rådet",
    ]


@pytest.mark.parametrize(
    ("hva", "gjoer"),
    [
        ("svar på rådet i sak 1/2026 · Rådet", "ehelse spor raad-2026-1"),
        ("referat · Rådet", "ehelse lag referat raad-2026-m2"),
        ("saksdokumenter · Rådet", "ehelse lag moetepakke raad-2026-m3"),
        ("sak 4/2026 har ikke noe papir · Rådet", "ehelse vis raad-2026-m3"),
        (
            f"papiret i sak 2/2026 mangler {MANGLER} · Rådet",
            "ehelse sak utfyll raad-2026-2",
        ),
        ("perioden til Ane og Kari går ut · Rådet", "ehelse medlemmer raad"),
        ("TBUs notat", "ehelse frister"),
    ],
)
def test_each_line_has_the_command_that_deals_with_it(hva: str, gjoer: str) -> None:
    funnet = {linje[1]: linje[2] for rader in linjer(modellen(UTEN_PAPIR)).values() for linje in rader}
    assert funnet[hva] == gjoer


def test_every_command_that_is_suggested_is_there() -> None:
    alle = [
        str(gjoer)
        for tabell, rader in linjer(modellen(UTEN_PAPIR)).items()
        if tabell != "moeter"
        for *_, gjoer in rader
    ]
    assert len(alle) > 10
    for gjoer in alle:
        program, kommando, *resten = gjoer.split()
        assert (program, kommando in COMMANDS or resten[0] in GROUPS[kommando].commands) == ("ehelse", True), gjoer
        assert kommando != "lag" or resten[0] in _KINDS, gjoer


def test_one_term_is_made_longer_and_a_case_in_the_queue_put_up() -> None:
    uten_ane = MODELLEN["forum/raad.yaml"].replace("2025-01-01/2026-12-31, egenskaper", "2025-01-01/.., egenskaper")
    senere = linjer(modellen({"forum/raad.yaml": uten_ane}), date(2026, 12, 15))
    alle = {hva: gjoer for rader in senere.values() for _, hva, gjoer in rader}
    assert alle["perioden til Kari går ut · Rådet"] == 'ehelse medlem forny raad "Kari"'
    assert alle["i kø: Ny sak · Rådet"] == "ehelse sak flytt raad-koe-ny-sak raad-2027-m1"


def test_mistakes_in_the_files_come_first_and_warnings_later() -> None:
    loaded = load_tree(MODELLEN)
    funn = judge(loaded.findings, loaded.dataset, DAG, RULES).findings
    haster, snart = (linjer(loaded.dataset, DAG, funn)[tabell] for tabell in ("haster", "snart"))
    assert [hva for _, hva, gjoer in haster if gjoer == "ehelse valider"] == [f"{_antall(funn, 'feil')} feil i filene"]
    assert [str(hva).split()[0] for _, hva, gjoer in snart if gjoer == "ehelse valider"] == [
        str(_antall(funn, "advarsel"))
    ]


def _antall(funn: tuple[Finding, ...], grad: str) -> int:
    return sum(str(ett.severity) == grad for ett in funn)


def test_what_was_sent_is_nothing_to_do() -> None:
    sendt = MODELLEN["moeter/raad/2026-m3.md"].replace("innkalt:", "papirer_ute: 2026-11-20\n        innkalt:")
    data = modellen({"moeter/raad/2026-m3.md": sendt})
    assert not [hva for _, hva, _ in linjer(data)["snart"] if str(hva).startswith("saksdokumenter")]
    tekst = " ".join(FORMATS["tekst"](statusoversikt(data, DAG, ()), Screen(120)).split())
    assert "innkalling sendt 18.11., saksdokumenter sendt 20.11." in tekst


M4 = """
        ---
        tid: {tid}
        {mer}
        saksliste: [{saker}]
        ---
"""
FASTE = {
    "forum/raad.yaml": MODELLEN["forum/raad.yaml"].replace(
        "nivaa: raad\n",
        "nivaa: raad\n        faste_saker: {veikart: {tittel: Veikart, sakstype: orientering, naar: hvert_moete}, "
        "status: {tittel: Status, sakstype: orientering, naar: hvert_moete}, "
        "plan: {tittel: Plan, sakstype: orientering, naar: aarlig}}\n",
        1,
    )
}


@pytest.mark.parametrize(
    ("mer", "saker", "mangler"),
    [
        ("type: ordinaert", "", "2 faste saker mangler"),
        ("type: ordinaert", "{fast: veikart}", "én fast sak mangler"),
        ("type: ordinaert", "{fast: status}, {fast: veikart}", None),
        ("type: ekstraordinaert", "", None),
        ("innkalt: 2026-11-20", "", None),  # then the rule tells
        ("avlyst: 2026-11-20", "", None),
    ],
)
def test_standing_items_that_an_agenda_lacks_are_told_with_what_puts_them_there(
    mer: str, saker: str, mangler: str | None
) -> None:
    moetet = M4.format(tid="2026-12-16", mer=mer, saker=saker)
    alle = linjer(modellen({**FASTE, "moeter/raad/2026-m4.md": moetet}))
    faste = [linje for rader in alle.values() for linje in rader if linje[2] == "ehelse moete saksliste raad-2026-m4"]
    assert [hva for _, hva, _ in faste] == (
        [f"{mangler} på sakslisten til møtet 16. desember 2026 · Rådet"] if mangler else []
    )
    assert all(DAG <= frist <= date(2026, 12, 16) for frist, _, _ in faste if isinstance(frist, date))


def test_a_quiet_day_is_quiet() -> None:
    tekst = FORMATS["tekst"](statusoversikt(Dataset(), DAG, ()), Screen(80))
    assert tekst == "Status\nper 23. november 2026\n\nDette haster\n  Ingenting haster.\n"


NESTE = "moeter/raad/2026-m2.md"
M1 = "moeter/raad/2026-m1.md"
GODKJENT_I = MODELLEN[NESTE].replace(
    "saksliste:\n", "saksliste:\n          - {fast: referat, gjelder: raad-2026-m1, utfall: behandlet}\n", 1
)
SKRIFTLIG = MODELLEN[M1].replace("utkast_sendt: 2026-03-06", "utkast_sendt: 2026-03-06, godkjent: 2026-11-02")
FAST = {
    "forum/raad.yaml": MODELLEN["forum/raad.yaml"].replace(
        "nivaa: raad\n", "nivaa: raad\n        faste_saker: {referat: {tittel: Referat, sakstype: godkjenning}}\n", 1
    )
}
UNNTATT = MODELLEN["mandater/raad/2025-01-01.md"].replace(
    "beslutning: {virkning", "offentlighet: {referat: unntas}\n        beslutning: {virkning"
)


@pytest.mark.parametrize(
    ("filer", "godkjent"),
    [
        ({}, None),
        ({M1: SKRIFTLIG}, date(2026, 11, 2)),
        ({NESTE: GODKJENT_I, **FAST}, date(2026, 9, 1)),
        ({NESTE: GODKJENT_I.replace("utfall: behandlet}", "utfall: utsatt}", 1), **FAST}, None),
        ({M1: SKRIFTLIG.replace("2026-11-02", "2026-11-24")}, None),
        ({M1: SKRIFTLIG.replace("2026-11-02", "2026-05-02")}, None),  # so long ago that nobody will
        ({M1: SKRIFTLIG.replace("2026-11-02}", "2026-11-02, publisert: 2026-11-03}")}, None),
        ({M1: SKRIFTLIG, "mandater/raad/2025-01-01.md": UNNTATT}, None),  # they never go out
    ],
)
def test_minutes_that_are_approved_are_to_be_published(filer: dict[str, str], godkjent: date | None) -> None:
    haster = linjer(modellen(filer))["haster"]
    ventet = [
        (
            godkjent,
            "referatet er godkjent og ikke publisert: møtet 2. mars 2026 · Rådet",
            "ehelse moete protokoller raad-2026-m1 --publisert 2026-11-23",
        )
    ]
    assert [linje for linje in haster if "godkjent" in str(linje[1])] == (ventet if godkjent else [])
