"""The frame that every page has: where it stands, the way to it, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from ehelse_cli.core import adresse
from ehelse_cli.public.forum import Forum
from ehelse_cli.public.kalles import forumnavn
from ehelse_cli.public.offentlig import Offentlig, Samling
from ehelse_cli.publish.page import Page, Site, html, root
from ehelse_cli.publish.templates import macros, render

#: The way to a page: what each page above it is called, and its address.
Vei = tuple[tuple[str, str], ...]


def side(  # noqa: PLR0913 (what a page is)
    site: Site, mal: str, sti: str, tittel: str, vei: Vei = (), *, maalform: str = "nb", **verdier: Any
) -> Page:
    """One page from its template, with the frame around it; `maalform` is that of the document it is about."""
    o, rot = site.offentlig, root(sti)
    felles = {
        "o": o,
        "rot": rot,
        "sti": sti,
        "hele": adresse.full(o.samling.nettadresse, sti),
        "tittel": tittel,
        "soek": site.soek,
        "aaret": aaret(o),
        "rundt": rundt(site, sti, rot, vei),
        "papirene": site.papirer.om if site.papirer else _ingen,
    }
    return html(sti, render(mal, maalform, **felles, **verdier))


@dataclass(frozen=True, slots=True)
class Rundt:
    """What is the same around every page that stands alike in the site."""

    lenker: Markup
    topp: Markup
    bunn: Markup


def rundt(site: Site, sti: str, rot: str, vei: Vei = ()) -> Rundt:
    """What stands around the page."""
    foerst, _, under = sti.partition("/")
    # Of the pages below another all are shown alike in the menu; but the menu leads to a year, which is below nothing.
    sted = f"{foerst}/…" if under and foerst != "aarshjul" else sti
    return _rundt(site.offentlig.samling, rot, vei, (sted, aaret(site.offentlig), site.soek))


@lru_cache(1000)
def _rundt(samling: Samling, rot: str, vei: Vei, meny: tuple[str, int | None, bool]) -> Rundt:
    deler = macros("_rundt", "nb")
    return Rundt(deler.lenker(rot), deler.topp(samling, rot, vei, *meny), deler.bunn(rot))


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
