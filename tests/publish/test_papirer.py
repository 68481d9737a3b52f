"""The papers on the site: which there are, that each is made once, and that the pages lead to what is there."""

from __future__ import annotations

import importlib.util
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ehelse_cli.publish import papirer, papirlager
from ehelse_cli.publish.papirer import LISTE
from ehelse_cli.publish.papirlager import Papirlager, noekkelen
from ehelse_cli.render import papers
from ehelse_cli.render.errors import NotSetError
from tests.cli.running import Ran, ehelse
from tests.public.trees import FILES
from tests.publish.kanari import skriv

pytestmark = pytest.mark.slow

_LENKE = re.compile(
    r'href="(?:\.\./)*(papir/[^"]+)">(PDF|Word)<span class="skjult">, ([^<]+)</span></a> '
    r'<span class="filtype">\(([^)]+)\)'
)
#: The small council, whose mandate is not whole; nobody is invited to what is exempt.
_MOETE = FILES["moeter/raad/2026-m1.md"].replace(
    "          inviterte: [{navn: Kari Gjest, virksomhet: lukket-as, saker: [2/2026]}]\n", ""
)
TRE = {**FILES, "moeter/raad/2026-m1.md": _MOETE}


@pytest.fixture(scope="module")
def ferdig(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small council, made once."""
    rot = tmp_path_factory.mktemp("ferdig")
    skriv(rot, TRE)
    ran = ehelse("publiser", "--rot", str(rot), "--ut", str(rot / "ut"), "--uten-soek")
    assert ran.code == 0, ran.err
    return rot / "ut"


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ferdig: Path) -> Path:
    """In a folder with the small council and its site."""
    skriv(tmp_path, TRE)
    shutil.copytree(ferdig, tmp_path / "ut")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def laget(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The formats of the files that are made, one by one."""
    gjort: list[str] = []
    ekte = papers.written

    def skrevet(side: str, format_: papers.Format) -> bytes:
        gjort.append(format_)
        return ekte(side, format_)

    monkeypatch.setattr(papers, "written", skrevet)
    return gjort


def _publiser(*valg: str, ut: str = "ut") -> Ran:
    ran = ehelse("publiser", "--ut", ut, "--uten-soek", *valg)
    assert ran.code == 0, ran.err
    return ran


def _filer(mappe: Path) -> dict[str, bytes]:
    return {fil.relative_to(mappe).as_posix(): fil.read_bytes() for fil in mappe.rglob("*") if fil.is_file()}


def _papirene(mappe: Path) -> set[str]:
    return {fil.name for fil in (mappe / "papir").glob("*")} if (mappe / "papir").exists() else set()


def _endre(rot: Path, sti: str, foer: str, etter: str) -> None:
    fil = rot / "data" / sti
    tekst = fil.read_text(encoding="utf-8")
    assert foer in tekst
    fil.write_text(tekst.replace(foer, etter), encoding="utf-8")


# ── which papers there are, and the way to them ──────────────────────────────────────────────────────────────────────


def test_every_public_paper_is_there_as_pdf_and_word(rot: Path) -> None:
    ventet = {
        "innkalling-raad-2026-m1", "saksliste-raad-2026-m1", "moetepakke-raad-2026-m1", "referat-raad-2026-m1",
        "innkalling-raad-2026-m2", "saksliste-raad-2026-m2", "moetepakke-raad-2026-m2",
        "saksframlegg-raad-2026-1", "saksframlegg-raad-2026-5", "medlemsliste-raad", "aarshjul-2026",
    }  # fmt: skip
    assert _papirene(rot / "ut") == {f"{papir}.{format_}" for papir in ventet for format_ in ("pdf", "docx")}


def test_each_page_leads_to_its_papers_with_format_and_size(rot: Path) -> None:
    lenker = {
        (side, sti): (format_, hva, stoerrelse)
        for side in ("moete/raad-2026-m1", "sak/raad-2026-1", "forum/raad/medlemmer", "aarshjul/2026")
        for sti, format_, hva, stoerrelse in _LENKE.findall((rot / f"ut/{side}/index.html").read_text(encoding="utf-8"))
    }
    assert lenker["moete/raad-2026-m1", "papir/referat-raad-2026-m1.docx"][:2] == ("Word", "referat")
    assert lenker["sak/raad-2026-1", "papir/saksframlegg-raad-2026-1.pdf"][:2] == ("PDF", "saksframlegg")
    assert {sti for side, sti in lenker if side.startswith("sak/")} == {
        "papir/saksframlegg-raad-2026-1.pdf", "papir/saksframlegg-raad-2026-1.docx",
    }  # fmt: skip
    for (_, sti), (_, _, stoerrelse) in lenker.items():
        assert stoerrelse == f"{(rot / 'ut' / sti).stat().st_size / 1000:.0f} kB", sti


def test_no_page_leads_to_a_paper_that_is_not_there(rot: Path) -> None:
    lenker = {
        sti
        for side in (rot / "ut").rglob("*.html")
        for sti in re.findall(r'href="(?:\.\./)*(papir/[^"]+)"', side.read_text(encoding="utf-8"))
    }
    assert {f"papir/{navn}" for navn in _papirene(rot / "ut")} == lenker
    assert len(lenker) == 22


def test_an_exempt_case_has_no_paper_and_its_page_no_link(rot: Path) -> None:
    assert "papir/" not in (rot / "ut/sak/raad-2026-2/index.html").read_text(encoding="utf-8")


def test_a_pack_is_there_when_the_papers_are(rot: Path) -> None:
    _publiser("--per", "2026-11-17")
    assert {"innkalling-raad-2026-m2.pdf", "saksliste-raad-2026-m2.pdf"} <= _papirene(rot / "ut")
    assert "moetepakke-raad-2026-m2.pdf" not in _papirene(rot / "ut")
    _publiser("--per", "2026-11-18")
    assert "moetepakke-raad-2026-m2.pdf" in _papirene(rot / "ut")


# ── what stands in the way ───────────────────────────────────────────────────────────────────────────────────────────


def test_of_a_file_with_errors_there_is_no_paper_and_that_is_told(rot: Path) -> None:
    ran = _publiser()
    assert "noen papirer er ikke med, for det er feil i data/mandater/raad/2026-01-01.md" in ran.err
    assert not [navn for navn in _papirene(rot / "ut") if navn.startswith("mandat")]
    assert "papir/" not in (rot / "ut/forum/raad/mandat/2026-01-01/index.html").read_text(encoding="utf-8")


def test_a_pack_with_a_wrong_case_in_it_is_left_out_too(rot: Path) -> None:
    _endre(rot, "saker/raad/2026-05.md", "fra_sak: raad-2026-2", "fra_sak: [raad-2026-2, raad-2026-99]")
    ran = _publiser()
    assert "data/saker/raad/2026-05.md" in ran.err
    borte = {"saksframlegg-raad-2026-5.pdf", "moetepakke-raad-2026-m2.pdf"}
    assert borte.isdisjoint(_papirene(rot / "ut"))
    assert "saksliste-raad-2026-m2.pdf" in _papirene(rot / "ut")


def test_a_paper_that_cannot_be_set_is_left_out_and_told_of(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ekte = papers.written

    def skrevet(side: str, format_: papers.Format) -> bytes:
        if format_ == "pdf" and "<h1>Medlem" in side:
            raise NotSetError("pdf", "for bred")
        return ekte(side, format_)

    monkeypatch.setattr(papers, "written", skrevet)
    (rot / "ut/papir/medlemsliste-raad.pdf").unlink()
    ran = _publiser()
    assert "medlemsliste av raad er ikke med" in ran.err
    assert "medlemsliste-raad.docx" not in _papirene(rot / "ut")
    assert "papir/" not in (rot / "ut/forum/raad/medlemmer/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("finnes", "endelser", "sagt"),
    [
        ((), set(), "PDF og Word: det trenger «pip install 'ehelse-cli[pdf,docx]'»"),
        (("docx",), {".docx"}, "PDF: det trenger «pip install 'ehelse-cli[pdf]'»"),
        (("typst",), {".pdf"}, "Word: det trenger «pip install 'ehelse-cli[docx]'»"),
    ],
)
def test_without_an_extra_the_site_says_nothing_of_that_format(
    rot: Path, monkeypatch: pytest.MonkeyPatch, finnes: tuple[str, ...], endelser: set[str], sagt: str
) -> None:
    monkeypatch.setattr(
        papirer, "find_spec", lambda pakke: importlib.util.find_spec("json") if pakke in finnes else None
    )
    ran = _publiser()
    assert f"nettstedet har ikke papirene som {sagt}" in ran.err
    assert {Path(navn).suffix for navn in _papirene(rot / "ut")} == endelser
    siden = (rot / "ut/sak/raad-2026-1/index.html").read_text(encoding="utf-8")
    assert ('class="papirer"' in siden) == bool(endelser)
    assert ("PDF" in siden, "Word<" in siden) == (".pdf" in endelser, ".docx" in endelser)


def test_without_papers_there_is_no_trace_of_any(rot: Path, laget: list[str]) -> None:
    _publiser("--uten-papirer")
    assert (_papirene(rot / "ut"), laget) == (set(), [])
    assert not (rot / "ut" / LISTE).exists()
    assert "papir/" not in "".join(fil.read_text(encoding="utf-8") for fil in (rot / "ut").rglob("*.html"))


def test_a_councils_own_template_is_used(rot: Path) -> None:
    skriv(rot, {"maler/medlemsliste.html.j2": _MAL})
    _publiser()
    from tests.publish.kanari import lesninger

    assert "Rådets egen side" in "\n".join(lesninger((rot / "ut/papir/medlemsliste-raad.docx").read_bytes()))
    assert "Rådets egen side" not in "\n".join(lesninger((rot / "ut/papir/aarshjul-2026.docx").read_bytes()))


_MAL = """{% extends ramme.mal %}
{% block tittel %}{{ v.tittel }}{% endblock %}
{% block innhold %}<h1>Rådets egen side</h1>{% endblock %}
"""


# ── made once ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_as_it_was_is_not_made_again(rot: Path, laget: list[str]) -> None:
    foer = {fil: fil.stat().st_ino for fil in (rot / "ut/papir").iterdir()}
    ran = _publiser()
    assert (len(foer), laget) == (22, [])
    assert "ingenting er endret" in ran.err
    _endre(rot, "saker/raad/2026-05.md", "tittel: Til møtet", "tittel: Til neste møte")
    _publiser()
    endret = {
        "saksframlegg-raad-2026-5",
        "innkalling-raad-2026-m2",
        "saksliste-raad-2026-m2",
        "moetepakke-raad-2026-m2",
    }
    assert len(laget) == 2 * len(endret)
    assert {fil.stem for fil, nummer in foer.items() if fil.stat().st_ino != nummer} == endret


ENDRINGER: dict[str, Callable[[Path], None]] = {
    "a title": lambda rot: _endre(rot, "saker/raad/2026-05.md", "Til møtet", "Til neste møte"),
    "a member": lambda rot: _endre(rot, "forum/raad.yaml", "Anne Lie (Bergen)", "Anne Li (Bergen)"),
    "a case becomes exempt": lambda rot: skriv(
        rot, {"saker/raad/2026-05.md": "---\nskjerming: {hjemmel: offl. § 14 første ledd, omfang: hele}\n---\n"}
    ),
    "an attachment goes out": lambda rot: _endre(
        rot, "saker/raad/2026-01.md", "fil: lukket.csv", "fil: lukket.csv, publiseres: ja"
    ),
    "minutes are kept back": lambda rot: _endre(
        rot, "moeter/raad/2026-m1.md", "publisert: 2026-09-20", "utkast_sendt: 2026-09-20"
    ),
    "the site has another address": lambda rot: _endre(rot, "datasett.yaml", "example.org", "example.com"),
    "the data is no example": lambda rot: _endre(rot, "datasett.yaml", "eksempel: ja", "eksempel: nei"),
}


@pytest.mark.parametrize("endring", ENDRINGER)
def test_a_site_made_upon_the_old_one_is_the_same_as_one_made_anew(rot: Path, endring: str) -> None:
    ENDRINGER[endring](rot)
    _publiser()
    _publiser(ut="nytt")
    assert _filer(rot / "ut") == _filer(rot / "nytt")


def test_a_file_that_somebody_has_changed_is_made_again(rot: Path, laget: list[str]) -> None:
    papir = rot / "ut/papir/medlemsliste-raad.pdf"
    ekte = papir.read_bytes()
    papir.write_bytes(ekte.replace(b"%PDF", b"%XXX"))
    _publiser()
    assert (laget, papir.read_bytes()) == (["pdf"], ekte)


@pytest.mark.parametrize("skrevet", [b"{", b"[]", b'{"papir/medlemsliste-raad.pdf": 7}', b"\xff"])
def test_a_list_that_is_not_ours_is_not_believed(rot: Path, laget: list[str], skrevet: bytes) -> None:
    (rot / "ut" / LISTE).write_bytes(skrevet)
    _publiser()
    assert len(laget) == 22


def test_another_version_of_what_writes_them_makes_them_again(
    rot: Path, laget: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    papirlager._verktoey.cache_clear()
    monkeypatch.setattr(papirlager, "_utgave", lambda pakke: "99")
    _publiser()
    papirlager._verktoey.cache_clear()
    assert len(laget) == 22


def test_the_key_is_of_the_page_the_format_and_the_day_that_files_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    noekler = {noekkelen("side", "pdf"), noekkelen("side", "docx"), noekkelen("annen side", "pdf")}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764547200")
    noekler.add(noekkelen("side", "pdf"))
    assert len(noekler) == 4


def test_the_same_tree_gives_the_same_bytes_whatever_the_day_it_is_made(
    rot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    _publiser(ut="annen")
    assert _filer(rot / "ut") == _filer(rot / "annen")


def test_where_there_is_no_site_yet_nothing_is_known(tmp_path: Path) -> None:
    lager = Papirlager(tmp_path / "ingen", tmp_path)
    assert lager.behold("papir/x.pdf", "n") is None
    assert lager.legg("papir/x.pdf", "n", b"1234") == 4
    assert (lager.hent("papir/x.pdf"), lager.listen(["papir/x.pdf"])) == (b"1234", b'{\n"papir/x.pdf": "n"\n}\n')


def test_nothing_is_left_beside_when_it_is_stopped(rot: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    midlertidig = tmp_path / "tmp"
    midlertidig.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(midlertidig))

    def stopp(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(papers, "written", stopp)
    assert ehelse("publiser", "--ut", "nytt", "--uten-soek").code == 130
    assert not (rot / "nytt").exists()
    assert list(midlertidig.iterdir()) == []
