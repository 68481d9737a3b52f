"""A council and its mandates as the papers of the site are made of them: holding only what passed the gate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ehelse_cli.core.forum import FastSak, Forum, Medlem, Praksis, Stedfortreder
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.modell import FIL_HODE, FIL_ID, FIL_TEKST
from ehelse_cli.core.virksomhet import FraDag
from ehelse_cli.public.lenking import med_aapne_lenker
from ehelse_cli.public.modell import bare, hver, ny
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.public.omtale import broedtekst
from ehelse_cli.public.raadene import REGLER, er_kunngjort
from ehelse_cli.public.tilgang import Adressebok
from ehelse_cli.public.tilganger import Tilganger

#: How the council numbers, names and writes; and what it is beside the others.
_SOM_SKREVET = (
    "id", "opprettet", "avviklet", "erstatter", "nivaa", "saksnummer", "moetenummer", "vedleggsnummer", "maalform",
    "medlemmer_kjent_fra",
)  # fmt: skip
_FRISTER = ("innkalling", "saksliste", "saksdokumenter", "kommentarer")
#: The head of a mandate beside its rules.
_HODE = ("forum", "status", "vedtatt", "hjemmel", "gjelder_fra", "gjelder_til", "kjent_per", "maalform", "kilde")


def aapent_forum(forum: Forum, dag: date, faste: frozenset[str], roller: frozenset[str]) -> Forum:
    """The council on the day, with those of its standing items and roles that something open names."""
    return bare(
        forum,
        *_SOM_SKREVET,
        navn=begynt(forum.navn, dag),
        kort=begynt(forum.kort, dag),
        overordnet=begynt(forum.overordnet, dag),
        eier=begynt(forum.eier, dag),
        sekretariat=begynt(forum.sekretariat, dag),
        ord=bare(forum.ord, "vedtak", "stedfortreder"),
        roller={id_: bare(rolle, "navn") for id_, rolle in forum.roller.items() if id_ in roller},
        faste_saker={id_: _fast_sak(en) for id_, en in forum.faste_saker.items() if id_ in faste},
        praksis=ny(Praksis, **{hva: getattr(forum.praksis, hva) for hva in _FRISTER}),
        medlemmer=tuple(_medlem(rad) for rad in forum.medlemmer if er_kunngjort(rad, dag)),
        stedfortredere=tuple(_stedfortreder(rad) for rad in forum.stedfortredere if er_kunngjort(rad, dag)),
    )


def begynt(verdier: tuple[FraDag[Any], ...], dag: date) -> tuple[FraDag[Any], ...]:
    """What it has been called, or been under, so far; of something that begins later, what it will be."""
    return tuple(rad for rad in verdier if rad.fra is None or rad.fra <= dag) or verdier[-1:]


def _fast_sak(en: FastSak) -> FastSak:
    return bare(en, "tittel", "sakstype", "minutter", "vedtak")


def _medlem(rad: Medlem) -> Medlem:
    oppnevnt = bare(rad.oppnevnt, "av", "dato") if rad.oppnevnt else None
    forlenget = hver(rad.forlenget, "til", "dato")
    return bare(
        rad, "navn", "virksomhet", "gruppe", "rolle", "periode", "fratraadt", oppnevnt=oppnevnt, forlenget=forlenget
    )


def _stedfortreder(rad: Stedfortreder) -> Stedfortreder:
    return bare(rad, "navn", "virksomhet", "for_", "nr", "periode", "fratraadt")


# ── mandates ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def aapne_mandater(tilganger: Tilganger, bok: Adressebok, o: Offentlig) -> Iterator[Mandat]:
    """The adopted revisions."""
    aapne = {mandat.id for forum in o.forum for mandat in forum.mandater}
    for id_ in sorted(aapne):
        mandat = tilganger.data.mandater[id_]
        hode = _hode(mandat, aapne, tilganger)
        tekst = med_aapne_lenker(broedtekst(mandat.tekst), tilganger.data.files[id_].path, bok.full)
        yield Mandat.model_validate({**hode, FIL_ID: id_, FIL_TEKST: tekst, FIL_HODE: hode})


def _hode(mandat: Mandat, aapne: set[str], tilganger: Tilganger) -> dict[str, Any]:
    """The head as it is written, with its rules and no remarks; it names no case and no mandate that is not open."""
    hode = {noekkel: _uten_merknad(verdi) for noekkel, verdi in mandat.hode.items() if noekkel in {*_HODE, *REGLER}}
    vedtatt = hode.get("vedtatt")
    if isinstance(vedtatt, dict):
        aapen = tilganger.aapen(str(vedtatt.get("sak")))
        hode["vedtatt"] = {
            felt: vedtatt[felt] for felt in ("dato", "av", *(["sak"] if aapen else [])) if felt in vedtatt
        }
    if mandat.erstatter not in aapne:
        hode.pop("erstatter", None)
    return hode


def _uten_merknad(verdi: Any) -> Any:
    if isinstance(verdi, dict):
        return {noekkel: _uten_merknad(under) for noekkel, under in verdi.items() if noekkel != "merknad"}
    return [_uten_merknad(under) for under in verdi] if isinstance(verdi, list) else verdi
