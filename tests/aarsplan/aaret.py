"""Small invented years to plan: councils, a calendar or two, and what they did the year before."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ehelse_cli.aarsplan.forklaring import Konflikt
from ehelse_cli.aarsplan.plan import Forslag
from ehelse_cli.cli.opening import Opened
from ehelse_cli.cli.planning import Made, make_plan
from ehelse_cli.cli.planning_options import Asked
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Finding
from ehelse_cli.load.dataset import load
from ehelse_cli.load.edit.change import Put
from ehelse_cli.load.edit.edits import Desk
from ehelse_cli.oversikt.aarskonflikt import Planloes
from ehelse_cli.oversikt.aarsplan import Planlagt
from ehelse_cli.rules.aar import AAR_RULES
from ehelse_cli.rules.engine import judge
from tests.rules.raad import hode, mandat
from tests.trees import MemoryTree, load_clean

DAG = date(2026, 11, 23)


@dataclass(frozen=True)
class Raadet:
    """One council: what its mandate says of meetings and deadlines, and the days it met, or is to meet."""

    id: str
    moeter: str = "{hyppighet: 4 per aar}"
    frister: str = "[{id: saksdokumenter, frist: 10 virkedager foer moetet}]"
    forum: str = "sekretariat: ks\nmoetenummer: N/AAAA\n"
    dager: tuple[str, ...] = ()


@dataclass(frozen=True)
class Aaret:
    """The councils in the order of their cases, and the calendars by year: what follows the line of councils."""

    raad: tuple[Raadet, ...] = (Raadet("raadet"),)
    kalendere: dict[int, str] = field(default_factory=lambda: {2026: ""})

    def filer(self) -> dict[str, str | bytes]:
        alle = ", ".join(en.id for en in self.raad)
        filer: dict[str, str | bytes] = {"virksomheter.yaml": "ks: {navn: KS}\nknehs: {navn: K-NEHS}\n"}
        for aar, resten in self.kalendere.items():
            filer[f"aarshjul/{aar}.yaml"] = f"forum: [{alle}]\n{resten}"
        for en in self.raad:
            filer[f"forum/{en.id}.yaml"] = f"navn: {en.id.capitalize()}\n{en.forum}"
            blokker = f"moeter: {en.moeter}\nfrister: {en.frister}"
            filer[f"mandater/{en.id}/2024-01-01.md"] = mandat(blokker, forum=en.id)
            filer |= _moetene(en)
        return filer


def _moetene(en: Raadet) -> dict[str, str | bytes]:
    filer: dict[str, str | bytes] = {}
    numre: dict[str, int] = {}
    for tid in en.dager:
        aar = tid.lstrip('["')[:4]
        numre[aar] = numre.get(aar, 0) + 1
        filer[f"moeter/{en.id}/{aar}-m{numre[aar]}.md"] = hode(f"tid: {tid}")
    return filer


def lag(filer: dict[str, str | bytes], aar: int | None = 2027, dag: date = DAG, **sagt: tuple[str, ...]) -> Made:
    """The plan, made as the command makes it."""
    tre = MemoryTree(filer)
    return make_plan(Opened(Path(), load(tre), dag), Desk(tre), Asked(aar, **sagt))


def lagt(filer: dict[str, str | bytes], aar: int = 2027, dag: date = DAG, **sagt: tuple[str, ...]) -> Made:
    """The plan, with nothing in it that a rule minds."""
    made = lag(filer, aar, dag, **sagt)
    assert isinstance(made.plan, Planlagt), made.plan
    assert [en.message for en in funnene(filer, made, dag)] == []
    return made


def plan(aaret: Aaret, aar: int = 2027, dag: date = DAG, **sagt: tuple[str, ...]) -> Forslag:
    """The proposal; there must be one."""
    plan = lag(aaret.filer(), aar, dag, **sagt).plan
    assert isinstance(plan, Planlagt), plan
    return plan.forslag


def konflikt(aaret: Aaret, aar: int = 2027, dag: date = DAG, **sagt: tuple[str, ...]) -> Konflikt:
    """The conflict; there must be one."""
    plan = lag(aaret.filer(), aar, dag, **sagt).plan
    assert isinstance(plan, Planloes), plan
    return plan.konflikt


def dagene(forslag: Forslag, forum: str = "raadet") -> list[date]:
    """The first days of a council's meetings."""
    return [en.tid.dato for en in forslag.moeter if en.forum == forum]


def funnene(filer: dict[str, str | bytes], made: Made, dag: date = DAG) -> tuple[Finding, ...]:
    """What the rules about the year find when the plan is written and published that day, and did not find before."""
    desk = made.desk.change(f"aarshjul/{made.aar}.yaml", Put(("publisert",), dag.isoformat()))
    loaded = load(desk.after)
    assert loaded.findings == ()
    rules = [rule for rule in AAR_RULES if rule.info.code != "AAR701"]
    before, after = (judge((), en, dag, rules) for en in (load(MemoryTree(filer)).dataset, loaded.dataset))
    assert after.crashes == ()
    known = {en.fingerprint for en in before.findings}
    return tuple(en for en in after.findings if en.fingerprint not in known)


def data(aaret: Aaret) -> Dataset:
    """What is read, with nothing wrong in its form."""
    return load_clean(aaret.filer())
