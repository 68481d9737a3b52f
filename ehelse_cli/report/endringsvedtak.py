"""The amendments of a comparison, one document for each mandate that was there before."""

from __future__ import annotations

from ehelse_cli.core.spraak import Maalform
from ehelse_cli.diff.samling import Samling
from ehelse_cli.diff.vedtakstekst import vedtakstekst


def endringsvedtak(samling: Samling, maalform: Maalform | None = None) -> str:
    """What must be adopted for the old wordings to become the new; empty where no mandate differs.

    Raises:
        WrongAmendmentError: if an amendment does not give the new wording.
    """
    return "\n".join(vedtakstekst(en.gammel, en.ny, maalform) for en in samling.differ)
