"""A plan for the terminal: marks, names and words say it all, and each effect points at its cause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ehelse_cli.diff.endring import Nivaa
from ehelse_cli.plan.plan import Plan
from ehelse_cli.plan.utfall import Planendring
from ehelse_cli.plan.virkning import OMRAADER, Merke, Omraade, Virkning
from ehelse_cli.report import plan_ord as ord_
from ehelse_cli.report.safe import width as bredde
from ehelse_cli.report.screen import ANYWHERE, Screen

_FARGER: Mapping[Merke, str] = {
    Merke.HANDLING: "roed",
    Merke.UTE: "roed",
    Merke.LEDIG: "groenn",
    Merke.UAVKLART: "cyan",
    Merke.ENDRET: "gul",
}
_UTFALLSFARGER: Mapping[Nivaa | None, str] = {Nivaa.BRYTER: "roed", Nivaa.BETINGET: "gul", None: "groenn"}


def som_tekst(plan: Plan, skjerm: Screen = ANYWHERE) -> str:
    """The report, broken to the width. Without colours every effect still bears its mark."""
    deler = [
        _hode(plan, skjerm),
        _endringer(plan, skjerm),
        *(_omraade(plan, omraade, skjerm) for omraade in OMRAADER),
        skjerm.wrapped(ord_.bare_kjent_naa(plan), 0),
        _vedtak(plan, skjerm),
        _tegn(plan, skjerm),
    ]
    return "\n\n".join("\n".join(linjer) for linjer in deler if linjer) + "\n"


def _hode(plan: Plan, skjerm: Screen) -> list[str]:
    linjer = [skjerm.paint(linje, "fet") for linje in skjerm.wrapped(ord_.tittel(plan), 0)]
    for navn, verdi in ord_.rammer(plan):
        foerste, *resten = skjerm.wrapped(verdi, 11)
        linjer += [f"  {skjerm.paint(navn, 'cyan')}{' ' * (9 - len(navn))}{foerste}", *resten]
    tall = [ord_.sammendrag(plan), ord_.beroert(plan)] if plan.endringer else []
    if not plan.virkninger:
        tall.append(ord_.ingen_virkninger(plan))
    return [*linjer, "", *(linje for tekst in tall if tekst for linje in skjerm.wrapped(tekst, 0))]


def _endringer(plan: Plan, skjerm: Screen) -> list[str]:
    linjer = [linje for en in ord_.vist(plan) for linje in _endring(plan, en, skjerm)]
    return [skjerm.paint("ENDRINGER", "fet"), *linjer] if linjer else []


def _endring(plan: Plan, endring: Planendring, skjerm: Screen) -> Iterator[str]:
    merke = f" [{endring.nr}] "
    foerste, *resten = skjerm.wrapped(ord_.endringstekst(plan, endring), len(merke))
    yield f"{skjerm.paint(merke, 'fet')}{foerste}"
    yield from resten
    if utfall := ord_.utfallstekst(plan, endring):
        farge = _UTFALLSFARGER.get(endring.etter) if endring.nivaa is not None else None
        yield " " * len(merke) + skjerm.paint(utfall, *([farge] if farge else ["svak"]))


def _omraade(plan: Plan, omraade: Omraade, skjerm: Screen) -> list[str]:
    rader = ord_.rader(plan.i(omraade))
    if not rader:
        return []
    navn = skjerm.paint(ord_.OMRAADENAVN[omraade][0].upper(), "fet")
    uroert = ord_.uroert(plan, omraade)
    return [
        f"{navn}  {skjerm.paint(f'{Merke.UROERT} {uroert}', 'svak')}" if uroert else navn,
        *(linje for rad in rader for linje in _rad(rad, skjerm)),
    ]


def _rad(rad: ord_.Rad, skjerm: Screen) -> Iterator[str]:
    """The names and what happens; several things to the same object each on a line of its own."""
    navn = ord_.navnene(rad)
    if len(rad.virkninger) == 1:
        yield from _virkning(rad.merke, f"{navn}: " if navn else "", rad.virkninger[0], skjerm)
        return
    foerste, *resten = skjerm.wrapped(navn, 3)
    yield f" {_merke(rad.merke, skjerm)} {foerste}"
    yield from resten
    for virkning in rad.virkninger:
        yield from _virkning(virkning.merke, "", virkning, skjerm, innrykk=2)


def _virkning(merke: Merke, foran: str, virkning: Virkning, skjerm: Screen, innrykk: int = 0) -> Iterator[str]:
    linjer = _med_aarsak(f"{foran}{ord_.virkningstekst(virkning)}", virkning, skjerm, innrykk + 3)
    yield f"{' ' * innrykk} {_merke(merke, skjerm)} {linjer[0]}"
    yield from linjer[1:]
    for navn, verdi in (("", ord_.mangler(virkning)), ("hjelp: ", virkning.melding.hjelp)):
        if verdi:
            foerste, *resten = skjerm.wrapped(f"{navn}{verdi}", innrykk + 5)
            yield " " * (innrykk + 5) + skjerm.paint(foerste, "svak")
            yield from (skjerm.paint(linje, "svak") for linje in resten)


def _med_aarsak(tekst: str, virkning: Virkning, skjerm: Screen, innrykk: int) -> list[str]:
    """The words with the cause after them: on the last line where there is room, and never torn in two."""
    linjer = skjerm.wrapped(tekst, innrykk)
    aarsak = skjerm.plain(f"← {ord_.aarsakstekst(virkning)}")
    brukt = innrykk + bredde(linjer[0]) if len(linjer) == 1 else bredde(linjer[-1])
    if brukt + 1 + bredde(aarsak) <= skjerm.width:
        return [*linjer[:-1], f"{linjer[-1]} {aarsak}"]
    foerste, *resten = skjerm.wrapped(aarsak, innrykk)
    return [*linjer, " " * innrykk + foerste, *resten]


def _merke(merke: Merke, skjerm: Screen) -> str:
    return skjerm.paint(str(merke), "fet", _FARGER[merke])


def _vedtak(plan: Plan, skjerm: Screen) -> list[str]:
    linjer = []
    for krav in plan.vedtak:
        foerste, *resten = skjerm.wrapped(ord_.vedtakstekst(plan, krav), 3)
        linjer += [f"   {foerste}", *resten]
    return [skjerm.paint("VEDTAK", "fet"), *linjer] if linjer else []


def _tegn(plan: Plan, skjerm: Screen) -> list[str]:
    """What the marks on the page mean."""
    brukt = {virkning.merke for virkning in plan.virkninger if not virkning.bare_kjent_naa}
    tekst = " · ".join(f"{merke} {hva}" for merke, hva in ord_.MERKER.items() if merke in brukt)
    return [skjerm.paint(linje, "svak") for linje in skjerm.wrapped(tekst, 0)]
