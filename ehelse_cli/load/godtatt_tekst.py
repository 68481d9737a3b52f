"""One acceptance more in data/mandater/godtatt.yaml: put after the others, which stay as they stand, byte for byte."""

from __future__ import annotations

import re

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.godtatt import Godkjenning
from ehelse_cli.load.yaml_text import compose

_HODE = "# Endringer i mandater som noen har sett og godtatt. Skrives av `ehelse mandat godta`.\n"
_FOERSTE_RAD = re.compile(r"^(?P<innrykk> *)- ", re.MULTILINE)
_TOM_LISTE = re.compile(r"^[ \t]*\[[ \t]*\][ \t]*(?=#|$)", re.MULTILINE)
#: A value that needs neither quotes nor a block.
_ENKEL = re.compile(r"[A-Za-zÆØÅæøå0-9][A-Za-zÆØÅæøå0-9_./-]*")


class CannotAppendError(EhelseError):
    """The file is a list of another form than the one we add to."""

    def __init__(self) -> None:
        super().__init__(
            "data/mandater/godtatt.yaml har en form som det ikke er trygt å føye til i",
            "Skriv hver godkjenning som en rad som begynner med «- fingeravtrykk:», slik docs/format.md viser.",
        )


def legg_til(tekst: str | None, ny: Godkjenning) -> str:
    """The file's text (None: there is no file) with the acceptance at the end.

    Raises:
        CannotAppendError: if the result would not read as the old list and one more.
    """
    gammel = _HODE if tekst is None else tekst
    foer = compose(gammel).value or []
    uten_tom = _TOM_LISTE.sub("", gammel, count=1) if foer == [] else gammel
    linjeslutt = "\r\n" if "\r\n" in gammel else "\n"
    skille = "" if not uten_tom or uten_tom.endswith("\n") else linjeslutt
    resultat = f"{uten_tom}{skille}{_rad(ny, _innrykk(gammel)).replace(chr(10), linjeslutt)}"
    lest = compose(resultat)
    if lest.problems or lest.value != [*foer, _felter(ny)]:
        raise CannotAppendError
    return resultat


def _innrykk(tekst: str) -> str:
    treff = _FOERSTE_RAD.search(tekst)
    return treff["innrykk"] if treff else ""


def _felter(ny: Godkjenning) -> dict[str, str]:
    """The entry as it is read back."""
    return {noekkel: f"{verdi}\n" if _er_blokk(noekkel, verdi) else verdi for noekkel, verdi in _verdier(ny).items()}


def _verdier(ny: Godkjenning) -> dict[str, str]:
    felter = {noekkel: getattr(ny, noekkel) for noekkel in Godkjenning.model_fields}
    return {noekkel: " ".join(str(verdi).split()) for noekkel, verdi in felter.items() if verdi is not None}


def _er_blokk(noekkel: str, verdi: str) -> bool:
    return noekkel != "fingeravtrykk" and _ENKEL.fullmatch(verdi) is None


def _rad(ny: Godkjenning, innrykk: str) -> str:
    """The lines of the entry, ended."""
    linjer = []
    for noekkel, verdi in _verdier(ny).items():
        if noekkel == "fingeravtrykk":
            linjer.append(f'{noekkel}: "{verdi}"')
        elif _er_blokk(noekkel, verdi):
            linjer += [f"{noekkel}: |", f"  {verdi}"]
        else:
            linjer.append(f"{noekkel}: {verdi}")
    return "".join(f"{innrykk}{'- ' if nr == 0 else '  '}{linje}\n" for nr, linje in enumerate(linjer))
