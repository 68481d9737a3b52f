"""A published year as the wheel and the rows that say the same: of what is public alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from babel.dates import get_month_names

from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.public.kalles import forumnavn, moetenavn, ordene
from ehelse_cli.public.moete import Moete
from ehelse_cli.public.offentlig import Aarshendelse, Aarshjul, Offentlig
from ehelse_cli.publish.templates import kort
from ehelse_cli.render import tid
from ehelse_cli.render.figurer import Bilde
from ehelse_cli.render.figurer.hjul import Hjul, Ring, alt_av, hjul

_SLAG = {"formoete": "Formøte", "anker": "Fast punkt", "frist": "Frist", "stengt": "Stengt"}


@dataclass(frozen=True, slots=True)
class Aarsrad:
    """One thing in the year, in order of `dag`. `til` is the last day, `moete` where there is a page."""

    dag: date
    fra: str
    hva: str
    slag: str
    hvem: str
    til: str | None = None
    hver: str | None = None
    moete: Moete | None = None


def aarsbildet(o: Offentlig, aaret: Aarshjul) -> Bilde:
    """The wheel."""
    ord_ = ordene("nb")
    moeter = {forum: [en for en in _moeter(o, aaret) if en.forum == forum and not en.avlyst] for forum in aaret.forum}
    navn = {id_: _kort(o, id_) for id_ in aaret.forum}
    alt = [(navn[id_], ", ".join(kort(en.dato, "nb") for en in rader)) for id_, rader in moeter.items()]
    names = get_month_names("abbreviated", "stand-alone", locale="nb")
    return hjul(
        Hjul(
            aar=aaret.aar,
            ringer=tuple(Ring(navn[id_], tuple(en.dato for en in rader)) for id_, rader in moeter.items()),
            stengt=tuple(_perioder(aaret, "stengt")),
            baand=tuple(_perioder(aaret, "formoete")),
            merker=tuple(_merker(aaret)),
            maaneder=tuple(names[nr].rstrip(".") for nr in range(1, 13)),
            stengt_ord=ord_.hendelser["stengt"],
            baand_ord=ord_.hjul_baand,
            merke_ord=ord_.hjul_merker,
            alt=alt_av(alt, aaret.aar, ord_.hjul_alt),
            tekst=ord_.hjul_tekst.replace("Kalenderen under", "Tabellen"),  # it is beside the wheel where there is room
        )
    )


def _kort(o: Offentlig, id_: str) -> str:
    forum = o.forumet(id_)
    return (forum.kort or forum.navn) if forum else id_


def _moeter(o: Offentlig, aaret: Aarshjul) -> list[Moete]:
    return [en for en in o.moeter if en.dato.year == aaret.aar and en.forum in aaret.forum]


def _perioder(aaret: Aarshjul, slag: str) -> Iterator[tuple[date, date]]:
    return ((_dag(en.fra), _dag(en.til or en.fra)) for en in aaret.hendelser if en.slag == slag)


def _merker(aaret: Aarshjul) -> Iterator[date]:
    for en in aaret.hendelser:
        if en.slag in ("anker", "frist") and _dag(en.fra).year == aaret.aar:
            yield _dag(en.fra)


def aarsrader(o: Offentlig, aaret: Aarshjul) -> tuple[Aarsrad, ...]:
    """Meetings and everything around them, by day."""
    rader = [
        Aarsrad(en.dato, en.dato.isoformat(), moetenavn(en), "Møte", forumnavn(o.forumet(en.forum), en.forum), moete=en)
        for en in _moeter(o, aaret)
    ]
    rader += [_hendelsen(en) for en in aaret.hendelser]
    return tuple(sorted(rader, key=lambda rad: (rad.dag, rad.slag, rad.hva)))


def _hendelsen(en: Aarshendelse) -> Aarsrad:
    hvem = "" if en.hvem == en.tittel else en.hvem or ""
    hver = tid.hver(en.hver, "nb") if en.hver else None
    return Aarsrad(_dag(en.fra), en.fra, en.tittel, _SLAG.get(en.slag, en.slag), hvem, en.til, hver)


def _dag(iso: str) -> date:
    """The day, or the first one of the month or the year."""
    delvis = DelvisDato.parse(iso)
    return date(delvis.aar, delvis.maaned or 1, delvis.dag or 1)
