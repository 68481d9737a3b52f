"""The queue: cases that wait for a number and a meeting, what each of them still lacks, and what was put off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.saksgang import behandlinger, med_arv
from ehelse_cli.oversikt.felles import kort, korte, linjetittel, papirfrist, sakstypene, tittelen, valgte
from ehelse_cli.oversikt.oversikt import ALLTID, Fakt, Kolonne, Oversikt, Tabell, tabell
from ehelse_cli.render.navn import saksnummer
from ehelse_cli.rules.saker import VEDTAKSTYPER, Linje, linjer

#: What a paper must have before it is sent, and what people call it (SAK604, SAK605, SAK607, SAK611).
_FELTER = (
    ("sakstype", "sakstype"),
    ("sakseiere", "sakseiere"),
    ("videre_saksprosess", "videre saksprosess"),
    ("konsekvens_kommuner", "konsekvenser for kommunene"),
    ("tekst", "saksframstilling"),
)


@dataclass(frozen=True, slots=True)
class Ventende:
    """One case in the queue, with what it takes over from older ones, and the meeting it is meant for."""

    forum: str
    sak: Sak
    moete: Moete | None
    frist: date | None
    mangler: tuple[str, ...]

    @property
    def er_klar(self) -> bool:
        """Whether nothing that a paper must have is missing."""
        return not self.mangler


def koeen(data: Dataset, dag: date, forum: str | None = None) -> Iterator[Ventende]:
    """Every case that stands on no agenda: without a number, or with one but not put up."""
    for en in valgte(data, forum):
        for sak in data.saker_for(en.id):
            if not data.behandlinger(sak.id) and not sak.historikk:
                moete = data.moeter.get(sak.oensket_moete or "") or _neste(data, en.id, dag)
                frist = papirfrist(data, en.id, moete) if moete else None
                yield Ventende(en.id, med_arv(data, sak), moete, frist, mangler(data, sak))


def _neste(data: Dataset, forum: str, dag: date) -> Moete | None:
    """The first meeting whose papers are not sent yet."""
    kommer = (rad for rad in data.moeter_for(forum) if rad.tid.dato > dag and rad.avlyst is None)
    return next((rad for rad in kommer if rad.papirer_ute is None), None)


def mangler(data: Dataset, sak: Sak) -> tuple[str, ...]:
    """What a paper must have and this one has not, also when what it takes over is counted."""
    return tuple(_mangler(med_arv(data, sak)))


def _mangler(sak: Sak) -> Iterator[str]:
    if sak.er_unntatt:
        return
    for felt, ord_ in _FELTER:
        if not getattr(sak, felt):
            yield ord_
    if not VEDTAKSTYPER.isdisjoint(sak.sakstype) and not sak.forslag_til_vedtak:
        yield "forslag til vedtak"


def utsatte(data: Dataset, dag: date, forum: str | None = None) -> Iterator[Linje]:
    """Lines put off or sent back by the day, whose case has not come up since and is not put up again."""
    for linje in linjer(data):
        sak = linje.sak
        if linje.punkt.utfall not in ("utsatt", "sendt_tilbake") or linje.moete.tid.dato > dag or sak is None:
            continue
        senere = (rad for rad in behandlinger(data, sak) if rad.sak.id == sak.id and rad.dato > linje.moete.tid.dato)
        if forum in (None, linje.forum) and next(senere, None) is None:
            yield linje


def koeoversikt(data: Dataset, dag: date, forum: str | None = None) -> Oversikt:
    """Those that wait, by the meeting they are meant for."""
    rader = sorted(koeen(data, dag, forum), key=lambda rad: (rad.moete.tid.dato if rad.moete else date.max, rad.sak.id))
    kolonner = (
        Kolonne[Ventende]("moete", "Til møte", lambda rad: rad.moete.id if rad.moete else "ikke satt"),
        Kolonne[Ventende]("oensket", "Ønsket", lambda rad: "ja" if rad.sak.oensket_moete else "nei", vist=False),
        Kolonne[Ventende]("frist", "Papir innen", lambda rad: rad.frist),
        Kolonne[Ventende]("forum", "Forum", lambda rad: kort(data, rad.forum, dag)),
        Kolonne[Ventende]("foreslaatt_av", "Foreslått av", lambda rad: _fra(data, rad, dag)),
        Kolonne[Ventende]("sakstype", "Sakstype", lambda rad: sakstypene(rad.sak), vist=False),
        Kolonne[Ventende]("tittel", "Tittel", lambda rad: tittelen(rad.sak), under=ALLTID),
        Kolonne[Ventende]("sak", "Id", lambda rad: rad.sak.id, under=ALLTID),
        Kolonne[Ventende]("mangler", "Mangler", lambda rad: ", ".join(rad.mangler) or "ingenting, klar", under=ALLTID),
    )
    return Oversikt(
        "koe",
        "Køliste",
        dag,
        (
            tabell("koe", "Saker som venter på et møte", kolonner, rader, tom="Ingen saker venter."),
            _utsattetabell(data, dag, forum),
        ),
        (Fakt("venter", "venter", len(rader)), Fakt("klare", "klare", sum(rad.er_klar for rad in rader))),
        data.datasett.er_eksempel,
    )


def _fra(data: Dataset, rad: Ventende, dag: date) -> str:
    return "" if rad.sak.er_unntatt else korte(data, rad.sak.foreslaatt_av or rad.sak.sakseiere, dag)


def _utsattetabell(data: Dataset, dag: date, forum: str | None) -> Tabell:
    kolonner = (
        Kolonne[Linje]("sak", "Sak", lambda rad: (rad.sak and saksnummer(data, rad.sak)) or ""),
        Kolonne[Linje]("tittel", "Tittel", lambda rad: linjetittel(data, rad.moete, rad.punkt)),
        Kolonne[Linje]("forum", "Forum", lambda rad: kort(data, rad.forum, dag)),
        Kolonne[Linje]("utfall", "Ble", lambda rad: (rad.punkt.utfall or "").replace("_", " ")),
        Kolonne[Linje]("moete", "I møte", lambda rad: rad.moete.id),
        Kolonne[Linje]("videre_til", "Til", lambda rad: rad.punkt.videre_til or "ikke sagt"),
    )
    return tabell("utsatt", "Utsatt eller sendt tilbake, og ikke satt opp igjen", kolonner, utsatte(data, dag, forum))
