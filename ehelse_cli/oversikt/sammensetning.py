"""The composition year by year: seats, sectors, backgrounds, who came and left, and what the mandate says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum, UtfoertEvaluering
from ehelse_cli.core.register import Medlemskap, Register, medlemmer_er_kjent, medlemskap, register
from ehelse_cli.core.sammensetning import Del, sammensetning
from ehelse_cli.core.virksomhet import SEKTORER
from ehelse_cli.oversikt.felles import kort, korte, valgte
from ehelse_cli.oversikt.medlemmer import setene
from ehelse_cli.oversikt.oversikt import ALLTID, Andel, Kolonne, Oversikt, Tabell, tabell
from ehelse_cli.render.kalt import SVAR, prosa

_SEKTORORD = {"spesialisthelsetjeneste": "Sykehus", "organisasjon": "Org."}


@dataclass(frozen=True, slots=True)
class Aarsbilde:
    """One council on one day of a year: its last, or the day that is asked about."""

    forum: Forum
    dag: date
    reg: Register
    ledige: int
    nye: int
    sluttet: int

    @property
    def kvinner(self) -> Andel | None:
        """Women of those whose sex is known; None where it is known of nobody."""
        kjoenn = [rad.medlem.kjoenn for rad in self.reg.medlemmer if rad.medlem.kjoenn]
        return Andel(kjoenn.count("kvinne"), len(kjoenn)) if kjoenn else None

    def fra(self, data: Dataset, sektor: str) -> int:
        """How many come from organisations of that sector."""
        ider = (rad.medlem.virksomhet for rad in self.reg.medlemmer)
        return sum(id_ in data.virksomheter and data.virksomheter[id_].sektor == sektor for id_ in ider if id_)

    @property
    def egenskaper(self) -> str:
        """`helsefag 10, ikt 8`."""
        telling = Counter(ord_ for rad in self.reg.medlemmer for ord_ in rad.medlem.egenskaper)
        return ", ".join(f"{ord_} {antall}" for ord_, antall in sorted(telling.items()))


def aarsbildene(data: Dataset, dag: date, forum: str | None = None, aar: int | None = None) -> Iterator[Aarsbilde]:
    """Every council and year whose members and mandate are known, newest year first."""
    for en in valgte(data, forum):
        foerste = en.medlemmer_kjent_fra or min((rad.fra for rad in medlemskap(data, en)), default=dag)
        for aaret in range(dag.year, max(foerste.year, dag.year - 50) - 1, -1) if aar is None else (aar,):
            dagen = min(dag, date(aaret, 12, 31))
            reg = register(data, en, dagen)
            if reg is not None and en.medlemmer and medlemmer_er_kjent(en, dagen):
                yield _bildet(data, en, reg, dagen, foerste)


def _bildet(data: Dataset, forum: Forum, reg: Register, dag: date, foerste: date) -> Aarsbilde:
    """Those who came after the first day that anybody is known; that day itself is no change."""
    rader = [rad for rad in medlemskap(data, forum) if rad.fra.year <= dag.year]
    aarets = date(dag.year, 1, 1)
    nye = sum(_er_ny(rad, rader) and aarets <= rad.fra <= dag and rad.fra > foerste for rad in rader)
    sluttet = sum(_gikk(rad, rader, aarets, dag) for rad in rader)
    return Aarsbilde(forum, dag, reg, sum(en.er_ledig for en in setene(reg)), nye, sluttet)


def _er_ny(rad: Medlemskap, rader: list[Medlemskap]) -> bool:
    """Whether the person did not sit already, on another row."""
    return not any(en.medlem.navn == rad.medlem.navn and en.fra < rad.fra for en in rader)


def _gikk(rad: Medlemskap, rader: list[Medlemskap], fra: date, til: date) -> bool:
    """Whether the person's last day was within the stretch; the year's last day is the next year's change."""
    slutt = rad.siste_dag
    if slutt is None or not date.fromordinal(fra.toordinal() - 1) <= slutt < til:
        return False
    return not any(en.medlem.navn == rad.medlem.navn and en.fra > rad.fra for en in rader)


# --- the overview


def sammensetningsoversikt(data: Dataset, dag: date, forum: str | None = None, aar: int | None = None) -> Oversikt:
    """Year by year, what the mandate demands of backgrounds, and every evaluation on record."""
    bilder = tuple(aarsbildene(data, dag, forum, aar))
    return Oversikt(
        "sammensetning",
        f"Sammensetningen{f' i {aar}' if aar else ', år for år'}",
        dag,
        (_aarstabell(data, bilder, dag), _krav(data, bilder, dag), _evalueringer(data, dag, forum)),
        (),
        data.datasett.er_eksempel,
    )


def _aarstabell(data: Dataset, bilder: tuple[Aarsbilde, ...], dag: date) -> Tabell:
    def sektoren(sektor: str) -> Kolonne[Aarsbilde]:
        tittel = _SEKTORORD.get(sektor, sektor.capitalize())
        return Kolonne[Aarsbilde](sektor, tittel, lambda rad: rad.fra(data, sektor) or None)

    def _dommen(rad: Aarsbilde) -> str:
        return SVAR[sammensetning(data, rad.forum, rad.dag).verdict.answer]

    kolonner = (
        Kolonne[Aarsbilde]("forum", "Forum", lambda rad: kort(data, rad.forum.id, dag)),
        Kolonne[Aarsbilde]("aar", "År", lambda rad: str(rad.dag.year)),
        Kolonne[Aarsbilde]("per", "Per", lambda rad: rad.dag, vist=False),
        Kolonne[Aarsbilde]("besatt", "Besatt", lambda rad: len(rad.reg.medlemmer)),
        Kolonne[Aarsbilde]("ledige", "Ledige", lambda rad: rad.ledige),
        Kolonne[Aarsbilde]("nye", "Nye", lambda rad: rad.nye),
        Kolonne[Aarsbilde]("sluttet", "Ut", lambda rad: rad.sluttet),
        *map(sektoren, SEKTORER),
        Kolonne[Aarsbilde]("egenskaper", "Bakgrunn", lambda rad: rad.egenskaper, under=ALLTID),
        Kolonne[Aarsbilde]("kvinner", "Kvinner", lambda rad: rad.kvinner, under=ALLTID),
        Kolonne[Aarsbilde]("dom", "Satt sammen som mandatet sier", _dommen, under=ALLTID),
    )
    return tabell("aar", "Seter og sektorer", kolonner, bilder, tom="Ingen medlemmer er kjent.")


def _krav(data: Dataset, bilder: tuple[Aarsbilde, ...], dag: date) -> Tabell:
    """What the mandates demand of backgrounds and balance, on the latest day of each council."""
    siste = {bilde.forum.id: bilde for bilde in reversed(bilder)}
    rader = [
        (id_, del_)
        for id_, bilde in siste.items()
        for del_ in sammensetning(data, bilde.forum, bilde.dag).deler
        if del_.slag in ("krav", "stedfortrederkrav")
    ]
    kolonner = (
        Kolonne[tuple[str, Del]]("forum", "Forum", lambda rad: kort(data, rad[0], dag)),
        Kolonne[tuple[str, Del]]("krav", "Krav", lambda rad: rad[1].id),
        Kolonne[tuple[str, Del]]("svar", "Svar", lambda rad: SVAR[rad[1].verdict.answer]),
        Kolonne[tuple[str, Del]]("hvorfor", "Hvorfor", lambda rad: rad[1].verdict.summary),
    )
    return tabell("krav", "Krav til bakgrunn og balanse", kolonner, rader)


def _evalueringer(data: Dataset, dag: date, forum: str | None) -> Tabell:
    rader = [(en.id, rad) for en in valgte(data, forum) for rad in en.evalueringer if rad.dato <= dag]
    rader.sort(key=lambda par: par[1].dato, reverse=True)
    kolonner = (
        Kolonne[tuple[str, UtfoertEvaluering]]("dato", "Dato", lambda rad: rad[1].dato),
        Kolonne[tuple[str, UtfoertEvaluering]]("forum", "Forum", lambda rad: kort(data, rad[0], dag)),
        Kolonne[tuple[str, UtfoertEvaluering]]("hva", "Hva", lambda rad: ", ".join(rad[1].hva)),
        Kolonne[tuple[str, UtfoertEvaluering]]("av", "Av", lambda rad: korte(data, rad[1].av, rad[1].dato)),
        Kolonne[tuple[str, UtfoertEvaluering]](
            "konklusjon", "Konklusjon", lambda rad: prosa(rad[1].konklusjon), under=ALLTID
        ),
    )
    return tabell("evalueringer", "Evalueringer", kolonner, rader, tom="Ingen evalueringer er ført.")
