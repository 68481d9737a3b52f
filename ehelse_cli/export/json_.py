"""Everything public as JSON, and the JSON Schema of its shape, made from the same classes."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import Any, Literal, Union, get_args, get_origin

from msgspec import Struct, json
from msgspec.structs import FieldInfo, fields, replace

from ehelse_cli.core import adresse
from ehelse_cli.export.fil import Fil, Valg, bare, stamme
from ehelse_cli.public.felles import Klokke
from ehelse_cli.public.moete import Moete
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.public.sak import AapenSak

#: Raised when a key goes away or changes its meaning; a new key is no new version.
VERSJON = 1
SKJEMA = "ehelse.schema.json"

#: Where files stand in the tree is nobody else's business.
_UTELATT = (Offentlig, "filer")


def json_(offentlig: Offentlig, valg: Valg) -> tuple[Fil, ...]:
    """One document with everything, and its schema."""
    sett = bare(offentlig, valg.forum)
    felter = {felt.encode_name: getattr(sett, felt.name) for felt in _felter(Offentlig)}
    dokument = {"$schema": SKJEMA, "versjon": VERSJON, **{navn: verdi for navn, verdi in felter.items() if verdi}}
    return Fil(f"{stamme(valg)}.json", skrevet(dokument)), Fil(SKJEMA, skrevet(skjema()))


def skrevet(dokument: Mapping[str, Any]) -> bytes:
    """JSON with a line for each key, and for each thing in a list: one that differs is one line in a comparison."""
    ut = BytesIO()  # gives its bytes away without a copy, and all of them may be many
    ut.writelines(_biter(dokument))
    return ut.getvalue()


def _biter(dokument: Mapping[str, Any]) -> Iterator[bytes]:
    for nr, (navn, verdi) in enumerate(dokument.items()):
        yield b",\n" if nr else b"{\n"
        yield b"%s: " % _json(navn)
        yield from _linjer(verdi) if isinstance(verdi, list | tuple) and verdi else (_json(verdi),)
    yield b"\n}\n"


def _linjer(liste: Iterable[Any]) -> Iterator[bytes]:
    for nr, en in enumerate(liste):
        yield b",\n" if nr else b"[\n"
        yield _json(en)
    yield b"\n]"


def _json(verdi: Any) -> bytes:
    """The value on one line; of a case its address as well. An agenda without a line is empty, and left out like it."""
    if isinstance(verdi, Moete) and not verdi.saksliste:
        verdi = replace(verdi, saksliste=None)
    raa = json.format(_koder.encode(verdi), indent=0)  # without an indent, but with spaces to read by
    if isinstance(verdi, AapenSak):
        return b'%s, "adresse": %s}' % (raa.removesuffix(b"}"), _json(adresse.sak(verdi.id)))
    return raa


def _klokke(kl: Klokke) -> str:
    return f"{kl:%H:%M}"


_koder = json.Encoder(enc_hook=_klokke)


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


def _objektskjema(klasse: type[Struct], definert: dict[str, Any]) -> dict[str, Any]:
    felter, adgang = _felter(klasse), klasse.__struct_config__.tag
    egenskaper = {felt.encode_name: _typeskjema(felt.type, definert) for felt in felter}
    paakrevd = [felt.encode_name for felt in felter if felt.required]
    if adgang is not None:  # one of several forms that may stand there
        egenskaper = {"adgang": {"const": adgang}, **egenskaper}
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


def _felter(klasse: type[Struct]) -> list[FieldInfo]:
    return [felt for felt in fields(klasse) if (klasse, felt.name) != _UTELATT]


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
    Klokke: {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"},
}


def _henvist(klasse: type[Struct], definert: dict[str, Any]) -> dict[str, Any]:
    """A class by reference; two of the same name in different modules are two."""
    navn = f"{klasse.__module__.rpartition('.')[2]}.{klasse.__name__}"
    if navn not in definert:
        definert[navn] = {}
        definert[navn] = _objektskjema(klasse, definert)
    return {"$ref": f"#/$defs/{navn}"}
