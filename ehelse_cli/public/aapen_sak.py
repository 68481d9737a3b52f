"""A case as the papers of the site are made of it: the core's kind of value, holding only what passed the gate."""

from __future__ import annotations

from collections.abc import Iterator

from ehelse_cli.core.sak import KonsekvensKommuner, Oppdrag, Sak, Utredning
from ehelse_cli.core.saksgang import ARVES
from ehelse_cli.core.vedlegg import Vedlegg
from ehelse_cli.public import sak as ut
from ehelse_cli.public.felles import LukketVedlegg
from ehelse_cli.public.felles import Vedlegg as AapentVedlegg
from ehelse_cli.public.kalles import publiseres_ikke
from ehelse_cli.public.lenking import med_aapne_lenker
from ehelse_cli.public.modell import bare, delvis, hver, ny, unntatt
from ehelse_cli.public.omtale import broedtekst
from ehelse_cli.public.sakene import med_aapen_arv
from ehelse_cli.public.tilgang import Adressebok
from ehelse_cli.public.tilganger import Tilganger

#: What of a case is a short text, a word, a day or a list of ids: it passes as it is written.
_SOM_SKREVET = (
    "sakstype", "sakseiere", "foreslaatt_av", "utarbeidet_av", "i_samarbeid_med", "arkivsak", "saksnr", "hovedprosess",
    "mandatpunkt", "tverrsektorielt", "samfinansiering", "fase", "maalform", "kilde",
)  # fmt: skip
_KOMMUNER = (
    "pris", "innfoering", "gevinst", "grunnlag", "konsultasjon", "innfoeringstakt", "avslutning", "risiko",
)  # fmt: skip
_UTREDNING = ("problem", "tiltak", "prinsipielt", "virkninger", "anbefaling", "gjennomfoering")


def aapen_sak(tilganger: Tilganger, bok: Adressebok, vist: ut.Sak) -> Sak:
    """The case that `vist` shows: with its paper, or with its number and legal basis alone."""
    if isinstance(vist, ut.UnntattSak):
        return ny(Sak, id=vist.id, saksnr=vist.nummer, skjerming=unntatt(vist.hjemmel))
    return _aapen(tilganger, bok, vist)


def _aapen(tilganger: Tilganger, bok: Adressebok, vist: ut.AapenSak) -> Sak:
    sak = med_aapen_arv(tilganger, tilganger.data.saker[vist.id])
    dag = tilganger.dag
    tekst = med_aapne_lenker(broedtekst(sak.tekst), tilganger.data.files[sak.id].path, bok.full)
    arv = {felt: getattr(sak, felt) for felt in ARVES} | {
        "oppdrag": bare(sak.oppdrag, "av", "dokument", "frist") if isinstance(sak.oppdrag, Oppdrag) else None,
        "konsekvens_kommuner": _kommuner(sak),
    }  # said here, so that nothing is taken over from elsewhere
    return bare(
        sak,
        "id",
        *_SOM_SKREVET,
        **arv,
        tittel=vist.tittel,
        fra_sak=vist.fra_saker,
        i_rollen=sak.i_rollen if vist.rolle else None,
        framlegges_av=hver(sak.framlegges_av, "navn", "virksomhet"),
        datert=bare(sak.datert, "dato", "sted") if sak.datert else None,
        oppdatert=tuple(bare(en, "dato", "endret") for en in sak.oppdatert if en.dato <= dag),
        grunnlagsdokumenter=hver(sak.grunnlagsdokumenter, "dokument", "av", "periode", "sider", "kilde"),
        forslag_til_vedtak=hver(sak.forslag_til_vedtak, "tekst", "forutsetning"),
        spoersmaal=hver(sak.spoersmaal, "tekst", "forutsetning"),
        videre_saksprosess=hver(sak.videre_saksprosess, "hvem", "rolle", "naar"),
        aktoerer=hver(sak.aktoerer, "hvem", "rolle", "kostnad", "gevinst", "risiko", "avtale"),
        avhengigheter=tuple(
            bare(en, "hva", "hvem", sak=en.sak if en.sak and tilganger.aapen(en.sak) else None)
            for en in sak.avhengigheter
        ),
        utredning=bare(sak.utredning, *_UTREDNING) if isinstance(sak.utredning, Utredning) else None,
        implementering=hver(sak.implementering, "hva", "hvem", "frist", "utfoert"),
        vedlegg=tuple(aapne_vedlegg(sak.vedlegg, vist.vedlegg, vist.maalform)),
        historikk=hver(sak.historikk, "dato", "tekst"),
        skjerming=delvis(vist.delvis_unntatt),
        tekst=tekst,
    )


def _kommuner(sak: Sak) -> object:
    sagt = sak.konsekvens_kommuner
    return bare(sagt, *_KOMMUNER) if isinstance(sagt, KonsekvensKommuner) else sagt


def aapne_vedlegg(
    rader: tuple[Vedlegg, ...], vist: tuple[AapentVedlegg | LukketVedlegg, ...], maalform: str
) -> Iterator[Vedlegg]:
    """The attachments as `vist` shows them: of a closed one that it is there, and the legal basis if there is one."""
    for rad, ett in zip(rader, vist, strict=True):
        if isinstance(ett, AapentVedlegg):
            yield bare(rad, "publiseres", tittel=ett.tittel, fil=ett.fil, skjerming=delvis(ett.hjemmel))
        else:
            grunn = unntatt(ett.hjemmel) if ett.hjemmel else None
            yield ny(Vedlegg, tittel=publiseres_ikke(maalform), skjerming=grunn)
