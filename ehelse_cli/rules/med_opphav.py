"""MED: do leaders and members come from where the mandate says, and were they appointed by the right body?"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.mandat import grupper_i, verv_i
from ehelse_cli.core.mandat.regel import Hvem
from ehelse_cli.core.mandat.sammensetning import Sammensetning, Verv
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.rules.common import gruppenavn
from ehelse_cli.rules.med_brudd import Brudd, brudd_av
from ehelse_cli.rules.med_perioder import utloepte

# --- who leads


def feil_leder(data: Dataset, dag: date) -> Iterator[Hit]:
    """No leader, more than one, or one from the wrong place; so too deputies. One whose term lapsed is MED406's."""
    for brudd in brudd_av(data, dag, "leder", "nestleder"):
        if _er_oppnevning(brudd) or utloepte(data, brudd.forum, brudd.del_.slag, dag):
            continue
        if brudd.del_.verdict.clause[-1] in ("leder", "nestledere"):
            yield from _feil_antall(brudd)
        elif brudd.er_kjent(brudd.medlem.virksomhet):
            help_ = "Rett virksomheten eller gruppen på raden, eller rollen."
            yield from brudd.hit(_feil_sted(brudd), help_, rad=brudd.del_.rader[0])


def _feil_antall(brudd: Brudd) -> Iterator[Hit]:
    """None, or too many, or not as many deputies as the mandate has offices for."""
    rader = brudd.del_.rader
    if brudd.del_.slag == "leder" and rader:
        navnene = oppramsing(brudd.forum.medlemmer[nr].navn for nr in rader)
        tekst = f"{brudd.raadet} har mer enn én leder: {navnene}"
        help_ = "Er noen gått av, skriv «fratraadt» på raden. En som fungerer for en tid, får en rad for den tiden."
        yield from brudd.hit(tekst, help_, rad=rader[-1])
    else:
        tekst = brudd.del_.verdict.summary.replace("rådet", brudd.raadet, 1)
        yield from brudd.hit(tekst, "Skriv «rolle» på den som har vervet, eller legg til en rad.")


def _feil_sted(brudd: Brudd) -> str:
    medlem, verv = brudd.medlem, _vervet(brudd)
    hva = brudd.del_.verdict.clause[-1]
    if verv is None or hva not in ("virksomheter", "grupper"):
        return f"{brudd.raadet}: {brudd.del_.verdict.summary}"
    if hva == "virksomheter":
        skulle = oppramsing((brudd.navn(id_) for id_ in verv.virksomheter), "eller")
        kommer = brudd.navn(medlem.virksomhet)
        return f"{medlem.navn} er {medlem.rolle} i {brudd.raadet} og kommer fra {kommer}; det skal være en fra {skulle}"
    grupper = oppramsing(
        (gruppenavn(brudd.data, brudd.mandat, id_, brudd.register.dag) for id_ in verv.grupper), "eller"
    )
    return f"{medlem.navn} er {medlem.rolle} i {brudd.raadet}; det skal være en av dem som sitter for {grupper}"


def _vervet(brudd: Brudd) -> Verv | None:
    """The office it is about: the leader's, or one of the deputies'."""
    regel = brudd.mandat.sammensetning
    match brudd.del_.verdict.clause:
        case ("sammensetning", "nestledere", int(nr), *_) if isinstance(regel, Sammensetning):
            return regel.nestledere[nr] if isinstance(regel.nestledere, tuple) else None
    return verv_i(brudd.mandat)


# --- who appointed


def feil_oppnevner(data: Dataset, dag: date) -> Iterator[Hit]:
    """A member appointed by another body than the mandate says."""
    for brudd in filter(_er_oppnevning, brudd_av(data, dag, "oppnevner", "leder")):
        av = brudd.medlem.oppnevnt.av if brudd.medlem.oppnevnt else None
        if brudd.er_kjent(av):
            yield from brudd.hit(
                f"{brudd.medlem.navn} er oppnevnt av {brudd.navn(av)}; det er {_rett_oppnevner(brudd)} som oppnevner",
                "Er «av» feil, rett det. Ellers må oppnevningen gjøres om av den som har retten.",
                rad=brudd.del_.rader[0],
                felt=("oppnevnt", "av"),
            )


def _er_oppnevning(brudd: Brudd) -> bool:
    return brudd.del_.verdict.clause[-1] == "oppnevnes_av"


def _rett_oppnevner(brudd: Brudd) -> str:
    regel = _oppnevnes_av(brudd)
    ider = regel.ider if isinstance(regel, Hvem) else ()
    egen = {"egen_virksomhet": brudd.medlem.virksomhet, "raadet": brudd.forum.id}
    og = "og" if isinstance(regel, Hvem) and regel.maate == "sammen" else "eller"
    return oppramsing((brudd.navn(egen.get(id_, id_)) for id_ in ider), og)


def _oppnevnes_av(brudd: Brudd) -> object:
    """The rule that was broken: the group's, the leader's, or the whole body's."""
    match brudd.del_.verdict.clause:
        case ("sammensetning", "grupper", int(nr), *_):
            return grupper_i(brudd.mandat)[nr].oppnevnes_av
        case ("sammensetning", "leder", *_):
            verv = verv_i(brudd.mandat)
            return verv.oppnevnes_av if verv is not None else None
    felles = brudd.mandat.sammensetning
    return felles.oppnevnes_av if isinstance(felles, Sammensetning) else None


# --- from which organisation


def feil_virksomhet(data: Dataset, dag: date) -> Iterator[Hit]:
    """A seat that belongs to one organisation, held by somebody from another; or too many from one of several."""
    yield from en_fra_hver(data, dag)
    for brudd in brudd_av(data, dag, "virksomhet"):
        gruppe = next(rad for rad in grupper_i(brudd.mandat) if rad.id == brudd.del_.id)
        fra = brudd.medlem.virksomhet
        if brudd.er_kjent(fra, *gruppe.virksomheter):
            eier = oppramsing((brudd.navn(id_) for id_ in gruppe.virksomheter), "eller")
            yield from brudd.hit(
                f"{brudd.medlem.navn} kommer fra {brudd.navn(fra)}, men setet er for {eier}",
                "Har personen byttet arbeidssted, skriv «fratraadt». Er virksomheten eller gruppen feil, rett den.",
                rad=brudd.del_.rader[0],
                felt=("virksomhet",),
            )


def en_fra_hver(data: Dataset, dag: date) -> Iterator[Hit]:
    """Too many or too few from one of a group's organisations."""
    for brudd in brudd_av(data, dag, "krav"):
        if brudd.del_.verdict.clause[-1] != "per_virksomhet":
            continue
        gruppe = next(rad for rad in grupper_i(brudd.mandat) if rad.id == brudd.del_.id)
        fra = Counter(rad.medlem.virksomhet for rad in brudd.register.i_gruppe(gruppe.id))
        if brudd.er_kjent(*fra, *gruppe.virksomheter) and isinstance(gruppe.per_virksomhet, Mengde):
            har = ", ".join(f"{antall} fra {brudd.navn(id_)}" for id_, antall in fra.items())
            yield from brudd.hit(
                f"{brudd.raadet}: det skal være {gruppe.per_virksomhet.norsk()} fra hver i gruppen {brudd.gruppen}; "
                f"der sitter {har or 'ingen'}",
                "Er virksomheten på en rad feil, rett den. Ellers må noen andre oppnevnes.",
                rad=brudd.del_.rader[-1] if brudd.del_.rader else None,
            )
