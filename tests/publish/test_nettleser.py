"""The site as people meet it: in a real browser, by keyboard, without scripts, on a small screen, and by an auditor.

Debian's Chromium reads a site made of the example data, served from this machine. Each test is of every type of page.
"""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator, Mapping
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, sync_playwright

from ehelse_cli.core.adresse import papir
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.public.gate import slipp_ut
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.publish.page import Site
from ehelse_cli.publish.pages import pages
from ehelse_cli.publish.papirer import Papir, Papirer, Papirfil, offentlige
from ehelse_cli.publish.soek import indexer, with_index
from ehelse_cli.publish.templates import body

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
DAG = date(2026, 11, 23)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
#: Every type of page; of cases and meetings those that differ most, and one in nynorsk.
SIDER = {
    "forside": "",
    "forumliste": "forum/",
    "forum": "forum/nehr/",
    "forum som er avviklet": "forum/nehs/",
    "medlemmer": "forum/nehr/medlemmer/",
    "oppmøte": "forum/nehr/oppmoete/",
    "mandat": "forum/nuit/mandat/2025-01-01/",
    "mandatendring": "forum/nuit/mandat/2025-01-01/endret-fra/2020-06-02/",
    "møteliste": "moete/",
    "møte med referat": "moete/nehr-2026-m2/",
    "møte som er innkalt": "moete/nehr-2026-m4/",
    "møte som er avlyst": "moete/nuit-2026-m5/",
    "møte på nynorsk": "moete/nufa-2026-m2/",
    "skriftlig behandling": "moete/nufa-2026-m5/",
    "saksliste": "sak/",
    "sak": "sak/nehr-2026-5/",
    "sak på nynorsk": "sak/nehr-2026-6/",
    "unntatt sak": "sak/nehr-2026-12/",
    "råd": "raad/",
    "årshjul": "aarshjul/2026/",
    "søk": "sok/?q=pr%C3%B8ver",
    "data": "data/",
    "kriterier": "kriterier/",
    "tilgjengelighet": "tilgjengelighet/",
    "ikke funnet": "404.html",
}
HVER_SIDE = pytest.mark.parametrize("side", SIDER.values(), ids=SIDER)


class _Stille(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (as the base has it)
        """Say nothing."""


def _papirene(o: Offentlig) -> Papirer:
    """What the pages say of the papers that one can take with one; the papers themselves have tests of their own."""
    return Papirer(
        tuple(Papir(slag, id_, (Papirfil("pdf", papir(slag, id_, "pdf"), 61_000),)) for slag, id_ in offentlige(o))
    )


@pytest.fixture(scope="module")
def adresse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site, served."""
    mappe = tmp_path_factory.mktemp("nettsted")
    program = indexer()
    assert program, "the search is part of the tests' environment"
    o = slipp_ut(load(DiskTree(ROOT)).dataset, DAG)
    site = Site(o, lambda sti: (ROOT / sti).read_bytes(), soek=True, papirer=_papirene(o))
    for side in with_index(pages(site), program):
        (mappe / side.path).parent.mkdir(parents=True, exist_ok=True)
        (mappe / side.path).write_bytes(side.content)
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Stille, directory=str(mappe))) as tjener:
        traad = threading.Thread(target=tjener.serve_forever, daemon=True)
        traad.start()
        yield f"http://127.0.0.1:{tjener.server_port}/"
        tjener.shutdown()
        traad.join()


@pytest.fixture(scope="module")
def leser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    assert program, "tools/system puts Chromium in place"
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def skjerm(leser: Browser) -> Iterator[Page]:
    """One page for those tests that change nothing in it."""
    kontekst = leser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield kontekst.new_page()
    kontekst.close()


def _aapne(page: Page, adresse: str, side: str) -> None:
    """The page, with what its search found: all of it is put there at once."""
    page.goto(adresse + side)
    if side.startswith("sok/?"):
        page.wait_for_selector("#treff li")


def _proev(page: Page, hva: Mapping[str, object] = MappingProxyType({"type": "tag", "values": WCAG})) -> dict[str, Any]:
    """What the auditor says. Its own script is let in past the page's policy, as an extension's is."""
    if not page.evaluate("() => 'axe' in globalThis"):
        page.evaluate(AXE_SCRIPT)
    regler = {"runOnly": dict(hva), "resultTypes": ["violations", "passes", "incomplete"]}
    svar: dict[str, Any] = page.evaluate("(regler) => axe.run(document, regler)", regler)
    return svar


def _brudd(svar: dict[str, Any]) -> list[str]:
    return [f"{ett['id']}: {node['html']}" for ett in svar["violations"] for node in ett["nodes"]]


@HVER_SIDE
def test_no_rule_of_wcag_is_broken_in_light_or_dark(skjerm: Page, adresse: str, side: str) -> None:
    _aapne(skjerm, adresse, side)
    svar = _proev(skjerm)
    assert _brudd(svar) == []
    assert len(svar["passes"]) >= 20, [ett["id"] for ett in svar["passes"]]
    skjerm.emulate_media(color_scheme="dark")
    moerkt = _proev(skjerm, {"type": "rule", "values": ["color-contrast"]})
    skjerm.emulate_media(color_scheme="light")
    assert _brudd(moerkt) == []
    assert [ett["id"] for ett in moerkt["passes"]] == ["color-contrast"]


def test_a_planted_fault_is_found(skjerm: Page, adresse: str) -> None:
    _aapne(skjerm, adresse, "sak/nehr-2026-5/")
    skjerm.evaluate("document.querySelector('main').append(document.createElement('button'))")
    skjerm.evaluate("document.documentElement.removeAttribute('lang')")
    assert {en.partition(":")[0] for en in _brudd(_proev(skjerm))} == {"button-name", "html-has-lang"}


#: What scrolls sideways inside the page: on a phone a table stands cell by cell, and figures are as wide as it is.
_SIDEWAYS = """() => [...document.querySelectorAll('.rull')].filter(el => el.scrollWidth > el.clientWidth + 1)
  .map(el => el.getAttribute('aria-label'))"""


@HVER_SIDE
def test_nothing_is_fetched_from_elsewhere_or_goes_wrong_or_is_wider_than_a_small_phone(
    leser: Browser, adresse: str, side: str
) -> None:
    kontekst = leser.new_context(viewport={"width": 320, "height": 640})
    page, hentet, sagt = kontekst.new_page(), [], []
    page.on("request", lambda request: hentet.append(request.url))
    page.on("console", lambda melding: sagt.append(melding.text))
    page.on("pageerror", lambda feil: sagt.append(str(feil)))
    page.on("requestfailed", lambda request: sagt.append(request.url))
    _aapne(page, adresse, side)
    page.wait_for_load_state("load")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate("() => document.querySelectorAll('details').forEach((del) => { del.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(_SIDEWAYS) == []
    assert [url for url in hentet if not url.startswith(adresse)] == []
    assert sagt == []
    assert adresse + "stil.css" in hentet
    kontekst.close()


@HVER_SIDE
def test_the_policy_lets_in_no_script_or_style_of_a_stranger(leser: Browser, adresse: str, side: str) -> None:
    """What somebody got into a page does nothing there, in any of the ways that a page can be made to do something."""
    kontekst = leser.new_context()
    page = kontekst.new_page()
    stoppet: list[str] = []
    page.on("console", lambda melding: stoppet.append(melding.text))
    innskutt = (
        "<script>document.title='tatt'</script><img src='x.gif' onerror=\"document.title='tatt'\">"
        "<p style='color:red' id='innskutt'>x</p><base href='https://example.org/'>"
        "<iframe src='https://example.org/'></iframe><script src='https://example.org/x.js'></script></body>"
    )
    page.route(
        lambda url: url.startswith(adresse) and url.partition("?")[0].endswith(("/", ".html")),
        lambda rute: rute.fulfill(response=(svar := rute.fetch()), body=svar.text().replace("</body>", innskutt)),
    )
    page.goto(adresse + side)
    assert page.title() != "tatt"
    assert page.eval_on_selector("#innskutt", "el => getComputedStyle(el).color") != "rgb(255, 0, 0)"
    assert page.evaluate("document.baseURI").startswith(adresse)
    for regel in ("script-src", "style-src", "base-uri", "frame-src"):
        assert any(regel in en or "default-src" in en for en in stoppet), (regel, stoppet)
    assert sum("Content Security Policy" in en for en in stoppet) >= 5
    kontekst.close()


@pytest.fixture(scope="module")
def uten_skript(leser: Browser) -> Iterator[Page]:
    kontekst = leser.new_context(java_script_enabled=False)
    yield kontekst.new_page()
    kontekst.close()


@HVER_SIDE
def test_all_but_the_search_says_the_same_without_scripts(
    skjerm: Page, uten_skript: Page, adresse: str, side: str
) -> None:
    uten_skript.goto(adresse + side)
    sagt = uten_skript.inner_text("main")
    if side.startswith("sok/"):
        assert "Søket trenger JavaScript" in sagt
        return
    skjerm.goto(adresse + side)
    assert sagt == skjerm.inner_text("main")
    assert len(sagt) > 60


def test_one_gets_about_without_scripts(uten_skript: Page, adresse: str) -> None:
    page = uten_skript
    page.goto(adresse)
    page.get_by_role("link", name="Årshjul", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Årshjul 2026"
    page.get_by_role("link", name="Møte 2/2026").last.click()
    page.get_by_role("link", name="Prioritering av den nasjonale").click()
    assert page.get_by_text("Hva det ble til").is_visible()
    page.goto(adresse + "forum/nehr/medlemmer/")
    page.get_by_text("1. januar 2025 – 31. desember 2025").click()
    assert page.get_by_role("heading", name="Stedfortredere").count() >= 2


_FOLLOW = """() => {
  window.besoekt = [];
  document.addEventListener('focusin', ({ target }) => window.besoekt.push([
    [...document.querySelectorAll('*')].indexOf(target), parseFloat(getComputedStyle(target).outlineWidth)]));
  return document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]').length;
}"""
_BEEN = "() => new Set(window.besoekt.map(([nr, _]) => nr)).size"
#: Where the first Tab leads after a press far down, the browser decides: one round may begin anywhere.
_ROUNDS = 2


@HVER_SIDE
def test_the_keyboard_reaches_everything_and_it_shows_where_one_is(skjerm: Page, adresse: str, side: str) -> None:
    _aapne(skjerm, adresse, side)
    if not side.startswith("sok/"):  # there one may write at once
        skjerm.keyboard.press("Tab")
        assert skjerm.evaluate("document.activeElement.textContent") == "Hopp til innholdet"
        skjerm.keyboard.press("Enter")
        assert skjerm.evaluate("document.activeElement.id") == "innhold"
        _aapne(skjerm, adresse, side)
    lukket = skjerm.locator("details:not([open])").count()
    for _ in range(lukket):  # what is closed opens by keyboard, too
        skjerm.locator("details:not([open]) > summary").first.press("Enter")
    assert skjerm.locator("details:not([open])").count() == 0
    skjerm.evaluate("() => document.activeElement.blur()")
    alle = skjerm.evaluate(_FOLLOW)
    for _ in range(_ROUNDS * (alle + 1)):
        skjerm.keyboard.press("Tab")
        if skjerm.evaluate(_BEEN) == alle:
            break
    besoekt = skjerm.evaluate("window.besoekt")
    assert len({nr for nr, _ in besoekt}) == alle
    assert [bredde for _, bredde in besoekt if bredde < 2] == []


#: What somebody who hears the page and not sees it would stop at.
_HEARD = """() => {
  const faults = [], links = {}, name = el => el.textContent.replace(/\\s+/g, ' ').trim();
  let level = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1 || (own === 1 && level)) faults.push(`heading ${own} after ${level}: ${name(heading)}`);
    level = own;
  }
  for (const link of document.querySelectorAll('a[href]')) (links[name(link)] ??= new Set()).add(link.href);
  for (const [words, targets] of Object.entries(links)) {
    if (targets.size > 1) faults.push(`«${words}» leads to ${targets.size} places`);
    if (/^[0-9]+\\. \\p{L}+ [0-9]{4}$/u.test(words)) faults.push(`«${words}» does not say where it leads`);
  }
  for (const table of document.querySelectorAll('table')) {
    if (!table.caption || !table.querySelector('th[scope=col]')) faults.push(`table: ${name(table).slice(0, 40)}`);
  }
  for (const part of document.querySelectorAll('nav, aside, [role=region], section[aria-labelledby]')) {
    const named = part.getAttribute('aria-label') || document.getElementById(part.getAttribute('aria-labelledby'));
    if (!named) faults.push(`unnamed: ${part.outerHTML.slice(0, 80)}`);
  }
  // Headings lead about within the page; were each part a landmark, too, the few that help would drown.
  for (const part of document.querySelectorAll('main :is([role=region], section:is([aria-label], [aria-labelledby]))'))
    faults.push(`landmark: ${name(part).slice(0, 40)}`);
  const open = document.querySelector('nav [aria-current]');
  const [first] = location.pathname.split('/').filter(Boolean);
  if (document.querySelector(`.meny a[href$='${first}/']`) && !open) faults.push('the menu does not say where one is');
  return faults;
}"""


@HVER_SIDE
def test_who_only_hears_the_page_can_find_the_way(skjerm: Page, adresse: str, side: str) -> None:
    """Headings in order, links that say alone where they lead, tables with captions, landmarks with names."""
    _aapne(skjerm, adresse, side)
    assert skjerm.evaluate(_HEARD) == []


def test_what_cannot_be_heard_is_found(skjerm: Page, adresse: str) -> None:
    _aapne(skjerm, adresse, "sak/nehr-2026-5/")
    skjerm.evaluate(
        """() => { document.querySelector('main').insertAdjacentHTML('beforeend', `<h5>x</h5><a href="a">les mer</a>
          <a href="b">les mer</a><a href="c">17. juni 2026</a><table><tr><td>x</td></tr></table><nav></nav>
          <section aria-label="x"></section>`);
          document.querySelector('.meny [aria-current]').removeAttribute('aria-current'); }"""
    )
    funnet = skjerm.evaluate(_HEARD)
    assert [ett.split()[0] for ett in funnet] == ["heading", "«les", "«17.", "table:", "unnamed:", "landmark:", "the"]


def test_it_is_said_where_in_its_way_the_case_is(skjerm: Page, adresse: str) -> None:
    _aapne(skjerm, adresse, "sak/nehr-2026-5/")
    assert skjerm.locator("aside [aria-current=step]").inner_text().startswith("Nasjonalt e-helseråd, sak 5/2026")


@pytest.mark.parametrize(
    ("side", "lenke", "overskrift"),
    [
        ("sak/", "sakene i 2020", "2020"),
        ("moete/", "møtene i 2020", "Holdt i 2020"),
        ("raad/", "Venter på svar", "Venter på svar"),
        ("", "Videreført", "Videreført"),
    ],
)
def test_a_long_list_has_ways_into_it(leser: Browser, adresse: str, side: str, lenke: str, overskrift: str) -> None:
    kontekst = leser.new_context(viewport={"width": 390, "height": 700}, reduced_motion="reduce")
    page = kontekst.new_page()
    _aapne(page, adresse, side)
    page.get_by_role("link", name=lenke, exact=True).click()
    page.wait_for_url("**/*#*")
    boks = page.get_by_role("heading", name=overskrift, exact=True).bounding_box()
    assert boks is not None
    assert 0 <= boks["y"] < 700
    kontekst.close()


_TABELL = body("| Tiltak | Kostnad i 2027 | Ansvarlig virksomhet |\n|-|-|-|\n| Grunndata | 120 | Helsedirektoratet |\n")


def test_a_table_in_a_paper_keeps_its_head_on_a_phone(leser: Browser, adresse: str) -> None:
    """Its cells do not know the names of their columns, so it stays a table, and scrolls by itself where it must."""
    kontekst = leser.new_context(viewport={"width": 320, "height": 640})
    page = kontekst.new_page()
    _aapne(page, adresse, "sak/nehr-2026-5/")
    page.evaluate("(html) => document.querySelector('.broedtekst').insertAdjacentHTML('beforeend', html)", str(_TABELL))
    tabell = page.get_by_role("table").filter(has_text="Grunndata")
    assert [ett.inner_text() for ett in tabell.get_by_role("columnheader").all()] == [
        "Tiltak",
        "Kostnad i 2027",
        "Ansvarlig virksomhet",
    ]
    hode = tabell.get_by_role("columnheader", name="Kostnad").bounding_box()
    celle = tabell.get_by_role("cell", name="120").bounding_box()
    assert hode is not None
    assert celle is not None
    assert hode["height"] > 10
    assert (hode["x"], hode["width"]) == (celle["x"], celle["width"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    kontekst.close()


@pytest.mark.parametrize("bredde", [320, 480, 768, 834, 1024, 1280, 1600])
@pytest.mark.parametrize(
    "side", ["forum/nehr/medlemmer/", "moete/nehr-2026-m2/", "sak/nehr-2026-6/", "aarshjul/2026/", "data/"]
)
def test_no_table_is_cut_whatever_stands_beside_it(skjerm: Page, adresse: str, side: str, bredde: int) -> None:
    skjerm.set_viewport_size({"width": bredde, "height": 900})
    _aapne(skjerm, adresse, side)
    skjerm.evaluate("() => document.querySelectorAll('details').forEach((del) => { del.open = true; })")
    assert skjerm.locator(".rull table").count() > 0
    assert skjerm.evaluate(_SIDEWAYS) == []
    skjerm.set_viewport_size({"width": 1280, "height": 900})


#: Titles, names and facts of one word that no small screen has room for.
_LONGEST = """() => document.querySelectorAll('main :is(h1, h2, h3, h4, a, dd)').forEach((el) => {
  if (!el.querySelector('a, svg') && !el.closest('.samlet, .aarene'))
    el.textContent = 'Pasientsikkerhetsarbeidets grunndatatjenesteforvaltningsorganisasjoner';
})"""


@pytest.mark.parametrize("side", ["", "forum/nehr/", "moete/nehr-2026-m2/", "sak/", "sak/nehr-2026-5/", "raad/"])
def test_a_word_longer_than_the_screen_is_broken(leser: Browser, adresse: str, side: str) -> None:
    kontekst = leser.new_context(viewport={"width": 320, "height": 640})
    page = kontekst.new_page()
    _aapne(page, adresse, side)
    page.evaluate(_LONGEST)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    kontekst.close()


_MEETINGS = """(many) => document.querySelectorAll('.rutenett tr').forEach((row) => {
  while (row.cells.length <= many) row.append(row.cells[1 + row.cells.length % 3].cloneNode(true));
})"""


@pytest.mark.parametrize(("bredde", "moeter"), [(320, 6), (320, 8), (360, 8), (768, 12)])
def test_a_year_of_meetings_fits_the_screen(leser: Browser, adresse: str, bredde: int, moeter: int) -> None:
    kontekst = leser.new_context(viewport={"width": bredde, "height": 720})
    page = kontekst.new_page()
    _aapne(page, adresse, "forum/nufa/oppmoete/")
    page.evaluate(_MEETINGS, moeter)
    assert page.locator(".rutenett thead th").count() == moeter + 1
    assert page.evaluate(_SIDEWAYS) == []
    names = page.eval_on_selector_all(".rutenett tbody th", "alle => alle.map(el => el.clientWidth)")
    assert min(names) >= 80
    kontekst.close()


_FOR_BREDT = """() => [...document.querySelectorAll('main *')]
  .filter(el => el.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(el).clipPath === 'none')
  .map(el => el.outerHTML.slice(0, 120))"""


@HVER_SIDE
def test_a_page_can_be_printed(leser: Browser, adresse: str, side: str) -> None:
    """Black on white whatever the screen is, on the breadth of an A4 sheet, without what cannot be clicked on paper."""
    kontekst = leser.new_context(viewport={"width": 680, "height": 960}, color_scheme="dark")
    page = kontekst.new_page()
    _aapne(page, adresse, side)
    page.emulate_media(media="print", color_scheme="dark")
    farger = page.evaluate(
        "() => { const stil = getComputedStyle(document.body); return [stil.color, stil.backgroundColor] }"
    )
    assert farger == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert page.get_by_role("navigation", name="Hovedmeny").count() == 0
    assert page.evaluate(_FOR_BREDT) == []
    assert page.pdf(format="A4")[:5] == b"%PDF-"
    kontekst.close()


def test_the_search_finds_norwegian_words_in_both_languages(leser: Browser, adresse: str) -> None:
    kontekst = leser.new_context()
    page = kontekst.new_page()
    page.goto(adresse)
    page.get_by_role("searchbox").fill("heimeoppfølging")
    page.keyboard.press("Enter")
    page.wait_for_selector("#treff li")
    nynorsk = page.get_by_role("link", name="Samanhengande digital heimeoppfølging – råd om felles rammer")
    assert nynorsk.first.is_visible()
    assert page.locator("#treff li[lang=nn]").filter(has=nynorsk).count() == 1
    assert page.locator("#treff li:not([lang])").count() > 0
    page.get_by_role("searchbox").fill("prioriteringen øker")
    page.get_by_role("button", name="Søk").click()
    page.wait_for_selector("#treff li")
    page.get_by_role("link", name="Prioritering av den nasjonale e-helseporteføljen for 2027 – råd").first.click()
    assert page.url == f"{adresse}sak/nehr-2026-5/"
    page.goto(f"{adresse}sok/?q=xylofon")
    page.get_by_text("Ingen treff på «xylofon»").wait_for()
    kontekst.close()


def test_what_is_in_nynorsk_says_so_and_the_rest_is_bokmaal(skjerm: Page, adresse: str) -> None:
    _aapne(skjerm, adresse, "sak/nehr-2026-6/")
    assert skjerm.get_attribute("html", "lang") == "nb"
    assert skjerm.get_attribute("main", "lang") == "nn"
    nb = skjerm.locator("main [lang=nb]").count()  # what the council's minutes, in bokmål, say of it
    assert nb == skjerm.locator(".vedtak [lang=nb]").count() == 4
    _aapne(skjerm, adresse, "sak/nehr-2026-5/")
    assert skjerm.locator("[lang=nn]").count() == 0


def test_links_lead_somewhere(skjerm: Page, adresse: str) -> None:
    """Every address that any of the pages has answers."""
    lenker = set()
    for side in SIDER.values():
        if side != "404.html":
            _aapne(skjerm, adresse, side)
            lenker |= set(
                skjerm.eval_on_selector_all("a[href], link[href]", "alle => alle.map(el => el.href.split('#')[0])")
            )
    egne = sorted(lenke for lenke in lenker if lenke.startswith(adresse) and "/papir/" not in lenke)
    assert len(egne) > 80
    assert any("/papir/" in lenke for lenke in lenker)
    svar = {lenke: skjerm.request.get(lenke).status for lenke in egne}
    assert {lenke: status for lenke, status in svar.items() if status != 200} == {}
