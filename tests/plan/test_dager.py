from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ehelse_cli.core.mandat import Mandat
from ehelse_cli.diff.mandat import diff
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.plan import funn
from ehelse_cli.plan.dager import Dager, finn_dager
from ehelse_cli.plan.fortelling import spoersmaalene
from ehelse_cli.plan.tavle import Tavle
from ehelse_cli.plan.utgaver import INGEN, Utgaver
from ehelse_cli.plan.verden import grunnlag
from tests.plan.raad import FORUM, GAMMEL, NY, REGLER, bytt, les

_DATA = load(DiskTree(Path(__file__).parents[2])).dataset
_NUIT = ("nuit@2025-01-01", "nuit@2027-07-01-utkast")
_SLAG = ("sete", "uvisst", "stedfortreder", "observatoer", *funn.OM_DEM_SOM_SITTER)


def _tavle(gammel: Mandat, ny: Mandat, fra: date) -> tuple[Tavle, Dager]:
    utgaver = Utgaver(gammel, ny, diff(gammel, ny), ny.forum, fra)
    tavle = Tavle(utgaver, grunnlag(_DATA, _DATA.forum[ny.forum], gammel, ny, fra), spoersmaalene(()))
    return tavle, finn_dager((tavle.ny, tavle.gammel), fra, 30)


@pytest.mark.parametrize(
    ("par", "fra"),
    [
        (_NUIT, date(2026, 11, 23)),
        (("nuit@2020-06-02", "nuit@2025-01-01"), date(2025, 6, 1)),
        (("nehs@2016-01-01", "nehr@2024-01-01"), date(2024, 1, 1)),
        (("nufa@2020-06-02", "nufa@2025-01-01"), date(2025, 2, 1)),
    ],
)
def test_between_the_days_that_are_judged_nothing_changes(par: tuple[str, str], fra: date) -> None:
    """On any day at all the answers are those of the last judged day before it."""
    tavle, dager = _tavle(_DATA.mandater[par[0]], _DATA.mandater[par[1]], fra)
    assert len(dager.bemanning) > 2
    for nr in range(0, (dager.til - dager.fra).days, 17):
        dag = dager.fra + timedelta(days=nr)
        sist = max(en for en in dager.bemanning if en <= dag)
        for valg in (INGEN, tavle.utgaver.alle):
            for slag in _SLAG:
                assert tavle.fakta(valg, slag, dag) == tavle.fakta(valg, slag, sist), (slag, dag)


def test_the_days_are_those_on_which_somebody_comes_or_goes() -> None:
    anne = "{navn: Anne Aas, virksomhet: ks, periode: 2026-01-01"
    forum = FORUM.replace(anne, f"{anne}, permisjon: [2027-02-01/2027-03-31], fratraadt: 2027-08-14")
    data = les(bytt("varer: 2 aar", "varer: 4 aar"), forum=forum)
    gammel, ny = data.mandater[GAMMEL], data.mandater[NY]
    utgaver = Utgaver(gammel, ny, diff(gammel, ny), "raad", date(2027, 1, 1))
    tavle = Tavle(utgaver, grunnlag(data, data.forum["raad"], gammel, ny, date(2027, 1, 1)), spoersmaalene(()))
    dager = finn_dager((tavle.ny, tavle.gammel), date(2027, 1, 1), 18)
    assert [dag.isoformat() for dag in dager.bemanning] == [
        "2027-01-01", "2027-02-01", "2027-04-01", "2027-08-15", "2028-01-01"
    ]  # fmt: skip
    assert [dag.isoformat() for dag in dager.moeter] == ["2027-03-10", "2027-06-16"]
    assert dager.til == date(2028, 6, 30)


def test_the_turns_of_an_alternating_leadership_are_days_too() -> None:
    veksler = "  leder: {veksler: {mellom: [ks, rhf], foerst: ks, hver: 6 maaneder, fra: 2026-05-01}}\n  grupper:"
    data = les(bytt("  grupper:", veksler), gamle=REGLER)
    gammel, ny = data.mandater[GAMMEL], data.mandater[NY]
    utgaver = Utgaver(gammel, ny, diff(gammel, ny), "raad", date(2027, 1, 1))
    tavle = Tavle(utgaver, grunnlag(data, data.forum["raad"], gammel, ny, date(2027, 1, 1)), spoersmaalene(()))
    dager = finn_dager((tavle.ny, tavle.gammel), date(2027, 1, 1), 12)
    assert {date(2027, 5, 1), date(2027, 11, 1)} <= set(dager.bemanning)
