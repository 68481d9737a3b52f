"""Real mandates as they changed: what the sources tell comes out of the comparison, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.diff.endring import Endring
from ehelse_cli.diff.mandat import Mandatdiff, diff
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def modellen() -> Dataset:
    return load(DiskTree(ROOT)).dataset


def _diff(data: Dataset, fra: str, til: str) -> Mandatdiff:
    return diff(data.mandater[fra], data.mandater[til], data.virksomhetsnavn)


def _kort(endringer: tuple[Endring, ...]) -> list[tuple[str, str, str]]:
    return [(en.id, en.fra.norsk if en.fra else "", en.til.norsk if en.til else "") for en in endringer]


def test_from_e_helsestyret_to_e_helseraadet(modellen: Dataset) -> None:
    """Another name, 16 and one observer to 21, and no longer a word on who sits in the committees below."""
    sammenligning = _diff(modellen, "nehs@2016-01-01", "nehr@2024-01-01")
    assert sammenligning.gammel.navn == "Nasjonalt e-helsestyre"
    assert sammenligning.ny.navn == "Nasjonalt e-helseråd"
    regler = _kort(sammenligning.om_regler)
    assert ("godkjenner-medlemmer-endret", "NUFA og NUIT", "") in regler
    assert ("antall-seter-endret", "16", "21") in regler
    assert ("sluttet-aa-vaere-regulert", "1, rett til ukjent", "ikke regulert") in regler
    assert ("skal-til-normalt", "4 per år", "4 per år") in regler
    assert ("mottaker-endret", "Direktoratet for e-helse", "Hdir, medlemmer og sakseier") in regler
    assert all("vedtar_mandat_for" not in en.sti for en in sammenligning.om_regler)


def test_what_was_never_read_is_no_new_rule(modellen: Dataset) -> None:
    sammenligning = _diff(modellen, "nehs@2016-01-01", "nehr@2024-01-01")
    kjent = {en.sti for en in sammenligning.om_kilden if en.id == "kilde-kjent"}
    assert {"sammensetning.grupper", "funksjonstid", "sekretariat", "evaluering"} <= kjent
    taust = {en.sti for en in sammenligning.om_kilden if en.id == "kilden-taus"}
    assert {"beslutningsdyktighet", "habilitet", "protokoll"} <= taust


@pytest.mark.parametrize(
    ("fra", "til", "ventet"),
    [
        ("nuit@2020-06-02", "nuit@2025-01-01", ("normalt-til-skal", "3 per år", "3 per år")),
        ("nuit@2020-06-02", "nuit@2025-01-01", ("forbereder-for-endret", "E-helsestyret", "E-helserådet")),
        ("nufa@2020-06-02", "nufa@2025-01-01", ("mottaker-endret", "Direktoratet for e-helse",
                                                "E-helserådet, NUIT og sakseier")),
        ("kommit-raadet@2018-12-31", "kommit-raadet@2023-01-01", ("antall-seter-endret", "8", "11")),
        ("digitaliseringsutvalget@2019-12-31", "digitaliseringsutvalget@2023-12-31",
         ("antall-seter-endret", "11", "14")),
        ("skate@2018-01-01", "skate@2021-01-01", ("antall-seter-endret", "11", "14")),
    ],
)  # fmt: skip
def test_what_the_sources_tell_of_each(modellen: Dataset, fra: str, til: str, ventet: tuple[str, str, str]) -> None:
    assert ventet in _kort(_diff(modellen, fra, til).om_regler)


def test_that_the_seats_are_as_many_is_no_change_though_the_sentence_is_another(modellen: Dataset) -> None:
    for forum in ("nuit", "nufa"):
        sammenligning = _diff(modellen, f"{forum}@2020-06-02", f"{forum}@2025-01-01")
        assert "antall-seter-endret" not in [en.id for en in sammenligning.om_regler]
        assert not any("«17»" in en.hva or "«24»" in en.hva for en in sammenligning.ordlyd)


def test_the_number_of_kommit_is_in_the_words_too(modellen: Dataset) -> None:
    sammenligning = _diff(modellen, "kommit-raadet@2018-12-31", "kommit-raadet@2023-01-01")
    [seter] = sammenligning.om_regler
    assert seter.ekko
    assert not any("åtte" in en.hva or "elleve" in en.hva for en in sammenligning.ordlyd)


def test_helse_vest_s_change_of_composition() -> None:
    """Case 009/12: one fewer from SAFO, one new for drug addiction, one new for cancer, one more in all."""
    data = load(DiskTree(ROOT / "tests" / "kropper" / "rbu-helse-vest")).dataset
    sammenligning = _diff(data, "rbu-helse-vest@2010-01-01", "rbu-helse-vest@2012-02-01")
    assert sorted(_kort(sammenligning.om_regler)) == [
        ("antall-seter-endret", "9", "10"),
        ("gruppe-lagt-til", "", "1 sete"),
        ("gruppe-lagt-til", "", "1 sete"),
        ("sete-fjernet", "2 seter", "1 sete"),
    ]
    assert {en.emne for en in sammenligning.om_regler} >= {"safo", "rus", "kreft"}
    assert {"erstatter", "gjelder_fra"} <= {en.sti for en in sammenligning.om_revisjonen}


_KROPPER = sorted(fil.parent.name for fil in (ROOT / "tests" / "kropper").glob("*/forventet.yaml"))


@pytest.mark.parametrize("kropp", _KROPPER)
def test_every_real_body_beside_itself_and_the_other_way(kropp: str) -> None:
    mandater = tuple(load(DiskTree(ROOT / "tests" / "kropper" / kropp)).dataset.mandater.values())
    assert mandater
    for a in mandater:
        assert diff(a, a).uendret
        for b in mandater:
            frem, tilbake = diff(a, b), diff(b, a)
            assert len(frem.endringer) == len(tilbake.endringer)
            assert len(frem.ordlyd) == len(tilbake.ordlyd)
