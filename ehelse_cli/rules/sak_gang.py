"""SAK: the case's way. Is it within what the council may do, in the right order, and in time?"""

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Related, Severity
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.arbeid import Beslutning, Saksregel
from ehelse_cli.core.moete import IKKE_BEHANDLET, Moete, Sakspunkt
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.saksgang import forloepere
from ehelse_cli.rules.common import Path, clause, moetenavn, navn, severity, source
from ehelse_cli.rules.frister import kravene
from ehelse_cli.rules.saker import Linje, linjer

_SIER = {"raad": "gir råd", "innstilling": "gir innstillinger"}


def utenfor_myndighet(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A case for decision, or called decided, in a council that only advises."""
    for linje in linjer(data):
        mandat, moete = linje.mandat, linje.moete
        regel = mandat.beslutning if mandat else None
        if mandat is None or not isinstance(regel, Beslutning) or regel.virkning not in _SIER:
            continue
        eier, sti = _hvor_besluttet(linje)
        if eier and not _kan_beslutte(mandat, regel, linje.sak):
            yield Hit(
                f"{moetenavn(data, moete)} har en sak til beslutning, men "
                f"{navn(data, linje.forum, moete.tid.dato)} {_SIER[str(regel.virkning)]}",
                data.place(eier, *sti),
                (moete.id, linje.hva),
                related=clause(data, mandat, ("beslutning", "virkning")),
                severity=Severity.ADVARSEL,
                help="Kall saken «raad», «innstilling» eller «tilslutning», og si hvem som bestemmer.",
            )


def _kan_beslutte(mandat: Mandat, regel: Beslutning, sak: Sak | None) -> bool:
    """Whether the mandate lets this case be decided here: named as such, a mandate it adopts, or in another role."""
    gjelder = regel.gjelder_saker if isinstance(regel.gjelder_saker, tuple) else ()
    if isinstance(mandat.vedtar, tuple) or "beslutning" in gjelder:
        return True
    return sak is not None and (sak.gjelder_mandat is not None or sak.i_rollen is not None)


def _hvor_besluttet(linje: Linje) -> tuple[str, Path]:
    """The file and the place in it that say that the council decides: the paper, or the line; no file if none."""
    punkt, sti = linje.punkt, ("saksliste", linje.nr)
    if punkt.resultat == "besluttet":
        return linje.moete.id, (*sti, "resultat")
    if "beslutning" not in linje.typer:
        return "", ()
    if linje.sak is not None and not punkt.sakstype:
        return (linje.sak.id, ("sakstype",)) if linje.foerste else ("", ())
    return linje.moete.id, (*sti, "sakstype" if punkt.sakstype else "fast")


# --- the order between councils


def feil_rekkefoelge(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A case was treated before the one it continues, or in a council that should have had it first."""
    for sak in data.saker.values():
        her = _foerst_behandlet(data, sak) if sak.fra_sak else None
        for nr, id_ in enumerate(sak.fra_sak):
            eldre = data.saker.get(id_)
            foer = _foerst_behandlet(data, eldre) if eldre else None
            if her is None or foer is None or eldre is None:
                continue
            if foer[0].tid.dato > her[0].tid.dato:
                yield _snudd(data, sak, nr, (eldre, foer[0], her[0]))


def _snudd(data: Dataset, sak: Sak, nr: int, kjeden: tuple[Sak, Moete, Moete]) -> Hit:
    eldre, foer, her = kjeden
    mandat = data.mandat_for(data.forum_of(eldre.id), foer.tid.dato)
    hjemmel = _forbereder(data, mandat, data.forum_of(sak.id)) if mandat else ()
    ledd = mandat.ledd("saker", "forbereder_for") if mandat and hjemmel else None
    grad = severity(ledd) if ledd else None
    return Hit(
        f"saken «{sak.tittel or sak.id}» står i {moetenavn(data, her)}, før saken den bygger på, "
        f"i {moetenavn(data, foer)}",
        data.place(sak.id, "fra_sak", nr),
        (sak.id, eldre.id),
        related=(*hjemmel, Related(data.place(foer.id, "tid"), "", "møtet som skulle vært først")),
        severity=grad,
        source=source(ledd) if ledd and grad else None,
        help="Flytt saken til et senere møte, eller rett «fra_sak» hvis den ikke bygger på den andre saken.",
    )


def _forbereder(data: Dataset, mandat: Mandat, forum: str) -> tuple[Related, ...]:
    """The clause that says the one council prepares for the other."""
    regel = mandat.saker
    if not isinstance(regel, Saksregel) or not isinstance(regel.forbereder_for, tuple):
        return ()
    return clause(data, mandat, ("saker", "forbereder_for")) if forum in regel.forbereder_for else ()


def hoppet_over(data: Dataset, _dag: date) -> Iterator[Hit]:
    """The case went back to a council that comes earlier in the calendar's order, and had not had it before."""
    for sak in data.saker.values():
        her = _foerst_behandlet(data, sak) if sak.fra_sak else None
        for nr, id_ in enumerate(sak.fra_sak):
            eldre = data.saker.get(id_)
            foer = _foerst_behandlet(data, eldre) if eldre else None
            if her is None or foer is None or eldre is None or _har_vaert_der(data, sak):
                continue
            if foer[0].tid.dato <= her[0].tid.dato and _baklengs(data, eldre, sak, her[0]) and not foer[1].videre_til:
                yield _tilbake(data, sak, nr, (eldre, foer[0], her[0]))


def _har_vaert_der(data: Dataset, sak: Sak) -> bool:
    """Whether the council had the case before, under an older number."""
    forum = data.forum_of(sak.id)
    return any(data.forum_of(eldre.id) == forum for eldre in forloepere(data, sak))


def _baklengs(data: Dataset, eldre: Sak, sak: Sak, moete: Moete) -> bool:
    """Whether the calendar of the year puts the newer case's council before the older's."""
    aarshjul = data.aarshjul.get(f"aarshjul-{moete.tid.dato.year}")
    rekke = aarshjul.forum if aarshjul else ()
    fra, til = data.forum_of(eldre.id), data.forum_of(sak.id)
    return fra in rekke and til in rekke and rekke.index(til) < rekke.index(fra)


def _tilbake(data: Dataset, sak: Sak, nr: int, kjeden: tuple[Sak, Moete, Moete]) -> Hit:
    eldre, foer, her = kjeden
    dag = her.tid.dato
    fra, til = navn(data, data.forum_of(eldre.id), dag), navn(data, data.forum_of(sak.id), dag)
    return Hit(
        f"saken «{sak.tittel or sak.id}» var i {fra} {datotekst(foer.tid.dato)} før den kom til {til}",
        data.place(sak.id, "fra_sak", nr),
        (sak.id, eldre.id),
        label=f"årshjulet har {til} før {fra}",
        related=(Related(data.place(f"aarshjul-{dag.year}", "forum"), "", "rekkefølgen i årshjulet"),),
        help=f"Ta saken til {til} først en annen gang. Sendte {fra} den tilbake, skriv «videre_til» på sakslisten der.",
    )


def _foerst_behandlet(data: Dataset, sak: Sak) -> tuple[Moete, Sakspunkt] | None:
    """The first meeting that treats the case, held or planned."""
    for moete, nr in data.behandlinger(sak.id):
        if moete.avlyst is None and moete.saksliste[nr].utfall not in IKKE_BEHANDLET:
            return moete, moete.saksliste[nr]
    return None


# --- in time


def sent_papir(data: Dataset, _dag: date) -> Iterator[Hit]:
    """One paper was sent, or written, after the day when papers had to be out, though the others were in time."""
    for linje in linjer(data):
        ute, (eier, sti, kom) = linje.moete.papirer_ute, _kommet(linje)
        if ute is None or kom is None or kom <= ute or linje.moete.er_skriftlig:
            continue
        for krav in kravene(data, linje.forum, linje.moete, "saksdokumenter"):
            if ute <= krav.siste_dag < kom:
                gjort = "er ettersendt" if linje.punkt.ettersendt else "er datert"
                yield Hit(
                    f"{linje.hva} til {moetenavn(data, linje.moete)} {gjort} {datotekst(kom)}; "
                    f"fristen var {datotekst(krav.siste_dag)}",
                    data.place(eier, *sti),
                    (linje.moete.id, linje.hva),
                    label=f"fristen var {datotekst(krav.siste_dag)}",
                    related=krav.clause(),
                    severity=krav.severity,
                    source=krav.source,
                    values=(krav.utregning,),
                    help="Utsett saken til neste møte. Er en annen frist avtalt for møtet, skriv «frist_avvik».",
                )
                break


def _kommet(linje: Linje) -> tuple[str, Path, date | None]:
    """When the paper of a line came, and where that stands: sent after the others, or else the date it bears."""
    sak = linje.sak
    if linje.punkt.ettersendt is None and sak and sak.datert and linje.foerste:
        return sak.id, ("datert",), sak.datert.dato
    return linje.moete.id, ("saksliste", linje.nr, "ettersendt"), linje.punkt.ettersendt
