"""The forms a plan can take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from ehelse_cli.plan.plan import Plan, Planer
from ehelse_cli.report import plan_ord as ord_
from ehelse_cli.report.plan_json import samlet_json, som_json
from ehelse_cli.report.plan_markdown import som_markdown
from ehelse_cli.report.plan_tekst import som_tekst
from ehelse_cli.report.safe import markdown_safe
from ehelse_cli.report.screen import ANYWHERE, Screen


class Planreporter(Protocol):
    """Tells of a plan in one form."""

    def __call__(self, plan: Plan, skjerm: Screen = ANYWHERE, /) -> str:
        """The whole report, its last line ended. Only the terminal's form heeds the screen."""


#: By the name that `--format` takes. Each tells of the same effects.
PLANREPORTERS: Mapping[str, Planreporter] = {"tekst": som_tekst, "markdown": som_markdown, "json": som_json}


def report(planer: Planer, form: str, skjerm: Screen) -> str:
    """Every plan in that form, one after the other; as JSON one object, with `planer` where two states are compared."""
    if form == "json":
        return samlet_json(planer) if planer.fra or planer.til else som_json(planer.planer[0])
    reporter = PLANREPORTERS[form]
    deler = [reporter(en, skjerm) for en in planer.planer] or [_uten_endringer(planer, form, skjerm)]
    uten = ord_.uten_plan(planer)
    return "\n".join([*deler, *([_avsnitt(uten, form, skjerm)] if uten else [])])


def _uten_endringer(planer: Planer, form: str, skjerm: Screen) -> str:
    return _avsnitt(ord_.ingen_planer(planer), form, skjerm)


def _avsnitt(tekst: str, form: str, skjerm: Screen) -> str:
    return f"{markdown_safe(tekst)}\n" if form == "markdown" else "\n".join(skjerm.wrapped(tekst, 0)) + "\n"
