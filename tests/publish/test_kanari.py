"""The proof that nothing closed gets out: canaries in every closed place, and a search of every byte."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.public import (
    aapen_sak,
    aapent,
    aapent_moete,
    adgang,
    gate,
    modell,
    moetene,
    raadene,
    referatet,
    sakene,
    tilganger,
)
from ehelse_cli.public.adgang import Aapen
from ehelse_cli.publish.lukket import tekster
from ehelse_cli.render.papers import PAPERS
from tests.cli.running import Ran, ehelse, program
from tests.public.trees import DAG
from tests.publish import kanari
from tests.publish.kanari import AAPEN, funnet, lesninger, skjermet, skriv, treet

HJEMMEL = "offl. § 23 tredje ledd"
FORMATER = ("ical", "atom", "json", "popolo", "csv", "einnsyn")


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In a folder with the tree, its attachments and its twins."""
    skriv(tmp_path, {**treet(), **skjermet()})
    monkeypatch.chdir(tmp_path)
    return tmp_path


#: Papers take most of the time: what they have no part in is tried without them, and with them by make soak.
med_og_uten_papirer = pytest.mark.parametrize(
    "valg", [("--uten-papirer",), pytest.param((), marks=pytest.mark.soak)], ids=["uten", "med"]
)


def _alt_ut(rot: Path, mappe: str = "ut", valg: tuple[str, ...] = ()) -> tuple[Path, list[Ran]]:
    """The site and every export; each must be good."""
    kjoert = [ehelse("publiser", "--ut", f"{mappe}/nettsted", *valg)]
    kjoert += [ehelse("publiser", "--ut", f"{mappe}/markdown", "--format", "md")]
    kjoert += [
        ehelse("eksporter", ett, "--ut", f"{mappe}/{ett}/") for ett in FORMATER if ett in ("csv", "einnsyn", "json")
    ]
    kjoert += [ehelse("eksporter", "ical", "--frister", "--ut", f"{mappe}/alle.ics")]
    kjoert += [ehelse("eksporter", ett, "--ut", f"{mappe}/alle.{ett}") for ett in ("atom", "popolo")]
    assert [(ett.code, ett.err if ett.code else "") for ett in kjoert] == [(0, "")] * len(kjoert)
    return rot / mappe, kjoert


def _bytes(mappe: Path) -> dict[str, bytes]:
    return {fil.relative_to(mappe).as_posix(): fil.read_bytes() for fil in mappe.rglob("*") if fil.is_file()}


def test_the_tree_is_full_of_canaries(rot: Path) -> None:
    alle = kanari.kanarier(
        {fil.relative_to(rot).as_posix(): fil.read_text() for fil in rot.rglob("*") if fil.is_file()}
    )
    assert len(alle) > 160
    assert funnet(rot)


@pytest.mark.slow
def test_nothing_closed_is_in_any_byte_of_anything_that_goes_out(rot: Path) -> None:
    ut, kjoert = _alt_ut(rot)
    assert funnet(ut) == {}
    assert not [ett for ett in kjoert if "kanarifugl" in (ett.out + ett.err).casefold()]
    assert len(_bytes(ut)) > 40


@pytest.mark.slow
@med_og_uten_papirer
def test_the_number_and_the_legal_basis_of_the_exempt_case_are_there(rot: Path, valg: tuple[str, ...]) -> None:
    ut, _ = _alt_ut(rot, valg=valg)
    for fil in (
        "nettsted/moete/raad-2026-m1/index.html", "nettsted/forum/raad/index.html",
        "nettsted/sak/raad-2026-2/index.html", "markdown/sak/raad-2026-2/index.md",
        "markdown/moete/raad-2026-m1/index.md",
        "nettsted/data/alle.json", "nettsted/data/saker.csv", "nettsted/kalender/raad.ics", "nettsted/feed/raad.atom",
        "einnsyn/einnsyn.json", "json/alle.json", "alle.ics", "alle.atom",
    ):  # fmt: skip
        tekst = (ut / fil).read_text(encoding="utf-8").replace("\r\n ", "")
        assert HJEMMEL in tekst, fil
        assert "2/2026" in tekst or '"moetesakssekvensnummer": 2' in tekst, fil


@pytest.mark.slow
def test_what_is_open_is_in_every_kind_of_output(rot: Path) -> None:
    ut, _ = _alt_ut(rot)
    slag = {fil.suffix for fil in ut.rglob("*") if fil.is_file()}
    papir = {".pdf", ".docx"}
    soek = {".pagefind", ".pf_fragment", ".pf_index", ".pf_meta"}
    skall = {".css", ".js", ".svg"}
    assert slag == {".html", ".csv", ".ics", ".atom", ".json", ".md", ".popolo", ".xml"} | soek | skall | papir
    for ett in slag - skall - soek - papir - {".xml"}:
        assert any(AAPEN in fil.read_text(encoding="utf-8") for fil in ut.rglob(f"*{ett}")), ett
    assert AAPEN in (ut / "nettsted/sak/raad-2026-1/tall.csv").read_text()
    assert AAPEN in (ut / "nettsted/sak/raad-2026-1/index.html").read_text()
    assert AAPEN in (ut / "markdown/sak/raad-2026-1/index.md").read_text()
    assert AAPEN in (ut / "einnsyn/einnsyn.json").read_text()
    assert any(AAPEN.encode() in gzip.decompress(fil.read_bytes()) for fil in ut.rglob("*.pf_fragment"))


#: Every kind of paper, and what one of them is of.
PAPIRER = (
    "innkalling-raad-2026-m1", "saksliste-raad-2026-m1", "tilleggsinnkalling-raad-2026-m1", "moetepakke-raad-2026-m1",
    "referat-raad-2026-m1", "saksframlegg-raad-2026-1", "mandat-raad-2026-01-01", "endringsnotat-raad-2026-01-01",
    "medlemsliste-raad", "aarshjul-2026",
)  # fmt: skip


@pytest.mark.slow
def test_what_is_open_is_in_every_kind_of_paper_and_nothing_closed_in_any(rot: Path) -> None:
    assert ehelse("publiser", "--ut", "ut", "--uten-soek").code == 0
    for papir in PAPIRER:
        for format_ in ("pdf", "docx"):
            fil = rot / f"ut/papir/{papir}.{format_}"
            assert AAPEN in "\n".join(lesninger(fil.read_bytes())), fil
    assert {slag for slag, _, _ in (fil.name.partition("-") for fil in (rot / "ut/papir").iterdir())} == set(PAPERS)
    assert funnet(rot / "ut") == {}


@pytest.mark.slow
def test_papers_tell_the_number_and_the_legal_basis_of_the_exempt_case(rot: Path) -> None:
    assert ehelse("publiser", "--ut", "ut", "--uten-soek").code == 0
    for papir in ("innkalling", "saksliste", "moetepakke", "referat"):
        for format_ in ("pdf", "docx"):
            tekst = "\n".join(lesninger((rot / f"ut/papir/{papir}-raad-2026-m1.{format_}").read_bytes()))
            assert f"Unntatt offentlighet, {HJEMMEL}" in tekst, (papir, format_)
            assert "2/2026" in tekst
    assert not list(rot.glob("ut/papir/saksframlegg-raad-2026-2.*"))


@pytest.mark.slow
@med_og_uten_papirer
def test_the_twins_change_no_byte(rot: Path, valg: tuple[str, ...]) -> None:
    med, _ = _alt_ut(rot, "med", valg)
    skriv(rot, skjermet(2))
    endret, _ = _alt_ut(rot, "endret", valg)
    shutil.rmtree(rot / "data" / "skjermet")
    uten, _ = _alt_ut(rot, "uten", valg)
    assert _bytes(med) == _bytes(endret) == _bytes(uten)


@pytest.mark.slow
def test_what_becomes_exempt_leaves_no_trace(rot: Path) -> None:
    ut, _ = _alt_ut(rot)
    assert AAPEN in (ut / "nettsted/sak/raad-2026-1/index.html").read_text()
    unntatt = """
        ---
        skjerming:
          hjemmel: offl. § 13 første ledd, jf. fvl. § 13 første ledd nr. 2
          omfang: hele
        ---
        """
    skriv(rot, {"saker/raad/2026-01.md": unntatt})
    (rot / "data/saker/raad/2026-01/tall.csv").unlink()
    moete = rot / "data/moeter/raad/2026-m1.md"
    hode, _, _ = moete.read_text(encoding="utf-8").partition("---\n## Sak 1")
    linjer = hode.split("  - sak: 1/2026")
    rest = linjer[1][linjer[1].index("  - {sak: 2/2026") :]
    moete.write_text(f"{linjer[0]}  - sak: 1/2026\n{rest}---\n", encoding="utf-8")
    for sti in ("forum/raad.yaml", "mandater/raad/2025-01-01.md", "aarshjul/2026.yaml"):
        annen = rot / "data" / sti
        annen.write_text(annen.read_text(encoding="utf-8").replace(AAPEN, "prøver"), encoding="utf-8")
    _alt_ut(rot)
    spor = {sti for sti, raa in _bytes(ut / "nettsted").items() if AAPEN in "\n".join((*lesninger(raa), sti))}
    assert spor == set()
    assert not list(ut.glob("nettsted/papir/saksframlegg-raad-2026-1.*"))
    assert not (ut / "nettsted/sak/raad-2026-1/tall.csv").exists()
    assert "1/2026: Unntatt offentlighet" in (ut / "nettsted/sak/raad-2026-1/index.html").read_text(encoding="utf-8")


@pytest.mark.slow
@med_og_uten_papirer
def test_nothing_of_what_git_remembers_gets_out(rot: Path, valg: tuple[str, ...]) -> None:
    def git(*ord_: str) -> None:
        subprocess.run(["git", *ord_], cwd=rot, check=True, capture_output=True)

    git("init", "-q")
    slettet = "---\ntittel: Slettet kanarifugl9001hemmelig\n---\nTekst kanarifugl9002hemmelig\n"
    skriv(rot, {"saker/raad/koe/slettet.md": slettet})
    git("add", "-A")
    git("commit", "-qm", "kanarifugl9003hemmelig")
    (rot / "data/saker/raad/koe/slettet.md").unlink()
    git("add", "-A")
    git("commit", "-qm", "Ta bort")
    fra_git = program("publiser", "--ut", "ut", "--revisjon", "HEAD", *valg, cwd=rot)
    assert fra_git.returncode == 0, fra_git.stderr.decode()
    assert funnet(rot / "ut") == {}
    assert program("publiser", "--ut", "ut2", *valg, cwd=rot).returncode == 0
    assert _bytes(rot / "ut") == _bytes(rot / "ut2")


# ── a gate that leaks ────────────────────────────────────────────────────────────────────────────────────────────────


def _aapen(*_: Any) -> Aapen:
    return Aapen(DAG)


def _ja(*_: Any) -> bool:
    return True


def _nei(*_: Any) -> bool:
    return False


def _som_den_er(_data: Any, _forum: str, tekst: str, *_: Any) -> str:
    return tekst


#: What somebody might one day break: where, what, and what stands there instead.
LEKKASJER: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    "every case is open": (tilganger, "adgang_til_sak", _aapen),
    "every line of an agenda is open": (tilganger, "adgang_til_punkt", _aapen),
    "every attachment goes out": (sakene, "adgang_til_vedlegg", _aapen),
    "deferred access is forgotten": (adgang, "er_utsatt", _nei),
    "minutes are out at once": (tilganger, "referatet_er_ute", _ja),
    "drafts are mandates": (raadene, "_er_vedtatt", lambda mandat, _: mandat.fra is not None),
    "members are announced at once": (raadene, "er_kunngjort", _ja),
    "remarks are rules": (raadene, "_INTERNT", frozenset()),  # type: ignore[dict-item]  # a set, not a function
    "every year is published": (gate, "_er_publisert", _ja),
    "every meeting is known": (moetene, "moetet_er_kjent", _ja),
    "a place is told as it is": (moetene, "_LENKE", "INGENTING"),  # type: ignore[dict-item]  # a text
}


#: Leaks of the gate that no paper would tell: they are about pages alone.
BARE_SIDER = {"remarks are rules", "members are announced at once", "every meeting is known"}


@pytest.mark.slow
@pytest.mark.parametrize("papirer", [False, True], ids=["pages", "papers"])
@pytest.mark.parametrize("lekkasje", LEKKASJER)
def test_a_gate_that_leaks_is_caught_before_anything_is_written(
    rot: Path, monkeypatch: pytest.MonkeyPatch, lekkasje: str, *, papirer: bool
) -> None:
    modul, navn, erstatning = LEKKASJER[lekkasje]
    _gjoer_plass_til(lekkasje, rot)
    monkeypatch.setattr(modul, navn, erstatning)
    ran = ehelse("publiser", "--ut", "nettsted", "--uten-soek", *([] if papirer else ["--uten-papirer"]))
    assert ran.code == 1, ran.err
    assert "det som er lukket, står i det som skulle ut" in ran.err
    assert ("\n  papir/" in ran.err) == (papirer and lekkasje not in BARE_SIDER), ran.err
    assert "kanarifugl" not in ran.err
    assert list(rot.glob("*nettsted*")) == []


def _alt(modell: Any, /, *_: str, **verdier: Any) -> Any:
    return modell.model_copy(update=verdier)


def _raa_vedlegg(rader: Any, *_: Any) -> Any:
    return rader


def _raa_linje(_tilganger: Any, _o: Any, _vist: Any, moete: Any, linje: Any) -> Any:
    return moete.saksliste[linje.linje - 1]


def _raa_tekst(tilganger: Any, moete: Any, _: Any) -> Any:
    return tilganger.data.moeter[moete.id].tekst


def _raa_deltakere(_tilganger: Any, _moete: Any, rader: Any, _lukkede: Any) -> Any:
    return rader


#: What somebody might break in what is built for the papers alone, while the gate of the pages holds.
PAPIRLEKKASJER: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    "rows are copied whole": (modell, "bare", _alt),
    "an open meeting is copied whole": (aapent_moete, "bare", _alt),
    "lines of an agenda are as they are written": (aapent_moete, "_linje", _raa_linje),
    "attachments are as they are written": (aapen_sak, "aapne_vedlegg", _raa_vedlegg),
    "all attendance is told": (aapent_moete, "_deltakere", _raa_deltakere),
    "an event's remark is told": (aapent, "bare", _alt),
}


@pytest.mark.slow
@pytest.mark.parametrize("lekkasje", PAPIRLEKKASJER)
def test_papers_that_leak_are_caught_though_the_pages_do_not(
    rot: Path, monkeypatch: pytest.MonkeyPatch, lekkasje: str
) -> None:
    modul, navn, erstatning = PAPIRLEKKASJER[lekkasje]
    monkeypatch.setattr(modul, navn, erstatning)
    assert ehelse("publiser", "--ut", "uten", "--uten-soek", "--uten-papirer").code == 0
    ran = ehelse("publiser", "--ut", "nettsted", "--uten-soek")
    assert ran.code == 1, ran.err
    assert "\n  papir/" in ran.err
    assert "kanarifugl" not in ran.err
    assert list(rot.glob("*nettsted*")) == []


def _gjoer_plass_til(lekkasje: str, rot: Path) -> None:
    """What a leak needs in order to crash on nothing before it is found."""
    if lekkasje == "every case is open":
        shutil.rmtree(rot / "data" / "saker" / "raad" / "koe")
    if lekkasje == "every year is published":
        aar = rot / "data" / "aarshjul" / "2027.yaml"
        aar.write_text("publisert: 2026-12-24\n" + aar.read_text(encoding="utf-8"), encoding="utf-8")
    if lekkasje == "minutes are out at once":
        moete = rot / "data/moeter/raad/2026-m3.md"
        moete.write_text(moete.read_text(encoding="utf-8").replace("2026-10-10}", "2026-10-10, publisert: 2026-12-24}"))


def test_an_account_with_a_closed_case_in_it_is_caught(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moete = rot / "data/moeter/raad/2026-m1.md"
    tekst = moete.read_text(encoding="utf-8").replace("saksliste:\n", "saksliste:\n  - {sak: 3/2026}\n", 1)
    moete.write_text(tekst + "\n## Sak 3/2026\n\nDet ble sagt kanarifugl8001hemmelig.\n", encoding="utf-8")
    assert ehelse("publiser", "--ut", "nettsted").code == 0
    assert funnet(rot / "nettsted") == {}
    monkeypatch.setattr(referatet, "uten_saker", _som_den_er)
    ran = ehelse("publiser", "--ut", "annet")
    assert (ran.code, "8001" in ran.err) == (1, False)


def test_the_search_knows_every_canary_in_the_public_tree(rot: Path) -> None:
    data = load(DiskTree(rot)).dataset
    lukket = " ".join(ett.verdi for ett in tekster(data, DAG).lukkede)
    offentlige = {sti: tekst for sti, tekst in treet().items() if not sti.endswith(".csv")}
    # What nobody types as text, and the name of an organisation that nothing open mentions: the gate alone knows these.
    bare_porten = {
        "virksomheter.yaml",
        "mandater/raad/2026-01-01.md",
        "moeter/raad/2026-m1.md",
        "moeter/raad/2026-m3.md",
    }
    borte = {
        (sti, ett)
        for sti, tekst in offentlige.items()
        if sti not in bare_porten
        for ett in kanari.kanarier({sti: tekst})
        if ett not in lukket
    }
    assert borte == set()


def test_findings_quote_nothing_exempt(rot: Path) -> None:
    skjerming = "skjerming: {hjemmel: offl. § 23 tredje ledd, omfang: hele}"
    tekst = f"---\n{skjerming}\ntittel: Hemmelig kanarifugl7001hemmelig\n---\nkanarifugl7002hemmelig\n"
    skriv(rot, {"saker/raad/2026-02.md": tekst})
    for ran in (ehelse("publiser", "--ut", "nettsted"), ehelse("eksporter", "json"), ehelse("valider")):
        assert ran.code == 1
        assert "PUB904" in ran.out + ran.err
        assert "7001" not in ran.out + ran.err
        assert "7002" not in ran.out + ran.err
