"""The standing items on an agenda: which of them are missing, where each stands, and the number it gets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import FastSak, Forum
from ehelse_cli.core.moete import Sakspunkt
from ehelse_cli.core.neste import foer_eventuelt, neste_saksnummer

#: The standing item that approves minutes.
_REFERAT = "referat"


class Fastlinje(Struct, frozen=True):
    """One line to write: its place on the agenda as it will be, and what stands on it. `ny` False: it lacked `sak`."""

    nr: int
    fast: str
    ny: bool
    sak: str | None = None
    gjelder: str | None = None
    minutter: int | None = None

    @property
    def hode(self) -> dict[str, str]:
        """The line as it is written."""
        minutter = str(self.minutter) if self.minutter else None
        verdier = {"sak": self.sak, "fast": self.fast, "gjelder": self.gjelder, "minutter": minutter}
        return {noekkel: verdi for noekkel, verdi in verdier.items() if verdi is not None}


def faste_linjer(
    data: Dataset, forum: Forum, dagen: date, saksliste: Sequence[Sakspunkt] = (), ogsaa: Sequence[str] = ()
) -> tuple[Fastlinje, ...]:
    """What the agenda of a meeting that day lacks of the items of every meeting and of `ogsaa`, in the agenda's order.

    What stands there stays where it is; a standing item that should have a number and has none, gets the next one.
    """
    linjer = [(punkt, False) for punkt in saksliste]
    for id_ in manglende(data, forum, dagen, saksliste, ogsaa):
        plass = _plass(id_, forum.faste_saker, [punkt for punkt, _ in linjer])
        linjer.insert(plass, (Sakspunkt(fast=id_), True))
    return tuple(_skrevet(data, forum, dagen, linjer))


def manglende(
    data: Dataset, forum: Forum, dagen: date, saksliste: Sequence[Sakspunkt] = (), ogsaa: Sequence[str] = ()
) -> tuple[str, ...]:
    """The items that are not there; there is no approval of minutes where there was no meeting before."""
    der = {punkt.fast for punkt in saksliste} | (set() if _forrige(data, forum, dagen) else {_REFERAT})
    return tuple(
        id_
        for id_, fast in forum.faste_saker.items()
        if id_ not in der and (fast.naar == "hvert_moete" or id_ in ogsaa)
    )


def _forrige(data: Dataset, forum: Forum, dagen: date) -> str | None:
    """The meeting before that day."""
    foer = (moete.id for moete in data.moeter_for(forum.id) if moete.tid.dato < dagen and moete.avlyst is None)
    return max(foer, key=lambda id_: data.moeter[id_].tid.dato, default=None)


def _plass(id_: str, faste: dict[str, FastSak], linjer: Sequence[Sakspunkt]) -> int:
    """After the item of every meeting before it; «Eventuelt» is last, and before that what comes now and then."""
    if faste[id_].naar != "hvert_moete":
        sist = foer_eventuelt(linjer)
        return len(linjer) if sist is None else sist
    if _er_eventuelt(id_, faste):
        return len(linjer)
    for foer in reversed(_foran(id_, faste)):
        steder = [nr for nr, punkt in enumerate(linjer) if punkt.fast == foer]
        if steder:
            return steder[-1] + 1
    return next((nr for nr, punkt in enumerate(linjer) if punkt.dag is None), len(linjer))


def _foran(id_: str, faste: dict[str, FastSak]) -> list[str]:
    """The items of every meeting that the council has written before this one."""
    alle = [en for en, fast in faste.items() if fast.naar == "hvert_moete" and not _er_eventuelt(en, faste)]
    return alle[: alle.index(id_)]


def _er_eventuelt(id_: str, faste: dict[str, FastSak]) -> bool:
    return id_ == "eventuelt" or faste[id_].sakstype == ("eventuelt",)


def _skrevet(data: Dataset, forum: Forum, dagen: date, linjer: Sequence[tuple[Sakspunkt, bool]]) -> Iterator[Fastlinje]:
    """The lines that are new, and those that get a number, the numbers in the order of the agenda."""
    nummer = neste_saksnummer(data, forum.id, dagen.year)
    for nr, (punkt, ny) in enumerate(linjer):
        fast = forum.faste_saker.get(punkt.fast or "")
        if fast is None or punkt.fast is None:
            continue
        sak = None
        if fast.nummereres and punkt.sak is None and forum.saksnummer is not None:
            sak, nummer = forum.saksnummer.skriv(dagen.year, nummer), nummer + 1
        gjelder = _forrige(data, forum, dagen) if punkt.fast == _REFERAT else None
        if ny or sak is not None:
            yield Fastlinje(nr, punkt.fast, ny, sak, gjelder, fast.minutter)
