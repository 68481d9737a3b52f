"""What single members said of the cases, and what came of it. Input is never the council's own word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.moete import Haandtering, Innspill
from ehelse_cli.core.saksgang import er_lukket
from ehelse_cli.oversikt.felles import kalles, kort, nummer_eller_navn
from ehelse_cli.oversikt.oversikt import ALLTID, Andel, Fakt, Kolonne, Oversikt, Tabell, tabell
from ehelse_cli.render.kalt import prosa
from ehelse_cli.render.vedtak import HAANDTERT
from ehelse_cli.rules.saker import Linje, linjer

_UTEN_NAVN = "ikke oppgitt"


@dataclass(frozen=True, slots=True)
class Ett:
    """One piece of input with the agenda line it was given to."""

    linje: Linje
    innspill: Innspill
    fra: tuple[str, ...]
    haandtering: Haandtering | None

    @property
    def ble(self) -> str:
        """What came of it, in words."""
        return HAANDTERT[self.haandtering.utfall] if self.haandtering else "venter"


def innspillene(data: Dataset, dag: date) -> Iterator[Ett]:
    """Every piece of input given by the day; what was done with it later than the day had not been done."""
    for linje in linjer(data):
        if linje.moete.tid.dato <= dag and not er_lukket(data, linje.forum, linje.punkt):
            for innspill in linje.punkt.innspill:
                svar = innspill.haandtering
                kjent = svar if svar is None or svar.dato is None or svar.dato <= dag else None
                yield Ett(linje, innspill, _fra(data, linje, innspill), kjent)


def _fra(data: Dataset, linje: Linje, innspill: Innspill) -> tuple[str, ...]:
    if isinstance(innspill.av, Taushet):
        return (_UTEN_NAVN,)
    return tuple(kalles(data, linje.forum, en, linje.moete.tid.dato) for en in innspill.av)


def innspillsoversikt(data: Dataset, dag: date, forum: str | None = None, aar: int | None = None) -> Oversikt:
    """Input and its handling, newest meeting first, and how each organisation fared."""
    alle = [ett for ett in innspillene(data, dag) if forum in (None, ett.linje.forum)]
    alle = [ett for ett in alle if aar in (None, ett.linje.moete.tid.dato.year)]
    alle.sort(key=lambda ett: ett.linje.moete.tid.dato, reverse=True)
    kolonner = (
        Kolonne[Ett]("dato", "Møtet", lambda ett: ett.linje.moete.tid.dato),
        Kolonne[Ett]("forum", "Forum", lambda ett: kort(data, ett.linje.forum, dag)),
        Kolonne[Ett]("sak", "Sak", lambda ett: nummer_eller_navn(data, ett.linje)),
        Kolonne[Ett]("fra", "Fra", lambda ett: ett.fra),
        Kolonne[Ett]("innspill", "Innspill", lambda ett: prosa(ett.innspill.tekst), under=ALLTID),
        Kolonne[Ett]("utfall", "Hva det ble til", lambda ett: ett.ble),
        Kolonne[Ett]("haandtert", "Når", lambda ett: ett.haandtering.dato if ett.haandtering else None),
        Kolonne[Ett]("begrunnelse", "Begrunnelse", lambda ett: _hvorfor(ett.haandtering), under=ALLTID),
        Kolonne[Ett]("moete", "Møte", lambda ett: ett.linje.moete.id, vist=False),
    )
    venter = sum(ett.haandtering is None for ett in alle)
    return Oversikt(
        "innspill",
        "Innspill og hva de ble til",
        dag,
        (
            tabell("innspill", "Innspill", kolonner, alle, tom="Ingen innspill er ført."),
            _per_virksomhet(alle),
        ),
        (Fakt("alle", "innspill", len(alle)), Fakt("venter", "uten svar", venter)),
        data.datasett.er_eksempel,
    )


def _hvorfor(svar: Haandtering | None) -> str:
    return ", ".join(filter(None, (prosa(svar.begrunnelse), svar.kilde or ""))) if svar else ""


def _per_virksomhet(alle: Sequence[Ett]) -> Tabell:
    """How much of what each said was taken in, wholly or in part."""

    def antall(navn: str, *utfall: str) -> int:
        egne = [ett for ett in alle if navn in ett.fra]
        return sum((ett.haandtering.utfall if ett.haandtering else "venter") in utfall for ett in egne)

    besvart = ("tatt_inn", "delvis", "ikke_tatt_inn", "videresendt")
    kolonner = (
        Kolonne[str]("fra", "Fra", lambda navn: navn),
        Kolonne[str]("innspill", "Innspill", lambda navn: sum(navn in ett.fra for ett in alle)),
        Kolonne[str]("tatt_inn", "Tatt inn", lambda navn: antall(navn, "tatt_inn")),
        Kolonne[str]("delvis", "Delvis", lambda navn: antall(navn, "delvis")),
        Kolonne[str]("ikke_tatt_inn", "Ikke tatt inn", lambda navn: antall(navn, "ikke_tatt_inn")),
        Kolonne[str]("videresendt", "Sendt videre", lambda navn: antall(navn, "videresendt")),
        Kolonne[str]("venter", "Venter", lambda navn: antall(navn, "venter")),
        Kolonne[str](
            "andel", "Tatt inn av besvarte", lambda navn: Andel(antall(navn, *besvart[:2]), antall(navn, *besvart))
        ),
    )
    navnene = sorted({navn for ett in alle for navn in ett.fra})
    return tabell("per_virksomhet", "Hvordan det gikk med innspillene, per virksomhet", kolonner, navnene)
