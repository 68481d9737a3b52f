"""Runs rules on a dataset: stamps what they saw, keeps order, and lets no crashed rule hide the others."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from traceback import extract_tb
from typing import Literal, TypeAlias

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Finding, Hit, RuleInfo
from ehelse_cli.rules.unntak import Bruk, set_aside, unused

#: What a rule looks at; a rule that met none of them has checked nothing, and the report says so.
About = Literal["aarshjul", "fil", "forum", "mandat", "moete", "sak", "virksomhet"]


class Rule(Struct, frozen=True):
    """One rule: its identity, what it looks at, and the pure generator that looks."""

    info: RuleInfo
    about: About
    check: Callable[[Dataset, date], Iterable[Hit]]


class Crash(Struct, frozen=True):
    """A rule that failed: our bug, never the user's."""

    rule: RuleInfo
    error: str


class Outcome(Struct, frozen=True):
    """All findings in order, the rules that crashed, and those that met nothing to look at."""

    findings: tuple[Finding, ...]
    crashes: tuple[Crash, ...] = ()
    idle: tuple[RuleInfo, ...] = ()
    unntak: tuple[Bruk, ...] = ()


class Answer(Struct, frozen=True):
    """What came of asking one rule: what it saw, or how it failed."""

    hits: tuple[Hit, ...] = ()
    error: str = ""


#: Asks rules about a dataset on a day: an answer for each, in their order.
Ask: TypeAlias = Callable[[Sequence[Rule], Dataset, date], list[Answer]]


def ask(rules: Sequence[Rule], data: Dataset, dag: date) -> list[Answer]:
    """An answer from each, one after the other."""
    return [_asked(rule, data, dag) for rule in rules]


def _asked(rule: Rule, data: Dataset, dag: date) -> Answer:
    try:
        return Answer(tuple(rule.check(data, dag)))
    except Exception as problem:  # noqa: BLE001 (the one place: a crashed rule must not hide the others)
        return Answer(error=_told(problem))


def judge(form: Iterable[Finding], data: Dataset, dag: date, rules: Sequence[Rule], ask: Ask = ask) -> Outcome:
    """The findings about form and those of the rules on the day, sorted by place; without those that are excepted."""
    answers = list(zip((rule.info for rule in rules), ask(rules, data, dag), strict=True))
    findings = [*form, *(Finding.of(info, hit) for info, answer in answers for hit in answer.hits)]
    crashes = tuple(Crash(info, answer.error) for info, answer in answers if answer.error)
    shown, bruk = set_aside(findings, data.unntak, dag)
    answered = {info.code for info, answer in answers if not answer.error}
    shown += () if data.broken else unused(bruk, answered)
    idle = tuple(rule.info for rule in rules if not subjects(data, rule.about))
    return Outcome(tuple(sorted(shown, key=lambda finding: finding.order)), crashes, idle, bruk)


def _told(problem: Exception) -> str:
    """What went wrong and where in our code. Never the exception's own words: they may quote what is exempt."""
    last = extract_tb(problem.__traceback__)[-1]
    return f"{type(problem).__name__} i {last.name}, linje {last.lineno}"


def subjects(data: Dataset, about: About) -> int:
    """How many objects of the kind there are."""
    return len(
        {
            "aarshjul": data.aarshjul,
            "fil": data.files,
            "forum": data.forum,
            "mandat": data.mandater,
            "moete": data.moeter,
            "sak": data.saker,
            "virksomhet": data.virksomheter,
        }[about]
    )
