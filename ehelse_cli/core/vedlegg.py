"""Attachments, in a module of their own because cases and agenda lines both have them."""

from ehelse_cli.core.felter import Dato, JaNei, Tekst
from ehelse_cli.core.modell import Oppfoering
from ehelse_cli.core.skjerming import Skjerming


class Vedlegg(Oppfoering):
    """One attachment; numbered by order, closed unless `publiseres: ja`, and until `offentlig_fra`."""

    tittel: Tekst
    fil: Tekst | None = None
    publiseres: JaNei = False
    offentlig_fra: Dato | None = None
    skjerming: Skjerming | None = None
    kilde: Tekst | None = None
    merknad: Tekst | None = None
