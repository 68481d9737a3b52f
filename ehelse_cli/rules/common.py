"""What the families share: how grave a breach is, whose demand it is, the clause, and what people call things."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ehelse_cli.core.ankre import ankre
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Related, RuleInfo, Severity, Source
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import Ledd, Mandat, grupper_i
from ehelse_cli.core.moete import Moete

Path = tuple[str | int, ...]

#: Breaking `kan` is no breach, so it has no severity.
_GRAVITY = {"skal": Severity.FEIL, "boer": Severity.ADVARSEL, "normalt": Severity.ADVARSEL}


def mandatregel(code: str, name: str, gravity: Severity = Severity.FEIL) -> RuleInfo:
    """A rule whose demand is the mandate's."""
    return RuleInfo(code, name, gravity, Source.MANDAT)


def formatregel(code: str, name: str, gravity: Severity = Severity.FEIL) -> RuleInfo:
    """A rule about the files hanging together."""
    return RuleInfo(code, name, gravity, Source.FORMAT)


def praksisregel(code: str, name: str, gravity: Severity = Severity.ADVARSEL) -> RuleInfo:
    """A rule about what the secretariat has set itself, or what is good custom; never more than a warning."""
    return RuleInfo(code, name, gravity, Source.PRAKSIS)


# --- the mandate's word


def severity(ledd: Ledd) -> Severity | None:
    """How grave a breach of the clause is; None where it can not be broken."""
    return _GRAVITY.get(ledd.norm)


def source(ledd: Ledd) -> Source:
    """Whose demand the clause is; a named document counts as the mandate's own word."""
    return {"lov": Source.LOV, "praksis": Source.PRAKSIS}.get(ledd.kilde, Source.MANDAT)


def clause(data: Dataset, mandat: Mandat, path: Path, label: str = "") -> tuple[Related, ...]:
    """The clause a finding rests on, in the mandate's head, titled by the heading it is printed under."""
    ledd = mandat.ledd(*path)
    anker = ankre(mandat.tekst).get(ledd.punkt) if ledd.punkt else None
    where = {"lov": "loven", "praksis": "sekretariatets praksis"}.get(ledd.kilde, "mandatet")
    title = f"hjemmel: {where}, «{anker.tittel}»" if anker else f"hjemmel: {where}"
    return (Related(data.place(mandat.id, *path), label, title, anker.id if anker else ""),)


def sti_for(mandat: Mandat, gruppe: str | None, blokk: str, noekkel: str) -> Path:
    """Where the head says `noekkel` for the group's members: in its own block, else in the one for the whole body."""
    for nr, rad in enumerate(grupper_i(mandat)):
        egen = getattr(rad, blokk) if rad.id == gruppe else None
        if noekkel in getattr(egen, "model_fields_set", ()):
            return ("sammensetning", "grupper", nr, blokk, noekkel)
    return (blokk, noekkel)


def plassen(node: Any, sti: Path) -> Iterator[str | int]:
    """The way into a head with places in lists instead of ids, as far as it goes."""
    for steg in sti:
        if isinstance(node, Mapping) and "verdi" in node and steg not in node:
            node = node["verdi"]
            yield "verdi"
        key: Any = steg
        if isinstance(node, list):
            key = next((nr for nr, rad in enumerate(node) if isinstance(rad, Mapping) and rad.get("id") == steg), None)
        if key is None or not isinstance(node, Mapping | list) or (isinstance(node, Mapping) and key not in node):
            return
        yield key
        node = node[key]


# --- meetings


def holdte(data: Dataset, dag: date) -> Iterator[tuple[str, Moete]]:
    """Every meeting that is over by the day, with its forum."""
    for forum in data.forum:
        for moete in holdt_i(data, forum, dag):
            yield forum, moete


def holdt_i(data: Dataset, forum: str, dag: date) -> Iterator[Moete]:
    """The forum's meetings that are over by the day; on the day itself, once attendance is entered.

    A cancelled meeting was never held.
    """
    for moete in data.moeter_for(forum):
        slutt = moete.tid.siste_dag
        if moete.avlyst is None and (slutt < dag or (slutt == dag and moete.fremmoete is not None)):
            yield moete


# --- what people say


def navn(data: Dataset, id_: str, dag: date) -> str:
    """The short name of an organisation or a council that day; the id where nobody has named it."""
    return data.virksomhetsnavn(id_, dag, kort=True)


def gruppenavn(data: Dataset, mandat: Mandat, gruppe: str, dag: date) -> str:
    """What a group of seats is called: by its own name, or its organisation's; else its id as words."""
    egen = next((rad.navn for rad in grupper_i(mandat) if rad.id == gruppe), None)
    return egen or (navn(data, gruppe, dag) if data.finnes(gruppe) else gruppe.replace("-", " "))


def moetenavn(data: Dataset, moete: Moete) -> str:
    """«møtet i NUIT 4. november 2026»."""
    dag = moete.tid.dato
    return f"møtet i {navn(data, data.forum_of(moete.id), dag)} {datotekst(dag)}"
