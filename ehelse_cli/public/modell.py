"""How a value of the core is let through: with the fields that are named, and nothing else of what it holds."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from ehelse_cli.core.modell import Modell
from ehelse_cli.core.skjerming import Skjerming

M = TypeVar("M", bound=Modell)


def bare(modell: M, /, *felter: str, **verdier: Any) -> M:
    """The same kind of value with these of its fields, where they are written, and with these values."""
    skrevet = {felt: getattr(modell, felt) for felt in felter if felt in modell.model_fields_set}
    return ny(type(modell), **(skrevet | verdier))


def ny(slag: type[M], /, **verdier: Any) -> M:
    """A value of the kind that says just this. What it is made of was read, and so judged, before."""
    return cast("M", slag.model_construct(set(verdier), **verdier))


def hver(rader: Any, *felter: str) -> Any:
    """`bare` of each row; a word in place of the rows (`ikke_oppgitt`, `avsluttes_her`) is that word."""
    return tuple(bare(rad, *felter) for rad in rader) if isinstance(rader, tuple) else rader


def unntatt(hjemmel: str) -> Skjerming:
    """That the whole is exempt, and on which legal basis."""
    return ny(Skjerming, hjemmel=hjemmel, omfang="hele")


def delvis(hjemmel: str | None) -> Skjerming | None:
    """That parts are exempt, where the gate says on which legal basis."""
    return ny(Skjerming, hjemmel=hjemmel, omfang="deler") if hjemmel else None
