"""The whole site as files: an explicit list of page types, each a function from the public model to its pages."""

from __future__ import annotations

from collections.abc import Iterator

from ehelse_cli.export.atom import atom
from ehelse_cli.export.csv_ import csv_
from ehelse_cli.export.fil import Valg
from ehelse_cli.export.ical import ical
from ehelse_cli.export.json_ import json_
from ehelse_cli.export.popolo import popolo
from ehelse_cli.public import adresse
from ehelse_cli.publish import sider
from ehelse_cli.publish.page import Page, PageType, Site


def pages(site: Site) -> Iterator[Page]:
    """Every file of the site, type by type."""
    for page_type in PAGE_TYPES:
        yield from page_type(site)


def _vedlegg(site: Site) -> Iterator[Page]:
    """The attachments that go out, as they are."""
    for sak, ett in site.offentlig.filer:
        assert ett.fil is not None
        assert ett.sti is not None
        yield Page(adresse.vedlegg(sak.id, ett.fil), site.read(ett.sti))


def _hver(site: Site) -> tuple[str | None, ...]:
    """Everybody, then each council that meets."""
    return (None, *(forum.id for forum in site.offentlig.forum if site.offentlig.moeter_i(forum.id)))


def _kalendere(site: Site) -> Iterator[Page]:
    for forum in _hver(site):
        yield Page(adresse.kalender(forum), ical(site.offentlig, Valg(forum))[0].innhold)


def _feeder(site: Site) -> Iterator[Page]:
    for forum in _hver(site):
        yield Page(adresse.feed(forum), atom(site.offentlig, Valg(forum))[0].innhold)


def _aapne_data(site: Site) -> Iterator[Page]:
    for eksport in (json_, popolo, csv_):
        yield from (Page(f"data/{fil.navn}", fil.innhold) for fil in eksport(site.offentlig, Valg()))


#: A new type of page is one function, and one line here.
PAGE_TYPES: tuple[PageType, ...] = (
    sider.stil,
    sider.forside,
    sider.forum,
    sider.mandater,
    sider.moeter,
    sider.saker,
    sider.aarshjul,
    sider.kriterier,
    _vedlegg,
    _kalendere,
    _feeder,
    _aapne_data,
)
