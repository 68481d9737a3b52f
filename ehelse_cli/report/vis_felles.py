"""What the sheets share: names and days as they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.verdict import Answer, Verdict
from ehelse_cli.render.kalt import SVAR, alle, hvem, mottaker, navn, ord_, prosa
from ehelse_cli.render.ord import BOKMAAL

__all__ = [
    "SVAR",
    "alle",
    "dato",
    "dom",
    "hvem",
    "kortdato",
    "mottaker",
    "navn",
    "notis",
    "nummerert",
    "ord_",
    "per",
    "prosa",
]


def per(dag: date) -> str:
    """`per 23. november 2026`."""
    return f"per {datotekst(dag)}"


def notis(data: Dataset) -> str:
    """That the data is invented, where it is."""
    return f"{BOKMAAL.eksempel}. {BOKMAAL.eksempel_forklart}" if data.datasett.er_eksempel else ""


def dato(dag: date | None) -> str:
    """The day as printed; nothing when there is none."""
    return datotekst(dag) if dag else ""


def kortdato(dag: date | None) -> str:
    """The day in a table's cell: `31.12.2027`."""
    return f"{dag.day}.{dag.month}.{dag.year}" if dag else ""


def dom(verdict: Verdict) -> str:
    """A verdict in one line: the answer, and why."""
    svar, hvorfor = SVAR[verdict.answer], verdict.summary
    if verdict.answer is Answer.JA or hvorfor.startswith(svar):
        return hvorfor or svar
    return f"{svar}: {hvorfor}" if hvorfor else svar


def nummerert(punkter: Sequence[str]) -> tuple[str, ...]:
    """The points with numbers; one alone needs none."""
    return tuple(f"{nr}. {tekst}" for nr, tekst in enumerate(punkter, 1)) if len(punkter) > 1 else tuple(punkter)
