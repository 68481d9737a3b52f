"""The forms a plan can take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from ehelse_cli.plan.plan import Plan
from ehelse_cli.report.plan_json import samlet_json, som_json
from ehelse_cli.report.plan_markdown import som_markdown
from ehelse_cli.report.plan_tekst import som_tekst
from ehelse_cli.report.screen import Screen


class Planreporter(Protocol):
    """Tells of a plan in one form."""

    def __call__(self, plan: Plan, *, width: int = 100, color: bool = False, encoding: str = "utf-8") -> str:
        """The whole report, its last line ended. Only the terminal's form heeds width, colour and encoding."""


#: By the name that `--format` takes. Each tells of the same effects.
PLANREPORTERS: Mapping[str, Planreporter] = {"tekst": som_tekst, "markdown": som_markdown, "json": som_json}


def report(planer: Sequence[Plan], form: str, skjerm: Screen) -> str:
    """Every plan in that form, one after the other; as JSON one object, with `planer` where there are several."""
    if form == "json" and len(planer) != 1:
        return samlet_json(planer)
    reporter = PLANREPORTERS[form]
    deler = (reporter(en, width=skjerm.width, color=skjerm.colours, encoding=skjerm.encoding) for en in planer)
    return "\n".join(deler)
