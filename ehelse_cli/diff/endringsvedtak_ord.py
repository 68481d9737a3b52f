"""The formulas of an amendment in bokmål and nynorsk: the same table is written by and read by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ehelse_cli.core.spraak import Maalform

_FELLES_ORDENSTALL = ("første", "andre", "tredje", "fjerde", "femte", "sjette")


@dataclass(frozen=True, slots=True)
class Vedtaksord:
    """Formulas with `{}` where a place, words or a day go in. A place begins a sentence with a capital letter."""

    ordenstall: tuple[str, ...]
    innledningen: str
    overskriften: str
    enheter: Mapping[str, str]
    """Kind of block → what one is called in a place."""
    nye: Mapping[str, tuple[str, str]]
    """Kind of block → one new, several new."""
    tittel: str
    innledning: str
    henvisninger: str
    uendret: str
    ikraft: str
    ikraft_ukjent: str
    ord_endres: str
    erstattes: str
    etter: str
    foer: str
    strykes: str
    lyde: str
    oppheves: str
    sett_inn: str
    sett_inn_blandet: str
    flyttes: str
    hit: str
    i_denne_rekkefoelgen: str
    helt_nytt: str
    mandatet_oppheves: str
    plass_etter: str
    plass_foerst: str
    plass_aller_foerst: str
    og: str = "og"


BOKMAAL = Vedtaksord(
    ordenstall=(*_FELLES_ORDENSTALL, "sjuende", "åttende", "niende", "tiende", "ellevte", "tolvte"),
    innledningen="innledningen",
    overskriften="overskriften til",
    enheter={"avsnitt": "{} ledd", "punkt": "strekpunkt {}", "nummer": "nr. {}", "rad": "rad {}",
             "kode": "kodeblokk {}"},
    nye={"avsnitt": ("nytt ledd", "nye ledd"), "punkt": ("nytt strekpunkt", "nye strekpunkter"),
         "nummer": ("nytt nummer", "nye numre"), "rad": ("ny rad", "nye rader"),
         "kode": ("ny kodeblokk", "nye kodeblokker"), "overskrift": ("nytt punkt", "nye punkter")},
    tittel="Vedtak om endring i mandatet for {}",
    innledning="I mandatet for {} ({}) gjøres disse endringene:",
    henvisninger="Henvisningene gjelder mandatet slik det lyder før endringene.",
    uendret="Ordlyden i mandatet for {} ({}) er den samme. Det er ingenting å vedta.",
    ikraft="Endringene trer i kraft {}.",
    ikraft_ukjent="Når endringene trer i kraft, er ikke bestemt.",
    ord_endres="I {} skal {}.",
    erstattes="{} endres til {}",
    etter="{} føyes til etter {}",
    foer="{} føyes til før {}",
    strykes="{} strykes",
    lyde="{} skal lyde:",
    oppheves="{} oppheves.",
    sett_inn="{} skal {} lyde:",
    sett_inn_blandet="{} skal dette stå:",
    flyttes="{} flyttes til {}{}.",
    hit="(Hit flyttes {}.)",
    i_denne_rekkefoelgen=", i denne rekkefølgen",
    helt_nytt="Mandatet skal lyde:",
    mandatet_oppheves="Hele ordlyden i mandatet oppheves.",
    plass_etter="etter {}",
    plass_foerst="først i {}",
    plass_aller_foerst="aller først i mandatet",
)  # fmt: skip

NYNORSK = Vedtaksord(
    ordenstall=(*_FELLES_ORDENSTALL, "sjuande", "åttande", "niande", "tiande", "ellevte", "tolvte"),
    innledningen="innleiinga",
    overskriften="overskrifta til",
    enheter={"avsnitt": "{} ledd", "punkt": "strekpunkt {}", "nummer": "nr. {}", "rad": "rad {}",
             "kode": "kodeblokk {}"},
    nye={"avsnitt": ("nytt ledd", "nye ledd"), "punkt": ("nytt strekpunkt", "nye strekpunkt"),
         "nummer": ("nytt nummer", "nye nummer"), "rad": ("ny rad", "nye rader"),
         "kode": ("ny kodeblokk", "nye kodeblokker"), "overskrift": ("nytt punkt", "nye punkt")},
    tittel="Vedtak om endring i mandatet for {}",
    innledning="I mandatet for {} ({}) blir desse endringane gjorde:",
    henvisninger="Tilvisingane gjeld mandatet slik det lyder før endringane.",
    uendret="Ordlyden i mandatet for {} ({}) er den same. Det er ingenting å vedta.",
    ikraft="Endringane tek til å gjelde {}.",
    ikraft_ukjent="Når endringane tek til å gjelde, er ikkje fastsett.",
    ord_endres="I {} skal {}.",
    erstattes="{} endrast til {}",
    etter="{} føyast til etter {}",
    foer="{} føyast til før {}",
    strykes="{} strykast",
    lyde="{} skal lyde:",
    oppheves="{} blir oppheva.",
    sett_inn="{} skal {} lyde:",
    sett_inn_blandet="{} skal dette stå:",
    flyttes="{} blir flytta til {}{}.",
    hit="(Hit blir {} flytta.)",
    i_denne_rekkefoelgen=", i denne rekkjefølgja",
    helt_nytt="Mandatet skal lyde:",
    mandatet_oppheves="Heile ordlyden i mandatet blir oppheva.",
    plass_etter="etter {}",
    plass_foerst="først i {}",
    plass_aller_foerst="aller først i mandatet",
)  # fmt: skip

VEDTAKSORD: Mapping[Maalform, Vedtaksord] = {"nb": BOKMAAL, "nn": NYNORSK}


def liten(tekst: str) -> str:
    """Without a capital first letter, as inside a sentence."""
    return tekst[:1].lower() + tekst[1:]
