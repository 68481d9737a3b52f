"""A year's plan as it is read before anything is written; or why there is none, and what it would take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ehelse_cli.aarsplan.forklaring import Konflikt
from ehelse_cli.aarsplan.kalender import StengtTid
from ehelse_cli.aarsplan.modell import Vilkaar
from ehelse_cli.aarsplan.plan import Formoeteforslag, Forslag, Grunnlag, Moeteforslag
from ehelse_cli.core.aarshjul import Hendelse
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Finding
from ehelse_cli.core.moete import Moete, Moetetid
from ehelse_cli.oversikt.aarshjul import KJEDEN, frist_i_ord
from ehelse_cli.oversikt.felles import kort
from ehelse_cli.oversikt.oversikt import ALLTID, Fakt, Kolonne, Oversikt, Tabell, tabell
from ehelse_cli.render.kalt import prosa
from ehelse_cli.render.moetefrister import frister_foer
from ehelse_cli.render.tid import kort as kortdag
from ehelse_cli.render.tid import stor

_UKEDAGER = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


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
            _vilkaarene("satt_til_side", "Satt til side", forslag.satt_til_side, ""),
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
    slutt = f"{_UKEDAGER[sist.weekday()][:3]}. {kortdag(sist, 'nb')}"
    if foerst == sist:
        return slutt
    start = f"{foerst.day}." if foerst.month == sist.month else kortdag(foerst, "nb")
    return f"{_UKEDAGER[foerst.weekday()][:3]}. {start} – {slutt}"


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
        Kolonne[Formoeteforslag]("ukedag", "Ukedag", lambda en: _UKEDAGER[en.dag.weekday()]),
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


# --- when there is none


@dataclass(frozen=True, slots=True)
class Planloes:
    """A year that got no plan: in what it was tried, and whether its calendar was laid out for the trial alone."""

    data: Dataset
    aar: int
    dag: date
    konflikt: Konflikt
    utkast: bool = False


def konfliktoversikt(uten: Planloes) -> Oversikt:
    """What cannot hold together, and what it is enough to set aside."""
    konflikt, utkast = uten.konflikt, f"data/aarshjul/{uten.aar}.yaml" if uten.utkast else ""
    note = "" if konflikt.sikkert else "Grensen for letingen ble nådd: kanskje er ikke alle nødvendige."
    alene = "Det er nok å gi slipp på ett av disse; prøv med --uten." if konflikt.alene else ""
    sammen = "Ingen er nok alene. Alle disse må vike; prøv med --uten for hver." if konflikt.sammen else ""
    return Oversikt(
        "aarskonflikt",
        f"Ingen plan for {uten.aar}",
        uten.dag,
        (
            _vilkaarene("binder", "Dette kan ikke holdes på en gang", konflikt.binder, note, utkast),
            _vilkaarene("alene", "Da går det", konflikt.alene, alene, utkast),
            _vilkaarene("sammen", "Da går det", konflikt.sammen, sammen, utkast),
        ),
        eksempel=uten.data.datasett.er_eksempel,
    )


def _vilkaarene(id_: str, tittel: str, vilkaar: Sequence[Vilkaar], note: str, utkast: str = "") -> Tabell:
    kolonner = (
        Kolonne[Vilkaar]("vilkaar", "Vilkår", lambda en: en.id),
        Kolonne[Vilkaar]("regel", "Regel", lambda en: en.kode),
        Kolonne[Vilkaar]("sted", "Sted", lambda en: _sted(en, utkast)),
        Kolonne[Vilkaar]("tekst", "Hva", lambda en: en.tekst, under=ALLTID),
        Kolonne[Vilkaar]("hjemmel", "Hjemmel", lambda en: "; ".join(_hjemler(en)), under=ALLTID),
    )
    return tabell(id_, tittel, kolonner, vilkaar, note=note)


def _sted(vilkaar: Vilkaar, utkast: str) -> str:
    """File and line; of a calendar that is in no file, that it is a draft."""
    if not vilkaar.steder:
        return ""
    sted = vilkaar.steder[0].location
    return "utkastet til årshjul" if sted.path == utkast else f"{sted.path}:{sted.line}"


def _hjemler(vilkaar: Vilkaar) -> Iterator[str]:
    """Whose demand it is, each once."""
    titler = (en.title for en in vilkaar.steder if en.title.startswith("hjemmel: "))
    yield from dict.fromkeys(en.removeprefix("hjemmel: ") for en in titler)
