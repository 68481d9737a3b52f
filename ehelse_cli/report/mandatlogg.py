"""A council's mandates through time: who adopted each, where, when, and what it changed; or one clause of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.diff.endring import Endring, Nivaa
from ehelse_cli.diff.historie import Steg
from ehelse_cli.diff.mandat import Mandatdiff, side
from ehelse_cli.diff.punkthistorie import Punktsteg
from ehelse_cli.report import mandatdiff_ord as ord_
from ehelse_cli.report.mandatdiff_tekst import blokklinjer
from ehelse_cli.report.safe import json_safe, markdown_safe
from ehelse_cli.report.screen import Screen
from ehelse_cli.report.vis_mandat import vedtakstekst

SKJEMA = 1
_PUNKTORD = {
    "foerste": "slik er det i den første som er kjent",
    "lik": "uendret",
    "endret": "endret",
    "ny": "kom til",
    "borte": "falt bort",
    "mangler": "finnes ikke her",
}


@dataclass(frozen=True, slots=True)
class Linje:
    """What is told of one revision before what it changed."""

    tittel: str
    merke: str
    om: tuple[str, ...]


def linje(data: Dataset, mandat: Mandat, gjeldende: Mandat | None, dag: date) -> Linje:
    """`nuit@2025-01-01 (gjelder)`; name and time; who adopted it, when and in which case."""
    gjelder = gjeldende is not None and gjeldende.id == mandat.id
    status = "utkast" if mandat.er_utkast else "gjelder" if gjelder else ""
    vedtatt = vedtakstekst(data, mandat.vedtatt, dag) if mandat.vedtatt else ""
    innledning = "til vedtak" if mandat.er_utkast else "vedtatt"
    om = (ord_.sidetekst(side(mandat, data.virksomhetsnavn)), f"{innledning}: {vedtatt or 'ikke oppgitt'}")
    return Linje(f"{mandat.id}{f' ({status})' if status else ''}", "○" if mandat.er_utkast else "●", om)


def _tittel(data: Dataset, forum: str, dag: date, punkt: str) -> str:
    om = f", {punkt}" if punkt else ""
    return f"Mandatene for {data.forumnavn(forum, dag)}{om}"


def _sammendrag(steg: Steg) -> str:
    if steg.endring is None:
        return "Den første som er kjent." if not steg.mandat.er_utkast else "Det er ikke noe å holde det mot."
    return ord_.ingen_endringer(steg.endring) if steg.endring.uendret else ord_.sammendrag(steg.endring)


def _endringer(diff: Mandatdiff | None) -> Iterator[Endring]:
    """The changes of the rules, the gravest first, and of words that a person must read."""
    if diff is not None:
        for nivaa in Nivaa:
            yield from ord_.av_nivaa(diff, nivaa)


# --- the terminal


def som_tekst(data: Dataset, forum: str, stegene: Sequence[Steg], dag: date, skjerm: Screen) -> str:
    """The timeline, oldest first."""
    gjeldende = data.mandat_for(forum, dag)
    deler = [[skjerm.paint(_tittel(data, forum, dag, ""), "fet")]]
    for steg in stegene:
        linjer = [*_hode(linje(data, steg.mandat, gjeldende, dag), skjerm), *_innrykket(_sammendrag(steg), skjerm)]
        for endring in _endringer(steg.endring):
            foerste, *resten = skjerm.wrapped(ord_.setning(endring), 6)
            linjer += [f"    {ord_.merke(endring)} {foerste}", *resten]
        deler.append(linjer)
    return "\n\n".join("\n".join(linjer) for linjer in deler) + "\n"


def _hode(om: Linje, skjerm: Screen) -> list[str]:
    linjer = [f"{skjerm.paint(om.merke, 'cyan')} {skjerm.paint(om.tittel, 'fet')}"]
    return [*linjer, *(skjerm.paint(rad, "svak") for tekst in om.om for rad in _innrykket(tekst, skjerm))]


def _innrykket(tekst: str, skjerm: Screen) -> list[str]:
    return [f"  {rad.strip()}" for rad in skjerm.wrapped(tekst, 2)]


def punkt_som_tekst(data: Dataset, forum: str, stegene: Sequence[Punktsteg], dag: date, skjerm: Screen) -> str:
    """One clause through time, its words redlined."""
    gjeldende = data.mandat_for(forum, dag)
    navn = next(steg.tittel for steg in reversed(stegene) if steg.tittel)
    deler = [[skjerm.paint(_tittel(data, forum, dag, f"«{navn}»"), "fet")]]
    for steg in stegene:
        linjer = _hode(linje(data, steg.mandat, gjeldende, dag), skjerm)
        linjer += _innrykket(_punktord(steg), skjerm)
        if steg.slag in ("foerste", "ny"):
            linjer += [f"    {rad.strip()}" for blokk in steg.blokker for rad in skjerm.wrapped(blokk.bit[0].tekst, 4)]
        elif steg.slag in ("endret", "borte"):
            linjer += [f" {rad}" for blokk in steg.blokker if blokk.slag != "lik" for rad in blokklinjer(blokk, skjerm)]
        deler.append(linjer)
    return "\n\n".join("\n".join(linjer) for linjer in deler) + "\n"


def _punktord(steg: Punktsteg) -> str:
    return f"«{steg.tittel}»: {_PUNKTORD[steg.slag]}" if steg.tittel else _PUNKTORD[steg.slag]


# --- Markdown


def som_markdown(data: Dataset, forum: str, stegene: Sequence[Steg], dag: date) -> str:
    """The timeline as a page."""
    gjeldende = data.mandat_for(forum, dag)
    linjer = [f"# {markdown_safe(_tittel(data, forum, dag, ''))}"]
    for steg in stegene:
        linjer += ["", *_hode_md(linje(data, steg.mandat, gjeldende, dag)), "", markdown_safe(_sammendrag(steg))]
        rader = [f"- `{ord_.merke(en)}` {markdown_safe(ord_.setning(en))}" for en in _endringer(steg.endring)]
        linjer += ["", *rader] if rader else []
    return "\n".join(linjer) + "\n"


def _hode_md(om: Linje) -> list[str]:
    return [f"## {markdown_safe(om.tittel)}", "", *(f"- {markdown_safe(tekst)}" for tekst in om.om)]


def punkt_som_markdown(data: Dataset, forum: str, stegene: Sequence[Punktsteg], dag: date) -> str:
    """One clause through time as a page."""
    gjeldende = data.mandat_for(forum, dag)
    navn = next(steg.tittel for steg in reversed(stegene) if steg.tittel)
    linjer = [f"# {markdown_safe(_tittel(data, forum, dag, f'«{navn}»'))}"]
    for steg in stegene:
        linjer += ["", *_hode_md(linje(data, steg.mandat, gjeldende, dag)), "", f"**{markdown_safe(_punktord(steg))}**"]
        if steg.slag not in ("lik", "mangler"):
            linjer += [
                f"\n> {' '.join(_bit(bit.slag, bit.tekst, steg) for bit in blokk.bit)}" for blokk in steg.blokker
            ]
    return "\n".join(linjer) + "\n"


def _bit(slag: str, tekst: str, steg: Punktsteg) -> str:
    trygg = markdown_safe(tekst)
    if slag == "lik" or steg.slag in ("foerste", "ny"):
        return trygg
    return f"~~{trygg}~~" if slag == "borte" else f"**{trygg}**"


# --- JSON


def som_json(data: Dataset, forum: str, stegene: Sequence[Steg], dag: date) -> str:
    """`revisjoner`, oldest first; `endringer` are those of the rules and of words that a person must read."""
    gjeldende = data.mandat_for(forum, dag)
    rader = [
        {
            **revisjon(steg.mandat, gjeldende),
            "erstatter": steg.foer.id if steg.foer else None,
            "endringer": [
                {"id": en.id, "nivaa": str(en.nivaa), "sti": en.sti, "tekst": ord_.setning(en)}
                for en in _endringer(steg.endring)
            ],
        }
        for steg in stegene
    ]
    return _json({"skjema": SKJEMA, "forum": forum, "per": dag.isoformat(), "revisjoner": rader})


def punkt_som_json(data: Dataset, forum: str, stegene: Sequence[Punktsteg], dag: date) -> str:
    """`revisjoner`, oldest first, each with the clause's anchor there and its words (`slag`: lik, ny, borte)."""
    gjeldende = data.mandat_for(forum, dag)
    rader = [
        {
            **revisjon(steg.mandat, gjeldende),
            "anker": steg.anker,
            "tittel": steg.tittel or None,
            "slag": steg.slag,
            "blokker": [
                {"slag": blokk.slag, "biter": [{"slag": bit.slag, "tekst": bit.tekst} for bit in blokk.bit]}
                for blokk in steg.blokker
            ],
        }
        for steg in stegene
    ]
    return _json({"skjema": SKJEMA, "forum": forum, "per": dag.isoformat(), "revisjoner": rader})


def revisjon(mandat: Mandat, gjeldende: Mandat | None) -> dict[str, Any]:
    """What says which revision it is; null where it is not told or not known."""
    vedtatt = mandat.vedtatt
    return {
        "id": mandat.id,
        "forum": mandat.forum,
        "status": mandat.status,
        "gjelder": gjeldende is not None and gjeldende.id == mandat.id,
        "gjelder_fra": mandat.gjelder_fra.isoformat() if isinstance(mandat.gjelder_fra, date) else None,
        "kjent_per": mandat.kjent_per.isoformat() if mandat.kjent_per else None,
        "gjelder_til": mandat.gjelder_til.isoformat() if mandat.gjelder_til else None,
        "vedtatt": {
            "av": _eller_ukjent(vedtatt.av if vedtatt else None),
            "dato": _eller_ukjent(vedtatt.dato if vedtatt else None),
            "sak": _eller_ukjent(vedtatt.sak if vedtatt else None),
        },
    }


def _eller_ukjent(verdi: object) -> str | None:
    """The value as text; null where it is not told or not known."""
    return None if verdi is None or isinstance(verdi, Taushet) else str(verdi)


def _json(dokument: dict[str, Any]) -> str:
    return json_safe(json.dumps(dokument, ensure_ascii=False, indent=2)) + "\n"
