"""The gate: from everything that was read to what may go out on the day. There is no other way to the outside.

What passes is built field by field into values of its own (an allow-list), so what somebody adds to the core next year
stays inside until it is named here. `skjermet/` is never opened: the loader does not list it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import fields

from ehelse_cli.core.aarshjul import Aarshjul, Hendelse
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.periode import Periode
from ehelse_cli.public.felles import Hvem
from ehelse_cli.public.moetene import moetet
from ehelse_cli.public.offentlig import Aarshendelse, Offentlig, Samling
from ehelse_cli.public.offentlig import Aarshjul as AapentAarshjul
from ehelse_cli.public.omtale import Omtale, en_linje, linje
from ehelse_cli.public.raadene import raadet, virksomhetene
from ehelse_cli.public.sakene import filene, saken
from ehelse_cli.public.tilganger import Tilganger

_UTEN_NAVN = "Råd og utvalg"


def slipp_ut(data: Dataset, dag: date) -> Offentlig:
    """Everything that may be shown to everybody on the day. Pure: the same tree and day give equal values."""
    tilganger = Tilganger(data, dag)
    forum = tuple(raadet(tilganger, ett) for _, ett in sorted(data.forum.items()))
    moeter = tuple(aapent for ett in data.moeter.values() if (aapent := moetet(tilganger, ett)) is not None)
    saker = tuple(aapen for en in data.saker.values() if (aapen := saken(tilganger, en)) is not None)
    kjente = frozenset(ett.id for ett in moeter)
    aar = tuple(_aaret(data, ett, kjente) for _, ett in sorted(data.aarshjul.items()) if _er_publisert(ett, dag))
    nevnt = _nevnt((forum, moeter, saker)) | frozenset(
        rad.hvem for ett in data.aarshjul.values() if _er_publisert(ett, dag) for rad in ett.hendelser if rad.hvem
    )
    return Offentlig(
        dag=dag,
        samling=_samling(data),
        forum=forum,
        moeter=tuple(sorted(moeter, key=lambda ett: (ett.dato, ett.id))),
        saker=tuple(sorted(saker, key=lambda en: _noekkel(en.id))),
        aarshjul=aar,
        virksomheter=virksomhetene(data, nevnt, dag),
        filer=tuple(filene(data, saker)),
    )


def _samling(data: Dataset) -> Samling:
    sett = data.datasett
    adresse = linje(sett.nettadresse).rstrip("/") if sett.nettadresse else None
    return Samling(linje(sett.navn or _UTEN_NAVN), sett.er_eksempel, sett.maalform, adresse)


def _noekkel(id_: str) -> tuple[str, int]:
    """Cases in order of number: 9 before 10."""
    stamme, _, nummer = id_.rpartition("-")
    return stamme, int(nummer) if nummer.isdecimal() else 0


def _er_publisert(aarshjul: Aarshjul, dag: date) -> bool:
    return aarshjul.publisert is not None and aarshjul.publisert <= dag


def _aaret(data: Dataset, aarshjul: Aarshjul, kjente: frozenset[str]) -> AapentAarshjul:
    assert aarshjul.publisert is not None
    aar = int(aarshjul.id.rpartition("-")[2])
    return AapentAarshjul(
        aar=aar,
        publisert=aarshjul.publisert,
        forum=aarshjul.forum,
        hendelser=tuple(_hendelse(data, rad, aar, kjente) for rad in aarshjul.hendelser),
    )


def _hendelse(data: Dataset, rad: Hendelse, aar: int, kjente: frozenset[str]) -> Aarshendelse:
    periode = rad.dato if isinstance(rad.dato, Periode) else None
    return Aarshendelse(
        tittel=linje(rad.tittel),
        slag=rad.slag,
        fra=periode.fra.isoformat() if periode else str(rad.dato),
        til=periode.til.isoformat() if periode and periode.til else None,
        hver=en_linje(rad.hver),
        hvem=Omtale(data, "", date(aar, 12, 31)).virksomhet(rad.hvem).navn if rad.hvem else None,
        foer=tuple(id_ for id_ in rad.foer if id_ in kjente),
    )


def _nevnt(verdi: Any) -> frozenset[str]:
    """The ids of everybody that a public value names."""
    ider: set[str | None] = set()
    venter = [verdi]
    while venter:
        en = venter.pop()
        if isinstance(en, Hvem):
            ider.add(en.id)
        elif isinstance(en, tuple):
            venter.extend(en)
        elif en is not None:
            felter = _nevnende(type(en))  # type: ignore[arg-type]  # a class has a hash
            venter.extend([getattr(en, felt) for felt in felter])
    return frozenset(filter(None, ider))


@cache
def _nevnende(klasse: type[Struct]) -> tuple[str, ...]:
    """The fields of a class below which somebody may be named: most hold nothing but texts and days."""
    return tuple(felt.name for felt in fields(klasse) if any(map(_kan_nevne, _klasser(felt.type))))


def _kan_nevne(klasse: type[Struct]) -> bool:
    return klasse is Hvem or bool(_nevnende(klasse))


def _klasser(type_: Any) -> Iterator[type[Struct]]:
    """The classes of ours that a type speaks of: `tuple[Sakspunkt | UnntattPunkt, ...]`."""
    if isinstance(type_, type) and issubclass(type_, Struct):
        yield type_
    for del_ in get_args(type_):
        yield from _klasser(del_)
