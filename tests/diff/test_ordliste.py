from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.regel import PAATEGNINGER
from ehelse_cli.diff.hodetre import OPPHAV
from ehelse_cli.diff.ordliste import NOEKLER, OM_REVISJONEN, OMRAADER, omraadetittel, ord_paa_norsk


def test_every_key_of_the_grammar_has_words() -> None:
    toppnoekler = {_navn(Mandat, felt) for felt in Mandat.model_fields} - {" id ", " tekst ", " hode ", "punkter"}
    assert toppnoekler - PAATEGNINGER <= {*OMRAADER, *OM_REVISJONEN}
    under = {_navn(modell, felt) for modell in _modeller(Mandat) - {Mandat} for felt in modell.model_fields}
    assert under - PAATEGNINGER - {"id", "verdi", *OPPHAV} <= set(NOEKLER)


def _navn(modell: type[BaseModel], felt: str) -> str:
    alias = modell.model_fields[felt].validation_alias
    return alias if isinstance(alias, str) else felt


def _modeller(modell: type[BaseModel]) -> set[type[BaseModel]]:
    funnet: set[type[BaseModel]] = set()
    rest = [modell]
    while rest:
        neste = rest.pop()
        if neste not in funnet:
            funnet.add(neste)
            rest += [under for felt in neste.model_fields.values() for under in _inni(felt.annotation)]
    return funnet


def _inni(type_: Any) -> Iterator[type[BaseModel]]:
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        yield type_
    for del_ in (*get_args(type_), *(get_args(getattr(type_, "__value__", None)))):
        yield from _inni(del_)


def test_words_are_spelt_as_people_write() -> None:
    assert ord_paa_norsk("soekt_enstemmighet") == "søkt enstemmighet"
    assert ord_paa_norsk("hoeyst 1 per aar") == "høyst 1 per år"
    assert omraadetittel("moeter") == "Møter"
    assert omraadetittel("om-revisjonen") == "Om revisjonen"
