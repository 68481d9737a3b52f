"""Holds what was found against another revision, judged by the same day, and leaves what is new."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from ehelse_cli.cli.all_rules import ALL_RULES
from ehelse_cli.cli.opening import Opened
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.finding import Finding
from ehelse_cli.load import les
from ehelse_cli.load.dataset import load
from ehelse_cli.load.git import GitTree, open_revision
from ehelse_cli.load.git_history import open_base
from ehelse_cli.report.report import Comparison, Report
from ehelse_cli.rules.engine import judge
from ehelse_cli.rules.nye import new_findings


class NothingComparedError(EhelseError):
    """The repository lacks part of the other side: what is missing would seem to be without mistakes."""

    def __init__(self, name: str, findings: Iterable[Finding]) -> None:
        paths = ", ".join(finding.location.path for finding in findings)
        super().__init__(
            f"ingenting er sammenlignet: {name} har filer som ikke kan leses ({paths})",
            "Kjør: git fetch --refetch origin",
        )


def only_new(report: Report, opened: Opened, revision: str | None) -> Report:
    """The report with the findings that the other side (`revision`, or where this branch began) does not have.

    Raises:
        NothingComparedError: if the repository lacks part of it.
        EhelseError: if there is no such revision, or it cannot be read.
    """
    tree = _other_side(opened, report.revisjon or "HEAD", revision)
    loaded = load(tree)
    missing = [one for one in loaded.findings if one.rule is les.ULESELIG_FIL and "uleselig" in one.key]
    if missing:
        raise NothingComparedError(tree.name, missing)
    other = judge(loaded.findings, loaded.dataset, opened.dag, ALL_RULES)
    new = new_findings(report.findings, other.findings)
    here = f"revisjonen «{report.revisjon}»" if report.revisjon else "arbeidstreet"
    compared = Comparison(here, tree.name, len(report.findings) - len(new), len(loaded.dataset.broken))
    crashes = tuple(dict.fromkeys((*report.crashes, *other.crashes)))
    return replace(report, findings=new, crashes=crashes, mot=compared)


def _other_side(opened: Opened, head: str, revision: str | None) -> GitTree:
    if revision is None:
        return open_base(opened.root, head)
    tree = open_revision(opened.root, revision)
    return GitTree(tree.git, f"«{revision}» ({tree.commit[:10]})", tree.commit, tree.prefix)
