"""No report quotes what is exempt, or what may have been meant to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import GOOD, ehelse, write

_FORUM = {**GOOD, "data/forum/raad.yaml": "navn: Rådet\nnivaa: raad\nopprettet: 2024\n"}
_HELE = "skjerming: {hjemmel: offl. § 23, omfang: hele}\n"
_SAK = "data/saker/raad/2026-01.md"
_MOETE = "data/moeter/raad/2026-m1.md"
_FORMS = ("tekst", "kort", "json", "github", "gitlab", "sarif", "junit", "markdown")


def _told(folder: Path, monkeypatch: pytest.MonkeyPatch, path: str, head: str) -> str:
    monkeypatch.chdir(write(folder, {**_FORUM, path: f"---\n{head}---\n"}))
    ran = [ehelse("valider", "--format", form) for form in _FORMS]
    assert all(one.code == 1 for one in ran)
    return "".join(one.out + one.err for one in ran) + ehelse("lag", "saksframlegg", "raad-2026-1").err


@pytest.mark.parametrize(
    "head",
    [
        f"{_HELE}tittel: KANARI\n",
        f"{_HELE}tittel: x\nsakstype: KANARI\n",
        f"{_HELE}tittel: x\nsakseiere: [kanari]\n",
        f"{_HELE}fra_sak: [KANARI]\n",
        f'{_HELE}tittel: "KANARI\n',
        f"{_HELE}tittel: KANARI # KANARI\n",
        f"{_HELE}tittel: x\ntittel: KANARI\n",
        f"{_HELE}forslag_til_vedtak: [KANARI, KANARI]\n",
        "skjeming: {hjemmel: offl. § 23, omfang: hele}\ntittel: x\nsakstype: KANARI\n",
        "Skjermet: ja\ntittel: x\nsakstype: KANARI\n",
        "skjerming:\ntittel: x\nsakstype: KANARI\n",
        "skjerming: {hjemmel: offl. § 23, omfang: heile}\ntittel: x\nsakstype: KANARI\n",
    ],
)
def test_a_closed_case_is_not_quoted(head: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = _told(tmp_path, monkeypatch, _SAK, head)
    assert "kanari" not in told.lower()
    assert f"{_SAK}:" in told


def test_a_closed_item_on_an_agenda_is_not_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    item = f"  - tittel: KANARI\n    sakseiere: [kanari]\n    {_HELE}"
    told = _told(
        tmp_path, monkeypatch, _MOETE, f"tid: 2026-03-12\nsaksliste:\n{item}  - {{tittel: y, sakseiere: [nei]}}\n"
    )
    assert "kanari" not in told.lower()
    assert "{tittel: y, sakseiere: [nei]}" in told


def test_the_words_of_the_format_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = _told(tmp_path, monkeypatch, _SAK, f"{_HELE}tittel: x\nsakstype: KANARI\n")
    assert "«sakstype»: «…» er ikke en lovlig verdi" in told


@pytest.mark.parametrize(
    ("head", "advice"),
    [
        (f"{_HELE}tittel: KANARI\n", "skriv «omfang: deler»"),
        ("skjerming: {hjemmel: offl. § 99, omfang: hele}\n", "for eksempel «offl. § 23 tredje ledd»"),
    ],
)
def test_what_we_advise_is_kept(head: str, advice: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = " ".join(_told(tmp_path, monkeypatch, _SAK, head).split())
    assert advice in told
    assert "KANARI" not in told


def test_an_open_case_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "sakstype: TULL" in _told(tmp_path, monkeypatch, _SAK, "tittel: x\nsakstype: TULL\n")


def test_no_report_repeats_a_birth_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = _told(
        tmp_path, monkeypatch, _SAK, "tittel: Søker 01015000070\nsakstype: 01015000070\nsakseiere: [x-01015000070]\n"
    )
    assert "PUB905" in told
    assert "01015000070" not in told
