"""The site as people meet it: in a real browser, by keyboard, without scripts, on a small screen, and by an auditor.

Debian's Chromium reads a site made of the example data, served from this machine under the address it is made for.
"""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator, Mapping
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, sync_playwright

from tests.cli.running import ehelse

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
#: Every type of page; of cases and meetings those that differ most, and one in nynorsk.
SIDER = {
    "forside": "",
    "forumliste": "forum/",
    "forum": "forum/nehr/",
    "medlemmer": "forum/nehr/medlemmer/",
    "oppmøte": "forum/nehr/oppmoete/",
    "mandat": "forum/nuit/mandat/2025-01-01/",
    "mandatendring": "forum/nuit/mandat/2025-01-01/endret-fra/2020-06-02/",
    "møteliste": "moete/",
    "møte med referat": "moete/nehr-2026-m2/",
    "møte som er innkalt": "moete/nehr-2026-m4/",
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


@pytest.fixture(scope="module")
def adresse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site, served."""
    mappe = tmp_path_factory.mktemp("nettsted") / "ut"
    laget = ehelse("publiser", "--rot", str(ROOT), "--ut", str(mappe))
    assert laget.code == 0, laget.err
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
    assert [url for url in hentet if not url.startswith(adresse)] == []
    assert sagt == []
    assert adresse + "stil.css" in hentet
    kontekst.close()


@pytest.mark.parametrize("side", ["sak/nehr-2026-5/", "sok/"])
def test_the_policy_lets_in_no_script_or_style_of_a_stranger(leser: Browser, adresse: str, side: str) -> None:
    """What somebody got into a page would do nothing there."""
    kontekst = leser.new_context()
    page = kontekst.new_page()
    innskutt = "<script>document.title='tatt'</script><p style='color:red' id='innskutt'>x</p></body>"
    page.route(
        lambda url: url.startswith(adresse) and (url.partition("?")[0].endswith(("/", ".html"))),
        lambda rute: rute.fulfill(response=(svar := rute.fetch()), body=svar.text().replace("</body>", innskutt)),
    )
    page.goto(adresse + side)
    assert page.title() != "tatt"
    assert page.eval_on_selector("#innskutt", "el => getComputedStyle(el).color") != "rgb(255, 0, 0)"
    kontekst.close()


def test_all_but_the_search_works_without_scripts(leser: Browser, adresse: str) -> None:
    kontekst = leser.new_context(java_script_enabled=False)
    page = kontekst.new_page()
    page.goto(adresse)
    page.get_by_role("link", name="Årshjul", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Årshjul 2026"
    page.get_by_role("link", name="Møte 2/2026").last.click()
    page.get_by_role("link", name="Prioritering av den nasjonale").click()
    assert page.get_by_text("Hva det ble til").is_visible()
    page.goto(adresse + "forum/nehr/medlemmer/")
    page.get_by_text("1. januar 2025 – 31. desember 2025").click()
    assert page.get_by_role("heading", name="Stedfortredere").count() >= 2
    page.goto(adresse + "sok/")
    assert page.get_by_text("Søket trenger JavaScript").is_visible()
    kontekst.close()


def test_the_keyboard_reaches_everything_and_it_shows_where_one_is(leser: Browser, adresse: str) -> None:
    kontekst = leser.new_context(viewport={"width": 1280, "height": 900})
    page = kontekst.new_page()
    page.goto(adresse + "sak/nehr-2026-5/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Hopp til innholdet"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innhold"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.goto(adresse + "sak/nehr-2026-5/")
    alle = page.evaluate("document.querySelectorAll('a[href], button, input, summary, [tabindex=\"0\"]').length")
    besoekt = set()
    for _ in range(alle):
        page.keyboard.press("Tab")
        naa = page.evaluate(
            "() => { const el = document.activeElement, stil = getComputedStyle(el);"
            " return [[...document.querySelectorAll('*')].indexOf(el), parseFloat(stil.outlineWidth), el.tagName]; }"
        )
        assert naa[1] >= 2, naa
        besoekt.add(naa[0])
    assert len(besoekt) == alle
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
    page.get_by_role("searchbox").fill("prioriteringen øker")
    page.get_by_role("button", name="Søk").click()
    page.wait_for_selector("#treff li")
    page.get_by_role("link", name="Prioritering av den nasjonale e-helseporteføljen for 2027 – råd").first.click()
    assert page.url == f"{adresse}sak/nehr-2026-5/"
    page.goto(f"{adresse}sok/?q=kvaksalveri")
    page.get_by_text("Ingen treff på «kvaksalveri»").wait_for()
    kontekst.close()


def test_the_parts_in_nynorsk_say_so_and_the_rest_is_bokmaal(skjerm: Page, adresse: str) -> None:
    _aapne(skjerm, adresse, "sak/nehr-2026-6/")
    assert skjerm.get_attribute("html", "lang") == "nb"
    assert skjerm.get_attribute("h1", "lang") == "nn"
    assert skjerm.locator(".broedtekst").get_attribute("lang") == "nn"
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
    egne = sorted(lenke for lenke in lenker if lenke.startswith(adresse))
    assert len(egne) > 80
    svar = {lenke: skjerm.request.get(lenke).status for lenke in egne}
    assert {lenke: status for lenke, status in svar.items() if status != 200} == {}
