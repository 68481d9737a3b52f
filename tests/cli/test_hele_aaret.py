"""A council's first year, from an empty folder to a published site: each thing on its day, as its secretary does it.

Every command must succeed on its day, and at the end of each month the files must be without errors as judged that day.
What no command writes is the text of the mandate and of the papers; `Skriv` stands for the editor.
"""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import ehelse

pytestmark = pytest.mark.slow

MANDATET = """\
sammensetning:
  seter: 4
  oppnevnes_av: hod
  leder: {grupper: [staten], sete: blant}
  grupper: [{id: kommuner, antall: 2}, {id: staten, antall: 2}]
stedfortreder: {ordning: fast, for: medlem, bruk: hoeyst 1 per aar}
funksjonstid: {varer: 2 aar, flere_perioder: hoeyst 2}
beslutningsdyktighet:
  teller: [medlem, stedfortreder]
  proeves: hver_sak
  krav: [{id: halv, antall: minst 1/2, av: seter}]
beslutning: {virkning: raad, til: [hod]}
moeter: {hyppighet: minst 3 per aar}
frister:
  - {id: innkalling, frist: 2 uker foer moetet}
  - {id: saksdokumenter, frist: 1 uke foer moetet}
  - {id: referat, frist: 2 uker etter moetet}
protokoll: {foeres_av: sekretariatet, godkjennes: neste_moete}
saker: {meldes_av: [medlemmer]}
offentlighet: ikke_regulert
habilitet: ikke_regulert
skriftlig_behandling: ikke_regulert
evaluering: ikke_regulert
sekretariat: {virksomheter: [nhn]}
---
## Oppgaver

- gi råd om planer
- følge opp innføringen

## Sammensetning

Rådet har fire medlemmer: to fra kommunene og to fra staten, hvorav ett leder. Departementet oppnevner.

Modellen endrer ikke styringslinjene fra Stortinget, regjeringen og departementene, og medlemmene løser oppgavene
innenfor sine egne fullmakter.

## Møter

Rådet møtes minst tre ganger i året, og er beslutningsdyktig når halvparten av setene er besatt.
"""

PAPIRET = """\
utarbeidet_av: nhn
framlegges_av: [{{navn: Kari Moen, virksomhet: nhn}}]
hovedprosess: strategi
fase: utredning
mandatpunkt: oppgaver-1
forslag_til_vedtak: {forslag}
videre_saksprosess: [{{hvem: hod, rolle: beslutning, naar: 2027-12}}]
konsekvens_kommuner: ingen
---
"""


def skriv_mandatet(text: str) -> str:
    """The empty draft, with what the council agreed upon."""
    kept = text.partition("# Hver blokk")[0]
    return kept + MANDATET


def skriv_papiret(forslag: str) -> Callable[[str], str]:
    def skriv(text: str) -> str:
        text = text.replace("\n---\n", f"\n{PAPIRET.format(forslag=forslag)}", 1)
        for heading in ("Bakgrunn", "Saksframstilling", "Vurdering"):
            text = text.replace(f"## {heading}\n", f"## {heading}\n\nHer står det noe om saken.\n")
        return text

    return skriv


def skriv_endringen(text: str) -> str:
    """Five seats, one more for the municipalities, and more than half of them must be there."""
    return (
        text.replace("seter: 4", "seter: 5")
        .replace("{id: kommuner, antall: 2}", "{id: kommuner, antall: 3}")
        .replace("antall: minst 1/2", "antall: over 1/2")
        .replace("fire medlemmer: to fra kommunene", "fem medlemmer: tre fra kommunene")
        .replace("når halvparten", "når mer enn halvparten")
    )


@dataclass(frozen=True)
class Skriv:
    """What is done in an editor: a file and what becomes of its text."""

    path: str
    change: Callable[[str], str]


Step = str | Skriv

#: Month → day → what is done.
AARET: dict[str, dict[str, tuple[Step, ...]]] = {
    "2026-12": {
        "2026-12-07": (
            'ny virksomhet oslo --navn "Oslo kommune" --sektor kommunal',
            'ny virksomhet bergen --navn "Bergen kommune" --sektor kommunal',
            'ny virksomhet nhn --navn "Norsk helsenett" --sektor stat',
            'ny forum raadet --navn "Rådet for planer" --kort Rådet --nivaa raad --sekretariat nhn',
            'ny forum fagutvalget --navn "Fagutvalget" --nivaa fagutvalg --overordnet raadet --sekretariat nhn',
            "ny mandat raadet 2027-01-01",
            Skriv("data/mandater/raadet/2027-01-01-utkast.md", skriv_mandatet),
            'mandat vedta raadet@2027-01-01-utkast --av hod --sak "Brev 7. desember 2026"',
        ),
        "2026-12-14": (
            'ny medlem raadet "Kari Moen" --virksomhet nhn --gruppe staten --rolle leder --fra 2027-01-01',
            'ny medlem raadet "Per Aas" --virksomhet hod --gruppe staten --fra 2027-01-01 --oppnevnt-av hod',
            'ny medlem raadet "Ola Lie" --virksomhet oslo --gruppe kommuner --fra 2027-01-01 --oppnevnt-av hod',
            'ny medlem raadet "Ane Vik" --virksomhet ks --gruppe kommuner --fra 2027-01-01 --oppnevnt-av hod',
            'medlem stedfortreder raadet "Bo Ek" --for "Ola Lie" --virksomhet oslo --fra 2027-01-01',
            "ny aarshjul 2027",
            'ny moete raadet "2027-03-03 10:00-14:00" --form hybrid --sted Oslo',
            'ny moete raadet "2027-06-09 10:00-14:00"',
            'ny moete raadet "2027-09-15 10:00-14:00"',
            'ny moete raadet "2027-12-01 10:00-14:00"',
        ),
    },
    "2027-01": {
        "2027-01-11": (
            'ny sak raadet --tittel "Plan for innføring" --sakstype raad --sakseier nhn --oensket-moete raadet-2027-m1',
            'ny sak raadet --tittel "Felles krav" --sakstype raad --sakseier ks',
            "koe",
            "frister --dager 90",
            "sak flytt raadet-koe-plan-for-innfoering raadet-2027-m1",
            Skriv("data/saker/raadet/2027-01.md", skriv_papiret("Rådet anbefaler planen.")),
        ),
    },
    "2027-02": {
        "2027-02-10": (
            "lag innkalling raadet-2027-m1 --utkast",
            "moete innkall raadet-2027-m1 --papirer",
            "lag moetepakke raadet-2027-m1 --format html --ut moetepakke.html",
        ),
        "2027-02-22": ('moete flytt raadet-2027-m1 2027-03-17 --begrunnelse "Lederen er syk"',),
    },
    "2027-03": {
        "2027-03-17": (
            'moete fremmoete raadet-2027-m1 --forfall "Ola Lie" --vara "Bo Ek for Ola Lie"',
            "sak behandle raadet-2027-1 --resultat anbefalt --som-foreslaatt --votering enstemmig",
        ),
        "2027-03-24": (
            "lag referat raadet-2027-m1 --format md --ut referat.md --utkast",
            "moete protokoller raadet-2027-m1 --utkast-sendt 2027-03-24 --faste-som-foreslaatt",
        ),
    },
    "2027-04": {
        "2027-04-12": (
            "sak flytt raadet-koe-felles-krav raadet-2027-m2",
            Skriv("data/saker/raadet/2027-02.md", skriv_papiret("Rådet anbefaler felles krav.")),
            'ny sak raadet --tittel "Veikart" --sakstype orientering --sakseier nhn --moete raadet-2027-m2',
            Skriv("data/saker/raadet/2027-03.md", skriv_papiret("Rådet tar saken til orientering.")),
        ),
    },
    "2027-05": {
        "2027-05-24": ("moete innkall raadet-2027-m2 --papirer", "lag saksliste raadet-2027-m2", "status"),
    },
    "2027-06": {
        "2027-06-09": (
            "moete fremmoete raadet-2027-m2",
            'sak behandle raadet-2027-2 --utfall utsatt --videre-til raadet-2027-m3 --begrunnelse "Kravene må høres"',
            "sak behandle raadet-2027-3 --resultat tatt_til_orientering --som-foreslaatt",
        ),
        "2027-06-21": (
            "moete protokoller raadet-2027-m1 --publisert 2027-06-21",
            "moete protokoller raadet-2027-m2 --utkast-sendt 2027-06-21 --faste-som-foreslaatt",
            'sak foelg-opp raadet-2027-1 fulgt --av hod --kilde "Tildelingsbrev"',
            "spor raadet-2027-1",
        ),
    },
    "2027-08": {
        "2027-08-16": (
            'medlem bytt raadet "Ane Vik" "Eli Dahl" --fra 2027-09-01 --oppnevnt-av hod',
            'moete avlys raadet-2027-m3 --begrunnelse "For få saker"',
            "sak flytt raadet-2027-2 raadet-2027-m4",
        ),
    },
    "2027-09": {
        "2027-09-20": ("ny mandat raadet 2028-01-01", "medlemmer raadet", "oppmoete raadet"),
        "2027-09-21": (
            Skriv("data/mandater/raadet/2028-01-01-utkast.md", skriv_endringen),
            "mandat diff raadet@2028-01-01-utkast",
            "mandat plan raadet@2028-01-01-utkast",
        ),
    },
    "2027-11": {
        "2027-11-15": (
            "moete innkall raadet-2027-m4 --papirer",
            "lag saksframlegg raadet-2027-2 --maalform nn",
            "lag endringsnotat raadet@2028-01-01-utkast",
        ),
    },
    "2027-12": {
        "2027-12-01": (
            'moete fremmoete raadet-2027-m4 --forfall "Per Aas"',
            'sak behandle raadet-2027-2 --resultat anbefalt --vedtak "Rådet anbefaler felles krav fra 2029."',
        ),
        "2027-12-08": (
            "moete protokoller raadet-2027-m4 --utkast-sendt 2027-12-08 --faste-som-foreslaatt",
            "moete protokoller raadet-2027-m2 --publisert 2027-12-08",
            'mandat vedta raadet@2028-01-01-utkast --av hod --sak "Brev 8. desember 2027"',
            'medlem forny raadet "Kari Moen" --kilde "Brev 8. desember 2027"',
            'ny medlem raadet "Siv Berg" --virksomhet bergen --gruppe kommuner --fra 2028-01-01 --oppnevnt-av hod',
            "ny aarshjul 2028",
            'ny moete raadet "2028-03-08 10:00-14:00"',
            'ny moete raadet "2028-06-14 10:00-14:00"',
            'ny moete raadet "2028-12-06 10:00-14:00"',
        ),
        "2027-12-15": (
            "raad --aar 2027",
            "rapport sammensetning",
            "rapport involvering --aar 2027",
            "representasjon --aar 2027",
            "publiser --ut nettsted --uten-soek",
        ),
    },
}


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def _do(step: Step, day: str) -> None:
    if isinstance(step, Skriv):
        file = Path(step.path)
        before = file.read_text("utf-8")
        after = step.change(before)
        assert after != before, step.path
        file.write_text(after, encoding="utf-8")
        return
    ran = ehelse(*shlex.split(step), "--per", day)
    assert ran.code == 0, f"{day}: {step}\n{ran.out}{ran.err}"


def _asked(line: str, day: str) -> Any:
    ran = ehelse(*shlex.split(line), "--format", "json", "--per", day)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def test_a_year_from_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert ehelse("ny", "datasett", "arkiv", "--navn", "Rådet for planer").code == 0
    monkeypatch.chdir(tmp_path / "arkiv")
    _git("init", "-q", "-b", "main")
    for month, days in AARET.items():
        for day, steps in days.items():
            for step in steps:
                _do(step, day)
        judged = ehelse("valider", "--feil-ved", "feil", "--per", max(days))
        assert judged.code == 0, f"{month}\n{judged.out}"
        _git("add", "-A")
        _git("commit", "-qm", month)
    _what_it_came_to()


def _what_it_came_to() -> None:
    """What the year is asked about when it is over."""
    day, next_year = "2027-12-15", "2028-01-02"
    advice = _asked("raad --aar 2027", day)
    assert (advice["fakta"]["gitt"], advice["fakta"]["fulgt"], advice["fakta"]["venter"]) == (
        2,
        {"antall": 1, "av": 1},
        1,
    )
    trace = _asked("spor raadet-2027-2", day)["tabeller"]["spor"]
    assert [row["hva"] for row in trace] == ["utsatt, videre til raadet-2027-m3", "anbefalt"]
    attendance = {row["navn"]: row for row in _asked("oppmoete raadet", day)["tabeller"]["medlemmer"]}
    assert (attendance["Ola Lie"]["selv"], attendance["Ola Lie"]["stedfortreder"]) == (2, 1)
    assert attendance["Per Aas"]["forfall"] == 1
    seats = _asked("medlemmer raadet", next_year)["tabeller"]["seter"]
    assert [row["navn"] for row in seats] == ["Ola Lie", "Eli Dahl", "Siv Berg", "Kari Moen, leder", "Per Aas"]
    assert {row["navn"]: row["til"] for row in seats}["Kari Moen, leder"] == "2030-12-31"
    _what_the_morning_says(day)
    _what_is_published()


def _what_the_morning_says(day: str) -> None:
    morning = ehelse("status", "--per", day).out
    assert "Dette haster" not in morning
    assert "raadet-2028-m1" in morning
    log = ehelse("mandat", "logg", "raadet", "--per", day).out
    assert "raadet@2028-01-01\n" in log
    assert "Den første som er kjent." in log


def _what_is_published() -> None:
    site = Path("nettsted")
    assert {f"raadet-2027-m{nr}" for nr in (1, 2, 3, 4)} <= {page.name for page in (site / "moete").iterdir()}
    assert "avlyst" in (site / "moete/raadet-2027-m3/index.html").read_text("utf-8")
    assert "Lederen er syk" in (site / "moete/raadet-2027-m1/index.html").read_text("utf-8")
    assert (site / "forum/raadet/mandat/2028-01-01/endret-fra/2027-01-01/index.html").is_file()
    assert "Rådet anbefaler planen." in (site / "raad/index.html").read_text("utf-8")
