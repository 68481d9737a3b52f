"""Every key that the grammar has gives a kind of change of its own; what does not is named here, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.regel import PAATEGNINGER, Opphav
from ehelse_cli.diff.hodetre import OPPHAV, Sti, skriv
from ehelse_cli.diff.ordliste import OM_REVISJONEN
from ehelse_cli.diff.slag import REVISJONSSLAG, SLAG
from ehelse_cli.diff.taksonomi import rad_for

#: Facts that the reader gives, and keys that no rule is in.
_INGEN_REGEL = {" id ", " tekst ", " hode ", "punkter", "id", "verdi", *PAATEGNINGER}
#: Leaves whose change is told raw, as uavklart. None: every leaf of the grammar has its kind.
_RAA: set[str] = set()


def _under(type_: Any) -> Iterator[tuple[type[BaseModel], bool]]:
    """The models inside a type, and whether they stand in a list."""
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        yield type_, False
    liste = get_origin(type_) is tuple
    for del_ in (*get_args(type_), *get_args(getattr(type_, "__value__", None))):
        yield from ((modell, i_liste or liste) for modell, i_liste in _under(del_))


def _blader(modell: type[BaseModel], sti: Sti = ()) -> Iterator[Sti]:
    """Every leaf key of the model and of those below, each as a way in a head."""
    for navn, felt in modell.model_fields.items():
        alias = felt.validation_alias
        noekkel = alias if isinstance(alias, str) else navn
        if noekkel in _INGEN_REGEL or (sti and noekkel in OPPHAV):
            continue
        under = [en for en in _under(felt.annotation) if en[0] is not Opphav]
        if not under:
            yield (*sti, noekkel)
        for barn, i_liste in under:
            yield from _blader(barn, (*sti, noekkel, *(("[x]",) if i_liste else ())))


BLADER = {skriv(sti): sti for sti in _blader(Mandat)}


def test_the_walk_reaches_the_whole_grammar() -> None:
    assert len(BLADER) > 150
    assert {"sammensetning.grupper[x].krav[x].antall", "frister[x].frist", "underorganer[x].sammensetning.seter"} <= {
        *BLADER
    }


def test_every_leaf_has_a_kind_of_change() -> None:
    uten = {
        navn for navn, sti in BLADER.items() if sti[0] not in OM_REVISJONEN and rad_for(sti).endret == "raa-endring"
    }
    assert uten == _RAA


def test_every_key_about_the_revision_has_its_kind() -> None:
    assert {sti[0] for sti in BLADER.values() if sti[0] in OM_REVISJONEN} == set(REVISJONSSLAG)
    assert set(REVISJONSSLAG.values()) <= set(SLAG)
