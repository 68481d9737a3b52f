"""How a member's period is written, and what a council's file says when it says nothing."""

from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.core.forum import Medlemsperiode
from tests.trees import load_clean


@pytest.mark.parametrize(
    ("tekst", "periode"),
    [
        ("2024-01-01", Medlemsperiode(date(2024, 1, 1), None, "fra_mandat")),
        ("2024-01-01/2025-12-31", Medlemsperiode(date(2024, 1, 1), date(2025, 12, 31), "fast")),
        ("2024-01-01/..", Medlemsperiode(date(2024, 1, 1), None, "aapen")),
    ],
)
def test_a_members_period(tekst: str, periode: Medlemsperiode) -> None:
    assert Medlemsperiode.parse(tekst) == periode


@pytest.mark.parametrize("tekst", ["2024", "2024-13-01", "2024-01-01/", "../2024-01-01", "2024-01-01/2023-01-01"])
def test_no_period(tekst: str) -> None:
    with pytest.raises(ValueError, match=r"«|datoen|perioden"):
        Medlemsperiode.parse(tekst)


def test_what_a_council_does_not_say() -> None:
    raadet = load_clean({"forum/raad.yaml": "navn: Rådet\nmedlemmer: [Kari Moen]\n"}).forum["raad"]
    assert (raadet.vedleggsnummer, raadet.maalform) == ("per_sak", "nb")
    assert [(medlem.navn, medlem.rolle) for medlem in raadet.medlemmer] == [("Kari Moen", "medlem")]
    assert (raadet.saksnummer, raadet.medlemmer_kjent_fra, raadet.overordnet) == (None, None, ())
