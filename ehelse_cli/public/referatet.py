"""The gate for minutes: who was there, and the free account without what was said of closed cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ehelse_cli.core.moete import Deltaker, Fremmoete, Moete
from ehelse_cli.public import moete as ut
from ehelse_cli.public.adgang import Aapen
from ehelse_cli.public.felles import Hvem
from ehelse_cli.public.lenking import Adresse, med_aapne_lenker
from ehelse_cli.public.omtale import Omtale, broedtekst, klokke, linje, personen
from ehelse_cli.public.tilganger import Tilganger
from ehelse_cli.render.navn import nummer_i, person
from ehelse_cli.render.utensaker import uten_saker


def referatet(tilganger: Tilganger, moete: Moete) -> ut.Referat | None:
    """The minutes of a meeting whose minutes are out."""
    if moete.referat is None or moete.referat.publisert is None:
        return None
    data, dag = tilganger.data, tilganger.dag
    forum = data.forum[data.forum_of(moete.id)]
    lukkede = lukkede_saker(tilganger, moete)
    omtale = tilganger.omtale(forum.id, moete.tid.dato, moete.maalform or forum.maalform)
    fremmoete = moete.fremmoete if isinstance(moete.fremmoete, Fremmoete) else None
    godkjent = moete.referat.godkjent
    return ut.Referat(
        publisert=moete.referat.publisert,
        godkjent=godkjent if godkjent and godkjent <= dag else None,
        moeteleder=personen(moete.moeteleder),
        fremmoete=_fremmoete(tilganger, fremmoete, omtale, lukkede) if fremmoete else None,
        tekst=aapen_tekst(tilganger, moete, tilganger.adresse),
    )


def aapen_tekst(tilganger: Tilganger, moete: Moete, adresse: Adresse) -> str:
    """The free account of published minutes, without what it says of closed cases, its links to open files alone."""
    data = tilganger.data
    forum, lukkede = data.forum_of(moete.id), lukkede_saker(tilganger, moete)
    paa_sakslisten = {data.sak_id(forum, punkt.sak) for punkt in moete.saksliste if punkt.sak}

    def er_lukket(id_: str) -> bool:
        """On the agenda, as its line says; a case from elsewhere, unless its paper is out."""
        if id_ in paa_sakslisten:
            return id_ in lukkede
        return (id_ in data.saker and not tilganger.aapen(id_)) or id_ in data.broken

    tekst = uten_saker(data, forum, broedtekst(moete.tekst), er_lukket, lukkede)
    return med_aapne_lenker(tekst, data.files[moete.id].path, adresse)


def lukkede_saker(tilganger: Tilganger, moete: Moete) -> frozenset[str]:
    """The ids of the cases on the agenda whose treatment may not be told."""
    data = tilganger.data
    forum = data.forum_of(moete.id)
    lukkede = (
        data.sak_id(forum, punkt.sak)
        for punkt, adgang in zip(moete.saksliste, tilganger.til_linjer(moete), strict=True)
        if punkt.sak and not isinstance(adgang, Aapen)
    )
    return frozenset(filter(None, lukkede))


def _fremmoete(
    tilganger: Tilganger, fremmoete: Fremmoete, omtale: Omtale, lukkede: frozenset[str]
) -> ut.Fremmoete | None:
    """The attendance; None where nobody who was there may be told of."""

    def rader(deltakere: Iterable[Deltaker]) -> tuple[ut.Deltaker, ...]:
        return tuple(_deltakere(tilganger, deltakere, omtale, lukkede))

    vist = ut.Fremmoete(
        medlemmer=rader(fremmoete.medlemmer),
        observatoerer=rader(fremmoete.observatoerer),
        bisittere=rader(fremmoete.bisittere),
        sekretariat=rader(fremmoete.sekretariat),
        inviterte=rader(fremmoete.inviterte),
        forfall=rader(fremmoete.forfall),
    )
    return vist if vist != ut.Fremmoete() else None


def _deltakere(
    tilganger: Tilganger, deltakere: Iterable[Deltaker], omtale: Omtale, lukkede: frozenset[str]
) -> Iterator[ut.Deltaker]:
    """Those who were there; not those who were there for nothing but closed cases."""
    data = tilganger.data
    for en in deltakere:
        aapne = aapne_av(tilganger, omtale.forum, en.saker, lukkede)
        if en.saker and not aapne:
            continue
        arbeidsgiver = omtale.virksomhet(en.virksomhet).navn if en.virksomhet else None
        yield ut.Deltaker(
            Hvem(person(linje(en.navn)), None, arbeidsgiver),
            personen(en.for_),
            klokke(en.fra),
            klokke(en.til),
            _nummer(tilganger, omtale, en.fom_sak, lukkede),
            _nummer(tilganger, omtale, en.tom_sak, lukkede),
            tuple(nummer_i(data, omtale.forum, sak) for sak in aapne),
            en.digitalt,
        )


def aapne_av(tilganger: Tilganger, forum: str, skrevne: tuple[str, ...], lukkede: frozenset[str]) -> tuple[str, ...]:
    """Those of the written numbers that are of no closed case: where there is one, what nobody can read may be it."""
    lest = ((sak, tilganger.data.sak_id(forum, sak)) for sak in skrevne)
    return tuple(sak for sak, id_ in lest if not lukkede or (id_ is not None and id_ not in lukkede))


def _nummer(tilganger: Tilganger, omtale: Omtale, skrevet: str | None, lukkede: frozenset[str]) -> str | None:
    if skrevet is None or tilganger.data.sak_id(omtale.forum, skrevet) in lukkede:
        return None
    return nummer_i(tilganger.data, omtale.forum, skrevet)
