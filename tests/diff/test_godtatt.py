"""Acceptances: a fingerprint that noise does not touch, and those that are of nothing any more."""

from __future__ import annotations

from datetime import date
from textwrap import indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.diff.endring import Nivaa
from ehelse_cli.diff.godtatt import foreldet_godkjenning, godkjenninger, kjente, med_godkjenninger, som_teller
from ehelse_cli.diff.historie import forgjengere, historie, utgangspunkt, vedtatte
from ehelse_cli.diff.samling import Samling
from tests.trees import load_clean

_DAG = date(2026, 11, 23)

_HODE = """\
sammensetning:
  seter: 5
  grupper:
    - {id: kommuner, antall: 3, oppnevnes_av: ks}
    - {id: leger, antall: 2}
"""
_PROSA = "## Møter\n\nRådet møtes tre ganger i året, og ellers når lederen ber om det.\n"


def _mandat(hode: str = _HODE, prosa: str = _PROSA, dag: str = "2024-01-01", status: str = "vedtatt") -> str:
    return f"---\nforum: raadet\nstatus: {status}\ngjelder_fra: {dag}\n{hode}---\n{prosa}"


def _tre(**filer: str) -> dict[str, str]:
    return {
        "forum/raadet.yaml": "navn: Rådet\n",
        "mandater/raadet/2024-01-01.md": _mandat(),
        **{navn.replace("__", "/"): tekst for navn, tekst in filer.items()},
    }


def _avtrykk(hode: str, prosa: str = _PROSA, fil: str = "2027-01-01-utkast.md", **mer: str) -> set[str]:
    status = "utkast" if "utkast" in fil else "vedtatt"
    ny = _mandat(hode, prosa, fil[:10], status)
    return set(kjente(load_clean({**_tre(), f"mandater/raadet/{fil}": ny, **mer})))


_NYTT = _HODE.replace("seter: 5", "seter: 6").replace("- {id: leger, antall: 2}", "- {id: leger, antall: 3}")


def test_every_change_has_its_own() -> None:
    assert len(_avtrykk(_NYTT)) == 2
    assert len(_avtrykk(_NYTT, _PROSA.replace("møtes tre", "skal møtes fem"))) == 3


@pytest.mark.parametrize(
    "hode",
    [
        "# en merknad\n" + _NYTT.replace("seter: 6", "seter: {verdi: 6}   # én til"),
        _NYTT.replace("{id: kommuner, antall: 3, oppnevnes_av: ks}", "{oppnevnes_av: ks, antall: 3, id: kommuner}"),
        "sammensetning:\n" + indent(_NYTT.split("\n", 1)[1], "   "),
    ],
)
def test_noise_does_not_touch_it(hode: str) -> None:
    assert _avtrykk(hode) == _avtrykk(_NYTT)


def test_the_order_of_keys_in_what_came_or_went_does_not_touch_it() -> None:
    uten, ett, annet = (
        _HODE.replace("    - {id: kommuner, antall: 3, oppnevnes_av: ks}\n", rad)
        for rad in (
            "",
            "    - {id: nye, antall: 3, oppnevnes_av: ks}\n",
            "    - {oppnevnes_av: ks, antall: 3, id: nye}\n",
        )
    )
    assert _avtrykk(ett) == _avtrykk(annet) != _avtrykk(uten)


def test_a_draft_that_is_put_off_renamed_and_adopted_makes_the_same_changes() -> None:
    assert _avtrykk(_NYTT) == _avtrykk(_NYTT, fil="2027-07-01-utkast.md") == _avtrykk(_NYTT, fil="2027-09-01.md")


def test_other_changes_elsewhere_do_not_touch_it() -> None:
    prosa = _PROSA.replace("møtes tre", "skal møtes fem")
    over = f"## Oppgaver\n\nRådet gir råd om alt som er nasjonalt.\n\n{prosa}"
    assert _avtrykk(_HODE, prosa) < _avtrykk(_NYTT, over)


@given(st.permutations(["seter: 6", "oppnevnes_av: ks", "nestledere: ingen", "punkt: moeter"]), st.integers(1, 8))
def test_nor_does_any_order_or_indentation(noekler: list[str], innrykk: int) -> None:
    hode = "sammensetning:\n" + indent("\n".join(noekler) + "\n", " " * innrykk)
    fast = "sammensetning:\n  nestledere: ingen\n  oppnevnes_av: ks\n  punkt: moeter\n  seter: 6\n"
    assert _avtrykk(hode) == _avtrykk(fast)


# --- acceptances


def _godtatt(avtrykk: str, **mer: str) -> str:
    felt = {"grunn": "ønsket av alle", "sak": "raadet-2026-2", **mer}
    return f'- fingeravtrykk: "{avtrykk}"\n' + "".join(f"  {noekkel}: {verdi}\n" for noekkel, verdi in felt.items())


def _med(*godtatt: str, **filer: str) -> Dataset:
    utkast = {"mandater/raadet/2027-01-01-utkast.md": _mandat(_NYTT, dag="2027-01-01", status="utkast")}
    return load_clean(_tre() | utkast | {"mandater/godtatt.yaml": "".join(godtatt)} | dict(filer))


def _seter(data: Dataset) -> str:
    return next(avtrykk for avtrykk, en in kjente(data).items() if en.endring.sti == "sammensetning.seter")


_AVTRYKK = _seter(_med("[]\n"))


def test_an_acceptance_of_a_change_there_is_counts() -> None:
    data = _med(_godtatt(_AVTRYKK))
    diff = historie(data, "raadet")[-1].endring
    assert diff is not None
    [diff] = med_godkjenninger(Samling((diff,)), data, _DAG).differ
    assert [diff.fingeravtrykk(en) for en in som_teller(diff) if diff.godkjenning(en)] == [_AVTRYKK]
    assert (diff.antall(Nivaa.VESENTLIG), diff.tellende(Nivaa.VESENTLIG)) == (2, 1)
    assert len(som_teller(diff)) == 2
    assert list(foreldet_godkjenning(data, _DAG)) == []


@pytest.mark.parametrize(("dag", "gjelder"), [(date(2027, 1, 1), True), (date(2027, 1, 2), False)])
def test_the_last_day_is_one_of_them(dag: date, gjelder: bool) -> None:
    data = _med(_godtatt(_AVTRYKK, til="2027-01-01"))
    assert bool(godkjenninger(data, dag)) is gjelder
    assert (list(foreldet_godkjenning(data, dag)) == []) is gjelder


@pytest.mark.parametrize(
    ("godtatt", "sagt", "linje"),
    [
        ((_godtatt("0123456789abcdef"),), "ingen mandater i treet gjør endringen", 1),
        ((_godtatt(_AVTRYKK, til="2026-01-01"),), "gikk ut 1. januar 2026", 4),
        ((_godtatt(_AVTRYKK), _godtatt(_AVTRYKK)), "godtatt to ganger", 4),
    ],
)
def test_what_is_of_nothing_any_more_is_found_where_it_stands(godtatt: tuple[str, ...], sagt: str, linje: int) -> None:
    [hit] = foreldet_godkjenning(_med(*godtatt), _DAG)
    assert sagt in hit.message
    assert (hit.location.path, hit.location.line) == ("data/mandater/godtatt.yaml", linje)


def test_when_the_draft_changes_the_acceptance_is_of_nothing() -> None:
    annet = _mandat(_NYTT.replace("seter: 6", "seter: 7"), dag="2027-01-01", status="utkast")
    data = _med(_godtatt(_AVTRYKK), **{"mandater/raadet/2027-01-01-utkast.md": annet})
    assert [hit.key[1] for hit in foreldet_godkjenning(data, _DAG)] == ["finnes-ikke"]


# --- the council's history


def _to_raad(erstatter: str = "gamle") -> dict[str, str]:
    gammelt = _mandat().replace("forum: raadet", "forum: gamle").replace("2024-01-01", "2020-01-01")
    return _tre() | {
        "forum/raadet.yaml": f"navn: Rådet\nerstatter: {erstatter}\n",
        "forum/gamle.yaml": "navn: Det gamle\n",
        "mandater/gamle/2020-01-01.md": gammelt,
    }


def test_the_history_goes_on_across_the_council_it_took_over_from() -> None:
    data = load_clean(_to_raad())
    assert forgjengere(data, "raadet") == ("gamle",)
    assert [en.id for en in vedtatte(data, "raadet")] == ["gamle@2020-01-01", "raadet@2024-01-01"]
    foerste, neste = historie(data, "raadet")
    assert (foerste.endring, neste.foer and neste.foer.id) == (None, "gamle@2020-01-01")


def test_councils_that_say_they_replaced_each_other_do_not_go_on_for_ever() -> None:
    data = load_clean(_to_raad() | {"forum/gamle.yaml": "navn: Det gamle\nerstatter: raadet\n"})
    assert forgjengere(data, "raadet") == ("gamle",)


def test_what_a_draft_would_change() -> None:
    filer = _tre() | {
        "mandater/raadet/2026-01-01.md": _mandat(dag="2026-01-01"),
        "mandater/raadet/2025-01-01-utkast.md": _mandat(dag="2025-01-01", status="utkast"),
        "mandater/raadet/2027-01-01-utkast.md": _mandat(
            "erstatter: raadet@2024-01-01\n", dag="2027-01-01", status="utkast"
        ),
        "mandater/raadet/2028-01-01-utkast.md": _mandat(dag="2028-01-01", status="utkast"),
    }
    data = load_clean(filer)
    foer = [utgangspunkt(data, en) for en in data.mandater_for("raadet") if en.er_utkast]
    assert [en and en.id for en in foer] == ["raadet@2024-01-01", "raadet@2024-01-01", "raadet@2026-01-01"]
    alene = load_clean({navn: tekst for navn, tekst in filer.items() if "utkast" in navn or "forum/" in navn})
    assert utgangspunkt(alene, alene.mandater["raadet@2028-01-01-utkast"]) is None
