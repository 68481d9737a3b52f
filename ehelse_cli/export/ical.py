"""Calendars (RFC 5545): a meeting keeps its identity when it is moved, and leaves a trace when it is cancelled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from ehelse_cli.core import adresse
from ehelse_cli.export.fil import Fil, Valg, bare, identitet, stamme, tittelen
from ehelse_cli.public.felles import Dag
from ehelse_cli.public.kalles import forumnavn, moetenavn, ordene, punktnavn
from ehelse_cli.public.moete import Frist, Moete, Sakspunkt
from ehelse_cli.public.offentlig import Offentlig

_OKTETTER = 75
#: The octets of UTF-8 from the one to the other are inside a character.
_FORTSETTER, _BEGYNNER = 0x80, 0xC0
_AVLYST = "STATUS:CANCELLED"
_SPESIELLE = re.compile(r"([\\;,])")

# The rule of Directive 2000/84/EC, in force in Norway: the last Sundays of March and October, at 01:00 UTC.
_TIDSSONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Oslo
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE""".splitlines()


def ical(offentlig: Offentlig, valg: Valg) -> tuple[Fil, ...]:
    """The calendar of one council or of all. With `valg.frister` the deadlines, too, as days that take no time."""
    sett = bare(offentlig, valg.forum)
    navn = tittelen(offentlig, valg.forum)
    linjer = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//ehelse//ehelse-cli//NO",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_tekst(navn)}",
        f"X-WR-CALNAME:{_tekst(navn)}",
        "X-WR-TIMEZONE:Europe/Oslo",
        *_TIDSSONE,
    ]
    for moete in sett.moeter:
        linjer += _moetet(offentlig, moete)
        if valg.frister:
            linjer += _frister(offentlig, moete)
    linjer.append("END:VCALENDAR")
    return (Fil(f"{stamme(valg)}.ics", b"".join(map(_brettet, linjer))),)


def _moetet(offentlig: Offentlig, moete: Moete) -> Iterator[str]:
    """One event a day; a written treatment is one event. Days that a move took away are cancelled by name."""
    felles = tuple(_felles(offentlig, moete))
    status = _status(offentlig, moete)
    if moete.skriftlig and len(moete.tid) > 1:
        yield from _hendelse(_uid(moete, 0), _naar(Dag(moete.dato), moete.siste_dag), felles, status)
        return
    for nr, dag in enumerate(moete.tid):
        yield from _hendelse(_uid(moete, nr), _naar(dag, dag.dato), felles, status)
    for nr, dag in _falt_bort(moete):
        yield from _hendelse(_uid(moete, nr), _naar(dag, dag.dato), felles, _AVLYST)


def _status(offentlig: Offentlig, moete: Moete) -> str:
    if moete.avlyst is not None:
        return _AVLYST
    return "STATUS:CONFIRMED" if moete.innkalt or moete.dato <= offentlig.dag else "STATUS:TENTATIVE"


def _falt_bort(moete: Moete) -> Iterator[tuple[int, Dag]]:
    """The days beyond those it has, as the last of the earlier plans had them."""
    tidligere = {nr: dag for flytting in moete.flyttet for nr, dag in enumerate(flytting.fra)}
    return ((nr, dag) for nr, dag in sorted(tidligere.items()) if nr >= len(moete.tid))


def _hendelse(uid: str, naar: Iterator[str], felles: tuple[str, ...], status: str) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{uid}", *naar, *felles, status, "END:VEVENT")


def _uid(moete: Moete, nr: int) -> str:
    return identitet("moete", moete.id, *([f"dag-{nr + 1}"] if nr else []))


def _naar(fra: Dag, siste: date) -> Iterator[str]:
    """With clock times in Norway; whole days while there are none, the end not counted."""
    if fra.fra is None:
        yield f"DTSTART;VALUE=DATE:{fra.dato:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{siste + timedelta(days=1):%Y%m%d}"
        return
    yield f"DTSTART;TZID=Europe/Oslo:{_klokke(fra.dato, fra.fra)}"
    if fra.til is not None:
        yield f"DTEND;TZID=Europe/Oslo:{_klokke(fra.dato, fra.til)}"


def _klokke(dag: date, kl: time) -> str:
    return datetime.combine(dag, kl).strftime("%Y%m%dT%H%M%S")


def _felles(offentlig: Offentlig, moete: Moete) -> Iterator[str]:
    forum = forumnavn(offentlig.forumet(moete.forum), moete.forum)
    tittel = f"{moetenavn(moete)} – {forum}"
    yield from _stempel(moete)
    yield f"SEQUENCE:{_sekvens(moete)}"
    yield f"SUMMARY:{_tekst(f'Avlyst: {tittel}' if moete.avlyst else tittel)}"
    if moete.sted:
        yield f"LOCATION:{_tekst(moete.sted)}"
    if beskrivelse := "\n".join(_beskrivelse(moete)):
        yield f"DESCRIPTION:{_tekst(beskrivelse)}"
    yield f"CATEGORIES:{_tekst(forum)}"
    if url := adresse.full(offentlig.samling.nettadresse, adresse.moete(moete.id)):
        yield f"URL:{url}"
    yield "CLASS:PUBLIC"
    yield "TRANSP:TRANSPARENT" if moete.skriftlig else "TRANSP:OPAQUE"


def _beskrivelse(moete: Moete) -> Iterator[str]:
    if moete.begrunnelse:
        yield moete.begrunnelse
    for punkt in moete.saksliste or ():
        if not isinstance(punkt, Sakspunkt) or punkt.slag == "sak":
            yield punktnavn(punkt, moete.maalform)


def _sekvens(moete: Moete) -> int:
    """How many times what people planned by was changed: each move, and the cancelling."""
    return len(moete.flyttet) + (moete.avlyst is not None)


def _stempel(moete: Moete) -> Iterator[str]:
    """When this was last changed, as far as the files tell: never the clock, so that equal files give equal bytes."""
    kjent = (moete.innkalt, moete.papirer_ute, moete.avlyst, *(en.dato for en in moete.flyttet))
    sist = max((dag for dag in kjent if dag), default=date(moete.dato.year, 1, 1))
    yield f"DTSTAMP:{sist:%Y%m%d}T000000Z"
    yield f"LAST-MODIFIED:{sist:%Y%m%d}T000000Z"


def _frister(offentlig: Offentlig, moete: Moete) -> Iterator[str]:
    """What is due before the meeting; what was due before one that is cancelled, is cancelled in every calendar."""
    for frist in moete.frister:
        yield from _fristen(offentlig, moete, frist, "Frist")
    for frist in moete.bortfalte_frister:
        yield from _fristen(offentlig, moete, frist, "Avlyst: Frist", _AVLYST)


def _fristen(offentlig: Offentlig, moete: Moete, frist: Frist, kalt: str, *status: str) -> Iterator[str]:
    ord_ = ordene(moete.maalform)
    forum = forumnavn(offentlig.forumet(moete.forum), moete.forum)
    hva = ord_.frist_hva.get(frist.hva, frist.hva)
    yield "BEGIN:VEVENT"
    yield f"UID:{identitet('frist', moete.id, frist.hva)}"
    yield from _naar(Dag(frist.dato), frist.dato)
    yield from _stempel(moete)
    yield f"SEQUENCE:{_sekvens(moete)}"
    yield f"SUMMARY:{_tekst(f'{kalt}: {hva} – {moetenavn(moete)}, {forum}')}"
    yield f"CATEGORIES:{_tekst(forum)},Frist"
    yield from status
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _tekst(tekst: str) -> str:
    """The text with what means something in a calendar escaped (RFC 5545, section 3.3.11)."""
    return _SPESIELLE.sub(r"\\\1", tekst).replace("\n", "\\n")


def _brettet(linje: str) -> bytes:
    """The line folded at 75 octets, never inside a character."""
    rest = linje.encode()
    biter, plass = [], _OKTETTER
    while len(rest) > plass:
        slutt = plass
        while _FORTSETTER <= rest[slutt] < _BEGYNNER:
            slutt -= 1
        biter.append(rest[:slutt])
        rest, plass = rest[slutt:], _OKTETTER - 1  # the space that begins a folded line
    return b"\r\n ".join([*biter, rest]) + b"\r\n"
