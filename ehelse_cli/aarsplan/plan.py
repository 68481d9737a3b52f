"""Plan a year: the days that keep everything and are nearest to what is usual, or what it is that cannot be kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ehelse_cli.aarsplan.bestilling import Bestilling, Raadsaar
from ehelse_cli.aarsplan.forklaring import Konflikt, forklar
from ehelse_cli.aarsplan.loeser import Loeser
from ehelse_cli.aarsplan.modell import Vilkaar
from ehelse_cli.aarsplan.oppsett import Oppsett, sett_opp
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.moete import Moete, Moetetid
from ehelse_cli.core.neste import neste_moetenummer
from ehelse_cli.rules.aar_plan import perioder


class UnknownConditionError(EhelseError):
    """Nothing of that name can be set aside."""

    def __init__(self, given: str, known: tuple[str, ...]) -> None:
        super().__init__(f"--uten: det finnes ikke noe vilkår «{given}»", f"Velg blant {', '.join(known)}.")


class NotFinishedError(EhelseError):
    """The limit came before an answer: neither a plan nor a proof that there is none."""

    def __init__(self, aar: int) -> None:
        super().__init__(
            f"det ble verken funnet en plan for {aar} eller vist at det ikke finnes noen",
            "Gjør valget mindre: sett opp noen av møtene selv med `ehelse ny moete`, og prøv igjen.",
        )


@dataclass(frozen=True, slots=True)
class Moeteforslag:
    """One meeting of the plan: one that stands (`staar`), or a new one with its id and the items that come back."""

    id: str
    forum: str
    tid: Moetetid
    staar: bool
    saker: tuple[str, ...] = ()
    uvanlig_ukedag: bool = False


@dataclass(frozen=True, slots=True)
class Formoeteforslag:
    """A day for those who prepare a meeting. `staar`: it is in the calendar already."""

    tittel: str
    hvem: str | None
    dag: date
    foer: str
    trenger_papirer: bool
    staar: bool = False


@dataclass(frozen=True, slots=True)
class Grunnlag:
    """What one council's part builds on, in words: how many meetings and why, and which days they are near."""

    forum: str
    antall: str
    dager: str


@dataclass(frozen=True, slots=True)
class Forslag:
    """The year as proposed. `beste`: nothing is nearer to what is usual."""

    aar: int
    moeter: tuple[Moeteforslag, ...]
    formoeter: tuple[Formoeteforslag, ...]
    beste: bool
    grunnlag: tuple[Grunnlag, ...]
    satt_til_side: tuple[Vilkaar, ...] = ()

    @property
    def nye(self) -> tuple[Moeteforslag, ...]:
        """Those that are in no file."""
        return tuple(en for en in self.moeter if not en.staar)


def planlegg(data: Dataset, bestilt: Bestilling) -> Forslag | Konflikt:
    """A plan for the year whose calendar is in the data, or why there is none.

    Raises:
        NoSolverError: the extra is not installed.
        UnknownConditionError: something is to be set aside that nobody demands.
        NotFinishedError: the limit came first.
    """
    oppsett = sett_opp(data, bestilt)
    kjente = tuple(en.id for en in oppsett.modell.vilkaar)
    for id_ in sorted(bestilt.uten - set(kjente)):
        raise UnknownConditionError(id_, kjente)
    loeser = Loeser(oppsett.modell)
    svar = loeser.beste(bestilt.uten)
    if svar.utfall == "ukjent":
        raise NotFinishedError(bestilt.aar)
    if svar.utfall == "umulig":
        return forklar(oppsett.modell, loeser, bestilt.uten)
    moeter = tuple(_moetene(data, oppsett, svar.dager, bestilt))
    return Forslag(
        bestilt.aar,
        moeter,
        tuple(_formoetene(oppsett, svar.dager, moeter, bestilt)),
        svar.utfall == "beste",
        tuple(_grunnlaget(data, oppsett, bestilt)),
        tuple(en for en in oppsett.modell.vilkaar if en.id in bestilt.uten),
    )


# --- meetings


def _moetene(data: Dataset, oppsett: Oppsett, dager: dict[str, date], bestilt: Bestilling) -> Iterator[Moeteforslag]:
    for aaret in oppsett.aarene:
        nye = sorted(dag for id_, dag in dager.items() if _er_ny(id_, aaret))
        foerste = neste_moetenummer(data, aaret.forum, bestilt.aar)
        saker = _sakene(data, aaret, nye, bestilt)
        alle = [Moeteforslag(en.id, aaret.forum, en.tid, staar=True) for en in _som_staar(aaret, dager)]
        alle += [
            Moeteforslag(
                f"{aaret.forum}-{bestilt.aar}-m{nr}",
                aaret.forum,
                aaret.vanlig.tid(dag),
                staar=False,
                saker=tuple(saker.get(dag, ())),
                uvanlig_ukedag=aaret.vanlig.ukedag not in (None, dag.weekday()),
            )
            for nr, dag in enumerate(nye, foerste)
        ]
        yield from sorted(alle, key=lambda en: en.tid.dato)


def _er_ny(plass: str, aaret: Raadsaar) -> bool:
    forum, _, rest = plass.partition("/")
    return forum == aaret.forum and rest.isdigit()


def _som_staar(aaret: Raadsaar, dager: dict[str, date]) -> list[Moete]:
    """Those in the files; with the day the plan gives them, where theirs was set aside."""
    med_dag = [(en, dager.get(f"{aaret.forum}/{en.id}", en.tid.dato)) for en in aaret.staar]
    return [en if en.tid.dato == dag else en.model_copy(update={"tid": aaret.vanlig.tid(dag)}) for en, dag in med_dag]


def _sakene(data: Dataset, aaret: Raadsaar, nye: list[date], bestilt: Bestilling) -> dict[date, list[str]]:
    """The items that come back, each on the first new meeting of the stretch where no other meeting has it."""
    funnet: dict[date, list[str]] = {}
    for id_, fast in data.forum[aaret.forum].faste_saker.items():
        for periode in perioder(fast, bestilt.aar) if fast.naar != "hvert_moete" else ():
            staar = [en for en in aaret.staar if periode.inneholder(en.tid.dato)]
            dagen = next((dag for dag in nye if periode.inneholder(dag)), None)
            if dagen is not None and not any(punkt.fast == id_ for en in staar for punkt in en.saksliste):
                funnet.setdefault(dagen, []).append(id_)
    return funnet


# --- before them


def _formoetene(
    oppsett: Oppsett, dager: dict[str, date], moeter: tuple[Moeteforslag, ...], bestilt: Bestilling
) -> Iterator[Formoeteforslag]:
    """Those that are found a day, and those that the calendar has; each once."""
    moetet = {(en.forum, en.tid.dato): en.id for en in moeter}
    satte = {(en.serie, en.moete) for en in oppsett.satte}
    funnet = [
        Formoeteforslag(en.tittel, None, en.dag, en.moete, en.trenger_papirer, staar=True)
        for en in oppsett.satte
        if en.moete in moetet.values()
    ]
    for en in oppsett.forberedelser:
        dag = dager.get(en.plass)
        valgt = en.beste(dag, bestilt.uten) if dag is not None else None
        if dag is None or valgt is None or (en.serie.id, moetet[en.serie.forum, dag]) in satte:
            continue
        foer = moetet[en.serie.forum, dag]
        funnet.append(Formoeteforslag(en.serie.tittel, en.serie.hvem, valgt[1], foer, en.serie.trenger_papirer))
    yield from sorted(funnet, key=lambda en: (en.dag, en.tittel, en.foer))


# --- what it builds on


def _grunnlaget(data: Dataset, oppsett: Oppsett, bestilt: Bestilling) -> Iterator[Grunnlag]:
    for aaret in oppsett.aarene:
        antall, fra = oppsett.antall[aaret.forum], aaret.vanlig.aar
        if antall and antall == len(aaret.vanlig.dager):
            dager = f"nærmest dagene i {fra}"
        else:
            dager = "jevnt fordelt over året" if antall else ""
        yield Grunnlag(aaret.forum, _antallet(data, oppsett, aaret, bestilt), dager)


def _antallet(data: Dataset, oppsett: Oppsett, aaret: Raadsaar, bestilt: Bestilling) -> str:
    """How many meetings, and who says so: what is asked for, the mandate, or what is usual."""
    antall, forum = oppsett.antall[aaret.forum], aaret.forum
    if forum in bestilt.antall:
        return f"{antall}, som bestilt"
    sagt = [en.id for en in oppsett.modell.vilkaar if en.id.startswith(f"hyppighet-{forum}") and en.kode]
    if any(id_ not in bestilt.uten for id_ in sagt):
        return f"{antall}, etter mandatet"
    if not antall:
        return "ikke regulert, og ingen møter fra før: si det med --antall"
    skifter = aaret.mandat is None and data.mandat_for(forum, date(bestilt.aar, 12, 31)) is not None
    hvorfor = "mandatet skifter i året" if skifter else "satt til side" if sagt else "ikke regulert"
    return f"{antall} ({hvorfor})" + (f", som i {aaret.vanlig.aar}" if antall == len(aaret.vanlig.dager) else "")
