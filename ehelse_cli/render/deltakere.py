"""The attendance as minutes tell it: sections of names, who is not mentioned, and whether the council could decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ehelse_cli.core.beslutningsdyktighet import beslutningsdyktighet
from ehelse_cli.core.fremmoete import Fremmoetebok, Sete, behandlede, bok
from ehelse_cli.core.moete import Deltaker, Fremmoete, Moete
from ehelse_cli.core.register import register
from ehelse_cli.core.spraak import stor
from ehelse_cli.core.verdict import Answer, Verdict
from ehelse_cli.render import tid
from ehelse_cli.render.felles import Ramme
from ehelse_cli.render.navn import Navn, nummer_i, person


class Navnerad(NamedTuple):
    """One who was there, or was not: name, where from, and what else is said."""

    navn: str
    virksomhet: str
    merknad: str


@dataclass(frozen=True, slots=True)
class Navnebolk:
    """One section of the attendance."""

    overskrift: str
    rader: tuple[Navnerad, ...]


@dataclass(frozen=True, slots=True)
class Dyktighet:
    """Whether the council could decide, in a sentence, and the sum behind it."""

    setning: str
    regnestykke: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deltakere:
    """The whole attendance. `ikke_oppgitt`: the source names nobody."""

    bolker: tuple[Navnebolk, ...] = ()
    ikke_nevnt: str | None = None
    ikke_oppgitt: bool = False


def deltakere(moete: Moete, navn: Navn, ramme: Ramme) -> Deltakere:
    """The sections in the order of minutes, and the members nobody says anything of."""
    fremmoete = moete.fremmoete
    if not isinstance(fremmoete, Fremmoete):
        return Deltakere(ikke_oppgitt=True)
    boka = _bok(moete, navn)
    bolker = tuple(
        Navnebolk(overskrift, tuple(_navnerad(rad, navn, ramme, boka) for rad in rader))
        for overskrift, rader in _bolker(moete, fremmoete, ramme)
        if rader
    )
    unevnte = ramme.liste([person(en) for en in boka.unevnte]) if boka else ""
    return Deltakere(bolker, unevnte or None)


def _bok(moete: Moete, navn: Navn) -> Fremmoetebok | None:
    reg = register(navn.data, navn.forum, moete.tid.dato)
    return bok(navn.data, moete, reg) if reg else None


def _bolker(moete: Moete, fremmoete: Fremmoete, ramme: Ramme) -> Iterator[tuple[str, Sequence[Deltaker]]]:
    ord_ = ramme.ord
    yield ord_.svarte if moete.er_skriftlig else ord_.medlemmer, fremmoete.medlemmer
    yield ord_.observatoerer, fremmoete.observatoerer
    yield ord_.bisittere, fremmoete.bisittere
    yield ord_.sekretariat, fremmoete.sekretariat
    yield ord_.inviterte, fremmoete.inviterte
    yield ord_.svarte_ikke if moete.er_skriftlig else ord_.forfall, fremmoete.forfall


def _navnerad(rad: Deltaker, navn: Navn, ramme: Ramme, boka: Fremmoetebok | None) -> Navnerad:
    virksomhet = rad.virksomhet or _registrert(rad, navn, boka)
    return Navnerad(
        person(rad.navn), navn.virksomhet(virksomhet) if virksomhet else "", ", ".join(_merknader(rad, navn, ramme))
    )


def _registrert(rad: Deltaker, navn: Navn, boka: Fremmoetebok | None) -> str | None:
    """The organisation by the council's own rows: as member, as somebody who attends, or as substitute."""
    forum = navn.forum
    skrevet = boka.navn(rad.navn) if boka else rad.navn
    naa = boka.navn if boka else str
    medlem = [
        en for en in forum.medlemmer if naa(en.navn) == skrevet and (not en.periode or en.periode.fra <= navn.dag)
    ]
    varaer = [en for en in forum.stedfortredere if naa(en.navn) == skrevet]
    virksomheter = [*(en.virksomhet for en in reversed(medlem)), *(en.virksomhet for en in varaer)]
    return next(filter(None, virksomheter), None)


def _merknader(rad: Deltaker, navn: Navn, ramme: Ramme) -> Iterator[str]:
    ord_ = ramme.ord
    if rad.for_:
        yield ord_.pva.format(person(rad.for_))
    if rad.digitalt:
        yield ord_.digitalt
    if rad.fra:
        yield ord_.fra_kl.format(tid.klokke(rad.fra))
    if rad.til:
        yield ord_.til_kl.format(tid.klokke(rad.til))
    if rad.fom_sak:
        yield ord_.fom_sak.format(nummer_i(navn.data, navn.forum.id, rad.fom_sak))
    if rad.tom_sak:
        yield ord_.tom_sak.format(nummer_i(navn.data, navn.forum.id, rad.tom_sak))
    if rad.saker:
        yield ord_.i_sak.format(ramme.liste([nummer_i(navn.data, navn.forum.id, sak) for sak in rad.saker]))
    if rad.merknad:
        yield rad.merknad


# --- per case


def borte_i_saken(moete: Moete, indeks: int, navn: Navn, ramme: Ramme) -> str | None:
    """Who of those who were there some time had left, not yet come or stood down; and of whom it is not known."""
    boka = _bok(moete, navn)
    if boka is None or not boka.skiller_ut(indeks):
        return None
    ord_, inhabile = ramme.ord, _inhabile(moete, indeks)
    stunder = [boka.seter(indeks, kl) for kl in boka.tider(indeks)]
    borte, uvisse = [], []
    for seter in zip(*stunder, strict=True):
        mulige = {innehaver is None for sete in seter for innehaver in sete.mulige}
        hvem = seter[0].medlemskap.medlem.navn
        if mulige == {True} and hvem not in inhabile and _satt_noen_gang(boka, seter[0]):
            borte.append(person(hvem))
        elif len(mulige) > 1:
            uvisse.append(person(hvem))
    deler = [
        ord_.ikke_til_stede.format(ramme.liste(borte)) if borte else None,
        ord_.uvisst_til_stede.format(ramme.liste(uvisse)) if uvisse else None,
    ]
    return " ".join(filter(None, deler)) or None


def _inhabile(moete: Moete, indeks: int) -> set[str]:
    """Who was found inhabil: that is said already."""
    funnet = moete.saksliste[indeks].habilitet
    return {en.navn for en in funnet if en.utfall == "inhabil"} if isinstance(funnet, tuple) else set()


def _satt_noen_gang(boka: Fremmoetebok, sete: Sete) -> bool:
    """Whether anybody held the seat at some time of the meeting: who was away all of it is among the absent."""
    return bool(boka.linjer(sete.medlemskap))


# --- the quorum


def dyktighet(moete: Moete, navn: Navn, ramme: Ramme) -> tuple[Dyktighet | None, dict[int, Dyktighet]]:
    """One sentence for the whole meeting; where the cases differ, none for it and one for each of them."""
    dommer = {nr: beslutningsdyktighet(navn.data, moete, nr, ramme.maalform) for nr, _ in behandlede(moete)}
    if not dommer or len(set(dommer.values())) == 1:
        felles = next(iter(dommer.values())) if dommer else _ved_aapningen(moete, navn, ramme)
        return _setning(felles, navn, ramme, moetet=True), {}
    return None, {nr: _setning(dom, navn, ramme, moetet=False) for nr, dom in dommer.items()}


def _ved_aapningen(moete: Moete, navn: Navn, ramme: Ramme) -> Verdict:
    return beslutningsdyktighet(navn.data, moete, maalform=ramme.maalform)


def _setning(dom: Verdict, navn: Navn, ramme: Ramme, *, moetet: bool) -> Dyktighet:
    """Never more than the verdict says: silence of the mandate and of the minutes are told as what they are."""
    ord_ = ramme.ord
    setninger = ord_.dyktig if moetet else ord_.dyktig_i_saken
    helt_taus = dom.answer is Answer.IKKE_REGULERT and dom.hangs_on == ("beslutningsdyktighet",)
    noekkel = "ikke_regulert" if helt_taus else "avhenger" if dom.answer is Answer.IKKE_REGULERT else str(dom.answer)
    forum = navn.data.forumnavn(navn.forum.id, navn.dag, kort=True)
    regnestykke = () if helt_taus else dom.arithmetic or ((dom.summary,) if dom.summary else ())
    return Dyktighet(setninger[noekkel].format(forum=forum), tuple(f"{stor(linje)}." for linje in regnestykke))
