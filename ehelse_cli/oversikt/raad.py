"""The advice register: every point the councils agreed on, who decides, and whether it was followed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.sak import Oppfoelging, Sak
from ehelse_cli.core.saksgang import er_lukket
from ehelse_cli.oversikt.felles import kalles, kort, linjetittel, nummer_eller_navn, stegene
from ehelse_cli.oversikt.oversikt import ALLTID, Andel, Fakt, Kolonne, Oversikt, Tabell, tabell
from ehelse_cli.render.kalt import prosa
from ehelse_cli.render.vedtak import vedtakstekst
from ehelse_cli.rules.saker import Linje, etterfoelgere, linjer

Status = Literal["fulgt", "delvis_fulgt", "ikke_fulgt", "venter", "viderefoert", "avsluttet"]

I_ORD: dict[Status, str] = {
    "fulgt": "fulgt",
    "delvis_fulgt": "delvis fulgt",
    "ikke_fulgt": "ikke fulgt",
    "venter": "venter",
    "viderefoert": "videreført",
    "avsluttet": "avsluttet her",
}
_BESVART = frozenset({"fulgt", "delvis_fulgt", "ikke_fulgt"})


@dataclass(frozen=True, slots=True)
class Raadspunkt:
    """One point of advice with its answer as far as it was known on the day."""

    linje: Linje
    nr: int
    tekst: str
    status: Status
    svar: Oppfoelging | None
    besluttere: tuple[str, ...]
    viderefoert_i: tuple[str, ...]
    svarfrist: date | None

    @property
    def gitt(self) -> date:
        """The last day of the meeting that gave it."""
        return self.linje.moete.tid.siste_dag

    @property
    def er_besvart(self) -> bool:
        """Whether the decider has said what became of it."""
        return self.status in _BESVART

    def er_over_fristen(self, dag: date) -> bool:
        """Whether the secretariat should have had an answer by now."""
        return self.status == "venter" and self.svarfrist is not None and self.svarfrist < dag


def raadene(data: Dataset, dag: date) -> tuple[Raadspunkt, ...]:
    """Every point agreed by the day, oldest first. What is wholly exempt is not here."""
    punkter = (
        punkt
        for linje in linjer(data)
        if linje.gir_vedtak and linje.punkt.utfall == "behandlet" and linje.moete.tid.siste_dag <= dag
        if not er_lukket(data, linje.forum, linje.punkt)
        for punkt in _punktene(data, linje, dag)
    )
    return tuple(sorted(punkter, key=lambda rad: (rad.gitt, rad.linje.moete.id, rad.linje.nr, rad.nr)))


def _punktene(data: Dataset, linje: Linje, dag: date) -> Iterator[Raadspunkt]:
    sak = linje.sak
    videre = etterfoelgere(data).get(sak.id, ()) if sak else ()
    besluttere = tuple(dict.fromkeys(steg.hvem for steg in stegene(sak) if steg.rolle == "beslutning")) if sak else ()
    for nr, tekst in enumerate(vedtakstekst(data, linje.moete, linje.punkt), 1):
        svar = _svaret(sak, nr, dag) if sak else None
        status = _status(sak, svar, videre)
        yield Raadspunkt(linje, nr, tekst, status, svar, besluttere, videre, _svarfrist(data, linje))


def _svaret(sak: Sak, nr: int, dag: date) -> Oppfoelging | None:
    """The last answer to the point by the day; one that names no point is about all of them."""
    svar = [rad for rad in sak.oppfoelging if nr in rad.punkt or not rad.punkt]
    kjente = [rad for rad in svar if rad.dato is None or rad.dato <= dag]
    return max(kjente, key=lambda rad: rad.dato or date.min, default=None)


def _status(sak: Sak | None, svar: Oppfoelging | None, videre: tuple[str, ...]) -> Status:
    if svar is not None:
        return svar.utfall
    if videre:
        return "viderefoert"
    return "avsluttet" if sak is not None and sak.videre_saksprosess == "avsluttes_her" else "venter"


def _svarfrist(data: Dataset, linje: Linje) -> date | None:
    """By when the secretariat would have an answer, by its own practice."""
    frist = data.forum[linje.forum].praksis.oppfoelging
    return frist.dagen(linje.moete.tid.siste_dag) if frist else None


# --- the overview


def raadsoversikt(data: Dataset, dag: date, forum: str | None = None, aar: int | None = None) -> Oversikt:
    """The register, newest first, and the share that was followed per year and council."""
    alle = [rad for rad in raadene(data, dag) if forum in (None, rad.linje.forum) and aar in (None, rad.gitt.year)]
    besvart = sum(rad.er_besvart for rad in alle)
    return Oversikt(
        "raad",
        "Råd, og hva det ble av dem",
        dag,
        (_registeret(data, dag, alle), _per_aar(data, dag, alle)),
        (
            Fakt("gitt", "gitt", len(alle)),
            Fakt("fulgt", "fulgt av de besvarte", Andel(sum(rad.status == "fulgt" for rad in alle), besvart)),
            Fakt("venter", "venter på svar", sum(rad.status == "venter" for rad in alle)),
            Fakt("over_fristen", "over svarfristen", sum(rad.er_over_fristen(dag) for rad in alle)),
        ),
        data.datasett.er_eksempel,
    )


def _registeret(data: Dataset, dag: date, alle: Sequence[Raadspunkt]) -> Tabell:
    kolonner = (
        Kolonne[Raadspunkt]("gitt", "Gitt", lambda rad: rad.gitt),
        Kolonne[Raadspunkt]("forum", "Forum", lambda rad: kort(data, rad.linje.forum, dag)),
        Kolonne[Raadspunkt]("sak", "Sak, punkt", lambda rad: f"{nummer_eller_navn(data, rad.linje)}, {rad.nr}"),
        Kolonne[Raadspunkt](
            "tittel", "Tittel", lambda rad: linjetittel(data, rad.linje.moete, rad.linje.punkt), vist=False
        ),
        Kolonne[Raadspunkt]("raad", "Råd", lambda rad: rad.tekst, under=ALLTID),
        Kolonne[Raadspunkt]("beslutter", "Avgjøres av", lambda rad: _besluttere(data, rad)),
        Kolonne[Raadspunkt]("status", "Svar", lambda rad: _status_i_ord(rad, dag)),
        Kolonne[Raadspunkt]("besvart", "Når", lambda rad: rad.svar.dato if rad.svar else None),
        Kolonne[Raadspunkt](
            "begrunnelse", "Begrunnelse", lambda rad: prosa(rad.svar.begrunnelse) if rad.svar else "", under=ALLTID
        ),
        Kolonne[Raadspunkt]("kilde", "Kilde", lambda rad: (rad.svar.kilde or "") if rad.svar else "", vist=False),
        Kolonne[Raadspunkt]("sak_id", "Sak", lambda rad: rad.linje.sak.id if rad.linje.sak else "", vist=False),
    )
    return tabell("raad", "Råd", kolonner, tuple(reversed(alle)), tom="Ingen råd er gitt.")


def _besluttere(data: Dataset, rad: Raadspunkt) -> str:
    return ", ".join(kalles(data, rad.linje.forum, en, rad.gitt) for en in rad.besluttere)


def _status_i_ord(rad: Raadspunkt, dag: date) -> str:
    """The answer; of what waits, for how long, and of what went on, where."""
    if rad.status == "viderefoert":
        return f"videreført i {', '.join(rad.viderefoert_i)}"
    if rad.status == "venter":
        over = ", over svarfristen" if rad.er_over_fristen(dag) else ""
        return f"venter, {(dag - rad.gitt).days} dager{over}"
    return I_ORD[rad.status]


def _per_aar(data: Dataset, dag: date, alle: Sequence[Raadspunkt]) -> Tabell:
    """A row for each year and council, newest year first."""
    grupper: dict[tuple[int, str], list[Raadspunkt]] = {}
    for rad in alle:
        grupper.setdefault((-rad.gitt.year, rad.linje.forum), []).append(rad)

    def antall(rader: Sequence[Raadspunkt], *statuser: Status) -> int:
        return sum(rad.status in statuser for rad in rader)

    rader = [(-aar, forum, grupper[aar, forum]) for aar, forum in sorted(grupper)]
    kolonner = (
        Kolonne[tuple[int, str, list[Raadspunkt]]]("aar", "År", lambda rad: str(rad[0])),
        Kolonne[tuple[int, str, list[Raadspunkt]]]("forum", "Forum", lambda rad: kort(data, rad[1], dag)),
        Kolonne[tuple[int, str, list[Raadspunkt]]]("gitt", "Gitt", lambda rad: len(rad[2])),
        Kolonne[tuple[int, str, list[Raadspunkt]]]("fulgt", "Fulgt", lambda rad: antall(rad[2], "fulgt")),
        Kolonne[tuple[int, str, list[Raadspunkt]]]("delvis", "Delvis", lambda rad: antall(rad[2], "delvis_fulgt")),
        Kolonne[tuple[int, str, list[Raadspunkt]]]("ikke_fulgt", "Ikke", lambda rad: antall(rad[2], "ikke_fulgt")),
        Kolonne[tuple[int, str, list[Raadspunkt]]]("venter", "Venter", lambda rad: antall(rad[2], "venter")),
        Kolonne[tuple[int, str, list[Raadspunkt]]](
            "viderefoert", "Videreført", lambda rad: antall(rad[2], "viderefoert", "avsluttet")
        ),
        Kolonne[tuple[int, str, list[Raadspunkt]]](
            "andel_fulgt",
            "Fulgt av besvarte",
            lambda rad: Andel(antall(rad[2], "fulgt"), sum(ett.er_besvart for ett in rad[2])),
        ),
    )
    note = "«Videreført» er saker som et annet forum tok over, og saker som ble avsluttet i forumet."
    return tabell("per_aar", "Per år", kolonner, rader, note=note)
