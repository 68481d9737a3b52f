"""A mandate's head as lines that can be compared: each rule with its place, in one order and one spelling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ehelse_cli.diff.hodetre import blader, les_hode
from ehelse_cli.diff.tekst import raa_verdi

#: What a rule rests on when nothing is said of it.
_SELVSAGT = {"norm": "skal", "punkt": None, "kilde": "mandat"}


def regellinjer(hode: Mapping[str, Any]) -> Iterator[str]:
    """`sammensetning.seter: 17`, sorted; norm, clause and source only where they are not what goes without saying."""
    for sti, verdi in sorted(blader(les_hode(hode))):
        _, krets, del_ = sti.partition("#")
        if not krets:
            yield f"{sti}: {', '.join(map(raa_verdi, verdi))}"  # type: ignore[call-overload]  # a leaf that is a value
        elif verdi != _SELVSAGT[del_]:
            yield f"{sti}: {verdi}"
