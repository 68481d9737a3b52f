"""The amendment as text, in the manner of Norwegian amending acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ehelse_cli.core.ankre import Blokk
from ehelse_cli.core.spraak import oppramsing, stor
from ehelse_cli.diff.endringsvedtak import HeltNytt, Innsetting, NyOrdlyd, Oppheving, Ordendring, Post
from ehelse_cli.diff.endringsvedtak_ord import Vedtaksord
from ehelse_cli.diff.endringsvedtak_ordbytte import Ordbytte
from ehelse_cli.diff.endringsvedtak_sted import Stedsnavn, enhet

INNRYKK = "   "


@dataclass(frozen=True, slots=True)
class Ramme:
    """What stands around the entries: the council's name, the id of the old mandate, and the day (None: undecided)."""

    forum: str
    mandat: str
    ikraft: str | None


def skriv(poster: Sequence[Post], gammel: Sequence[Blokk], ramme: Ramme, ord_: Vedtaksord) -> str:
    """The whole document, its last line ended."""
    if not poster:
        return ord_.uendret.format(ramme.forum, ramme.mandat) + "\n"
    sted = Stedsnavn(gammel, ord_)
    ikraft = ord_.ikraft.format(ramme.ikraft) if ramme.ikraft else ord_.ikraft_ukjent
    deler = [
        f"# {ord_.tittel.format(ramme.forum)}",
        ord_.innledning.format(ramme.forum, ramme.mandat),
        *(f"{nr}. {tekst}" for nr, tekst in enumerate((_post(post, sted, ord_) for post in poster), 1)),
        *([] if isinstance(poster[0], HeltNytt) else [ord_.henvisninger]),
        ikraft,
    ]
    return "\n\n".join(deler) + "\n"


def _post(post: Post, sted: Stedsnavn, ord_: Vedtaksord) -> str:
    if isinstance(post, Ordendring):
        bytter = oppramsing((_bytte(bytte, ord_) for bytte in post.bytter), ord_.og)
        return ord_.ord_endres.format(sted.rad(post.nr), bytter)
    if isinstance(post, NyOrdlyd):
        return _med_sitat(ord_.lyde.format(stor(sted.rad(post.nr))), (post.linje,), sted, ord_)
    if isinstance(post, Oppheving):
        return ord_.oppheves.format(stor(sted.rader(post.rader)))
    if isinstance(post, Innsetting):
        return _innsetting(post, sted, ord_)
    if not post.linjer:
        return ord_.mandatet_oppheves
    return _med_sitat(ord_.helt_nytt, post.linjer, sted, ord_)


def _bytte(bytte: Ordbytte, ord_: Vedtaksord) -> str:
    fra, til = bytte.fra, bytte.til
    if not til:
        return ord_.strykes.format(f"«{fra}»")
    if til.startswith(f"{fra} "):
        return ord_.etter.format(f"«{til.removeprefix(f'{fra} ')}»", f"«{fra}»")
    if til.endswith(f" {fra}"):
        return ord_.foer.format(f"«{til.removesuffix(f' {fra}')}»", f"«{fra}»")
    return ord_.erstattes.format(f"«{fra}»", f"«{til}»")


def _innsetting(post: Innsetting, sted: Stedsnavn, ord_: Vedtaksord) -> str:
    hele = sted.plass_etter_punkt(post.etter) if _begynner_med_punkt(post) else None
    plass = hele or sted.plass(post.etter)
    flyttet = [del_ for del_ in post.innhold if isinstance(del_, range)]
    if len(flyttet) == len(post.innhold):
        rekkefoelge = ord_.i_denne_rekkefoelgen if len(flyttet) > 1 else ""
        hva = stor(oppramsing((sted.rader(rader) for rader in flyttet), ord_.og))
        return ord_.flyttes.format(hva, plass, rekkefoelge)
    nytt = None if flyttet else _hva_er_nytt([del_ for del_ in post.innhold if isinstance(del_, str)], ord_)
    foerst = ord_.sett_inn.format(stor(plass), nytt) if nytt else ord_.sett_inn_blandet.format(stor(plass))
    return _med_sitat(foerst, post.innhold, sted, ord_)


def _begynner_med_punkt(post: Innsetting) -> bool:
    foerste = post.innhold[0]
    return _slag(foerste) == "overskrift" if isinstance(foerste, str) else len(foerste) > 1


def _hva_er_nytt(linjer: Sequence[str], ord_: Vedtaksord) -> str | None:
    """`nytt ledd`, `nye strekpunkter`, `nytt punkt`; None where they are of several kinds."""
    slagene = [_slag(linje) for linje in linjer]
    if slagene[0] == "overskrift":
        slagene = [slag for slag in slagene if slag == "overskrift"]
    if len(set(slagene)) > 1:
        return None
    return ord_.nye[slagene[0]][len(slagene) > 1]


def _slag(linje: str) -> str:
    """The kind of a line, near enough to call it something; nothing is read from it."""
    tekst = linje.lstrip()
    if tekst.startswith("#"):
        return "overskrift"
    if tekst.startswith(("- ", "1. ")):
        return enhet("punkt", tekst)
    return "rad" if tekst.startswith("|") else "kode" if tekst.startswith(("```", "~~~")) else "avsnitt"


def _med_sitat(foerst: str, innhold: Sequence[str | range], sted: Stedsnavn, ord_: Vedtaksord) -> str:
    return "\n".join([foerst, "", *_sitat(innhold, sted, ord_)])


def _sitat(innhold: Sequence[str | range], sted: Stedsnavn, ord_: Vedtaksord) -> Iterator[str]:
    """The lines as a quotation; paragraphs apart, lists together; what moves here between them."""
    forrige: str | range | None = None
    for del_ in innhold:
        if isinstance(del_, range):
            yield from ([""] if forrige is not None else [])
            yield f"{INNRYKK}{ord_.hit.format(sted.rader(del_))}"
        else:
            if isinstance(forrige, range):
                yield ""
            elif forrige is not None and not _i_samme_liste(forrige, del_):
                yield f"{INNRYKK}>"
            yield f"{INNRYKK}> {del_}"
        forrige = del_


def _i_samme_liste(en: str, neste: str) -> bool:
    return _slag(en) == _slag(neste) in ("punkt", "nummer", "rad")
