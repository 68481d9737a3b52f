"""The mandate: its grammar as models, one module per part."""

from ehelse_cli.core.mandat.mandat import (
    LEDERSETET,
    Ledd,
    Mandat,
    funksjonstid_for,
    grupper_i,
    krav_i,
    regulert,
    stedfortreder_for,
    svakere_styrker,
    verv_i,
)

__all__ = [
    "LEDERSETET",
    "Ledd",
    "Mandat",
    "funksjonstid_for",
    "grupper_i",
    "krav_i",
    "regulert",
    "stedfortreder_for",
    "svakere_styrker",
    "verv_i",
]
