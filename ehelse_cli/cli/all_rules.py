"""Every rule there is, in one place.

Most of them stand in `rules/`, which asks only what the files say. Two need what stands above it: one compares
mandates, one knows what papers are made of. Commands ask these, never the shorter list.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.rules import catalogue
from ehelse_cli.rules.engine import Rule


def _foreldet_godkjenning(data: Dataset, dag: date) -> Iterator[Hit]:
    if not data.godtatt:  # most trees have none, and need not load what compares
        return
    from ehelse_cli.diff.godtatt import foreldet_godkjenning

    yield from foreldet_godkjenning(data, dag)


def _ukjent_malvariabel(data: Dataset, dag: date) -> Iterator[Hit]:
    if not data.maler:  # most trees have none, and need not load what fills them
        return
    from ehelse_cli.render.malvariabler import ukjent_malvariabel

    yield from ukjent_malvariabel(data, dag)


#: In the order they are asked.
ALL_RULES: tuple[Rule, ...] = (
    *catalogue.RULES,
    Rule(catalogue.FORELDET_GODKJENNING, "mandat", _foreldet_godkjenning),
    Rule(catalogue.UKJENT_MALVARIABEL, "fil", _ukjent_malvariabel),
)
