"""AAR: the days. Are meetings and deadlines on days when people work, and do they come in an order that works?"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from ehelse_cli.core.aarshjul import Hendelse
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.finding import Hit, Related
from ehelse_cli.core.kalender import datotekst, helligdag
from ehelse_cli.core.memo import remembered
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.periode import Periode
from ehelse_cli.rules.common import Path, moetenavn
from ehelse_cli.rules.frister import Krav, kravene
from ehelse_cli.rules.saker import planlagte

#: What is to be done before a meeting, in the order it must be due, and what people call it.
KJEDEN = {
    "innmelding": "fristen for å melde inn saker",
    "innkalling": "fristen for innkallingen",
    "saksdokumenter": "fristen for sakspapirene",
}
_UKEDAG = {5: "en lørdag", 6: "en søndag"}

#: A closed time: which event of which calendar, and the days.
Stengt = tuple[str, int, Hendelse, Periode]


def moete_paa_fridag(data: Dataset, dag: date) -> Iterator[Hit]:
    """A planned meeting on a Saturday, a Sunday or a public holiday."""
    for _, moete in _planen(data, dag):
        for nr, moetedag in enumerate(moete.tid.dager):
            fri = fridag(moetedag.dato)
            if fri:
                yield Hit(
                    f"{moetenavn(data, moete)} er lagt til {fri}, {datotekst(moetedag.dato)}",
                    data.place(moete.id, "tid", *((nr,) if len(moete.tid.dager) > 1 else ())),
                    (moete.id, str(moetedag.dato)),
                    help=f"Flytt møtet: `ehelse moete flytt {moete.id} DATO` («tid» og «flyttet» i filen).",
                )


def moete_i_stengt_tid(data: Dataset, dag: date) -> Iterator[Hit]:
    """A planned meeting in a time that the calendar keeps closed."""
    for forum, moete in _planen(data, dag):
        for moetedag in moete.tid.dager:
            lukket = next(stengt(data, forum, moetedag.dato), None)
            if lukket:
                yield Hit(
                    f"{moetenavn(data, moete)} er lagt til en stengt tid i årshjulet: {lukket[2].tittel}",
                    data.place(moete.id, "tid"),
                    (moete.id, lukket[2].tittel),
                    related=_hendelsen(data, lukket),
                    help="Flytt møtet, eller rett den stengte tiden i årshjulet.",
                )
                break


def frist_paa_fridag(data: Dataset, dag: date) -> Iterator[Hit]:
    """A deadline still to come falls on a Saturday, a Sunday or a public holiday."""
    for forum, moete in _planen(data, dag):
        for hva, krav in fristene(data, forum, moete).items():
            fri = fridag(krav.siste_dag)
            if fri and krav.siste_dag > dag:
                yield Hit(
                    f"{KJEDEN[hva]} til {moetenavn(data, moete)} er {datotekst(krav.siste_dag)}, som er {fri}",
                    data.place(moete.id, "tid"),
                    (moete.id, hva),
                    related=krav.clause(),
                    values=(krav.utregning,),
                    help="Gjør det siste arbeidsdag før, eller flytt møtet.",
                )


def brutt_fristkjede(data: Dataset, dag: date) -> Iterator[Hit]:
    """The deadlines of a planned meeting come in an order that can not be kept."""
    for forum, moete in _planen(data, dag):
        for (foerst, krav), (neste, senere) in i_utakt(fristene(data, forum, moete)):
            if senere.siste_dag > dag:
                yield Hit(
                    f"{moetenavn(data, moete)}: {KJEDEN[foerst]} ({datotekst(krav.siste_dag)}) er etter "
                    f"{KJEDEN[neste]} ({datotekst(senere.siste_dag)})",
                    data.place(moete.id, "tid"),
                    (moete.id, foerst, neste),
                    related=(*krav.clause(), *senere.clause()),
                    values=(krav.utregning, senere.utregning),
                    help="Sett en tidligere frist for dette møtet med «frist_avvik», eller flytt møtet.",
                )


def for_tette_moeter(data: Dataset, dag: date) -> Iterator[Hit]:
    """The papers for a planned meeting are due before the council has met the time before."""
    for forum in data.forum:
        ordinaere = [moete for moete in planlagte(data, forum, dag) if moete.type == "ordinaert"]
        for foer, moete in pairwise(ordinaere):
            krav = fristene(data, forum, moete).get("saksdokumenter")
            if krav and er_for_tett(krav, foer):
                yield Hit(
                    f"papirene til {moetenavn(data, moete)} skal ut {datotekst(krav.siste_dag)}, men forrige møte "
                    f"er ikke over før {datotekst(foer.tid.siste_dag)}",
                    data.place(moete.id, "tid"),
                    (foer.id, moete.id),
                    related=(*krav.clause(), Related(data.place(foer.id, "tid"), "", "møtet før")),
                    values=(krav.utregning,),
                    help="Legg møtene lenger fra hverandre, eller gjør det ene til et ekstraordinært møte.",
                )


def _planen(data: Dataset, dag: date) -> Iterator[tuple[str, Moete]]:
    for forum in data.forum:
        for moete in planlagte(data, forum, dag):
            yield forum, moete


def fristene(data: Dataset, forum: str, moete: Moete) -> dict[str, Krav]:
    """The meeting's first deadline for each thing that has one and is not done, in the order they must come."""
    funnet = {hva: next(kravene(data, forum, moete, hva), None) for hva in KJEDEN if moete.sendt(hva) is None}
    return {hva: krav for hva, krav in funnet.items() if krav is not None}


def i_utakt(frister: Mapping[str, Krav]) -> Iterator[tuple[tuple[str, Krav], tuple[str, Krav]]]:
    """Every deadline that comes after the one that builds on it, with that one."""
    for foerst, neste in pairwise(frister.items()):
        if foerst[1].siste_dag > neste[1].siste_dag:
            yield foerst, neste


def er_for_tett(papirene: Krav, foer: Moete) -> bool:
    """Whether the papers for a meeting are due before the council has met the time before."""
    return papirene.siste_dag <= foer.tid.siste_dag


def fridag(dag: date) -> str:
    """What kind of day off it is; empty for a working day."""
    return helligdag(dag) or _UKEDAG.get(dag.weekday(), "")


def stengt(data: Dataset, forum: str, dag: date) -> Iterator[Stengt]:
    """The closed times the day is in, for this council: one that says `hvem` is only theirs."""
    for rad in _stengte(data).get(dag.year, ()):
        if rad[3].inneholder(dag) and rad[2].hvem in (None, forum) and forum in data.aarshjul[rad[0]].forum:
            yield rad


@remembered
def _stengte(data: Dataset) -> dict[int, tuple[Stengt, ...]]:
    """The closed times of each year."""
    return {
        int(id_.removeprefix("aarshjul-")): tuple(
            (id_, nr, hendelse, dagene(hendelse))
            for nr, hendelse in enumerate(aarshjul.hendelser)
            if hendelse.slag == "stengt"
        )
        for id_, aarshjul in data.aarshjul.items()
    }


def dagene(hendelse: Hendelse) -> Periode:
    """The days an event may be on: one, a stretch, or any day of a month or a year."""
    naar = hendelse.dato
    if isinstance(naar, DelvisDato):
        fra = date(naar.aar, naar.maaned or 1, naar.dag or 1)
        if naar.dag:
            return Periode(fra, fra)
        maaned = naar.maaned or 12
        neste = date(naar.aar + maaned // 12, maaned % 12 + 1, 1)
        return Periode(fra, neste - timedelta(days=1))
    return naar


def _hendelsen(data: Dataset, lukket: Stengt) -> tuple[Related, ...]:
    sti: Path = ("hendelser", lukket[1])
    return (Related(data.place(lukket[0], *sti), "", "den stengte tiden"),)
