"""AAR: one meeting before another. Councils in order, preparatory meetings with papers, and nobody in two places."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise

from ehelse_cli.core.aarshjul import Aarshjul, Hendelse
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Related
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.register import medlemskap, navn_naa
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.core.virksomhet import verdi_per
from ehelse_cli.rules.aar_dager import dagene
from ehelse_cli.rules.common import moetenavn, navn
from ehelse_cli.rules.frister import Krav, kravene
from ehelse_cli.rules.saker import planlagte


def for_kort_mellom_forum(data: Dataset, dag: date) -> Iterator[Hit]:
    """A council meets after the papers of the next one are due: what it says comes too late for them."""
    for aarshjul in data.aarshjul.values():
        for foerst, neste in pairwise(forum for forum in aarshjul.forum if forum in data.forum):
            tidligere = _aarets(data, foerst, aarshjul, dag)
            for moete in _aarets(data, neste, aarshjul, dag):
                yield from _i_klem(data, tidligere, neste, moete)


def _aarets(data: Dataset, forum: str, aarshjul: Aarshjul, dag: date) -> list[Moete]:
    """The ordinary meetings of the calendar's year that are still to come."""
    aar = aarshjul.id.removeprefix("aarshjul-")
    return [ett for ett in planlagte(data, forum, dag) if ett.type == "ordinaert" and str(ett.tid.dato.year) == aar]


def _i_klem(data: Dataset, tidligere: list[Moete], forum: str, moete: Moete) -> Iterator[Hit]:
    krav = papirfrist(data, forum, moete)
    for foer in tidligere if krav else ():
        if krav and er_i_klem(foer, krav, moete):
            yield Hit(
                f"{moetenavn(data, foer)} er for tett på {moetenavn(data, moete)}: papirene dit skal ut "
                f"{datotekst(krav.siste_dag)}",
                data.place(foer.id, "tid"),
                (foer.id, moete.id),
                related=(Related(data.place(moete.id, "tid"), "", "møtet sakene skal videre til"), *krav.clause()),
                values=(krav.utregning,),
                help="Flytt ett av møtene, slik at sakene rekker fram med det som ble sagt.",
            )


def papirfrist(data: Dataset, forum: str, moete: Moete) -> Krav | None:
    """By when the papers for the meeting must be out, where anybody has said so."""
    return next(kravene(data, forum, moete, "saksdokumenter"), None)


def er_i_klem(foer: Moete, papirene: Krav, moete: Moete) -> bool:
    """Whether the earlier council's meeting is over too late for the papers of the next one's."""
    return papirene.siste_dag <= foer.tid.siste_dag < moete.tid.dato


def er_for_sent(formoetet: date, moete: Moete) -> bool:
    """Whether a preparatory meeting on the day is not before the meeting it prepares."""
    return formoetet >= moete.tid.dato


def er_uten_papirer(formoetet: date, papirene: date) -> bool:
    """Whether those who prepare on the one day meet before the papers that come on the other can be read."""
    return papirene >= formoetet


def formoete_etter_moetet(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A preparatory meeting that is not before the meeting it prepares."""
    for aarshjul, nr, hendelse, moete in _formoeter(data):
        if er_for_sent(dagene(hendelse).fra, moete):
            yield Hit(
                f"{hendelse.tittel} {datotekst(dagene(hendelse).fra)} skal være før {moetenavn(data, moete)}",
                data.place(aarshjul.id, "hendelser", nr, "dato"),
                (aarshjul.id, hendelse.tittel, moete.id),
                related=(Related(data.place(moete.id, "tid"), "", "møtet som skal forberedes"),),
                help="Flytt formøtet, eller rett «foer». Er rådets møte flyttet, må formøtet kanskje flyttes med.",
            )


def papirer_etter_formoete(data: Dataset, _dag: date) -> Iterator[Hit]:
    """Those who prepare need the papers; the papers come, or are due, on the day or later."""
    for aarshjul, nr, hendelse, moete in _formoeter(data):
        naar = dagene(hendelse).fra
        if not hendelse.trenger_papirer or er_for_sent(naar, moete):
            continue
        krav = papirfrist(data, data.forum_of(moete.id), moete)
        ute = moete.papirer_ute or (krav.siste_dag if krav else None)
        if ute is not None and er_uten_papirer(naar, ute):
            yield Hit(
                f"{hendelse.tittel} {datotekst(naar)} trenger papirene til {moetenavn(data, moete)}, "
                f"men de {'kom' if moete.papirer_ute else 'skal ut'} {datotekst(ute)}",
                data.place(aarshjul.id, "hendelser", nr, "dato"),
                (aarshjul.id, hendelse.tittel, moete.id),
                related=(Related(data.place(moete.id, "papirer_ute" if moete.papirer_ute else "tid"), "", "møtet"),),
                help="Send papirene tidligere, eller legg formøtet nærmere møtet.",
            )


def _formoeter(data: Dataset) -> Iterator[tuple[Aarshjul, int, Hendelse, Moete]]:
    """Every preparatory meeting with each meeting it comes before, of councils that are known and not cancelled."""
    for aarshjul in data.aarshjul.values():
        for nr, hendelse in enumerate(aarshjul.hendelser):
            for id_ in hendelse.foer if hendelse.slag == "formoete" else ():
                moete = data.moeter.get(id_)
                if moete is not None and moete.avlyst is None and data.forum_of(id_) in data.forum:
                    yield aarshjul, nr, hendelse, moete


def moetekollisjon(data: Dataset, dag: date) -> Iterator[Hit]:
    """Two planned meetings on one day that the same people, or the same secretariat, must be at."""
    per_dag: dict[date, list[tuple[str, Moete]]] = {}
    for forum in data.forum:
        for moete in planlagte(data, forum, dag):
            for moetedag in moete.tid.dager:
                per_dag.setdefault(moetedag.dato, []).append((forum, moete))
    for dagen, moeter in per_dag.items():
        for (forum, moete), (annet, andre) in combinations(moeter, 2):
            if forum != annet:
                yield from _kollisjon(data, dagen, moete, andre)


def begge_steder(data: Dataset, forum: str, annet: str, dagen: date) -> tuple[frozenset[str], frozenset[str]]:
    """The members, and the secretariat, that must be at the meetings of both councils when they meet on one day."""
    return (
        _folk(data, forum, dagen) & _folk(data, annet, dagen),
        _sekretariat(data, forum, dagen) & _sekretariat(data, annet, dagen),
    )


def _kollisjon(data: Dataset, dagen: date, moete: Moete, andre: Moete) -> Iterator[Hit]:
    felles, sekretariat = begge_steder(data, data.forum_of(moete.id), data.forum_of(andre.id), dagen)
    if not felles and not sekretariat:
        return
    kontoret = oppramsing(navn(data, id_, dagen) for id_ in sekretariat)
    hvem = oppramsing(sorted(felles)) if felles else f"sekretariatet i {kontoret}"
    yield Hit(
        f"{moetenavn(data, andre)} er samme dag som {moetenavn(data, moete)}; {hvem} skal være begge steder",
        data.place(andre.id, "tid"),
        (moete.id, andre.id),
        related=(Related(data.place(moete.id, "tid"), "", "det andre møtet"),),
        help="Flytt ett av møtene. Er det meningen, skriv et unntak med begrunnelse.",
    )


def _folk(data: Dataset, forum: str, dagen: date) -> frozenset[str]:
    """The members that day, by the name they have now."""
    naa = navn_naa(data)
    rader = medlemskap(data, data.forum[forum])
    return frozenset(naa.get(rad.medlem.navn, rad.medlem.navn) for rad in rader if rad.sitter(dagen))


def _sekretariat(data: Dataset, forum: str, dagen: date) -> frozenset[str]:
    sekretariat = verdi_per(data.forum[forum].sekretariat, dagen)
    return frozenset({sekretariat} if sekretariat else ())
