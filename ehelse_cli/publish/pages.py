"""The whole site as files: an explicit list of page types, each a function from the public model to its pages."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ehelse_cli.core import adresse
from ehelse_cli.export.atom import atom
from ehelse_cli.export.csv_ import csv_
from ehelse_cli.export.fil import Valg
from ehelse_cli.export.ical import ical
from ehelse_cli.export.json_ import json_
from ehelse_cli.export.popolo import popolo
from ehelse_cli.publish import sider, sider_forum, sider_moete, sider_sak
from ehelse_cli.publish.page import WHOLE, Page, PageType, Site

_KART = "http://www.sitemaps.org/schemas/sitemap/0.9"


def pages(site: Site) -> Iterator[Page]:
    """Every file of the site, type by type."""
    for page_type in _in_share(site):
        yield from page_type(site)


def pages_as_markdown(site: Site) -> Iterator[Page]:
    """The same, each page as Markdown; without what only a browser or a search engine has use for."""
    from ehelse_cli.publish.as_markdown import as_markdown  # which few want, and which takes its time to load

    for page_type in _in_share(site):
        if page_type not in _FOR_BROWSERS:
            made = page_type(site)
            yield from made if page_type is _vedlegg else as_markdown(made)


def _in_share(site: Site) -> Iterator[PageType]:
    """The types of the site's share: those of many pages divide them, and one share has all the others."""
    return (page_type for page_type in PAGE_TYPES if page_type in _DIVIDED or site.nr == WHOLE)


def _vedlegg(site: Site) -> Iterator[Page]:
    """The attachments that go out, as they are."""
    for fil in site.offentlig.filer:
        yield Page(adresse.vedlegg(fil.sak, fil.navn), site.read(fil.sti))


def _papirer(site: Site) -> Iterator[Page]:
    """The papers to send, as PDF and Word."""
    if site.papirer:
        yield from (Page(sti, innhold) for sti, innhold in site.papirer.filer())


def _hver(site: Site) -> tuple[str | None, ...]:
    """Everybody, then each council that meets."""
    return (None, *(forum.id for forum in site.offentlig.forum if site.offentlig.moeter_i(forum.id)))


def _kalendere(site: Site) -> Iterator[Page]:
    for forum in _hver(site):
        yield Page(adresse.kalender(forum), ical(site.offentlig, Valg(forum))[0].innhold)


def _feeder(site: Site) -> Iterator[Page]:
    for forum in _hver(site):
        yield Page(adresse.feed(forum), atom(site.offentlig, Valg(forum))[0].innhold)


def _som_json(site: Site) -> Iterator[Page]:
    yield from (Page(f"data/{fil.navn}", fil.innhold) for fil in json_(site.offentlig, Valg()))


def _som_popolo(site: Site) -> Iterator[Page]:
    yield from (Page(f"data/{fil.navn}", fil.innhold) for fil in popolo(site.offentlig, Valg()))


def _som_csv(site: Site) -> Iterator[Page]:
    yield from (Page(f"data/{fil.navn}", fil.innhold) for fil in csv_(site.offentlig, Valg()))


def _kart(site: Site) -> Iterator[Page]:
    """The map that search engines read. It takes whole addresses, so a site without one has none."""
    o = site.offentlig
    if not o.samling.nettadresse:
        return
    stier = ["", "forum/", "moete/", "sak/", "raad/", *(adresse.aarshjul(ett.aar) for ett in o.aarshjul)]
    stier += [adresse.forum(ett.id) for ett in o.forum]
    stier += [adresse.mandat(mandat.id) for ett in o.forum for mandat in ett.mandater]
    stier += [adresse.moete(ett.id) for ett in o.moeter]
    stier += [adresse.sak(sak.id) for sak in o.aapne_saker]
    rader = "".join(
        f"<url><loc>{escape(adresse.full(o.samling.nettadresse, sti) or '')}</loc></url>\n" for sti in stier
    )
    kart = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{_KART}">\n{rader}</urlset>\n'
    yield Page("sitemap.xml", kart.encode())


#: A new type of page is one function, and one line here.
PAGE_TYPES: tuple[PageType, ...] = (
    sider.stil,
    sider.forside,
    sider_forum.forumliste,
    sider_forum.forum,
    sider_forum.medlemmer,
    sider_forum.oppmoete,
    sider_forum.mandater,
    sider_moete.moeteliste,
    sider_moete.moeter,
    sider_sak.saksliste,
    sider_sak.saker,
    sider.raad,
    sider.aarshjul,
    sider.om,
    sider.ikke_funnet,
    _vedlegg,
    _papirer,
    _kalendere,
    _feeder,
    _som_json,
    _som_popolo,
    _som_csv,
    _kart,
)

#: Those that make only the pages of their share: `Site.mine` says of what.
_DIVIDED: frozenset[PageType] = frozenset(
    {
        sider_forum.forum,
        sider_forum.mandater,
        sider_forum.medlemmer,
        sider_forum.oppmoete,
        sider_moete.moeter,
        sider_sak.saker,
    }
)
_FOR_BROWSERS: frozenset[PageType] = frozenset({sider.stil, sider.ikke_funnet, _kart})
