"""Who came to a year's meetings, member by member: as a grid, and as the table that says the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ehelse_cli.core.fremmoete import Fremmoetebok, Hvordan
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.register import Medlemskap
from ehelse_cli.render import tid
from ehelse_cli.render.bestilling import Bestilling
from ehelse_cli.render.figurer import Bilde
from ehelse_cli.render.figurer.oppmoete import Oppmoete, Rutenett, rutenett
from ehelse_cli.render.navn import person
from ehelse_cli.rules.mot_fremmoete import fremmoeteboken

_SVAR: tuple[Oppmoete, ...] = ("medlem", "stedfortreder", "borte", "ukjent", "ikke_medlem")
_TEGN: Mapping[Hvordan, Oppmoete] = {
    "selv": "medlem",
    "stedfortreder": "stedfortreder",
    "forfall": "borte",
    "ukjent": "ukjent",
}


@dataclass(frozen=True, slots=True)
class Oppmoetebolk:
    """One council's grid; in the table a column for the name and one for each meeting."""

    overskrift: str
    bilde: Bilde
    hode: tuple[str, ...]
    rader: tuple[tuple[str, ...], ...]


def oppmoete(b: Bestilling, forum: str, moeter: Sequence[Moete]) -> Iterator[Oppmoetebolk]:
    """The council's grid, where there is attendance to tell of. A written treatment has none."""
    holdt = [en for en in moeter if en.tid.siste_dag <= b.dag and en.avlyst is None and not en.er_skriftlig]
    boeker = [(en, bok) for en in holdt if (bok := fremmoeteboken(b.data, forum, en)) is not None]
    if not boeker:
        return
    ord_ = b.ramme.ord
    kolonner = tuple(tid.kort(en.tid.dato, b.ramme.maalform) for en, _ in boeker)
    svar = {navn: tuple(_svar(bok, navn) for _, bok in boeker) for navn in _medlemmer([bok for _, bok in boeker])}
    navnet = b.data.forumnavn(forum, boeker[-1][0].tid.dato, kort=True)
    bilde = rutenett(
        Rutenett(
            kolonner,
            tuple((person(navn), rad) for navn, rad in svar.items()),
            tuple((en, ord_.oppmoete[en]) for en in _SVAR),
            ord_.oppmoete_alt.format(forum=navnet, moeter=len(kolonner), medlemmer=len(svar)),
            ord_.oppmoete_tekst.format(navnet),
        )
    )
    rader = tuple((person(navn), *(ord_.oppmoete[ett] for ett in rad)) for navn, rad in svar.items())
    yield Oppmoetebolk(ord_.oppmoete_i.format(navnet), bilde, (ord_.navn, *kolonner), rader)


def _medlemmer(boeker: Sequence[Fremmoetebok]) -> list[str]:
    """Everybody who was a member at one of the meetings, by the name they have now, in the order of the register."""
    navn = dict.fromkeys(bok.navn(en.medlem.navn) for bok in boeker for en in _seter(bok))
    return list(navn)


def _seter(bok: Fremmoetebok) -> tuple[Medlemskap, ...]:
    return (*bok.register.uten_sete, *bok.register.medlemmer)


def _svar(bok: Fremmoetebok, navn: str) -> Oppmoete:
    sete = next((en for en in _seter(bok) if bok.navn(en.medlem.navn) == navn), None)
    return _TEGN[bok.hvordan(sete)] if sete is not None else "ikke_medlem"
