"""One clause through time: followed from revision to revision by what it says, whatever its heading was called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ehelse_cli.core.ankre import ankre, blokker, kebab, klausul
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.diff.historie import historie, vedtatte
from ehelse_cli.diff.kobling import koble
from ehelse_cli.diff.mandat import sagt
from ehelse_cli.diff.prosa import Blokkdiff, sammenlign

#: What came of the clause with a revision.
Punktslag = Literal["foerste", "lik", "endret", "ny", "borte", "mangler"]

_NUMMER = re.compile(r"(?P<overskrift>[1-9][0-9]?)(?:\.(?P<punkt>[1-9][0-9]?(?:\.[1-9][0-9]?)*))?")


@dataclass(frozen=True, slots=True)
class Punktsteg:
    """The clause in one revision: what it is called there, and its words against those of the revision before."""

    mandat: Mandat
    anker: str | None
    tittel: str
    slag: Punktslag
    blokker: tuple[Blokkdiff, ...]


def punkthistorie(data: Dataset, forum: str, punkt: str) -> tuple[Punktsteg, ...]:
    """The clause in every revision of the council and in its drafts, oldest first; empty where none has it.

    `punkt` is an anchor, a title, or a number: `3` is the third heading, `3.2` the second item of the list below it.
    """
    alle = vedtatte(data, forum)
    utkast = [steg for steg in historie(data, forum) if steg.mandat.er_utkast]
    funnet = _finn([*reversed(alle), *(steg.mandat for steg in utkast)], punkt)
    if funnet is None:
        return ()
    der = _fulgt(alle, [(steg.foer, steg.mandat) for steg in utkast if steg.foer], *funnet)
    foer = {naa.id: gammel for gammel, naa in pairwise(alle)} | {
        steg.mandat.id: steg.foer for steg in utkast if steg.foer
    }
    return tuple(_steg(foer.get(en.id), en, der) for en in (*alle, *(steg.mandat for steg in utkast)))


def _finn(mandater: Sequence[Mandat], punkt: str) -> tuple[Mandat, str] | None:
    """The first of the mandates that has the clause, and its anchor there."""
    return next(((en, anker) for en in mandater if (anker := _anker(en, punkt)) is not None), None)


def _anker(mandat: Mandat, punkt: str) -> str | None:
    kjente = ankre(mandat.tekst)
    treff = _NUMMER.fullmatch(punkt)
    if punkt in kjente or treff is None:
        return next((anker for anker in (punkt, kebab(punkt)) if anker in kjente), None)
    overskrifter = [rad.anker for rad in blokker(mandat.tekst) if rad.slag == "overskrift" and rad.anker]
    nr = int(treff["overskrift"])
    deler = [*overskrifter[nr - 1 : nr], *filter(None, [(treff["punkt"] or "").replace(".", "-")])]
    anker = "-".join(deler)
    return anker if overskrifter[nr - 1 : nr] and anker in kjente else None


def _fulgt(
    alle: Sequence[Mandat], utkast: Sequence[tuple[Mandat, Mandat]], mandat: Mandat, anker: str
) -> Mapping[str, str]:
    """The id of every mandate that has the clause → its anchor there, followed both ways from the one given."""
    der = {mandat.id: anker}
    par = [*pairwise(alle), *utkast]
    for _ in range(len(par)):
        for gammel, ny in par:
            if ny.id in der and gammel.id not in der:
                der |= _den_andre_veien(ny, gammel, der[ny.id], bakover=True)
            elif gammel.id in der and ny.id not in der:
                der |= _den_andre_veien(gammel, ny, der[gammel.id], bakover=False)
    return der


def _den_andre_veien(kjent: Mandat, annen: Mandat, anker: str, *, bakover: bool) -> Mapping[str, str]:
    """The clause's anchor in a mandate beside one where it is known; nothing where it is not there."""
    gammel, ny = (annen, kjent) if bakover else (kjent, annen)
    kobling = koble(blokker(gammel.tekst), blokker(ny.tekst), sagt(gammel, ny))
    par = kobling.snudd().par if bakover else kobling.par
    rader, andre = blokker(kjent.tekst), blokker(annen.tekst)
    nr = next(nr for nr, rad in enumerate(rader) if rad.anker == anker)
    funnet = andre[par[nr]].anker if nr in par else None
    return {annen.id: funnet} if funnet else {}


def _steg(foer: Mandat | None, naa: Mandat, der: Mapping[str, str]) -> Punktsteg:
    anker = der.get(naa.id)
    gammelt, nytt = (_ordene(en, der) for en in (foer, naa))
    rader = tuple(rad for seksjon in sammenlign(gammelt, nytt) for rad in seksjon.blokker)
    tittel = ankre(naa.tekst)[anker].tittel if anker else ""
    return Punktsteg(naa, anker, tittel, _slag(foer, gammelt, nytt, rader), rader)


def _ordene(mandat: Mandat | None, der: Mapping[str, str]) -> str:
    if mandat is None or mandat.id not in der:
        return ""
    return "\n\n".join(klausul(mandat.tekst, der[mandat.id]))


def _slag(foer: Mandat | None, gammelt: str, nytt: str, rader: Sequence[Blokkdiff]) -> Punktslag:
    if not nytt:
        return "borte" if gammelt else "mangler"
    if not gammelt:
        return "ny" if foer is not None else "foerste"
    return "lik" if all(rad.slag == "lik" for rad in rader) else "endret"


def ankerforslag(data: Dataset, forum: str) -> Iterator[str]:
    """The anchors of the headings in the latest revision, for whoever asked for one that is not there."""
    alle = vedtatte(data, forum)
    rader = blokker(alle[-1].tekst) if alle else ()
    yield from (rad.anker for rad in rader if rad.slag == "overskrift" and rad.anker)
