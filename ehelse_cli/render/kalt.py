"""What people call what stands in the files: organisations, councils, groups, persons, and words of the format."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.verdict import Answer
from ehelse_cli.render.navn import gruppe_eller_verv
from ehelse_cli.render.tid import dager

#: The four answers in words.
SVAR = {Answer.JA: "ja", Answer.NEI: "nei", Answer.UKJENT: "ukjent", Answer.IKKE_REGULERT: "ikke regulert"}


def navn(data: Dataset, id_: str, dag: date) -> str:
    """What an organisation or council is called that day; words of the format that are no id, without underscores."""
    return data.virksomhetsnavn(id_, dag) if data.finnes(id_) else id_.replace("_", " ")


def alle(data: Dataset, ider: Iterable[str], dag: date) -> str:
    """Several names."""
    return ", ".join(navn(data, id_, dag) for id_ in ider)


def prosa(tekst: str | None) -> str:
    """Prose on one line, to be broken where it is shown and not where it was typed."""
    return " ".join((tekst or "").split())


def ord_(verdi: str) -> str:
    """Words of the format as people write them; prose as it stands."""
    if not (verdi.isascii() and verdi.islower()):
        return verdi
    return verdi.replace("_", " ").replace("aa", "å").replace("oe", "ø").replace("ae", "æ")


def hvem(data: Dataset, forum: str, verdi: str, dag: date) -> str:
    """Who is meant by what stands where a name may: an organisation, a group or an office of the council, a person."""
    if data.finnes(verdi):
        return data.virksomhetsnavn(verdi, dag)
    return gruppe_eller_verv(data, forum, verdi, dag) or ord_(verdi)


def mottaker(data: Dataset, id_: str, dag: date) -> str:
    """Where a case was sent: an organisation or council by its name, a meeting with its days."""
    moete = data.moeter.get(id_)
    return f"{id_} ({dager(moete.tid, 'nb')})" if moete else navn(data, id_, dag)
