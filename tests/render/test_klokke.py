from __future__ import annotations

from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.render.klokke import Klokkeslett, Linje, regn_ut


def _tid(tekst: str) -> time | None:
    return time.fromisoformat(tekst) if tekst != "-" else None


@pytest.mark.parametrize(
    ("start", "linjer", "tider"),
    [
        ("10:00", [Linje(5), Linje(20), Linje(60)], "10:00 10:05 / 10:05 10:25 / 10:25 11:25"),
        ("10:00", [Linje(5), Linje(), Linje(60)], "10:00 10:05 / 10:05 - / - -"),
        ("10:00", [Linje(), Linje(45, time(12)), Linje(15)], "10:00 - / 12:00 12:45 / 12:45 13:00"),
        ("-", [Linje(5), Linje(10, time(9, 30)), Linje(5)], "- - / 09:30 09:40 / 09:40 09:45"),
        ("10:00", [Linje(60), Linje(30, time(10, 30)), Linje(5)], "10:00 11:00 / 10:30 11:00 / 11:00 11:05"),
        ("23:30", [Linje(29), Linje(30), Linje(10)], "23:30 23:59 / 23:59 - / - -"),
        ("23:30", [Linje(60), Linje(10, time(8))], "23:30 - / 08:00 08:10"),
        ("10:00", [Linje(0), Linje(5)], "10:00 10:00 / 10:00 10:05"),
    ],
    ids=["sums", "unknown minutes", "a fixed time", "no start", "overrun", "midnight", "after midnight", "a heading"],
)
def test_times(start: str, linjer: list[Linje], tider: str) -> None:
    ventet = tuple(Klokkeslett(*map(_tid, par.split())) for par in tider.split(" / "))
    assert regn_ut(_tid(start), linjer) == ventet


@given(st.integers(0, 600), st.lists(st.integers(0, 60), min_size=1, max_size=12))
def test_the_minutes_add_up_to_the_span(start: int, minutter: list[int]) -> None:
    tider = regn_ut(time(*divmod(start, 60)), [Linje(antall) for antall in minutter])
    if start + sum(minutter) < 24 * 60:
        sist = tider[-1].til
        assert sist is not None
        assert sist.hour * 60 + sist.minute == start + sum(minutter)
    assert all(foer.til == etter.fra for foer, etter in pairwise(tider))
