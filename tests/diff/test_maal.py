from __future__ import annotations

from collections.abc import Callable

import pytest

from ehelse_cli.core.frist import Frist
from ehelse_cli.core.funksjonstid import FlerePerioder, Varighet
from ehelse_cli.core.hyppighet import Hyppighet
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.diff import maal
from ehelse_cli.diff.hodetre import Enkeltverdi
from ehelse_cli.diff.maal import Maal, Verdier

_LESERE: dict[Maal, Callable[[str], Enkeltverdi]] = {
    maal.flere: Mengde.parse,
    maal.rommer: Mengde.parse,
    maal.lengre: Varighet.parse,
    maal.flere_perioder: FlerePerioder.parse,
    maal.oftere: Hyppighet.parse,
    maal.romsligere: Frist.parse,
}
_AAPENHET = maal.rang("lukkede", "aapne")


@pytest.mark.parametrize(
    ("hvordan", "fra", "til", "retning"),
    [
        (maal.flere, "16", "21", "utvider"),
        (maal.flere, "5", "4-6", "ukjent"),
        (maal.flere, "7-10", "7-12", "utvider"),
        (maal.flere, "minst 6", "minst 1/2", "ukjent"),
        (maal.rommer, "minst 1/2", "minst 2/3", "innskrenker"),
        (maal.rommer, "minst 1/2", "over 1/2", "innskrenker"),
        (maal.rommer, "hoeyst 3", "under 3", "innskrenker"),
        (maal.rommer, "minst 3", "3", "innskrenker"),
        (maal.rommer, "minst 3", "hoeyst 5", "ukjent"),
        (maal.rommer, "2", "ubegrenset", "utvider"),
        (maal.rommer, "minst 50 %", "minst 1/2", "noeytral"),
        (maal.lengre, "2 aar", "18 maaneder", "innskrenker"),
        (maal.flere_perioder, "nei", "ja", "utvider"),
        (maal.flere_perioder, "ubegrenset", "hoeyst 2", "innskrenker"),
        (maal.flere_perioder, "hoeyst 2", "hoeyst 2 paa_rad", "utvider"),
        (maal.flere_perioder, "hoeyst 3", "hoeyst 2 paa_rad", "ukjent"),
        (maal.oftere, "4 per aar", "1 per maaned", "utvider"),
        (maal.oftere, "4 per aar", "1 per kvartal", "noeytral"),
        (maal.oftere, "minst 2 per aar", "etter_behov", "ukjent"),
        (maal.romsligere, "3 uker foer moetet", "4 uker foer moetet", "innskrenker"),
        (maal.romsligere, "2 uker etter moetet", "3 uker etter moetet", "utvider"),
        (maal.romsligere, "10 virkedager foer moetet", "2 uker foer moetet", "ukjent"),
        (maal.romsligere, "10 virkedager foer moetet", "3 uker foer moetet", "innskrenker"),
        (maal.romsligere, "3 uker foer moetet", "3 uker foer innkalling", "ukjent"),
        (maal.flere_med, "", "ks", "utvider"),
        (maal.flere_med, "ks", "ks hod", "utvider"),
        (maal.flere_med, "ks", "hod", "noeytral"),
        (_AAPENHET, "lukkede", "aapne", "utvider"),
        (_AAPENHET, "lukkede", "noe", "ukjent"),
        (maal.ingen, "a", "b", "noeytral"),
    ],
)
def test_which_way_a_value_went_and_back_again(hvordan: Maal, fra: str, til: str, retning: str) -> None:
    a, b = _les(hvordan, fra), _les(hvordan, til)
    assert hvordan(a, b) == retning
    assert hvordan(b, a) is hvordan(a, b).snudd


def _les(hvordan: Maal, tekst: str) -> Verdier:
    return (_LESERE[hvordan](tekst),) if hvordan in _LESERE else tuple(tekst.split())


@pytest.mark.parametrize("hvordan", [*_LESERE, _AAPENHET])
def test_a_side_that_says_nothing_gives_no_way(hvordan: Maal) -> None:
    assert hvordan((), ("tekst",)) == "ukjent"
