"""DOK: does a paper have the headings it should, in order, with no level left out?"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Related
from ehelse_cli.core.lenker import linjer_uten_kode
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.rules.broedtekst import bodies, maalformen

_OVERSKRIFT = re.compile(r" {0,3}(?P<nivaa>#{1,6})[ \t]+(?P<tekst>.*?)[ \t#]*(?:\{#[\w-]+\}[ \t]*)?$")
_KOMMENTAR = re.compile(r"<!--.*?-->")


class _Overskrift(Struct, frozen=True):
    """A heading of a body; `linje` counts from 0."""

    nivaa: int
    tekst: str
    linje: int


def _overskrifter(tekst: str) -> tuple[_Overskrift, ...]:
    rader = ((nr, _KOMMENTAR.sub("", linje).rstrip()) for nr, linje in linjer_uten_kode(tekst) if "#" in linje)
    treff = ((nr, _OVERSKRIFT.match(linje)) for nr, linje in rader)
    return tuple(_Overskrift(len(en["nivaa"]), en["tekst"].strip(), nr) for nr, en in treff if en is not None)


def _som_skal_ha(data: Dataset) -> Iterator[tuple[Sak, str, tuple[str, ...]]]:
    """The papers that must have headings: the case, its type, and what the secretariat asks of that type.

    A paper in the other målform than the council's has its headings in that one, and is not judged.
    """
    for sak in data.saker.values():
        forum = data.forum.get(data.forum_of(sak.id))
        if forum is None or not sak.tekst.strip() or sak.er_unntatt or maalformen(data, sak.id) != forum.maalform:
            continue
        for sakstype in sak.sakstype:
            if sakstype in forum.praksis.overskrifter:
                yield sak, sakstype, forum.praksis.overskrifter[sakstype]
                break


def manglende_overskrift(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A paper without a heading that the secretariat wants in papers of its type."""
    for sak, sakstype, kreves in _som_skal_ha(data):
        har = {en.tekst.lower() for en in _overskrifter(sak.tekst)}
        mangler = [en for en in kreves if en.lower() not in har]
        if mangler:
            flere = "overskriftene" if len(mangler) > 1 else "overskriften"
            yield Hit(
                f"saksframlegget mangler {flere} {oppramsing(f'«{en}»' for en in mangler)}",
                data.place(sak.id, "sakstype"),
                (sak.id, *mangler),
                related=_praksisen(data, sak, sakstype),
                help="Skriv dem i teksten, med «## » foran. Gjelder de ikke denne saken, skriv det under overskriften.",
            )


def overskrifter_i_uorden(data: Dataset, _dag: date) -> Iterator[Hit]:
    """The headings the secretariat wants, in another order."""
    for sak, sakstype, kreves in _som_skal_ha(data):
        plass = {en.lower(): nr for nr, en in enumerate(kreves)}
        har = [en for en in _overskrifter(sak.tekst) if en.tekst.lower() in plass]
        feil = _foerste_bakover(har, plass)
        if feil is not None:
            yield Hit(
                f"overskriften «{feil.tekst}» kommer for sent i saksframlegget",
                data.place_in_body(sak.id, feil.linje),
                (sak.id, feil.tekst.lower()),
                label=f"rekkefølgen er {oppramsing(kreves)}",
                related=_praksisen(data, sak, sakstype),
                help="Flytt avsnittet. Den som leser mange saker, finner fram når alle er bygd likt.",
            )


def _foerste_bakover(har: Sequence[_Overskrift], plass: dict[str, int]) -> _Overskrift | None:
    lengst = -1
    for en in har:
        if plass[en.tekst.lower()] < lengst:
            return en
        lengst = plass[en.tekst.lower()]
    return None


def _praksisen(data: Dataset, sak: Sak, sakstype: str) -> tuple[Related, ...]:
    sted = data.place(data.forum_of(sak.id), "praksis", "overskrifter", sakstype)
    return (Related(sted, "", "hjemmel: sekretariatets praksis"),)


def hopp_i_overskrifter(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A heading more than one level below the one before it."""
    for id_, tekst in bodies(data):
        if "###" not in tekst:  # without a third level there is nothing to leave out
            continue
        forrige = 2
        for en in _overskrifter(tekst):
            if en.nivaa > forrige + 1:
                yield Hit(
                    f"overskriften «{en.tekst}» er på nivå {en.nivaa}, men den over er på nivå {forrige}",
                    data.place_in_body(id_, en.linje),
                    (id_, en.tekst.lower()),
                    help=f"Skriv «{'#' * (forrige + 1)} » foran den.",
                )
            forrige = en.nivaa
