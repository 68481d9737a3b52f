"""One small council for the rules' tests: a mandate of a few blocks, a few members, perhaps a meeting."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

from ehelse_cli.core.finding import Finding
from ehelse_cli.core.mandat.mandat import PAAKREVDE_BLOKKER
from ehelse_cli.load.dataset import Loaded
from ehelse_cli.rules.catalogue import RULES
from ehelse_cli.rules.engine import judge
from tests.trees import load_tree

DAG = date(2026, 11, 23)

FORUM = "forum/raad.yaml"
MANDAT = "mandater/raad/2024-01-01.md"
MOETE = "moeter/raad/2026-m1.md"

#: Three members, known from the day the mandate came into force.
TRE = """
navn: Rådet
saksnummer: N/AAAA
medlemmer_kjent_fra: 2024-01-01
medlemmer:
  - {navn: Kari Moen, periode: 2024-01-01}
  - {navn: Ola Sandvik, periode: 2024-01-01}
  - {navn: Liv Ek, periode: 2024-01-01}
"""


def mandat(blokker: str = "", *, forum: str = "raad", fra: str = "2024-01-01", status: str = "vedtatt") -> str:
    """The file: these blocks, and for the rest that the mandate was read and is silent."""
    sagt = dedent(blokker).strip()
    har = {line.split(":")[0] for line in sagt.splitlines() if line[:1].isalpha()}
    taust = [f"{blokk}: ikke_regulert" for blokk in PAAKREVDE_BLOKKER if blokk not in har]
    return "\n".join(["---", f"forum: {forum}", f"status: {status}", f"gjelder_fra: {fra}", sagt, *taust, "---", ""])


def hode(text: str) -> str:
    """A Markdown file that is all head."""
    return f"---\n{dedent(text).strip()}\n---\n"


def raad(
    blokker: str = "", forum: str = TRE, moete: str | None = None, andre: dict[str, str] | None = None
) -> dict[str, str]:
    """The files of the council."""
    files = {FORUM: dedent(forum), MANDAT: mandat(blokker), **(andre or {})}
    return files if moete is None else {**files, MOETE: hode(moete)}


def read(files: dict[str, str]) -> Loaded:
    return load_tree(dict(files))


def findings(files: dict[str, str], dag: date = DAG) -> tuple[Finding, ...]:
    """Everything that is found, by all rules."""
    loaded = read(files)
    outcome = judge(loaded.findings, loaded.dataset, dag, RULES)
    assert outcome.crashes == ()
    return outcome.findings


def codes(files: dict[str, str], dag: date = DAG) -> list[str]:
    """The codes, in order of place."""
    return [finding.rule.code for finding in findings(files, dag)]


def graded(files: dict[str, str], dag: date = DAG) -> list[str]:
    """`CODE severity source`, in order of place."""
    return [f"{one.rule.code} {one.severity} {one.source}" for one in findings(files, dag)]
