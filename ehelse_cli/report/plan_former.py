"""The forms a plan can take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from ehelse_cli.plan.plan import Plan
from ehelse_cli.report.plan_json import som_json
from ehelse_cli.report.plan_markdown import som_markdown
from ehelse_cli.report.plan_tekst import som_tekst


class Planreporter(Protocol):
    """Tells of a plan in one form."""

    def __call__(self, plan: Plan, *, width: int = 100, color: bool = False, encoding: str = "utf-8") -> str:
        """The whole report, its last line ended. Only the terminal's form heeds width, colour and encoding."""


#: By the name that `--format` takes. Each tells of the same effects.
PLANREPORTERS: Mapping[str, Planreporter] = {"tekst": som_tekst, "markdown": som_markdown, "json": som_json}
