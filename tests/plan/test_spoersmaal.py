"""Does every question hang on no more than it says? Else a change would not be tried that is the cause."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.diff.mandat import diff
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.plan.dager import Dager, finn_dager
from ehelse_cli.plan.fortelling import spoersmaalene
from ehelse_cli.plan.tavle import Tavle
from ehelse_cli.plan.utgaver import INGEN, Utgaver
from ehelse_cli.plan.verden import grunnlag
from tests.plan.raad import DAG, GAMMEL, NY, PROSA, bytt, les

_DATA = load(DiskTree(Path(__file__).parents[2])).dataset
_ENDRET = (
    ("antall: minst 1/2", "antall: over 1/2"),
    ("seter: 5", "seter: 6"),
    ("varer: 2 aar", "varer: 1 aar"),
    ("3 uker foer", "5 uker foer"),
    ("ordning: fast", "ordning: nummerert"),
    ("id: rhf, antall: 3", "id: rhf, antall: 2"),
    ("rett: [moete, tale]", "rett: [moete]"),
    ("virksomheter: [rhf]", "virksomheter: [nsf]"),
    ("frister:", "beslutning: {virkning: raad}\nfrister:"),
)
_ALT = les(
    bytt(*(ord_ for endring in _ENDRET for ord_ in endring)),
    prosa=(PROSA, PROSA.replace("økonomi", "penger")),
    andre={
        "saker/raad/2027-01.md": "---\ntittel: Noe\nmandatpunkt: oppgaver-1\nsakstype: beslutning\n---\n",
        "moeter/raad/2027-m1.md": "---\ntid: 2027-03-10\ninnkalt: 2027-02-01\nsaksliste:\n  - {sak: 1/2027}\n---\n",
        "aarshjul/2028.yaml": "forum: [raad]\npublisert: 2026-11-01\n",
    },
)


def _tavle(data: Dataset, fra: str, til: str, i_kraft: date) -> tuple[Tavle, Dager]:
    gammel, ny = data.mandater[fra], data.mandater[til]
    utgaver = Utgaver(gammel, ny, diff(gammel, ny), ny.forum, i_kraft)
    borte = tuple(rad.navn for rad in data.forum[ny.forum].medlemmer[:3])
    tavle = Tavle(utgaver, grunnlag(data, data.forum[ny.forum], gammel, ny, i_kraft), spoersmaalene(borte))
    return tavle, finn_dager((tavle.ny, tavle.gammel), max(i_kraft, DAG), 18)


def _avvik(tavle: Tavle, dager: Dager) -> Iterator[str]:
    """Every question that a change answers otherwise, though it is said to have nothing to do with it."""
    alle = tavle.utgaver.alle
    for valg in (INGEN, alle, *(alle - {nr} for nr in sorted(alle)), *(frozenset({nr}) for nr in sorted(alle))):
        verden = tavle.verden(valg)
        for slag, spoersmaal in tavle.spoersmaal.items() if verden is not None else ():
            for dag in (*dager.bemanning[:3], *dager.moeter[:2]):
                assert verden is not None
                if tavle.fakta(valg, slag, dag) != spoersmaal.les(verden, dag):
                    yield f"{slag} {dag} med {sorted(valg)}"


@pytest.mark.parametrize(
    ("fra", "til", "i_kraft"),
    [
        ("nuit@2025-01-01", "nuit@2027-07-01-utkast", date(2027, 1, 1)),
        ("nufa@2020-06-02", "nufa@2025-01-01", date(2025, 1, 1)),
        ("nehs@2016-01-01", "nehr@2024-01-01", date(2024, 1, 1)),
    ],
)
def test_no_change_answers_what_it_is_not_asked_about(fra: str, til: str, i_kraft: date) -> None:
    tavle, dager = _tavle(_DATA, fra, til, i_kraft)
    assert list(_avvik(tavle, dager)) == []


def test_nor_in_a_council_where_everything_changes() -> None:
    tavle, dager = _tavle(_ALT, GAMMEL, NY, date(2027, 1, 1))
    assert len(tavle.utgaver.enheter) > 8
    assert list(_avvik(tavle, dager)) == []


def test_a_question_that_says_too_little_is_found_out() -> None:
    tavle, dager = _tavle(_ALT, GAMMEL, NY, date(2027, 1, 1))
    mindre = {slag: type(ett)(ett.les, frozenset({"moeter"}), ett.avtrykk) for slag, ett in tavle.spoersmaal.items()}
    blind = Tavle(tavle.utgaver, tavle.grunnlag, mindre)
    slag = {avvik.split()[0] for avvik in _avvik(blind, dager)}
    assert {"periode", "sete", "oppmoete", "frist", "sak", "stedfortreder", "observatoer", "MED411"} <= slag
