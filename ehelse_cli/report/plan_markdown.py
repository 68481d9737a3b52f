"""A plan for a pull request: a summary first, then the changes, then what each does to whom."""

from __future__ import annotations

from collections.abc import Iterator

from ehelse_cli.core.spraak import stor
from ehelse_cli.plan.plan import Plan
from ehelse_cli.plan.virkning import OMRAADER, Omraade, Virkning
from ehelse_cli.report import plan_ord as ord_
from ehelse_cli.report.safe import markdown_safe
from ehelse_cli.report.screen import ANYWHERE, Screen


def som_markdown(plan: Plan, _skjerm: Screen = ANYWHERE) -> str:
    """The report as GitHub's Markdown, everything from the files escaped."""
    deler = [_hode(plan), oversikt(plan), _endringer(plan), *(_omraade(plan, omraade) for omraade in OMRAADER)]
    deler += [_avsnitt(ord_.bare_kjent_naa(plan)), _vedtak(plan)]
    return "\n\n".join("\n".join(linjer) for linjer in deler if linjer) + "\n"


def _hode(plan: Plan) -> list[str]:
    rammer = [f"- **{stor(navn)}:** {markdown_safe(verdi)}" for navn, verdi in ord_.rammer(plan)]
    return [f"## {markdown_safe(ord_.tittel(plan))}", "", *rammer]


def oversikt(plan: Plan) -> list[str]:
    """The plan in a sentence or two: how many changes, and whom they reach."""
    tall = [ord_.sammendrag(plan), ord_.beroert(plan)] if plan.endringer else []
    tall += [] if plan.virkninger else [ord_.ingen_virkninger(plan)]
    return [f"**{markdown_safe(tekst)}**  " for tekst in tall if tekst]


def _endringer(plan: Plan) -> list[str]:
    celler = [(str(en.nr), ord_.endringstekst(plan, en), ord_.utfallstekst(plan, en)) for en in ord_.vist(plan)]
    rader = [f"| {' | '.join(markdown_safe(celle) or '–' for celle in rad)} |" for rad in celler]
    return ["### Endringer", "", "| Nr. | Endring | Utfall |", "| ---: | --- | --- |", *rader] if rader else []


def _omraade(plan: Plan, omraade: Omraade) -> list[str]:
    rader = ord_.rader(plan.i(omraade))
    if not rader:
        return []
    uroert = ord_.uroert(plan, omraade)
    return [
        f"### {ord_.OMRAADENAVN[omraade][0]}{f' ({uroert})' if uroert else ''}",
        "",
        "| | Hvem | Hva | Årsak |",
        "| --- | --- | --- | --- |",
        *(linje for rad in rader for linje in _rad(rad)),
    ]


def _rad(rad: ord_.Rad) -> Iterator[str]:
    for nr, virkning in enumerate(rad.virkninger):
        navn = ord_.navnene(rad) if nr == 0 else ""
        celler = (navn, _hva(virkning), ord_.aarsakstekst(virkning))
        yield f"| `{virkning.merke}` | {' | '.join(markdown_safe(celle) for celle in celler)} |"


def _hva(virkning: Virkning) -> str:
    deler = (ord_.virkningstekst(virkning), ord_.mangler(virkning), virkning.melding.hjelp)
    return ". ".join(stor(del_) for del_ in deler if del_)


def _avsnitt(tekst: str) -> list[str]:
    return [markdown_safe(tekst)] if tekst else []


def _vedtak(plan: Plan) -> list[str]:
    linjer = [f"- {markdown_safe(stor(ord_.vedtakstekst(plan, krav)))}" for krav in plan.vedtak]
    return ["### Vedtak", "", *linjer] if linjer else []
