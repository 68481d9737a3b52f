"""Days, clock times and lists of words as Norwegians write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time
from functools import cache

from babel.dates import format_date

from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.moete import Moetedag, Moetetid
from ehelse_cli.core.spraak import Maalform, oppramsing
from ehelse_cli.render.ord import ORD

_SAA_OFTE = re.compile(r"(?P<antall>[1-9]\d?) (?P<enhet>dag|uke|måned|maaned)(?:e?r)?", re.ASCII)


@cache
def dag(dato: date, maalform: Maalform) -> str:
    """`2. desember 2026`."""
    return format_date(dato, "d. MMMM y", locale=maalform)


@cache
def ukedag(dato: date, maalform: Maalform) -> str:
    """`onsdag 2. desember 2026`; in nynorsk `måndag`, `tysdag`, `laurdag`."""
    return format_date(dato, "EEEE d. MMMM y", locale=maalform)


def delvis(dato: DelvisDato, maalform: Maalform) -> str:
    """As much of the day as is known: `2. desember 2026`, `desember 2026`, `2026`."""
    if dato.maaned is None:
        return f"{dato.aar:04}"
    if dato.dag is None:
        return format_date(date(dato.aar, dato.maaned, 1), "MMMM y", locale=maalform)
    return dag(date(dato.aar, dato.maaned, dato.dag), maalform)


def dager(tid: Moetetid, maalform: Maalform) -> str:
    """The days of a meeting in few words: `14.–15. oktober 2026`, `30. september – 1. oktober 2026`."""
    foerst, sist = tid.dato, tid.siste_dag
    if foerst == sist:
        return dag(foerst, maalform)
    if len(tid.dager) > 2 and not tid.skriftlig:
        return liste([dag(en.dato, maalform) for en in tid.dager], maalform)
    if (foerst.year, foerst.month) == (sist.year, sist.month):
        return f"{foerst.day}.–{dag(sist, maalform)}"
    start = format_date(foerst, "d. MMMM" if foerst.year == sist.year else "d. MMMM y", locale=maalform)
    return f"{start} – {dag(sist, maalform)}"


@cache
def kort(dato: date, maalform: Maalform) -> str:
    """`2. des.`, where the year is known from the context."""
    return format_date(dato, "d. MMM", locale=maalform)


def periode(fra: date, til: date, maalform: Maalform) -> str:
    """`2.–4. juni 2026`, `30. september – 1. oktober 2026`."""
    return (
        dager(Moetetid((Moetedag(fra), Moetedag(til)), skriftlig=True), maalform) if fra != til else dag(fra, maalform)
    )


def klokke(fra: time, til: time | None = None) -> str:
    """`10.00–15.00`, or the beginning alone."""
    return f"{fra:%H.%M}–{til:%H.%M}" if til else f"{fra:%H.%M}"


def moetedag(en: Moetedag, maalform: Maalform) -> str:
    """`onsdag 2. desember 2026 kl. 10.00–15.00`; the day alone while no clock time is set."""
    tekst = ukedag(en.dato, maalform)
    return f"{tekst} {ORD[maalform].kl.format(klokke(en.fra, en.til))}" if en.fra else tekst


def hver(skrevet: str, maalform: Maalform) -> str:
    """`2 uker` as people say how often something is: `hver 2. uke`, `kvar 2. veke`; other words as they are written."""
    ord_ = ORD[maalform]
    treff = _SAA_OFTE.fullmatch(skrevet)
    if treff is None:
        return ord_.hver.format(skrevet)
    enhet = ord_.tidsenheter[treff["enhet"].replace("aa", "å")]
    return ord_.hver.format(enhet if treff["antall"] == "1" else f"{treff['antall']}. {enhet}")


def liste(deler: Sequence[str], maalform: Maalform) -> str:
    """`a, b og c`."""
    return oppramsing(deler, ORD[maalform].og)
