"""From what is asked for to a plan of a year: the calendar it is made in, what the rules say of it, its files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ehelse_cli.cli.planning_options import Asked, closed_time, ordered
from ehelse_cli.core.errors import EhelseError

if TYPE_CHECKING:
    from datetime import date

    from ehelse_cli.aarsplan.kalender import StengtTid
    from ehelse_cli.aarsplan.plan import Forslag
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.dataset import Dataset
    from ehelse_cli.core.finding import Finding
    from ehelse_cli.load.edit.edits import Desk
    from ehelse_cli.oversikt.aarskonflikt import Planloes
    from ehelse_cli.oversikt.aarsplan import Planlagt


class YearOverError(EhelseError):
    """What has been cannot be planned."""

    def __init__(self, aar: int, dag: date) -> None:
        super().__init__(
            f"{aar} er over {dag.isoformat()}", "Velg et år som ikke er over, eller en annen dag med --per."
        )


class UnreadableYearError(EhelseError):
    """What cannot be read cannot be planned around."""

    exit_code = 1

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__(
            f"planen kan ikke lages før dette kan leses: {', '.join(paths)}", "`ehelse valider` sier hva som er galt."
        )


class NoPlanError(EhelseError):
    """Nothing can be written, for there is no plan."""

    exit_code = 1

    def __init__(self, aar: int) -> None:
        super().__init__(f"det finnes ingen plan for {aar} som holder alt", "Ingenting er endret.")


class MovesMeetingError(EhelseError):
    """A meeting that stands is moved by the command that leaves a trace of it."""

    def __init__(self, ider: Sequence[str]) -> None:
        super().__init__(
            f"planen flytter møter som er satt opp: {', '.join(ider)}", "Flytt dem først, med `ehelse moete flytt`."
        )


@dataclass(frozen=True, slots=True)
class Made:
    """The plan with the desk that has its files; or why there is none."""

    aar: int
    data: Dataset
    desk: Desk
    plan: Planlagt | Planloes


def make_plan(opened: Opened, desk: Desk, asked: Asked) -> Made:
    """Lay out the calendar where there is none, plan, put the plan on the desk, and ask the rules.

    Raises:
        EhelseError: if something asked for is not understood, the year is over, or the solver is not there.
    """
    from ehelse_cli.aarsplan.forklaring import Konflikt
    from ehelse_cli.aarsplan.kalender import ikke_overfoert
    from ehelse_cli.aarsplan.plan import planlegg
    from ehelse_cli.cli.ny_aarshjul import forumene
    from ehelse_cli.load.dataset import load
    from ehelse_cli.oversikt.aarskonflikt import Planloes
    from ehelse_cli.oversikt.aarsplan import Planlagt

    aar = asked.year(opened.dag)
    if aar < opened.dag.year or (opened.dag.month, opened.dag.day, opened.dag.year) == (12, 31, aar):
        raise YearOverError(aar, opened.dag)
    kalender = opened.data.aarshjul.get(f"aarshjul-{aar}")
    _all_read(opened.data, kalender.forum if kalender else forumene(opened.data, aar))
    laid_out, stengt, is_new = _with_calendar(opened.data, desk, (aar, asked.stengt))
    data = load(laid_out.after).dataset
    forslag = planlegg(data, ordered(data, (aar, opened.dag), asked))
    if isinstance(forslag, Konflikt):
        return Made(aar, data, desk, Planloes(data, aar, opened.dag, forslag, is_new))
    desk = (
        _with_plan(desk, forslag, stengt, data) if is_new else _with_meetings(_with_events(laid_out, forslag), forslag)
    )
    after = load(desk.after).dataset
    left_out = ikke_overfoert(data, aar) if is_new else ()
    return Made(aar, after, desk, Planlagt(after, opened.dag, forslag, stengt, left_out, _findings(opened, desk, aar)))


def _all_read(data: Dataset, forum: Sequence[str]) -> None:
    """Refuse to plan for councils of which something is in the dark.

    Raises:
        UnreadableYearError: if a calendar, or anything of a council in the plan, could not be read.
    """
    begins = ("aarshjul-", *(f"{one}{sign}" for one in forum for sign in "-@"))
    broken = [id_ for id_ in data.broken if id_ in forum or id_.startswith(begins)]
    if broken:
        raise UnreadableYearError(sorted(data.files[id_].path if id_ in data.files else id_ for id_ in broken))


# --- the calendar


def _with_calendar(
    data: Dataset, desk: Desk, asked: tuple[int, tuple[str, ...]]
) -> tuple[Desk, tuple[StengtTid, ...], bool]:
    """The desk with a calendar for the year and what it keeps closed; whether the calendar is new.

    What a calendar says is closed is all that is; only where it says nothing, the year before is asked.
    """
    from ehelse_cli.aarsplan.filer import kalenderhode, stengthendelse
    from ehelse_cli.aarsplan.kalender import staar_stengt, stengte_tider
    from ehelse_cli.cli.ny_aarshjul import forumene
    from ehelse_cli.load.edit.change import Append
    from ehelse_cli.load.edit.new import yaml_text

    aar, typed = asked
    said = tuple(closed_time(text, aar) for text in typed)
    path, kalender = f"aarshjul/{aar}.yaml", data.aarshjul.get(f"aarshjul-{aar}")
    if kalender is None:
        stengt = stengte_tider(data, aar, said)
        return desk.create(path, yaml_text(kalenderhode(forumene(data, aar), stengt))), stengt, True
    there = staar_stengt(kalender)
    new = said if there else stengte_tider(data, aar, said)
    if new:
        desk = desk.change(path, *(Append(("hendelser",), stengthendelse(en)) for en in new))
    return desk, tuple(sorted((*there, *new), key=lambda en: en.dager.fra)), False


# --- the files, and the rules


def _with_plan(desk: Desk, forslag: Forslag, stengt: Sequence[StengtTid], data: Dataset) -> Desk:
    """A new calendar with all that the plan has, and the meetings."""
    from ehelse_cli.aarsplan.filer import formoetehendelser, kalenderhode
    from ehelse_cli.load.edit.new import yaml_text

    head = kalenderhode(data.aarshjul[f"aarshjul-{forslag.aar}"].forum, stengt, formoetehendelser(forslag))
    return _with_meetings(desk.create(f"aarshjul/{forslag.aar}.yaml", yaml_text(head)), forslag)


def _with_events(desk: Desk, forslag: Forslag) -> Desk:
    """The preparatory meetings in the calendar that is there."""
    from ehelse_cli.aarsplan.filer import formoetehendelser
    from ehelse_cli.load.edit.change import Append

    events = [Append(("hendelser",), event) for event in formoetehendelser(forslag)]
    return desk.change(f"aarshjul/{forslag.aar}.yaml", *events) if events else desk


def _with_meetings(desk: Desk, forslag: Forslag) -> Desk:
    """The files of the new meetings."""
    from ehelse_cli.aarsplan.filer import moetefiler
    from ehelse_cli.load.edit.new import markdown_text

    for path, head in moetefiler(forslag):
        desk = desk.create(path, markdown_text(head, ""))
    return desk


def _findings(opened: Opened, desk: Desk, aar: int) -> tuple[Finding, ...]:
    """What the rules about the year find when the plan counts as published, and did not find before."""
    from ehelse_cli.load.dataset import load
    from ehelse_cli.load.edit.change import Put
    from ehelse_cli.rules.aar import AAR_RULES
    from ehelse_cli.rules.engine import judge

    published = desk.change(f"aarshjul/{aar}.yaml", Put(("publisert",), opened.dag.isoformat()))
    rules = [rule for rule in AAR_RULES if rule.info.name != "sent-aarshjul"]
    before = {one.fingerprint for one in judge((), opened.data, opened.dag, rules).findings}
    after = judge((), load(published.after).dataset, opened.dag, rules).findings
    return tuple(one for one in after if one.fingerprint not in before)


def moved(made: Made) -> tuple[str, ...]:
    """The meetings that stand and that the plan would have on another day."""
    from ehelse_cli.oversikt.aarsplan import Planlagt

    if not isinstance(made.plan, Planlagt):
        return ()
    alle = made.plan.forslag.moeter
    return tuple(en.id for en in alle if en.staar and made.data.moeter[en.id].tid.dato != en.tid.dato)
