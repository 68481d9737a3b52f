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
from ehelse_cli.core.mandat.retningslinje import Fravik, fravik, med_retningslinje

__all__ = [
    "LEDERSETET",
    "Fravik",
    "Ledd",
    "Mandat",
    "fravik",
    "funksjonstid_for",
    "grupper_i",
    "krav_i",
    "med_retningslinje",
    "regulert",
    "stedfortreder_for",
    "svakere_styrker",
    "verv_i",
]
