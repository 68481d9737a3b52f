"""Attachments, in a module of their own because cases and agenda lines both have them."""

from ehelse_cli.core.felter import JaNei, Tekst
from ehelse_cli.core.modell import Oppfoering
from ehelse_cli.core.skjerming import Skjerming


class Vedlegg(Oppfoering):
    """One attachment; numbered by order, closed unless `publiseres: ja`."""

    tittel: Tekst
    fil: Tekst | None = None
    publiseres: JaNei = False
    skjerming: Skjerming | None = None
    kilde: Tekst | None = None
    merknad: Tekst | None = None
