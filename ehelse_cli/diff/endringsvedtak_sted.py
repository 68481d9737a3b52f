"""What every place in a mandate's prose is called: «punktet «Møter» andre ledd», and back again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from ehelse_cli.core.ankre import Blokk
from ehelse_cli.diff.endringsvedtak import UtydeligVedtakError, seksjoner
from ehelse_cli.diff.endringsvedtak_ord import Vedtaksord
from ehelse_cli.diff.endringsvedtak_ordbytte import kan_siteres

_NUMMERERT = re.compile(r"(?P<nr>[0-9]+(?:\.[0-9]+)*)[.)]? +\S.*")


class Stedsnavn:
    """The names of the places in one prose. No two have the same name."""

    def __init__(self, rader: Sequence[Blokk], ord_: Vedtaksord) -> None:
        self._rader = rader
        self._ord = ord_

    def rad(self, nr: int) -> str:
        """One block: `punktet «Møter» andre ledd`, `overskriften til punkt 3`."""
        return self._navn[range(nr, nr + 1)]

    def rader(self, rader: range) -> str:
        """One block, or a section whole: `punktet «Møter»`."""
        return self._punkter[rader] if rader in self._punkter else self._navn[rader]

    def plass(self, etter: int) -> str:
        """Right after a block: after a whole section, first in one, or before everything when `etter` is -1."""
        if etter < 0:
            return self._ord.plass_aller_foerst
        seksjon = next(rader for rader in self._punkter if etter in rader)
        if etter == seksjon.start and self._rader[etter].slag == "overskrift":
            return self._ord.plass_foerst.format(self._punkter[seksjon])
        return self._ord.plass_etter.format(self.rad(etter))

    def plass_etter_punkt(self, etter: int) -> str | None:
        """Right after the section that block `etter` ends; None where it ends none."""
        seksjon = next((rader for rader in self._punkter if rader[-1] == etter), None)
        return None if seksjon is None else self._ord.plass_etter.format(self._punkter[seksjon])

    def finn(self, sted: str) -> range:
        """The blocks that a place means.

        Raises:
            UtydeligVedtakError: if there is no such place.
        """
        if sted not in self._hvor:
            raise UtydeligVedtakError(f"«{sted}» finnes ikke i mandatet som skal endres")
        return self._hvor[sted]

    @cached_property
    def _hvor(self) -> Mapping[str, range]:
        return {sted: rader for navn in (self._navn, self._punkter) for rader, sted in navn.items()}

    # --- sections

    @cached_property
    def _punkter(self) -> Mapping[range, str]:
        numre, titler = Counter(map(_nummer, self._rader)), Counter(map(_tittel, self._rader))
        navn: dict[range, str] = {}
        overskrifter = 0
        for seksjon in seksjoner(self._rader):
            overskrift = self._rader[seksjon.start]
            er_overskrift = overskrift.slag == "overskrift"
            overskrifter += er_overskrift
            if not er_overskrift:
                navn[seksjon] = self._ord.innledningen
            elif (nr := _nummer(overskrift)) and numre[nr] == 1:
                navn[seksjon] = f"punkt {nr}"
            elif kan_siteres(tittel := _tittel(overskrift)) and titler[tittel] == 1:
                navn[seksjon] = f"punktet «{tittel}»"
            else:
                navn[seksjon] = f"det {self._ordenstall(overskrifter)} punktet"
        return navn

    def _ordenstall(self, tall: int) -> str:
        return self._ord.ordenstall[tall - 1] if tall <= len(self._ord.ordenstall) else f"{tall}."

    # --- blocks

    @cached_property
    def _navn(self) -> Mapping[range, str]:
        return {
            range(nr, nr + 1): navn
            for seksjon, punkt in self._punkter.items()
            for nr, navn in zip(seksjon, self._i_punktet(seksjon, punkt), strict=True)
        }

    def _i_punktet(self, seksjon: range, punkt: str) -> Iterator[str]:
        antall: Counter[str] = Counter()
        listetall: list[int] = []
        for nr in seksjon:
            blokk = self._rader[nr]
            antall[blokk.slag] += 1
            if blokk.slag == "overskrift":
                yield f"{self._ord.overskriften} {punkt}"
                continue
            if blokk.slag == "punkt":
                listetall = _neste(listetall, blokk.nivaa)
                tall = ".".join(map(str, listetall))
            else:
                tall = str(antall[blokk.slag])
                tall = self._ordenstall(antall[blokk.slag]) if blokk.slag == "avsnitt" else tall
            yield f"{punkt} {self._ord.enheter[enhet(blokk.slag, blokk.tekst)].format(tall)}"


def enhet(slag: str, tekst: str) -> str:
    """What a block is counted as: an item of a numbered list has a number, not a mark."""
    return "nummer" if slag == "punkt" and tekst.lstrip().startswith("1.") else slag


def _neste(tall: list[int], nivaa: int) -> list[int]:
    """The number of the next item of a list on the level: 2.1 comes after 2, and 3 after 2.1."""
    tall = [*tall[: nivaa + 1], *[0] * (nivaa + 1 - len(tall))]
    tall[nivaa] += 1
    return tall


def _tittel(blokk: Blokk) -> str:
    return blokk.tekst.lstrip("#").strip() if blokk.slag == "overskrift" else ""


def _nummer(blokk: Blokk) -> str:
    """The number that a heading begins with: 3 of «3. Sammensetning»; empty where it has none."""
    treff = _NUMMERERT.fullmatch(_tittel(blokk))
    return treff["nr"] if treff else ""
