"""A comparison of two mandates for the terminal: marks and words say it all, colours only underline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ehelse_cli.diff.endring import Endring, Nivaa, Prosasted
from ehelse_cli.diff.mandat import Mandatdiff
from ehelse_cli.diff.prosa import Blokkdiff, Seksjonsdiff
from ehelse_cli.report import mandatdiff_ord as ord_
from ehelse_cli.report.safe import width as bredde
from ehelse_cli.report.screen import ANYWHERE, Screen

_FARGER: Mapping[str, str] = {"+": "groenn", "−": "roed", "~": "gul", "?": "cyan", ">": "blaa"}
_NIVAAFARGER: Mapping[Nivaa, str] = {Nivaa.BRYTER: "roed", Nivaa.BETINGET: "gul"}
_BLOKKMERKER: Mapping[str, str] = {"ny": "+", "borte": "−", "endret": "~", "flyttet": ">"}
_BITER: Mapping[str, tuple[str, str, str]] = {
    "lik": ("", "", ""),
    "borte": ("[-", "-]", "roed"),
    "ny": ("{+", "+}", "groenn"),
}

Forklaringer = Mapping[Prosasted, Sequence[Endring]]
#: Words with the style each is painted in.
Ordrekke = Sequence[tuple[str, str]]


def som_tekst(diff: Mandatdiff, skjerm: Screen = ANYWHERE) -> str:
    """The report, broken to the width. Without colours every change still bears its mark."""
    deler = [
        _hode(diff, skjerm),
        *_regler(diff, skjerm),
        _kilder(diff, skjerm),
        _prosa(diff, skjerm),
        _slutt(diff, skjerm),
    ]
    return "\n\n".join("\n".join(linjer) for linjer in deler if linjer) + "\n"


def _hode(diff: Mandatdiff, skjerm: Screen) -> list[str]:
    linjer = [skjerm.paint(linje, "fet") for linje in skjerm.wrapped(ord_.tittel(diff), 0)]
    for navn, side in (("fra", diff.gammel), ("til", diff.ny)):
        foerste, *resten = skjerm.wrapped(ord_.sidetekst(side), 7)
        linjer += [f"  {navn}  {foerste}", *resten]
    sammendrag = ord_.ingen_endringer(diff) if diff.uendret else ord_.sammendrag(diff)
    return [*linjer, "", *skjerm.wrapped(sammendrag, 0)]


def _regler(diff: Mandatdiff, skjerm: Screen) -> Iterator[list[str]]:
    for nivaa, (navn, forklaring, *_) in ord_.NIVAAER.items():
        rader = ord_.av_nivaa(diff, nivaa)
        if rader:
            farge = filter(None, [_NIVAAFARGER.get(nivaa)])
            foerste, *resten = skjerm.wrapped(forklaring, 2, first=len(navn) + 2)
            yield [
                f"{skjerm.paint(navn.upper(), 'fet', *farge)}  {skjerm.paint(foerste, 'svak')}",
                *(skjerm.paint(linje, "svak") for linje in resten),
                *(linje for endring in rader for linje in _endring(diff, endring, skjerm)),
            ]


def _endring(diff: Mandatdiff, endring: Endring, skjerm: Screen) -> Iterator[str]:
    yield from _linje(ord_.merke(endring), ord_.setning(endring), skjerm)
    klausul = "" if endring.omraade == "ordlyden" else diff.klausul(endring.punkt)
    rest = ord_.uten_ekko(diff, endring), ord_.avtrykk(diff, endring)
    under = [endring.id, ord_.RETNINGER[endring.retning], klausul, *rest]
    yield from (skjerm.paint(linje, "svak") for linje in _innrykket(" · ".join(filter(None, under)), skjerm))


def _linje(merke: str, tekst: str, skjerm: Screen) -> Iterator[str]:
    """One entry with its mark; what does not fit goes on below the text."""
    linjer = _innrykket(tekst, skjerm) or [""]
    yield f" {skjerm.paint(merke, 'fet', _FARGER[merke])} {linjer[0].lstrip()}"
    yield from linjer[1:]


def _innrykket(tekst: str, skjerm: Screen, innrykk: int = 3) -> list[str]:
    linjer = skjerm.wrapped(tekst, innrykk)
    return [" " * innrykk + linje if nr == 0 else linje for nr, linje in enumerate(linjer)]


def _kilder(diff: Mandatdiff, skjerm: Screen) -> list[str]:
    """What is known now and was not. What a source is silent about takes one line in all."""
    linjer: list[str] = []
    for id_, rader in ord_.per_kildeslag(diff.om_kilden):
        innledning, med_verdi = ord_.KILDESLAG[id_]
        if med_verdi:
            linjer += _linje("?", f"{innledning}:", skjerm)
            linjer += [linje for rad in rader for linje in _innrykket(ord_.kildesetning(rad), skjerm, 5)]
        else:
            linjer += _linje("?", f"{innledning}: {', '.join(ord_.sted(rad) for rad in rader)}", skjerm)
    return [skjerm.paint("KILDENE", "fet"), *linjer] if linjer else []


def _prosa(diff: Mandatdiff, skjerm: Screen) -> list[str]:
    linjer: list[str] = []
    forklart = ord_.forklaringer(diff)
    for seksjon in diff.endrede_seksjoner:
        linjer += ["", *_seksjon(seksjon, forklart, skjerm)]
    return [skjerm.paint("TEKSTEN", "fet"), *linjer[1:]] if linjer else []


def _seksjon(seksjon: Seksjonsdiff, forklart: Forklaringer, skjerm: Screen) -> Iterator[str]:
    tittel, merknad, endret = ord_.overskrift(seksjon)
    yield skjerm.paint(f"{tittel} ({merknad})" if merknad else tittel, "fet")
    for blokk in endret:
        yield from blokklinjer(blokk, skjerm)
        lapp = ord_.merkelapp(forklart.get((blokk.nr_fra, blokk.nr_til), ()))
        yield from (skjerm.paint(linje, "svak") for linje in (_innrykket(f"↳ {lapp}", skjerm) if lapp else ()))


def blokklinjer(blokk: Blokkdiff, skjerm: Screen) -> Iterator[str]:
    """One block of the redline with its mark, broken to the width."""
    merke = _BLOKKMERKER[blokk.slag]
    linjer = list(_brutt(_ordene(blokk, skjerm), skjerm, 3))
    yield f" {skjerm.paint(merke, 'fet', _FARGER[merke])} {linjer[0] if linjer else ''}".rstrip()
    yield from (f"   {linje}" for linje in linjer[1:])


def _ordene(blokk: Blokkdiff, skjerm: Screen) -> list[tuple[str, str]]:
    """The words with their marks; a block that is all new or all gone has its mark in front."""
    fra = f"(flyttet fra {blokk.fra or 'innledningen'})".split() if blokk.slag == "flyttet" else []
    ordene = [(skjerm.plain(del_), "svak") for del_ in fra]
    for bit in blokk.bit:
        foer, etter, farge = _BITER[bit.slag]
        if blokk.slag in ("ny", "borte"):
            foer = etter = ""
        ordene += [(del_, farge) for del_ in f"{foer}{skjerm.plain(bit.tekst)}{etter}".split(" ")]
    if ordene[len(fra)][0] == "-":
        # The mark of a list item must not be taken for the mark of a change.
        ordene[len(fra)] = (skjerm.plain("•"), "")
    return ordene


def _brutt(ordene: Ordrekke, skjerm: Screen, innrykk: int) -> Iterator[str]:
    """The words on lines no wider than the screen; colours take no room."""
    plass = max(skjerm.width - innrykk, 20)
    linje: list[str] = []
    brukt = 0
    for tekst, farge in ordene:
        if linje and brukt + 1 + bredde(tekst) > plass:
            yield " ".join(linje)
            linje, brukt = [], 0
        brukt += bredde(tekst) + (1 if linje else 0)
        linje.append(skjerm.paint(tekst, farge) if farge else tekst)
    if linje:
        yield " ".join(linje)


def _slutt(diff: Mandatdiff, skjerm: Screen) -> list[str]:
    """What could not be compared, and what says which revision it is."""
    ukjent = skjerm.wrapped(ord_.ikke_sammenlignet(diff), 0)
    rader = [linje for rad in diff.om_revisjonen for linje in _innrykket(_revisjonslinje(rad), skjerm)]
    om_revisjonen = [skjerm.paint("OM REVISJONEN", "fet"), *rader] if rader else []
    return [*ukjent, *([""] if ukjent and rader else []), *om_revisjonen]


def _revisjonslinje(endring: Endring) -> str:
    fra, til = ord_.fra_til(endring)
    return f"{endring.emne}: {fra or 'ikke sagt'} → {til or 'ikke sagt'}"
