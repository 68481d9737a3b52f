"""The members as tables: seats and terms, what is vacant, what ends, what the mandate is not followed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import LEDERSETET
from ehelse_cli.core.mandat.sammensetning import Sammensetning
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.register import Register, medlemmer_er_kjent, register
from ehelse_cli.core.sammensetning import Del, sammensetning
from ehelse_cli.core.verdict import Answer
from ehelse_cli.oversikt.felles import kort, oppnevnerne
from ehelse_cli.oversikt.medlemmer import VARSEL, Sete, Utloep, setene, utloepene
from ehelse_cli.oversikt.oversikt import ALLTID, Fakt, Forloep, Kolonne, Oversikt, Tabell, tabell
from ehelse_cli.render.kalt import SVAR
from ehelse_cli.rules.common import gruppenavn

#: On a screen so wide the day of the appointment stands beside who made it.
_BRED = 110


def medlemsoversikt(data: Dataset, forum: Forum, dag: date) -> Oversikt:
    """Seats, vacancies, terms that end, and every thing the mandate demands of the composition."""
    reg = register(data, forum, dag)
    seter = tuple(setene(reg)) if reg else ()
    return Oversikt(
        "medlemmer",
        f"Medlemmer i {data.forumnavn(forum.id, dag)}",
        dag,
        (
            _setetabell(data, reg, seter, dag),
            _ledige(data, reg, seter, dag),
            _utloep(data, forum, reg, dag),
            _krav(data, forum, dag),
        ),
        tuple(_fakta(data, forum, reg, seter, dag)),
        data.datasett.er_eksempel,
    )


def _fakta(data: Dataset, forum: Forum, reg: Register | None, seter: Sequence[Sete], dag: date) -> Iterator[Fakt]:
    if reg is None:
        yield Fakt("mandat", "mandat", f"ingen kjente mandater gjaldt {datotekst(dag)}")
        return
    kjent = medlemmer_er_kjent(forum, dag)
    regel = reg.mandat.sammensetning
    antall = regel.seter if isinstance(regel, Sammensetning) else None
    yield Fakt("mandat", "mandat", reg.mandat.id)
    yield Fakt("seter", "seter", antall.norsk() if isinstance(antall, Mengde) else "ikke regulert")
    yield Fakt("besatt", "besatt", len(reg.medlemmer) if kjent else "ikke kjent")
    yield Fakt("ledige", "ledige", sum(en.er_ledig for en in seter) if kjent else "ikke kjent")
    dommen = sammensetning(data, forum, dag).verdict
    yield Fakt("dom", "etter mandatet", SVAR[dommen.answer])
    yield Fakt("hvorfor", "fordi", dommen.summary)


def _gruppen(data: Dataset, reg: Register, id_: str, dag: date) -> str:
    if id_ == LEDERSETET:
        return "leder"
    return gruppenavn(data, reg.mandat, id_, dag) if id_ else "uten gruppe"


def _setetabell(data: Dataset, reg: Register | None, seter: Sequence[Sete], dag: date) -> Tabell:
    def av(sete: Sete) -> str:
        oppnevnt = sete.rad.medlem.oppnevnt if sete.rad else None
        return kort(data, oppnevnt.av, dag) if oppnevnt and oppnevnt.av else ""

    def naar(sete: Sete) -> date | None:
        oppnevnt = sete.rad.medlem.oppnevnt if sete.rad else None
        return oppnevnt.dato if oppnevnt else None

    def naar_i_ord(sete: Sete) -> str:
        dagen = naar(sete)
        return f"oppnevnt {dagen.day}.{dagen.month}.{dagen.year}" if dagen else ""

    def virksomhet(sete: Sete) -> str:
        return kort(data, sete.rad.medlem.virksomhet, dag) if sete.rad and sete.rad.medlem.virksomhet else ""

    kolonner = (
        Kolonne[Sete]("gruppe", "Gruppe", lambda en: _gruppen(data, reg, en.gruppe, dag) if reg else ""),
        Kolonne[Sete]("navn", "Medlem", lambda en: _navnet(en, dag)),
        Kolonne[Sete]("virksomhet", "Fra", virksomhet),
        Kolonne[Sete]("rolle", "Rolle", lambda en: en.rad.medlem.rolle if en.rad else "", vist=False),
        Kolonne[Sete]("oppnevnt_av", "Oppnevnt av", av),
        Kolonne[Sete]("oppnevnt", "Når", naar, vist=False),
        Kolonne[Sete]("oppnevnelse", "Når", naar_i_ord, under=_BRED),
        Kolonne[Sete]("fra", "Fra dag", _fra, vist=False),
        Kolonne[Sete]("periode", "Periode", lambda en: _perioden(en, dag)),
        Kolonne[Sete]("til", "Går ut", _til),
        Kolonne[Sete]("stillingsnivaa", "Nivå", lambda en: (en.rad and en.rad.medlem.stillingsnivaa) or "", vist=False),
        Kolonne[Sete]("egenskaper", "Egenskaper", lambda en: en.rad.medlem.egenskaper if en.rad else (), vist=False),
        Kolonne[Sete]("stedfortreder", "Stedfortreder", lambda en: _stedfortredere(reg, en)),
    )
    tom = "Ingen mandat er kjent, så setene er ikke kjent." if reg is None else "Ingen seter er kjent."
    return tabell("seter", "Seter", kolonner, seter, tom=tom)


def _navnet(sete: Sete, dag: date) -> str:
    """The member; with the office, and leave, where there is any."""
    if sete.rad is None:
        return "LEDIG"
    medlem = sete.rad.medlem
    permisjon = "i permisjon" if any(periode.inneholder(dag) for periode in medlem.permisjon) else ""
    verv = medlem.rolle if medlem.rolle != "medlem" and sete.gruppe != LEDERSETET else ""
    return ", ".join(filter(None, (medlem.navn, verv, permisjon)))


def _fra(sete: Sete) -> date | None:
    return sete.rad.fra if sete.rad and sete.rad.fra != date.min else None


def _perioden(sete: Sete, dag: date) -> Forloep | None:
    return Forloep(sete.rad.fra, sete.rad.siste_dag, dag) if sete.rad else None


def _til(sete: Sete) -> date | str | None:
    if sete.rad is None:
        return None
    return sete.rad.siste_dag or ("ingen slutt" if sete.rad.slutt_er_kjent else "ikke kjent")


def _stedfortredere(reg: Register | None, sete: Sete) -> tuple[str, ...]:
    if reg is None or sete.rad is None:
        return ()
    return tuple(en.navn for en in reg.stedfortredere if en.for_ == sete.rad.medlem.navn)


def _ledige(data: Dataset, reg: Register | None, seter: Sequence[Sete], dag: date) -> Tabell:
    """The vacant seats by group, and who is to fill them."""
    ledige = [en.gruppe for en in seter if en.er_ledig]
    kolonner = (
        Kolonne[str]("gruppe", "Gruppe", lambda id_: _gruppen(data, reg, id_, dag) if reg else ""),
        Kolonne[str]("antall", "Ledige", ledige.count),
        Kolonne[str]("oppnevnes_av", "Oppnevnes av", lambda id_: _oppnevner(data, reg, id_, dag)),
    )
    return tabell("ledige", "Ledige seter", kolonner, dict.fromkeys(ledige))


def _oppnevner(data: Dataset, reg: Register | None, gruppe: str | None, dag: date) -> str:
    return (oppnevnerne(data, reg.mandat, gruppe or "", dag) if reg else "") or "ikke regulert"


def _utloep(data: Dataset, forum: Forum, reg: Register | None, dag: date) -> Tabell:
    kolonner = (
        Kolonne[Utloep]("til", "Går ut", lambda en: en.siste_dag),
        Kolonne[Utloep]("dager", "Dager", lambda en: (en.siste_dag - dag).days),
        Kolonne[Utloep]("navn", "Medlem", lambda en: en.rad.medlem.navn),
        Kolonne[Utloep]("gruppe", "Gruppe", lambda en: _gruppen(data, reg, en.rad.gruppe or "", dag) if reg else ""),
        Kolonne[Utloep]("oppnevnes_av", "Oppnevnes av", lambda en: _oppnevner(data, reg, en.rad.gruppe, dag)),
        Kolonne[Utloep]("moete", "Første møte uten", lambda en: en.foer.id if en.foer else ""),
    )
    tittel = f"Perioder som går ut innen {VARSEL.days} dager"
    return tabell("utloep", tittel, kolonner, utloepene(data, forum, dag))


def _krav(data: Dataset, forum: Forum, dag: date) -> Tabell:
    """What is not as the mandate says it should be, or not known."""
    deler = [en for en in sammensetning(data, forum, dag).deler if en.verdict.answer in (Answer.NEI, Answer.UKJENT)]
    kolonner = (
        Kolonne[Del]("slag", "Hva", lambda en: en.slag.replace("_", " ")),
        Kolonne[Del]("id", "Gjelder", lambda en: en.id),
        Kolonne[Del]("svar", "Svar", lambda en: SVAR[en.verdict.answer]),
        Kolonne[Del]("hvorfor", "Hvorfor", lambda en: en.verdict.summary, under=ALLTID),
    )
    return tabell("krav", "Ikke som mandatet sier, eller ikke kjent", kolonner, deler)
