"""A council's members on a day: every seat the mandate has, who holds it and until when, and which are vacant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ehelse_cli.core.forum import Medlemsperiode
from ehelse_cli.core.kalender import legg_til_maaneder
from ehelse_cli.core.mandat import LEDERSETET, Mandat, grupper_i, verv_i
from ehelse_cli.core.mandat.sammensetning import Gruppe, Sammensetning
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.register import Medlemskap, Register, medlemmer_er_kjent, register
from ehelse_cli.core.sammensetning import sammensetning
from ehelse_cli.core.spraak import stor
from ehelse_cli.core.virksomhet import verdi_per
from ehelse_cli.render import tid
from ehelse_cli.render.bestilling import Bestilling
from ehelse_cli.render.felles import Rad, Ramme, rad
from ehelse_cli.render.figurer import Bilde
from ehelse_cli.render.figurer.perioder import Periodelinje, Tidslinje, tidslinje
from ehelse_cli.render.navn import Navn, gruppe_eller_verv, navn_paa_gruppe, person
from ehelse_cli.render.sammensatt import sammensatt

#: A term that ends within so many months is said to end soon.
SNART = 6


class Seterad(NamedTuple):
    """One seat: whose group, who holds it, where from, in which office, until when, with which substitute."""

    gruppe: str
    navn: str
    virksomhet: str
    verv: str
    periode: str
    stedfortreder: str


class Andrerad(NamedTuple):
    """Somebody who attends, or stands in for several: in what, who, where from."""

    rolle: str
    navn: str
    virksomhet: str


@dataclass(frozen=True, slots=True)
class Medlemslisteview:
    """The list as it is read."""

    ramme: Ramme
    tittel: str
    forum: str
    per: str
    fakta: tuple[Rad, ...]
    kjent: bool
    seter: tuple[Seterad, ...]
    andre: tuple[Andrerad, ...]
    snart: tuple[str, ...]
    snart_overskrift: str
    bilde: Bilde | None


def medlemsliste(b: Bestilling) -> Medlemslisteview:
    """The view of a council's members on the day.

    Raises:
        BrokenError: the council, or something it must tell, cannot be read.
        MissingForumError: the council has no file.
    """
    forum, ord_ = b.forum, b.ramme.ord
    navn = b.navn(b.dag)
    reg = register(b.data, forum, b.dag)
    kjent = reg is not None and medlemmer_er_kjent(forum, b.dag)
    seter = tuple(_seter(reg, navn, b.ramme)) if reg is not None and kjent else ()
    return Medlemslisteview(
        ramme=b.ramme,
        tittel=ord_.medlemsliste,
        forum=navn.virksomhet(forum.id),
        per=ord_.per_dag.format(tid.dag(b.dag, b.ramme.maalform)),
        fakta=tuple(_fakta(b, reg, navn, kjent=kjent)),
        kjent=kjent,
        seter=seter,
        andre=tuple(_andre(reg, navn, b.ramme)) if kjent else (),
        snart=tuple(_snart(reg, b)) if reg is not None and kjent else (),
        snart_overskrift=ord_.gaar_snart_ut.format(SNART),
        bilde=_bilde(reg, b) if reg is not None and kjent and reg.medlemmer else None,
    )


def _fakta(b: Bestilling, reg: Register | None, navn: Navn, *, kjent: bool) -> Iterator[Rad]:
    ord_ = b.ramme.ord
    yield Rad(ord_.mandatet, mandatet(reg.mandat, b.ramme) if reg else stor(ord_.intet_mandat))
    sekretariat = verdi_per(navn.forum.sekretariat, b.dag)
    yield from rad(ord_.sekretariat, navn.virksomhet(sekretariat) if sekretariat else None)
    if reg is not None and kjent:
        regel = reg.mandat.sammensetning
        seter = regel.seter if isinstance(regel, Sammensetning) else None
        besatt = ord_.besatt.format(len(reg.medlemmer))
        yield Rad(ord_.seter, ord_.besatt_av.format(besatt, seter.norsk()) if isinstance(seter, Mengde) else besatt)
        if not b.taus:
            yield Rad(ord_.sammensetning, sammensatt(sammensetning(b.data, navn.forum, b.dag), navn, b.ramme))


def mandatet(mandat: Mandat, ramme: Ramme, status: str = "gjelder") -> str:
    """`Gjelder fra 1. januar 2024`, or did, or will; where the day is not known, since when it is known to hold."""
    ord_ = ramme.ord
    if isinstance(mandat.gjelder_fra, date):
        return ord_.gjelder_fra[status].format(tid.dag(mandat.gjelder_fra, ramme.maalform))
    return ord_.kjent_per.format(tid.dag(mandat.kjent_per, ramme.maalform)) if mandat.kjent_per else ord_.ukjent


# --- seats


def _seter(reg: Register, navn: Navn, ramme: Ramme) -> Iterator[Seterad]:
    """Group by group as the mandate has them, with the vacant seats; then whoever sits in none of them."""
    grupper = list(_grupper(reg.mandat, navn, ramme))
    for en in reg.uten_sete:
        yield _sete("", en, reg, navn, ramme)
    for id_, kalt, antall in grupper:
        holdt = reg.i_gruppe(id_)
        yield from (_sete(kalt, en, reg, navn, ramme) for en in holdt)
        for _ in range(max(0, antall - len(holdt))):
            yield Seterad(kalt, ramme.ord.ledig, "", "", "", "")
    kjente = {id_ for id_, _, _ in grupper}
    yield from (_sete(ramme.ord.uten_gruppe, en, reg, navn, ramme) for en in reg.medlemmer if en.gruppe not in kjente)


def _grupper(mandat: Mandat, navn: Navn, ramme: Ramme) -> Iterator[tuple[str, str, int]]:
    """The leader's own seat and each group: id, what it is called, how many it has at least."""
    leder = verv_i(mandat)
    if leder is not None and leder.sete == "eget":
        yield LEDERSETET, stor(ramme.ord.rolleord["leder"]), 1
    for gruppe in grupper_i(mandat):
        antall = gruppe.antall.minste() if isinstance(gruppe.antall, Mengde) and not gruppe.antall.relativ else 0
        yield gruppe.id, gruppenavn(gruppe, navn, kort=True), antall


def gruppenavn(gruppe: Gruppe, navn: Navn, *, kort: bool = False) -> str:
    """What a group of seats is called: by its own name, else by the one organisation or set that fills it."""
    return stor(navn_paa_gruppe(navn.data, gruppe, navn.dag, kort=kort))


def _sete(gruppe: str, en: Medlemskap, reg: Register, navn: Navn, ramme: Ramme) -> Seterad:
    medlem = en.medlem
    varaer = [person(vara.navn) for vara in reg.stedfortredere if vara.for_ == medlem.navn]
    permisjon = any(periode.inneholder(navn.dag) for periode in medlem.permisjon)
    verv = [stor(ramme.ord.rolleord[medlem.rolle])] if medlem.rolle != "medlem" else []
    return Seterad(
        gruppe,
        person(medlem.navn),
        navn.virksomhet(medlem.virksomhet) if medlem.virksomhet else "",
        ", ".join([*verv, *([ramme.ord.permisjon] if permisjon else [])]),
        _periode(en, ramme),
        ramme.liste(varaer),
    )


def _periode(en: Medlemskap, ramme: Ramme) -> str:
    fra = _kort(en.fra) if en.medlem.periode is not None else ""
    if en.siste_dag is not None:
        return f"{fra}–{_kort(en.siste_dag)}"
    return f"{fra}–" if en.slutt_er_kjent else f"{fra}– ({ramme.ord.slutt_ukjent})"


def _kort(dag: date) -> str:
    return f"{dag.day}.{dag.month}.{dag.year}"


def _andre(reg: Register | None, navn: Navn, ramme: Ramme) -> Iterator[Andrerad]:
    """Observers and others who attend; substitutes for a group or for all."""
    ord_ = ramme.ord
    for rad_ in navn.forum.medlemmer:
        if not rad_.har_sete and _er_der(rad_.periode, rad_.fratraadt, navn.dag):
            virksomhet = navn.virksomhet(rad_.virksomhet) if rad_.virksomhet else ""
            yield Andrerad(stor(ord_.rolleord[rad_.rolle]), person(rad_.navn), virksomhet)
    personlige = {en.medlem.navn for en in (*reg.medlemmer, *reg.uten_sete)} if reg else set()
    for vara in reg.stedfortredere if reg else ():
        if vara.for_ not in personlige:
            hvem = gruppe_eller_verv(navn.data, navn.forum.id, vara.for_, navn.dag, ramme.maalform) or vara.for_
            nr = f" {vara.nr}" if vara.nr else ""
            virksomhet = navn.virksomhet(vara.virksomhet) if vara.virksomhet else ""
            yield Andrerad(f"{ord_.stedfortreder_for.format(hvem)}{nr}", person(vara.navn), virksomhet)


def _er_der(periode: Medlemsperiode | None, fratraadt: date | None, dag: date) -> bool:
    i_perioden = periode is None or (periode.fra <= dag and (periode.til is None or dag <= periode.til))
    return i_perioden and (fratraadt is None or dag <= fratraadt)


# --- terms that end


def _gaar_ut(en: Medlemskap, dag: date) -> bool:
    return en.siste_dag is not None and en.siste_dag <= legg_til_maaneder(dag, SNART)


def _snart(reg: Register, b: Bestilling) -> Iterator[str]:
    snart = [en for en in (*reg.uten_sete, *reg.medlemmer) if _gaar_ut(en, b.dag)]
    for en in sorted(snart, key=lambda rad: rad.siste_dag or date.max):
        slutt = tid.dag(en.siste_dag, b.ramme.maalform) if en.siste_dag else ""
        yield f"{person(en.medlem.navn)}: {slutt}"


def _bilde(reg: Register, b: Bestilling) -> Bilde:
    ord_ = b.ramme.ord
    alle = (*reg.uten_sete, *reg.medlemmer)
    slutter = [en.siste_dag.year for en in alle if en.siste_dag]
    linjer = tuple(
        Periodelinje(person(en.medlem.navn), max(en.fra, date(1900, 1, 1)), en.siste_dag, _gaar_ut(en, b.dag))
        for en in alle
    )
    fra = max(min(linje.fra.year for linje in linjer), b.dag.year - 6)
    return tidslinje(
        Tidslinje(
            linjer,
            fra,
            min(max([*slutter, b.dag.year + 1]), b.dag.year + 6),
            b.dag,
            ord_.perioder_alt.format(len(linjer), sum(linje.gaar_snart_ut for linje in linjer), SNART),
            ord_.perioder_tekst.format(tid.dag(b.dag, b.ramme.maalform)),
        )
    )
