"""Every mandate that differs between two states of the files, in one report: which states first, then each mandate."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ehelse_cli.diff.mandat import Side
from ehelse_cli.diff.samling import Samling
from ehelse_cli.report import mandatdiff_html as html
from ehelse_cli.report import mandatdiff_ord as ord_
from ehelse_cli.report.mandatdiff_json import SKJEMA, side_som_json, som_objekt
from ehelse_cli.report.mandatdiff_markdown import som_markdown as ett_som_markdown
from ehelse_cli.report.mandatdiff_tekst import som_tekst as en_som_tekst
from ehelse_cli.report.safe import json_safe, markdown_safe
from ehelse_cli.report.screen import Screen


def tittel(samling: Samling) -> str:
    """`Mandatene i main (4f3ac1d2e0) → arbeidstreet`."""
    return f"Mandatene i {samling.fra} → {samling.til}"


def sammendrag(samling: Samling) -> str:
    """`2 mandater er endret, 1 er nytt`; that nothing is, when both sides were read whole and nothing is."""
    if samling.uendret and not samling.differ:
        return "Ingen endringer: mandatene er de samme."
    tall = ((len(samling.differ), "endret", "endret"), (len(samling.nye), "nytt", "nye"))
    deler = [f"{antall} {ett if antall == 1 else flere}" for antall, ett, flere in tall if antall]
    deler += [f"{len(samling.borte)} borte"] if samling.borte else []
    return f"Mandater: {', '.join(deler)}."


def _nye(samling: Samling) -> list[str]:
    """The mandates that stand alone, a line each."""
    return [f"{merke} {side.id} – {ord_.sidetekst(side)} ({hva})" for merke, side, hva in _alene(samling)]


def _alene(samling: Samling) -> Sequence[tuple[str, Side, str]]:
    nye = (("+", side, "nytt; ingen utgave før det å sammenligne med") for side in samling.nye)
    return [*nye, *(("−", side, "mandatet er borte") for side in samling.borte)]


def som_tekst(samling: Samling, skjerm: Screen) -> str:
    """For the terminal: the report of each, one after the other."""
    hode = [skjerm.paint(linje, "fet") for linje in skjerm.wrapped(tittel(samling), 0)]
    hode += skjerm.wrapped(sammendrag(samling), 0)
    hode += [linje for ett in _nye(samling) for linje in _innrykket(ett, skjerm)]
    deler = [en_som_tekst(en, skjerm) for en in samling.differ]
    strek = skjerm.paint("─" * min(skjerm.width, 80), "svak")
    return f"\n{strek}\n".join(["\n".join(hode) + "\n", *deler])


def _innrykket(tekst: str, skjerm: Screen) -> list[str]:
    foerste, *resten = skjerm.wrapped(tekst, 3, first=1)
    return [f" {foerste}", *resten]


def som_markdown(samling: Samling, _skjerm: Screen) -> str:
    """For a pull request."""
    hode = [f"# {markdown_safe(tittel(samling))}", "", markdown_safe(sammendrag(samling))]
    hode += ["", *(f"- {markdown_safe(linje)}" for linje in _nye(samling))] if _alene(samling) else []
    return "\n".join(["\n".join(hode) + "\n", *(ett_som_markdown(en) for en in samling.differ)])


def som_json(samling: Samling, _skjerm: Screen) -> str:
    """One object: the names of the two states, `mandater` (each as when it is compared alone), `nye` and `borte`."""
    dokument = {
        "skjema": SKJEMA,
        "fra_tre": samling.fra,
        "til_tre": samling.til,
        "uendret": samling.uendret,
        "mandater": [som_objekt(en) for en in samling.differ],
        "nye": [side_som_json(side) for side in samling.nye],
        "borte": [side_som_json(side) for side in samling.borte],
    }
    return json_safe(json.dumps(dokument, ensure_ascii=False, indent=2)) + "\n"


def som_html(samling: Samling, _skjerm: Screen) -> str:
    """One page."""
    return html.side(tittel(samling), [sammendrag(samling), *_nye(samling)], samling.differ, ved_siden=False)


def som_html_ved_siden(samling: Samling, _skjerm: Screen) -> str:
    """One page, with the two texts side by side."""
    return html.side(tittel(samling), [sammendrag(samling), *_nye(samling)], samling.differ, ved_siden=True)
