"""The pre-flight: what eInnsyn's backend would refuse, said before anything is sent. No value is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ehelse_cli.rules.pub_person import maskert

_LENGST = {"beskrivelse": 1000, "videoLink": 5000}
_VANLIG = 500
_PAAKREVD: Mapping[str, tuple[str, ...]] = {
    "moetemapper": ("offentligTittel", "offentligTittelSensitiv", "moetenummer", "utvalg", "moetedato"),
    "moetesak": ("offentligTittel", "offentligTittelSensitiv", "moetesakstype"),
    "moetedokument": ("offentligTittel", "offentligTittelSensitiv", "moetedokumenttype"),
    "vedtak": ("vedtakstekst", "dato"),
    "utredning": ("saksbeskrivelse", "innstilling"),
    "dokumentbeskrivelse": ("tittel", "tittelSensitiv", "dokumentnummer", "tilknyttetRegistreringSom"),
    "dokumentobjekt": ("referanseDokumentfil",),
}
_KJENTE: Mapping[str, frozenset[str]] = {
    slag: frozenset({"systemId", *felter, *_resten})
    for slag, felter, _resten in (
        (
            "moetemapper",
            _PAAKREVD["moetemapper"],
            ("moetested", "beskrivelse", "moetedokument", "moetesak", "videoLink"),
        ),
        ("moetesak", _PAAKREVD["moetesak"], ("moetesaksaar", "moetesakssekvensnummer", "utredning", "vedtak")),
        ("moetedokument", _PAAKREVD["moetedokument"], ("dokumentbeskrivelse",)),
        ("vedtak", _PAAKREVD["vedtak"], ("behandlingsprotokoll",)),
        ("utredning", _PAAKREVD["utredning"], ("utredningsdokument",)),
        ("dokumentbeskrivelse", _PAAKREVD["dokumentbeskrivelse"], ("dokumentobjekt",)),
        ("dokumentobjekt", _PAAKREVD["dokumentobjekt"], ("format", "sjekksum", "sjekksumAlgoritme")),
        ("tekst", ("tekstInnhold", "tekstFormat"), ()),
    )
}
_SLAG = {
    "utredningsdokument": "dokumentbeskrivelse",
    "saksbeskrivelse": "tekst",
    "innstilling": "tekst",
    "vedtakstekst": "tekst",
    "behandlingsprotokoll": "tekst",
}
_MED_SONE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
_FOR_STORT = 1_000_000


@dataclass(frozen=True, slots=True)
class Avvist:
    """What would be refused, where, and what to do."""

    hvor: str
    hva: str


def kontroll(dokument: Mapping[str, Any]) -> tuple[Avvist, ...]:
    """Everything the backend would refuse, in the order of the document."""
    moeter = (funn for moete in dokument["moetemapper"] for funn in _objektet("moetemapper", moete, _moetet(moete)))
    return (*moeter, *_samme_id(dokument))


def _moetet(moete: Mapping[str, Any]) -> str:
    """The meeting by its title and day, which are public."""
    return f"{moete.get('offentligTittel', 'møtet')} ({str(moete.get('moetedato', ''))[:10]})"


def _objekter(slag: str, verdi: Any, hvor: str) -> Iterator[Avvist]:
    for nr, objekt in enumerate(verdi if isinstance(verdi, list) else [verdi], 1):
        her = f"{hvor} > {slag}{f' {nr}' if isinstance(verdi, list) else ''}"
        yield from _objektet(_SLAG.get(slag, slag), objekt, her)


def _objektet(slag: str, objekt: Mapping[str, Any], her: str) -> Iterator[Avvist]:
    for felt in _PAAKREVD.get(slag, ()):
        if felt not in objekt:
            raad = "; sett «enhetskode» på forumet" if felt == "utvalg" else ""
            yield Avvist(her, f"«{felt}» mangler{raad}")
    for felt, verdi in objekt.items():
        if felt not in _KJENTE[slag]:
            yield Avvist(her, f"«{felt}» er ingen nøkkel eInnsyn kjenner")
        elif isinstance(verdi, dict | list):
            yield from _objekter(felt, verdi, her)
        elif isinstance(verdi, str):
            yield from _teksten(felt, verdi, her)


def _teksten(felt: str, verdi: str, her: str) -> Iterator[Avvist]:
    grense = _LENGST.get(felt, _VANLIG)
    if not verdi.strip():
        yield Avvist(her, f"«{felt}» er tom")
    if len(verdi) > grense:
        yield Avvist(her, f"«{felt}» har {len(verdi)} tegn, og grensen er {grense}")
    if maskert(verdi) != verdi:
        yield Avvist(her, f"«{felt}» har et fødselsnummer i seg")
    if felt == "moetedato" and not _MED_SONE.fullmatch(verdi):
        yield Avvist(her, "«moetedato» er ikke et tidspunkt med sone")


def _samme_id(dokument: Mapping[str, Any]) -> Iterator[Avvist]:
    sett: set[str] = set()
    for id_ in _ider(dokument):
        if id_ in sett:
            yield Avvist("dokumentet", f"systemId {id_} er brukt to ganger")
        sett.add(id_)


def _ider(verdi: Any) -> Iterator[str]:
    if isinstance(verdi, dict):
        if "systemId" in verdi:
            yield verdi["systemId"]
        for under in verdi.values():
            yield from _ider(under)
    elif isinstance(verdi, list):
        for under in verdi:
            yield from _ider(under)


def for_stort(innhold: bytes) -> bool:
    """Whether the whole is more than the older channel takes at once (1 MB): then one meeting at a time."""
    return len(innhold) > _FOR_STORT
