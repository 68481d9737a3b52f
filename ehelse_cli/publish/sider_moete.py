"""The pages of meetings: the list, and each with its agenda, its minutes and an entry for the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from ehelse_cli.core import adresse
from ehelse_cli.export.fil import Valg
from ehelse_cli.export.ical import ical
from ehelse_cli.public.kalles import forumnavn, moetenavn
from ehelse_cli.public.moete import Moete
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.publish.page import Page, Site
from ehelse_cli.publish.ramme import side, vei_til_forum


def moeteliste(site: Site) -> Iterator[Page]:
    """Every meeting: those to come, and those that were, the last first."""
    o = site.offentlig
    holdte = [ett for ett in reversed(o.moeter) if ett.siste_dag < o.dag]
    yield side(
        site,
        "moeteliste",
        "moete/",
        "Møter",
        kommende=[ett for ett in o.moeter if ett.siste_dag >= o.dag],
        holdte=[(aar, list(rader)) for aar, rader in groupby(holdte, key=lambda ett: ett.dato.year)],
    )


def moeter(site: Site) -> Iterator[Page]:
    """Each meeting: agenda and minutes, and the meeting alone for a calendar."""
    o = site.offentlig
    for moete in site.mine(o.moeter):
        tittel = f"{moetenavn(moete)} – {forumnavn(o.forumet(moete.forum), moete.forum)}"
        vei = vei_til_forum(o, moete.forum)
        yield side(site, "moete", adresse.moete(moete.id), tittel, vei, maalform=moete.maalform, moete=moete)
        yield Page(adresse.moetekalender(moete.id), _kalenderen(o, moete))


def _kalenderen(o: Offentlig, moete: Moete) -> bytes:
    forum = o.forumet(moete.forum)
    alene = replace(o, forum=(forum,) if forum else (), moeter=(moete,), saker=())
    return ical(alene, Valg(moete.forum))[0].innhold
