"""The standing items that an agenda lacks, in their places."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.faste_saker import Fastlinje, faste_linjer
from ehelse_cli.core.moete import Sakspunkt
from tests.trees import load_clean

DAGEN = date(2026, 6, 1)
FORUM = {
    "forum/raad.yaml": """\
        navn: Rådet
        saksnummer: N/AAAA
        faste_saker:
          innkalling: {tittel: Innkalling, minutter: 5}
          referat: {tittel: Referat}
          plan: {tittel: Plan, naar: kvartal_4, nummereres: ja}
          veikart: {tittel: Veikart, nummereres: ja, minutter: 20}
          slutt: {tittel: Ordet fritt, sakstype: eventuelt}
        """,
}
FOERST = {"moeter/raad/2026-m1.md": "---\ntid: 2026-03-01\nsaksliste: [{sak: 4/2026, tittel: A}]\n---\n"}
AVLYST = {"moeter/raad/2026-m2.md": "---\ntid: 2026-04-01\navlyst: 2026-03-20\n---\n"}


def dag(nr: int) -> Sakspunkt:
    return Sakspunkt.model_validate({"dag": str(nr)})


def linjer(
    *saksliste: Sakspunkt, ogsaa: tuple[str, ...] = (), files: dict[str, str] | None = None
) -> tuple[Fastlinje, ...]:
    data = load_clean(FORUM | FOERST | AVLYST if files is None else files)
    return faste_linjer(data, data.forum["raad"], DAGEN, saksliste, ogsaa)


def etter(*saksliste: Sakspunkt, ogsaa: tuple[str, ...] = ()) -> list[str]:
    """The agenda with the lines written into it, one after the other, as they stand."""
    hele = [en.fast or en.tittel or en.sak or f"dag {en.dag}" for en in saksliste]
    for en in linjer(*saksliste, ogsaa=ogsaa):
        if en.ny:
            hele.insert(en.nr, en.fast)
        assert hele[en.nr] == en.fast
    return hele


def test_all_in_the_councils_order_with_the_next_numbers_and_the_minutes_of_the_meeting_that_was_held() -> None:
    assert [en.hode for en in linjer(ogsaa=("plan",))] == [
        {"fast": "innkalling", "minutter": "5"},
        {"fast": "referat", "gjelder": "raad-2026-m1"},
        {"sak": "5/2026", "fast": "veikart", "minutter": "20"},
        {"sak": "6/2026", "fast": "plan"},
        {"fast": "slutt"},
    ]


def test_where_there_was_no_meeting_there_are_no_minutes() -> None:
    assert [en.fast for en in linjer(files=FORUM | AVLYST)] == ["innkalling", "veikart", "slutt"]
    assert [en.fast for en in linjer(files=FORUM, ogsaa=("referat",))] == ["innkalling", "veikart", "slutt"]


@pytest.mark.parametrize(
    ("der", "venter"),
    [
        ([Sakspunkt(sak="1/2026")], ["innkalling", "referat", "veikart", "1/2026", "slutt"]),
        (
            [Sakspunkt(fast="veikart"), Sakspunkt(sak="1/2026")],
            ["innkalling", "referat", "veikart", "1/2026", "slutt"],
        ),
        (
            [Sakspunkt(fast="innkalling"), Sakspunkt(sak="1/2026"), Sakspunkt(fast="slutt")],
            ["innkalling", "referat", "veikart", "1/2026", "slutt"],
        ),
        (
            [dag(1), Sakspunkt(sak="1/2026"), dag(2)],
            ["dag 1", "innkalling", "referat", "veikart", "1/2026", "dag 2", "slutt"],
        ),
        (  # the minutes of two meetings
            [Sakspunkt(fast="referat", gjelder="a"), Sakspunkt(fast="referat", gjelder="b"), Sakspunkt(sak="1/2026")],
            ["innkalling", "referat", "referat", "veikart", "1/2026", "slutt"],
        ),
        (  # what the council comes to now and then, says nothing of where the others stand
            [Sakspunkt(sak="1/2026"), Sakspunkt(fast="plan")],
            ["innkalling", "referat", "veikart", "1/2026", "plan", "slutt"],
        ),
    ],
)
def test_what_is_there_stays_and_the_rest_stands_around_it(der: list[Sakspunkt], venter: list[str]) -> None:
    assert etter(*der) == venter


def test_what_comes_now_and_then_is_put_before_any_other_business_when_it_is_asked_for() -> None:
    der = (Sakspunkt(sak="1/2026"), Sakspunkt(tittel="Eventuelt", sakstype=("eventuelt",)))
    assert etter(*der, ogsaa=("plan",)) == ["innkalling", "referat", "veikart", "1/2026", "plan", "Eventuelt", "slutt"]


def test_a_standing_item_without_its_number_gets_one() -> None:
    der = (Sakspunkt(fast="innkalling"), Sakspunkt(fast="referat"), Sakspunkt(fast="plan"), Sakspunkt(fast="slutt"))
    assert [(en.nr, en.fast, en.ny, en.sak) for en in linjer(*der)] == [
        (2, "veikart", True, "5/2026"),
        (3, "plan", False, "6/2026"),
    ]


@given(st.lists(st.sampled_from(("innkalling", "referat", "veikart", "plan", "slutt", "1/2026", "Pause")), unique=True))
def test_nothing_is_moved_and_once_is_enough(der: list[str]) -> None:
    faste = ("innkalling", "referat", "veikart", "plan", "slutt")
    foer = [Sakspunkt(fast=en) if en in faste else Sakspunkt(tittel=en) for en in der]
    hele = etter(*foer)
    assert [en for en in hele if en in der] == der
    assert {"innkalling", "referat", "veikart", "slutt"} <= {*hele}
    igjen = [Sakspunkt(fast=en, sak="9/2026") if en in faste else Sakspunkt(tittel=en) for en in hele]
    assert linjer(*igjen) == ()
