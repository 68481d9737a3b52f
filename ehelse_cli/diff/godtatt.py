"""Which changes somebody has accepted, and which acceptances are of no change that there is."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.godtatt import Godkjenning
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.memo import remembered
from ehelse_cli.diff.endring import Endring
from ehelse_cli.diff.historie import historie
from ehelse_cli.diff.mandat import Mandatdiff
from ehelse_cli.diff.samling import Samling


@dataclass(frozen=True, slots=True)
class Kjent:
    """A change that the files hold, and the two mandates it is between."""

    gammel: str
    ny: str
    endring: Endring


def som_teller(diff: Mandatdiff) -> tuple[Endring, ...]:
    """The changes that have a level, and so can be accepted: of the rules, and of the words alone."""
    return (*diff.om_regler, *diff.ordlyd)


@remembered
def kjente(data: Dataset) -> Mapping[str, Kjent]:
    """Every change from revision to revision, and to every draft, by fingerprint; where two share one, the later."""
    funnet: dict[str, Kjent] = {}
    for forum in sorted({mandat.forum for mandat in data.mandater.values()}):
        for steg in historie(data, forum):
            if steg.endring is None:
                continue
            for endring in som_teller(steg.endring):
                funnet[steg.endring.fingeravtrykk(endring)] = Kjent(steg.endring.gammel.id, steg.endring.ny.id, endring)
    return funnet


def godkjenninger(data: Dataset, dag: date) -> Mapping[str, Godkjenning]:
    """The acceptances that count on the day, by fingerprint."""
    return {en.fingeravtrykk: en for en in data.godtatt if en.gjelder(dag)}


def med_godkjenninger(samling: Samling, data: Dataset, dag: date) -> Samling:
    """The same comparisons, which know what is accepted on the day."""
    alle = godkjenninger(data, dag)
    return (
        dataclasses.replace(samling, differ=tuple(dataclasses.replace(diff, godtatt=alle) for diff in samling.differ))
        if alle
        else samling
    )


# --- the rule MAN314


def foreldet_godkjenning(data: Dataset, dag: date) -> Iterator[Hit]:
    """An acceptance that has run out, that is there twice, or of a change that no mandate in the files makes."""
    sett: set[str] = set()
    for nr, en in enumerate(data.godtatt):
        funnet = _hva_er_galt(data, en, dag, sett)
        sett.add(en.fingeravtrykk)
        if funnet is not None:
            sted = data.place("godtatt", nr, "til" if funnet[0] == "utloept" else "fingeravtrykk")
            yield Hit(funnet[1], sted, (en.fingeravtrykk, funnet[0]), label=en.merknad or "", help=funnet[2])


def _hva_er_galt(data: Dataset, en: Godkjenning, dag: date, sett: set[str]) -> tuple[str, str, str] | None:
    """What kind of mistake, in words, and the way out."""
    if en.fingeravtrykk in sett:
        return "to-ganger", "den samme endringen er godtatt to ganger", "Ta bort den ene."
    if en.til is not None and not en.gjelder(dag):
        hjelp = "Ta den bort, eller gi den en ny dato og en ny grunn."
        return "utloept", f"godkjenningen gikk ut {datotekst(en.til)}", hjelp
    if not any("@" in id_ for id_ in data.broken) and en.fingeravtrykk not in kjente(data):
        hjelp = (
            "Er utkastet endret siden, må den nye endringen godtas for seg: `ehelse mandat diff` viser fingeravtrykket."
        )
        return "finnes-ikke", "ingen mandater i treet gjør endringen som er godtatt", hjelp
    return None
