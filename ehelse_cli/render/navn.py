"""What organisations, councils, persons and cases are called on a paper, on its day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum, Medlem
from ehelse_cli.core.mandat import grupper_i
from ehelse_cli.core.mandat.sammensetning import Gruppe
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.saksnummer import Saksnummerordning
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.render.errors import BrokenError
from ehelse_cli.render.ord import ORD

#: The form of a number where the forum has none of its own.
_VANLIG = Saksnummerordning.parse("N/AAAA")
#: The letters seen in the numbers of Norwegian councils: `003/06 O` is for information, `002/06 B` for decision.
_BOKSTAV = {"orientering": "O", "beslutning": "B", "behandling": "B"}
_PARENTES = re.compile(r"\s*\([^()]*\)\s*$")


class Navn(Struct, frozen=True):
    """Names as of one day, asked for by one forum."""

    data: Dataset
    forum: Forum
    dag: date
    maalform: Maalform = "nb"

    def virksomhet(self, id_: str) -> str:
        """The organisation's or council's name that day; what is no id is the text it is.

        Raises:
            BrokenError: what is known of it cannot be read.
        """
        if id_ in self.data.broken:
            raise BrokenError(id_)
        return self.data.virksomhetsnavn(id_, self.dag)

    def virksomheter(self, ider: Iterable[str]) -> tuple[str, ...]:
        """Several, in the order written."""
        return tuple(map(self.virksomhet, ider))

    def hvem(self, navn: str, virksomhet: str | None = None) -> str:
        """An organisation, a group, an office, or a person with the organisation: `Stein Ness (Helsedirektoratet)`."""
        if self.data.finnes(navn):
            return self.virksomhet(navn)
        if felles := gruppe_eller_verv(self.data, self.forum.id, navn, self.dag, self.maalform):
            return felles
        arbeidsgiver = virksomhet or self._virksomheten_til(navn)
        return f"{person(navn)} ({self.virksomhet(arbeidsgiver)})" if arbeidsgiver else person(navn)

    def _virksomheten_til(self, navn: str) -> str | None:
        rader = [rad for rad in self.forum.medlemmer if rad.navn == navn and _er_med(rad, self.dag)]
        return rader[-1].virksomhet if rader else None


def _er_med(rad: Medlem, dag: date) -> bool:
    """Whether the row has begun and nobody has ended it; a term that ran out does not change where one works."""
    return (rad.periode is None or rad.periode.fra <= dag) and (rad.fratraadt is None or dag <= rad.fratraadt)


def gruppe_eller_verv(data: Dataset, forum: str, ord_: str, dag: date, maalform: Maalform = "nb") -> str | None:
    """What people call a group of the council's seats that day, or an office: `medlemmene`; None for any other word."""
    mandat = data.mandat_for(forum, dag)
    gruppe = next((rad for rad in grupper_i(mandat) if rad.id == ord_), None) if mandat else None
    if gruppe is not None:
        return navn_paa_gruppe(data, gruppe, dag)
    return ORD[maalform].verv.get(ord_)


def navn_paa_gruppe(data: Dataset, gruppe: Gruppe, dag: date, *, kort: bool = False) -> str:
    """What the group is called in the mandate; else the one organisation that fills it, else its id as words."""
    fylles_av = gruppe.virksomheter if len(gruppe.virksomheter) == 1 else ()
    kjent = next((id_ for id_ in (gruppe.id, *fylles_av) if data.finnes(id_)), None)
    return gruppe.navn or (data.virksomhetsnavn(kjent, dag, kort=kort) if kjent else gruppe.id.replace("-", " "))


def person(navn: str) -> str:
    """The name without the parenthesis that tells two of the same name apart."""
    return (_PARENTES.sub("", navn) or navn) if ")" in navn else navn


def saksnummer(data: Dataset, sak: Sak, skrevet: str | None = None) -> str | None:
    """The case's number as its forum prints it; None when it has none (the queue)."""
    if sak.saksnr is not None:
        return sak.saksnr
    forum = data.forum_of(sak.id)
    aar, _, nummer = sak.id.removeprefix(f"{forum}-").partition("-")
    if not (aar.isdecimal() and nummer.isdecimal()):
        return None
    return _skriv(data, forum, int(aar), int(nummer), _bokstav(data, forum, skrevet) or _av_sakstype(sak))


def nummer_i(data: Dataset, forum: str, skrevet: str) -> str:
    """A number written on an agenda, in the forum's printed form; as it stands where it cannot be read."""
    nummer = data.saksnummer(forum, skrevet)
    return skrevet if nummer is None else _skriv(data, forum, nummer.aar, nummer.nummer, nummer.bokstav)


def _bokstav(data: Dataset, forum: str, skrevet: str | None) -> str | None:
    nummer = data.saksnummer(forum, skrevet) if skrevet else None
    return nummer.bokstav if nummer else None


def _av_sakstype(sak: Sak) -> str | None:
    return next((_BOKSTAV[slag] for slag in sak.sakstype if slag in _BOKSTAV), None)


def _skriv(data: Dataset, forum: str, aar: int, nummer: int, bokstav: str | None) -> str:
    ordning = data.forum[forum].saksnummer if forum in data.forum else None
    try:
        return (ordning or _VANLIG).skriv(aar, nummer, bokstav)
    except ValueError:  # two digits for a year of another century: the format's own form says it whole
        return _VANLIG.skriv(aar, nummer)


def moetenummer(data: Dataset, moete: Moete) -> str | None:
    """The meeting's number by the forum's scheme; None where it is known by its date."""
    forum = data.forum_of(moete.id)
    ordning = data.forum[forum].moetenummer
    treff = re.fullmatch(r"(\d{4})-m(\d+)", moete.id.removeprefix(f"{forum}-"), re.ASCII)
    if ordning is None or ordning == "ingen" or treff is None:
        return None
    try:
        return Saksnummerordning.parse(ordning).skriv(int(treff[1]), int(treff[2]))
    except ValueError:
        return None
