"""Everything public as JSON, and the JSON Schema of its shape, made from the same classes."""

from __future__ import annotations

import json
import types
from collections.abc import Iterator, Mapping
from datetime import date, time
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import FieldInfo, fields

from ehelse_cli.core import adresse
from ehelse_cli.export.fil import Fil, Valg, bare, stamme
from ehelse_cli.public.felles import LukketVedlegg, Vedlegg
from ehelse_cli.public.moete import LukketPunkt, Sakspunkt, UnntattPunkt
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.public.sak import AapenSak, UnntattSak

#: Raised when a key goes away or changes its meaning; a new key is no new version.
VERSJON = 1
SKJEMA = "ehelse.schema.json"

#: Where one of several forms may stand, `adgang` says which.
_ADGANG: Mapping[type, str] = {
    AapenSak: "aapen",
    UnntattSak: "unntatt",
    Sakspunkt: "aapen",
    UnntattPunkt: "unntatt",
    LukketPunkt: "lukket",
    Vedlegg: "aapen",
    LukketVedlegg: "lukket",
}
#: Where a file stands in the tree is nobody else's business.
_UTELATT = frozenset({(Vedlegg, "sti")})


def json_(offentlig: Offentlig, valg: Valg) -> tuple[Fil, ...]:
    """One document with everything, and its schema."""
    sett = bare(offentlig, valg.forum)
    felter = {_navn(felt): getattr(sett, felt.name) for felt in _felter(Offentlig)}
    dokument = {
        "$schema": SKJEMA,
        "versjon": VERSJON,
        **{navn: _deler(verdi) for navn, verdi in felter.items() if verdi},
    }
    return Fil(f"{stamme(valg)}.json", skrevet(dokument)), Fil(SKJEMA, skrevet(skjema()))


def skrevet(dokument: Mapping[str, Any]) -> bytes:
    """JSON with a line for each key, and for each thing in a list: one that differs is one line in a comparison."""
    deler: list[bytes] = []
    for navn, verdi in dokument.items():
        deler += [b",\n" if deler else b"{\n", _json(navn), b": ", *_linjer(verdi)]
    return b"".join((*deler, b"\n}\n"))


def _deler(verdi: Any) -> Any:
    """A list one thing at a time: the whole of it need never be there at once, but as text."""
    return map(_verdi, verdi) if isinstance(verdi, tuple) else _verdi(verdi)


def _linjer(verdi: Any) -> Iterator[bytes]:
    """In bytes from the start: as a text with a dash in it, all of it would take twice the room."""
    if isinstance(verdi, map) or (isinstance(verdi, list) and verdi):
        yield b"["
        for nr, en in enumerate(verdi):
            yield b",\n" if nr else b"\n"
            yield _json(en)
        yield b"\n]"
    else:
        yield _json(verdi)


def _json(verdi: Any) -> bytes:
    return _som_tekst(verdi).encode()


_som_tekst = json.JSONEncoder(ensure_ascii=False).encode


# ── values ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _objekt(verdi: Any, klasse: type[Any]) -> dict[str, Any]:
    """The fields that say something: what is empty or unknown is left out."""
    adgang = {"adgang": _ADGANG[klasse]} if klasse in _ADGANG else {}
    felter = {
        noekkel: en
        for navn, noekkel, er_paakrevd in _plan(klasse)  # type: ignore[arg-type]  # a class has a hash
        if (en := _verdi(getattr(verdi, navn))) not in _INTET or er_paakrevd
    }
    lenke = {"adresse": adresse.sak(verdi.id)} if klasse is AapenSak else {}
    return {**adgang, **felter, **lenke}


def _verdi(verdi: Any) -> Any:
    klasse = type(verdi)
    if klasse in _SOM_DE_ER:
        return verdi
    if klasse is tuple:
        return list(map(_verdi, verdi))
    if issubclass(klasse, Struct):
        return _objekt(verdi, klasse)
    if klasse is time:
        return verdi.strftime("%H:%M")
    return verdi.isoformat() if klasse is date else {navn: _verdi(en) for navn, en in verdi.items()}


_SOM_DE_ER = frozenset({str, int, bool, type(None)})
_INTET: tuple[Any, ...] = (None, "", [], {})


@cache
def _plan(klasse: type[Any]) -> tuple[tuple[str, str, bool], ...]:
    """Of each field its name here, its name in JSON, and whether it is told though it is empty."""
    return tuple((felt.name, _navn(felt), _er_paakrevd(felt)) for felt in _felter(klasse))


def _felter(klasse: type[Any]) -> list[FieldInfo]:
    return [felt for felt in fields(klasse) if (klasse, felt.name) not in _UTELATT]


def _er_paakrevd(felt: FieldInfo) -> bool:
    """Whether the value is always there: what has a default is left out when it is empty."""
    return felt.required


def _navn(felt: FieldInfo) -> str:
    """`for_` in Python is `for` in JSON."""
    return felt.name.rstrip("_")


# ── the schema ───────────────────────────────────────────────────────────────────────────────────────────────────────


def skjema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the document."""
    definert: dict[str, Any] = {}
    rot = _objektskjema(Offentlig, definert)
    rot["properties"] = {"$schema": {"const": SKJEMA}, "versjon": {"const": VERSJON}, **rot["properties"]}
    rot["required"] = ["$schema", "versjon", *rot["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Det offentlige fra e-helserådene",
        "description": "Datoer er ISO 8601. Det som er ukjent eller tomt, er utelatt. Klokkeslett er norsk tid.",
        **rot,
        "$defs": dict(sorted(definert.items())),
    }


def _objektskjema(klasse: type[Any], definert: dict[str, Any]) -> dict[str, Any]:
    typer = get_type_hints(klasse)
    egenskaper = {_navn(felt): _typeskjema(typer[felt.name], definert) for felt in _felter(klasse)}
    paakrevd = [_navn(felt) for felt in _felter(klasse) if _er_paakrevd(felt)]
    if klasse in _ADGANG:
        egenskaper = {"adgang": {"const": _ADGANG[klasse]}, **egenskaper}
        paakrevd.insert(0, "adgang")
    if klasse is AapenSak:
        egenskaper["adresse"] = {"type": "string"}
    return {
        "type": "object",
        "description": (klasse.__doc__ or "").split("\n")[0],
        "properties": egenskaper,
        "required": paakrevd,
        "additionalProperties": False,
    }


def _typeskjema(type_: Any, definert: dict[str, Any]) -> dict[str, Any]:
    if isinstance(type_, type) and issubclass(type_, Struct):
        return _henvist(type_, definert)
    opphav, deler = get_origin(type_), get_args(type_)
    if opphav is tuple:
        return {"type": "array", "items": _typeskjema(deler[0], definert)}
    if opphav in (Union, types.UnionType):
        uten_none = [en for en in deler if en is not type(None)]
        skjemaer = [_typeskjema(en, definert) for en in uten_none]
        return skjemaer[0] if len(skjemaer) == 1 else {"oneOf": skjemaer}
    if opphav is Literal:
        return {"enum": list(deler)}
    if isinstance(opphav, type) and issubclass(opphav, Mapping):
        return {"type": "object", "additionalProperties": {"type": "string"}}
    return dict(_ENKLE[type_])


_ENKLE: Mapping[Any, Mapping[str, str]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    time: {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"},
}


def _henvist(klasse: type[Any], definert: dict[str, Any]) -> dict[str, Any]:
    """A class by reference; two of the same name in different modules are two."""
    navn = f"{klasse.__module__.rpartition('.')[2]}.{klasse.__name__}"
    if navn not in definert:
        definert[navn] = {}
        definert[navn] = _objektskjema(klasse, definert)
    return {"$ref": f"#/$defs/{navn}"}
