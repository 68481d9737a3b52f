"""The gate for what the minutes say of one line of an agenda."""

from __future__ import annotations

from collections.abc import Iterator

from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.moete import Moete, Sakspunkt, Stemmetall
from ehelse_cli.core.sak import Sak
from ehelse_cli.public import moete as ut
from ehelse_cli.public.adgang import moetet_er_kjent
from ehelse_cli.public.felles import Punkt
from ehelse_cli.public.omtale import Omtale, avsnitt, linje, oppgave, personen, prosa, punkt
from ehelse_cli.public.tilganger import Tilganger
from ehelse_cli.render import tid
from ehelse_cli.render.navn import person


def protokollen(
    tilganger: Tilganger, moete: Moete, rad: Sakspunkt, sak: Sak | None, omtale: Omtale
) -> ut.Protokoll | None:
    """What came of the line; None where nothing is written."""
    protokoll = ut.Protokoll(
        utfall=rad.utfall,
        resultat=rad.resultat,
        vedtak=tuple(_vedtak(tilganger, moete, rad, sak)),
        votering=_votering(rad),
        tilfoersel=tuple(_tilfoersler(rad, omtale)),
        innspill=tuple(_innspill(rad, omtale)),
        tiltak=tuple(
            oppgave(ett.hva, omtale.navn(ett.hvem) if ett.hvem else None, ett.frist, ett.utfoert) for ett in rad.tiltak
        ),
        habilitet=tuple(_habilitet(rad)),
        moeteleder=personen(rad.moeteleder),
        oppsummering=avsnitt(rad.oppsummering),
        begrunnelse=avsnitt(rad.begrunnelse),
        videre_til=_videre_til(tilganger, rad, omtale),
    )
    return protokoll if protokoll != ut.Protokoll() else None


def _vedtak(tilganger: Tilganger, moete: Moete, rad: Sakspunkt, sak: Sak | None) -> Iterator[Punkt]:
    """The points as decided. What was decided «as proposed» is the paper's proposal, if the paper is out."""
    if rad.vedtak != "som_foreslaatt":
        yield from (punkt(ett.tekst, ett.forutsetning) for ett in rad.vedtak)
    elif sak is not None:
        if tilganger.aapen(sak.id):
            yield from (punkt(ett.tekst, ett.forutsetning) for ett in sak.forslag_til_vedtak)
    else:
        forum = tilganger.data.forum[tilganger.data.forum_of(moete.id)]
        fast = forum.faste_saker.get(rad.fast) if rad.fast else None
        if fast is not None and fast.vedtak:
            yield punkt(fast.vedtak, None)


def _votering(rad: Sakspunkt) -> ut.Votering | None:
    tall = rad.votering
    if isinstance(tall, Stemmetall):
        return ut.Votering("talt", tall.for_, tall.mot, tall.blankt, tall.leders_dobbeltstemme)
    return ut.Votering(tall) if tall else None


def _tilfoersler(rad: Sakspunkt, omtale: Omtale) -> Iterator[ut.Tilfoersel]:
    for en in rad.tilfoersel:
        yield ut.Tilfoersel(en.slag, tuple(map(omtale.navn, en.av)), en.punkt, avsnitt(en.tekst))


def _innspill(rad: Sakspunkt, omtale: Omtale) -> Iterator[ut.Innspill]:
    for ett in rad.innspill:
        av = () if isinstance(ett.av, Taushet) else tuple(map(omtale.navn, ett.av))
        svar = ett.haandtering
        yield ut.Innspill(
            av,
            prosa(ett.tekst),
            svar.utfall if svar else None,
            svar.dato if svar else None,
            avsnitt(svar.begrunnelse) if svar else None,
        )


def _habilitet(rad: Sakspunkt) -> Iterator[ut.Habilitet]:
    if not isinstance(rad.habilitet, Taushet):
        for en in rad.habilitet:
            yield ut.Habilitet(person(linje(en.navn)), en.utfall, en.fratraadte)


def _videre_til(tilganger: Tilganger, rad: Sakspunkt, omtale: Omtale) -> str | None:
    """Where it was sent: by name; a meeting by its council, and its day once that is public."""
    if rad.videre_til is None:
        return None
    data = tilganger.data
    moete = data.moeter.get(rad.videre_til)
    if moete is None:
        kjent = rad.videre_til in data.virksomheter or rad.videre_til in data.forum
        return omtale.virksomhet(rad.videre_til).navn if kjent else None
    forum = omtale.virksomhet(data.forum_of(moete.id)).navn
    kjent = moetet_er_kjent(data, moete, tilganger.dag)
    return f"{forum}, {tid.dag(moete.tid.dato, omtale.maalform)}" if kjent else forum
