"""Heads and mandates from a few lines of text."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent
from typing import Any

import pytest
from pydantic import TypeAdapter

from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.modell import FIL_HODE, FIL_ID, FIL_TEKST
from ehelse_cli.load.yaml_text import compose

Hodeleser = Callable[[str], dict[str, Any]]
Mandatleser = Callable[..., Mandat]


@pytest.fixture(scope="session")
def hode() -> Hodeleser:
    """Reads a head as the loader does."""

    def les(tekst: str) -> dict[str, Any]:
        lest = compose(dedent(tekst))
        assert not lest.problems, lest.problems
        return lest.value or {}  # type: ignore[return-value]

    return les


@pytest.fixture(scope="session")
def mandat(hode: Hodeleser) -> Mandatleser:
    """Reads a whole mandate; `forum`, `status` and `gjelder_fra` are there already."""
    adapter: TypeAdapter[Mandat] = TypeAdapter(Mandat)

    def les(tekst: str, prosa: str = "", id_: str = "nuit@2024-01-01") -> Mandat:
        forum, _, dag = id_.partition("@")
        verdi = {"forum": forum, "status": "vedtatt", "gjelder_fra": dag} | hode(tekst)
        return adapter.validate_python({**verdi, FIL_ID: id_, FIL_TEKST: prosa, FIL_HODE: verdi})

    return les
