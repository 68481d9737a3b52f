from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.frist import PUNKTER, Avstand, Foer, Frist, Senest, Straks
from ehelse_cli.core.kalender import er_virkedag, oslo

_ENHETER = [
    "timer",
    "dager",
    "virkedager",
    "virkedager_med_loerdag",
    "uker",
    "maaneder",
    "uke",
    "dag",
    "virkedag",
    "time",
]
_punkter = st.one_of(st.sampled_from(PUNKTER), st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5})?", fullmatch=True))
frister = st.one_of(
    st.builds(
        "{}{} {} {} {}".format,
        st.sampled_from(["", "minst "]),
        st.integers(1, 9_999),
        st.sampled_from(_ENHETER),
        st.sampled_from(["foer", "etter"]),
        _punkter,
    ),
    _punkter.map("straks etter {}".format),
    _punkter.map("foer {}".format),
    st.dates(date(1600, 1, 1), date(2400, 12, 31)).map("senest {}".format),
    st.dates(date(2000, 1, 1), date(2000, 12, 31)).map("senest {:%m-%d}".format),
)


@pytest.mark.parametrize(
    ("frist", "punkt", "svar"),
    [
        # 9-oracle.md, Deadlines
        ("10 virkedager foer moetet", "2026-04-08", "2026-03-20"),
        ("10 virkedager foer moetet", "2026-06-17", "2026-06-03"),
        ("5 virkedager etter referat_utkast", "2026-04-30", "2026-05-08"),
        ("10 virkedager foer moetet", "2027-01-06", "2026-12-21"),
        ("5 virkedager etter vedtak", "2026-12-22", "2026-12-30"),
        ("3 uker foer moetet", "2026-06-17", "2026-05-27"),
        # every unit, both ways
        ("10 dager foer moetet", "2026-06-17", "2026-06-07"),
        ("1 dag etter moetet", "2026-12-31", "2027-01-01"),
        ("1 virkedag foer moetet", "2026-06-15", "2026-06-12"),
        ("1 virkedag_med_loerdag foer moetet", "2026-06-15", "2026-06-13"),
        ("6 virkedager_med_loerdag etter moetet", "2026-04-30", "2026-05-08"),
        ("1 maaned foer moetet", "2026-03-31", "2026-02-28"),
        ("2 maaneder etter valg", "2025-12-31", "2026-02-28"),
        ("minst 2 uker foer moetet", "2026-06-17", "2026-06-03"),
        # without a number
        ("foer moetet", "2026-06-17", "2026-06-16"),
        ("foer aarsskiftet", "2027-01-01", "2026-12-31"),
        ("straks etter moetet", "2026-06-17", "2026-06-17"),
        # a date
        ("senest 12-01", "2026-06-17", "2026-12-01"),
        ("senest 02-29", "2026-06-17", "2026-02-28"),
        ("senest 02-29", "2028-06-17", "2028-02-29"),
        ("senest 2027-12-01", "2026-06-17", "2027-12-01"),
        # hours from a day without a clock: the earlier day
        ("48 timer foer moetet", "2026-06-17", "2026-06-15"),
        ("36 timer foer moetet", "2026-06-17", "2026-06-15"),
        ("36 timer etter moetet", "2026-06-17", "2026-06-18"),
    ],
)
def test_days(frist: str, punkt: str, svar: str) -> None:
    assert Frist.parse(frist).beregn(date.fromisoformat(punkt)) == date.fromisoformat(svar)


@pytest.mark.parametrize(
    ("frist", "punkt", "svar"),
    [
        ("48 timer foer moetet", "2026-06-17T10:00", "2026-06-15T10:00"),
        ("48 timer foer moetet", "2026-03-30T10:00", "2026-03-28T09:00"),
        ("24 timer etter moetet", "2026-03-28T10:00", "2026-03-29T11:00"),
        ("1 time foer moetet", "2026-06-17T00:30", "2026-06-16T23:30"),
    ],
)
def test_hours(frist: str, punkt: str, svar: str) -> None:
    uten_sone, fasit = datetime.fromisoformat(punkt), datetime.fromisoformat(svar)
    assert Frist.parse(frist).beregn(uten_sone) == fasit
    assert Frist.parse(frist).beregn(uten_sone.replace(tzinfo=oslo())) == fasit.replace(tzinfo=oslo())


@pytest.mark.parametrize(
    "frist", ["1 uke foer moetet", "7 dager foer moetet", "5 virkedager foer moetet", "senest 06-10"]
)
def test_days_from_a_clock_time_are_days(frist: str) -> None:
    svar = Frist.parse(frist).beregn(datetime.fromisoformat("2026-06-17T10:00"))
    assert not isinstance(svar, datetime)
    assert svar == date(2026, 6, 10)


@pytest.mark.parametrize("zone", [None, oslo()])
def test_the_day_of_a_clock_time(zone: ZoneInfo | None) -> None:
    frist = Frist.parse("48 timer foer moetet")
    assert frist.dagen(datetime(2026, 12, 2, 0, 30, tzinfo=zone)) == date(2026, 11, 30)
    assert frist.dagen(date(2026, 12, 2)) == date(2026, 11, 30)


def test_the_parts_of_a_frist() -> None:
    assert Frist.parse("minst 3 uker foer moetet") == Avstand(3, "uker", "foer", "moetet", minst=True)
    assert Frist.parse("1 uke etter saksliste") == Avstand(1, "uker", "etter", "saksliste")
    assert Frist.parse("straks etter moetet") == Straks("moetet")
    assert Frist.parse("foer aarsskiftet") == Foer("aarsskiftet")
    assert Frist.parse("senest 12-01") == Senest(12, 1)
    assert Frist.parse("senest 2026-12-01") == Senest(12, 1, 2026)


@pytest.mark.parametrize(
    ("tekst", "kanonisk"), [("1 uker foer moetet", "1 uke foer moetet"), ("3 uke foer moetet", "3 uker foer moetet")]
)
def test_units_agree_with_their_number(tekst: str, kanonisk: str) -> None:
    assert str(Frist.parse(tekst)) == kanonisk


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("10 hverdager foer moetet", "«hverdager» kan bety to ting"),
        ("1 hverdag før møtet", "«hverdager» kan bety to ting"),
        ("i god tid", "er ikke en frist"),
        ("3 uker", "er ikke en frist"),
        ("etter moetet", "er ikke en frist"),
        ("0 dager foer moetet", "er ikke en frist"),
        ("03 uker foer moetet", "er ikke en frist"),
        ("٣ uker foer moetet", "er ikke en frist"),
        ("1,5 uker foer moetet", "er ikke en frist"),
        ("10 virkedager før møtet", "Mente du «10 virkedager foer moetet»"),
        ("Foer moetet", "Mente du «foer moetet»"),
        ("senest 1. desember", "skriv «senest 12-01»"),
        ("senest 15. desember 2026", "skriv «senest 2026-12-15»"),
        ("senest 13-01", "dagen finnes ikke"),
        ("senest 2026-02-29", "dagen finnes ikke"),
        ("99999 dager foer moetet", "er ikke en frist"),
    ],
)
def test_refused(tekst: str, melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        Frist.parse(tekst)


@pytest.mark.parametrize(
    ("tekst", "nb", "nn"),
    [
        ("10 virkedager foer moetet", "10 virkedager før møtet", "10 virkedagar før møtet"),
        ("3 uker foer moetet", "3 uker før møtet", "3 veker før møtet"),
        ("minst 1 maaned foer valg", "minst 1 måned før valget", "minst 1 månad før valet"),
        ("48 timer foer moetet", "48 timer før møtet", "48 timar før møtet"),
        (
            "5 virkedager etter referat_utkast",
            "5 virkedager etter referatutkastet",
            "5 virkedagar etter referatutkastet",
        ),
        (
            "6 virkedager_med_loerdag foer moetet",
            "6 virkedager (lørdag medregnet) før møtet",
            "6 virkedagar (laurdag medrekna) før møtet",
        ),
        ("straks etter moetet", "straks etter møtet", "straks etter møtet"),
        ("foer aarsskiftet", "før årsskiftet", "før årsskiftet"),
        ("senest 12-01", "senest 1. desember", "seinast 1. desember"),
        ("senest 2000-12-01", "senest 1. desember 2000", "seinast 1. desember 2000"),
        ("2 dager etter felles-saksliste", "2 dager etter felles saksliste", "2 dagar etter felles saksliste"),
    ],
)
def test_norwegian(tekst: str, nb: str, nn: str) -> None:
    frist = Frist.parse(tekst)
    assert (frist.norsk(), frist.norsk("nn")) == (nb, nn)


@given(frister)
def test_text_and_back(tekst: str) -> None:
    frist = Frist.parse(tekst)
    assert Frist.parse(str(frist)) == frist


@given(frister, st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_frist_gives_a_day(tekst: str, punkt: date) -> None:
    svar = Frist.parse(tekst).beregn(punkt)
    assert isinstance(svar, date)
    if " foer " in tekst or tekst.startswith("foer "):
        assert svar < punkt


@given(st.integers(1, 200), st.dates(date(1995, 1, 1), date(2099, 12, 31)).filter(er_virkedag))
def test_working_days_before_and_after_cancel_out(antall: int, punkt: date) -> None:
    foer = Frist.parse(f"{antall} virkedager foer moetet").beregn(punkt)
    assert Frist.parse(f"{antall} virkedager etter moetet").beregn(foer) == punkt
