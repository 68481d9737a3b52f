"""Every rule there is: those below, and the one that must know what papers are made of to tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli import rules
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.diff import regler
from ehelse_cli.rules.engine import Rule


def _ukjent_malvariabel(data: Dataset, dag: date) -> Iterator[Hit]:
    if not data.maler:  # most trees have none, and need not load what fills them
        return
    from ehelse_cli.render.malvariabler import ukjent_malvariabel

    yield from ukjent_malvariabel(data, dag)


#: In the order they are asked.
RULES: tuple[Rule, ...] = (*regler.RULES, Rule(rules.UKJENT_MALVARIABEL, "fil", _ukjent_malvariabel))
