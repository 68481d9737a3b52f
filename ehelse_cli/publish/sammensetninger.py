"""Who sat in a council from one change to the next, and who came to its meetings: of what is public alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, pairwise

from ehelse_cli.public.forum import Forum, Medlem, Stedfortreder
from ehelse_cli.public.kalles import ordene
from ehelse_cli.public.moete import Fremmoete, Moete
from ehelse_cli.render import tid
from ehelse_cli.render.figurer import Bilde
from ehelse_cli.render.figurer.oppmoete import Oppmoete
from ehelse_cli.render.figurer.perioder import Periodelinje, Tidslinje, tidslinje

_SVAR: tuple[Oppmoete, ...] = ("medlem", "stedfortreder", "borte", "ukjent", "ikke_medlem")
_SNART = timedelta(days=183)
_DAG = timedelta(days=1)
_AARETS_BREDDE = 44


@dataclass(frozen=True, slots=True)
class Sammensetning:
    """Who sits from `fra` to `til` (None: until something changes), and who came and went that day."""

    fra: date
    til: date | None
    medlemmer: tuple[Medlem, ...]
    stedfortredere: tuple[Stedfortreder, ...]
    inn: tuple[str, ...]
    ut: tuple[str, ...]

    def gjelder(self, dag: date) -> bool:
        """Whether it is the composition of the day."""
        return self.fra <= dag and (self.til is None or dag <= self.til)


def sammensetninger(forum: Forum, dag: date) -> tuple[Sammensetning, ...]:
    """Every composition that is known on the day, the newest first; those to come only where somebody is appointed."""
    dager = _endringsdager(forum)
    alle: list[Sammensetning] = []
    foer: tuple[str, ...] = ()
    for fra, neste in pairwise((*dager, None)):
        assert fra is not None
        sitter = forum.medlemmer_per(fra)
        navn = tuple(en.navn for en in sitter)
        vara = tuple(en for en in forum.stedfortredere if en.sitter(fra))
        inn = tuple(en for en in navn if en not in foer) if alle else ()
        ut = tuple(en for en in foer if en not in navn)
        if sitter and (fra <= dag or inn):
            alle.append(Sammensetning(fra, neste - _DAG if neste else None, sitter, vara, inn, ut))
        foer = navn
    return tuple(reversed(alle))


def _endringsdager(forum: Forum) -> list[date]:
    """The days when somebody came or went, from the day that members are known."""
    fra = forum.medlemmer_kjent_fra or date.min
    dager = {rad.fra for rad in forum.medlemmer if rad.fra}
    dager |= {rad.til + _DAG for rad in forum.medlemmer if rad.til and rad.til < date.max}
    kjente = sorted(dag for dag in dager if dag >= fra)
    return [fra, *kjente] if forum.medlemmer_kjent_fra and fra not in dager else kjente


def periodebildet(forum: Forum, dag: date) -> Bilde | None:
    """The terms of those who sit that day."""
    sitter = [en for en in forum.medlemmer_per(dag) if en.fra]
    if not sitter:
        return None
    ord_ = ordene("nb")
    linjer = tuple(Periodelinje(en.navn, en.fra, en.til, _snart(en, dag)) for en in sitter if en.fra)
    aar = [linje.til.year for linje in linjer if linje.til] or [dag.year + 1]
    snart = sum(linje.gaar_snart_ut for linje in linjer)
    return tidslinje(
        Tidslinje(
            linjer,
            min(linje.fra.year for linje in linjer),
            max(*aar, dag.year),
            dag,
            ord_.perioder_alt.format(len(linjer), snart, 6).replace("over sier", "under sier"),
            ord_.perioder_tekst.format(tid.dag(dag, "nb")),
            per_aar=_AARETS_BREDDE,
        )
    )


def _snart(en: Medlem, dag: date) -> bool:
    return en.til is not None and en.til - dag <= _SNART


#: How a member's seat was filled at a meeting: by what sign it is told, and in what word.
Svar = tuple[Oppmoete, str]


@dataclass(frozen=True, slots=True)
class Oppmoeteaar:
    """One year's attendance: the days of the meetings, a row for each member, and every sign that is in it."""

    aar: int
    tekst: str
    dager: tuple[date, ...]
    rader: tuple[tuple[str, tuple[Svar, ...]], ...]
    tegn: tuple[Svar, ...]


def oppmoete(forum: Forum, moeter: tuple[Moete, ...]) -> tuple[Oppmoeteaar, ...]:
    """Every year with published attendance, the newest first; a row for each who was a member at a meeting of it."""
    holdt = list(_med_fremmoete(moeter))
    aarene = sorted({moete.dato.year for moete, _ in holdt}, reverse=True)
    return tuple(_aaret(forum, aar, [par for par in holdt if par[0].dato.year == aar]) for aar in aarene)


def har_oppmoete(moeter: tuple[Moete, ...]) -> bool:
    """Whether the attendance of any of them is published."""
    return any(True for _ in _med_fremmoete(moeter))


def _med_fremmoete(moeter: tuple[Moete, ...]) -> Iterator[tuple[Moete, Fremmoete]]:
    for moete in moeter:
        if moete.referat and moete.referat.fremmoete and not moete.skriftlig and moete.avlyst is None:
            yield moete, moete.referat.fremmoete


def _aaret(forum: Forum, aar: int, holdt: list[tuple[Moete, Fremmoete]]) -> Oppmoeteaar:
    ord_ = ordene("nb")
    svarene = [_svarene(forum, moete, der) for moete, der in holdt]
    svar = {navn: tuple(ett.get(navn, "ikke_medlem") for ett in svarene) for navn in chain.from_iterable(svarene)}
    alle = {en for rad in svar.values() for en in rad}
    return Oppmoeteaar(
        aar,
        ord_.oppmoete_tekst.format(forum.kort or forum.navn),
        tuple(moete.dato for moete, _ in holdt),
        tuple((ett, tuple((en, ord_.oppmoete[en]) for en in rad)) for ett, rad in svar.items()),
        tuple((en, ord_.oppmoete[en]) for en in _SVAR if en in alle),
    )


def _medlemmer(forum: Forum, dag: date) -> Iterator[Medlem]:
    """Those who have a seat that day; who only looks on, or writes, is not counted."""
    return (en for en in forum.medlemmer_per(dag) if en.rolle in ("leder", "nestleder", "medlem"))


def _svarene(forum: Forum, moete: Moete, der: Fremmoete) -> dict[str, Oppmoete]:
    """How each seat was filled: by the member's own line if there is one, else by the substitute's."""
    sagt: dict[str | None, Oppmoete] = {en.hvem.navn: "borte" for en in der.forfall}
    sagt |= {en.for_: "stedfortreder" for en in der.medlemmer}
    sagt |= {en.hvem.navn: "medlem" for en in der.medlemmer if en.for_ is None}
    return {en.navn: sagt.get(en.navn, "ukjent") for en in _medlemmer(forum, moete.dato)}
