"""Plans as one comment on a pull request: what the new mandates do, and then what changed in them."""

from __future__ import annotations

from dataclasses import replace

from ehelse_cli.diff.samling import Samling
from ehelse_cli.plan.plan import Plan, Planer
from ehelse_cli.report import plan_ord as ord_
from ehelse_cli.report.github_kommentar import Virkning, github_kommentar
from ehelse_cli.report.plan_markdown import som_markdown


def plan_kommentar(samling: Samling, planer: Planer) -> str:
    """The comment on what was compared, with the consequences where they could be planned."""
    etter_id = {en.diff.ny.id: en for en in planer.planer}
    differ = tuple(etter_id[en.ny.id].diff if en.ny.id in etter_id else en for en in samling.differ)
    virkninger = {id_: Virkning(_sammendrag(en), som_markdown(en)) for id_, en in etter_id.items()}
    return github_kommentar(replace(samling, differ=differ), virkninger)


def _sammendrag(plan: Plan) -> str:
    deler = [ord_.sammendrag(plan), ord_.beroert(plan)] if plan.endringer else []
    return " · ".join(filter(None, deler)) or ord_.ingen_virkninger(plan)
