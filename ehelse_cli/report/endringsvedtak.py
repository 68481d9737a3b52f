"""The amendments of a comparison, one document for each mandate that was there before."""

from __future__ import annotations

from ehelse_cli.core.spraak import Maalform
from ehelse_cli.diff.samling import Samling
from ehelse_cli.diff.vedtakstekst import vedtakstekst
from ehelse_cli.report.mandatdiff_ord import setning


def endringsvedtak(samling: Samling, maalform: Maalform | None = None) -> str:
    """What must be adopted for the old wordings to become the new; empty where no mandate differs.

    Raises:
        WrongAmendmentError: if an amendment does not give the new wording.
    """
    return "\n".join(vedtakstekst(en.gammel, en.ny, maalform) for en in samling.differ)


def merknader(samling: Samling) -> tuple[str, ...]:
    """What the amendments do not say: rules that changed without their words, and mandates that came or went."""
    linjer = [] if samling.differ else ["ingen mandater er endret, og det er ingenting å skrive et vedtak om"]
    for en in samling.differ:
        tause = [setning(endring) for endring in en.om_regler if en.mangler_ekko(endring)]
        if tause:
            linjer.append(f"{en.ny.id}: ordlyden er ikke endret der disse reglene er det: {'; '.join(tause)}")
    linjer += [f"{side.id} er nytt, og må vedtas som helhet" for side in samling.nye]
    linjer += [f"{side.id} er borte, uten at noe er kommet i stedet" for side in samling.borte]
    return tuple(linjer)
