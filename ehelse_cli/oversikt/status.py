"""The secretary's morning: what is late, what comes in two weeks, what lies ahead; and what to type for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.faste_saker import manglende
from ehelse_cli.core.finding import Finding, Severity
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.moete import SENDT, Moete
from ehelse_cli.core.register import register
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.oversikt.etterarbeid import (
    faste_som_foreslaatt,
    mangler_fremmoete,
    saker_uten_utfall,
    venter_paa_publisering,
)
from ehelse_cli.oversikt.felles import fristene_foer, kort, papirfrist, tittelen
from ehelse_cli.oversikt.frister import Rad, fristene
from ehelse_cli.oversikt.koe import koeen, mangler
from ehelse_cli.oversikt.medlemmer import setene, utloepene
from ehelse_cli.oversikt.oversikt import ALLTID, Kolonne, Oversikt, Tabell, tabell
from ehelse_cli.oversikt.tiltak import igjen
from ehelse_cli.render.kalt import ord_
from ehelse_cli.render.navn import nummer_i
from ehelse_cli.rules.common import holdt_i
from ehelse_cli.rules.saker import planlagte

#: What comes within so long is for now; what comes within the longer is worth knowing.
SNART = timedelta(days=14)
FRAM = timedelta(days=60)
#: Of a meeting so long ago, what nobody entered will hardly be entered any more.
SIDEN = timedelta(days=180)

#: On a screen so wide the command stands beside what it deals with.
_BRED = 110

#: The first word of a deadline → the command that deals with it; the others are looked at.
_KOMMANDOER = {
    "innkalling": "lag innkalling",
    "saksliste": "lag saksliste",
    "saksdokumenter": "lag moetepakke",
    "referat": "lag referat",
    "svar": "spor",
    "oppdrag:": "spor",
}


@dataclass(frozen=True, slots=True)
class Linje:
    """One thing to do or to know: by when (None: now), what, and the command."""

    dato: date | None
    hva: str
    gjoer: str


def forfalt(data: Dataset, dag: date, funn: Sequence[Finding]) -> Iterator[Linje]:
    """What is late, and what is wrong in the files."""
    yield from (_frist(data, rad, dag) for rad in fristene(data, dag) if rad.er_forfalt(dag))
    feil = sum(ett.severity is Severity.FEIL for ett in funn)
    if feil:
        yield Linje(None, f"{feil} feil i filene", "ehelse valider")
    for forum in data.forum.values():
        reg = register(data, forum, dag)
        ledige = sum(sete.er_ledig for sete in setene(reg)) if reg and forum.medlemmer else 0
        yield from _etter_moetene(data, forum, dag)
        yield from _referatene(data, forum, dag)
        if ledige:
            antall = "1 ledig sete" if ledige == 1 else f"{ledige} ledige seter"
            yield Linje(None, f"{antall} i {kort(data, forum.id, dag)}", f"ehelse medlemmer {forum.id}")


def _etter_moetene(data: Dataset, forum: Forum, dag: date) -> Iterator[Linje]:
    """What nobody has entered of the meetings lately held."""
    for moete in holdt_i(data, forum.id, dag):
        siste = moete.tid.siste_dag
        if moete.er_skriftlig or siste < dag - SIDEN:
            continue
        hvor = f"møtet {datotekst(siste)} · {kort(data, forum.id, dag)}"
        if mangler_fremmoete(moete):
            yield Linje(siste, f"hvem som kom: {hvor}", f"ehelse moete fremmoete {moete.id}")
        aapne = saker_uten_utfall(data, moete)
        if aapne:
            antall = "én sak" if len(aapne) == 1 else f"{len(aapne)} saker"
            gjoer = f"ehelse sak behandle {aapne[0]} --moete {moete.id}"
            yield Linje(siste, f"hva det ble til i {antall}: {hvor}", gjoer)
        if any(faste_som_foreslaatt(data, moete)):
            yield Linje(
                siste, f"de faste sakene: {hvor}", f"ehelse moete protokoller {moete.id} --faste-som-foreslaatt"
            )


def _referatene(data: Dataset, forum: Forum, dag: date) -> Iterator[Linje]:
    """Minutes lately approved that nobody has published."""
    for moete in holdt_i(data, forum.id, dag):
        godkjent = venter_paa_publisering(data, moete, dag)
        if godkjent is not None and godkjent >= dag - SIDEN:
            hva = f"referatet er godkjent og ikke publisert: møtet {datotekst(moete.tid.siste_dag)}"
            gjoer = f"ehelse moete protokoller {moete.id} --publisert {dag.isoformat()}"
            yield Linje(godkjent, f"{hva} · {kort(data, forum.id, dag)}", gjoer)


def kommer(data: Dataset, dag: date, fra: date, til: date) -> tuple[Linje, ...]:
    """What falls due in the stretch, both ends included, earliest first."""
    linjer = [_frist(data, rad, dag) for rad in fristene(data, dag) if not rad.er_gjort(dag) and rad.hva != "møte"]
    for forum in data.forum.values():
        linjer += _perioder(data, forum, dag)
        linjer += _faste_saker(data, forum, dag)
        linjer += _papirer(data, forum, dag)
    linjer += _koe(data, dag)
    i_tiden = (linje for linje in linjer if linje.dato is not None and fra <= linje.dato <= til)
    return tuple(sorted(i_tiden, key=lambda linje: (linje.dato or date.max, linje.hva)))


def _frist(data: Dataset, rad: Rad, dag: date) -> Linje:
    """The deadline in words, with its council unless the words name it already."""
    kommando = _KOMMANDOER.get(rad.hva.split()[0], "vis") if rad.forum else "frister"
    hvor = f" · {kort(data, rad.forum, dag)}" if rad.forum else ""
    return Linje(rad.dato, f"{rad.hva}{hvor}", f"ehelse {kommando} {rad.gjelder}" if rad.forum else "ehelse frister")


def _perioder(data: Dataset, forum: Forum, dag: date) -> Iterator[Linje]:
    """Terms that end before anybody follows."""
    per_dag: dict[date, list[str]] = {}
    faste: set[str] = set()  # those who have said that they leave
    for ut in utloepene(data, forum, dag, FRAM):
        per_dag.setdefault(ut.siste_dag, []).append(ut.rad.medlem.navn)
        faste |= {ut.rad.medlem.navn} if ut.rad.medlem.fratraadt is not None else set()
    for dagen, navnene in per_dag.items():
        hva = f"perioden til {oppramsing(navnene)} går ut · {kort(data, forum.id, dag)}"
        ett = f'ehelse medlem forny {forum.id} "{navnene[0]}"'
        yield Linje(dagen, hva, ett if len(navnene) == 1 and not faste & {*navnene} else f"ehelse medlemmer {forum.id}")


def _faste_saker(data: Dataset, forum: Forum, dag: date) -> Iterator[Linje]:
    """Standing items that the agenda of a meeting lacks, until it is called: by the day its agenda is to be ready.

    Once it is called, a rule tells (AAR705).
    """
    for moete in planlagte(data, forum.id, dag):
        if moete.type != "ordinaert" or moete.er_skriftlig or moete.innkalt or moete.papirer_ute:
            continue
        antall = len(manglende(data, forum, moete.tid.dato, moete.saksliste))
        if antall:
            hva = "én fast sak" if antall == 1 else f"{antall} faste saker"
            hvor = f"sakslisten til møtet {datotekst(moete.tid.dato)} · {kort(data, forum.id, dag)}"
            frist = max(dag, _sakslistefrist(data, forum.id, moete))
            yield Linje(frist, f"{hva} mangler på {hvor}", f"ehelse moete saksliste {moete.id}")


def _sakslistefrist(data: Dataset, forum: str, moete: Moete) -> date:
    dager = (rad.dato for rad in fristene_foer(data, forum, moete) if rad.hva in ("saksliste", "innkalling"))
    return min(dager, default=moete.tid.dato)


def _papirer(data: Dataset, forum: Forum, dag: date) -> Iterator[Linje]:
    """Cases on the agenda of a meeting whose papers are not sent, with no paper or one that lacks something."""
    for moete in planlagte(data, forum.id, dag):
        frist = papirfrist(data, forum.id, moete)
        if moete.papirer_ute is not None or frist is None:
            continue
        for punkt in moete.saksliste:
            id_ = data.sak_id(forum.id, punkt.sak) if punkt.sak else None
            sak = data.saker.get(id_ or "")
            nummer = nummer_i(data, forum.id, punkt.sak) if punkt.sak else ""
            hvor = kort(data, forum.id, dag)
            if sak is not None and (hva := mangler(data, sak)):
                yield Linje(frist, f"papiret i sak {nummer} mangler {', '.join(hva)} · {hvor}", _utfyll(sak.id, hva))
            elif sak is None and id_ and id_ not in data.broken and not (punkt.fast or punkt.tittel):
                yield Linje(frist, f"sak {nummer} har ikke noe papir · {hvor}", f"ehelse vis {moete.id}")


def _utfyll(id_: str, hva: Sequence[str]) -> str:
    """A text is written in the file; the rest can be said."""
    i_filen = set(hva) <= {"saksframstilling", "sakstype", "sakseiere"}
    return f"ehelse {'vis' if i_filen else 'sak utfyll'} {id_}"


def _koe(data: Dataset, dag: date) -> Iterator[Linje]:
    """Cases that asked for a meeting, by the day their paper must be ready."""
    for rad in koeen(data, dag):
        if rad.sak.oensket_moete is not None and rad.frist is not None:
            hva = f"i kø: {tittelen(rad.sak)} · {kort(data, rad.forum, dag)}"
            yield Linje(rad.frist, hva, f"ehelse sak flytt {rad.sak.id} {rad.sak.oensket_moete}")


# --- the next meetings


@dataclass(frozen=True, slots=True)
class Neste:
    """One council's next meeting, and where its chain of deadlines stands."""

    forum: str
    moete: Moete
    kjeden: tuple[str, ...]


def neste_moeter(data: Dataset, dag: date) -> tuple[Neste, ...]:
    """The first meeting ahead of each council, the nearest first."""
    alle = []
    for forum in data.forum.values():
        moete = next(planlagte(data, forum.id, dag - timedelta(days=1)), None)
        if moete is not None:
            alle.append(Neste(forum.id, moete, tuple(_kjeden(data, forum.id, moete, dag))))
    return tuple(sorted(alle, key=lambda neste: (neste.moete.tid.dato, neste.forum)))


def _kjeden(data: Dataset, forum: str, moete: Moete, dag: date) -> Iterator[str]:
    """`innkalling sendt 16.11.`, `saksdokumenter innen 18.11. (om 3 dager)`."""
    for frist in fristene_foer(data, forum, moete):
        naar = moete.sendt(frist.hva)
        if naar is not None and naar <= dag:
            yield f"{ord_(frist.hva)} sendt {naar.day}.{naar.month}."
        elif frist.hva in SENDT or frist.dato >= dag:
            yield f"{ord_(frist.hva)} innen {frist.dato.day}.{frist.dato.month}. ({igjen(frist.dato, dag)})"


# --- the overview


def statusoversikt(data: Dataset, dag: date, funn: Sequence[Finding]) -> Oversikt:
    """The morning on one screen; what says nothing is left out."""
    haster = sorted(forfalt(data, dag, funn), key=lambda linje: linje.dato or dag)
    snart, senere = kommer(data, dag, dag, dag + SNART), kommer(data, dag, dag + SNART + timedelta(days=1), dag + FRAM)
    advarsler = sum(ett.severity is Severity.ADVARSEL for ett in funn)
    if advarsler:
        ord__ = "1 advarsel" if advarsler == 1 else f"{advarsler} advarsler"
        snart = (*snart, Linje(None, f"{ord__} om filene", "ehelse valider"))
    return Oversikt(
        "status",
        "Status",
        dag,
        (
            _linjene("haster", "Dette haster", haster, dag, "" if snart else "Ingenting haster."),
            _linjene("snart", "De neste to ukene", snart, dag),
            _moetene(data, dag),
            _linjene("senere", "Senere, innen to måneder", senere, dag),
        ),
        (),
        data.datasett.er_eksempel,
    )


def _linjene(id_: str, tittel: str, linjer: Sequence[Linje], dag: date, tom: str = "") -> Tabell:
    kolonner = (
        Kolonne[Linje]("dato", "Dato", lambda linje: linje.dato),
        Kolonne[Linje]("om", "Når", lambda linje: igjen(linje.dato, dag) if linje.dato else "nå"),
        Kolonne[Linje]("hva", "Hva", lambda linje: linje.hva),
        Kolonne[Linje]("gjoer", "Gjør", lambda linje: linje.gjoer, under=_BRED),
    )
    return tabell(id_, tittel, kolonner, linjer, tom=tom)


def _moetene(data: Dataset, dag: date) -> Tabell:
    kolonner = (
        Kolonne[Neste]("dato", "Dato", lambda neste: neste.moete.tid.dato),
        Kolonne[Neste]("om", "Når", lambda neste: igjen(neste.moete.tid.dato, dag)),
        Kolonne[Neste]("forum", "Forum", lambda neste: kort(data, neste.forum, dag)),
        Kolonne[Neste]("saker", "Saker", lambda neste: sum(punkt.behandles for punkt in neste.moete.saksliste)),
        Kolonne[Neste]("id", "Møte", lambda neste: neste.moete.id),
        Kolonne[Neste]("kjeden", "Frister", lambda neste: ", ".join(neste.kjeden), under=ALLTID),
    )
    return tabell("moeter", "Neste møter", kolonner, neste_moeter(data, dag))
