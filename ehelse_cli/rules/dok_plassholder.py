"""DOK: is there a placeholder left where somebody should have written?"""

import re
from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset, Fil
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.lenker import linjer_uten_kode
from ehelse_cli.core.place import Location

#: What a template is filled in by: `{{ name }}`, `{% if … %}`. In a head, two braces in a row are never the format's.
_PLASSHOLDER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_KODE = re.compile(r"`[^`]*`")


def uutfylt_plassholder(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A variable of a template, which is printed as it stands: nothing in a file is ever filled in."""
    for id_, fil in data.files.items():
        if ("{{" not in fil.text and "{%" not in fil.text) or id_ in data.broken:
            continue
        for nr, (linje, treff) in enumerate(_plassholdere(fil)):
            yield Hit(
                f"«{treff[0]}» er ikke fylt ut",
                Location(fil.path, linje, treff.start() + 1, linje, treff.end() + 1),
                (id_, treff[0], str(nr)),
                label="dette blir trykt slik det står",
                help="Skriv det som skal stå her. Skal det stå slik, som et eksempel, sett `…` rundt.",
            )


def _plassholdere(fil: Fil) -> Iterator[tuple[int, re.Match[str]]]:
    """Each with its line in the file, counted from 1; what is written as code is left out."""
    for nr, linje in linjer_uten_kode(fil.text):
        uten_kode = _KODE.sub(lambda treff: " " * len(treff[0]), linje)
        yield from ((nr + 1, treff) for treff in _PLASSHOLDER.finditer(uten_kode))
