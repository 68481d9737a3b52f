"""A meeting as the papers of the site are made of it: the core's kind of value, holding only what passed the gate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.moete import Deltaker, Fremmoete, Moete, Referat, Sakspunkt, Tilfoersel
from ehelse_cli.public import moete as ut
from ehelse_cli.public.aapen_sak import aapne_vedlegg
from ehelse_cli.public.kalles import ikke_ennaa, ordene
from ehelse_cli.public.kalles import unntatt as unntatt_ord
from ehelse_cli.public.modell import bare, delvis, hver, ny, unntatt
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.public.referatet import aapen_tekst, aapne_av, lukkede_saker
from ehelse_cli.public.tilgang import Adressebok
from ehelse_cli.public.tilganger import Tilganger
from ehelse_cli.render.moetefrister import REKKEFOELGE

#: What the minutes say of a line, where it is a word, a day or a short text.
_PROTOKOLL = ("utfall", "resultat", "votering", "rettelser", "moeteleder", "oppsummering", "begrunnelse")
_FRISTER = frozenset({*REKKEFOELGE, "kommentarer"})
#: The source that a reservation may have: then the mandate's own words stand for it.
_MANDATET = "mandatet"


def aapent_moete(tilganger: Tilganger, bok: Adressebok, o: Offentlig, vist: ut.Moete) -> Moete:
    """The meeting that `vist` shows."""
    moete = tilganger.data.moeter[vist.id]
    return bare(
        moete,
        "id", "tid", "type", "form", "maalform",
        sted=vist.sted,
        innkalt=vist.innkalt,
        papirer_ute=vist.papirer_ute,
        avlyst=vist.avlyst,
        begrunnelse=vist.begrunnelse,
        flyttet=hver(moete.flyttet, "opprinnelig", "dato", "begrunnelse"),
        frist_avvik=hver(tuple(rad for rad in moete.frist_avvik if rad.frist in _FRISTER), "frist", "dato"),
        saksliste=tuple(_linje(tilganger, o, vist, moete, linje) for linje in vist.saksliste or ()),
        **_referatet(tilganger, bok, moete, vist.referat),
    )  # fmt: skip


# ── the agenda ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _linje(tilganger: Tilganger, o: Offentlig, vist: ut.Moete, moete: Moete, linje: ut.Linje) -> Sakspunkt:
    punkt = moete.saksliste[linje.linje - 1]
    if isinstance(linje, ut.UnntattPunkt):
        kalt = _kalt(tilganger, o, moete, linje, unntatt_ord(linje.hjemmel, vist.maalform))
        return ny(Sakspunkt, **kalt, skjerming=unntatt(linje.hjemmel))
    if isinstance(linje, ut.LukketPunkt):
        return ny(Sakspunkt, **_kalt(tilganger, o, moete, linje, ikke_ennaa(vist.maalform)))
    if linje.slag != "sak":
        return bare(punkt, "bolk", "pause", "dag", "minutter", kl=linje.fra)
    return _sakspunkt(tilganger, o, vist, moete, linje)


def _kalt(tilganger: Tilganger, o: Offentlig, moete: Moete, linje: ut.Linje, tittel: str) -> dict[str, Any]:
    """Number and title of a line whose paper is not there. The number of another council's case is no number here."""
    data, punkt = tilganger.data, moete.saksliste[linje.linje - 1]
    forum = data.forum_of(moete.id)
    sak, her = (data.sak_id(forum, nummer) if nummer else None for nummer in (punkt.sak, linje.nummer))
    if sak is not None and o.saken(sak) is not None:
        return {"tittel": tittel, "sak": sak}
    if her in (None, sak):
        return {"tittel": tittel, "sak": linje.nummer}
    maalform = moete.maalform or data.forum[forum].maalform
    return {"tittel": f"{ordene(maalform).sak} {linje.nummer}: {tittel}"}


def _sakspunkt(tilganger: Tilganger, o: Offentlig, vist: ut.Moete, moete: Moete, linje: ut.Sakspunkt) -> Sakspunkt:
    """An open line. What it has from a case whose paper is not out, it must say itself: the case is not there."""
    punkt = moete.saksliste[linje.linje - 1]
    egne: dict[str, Any] = {
        "tittel": punkt.tittel,
        "sak": punkt.sak,
        "sakstype": punkt.sakstype,
        "sakseiere": punkt.sakseiere,
    }
    if linje.sak is None:
        eiere = tuple(en.id for en in linje.sakseiere if en.id)
        egne = {"sakstype": linje.sakstype, "sakseiere": eiere, **_kalt(tilganger, o, moete, linje, linje.tittel)}
    sakens = len(linje.vedlegg) - len(punkt.vedlegg)  # the case's attachments come first
    egne["framlegges_av"] = punkt.framlegges_av or tuple(en.navn for en in linje.framlegges_av if linje.sak is None)
    return bare(
        punkt,
        "fast",
        "minutter",
        kl=linje.fra,
        gjelder=_gjelder(tilganger, o, punkt),
        vedlegg=tuple(aapne_vedlegg(punkt.vedlegg, linje.vedlegg[sakens:], vist.maalform)),
        ettersendt=linje.ettersendt,
        skjerming=delvis(linje.delvis_unntatt),
        underpunkter=hver(punkt.underpunkter, "tittel", "framlegges_av", "minutter"),
        **egne,
        **(_protokoll(tilganger, o, punkt) if vist.referat else {}),
    )


def _gjelder(tilganger: Tilganger, o: Offentlig, punkt: Sakspunkt) -> str | None:
    """The meeting whose minutes are treated: a day, or a meeting that people may know of."""
    er_moete = punkt.gjelder in tilganger.data.moeter
    return punkt.gjelder if punkt.gjelder and (not er_moete or o.moetet(punkt.gjelder)) else None


def _protokoll(tilganger: Tilganger, o: Offentlig, punkt: Sakspunkt) -> dict[str, Any]:
    """What published minutes say of the line."""
    return {felt: getattr(punkt, felt) for felt in _PROTOKOLL if felt in punkt.model_fields_set} | {
        "vedtak": hver(punkt.vedtak, "tekst", "forutsetning"),
        "tilfoersel": tuple(map(_tilfoersel, punkt.tilfoersel)),
        "innspill": tuple(
            bare(
                en, "av", "tekst", haandtering=en.haandtering and bare(en.haandtering, "utfall", "dato", "begrunnelse")
            )
            for en in punkt.innspill
        ),
        "tiltak": hver(punkt.tiltak, "hva", "hvem", "frist", "utfoert"),
        "habilitet": hver(punkt.habilitet, "navn", "utfall", "fratraadte"),
        "videre_til": _videre_til(tilganger, o, punkt.videre_til),
    }


def _tilfoersel(en: Tilfoersel) -> Tilfoersel:
    return bare(en, "slag", "av", "punkt", "tekst", kilde=_MANDATET if en.kilde == _MANDATET else None)


def _videre_til(tilganger: Tilganger, o: Offentlig, id_: str | None) -> str | None:
    """A meeting that people may know of, an organisation or a council; else the council whose meeting it is."""
    data = tilganger.data
    if id_ is None:
        return None
    if id_ in data.moeter:
        return id_ if o.moetet(id_) else data.forum_of(id_)
    return id_ if id_ in data.virksomheter or id_ in data.forum else None


# ── the minutes ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _referatet(tilganger: Tilganger, bok: Adressebok, moete: Moete, vist: ut.Referat | None) -> dict[str, Any]:
    """Of minutes that are not published, nothing; not even that there is a draft."""
    if vist is None or moete.referat is None:
        return {}
    sendt = moete.referat.utkast_sendt
    return {
        "referat": ny(
            Referat,
            publisert=vist.publisert,
            godkjent=vist.godkjent,
            utkast_sendt=sendt if sendt and sendt <= tilganger.dag else None,
        ),
        "moeteleder": moete.moeteleder,
        "fremmoete": _fremmoete(tilganger, moete),
        "tekst": aapen_tekst(tilganger, moete, bok.full),
    }


def _fremmoete(tilganger: Tilganger, moete: Moete) -> Fremmoete | Taushet | None:
    if not isinstance(moete.fremmoete, Fremmoete):
        return moete.fremmoete
    lukkede = lukkede_saker(tilganger, moete)
    return ny(
        Fremmoete,
        **{bolk: tuple(_deltakere(tilganger, moete, getattr(moete.fremmoete, bolk), lukkede)) for bolk in _BOLKER},
    )


_BOLKER = ("medlemmer", "observatoerer", "bisittere", "sekretariat", "inviterte", "forfall")


def _deltakere(
    tilganger: Tilganger, moete: Moete, rader: tuple[Deltaker, ...], lukkede: frozenset[str]
) -> Iterator[Deltaker]:
    """Those who were there; not those who were there for nothing but closed cases."""
    forum = tilganger.data.forum_of(moete.id)
    for en in rader:
        aapne = aapne_av(tilganger, forum, en.saker, lukkede)
        if en.saker and not aapne:
            continue
        fom = aapne_av(tilganger, forum, (en.fom_sak,) if en.fom_sak else (), lukkede)
        tom = aapne_av(tilganger, forum, (en.tom_sak,) if en.tom_sak else (), lukkede)
        grenser = {"fom_sak": next(iter(fom), None), "tom_sak": next(iter(tom), None), "saker": aapne}
        yield bare(en, "navn", "virksomhet", "for_", "fra", "til", "digitalt", **grenser)
