"""All exceptions: where, from what, why, until when, since when, and whether anything would be said without them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.unntak import Feilskrevet
from ehelse_cli.report.footer import counted
from ehelse_cli.report.safe import json_safe
from ehelse_cli.report.sheet import Sheet, Table
from ehelse_cli.rules.unntak import Bruk

SKJEMA = 1

Status = Literal["i_bruk", "delvis", "ubrukt", "utloept", "ukjent"]


@dataclass(frozen=True, slots=True)
class Rad:
    """One exception, what it does on the day, and since when it has been in git (None: not known)."""

    bruk: Bruk
    siden: date | None


@dataclass(frozen=True, slots=True)
class Oversikt:
    """The exceptions of a tree. `hel` says that all of it could be read: else an unused one may have its use."""

    rader: tuple[Rad, ...]
    feilskrevne: tuple[Feilskrevet, ...]
    dag: date
    hel: bool = True


def unntak_sheet(oversikt: Oversikt) -> Sheet:
    """The exceptions as a table, by place."""
    number = counted(len(oversikt.rader), "unntak", "unntak") if oversikt.rader else "ingen unntak"
    columns = ("Sted", "Koder", "Grunn", "Til", "I git siden", "Status")
    return Sheet(
        "Unntak",
        f"{number}, vurdert per {datotekst(oversikt.dag)}",
        (),
        (Table("Unntak fra reglene", columns, tuple(_row(rad, oversikt) for rad in oversikt.rader)),),
        _notice(oversikt.feilskrevne),
    )


def _notice(feilskrevne: Sequence[Feilskrevet]) -> str:
    if not feilskrevne:
        return ""
    places = ", ".join(f"{ett.sted.path}:{ett.sted.line}" for ett in feilskrevne)
    return f"I tillegg kan ikke dette leses som unntak: {places}. `ehelse valider` sier hvorfor."


def _row(rad: Rad, oversikt: Oversikt) -> tuple[str, ...]:
    unntak = rad.bruk.unntak
    return (
        f"{unntak.sted.path}:{unntak.sted.line}",
        ", ".join(ett.kode for ett in unntak.koder),
        unntak.grunn or "mangler",
        datotekst(unntak.til) if unntak.til else "uten siste dag",
        _age(rad.siden, oversikt.dag),
        _status_text(rad.bruk, whole=oversikt.hel),
    )


def _age(since: date | None, day: date) -> str:
    return f"{datotekst(since)} ({counted((day - since).days, 'dag', 'dager')})" if since else "ukjent"


def _status_text(bruk: Bruk, *, whole: bool) -> str:
    return {
        "i_bruk": f"i bruk ({counted(len(bruk.funn), 'funn', 'funn')})",
        "delvis": f"{', '.join(_unused(bruk))} brukes ikke",
        "ubrukt": "brukes ikke",
        "utloept": "utløpt",
        "ukjent": "ukjent: ikke alt kan leses",
    }[_status(bruk, whole=whole)]


def _status(bruk: Bruk, *, whole: bool) -> Status:
    if not bruk.gjelder:
        return "utloept"
    if not _unused(bruk):
        return "i_bruk"
    if not whole:
        return "ukjent"
    return "delvis" if bruk.funn else "ubrukt"


def _unused(bruk: Bruk) -> tuple[str, ...]:
    used = {finding.rule.code for finding in bruk.funn}
    return tuple(ett.kode for ett in bruk.unntak.koder if ett.kode not in used)


def unntak_as_json(oversikt: Oversikt) -> str:
    """`skjema` grows by one when a key changes its meaning or goes; new keys may come at any time."""
    document = {
        "skjema": SKJEMA,
        "dag": oversikt.dag.isoformat(),
        "unntak": [dict(_fields(rad, oversikt)) for rad in oversikt.rader],
        "feilskrevne": [
            {"fil": ett.sted.path, "linje": ett.sted.line, "kolonne": ett.sted.column, "feil": ett.feil}
            for ett in oversikt.feilskrevne
        ],
    }
    return json_safe(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _fields(rad: Rad, oversikt: Oversikt) -> Iterator[tuple[str, Any]]:
    unntak = rad.bruk.unntak
    yield "fil", unntak.sted.path
    yield "linje", unntak.sted.line
    yield "kolonne", unntak.sted.column
    yield "koder", [ett.kode for ett in unntak.koder]
    yield "grunn", unntak.grunn
    yield "til", unntak.til and unntak.til.isoformat()
    yield "siden", rad.siden and rad.siden.isoformat()
    yield "alder_dager", (oversikt.dag - rad.siden).days if rad.siden else None
    yield "status", _status(rad.bruk, whole=oversikt.hel)
    yield "funn", [{"kode": one.rule.code, "linje": one.location.line} for one in rad.bruk.funn]
