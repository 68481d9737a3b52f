"""The types of single values: every scalar arrives as raw text and is typed here, with full match and no guessing."""

import re
from collections.abc import Callable
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Any, TypeVar, get_args

from msgspec import Struct
from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ehelse_cli.core.kalender import les_dato
from ehelse_cli.core.periode import Periode

T = TypeVar("T")

_DELVIS = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)
_KLOKKE = re.compile(r"([01][0-9]|2[0-3])[:.]([0-5][0-9])", re.ASCII)
_ORGNR = re.compile(r"[0-9]{9}", re.ASCII)
_VEKTER = (3, 2, 7, 6, 5, 4, 3, 2)
_HELTALL = re.compile(r"[0-9]{1,9}", re.ASCII)


class Taushet(StrEnum):
    """The silences that are answers (format rule 5): what the source does not regulate, tell or have."""

    IKKE_REGULERT = "ikke_regulert"
    UKJENT = "ukjent"
    INGEN = "ingen"
    IKKE_OPPGITT = "ikke_oppgitt"


class DelvisDato(Struct, frozen=True, order=True):
    """A day, a month or a year (format rule 9: `2026-03-01`, `2026-03`, `2026`)."""

    aar: int
    maaned: int | None = None
    dag: int | None = None

    @staticmethod
    def parse(tekst: str) -> "DelvisDato":
        """Read `2026-03-01`, `2026-03` or `2026`.

        Raises:
            ValueError: with what is wrong, in Norwegian.
        """
        treff = _DELVIS.fullmatch(tekst)
        if treff is None:
            raise ValueError(f"«{tekst}» er ikke en dato; skriv 2026-11-23, 2026-11 eller 2026")
        aar, maaned, dag = (int(del_) if del_ else None for del_ in treff.groups())
        try:
            date(aar or 0, maaned or 1, dag or 1)
        except ValueError:
            raise ValueError(f"datoen {tekst} finnes ikke i kalenderen") from None
        return DelvisDato(aar or 0, maaned, dag)

    def __str__(self) -> str:
        maaned = f"-{self.maaned:02}" if self.maaned else ""
        dag = f"-{self.dag:02}" if self.dag else ""
        return f"{self.aar:04}{maaned}{dag}"


def feil(type_: str, melding: str, **fakta: Any) -> PydanticCustomError:
    """A user's mistake in one value: `melding` is plain Norwegian with `{name}` where a fact goes."""
    return PydanticCustomError(type_, melding, fakta)


def _tekst(verdi: Any) -> str:
    if not isinstance(verdi, str):
        raise feil("skal-vaere-tekst", "her skal det stå én verdi, ikke {slag}", slag=navn_paa_slag(verdi))
    if not verdi.strip():
        raise feil("tom-verdi", "her mangler verdien")
    return verdi


def navn_paa_slag(verdi: Any) -> str:
    """What a value is called in a message: «en liste», «en tabell av nøkler» or «tekst»."""
    if isinstance(verdi, list | tuple):
        return "en liste"
    return "nøkler under" if isinstance(verdi, dict) else "tekst"


def _klokkeslett(verdi: Any) -> time:
    tekst = _tekst(verdi)
    treff = _KLOKKE.fullmatch(tekst)
    if treff is None:
        raise feil("ugyldig-klokkeslett", '«{verdi}» er ikke et klokkeslett; skriv "15:50"', verdi=tekst)
    return time(int(treff[1]), int(treff[2]))


def _ja_nei(verdi: Any) -> bool:
    tekst = _tekst(verdi)
    if tekst not in ("ja", "nei"):
        raise feil("ja-eller-nei", "«{verdi}» er verken ja eller nei", verdi=tekst)
    return tekst == "ja"


def _heltall(verdi: Any) -> int:
    tekst = _tekst(verdi)
    if not _HELTALL.fullmatch(tekst):
        raise feil("ikke-heltall", "«{verdi}» er ikke et helt tall", verdi=tekst)
    return int(tekst)


# Three marks as pydantic has them itself, told so plainly that it need not look at the type they stand on, and at the
# signature of every function: that takes a fifth of the time in which our models are made ready.


class Moenster:
    """Text with a pattern in it."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __get_pydantic_core_schema__(self, kilde: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.str_schema(pattern=self.pattern)


class Lest:
    """What a function of ours makes of what was written, and nothing else is asked about it."""

    def __init__(self, les: Callable[[Any], Any]) -> None:
        self.les = les

    def __get_pydantic_core_schema__(self, kilde: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.les)


class Foerst:
    """What a function of ours makes of what was written, before the type itself is asked."""

    def __init__(self, les: Callable[[Any], Any]) -> None:
        self.les = les

    def __get_pydantic_core_schema__(self, kilde: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.les, handler(kilde))


def les_med(parse: Callable[[str], T]) -> Callable[[Any], T]:
    """A validator that lets a small language of ours read the text; its ValueError is the message."""

    def les(verdi: Any) -> T:
        tekst = _tekst(verdi)
        try:
            return parse(tekst)
        except ValueError as problem:
            raise feil("ugyldig-verdi", "{grunn}", grunn=str(problem)) from None

    return les


def _orgnr(verdi: Any) -> str:
    """Nine digits, the last a check digit by modulus 11 (Enhetsregisteret). Our own: stdnum takes 30 ms to load."""
    tekst = _tekst(verdi).replace(" ", "")
    if _ORGNR.fullmatch(tekst):
        rest = -sum(vekt * int(siffer) for vekt, siffer in zip(_VEKTER, tekst, strict=False)) % 11
        if rest == int(tekst[8]):
            return tekst
    raise feil(
        "ugyldig-orgnr",
        "«{verdi}» er ikke et organisasjonsnummer (ni sifre, det siste er kontrollsiffer)",
        verdi=verdi,
    )


def som_liste(verdi: Any) -> Any:
    """A lone value may stand for a list of one (format rule 7); `ingen` is the empty list."""
    if verdi == "ingen":
        return []
    return [verdi] if isinstance(verdi, str | dict) else verdi


class Eller:
    """Lets a few words stand for the value (the first of the union), so that a wrong value gives one error, not two."""

    def __init__(self, *ordene: str) -> None:
        self.ordene = {str(ord_): ord_ for ord_ in ordene}

    def __get_pydantic_core_schema__(self, kilde: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        verdiens_skjema = handler.generate_schema(get_args(kilde)[0])
        return core_schema.no_info_wrap_validator_function(self._les, verdiens_skjema)

    def _les(self, verdi: Any, les_verdi: Callable[[Any], Any]) -> Any:
        if isinstance(verdi, str) and verdi in self.ordene:
            return self.ordene[verdi]
        return les_verdi(verdi)


#: Patterns that pydantic tries itself, which is many times faster than asking us; load/check.py has their messages.
TEKSTMOENSTER = r"\S"
IDMOENSTER = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
ORDMOENSTER = r"^[a-z0-9]+(?:[_-][a-z0-9]+)*$"
FINGERAVTRYKKMOENSTER = r"^[0-9a-f]{16}$"

Tekst = Annotated[str, Moenster(TEKSTMOENSTER)]
Id = Annotated[str, Moenster(IDMOENSTER)]
Ord = Annotated[str, Moenster(ORDMOENSTER)]
Fingeravtrykk = Annotated[str, Moenster(FINGERAVTRYKKMOENSTER)]
Dato = Annotated[date, Lest(les_med(les_dato))]
DelvisDatoFelt = Annotated[DelvisDato, Lest(les_med(DelvisDato.parse))]
Klokkeslett = Annotated[time, Foerst(_klokkeslett)]
JaNei = Annotated[bool, Foerst(_ja_nei)]
Heltall = Annotated[int, Foerst(_heltall)]
Orgnr = Annotated[str, Foerst(_orgnr)]
PeriodeFelt = Annotated[Periode, Lest(les_med(Periode.parse))]

#: A list where a lone value may stand for a list of one.
Liste = Annotated[tuple[T, ...], Foerst(som_liste)]
#: A value the source may not tell.
EllerIkkeOppgitt = Annotated[T | Taushet, Eller(Taushet.IKKE_OPPGITT)]
#: A value that may be known not to be there.
EllerIngen = Annotated[T | Taushet, Eller(Taushet.INGEN)]
#: Either of the two.
EllerIngenEllerIkkeOppgitt = Annotated[T | Taushet, Eller(Taushet.INGEN, Taushet.IKKE_OPPGITT)]
#: A date that nobody here has read.
EllerUkjent = Annotated[T | Taushet, Eller(Taushet.UKJENT)]
