from __future__ import annotations

import pytest

from ehelse_cli.diff.hodetre import Sti
from ehelse_cli.diff.slag import OM_KILDEN, REVISJONSSLAG, SLAG
from ehelse_cli.diff.taksonomi import RADER, rad_for

#: The kinds that tell which entry is which.
_SLEKT = {
    "id-endret",
    "id-antatt",
    "oppfoering-delt",
    "oppfoering-slaatt-sammen",
    "oppfoering-uavklart",
    "regel-flyttet",
}
#: The kinds that tell of the words alone, and of no rule in the head.
_PROSA = (
    {"ordlyd-nektelse", "ordlyd-styrke", "ordlyd-tall", "ordlyd-henvisning", "ordlyd-endret", "ordlyd-rettet"}
    | {"merknad-endret", "avsnitt-lagt-til", "avsnitt-fjernet", "avsnitt-flyttet"}
    | {"seksjon-lagt-til", "seksjon-fjernet", "overskrift-endret"}
    | {"oppgave-lagt-til", "oppgave-fjernet", "oppgave-endret"}
    | {"styringslinjer-sagt", "styringslinjer-ikke-lenger-sagt"}
)


def test_every_kind_named_by_a_row_exists_and_every_kind_is_used() -> None:
    navngitt = {navn for rad in RADER for navn in (rad.endret, rad.mer, rad.mindre, rad.lagt_til, rad.fjernet)}
    navngitt |= {navn for rad in RADER for navn in (rad.regulert, rad.avregulert)} - {""}
    navngitt |= {"ikrafttredelse-i-fortid", "ikrafttredelse-ikke-lenger-i-fortid"}
    navngitt |= set(REVISJONSSLAG.values()) | OM_KILDEN | {"", "raa-endring", "punkt-flyttet", "kildehenvisning-endret"}
    navngitt |= {id_ for id_ in SLAG if "-til-" in id_ and id_.split("-til-")[0] in ("skal", "boer", "normalt", "kan")}
    navngitt |= {id_ for id_ in SLAG if id_.startswith("stedfortreder-")} | _PROSA | _SLEKT
    assert navngitt - {""} == set(SLAG)


def test_a_row_gives_both_an_addition_and_a_removal_or_neither() -> None:
    assert all(bool(rad.lagt_til) == bool(rad.fjernet) and bool(rad.mer) == bool(rad.mindre) for rad in RADER)


@pytest.mark.parametrize(
    ("sti", "endret"),
    [
        (("sammensetning", "grupper", "[kommuner]", "antall"), "gruppe-endret"),
        (("sammensetning", "grupper", "[kommuner]", "krav", "[x]", "antall"), "krav-endret"),
        (("sammensetning", "grupper", "[kommuner]", "stedfortreder", "ordning"), "stedfortreder-ordning-endret"),
        (("underorganer", "[au]", "sammensetning", "seter"), "antall-seter-endret"),
        (("beslutningsdyktighet", "krav", "[x]", "antall"), "beslutningsdyktighet-endret"),
        (("saker", "krav", "[x]", "kreves"), "saksregel-endret"),
        (("representasjon", "[x]", "stedfortreder"), "representasjon-endret"),
        (("noe", "helt", "nytt"), "raa-endring"),
        (("noe", "[helt]"), "raa-endring"),
        (("sammensetning", "seter", "[minst]"), "antall-seter-endret"),
        (("funksjonstid", "varer", "[minst]"), "funksjonstid-endret"),
        (("sammensetning", "grupper", "[kommuner]", "antall", "[minst]"), "gruppe-endret"),
    ],
)
def test_a_place_finds_its_row(sti: Sti, endret: str) -> None:
    assert rad_for(sti).endret == endret
