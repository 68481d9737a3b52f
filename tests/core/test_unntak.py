from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.core.place import Location
from ehelse_cli.core.unntak import Unntak


def place(line: int, column: int, end_line: int, end_column: int, path: str = "data/a.yaml") -> Location:
    return Location(path, line, column, end_line, end_column)


@pytest.mark.parametrize(
    ("sted", "svar"),
    [
        (place(3, 5, 6, 9), True),
        (place(4, 1, 5, 80), True),
        (place(3, 4, 4, 1), False),
        (place(2, 9, 4, 1), False),
        (place(6, 1, 6, 10), False),
        (place(6, 1, 7, 1), False),
        (place(4, 1, 5, 2, "data/b.yaml"), False),
        (place(1, 1, 9, 1), True),
        (place(1, 1, 8, 1), False),
    ],
)
def test_only_what_lies_within_is_covered(sted: Location, svar: bool) -> None:
    unntak = Unntak(place(3, 20, 3, 30), place(3, 5, 6, 9), (), "grunn", hele=(place(1, 1, 9, 1),))
    assert unntak.dekker(sted) is svar


@pytest.mark.parametrize(
    ("til", "svar"), [(None, True), (date(2026, 12, 31), True), (date(2026, 12, 1), True), (date(2026, 11, 30), False)]
)
def test_the_last_day_is_one_of_them(til: date | None, svar: bool) -> None:
    assert Unntak(place(1, 1, 1, 2), place(1, 1, 1, 2), (), "", til).gjelder(date(2026, 12, 1)) is svar
