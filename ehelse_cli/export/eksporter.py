"""The formats by name. A new one is one function, and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ehelse_cli.export.atom import atom
from ehelse_cli.export.csv_ import csv_
from ehelse_cli.export.einnsyn import einnsyn
from ehelse_cli.export.fil import Fil, Valg
from ehelse_cli.export.ical import ical
from ehelse_cli.export.json_ import json_
from ehelse_cli.export.popolo import popolo
from ehelse_cli.public.offentlig import Offentlig

Eksport = Callable[[Offentlig, Valg], tuple[Fil, ...]]

EKSPORTER: Mapping[str, Eksport] = {
    "ical": ical,
    "atom": atom,
    "json": json_,
    "popolo": popolo,
    "csv": csv_,
    "einnsyn": einnsyn,
}
