"""Every rule there is: those of `rules`, and those that must compare mandates to know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli import rules
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.rules.engine import Rule


def _foreldet_godkjenning(data: Dataset, dag: date) -> Iterator[Hit]:
    if not data.godtatt:  # most trees have none, and need not load what compares
        return
    from ehelse_cli.diff.godtatt import foreldet_godkjenning

    yield from foreldet_godkjenning(data, dag)


#: In the order they are asked.
RULES: tuple[Rule, ...] = (*rules.RULES, Rule(rules.FORELDET_GODKJENNING, "mandat", _foreldet_godkjenning))
