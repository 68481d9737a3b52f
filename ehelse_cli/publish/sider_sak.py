"""The pages of cases: the list, and each with its paper, its way through the councils, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ehelse_cli.core import adresse
from ehelse_cli.public.kalles import saksnavn
from ehelse_cli.public.moete import Moete, Protokoll, Sakspunkt
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.public.sak import AapenSak, Sak
from ehelse_cli.publish.page import Page, Site
from ehelse_cli.publish.raadsregister import STATUSER
from ehelse_cli.publish.ramme import side, vei_til_forum
from ehelse_cli.publish.saksvei import saksveien


def saksliste(site: Site) -> Iterator[Page]:
    """Every case by year and council, the newest first; of what is exempt the number and the legal basis."""
    o = site.offentlig
    alle = sorted(o.saker, key=lambda sak: (-_nummeret(sak)[0], sak.forum, -_nummeret(sak)[1]))
    aarene = [
        (aar, [(forum, list(sakene)) for forum, sakene in groupby(rader, key=lambda sak: sak.forum)])
        for aar, rader in groupby(alle, key=lambda sak: _nummeret(sak)[0])
    ]
    yield side(site, "saksliste", "sak/", "Saker", aarene=aarene)


def _nummeret(sak: Sak) -> tuple[int, int]:
    """Year and number, as the id has them."""
    aar, _, nummer = sak.id.removeprefix(f"{sak.forum}-").partition("-")
    return int(aar), int(nummer)


def saker(site: Site) -> Iterator[Page]:
    """Each case: its paper; or its number, that it is exempt, and the legal basis."""
    o = site.offentlig
    for sak in site.mine(o.saker):
        sti, vei = adresse.sak(sak.id), vei_til_forum(o, sak.forum)
        if isinstance(sak, AapenSak):
            verdier = {"vei_videre": saksveien(o, sak), "behandlet": tuple(_behandlet(o, sak)), "statuser": STATUSER}
            yield side(site, "sak", sti, saksnavn(sak), vei, maalform=sak.maalform, sak=sak, **verdier)
        else:
            yield side(site, "unntatt", sti, saksnavn(sak), vei, sak=sak)


def _behandlet(o: Offentlig, sak: AapenSak) -> Iterator[tuple[Moete, Protokoll]]:
    """What published minutes say of it, the last first."""
    for en in reversed(sak.behandlinger):
        moete = o.moetet(en.moete)
        punkt = moete.saksliste[en.linje - 1] if moete and moete.saksliste else None
        if moete and isinstance(punkt, Sakspunkt) and punkt.protokoll:
            yield moete, punkt.protokoll
