"""The gate for meetings: the agenda when it is out, and what the minutes say when they are published."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.moete import Moete, Moetedag, Sakspunkt
from ehelse_cli.core.sak import Sak
from ehelse_cli.public import moete as ut
from ehelse_cli.public.adgang import Aapen, Adgang, Unntatt, moetet_er_kjent
from ehelse_cli.public.felles import Dag, Hvem, LukketVedlegg, Vedlegg
from ehelse_cli.public.omtale import Omtale, avsnitt, en_linje, klokke, linje
from ehelse_cli.public.protokollen import protokollen
from ehelse_cli.public.referatet import referatet
from ehelse_cli.public.sakene import vedleggene
from ehelse_cli.public.tilganger import Tilganger
from ehelse_cli.render.klokke import Klokkeslett, Linje, regn_ut
from ehelse_cli.render.moetefrister import frister_foer
from ehelse_cli.render.navn import moetenummer, nummer_i, saksnummer

#: What a place never holds in public: the way into a digital meeting.
_LENKE = "://"


def moetet(tilganger: Tilganger, moete: Moete) -> ut.Moete | None:
    """The meeting as everybody may see it; None while nobody is to know of it."""
    data, dag = tilganger.data, tilganger.dag
    forum = data.forum.get(data.forum_of(moete.id))
    if forum is None or not moetet_er_kjent(data, moete, dag):
        return None
    avlyst = moete.avlyst if moete.avlyst and moete.avlyst <= dag else None
    frister = _fristene(data, forum, moete)
    return ut.Moete(
        id=moete.id,
        forum=forum.id,
        tid=tuple(map(_dag, moete.tid.dager)),
        skriftlig=moete.er_skriftlig,
        type=moete.type,
        maalform=moete.maalform or forum.maalform,
        nummer=moetenummer(data, moete),
        form=moete.form,
        sted=en_linje(moete.sted) if moete.sted and _LENKE not in moete.sted else None,
        innkalt=moete.innkalt if moete.innkalt and moete.innkalt <= dag else None,
        papirer_ute=moete.papirer_ute if moete.papirer_ute and moete.papirer_ute <= dag else None,
        avlyst=avlyst,
        begrunnelse=avsnitt(moete.begrunnelse) if avlyst else None,
        flyttet=tuple(
            ut.Flytting(tuple(map(_dag, en.opprinnelig.dager)), en.dato, avsnitt(en.begrunnelse))
            for en in moete.flyttet
        ),
        frister=() if avlyst else frister,
        bortfalte_frister=frister if avlyst else (),
        saksliste=tuple(_saksliste(tilganger, moete, forum)) if tilganger.sakslisten_er_ute(moete) else None,
        referat=referatet(tilganger, moete) if tilganger.referatet_er_ute(moete) else None,
    )


def _fristene(data: Dataset, forum: Forum, moete: Moete) -> tuple[ut.Frist, ...]:
    """What is due before the meeting as long as it stands: that it was cancelled may be for later to tell."""
    stod = moete.model_copy(update={"avlyst": None}) if moete.avlyst else moete
    frister = frister_foer(stod, forum, data.mandat_for(forum.id, moete.tid.dato))
    return tuple(ut.Frist(en.hva, en.dato, en.kilde) for en in frister)


def _dag(en: Moetedag) -> Dag:
    return Dag(en.dato, klokke(en.fra), klokke(en.til))


# ── the agenda ───────────────────────────────────────────────────────────────────────────────────────────────────────


class _Rad(Struct, frozen=True):
    """A line on its way out: its number from 1, its case, its clock, and how many attachments the lines before have."""

    nr: int
    punkt: Sakspunkt
    sak: Sak | None
    tid: Klokkeslett
    foer: int


def _saksliste(tilganger: Tilganger, moete: Moete, forum: Forum) -> Iterator[ut.Linje]:
    linjer = zip(moete.saksliste, tilganger.til_linjer(moete), _tider(moete, forum), strict=True)
    foer = 0
    for nr, (punkt, adgang, tid) in enumerate(linjer, 1):
        linje = _linje(tilganger, moete, _Rad(nr, punkt, _saken(tilganger, forum, punkt), tid, foer), adgang)
        if forum.vedleggsnummer == "per_moete" and isinstance(linje, ut.Sakspunkt):
            foer += len(linje.vedlegg)
        yield linje


def _saken(tilganger: Tilganger, forum: Forum, punkt: Sakspunkt) -> Sak | None:
    data = tilganger.data
    id_ = data.sak_id(forum.id, punkt.sak) if punkt.sak else None
    return data.saker.get(id_) if id_ else None


def _linje(tilganger: Tilganger, moete: Moete, rad: _Rad, adgang: Adgang) -> ut.Linje:
    if not rad.punkt.behandles:
        return _uten_sak(rad.punkt, rad.nr, rad.tid)
    nummer = _nummer(tilganger, moete, rad)
    if isinstance(adgang, Unntatt):
        return ut.UnntattPunkt(rad.nr, nummer, adgang.hjemmel)
    if not isinstance(adgang, Aapen):
        return ut.LukketPunkt(rad.nr, nummer)
    return _sakspunkt(tilganger, moete, rad, nummer, adgang.delvis_unntatt)


def _uten_sak(punkt: Sakspunkt, nr: int, tid: Klokkeslett) -> ut.Sakspunkt:
    """A heading, a pause or a new day."""
    minutter = punkt.minutter.sum if punkt.minutter else None
    if punkt.pause:
        fra, til = klokke(tid.fra), klokke(tid.til)
        return ut.Sakspunkt(nr, "pause", linje(punkt.pause), fra=fra, til=til, minutter=minutter)
    return ut.Sakspunkt(nr, "bolk" if punkt.bolk else "dag", linje(punkt.bolk or str(punkt.dag)))


def _sakspunkt(
    tilganger: Tilganger, moete: Moete, rad: _Rad, nummer: str | None, delvis_unntatt: str | None
) -> ut.Sakspunkt:
    data, punkt, sak = tilganger.data, rad.punkt, rad.sak
    forum = data.forum[data.forum_of(moete.id)]
    omtale = tilganger.omtale(forum.id, moete.tid.dato, moete.maalform or forum.maalform)
    fast = forum.faste_saker.get(punkt.fast) if punkt.fast else None
    aapen_sak = sak if sak is not None and tilganger.aapen(sak.id) else None
    return ut.Sakspunkt(
        linje=rad.nr,
        slag="sak",
        tittel=linje((sak.tittel if sak else None) or punkt.tittel or (fast.tittel if fast else None) or ""),
        nummer=nummer,
        sak=aapen_sak.id if aapen_sak else None,
        sakstype=punkt.sakstype or (sak.sakstype if sak else ()) or (fast.sakstype if fast else ()),
        fra=klokke(rad.tid.fra),
        til=klokke(rad.tid.til),
        minutter=_minutter(punkt, fast.minutter if fast else None),
        ettersendt=punkt.ettersendt if punkt.ettersendt and punkt.ettersendt <= tilganger.dag else None,
        delvis_unntatt=delvis_unntatt,
        sakseiere=omtale.virksomheter(punkt.sakseiere or (sak.sakseiere if sak else ())),
        framlegges_av=_framleggere(punkt, sak, omtale),
        vedlegg=tuple(_vedlegg(tilganger, rad, aapen_sak)),
        delpunkter=tuple(
            ut.Delpunkt(
                linje(ett.tittel),
                tuple(map(omtale.navn, ett.framlegges_av)),
                ett.minutter.sum if ett.minutter else None,
            )
            for ett in punkt.underpunkter
        ),
        protokoll=protokollen(tilganger, moete, punkt, sak, omtale) if tilganger.referatet_er_ute(moete) else None,
    )


def _vedlegg(tilganger: Tilganger, rad: _Rad, aapen_sak: Sak | None) -> Iterator[Vedlegg | LukketVedlegg]:
    """The case's attachments where its paper is out, and then the line's own."""
    sakens = aapen_sak.vedlegg if aapen_sak else ()
    if aapen_sak:
        yield from vedleggene(tilganger, sakens, tilganger.data.files[aapen_sak.id].path, rad.foer + 1)
    yield from vedleggene(tilganger, rad.punkt.vedlegg, None, rad.foer + 1 + len(sakens))


def _nummer(tilganger: Tilganger, moete: Moete, rad: _Rad) -> str | None:
    """The number as the council prints it; of a case in the queue there is none."""
    skrevet = rad.punkt.sak
    if skrevet is None:
        return None
    data = tilganger.data
    if rad.sak is not None:
        return saksnummer(data, rad.sak, skrevet)
    forum = data.forum_of(moete.id)
    return nummer_i(data, forum, skrevet) if data.saksnummer(forum, skrevet) else None


def _minutter(punkt: Sakspunkt, vanlig: int | None) -> int | None:
    if punkt.minutter is not None:
        return punkt.minutter.sum
    deler = [ett.minutter.sum for ett in punkt.underpunkter if ett.minutter is not None]
    return sum(deler) if deler and len(deler) == len(punkt.underpunkter) else vanlig


def _framleggere(punkt: Sakspunkt, sak: Sak | None, omtale: Omtale) -> tuple[Hvem, ...]:
    if punkt.framlegges_av:
        return tuple(map(omtale.hvem, punkt.framlegges_av))
    return tuple(omtale.hvem(en.navn, en.virksomhet) for en in sak.framlegges_av) if sak else ()


def _tider(moete: Moete, forum: Forum) -> tuple[Klokkeslett, ...]:
    """When each line begins and ends, day by day."""
    tider: list[Klokkeslett] = []
    for nr, linjer in _delt_i_dager(moete):
        dager = () if moete.tid.skriftlig else moete.tid.dager
        start = dager[nr - 1].fra if 0 < nr <= len(dager) else None
        tider += regn_ut(start, [Linje(_varer(punkt, forum), punkt.kl) for punkt in linjer])
    return tuple(tider)


def _delt_i_dager(moete: Moete) -> list[tuple[int, list[Sakspunkt]]]:
    grupper: list[tuple[int, list[Sakspunkt]]] = [(1, [])]
    for punkt in moete.saksliste:
        if punkt.dag is not None and punkt.dag != grupper[-1][0]:
            grupper.append((punkt.dag, []))
        grupper[-1][1].append(punkt)
    return grupper


def _varer(punkt: Sakspunkt, forum: Forum) -> int | None:
    if not (punkt.behandles or punkt.pause):
        return 0
    fast = forum.faste_saker.get(punkt.fast) if punkt.fast else None
    return _minutter(punkt, fast.minutter if fast else None)
