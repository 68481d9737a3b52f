"""A year's plan as it is read before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ehelse_cli.aarsplan.kalender import StengtTid
from ehelse_cli.aarsplan.plan import Formoeteforslag, Forslag, Grunnlag, Moeteforslag
from ehelse_cli.core.aarshjul import Hendelse
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Finding
from ehelse_cli.core.kalender import UKEDAGER
from ehelse_cli.core.moete import Moete, Moetetid
from ehelse_cli.core.spraak import stor
from ehelse_cli.oversikt.aarsbilde import KJEDEN, frist_i_ord
from ehelse_cli.oversikt.aarskonflikt import vilkaarene
from ehelse_cli.oversikt.felles import kort
from ehelse_cli.oversikt.oversikt import ALLTID, Fakt, Kolonne, Oversikt, Tabell, tabell
from ehelse_cli.render.kalt import prosa
from ehelse_cli.render.moetefrister import frister_foer
from ehelse_cli.render.tid import kort as kortdag


@dataclass(frozen=True, slots=True)
class Planlagt:
    """Everything that is told of a plan: what it was made in (`data`, with the plan in it), and what is left out."""

    data: Dataset
    dag: date
    forslag: Forslag
    stengt: tuple[StengtTid, ...]
    ikke_med: tuple[Hendelse, ...]
    funn: tuple[Finding, ...]


def planoversikt(plan: Planlagt) -> Oversikt:
    """The meetings with their deadlines, those who prepare, what is closed, what it builds on."""
    forslag = plan.forslag
    return Oversikt(
        "aarsplan",
        f"Plan for {forslag.aar}",
        plan.dag,
        (
            _moetene(plan),
            _formoetene(plan),
            _stengt(plan.stengt),
            _grunnlaget(plan),
            vilkaarene("satt_til_side", "Satt til side", forslag.satt_til_side, ""),
            _funnene(plan.funn),
            _ikke_med(plan),
        ),
        (
            Fakt("nye", "nye møter", len(forslag.nye)),
            Fakt("staar", "står fra før", len(forslag.moeter) - len(forslag.nye)),
            Fakt(
                "naermest", "nærmest det vanlige", "ja" if forslag.beste else "kanskje: grensen for letingen ble nådd"
            ),
        ),
        plan.data.datasett.er_eksempel,
    )


# --- meetings


def _moetene(plan: Planlagt) -> Tabell:
    data = plan.data

    def frist(hva: str) -> Kolonne[Moeteforslag]:
        return Kolonne[Moeteforslag](hva, stor(frist_i_ord(hva)), lambda en: _fristene(data, en).get(hva), vist=False)

    kolonner = (
        Kolonne[Moeteforslag]("naar", "Når", lambda en: _naar(en.tid)),
        Kolonne[Moeteforslag]("uke", "Uke", lambda en: en.tid.dato.isocalendar().week),
        Kolonne[Moeteforslag]("forum", "Forum", lambda en: kort(data, en.forum, en.tid.dato)),
        Kolonne[Moeteforslag]("id", "Møte", lambda en: en.id),
        Kolonne[Moeteforslag]("merk", "Merk", _merk),
        Kolonne[Moeteforslag]("frister", "Frister", lambda en: _fristtekst(_fristene(data, en)), under=100),
        Kolonne[Moeteforslag]("dato", "Dato", lambda en: en.tid.dato, vist=False),
        Kolonne[Moeteforslag]("til", "Til", lambda en: en.tid.siste_dag, vist=False),
        *map(frist, KJEDEN),
        Kolonne[Moeteforslag]("saker", "Faste saker", lambda en: ", ".join(en.saker), vist=False),
    )
    rader = sorted(plan.forslag.moeter, key=lambda en: (en.tid.dato, en.forum))
    return tabell("moeter", "Møtene", kolonner, rader, tom="Ingen av forumene skal ha møter.")


def _naar(tid: Moetetid) -> str:
    """`ons. 15. mars`, `ons. 19. – tor. 20. jan.`."""
    foerst, sist = tid.dato, tid.siste_dag
    slutt = f"{UKEDAGER[sist.weekday()][:3]}. {kortdag(sist, 'nb')}"
    if foerst == sist:
        return slutt
    start = f"{foerst.day}." if foerst.month == sist.month else kortdag(foerst, "nb")
    return f"{UKEDAGER[foerst.weekday()][:3]}. {start} – {slutt}"


def _fristtekst(frister: dict[str, date]) -> str:
    return ", ".join(f"{frist_i_ord(hva)} {kortdag(frister[hva], 'nb')}" for hva in KJEDEN if hva in frister)


def _merk(en: Moeteforslag) -> str:
    deler = ["står fra før" if en.staar else "", "annen ukedag enn vanlig" if en.uvanlig_ukedag else ""]
    return ", ".join(filter(None, deler))


def _fristene(data: Dataset, en: Moeteforslag) -> dict[str, date]:
    moete = data.moeter.get(en.id) or Moete.model_construct(id=en.id, tid=en.tid)
    alle = frister_foer(moete, data.forum[en.forum], data.mandat_for(en.forum, en.tid.dato))
    return {rad.hva: rad.dato for rad in alle}


def _formoetene(plan: Planlagt) -> Tabell:
    data = plan.data
    moeter = {en.id: en for en in plan.forslag.moeter}

    def foer(en: Formoeteforslag) -> str:
        moete = moeter[en.foer]
        return f"{kort(data, moete.forum, moete.tid.dato)} {kortdag(moete.tid.dato, 'nb')}"

    kolonner = (
        Kolonne[Formoeteforslag]("dato", "Dato", lambda en: en.dag),
        Kolonne[Formoeteforslag]("ukedag", "Ukedag", lambda en: UKEDAGER[en.dag.weekday()]),
        Kolonne[Formoeteforslag]("hva", "Hvem", lambda en: en.tittel),
        Kolonne[Formoeteforslag]("moete", "Før", foer),
        Kolonne[Formoeteforslag]("foer", "Møte", lambda en: en.foer, vist=False),
        Kolonne[Formoeteforslag]("merk", "Merk", lambda en: "står fra før" if en.staar else "må avtales"),
    )
    return tabell("formoeter", "Formøtene", kolonner, plan.forslag.formoeter)


def _stengt(stengt: Sequence[StengtTid]) -> Tabell:
    kolonner = (
        Kolonne[StengtTid]("fra", "Fra", lambda en: en.dager.fra),
        Kolonne[StengtTid]("til", "Til", lambda en: en.dager.til),
        Kolonne[StengtTid]("hva", "Stengt", lambda en: en.tittel),
        Kolonne[StengtTid]("overfoert", "Bekreftet", lambda en: "nei" if en.overfoert else "ja"),
        Kolonne[StengtTid]("merknad", "Merknad", lambda en: prosa(en.merknad), under=100),
    )
    return tabell("stengt", "Stengt tid", kolonner, stengt)


# --- sentences


def _grunnlaget(plan: Planlagt) -> Tabell:
    kolonner = (
        Kolonne[Grunnlag]("forum", "Forum", lambda en: kort(plan.data, en.forum, date(plan.forslag.aar, 12, 31))),
        Kolonne[Grunnlag]("antall", "Antall", lambda en: en.antall),
        Kolonne[Grunnlag]("dager", "Dager", lambda en: en.dager),
    )
    return tabell("grunnlag", "Slik er den laget", kolonner, plan.forslag.grunnlag)


def _funnene(funn: Sequence[Finding]) -> Tabell:
    kolonner = (
        Kolonne[Finding]("regel", "Regel", lambda en: en.rule.code),
        Kolonne[Finding]("alvor", "Alvor", lambda en: str(en.severity)),
        Kolonne[Finding]("melding", "Melding", lambda en: en.message, under=ALLTID),
    )
    return tabell("funn", "Regler som blir brutt", kolonner, funn)


def _ikke_med(plan: Planlagt) -> Tabell:
    per: dict[str, list[str]] = {}
    for en in plan.ikke_med:
        per.setdefault(prosa(en.tittel), []).append(str(en.dato))
    kolonner = (
        Kolonne[tuple[str, list[str]]]("tittel", "Hva", lambda en: en[0]),
        Kolonne[tuple[str, list[str]]]("naar", "Forrige gang", lambda en: ", ".join(en[1])),
    )
    note = "Dette bestemmer andre. Skriv det inn i årshjulet når dagene er kjent." if per else ""
    return tabell("ikke_med", "Ikke tatt med fra forrige årshjul", kolonner, tuple(per.items()), note=note)
