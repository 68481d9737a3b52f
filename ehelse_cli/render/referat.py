"""The minutes of a meeting: as a draft, out for remarks, or approved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from ehelse_cli.core.frist import Frist
from ehelse_cli.core.moete import Fremmoete, Moete, Sakspunkt
from ehelse_cli.core.register import register
from ehelse_cli.core.saksgang import er_lukket
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.render import referatsak, tid
from ehelse_cli.render.bestilling import Bestilling
from ehelse_cli.render.clean import paragraphs
from ehelse_cli.render.deltakere import Deltakere, Dyktighet, borte_i_saken, deltakere, dyktighet
from ehelse_cli.render.felles import Rad, Ramme, annet_spraak, broedtekst, rad
from ehelse_cli.render.navn import Navn, person
from ehelse_cli.render.referatsak import Referatsak, Tiltaksrad
from ehelse_cli.render.referattekst import Del, deler
from ehelse_cli.render.saksliste import Sakslisteview, saksliste
from ehelse_cli.render.sakspunkt import Agendalinje, Agendapunkt, agendalinjer, saken
from ehelse_cli.render.utensaker import uten_saker
from ehelse_cli.rules.mot_referat import godkjent_i


@dataclass(frozen=True, slots=True)
class Overskrift:
    """A heading among the cases: a day, or a block."""

    nivaa: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Referatview:
    """The minutes as they are read. `saker` are headings and cases in the order of the agenda."""

    ramme: Ramme
    tittel: str
    forum: str
    moete: str
    overlinje: str
    varsler: tuple[str, ...]
    status: str
    rettelser: tuple[str, ...]
    fakta: tuple[Rad, ...]
    deltakere: Deltakere
    deltakere_overskrift: str
    dyktighet: Dyktighet | None
    saker: tuple[Overskrift | Referatsak, ...]
    annet: Markup
    spraak: Maalform | None
    tiltak: tuple[Tiltaksrad, ...]
    neste_moete: str | None
    slutt: str | None


def referat(b: Bestilling) -> Referatview:
    """The view of a meeting's minutes, as far as they had come on the day.

    Raises:
        BrokenError: something it must tell cannot be read.
        MissingForumError: the council has no file.
    """
    moete, ord_ = b.moete, b.ramme.ord
    navn = b.navn(moete.tid.dato)
    liste = saksliste(b.data, moete, b.ramme)
    felles, per_sak = (None, {}) if b.taus else dyktighet(moete, navn, b.ramme)
    tekst = deler(_aapen_tekst(b, moete))
    saker = _Saker(b, navn, tekst, per_sak)
    stand = _stand(b, moete)
    return Referatview(
        ramme=b.ramme,
        tittel=ord_.referattitler[stand.trinn],
        forum=liste.forum,
        moete=liste.moete,
        overlinje=liste.overlinje,
        varsler=liste.varsler,
        status=stand.setning,
        rettelser=stand.rettelser,
        fakta=tuple(_fakta(b, navn, liste)),
        deltakere=_deltakere(b, navn),
        deltakere_overskrift=ord_.svar if moete.er_skriftlig else ord_.fremmoete,
        dyktighet=felles,
        saker=tuple(saker.alle()),
        annet=_annet(b, tekst, saker.brukt),
        spraak=annet_spraak(b.ramme, moete.maalform or navn.forum.maalform),
        tiltak=tuple(saker.tiltak()),
        neste_moete=liste.neste_moete,
        slutt=_slutt(moete, navn, b.ramme),
    )


def _deltakere(b: Bestilling, navn: Navn) -> Deltakere:
    funnet = deltakere(b.moete, navn, b.ramme)
    return replace(funnet, ikke_nevnt=None) if b.taus else funnet


def _fakta(b: Bestilling, navn: Navn, liste: Sakslisteview) -> Iterator[Rad]:
    ord_ = b.ramme.ord
    yield from (en for en in liste.fakta if en.ledetekst not in (ord_.innkalt, ord_.papirer_ute))
    yield from rad(ord_.moeteleder, _moeteleder(b.moete, navn))


def _moeteleder(moete: Moete, navn: Navn) -> str | None:
    """Who chaired: the one named, or the leader if the attendance says that the leader was there."""
    if moete.moeteleder:
        return navn.hvem(moete.moeteleder)
    reg = register(navn.data, navn.forum, navn.dag)
    ledere = [en.medlem.navn for en in (*reg.uten_sete, *reg.medlemmer) if en.medlem.rolle == "leder"] if reg else []
    der = {en.navn for en in moete.fremmoete.medlemmer} if isinstance(moete.fremmoete, Fremmoete) else set()
    return next((navn.hvem(en) for en in ledere if en in der), None)


def _slutt(moete: Moete, navn: Navn, ramme: Ramme) -> str | None:
    """Who kept the minutes, and the day the draft went out."""
    sekretariat = moete.fremmoete.sekretariat if isinstance(moete.fremmoete, Fremmoete) else ()
    sendt = moete.referat.utkast_sendt if moete.referat else None
    del navn
    foert = ramme.ord.foert_av.format(ramme.liste([person(en.navn) for en in sekretariat])) if sekretariat else None
    return ", ".join(filter(None, (foert, tid.dag(sendt, ramme.maalform) if sendt else None))) or None


# --- how far the minutes have come


@dataclass(frozen=True, slots=True)
class _Stand:
    trinn: str
    setning: str
    rettelser: tuple[str, ...] = ()


def _stand(b: Bestilling, moete: Moete) -> _Stand:
    """Approved in writing or by a meeting, out for remarks, published, or a draft nobody has seen: as of the day."""
    ord_, maalform = b.ramme.ord, b.ramme.maalform
    foert = moete.referat
    if foert is not None and foert.godkjent is not None and foert.godkjent <= b.dag:
        return _Stand("godkjent", ord_.godkjent_skriftlig.format(tid.dag(foert.godkjent, maalform)))
    if (tatt_opp := godkjent_i(b.data, moete, b.dag)) is not None:
        senere, punkt = tatt_opp
        setning = ord_.godkjent_i_moetet.format(tid.dager(senere.tid, maalform))
        return _Stand("godkjent", setning, tuple(" ".join(paragraphs(en)) for en in punkt.rettelser))
    if foert is not None and foert.utkast_sendt is not None and foert.utkast_sendt <= b.dag:
        return _Stand("sendt", _sendt(b, moete, foert.utkast_sendt))
    if foert is not None and foert.publisert is not None and foert.publisert <= b.dag:
        return _Stand("publisert", ord_.referat_publisert.format(tid.dag(foert.publisert, maalform)))
    return _Stand("utkast", ord_.referat_ikke_sendt if foert is not None else ord_.referat_ikke_foert)


def _sendt(b: Bestilling, moete: Moete, sendt: date) -> str:
    ord_, maalform = b.ramme.ord, b.ramme.maalform
    setning = ord_.referat_sendt.format(tid.dag(sendt, maalform))
    frist = _merknadsfrist(b, moete, sendt)
    if frist is None:
        return setning
    om_fristen = ord_.referat_merknader if b.dag <= frist else ord_.referat_merknader_ute
    return f"{setning} {om_fristen.format(tid.dag(frist, maalform))}"


def _merknadsfrist(b: Bestilling, moete: Moete, sendt: date) -> date | None:
    """The last day for remarks: the meeting's own, the mandate's, or the secretariat's."""
    if egen := next((en.dato for en in moete.frist_avvik if en.frist == "kommentarer"), None):
        return egen
    mandat = b.data.mandat_for(b.forum.id, moete.tid.dato)
    regler = mandat.frister if mandat and isinstance(mandat.frister, tuple) else ()
    fristene = [en.frist for en in regler if en.gjelder_hva == "kommentarer"] + [b.forum.praksis.kommentarer]
    frist = next(
        (en for en in fristene if isinstance(en, Frist) and getattr(en, "punkt", "") == "referat_utkast"), None
    )
    return frist.dagen(sendt) if frist else None


# --- the cases


@dataclass(frozen=True, slots=True)
class _Saker:
    """The lines of the agenda on their way to the minutes."""

    b: Bestilling
    navn: Navn
    tekst: Sequence[Del]
    per_sak: Mapping[int, Dyktighet]

    def alle(self) -> Iterator[Overskrift | Referatsak]:
        """Headings and cases in order; pauses are not in minutes."""
        dag = bolk = 0
        for nr, linje in enumerate(self._linjer()):
            punkt, innhold = linje.punkt, linje.innhold
            if punkt.dag is not None:
                dag, bolk = 1, 0
                yield Overskrift(3, f"{self.b.ramme.ord.dag} {punkt.dag}")
            if punkt.bolk:
                bolk = 1
                yield Overskrift(3 + dag, punkt.bolk)
            if innhold is not None and not innhold.er_pause:
                yield self._sak(nr, punkt, innhold, 3 + dag + bolk)

    def _linjer(self) -> list[Agendalinje]:
        return list(agendalinjer(self.b.moete, self.navn, self.b.ramme))

    def tiltak(self) -> Iterator[Tiltaksrad]:
        """The action list of the whole meeting; nothing of an exempt case."""
        for linje in self._linjer():
            if linje.innhold is not None and linje.innhold.unntatt is None:
                kalt = linje.innhold.nummer or linje.innhold.tittel
                yield from referatsak.tiltaksrader(kalt, linje.punkt.tiltak, self.navn, self.b.ramme)

    @property
    def brukt(self) -> set[int]:
        """The parts of the account that stand under a case, or belong to one that is exempt."""
        brukt: set[int] = set()
        for linje in self._linjer():
            if linje.innhold is not None:
                brukt |= set(self._deler(linje.punkt, linje.innhold))
        return brukt

    def _deler(self, punkt: Sakspunkt, innhold: Agendapunkt) -> Iterator[int]:
        """The parts of the account under the case's number, or under its title where it has none."""
        id_ = self._id(punkt.sak) if punkt.sak else None
        for nr, en in enumerate(self.tekst):
            egen = id_ == self._id(en.sak) if en.sak and punkt.sak else False
            if egen or (en.sak is None and en.overskrift.casefold() == innhold.tittel.casefold()):
                yield nr

    def _id(self, sak: str) -> str:
        return self.navn.data.sak_id(self.navn.forum.id, sak) or sak

    def _sak(self, nr: int, punkt: Sakspunkt, innhold: Agendapunkt, nivaa: int) -> Referatsak:
        overskrift = f"{innhold.nummer}: {innhold.tittel}" if innhold.nummer else innhold.tittel
        if innhold.unntatt is not None:
            return Referatsak(nivaa, overskrift, unntatt=True)
        ramme, navn, moete = self.b.ramme, self.navn, self.b.moete
        sak = saken(punkt, navn)
        vedtaket = referatsak.vedtaket(punkt, sak, navn, ramme)
        skrevet = "\n\n".join(self.tekst[en].tekst for en in self._deler(punkt, innhold))
        fravaer = None if self.b.taus else borte_i_saken(moete, nr, navn, ramme)
        return Referatsak(
            nivaa=nivaa,
            overskrift=overskrift,
            sakstype=innhold.sakstype,
            opplysninger=tuple(referatsak.opplysninger(innhold, punkt, ramme)),
            merknader=(
                *innhold.merknader,
                *referatsak.habilitet(punkt.habilitet, navn, ramme),
                *([fravaer] if fravaer else ()),
            ),
            spraak=annet_spraak(ramme, moete.maalform or navn.forum.maalform),
            saksspraak=annet_spraak(ramme, (sak.maalform if sak else None) or navn.forum.maalform),
            dyktighet=self.per_sak.get(nr),
            tekst=broedtekst(ramme, skrevet, min(nivaa + 1, 6)),
            oppsummering=paragraphs(punkt.oppsummering) if punkt.oppsummering else (),
            forslag_overskrift=ramme.ord.forslag_til.format(vedtaket.overskrift.lower()),
            forslag=vedtaket.foreslaatt,
            vedtak_overskrift=vedtaket.overskrift,
            vedtak=vedtaket.punkter,
            om_vedtaket=vedtaket.om,
            utfall=referatsak.utfall(punkt, navn, ramme),
            begrunnelse=paragraphs(punkt.begrunnelse) if punkt.begrunnelse else (),
            votering=referatsak.votering(punkt.votering, ramme),
            tilfoersler=tuple(referatsak.tilfoersler(punkt.tilfoersel, navn, ramme)),
            rettelser=tuple(" ".join(paragraphs(en)) for en in punkt.rettelser),
            delpunkter=tuple(en.tittel for en in innhold.delpunkter),
            innspill=tuple(referatsak.innspill(punkt.innspill, navn, ramme)),
            er_holdt=isinstance(moete.fremmoete, Fremmoete),
        )


def _aapen_tekst(b: Bestilling, moete: Moete) -> str:
    """The account; but for an internal paper without what it says of cases that are exempt, or that nobody can read."""
    if b.ramme.intern:
        return moete.tekst
    unntatte = {
        b.data.sak_id(b.forum.id, en.sak) for en in moete.saksliste if en.sak and er_lukket(b.data, b.forum.id, en)
    }

    def er_unntatt(id_: str) -> bool:
        sak = b.data.saker.get(id_)
        return id_ in unntatte or id_ in b.data.broken or (sak is not None and sak.er_unntatt)

    return uten_saker(b.data, b.forum.id, moete.tekst, er_unntatt, unntatte)


def _annet(b: Bestilling, tekst: Sequence[Del], brukt: set[int]) -> Markup:
    """What the account says outside every case on the agenda; a case that is not there is told under its number."""
    rest = [en for nr, en in enumerate(tekst) if nr not in brukt]
    skrevet = "\n\n".join(f"## {en.overskrift}\n\n{en.tekst}" if en.overskrift else en.tekst for en in rest)
    return broedtekst(b.ramme, skrevet, 3) if skrevet.strip() else Markup()
