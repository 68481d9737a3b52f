"""What is asked of a plan, from what was typed to what it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ehelse_cli.cli.errors import UsageError, nearest

if TYPE_CHECKING:
    from datetime import date

    from ehelse_cli.aarsplan.bestilling import Bestilling
    from ehelse_cli.aarsplan.kalender import StengtTid
    from ehelse_cli.core.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options say, as they were typed. Without a year: the one after the day."""

    aar: int | None
    antall: tuple[str, ...] = ()
    ukedag: tuple[str, ...] = ()
    stengt: tuple[str, ...] = ()
    uten: tuple[str, ...] = ()

    def year(self, dag: date) -> int:
        """The year that is meant on the day."""
        return self.aar or dag.year + 1


def closed_time(text: str, aar: int) -> StengtTid:
    """`Vinterferie 2028-02-21/2028-02-25`.

    Raises:
        UsageError: if it has no title, or no days.
    """
    from ehelse_cli.aarsplan.kalender import StengtTid
    from ehelse_cli.core.periode import Periode

    tittel, _, dager = text.strip().rpartition(" ")
    try:
        periode = Periode.parse(dager)
    except ValueError as problem:
        raise UsageError(f"--stengt: {problem}", f'Skriv --stengt "Vinterferie {aar}-02-21/{aar}-02-25".') from None
    if not tittel.strip() or periode.til is None:
        raise UsageError(
            "--stengt: si hva det er, og både første og siste dag",
            f'Skriv --stengt "Vinterferie {aar}-02-21/{aar}-02-25".',
        )
    return StengtTid(tittel.strip(), periode)


def ordered(data: Dataset, when: tuple[int, date], asked: Asked) -> Bestilling:
    """What is asked for, of councils in the year's calendar.

    Raises:
        UsageError: if it is not understood.
    """
    from ehelse_cli.aarsplan.bestilling import Bestilling

    aar, dag = when
    known = data.aarshjul[f"aarshjul-{aar}"].forum
    antall = {forum: _number(said) for forum, said in _pairs("--antall", asked.antall, known)}
    ukedager = {forum: _weekdays(said) for forum, said in _pairs("--ukedag", asked.ukedag, known)}
    return Bestilling(aar, dag, antall, ukedager, frozenset(asked.uten))


def _pairs(option: str, given: Sequence[str], known: Sequence[str]) -> list[tuple[str, str]]:
    """`nehr=4` as the council and the rest.

    Raises:
        UsageError: if it is no pair, or the council is not in the calendar.
    """
    pairs = []
    for text in given:
        forum, sign, said = text.partition("=")
        if not sign:
            raise UsageError(f"{option}: «{text}» må være FORUM=VERDI", f"For eksempel {option} {known[0]}=…")
        if forum not in known:
            near = nearest(forum, tuple(known))
            raise UsageError(f"{option}: «{forum}» er ikke i årshjulet", f"Velg blant {', '.join(near or known)}.")
        pairs.append((forum, said))
    return pairs


def _number(said: str) -> int:
    if not (said.isascii() and said.isdigit() and int(said) <= 60):
        raise UsageError(f"--antall: «{said}» er ikke et antall møter", "Skriv et tall fra 0 til 60.")
    return int(said)


def _weekdays(said: str) -> frozenset[int]:
    """`tirsdag,onsdag`; beginnings of names will do.

    Raises:
        UsageError: if a day is none.
    """
    from ehelse_cli.core.kalender import UKEDAGER
    from ehelse_cli.core.spraak import noark

    found = set()
    for word in filter(None, said.split(",")):
        days = [
            nr for nr, name in enumerate(UKEDAGER) if len(word) >= 3 and noark(name).startswith(noark(word.lower()))
        ]
        if not days:
            raise UsageError(f"--ukedag: «{word}» er ikke en ukedag", "Skriv for eksempel nehr=tirsdag,onsdag.")
        found |= set(days)
    return frozenset(found)
