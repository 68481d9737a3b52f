"""The oracle's rows on terms that need the whole tree, and who sits on a day."""

from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.register import (
    LEDERSETET,
    Medlemskap,
    medlemmer_er_kjent,
    medlemskap,
    navn_naa,
    register,
    varighet_i,
)
from tests.trees import listed, load_clean

HODE = "forum: raad\nstatus: vedtatt\n"
GRUPPER = "[{id: kommuner, antall: 2}, {id: kort, antall: 1, funksjonstid: {varer: 1 aar}}, {id: nhn, antall: 1}]"


def tre(rad: str, *, tid: str = "{varer: 2 aar}", leder: str = "{sete: eget}", kjent: str = "2020-01-01") -> Dataset:
    """A council with one row, under a mandate from 2020."""
    sammensetning = f"sammensetning: {{leder: {leder}, grupper: {GRUPPER}}}\n"
    return load_clean(
        {
            "mandater/raad/2020-01-01.md": (
                f"---\n{HODE}gjelder_fra: 2020-01-01\n{sammensetning}funksjonstid: {tid}\n---\n"
            ),
            "forum/raad.yaml": f"navn: Rådet\nmedlemmer_kjent_fra: {kjent}\nmedlemmer:\n{listed([rad])}",
        }
    )


def ett(rad: str, **valg: str) -> Medlemskap:
    data = tre(rad, **valg)
    (medlem,) = medlemskap(data, data.forum["raad"])
    return medlem


KARI = "{navn: Kari, gruppe: kommuner, periode: %s}"


@pytest.mark.parametrize(
    ("periode", "tid", "slutt"),
    [
        ("2024-01-01", "{varer: 2 aar}", date(2025, 12, 31)),
        ("2024-02-29", "{varer: 2 aar}", date(2026, 2, 28)),
        ("2024-03-10", "{varer: 2 aar, starter: januar}", date(2025, 12, 31)),
        ("2024-03-10", "{varer: 2 aar, faste_perioder: [2023-01-01/2026-12-31]}", date(2026, 12, 31)),
        ("2024-03-10", "{varer: {verdi: 18 maaneder, norm: normalt}}", date(2025, 9, 9)),
        ("2024-03-10", "{varer: ikke_regulert}", None),
        ("2024-03-10", "ukjent", None),
        ("2024-03-10/2024-06-30", "{varer: 2 aar}", date(2024, 6, 30)),
        ("2024-03-10/..", "{varer: 2 aar}", None),
        ("2019-03-10", "{varer: 2 aar}", None),
    ],
)
def test_the_end_follows_from_the_mandate_of_the_day_it_began(periode: str, tid: str, slutt: date | None) -> None:
    assert ett(KARI % periode, tid=tid).siste_dag == slutt


def test_a_group_and_a_leader_may_have_terms_of_their_own() -> None:
    assert ett("{navn: Kari, gruppe: kort, periode: 2024-01-01}").siste_dag == date(2024, 12, 31)
    leder = "{navn: Kari, rolle: leder, periode: 2024-01-01}"
    assert ett(leder, leder="{sete: eget, varer: 4 aar}").siste_dag == date(2027, 12, 31)
    assert ett(leder, leder="{sete: eget, funksjonstid: {varer: 3 aar}}").siste_dag == date(2026, 12, 31)
    assert ett(leder).siste_dag == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("mer", "sitter", "utloept", "hull"),
    [
        ("", False, True, []),
        (", forlenget: [{til: 2027-12-31, dato: 2025-11-18}]", True, False, []),
        (", forlenget: [{til: 2027-12-31, dato: 2026-01-20}]", True, False, [(date(2026, 1, 1), date(2026, 1, 19))]),
        (", forlenget: [{til: 2027-12-31, dato: 2026-02-02}]", False, True, [(date(2026, 1, 1), date(2026, 2, 1))]),
        (", forlenget: [{til: 2027-12-31}]", True, False, []),
        (", fratraadt: 2025-12-31", False, False, []),
    ],
)
def test_an_extension_counts_from_the_day_it_was_decided(
    mer: str, sitter: bool, utloept: bool, hull: list[tuple[date, date]]
) -> None:
    rad = ett(f"{{navn: Kari, gruppe: kommuner, periode: 2024-01-01{mer}}}")
    dag = date(2026, 2, 1)
    assert (rad.sitter(dag), rad.utloept(dag)) == (sitter, utloept)
    assert [(ett_.fra, ett_.til) for ett_ in rad.hull] == hull


def test_whoever_left_early_sat_to_the_day_they_left() -> None:
    rad = ett("{navn: Kari, gruppe: kommuner, periode: 2024-01-01, fratraadt: 2024-06-30}")
    assert rad.siste_dag == date(2024, 6, 30)
    assert [rad.sitter(date(2024, *dag)) for dag in ((6, 30), (7, 1))] == [True, False]


def test_a_row_without_a_period_counts_for_as_long_as_members_are_known() -> None:
    rad = ett("{navn: Kari, gruppe: kommuner}", kjent="2024-05-01")
    assert [rad.sitter(date(2024, *dag)) for dag in ((4, 30), (5, 1))] == [False, True]


@pytest.mark.parametrize(
    ("rad", "leder", "gruppe"),
    [
        ("gruppe: kommuner", "{sete: eget}", "kommuner"),
        ("virksomhet: nhn", "{sete: eget}", "nhn"),
        ("virksomhet: annen", "{sete: eget}", None),
        ("rolle: leder, virksomhet: nhn", "{sete: eget}", LEDERSETET),
        ("rolle: leder, virksomhet: nhn", "{sete: blant}", "nhn"),
        ("rolle: leder, gruppe: kommuner", "{sete: eget}", "kommuner"),
    ],
)
def test_the_group_of_a_row(rad: str, leder: str, gruppe: str | None) -> None:
    assert ett(f"{{navn: Kari, {rad}, periode: 2024-01-01}}", leder=leder).gruppe == gruppe


def test_only_those_with_a_seat_are_members() -> None:
    data = tre("{navn: Kari, rolle: sekretariat}")
    assert medlemskap(data, data.forum["raad"]) == ()


def test_the_group_is_that_of_the_mandate_in_force_on_the_day() -> None:
    data = load_clean(
        {
            "mandater/raad/2020-01-01.md": f"---\n{HODE}gjelder_fra: 2020-01-01\n---\n",
            "mandater/raad/2024-01-01.md": (
                f"---\n{HODE}gjelder_fra: 2024-01-01\nsammensetning: {{grupper: [{{id: nhn, antall: 1}}]}}\n---\n"
            ),
            "forum/raad.yaml": "navn: Rådet\nmedlemmer:\n  - {navn: Kari, virksomhet: nhn, periode: 2023-01-01/..}\n",
        }
    )
    dager = (date(2023, 5, 1), date(2024, 5, 1))
    registre = [register(data, data.forum["raad"], dag) for dag in dager]
    assert [[rad.gruppe for rad in reg.medlemmer] for reg in registre if reg] == [[None], ["nhn"]]


def test_a_leader_without_a_seat_stands_beside_the_members() -> None:
    data = tre("{navn: Kari, rolle: leder, periode: 2024-01-01}", leder="{sete: uten}")
    reg = register(data, data.forum["raad"], date(2024, 5, 1))
    assert reg is not None
    assert (reg.medlemmer, [rad.medlem.navn for rad in reg.uten_sete]) == ((), ["Kari"])


def test_without_a_mandate_there_is_no_register() -> None:
    data = tre(KARI % "2024-01-01")
    assert register(data, data.forum["raad"], date(2019, 12, 31)) is None


def test_the_length_of_a_term() -> None:
    (mandat,) = tre(KARI % "2024-01-01").mandater.values()
    assert [str(varighet_i(mandat, gruppe)) for gruppe in ("kommuner", "kort", None)] == ["2 aar", "1 aar", "2 aar"]


@pytest.mark.parametrize(
    ("raad", "dag", "kjent"),
    [
        ("medlemmer_kjent_fra: 2024-01-01", date(2023, 12, 31), False),
        ("medlemmer_kjent_fra: 2024-01-01", date(2024, 1, 1), True),
        ("medlemmer: [Kari]", date(1999, 1, 1), True),
        ("maalform: nn", date(2024, 1, 1), False),
    ],
)
def test_from_when_the_members_are_known(raad: str, dag: date, kjent: bool) -> None:
    data = load_clean({"forum/raad.yaml": f"navn: Rådet\n{raad}\n"})
    assert medlemmer_er_kjent(data.forum["raad"], dag) is kjent


def test_names_are_followed_to_the_one_of_today() -> None:
    endringer = [("A", "B"), ("B", "C"), ("X", "Y"), ("Y", "X")]
    rader = [f"{{navn: {ny}, tidligere: {gammel}, byttet: 2020-01-01}}" for gammel, ny in endringer]
    naa = navn_naa(load_clean({"personer.yaml": listed(rader, 0)}))
    assert (naa["A"], naa["B"], naa.get("C")) == ("C", "C", None)
    assert naa["X"] in ("X", "Y")
