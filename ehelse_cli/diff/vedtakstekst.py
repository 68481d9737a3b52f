"""The amendment of one mandate into another as a document, tried before it is given."""

from __future__ import annotations

from ehelse_cli.core.ankre import blokker
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.diff.endringsvedtak import finn_poster, ordlyd
from ehelse_cli.diff.endringsvedtak_les import anvend
from ehelse_cli.diff.endringsvedtak_ord import VEDTAKSORD
from ehelse_cli.diff.endringsvedtak_skriv import Ramme, skriv
from ehelse_cli.diff.mandat import Side


class WrongAmendmentError(Exception):
    """The amendment does not give the new wording: our bug, never the user's."""


def vedtakstekst(gammel: Side, ny: Side, maalform: Maalform | None = None) -> str:
    """What a council can adopt so that `gammel` reads as `ny`; in the new mandate's målform, or another.

    It is done to the old wording before it is given.

    Raises:
        WrongAmendmentError: if that does not give the new wording.
    """
    rader = blokker(gammel.tekst)
    ramme = Ramme(" ".join(gammel.navn.split()), gammel.id, _ikraft(ny))
    tekst = skriv(finn_poster(rader, blokker(ny.tekst)), rader, ramme, VEDTAKSORD[maalform or ny.maalform])
    if anvend(gammel.tekst, tekst) != ordlyd(ny.tekst):
        raise WrongAmendmentError
    return tekst


def _ikraft(ny: Side) -> str | None:
    """The day in force; None where the new mandate does not say, or is only known to hold from a day."""
    return datotekst(ny.fra) if ny.fra and not ny.fra_er_kjent_per else None
