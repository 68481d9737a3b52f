from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.load.unntakstekst import Formfeil, Innhold, les_unntak


@pytest.mark.parametrize(
    ("tekst", "koder", "grunn", "til"),
    [
        (" unntak MOT504 -- vedtatt av rådet, sak 12/2026 (til 2026-12-31)", ["MOT504"],
         "vedtatt av rådet, sak 12/2026", date(2026, 12, 31)),
        ("unntak MOT504,MED401 , MAN301 -- sak 1 -- og mer", ["MOT504", "MED401", "MAN301"], "sak 1 -- og mer", None),
        (" unntak MOT504", ["MOT504"], "", None),
        (" unntak MOT504 --", ["MOT504"], "", None),
        (" unntak MOT504 (til 2026-12-31)", ["MOT504"], "", date(2026, 12, 31)),
        (" unntak MOT504 -- (til 2026-12-31) ", ["MOT504"], "", date(2026, 12, 31)),
        (" unntak mot-504 -- grunn (se sak 4)", ["mot-504"], "grunn (se sak 4)", None),
        (" unntak MOT504 -- fram til sommeren", ["MOT504"], "fram til sommeren", None),
    ],
)  # fmt: skip
def test_it_is_read(tekst: str, koder: list[str], grunn: str, til: date | None) -> None:
    lest = les_unntak(tekst)
    assert isinstance(lest, Innhold)
    assert ([kode for kode, _ in lest.koder], lest.grunn, lest.til) == (koder, grunn, til)
    assert all(tekst[start:].startswith(kode) for kode, start in lest.koder)


@pytest.mark.parametrize(
    ("tekst", "feil", "hjelp"),
    [
        ("", "det står ikke hva som er unntatt", "Skriv «ehelse: unntak KODE"),
        (" untak MOT504 -- grunn", "«untak» er ikke noe", "Mente du «ehelse: unntak MOT504 -- grunn»?"),
        (" Unntak: MOT504", "«Unntak:» er ikke noe", "Mente du «ehelse: unntak MOT504»?"),
        (" unntak", "hvilken regel", "Skriv «ehelse: unntak KODE"),
        (" unntak -- grunn", "hvilken regel", "Skriv «ehelse: unntak KODE"),
        (" unntak MOT504 grunn", "etter «--»", "Mente du «ehelse: unntak MOT504 -- grunn»?"),
        (" unntak MOT504: grunn", "etter «--»", "Mente du «ehelse: unntak MOT504 -- grunn»?"),
        (" unntak MOT504 – grunn", "etter «--»", "Mente du «ehelse: unntak MOT504 -- grunn»?"),
        (" unntak MOT504, MOT505 - grunn", "etter «--»", "Mente du «ehelse: unntak MOT504, MOT505 -- grunn»?"),
        (" unntak MOT504 MOT505 -- grunn", "komma", "Mente du «ehelse: unntak MOT504, MOT505 -- grunn»?"),
        (" unntak MOT504 -- grunn (til 2026-02-30)", "finnes ikke i kalenderen", "«(til 2026-12-31)»"),
        (" unntak MOT504 -- grunn (til sommeren)", "ikke en dato", "«(til 2026-12-31)»"),
        (" unntak MOT504 -- grunn til 2026-12-31", "siste dag", "«(til 2026-12-31)»"),
        (" unntak MOT504 -- grunn (til 2026-12-31), sak 4", "siste dag", "«(til 2026-12-31)»"),
        (" unntak MOT504 -- grunn (tom 2026-12-31)", "siste dag", "«(til 2026-12-31)»"),
        (" unntak MOT504 (til 2026-12-31) -- grunn", "komma", "Mente du"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(tekst: str, feil: str, hjelp: str) -> None:
    lest = les_unntak(tekst)
    assert isinstance(lest, Formfeil)
    assert feil in lest.feil
    assert hjelp in lest.help


@given(st.text(alphabet="unntak MOT504,-–():\t 2026til", max_size=40))
def test_any_text_is_answered(tekst: str) -> None:
    lest = les_unntak(tekst)
    assert isinstance(lest, Formfeil) or lest.koder
