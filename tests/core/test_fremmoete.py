"""Who may have held each seat, line by line of the agenda."""

from __future__ import annotations

import msgspec
import pytest

from ehelse_cli.core.fremmoete import AAPNINGEN, Fremmoetebok, bok, dagen
from ehelse_cli.core.register import register
from tests.raad import av_fem
from tests.trees import load_clean

VARAER = [
    "{navn: Ola, for: A, periode: 2025-01-01}",
    "{navn: Liv, for: kommuner, nr: 1, periode: 2025-01-01}",
    "{navn: Per, for: raadet}",
    "{navn: Slutta, for: A, fratraadt: 2025-03-11}",
    "{navn: Kommende, for: A, periode: 2025-04-01}",
]
MED_GRUPPE = ["A", "B", "{navn: C, gruppe: kommuner}", "D", "E"]


def boka(der: list[str], forfall: list[str], **valg: object) -> Fremmoetebok:
    data = load_clean(av_fem(der, forfall, medlemmer=MED_GRUPPE, varaer=VARAER, **valg))  # type: ignore[arg-type]
    (moetet,) = data.moeter.values()
    reg = register(data, data.forum["raad"], dagen(moetet, AAPNINGEN))
    assert reg is not None
    samlet = bok(data, moetet, reg)
    assert samlet is not None
    return samlet


def holdere(samlet: Fremmoetebok, indeks: int) -> str:
    """Who may have held seat A: `A`, `Ola`, `-` for nobody, several with a bar."""
    mulige = {
        "|".join(en.navn if en else "-" for en in samlet.seter(indeks, kl)[0].mulige) for kl in samlet.tider(indeks)
    }
    return " eller ".join(sorted(mulige))


@pytest.mark.parametrize(
    ("der", "forfall", "opning", "saker"),
    [
        (["A"], [], "A", ("A", "A", "A")),
        ([], ["A"], "-", ("-", "-", "-")),
        ([], [], "A|-", ("A|-", "A|-", "A|-")),
        (["{navn: Ola, for: A}"], [], "Ola", ("Ola", "Ola", "Ola")),
        (["A", "{navn: Ola, for: A}"], [], "A", ("A", "A", "A")),
        (["{navn: Ola, for: A}", "{navn: Liv, for: A}"], [], "Ola", ("Ola", "Ola", "Ola")),
        (["{navn: A, tom_sak: 1/2025}"], [], "A", ("A", "-", "-")),
        (["{navn: A, fom_sak: 2/25}"], [], "-", ("-", "A", "A")),
        (["{navn: A, fom_sak: 1/2025}"], [], "A", ("A", "A", "A")),
        (["{navn: A, fom_sak: 2/2025, tom_sak: 2/2025}"], [], "-", ("-", "A", "-")),
        (["{navn: A, tom_sak: 1/2025}", "{navn: A, fom_sak: 3/2025}"], [], "A", ("A", "-", "A")),
        (["{navn: A, saker: [03/2025]}"], [], "-", ("-", "-", "A")),
        (["{navn: A, saker: [2/2025, 9/2025]}"], [], "A|-", ("A|-", "A", "A|-")),
        (["{navn: A, fom_sak: 9/2025, tom_sak: 1/2025}"], [], "A|-", ("A|-", "-", "-")),
        (["{navn: A, fom_sak: tull}"], [], "A|-", ("A|-", "A|-", "A|-")),
        (["{navn: A, tom_sak: 1/2025}", "{navn: Ola, for: A, fom_sak: 2/2025}"], [], "A", ("A", "Ola", "Ola")),
        (["{navn: Ola, for: A, fom_sak: 2/2025}"], ["A"], "-", ("-", "Ola", "Ola")),
        (["{navn: Ola, for: A, fom_sak: 2/2025}"], [], "A|-", ("A|-", "Ola", "Ola")),
        (["{navn: Ola, for: A, fom_sak: 9/2025}"], ["A"], "Ola|-", ("Ola|-", "Ola|-", "Ola|-")),
        (["A"], ["A"], "A|-", ("A|-", "A|-", "A|-")),
        (["A"], ["{navn: A, saker: [2/2025]}"], "A", ("A", "A|-", "A")),
        ([], ["{navn: A, fom_sak: 2/2025}"], "A|-", ("A|-", "-", "-")),
        ([], ["{navn: Ola, for: A}"], "-", ("-", "-", "-")),
        (['{navn: A, til: "11:00"}'], [], "A", ("- eller A", "- eller A", "- eller A")),
        (['{navn: A, fra: "10:00"}'], [], "A", ("- eller A", "- eller A", "- eller A")),
        (['{navn: A, fra: "10:01"}'], [], "-", ("- eller A", "- eller A", "- eller A")),
        (['{navn: A, til: "11:00"}', '{navn: Ola, for: A, fra: "11:00"}'], [], "A", ("A eller Ola",) * 3),
    ],
)
def test_who_may_hold_the_seat(der: list[str], forfall: list[str], opning: str, saker: tuple[str, ...]) -> None:
    samlet = boka([*der, "B"], forfall)
    assert holdere(samlet, AAPNINGEN) == opning
    assert tuple(holdere(samlet, nr) for nr in range(3)) == saker


@pytest.mark.parametrize(
    ("kl", "svar"), [("10:59", "-"), ("11:00", "A"), ("11:59", "A"), ("12:00", "-")], ids=["foer", "fra", "der", "til"]
)
def test_the_clock_counts_where_the_line_has_one(kl: str, svar: str) -> None:
    samlet = boka(["B", '{navn: A, fra: "11:00", til: "12:00"}'], [], saker=f'[{{sak: 1/2025, kl: "{kl}"}}]')
    assert holdere(samlet, 0) == svar


def test_without_a_start_nobody_knows_who_came_late() -> None:
    assert holdere(boka(["B", '{navn: A, fra: "11:00"}'], [], tid="2025-03-12"), AAPNINGEN) == "A|-"


def test_without_an_agenda_nobody_knows_who_came_for_a_case() -> None:
    assert holdere(boka(["B", "{navn: A, fom_sak: 1/2025}"], [], saker="[]"), AAPNINGEN) == "A|-"


def test_the_inhabile_leaves_and_the_substitute_stays_one() -> None:
    saker = (
        "[{sak: 1/2025, habilitet: [{navn: A, utfall: inhabil}]}, "
        "{sak: 2/2025, habilitet: [{navn: A, utfall: habil}]}, {sak: 3/2025, habilitet: ingen}]"
    )
    assert [holdere(boka(["A", "B"], [], saker=saker), nr) for nr in range(3)] == ["-", "A", "A"]
    assert holdere(boka(["B"], [], saker=saker), 0) == "-"
    assert holdere(boka(["A", "{navn: Ola, for: A}", "B"], [], saker=saker), 0) == "Ola"


def test_an_inhabil_substitute_does_not_bring_the_member_back() -> None:
    saker = "[{sak: 1/2025, habilitet: [{navn: Ola, utfall: inhabil}]}]"
    assert holdere(boka(["{navn: Ola, for: A}"], [], saker=saker), 0) == "-"


@pytest.mark.parametrize(
    ("vara", "sete", "kjent"),
    [
        ("Ola", "A", True),
        ("Ola", "B", False),
        ("Liv", "C", True),
        ("Liv", "B", False),
        ("Per", "B", True),
        ("Slutta", "A", False),
        ("Kommende", "A", False),
        ("Fremmed", "A", False),
    ],
)
def test_a_substitute_is_known_for_the_member_the_group_or_the_council(vara: str, sete: str, kjent: bool) -> None:
    samlet = boka([f"{{navn: {vara}, for: {sete}}}"], [])
    assert [rad.navn for _, rad, _ in samlet.ukjente_stedfortredere()] == ([] if kjent else [vara])


def test_those_without_a_seat_are_named_with_their_line() -> None:
    samlet = boka(["A", "Fremmed", "{navn: Ola, for: Fremmed}", "{navn: Liv, for: C}"], [])
    assert [(nr, rad.navn) for nr, rad in samlet.uten_sete()] == [(1, "Fremmed"), (2, "Ola")]


def test_a_seat_is_mentioned_by_any_line_of_its_own() -> None:
    samlet = boka(["A", "{navn: Liv, for: C}"], ["{navn: Per, for: D}"])
    assert samlet.unevnte == ("B", "E")


@pytest.mark.parametrize(("indeks", "dag"), [(AAPNINGEN, 3), (0, 3), (1, 3), (2, 4), (4, 5), (5, 5)])
def test_a_line_belongs_to_the_day_above_it(indeks: int, dag: int) -> None:
    saker = "[{sak: 1/2025}, {dag: 2}, {sak: 2/2025}, {dag: 3}, {sak: 3/2025}, {tittel: Slutt}]"
    data = load_clean(av_fem(["A"], tid="[2025-03-03, 2025-03-04, 2025-03-05]", saker=saker))
    assert dagen(data.moeter["raad-2025-m1"], indeks).day == dag


def test_a_day_that_the_meeting_does_not_have_is_its_last() -> None:
    data = load_clean(av_fem(["A"], tid="2025-03-03", saker="[{dag: 9}, {sak: 1/2025}]"))
    assert dagen(data.moeter["raad-2025-m1"], 1).day == 3


def test_without_a_scheme_the_case_is_what_is_written() -> None:
    filer = av_fem(["{navn: A, tom_sak: sak én}"], saker="[{sak: sak én}, {sak: sak to}]")
    filer["forum/raad.yaml"] = filer["forum/raad.yaml"].replace("saksnummer: N/AAAA\n", "")
    data = load_clean(filer)
    moetet = data.moeter["raad-2025-m1"]
    reg = register(data, data.forum["raad"], moetet.tid.dato)
    assert reg is not None
    samlet = bok(data, moetet, reg)
    assert samlet is not None
    assert [holdere(samlet, nr) for nr in range(2)] == ["A", "-"]


@pytest.mark.parametrize(
    ("der", "forfall", "hvordan"),
    [
        (["A", "{navn: Ola, for: A}"], [], "selv"),
        (["{navn: A, fom_sak: 2/25}"], [], "selv"),
        (["B", "{navn: Ola, for: A}"], ["A"], "stedfortreder"),
        (["B"], ["A"], "forfall"),
        (["B"], ["{navn: Ola, for: A}"], "forfall"),
        (["B"], [], "ukjent"),
    ],
)
def test_how_a_seat_was_filled(der: list[str], forfall: list[str], hvordan: str) -> None:
    samlet = boka(der, forfall)
    assert samlet.hvordan(samlet.register.medlemmer[0]) == hvordan


@pytest.mark.parametrize(("der", "hvordan"), [(["B"], "ukjent"), (["B", "Leder"], "selv")])
def test_a_leader_without_a_seat_of_whom_nothing_is_said_is_not_away(der: list[str], hvordan: str) -> None:
    samlet = boka(der, [])
    uten_sete = msgspec.structs.replace(
        samlet.register.medlemmer[0],
        medlem=samlet.register.medlemmer[0].medlem.model_copy(update={"navn": "Leder", "rolle": "leder"}),
    )
    assert samlet.hvordan(uten_sete) == hvordan
