"""How many sit in each group and in all, from which organisations, and who appointed them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.mandat import grupper_i, svakere_styrker
from ehelse_cli.core.mandat.regel import Hvem
from ehelse_cli.core.mandat.sammensetning import Gruppe, Sammensetning
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.register import Medlemskap, Register
from ehelse_cli.core.sammensetning.del_ import STI, Del, Raad, Sti, ja, nei, taus, ukjent
from ehelse_cli.core.sammensetning.krav import avgjoer_krav, for_stedfortrederne
from ehelse_cli.core.verdict import Verdict


def i_gruppen(raad: Raad, gruppe: Gruppe, sti: Sti) -> Iterator[Del]:
    """Everything the mandate says of one group."""
    rader = raad.reg.i_gruppe(gruppe.id)
    if gruppe.antall is not None:
        yield from _antallene(raad.reg, gruppe.antall, rader, gruppe.id, (*sti, "antall"))
    for rad in rader if gruppe.virksomheter else ():
        yield Del("virksomhet", gruppe.id, _virksomhet(raad.data, gruppe, rad, (*sti, "virksomheter")), (rad.nr,))
    if isinstance(gruppe.per_virksomhet, Mengde):
        yield _per_virksomhet(raad.data, gruppe, gruppe.per_virksomhet, rader, (*sti, "per_virksomhet"))
    for nr, krav in enumerate(gruppe.krav if isinstance(gruppe.krav, tuple) else ()):
        yield avgjoer_krav(raad, krav, rader, (*sti, "krav", nr), gruppe.id)
        yield from for_stedfortrederne(krav, raad.reg, rader, gruppe.id, (*sti, "krav", nr))
    for noekkel in _OPPNEVNING:
        regel, hvor = _egen_eller_felles(raad.reg, gruppe, sti, noekkel)
        if isinstance(regel, Hvem):
            for rad in rader:
                yield Del("oppnevner", gruppe.id, oppnevner(raad.reg, rad, regel, (*hvor, noekkel)), (rad.nr,))


#: Who gave the member the seat: somebody who appoints, or somebody who elects.
_OPPNEVNING = ("oppnevnes_av", "velges_av")


def _egen_eller_felles(reg: Register, gruppe: Gruppe, sti: Sti, noekkel: str) -> tuple[Hvem | Taushet | None, Sti]:
    """The group's own rule, or else the one for the whole body; and where it stands."""
    egen: Hvem | Taushet | None = getattr(gruppe, noekkel)
    if egen is not None or any(getattr(gruppe, annen) is not None for annen in _OPPNEVNING):
        return egen, sti
    return getattr(reg.mandat.sammensetning, noekkel, None), (STI,)


def i_alt(reg: Register, regel: Sammensetning) -> Iterator[Del]:
    """The total, where the groups do not settle it one by one, and it does not count observers."""
    grupper = grupper_i(reg.mandat)
    bestemt = bool(grupper) and all(_er_ett_tall(gruppe.antall) for gruppe in grupper)
    if regel.seter is not None and not regel.medregnet and not bestemt:
        yield from _antallene(reg, regel.seter, reg.medlemmer, "seter", (STI, "seter"))


def oppnevner(reg: Register, rad: Medlemskap, regel: Hvem, sti: Sti) -> Verdict:
    """Who appointed the member, against who was to."""
    navn = rad.medlem.navn
    av = rad.medlem.oppnevnt.av if rad.medlem.oppnevnt else None
    lov = {{"egen_virksomhet": rad.medlem.virksomhet, "raadet": reg.forum.id}.get(ett, ett) for ett in regel.ider}
    if av is None:
        return ukjent(sti, f"det står ikke hvem som har oppnevnt {navn}", "oppnevnt")
    if av not in lov:
        return nei(sti, f"{navn} er oppnevnt av {av}, ikke av {' eller '.join(sorted(filter(None, lov)))}")
    return ja(sti, f"{navn} er oppnevnt av {av}")


def _antallene(
    reg: Register, antall: Mengde | Taushet, rader: Sequence[Medlemskap], id_: str, sti: Sti
) -> Iterator[Del]:
    """The number that binds, and those that are said less strongly."""
    yield _antall(antall, rader, id_, sti)
    for nr, verdi in svakere_styrker(reg.mandat, *sti):
        yield _antall(Mengde.parse(verdi), rader, id_, (*sti, nr))


def _antall(antall: Mengde | Taushet, rader: Sequence[Medlemskap], id_: str, sti: Sti) -> Del:
    numre = tuple(rad.nr for rad in rader)
    if isinstance(antall, Taushet):
        return Del("antall", id_, taus(antall, f"{id_}: antallet", sti), numre)
    har, minst, hoeyst = len(rader), antall.minste(), antall.stoerste()
    regnestykke = f"{id_}: {antall.norsk()} skal være med, {har} er med"
    if har < minst:
        ledig = "1 sete" if minst - har == 1 else f"{minst - har} seter"
        return Del("antall", id_, nei(sti, f"{id_}: {ledig} ledig", regnestykke), numre, har - minst)
    if hoeyst is not None and har > hoeyst:
        return Del("antall", id_, nei(sti, f"{id_}: {har - hoeyst} for mange", regnestykke), numre, har - hoeyst)
    return Del("antall", id_, ja(sti, f"{id_}: {har}", regnestykke), numre)


def _er_ett_tall(antall: Mengde | Taushet | None) -> bool:
    return isinstance(antall, Mengde) and not antall.relativ and antall.minste() == antall.stoerste()


def _virksomhet(data: Dataset, gruppe: Gruppe, rad: Medlemskap, sti: Sti) -> Verdict:
    navn, virksomhet = rad.medlem.navn, rad.medlem.virksomhet
    if virksomhet is None:
        return ukjent(sti, f"det står ikke hvilken virksomhet {navn} kommer fra", "virksomhet")
    if any(virksomhet in data.medlemmer_av_sett(id_) for id_ in gruppe.virksomheter):
        return ja(sti, f"{navn} kommer fra {virksomhet}")
    return nei(sti, f"{navn} kommer fra {virksomhet}, men setet tilhører {', '.join(gruppe.virksomheter)}")


def _per_virksomhet(data: Dataset, gruppe: Gruppe, antall: Mengde, rader: Sequence[Medlemskap], sti: Sti) -> Del:
    """So many from each organisation of the group; while seats are vacant, too few from one is no fault of its own."""
    har = Counter(rad.medlem.virksomhet for rad in rader)
    full = not isinstance(gruppe.antall, Mengde) or len(rader) >= gruppe.antall.minste()
    hoeyst = antall.stoerste()
    for id_ in (del_ for sett in gruppe.virksomheter for del_ in _bestanddeler(data, sett)):
        if (hoeyst is not None and har[id_] > hoeyst) or (full and har[id_] < antall.minste()):
            numre = tuple(rad.nr for rad in rader if rad.medlem.virksomhet == id_)
            tekst = f"{gruppe.id}: {har[id_]} fra {id_}, det skal være {antall.norsk()} fra hver"
            return Del("krav", gruppe.id, nei(sti, tekst), numre)
    return Del("krav", gruppe.id, ja(sti, f"{gruppe.id}: {antall.norsk()} fra hver"), tuple(rad.nr for rad in rader))


def _bestanddeler(data: Dataset, id_: str) -> tuple[str, ...]:
    virksomhet = data.virksomheter.get(id_)
    return virksomhet.bestaar_av if virksomhet and virksomhet.bestaar_av else (id_,)
