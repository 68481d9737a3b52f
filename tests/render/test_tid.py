from __future__ import annotations

from datetime import date, time

import pytest

from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.moete import Moetedag, Moetetid
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.render import tid


@pytest.mark.parametrize(
    ("maalform", "dato", "tekst"),
    [
        ("nb", date(2026, 12, 2), "onsdag 2. desember 2026"),
        ("nb", date(2026, 12, 7), "mandag 7. desember 2026"),
        ("nn", date(2026, 12, 7), "måndag 7. desember 2026"),
        ("nn", date(2026, 12, 5), "laurdag 5. desember 2026"),
    ],
)
def test_a_day(maalform: Maalform, dato: date, tekst: str) -> None:
    assert tid.ukedag(dato, maalform) == tekst


@pytest.mark.parametrize(
    ("dager", "tekst"),
    [
        ("2026-12-02", "2. desember 2026"),
        ("2026-10-14 2026-10-15", "14.–15. oktober 2026"),
        ("2026-09-30 2026-10-01", "30. september – 1. oktober 2026"),
        ("2026-12-31 2027-01-01", "31. desember 2026 – 1. januar 2027"),
        ("2026-01-01 2026-01-03 2026-01-05", "1. januar 2026, 3. januar 2026 og 5. januar 2026"),
    ],
)
def test_days(dager: str, tekst: str) -> None:
    moetedager = tuple(Moetedag(date.fromisoformat(en)) for en in dager.split())
    assert tid.dager(Moetetid(moetedager), "nb") == tekst


def test_clock_times() -> None:
    dag = Moetedag(date(2026, 12, 2), time(10), time(15, 30))
    assert tid.moetedag(dag, "nb") == "onsdag 2. desember 2026 kl. 10.00–15.30"
    assert tid.moetedag(Moetedag(dag.dato, dag.fra), "nb") == "onsdag 2. desember 2026 kl. 10.00"


@pytest.mark.parametrize(
    ("skrevet", "tekst"), [("2026", "2026"), ("2026-03", "mars 2026"), ("2026-03-01", "1. mars 2026")]
)
def test_as_much_as_is_known(skrevet: str, tekst: str) -> None:
    assert tid.delvis(DelvisDato.parse(skrevet), "nb") == tekst


@pytest.mark.parametrize(
    ("skrevet", "nb", "nn"),
    [
        ("2 uker", "hver 2. uke", "kvar 2. veke"),
        ("1 uke", "hver uke", "kvar veke"),
        ("3 måneder", "hver 3. måned", "kvar 3. månad"),
        ("6 maaneder", "hver 6. måned", "kvar 6. månad"),
        ("10 dager", "hver 10. dag", "kvar 10. dag"),
        ("onsdag", "hver onsdag", "kvar onsdag"),
    ],
)
def test_how_often(skrevet: str, nb: str, nn: str) -> None:
    assert (tid.hver(skrevet, "nb"), tid.hver(skrevet, "nn")) == (nb, nn)


@pytest.mark.parametrize(
    ("deler", "tekst"), [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")]
)
def test_lists(deler: list[str], tekst: str) -> None:
    assert tid.liste(deler, "nn") == tekst
