"""A year as tables: everything by day, each council against its mandate, each meeting with its deadlines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ehelse_cli.core.aarshjul import Aarshjul
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.mandat.arbeid import Moeteregel
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.spraak import stor
from ehelse_cli.oversikt.aarsbilde import KJEDEN, Aarsbilde, Aarsrad, aarsbilde, frist_i_ord
from ehelse_cli.oversikt.felles import kort
from ehelse_cli.oversikt.oversikt import Fakt, Kolonne, Oversikt, Tabell, tabell
from ehelse_cli.render.kalt import ord_
from ehelse_cli.render.tid import kort as kortdag
from ehelse_cli.rules.aar_hyppighet import mandatet_i, teller
from ehelse_cli.rules.aar_plan import aaret


def aarsoversikt(data: Dataset, aar: int, dag: date, forum: str | None = None) -> Oversikt:
    """The year as tables: everything by day, each council against its mandate, each meeting with its deadlines."""
    bilde = aarsbilde(data, aar, dag, forum)
    kalender = data.aarshjul.get(f"aarshjul-{aar}")
    return Oversikt(
        "aarshjul",
        f"Årshjul {aar}",
        dag,
        (kalendertabell(bilde), _raadene(data, bilde), _frister(bilde)),
        tuple(_fakta(data, kalender)),
        data.datasett.er_eksempel,
    )


def kalendertabell(bilde: Aarsbilde) -> Tabell:
    """Everything in the year, by day."""
    kolonner = (
        Kolonne[Aarsrad]("dato", "Dato", lambda rad: rad.dato if rad.presis else _maaned(rad)),
        Kolonne[Aarsrad]("til", "Til", lambda rad: rad.helt if rad.presis and rad.helt != rad.dato else None),
        Kolonne[Aarsrad]("uke", "Uke", lambda rad: rad.uke),
        Kolonne[Aarsrad]("slag", "Slag", lambda rad: rad.slag),
        Kolonne[Aarsrad]("hva", "Hva", lambda rad: rad.hva),
        Kolonne[Aarsrad]("hvem", "Hvem", lambda rad: rad.hvem),
        Kolonne[Aarsrad]("forum", "Forum", lambda rad: rad.forum, vist=False),
        Kolonne[Aarsrad]("status", "Status", lambda rad: rad.status),
        Kolonne[Aarsrad]("merknad", "Merknad", lambda rad: rad.merknad, under=100),
        Kolonne[Aarsrad]("id", "Id", lambda rad: rad.id, vist=False),
    )
    return tabell("kalender", "Året", kolonner, bilde.rader, tom=f"Det er ingenting i {bilde.aar}.")


def _maaned(rad: Aarsrad) -> str:
    """`2027-05`, or the year: as much as is known."""
    return f"{rad.dato:%Y-%m}" if (rad.helt - rad.dato) < timedelta(days=31) else f"{rad.dato:%Y}"


def _raadene(data: Dataset, bilde: Aarsbilde) -> Tabell:
    kolonner = (
        Kolonne[tuple[str, str]]("forum", "Forum", lambda en: en[1]),
        Kolonne[tuple[str, str]]("moeter", "Møter", lambda en: len(_ordinaere(data, en[0], bilde.aar))),
        Kolonne[tuple[str, str]](
            "holdt", "Holdt", lambda en: sum(m.tid.siste_dag < bilde.dag for m in _ordinaere(data, en[0], bilde.aar))
        ),
        Kolonne[tuple[str, str]]("mandatet", "Mandatet sier", lambda en: _hyppighet(data, en[0], bilde.aar)),
        Kolonne[tuple[str, str]]("neste", "Neste", lambda en: _neste(data, en[0], bilde)),
    )
    return tabell("forum", "Forumene", kolonner, bilde.forum)


def _ordinaere(data: Dataset, forum: str, aar: int) -> list[Moete]:
    return [en for en in data.moeter_for(forum) if teller(en, aar)]


def _hyppighet(data: Dataset, forum: str, aar: int) -> str:
    """How often, in the mandate's words; that it does not say, or changes, where that is so."""
    mandat = mandatet_i(data, forum, aar)
    if mandat is None:
        return "mandatet skifter i året" if data.mandat_for(forum, date(aar, 12, 31)) else ""
    regel = mandat.moeter
    if not isinstance(regel, Moeteregel):
        return ord_(str(regel)) if regel else ""
    if not isinstance(regel.hyppighet, tuple):
        return ord_(str(regel.hyppighet)) if regel.hyppighet else "ikke regulert"
    return ", ".join(en.verdi.norsk() for en in regel.hyppighet)


def _neste(data: Dataset, forum: str, bilde: Aarsbilde) -> date | None:
    return next((en.tid.dato for en in _ordinaere(data, forum, bilde.aar) if en.tid.dato > bilde.dag), None)


def _frister(bilde: Aarsbilde) -> Tabell:
    moeter = [rad for rad in bilde.rader if rad.frister and rad.status != "avlyst"]

    def frist(hva: str) -> Kolonne[Aarsrad]:
        return Kolonne[Aarsrad](hva, stor(frist_i_ord(hva)), lambda rad: dict(rad.frister).get(hva))

    kolonner = (
        Kolonne[Aarsrad]("moete", "Møte", lambda rad: rad.dato),
        Kolonne[Aarsrad]("forum", "Forum", lambda rad: rad.hvem),
        *map(frist, KJEDEN),
        Kolonne[Aarsrad]("id", "Id", lambda rad: rad.id),
    )
    return tabell("frister", "Fristene før møtene", kolonner, moeter)


def _fakta(data: Dataset, kalender: Aarshjul | None) -> Iterator[Fakt]:
    if kalender is None:
        yield Fakt("aarshjul", "årshjul", "finnes ikke for dette året")
        return
    behandlet = data.moeter.get(kalender.behandlet or "")
    if behandlet is not None:
        navn = kort(data, data.forum_of(behandlet.id), behandlet.tid.dato)
        yield Fakt("behandlet", "behandlet", f"{navn} {kortdag(behandlet.tid.dato, 'nb')} {behandlet.tid.dato.year}")
    yield Fakt("publisert", "publisert", kalender.publisert or "ikke publisert")


def har_aar(data: Dataset, aar: int) -> bool:
    """Whether there is anything to show."""
    return f"aarshjul-{aar}" in data.aarshjul or any(en.tid.dato.year == aar for en in data.moeter.values())


def kjente_aar(data: Dataset) -> tuple[int, ...]:
    """The years that have a calendar."""
    return tuple(sorted(map(aaret, data.aarshjul.values())))
