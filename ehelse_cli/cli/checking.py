"""Runs the rules on what was read, and makes it a report."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from ehelse_cli.cli.all_rules import ALL_RULES
from ehelse_cli.cli.opening import Opened
from ehelse_cli.cli.version import version
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.load.dataset import Loaded
from ehelse_cli.load.les import LES_RULES
from ehelse_cli.report.closed import closed_lines, hidden, without_quotes
from ehelse_cli.report.report import Coverage, Report
from ehelse_cli.rules.catalogue import CATALOGUE
from ehelse_cli.rules.divided import ask_divided
from ehelse_cli.rules.engine import Rule, judge, subjects
from ehelse_cli.rules.unntak import UBRUKT


class NothingCheckedError(EhelseError):
    """What was asked for is not in the tree."""

    exit_code = 3

    def __init__(self, path: str) -> None:
        super().__init__(
            f"ingenting er sjekket: «{path}» er ingen fil eller mappe i datatreet",
            "Stien er fra mappen du står i, eller fra mappen som har data/. Uten sti sjekkes alt.",
        )


def check(opened: Opened, revision: str | None, rules: Sequence[Rule] | None = None) -> Report:
    """Everything that was found, on the day: about form, and by all the rules or these."""
    loaded = opened.loaded
    outcome = judge(loaded.findings, loaded.dataset, opened.dag, ALL_RULES if rules is None else rules, ask_divided)
    closed = closed_lines(loaded.dataset)
    return Report(
        findings=tuple(without_quotes(finding, closed) for finding in outcome.findings),
        dag=opened.dag,
        versjon=version(),
        revisjon=revision,
        files=loaded.files,
        objects=_objects(loaded.dataset),
        rules=len(CATALOGUE),
        idle=outcome.idle,
        crashes=outcome.crashes,
        texts={fil.path: hidden(fil.text, closed.get(fil.path, ())) for fil in loaded.dataset.files.values()}
        | dict(loaded.dataset.maler),
        coverage=_coverage(loaded),
    )


def _coverage(loaded: Loaded) -> tuple[Coverage, ...]:
    """What each rule had to look at: those about form every file, the others the objects of their kind."""
    form = (Coverage(rule, "fil", loaded.files) for rule in LES_RULES)
    asked = (Coverage(rule.info, rule.about, subjects(loaded.dataset, rule.about)) for rule in ALL_RULES)
    return (*form, *asked, Coverage(UBRUKT, "fil", len(loaded.dataset.files)))


def _objects(data: Dataset) -> int:
    kinds = (data.virksomheter, data.forum, data.mandater, data.moeter, data.saker, data.aarshjul)
    return sum(map(len, kinds)) + len(data.personer)


def narrowed(report: Report, paths: Sequence[str], opened: Opened) -> Report:
    """The report with the findings in these files and folders only; as it is when no path is given.

    Raises:
        NothingCheckedError: if a path names nothing in the tree.
    """
    if not paths:
        return report
    known = {*report.texts, *opened.data.attachments, *(finding.location.path for finding in report.findings)}
    inside = frozenset().union(*(_below(path, known, opened.root) for path in paths))
    found = tuple(finding for finding in report.findings if finding.location.path in inside)
    return replace(report, findings=found, files=len(inside))


def _below(given: str, known: set[str], root: Path) -> frozenset[str]:
    for path in readings(given, root):
        below = frozenset(one for one in known if path in (".", one) or one.startswith(f"{path}/"))
        if below:
            return below
    raise NothingCheckedError(given)


def readings(given: str, root: Path) -> tuple[str, ...]:
    """What a path may mean, from the root: as seen from here, and as it stands in reports."""
    here = os.path.abspath(given)  # noqa: PTH100 (the path may be one of a revision: never ask the disk)
    real = os.path.realpath(given)
    return tuple(os.path.relpath(path, root).replace(os.sep, "/") for path in (here, real, root / given))
