"""A comparison of two mandates for a pull request: a summary first, then the rules, then the redline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ehelse_cli.diff.endring import Endring, Prosasted
from ehelse_cli.diff.mandat import Mandatdiff
from ehelse_cli.diff.prosa import Bit, Blokkdiff, Seksjonsdiff
from ehelse_cli.report import mandatdiff_ord as ord_
from ehelse_cli.report.safe import markdown_safe
from ehelse_cli.report.screen import ANYWHERE, Screen

_BLOKKORD: Mapping[str, str] = {"ny": "Nytt", "borte": "Borte", "endret": "Endret", "flyttet": "Flyttet"}


def som_markdown(diff: Mandatdiff, _skjerm: Screen = ANYWHERE) -> str:
    """The report as GitHub's Markdown, everything from the files escaped."""
    deler = [_hode(diff), _oversikt(diff), _regler(diff), _kilder(diff), _prosa(diff), _slutt(diff)]
    return "\n\n".join("\n".join(linjer) for linjer in deler if linjer) + "\n"


def _hode(diff: Mandatdiff) -> list[str]:
    sider = [
        f"- **{navn}:** {markdown_safe(ord_.sidetekst(side))}"
        for navn, side in (("Fra", diff.gammel), ("Til", diff.ny))
    ]
    return [f"## {markdown_safe(ord_.tittel(diff))}", "", *sider]


def _oversikt(diff: Mandatdiff) -> list[str]:
    if diff.uendret:
        return [f"**{markdown_safe(ord_.ingen_endringer(diff))}**"]
    rader = [f"| {navn} – {forklaring} | {antall} |" for navn, forklaring, antall in _tall(diff)]
    return ["| Nivå | Endringer |", "| --- | ---: |", *rader]


def _tall(diff: Mandatdiff) -> Iterator[tuple[str, str, str]]:
    for nivaa, (navn, forklaring, *_) in ord_.NIVAAER.items():
        if antall := diff.antall(nivaa):
            yield f"**{navn}**", forklaring, str(antall)
    if diff.om_kilden:
        yield "Kildene", "bare hva som er kjent", str(len(diff.om_kilden))
    if avsnitt := ord_.avsnittstall(diff):
        yield "Teksten", "avsnitt", avsnitt


def _regler(diff: Mandatdiff) -> list[str]:
    rader = [_rad(diff, endring) for nivaa in ord_.NIVAAER for endring in ord_.av_nivaa(diff, nivaa)]
    hode = [
        "### Reglene",
        "",
        "| Nivå | Regel | Før | Etter | Endring | Punkt |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    return [*hode, *rader] if rader else []


def _rad(diff: Mandatdiff, endring: Endring) -> str:
    fra, til = ord_.fra_til(endring)
    hva = ", ".join(filter(None, (endring.hva, ord_.RETNINGER[endring.retning], ord_.uten_ekko(diff, endring))))
    celler = (
        f"{endring.nivaa} (godtatt)" if diff.godkjenning(endring) else str(endring.nivaa),
        f"{ord_.merke(endring)} {ord_.sted(endring)}",
        fra,
        til,
        hva,
        diff.klausul(endring.punkt),
    )
    return f"| {' | '.join(markdown_safe(celle) or '–' for celle in celler)} |"


def _kilder(diff: Mandatdiff) -> list[str]:
    linjer: list[str] = []
    for id_, rader in ord_.per_kildeslag(diff.om_kilden):
        innledning, med_verdi = ord_.KILDESLAG[id_]
        if med_verdi:
            linjer += [f"- **{innledning}:**", *(f"  - {markdown_safe(ord_.kildesetning(rad))}" for rad in rader)]
        else:
            linjer.append(f"- **{innledning}:** {markdown_safe(', '.join(ord_.sted(rad) for rad in rader))}")
    return ["### Kildene", "", *linjer] if linjer else []


def _prosa(diff: Mandatdiff) -> list[str]:
    forklart = ord_.forklaringer(diff)
    linjer = [linje for seksjon in diff.endrede_seksjoner for linje in ("", *_seksjon(seksjon, forklart))]
    return ["### Teksten", *linjer] if linjer else []


def _seksjon(seksjon: Seksjonsdiff, forklart: Mapping[Prosasted, Sequence[Endring]]) -> Iterator[str]:
    tittel, merknad, endret = ord_.overskrift(seksjon)
    yield f"#### {markdown_safe(tittel)}{f' ({merknad})' if merknad else ''}"
    yield ""
    for blokk in endret:
        fra = f" fra {markdown_safe(blokk.fra or 'innledningen')}" if blokk.slag == "flyttet" else ""
        lapp = ord_.merkelapp(forklart.get((blokk.nr_fra, blokk.nr_til), ()))
        ordene = " ".join(_bit(blokk, bit) for bit in _uten_listemerke(blokk))
        yield f"- **{_BLOKKORD[blokk.slag]}{fra}:** {ordene}{f' – *{markdown_safe(lapp)}*' if lapp else ''}"


def _uten_listemerke(blokk: Blokkdiff) -> Iterator[Bit]:
    """The words without the mark of a list item, which this list has already."""
    for nr, bit in enumerate(blokk.bit):
        tekst = bit.tekst.removeprefix("-").lstrip() if nr == 0 else bit.tekst
        if tekst:
            yield Bit(bit.slag, tekst)


def _bit(blokk: Blokkdiff, bit: Bit) -> str:
    """New words stand out, words that are gone are struck; a block that is all new or gone says so in front."""
    tekst = markdown_safe(bit.tekst)
    if bit.slag == "lik" or blokk.slag == "ny":
        return tekst
    return f"~~{tekst}~~" if bit.slag == "borte" else f"**{tekst}**"


def _slutt(diff: Mandatdiff) -> list[str]:
    """What could not be compared, and what says which revision it is."""
    ukjent = [markdown_safe(ord_.ikke_sammenlignet(diff))] if diff.ukjent_i_begge else []
    rader = [f"- {markdown_safe(rad.emne)}: {' → '.join(_sider(rad))}" for rad in diff.om_revisjonen]
    return [*ukjent, *([""] if ukjent and rader else []), *(["### Om revisjonen", "", *rader] if rader else [])]


def _sider(endring: Endring) -> tuple[str, ...]:
    return tuple(markdown_safe(tekst) or "ikke sagt" for tekst in ord_.fra_til(endring))
