"""A change of a mandate that somebody has accepted, with the reason and the case: data/mandater/godtatt.yaml."""

from __future__ import annotations

from datetime import date

from ehelse_cli.core.felter import Dato, Fingeravtrykk, Tekst
from ehelse_cli.core.modell import Modell


class Godkjenning(Modell):
    """One acceptance. It holds for the change with the fingerprint, whoever finds it, until the day it runs out."""

    fingeravtrykk: Fingeravtrykk
    grunn: Tekst
    sak: Tekst
    av: Tekst | None = None
    dato: Dato | None = None
    til: Dato | None = None
    merknad: Tekst | None = None

    def gjelder(self, dag: date) -> bool:
        """Whether it still counts on the day; the last day is one of them."""
        return self.til is None or dag <= self.til
