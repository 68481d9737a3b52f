"""What the families share: how grave a breach is, whose demand it is, and the clause to point at."""

from collections.abc import Iterable, Iterator
from datetime import date

from ehelse_cli.core.ankre import ankre
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Related, Severity, Source
from ehelse_cli.core.mandat import Ledd, Mandat
from ehelse_cli.core.moete import Moete

#: Breaking `kan` is no breach, so it has no severity.
_GRAVITY = {"skal": Severity.FEIL, "boer": Severity.ADVARSEL, "normalt": Severity.ADVARSEL}


def severity(ledd: Ledd) -> Severity | None:
    """How grave a breach of the clause is; None where it can not be broken."""
    return _GRAVITY.get(ledd.norm)


def source(ledd: Ledd) -> Source:
    """Whose demand the clause is; a named document counts as the mandate's own word."""
    return {"lov": Source.LOV, "praksis": Source.PRAKSIS}.get(ledd.kilde, Source.MANDAT)


def clause(data: Dataset, mandat: Mandat, path: tuple[str | int, ...], label: str = "") -> tuple[Related, ...]:
    """The clause a finding rests on, in the mandate's head, titled by the heading it is printed under."""
    ledd = mandat.ledd(*path)
    anker = ankre(mandat.tekst).get(ledd.punkt) if ledd.punkt else None
    where = {"lov": "loven", "praksis": "sekretariatets praksis"}.get(ledd.kilde, "mandatet")
    return (Related(data.place(mandat.id, *path), label, f"hjemmel: {where}" + (f", «{anker.tittel}»" if anker else "")),)


def held(data: Dataset, dag: date) -> Iterator[tuple[str, Moete]]:
    """Every meeting that has been held by the day, with its forum; a cancelled one was never held."""
    for forum in data.forum:
        for moete in data.moeter_for(forum):
            if moete.avlyst is None and moete.tid.siste_dag <= dag:
                yield forum, moete


def listing(words: Iterable[str]) -> str:
    """«a», «a og b», «a, b og c»."""
    *first, last = tuple(words) or ("",)
    return f"{', '.join(first)} og {last}" if first else last
