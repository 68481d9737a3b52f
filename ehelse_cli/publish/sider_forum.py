"""The pages of a council: what it is, its mandates and what changed in them, who sits in it, who came."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ehelse_cli.core import adresse
from ehelse_cli.diff.prosa import sammenlign
from ehelse_cli.public.forum import Forum, Mandat
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.publish.maalform import paa
from ehelse_cli.publish.page import Page, Site
from ehelse_cli.publish.ramme import NIVAAER, er_i_modellen, modellen, side, vei_til_forum
from ehelse_cli.publish.sammensetninger import har_oppmoete, periodebildet, sammensetninger
from ehelse_cli.publish.sammensetninger import oppmoete as oppmoeteaarene


def forumliste(site: Site) -> Iterator[Page]:
    """The councils, those that were, and the bodies beside them."""
    alle = site.offentlig.forum
    yield side(
        site,
        "forumliste",
        "forum/",
        "Råd og utvalg",
        modellen=modellen(site.offentlig),
        nivaaer=NIVAAER,
        tidligere=[ett for ett in alle if er_i_modellen(ett) and ett.avviklet],
        ved_siden=[ett for ett in alle if not er_i_modellen(ett)],
    )


def forum(site: Site) -> Iterator[Page]:
    """Each council: mandate, members, meetings, cases."""
    o = site.offentlig
    for ett in site.mine(o.forum):
        yield side(
            site,
            "forum",
            adresse.forum(ett.id),
            ett.navn,
            vei_til_forum(o, ett.id)[:1],
            forum=ett,
            mandat=ett.mandat_per(o.dag) or (ett.mandater[-1] if ett.mandater else None),
            kommende=[moete for moete in o.moeter_i(ett.id) if moete.siste_dag >= o.dag],
            holdte=[moete for moete in reversed(o.moeter_i(ett.id)) if moete.siste_dag < o.dag],
            har_oppmoete=har_oppmoete(o.moeter_i(ett.id)),
        )


def medlemmer(site: Site) -> Iterator[Page]:
    """Who sat in each council on any day."""
    o = site.offentlig
    for ett in site.mine(o.forum):
        if perioder := sammensetninger(ett, o.dag):
            tittel, vei = f"Medlemmer i {ett.navn}", vei_til_forum(o, ett.id)
            sti, bilde = adresse.medlemmer(ett.id), periodebildet(ett, o.dag)
            yield side(site, "medlemmer", sti, tittel, vei, forum=ett, perioder=perioder, bilde=bilde)


def oppmoete(site: Site) -> Iterator[Page]:
    """Who came to each council's meetings."""
    o = site.offentlig
    for ett in site.mine(o.forum):
        if aarene := oppmoeteaarene(ett, o.moeter_i(ett.id)):
            tittel, vei = f"Oppmøte i {ett.navn}", vei_til_forum(o, ett.id)
            yield side(site, "oppmoete", adresse.oppmoete(ett.id), tittel, vei, forum=ett, aarene=aarene)


def mandater(site: Site) -> Iterator[Page]:
    """Each adopted mandate, and what changed from each revision to each later one."""
    o = site.offentlig
    for ett in site.mine(o.forum):
        alle = _med_forgjengeren(o, ett)
        for mandat in ett.mandater:
            eldre = [en for en in alle if en.fra < mandat.fra]
            yield side(
                site,
                "mandat",
                adresse.mandat(mandat.id),
                f"Mandat for {ett.navn}",
                vei_til_forum(o, ett.id),
                maalform=mandat.maalform,
                forum=ett,
                mandat=mandat,
                eldre=eldre,
                gjelder=ett.mandat_per(o.dag) is mandat,
            )
        yield from (_endringen(site, ett, fra, til) for fra, til in combinations(alle, 2) if til.forum == ett.id)


def _med_forgjengeren(o: Offentlig, forum: Forum) -> tuple[Mandat, ...]:
    """The council's mandates after those of the one whose place it took."""
    forrige = o.forumet(forum.erstatter.id) if forum.erstatter and forum.erstatter.id else None
    return (*(forrige.mandater if forrige else ()), *forum.mandater)


def _endringen(site: Site, forum: Forum, fra: Mandat, til: Mandat) -> Page:
    vei = (
        *vei_til_forum(site.offentlig, forum.id),
        (f"Mandatet fra {til.fra.year}", adresse.mandat(til.id)),
    )
    forrige = site.offentlig.forumet(fra.forum)
    return side(
        site,
        "mandatendring",
        adresse.mandatendring(fra.id, til.id),
        paa(til.maalform)("Hva som er endret i mandatet for {}", forum.navn),
        vei,
        maalform=til.maalform,
        forum=forum,
        fra=fra,
        til=til,
        fra_forum=forrige if fra.forum != forum.id else None,
        seksjoner=sammenlign(fra.tekst, til.tekst),
    )
