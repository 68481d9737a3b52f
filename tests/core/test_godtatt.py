"""How long an accepted change is accepted."""

from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.core.godtatt import Godkjenning


@pytest.mark.parametrize(
    ("til", "dag", "gjelder"),
    [
        (None, date(2099, 1, 1), True),
        ("2026-12-31", date(2026, 12, 30), True),
        ("2026-12-31", date(2026, 12, 31), True),
        ("2026-12-31", date(2027, 1, 1), False),
    ],
)
def test_the_last_day_is_one_of_them(til: str | None, dag: date, gjelder: bool) -> None:
    skrevet = {"fingeravtrykk": "0123456789abcdef", "grunn": "Vedtatt", "sak": "nehr-2026-1", "til": til}
    godkjenning = Godkjenning.model_validate({felt: verdi for felt, verdi in skrevet.items() if verdi})
    assert godkjenning.gjelder(dag) is gjelder
