"""A plan as JSON. `skjema` grows by one when a key changes its meaning or goes.

* `fra`, `til`: the two sides, as in the comparison. `forum`, `i_kraft`, `per`, `fra_dag`, `til_dag`: whose people and
  calendar, the day in force, the day it is judged by, and the first and the last day looked at. `dager`: every day.
* `endringer`: the changes by number. `nivaa` is before and `etter` after the facts were looked at (null: a change that
  depended on them, and is fine); `fra_dag` is the first day that it breaks anything. Without `id`: the words as one.
* `virkninger`: `omraade`, `slag` (what was asked, or the code of a rule), `objekt` (its id), `merke` (`!`, `-`, `+`,
  `?`, `~`), `tekst`, `hjelp`, `mangler` with the place it would have stood, and `aarsaker`: the smallest sets of
  changes, by number, that each give the effect. `bare_kjent_naa`: something is known now that was not, and whether it
  is new, nobody can tell.
* `antall`: for each area how many objects there are, and how many of them nothing happens to.
* `vedtak`: who must adopt which changes; `hvem` is empty where that cannot be told.
"""

from __future__ import annotations

import json
from typing import Any

from ehelse_cli.core.place import Location
from ehelse_cli.plan.plan import Plan, Planer
from ehelse_cli.plan.utfall import Planendring
from ehelse_cli.plan.virkning import OMRAADER, Virkning
from ehelse_cli.report.mandatdiff_json import side_som_json
from ehelse_cli.report.safe import json_safe
from ehelse_cli.report.screen import ANYWHERE, Screen

SKJEMA = 1


def som_json(plan: Plan, _skjerm: Screen = ANYWHERE) -> str:
    """One object."""
    return json_safe(json.dumps(som_objekt(plan), ensure_ascii=False, indent=2)) + "\n"


def samlet_json(planer: Planer) -> str:
    """The plans of two states of the files as one object."""
    samlet = {
        "skjema": SKJEMA,
        "fra": planer.fra,
        "til": planer.til,
        "uten_plan": list(planer.uten_plan),
        "planer": [som_objekt(en) for en in planer.planer],
    }
    return json_safe(json.dumps(samlet, ensure_ascii=False, indent=2)) + "\n"


def som_objekt(plan: Plan) -> dict[str, Any]:
    """The plan as containers."""
    return {
        "skjema": SKJEMA,
        "fra": side_som_json(plan.diff.gammel),
        "til": side_som_json(plan.diff.ny),
        "forum": plan.forum,
        "i_kraft": plan.i_kraft.isoformat(),
        "per": plan.i_dag.isoformat(),
        "fra_dag": plan.dager.fra.isoformat(),
        "til_dag": plan.dager.til.isoformat(),
        "dager": [dag.isoformat() for dag in sorted({*plan.dager.bemanning, *plan.dager.moeter})],
        "fravaer": list(plan.fravaer),
        "hva_om": list(plan.hva_om),
        "ulest": list(plan.ulest),
        "medlemmer_er_kjent": plan.medlemmer_er_kjent,
        "endringer": [_endring(en) for en in plan.endringer],
        "virkninger": [_virkning(en) for en in plan.virkninger],
        "antall": {
            omraade: {"alle": plan.antall[omraade], "uroert": plan.uroerte(omraade)}
            for omraade in OMRAADER
            if omraade in plan.antall
        },
        "vedtak": [
            {"hvem": list(krav.hvem), "navn": krav.navn, "grunn": krav.grunn, "endringer": list(krav.endringer)}
            | _sted(krav.sted)
            for krav in plan.vedtak
        ],
    }


def _endring(en: Planendring) -> dict[str, Any]:
    endring = en.endring
    return {
        "nr": en.nr,
        "id": endring.id if endring else None,
        "sti": endring.sti if endring else None,
        "nivaa": str(en.nivaa) if en.nivaa else None,
        "etter": str(en.etter) if en.etter else None,
        "fra_dag": en.fra.isoformat() if en.fra else None,
    }


def _virkning(en: Virkning) -> dict[str, Any]:
    return {
        "omraade": en.omraade,
        "slag": en.slag,
        "objekt": en.objekt,
        "navn": en.navn,
        "merke": str(en.merke),
        "dag": en.dag.isoformat(),
        "tekst": en.melding.tekst,
        "hjelp": en.melding.hjelp,
        "mangler": en.melding.mangler or None,
        "aarsaker": [list(aarsak) for aarsak in en.aarsaker],
        "bare_kjent_naa": en.bare_kjent_naa,
        **_sted(en.melding.sted),
    }


def _sted(sted: Location | None) -> dict[str, Any]:
    return {"fil": sted.path if sted else None, "linje": sted.line if sted else None}
