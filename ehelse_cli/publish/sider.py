"""The way in, and what is about the site itself: what is published, how to reach it, how to use the data."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from ehelse_cli.core import adresse
from ehelse_cli.export.csv_ import TABELLER
from ehelse_cli.publish.aarsbilde import aarsbildet, aarsrader
from ehelse_cli.publish.page import Page, Site
from ehelse_cli.publish.raadsregister import STATUSER, raadene, telling
from ehelse_cli.publish.ramme import NIVAAER, aaret, modellen, rundt, side
from ehelse_cli.publish.templates import render, source
from ehelse_cli.render.templates import stylesheet

_NESTE, _NYESTE = 4, 5
#: What the tables of open data hold.
_TABELLER = {
    "medlemmer": "Medlemmer",
    "moeter": "Møter",
    "oppfoelging": "Svarene på rådene",
    "saker": "Saker",
    "sakslister": "Sakslistene, linje for linje",
    "vedtak": "Vedtak, punkt for punkt",
    "virksomheter": "Virksomheter",
}


def forside(site: Site) -> Iterator[Page]:
    """The way in: the next meetings, the newest papers, the year, the councils, and what came of the advice."""
    o = site.offentlig
    aar = next((ett for ett in o.aarshjul if ett.aar == aaret(o)), None)
    yield side(
        site,
        "forside",
        "",
        o.samling.navn,
        neste=[ett for ett in o.moeter if ett.siste_dag >= o.dag and not ett.avlyst][:_NESTE],
        nyeste=sorted(o.aapne_saker, key=lambda sak: (-sak.publisert.toordinal(), sak.id))[:_NYESTE],
        raad=telling(raadene(o)),
        statuser=STATUSER,
        modellen=modellen(o),
        nivaaer=NIVAAER,
        bilde=aarsbildet(o, aar) if aar else None,
    )


def raad(site: Site) -> Iterator[Page]:
    """The advice register."""
    alle = raadene(site.offentlig)
    yield side(site, "raad", "raad/", "Råd og svar", raad=alle, telling=telling(alle), statuser=STATUSER)


def aarshjul(site: Site) -> Iterator[Page]:
    """Each published year: the wheel, and the table that says the same."""
    o = site.offentlig
    for ett in o.aarshjul:
        yield side(
            site,
            "aarshjul",
            adresse.aarshjul(ett.aar),
            f"Årshjul {ett.aar}",
            aarshjul=ett,
            bilde=aarsbildet(o, ett),
            rader=aarsrader(o, ett),
        )


def om(site: Site) -> Iterator[Page]:
    """By what criteria things are published (offentlegforskrifta § 7), open data, and the accessibility statement."""
    yield side(site, "kriterier", "kriterier/", "Kriterier for publisering")
    tabeller = [(f"{navn}.csv", _TABELLER[navn]) for navn in TABELLER]
    yield side(site, "data", "data/", "Åpne data og abonnement", tabeller=tabeller)
    yield side(site, "tilgjengelighet", "tilgjengelighet/", "Tilgjengelighetserklæring")
    if site.soek:
        yield side(site, "soek", "sok/", "Søk")
        yield Page("soek.js", source("soek.js").encode())


def ikke_funnet(site: Site) -> Iterator[Page]:
    """What a server shows in place of a page that is not there: from any folder, so its links begin at the root."""
    o = site.offentlig
    rot = f"{urlsplit(o.samling.nettadresse or '').path.rstrip('/')}/"
    felles = {"o": o, "rot": rot, "hele": None, "tittel": "Siden finnes ikke"}
    yield Page("404.html", render("ikke_funnet", "nb", **felles, rundt=rundt(site, "404.html", rot)).encode())


def stil(site: Site) -> Iterator[Page]:
    """The stylesheet with the council's own after it, and the mark in the browser's tab."""
    yield Page("stil.css", f"{stylesheet('nettsted/stil.css')}\n".encode() + site.tema)
    yield Page("merke.svg", source("merke.svg").encode())
