"""The year: the councils' meetings and everything around them, as a wheel and a table; and who came so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from babel.dates import get_month_names

from ehelse_cli.core.aarshjul import Aarshjul, Hendelse
from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.periode import Periode
from ehelse_cli.core.spraak import Maalform, stor
from ehelse_cli.render import tid
from ehelse_cli.render.bestilling import Bestilling
from ehelse_cli.render.errors import BrokenError
from ehelse_cli.render.felles import Rad, Ramme, forumet
from ehelse_cli.render.figurer import Bilde
from ehelse_cli.render.figurer.hjul import Hjul, Ring, alt_av, hjul
from ehelse_cli.render.moetefrister import frister_foer
from ehelse_cli.render.navn import Navn, moetenummer
from ehelse_cli.render.oppmoete import Oppmoetebolk, oppmoete


class Aarsrad(NamedTuple):
    """One thing in the year: when, what, whose, and what else is said."""

    naar: str
    hva: str
    hvem: str
    merknad: str


@dataclass(frozen=True, slots=True)
class Aarshjulview:
    """The year as it is read."""

    ramme: Ramme
    tittel: str
    forum: str
    aar: str
    fakta: tuple[Rad, ...]
    bilde: Bilde
    rader: tuple[Aarsrad, ...]
    oppmoete: tuple[Oppmoetebolk, ...]


def aarshjul(b: Bestilling) -> Aarshjulview:
    """The view of a year; attendance as far as it had come on the day.

    Raises:
        BrokenError: a council of the year, or one of its meetings, cannot be read.
        MissingForumError: a council of the year has no file.
    """
    aaret = b.data.aarshjul[b.id]
    if brutt := b.data.broken & {*aaret.forum, "datasett", "virksomheter"}:
        raise BrokenError(*brutt)
    aar, ord_ = int(b.id.removeprefix("aarshjul-")), b.ramme.ord
    moeter = {forum: _moeter(b, forum, aar) for forum in aaret.forum}
    return Aarshjulview(
        ramme=b.ramme,
        tittel=ord_.aarshjul_for.format(aar),
        forum=b.data.datasett.navn or ord_.aarshjul,
        aar=str(aar),
        fakta=tuple(_fakta(b, aaret)),
        bilde=_bilde(b, aaret, aar, moeter),
        rader=tuple(_rader(b, aaret, aar, moeter)),
        oppmoete=tuple(en for forum in aaret.forum for en in oppmoete(b, forum, moeter[forum])),
    )


def _moeter(b: Bestilling, forum: str, aar: int) -> tuple[Moete, ...]:
    """The council's meetings in the year, cancelled ones too."""
    return tuple(en for en in b.data.moeter_for(forum) if en.tid.dato.year == aar)


def _navn(b: Bestilling, forum: str, dag: date) -> Navn:
    return Navn(b.data, forumet(b.data, forum), dag, b.ramme.maalform)


def _fakta(b: Bestilling, aaret: Aarshjul) -> Iterator[Rad]:
    ord_, maalform = b.ramme.ord, b.ramme.maalform
    yield Rad(ord_.forum_flere, b.ramme.liste([b.data.forumnavn(en, b.dag) for en in aaret.forum]))
    if (behandlet := b.data.moeter.get(aaret.behandlet or "")) is not None:
        forum = b.data.forumnavn(b.data.forum_of(behandlet.id), behandlet.tid.dato)
        yield Rad(ord_.behandlet, f"{forum}, {tid.dager(behandlet.tid, maalform)}")
    if aaret.publisert is not None:
        yield Rad(ord_.publisert, tid.dag(aaret.publisert, maalform))


# --- the wheel


def _bilde(b: Bestilling, aaret: Aarshjul, aar: int, moeter: dict[str, tuple[Moete, ...]]) -> Bilde:
    ord_, maalform = b.ramme.ord, b.ramme.maalform
    holdes = {forum: [en for en in rader if en.avlyst is None] for forum, rader in moeter.items()}
    navn = {forum: b.data.forumnavn(forum, date(aar, 12, 31), kort=True) for forum in moeter}
    alt = [(navn[forum], ", ".join(tid.dager(en.tid, maalform) for en in rader)) for forum, rader in holdes.items()]
    return hjul(
        Hjul(
            aar=aar,
            ringer=tuple(Ring(navn[forum], tuple(en.tid.dato for en in rader)) for forum, rader in holdes.items()),
            stengt=tuple(_perioder(aaret, "stengt")),
            baand=tuple(_perioder(aaret, "formoete")),
            merker=tuple(_merker(aaret, aar)),
            maaneder=_maaneder(maalform),
            stengt_ord=ord_.hendelser["stengt"],
            baand_ord=ord_.hjul_baand,
            merke_ord=ord_.hjul_merker,
            alt=alt_av(alt, aar, ord_.hjul_alt),
            tekst=ord_.hjul_tekst,
        )
    )


def _maaneder(maalform: Maalform) -> tuple[str, ...]:
    names = get_month_names("abbreviated", "stand-alone", locale=maalform)
    return tuple(names[nr].rstrip(".") for nr in range(1, 13))


def _perioder(aaret: Aarshjul, slag: str) -> Iterator[tuple[date, date]]:
    return (_dager(en) for en in aaret.hendelser if en.slag == slag)


def _merker(aaret: Aarshjul, aar: int) -> Iterator[date]:
    """Deadlines and what else the year hangs on; of a month the first day."""
    for en in aaret.hendelser:
        fra, _ = _dager(en)
        if en.slag in ("anker", "frist") and fra.year == aar:
            yield fra


def _dager(en: Hendelse) -> tuple[date, date]:
    """The first and the last day; of a month or a year only the first is needed to sort by."""
    if isinstance(en.dato, Periode):
        return en.dato.fra, en.dato.til or date(en.dato.fra.year, 12, 31)
    foerst = date(en.dato.aar, en.dato.maaned or 1, en.dato.dag or 1)
    return foerst, foerst


# --- the table


def _rader(b: Bestilling, aaret: Aarshjul, aar: int, moeter: dict[str, tuple[Moete, ...]]) -> list[Aarsrad]:
    rader = [(en.tid.dato, _moeterad(b, forum, en)) for forum, alle in moeter.items() for en in alle]
    rader += [(_dager(en)[0], _hendelsesrad(b, en, aar)) for en in aaret.hendelser]
    return [rad for _, rad in sorted(rader, key=lambda par: par[0])]


def _moeterad(b: Bestilling, forum: str, moete: Moete) -> Aarsrad:
    ord_, maalform = b.ramme.ord, b.ramme.maalform
    navn = _navn(b, forum, moete.tid.dato)
    nummer = moetenummer(b.data, moete)
    hva = f"{ord_.moetetyper[moete.type]} {nummer}" if nummer else ord_.moetetyper[moete.type]
    frister = frister_foer(moete, navn.forum, b.data.mandat_for(forum, moete.tid.dato))
    sagt = [
        ord_.hva_naar.format(hva=ord_.frist_hva[en.hva], naar=tid.kort(en.dato, maalform))
        for en in frister
        if en.hva in ("innmelding", "innkalling", "saksdokumenter")
    ]
    avlyst = [ord_.avlyst] if moete.avlyst else []
    return Aarsrad(
        tid.dager(moete.tid, maalform),
        stor(hva),
        b.data.forumnavn(forum, moete.tid.dato),
        ", ".join(avlyst or sagt),
    )


def _hendelsesrad(b: Bestilling, en: Hendelse, aar: int) -> Aarsrad:
    ord_ = b.ramme.ord
    hvem = b.data.virksomhetsnavn(en.hvem, date(aar, 1, 1)) if en.hvem else ""
    foer = [_foer(b, id_) for id_ in en.foer]
    deler = [
        tid.hver(en.hver, b.ramme.maalform) if en.hver else None,
        ord_.foer_moetet.format(b.ramme.liste(foer)) if foer else None,
        ord_.trenger_papirer if en.trenger_papirer else None,
        en.merknad,
    ]
    hva = en.tittel if en.tittel != hvem else ord_.hendelser[en.slag]
    return Aarsrad(_naar(en, b.ramme.maalform), stor(hva), hvem, ", ".join(filter(None, deler)))


def _foer(b: Bestilling, id_: str) -> str:
    moete = b.data.moeter.get(id_)
    if moete is None:
        return id_
    forum = b.data.forumnavn(b.data.forum_of(id_), moete.tid.dato, kort=True)
    return f"{forum} {tid.kort(moete.tid.dato, b.ramme.maalform)}"


def _naar(en: Hendelse, maalform: Maalform) -> str:
    if isinstance(en.dato, DelvisDato):
        return tid.delvis(en.dato, maalform)
    fra, til = _dager(en)
    return tid.periode(fra, til, maalform)
