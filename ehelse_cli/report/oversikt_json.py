"""An overview as JSON: every table is a list of objects, with the keys of its columns."""

from __future__ import annotations

import json
from typing import Any

from ehelse_cli.oversikt.oversikt import Andel, Forloep, Oversikt, Tabell, Verdi
from ehelse_cli.report.oversikt_celle import for_maskin
from ehelse_cli.report.safe import json_safe

#: Grows by one when a key changes its meaning or goes; new keys may come at any time.
SKJEMA = 1


def as_json(oversikt: Oversikt) -> str:
    """The whole overview."""
    document = {
        "skjema": SKJEMA,
        "oversikt": oversikt.id,
        "dag": oversikt.dag.isoformat(),
        "eksempel": oversikt.eksempel,
        "uleselig": list(oversikt.uleselig),
        "fakta": {fakt.noekkel: _verdi(fakt.verdi) for fakt in oversikt.fakta},
        "tabeller": {tabell.id: _rader(tabell) for tabell in oversikt.tabeller},
    }
    return json_safe(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _rader(tabell: Tabell) -> list[dict[str, Any]]:
    noekler = [hode.noekkel for hode in tabell.hoder]
    return [dict(zip(noekler, map(_verdi, rad), strict=True)) for rad in tabell.rader]


def _verdi(verdi: Verdi) -> Any:
    match verdi:
        case Andel():
            return {"antall": verdi.antall, "av": verdi.av}
        case Forloep():
            return {"fra": for_maskin(verdi.fra), "til": for_maskin(verdi.til)}
        case tuple():
            return list(verdi)
    return for_maskin(verdi)
