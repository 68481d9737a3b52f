"""What is not public in a tree, and why: for the council's own preview. It asks the gate, and opens nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ehelse_cli.core import adresse
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Medlem, Stedfortreder
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.sak import Sak
from ehelse_cli.public.adgang import Unntatt, adgang_til_sak, er_i_koe, er_utsatt
from ehelse_cli.public.kalles import forumnavn
from ehelse_cli.public.moete import Sakspunkt
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.public.raadene import er_kunngjort
from ehelse_cli.public.sak import AapenSak
from ehelse_cli.render import tid
from ehelse_cli.render.navn import moetenummer, saksnummer
from ehelse_cli.render.papers import Kind

#: Where the list of what is closed stands.
ROOT = "internt/"


@dataclass(frozen=True, slots=True)
class Lukket:
    """One thing that not everybody may see: the paper that tells it, of what, what it is called, why it is closed.

    `offentlig_sti` is the public page about the same thing, whether there is one or not.
    """

    kind: Kind
    id: str
    forum: str
    tittel: str
    hvorfor: str
    offentlig_sti: str
    utkast: bool = True

    @property
    def sti(self) -> str:
        """Where its paper is shown."""
        return f"{ROOT}{self.kind}/{self.id}/"


def closed(tree: Dataset, laid_over: Dataset, o: Offentlig) -> tuple[Lukket, ...]:
    """Everything of `tree` that is not in `o`; `laid_over` is the tree with what is exempt in it."""
    return (
        *_cases(tree, laid_over, o),
        *_meetings(laid_over, o),
        *_mandates(tree, o),
        *_members(tree, o),
        *_years(tree, o),
    )


def _cases(tree: Dataset, laid_over: Dataset, o: Offentlig) -> Iterator[Lukket]:
    for sak in laid_over.saker.values():
        if hvorfor := _why_case(tree, tree.saker[sak.id], o):
            nummer, tittel = saksnummer(tree, sak), sak.tittel or sak.id
            utkast = not hvorfor.startswith(("unntatt", "deler"))
            kalt = f"Sak {nummer}: {tittel}" if nummer else tittel
            forum = tree.forum_of(sak.id)
            yield Lukket("saksframlegg", sak.id, forum, kalt, hvorfor, adresse.sak(sak.id), utkast)


def _why_case(tree: Dataset, sak: Sak, o: Offentlig) -> str | None:
    vist = o.saken(sak.id)
    if isinstance(vist, AapenSak):
        return f"deler er unntatt offentlighet, {vist.delvis_unntatt}" if vist.delvis_unntatt else None
    adgang = adgang_til_sak(tree, sak, o.dag)
    if isinstance(adgang, Unntatt) or sak.skjerming is not None:
        hjemmel = adgang.hjemmel if isinstance(adgang, Unntatt) else sak.skjerming and sak.skjerming.hjemmel
        return f"unntatt offentlighet, {hjemmel}"
    if er_i_koe(tree, sak):
        return "i køen, uten nummer"
    if sak.offentlig_fra is not None and er_utsatt(sak.offentlig_fra, o.dag):
        return f"lukket til {datotekst(sak.offentlig_fra)} (offentleglova § 5)"
    return "papirene er ikke sendt"


def _meetings(data: Dataset, o: Offentlig) -> Iterator[Lukket]:
    for moete in data.moeter.values():
        forum = data.forum_of(moete.id)
        nummer = moetenummer(data, moete) or tid.dag(moete.tid.dato, "nb")
        kalt = f"Møte {nummer} i {data.forumnavn(forum, moete.tid.dato, kort=True)}"
        for kind, hvorfor in _why_meeting(moete, o):
            yield Lukket(kind, moete.id, forum, kalt, hvorfor, adresse.moete(moete.id), kind != "saksliste")


def _why_meeting(moete: Moete, o: Offentlig) -> Iterator[tuple[Kind, str]]:
    vist = o.moetet(moete.id)
    if vist is None:
        yield "innkalling", "møtet er ikke gjort kjent"
    elif vist.saksliste is None and vist.avlyst is None:
        yield "innkalling", "innkallingen er ikke sendt"
    elif any(not isinstance(punkt, Sakspunkt) for punkt in vist.saksliste or ()):
        yield "saksliste", "noe på sakslisten er lukket"
    if moete.referat is not None and (vist is None or vist.referat is None):
        yield "referat", "referatet er ikke publisert"


def _mandates(data: Dataset, o: Offentlig) -> Iterator[Lukket]:
    kjente = {mandat.id for forum in o.forum for mandat in forum.mandater}
    for mandat in data.mandater.values():
        if mandat.id not in kjente:
            kalt = f"Mandat for {forumnavn(o.forumet(mandat.forum), mandat.forum)}, {mandat.id.partition('@')[2]}"
            hvorfor = "utkast" if mandat.er_utkast else "ikke vedtatt"
            yield Lukket("mandat", mandat.id, mandat.forum, kalt, hvorfor, adresse.forum(mandat.forum))


def _members(data: Dataset, o: Offentlig) -> Iterator[Lukket]:
    for forum in data.forum.values():
        rader: tuple[Medlem | Stedfortreder, ...] = (*forum.medlemmer, *forum.stedfortredere)
        if not all(er_kunngjort(rad, o.dag) for rad in rader):
            kalt = f"Medlemmer i {forumnavn(o.forumet(forum.id), forum.id)}"
            sti = adresse.medlemmer(forum.id)
            yield Lukket("medlemsliste", forum.id, forum.id, kalt, "noen er ikke kunngjort", sti, utkast=False)


def _years(data: Dataset, o: Offentlig) -> Iterator[Lukket]:
    kjente = {f"aarshjul-{ett.aar}" for ett in o.aarshjul}
    for id_ in data.aarshjul:
        if id_ not in kjente:
            aar = id_.removeprefix("aarshjul-")
            yield Lukket("aarshjul", id_, "", f"Årshjul {aar}", "ikke publisert", adresse.aarshjul(int(aar)))
