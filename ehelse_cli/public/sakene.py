"""The gate for cases: each field that passes is named here, and what is not named stays inside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.sak import KonsekvensKommuner, Sak
from ehelse_cli.core.saksgang import med_arv
from ehelse_cli.core.vedlegg import Vedlegg as Vedleggsrad
from ehelse_cli.public import sak as ut
from ehelse_cli.public.adgang import Aapen, Unntatt, adgang_til_vedlegg, lukkede_filer
from ehelse_cli.public.felles import LukketVedlegg, Vedlegg
from ehelse_cli.public.lenking import med_aapne_lenker
from ehelse_cli.public.offentlig import Fil
from ehelse_cli.public.omtale import Omtale, avsnitt, broedtekst, en_linje, iso, linje, oppgave, prosa, punkt
from ehelse_cli.public.tilganger import Tilganger
from ehelse_cli.render.navn import saksnummer


def saken(tilganger: Tilganger, sak: Sak) -> ut.Sak | None:
    """The case as everybody may see it; None where nothing of it may be seen."""
    data, adgang = tilganger.data, tilganger.til(sak.id)
    nummer = saksnummer(data, sak)
    if nummer is None or data.forum_of(sak.id) not in data.forum:
        return None
    if isinstance(adgang, Unntatt):
        return ut.UnntattSak(sak.id, data.forum_of(sak.id), nummer, adgang.hjemmel)
    return _aapen(tilganger, sak, nummer, adgang) if isinstance(adgang, Aapen) else None


def _aapen(tilganger: Tilganger, egen: Sak, nummer: str, adgang: Aapen) -> ut.AapenSak:
    data, dag = tilganger.data, tilganger.dag
    sak = med_aapen_arv(tilganger, egen)
    forum = data.forum[data.forum_of(sak.id)]
    behandlinger = tuple(_behandlinger(tilganger, sak))
    maalform = sak.maalform or forum.maalform
    omtale = tilganger.omtale(forum.id, behandlinger[0].dato if behandlinger else dag, maalform)
    aar, _, loepenummer = sak.id.removeprefix(f"{forum.id}-").partition("-")
    return ut.AapenSak(
        id=sak.id,
        forum=forum.id,
        nummer=linje(nummer),
        aar=int(aar),
        loepenummer=int(loepenummer),
        tittel=linje(sak.tittel or _fast_tittel(tilganger, sak) or ""),
        maalform=maalform,
        publisert=adgang.fra,
        sakstype=sak.sakstype,
        delvis_unntatt=adgang.delvis_unntatt,
        sakseiere=omtale.virksomheter(sak.sakseiere),
        foreslaatt_av=omtale.virksomheter(sak.foreslaatt_av),
        utarbeidet_av=omtale.virksomheter(sak.utarbeidet_av),
        i_samarbeid_med=omtale.virksomheter(sak.i_samarbeid_med),
        framlegges_av=tuple(omtale.hvem(en.navn, en.virksomhet) for en in sak.framlegges_av),
        datert=sak.datert.dato if sak.datert else None,
        sted=en_linje(sak.datert.sted) if sak.datert else None,
        oppdatert=tuple(ut.Oppdatering(en.dato, avsnitt(en.endret)) for en in sak.oppdatert if en.dato <= dag),
        arkivsak=en_linje(sak.arkivsak),
        oppdrag=_oppdrag(sak, omtale),
        rolle=en_linje(forum.roller[sak.i_rollen].navn) if sak.i_rollen in forum.roller else None,
        hovedprosess=sak.hovedprosess,
        fase=sak.fase,
        mandatpunkter=sak.mandatpunkt,
        tverrsektorielt=sak.tverrsektorielt,
        samfinansiering=sak.samfinansiering,
        forslag=tuple(punkt(ett.tekst, ett.forutsetning) for ett in sak.forslag_til_vedtak),
        spoersmaal=tuple(punkt(ett.tekst, ett.forutsetning) for ett in sak.spoersmaal),
        steg=tuple(_steg(sak, omtale)),
        avsluttes_her=sak.videre_saksprosess == "avsluttes_her",
        konsekvenser=dict(_konsekvenser(sak.konsekvens_kommuner)),
        ingen_konsekvenser=sak.konsekvens_kommuner is Taushet.INGEN,
        aktoerer=tuple(_aktoerer(sak, omtale)),
        avhengigheter=tuple(_avhengigheter(tilganger, sak, omtale)),
        grunnlagsdokumenter=tuple(_dokumenter(sak, omtale)),
        utredning=_utredning(sak),
        implementering=tuple(
            oppgave(ett.hva, omtale.navn(ett.hvem) if ett.hvem else None, ett.frist, ett.utfoert)
            for ett in sak.implementering
        ),
        vedlegg=vedleggene(tilganger, sak.vedlegg, data.files[sak.id].path),
        oppfoelging=tuple(_oppfoelging(sak, omtale, dag)),
        historikk=tuple(ut.Hendelse(str(en.dato), prosa(en.tekst)) for en in sak.historikk),
        fra_saker=tuple(filter(tilganger.aapen, sak.fra_sak)),
        til_saker=tilganger.fortsatt_i(sak.id),
        behandlinger=behandlinger,
        kilde=avsnitt(sak.kilde),
        tekst=med_aapne_lenker(broedtekst(sak.tekst), data.files[sak.id].path, tilganger.adresse),
    )


def med_aapen_arv(tilganger: Tilganger, sak: Sak) -> Sak:
    """With what it takes over from the cases it continues, as long as every one of them is open."""
    data = tilganger.data
    eldre, sett = [*sak.fra_sak], set[str]()
    while eldre:
        id_ = eldre.pop()
        if not tilganger.aapen(id_):
            return sak
        if id_ not in sett:
            sett.add(id_)
            eldre += data.saker[id_].fra_sak
    return med_arv(data, sak)


def _fast_tittel(tilganger: Tilganger, sak: Sak) -> str | None:
    """The title on an agenda that is out, where the file leaves it to that or to the council's standing item."""
    data = tilganger.data
    faste = data.forum[data.forum_of(sak.id)].faste_saker
    for moete, nr in data.behandlinger(sak.id):
        rad = moete.saksliste[nr]
        if not tilganger.sakslisten_er_ute(moete):
            continue
        if tittel := rad.tittel or (faste[rad.fast].tittel if rad.fast in faste else None):
            return tittel
    return None


def _behandlinger(tilganger: Tilganger, sak: Sak) -> Iterator[ut.Behandling]:
    """The lines it stands on, on agendas that are out."""
    data = tilganger.data
    for moete, nr in data.behandlinger(sak.id):
        if tilganger.sakslisten_er_ute(moete):
            yield ut.Behandling(moete.id, data.forum_of(moete.id), moete.tid.dato, nr + 1)


def _oppdrag(sak: Sak, omtale: Omtale) -> ut.Oppdrag | None:
    oppdrag = sak.oppdrag
    if oppdrag is None:
        return None
    return ut.Oppdrag(omtale.virksomhet(oppdrag.av).navn, en_linje(oppdrag.dokument), oppdrag.frist)


def _steg(sak: Sak, omtale: Omtale) -> Iterator[ut.Steg]:
    if sak.videre_saksprosess != "avsluttes_her":
        for steg in sak.videre_saksprosess:
            yield ut.Steg(omtale.navn(steg.hvem), steg.rolle, iso(steg.naar))


def _konsekvenser(konsekvenser: KonsekvensKommuner | Taushet | None) -> Iterator[tuple[str, str]]:
    """What is said of the municipalities, by the format's key; the day of a consultation as ISO."""
    if not isinstance(konsekvenser, KonsekvensKommuner):
        return
    for felt in ("pris", "innfoering", "gevinst", "grunnlag", "innfoeringstakt", "avslutning", "risiko"):
        if verdi := getattr(konsekvenser, felt):
            yield felt, prosa(verdi)
    if konsekvenser.konsultasjon is not None:
        yield "konsultasjon", str(konsekvenser.konsultasjon)


def _utredning(sak: Sak) -> dict[str, str]:
    felter = ("problem", "tiltak", "prinsipielt", "virkninger", "anbefaling", "gjennomfoering")
    return {felt: prosa(svar) for felt in felter if (svar := getattr(sak.utredning, felt, None))}


def _aktoerer(sak: Sak, omtale: Omtale) -> Iterator[ut.Aktoer]:
    for en in sak.aktoerer:
        penger = (avsnitt(en.kostnad), avsnitt(en.gevinst), avsnitt(en.risiko), avsnitt(en.avtale))
        yield ut.Aktoer(omtale.virksomhet(en.hvem).navn, en.rolle, *penger)


def _avhengigheter(tilganger: Tilganger, sak: Sak, omtale: Omtale) -> Iterator[ut.Avhengighet]:
    for en in sak.avhengigheter:
        aapen = en.sak if en.sak and tilganger.aapen(en.sak) else None
        yield ut.Avhengighet(prosa(en.hva), omtale.virksomhet(en.hvem).navn if en.hvem else None, aapen)


def _dokumenter(sak: Sak, omtale: Omtale) -> Iterator[ut.Grunnlagsdokument]:
    for ett in sak.grunnlagsdokumenter:
        fra, til = (ett.periode.fra, ett.periode.til) if ett.periode else (None, None)
        av = omtale.virksomhet(ett.av).navn if ett.av else None
        yield ut.Grunnlagsdokument(linje(ett.dokument), av, fra, til, en_linje(ett.sider), en_linje(ett.kilde))


def _oppfoelging(sak: Sak, omtale: Omtale, dag: date) -> Iterator[ut.Oppfoelging]:
    for en in sak.oppfoelging:
        if en.dato is None or en.dato <= dag:
            brev = en.styringssignal.dokument if en.styringssignal else None
            yield ut.Oppfoelging(
                omtale.virksomhet(en.av).navn,
                en.utfall,
                en.dato,
                en.punkt,
                avsnitt(en.begrunnelse),
                en_linje(brev),
                en_linje(en.kilde),
            )


def vedleggene(
    tilganger: Tilganger, rader: tuple[Vedleggsrad, ...], sti: str | None, foerste: int = 1
) -> tuple[Vedlegg | LukketVedlegg, ...]:
    """The attachments by number from `foerste`; `sti` is the case's file where their files lie in its folder."""
    if not rader:
        return ()
    lukkede = lukkede_filer(rader, tilganger.dag)
    return tuple(
        _vedlegg(tilganger, ett, nr, None if ett.fil in lukkede else sti) for nr, ett in enumerate(rader, foerste)
    )


def filene(data: Dataset, saker: tuple[ut.Sak, ...]) -> Iterator[Fil]:
    """The files of the attachments that go out."""
    for sak in saker:
        for ett in sak.vedlegg if isinstance(sak, ut.AapenSak) else ():
            if isinstance(ett, Vedlegg) and ett.fil:
                yield Fil(sak.id, ett.fil, _ved_siden_av(data.files[sak.id].path, ett.fil))


def _ved_siden_av(sti: str, fil: str) -> str:
    """Where an attachment of the case at `sti` lies."""
    return f"{sti.removesuffix('.md')}/{fil}"


def _vedlegg(tilganger: Tilganger, rad: Vedleggsrad, nr: int, sti: str | None) -> Vedlegg | LukketVedlegg:
    adgang = adgang_til_vedlegg(rad, tilganger.dag)
    if not isinstance(adgang, Aapen):
        return LukketVedlegg(nr, adgang.hjemmel if isinstance(adgang, Unntatt) else None)
    ligger = sti and rad.fil and _ved_siden_av(sti, rad.fil) in tilganger.data.attachments
    return Vedlegg(nr, linje(rad.tittel), rad.fil if ligger else None, adgang.delvis_unntatt)
