"""One cell of an overview, for people and for machines."""

from __future__ import annotations

from datetime import date

from ehelse_cli.oversikt.oversikt import Andel, Forloep, Verdi
from ehelse_cli.report.vis_felles import kortdato

#: How many marks a bar has.
_LENGDE = 8
_GAATT, _IGJEN = "█", "░"


def i_ord(verdi: Verdi) -> str:
    """The cell as people read it: `2.12.2026`, `3 av 4 (75 %)`, a bar."""
    match verdi:
        case None:
            return ""
        case date():
            return kortdato(verdi)
        case Andel():
            return f"{verdi.antall} av {verdi.av} ({verdi.prosent} %)" if verdi.av else "–"
        case Forloep():
            return strek(verdi)
        case tuple():
            return "\n".join(verdi)
    return str(verdi)


def strek(forloep: Forloep) -> str:
    """`██████░░`: what is gone and what is left, in letters that need no colour."""
    andel = forloep.andel
    if andel is None:
        return ""
    gaatt = andel.antall * _LENGDE // andel.av
    return _GAATT * gaatt + _IGJEN * (_LENGDE - gaatt)


def for_maskin(verdi: Verdi) -> str | int | None:
    """The cell as one value: days in ISO, a share and a bar in per cent."""
    match verdi:
        case date():
            return verdi.isoformat()
        case Andel():
            return verdi.prosent
        case Forloep():
            return for_maskin(verdi.andel)
        case tuple():
            return "\n".join(verdi)
    return verdi


def er_tall(verdi: Verdi) -> bool:
    """Whether the cell is a number, which stands to the right."""
    return isinstance(verdi, int)
