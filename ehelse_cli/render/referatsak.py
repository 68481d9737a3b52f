"""One case in the minutes: what was proposed, what it came to, who disagreed, what was said, what is to be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.mandat.arbeid import Beslutning
from ehelse_cli.core.moete import Habilitet, Innspill, Sakspunkt, Stemmetall, Tilfoersel, Tiltak, Vedtakspunkt
from ehelse_cli.core.sak import Forslagspunkt, Sak
from ehelse_cli.core.spraak import Maalform, stor
from ehelse_cli.render import tid
from ehelse_cli.render.clean import paragraphs
from ehelse_cli.render.deltakere import Dyktighet
from ehelse_cli.render.felles import Punkt, Rad, Ramme, punkt, rad
from ehelse_cli.render.navn import Navn, person
from ehelse_cli.render.sakspunkt import Agendapunkt


class Tiltaksrad(NamedTuple):
    """Something to be done, a row of the action list."""

    sak: str
    hva: str
    hvem: str
    frist: str
    status: str


@dataclass(frozen=True, slots=True)
class Referatsak:
    """One case as it is read.

    `spraak` is the language of what was written of the meeting, `saksspraak` of the case: where not the paper's.
    """

    nivaa: int
    overskrift: str
    sakstype: str | None = None
    opplysninger: tuple[Rad, ...] = ()
    merknader: tuple[str, ...] = ()
    spraak: Maalform | None = None
    saksspraak: Maalform | None = None
    dyktighet: Dyktighet | None = None
    tekst: Markup = Markup()  # noqa: RUF009 (frozen: a string)
    oppsummering: tuple[str, ...] = ()
    forslag_overskrift: str = ""
    forslag: tuple[Punkt, ...] = ()
    vedtak_overskrift: str = ""
    vedtak: tuple[Punkt, ...] = ()
    om_vedtaket: str | None = None
    utfall: str | None = None
    begrunnelse: tuple[str, ...] = ()
    votering: str | None = None
    tilfoersler: tuple[Rad, ...] = ()
    rettelser: tuple[str, ...] = ()
    delpunkter: tuple[str, ...] = ()
    innspill: tuple[Rad, ...] = ()
    unntatt: bool = False
    er_holdt: bool = True

    @property
    def er_tom(self) -> bool:
        """Whether the meeting was held and nothing is told of the case: a heading alone would look forgotten."""
        sagt = (self.tekst, self.oppsummering, self.vedtak, self.utfall, self.begrunnelse, self.votering)
        return self.er_holdt and not any((*sagt, self.tilfoersler, self.rettelser, self.delpunkter, self.innspill))


@dataclass(frozen=True, slots=True)
class Vedtaket:
    """What was decided beside what was proposed. `foreslaatt` is empty where they are the same."""

    overskrift: str
    punkter: tuple[Punkt, ...]
    foreslaatt: tuple[Punkt, ...]
    om: str | None


def vedtaket(linje: Sakspunkt, sak: Sak | None, navn: Navn, ramme: Ramme) -> Vedtaket:
    """The points as decided, and the proposal where the meeting changed it: the two are never mixed."""
    ord_ = ramme.ord
    forslag = _forslag(linje, sak, navn)
    endelig = forslag if linje.vedtak == "som_foreslaatt" else linje.vedtak
    likt = [(en.tekst, en.forutsetning) for en in endelig] == [(en.tekst, en.forutsetning) for en in forslag]
    overskrift = stor((navn.forum.ord.vedtak if linje.sak else None) or ord_.vedtak)
    om = None if not endelig or not forslag else ord_.som_foreslaatt if likt else ord_.endret_i_moetet
    punkter = tuple(punkt(ramme, en.tekst, en.forutsetning) for en in endelig)
    if not punkter and linje.resultat in ord_.formler:
        punkter = (_formel(ord_.formler[linje.resultat or ""], navn),)
    foreslaatt = () if likt or not endelig else tuple(punkt(ramme, en.tekst, en.forutsetning) for en in forslag)
    return Vedtaket(overskrift, punkter, foreslaatt, om if linje.sak else None)


def _formel(formel: str, navn: Navn) -> Punkt:
    """The usual words for what a case without a text of its own came to."""
    return Punkt((formel.format(navn.data.forumnavn(navn.forum.id, navn.dag, kort=True)),))


def _forslag(linje: Sakspunkt, sak: Sak | None, navn: Navn) -> Sequence[Forslagspunkt | Vedtakspunkt]:
    """The case's proposal; a standing item's is written with the council."""
    if sak is not None and sak.forslag_til_vedtak:
        return sak.forslag_til_vedtak
    fast = navn.forum.faste_saker.get(linje.fast) if linje.fast else None
    return (Forslagspunkt(tekst=fast.vedtak),) if fast and fast.vedtak else ()


def utfall(linje: Sakspunkt, navn: Navn, ramme: Ramme) -> str | None:
    """What it came to in a word, and where it went: `Utsatt til 2. desember 2026`. A decision says more."""
    ord_ = ramme.ord
    sagt = linje.vedtak or linje.resultat in ord_.formler
    if sagt and linje.utfall in (None, "behandlet") and linje.videre_til is None:
        return None
    if linje.resultat is not None and linje.utfall in (None, "behandlet"):
        ble = ord_.resultater[linje.resultat]
    elif linje.utfall is not None and linje.utfall != "behandlet":
        ble = ord_.utfall[linje.utfall]
    else:
        return None
    return stor(ord_.videre_til.format(ble, _hvor(linje.videre_til, navn, ramme)) if linje.videre_til else ble)


def _hvor(videre_til: str, navn: Navn, ramme: Ramme) -> str:
    moete = navn.data.moeter.get(videre_til)
    return tid.dager(moete.tid, ramme.maalform) if moete else navn.virksomhet(videre_til)


def votering(stemt: Stemmetall | str | None, ramme: Ramme) -> str | None:
    """`Enstemmig`, `Konsensus`, or the count."""
    ord_ = ramme.ord
    if stemt is None or isinstance(stemt, str):
        return ord_.voteringer[stemt] if stemt else None
    tall = [ord_.stemte_for.format(stemt.for_), ord_.stemte_mot.format(stemt.mot)]
    tall += [ord_.stemte_blankt.format(stemt.blankt)] if stemt.blankt else []
    avgjort = f" {ord_.dobbeltstemme}" if stemt.leders_dobbeltstemme else ""
    return f"{stor(ramme.liste(tall))}.{avgjort}"


def tilfoersler(rader: Sequence[Tilfoersel], navn: Navn, ramme: Ramme) -> Iterator[Rad]:
    """Each dissent, reservation and remark: whose, to which points, in their own words."""
    ord_ = ramme.ord
    for en in rader:
        av = ord_.fra_hvem.format(ramme.liste([navn.hvem(ett) for ett in en.av])) if en.av else ""
        til = ord_.til_punkt.format(ramme.liste([str(nr) for nr in en.punkt])) if en.punkt else ""
        hva = " ".join(filter(None, (ord_.tilfoersel[en.slag], av, til)))
        tekst = " ".join(paragraphs(en.tekst)) if en.tekst else _staaende(en, navn, ramme)
        kilde = ord_.jf.format(en.kilde) if en.kilde else ""
        yield Rad(hva, " ".join(filter(None, (tekst, kilde))) or ord_.uten_begrunnelse)


def _staaende(en: Tilfoersel, navn: Navn, ramme: Ramme) -> str:
    """What the mandate lets the groups always reserve, where the reservation is that one and says no more."""
    mandat = navn.data.mandat_for(navn.forum.id, navn.dag)
    regel = mandat.beslutning if mandat is not None and en.slag == "forbehold" and en.kilde == "mandatet" else None
    staaende = regel.forbehold if isinstance(regel, Beslutning) and isinstance(regel.forbehold, tuple) else ()
    gjelder = (rad.verdi for rad in staaende if set(rad.grupper) & set(en.av))
    return next((ramme.ord.forbehold[verdi] for verdi in gjelder if verdi in ramme.ord.forbehold), "")


def habilitet(funnet: Sequence[Habilitet] | Taushet, navn: Navn, ramme: Ramme) -> Iterator[str]:
    """Who was found inhabil or habil, whether they left, and why."""
    ord_ = ramme.ord
    if isinstance(funnet, Taushet):
        yield ord_.ingen_inhabile
        return
    for en in funnet:
        ble = ord_.habilitet[en.utfall].format(navn.hvem(en.navn))
        gikk = f" {ord_.fratraadte}" if en.fratraadte else ""
        grunn = f" {' '.join(paragraphs(en.begrunnelse))}" if en.begrunnelse else ""
        yield f"{ble}{gikk}{grunn}"


def innspill(rader: Sequence[Innspill], navn: Navn, ramme: Ramme) -> Iterator[Rad]:
    """Each member's input with what came of it; never the council's."""
    ord_ = ramme.ord
    for en in rader:
        av = ord_.uten_navn if isinstance(en.av, Taushet) else ramme.liste([navn.hvem(ett) for ett in en.av])
        tekst = " ".join(paragraphs(en.tekst))
        yield Rad(stor(av), f"{tekst} {ble}" if (ble := _haandtert(en, ramme)) else tekst)


def _haandtert(en: Innspill, ramme: Ramme) -> str:
    if en.haandtering is None:
        return ""
    ble = ramme.ord.haandtert[en.haandtering.utfall]
    naar = tid.dag(en.haandtering.dato, ramme.maalform) if en.haandtering.dato else None
    grunn = " ".join(paragraphs(en.haandtering.begrunnelse)) if en.haandtering.begrunnelse else None
    hele = ", ".join(filter(None, (ble, naar, en.haandtering.kilde)))
    return f"({hele}: {grunn})" if grunn else f"({hele})"


def tiltaksrader(sak: str, rader: Sequence[Tiltak], navn: Navn, ramme: Ramme) -> Iterator[Tiltaksrad]:
    """The action list's rows of one case."""
    ord_ = ramme.ord
    for en in rader:
        hvem = navn.hvem(en.hvem) if en.hvem else ord_.ikke_oppgitt
        frist = tid.dag(en.frist, ramme.maalform) if en.frist else ord_.ikke_satt
        gjort = ord_.utfoert.format(tid.dag(en.utfoert, ramme.maalform)) if en.utfoert else ord_.aapen
        yield Tiltaksrad(sak, en.hva, hvem, frist, gjort)


def opplysninger(innhold: Agendapunkt, linje: Sakspunkt, ramme: Ramme) -> Iterator[Rad]:
    """Who presented it, and who chaired when it was not the one who usually does."""
    yield from (en for en in innhold.opplysninger if en.ledetekst == ramme.ord.framlegges_av)
    yield from rad(ramme.ord.moeteleder, person(linje.moeteleder) if linje.moeteleder else None)
