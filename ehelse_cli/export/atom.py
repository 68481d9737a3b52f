"""Atom feeds (RFC 4287): notice given, papers out, minutes published, mandate adopted, meeting cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape

from msgspec import Struct

from ehelse_cli.core import adresse
from ehelse_cli.export.fil import Fil, Valg, bare, identitet, midnatt, stamme, tittelen
from ehelse_cli.public.forum import Forum
from ehelse_cli.public.kalles import forumnavn, moetenavn, punktnavn, saksnavn
from ehelse_cli.public.moete import Moete, Sakspunkt
from ehelse_cli.public.offentlig import Offentlig

#: A feed tells what is new: nobody reads further back in one.
_NYESTE = 100


class Innslag(Struct, frozen=True):
    """One entry: what it is about, when it came, where it stands."""

    slag: str
    id: str
    dag: date
    tittel: str
    sti: str
    tekst: str
    forum: str


def atom(offentlig: Offentlig, valg: Valg) -> tuple[Fil, ...]:
    """The feed of one council or of all, newest first."""
    innslag = innslagene(bare(offentlig, valg.forum))
    forum = offentlig.forumet(valg.forum) if valg.forum else None
    linjer = (*_hode(offentlig, valg, forum, innslag), *(rad for ett in innslag for rad in _entry(offentlig, ett)))
    return (Fil(f"{stamme(valg)}.atom", ("\n".join((*linjer, "</feed>")) + "\n").encode()),)


def innslagene(offentlig: Offentlig) -> tuple[Innslag, ...]:
    """What is new, newest first; of the same day, in order of what it is about."""
    alle = (*_om_moeter(offentlig), *_om_saker(offentlig), *_om_mandater(offentlig))
    kommet = sorted((ett for ett in alle if ett.dag <= offentlig.dag), key=lambda ett: (-ett.dag.toordinal(), ett.id))
    return tuple(kommet[:_NYESTE])


def _om_moeter(offentlig: Offentlig) -> Iterator[Innslag]:
    for moete in offentlig.moeter:
        navn = f"{moetenavn(moete)} – {forumnavn(offentlig.forumet(moete.forum), moete.forum)}"
        sti = adresse.moete(moete.id)
        if moete.innkalt and moete.saksliste is not None:
            yield Innslag("innkalt", moete.id, moete.innkalt, f"Innkalling: {navn}", sti, _sakene(moete), moete.forum)
        if moete.referat:
            yield Innslag("referat", moete.id, moete.referat.publisert, f"Referat: {navn}", sti, navn, moete.forum)
        if moete.avlyst:
            grunn = moete.begrunnelse or navn
            yield Innslag("avlyst", moete.id, moete.avlyst, f"Avlyst: {navn}", sti, grunn, moete.forum)


def _sakene(moete: Moete) -> str:
    saker = (punkt for punkt in moete.saksliste or () if not isinstance(punkt, Sakspunkt) or punkt.slag == "sak")
    return "\n".join(punktnavn(punkt, moete.maalform) for punkt in saker)


def _om_saker(offentlig: Offentlig) -> Iterator[Innslag]:
    for sak in offentlig.aapne_saker:
        forum = forumnavn(offentlig.forumet(sak.forum), sak.forum)
        tekst = "\n".join((forum, *(ett.tekst for ett in sak.forslag)))
        yield Innslag("sak", sak.id, sak.publisert, saksnavn(sak), adresse.sak(sak.id), tekst, sak.forum)


def _om_mandater(offentlig: Offentlig) -> Iterator[Innslag]:
    for forum in offentlig.forum:
        for ett in forum.mandater:
            dag = ett.vedtatt or (ett.fra if ett.fra_er_kjent else None)
            if dag:
                tittel = f"Mandat for {forum.navn}, gjelder fra {ett.fra.isoformat()}"
                yield Innslag("mandat", ett.id, dag, tittel, adresse.mandat(ett.id), tittel, forum.id)


def _hode(offentlig: Offentlig, valg: Valg, forum: Forum | None, innslag: tuple[Innslag, ...]) -> Iterator[str]:
    samling = offentlig.samling
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_i_anfoersel(samling.maalform)}>'
    yield f"  <id>urn:uuid:{identitet('feed', valg.forum or 'alle')}</id>"
    yield f"  <title>{_tekst(tittelen(offentlig, valg.forum))}</title>"
    yield f"  <updated>{midnatt(innslag[0].dag if innslag else offentlig.dag)}</updated>"
    yield f"  <author><name>{_tekst(samling.navn)}</name></author>"
    if egen := adresse.full(samling.nettadresse, adresse.feed(valg.forum)):
        yield f'  <link rel="self" type="application/atom+xml" href={_i_anfoersel(egen)}/>'
    if siden := adresse.full(samling.nettadresse, adresse.forum(forum.id) if forum else ""):
        yield f'  <link rel="alternate" type="text/html" href={_i_anfoersel(siden)}/>'


def _entry(offentlig: Offentlig, ett: Innslag) -> Iterator[str]:
    yield "  <entry>"
    yield f"    <id>urn:uuid:{identitet(ett.slag, ett.id)}</id>"
    yield f"    <title>{_tekst(ett.tittel)}</title>"
    yield f"    <updated>{midnatt(ett.dag)}</updated>"
    yield f"    <published>{midnatt(ett.dag)}</published>"
    if url := adresse.full(offentlig.samling.nettadresse, ett.sti):
        yield f'    <link rel="alternate" type="text/html" href={_i_anfoersel(url)}/>'
    yield f"    <category term={_i_anfoersel(ett.slag)}/>"
    yield f'    <content type="text">{_tekst(ett.tekst)}</content>'
    yield "  </entry>"


def _tekst(tekst: str) -> str:
    """The text between tags. (The standard library's own for XML brings all of its HTTP with it.)"""
    return escape(tekst, quote=False)


def _i_anfoersel(tekst: str) -> str:
    return f'"{escape(tekst)}"'
