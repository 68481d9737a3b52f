"""The gate for councils, their mandates and their members. Of a person: name, role, place, who appointed, from, to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from msgspec.structs import replace

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.forum import Forum, Medlem, Stedfortreder
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.arbeid import Vedtatt
from ehelse_cli.core.mandat.sammensetning import Sammensetning
from ehelse_cli.core.register import medlemskap
from ehelse_cli.core.virksomhet import FraDag, siste_verdi, verdi_per
from ehelse_cli.public import forum as ut
from ehelse_cli.public.felles import Hvem
from ehelse_cli.public.lenking import med_aapne_lenker
from ehelse_cli.public.omtale import Omtale, avsnitt, broedtekst, en_linje, iso, linje
from ehelse_cli.public.tilganger import Tilganger
from ehelse_cli.render.navn import gruppe_eller_verv, person

#: From a mandate's page to the root of the site.
_ROT = "../../../../"
_ROT_FRA_SAK = "../../"

#: What of a mandate's head is told as its rules. The model tells the rest by itself.
REGLER = (
    "norm", "punkt", "gjelder", "erstatter", "gjelder_for", "overordnet", "sammensetning", "stedfortreder",
    "funksjonstid", "beslutningsdyktighet", "beslutning", "moeter", "frister", "faste_oppgaver", "saker", "protokoll",
    "offentlighet", "habilitet", "skriftlig_behandling", "fullmakt", "sekretariat", "vedtar_mandat_for", "vedtar",
    "godkjenner_medlemmer_i", "rapporterer_til", "underorganer", "evaluering", "retningslinje_for_underliggende",
    "punkter",
)  # fmt: skip
_INTERNT = frozenset({"merknad", "kilde"})


def raadet(tilganger: Tilganger, forum: Forum) -> ut.Forum:
    """The council on the day."""
    data, dag = tilganger.data, tilganger.dag
    omtale = tilganger.omtale(forum.id, dag, forum.maalform)
    return ut.Forum(
        id=forum.id,
        navn=linje(data.forumnavn(forum.id, dag)),
        maalform=forum.maalform,
        kort=en_linje(verdi_per(forum.kort, dag)),
        tidligere_navn=tuple(_tidligere(forum.navn, dag)),
        opprettet=iso(forum.opprettet),
        avviklet=forum.avviklet if forum.avviklet and forum.avviklet <= dag else None,
        erstatter=omtale.virksomhet(forum.erstatter) if forum.erstatter else None,
        overordnet=_over_tid(forum.overordnet, omtale),
        nivaa=forum.nivaa,
        formaal=avsnitt(forum.formaal),
        eier=_over_tid(forum.eier, omtale),
        sekretariat=_over_tid(forum.sekretariat, omtale),
        enhetskode=en_linje(forum.enhetskode),
        vedtaksord=en_linje(forum.ord.vedtak),
        medlemmer_kjent_fra=forum.medlemmer_kjent_fra,
        medlemmer=tuple(_medlemmer(data, forum, omtale)),
        stedfortredere=tuple(_stedfortredere(forum, omtale)),
        mandater=_mandatene(tilganger, forum, omtale),
    )


def _tidligere(navn: tuple[FraDag[str], ...], dag: date) -> Iterator[ut.Navn]:
    """The names it had before the one it has that day."""
    begynt = [rad for rad in navn if rad.fra is None or rad.fra <= dag]
    for rad in begynt[:-1]:
        yield ut.Navn(linje(rad.verdi), rad.fra)


def _over_tid(verdier: tuple[FraDag[Any], ...], omtale: Omtale) -> Hvem | None:
    gjeldende = verdi_per(verdier, omtale.dag)
    return None if gjeldende is None or isinstance(gjeldende, Taushet) else omtale.virksomhet(gjeldende)


# ── persons ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _medlemmer(data: Dataset, forum: Forum, omtale: Omtale) -> Iterator[ut.Medlem]:
    """Every row that has been announced: the term has begun, or the appointment has a day that is past."""
    terminer = {rad.nr: rad for rad in medlemskap(data, forum)}
    for nr, rad in enumerate(forum.medlemmer):
        if not er_kunngjort(rad, omtale.dag):
            continue
        termin = terminer.get(nr)
        fra = rad.periode.fra if rad.periode else None
        til = termin.siste_dag if termin else _siste_dag(rad)
        gruppe = termin.gruppe if termin else rad.gruppe
        yield ut.Medlem(
            navn=person(linje(rad.navn)),
            rolle=rad.rolle,
            virksomhet=omtale.virksomhet(rad.virksomhet) if rad.virksomhet else None,
            gruppe=_gruppenavn(data, forum, gruppe, omtale.dag),
            fra=fra,
            til=til,
            oppnevnt_av=omtale.virksomhet(rad.oppnevnt.av) if rad.oppnevnt and rad.oppnevnt.av else None,
            oppnevnt=rad.oppnevnt.dato if rad.oppnevnt else None,
        )


def er_kunngjort(rad: Medlem | Stedfortreder, dag: date) -> bool:
    """Whether people may know of the row: the term has begun, or the appointment has a day that is past."""
    oppnevnt = rad.oppnevnt.dato if rad.oppnevnt else None
    return rad.periode is None or rad.periode.fra <= dag or (oppnevnt is not None and oppnevnt <= dag)


def _siste_dag(rad: Medlem | Stedfortreder) -> date | None:
    slutt = rad.periode.til if rad.periode else None
    return min(slutt, rad.fratraadt) if slutt and rad.fratraadt else slutt or rad.fratraadt


def _gruppenavn(data: Dataset, forum: Forum, gruppe: str | None, dag: date) -> str | None:
    """What people call the group that day; its id where the mandate of the day does not know it."""
    if gruppe is None:
        return None
    return linje(gruppe_eller_verv(data, forum.id, gruppe, dag, forum.maalform) or gruppe.replace("-", " "))


def _stedfortredere(forum: Forum, omtale: Omtale) -> Iterator[ut.Stedfortreder]:
    for rad in forum.stedfortredere:
        if er_kunngjort(rad, omtale.dag):
            yield ut.Stedfortreder(
                navn=person(linje(rad.navn)),
                for_=omtale.navn(rad.for_),
                virksomhet=omtale.virksomhet(rad.virksomhet) if rad.virksomhet else None,
                nr=rad.nr,
                fra=rad.periode.fra if rad.periode else None,
                til=_siste_dag(rad),
            )


# ── mandates ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _mandatene(tilganger: Tilganger, forum: Forum, omtale: Omtale) -> tuple[ut.Mandat, ...]:
    """The adopted revisions, oldest first, each until the next takes force."""
    aapne = [ett for ett in tilganger.data.mandater_for(forum.id) if _er_vedtatt(ett, omtale.dag)]
    alle = [_mandatet(tilganger, ett, omtale) for ett in aapne]
    for nr, (ett, neste) in enumerate(pairwise(alle)):
        slutt = date.fromordinal(neste.fra.toordinal() - 1)
        alle[nr] = replace(ett, til=min(ett.til, slutt) if ett.til else slutt)
    return tuple(alle)


def _er_vedtatt(mandat: Mandat, dag: date) -> bool:
    """No draft; and in force, or adopted on a day that is past."""
    vedtatt = mandat.vedtatt.dato if isinstance(mandat.vedtatt, Vedtatt) else None
    i_kraft = mandat.fra is not None and mandat.fra <= dag
    return (
        not mandat.er_utkast and mandat.fra is not None and (i_kraft or (isinstance(vedtatt, date) and vedtatt <= dag))
    )


def _mandatet(tilganger: Tilganger, mandat: Mandat, omtale: Omtale) -> ut.Mandat:
    assert mandat.fra is not None
    vedtatt = mandat.vedtatt if isinstance(mandat.vedtatt, Vedtatt) else Vedtatt()
    seter = mandat.sammensetning.seter if isinstance(mandat.sammensetning, Sammensetning) else None

    def lenke(sti: str) -> str | None:
        til = tilganger.adresse(sti)
        return _ROT + til.removeprefix(_ROT_FRA_SAK) if til else None

    return ut.Mandat(
        id=mandat.id,
        forum=mandat.forum,
        fra=mandat.fra,
        maalform=mandat.maalform,
        fra_er_kjent=isinstance(mandat.gjelder_fra, date),
        til=mandat.gjelder_til,
        vedtatt=vedtatt.dato if isinstance(vedtatt.dato, date) else None,
        vedtatt_av=omtale.virksomhet(vedtatt.av) if vedtatt.av and not isinstance(vedtatt.av, Taushet) else None,
        hjemmel=en_linje(mandat.hjemmel),
        seter=None if seter is None or isinstance(seter, Taushet) else str(seter),
        regler=tuple(_regler(mandat)),
        tekst=med_aapne_lenker(broedtekst(mandat.tekst), tilganger.data.files[mandat.id].path, lenke),
    )


def _regler(mandat: Mandat) -> Iterator[tuple[str, str]]:
    """The head as dotted paths and values, without remarks: what the mandate says, for machines."""
    for noekkel, verdi in mandat.hode.items():
        if noekkel in REGLER:
            yield from _flatt(noekkel, verdi)


def _flatt(sti: str, verdi: Any) -> Iterator[tuple[str, str]]:
    if isinstance(verdi, dict):
        for noekkel, under in verdi.items():
            if noekkel not in _INTERNT:
                yield from _flatt(f"{sti}.{noekkel}", under)
    elif isinstance(verdi, list):
        for nr, under in enumerate(verdi):
            navn = under.get("id", nr) if isinstance(under, dict) else nr
            yield from _flatt(f"{sti}.{navn}", under)
    elif verdi is not None:
        yield sti, linje(str(verdi))


# ── organisations ────────────────────────────────────────────────────────────────────────────────────────────────────


def virksomhetene(data: Dataset, nevnt: frozenset[str], dag: date) -> tuple[ut.Virksomhet, ...]:
    """The organisations that something public names: one that only closed cases name is not told to exist."""
    return tuple(
        ut.Virksomhet(
            id=id_,
            navn=linje(data.virksomhetsnavn(id_, dag)),
            kort=en_linje(verdi_per(en.kort, dag) or siste_verdi(en.kort)),
            orgnr=en.orgnr,
            sektor=en.sektor,
        )
        for id_, en in sorted(data.virksomheter.items())
        if id_ in nevnt
    )
