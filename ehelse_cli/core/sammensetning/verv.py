"""The leader and the deputies: that there is one, and that they come from where the mandate says."""

from collections.abc import Iterator, Sequence
from datetime import date

from ehelse_cli.core.mandat import LEDERSETET, verv_i
from ehelse_cli.core.mandat.regel import Hvem
from ehelse_cli.core.mandat.sammensetning import Sammensetning, Veksling, Verv
from ehelse_cli.core.matching import kan_dekkes
from ehelse_cli.core.register import Medlemskap
from ehelse_cli.core.sammensetning.del_ import STI, Del, Raad, Sti, ja, nei, taus, ukjent
from ehelse_cli.core.sammensetning.krav import avgjoer_krav
from ehelse_cli.core.sammensetning.seter import oppnevner
from ehelse_cli.core.verdict import Answer, Verdict

NESTLEDER = "nestleder"
_MOTSATT = "motsatt_av_leder"


def ledelsen(raad: Raad, regel: Sammensetning) -> Iterator[Del]:
    """Everything the mandate says of those who lead."""
    sitter = (*raad.reg.medlemmer, *raad.reg.uten_sete)
    ledere = _som_leder(tuple(rad for rad in sitter if rad.medlem.rolle == "leder"), raad.reg.dag)
    verv = verv_i(raad.reg.mandat)
    if verv is not None:
        yield from _lederen(raad, regel, verv, ledere)
    if isinstance(regel.nestledere, tuple):
        nestledere = tuple(rad for rad in sitter if rad.medlem.rolle == NESTLEDER)
        yield from _nestlederne(raad, regel.nestledere, nestledere, ledere)


def _som_leder(ledere: Sequence[Medlemskap], dag: date) -> tuple[Medlemskap, ...]:
    """Those who lead that day. A leader on leave does not while another acts, and still does where nobody else is."""
    til_stede = tuple(rad for rad in ledere if not any(fri.inneholder(dag) for fri in rad.medlem.permisjon))
    return til_stede or tuple(ledere)


def _lederen(raad: Raad, regel: Sammensetning, verv: Verv, ledere: Sequence[Medlemskap]) -> Iterator[Del]:
    sti = (STI, "leder")
    if len(ledere) != 1:
        tekst = "rådet har mer enn én leder" if ledere else "rådet har ingen leder"
        yield Del("leder", LEDERSETET, nei(sti, tekst), tuple(rad.nr for rad in ledere))
    for rad in ledere:
        yield Del("leder", LEDERSETET, _kan_ha_vervet(raad, verv, rad, sti), (rad.nr,))
        if isinstance(verv.veksler, Veksling):
            yield Del("leder", LEDERSETET, _har_turen(raad, verv.veksler, rad, (*sti, "veksler")), (rad.nr,))
        for nr, krav in enumerate(verv.krav if isinstance(verv.krav, tuple) else ()):
            yield avgjoer_krav(raad, krav, (rad,), (*sti, "krav", nr), LEDERSETET)
        av, hvor = (verv.oppnevnes_av, sti) if verv.oppnevnes_av is not None else (regel.oppnevnes_av, (STI,))
        # A leader from a group was appointed as that group's member are.
        if rad.gruppe == LEDERSETET and isinstance(av, Hvem):
            yield Del("oppnevner", LEDERSETET, oppnevner(raad.reg, rad, av, (*hvor, "oppnevnes_av")), (rad.nr,))


def _nestlederne(
    raad: Raad, regler: Sequence[Verv], rader: Sequence[Medlemskap], ledere: Sequence[Medlemskap]
) -> Iterator[Del]:
    """As many deputies as the mandate names, each fit for an office of their own."""
    sti = (STI, "nestledere")
    numre = tuple(rad.nr for rad in rader)
    if len(rader) != len(regler):
        tekst = f"rådet har {len(rader)} nestledere, mandatet sier {len(regler)}"
        yield Del("nestleder", NESTLEDER, nei(sti, tekst), numre)
        return
    lederside = raad.reg.side(ledere[0]) if len(ledere) == 1 else None
    svar = [[_kan_ha_vervet(raad, ett, rad, (*sti, nr), lederside) for nr, ett in enumerate(regler)] for rad in rader]
    if len(regler) == 1:
        yield Del("nestleder", NESTLEDER, svar[0][0], numre)
    elif regler:
        kan = [frozenset(nr for nr, ett in enumerate(rad) if ett.answer is not Answer.NEI) for rad in svar]
        alle = frozenset(frozenset({en, annen}) for en in range(len(regler)) for annen in range(en))
        passer = kan_dekkes([1] * len(regler), kan, alle)
        verdict = (
            ja(sti, "nestlederne er som mandatet sier") if passer else nei(sti, "nestlederne er ikke fra rett sted")
        )
        yield Del("nestleder", NESTLEDER, verdict, numre)


def _kan_ha_vervet(raad: Raad, verv: Verv, rad: Medlemskap, sti: Sti, lederside: str | None = None) -> Verdict:
    medlem = rad.medlem
    hva = f"{medlem.navn} er {medlem.rolle}"
    if verv.virksomheter and medlem.virksomhet is None:
        return ukjent((*sti, "virksomheter"), f"{hva}, og det står ikke hvilken virksomhet det er fra", "virksomhet")
    if verv.virksomheter and not any(
        medlem.virksomhet in raad.data.medlemmer_av_sett(id_) for id_ in verv.virksomheter
    ):
        lov = " eller ".join(verv.virksomheter)
        return nei((*sti, "virksomheter"), f"{hva} og kommer fra {medlem.virksomhet}, ikke {lov}")
    if verv.grupper and rad.gruppe not in verv.grupper:
        return nei((*sti, "grupper"), f"{hva} og sitter for {rad.gruppe}, ikke for {' eller '.join(verv.grupper)}")
    if verv.side is not None and not _rett_side(verv.side, raad.reg.side(rad), lederside):
        return nei((*sti, "side"), f"{hva}, men kommer ikke fra {_sidetekst(verv.side)}")
    return ja(sti, hva)


def _har_turen(raad: Raad, veksling: Veksling, rad: Medlemskap, sti: Sti) -> Verdict:
    """Whether the leader comes from the side, group or organisation whose turn it is."""
    tur, navn = veksling.tur(raad.reg.dag), rad.medlem.navn
    if tur is None:
        return taus(None, "hvem som har ledelsen nå", sti)
    if tur in (raad.reg.side(rad), rad.gruppe) or (
        rad.medlem.virksomhet is not None and rad.medlem.virksomhet in raad.data.medlemmer_av_sett(tur)
    ):
        return ja(sti, f"{navn} leder, og det er turen til {tur}")
    return nei(sti, f"{navn} leder, men det er turen til {tur}")


def _rett_side(side: str, egen: str | None, lederside: str | None) -> bool:
    """Whether a seat's side is the one asked for; where that depends on a leader's that is not known, it is."""
    if side == _MOTSATT:
        return lederside is None or egen != lederside
    return egen == side


def _sidetekst(side: str) -> str:
    return "en annen side enn lederen" if side == _MOTSATT else f"siden {side}"
