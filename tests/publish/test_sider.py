"""What the pages compute of the public model, held against what the overviews and papers compute of the files."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from msgspec.structs import replace

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.oversikt import raad as oversikten
from ehelse_cli.public.gate import slipp_ut
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.public.sak import AapenSak
from ehelse_cli.publish.page import Site
from ehelse_cli.publish.pages import pages
from ehelse_cli.publish.raadsregister import raadene
from ehelse_cli.publish.saksvei import saksveien
from ehelse_cli.publish.sammensetninger import oppmoete, sammensetninger
from tests.cli.running import ehelse

DAG = date(2026, 11, 23)
ROOT = Path(__file__).parents[2]


@cache
def _data() -> Dataset:
    return load(DiskTree(ROOT)).dataset


@cache
def _o() -> Offentlig:
    return slipp_ut(_data(), DAG)


def _sak(id_: str) -> AapenSak:
    sak = _o().saken(id_)
    assert isinstance(sak, AapenSak)
    return sak


def test_the_register_says_of_each_published_point_what_the_overview_says() -> None:
    ute = {(raad.moete.id, raad.sak.id, raad.nr): raad.status for raad in raadene(_o())}
    alle = {
        (rad.linje.moete.id, rad.linje.sak.id, rad.nr): rad.status
        for rad in oversikten.raadene(_data(), DAG)
        if rad.linje.sak
    }
    assert len(ute) > 20
    assert {sted: status for sted, status in ute.items() if alle.get(sted) != status} == {}
    assert Counter(ute.values())["fulgt"] == 5


def test_a_case_goes_through_the_councils_to_who_decides() -> None:
    veien = [(stopp.hvem, stopp.dato, stopp.gjort) for stopp in saksveien(_o(), _sak("nehr-2026-5"))]
    assert veien == [
        ("NUIT", "2026-05-20", True),
        ("Nasjonalt e-helseråd", "2026-06-17", True),
        ("KS", "2026-08-26", True),
        ("Helse- og omsorgsdepartementet", "2026-10-07", True),
    ]
    assert [stopp.denne for stopp in saksveien(_o(), _sak("nehr-2026-5"))] == [False, True, False, False]


def test_every_day_has_the_composition_of_those_who_sat_that_day() -> None:
    forum = _o().forumet("nehr")
    assert forum is not None
    perioder = sammensetninger(forum, DAG)
    for dag in map(date.fromisoformat, ("2024-01-01", "2025-06-15", "2026-04-30", "2026-05-01", "2026-11-23")):
        (gjelder,) = (en for en in perioder if en.gjelder(dag))
        assert gjelder.medlemmer == forum.medlemmer_per(dag)
    assert perioder[0].inn == ("Kjersti Holmefjord",)
    assert perioder[0].ut == ("Line Opdahl",)


def test_the_attendance_is_what_the_minutes_say() -> None:
    forum = _o().forumet("nehr")
    assert forum is not None
    (aaret,) = oppmoete(forum, _o().moeter_i("nehr"))
    rader = {navn: [ordet for _, ordet in svar] for navn, svar in aaret.rader}
    assert aaret.dager == (date(2026, 3, 11), date(2026, 6, 17), date(2026, 9, 23))
    assert dict(aaret.tegn) == {
        "medlem": "møtte",
        "stedfortreder": "stedfortreder",
        "borte": "forfall",
        "ukjent": "ukjent",
        "ikke_medlem": "ikke medlem",
    }
    assert rader["Ragnvald Eikeland"] == ["møtte", "stedfortreder", "møtte"]
    assert rader["Hilde Ramsvik"] == ["møtte", "forfall", "møtte"]
    assert rader["Kjersti Holmefjord"] == ["ikke medlem", "møtte", "møtte"]


def test_the_map_has_whole_addresses_and_nothing_exempt() -> None:
    site = Site(_o(), lambda _: b"")
    assert "sitemap.xml" not in {page.path for page in pages(site)}
    med = replace(_o(), samling=replace(_o().samling, nettadresse="https://example.org/raad"))
    filer = {page.path: page.content for page in pages(Site(med, lambda _: b""))}
    steder = [en.text or "" for en in ET.fromstring(filer["sitemap.xml"]).findall(".//{*}loc")]
    assert "https://example.org/raad/sak/nehr-2026-5/" in steder
    assert all(sted.startswith("https://example.org/raad/") for sted in steder)
    assert not any("nehr-2026-12" in sted for sted in steder)
    assert all(f"{sted.removeprefix('https://example.org/raad/')}index.html" in filer for sted in steder)
    assert b'href="/raad/stil.css"' in filer["404.html"]


def test_a_meeting_is_told_in_words_machines_know() -> None:
    side = next(page for page in pages(Site(_o(), lambda _: b"")) if page.path == "moete/nehr-2026-m4/index.html")
    tekst = side.content.decode()
    for bit in (
        'itemtype="https://schema.org/Event"',
        'itemprop="startDate" datetime="2026-12-02T10:00"',
        "https://schema.org/EventScheduled",
    ):
        assert bit in tekst


def test_a_councils_own_style_is_laid_after_ours_and_the_search_may_be_left_out(tmp_path: Path) -> None:
    tema = tmp_path / "tema.css"
    tema.write_text(":root { --aksent: #004f59; }\n", encoding="utf-8")
    ut = tmp_path / "ut"
    ran = ehelse("publiser", "--rot", str(ROOT), "--ut", str(ut), "--tema", str(tema), "--uten-soek", "--uten-papirer")
    assert ran.code == 0, ran.err
    assert (ut / "stil.css").read_text(encoding="utf-8").endswith(":root { --aksent: #004f59; }\n")
    assert not (ut / "pagefind").exists()
    assert "sok/" not in (ut / "index.html").read_text(encoding="utf-8")
    assert ehelse("publiser", "--rot", str(ROOT), "--ut", str(ut), "--tema", "finnes-ikke.css").code == 2


def test_no_line_begins_with_a_dash() -> None:
    """A word that is kept whole takes the dash after it along: beside it a line may break, whatever space is there."""
    filer = {page.path: page.content.decode() for page in pages(Site(_o(), lambda _: b""))}
    assert '<span class="hel">e-helsestrategi\N{NO-BREAK SPACE}–</span> justering' in filer["sak/index.html"]
    assert "</span> –" not in filer["moete/index.html"]


def test_a_body_of_which_nothing_is_published_says_so() -> None:
    filer = {page.path: page.content.decode() for page in pages(Site(_o(), lambda _: b""))}
    assert "Ingen møter eller saker er publisert." in filer["forum/endringsraad/index.html"]
    assert "Ingen møter eller saker er publisert." not in filer["forum/nehr/index.html"]
    uten = replace(_o(), forum=(), moeter=(), saker=(), aarshjul=())
    tomme = {page.path: page.content.decode() for page in pages(Site(uten, lambda _: b""))}
    for sti, ordene in (
        ("forum/", "Ingen råd eller utvalg er ført opp ennå."),
        ("moete/", "Ingen møter er satt opp."),
        ("sak/", "Ingen saker er publisert ennå."),
        ("raad/", "Ingen råd er publisert ennå."),
    ):
        assert ordene in tomme[f"{sti}index.html"]
