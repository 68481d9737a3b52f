"""Every body in the table as a mandate: it reads without a finding, loses no cell, and judges as the table says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pytest
from pydantic import BaseModel

from ehelse_cli.core.beslutningsdyktighet import AAPNINGEN, beslutningsdyktighet
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.funksjonstid import FlerePerioder, for_mange
from ehelse_cli.core.mandat import arbeid, fravik, funksjonstid_for, med_retningslinje, regel, regulert
from ehelse_cli.core.mandat import mandat as mandat_
from ehelse_cli.core.mandat import sammensetning as sammensetning_
from ehelse_cli.core.mandat.arbeid import Fristregel, Moeteregel
from ehelse_cli.core.mandat.mandat import PAAKREVDE_BLOKKER
from ehelse_cli.core.periode import Periode
from ehelse_cli.core.register import medlemskap, varighet_i
from ehelse_cli.core.sammensetning import sammensetning
from ehelse_cli.core.verdict import Answer
from ehelse_cli.diff.mandat import diff
from ehelse_cli.rules.catalogue import RULES
from ehelse_cli.rules.engine import judge
from tests.kropper.kropper import (
    KOLONNER,
    MAPPEN,
    Faktum,
    Kropp,
    alle_kropper,
    les_yaml,
    noeklene,
    ordene,
    slaa_opp,
    staar_i,
)

KROPPER = alle_kropper()
BARE_PROSA = les_yaml(MAPPEN / "bare_prosa.yaml")

#: The rows of the table.
RADER = {
    "e-helseråd 2024",
    "e-helsestyre 2016–20",
    "NUIT",
    "NUFA",
    "Skate 2018–20 og 2021–23",
    "Skates AU",
    "KommIT-rådet, tre utgaver",
    "Digitaliseringsutvalget, to utgaver",
    "MedComs styregruppe",
    "Helsebibliotekets råd",
    "NAFKAMs fagråd",
    "Brukarutvalet i Helse Vest",
    "Helse Vest RBU 009/12",
    "NAV Oslo",
    "NAV HMS Vestland",
    "Fjord ungdomsråd",
    "Fagutvalg i Innlandet",
    "SSU i Finnmark",
    "Digital helseberedskap",
    "Helse Nords fagråd",
    "Svendborg",
    "8520",
    "Loven om kjønnsbalanse",
}
#: The row of the body that is there for what the table's bodies never say.
OPPDIKTET = "oppdiktet"
#: What every mandate has, or has something to say of: these blocks are no rules with a cell of their own.
UTENFOR_TABELLEN = frozenset(
    {"forum", "status", "maalform", "kilde", "kjent_per", "gjelder_fra", "gjelder_til", "punkter"}
)

kropper = pytest.mark.parametrize("kropp", KROPPER, ids=lambda kropp: kropp.id)


def test_every_row_of_the_table_is_a_body() -> None:
    assert {kropp.forventet["rad"] for kropp in KROPPER} == RADER | {OPPDIKTET}


@kropper
def test_it_reads_without_a_finding(kropp: Kropp) -> None:
    assert [f"{funn.location} {funn.message}" for funn in kropp.loaded.findings] == []
    assert kropp.mandater


@kropper
def test_every_required_block_is_there(kropp: Kropp) -> None:
    mangler = {mandat.id: set(PAAKREVDE_BLOKKER) - mandat.hode.keys() for mandat in kropp.mandater}
    assert {id_: blokker for id_, blokker in mangler.items() if blokker} == {}


# --- nothing is lost


@kropper
def test_every_cell_is_in_the_head_or_in_the_prose(kropp: Kropp) -> None:
    dekket = {faktum.kolonne for faktum in kropp.fakta} | BARE_PROSA.get(kropp.id, {}).keys()
    assert dekket == set(KOLONNER)


@pytest.mark.parametrize(
    ("kropp", "faktum"),
    [pytest.param(kropp, faktum, id=f"{kropp.id} {faktum}") for kropp in KROPPER for faktum in kropp.fakta],
)
def test_the_fact_is_in_the_head(kropp: Kropp, faktum: Faktum) -> None:
    verdi = slaa_opp(kropp.mandat(faktum.utgave).hode, faktum.sti)
    if faktum.tekst == "taus":
        assert ordene(verdi) in (Taushet.IKKE_REGULERT, Taushet.UKJENT)
    else:
        assert staar_i(ordene(verdi), faktum.tekst)


@pytest.mark.parametrize(
    ("id_", "ord_"),
    [(id_, ord_) for id_, kolonner in BARE_PROSA.items() for rader in kolonner.values() for ord_ in rader],
)
def test_what_is_only_prose_is_in_the_prose(id_: str, ord_: str) -> None:
    kropp = Kropp(MAPPEN / id_)
    assert ord_ in kropp.prosaen
    assert not any(ord_ in ordene(mandat.hode) for mandat in kropp.mandater)


@kropper
def test_the_head_says_nothing_the_table_does_not(kropp: Kropp) -> None:
    nevnt = {faktum.sti[0] for faktum in kropp.fakta}
    for mandat in kropp.mandater:
        sagt = {blokk for blokk in mandat.hode if regulert(getattr(mandat, blokk, None))}
        assert sagt - nevnt - UTENFOR_TABELLEN == set()


def test_every_key_of_the_grammar_is_used_by_some_body() -> None:
    brukt = {noekkel for kropp in KROPPER for mandat in kropp.mandater for noekkel in noeklene(mandat.hode)}
    finnes = {
        str(felt.validation_alias or navn)
        for modul in (arbeid, mandat_, regel, sammensetning_)
        for modell in vars(modul).values()
        if isinstance(modell, type) and issubclass(modell, BaseModel) and modell.__module__ == modul.__name__
        for navn, felt in modell.model_fields.items()
    }
    assert {noekkel for noekkel in finnes - brukt if not noekkel.startswith(" ")} == set()


# --- verdicts


@pytest.mark.parametrize(
    ("kropp", "proeve"),
    [
        pytest.param(kropp, proeve, id=f"{kropp.id} {nr}: {' '.join(map(ordene, proeve.values()))}")
        for kropp in KROPPER
        for nr, proeve in enumerate(kropp.proever, 1)
    ],
)
def test_it_comes_to(kropp: Kropp, proeve: Mapping[str, Any]) -> None:
    (slag,) = proeve.keys() & PROEVER.keys()
    forum = kropp.loaded.dataset.forum[proeve.get("forum") or next(iter(kropp.loaded.dataset.forum))]
    PROEVER[slag](kropp, forum, proeve)


@kropper
def test_its_verdicts_are_tried(kropp: Kropp) -> None:
    assert kropp.proever


@kropper
def test_the_rules_have_an_answer(kropp: Kropp) -> None:
    assert judge(kropp.loaded.findings, kropp.loaded.dataset, date(2025, 6, 1), RULES).crashes == ()


def _sammensetning(kropp: Kropp, forum: Forum, proeve: Mapping[str, Any]) -> None:
    vurdering = sammensetning(kropp.loaded.dataset, forum, date.fromisoformat(proeve["sammensetning"]))
    brutt = {del_.id for del_ in vurdering.deler if del_.verdict.answer is Answer.NEI}
    assert (str(vurdering.verdict.answer), brutt) == (proeve["svar"], set(proeve.get("brutt", ())))


def _moete(kropp: Kropp, forum: Forum, proeve: Mapping[str, Any]) -> None:
    moete = kropp.loaded.dataset.moeter[f"{forum.id}-{proeve['moete']}"]
    verdict = beslutningsdyktighet(
        kropp.loaded.dataset, moete, int(proeve["linje"]) if "linje" in proeve else AAPNINGEN
    )
    assert (str(verdict.answer), list(verdict.hangs_on)) == (proeve["svar"], proeve.get("henger_paa", []))


def _sitter(kropp: Kropp, forum: Forum, proeve: Mapping[str, Any]) -> None:
    rader = [rad for rad in medlemskap(kropp.loaded.dataset, forum) if rad.medlem.navn == proeve["sitter"]]
    assert str(rader[-1].siste_dag or "ingen") == proeve["til"]


def _perioder(kropp: Kropp, forum: Forum, proeve: Mapping[str, Any]) -> None:
    rader = [rad for rad in medlemskap(kropp.loaded.dataset, forum) if rad.medlem.navn == proeve["perioder"]]
    mandat = kropp.mandat(proeve.get("utgave"))
    regel = funksjonstid_for(mandat, rader[0].gruppe)
    assert regel is not None
    assert isinstance(regel.flere_perioder, FlerePerioder)
    sittet = [Periode(rad.fra, rad.siste_dag) for rad in rader]
    beyond = for_mange(sittet, regel.flere_perioder, varighet_i(mandat, rader[0].gruppe))
    assert len(beyond) == int(proeve["for_mange"])


def _frist(kropp: Kropp, forum: Forum, proeve: Mapping[str, Any]) -> None:
    frister = kropp.mandat(proeve.get("utgave")).frister
    assert isinstance(frister, tuple)
    (regel,) = (rad for rad in frister if rad.id == proeve["frist"])
    assert isinstance(regel, Fristregel)
    assert not isinstance(regel.frist, Taushet)
    skrevet: str = proeve["punkt"]
    punkt = datetime.fromisoformat(skrevet) if ":" in skrevet else date.fromisoformat(skrevet)
    assert regel.frist.beregn(punkt).isoformat(*[" ", "minutes"][: 2 * (":" in proeve["dag"])]) == proeve["dag"]


def _vindu(kropp: Kropp, forum: Forum, proeve: Mapping[str, Any]) -> None:
    moeter = kropp.mandat(proeve.get("utgave")).moeter
    assert isinstance(moeter, Moeteregel)
    assert isinstance(moeter.hyppighet, tuple)
    dag = date.fromisoformat(proeve["vindu"])
    vinduer = [vindu for styrke in moeter.hyppighet for vindu in styrke.verdi.vinduer(dag.year, styrke.unntatt)]
    assert (", ".join(str(vindu) for vindu in vinduer if vindu.inneholder(dag)) or "ingen") == proeve["er"]


def _retningslinje(kropp: Kropp, forum: Forum, proeve: Mapping[str, Any]) -> None:
    forelder, barn = kropp.loaded.dataset.mandater[proeve["retningslinje"]], kropp.mandat(proeve["utgave"])
    assert sorted(map(str, fravik(forelder, barn))) == sorted(proeve["fravik"])
    arvet = med_retningslinje(forelder, barn)
    assert {
        blokk
        for blokk in PAAKREVDE_BLOKKER
        if regulert(getattr(forelder, blokk)) and not regulert(getattr(arvet, blokk))
    } == set()


def _endringer(kropp: Kropp, forum: Forum, proeve: Mapping[str, Any]) -> None:
    fra, til = kropp.mandat(proeve["fra"]), kropp.mandat(proeve["til"])
    endringer = diff(fra, til).endringer
    assert [endring.id for endring in endringer if endring.sti.startswith("sammensetning")] == proeve["endringer"]


PROEVER = {
    "endringer": _endringer,
    "sammensetning": _sammensetning,
    "moete": _moete,
    "sitter": _sitter,
    "perioder": _perioder,
    "frist": _frist,
    "vindu": _vindu,
    "retningslinje": _retningslinje,
}
