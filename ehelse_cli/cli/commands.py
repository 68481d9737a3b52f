"""Which commands there are: a line each, in the order the help page shows them.

A name stands for the module that has its HELP, EXAMPLE and run. Only the module of the command that is typed is loaded;
the help page loads them all, to read their first lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

HELP = "Holder orden på e-helserådene: mandater, medlemmer, møter, saker og årshjul, skrevet som tekst i git."
EXAMPLE = "ehelse valider\nehelse vis nehr\nehelse lag saksliste nehr-2026-m4"

#: What is typed → the module in this folder.
COMMANDS = {
    "status": "status",
    "valider": "valider",
    "regel": "regel",
    "unntak": "unntak",
    "vis": "vis",
    "lag": "lag",
    "aarshjul": "aarshjul",
    "frister": "frister",
    "koe": "koe",
    "medlemmer": "medlemmer",
    "oppmoete": "oppmoete",
    "spor": "spor",
    "raad": "raad",
    "innspill": "innspill",
    "tiltak": "tiltak",
    "representasjon": "representasjon",
    "publiser": "publiser",
    "forhaandsvis": "forhaandsvis",
    "eksporter": "eksporter",
    "skjema": "skjema",
    "fullfoering": "fullfoering",
}


@dataclass(frozen=True, slots=True)
class Below:
    """A command with commands below it: `ehelse mandat diff`."""

    help: str
    example: str
    commands: Mapping[str, str]
    #: The module whose `run` is what the command does by itself; else it tells what there is.
    alone: str | None = None


GROUPS = {
    "mandat": Below(
        help="Se hva som er endret i et mandat, hva det fører til, og før at det er vedtatt.",
        example="ehelse mandat diff nehs nehr",
        commands={
            "diff": "mandat_diff",
            "plan": "mandat_plan",
            "godta": "mandat_godta",
            "vedta": "mandat_vedta",
            "logg": "mandat_logg",
            "vis": "mandat_vis",
            "git-oppsett": "mandat_git_oppsett",
            "git-driver": "mandat_git_driver",
        },
    ),
    "ny": Below(
        help="Lag noe nytt: en sak, et møte, et forum, et medlem, et mandat, et årshjul, en virksomhet, en datamappe.",
        example='ehelse ny sak nehr --tittel "Felles legemiddelliste" --proev',
        commands={
            "sak": "ny_sak",
            "moete": "ny_moete",
            "forum": "ny_forum",
            "medlem": "ny_medlem",
            "mandat": "ny_mandat",
            "aarshjul": "ny_aarshjul",
            "virksomhet": "ny_virksomhet",
            "datasett": "ny_datasett",
        },
    ),
    "medlem": Below(
        help="Endre medlemmene: forleng en periode, avslutt den, bytt, eller før opp en stedfortreder.",
        example='ehelse medlem forny nehr "Ingvild Tofte" --proev',
        commands={
            "forny": "medlem_forny",
            "avslutt": "medlem_avslutt",
            "bytt": "medlem_bytt",
            "stedfortreder": "medlem_stedfortreder",
        },
    ),
    "moete": Below(
        help="Endre et møte: faste saker, innkalling, flytting, avlysning, fremmøte og referat.",
        example="ehelse moete flytt nehr-2026-m4 2026-12-09 --proev",
        commands={
            "saksliste": "moete_saksliste",
            "innkall": "moete_innkall",
            "flytt": "moete_flytt",
            "avlys": "moete_avlys",
            "forfall": "moete_forfall",
            "fremmoete": "moete_fremmoete",
            "protokoller": "moete_protokoller",
        },
    ),
    "sak": Below(
        help="Endre en sak: flytt den til et møte, før hva det ble til, trekk den, og før svaret på rådet.",
        example="ehelse sak flytt nehr-2027-2 nehr-2027-m2 --proev",
        commands={
            "flytt": "sak_flytt",
            "utfyll": "sak_utfyll",
            "behandle": "sak_behandle",
            "trekk": "sak_trekk",
            "foelg-opp": "sak_foelg_opp",
            "renummerer": "sak_renummerer",
        },
    ),
    "importer": Below(
        help="Ta inn det andre har skrevet: en medlemsliste, et fremmøte, et saksframlegg fra Word.",
        example="ehelse importer --mal medlemmer",
        commands={
            "medlemmer": "importer_medlemmer",
            "fremmoete": "importer_fremmoete",
            "saksframlegg": "importer_saksframlegg",
        },
        alone="importer",
    ),
    "rapport": Below(
        help="Årlige tall: hovedprosesser, mandatets oppgaver, tidlig involvering og sammensetning.",
        example="ehelse rapport prosess --aar 2026",
        commands={
            "prosess": "rapport_prosess",
            "oppgaver": "rapport_oppgaver",
            "involvering": "rapport_involvering",
            "sammensetning": "rapport_sammensetning",
        },
    ),
}

#: How the first page sorts them: what a day begins with, what a meeting takes, and what is set up once.
HEADINGS = {
    "Hver dag": ("status", "valider", "regel", "unntak", "vis"),
    "Møtene": ("lag", "ny", "sak", "moete", "medlem", "importer"),
    "Oversikter": (
        *("aarshjul", "frister", "koe", "medlemmer", "oppmoete", "spor", "raad", "innspill", "tiltak"),
        *("representasjon", "rapport"),
    ),
    "Mandatene": ("mandat",),
    "Det offentlige": ("publiser", "forhaandsvis", "eksporter"),
    "Oppsett": ("skjema", "fullfoering"),
}
