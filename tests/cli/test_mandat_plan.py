from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.running import ehelse

_UTKAST = "nuit@2027-07-01-utkast"
_BORTE = [
    ord_
    for navn in ("rhf", "Rune Dalseth", "Tor Arne Bleken", "Wenche Lysaker", "Silje Haukeland", "nina skogheim")
    for ord_ in ("--fravaer", navn)
]


def _json(*arguments: str) -> dict[str, Any]:
    ran = ehelse("mandat", "plan", *arguments, "--format", "json")
    assert ran.code == 0, ran.err
    document: dict[str, Any] = json.loads(ran.out)
    return document


def _virkninger(document: dict[str, Any], omraade: str) -> list[str]:
    return [
        f"{en['merke']} {en['navn']}: {en['tekst']} {en['aarsaker']}"
        for en in document["virkninger"]
        if en["omraade"] == omraade and not en["bare_kjent_naa"]
    ]


# --- what it says of the real mandates


def test_the_draft_for_nuit(example: Path, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion) -> None:
    """More than half of eighteen is ten; neither change alone makes it more than nine."""
    monkeypatch.setenv("COLUMNS", "80")
    ran = ehelse("mandat", "plan", _UTKAST)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == snapshot
    assert max(map(len, ran.out.splitlines())) <= 80
    ider = {en["nr"]: en["id"] for en in _json(_UTKAST)["endringer"]}
    [moetet] = [en for en in _json(_UTKAST)["virkninger"] if en["omraade"] == "moeter"]
    assert "15 ventet, 10 kreves (før 9), margin +5" in moetet["tekst"]
    assert [{ider[nr] for nr in aarsak} for aarsak in moetet["aarsaker"]] == [
        {"beslutningsdyktighet-skjerpet", "antall-seter-endret"}
    ]


def test_the_same_with_a_stricter_quorum_and_members_away(example: Path, snapshot: SnapshotAssertion) -> None:
    arguments = (_UTKAST, "--hva-om", "beslutningsdyktighet.minst=2/3", *_BORTE)
    ran = ehelse("mandat", "plan", *arguments, "--format", "markdown")
    assert ran.code == 0
    assert ran.out == snapshot
    document = _json(*arguments)
    assert document["hva_om"] == ["beslutningsdyktighet.minst=2/3"]
    assert "Nina Skogheim" in document["fravaer"]
    [moetet] = _virkninger(document, "moeter")
    assert moetet.startswith("! Møtet 10. november 2027: 10 ventet, 12 kreves (før 9), margin −2")
    [skjerpet] = [en for en in document["endringer"] if en["id"] == "beslutningsdyktighet-skjerpet"]
    assert (skjerpet["nivaa"], skjerpet["etter"], skjerpet["fra_dag"]) == ("betinget", "bryter", "2027-11-10")


@pytest.mark.parametrize(
    ("fra", "til", "seter"),
    [("nehs", "nehr", 11), ("nufa@2020-06-02", "nufa@2025-01-01", 13)],
)
def test_where_little_is_known_of_the_old_it_is_not_called_a_change(
    example: Path, snapshot: SnapshotAssertion, fra: str, til: str, seter: int
) -> None:
    ran = ehelse("mandat", "plan", fra, til)
    assert ran.code == 0
    assert ran.out == snapshot
    document = _json(fra, til)
    assert document["antall"]["seter"]["alle"] == seter
    assert not [en for en in document["virkninger"] if en["merke"] in "!-" and not en["bare_kjent_naa"]]
    assert any(en["bare_kjent_naa"] for en in document["virkninger"])


def test_who_must_adopt_it(example: Path) -> None:
    [krav] = _json(_UTKAST)["vedtak"]
    assert (krav["hvem"], krav["fil"]) == (["nehr"], "data/mandater/nehr/2024-01-01.md")
    [ukjent] = _json("nehs", "nehr")["vedtak"]
    assert (ukjent["hvem"], ukjent["grunn"]) == (
        [],
        "ingen mandater sier hvem som vedtar dette («vedtar_mandat_for»)",
    )


def test_every_form_tells_of_the_same_effects(example: Path) -> None:
    document = _json(_UTKAST)
    for form in ("tekst", "markdown"):
        out = " ".join(ehelse("mandat", "plan", _UTKAST, "--format", form).out.split())
        for virkning in document["virkninger"]:
            tekst = virkning["tekst"]
            assert (tekst if form == "tekst" else tekst[0].upper() + tekst[1:]) in out
            assert virkning["navn"] in out


def test_md_and_markdown_are_one(example: Path) -> None:
    assert ehelse("mandat", "plan", _UTKAST, "--format", "md") == ehelse(
        "mandat", "plan", _UTKAST, "--format", "markdown"
    )


# --- options


def test_the_day_in_force_and_the_horizon(example: Path) -> None:
    document = _json(_UTKAST, "--i-kraft", "2027-01-01", "--horisont", "6")
    assert (document["i_kraft"], document["fra_dag"], document["til_dag"]) == ("2027-01-01", "2027-01-01", "2027-06-30")
    assert len({en["objekt"] for en in document["virkninger"] if en["omraade"] == "moeter"}) == 2


def test_a_shorter_term_names_those_who_sit(example: Path) -> None:
    document = _json(_UTKAST, "--i-kraft", "2027-01-01", "--hva-om", "funksjonstid.varer=1 aar")
    assert any(
        rad.startswith(
            "! Jonas Ruud Hegge: perioden går ut 31. desember 2026, ikke 31. desember 2027; den er da alt ute"
        )
        for rad in _virkninger(document, "medlemmer")
    )


@pytest.mark.parametrize(
    ("arguments", "sier"),
    [
        (["--hva-om", "funksjonstid.varer"], "--hva-om skal være felt=verdi"),
        (["--hva-om", "funksjonstid.varer=lenge"], "«lenge» er ikke en varighet"),
        (["--hva-om", "funksjonstid.vare=2 aar"], "Mente du «varer»"),
        (["--hva-om", "sammensetning.grupper.antall=2"], "11 rader her"),
        (["--hva-om", "protokoll={a: [}"], "--hva-om protokoll:"),
        (["--fravaer", "Ida Nordsko"], "mente du «Ida Nordskog»"),
        (["--fravaer", "hod"], "ingen i nuit er «hod»"),
        (["--i-kraft", "i morgen"], "--i-kraft: «i morgen» er ikke en dato"),
        (["--horisont", "0"], "--horisont må være minst 1"),
        (["--feil-ved", "redaksjonell"], "--feil-ved kan ikke være «redaksjonell»"),
        (["--format", "html"], "--format kan ikke være «html»"),
    ],
)
def test_what_cannot_be_tried(example: Path, arguments: list[str], sier: str) -> None:
    ran = ehelse("mandat", "plan", _UTKAST, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert sier in ran.err


# --- exit codes


@pytest.mark.parametrize(
    ("arguments", "level", "code"),
    [
        ([_UTKAST], "bryter", 1),
        ([_UTKAST], "aldri", 0),
        (["nehs", "nehr", "--per", "2024-01-01"], "uavklart", 1),
        (["nuit", "nuit"], "uavklart", 0),
    ],
)
def test_how_much_an_outcome_must_matter(example: Path, arguments: list[str], level: str, code: int) -> None:
    assert ehelse("mandat", "plan", *arguments, "--feil-ved", level).code == code


def test_a_change_that_the_facts_settle_no_longer_counts_as_depending_on_them(example: Path) -> None:
    """The draft with nothing but the stricter quorum: nobody is away, and it holds."""
    gammelt = (example / "data/mandater/nuit/2025-01-01.md").read_text(encoding="utf-8")
    nytt = gammelt.replace("status: vedtatt", "status: utkast").replace("2025-01-01", "2027-07-01")
    nytt = nytt.replace("antall: minst 1/2, av: seter", "antall: minst 2/3, av: seter")
    nytt = nytt.replace("når minst halvparten", "når minst to tredjedeler")
    (example / "data/mandater/nuit/2027-07-01-utkast.md").write_text(nytt, encoding="utf-8")
    assert ehelse("mandat", "diff", _UTKAST, "--feil-ved", "betinget").code == 1
    assert ehelse("mandat", "plan", _UTKAST, "--feil-ved", "betinget").code == 0
    assert ehelse("mandat", "plan", _UTKAST, "--feil-ved", "betinget", *_BORTE).code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "sier"),
    [
        (["finnes-ikke.md"], 2, "filen finnes ikke"),
        (["nehrr"], 2, "mente du «nehr»"),
        (["k-nehs"], 3, "ingenting er sammenlignet"),
    ],
)
def test_sides_that_cannot_be_planned(example: Path, arguments: list[str], code: int, sier: str) -> None:
    ran = ehelse("mandat", "plan", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert sier in ran.err


def test_without_the_council_there_is_nobody_to_plan_for(example: Path) -> None:
    (example / "data/forum/nuit.yaml").unlink()
    ran = ehelse("mandat", "plan", "nuit@2020-06-02", "nuit@2025-01-01")
    assert (ran.code, ran.out) == (3, "")
    assert "data/forum/nuit.yaml finnes ikke" in ran.err


def test_a_meeting_that_cannot_be_read_is_named(example: Path) -> None:
    (example / "data/moeter/nuit/2027-m3.md").write_text("---\ntid: aldri\n---\n", encoding="utf-8")
    ran = ehelse("mandat", "plan", _UTKAST)
    assert ran.code == 0
    assert "data/moeter/nuit/2027-m3.md: planen vet ikke hva som står der" in " ".join(ran.out.split())


# --- two states of the files


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(example: Path) -> Path:
    """The example in git; the last commit changes two mandates."""
    _git(example, "init", "-q", "-b", "main")
    _git(example, "add", ".")
    _git(example, "commit", "-qm", "før")
    for forum, gammelt, nytt in (("nuit", "varer: 2 aar", "varer: 4 aar"), ("nufa", "3 uker foer", "5 uker foer")):
        file = example / f"data/mandater/{forum}/2025-01-01.md"
        text = file.read_text(encoding="utf-8")
        assert gammelt in text
        file.write_text(text.replace(gammelt, nytt), encoding="utf-8")
    _git(example, "commit", "-qam", "etter")
    return example


def test_every_mandate_that_differs_between_two_revisions(repository: Path) -> None:
    document = _json("HEAD~1..HEAD")
    assert [plan["forum"] for plan in document["planer"]] == ["nufa", "nuit"]
    assert _virkninger(document["planer"][1], "medlemmer")
    text = ehelse("mandat", "plan", "HEAD~1..HEAD").out
    assert text.count("Plan for ") == 2


def test_only_the_council_that_is_named(repository: Path) -> None:
    assert [plan["forum"] for plan in _json("HEAD~1..HEAD", "nuit")["planer"]] == ["nuit"]


def test_equal_revisions_have_no_plans(repository: Path) -> None:
    ran = ehelse("mandat", "plan", "HEAD..HEAD", "--feil-ved", "uavklart")
    assert ran.code == 0
    assert "Ingen endringer i mandatene" in ran.out
    assert _json("HEAD..HEAD")["planer"] == []


def test_a_mandate_with_none_before_it_has_no_plan_and_is_named(repository: Path) -> None:
    forum = repository / "data/forum/nytt.yaml"
    forum.write_text("navn: Nytt\n", encoding="utf-8")
    mandat = repository / "data/mandater/nytt/2027-01-01.md"
    mandat.parent.mkdir()
    mandat.write_text("---\nforum: nytt\nstatus: vedtatt\ngjelder_fra: 2027-01-01\n---\n", encoding="utf-8")
    _git(repository, "add", ".")
    _git(repository, "commit", "-qm", "nytt")
    ran = ehelse("mandat", "plan", "HEAD~1..HEAD")
    assert ran.code == 0
    assert "Uten plan" in ran.out
    assert "nytt@2027-01-01" in ran.out


def test_an_accepted_change_does_not_count_nor_what_it_does(example: Path) -> None:
    diff = json.loads(ehelse("mandat", "diff", _UTKAST, "--format", "json").out)
    avtrykk = {en["id"]: en["fingeravtrykk"] for en in diff["endringer"]}
    lines = [
        f"- {{fingeravtrykk: {avtrykk[id_]}, grunn: Avklart, sak: nehr-2027-2, dato: 2026-11-20}}\n"
        for id_ in ("observatoer-fjernet",)
    ]
    assert ehelse("mandat", "plan", _UTKAST, "--feil-ved", "bryter").code == 1
    (example / "data/mandater/godtatt.yaml").write_text("".join(lines), encoding="utf-8")
    ran = ehelse("mandat", "plan", _UTKAST, "--feil-ved", "bryter")
    assert (ran.code, ran.err) == (0, "")
    assert "godtatt" in ran.out
