"""The text of a mandate as it was adopted, with what it rests on, in the form that is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ehelse_cli.core.ankre import ankre
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.diff.mandat import side
from ehelse_cli.render import markdown
from ehelse_cli.report import mandatdiff_ord as ord_
from ehelse_cli.report.mandatdiff_html_tekst import trygt
from ehelse_cli.report.mandatdiff_stil import STIL
from ehelse_cli.report.mandatlogg import revisjon
from ehelse_cli.report.safe import json_safe, markdown_safe, xml_safe
from ehelse_cli.report.screen import Screen
from ehelse_cli.report.vis_felles import notis
from ehelse_cli.report.vis_mandat import vedtakstekst

SKJEMA = 1


@dataclass(frozen=True, slots=True)
class Mandattekst:
    """A mandate, the council that was asked for (which may have taken over from the mandate's), and the day."""

    data: Dataset
    forum: str
    mandat: Mandat
    dag: date

    @property
    def tittel(self) -> str:
        """`Mandat for Nasjonalt e-helseråd`."""
        return f"Mandat for {self.data.forumnavn(self.mandat.forum, self.mandat.fra or self.dag)}"

    @property
    def linjer(self) -> Iterator[str]:
        """What it rests on, a line each."""
        mandat, dag = self.mandat, self.mandat.fra or self.dag
        yield f"{mandat.id}: {ord_.sidetekst(side(mandat, self.data.virksomhetsnavn))}"
        vedtatt = vedtakstekst(self.data, mandat.vedtatt, dag) if mandat.vedtatt else ""
        yield f"{'til vedtak' if mandat.er_utkast else 'vedtatt'}: {vedtatt or 'ikke oppgitt'}"
        if mandat.forum != self.forum:
            nye = self.data.forumnavn(self.forum, self.dag)
            yield f"{nye} hadde ikke noe mandat {datotekst(self.dag)}; dette er mandatet for det som var før"
        if mandat.ledd().kilde != "mandat":
            yield f"gjengitt etter: {mandat.ledd().kilde}"
        yield from filter(None, [notis(self.data)])


def som_tekst(tekst: Mandattekst, skjerm: Screen) -> str:
    """For the terminal: the prose as it stands."""
    hode = [skjerm.paint(linje, "fet") for linje in skjerm.wrapped(tekst.tittel, 0)]
    hode += [skjerm.paint(rad, "svak") for linje in tekst.linjer for rad in skjerm.wrapped(linje, 0)]
    kropp = [skjerm.plain(linje) for linje in tekst.mandat.tekst.strip().split("\n")]
    return "\n".join([*hode, "", *kropp]) + "\n"


def som_markdown(tekst: Mandattekst) -> str:
    """A page; the prose with its headings below the title."""
    hode = [f"# {markdown_safe(tekst.tittel)}", "", *(f"- {markdown_safe(linje)}" for linje in tekst.linjer)]
    return "\n".join([*hode, "", markdown.tidy(tekst.mandat.tekst, 2).strip("\n")]) + "\n"


def som_html(tekst: Mandattekst) -> str:
    """A page that needs nothing else."""
    kropp = markdown.to_html(markdown.tidy(tekst.mandat.tekst, 2), "Tabell")
    linjer = [
        "<!doctype html>",
        f'<html lang="{tekst.mandat.maalform}">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{trygt(tekst.tittel)}</title><style>{STIL}</style></head>",
        f"<body><main><h1>{trygt(tekst.tittel)}</h1>",
        f'<ul class="svak">{"".join(f"<li>{trygt(linje)}</li>" for linje in tekst.linjer)}</ul>',
        kropp.strip("\n"),
        "</main></body></html>",
    ]
    return xml_safe("\n".join(linjer)) + "\n"


def som_json(tekst: Mandattekst) -> str:
    """The revision, its prose, and its clauses by anchor."""
    dokument: dict[str, Any] = {
        "skjema": SKJEMA,
        "spurt_om": tekst.forum,
        "per": tekst.dag.isoformat(),
        **revisjon(tekst.mandat, tekst.data.mandat_for(tekst.mandat.forum, tekst.dag)),
        "navn": tekst.data.forumnavn(tekst.mandat.forum, tekst.mandat.fra or tekst.dag),
        "maalform": tekst.mandat.maalform,
        "punkter": [{"anker": en.id, "tittel": en.tittel} for en in ankre(tekst.mandat.tekst).values()],
        "tekst": tekst.mandat.tekst.strip("\n"),
    }
    return json_safe(json.dumps(dokument, ensure_ascii=False, indent=2)) + "\n"
