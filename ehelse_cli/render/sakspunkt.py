"""One line of an agenda: the case, the standing item or the pause it is, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ehelse_cli.core.forum import FastSak
from ehelse_cli.core.kalender import les_dato
from ehelse_cli.core.moete import Minutter, Moete, Sakspunkt, Underpunkt
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.saksgang import med_arv
from ehelse_cli.core.spraak import stor
from ehelse_cli.core.vedlegg import Vedlegg
from ehelse_cli.render import tid
from ehelse_cli.render.errors import BrokenError
from ehelse_cli.render.felles import Rad, Ramme, hele_unntatt, rad, sakstypeord, unntatt, unntatt_her, vedleggsrader
from ehelse_cli.render.navn import Navn, nummer_i, saksnummer


@dataclass(frozen=True, slots=True)
class Delpunkt:
    """A short piece of a case."""

    tittel: str
    framlegges_av: str | None
    minutter: str | None


@dataclass(frozen=True, slots=True)
class Agendapunkt:
    """One item as it is read. Of an exempt case there is the number and `unntatt`, and nothing else."""

    tittel: str
    nummer: str | None = None
    sakstype: str | None = None
    tid: str | None = None
    minutter: str | None = None
    opplysninger: tuple[Rad, ...] = ()
    delpunkter: tuple[Delpunkt, ...] = ()
    vedlegg: tuple[Rad, ...] = ()
    merknader: tuple[str, ...] = ()
    unntatt: str | None = None
    er_pause: bool = False


@dataclass(frozen=True, slots=True)
class Agendalinje:
    """A line of the file with what it says on paper. Headings and new days have no content, and take no time."""

    punkt: Sakspunkt
    minutter: int | None
    innhold: Agendapunkt | None = None


@dataclass(frozen=True, slots=True)
class _Kilde:
    """Where the item's facts come from: the line itself, the case's file, the council's standing item."""

    punkt: Sakspunkt
    sak: Sak | None
    fast: FastSak | None

    @property
    def vedlegg(self) -> tuple[Vedlegg, ...]:
        return (*(self.sak.vedlegg if self.sak else ()), *self.punkt.vedlegg)

    @property
    def minutter(self) -> Minutter | None:
        """The planned minutes; those of the pieces together where each has its own and the whole has none."""
        if self.punkt.minutter is not None:
            return self.punkt.minutter
        deler = [del_.minutter for del_ in self.punkt.underpunkter]
        kjente = [del_.sum for del_ in deler if del_ is not None]
        if deler and len(kjente) == len(deler):
            return Minutter(sum(kjente))
        fast = self.fast.minutter if self.fast else None
        return None if fast is None else Minutter(fast)


def agendalinjer(moete: Moete, navn: Navn, ramme: Ramme, *, ogsaa_uleselige: bool = False) -> Iterator[Agendalinje]:
    """Every line in order. Attachments are numbered within the case or through the meeting, as the council does.

    With `ogsaa_uleselige` a line that rests on something unreadable says that, and nothing more.

    Raises:
        BrokenError: a case on the agenda cannot be read; an agenda without it would be wrong.
    """
    foerste_vedlegg = 1
    for punkt in moete.saksliste:
        try:
            linje = _agendalinje(punkt, navn, ramme, foerste_vedlegg)
        except BrokenError:
            if not ogsaa_uleselige:
                raise
            linje = _uleselig(punkt, navn, ramme)
        if linje.innhold is not None and navn.forum.vedleggsnummer == "per_moete":
            foerste_vedlegg += len(linje.innhold.vedlegg)
        yield linje


def _agendalinje(punkt: Sakspunkt, navn: Navn, ramme: Ramme, foerste_vedlegg: int) -> Agendalinje:
    if not (punkt.behandles or punkt.pause):
        return Agendalinje(punkt, 0)
    kilde = _kilde(punkt, navn)
    minutter = kilde.minutter
    return Agendalinje(punkt, minutter.sum if minutter else None, _innhold(kilde, navn, ramme, foerste_vedlegg))


def _uleselig(punkt: Sakspunkt, navn: Navn, ramme: Ramme) -> Agendalinje:
    """Nobody can tell whether the case is exempt: it is as closed as one that is, but not called so."""
    kilde = _Kilde(punkt, None, None)
    minutter = kilde.minutter.sum if kilde.minutter else None
    return Agendalinje(punkt, minutter, Agendapunkt(ramme.ord.uleselig, _nummer(kilde, navn, ramme), unntatt=""))


def vedlegg_foer(moete: Moete, sak: Sak, navn: Navn) -> int:
    """How many attachments the meeting's earlier cases have, for the councils that number through the meeting."""
    antall = 0
    for punkt in moete.saksliste:
        kilde = _kilde(punkt, navn)
        if kilde.sak is not None and kilde.sak.id == sak.id:
            break
        antall += 0 if hele_unntatt(punkt.skjerming, kilde.sak.skjerming if kilde.sak else None) else len(kilde.vedlegg)
    return antall


def saken(punkt: Sakspunkt, navn: Navn) -> Sak | None:
    """The case on the line with what it inherits, where it has a file.

    Raises:
        BrokenError: it cannot be read.
    """
    return _kilde(punkt, navn).sak


def vedlegg_paa(punkt: Sakspunkt, navn: Navn) -> tuple[Vedlegg, ...]:
    """The attachments of the line: its case's, and its own."""
    return _kilde(punkt, navn).vedlegg


def _kilde(punkt: Sakspunkt, navn: Navn) -> _Kilde:
    fast = navn.forum.faste_saker.get(punkt.fast) if punkt.fast else None
    id_ = navn.data.sak_id(navn.forum.id, punkt.sak) if punkt.sak else None
    if id_ is not None and id_ in navn.data.broken:
        raise BrokenError(id_)
    sak = navn.data.saker.get(id_) if id_ else None
    return _Kilde(punkt, med_arv(navn.data, sak) if sak else None, fast)


def _innhold(kilde: _Kilde, navn: Navn, ramme: Ramme, foerste_vedlegg: int) -> Agendapunkt:
    punkt, sak = kilde.punkt, kilde.sak
    if not punkt.behandles:
        return Agendapunkt(punkt.pause or "", minutter=_minutter(kilde.minutter, ramme), er_pause=True)
    nummer = _nummer(kilde, navn, ramme)
    if lukket := hele_unntatt(punkt.skjerming, sak.skjerming if sak else None):
        return Agendapunkt(stor(unntatt(ramme, lukket)), nummer, unntatt=lukket.hjemmel)
    tittel = _tittel(kilde, navn, ramme)
    return Agendapunkt(
        tittel=tittel,
        nummer=nummer,
        sakstype=_sakstype(kilde, ramme, tittel),
        minutter=_minutter(kilde.minutter, ramme),
        opplysninger=tuple(_opplysninger(kilde, navn, ramme)),
        delpunkter=tuple(_delpunkt(del_, navn, ramme) for del_ in punkt.underpunkter),
        vedlegg=vedleggsrader(ramme, kilde.vedlegg, foerste_vedlegg),
        merknader=tuple(_merknader(kilde, ramme)),
    )


def _nummer(kilde: _Kilde, navn: Navn, ramme: Ramme) -> str | None:
    skrevet = kilde.punkt.sak
    if skrevet is None:
        return None
    nummer = saksnummer(navn.data, kilde.sak, skrevet) if kilde.sak else nummer_i(navn.data, navn.forum.id, skrevet)
    return f"{ramme.ord.sak} {nummer}" if nummer else stor(ramme.ord.ikke_nummerert)


def _tittel(kilde: _Kilde, navn: Navn, ramme: Ramme) -> str:
    tittel = (kilde.sak.tittel if kilde.sak else None) or kilde.punkt.tittel
    tittel = tittel or (kilde.fast.tittel if kilde.fast else None) or ramme.ord.uten_tittel
    fra = _dagene_til(kilde.punkt.gjelder, navn, ramme) if kilde.punkt.gjelder else None
    return ramme.ord.fra_moetet.format(tittel=tittel, dato=fra) if fra else tittel


def _dagene_til(gjelder: str, navn: Navn, ramme: Ramme) -> str | None:
    """The days of the meeting whose minutes are treated: a meeting in the tree, or a date."""
    moete = navn.data.moeter.get(gjelder)
    if moete is not None:
        return tid.dager(moete.tid, ramme.maalform)
    if gjelder in navn.data.broken:
        raise BrokenError(gjelder)
    try:
        return tid.dag(les_dato(gjelder), ramme.maalform)
    except ValueError:
        return None


def _sakstype(kilde: _Kilde, ramme: Ramme, tittel: str) -> str | None:
    """The type of case in words, unless the title says just that («Eventuelt»)."""
    steder = (kilde.punkt.sakstype, kilde.sak.sakstype if kilde.sak else (), kilde.fast.sakstype if kilde.fast else ())
    sakstype = next((sakstypeord(ramme, slag) for slag in steder if slag), None)
    return None if sakstype == tittel else sakstype


def _minutter(minutter: Minutter | None, ramme: Ramme) -> str | None:
    if minutter is None:
        return None
    delt = f" ({minutter.presentasjon}+{minutter.droefting})" if minutter.droefting else ""
    return f"{minutter.sum} {ramme.ord.minutter}{delt}"


def _opplysninger(kilde: _Kilde, navn: Navn, ramme: Ramme) -> Iterator[Rad]:
    punkt, sak = kilde.punkt, kilde.sak
    eiere = navn.virksomheter(punkt.sakseiere or (sak.sakseiere if sak else ()))
    yield from eierrad(ramme, eiere)
    egne = [navn.hvem(en) for en in punkt.framlegges_av]
    sakens = [navn.hvem(en.navn, en.virksomhet) for en in sak.framlegges_av] if sak else []
    yield from rad(ramme.ord.framlegges_av, ramme.liste(egne or sakens))


def eierrad(ramme: Ramme, eiere: tuple[str, ...]) -> tuple[Rad, ...]:
    """Who owns the case: one label for one, another for several."""
    return rad(ramme.ord.sakseier if len(eiere) == 1 else ramme.ord.sakseiere, ramme.liste(eiere))


def _delpunkt(del_: Underpunkt, navn: Navn, ramme: Ramme) -> Delpunkt:
    av = ramme.liste([navn.hvem(en) for en in del_.framlegges_av])
    return Delpunkt(del_.tittel, av or None, _minutter(del_.minutter, ramme))


def _merknader(kilde: _Kilde, ramme: Ramme) -> Iterator[str]:
    if kilde.punkt.ettersendt is not None:
        yield ramme.ord.ettersendt.format(tid.dag(kilde.punkt.ettersendt, ramme.maalform))
    skjerming = kilde.punkt.skjerming or (kilde.sak.skjerming if kilde.sak else None)
    if skjerming is not None:
        yield unntatt_her(ramme, skjerming)
