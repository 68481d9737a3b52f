"""SAK: is there in the paper what the council needs to treat the case? Asked once the meeting is called."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.mandat.arbeid import Beslutning, Saksregel
from ehelse_cli.core.sak import Steg
from ehelse_cli.rules.common import Path, clause, navn, severity, source
from ehelse_cli.rules.saker import VEDTAKSTYPER, Papir, arven_er_kjent, papirer

#: Types of case after which nobody else decides anything.
_UTEN_BESLUTTER = frozenset({"orientering", "referatsak", "delegert", "eventuelt", "godkjenning", "valg"})


class _Mangel(Struct, frozen=True):
    """What a paper lacks, in words that follow its title; where to point, and what to do."""

    hva: str
    sti: Path
    hjelp: str  # with {sak} where the case is named


_FORSLAG = _Mangel(
    "har ikke noe forslag til vedtak",
    ("sakstype",),
    "Før det, ett punkt for hver ting det skal tas stilling til: `ehelse sak utfyll {sak} --forslag TEKST` "
    "(«forslag_til_vedtak» i filen).",
)
_PROSESS = _Mangel(
    "sier ikke hva som skjer med saken etter møtet",
    ("tittel",),
    "Før hvem som gjør hva, og når: `ehelse sak utfyll {sak} --videre TEKST` («videre_saksprosess» i filen); eller "
    "avsluttes_her.",
)
_BESLUTTER = _Mangel(
    "sier ikke hvem som til slutt bestemmer",
    ("videre_saksprosess",),
    "Legg til et steg med «rolle: beslutning», også når det er sakseieren selv som bestemmer.",
)
_EIER = _Mangel(
    "har ingen sakseier",
    ("tittel",),
    "Skriv under «sakseiere» hvem saken tilhører, og som skal ha rådet.",
)
_FORFATTER = _Mangel(
    "sier ikke hvem som har skrevet papiret",
    ("tittel",),
    "Før hvilken virksomhet som har skrevet det: `ehelse sak utfyll {sak} --utarbeidet-av VIRKSOMHET` "
    "(«utarbeidet_av» i filen).",
)


def uten_forslag(data: Dataset, _dag: date) -> Iterator[Hit]:
    """The type says that the council is to agree on something; the paper does not say on what."""
    for papir in papirer(data):
        if papir.sak.forslag_til_vedtak or papir.sak.skjerming is not None:
            continue
        krav = krav_til(data, papir, "forslag_til_vedtak")
        if krav or not VEDTAKSTYPER.isdisjoint(papir.sak.sakstype):
            yield _hit(data, papir, _FORSLAG, krav)


def uten_videre_prosess(data: Dataset, _dag: date) -> Iterator[Hit]:
    """The mandate wants the paper to show what happens next, and it does not."""
    for papir in papirer(data):
        if papir.sak.videre_saksprosess or papir.sak.skjerming is not None:
            continue
        krav = krav_til(data, papir, "videre_saksprosess")
        if krav:
            yield _hit(data, papir, _PROSESS, krav)


def uten_beslutter(data: Dataset, _dag: date) -> Iterator[Hit]:
    """The steps that remain do not say who decides, though the council itself does not."""
    for papir in papirer(data):
        steg = papir.sak.videre_saksprosess
        if not steg or isinstance(steg, str) or any(ett.rolle == "beslutning" for ett in steg):
            continue
        if not _UTEN_BESLUTTER.issuperset(papir.sak.sakstype) and not _bestemmer_selv(papir):
            yield _hit(data, papir, _BESLUTTER, krav_til(data, papir, "beslutter"))


def uten_sakseier(data: Dataset, _dag: date) -> Iterator[Hit]:
    """Nobody owns the case, so nobody receives the advice."""
    for papir in papirer(data):
        if not papir.sak.sakseiere and papir.sak.skjerming is None and arven_er_kjent(data, papir.sak):
            yield _hit(data, papir, _EIER, _adressat(data, papir) or krav_til(data, papir, "sakseiere"))


def uten_forfatter(data: Dataset, _dag: date) -> Iterator[Hit]:
    """The paper does not say who wrote it."""
    for papir in papirer(data):
        if not papir.sak.utarbeidet_av and papir.sak.skjerming is None:
            yield _hit(data, papir, _FORFATTER, krav_til(data, papir, "utarbeidet_av"))


def steg_i_feil_rekkefoelge(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A step that is dated before the one it comes after."""
    for papir in papirer(data):
        steg = papir.sak.videre_saksprosess
        datert = [(nr, ett) for nr, ett in enumerate(() if isinstance(steg, str) else steg) if ett.naar]
        for (_, foer), (nr, etter) in pairwise(datert):
            if _kommer_foer(etter, foer):
                yield Hit(
                    f"steget {etter.naar} i videre saksprosess står etter steget {foer.naar}",
                    data.place(papir.sak.id, "videre_saksprosess", nr, "naar"),
                    (papir.sak.id, str(foer.naar), str(etter.naar)),
                    help="Stegene står i den rekkefølgen de skal skje. Flytt steget, eller rett «naar».",
                )


def _kommer_foer(ett: Steg, annet: Steg) -> bool:
    """Whether the one is surely earlier; a month or a year may mean any of its days."""
    en, to = _deler(ett.naar), _deler(annet.naar)
    felles = min(len(en), len(to))
    return en[:felles] < to[:felles]


def _deler(naar: DelvisDato | None) -> list[int]:
    """Year, month and day, as far as they are known."""
    return [del_ for del_ in (naar.aar, naar.maaned, naar.dag) if del_] if naar else []


def _bestemmer_selv(papir: Papir) -> bool:
    regel = papir.mandat.beslutning if papir.mandat else None
    return isinstance(regel, Beslutning) and regel.virkning == "bindende"


def _adressat(data: Dataset, papir: Papir) -> dict[str, Any]:
    """Where the mandate says that advice goes to the owner of the case."""
    regel = papir.mandat.beslutning if papir.mandat else None
    if papir.mandat is None or not isinstance(regel, Beslutning) or "sakseier" not in _tuppel(regel.til):
        return {}
    return _hjemmel(data, papir, ("beslutning", "til"))


def krav_til(data: Dataset, papir: Papir, felt: str) -> dict[str, Any]:
    """The mandate's demand that papers show this; empty where there is none that can be broken."""
    regel = papir.mandat.saker if papir.mandat else None
    if not isinstance(regel, Saksregel) or felt not in _tuppel(regel.underlag_skal_vise):
        return {}
    return _hjemmel(data, papir, ("saker", "underlag_skal_vise"))


def _tuppel(verdi: object) -> tuple[Any, ...]:
    return verdi if isinstance(verdi, tuple) else ()


def _hjemmel(data: Dataset, papir: Papir, sti: Path) -> dict[str, Any]:
    """Severity, source and place of the clause, as a finding takes them."""
    assert papir.mandat is not None
    ledd = papir.mandat.ledd(*sti)
    gravity = severity(ledd)
    if gravity is None:
        return {}
    return {"severity": gravity, "source": source(ledd), "related": clause(data, papir.mandat, sti)}


def _hit(data: Dataset, papir: Papir, mangel: _Mangel, krav: dict[str, Any]) -> Hit:
    """The finding on one paper. Where the mandate demands it, its clause says how grave it is."""
    forum = navn(data, papir.forum, papir.moete.tid.dato)
    return Hit(
        f"saken «{papir.sak.tittel or papir.sak.id}» til {forum} {mangel.hva}",
        data.place(papir.sak.id, *mangel.sti),
        (papir.sak.id,),
        help=mangel.hjelp.format(sak=papir.sak.id),
        **krav,
    )
