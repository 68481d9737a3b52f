"""The free account of a meeting, parted by its headings: what was said in which case."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ehelse_cli.core.ankre import blokker
from ehelse_cli.render.clean import clean_text

_SAK = re.compile(r"sak\s+(?P<nummer>\S+?)[:.]?(?:\s.*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Del:
    """What stands under one of the outermost headings. `sak` is the number as written, when it is of a case."""

    overskrift: str
    tekst: str
    sak: str | None = None


def deler(tekst: str) -> tuple[Del, ...]:
    """The account in parts; what stands before any heading has none."""
    linjer = clean_text(tekst).splitlines()
    overskrifter = [blokk for blokk in blokker("\n".join(linjer)) if blokk.slag == "overskrift"]
    ytterst = min((blokk.nivaa for blokk in overskrifter), default=0)
    starter = [blokk for blokk in overskrifter if blokk.nivaa <= ytterst or _SAK.fullmatch(_tittel(blokk.tekst))]
    grenser = [*(blokk.linje for blokk in starter), len(linjer)]
    funnet = [
        _del(_tittel(en.tekst), linjer[fra:til]) for en, fra, til in zip(starter, grenser, grenser[1:], strict=False)
    ]
    foran = "\n".join(linjer[: grenser[0]]).strip()
    return (*((Del("", foran),) if foran else ()), *funnet)


def _tittel(overskrift: str) -> str:
    return overskrift.lstrip("#").strip().rstrip("#").strip()


def _del(tittel: str, linjer: list[str]) -> Del:
    """The part without its heading: one line, or two where it is underlined."""
    under = len(linjer) > 1 and not linjer[0].lstrip().startswith("#") and set(linjer[1].strip()) in ({"="}, {"-"})
    treff = _SAK.fullmatch(tittel)
    return Del(tittel, "\n".join(linjer[2 if under else 1 :]).strip("\n"), treff["nummer"] if treff else None)
