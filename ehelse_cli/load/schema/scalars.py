"""What single values look like to an editor: the patterns of dates, ids and the small languages.

An editor's YAML reader has already typed what it reads: `21` comes as a number, `true` as a boolean. So a value that
may consist of digits may be a number too, and text may be anything but empty. A pattern never refuses what the parser
in `core` accepts; where the two differ (a day that is not in the calendar), the parser is the stricter.
"""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from ehelse_cli.core.felter import IDMOENSTER, ORDMOENSTER, TEKSTMOENSTER, DelvisDato, Orgnr
from ehelse_cli.core.forum import Medlemsperiode
from ehelse_cli.core.frist import Frist
from ehelse_cli.core.funksjonstid import FlerePerioder, Varighet
from ehelse_cli.core.hyppighet import Hyppighet
from ehelse_cli.core.kalender import MAANEDER
from ehelse_cli.core.mandat.arbeid import AVGJOERELSESMAATER, AvgjoeresVed
from ehelse_cli.core.mandat.sammensetning import Maaned
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.moete import Minutter, Moetetid
from ehelse_cli.core.periode import Periode
from ehelse_cli.core.saksnummer import Saksnummerordning
from ehelse_cli.core.spraak import HELTALL, LITE, POSITIVT

Schema = dict[str, Any]

_DATO = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_DELVIS = f"(?:[0-9]{{4}}(?:-(?:0[1-9]|1[0-2]))?|{_DATO})"
_PERIODE = rf"{_DATO}/(?:{_DATO}|\.\.)"
_KLOKKE = "(?:[01][0-9]|2[0-3])[:.][0-5][0-9]"
_MOETEDAG = f"{_DATO}(?: {_KLOKKE}(?:-{_KLOKKE})?)?"
_ANDEL = rf"(?:{HELTALL}/{HELTALL}|{HELTALL}[ \u00a0]?%)"
_GRENSE = "(?:minst|hoeyst|over|under)"
_ANTALL = f"(?:ingen|{HELTALL}(?:-{HELTALL})?|{_GRENSE} {HELTALL})"
_MENGDE = f"(?:alle|ubegrenset|{_ANTALL}|{_GRENSE} {_ANDEL})"
_HYPPIGHET = f"(?:etter_behov|{_ANTALL} per (?:{LITE} )?(?:uke|uker|maaned|maaneder|kvartal|kvartaler|halvaar|aar))"
_ENHET = "(?:timer?|dag(?:er)?|virkedag(?:er)?|virkedag(?:er)?_med_loerdag|uker?|maaned(?:er)?)"
_PUNKT = "[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*"
_FRIST = (
    f"(?:(?:minst )?{POSITIVT} {_ENHET} (?:foer|etter) {_PUNKT}|straks etter {_PUNKT}|foer {_PUNKT}"
    "|senest (?:[0-9]{4}-)?[0-9]{2}-[0-9]{2})"
)


def _text(pattern: str, *examples: str) -> Schema:
    """Text that as a whole is what the pattern says."""
    shape: Schema = {"type": "string", "pattern": f"^(?:{pattern})$"}
    return {**shape, "examples": list(examples)} if examples else shape


def _or_whole(shape: Schema, largest: int) -> Schema:
    """The same, and a whole number as a number."""
    return {**shape, "type": ["string", "integer"], "minimum": 0, "maximum": largest}


def loose(pattern: str) -> Schema:
    """Any value that is not empty; when it is text, one that the pattern fits."""
    return {"type": ["string", "number", "boolean"], "pattern": pattern}


TEKST = loose(TEKSTMOENSTER)
ID = loose(IDMOENSTER)
ORD = loose(ORDMOENSTER)
_MENGDE_SCHEMA = _or_whole(
    _text(_MENGDE, "5", "7-10", "minst 1/2", "over 1/2", "hoeyst 2", "minst 40 %", "alle"), 999_999
)

#: What a type of the models looks like when it is one value. Everything else is built of these.
SCALARS: Mapping[Any, Schema] = {
    str: TEKST,
    bool: {"enum": ["ja", "nei"]},
    int: _or_whole(_text("[0-9]{1,9}"), 999_999_999),
    date: _text(_DATO, "2026-11-23"),
    time: {"type": ["string", "number"], "pattern": f"^{_KLOKKE}$", "examples": ["15:50"]},
    DelvisDato: _or_whole(_text(_DELVIS, "2026-11-23", "2026-11", "2026"), 9999),
    Periode: _text(_PERIODE, "2024-01-01/2025-12-31", "2024-01-01/.."),
    Medlemsperiode: _text(f"{_DATO}|{_PERIODE}", "2026-01-01", "2026-01-01/2027-12-31", "2026-01-01/.."),
    Moetetid: {
        "anyOf": [
            _text(
                rf"{_MOETEDAG}|\s*{_MOETEDAG}\s*/\s*{_MOETEDAG}\s*", "2026-12-02 10:00-15:00", "2026-12-01/2026-12-10"
            ),
            {"type": "array", "items": _text(_MOETEDAG), "minItems": 1},
        ]
    },
    Minutter: _or_whole(_text(r"[0-9]{1,3}(?:\+[0-9]{1,3})?", "20", "15+45"), 999),
    Mengde: _MENGDE_SCHEMA,
    Hyppighet: _text(_HYPPIGHET, "4 per aar", "minst 1 per maaned", "1 per 2 uker", "etter_behov"),
    Frist: _text(_FRIST, "3 uker foer moetet", "straks etter moetet", "foer aarsskiftet", "senest 12-01"),
    Varighet: _text(f"{LITE} (?:aar|maaned|maaneder)", "2 aar", "18 maaneder"),
    FlerePerioder: _text(f"nei|ja|ubegrenset|hoeyst {LITE}(?: paa_rad)?", "nei", "ja", "hoeyst 2 paa_rad"),
    Saksnummerordning: {"type": "string", "pattern": "N.*AA|AA.*N", "examples": ["N/AAAA", "NN-AA", "NNN/AA T"]},
    Orgnr: _or_whole(_text(" *(?:[0-9] *){9}", "991825827"), 999_999_999),
    Maaned: {"enum": list(MAANEDER)},
    AvgjoeresVed: {"anyOf": [{"enum": list(AVGJOERELSESMAATER)}, _MENGDE_SCHEMA]},
}
