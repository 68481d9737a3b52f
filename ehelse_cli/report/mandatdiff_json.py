"""A comparison of two mandates as JSON. `skjema` grows by one when a key changes its meaning or goes.

* `fra`, `til`: the two sides: `id`, `navn`, `lest_fra` (the revision or file, where one was named), `status`,
  `gjelder_fra` (null: unknown), `gjelder_til`, and `gjelder_fra_er_kjent_per`: the day is only the first that it is
  known to hold.
* `uendret`: nothing differs that both sides know. `ukjent_i_begge`: what could not be compared.
* `tall`: how many changes of rules and words per level, how many `om_kilden`, and the blocks of the prose by kind.
* `endringer` (of the rules), `ordlyd` (of the words, that no rule explains), `om_kilden`, `om_revisjonen`: lists of
  changes, the worst first. `sti` is the place in the head; `fra` and `til` are null where the side does not mention
  it, otherwise `{raa, norsk}`; `punkt` is the clause's anchor in the new mandate (`punkt_fra`: in the old). `ekko`
  are the blocks of the prose that say it, as `[nr_fra, nr_til]`; `mangler_ekko`: the rule changed and no word did.
* `prosa`: every section whose words changed; `blokker` are all its blocks, each with its words in `biter` (`slag`:
  lik, ny, borte), its places in the old and the new prose (`nr_fra`, `nr_til`, from 0) and where it moved from.
"""

from __future__ import annotations

import json
from typing import Any

from ehelse_cli.diff.endring import Endring, Nivaa, Verditekst
from ehelse_cli.diff.mandat import Mandatdiff, Side
from ehelse_cli.diff.prosa import Blokkdiff, Seksjonsdiff
from ehelse_cli.report.safe import json_safe
from ehelse_cli.report.screen import ANYWHERE, Screen

SKJEMA = 1


def som_json(diff: Mandatdiff, _skjerm: Screen = ANYWHERE) -> str:
    """One object."""
    return json_safe(json.dumps(som_objekt(diff), ensure_ascii=False, indent=2)) + "\n"


def som_objekt(diff: Mandatdiff) -> dict[str, Any]:
    """The comparison as containers."""
    return {
        "skjema": SKJEMA,
        "fra": side_som_json(diff.gammel),
        "til": side_som_json(diff.ny),
        "uendret": diff.uendret,
        "ukjent_i_begge": list(diff.ukjent_i_begge),
        "tall": {
            **{str(nivaa): diff.antall(nivaa) for nivaa in Nivaa},
            "om_kilden": len(diff.om_kilden),
            "avsnitt": {slag: diff.antall_avsnitt(slag) for slag in ("ny", "borte", "endret", "flyttet")},
        },
        "endringer": [_endring(diff, endring) for endring in diff.om_regler],
        "ordlyd": [_endring(diff, endring) for endring in diff.ordlyd],
        "om_kilden": [_endring(diff, endring) for endring in diff.om_kilden],
        "om_revisjonen": [_endring(diff, endring) for endring in diff.om_revisjonen],
        "prosa": [_seksjon(seksjon) for seksjon in diff.endrede_seksjoner],
    }


def side_som_json(side: Side) -> dict[str, Any]:
    """A side as containers."""
    return {
        "id": side.id,
        "navn": side.navn,
        "lest_fra": side.lest_fra or None,
        "status": side.status,
        "gjelder_fra": side.fra.isoformat() if side.fra else None,
        "gjelder_fra_er_kjent_per": side.fra_er_kjent_per,
        "gjelder_til": side.til.isoformat() if side.til else None,
    }


def _endring(diff: Mandatdiff, endring: Endring) -> dict[str, Any]:
    return {
        "id": endring.id,
        "nivaa": str(endring.nivaa),
        "retning": str(endring.retning),
        "omraade": endring.omraade,
        "sti": endring.sti,
        "emne": endring.emne,
        "hva": endring.hva,
        "fra": _verdi(endring.fra),
        "til": _verdi(endring.til),
        "norm_fra": endring.norm_fra,
        "norm_til": endring.norm_til,
        "punkt": endring.punkt,
        "punkt_fra": endring.punkt_fra,
        "klausul": diff.klausul(endring.punkt),
        "ekko": [list(sted) for sted in endring.ekko],
        "mangler_ekko": diff.mangler_ekko(endring),
        "fingeravtrykk": diff.fingeravtrykk(endring),
        "godtatt": _godtatt(diff, endring),
    }


def _godtatt(diff: Mandatdiff, endring: Endring) -> dict[str, str | None] | None:
    """The acceptance that counts on the day; null where there is none."""
    en = diff.godkjenning(endring)
    if en is None:
        return None
    return {"grunn": en.grunn.strip(), "sak": en.sak.strip(), "til": en.til.isoformat() if en.til else None}


def _verdi(verdi: Verditekst | None) -> dict[str, str] | None:
    return None if verdi is None else {"raa": verdi.raa, "norsk": verdi.norsk}


def _seksjon(seksjon: Seksjonsdiff) -> dict[str, Any]:
    return {
        "anker": seksjon.anker,
        "tittel": seksjon.tittel,
        "slag": seksjon.slag,
        "blokker": [_blokk(blokk) for blokk in seksjon.blokker],
    }


def _blokk(blokk: Blokkdiff) -> dict[str, Any]:
    return {
        "slag": blokk.slag,
        "nr_fra": blokk.nr_fra,
        "nr_til": blokk.nr_til,
        "flyttet_fra": blokk.fra or None,
        "biter": [{"slag": bit.slag, "tekst": bit.tekst} for bit in blokk.bit],
    }
