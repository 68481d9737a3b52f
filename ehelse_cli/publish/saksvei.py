"""One matter's way through the councils, as far as it is public: where it was, where it is, what remains."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ehelse_cli.public.kalles import forumnavn, ordene
from ehelse_cli.public.moete import Sakspunkt
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.public.sak import AapenSak
from ehelse_cli.publish.maalform import paa
from ehelse_cli.publish.raadsregister import STATUSER


@dataclass(frozen=True, slots=True)
class Stopp:
    """One stop. `dato` is a day, a month or a year as ISO; `denne` is the case whose way it is told from."""

    dato: str | None
    hvem: str
    hva: str
    gjort: bool
    moete: str | None = None
    sak: AapenSak | None = None
    denne: bool = False


def saksveien(o: Offentlig, sak: AapenSak) -> tuple[Stopp, ...]:
    """Every treatment of the case and of those before and after it, then what its last paper says of the rest."""
    kjeden = _kjeden(o, sak)
    holdt = [stopp for en in kjeden for stopp in _behandlinger(o, en, sak)]
    siste = kjeden[-1]
    svar = tuple(_svarene(siste, sak.maalform))
    har_svart = {stopp.hvem for stopp in svar}
    alle = [*holdt, *svar, *(stopp for stopp in _resten(o, siste, sak.maalform) if stopp.hvem not in har_svart)]
    gjort = sorted((stopp for stopp in alle if stopp.gjort), key=lambda stopp: stopp.dato or "")
    return (*gjort, *(stopp for stopp in alle if not stopp.gjort))


def _kjeden(o: Offentlig, sak: AapenSak) -> tuple[AapenSak, ...]:
    """The cases that this one continues, itself, and those that continue it; the newest last."""
    if not (sak.fra_saker or sak.til_saker):
        return (sak,)
    sett: dict[str, AapenSak] = {}
    venter = [sak.id]
    while venter:
        en = o.saken(venter.pop())
        if isinstance(en, AapenSak) and en.id not in sett:
            sett[en.id] = en
            venter += (*en.fra_saker, *en.til_saker)
    return tuple(sorted(sett.values(), key=lambda en: (_foerst(en), en.id)))


def _foerst(sak: AapenSak) -> date:
    return min((en.dato for en in sak.behandlinger), default=sak.publisert)


def _behandlinger(o: Offentlig, sak: AapenSak, denne: AapenSak) -> Iterator[Stopp]:
    for en in sak.behandlinger:
        forum = forumnavn(o.forumet(en.forum), en.forum)
        gjort = en.dato <= o.dag
        si = paa(denne.maalform)
        hva = _hva(o, en.moete, en.linje, denne.maalform) or si("er behandlet" if gjort else "skal behandles")
        yield Stopp(en.dato.isoformat(), forum, hva, gjort, en.moete, sak, sak.id == denne.id)


def _hva(o: Offentlig, moete_id: str, linje: int, maalform: str) -> str | None:
    """What came of it, when the minutes are published."""
    moete = o.moetet(moete_id)
    punkt = moete.saksliste[linje - 1] if moete and moete.saksliste and linje <= len(moete.saksliste) else None
    protokoll = punkt.protokoll if isinstance(punkt, Sakspunkt) else None
    if protokoll is None:
        return None
    ord_ = ordene(maalform)
    hva = ord_.resultater.get(protokoll.resultat or "") or ord_.utfall.get(protokoll.utfall or "")
    return str(hva) if hva else None


def _svarene(sak: AapenSak, maalform: str) -> Iterator[Stopp]:
    """The decider's answers: one stop for each day, however many points it is about."""
    si = paa(maalform)
    dager: dict[tuple[str, date | None], list[str]] = {}
    for rad in sak.oppfoelging:
        dager.setdefault((rad.av, rad.dato), []).append(si(STATUSER[rad.utfall][0]).lower())
    for (av, dato), utfall in dager.items():
        hva = ", ".join(dict.fromkeys(utfall))
        yield Stopp(dato.isoformat() if dato else None, av, si("svarte: {}", hva), gjort=True)


def _resten(o: Offentlig, sak: AapenSak, maalform: str) -> Iterator[Stopp]:
    roller = ordene(maalform).roller
    for steg in sak.steg:
        forbi = steg.naar is not None and steg.naar <= o.dag.isoformat()[: len(steg.naar)]
        yield Stopp(steg.naar, steg.hvem, str(roller.get(steg.rolle, steg.rolle)), gjort=forbi)
