"""What breaks ahead if nobody does anything: the same rules, judged on the days to come."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache, partial
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Finding, Severity
from ehelse_cli.core.kalender import datotekst, legg_til_maaneder
from ehelse_cli.core.register import medlemskap
from ehelse_cli.rules.engine import Rule, judge
from ehelse_cli.rules.frister import kravene

_DAG = timedelta(days=1)

#: The families that never look at the day: what they find is there today.
_TIDLOESE = ("REF", "DOK")


class Varsel(Struct, frozen=True):
    """A finding that is not there today, and the first day it will be."""

    dag: date
    finding: Finding

    @property
    def som_funn(self) -> Finding:
        """The finding as a forecast: it says from when, and warns at most."""
        gravity = max(self.finding.severity, Severity.ADVARSEL, key=lambda one: one.rank)
        return replace(self.finding, message=f"fra {datotekst(self.dag)}: {self.finding.message}", severity=gravity)


def prognose(data: Dataset, dag: date, maaneder: int, rules: Sequence[Rule]) -> tuple[Varsel, ...]:
    """What the rules will find within so many months and do not find today, by the first day of each.

    That nobody has entered what happened at a meeting still to come is not foretold, and neither is a mere remark.
    """
    gjelder = tuple(
        rule
        for rule in rules
        if rule.info.severity is not Severity.MERKNAD and not rule.info.code.startswith(_TIDLOESE)
    )

    @cache
    def funn(dagen: date, code: str | None = None) -> dict[str, Finding]:
        valgte = gjelder if code is None else [rule for rule in gjelder if rule.info.code == code]
        funnet = judge((), data, dagen, valgte).findings
        return {one.fingerprint: one for one in funnet if not _er_etterslep(data, one, dag, dagen)}

    def finnes(one: Finding, dagen: date) -> bool:
        return one.fingerprint in funn(dagen, one.rule.code)

    varsler: dict[str, Varsel] = {}
    for forrige, neste in pairwise(_dager(data, dag, legg_til_maaneder(dag, maaneder))):
        for avtrykk, one in funn(neste).items():
            if avtrykk not in varsler and avtrykk not in funn(dag):
                varsler[avtrykk] = Varsel(_foerste_dag(forrige, neste, partial(finnes, one)), one)
    return tuple(sorted(varsler.values(), key=lambda varsel: (varsel.dag, varsel.finding.order)))


def _foerste_dag(uten: date, med: date, finnes: Callable[[date], bool]) -> date:
    """The first day it is there, between a day it is not and a day it is."""
    while med - uten > _DAG:
        midt = uten + (med - uten) // 2
        uten, med = (uten, midt) if finnes(midt) else (midt, med)
    return med


def _er_etterslep(data: Dataset, finding: Finding, dag: date, dagen: date) -> bool:
    """Whether it is about a meeting between today and that day, which by then lacks what only the meeting can give."""
    moeter = (data.moeter[id_] for id_ in finding.key if id_ in data.moeter)
    return any(dag <= moete.tid.siste_dag < dagen for moete in moeter)


# --- the days on which something changes by itself


def _dager(data: Dataset, dag: date, slutt: date) -> list[date]:
    """Today, the first of every month, the day after every deadline and every end, and the last day; in order."""
    maaneder = (legg_til_maaneder(dag.replace(day=1), nr) for nr in range(1, 12 * (slutt.year - dag.year + 1)))
    skifter = (siste + _DAG for siste in _slutter(data))
    return sorted({dag, slutt, *(en for en in (*maaneder, *skifter) if dag < en < slutt)})


def _slutter(data: Dataset) -> Iterator[date]:
    """The last day of each term, mandate and exemption, and of the deadlines of planned meetings."""
    yield from _enkle_slutter(data)
    for forum in data.forum:
        for moete in data.moeter_for(forum):
            for hva in ("innkalling", "saksdokumenter"):
                yield from (krav.siste_dag for krav in kravene(data, forum, moete, hva))


def _enkle_slutter(data: Dataset) -> Iterable[date]:
    terminer = (rad.siste_dag for forum in data.forum.values() for rad in medlemskap(data, forum))
    mandater = (mandat.gjelder_til for mandat in data.mandater.values())
    unntak = (sak.skjerming.opphoerer for sak in data.saker.values() if sak.skjerming is not None)
    return (dag for dag in (*terminer, *mandater, *unntak) if dag is not None and dag < date.max)
