"""What an option or an argument takes: one table by what its value is called on the help page, and the exceptions.

A new command is completed without a line here, as long as it calls its values what the others call them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ehelse_cli.cli.completion import sources
from ehelse_cli.cli.completion.ground import Ground
from ehelse_cli.cli.completion.suggested import Paths, Suggested, Suggestion

Source = Callable[[Ground], Iterator[Suggestion]] | Paths | tuple[str, ...]

#: Whatever somebody likes to write.
FREE: tuple[str, ...] = ()

ROLLER = ("leder", "nestleder", "medlem", "observatoer", "bisitter", "sekretariat")
UTFALL = ("behandlet", "utsatt", "sendt_tilbake", "oversendt", "trukket")
RESULTATER = (
    "tilslutning", "godkjent", "tatt_til_orientering", "droeftet", "anbefalt", "ikke_anbefalt", "innstilt", "besluttet",
    "valgt",
)  # fmt: skip
SAKSTYPER = (
    "godkjenning", "orientering", "droefting", "behandling", "innspill", "raad", "tilslutning", "innstilling",
    "beslutning", "valg", "referatsak", "delegert", "eventuelt",
)  # fmt: skip
VOTERING = ("enstemmig", "konsensus")
RAPPORTER = ("tekst", "kort", "json", "github", "gitlab", "sarif", "junit", "markdown")

#: What a value is called → what it can be.
BY_NAME: Mapping[str, Source] = {
    '"TITTEL FRA/TIL"': FREE,
    "AAR": sources.years,
    "DAGER": FREE,
    "DATO": FREE,
    "FAST": sources.standing_items,
    "FELT=VERDI": FREE,
    "FIL": Paths.FILES,
    "FIL.svg": Paths.FILES,
    "FIL:LINJE": Paths.FILES,
    "FINGERAVTRYKK": FREE,
    "FIL…": Paths.FILES,
    "FORMAT[=FIL]": RAPPORTER,
    "FORUM": sources.forums,
    "FORUM=DAG,DAG": FREE,
    "FORUM=TALL": FREE,
    "FRA": sources.mandates_and_forums,
    "GAMMEL": sources.members,
    "GRUNN": FREE,
    "GRUPPE": sources.groups,
    "HVEM": sources.organisations_and_forums,
    "HVA=FRIST": FREE,
    "ID": sources.everything,
    "ID=ANTALL": FREE,
    "KODE": sources.rules,
    "MANDAT": sources.mandates,
    "MAPPE": Paths.FOLDERS,
    "MÅNEDER": FREE,
    "MØTE": sources.meetings,
    "NAVN": sources.members,
    "NR": FREE,
    "NUMMER": FREE,
    "NY": sources.persons,
    "ORD": VOTERING,
    "PUNKT": FREE,
    "RESULTAT": RESULTATER,
    "REV": sources.revisions,
    "ROLLE": ROLLER,
    "SAK": sources.cases,
    "SAK|FORUM": sources.cases_and_forums,
    "STI": Paths.FILES,
    "TABELL": FREE,
    "TALL": FREE,
    "TEKST": FREE,
    "TID": FREE,
    "TIL": sources.mandates_and_forums,
    "TYPE": SAKSTYPER,
    "UTFALL": UTFALL,
    "VILKÅR": FREE,
    "VIRKSOMHET": sources.organisations,
    "«NAVN for MEDLEM»": FREE,
}

#: A command and its parameter → what that one takes, whatever it is called.
BUT: Mapping[tuple[str, str], Source] = {
    ("importer fremmoete", "ark"): FREE,
    ("importer medlemmer", "ark"): FREE,
    ("lag", "id_"): sources.for_paper,
    ("mandat godta", "sak"): sources.cases,
    ("mandat plan", "fravaer"): sources.organisations,
    ("mandat vis", "hva"): sources.mandates_and_forums,
    ("medlem stedfortreder", "for_"): sources.members,
    ("medlem stedfortreder", "navn"): sources.persons,
    ("moete fremmoete", "sekretariat"): sources.persons,
    ("ny aarshjul", "aar"): FREE,
    ("ny forum", "id_"): FREE,
    ("ny medlem", "navn"): sources.persons,
    ("ny virksomhet", "id_"): FREE,
    ("sak behandle", "videre_til"): sources.meetings_and_forums,
}


def values_of(param: Any, path: tuple[str, ...], given: Mapping[str, list[str]]) -> Suggested:
    """What can be written there, given what is on the line already."""
    source = source_of(param, path)
    if isinstance(source, Paths):
        return source
    if isinstance(source, tuple):
        return tuple(map(Suggestion, source))
    return tuple(source(Ground(given)))


def source_of(param: Any, path: tuple[str, ...]) -> Source:
    """Where the values of the parameter come from.

    Raises:
        KeyError: if nobody has said; a test sees to it that somebody has.
    """
    own = BUT.get((" ".join(path), param.name))
    if own is not None:
        return own
    lawful: tuple[str, ...] = getattr(param.callback, "lawful", ())
    words = str(param.metavar).split("|")
    if lawful or (len(words) > 1 and param.metavar.islower()):
        return lawful or tuple(words)
    return BY_NAME[param.metavar]
