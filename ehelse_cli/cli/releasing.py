"""What stands between the tree and the public: findings that concern publication stop everything that would go out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from msgspec.structs import replace

from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.opening import Opened, tree_at
from ehelse_cli.cli.output import say, screen
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.finding import Finding, Severity
from ehelse_cli.load.process import begun
from ehelse_cli.public.gate import slipp_ut
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.publish.scan import Search, search_for
from ehelse_cli.publish.templates import vocabulary
from ehelse_cli.rules.engine import Outcome, judge
from ehelse_cli.rules.pub import PUB_RULES

#: Files. Below the first the start of a process costs more than it saves; from the second on, two that both look at all
#: that was read take more room than the time is worth.
WORTH_IT, LARGE = 300, 5000
#: What cannot be read may be exempt; and what the rules about disclosure say.
_FAMILIES = ("LES", "PUB")


class NotReleasedError(EhelseError):
    """Something in the files must be put right before anything goes out."""

    exit_code = 1

    def __init__(self, number: int) -> None:
        hva = "én feil" if number == 1 else f"{number} feil"
        super().__init__(
            f"ingenting er sluppet ut: {hva} gjelder det som kan vises for alle",
            "Rett dem, og prøv igjen. «ehelse regel KODE» forklarer hver av dem.",
        )


class RuleCrashedError(EhelseError):
    """A rule that guards the gate failed: then nobody knows."""

    exit_code = 4

    def __init__(self, codes: tuple[str, ...]) -> None:
        super().__init__(
            f"ingenting er sluppet ut: regelen {', '.join(codes)} krasjet, og da er det ikke sikkert hva som kan vises"
        )


def release(opened: Opened, shared: Felles) -> tuple[Offentlig, Search]:
    """What may go out on the day, and what must not be found in anything that does: two keys, at once if that pays.

    Raises:
        NotReleasedError: if findings that concern publication are errors; they are shown first.
        RuleCrashedError: if a rule about disclosure crashed.
    """
    key = partial(_second_key, opened, shared)
    second = begun(key) if WORTH_IT <= len(opened.data.files) < LARGE else key
    try:
        offentlig = slipp_ut(opened.data, opened.dag)
    except Exception:
        _turned(second(), opened, shared)  # what the rules say of the files, comes before what came of them
        raise
    return offentlig, _turned(second(), opened, shared)


@dataclass(frozen=True, slots=True)
class _Key:
    """What the rules say of the files; and what must not be found, if they let anything out."""

    outcome: Outcome
    search: Search | None


def _second_key(opened: Opened, shared: Felles) -> _Key:
    """Nothing that the rules stop is searched for: the files may be such that nobody can tell what is closed."""
    outcome = judge(opened.loaded.findings, opened.data, opened.dag, PUB_RULES)
    stopped = _crashed(outcome) or any(map(_stops, outcome.findings))
    return _Key(outcome, None if stopped else _guard(opened, shared))


def _turned(key: _Key, opened: Opened, shared: Felles) -> Search:
    """What to search for, if the rules let anything out; what they warn of is told."""
    if crashed := _crashed(key.outcome):
        raise RuleCrashedError(crashed)
    if key.search is None:
        raise NotReleasedError(_show_what_stops(opened, shared))
    _tell_of_warnings(tuple(filter(_warns, key.outcome.findings)), shared)
    return key.search


def _crashed(outcome: Outcome) -> tuple[str, ...]:
    """The rules about disclosure that did."""
    return tuple(crash.rule.code for crash in outcome.crashes if crash.rule.code.startswith(_FAMILIES))


def _show_what_stops(opened: Opened, shared: Felles) -> int:
    """The findings that stop it, as `valider` shows them; and how many they are."""
    from ehelse_cli.cli.checking import check  # a report needs far more than what is asked here
    from ehelse_cli.report.as_text import as_text

    report = check(opened, shared.revisjon, PUB_RULES)
    stopping = tuple(filter(_stops, report.findings))
    place = screen(shared.farge)
    say(as_text(replace(report, findings=stopping), place), colours=place.colours)
    return len(stopping)


def _guard(opened: Opened, shared: Felles) -> Search:
    tree = tree_at(opened.root, shared.revisjon)
    return search_for(opened.data, opened.dag, lambda path: tree.read(path.removeprefix("data/")), vocabulary())


def _tell_of_warnings(findings: tuple[Finding, ...], shared: Felles) -> None:
    """What does not stop it, but somebody should look at: how much, and where to see it."""
    if findings and not shared.stille:
        hva = "én advarsel" if len(findings) == 1 else f"{len(findings)} advarsler"
        steder = ", ".join(sorted({finding.location.path for finding in findings}))
        say(f"merk: {hva} om offentlighet i {steder}; «ehelse valider» viser dem")


def _warns(finding: Finding) -> bool:
    return finding.severity is Severity.ADVARSEL and finding.rule.code.startswith(_FAMILIES)


def _stops(finding: Finding) -> bool:
    return finding.severity is Severity.FEIL and finding.rule.code.startswith(_FAMILIES)
