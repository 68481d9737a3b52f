"""Every deadline there is: before and after the meetings, assignments, actions, answers, the calendar itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.moete import Fremmoete, Moete
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.saksgang import behandlinger, forloepere
from ehelse_cli.oversikt.felles import etterkommere, fristene_foer, kort, siste_dag, tittelen, valgte
from ehelse_cli.oversikt.oversikt import Fakt, Kolonne, Oversikt, tabell
from ehelse_cli.oversikt.raad import raadene
from ehelse_cli.oversikt.tiltak import gjoeremaalene, igjen
from ehelse_cli.render.kalt import ord_, prosa
from ehelse_cli.render.navn import saksnummer
from ehelse_cli.rules.common import holdt_i
from ehelse_cli.rules.frister import kravene
from ehelse_cli.rules.mot_referat import referat_ute
from ehelse_cli.rules.saker import etterfoelgere

#: So far ahead one looks when nothing else is said.
DAGER = 90


@dataclass(frozen=True, slots=True)
class Rad:
    """One deadline: its day, what is due, in which council, of what, whose demand it is, and the day it was met.

    `maa_foeres`: that it was met is written in the files. Of another nobody can say that it is late once it is past.
    """

    dato: date
    hva: str
    forum: str | None
    gjelder: str
    kilde: str
    gjort: date | None = None
    maa_foeres: bool = True

    def er_forfalt(self, dag: date) -> bool:
        """Whether it is past and not met."""
        return self.maa_foeres and self.dato < dag and not self.er_gjort(dag)

    def er_gjort(self, dag: date) -> bool:
        """Whether it was met by the day."""
        return self.gjort is not None and self.gjort <= dag

    def status(self, dag: date) -> str:
        """`gjort 16.11.2026`, `3 dager over`, `om 9 dager`."""
        if self.gjort is not None and self.er_gjort(dag):
            sent = " (for sent)" if self.gjort > self.dato else ""
            return f"gjort {self.gjort.day}.{self.gjort.month}.{self.gjort.year}{sent}"
        return igjen(self.dato, dag)


def fristene(data: Dataset, dag: date, forum: str | None = None) -> tuple[Rad, ...]:
    """All deadlines of the meetings from the day on and of what is still open, earliest first."""
    rader = (
        *_i_forumene(data, dag, forum),
        *_i_sakene(data, dag),
        *_tiltakene(data, dag),
        *_svarene(data, dag),
        *_i_aarshjulet(data, forum),
    )
    return tuple(sorted((rad for rad in rader if forum in (None, rad.forum)), key=lambda rad: (rad.dato, rad.gjelder)))


def _i_forumene(data: Dataset, dag: date, forum: str | None) -> Iterator[Rad]:
    for en in valgte(data, forum):
        for moete in data.moeter_for(en.id):
            if moete.tid.siste_dag >= dag:
                yield from _foer(data, en, moete)
        for moete in holdt_i(data, en.id, dag):
            yield from _etter(data, en, moete)


def _foer(data: Dataset, forum: Forum, moete: Moete) -> Iterator[Rad]:
    """What is due before the meeting. That papers are sent is entered; that members have answered is not."""
    gjort: dict[str, date | None] = {
        "innkalling": moete.innkalt,
        "saksliste": moete.innkalt or moete.papirer_ute,
        "saksdokumenter": moete.papirer_ute,
    }
    yield Rad(moete.tid.dato, "møte", forum.id, moete.id, "møteplanen", maa_foeres=False)
    for frist in fristene_foer(data, forum.id, moete):
        kilde = "satt for møtet" if frist.avvik else frist.kilde
        hva = ord_(frist.hva)
        yield Rad(frist.dato, hva, forum.id, moete.id, kilde, gjort.get(frist.hva), maa_foeres=frist.hva in gjort)


def _etter(data: Dataset, forum: Forum, moete: Moete) -> Iterator[Rad]:
    """Minutes, and comments to them."""
    if moete.er_skriftlig or not isinstance(moete.fremmoete, Fremmoete):
        return
    krav = next(kravene(data, forum.id, moete, "referat"), None)
    if krav is not None:
        yield Rad(krav.siste_dag, "referat", forum.id, moete.id, str(krav.source), referat_ute(moete))
    sendt, kommentarer = moete.referat and moete.referat.utkast_sendt, forum.praksis.kommentarer
    if sendt and kommentarer is not None and getattr(kommentarer, "punkt", "") == "referat_utkast":
        dagen = kommentarer.dagen(sendt)
        yield Rad(dagen, "kommentarer til referatet", forum.id, moete.id, "praksis", maa_foeres=False)


def _i_sakene(data: Dataset, dag: date) -> Iterator[Rad]:
    """Assignments, each once however many cases it gave: met the day the last of them was treated."""
    oppdragene = {}
    for sak in data.saker.values():
        oppdrag = sak.oppdrag
        if oppdrag is not None and oppdrag.frist is not None and not sak.er_unntatt:
            kjeden = (*reversed(forloepere(data, sak)), sak)
            oppdragene[kjeden[0].id, oppdrag.dokument, oppdrag.frist] = (oppdrag, sak)
    for oppdrag, sak in oppdragene.values():
        hva = f"oppdrag: {prosa(oppdrag.dokument) or tittelen(sak)}"
        kilde = kort(data, oppdrag.av, dag)
        yield Rad(oppdrag.frist or dag, hva, data.forum_of(sak.id), sak.id, kilde, _levert(data, sak))


def _levert(data: Dataset, sak: Sak) -> date | None:
    """The day the case came to its end here: treated, and everything that carries it on too."""
    kjeden = (sak, *etterkommere(data, sak))
    ender = [en for en in kjeden if not etterfoelgere(data).get(en.id)]
    dager = [_behandlet(data, en) for en in ender]
    return None if None in dager else max(filter(None, dager), default=None)


def _behandlet(data: Dataset, sak: Sak) -> date | None:
    egne = (rad for rad in behandlinger(data, sak) if rad.sak.id == sak.id and rad.punkt.utfall == "behandlet")
    return max((rad.dato for rad in egne), default=None)


def _tiltakene(data: Dataset, dag: date) -> Iterator[Rad]:
    for rad in gjoeremaalene(data, dag):
        if rad.tiltak.frist is not None and rad.er_aapent(dag):
            hvem = f" ({rad.ansvarlig})" if rad.ansvarlig else ""
            yield Rad(rad.tiltak.frist, f"tiltak: {prosa(rad.tiltak.hva)}{hvem}", rad.forum, rad.eier, "vedtak")


def _svarene(data: Dataset, dag: date) -> Iterator[Rad]:
    """Answers to advice: one line for each case that waits for any."""
    sett: set[str] = set()
    for rad in raadene(data, dag):
        sak = rad.linje.sak
        if rad.status == "venter" and rad.svarfrist is not None and sak is not None and sak.id not in sett:
            sett.add(sak.id)
            nummer = saksnummer(data, sak) or sak.id
            yield Rad(rad.svarfrist, f"svar på rådet i sak {nummer}", rad.linje.forum, sak.id, "praksis")


def _i_aarshjulet(data: Dataset, forum: str | None) -> Iterator[Rad]:
    """What the calendar calls a deadline, and the meetings that others hold before ours."""
    for aarshjul in data.aarshjul.values():
        for hendelse in aarshjul.hendelser:
            dagen, hva = siste_dag(hendelse.dato), prosa(hendelse.tittel)
            if hendelse.slag == "frist" and forum is None:
                yield Rad(dagen, hva, None, aarshjul.id, "årshjulet", maa_foeres=False)
            for moete in hendelse.foer if hendelse.slag == "formoete" else ():
                vaart = data.forum_of(moete) if moete in data.moeter else None
                if forum in (None, vaart):
                    yield Rad(dagen, f"formøte: {hva}", vaart, moete, "årshjulet", maa_foeres=False)


# --- the overview


def fristoversikt(
    data: Dataset, dag: date, forum: str | None = None, *, dager: int = DAGER, alle: bool = False
) -> Oversikt:
    """What is late and what comes within so many days; with `alle` also what is done."""
    fram = dag + timedelta(days=dager)
    hele = [rad for rad in fristene(data, dag, forum) if rad.dato <= fram]
    aapne = [rad for rad in hele if rad.er_forfalt(dag) or (rad.dato >= dag and not rad.er_gjort(dag))]
    kolonner = (
        Kolonne[Rad]("dato", "Dato", lambda rad: rad.dato),
        Kolonne[Rad]("status", "Status", lambda rad: rad.status(dag)),
        Kolonne[Rad]("hva", "Hva", lambda rad: rad.hva),
        Kolonne[Rad]("forum", "Forum", lambda rad: kort(data, rad.forum, dag) if rad.forum else "", vist=False),
        Kolonne[Rad]("gjelder", "Gjelder", lambda rad: rad.gjelder),
        Kolonne[Rad]("kilde", "Satt av", lambda rad: ord_(rad.kilde)),
        Kolonne[Rad]("forfalt", "Forfalt", lambda rad: "ja" if rad.er_forfalt(dag) else "nei", vist=False),
        Kolonne[Rad]("gjort", "Gjort", lambda rad: rad.gjort, vist=False),
    )
    fram_i_ord = "det neste døgnet" if dager == 1 else f"de neste {dager} dagene"
    tom = f"Ingenting er forfalt, og ingenting forfaller {fram_i_ord}."
    return Oversikt(
        "frister",
        "Frister",
        dag,
        (tabell("frister", fram_i_ord.capitalize(), kolonner, hele if alle else aapne, tom=tom),),
        (
            Fakt("forfalt", "forfalt", sum(rad.er_forfalt(dag) for rad in aapne)),
            Fakt("kommer", "kommer", sum(rad.dato >= dag for rad in aapne)),
        ),
        data.datasett.er_eksempel,
    )
