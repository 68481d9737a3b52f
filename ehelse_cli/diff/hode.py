"""The changes between two heads: matched by identity, each difference in exactly one change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ehelse_cli.diff.endring import Endring, Retning, Verditekst
from ehelse_cli.diff.hodetre import LEDD, Leddel, Node, Sti, les_hode, skriv
from ehelse_cli.diff.opphav import Slektskap, rett_inn
from ehelse_cli.diff.ordliste import KILDER, OMRAADER
from ehelse_cli.diff.slag import REVISJONSSLAG, SLAG, Slag
from ehelse_cli.diff.taksonomi import rad_for
from ehelse_cli.diff.tekst import Fortelling
from ehelse_cli.diff.vandring import Par, er_om_revisjonen, gaa

Hode = Mapping[str, Any]
Fast = tuple[Slag, Retning]

_LEDDSLAG: Mapping[Leddel, str] = {"punkt": "punkt-flyttet", "kilde": "kildehenvisning-endret"}
#: From one form of answer to another, where only what was read or written down differs.
_BARE_KILDEN: Mapping[tuple[str, str], str] = {
    ("ukjent", "ikke_regulert"): "kilden-taus",
    ("ikke_regulert", "ukjent"): "kilden-ulest",
    ("fravaer", "ukjent"): "taushet-skrevet",
    ("fravaer", "ikke_regulert"): "taushet-skrevet",
    ("ukjent", "fravaer"): "taushet-utelatt",
    ("ikke_regulert", "fravaer"): "taushet-utelatt",
}


def finn_endringer(gammelt: Hode, nytt: Hode, fra: Fortelling, til: Fortelling) -> tuple[Endring, ...]:
    """Every change of the head: the worst first, then by area, then in the order of the head."""
    innrettet = rett_inn(les_hode(gammelt), les_hode(nytt))
    parene = tuple(gaa(innrettet.gammel, innrettet.ny))
    endringer = [
        *(_slektendring(en, fra, til) for en in innrettet.slektskap),
        *(_endring(par, fra, til) for par in parene if _er_ulike(par)),
        *(endring for del_ in LEDD for endring in _leddendringer(parene, del_, fra, til)),
    ]
    if _i_fortid(gammelt) != _i_fortid(nytt):
        fortid = SLAG["ikrafttredelse-i-fortid" if _i_fortid(nytt) else "ikrafttredelse-ikke-lenger-i-fortid"]
        endringer = [_om_fortid(endring, fortid) for endring in endringer]
    return tuple(sorted(endringer, key=lambda endring: (endring.nivaa.rang, _plass(endring.omraade))))


def _i_fortid(hode: Hode) -> bool:
    """Whether the mandate is in force from a day before the one it was adopted on."""
    vedtatt, fra = hode.get("vedtatt"), hode.get("gjelder_fra")
    dager = [en.get("verdi") if isinstance(en, Mapping) else en
             for en in (vedtatt.get("dato") if isinstance(vedtatt, Mapping) else None, fra)]  # fmt: skip
    return all(isinstance(en, str) and en[:1].isdigit() for en in dager) and str(dager[1]) < str(dager[0])


def _om_fortid(endring: Endring, slag: Slag) -> Endring:
    """The change of the day in force, where it went behind the adoption, or no longer does: that is no formality."""
    if endring.sti != "gjelder_fra":
        return endring
    return replace(
        endring,
        id=slag.id,
        omraade="ikrafttredelse",
        emne="",
        hva=slag.hva,
        retning=slag.retning or Retning.UKJENT,
        nivaa=slag.nivaa,
    )


def ukjent_i_begge(gammelt: Hode, nytt: Hode, ord_: Fortelling) -> tuple[str, ...]:
    """What neither side has read, and so cannot be compared, in words."""
    return tuple(
        ord_.sted(par.sti)
        for par in gaa(les_hode(gammelt), les_hode(nytt))
        if par.fra.form == par.til.form == "ukjent" and not par.om_revisjonen
    )


_PLASSER = {navn.replace("_", "-"): nr for nr, navn in enumerate(OMRAADER)}


def _plass(omraade: str) -> int:
    return _PLASSER.get(omraade, len(_PLASSER))


def _er_ulike(par: Par) -> bool:
    return par.samlet or (par.fra.verdi is not None and par.til.verdi is not None and par.fra.verdi != par.til.verdi)


# --- a rule that changed


def _endring(par: Par, fra: Fortelling, til: Fortelling) -> Endring:
    slag, retning = _slag(par)
    node_fra, node_til = (par.fra, par.til) if par.samlet else (_bare_verdien(par.fra), _bare_verdien(par.til))
    return Endring(
        id=slag.id,
        omraade=_omraade(par.sti),
        sti=skriv(par.sti),
        emne=til.sted(par.sti) if par.om_revisjonen else til.emne(par.sti),
        hva=slag.hva,
        fra=None if par.fra.form == "fravaer" else fra.verditekst(par.sti, node_fra),
        til=None if par.til.form == "fravaer" else til.verditekst(par.sti, node_til),
        norm_fra=_norm(par.fra),
        norm_til=_norm(par.til),
        punkt=_punkt(par),
        retning=retning,
        nivaa=slag.nivaa_for(retning),
        dekker=par.dekker if par.samlet else _dekker_verdien(par),
        punkt_fra=_punkt_fra(par),
    )


def _slektendring(en: Slektskap, fra: Fortelling, til: Fortelling) -> Endring:
    """Entries that belong together: as what they say where they are told together, else as what they are called."""
    slag = SLAG[en.slag]
    lista = en.til[0][:-1]
    if en.gammel.barn:
        tekster = fra.verditekst(lista, en.gammel), til.verditekst(lista, en.ny)
    else:
        tekster = _kalt(en.fra[0], fra), _kalt(en.til[0], til)
    return Endring(
        id=slag.id,
        omraade=_omraade(en.til[0]),
        sti=skriv(en.til[0]),
        emne=til.emne(lista if en.gammel.barn else en.til[0]),
        hva=slag.hva,
        fra=tekster[0],
        til=tekster[1],
        norm_fra=None,
        norm_til=None,
        punkt=_nodens_punkt(en.ny) if en.ny.barn else None,
        retning=slag.retning or Retning.UKJENT,
        nivaa=slag.nivaa,
        dekker=en.dekker,
        punkt_fra=_nodens_punkt(en.gammel) if en.gammel.barn else None,
    )


def _kalt(sti: Sti, ord_: Fortelling) -> Verditekst:
    return Verditekst(skriv(sti), ord_.emne(sti))


def _bare_verdien(node: Node) -> Node:
    """The node without what is below, which has changes of its own."""
    return Node(node.verdi, node.ledd)


def _dekker_verdien(par: Par) -> tuple[str, ...]:
    sted = skriv(par.sti)
    return (sted, f"{sted}#norm") if _begge_regulerer(par) and par.fra.ledd.norm != par.til.ledd.norm else (sted,)


def _omraade(sti: Sti) -> str:
    if not sti:
        return "hele-mandatet"
    return "om-revisjonen" if er_om_revisjonen(sti) else sti[0].replace("_", "-")


def _norm(node: Node) -> str | None:
    return node.ledd.norm if node.form in ("verdi", "tabell") else None


def _punkt(par: Par) -> str | None:
    """The clause in the new mandate; where that says nothing here, in the old."""
    return _nodens_punkt(par.til if par.til.form in ("verdi", "tabell") else par.fra)


def _punkt_fra(par: Par) -> str | None:
    """The clause in the old mandate; where that says nothing here, in the new."""
    return _nodens_punkt(par.fra if par.fra.form in ("verdi", "tabell") else par.til)


def _nodens_punkt(node: Node) -> str | None:
    """The clause it rests on: the one that all below it name, else its own."""
    under = {_nodens_punkt(barn) for barn in node.barn.values()}
    return under.pop() if len(under) == 1 else node.ledd.punkt


# --- which kind it is


def _slag(par: Par) -> Fast:
    if par.om_revisjonen:
        return _fast(SLAG[REVISJONSSLAG[par.sti[0]]])
    if (id_ := _taushet(par)) is not None:
        return _fast(SLAG[id_])
    rad = rad_for(par.sti)
    if "fravaer" in (par.form_fra, par.form_til) and rad.lagt_til:
        return _fast(SLAG[rad.lagt_til if par.form_fra == "fravaer" else rad.fjernet])
    slag, retning = rad.slag_for(par.fra.verdi or (), par.til.verdi or ())
    return slag, retning if slag.retning else _med_norm(retning, par)


def _taushet(par: Par) -> str | None:
    """The kind of a change to or from a silence; None where both sides speak."""
    former = par.form_fra, par.form_til
    if former == ("ukjent", "ukjent"):
        return "taushet-skrevet" if par.fra.form == "fravaer" else "taushet-utelatt"
    if former in _BARE_KILDEN:
        return _BARE_KILDEN[former]
    if "ukjent" in former:
        return "kilde-kjent" if former[0] == "ukjent" else "kilde-ukjent"
    if "ikke_regulert" in former:
        rad = rad_for(par.sti)
        return rad.regulert if former[0] == "ikke_regulert" else rad.avregulert
    return None


def _fast(slag: Slag) -> Fast:
    return slag, slag.retning or Retning.NOEYTRAL


def _med_norm(retning: Retning, par: Par) -> Retning:
    """The way of the value and of its strength together; unknown when they disagree."""
    if not _begge_regulerer(par) or par.fra.ledd.norm == par.til.ledd.norm:
        return retning
    normens = SLAG[f"{par.fra.ledd.norm}-til-{par.til.ledd.norm}"].retning or retning
    veier = {retning, normens} - {Retning.NOEYTRAL}
    return veier.pop() if len(veier) == 1 else Retning.UKJENT if veier else retning


# --- what the rules rest on


def _begge_regulerer(par: Par) -> bool:
    return par.fra.form == par.til.form == "verdi" and not par.om_revisjonen


def _leddendringer(parene: Iterable[Par], del_: Leddel, fra: Fortelling, til: Fortelling) -> Iterator[Endring]:
    """One change for the outermost place below which all that both regulate changed alike.

    The strength of a value that changed too is told with the value.
    """
    felles = [par for par in parene if _begge_regulerer(par) and (del_ != "norm" or par.fra.verdi == par.til.verdi)]
    under: dict[Sti, list[Par]] = {}
    for par in felles:
        for lengde in range(len(par.sti) + 1):
            under.setdefault(par.sti[:lengde], []).append(par)
    alike = {sti for sti, rader in under.items() if len({_ledd(par, del_) for par in rader}) == 1}
    grupper: dict[Sti, list[Par]] = {}
    for par in felles:
        if len(set(_ledd(par, del_))) == 2:
            ytterst = next(par.sti[:lengde] for lengde in range(len(par.sti) + 1) if par.sti[:lengde] in alike)
            grupper.setdefault(ytterst, []).append(par)
    for rader in grupper.values():
        yield _leddendring(rader, del_, fra, til)


def _ledd(par: Par, del_: Leddel) -> tuple[str | None, str | None]:
    return getattr(par.fra.ledd, del_), getattr(par.til.ledd, del_)


def _leddendring(rader: Sequence[Par], del_: Leddel, fra: Fortelling, til: Fortelling) -> Endring:
    sti = _felles_sti([par.sti for par in rader])
    foer, naa = _ledd(rader[0], del_)
    slag = SLAG[f"{foer}-til-{naa}" if del_ == "norm" else _LEDDSLAG[del_]]
    retning = slag.retning or Retning.NOEYTRAL
    if del_ == "norm":
        regel = til.verditekst(sti, _tre(rader, len(sti)))
        tekster: tuple[Verditekst | None, Verditekst | None] = regel, regel
    elif del_ == "punkt":
        tekster = fra.klausul(foer), til.klausul(naa)
    else:
        tekster = _kilde(foer), _kilde(naa)
    return Endring(
        id=slag.id,
        omraade=_omraade(sti),
        sti=skriv(sti),
        emne=til.emne(sti),
        hva=slag.hva,
        fra=tekster[0],
        til=tekster[1],
        norm_fra=foer if del_ == "norm" else None,
        norm_til=naa if del_ == "norm" else None,
        punkt=rader[0].til.ledd.punkt if sti else None,
        retning=retning,
        nivaa=slag.nivaa_for(retning),
        dekker=tuple(f"{skriv(par.sti)}#{del_}" for par in rader),
        punkt_fra=rader[0].fra.ledd.punkt if sti else None,
    )


def _felles_sti(stier: Sequence[Sti]) -> Sti:
    """The way that all have in common."""
    foerste, siste = min(stier), max(stier)
    ulik = (nr for nr, (a, b) in enumerate(zip(foerste, siste, strict=False)) if a != b)
    return foerste[: next(ulik, min(len(foerste), len(siste)))]


def _kilde(kilde: str | None) -> Verditekst | None:
    return None if kilde is None else Verditekst(kilde, KILDER.get(kilde, kilde))


def _tre(rader: Sequence[Par], fra: int) -> Node:
    """The values that the rows say, as they hang together below the place they have in common."""
    egen = next((par.til for par in rader if len(par.sti) == fra), None)
    under: dict[str, list[Par]] = {}
    for par in rader:
        if len(par.sti) > fra:
            under.setdefault(par.sti[fra], []).append(par)
    barn = {noekkel: _tre(barn, fra + 1) for noekkel, barn in under.items()}
    return Node(egen.verdi if egen else None, rader[0].til.ledd, barn)
