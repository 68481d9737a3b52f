"""The frame that every page has: where it stands, the way to it, and what it is called."""

from __future__ import annotations

from typing import Any

from ehelse_cli.core import adresse
from ehelse_cli.public.forum import Forum
from ehelse_cli.public.kalles import forumnavn, ordene
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.publish.maalform import paa
from ehelse_cli.publish.page import Page, Site, html, root
from ehelse_cli.publish.templates import render

#: The way to a page: what each page above it is called, and its address.
Vei = tuple[tuple[str, str], ...]


def side(  # noqa: PLR0913 (what a page is)
    site: Site, mal: str, sti: str, tittel: str, vei: Vei = (), *, maalform: str = "nb", **verdier: Any
) -> Page:
    """One page from its template, with the frame around it; `maalform` is that of the document it is about."""
    o = site.offentlig
    felles = {
        "o": o,
        "rot": root(sti),
        "sti": sti,
        "hele": adresse.full(o.samling.nettadresse, sti),
        "tittel": tittel,
        "vei": vei,
        "soek": site.soek,
        "aaret": aaret(o),
        "mf": maalform,
        "t": paa(maalform),
        "ord": ordene(maalform),
        "papirene": site.papirer.om if site.papirer else _ingen,
    }
    return html(sti, render(mal, **felles, **verdier))


def _ingen(_id: str) -> tuple[()]:
    return ()


def aaret(o: Offentlig) -> int | None:
    """The published year that people want to see: the one of the day, else the last one."""
    aarene = [ett.aar for ett in o.aarshjul]
    return o.dag.year if o.dag.year in aarene else (aarene[-1] if aarene else None)


def vei_til_forum(o: Offentlig, id_: str) -> Vei:
    """The council, below the list of them."""
    return (("Råd og utvalg", "forum/"), (forumnavn(o.forumet(id_), id_), adresse.forum(id_)))


#: What the levels are called, from the top.
NIVAAER = {"raad": "Råd", "utvalg": "Utvalg", "fagutvalg": "Fagutvalg", "arbeidsutvalg": "Arbeidsutvalg"}


def modellen(o: Offentlig) -> list[Forum]:
    """The councils that there are, from the top and down."""
    alle = [ett for ett in o.forum if er_i_modellen(ett) and not ett.avviklet]
    return sorted(alle, key=lambda ett: (list(NIVAAER).index(ett.nivaa or ""), ett.navn))


def er_i_modellen(forum: Forum) -> bool:
    """Whether it is one of the councils, and not a body beside them."""
    return forum.nivaa in NIVAAER
