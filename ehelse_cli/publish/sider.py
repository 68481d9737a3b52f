"""The pages that people read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ehelse_cli.public import adresse
from ehelse_cli.public.kalles import forumnavn, moetenavn, saksnavn
from ehelse_cli.public.moete import Moete
from ehelse_cli.public.sak import AapenSak
from ehelse_cli.publish.page import Page, Site, html, root
from ehelse_cli.publish.templates import render, source

_NESTE = 5


def _side(site: Site, mal: str, sti: str, tittel: str, maalform: str, **verdier: Any) -> Page:
    """One page from its template, with the frame around it."""
    felles = {"o": site.offentlig, "rot": root(sti), "tittel": tittel, "maalform": maalform}
    return html(sti, render(mal, **felles, **verdier))


def forside(site: Site) -> Iterator[Page]:
    """The way in: the next meetings, the councils, the newest papers."""
    o = site.offentlig
    neste = [ett for ett in o.moeter if ett.siste_dag >= o.dag][:_NESTE]
    nyeste = sorted(o.aapne_saker, key=lambda sak: (-sak.publisert.toordinal(), sak.id))[:_NESTE]
    yield _side(site, "forside", "", o.samling.navn, o.samling.maalform, neste=neste, nyeste=nyeste)


def forum(site: Site) -> Iterator[Page]:
    """Each council: mandate, members, meetings, cases."""
    for ett in site.offentlig.forum:
        yield _side(site, "forum", adresse.forum(ett.id), ett.navn, ett.maalform, forum=ett)


def mandater(site: Site) -> Iterator[Page]:
    """Each adopted mandate."""
    for ett in site.offentlig.forum:
        for mandat in ett.mandater:
            tittel = f"Mandat for {ett.navn}"
            yield _side(site, "mandat", adresse.mandat(mandat.id), tittel, mandat.maalform, forum=ett, mandat=mandat)


def moeter(site: Site) -> Iterator[Page]:
    """Each meeting: agenda and minutes."""
    for moete in site.offentlig.moeter:
        tittel = _moetetittel(site, moete)
        yield _side(site, "moete", adresse.moete(moete.id), tittel, moete.maalform, moete=moete)


def _moetetittel(site: Site, moete: Moete) -> str:
    return f"{moetenavn(moete)} – {forumnavn(site.offentlig.forumet(moete.forum), moete.forum)}"


def saker(site: Site) -> Iterator[Page]:
    """Each case: its paper; or its number, that it is exempt, and the legal basis."""
    for sak in site.offentlig.saker:
        mal, maalform = ("sak", sak.maalform) if isinstance(sak, AapenSak) else ("unntatt", "nb")
        yield _side(site, mal, adresse.sak(sak.id), saksnavn(sak), maalform, sak=sak)


def aarshjul(site: Site) -> Iterator[Page]:
    """Each published year."""
    for ett in site.offentlig.aarshjul:
        tittel = f"Årshjul {ett.aar}"
        yield _side(site, "aarshjul", adresse.aarshjul(ett.aar), tittel, site.offentlig.samling.maalform, aarshjul=ett)


def kriterier(site: Site) -> Iterator[Page]:
    """By what criteria things are published (offentlegforskrifta § 7)."""
    yield _side(site, "kriterier", "kriterier/", "Kriterier for publisering", "nb")


def stil(_: Site) -> Iterator[Page]:
    """The stylesheet."""
    yield Page("stil.css", source("stil.css").encode())
