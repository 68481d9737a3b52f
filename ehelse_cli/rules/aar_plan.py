"""AAR: the plan as a whole. Is it out in time, with the meetings the mandates ask for and the items that come back?"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from msgspec import Struct

from ehelse_cli.core.aarshjul import Aarshjul
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Related, Severity, Source
from ehelse_cli.core.forum import FastSak
from ehelse_cli.core.frist import Frist, Senest
from ehelse_cli.core.kalender import datotekst, legg_til_maaneder
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.periode import Periode
from ehelse_cli.rules.common import clause, navn, severity, source
from ehelse_cli.rules.saker import er_innkalt

#: The deadlines of a mandate that are about the calendar.
_OM_AARSHJULET = frozenset({"aarshjul", "moeteplan"})


class _Frist(Struct, frozen=True):
    """By when a year's calendar must be out: the last day, and whose demand that is."""

    siste_dag: date
    utregning: str
    source: Source
    severity: Severity
    clause: Callable[[], tuple[Related, ...]]


def aaret(aarshjul: Aarshjul) -> int:
    """The year a calendar is for."""
    return int(aarshjul.id.removeprefix("aarshjul-"))


def gjelder(aarshjul: Aarshjul, dag: date) -> bool:
    """Whether the plan can be held to what it says: published, or the year has begun."""
    return aarshjul.publisert is not None or dag.year >= aaret(aarshjul)


def sent_aarshjul(data: Dataset, dag: date) -> Iterator[Hit]:
    """The calendar came after the deadline, or the deadline has passed and it is not published."""
    for aarshjul in data.aarshjul.values():
        for frist in _fristene(data, aarshjul.forum, aaret(aarshjul)):
            if (aarshjul.publisert or dag) > frist.siste_dag:
                yield _sent(data, aarshjul, frist)
                break


def _sent(data: Dataset, aarshjul: Aarshjul, frist: _Frist) -> Hit:
    ut = aarshjul.publisert
    naar = f"ble publisert {datotekst(ut)}" if ut else "er ikke publisert"
    return Hit(
        f"årshjulet for {aaret(aarshjul)} {naar}; fristen var {datotekst(frist.siste_dag)}",
        data.place(aarshjul.id, "publisert" if ut else "forum"),
        (aarshjul.id,),
        label=f"fristen var {datotekst(frist.siste_dag)}",
        related=frist.clause(),
        severity=frist.severity,
        source=frist.source,
        values=(frist.utregning,),
        help="Er datoen feil, rett «publisert»."
        if ut
        else f"Publiser det, og før dagen: `ehelse aarshjul {aaret(aarshjul)} --publisert DATO` («publisert» i filen).",
    )


def manglende_aarshjul(data: Dataset, dag: date) -> Iterator[Hit]:
    """There was a calendar last year; for this year, though its deadline has passed, there is none."""
    for fjoraarets in data.aarshjul.values():
        aar = aaret(fjoraarets) + 1
        id_ = f"aarshjul-{aar}"
        if aar > dag.year or id_ in data.aarshjul or id_ in data.broken:
            continue
        for frist in _fristene(data, fjoraarets.forum, aar):
            yield Hit(
                f"det finnes ikke noe årshjul for {aar}; fristen var {datotekst(frist.siste_dag)}",
                data.place(fjoraarets.id, "forum"),
                (id_,),
                label="året etter dette mangler",
                related=frist.clause(),
                severity=frist.severity,
                source=frist.source,
                values=(frist.utregning,),
                help=f"Lag det: `ehelse ny aarshjul {aar}` (data/aarshjul/{aar}.yaml).",
            )
            break


def _fristene(data: Dataset, forumene: tuple[str, ...], aar: int) -> Iterator[_Frist]:
    """What binds the year's calendar: every mandate that says so on the last day before the year, then practice."""
    for forum in forumene:
        mandat = data.mandat_for(forum, date(aar - 1, 12, 31))
        rader = mandat.frister if mandat is not None and isinstance(mandat.frister, tuple) else ()
        for nr, rad in enumerate(rader):
            if mandat is not None and rad.gjelder_hva in _OM_AARSHJULET and isinstance(rad.frist, Frist):
                ledd = mandat.ledd("frister", nr)
                gravity = severity(ledd)
                if gravity is not None:
                    hjemmel = partial(clause, data, mandat, ("frister", nr))
                    yield _Frist(*_regn(rad.frist, aar), source(ledd), gravity, hjemmel)
    for forum in forumene:
        praksis = data.forum[forum].praksis.aarshjul if forum in data.forum else None
        if praksis is not None:
            hjemmel = partial(_praksisen, data, forum)
            yield _Frist(*_regn(praksis, aar), Source.PRAKSIS, Severity.ADVARSEL, hjemmel)


def _praksisen(data: Dataset, forum: str) -> tuple[Related, ...]:
    return (Related(data.place(forum, "praksis", "aarshjul"), "", "hjemmel: sekretariatets praksis"),)


def _regn(frist: Frist, aar: int) -> tuple[date, str]:
    """The last day for the year's calendar: counted from 1 January, or a date in the year before."""
    punkt = date(aar - 1, 1, 1) if isinstance(frist, Senest) else date(aar, 1, 1)
    dag = frist.dagen(punkt)
    return dag, f"{frist.norsk()} → {datotekst(dag)}"


# --- what comes back


def fast_sak_mangler(data: Dataset, dag: date) -> Iterator[Hit]:
    """A standing item is not on the agenda of a called meeting, or a periodic one on none of the period's meetings."""
    for forum, eier in data.forum.items():
        for id_, fast in eier.faste_saker.items():
            if fast.naar == "hvert_moete":
                yield from _i_hvert_moete(data, forum, id_, dag)
            else:
                yield from _i_hver_periode(data, forum, id_, dag)


def _i_hvert_moete(data: Dataset, forum: str, id_: str, dag: date) -> Iterator[Hit]:
    fast = data.forum[forum].faste_saker[id_]
    for moete in data.moeter_for(forum):
        maa_ha = moete.type == "ordinaert" and not moete.er_skriftlig and er_innkalt(moete) and moete.saksliste
        if maa_ha and all(punkt.fast != id_ for punkt in moete.saksliste):
            yield Hit(
                f"den faste saken «{fast.tittel}» står ikke på sakslisten",
                data.place(moete.id, "saksliste", key=True),
                (moete.id, id_),
                related=(Related(data.place(forum, "faste_saker", id_), "", "den faste saken"),),
                help=f"{_settes_paa(id_, [moete], dag)} Skal den ikke opp i hvert møte, endre «naar» i forumfilen.",
            )


def _i_hver_periode(data: Dataset, forum: str, id_: str, dag: date) -> Iterator[Hit]:
    fast = data.forum[forum].faste_saker[id_]
    for aarshjul in data.aarshjul.values():
        if forum not in aarshjul.forum or not gjelder(aarshjul, dag):
            continue
        for periode in perioder(fast, aaret(aarshjul)):
            moeter = [moete for moete in data.moeter_for(forum) if _er_i(moete, periode)]
            har = any(punkt.fast == id_ for moete in moeter for punkt in moete.saksliste)
            if not har and (moeter or (periode.til or dag) < dag):
                yield Hit(
                    f"den faste saken «{fast.tittel}» er ikke planlagt i {navn(data, forum, periode.fra)} mellom "
                    f"{datotekst(periode.fra)} og {datotekst(periode.til or dag)}",
                    data.place(forum, "faste_saker", id_),
                    (forum, id_, str(periode)),
                    related=tuple(Related(data.place(moete.id, "tid"), "", "møte i perioden") for moete in moeter),
                    help=_settes_paa(id_, moeter, dag),
                )


def _settes_paa(id_: str, moeter: list[Moete], dag: date) -> str:
    """How the item gets onto an agenda: by command where one of the meetings is still to come."""
    kommer = next((moete for moete in moeter if moete.tid.dato >= dag), None)
    if kommer is None:
        return f"Legg til «- fast: {id_}» på sakslisten i møtefilen."
    return f"Sett den på: `ehelse moete saksliste {kommer.id} --fast {id_}` («- fast: {id_}» i møtefilen)."


def _er_i(moete: Moete, periode: Periode) -> bool:
    return moete.avlyst is None and periode.inneholder(moete.tid.dato)


#: First month and length in months of each stretch of the year in which an item must come once.
_PERIODER = {
    "aarlig": ((1, 12),),
    "hvert_halvaar": ((1, 6), (7, 6)),
    "kvartal_1": ((1, 3),),
    "kvartal_2": ((4, 3),),
    "kvartal_3": ((7, 3),),
    "kvartal_4": ((10, 3),),
}


def perioder(fast: FastSak, aar: int) -> list[Periode]:
    """The stretches of the year in which the item must come once."""
    return [
        Periode(date(aar, foerst, 1), legg_til_maaneder(date(aar, foerst, 1), lengde) - timedelta(days=1))
        for foerst, lengde in _PERIODER[fast.naar]
    ]
