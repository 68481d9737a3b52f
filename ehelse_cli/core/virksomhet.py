"""Organisations and persons: names over time, mergers, sets of organisations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Generic, Literal, TypeVar, get_args

from pydantic import ConfigDict

from ehelse_cli.core.felter import Dato, DelvisDatoFelt, Foerst, Heltall, Id, Liste, Orgnr, Tekst, feil
from ehelse_cli.core.modell import Modell, Oppfoering

T = TypeVar("T")

Sektor = Literal["stat", "kommunal", "spesialisthelsetjeneste", "organisasjon", "privat"]
SEKTORER: tuple[Sektor, ...] = get_args(Sektor)


@dataclass(frozen=True)
class FraDag(Generic[T]):
    """One value from a day on. A dataclass, since a generic model forgets its parameter inside an alias."""

    __pydantic_config__ = ConfigDict(extra="forbid", hide_input_in_errors=True)

    verdi: T
    fra: Dato | None = None


def _som_tidslinje(verdi: Any) -> Any:
    if not isinstance(verdi, list):
        return [{"verdi": verdi}]
    if not verdi or not all(isinstance(rad, dict) for rad in verdi):
        raise feil("skal-vaere-tekst", "her skal det stå én verdi, eller rader med «fra» og «verdi»")
    return verdi


#: A value that may change over time (format rule 6): one value, or a list of `{fra: DATO, verdi: …}`.
OverTid = Annotated[tuple[FraDag[T], ...], Foerst(_som_tidslinje)]


def verdi_per(tidslinje: Iterable[FraDag[T]], dag: date) -> T | None:
    """The value on the day: the last row that has begun; None before the first."""
    gjeldende: T | None = None
    for rad in tidslinje:
        if rad.fra is None or rad.fra <= dag:
            gjeldende = rad.verdi
    return gjeldende


def siste_verdi(tidslinje: tuple[FraDag[T], ...]) -> T | None:
    """The value in the last row, which is what the thing is called now."""
    return tidslinje[-1].verdi if tidslinje else None


class Virksomhet(Modell):
    """An organisation, or a named set of organisations. The id stays when the name changes."""

    navn: OverTid[Tekst]
    kort: OverTid[Tekst] = ()
    orgnr: Orgnr | None = None
    sektor: Sektor | None = None
    opprettet: DelvisDatoFelt | None = None
    avviklet: Dato | None = None
    erstatter: Liste[Id] = ()
    bestaar_av: Liste[Id] = ()
    innbyggere: Heltall | None = None
    merknad: Tekst | None = None


class Person(Oppfoering):
    """An exception worth a line: a person whose name changed. Older papers keep the older name."""

    navn: Tekst
    tidligere: Tekst
    byttet: Dato


class Datasett(Modell):
    """What the tree is: example or not, and the day it is judged by when no other day is given."""

    eksempel: Literal["ja", "nei"] = "nei"
    dag: Dato | None = None
    navn: Tekst | None = None
    nettadresse: Tekst | None = None
    maalform: Literal["nb", "nn"] = "nb"

    @property
    def er_eksempel(self) -> bool:
        """Whether members, meetings and decisions are invented, which every paper then says."""
        return self.eksempel == "ja"
