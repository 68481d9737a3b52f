"""A year as rows by day: every meeting with its deadlines, what others hold before them, what is due and closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.aarshjul import Aarshjul, Hendelse
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.spraak import stor
from ehelse_cli.oversikt.felles import fristene_foer, kort
from ehelse_cli.render.kalt import ord_, prosa
from ehelse_cli.render.navn import moetenummer
from ehelse_cli.render.tid import hver, liste
from ehelse_cli.render.tid import kort as kortdag
from ehelse_cli.rules.aar_dager import dagene

#: The deadlines that the secretariat itself must keep, in the order they are due.
KJEDEN = ("innmelding", "innkalling", "saksdokumenter")
_SLAG = {"formoete": "formøte", "anker": "fast punkt", "frist": "frist", "stengt": "stengt"}


@dataclass(frozen=True, slots=True)
class Aarsrad:
    """One thing in the year. `helt` is the last day; `presis` False: the month, or the year, is all that is known.

    `forum` is the council whose meeting it is, or that it is before; `frister` what is due before a meeting, and when.
    """

    dato: date
    helt: date
    slag: str
    hva: str
    hvem: str
    forum: str | None
    id: str | None
    status: str
    merknad: str
    presis: bool = True
    hver: str | None = None
    frister: tuple[tuple[str, date], ...] = ()

    @property
    def uke(self) -> int | None:
        """The week it begins in, where the day is known."""
        return self.dato.isocalendar().week if self.presis else None


@dataclass(frozen=True, slots=True)
class Aarsbilde:
    """A year as rows by day, with the names of the councils in the order cases go."""

    aar: int
    dag: date
    forum: tuple[tuple[str, str], ...]
    rader: tuple[Aarsrad, ...]


def aarsbilde(data: Dataset, aar: int, dag: date, forum: str | None = None) -> Aarsbilde:
    """The year of the councils of its calendar, or of one; without a calendar, of all that meet."""
    kalender = data.aarshjul.get(f"aarshjul-{aar}")
    alle = [id_ for id_ in _forumene(data, aar, kalender, forum) if id_ in data.forum]
    rader = [_moetet(data, moete, dag) for id_ in alle for moete in data.moeter_for(id_) if moete.tid.dato.year == aar]
    for nr, hendelse in enumerate(kalender.hendelser if kalender else ()):
        rader += _hendelsen(data, f"aarshjul-{aar}", nr, hendelse, (forum, dag))
    rekke = sorted(rader, key=lambda rad: (rad.dato, rad.presis, rad.slag != "stengt", rad.hvem, rad.hva))
    navn = tuple((id_, kort(data, id_, date(aar, 12, 31))) for id_ in alle)
    return Aarsbilde(aar, dag, navn, tuple(rekke))


def _forumene(data: Dataset, aar: int, kalender: Aarshjul | None, forum: str | None) -> tuple[str, ...]:
    if forum is not None:
        return (forum,)
    if kalender is not None:
        return kalender.forum
    return tuple(id_ for id_ in data.forum if any(en.tid.dato.year == aar for en in data.moeter_for(id_)))


# --- meetings


def _moetet(data: Dataset, moete: Moete, dag: date) -> Aarsrad:
    forum = data.forum_of(moete.id)
    frister = tuple((en.hva, en.dato) for en in fristene_foer(data, forum, moete) if en.hva in KJEDEN)
    slag = "ekstramøte" if moete.type == "ekstraordinaert" else "skriftlig" if moete.er_skriftlig else "møte"
    nummer = moetenummer(data, moete)
    return Aarsrad(
        dato=moete.tid.dato,
        helt=moete.tid.siste_dag,
        slag=slag,
        hva=stor(f"{slag} {nummer}" if nummer else slag),
        hvem=kort(data, forum, moete.tid.dato),
        forum=forum,
        id=moete.id,
        status=_status(moete, dag),
        merknad="avlyst"
        if moete.avlyst
        else ", ".join(f"{frist_i_ord(hva)} {kortdag(naar, 'nb')}" for hva, naar in frister),
        frister=frister,
    )


def frist_i_ord(hva: str) -> str:
    """What people call what is due."""
    return {"saksdokumenter": "papirer"}.get(hva, ord_(hva))


def _status(moete: Moete, dag: date) -> str:
    if moete.avlyst is not None:
        return "avlyst"
    if moete.tid.siste_dag < dag:
        return "holdt"
    return "innkalt" if moete.innkalt is not None and moete.innkalt <= dag else "planlagt"


# --- everything else


def _hendelsen(
    data: Dataset, kalender: str, nr: int, hendelse: Hendelse, valgt: tuple[str | None, date]
) -> Iterator[Aarsrad]:
    """The event, unless it is about another council than the one that is asked for."""
    forum, dag = valgt
    foer = {data.forum_of(id_): id_ for id_ in hendelse.foer if id_ in data.moeter}
    angaar = forum in foer if hendelse.slag == "formoete" else hendelse.hvem in (None, forum)
    if forum is not None and not angaar:
        return
    dager = dagene(hendelse)
    presis = not isinstance(hendelse.dato, DelvisDato) or hendelse.dato.dag is not None
    hvem = kort(data, hendelse.hvem, dager.fra) if hendelse.hvem else ""
    yield Aarsrad(
        dato=dager.fra,
        helt=dager.til or dager.fra,
        slag=_SLAG[hendelse.slag],
        hva=stor(prosa(hendelse.tittel)),
        hvem=hvem,
        forum=next(iter(foer), None),
        id=f"{kalender}#{nr + 1}",
        status="passert" if (dager.til or dager.fra) < dag else "",
        merknad="; ".join(_sagt(data, hendelse)),
        presis=presis,
        hver=hendelse.hver,
    )


def _sagt(data: Dataset, hendelse: Hendelse) -> Iterator[str]:
    if hendelse.hver:
        yield hver(prosa(hendelse.hver), "nb")
    moeter = [data.moeter[id_] for id_ in hendelse.foer if id_ in data.moeter]
    if moeter:
        navn = [f"{kort(data, data.forum_of(en.id), en.tid.dato)} {kortdag(en.tid.dato, 'nb')}" for en in moeter]
        yield f"før {liste(navn, 'nb')}"
    if hendelse.merknad:
        yield prosa(hendelse.merknad)
