"""Those beside the members: substitutes who are entered in another way than the mandate has them, and observers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.forum import Medlem, Stedfortreder
from ehelse_cli.core.mandat import Mandat, stedfortreder_for
from ehelse_cli.core.mandat.sammensetning import Observatoerregel, Sammensetning
from ehelse_cli.core.register import er_stedfortreder, medlemskap
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.diff.ordliste import ord_paa_norsk
from ehelse_cli.plan.fakta import Fakta, Faktum
from ehelse_cli.plan.verden import Verden
from ehelse_cli.plan.virkning import Melding, Merke

# --- substitutes

_FELLES = frozenset({"nummerert", "felles"})


def ordninger(verden: Verden, dag: date) -> Fakta:
    """The arrangement that each substitute of the day is under, and whether the way they are entered fits it."""
    medlemmer = {rad.medlem.navn: rad.gruppe for rad in medlemskap(verden.data, verden.forum)}
    return {
        str(nr): _ordning(verden.mandat, rad, medlemmer)
        for nr, rad in enumerate(verden.forum.stedfortredere)
        if er_stedfortreder(rad, dag)
    }


def _ordning(mandat: Mandat, rad: Stedfortreder, medlemmer: dict[str, str | None]) -> Faktum:
    personlig = rad.for_ in medlemmer
    regel = stedfortreder_for(mandat, medlemmer[rad.for_] if personlig else rad.for_)
    ordning = str(regel.ordning) if regel is not None and regel.ordning is not None else ""
    passer = not (ordning == "personlig" and not personlig) and not (ordning in _FELLES and personlig)
    return Faktum(passer, (rad, ordning))


def fortell_ordning(naa: Faktum) -> Melding:
    """What the arrangement means for the substitute."""
    rad, ordning = naa.med
    if naa.verdi is True:
        return Melding(Merke.ENDRET, f"er ført som ordningen nå er ({ord_paa_norsk(ordning)})")
    if ordning == "personlig":
        return Melding(
            Merke.HANDLING,
            f"er ført for {rad.for_}, men stedfortrederne blir personlige",
            hjelp="skriv medlemmet i «for»",
        )
    return Melding(
        Merke.HANDLING,
        f"er ført for {rad.for_} alene, men stedfortrederne blir felles for gruppen",
        hjelp="skriv gruppen i «for», og rekkefølgen i «nr»",
    )


# --- observers


def observatoerer(verden: Verden, dag: date) -> Fakta:
    """The place each observer of the day has in the mandate, with the rights that go with it."""
    return {str(nr): Faktum(_plass(verden, rad), rad) for nr, rad in _rader(verden) if _er_med(rad, dag)}


def _rader(verden: Verden) -> Iterator[tuple[int, Medlem]]:
    return ((nr, rad) for nr, rad in enumerate(verden.forum.medlemmer) if rad.rolle == "observatoer")


def _er_med(rad: Medlem, dag: date) -> bool:
    if rad.fratraadt is not None and rad.fratraadt < dag:
        return False
    periode = rad.periode
    return periode is None or periode.til is None or dag <= periode.til


#: What the mandate may say of an observer besides naming the rights.
_INGEN_PLASS, _UTEN_REGEL, _UKJENT_RETT = "ingen plass", "uten regel", "ukjent rett"


def _plass(verden: Verden, rad: Medlem) -> tuple[str, ...] | str:
    """The rights that go with the place, or what is said instead."""
    regel = verden.mandat.sammensetning
    regler = regel.observatoerer if isinstance(regel, Sammensetning) else None
    if not isinstance(regler, tuple):
        return _UTEN_REGEL
    plass = next((en for en in regler if _gjelder(verden, en, rad)), None)
    if plass is None:
        return _INGEN_PLASS
    return tuple(plass.rett) if isinstance(plass.rett, tuple) else _UKJENT_RETT


def har_plass(faktum: Faktum | None) -> bool:
    """Whether the mandate names a place for the observer, whatever the rights."""
    return faktum is not None and faktum.verdi not in (_INGEN_PLASS, _UTEN_REGEL)


def _gjelder(verden: Verden, regel: Observatoerregel, rad: Medlem) -> bool:
    egen = rad.virksomhet or ""
    return not regel.virksomheter or any(egen in verden.data.medlemmer_av_sett(id_) for id_ in regel.virksomheter)


def fortell_observatoer(verden: Verden, nr: str, foer: Faktum, naa: Faktum) -> Melding:
    """A place lost, left unsaid, gained, or with other rights."""
    if naa.verdi == _UTEN_REGEL:
        sted = verden.data.place(verden.mandat.id, "sammensetning")
        tekst = "mandatet sier ikke lenger hvem som er observatør"
        return Melding(Merke.UAVKLART, tekst, mangler="sammensetning.observatoerer", sted=sted)
    if naa.verdi == _INGEN_PLASS:
        sted = verden.data.place(verden.forum.id, "medlemmer", int(nr))
        return Melding(Merke.UTE, "har ikke lenger plass som observatør", sted=sted)
    if foer.verdi in (_INGEN_PLASS, _UTEN_REGEL):
        return Melding(Merke.ENDRET, f"har plass som observatør i det nye mandatet, med rett til {_rettene(naa)}")
    tapt = isinstance(foer.verdi, tuple) and isinstance(naa.verdi, tuple) and set(foer.verdi) - set(naa.verdi)
    return Melding(Merke.HANDLING if tapt else Merke.ENDRET, f"rett til {_rettene(naa)}, før {_rettene(foer)}")


def _rettene(faktum: Faktum) -> str:
    if not isinstance(faktum.verdi, tuple):
        return "noe som ikke er kjent"
    return oppramsing(ord_paa_norsk(str(rett)) for rett in faktum.verdi) if faktum.verdi else "ingenting"
