"""Reads an amendment back, so that it can be tried: what cannot be read with certainty is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ehelse_cli.core.ankre import Blokk, blokker
from ehelse_cli.diff.endringsvedtak import (
    HeltNytt,
    Innsetting,
    NyOrdlyd,
    Oppheving,
    Ordendring,
    Post,
    UtydeligVedtakError,
    utfoer,
)
from ehelse_cli.diff.endringsvedtak_ord import VEDTAKSORD, Vedtaksord, liten
from ehelse_cli.diff.endringsvedtak_ordbytte import Ordbytte
from ehelse_cli.diff.endringsvedtak_sted import Stedsnavn

_POST = re.compile(r"[0-9]+\. (?P<tekst>.+)")
#: What the quoted words are replaced by while the sentence around them is read.
_SITAT = re.compile(r"«([0-9]+)»")


class UlestVedtakError(UtydeligVedtakError):
    """A line is none that an amendment has."""

    def __init__(self, linje: str) -> None:
        super().__init__(f"dette er ikke en linje i et endringsvedtak: «{linje}»")


def anvend(gammel: str, vedtak: str) -> str:
    """The wording (`ordlyd`) of the new mandate: the old prose, in whatever layout, with the amendment done to it.

    Raises:
        UtydeligVedtakError: if the amendment cannot be read with certainty, or does not fit the old prose.
    """
    rader = blokker(gammel)
    return "\n".join(utfoer(les_vedtak(vedtak, rader), rader))


def les_vedtak(vedtak: str, gammel: Sequence[Blokk]) -> tuple[Post, ...]:
    """The entries, their places found in the old prose.

    Raises:
        UtydeligVedtakError: as `anvend`.
    """
    linjer = vedtak.split("\n")
    ord_ = next((ord_ for ord_ in VEDTAKSORD.values() if any(_er(ord_.innledning, linje) for linje in linjer)), None)
    if ord_ is None:
        if any(_er(ord_.uendret, linje) for ord_ in VEDTAKSORD.values() for linje in linjer):
            return ()
        raise UlestVedtakError(linjer[0])
    sted = Stedsnavn(gammel, ord_)
    return tuple(_Leser(sted, ord_).post(tekst, under) for tekst, under in _poster(linjer, ord_))


def _er(formel: str, linje: str) -> bool:
    return _moenster(formel).fullmatch(linje) is not None


@lru_cache(maxsize=256)
def _moenster(formel: str) -> re.Pattern[str]:
    """The formula as a pattern: anything where something goes in."""
    return re.compile("(.+?)".join(map(re.escape, formel.split("{}"))))


def _poster(linjer: Sequence[str], ord_: Vedtaksord) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each numbered sentence with the lines below it."""
    rammen = (f"# {ord_.tittel}", ord_.innledning, ord_.henvisninger, ord_.ikraft, ord_.ikraft_ukjent)
    tekst, under = "", list[str]()
    for linje in linjer:
        if treff := _POST.fullmatch(linje):
            if tekst:
                yield tekst, tuple(under)
            tekst, under = treff["tekst"], []
        elif tekst and linje.startswith(" "):
            under.append(linje.lstrip(" "))
        elif linje and not any(_er(formel, linje) for formel in rammen):
            raise UlestVedtakError(linje)
    if tekst:
        yield tekst, tuple(under)


@dataclass(frozen=True, slots=True)
class _Setning:
    """A sentence whose quoted words are numbered, so that nothing in them is taken for the sentence's own."""

    tekst: str
    sitater: tuple[str, ...]

    def med_sitater(self, del_: str) -> str:
        return _SITAT.sub(lambda treff: f"«{self.sitater[int(treff[1])]}»", del_)

    def sitat(self, del_: str) -> str:
        treff = _SITAT.fullmatch(del_)
        if treff is None:
            raise UlestVedtakError(self.med_sitater(self.tekst))
        return self.sitater[int(treff[1])]


def _uten_sitater(linje: str) -> _Setning:
    tekst, sitater, dybde, start = "", list[str](), 0, 0
    for nr, tegn in enumerate(linje):
        dybde += tegn == "«"
        if dybde == 1 and tegn == "«":
            start = nr + 1
        if dybde == 0:
            tekst += tegn
        dybde -= tegn == "»"
        if dybde == 0 and tegn == "»":
            tekst += f"«{len(sitater)}»"
            sitater.append(linje[start:nr])
        if dybde < 0:
            break
    if dybde:
        raise UlestVedtakError(linje)
    return _Setning(tekst, tuple(sitater))


class _Leser:
    """Reads one entry at a time."""

    def __init__(self, sted: Stedsnavn, ord_: Vedtaksord) -> None:
        self._sted = sted
        self._ord = ord_

    def post(self, tekst: str, under: tuple[str, ...]) -> Post:
        """The entry.

        Raises:
            UtydeligVedtakError: if it is none, or names a place that is not there.
        """
        setning = _uten_sitater(tekst)
        for formel, les in self._formler().items():
            treff = _moenster(formel).fullmatch(setning.tekst)
            if treff:
                return les(setning, treff.groups(), self._innhold(under))
        raise UlestVedtakError(tekst)

    def _formler(self) -> Mapping[str, Callable[[_Setning, tuple[str, ...], tuple[str | range, ...]], Post]]:
        """In the order tried: the narrow before the wide."""
        return {
            self._ord.helt_nytt: lambda _setning, _deler, innhold: HeltNytt(self._bare_linjer(innhold)),
            self._ord.mandatet_oppheves: lambda _setning, _deler, _innhold: HeltNytt(()),
            self._ord.lyde: self._ny_ordlyd,
            self._ord.sett_inn_blandet: self._innsetting,
            self._ord.sett_inn: self._innsetting,
            self._ord.ord_endres: self._ordendring,
            self._ord.flyttes.replace("{}{}.", "{}."): self._flytting,
            self._ord.oppheves: lambda setning, deler, _innhold: Oppheving(self._finn(setning, liten(deler[0]))),
        }

    def _innhold(self, under: tuple[str, ...]) -> tuple[str | range, ...]:
        innhold: list[str | range] = []
        for linje in under:
            if linje.startswith("> "):
                innhold.append(linje[2:])
            elif linje not in ("", ">"):
                setning = _uten_sitater(linje)
                treff = _moenster(self._ord.hit).fullmatch(setning.tekst)
                if treff is None:
                    raise UlestVedtakError(linje)
                innhold.append(self._finn(setning, treff[1]))
        return tuple(innhold)

    @staticmethod
    def _bare_linjer(innhold: tuple[str | range, ...]) -> tuple[str, ...]:
        if not all(isinstance(del_, str) for del_ in innhold):
            raise UtydeligVedtakError("her kan ikke noe flyttes")
        return tuple(del_ for del_ in innhold if isinstance(del_, str))

    def _finn(self, setning: _Setning, sted: str) -> range:
        return self._sted.finn(setning.med_sitater(sted))

    def _en(self, setning: _Setning, sted: str) -> int:
        rader = self._finn(setning, sted)
        if len(rader) != 1:
            raise UtydeligVedtakError(f"«{setning.med_sitater(sted)}» er mer enn ett ledd")
        return rader.start

    def _ny_ordlyd(self, setning: _Setning, deler: tuple[str, ...], innhold: tuple[str | range, ...]) -> Post:
        linjer = self._bare_linjer(innhold)
        if len(linjer) != 1:
            raise UtydeligVedtakError(f"{len(linjer)} linjer skal ta plassen til én")
        return NyOrdlyd(self._en(setning, liten(deler[0])), linjer[0])

    def _ordendring(self, setning: _Setning, deler: tuple[str, ...], _innhold: tuple[str | range, ...]) -> Post:
        bytter = tuple(self._bytte(setning, del_) for del_ in self._delt(deler[1]))
        return Ordendring(self._en(setning, deler[0]), bytter)

    def _delt(self, deler: str) -> list[str]:
        return re.split(rf", | {self._ord.og} ", deler)

    def _bytte(self, setning: _Setning, del_: str) -> Ordbytte:
        for formel, lag in (
            (self._ord.erstattes, Ordbytte),
            (self._ord.etter, lambda nytt, fra: Ordbytte(fra, f"{fra} {nytt}")),
            (self._ord.foer, lambda nytt, fra: Ordbytte(fra, f"{nytt} {fra}")),
            (self._ord.strykes, lambda fra: Ordbytte(fra, "")),
        ):
            treff = _moenster(formel).fullmatch(del_)
            if treff:
                return lag(*map(setning.sitat, treff.groups()))
        raise UlestVedtakError(setning.med_sitater(setning.tekst))

    def _plass(self, setning: _Setning, plass: str) -> int:
        if plass == self._ord.plass_aller_foerst:
            return -1
        if treff := _moenster(self._ord.plass_foerst).fullmatch(plass):
            return self._finn(setning, treff[1]).start
        if treff := _moenster(self._ord.plass_etter).fullmatch(plass):
            return self._finn(setning, treff[1])[-1]
        raise UlestVedtakError(setning.med_sitater(setning.tekst))

    def _innsetting(self, setning: _Setning, deler: tuple[str, ...], innhold: tuple[str | range, ...]) -> Post:
        if not innhold:
            raise UtydeligVedtakError("her skulle det stå noe nytt")
        return Innsetting(self._plass(setning, liten(deler[0])), innhold)

    def _flytting(self, setning: _Setning, deler: tuple[str, ...], _innhold: tuple[str | range, ...]) -> Post:
        plass = deler[1].removesuffix(self._ord.i_denne_rekkefoelgen)
        hva = tuple(self._finn(setning, sted) for sted in self._delt(liten(deler[0])))
        return Innsetting(self._plass(setning, plass), hva)
