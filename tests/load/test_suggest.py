from dataclasses import dataclass
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field

from ehelse_cli.load.suggest import closest, keys_at


@pytest.mark.parametrize(
    ("word", "known", "guess"),
    [
        ("møtedato", ["tid", "moetedato"], "moetedato"),
        ("Fra Sak", ["fra_sak"], "fra_sak"),
        ("sakseier", ["sakstype", "sakseiere"], "sakseiere"),
        ("fjord_tilsynet", ["fjord-tilsynet"], "fjord-tilsynet"),
        ("a.csv", ["b.csv", "A.csv"], "A.csv"),
        ("noe helt annet", ["tid", "sted"], None),
        ("tid", [], None),
    ],
)
def test_the_same_in_noarks_spelling_comes_first_then_the_nearest(
    word: str,
    known: list[str],
    guess: str | None,
) -> None:
    assert closest(word, known) == guess


class Datert(BaseModel):
    dato: str
    sted: str | None = None


@dataclass
class FraDag:
    verdi: str
    fra: str | None = None


class Papir(BaseModel):
    tittel: str
    for_: Annotated[str | None, Field(alias="for")] = None
    id: Annotated[str, Field(validation_alias=" id ")] = ""
    datert: Datert | None = None
    vedlegg: Annotated[tuple[Datert, ...], "en merkelapp"] | Literal["ingen"] = ()
    roller: dict[str, Datert] = {}
    navn: tuple[FraDag, ...] = ()


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ((), ("tittel", "for", "datert", "vedlegg", "roller", "navn")),
        (("datert",), ("dato", "sted")),
        (("vedlegg", 3), ("dato", "sted")),
        (("roller", "hvilken-som-helst"), ("dato", "sted")),
        (("navn", 0), ("verdi", "fra")),
        (("tittel",), ()),
        (("vedlegg",), ()),
    ],
)
def test_the_keys_that_may_stand_at_a_place(path: tuple[str | int, ...], keys: tuple[str, ...]) -> None:
    assert keys_at(Papir, path) == keys


def test_of_several_forms_all_keys_are_known() -> None:
    assert keys_at(Papir | Datert, ()) == (*keys_at(Papir, ()), "dato", "sted")
