"""What an export is given beside the public model, and what it gives back."""

from __future__ import annotations

import uuid
from datetime import date
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from ehelse_cli.public.offentlig import Offentlig

#: The name space of every identity that leaves: never changed, so that nobody sees an old meeting as a new one.
_NAVNEROM = uuid.UUID("6c5e6f3e-6a0b-5d0e-9c59-0b6d5c1f4c1a")


class Fil(Struct, frozen=True):
    """One file: its name in the folder that the user chose, and its bytes."""

    navn: str
    innhold: bytes


class Valg(Struct, frozen=True):
    """One council or all; deadlines in the calendar or not; what eInnsyn was given last time."""

    forum: str | None = None
    frister: bool = False
    forrige: bytes | None = None


@lru_cache(maxsize=4096)  # a meeting's is asked for by every calendar, a council's by everything that is the council's
def identitet(*deler: str) -> str:
    """The identity of a thing, from its kind and its id: the same for ever, and the same everywhere."""
    return str(uuid.uuid5(_NAVNEROM, "/".join(deler)))


def bare(offentlig: Offentlig, forum: str | None) -> Offentlig:
    """The public model of one council alone; organisations and years are everybody's."""
    if forum is None:
        return offentlig
    return replace(
        offentlig,
        forum=tuple(ett for ett in offentlig.forum if ett.id == forum),
        moeter=offentlig.moeter_i(forum),
        saker=offentlig.saker_i(forum),
    )


def stamme(valg: Valg) -> str:
    """The first part of a file's name: the council, or everybody."""
    return valg.forum or "alle"


def tittelen(offentlig: Offentlig, forum: str | None) -> str:
    """What a calendar or a feed is called: the council's name or everybody's, and that it is an example if it is."""
    raadet = offentlig.forumet(forum) if forum else None
    navn = raadet.navn if raadet else offentlig.samling.navn
    return f"{navn} (eksempeldata)" if offentlig.samling.eksempel else navn


def midnatt(dag: date) -> str:
    """The day as a moment in UTC, as feeds want it."""
    return f"{dag.isoformat()}T00:00:00Z"
