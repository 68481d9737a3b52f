"""What the overviews share: short names, titles that keep what is exempt to themselves, who appoints whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.mandat import LEDERSETET, Mandat, grupper_i, verv_i
from ehelse_cli.core.mandat.regel import Hvem
from ehelse_cli.core.mandat.sammensetning import Oppnevning
from ehelse_cli.core.moete import Moete, Sakspunkt
from ehelse_cli.core.periode import Periode
from ehelse_cli.core.sak import Sak, Steg
from ehelse_cli.core.saksgang import er_lukket
from ehelse_cli.render.kalt import navn
from ehelse_cli.render.moetefrister import Moetefrist, frister_foer
from ehelse_cli.render.navn import gruppe_eller_verv, nummer_i
from ehelse_cli.render.ord import BOKMAAL
from ehelse_cli.rules.saker import Linje, etterfoelgere


def kort(data: Dataset, id_: str, dag: date) -> str:
    """The short name of an organisation or a council that day; words of the format that are no id, as words."""
    return data.virksomhetsnavn(id_, dag, kort=True) if data.finnes(id_) else id_.replace("_", " ")


def korte(data: Dataset, ider: tuple[str, ...], dag: date) -> str:
    """Several short names."""
    return ", ".join(kort(data, id_, dag) for id_ in ider)


def kalles(data: Dataset, forum: str, verdi: str, dag: date) -> str:
    """Who is meant where an organisation, a group, an office or a person may stand, in short."""
    return kort(data, verdi, dag) if data.finnes(verdi) else gruppe_eller_verv(data, forum, verdi, dag) or verdi


def tittelen(sak: Sak) -> str:
    """The case's title; of a wholly exempt one only that it is."""
    return BOKMAAL.unntatt if sak.er_unntatt else sak.tittel or BOKMAAL.uten_tittel


def sakstypene(sak: Sak) -> str:
    """The types of case, in words."""
    return "" if sak.er_unntatt else ", ".join(BOKMAAL.sakstyper[slag] for slag in sak.sakstype)


def linjetittel(data: Dataset, moete: Moete, punkt: Sakspunkt) -> str:
    """What a line of an agenda is called: its own title, its paper's, or the standing item's."""
    forum = data.forum_of(moete.id)
    if er_lukket(data, forum, punkt):
        return BOKMAAL.unntatt
    sak = data.saker.get(data.sak_id(forum, punkt.sak) or "") if punkt.sak else None
    fast = data.forum[forum].faste_saker.get(punkt.fast) if punkt.fast and forum in data.forum else None
    funnet = punkt.tittel or (sak.tittel if sak else None) or (fast.tittel if fast else None)
    return funnet or (nummer_i(data, forum, punkt.sak) if punkt.sak else punkt.fast or "")


def nummer_eller_navn(data: Dataset, linje: Linje) -> str:
    """The number of the case on the line, as the council prints it; of a line without one what people call it."""
    return nummer_i(data, linje.forum, linje.punkt.sak) if linje.punkt.sak else linje.hva


def valgte(data: Dataset, forum: str | None) -> Iterator[Forum]:
    """The one council that is asked for, or all of them."""
    return (en for id_, en in data.forum.items() if forum in (None, id_))


def stegene(sak: Sak) -> tuple[Steg, ...]:
    """What remains of the case, in order; nothing where it ends here."""
    return sak.videre_saksprosess if isinstance(sak.videre_saksprosess, tuple) else ()


def etterkommere(data: Dataset, sak: Sak) -> tuple[Sak, ...]:
    """The cases that continue this one, nearest first; each once, whatever circles the files describe."""
    funnet: dict[str, Sak] = {}
    koe = [*etterfoelgere(data).get(sak.id, ())]
    while koe:
        yngre = data.saker.get(koe.pop(0))
        if yngre is not None and yngre.id != sak.id and yngre.id not in funnet:
            funnet[yngre.id] = yngre
            koe += etterfoelgere(data).get(yngre.id, ())
    return tuple(funnet.values())


def fristene_foer(data: Dataset, forum: str, moete: Moete) -> tuple[Moetefrist, ...]:
    """What is due before a meeting of the council, by its mandate that day."""
    return frister_foer(moete, data.forum[forum], data.mandat_for(forum, moete.tid.dato))


def papirfrist(data: Dataset, forum: str, moete: Moete) -> date | None:
    """The last day for the papers, where any is known."""
    return next((rad.dato for rad in fristene_foer(data, forum, moete) if rad.hva == "saksdokumenter"), None)


def siste_dag(naar: DelvisDato | Periode) -> date:
    """The last day that a day, a month, a year or a stretch may mean: until then it is not late."""
    if isinstance(naar, Periode):
        return naar.til or naar.fra
    if naar.maaned is None:
        return date(naar.aar, 12, 31)
    if naar.dag is not None:
        return date(naar.aar, naar.maaned, naar.dag)
    neste = date(naar.aar + naar.maaned // 12, naar.maaned % 12 + 1, 1)
    return date.fromordinal(neste.toordinal() - 1)


def oppnevnerne(data: Dataset, mandat: Mandat, gruppe: str, dag: date) -> str:
    """Who appoints, or elects, those who hold the group's seats; nothing where the mandate does not say."""
    egen = next((rad for rad in grupper_i(mandat) if rad.id == gruppe), None)
    verv = verv_i(mandat) if gruppe == LEDERSETET else None
    for rad in (egen, verv, mandat.sammensetning):
        for regel in (rad.oppnevnes_av, rad.velges_av) if isinstance(rad, Oppnevning) else ():
            if isinstance(regel, Hvem):
                skille = {"sammen": " og ", "en_av": " eller ", "foerst": ", ellers "}.get(regel.maate, ", ")
                return skille.join(_oppnevner(data, mandat, id_, dag) for id_ in regel.ider)
    return ""


def _oppnevner(data: Dataset, mandat: Mandat, id_: str, dag: date) -> str:
    if id_ == "raadet":
        return navn(data, mandat.forum, dag)
    return "egen virksomhet" if id_ == "egen_virksomhet" else kort(data, id_, dag)
