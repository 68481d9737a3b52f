"""The grammar every line of a mandate's head follows: a value, or a mapping with norm, clause and source."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Any, Literal, Self, TypeVar, get_args, get_origin

from msgspec import Struct
from pydantic import GetCoreSchemaHandler, TypeAdapter, model_validator
from pydantic_core import CoreSchema, SchemaValidator, core_schema

from ehelse_cli.core.felter import (
    Foerst,
    Id,
    JaNei,
    Lest,
    Liste,
    Ord,
    PeriodeFelt,
    Taushet,
    Tekst,
    feil,
    les_med,
    som_liste,
)
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.modell import Modell

T = TypeVar("T")

Norm = Literal["skal", "boer", "normalt", "kan"]

#: What any mapping in the head may carry besides its own keys.
PAATEGNINGER = frozenset({"norm", "punkt", "kilde", "gjelder", "merknad"})
#: The only lists of words whose order says something.
ORDNEDE = frozenset({"mellom", "foerst"})
#: The source is read whole and is silent, or nobody here has seen it.
TAUSHETER = {str(Taushet.IKKE_REGULERT): Taushet.IKKE_REGULERT, str(Taushet.UKJENT): Taushet.UKJENT}


class Regel(Modell):
    """A mapping in the head. norm, punkt and kilde are inherited from outside (`Mandat.ledd`); the rest is not."""

    norm: Norm | None = None
    punkt: Id | None = None
    kilde: Tekst | None = None
    gjelder: PeriodeFelt | None = None
    merknad: Tekst | None = None


class Opphav(Modell):
    """Where an entry of a list comes from, for whoever compares the mandate with the one before it. It is no rule."""

    erstatter: Liste[Id] = ()
    """The ids of the entries in the mandate before that it took the place of."""
    delt_i: Liste[Id] = ()
    """The ids of the entries that the one with this id was divided into, itself among them."""
    flyttet_fra: Tekst | None = None
    """The place it had in the head before: `sammensetning.grupper[kommuner].krav[alder]`."""


class Regeltekst(Regel):
    """The long form's frame: everything but the value itself."""

    verdi: Any


class Styrke(Regel):
    """One strength of a scalar rule: `[{id: minst, verdi: minst 7}, {id: vanlig, verdi: 9, norm: normalt}]`."""

    id: Id
    verdi: Any


class Regelverdi:
    """Reads short and long form alike, and lets `ikke_regulert` and `ukjent` stand for any value."""

    def __get_pydantic_core_schema__(self, kilde: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        (verdiens_type, *_) = get_args(kilde)
        verdiens_skjema = handler.generate_schema(verdiens_type)
        styrkene = _styrkeleser(verdiens_skjema) if er_enkel(verdiens_type) else None

        def les(verdi: Any, les_verdi: Callable[[Any], Any]) -> Any:
            if styrkene is not None and _er_tabeller(verdi):
                return gjeldende_styrke(styrkene(verdi))["verdi"]
            if isinstance(verdi, dict) and "verdi" in verdi:
                verdi = Regeltekst.model_validate(verdi).verdi
            if isinstance(verdi, str) and verdi in TAUSHETER:
                return TAUSHETER[verdi]
            return les_verdi(verdi)

        return core_schema.no_info_wrap_validator_function(les, verdiens_skjema)


def er_enkel(type_: Any) -> bool:
    """Whether the value is one scalar: only that can be said in several strengths, as a list holds its own entries."""
    innerst = get_args(type_)[0] if get_origin(type_) is Annotated else type_
    return get_origin(innerst) is not tuple and not (isinstance(innerst, type) and issubclass(innerst, Modell))


def _styrkeleser(verdiens_skjema: CoreSchema) -> Callable[[list[Any]], list[Mapping[str, Any]]]:
    """Reads a list of strengths. Its validators are built when the first list is met, since few mandates have any."""

    @cache
    def verdiene() -> SchemaValidator:
        rad = core_schema.typed_dict_schema({"verdi": core_schema.typed_dict_field(verdiens_skjema)})
        return SchemaValidator(core_schema.list_schema(rad))

    def les(rader: list[Any]) -> list[Mapping[str, Any]]:
        _styrkerammer().validate_python(rader)
        lest = verdiene().validate_python(rader)
        return [{**rad, **verdi} for rad, verdi in zip(rader, lest, strict=True)]

    return les


@cache
def _styrkerammer() -> TypeAdapter[tuple[Styrke, ...]]:
    return TypeAdapter(tuple[Styrke, ...])


def er_styrkeliste(verdi: Any) -> bool:
    """Whether a node of the head is a scalar rule in several strengths."""
    return _er_tabeller(verdi) and all({"id", "verdi"} <= rad.keys() <= {"id", "verdi", *PAATEGNINGER} for rad in verdi)


def _er_tabeller(verdi: Any) -> bool:
    return isinstance(verdi, list) and bool(verdi) and all(isinstance(rad, Mapping) for rad in verdi)


def gjeldende_styrke(styrker: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The strength that binds: the first that is `skal`, which is what nothing else is said of; else the first."""
    return next((rad for rad in styrker if rad.get("norm") in (None, "skal")), styrker[0])


#: A rule's value: `T`, its long form `{verdi: T, norm: …}`, or one of the two silences.
Verdi = Annotated[T | Taushet, Regelverdi()]

MengdeFelt = Annotated[Mengde, Lest(les_med(Mengde.parse))]


class Hvem(Struct, frozen=True):
    """Who does something: one, several jointly, either, or the first that exists."""

    ider: tuple[str, ...]
    maate: Literal["en", "sammen", "en_av", "foerst"] = "en"
    personlig: bool = False


class HvemTabell(Modell):
    """Who does something, in the long form: one of `sammen`, `en_av`, `foerst` and `hvem`."""

    sammen: Liste[Id] = ()
    en_av: Liste[Id] = ()
    foerst: Liste[Id] = ()
    hvem: Liste[Ord] = ()
    personlig: JaNei = False
    norm: Norm | None = None
    punkt: Id | None = None
    kilde: Tekst | None = None
    merknad: Tekst | None = None


def _les_hvem(verdi: Any) -> Hvem:
    if isinstance(verdi, str):
        return Hvem((_ett_ord(verdi),))
    tabell = HvemTabell.model_validate(verdi)
    brukt = [maate for maate in ("sammen", "en_av", "foerst", "hvem") if getattr(tabell, maate)]
    if len(brukt) != 1:
        raise feil("ugyldig-verdi", "skriv ett av sammen, en_av og foerst")
    maate: Literal["en", "sammen", "en_av", "foerst"] = "en" if brukt[0] == "hvem" else brukt[0]  # type: ignore[assignment]
    return Hvem(getattr(tabell, brukt[0]), maate, tabell.personlig)


def _ett_ord(verdi: str) -> str:
    return str(_Ord.model_validate({"verdi": verdi}).verdi)


class _Ord(Modell):
    verdi: Ord


#: An id, `egen_virksomhet`, `raadet`, or a mapping with sammen, en_av or foerst.
HvemFelt = Annotated[Hvem, Lest(_les_hvem)]


#: The properties that are numbers: `er` is then a mengde, such as `under 5000`.
TALLEGENSKAPER: frozenset[str] = frozenset({"alder", "foedt", "innbyggere"})


class Krav(Opphav, Regel):
    """One condition: how many persons must have which property, counted among whom."""

    id: Id
    antall: Verdi[MengdeFelt] | None = None
    egenskap: Ord | None = None
    er: Liste[Tekst] = ()
    av_hver: Liste[Ord] = ()
    blant: Liste[Ord] = ()
    annen_enn: Liste[Id] = ()
    av: Verdi[Literal["seter", "medlemmer"]] | None = None
    naar: Tekst | None = None
    ogsaa_stedfortreder: Verdi[JaNei] | None = None
    fordeling: Literal["jevn"] | None = None

    @model_validator(mode="after")
    def _tall_leses_som_mengde(self) -> Self:
        if self.egenskap in TALLEGENSKAPER:
            for verdi in self.er:
                les_med(Mengde.parse)(verdi)
        return self


def med_id(verdi: Any) -> Any:
    """A scalar rule is one rule; with several strengths it is a list whose entries have `id`."""
    if isinstance(verdi, list):
        return verdi
    return [{"id": "regel", **verdi}] if isinstance(verdi, dict) else [{"id": "regel", "verdi": verdi}]


#: Ids of organisations, groups or roles; a lone one may stand alone.
Ordliste = Annotated[tuple[Ord, ...], Foerst(som_liste)]
