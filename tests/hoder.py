"""Heads and mandates from a few lines of text, for tests of what compares them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from textwrap import dedent
from typing import Any

from pydantic import TypeAdapter

from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.modell import FIL_HODE, FIL_ID, FIL_TEKST
from ehelse_cli.load.yaml_text import compose

Hodeleser = Callable[[str], dict[str, Any]]
Mandatleser = Callable[..., Mandat]


def les_hode(tekst: str) -> dict[str, Any]:
    """A head as the loader reads it."""
    lest = compose(dedent(tekst))
    assert not lest.problems, lest.problems
    assert lest.value is None or isinstance(lest.value, dict)
    return lest.value or {}


def les_mandat(tekst: str, prosa: str = "", id_: str = "nuit@2024-01-01") -> Mandat:
    """A whole mandate; `forum`, `status` and `gjelder_fra` are there already."""
    forum, _, dag = id_.partition("@")
    verdi = {"forum": forum, "status": "vedtatt", "gjelder_fra": dag} | les_hode(tekst)
    return _adapter().validate_python({**verdi, FIL_ID: id_, FIL_TEKST: prosa, FIL_HODE: verdi})


@cache
def _adapter() -> TypeAdapter[Mandat]:
    return TypeAdapter(Mandat)
