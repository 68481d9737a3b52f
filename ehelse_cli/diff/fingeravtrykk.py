"""Sixteen hex digits that say which change it is, and stay the same while it does."""

from __future__ import annotations

import hashlib

from ehelse_cli.diff.endring import Endring, Verditekst

#: The area of the changes that are of the words alone: their place is a number that moves when others do.
_ORDLYDEN = "ordlyden"


def fingeravtrykk(forum: str, endring: Endring) -> str:
    """The fingerprint of a change in a council's mandate.

    It is made of what happened, where in the head, and the two values: not of the files' names or the day in force, so
    that a draft may be renamed and adopted; not of the order of keys, nor of how lines are broken.
    """
    sti = "" if endring.omraade == _ORDLYDEN else endring.sti
    deler = (forum, endring.id, sti, _verdi(endring.fra), _verdi(endring.til), endring.norm_fra, endring.norm_til)
    tekst = "\x1f".join("\x00" if del_ is None else del_ for del_ in deler)
    return hashlib.sha256(tekst.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _verdi(verdi: Verditekst | None) -> str | None:
    """The value in the format's spelling, whatever order its parts stand in."""
    return None if verdi is None else "; ".join(sorted(" ".join(verdi.raa.split()).split("; ")))
