"""Which change of the head says the same as which change of the words, and what is left that no rule explains.

A change of the head claims the sentences that say it: they stand in its clause and differ in its numbers, its strength
or its names. A sentence that carries a rule (`ordlyd.vekter`) which no change claims is for a person to read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ehelse_cli.core.ankre import Blokk
from ehelse_cli.diff.endring import Endring, Prosasted
from ehelse_cli.diff.ordliste import NOEKLER, omraadetittel
from ehelse_cli.diff.ordlyd import Vekt, bare_i, stammer, vekter
from ehelse_cli.diff.prosa import Blokkdiff, Seksjonsdiff
from ehelse_cli.diff.setninger import Setning, setninger
from ehelse_cli.diff.slag import OM_KILDEN, UTEN_EKKO

#: Areas whose rules are said with words that the values do not have.
_OMRAADEORD: Mapping[str, str] = {
    "frister": "senest innen",
    "faste-oppgaver": "senest innen",
    "funksjonstid": "perioder perioden sitter oppnevnes",
    "sammensetning": "oppnevner",
    "beslutningsdyktighet": "til stede besatt",
}
#: Rules that give somebody a right, or room.
_RETTIGHETER = (
    "ekstra",
    "meldes_av",
    "kan_",
    "digitalt",
    "flere_perioder",
    "dissens",
    "rett",
    "habilitet",
    "funksjonstid",
)
#: Values that deny something: what they say may be said with any denial.
_NEKTENDE = frozenset({"nei", "ingen", "forbudt", "lukkede", "unntas", "ikke_regulert", "uten"})


@dataclass(frozen=True, slots=True)
class Avsnitt:
    """A block that differs: its sentences that do, and the clause it stands in on each side."""

    blokk: Blokkdiff
    setninger: tuple[Setning, ...]
    under_fra: frozenset[str] | None
    under_til: frozenset[str] | None
    """The anchors of the headings it stands under, and its own; None on a side that lacks it."""
    overskrift: bool

    @property
    def sted(self) -> Prosasted:
        """Its places in the old and the new prose."""
        return self.blokk.nr_fra, self.blokk.nr_til


@dataclass(frozen=True, slots=True)
class Uforklart:
    """What is left of a block when the changes of the head have claimed theirs."""

    avsnitt: Avsnitt
    setninger: tuple[Setning, ...]
    borte: tuple[Vekt, ...]
    kom: tuple[Vekt, ...]


def avsnitt_som_er_endret(
    a: Sequence[Blokk], b: Sequence[Blokk], seksjoner: Iterable[Seksjonsdiff]
) -> tuple[Avsnitt, ...]:
    """Every block of the redline that is not as it was."""
    fra, til = _punktene(a), _punktene(b)
    return tuple(
        Avsnitt(
            blokk,
            setninger(blokk),
            None if blokk.nr_fra is None else fra[blokk.nr_fra],
            None if blokk.nr_til is None else til[blokk.nr_til],
            _er_overskrift(a, b, blokk),
        )
        for seksjon in seksjoner
        for blokk in seksjon.endret
    )


def _er_overskrift(a: Sequence[Blokk], b: Sequence[Blokk], blokk: Blokkdiff) -> bool:
    kilde = b[blokk.nr_til] if blokk.nr_til is not None else a[blokk.nr_fra or 0]
    return kilde.slag == "overskrift"


def _punktene(rader: Sequence[Blokk]) -> list[frozenset[str]]:
    """The clauses that each block is part of: its own anchor, and those of the headings above it."""
    ut: list[frozenset[str]] = []
    over: list[tuple[int, str]] = []
    for rad in rader:
        if rad.slag == "overskrift":
            over = [(nivaa, anker) for nivaa, anker in over if nivaa < rad.nivaa] + [(rad.nivaa, rad.anker or "")]
        ut.append(frozenset(filter(None, (rad.anker, *(anker for _, anker in over)))))
    return ut


@dataclass(frozen=True, slots=True)
class _Krever:
    """What one change of the head can explain, on each side."""

    endring: Endring
    fra: frozenset[Vekt]
    til: frozenset[Vekt]
    stammer_fra: frozenset[str]
    stammer_til: frozenset[str]
    emne: frozenset[str]
    nekter: bool


def fordel(
    endringer: Sequence[Endring], avsnittene: Sequence[Avsnitt], navn: Callable[[str], str]
) -> tuple[tuple[Endring, ...], tuple[Uforklart, ...]]:
    """The changes with what they claim of the prose, and what no change claims.

    `navn` gives the whole names of whom an id is of; the id itself where nobody knows.
    """
    krever = [_krever(endring, navn) for endring in endringer]
    funnet = _finn_treff(krever, avsnittene)
    ekko: list[list[Prosasted]] = [[] for _ in endringer]
    rest = []
    for avsnitt, treff in zip(avsnittene, funnet, strict=True):
        tatt, uforklart = _ett_avsnitt(avsnitt, treff, krever)
        for nr in tatt:
            ekko[nr].append(avsnitt.sted)
        if uforklart is not None:
            rest.append(uforklart)
    med_ekko = (replace(endring, ekko=tuple(steder)) for endring, steder in zip(endringer, ekko, strict=True))
    return tuple(med_ekko), tuple(_uten_det_som_bare_byttet_plass(rest, _flyttede_punkter(endringer)))


@dataclass(frozen=True, slots=True)
class _Treff:
    """A sentence, what differs in it, and the changes that say the same."""

    setning: Setning
    forskjell: _Forskjell
    krever: tuple[int, ...]


def _finn_treff(krever: Sequence[_Krever], avsnittene: Sequence[Avsnitt]) -> list[list[_Treff]]:
    """For each block its sentences with the changes that claim them.

    Numbers alone may be of something else: where a change is told by name in one sentence, it claims no other by them.
    """
    indeks = _indeks(krever)
    alle = []
    for avsnitt in avsnittene:
        forskjeller = [(setning, _forskjell(setning)) for setning in avsnitt.setninger]
        alle.append([(setning, en, _claimere(en, avsnitt, krever, indeks)) for setning, en in forskjeller])
    ved_navn = {nr for rader in alle for *_, sikre in rader for nr, sikker in sikre.items() if sikker}
    return [
        [_Treff(setning, en, tuple(nr for nr, sikker in sikre.items() if sikker or nr not in ved_navn))
         for setning, en, sikre in rader]
        for rader in alle
    ]  # fmt: skip


#: A side and a word or a weight → the changes that say it there.
_Indeks = Mapping[tuple[str, object], Sequence[int]]


def _indeks(krever: Sequence[_Krever]) -> _Indeks:
    ut: dict[tuple[str, object], list[int]] = {}
    for nr, ett in enumerate(krever):
        if ett.endring.id in _UTEN_ORD or ett.endring.omraade == "om-revisjonen":
            continue
        sier = {"tall", "styrke"} if ett.endring.norm_fra != ett.endring.norm_til else {"tall"}
        for side, ordene, vektene in (("fra", ett.stammer_fra, ett.fra), ("til", ett.stammer_til, ett.til)):
            for ord_ in (*ordene, *(vekt for vekt in vektene if vekt.slag in sier)):
                ut.setdefault((side, ord_), []).append(nr)
    return ut


def _claimere(forskjell: _Forskjell, avsnitt: Avsnitt, krever: Sequence[_Krever], indeks: _Indeks) -> dict[int, bool]:
    """The changes that say the same as the sentence, and whether by more than numbers."""
    noekler: list[tuple[str, object]] = [("fra", en) for en in (*forskjell.ord_borte, *forskjell.borte)]
    noekler += [("til", en) for en in (*forskjell.ord_kom, *forskjell.kom)]
    mulige = sorted({nr for noekkel in noekler for nr in indeks.get(noekkel, ())})
    return {
        nr: sikker
        for nr in mulige
        if _i_punktet(krever[nr].endring, avsnitt) and (sikker := _taler_om(krever[nr], forskjell)) is not None
    }


def _ett_avsnitt(
    avsnitt: Avsnitt, treff: Sequence[_Treff], krever: Sequence[_Krever]
) -> tuple[set[int], Uforklart | None]:
    """Which changes claim something of the block, and what is left of it."""
    tatt = set(_flyttinger(krever, avsnitt))
    if tatt and (avsnitt.overskrift or not avsnitt.setninger):
        return tatt, None
    tatt |= {nr for en in treff for nr in en.krever}
    deler = [(en, *_igjen(en, krever)) for en in treff]
    igjen = [(en, borte, kom) for en, borte, kom in deler if borte or kom or not en.krever]
    if deler and not igjen:
        return tatt, None
    borte = tuple(vekt for _, borte, _ in igjen for vekt in borte)
    kom = tuple(vekt for *_, kom in igjen for vekt in kom)
    return tatt, Uforklart(avsnitt, tuple(en.setning for en, *_ in igjen), borte, kom)


def _igjen(treff: _Treff, krever: Sequence[_Krever]) -> tuple[tuple[Vekt, ...], tuple[Vekt, ...]]:
    """What none of the changes that claim the sentence explains."""
    de = [krever[nr] for nr in treff.krever]
    borte = tuple(v for v in treff.forskjell.borte if not any(_forklarer(v, ett.fra, ett) for ett in de))
    return borte, tuple(v for v in treff.forskjell.kom if not any(_forklarer(v, ett.til, ett) for ett in de))


def _flyttede_punkter(endringer: Iterable[Endring]) -> Mapping[str, str]:
    """Old clause → the new one that its rules now rest on."""
    flyttet = ((en.fra, en.til) for en in endringer if en.id == "punkt-flyttet")
    return {fra.raa: til.raa for fra, til in flyttet if fra is not None and til is not None}


def _uten_det_som_bare_byttet_plass(rest: Sequence[Uforklart], flyttet: Mapping[str, str]) -> Iterator[Uforklart]:
    """A number or a reference that one block lost and another in the same clause got is no change of the rule.

    A clause is the same where its rules say that they have moved to another.
    """
    bakover = {til: fra for fra, til in flyttet.items()}
    borte = Counter((v, sted) for en in rest for v in en.borte for sted in _steder(en.avsnitt.under_fra, flyttet))
    kom = Counter((v, sted) for en in rest for v in en.kom for sted in _steder(en.avsnitt.under_til, bakover))
    byttet = frozenset((borte & kom).elements())
    for en in rest:
        fra, til = _steder(en.avsnitt.under_fra, flyttet), _steder(en.avsnitt.under_til, bakover)
        yield replace(
            en,
            borte=tuple(v for v in en.borte if v.slag not in _TALL or not any((v, sted) in byttet for sted in fra)),
            kom=tuple(v for v in en.kom if v.slag not in _TALL or not any((v, sted) in byttet for sted in til)),
        )


_TALL = ("tall", "henvisning")


def _steder(under: frozenset[str] | None, flyttet: Mapping[str, str]) -> frozenset[str]:
    """The clauses that the block is part of, and those they have moved to."""
    egne = under or frozenset({""})
    return egne | {flyttet[punkt] for punkt in egne if punkt in flyttet}


@dataclass(frozen=True, slots=True)
class _Forskjell:
    """What a sentence lost and got: words that carry a rule, and words that tell what it is about."""

    borte: tuple[Vekt, ...]
    kom: tuple[Vekt, ...]
    ord_borte: frozenset[str]
    ord_kom: frozenset[str]
    alle_ord: frozenset[str]

    def har(self, slag: str, ett: _Krever) -> bool:
        """Whether the change says one of the weights of this kind, on its side."""
        return any(v in ett.fra for v in self.borte if v.slag == slag) or any(
            v in ett.til for v in self.kom if v.slag == slag
        )


def _forskjell(setning: Setning) -> _Forskjell:
    return _Forskjell(
        bare_i(setning.gammel, setning.ny),
        bare_i(setning.ny, setning.gammel),
        stammer(setning.borte),
        stammer(setning.kom),
        stammer(setning.gammel) | stammer(setning.ny),
    )


def _taler_om(ett: _Krever, forskjell: _Forskjell) -> bool | None:
    """Whether the sentence says what the change says: by name or topic, by numbers alone (False), or not (None)."""
    if forskjell.ord_borte & ett.stammer_fra or forskjell.ord_kom & ett.stammer_til:
        return True
    om_det_samme = bool(forskjell.alle_ord & (ett.emne | ett.stammer_fra | ett.stammer_til))
    if forskjell.har("tall", ett):
        return om_det_samme
    ny_styrke = ett.endring.norm_fra != ett.endring.norm_til and forskjell.har("styrke", ett)
    return True if ny_styrke and om_det_samme else None


def _forklarer(vekt: Vekt, siden: frozenset[Vekt], ett: _Krever) -> bool:
    return vekt in siden or (vekt.slag == "nektelse" and ett.nekter)


def _krever(endring: Endring, navn: Callable[[str], str]) -> _Krever:
    emne = f"{omraadetittel(endring.omraade)} {endring.emne} {_noekkelord(endring.sti)}"
    fra, til = _side(endring, navn, gammel=True), _side(endring, navn, gammel=False)
    vekt_fra = frozenset((*vekter(fra), *_norm(endring, endring.norm_fra)))
    vekt_til = frozenset((*vekter(til), *_norm(endring, endring.norm_til)))
    ord_fra, ord_til = stammer(fra), stammer(til)
    bare_ny, bare_gammel = endring.fra is None, endring.til is None
    emneord = stammer(emne)
    return _Krever(
        endring,
        vekt_fra,
        vekt_til,
        (ord_fra - ord_til) | (emneord if bare_gammel or _fra_taushet(endring.til) else frozenset()),
        (ord_til - ord_fra) | (emneord if bare_ny or _fra_taushet(endring.fra) else frozenset()),
        emneord,
        any(verdi is not None and _NEKTENDE & set(_ider(verdi.raa)) for verdi in (endring.fra, endring.til)),
    )


def _fra_taushet(verdi: object) -> bool:
    return getattr(verdi, "raa", "") in ("ikke_regulert", "ukjent")


def _noekkelord(sti: str) -> str:
    return " ".join(NOEKLER.get(del_, del_) for del_ in sti.replace("[", ".").replace("]", "").split("."))


def _norm(endring: Endring, norm: str | None) -> tuple[Vekt, ...]:
    """The strengths the rule may be said with: «skal normalt» is one, and a right is told with «kan»."""
    rett = any(ord_ in endring.sti for ord_ in _RETTIGHETER)
    styrker = (*filter(None, (norm,)), *("skal",) * (norm == "normalt"), *("kan",) * rett)
    return tuple(Vekt("styrke", styrke, styrke) for styrke in styrker)


def _side(endring: Endring, navn: Callable[[str], str], *, gammel: bool) -> str:
    """What the side says, with the whole names of those it names, and the words its area is told with."""
    verdi = endring.fra if gammel else endring.til
    if verdi is None or _fra_taushet(verdi):
        return ""
    hele = (navn(ord_) for ord_ in _ider(f"{verdi.raa} {endring.sti.rpartition('[')[2]}"))
    return " ".join([verdi.norsk, *hele, _OMRAADEORD.get(endring.omraade, "")])


def _ider(raa: str) -> Iterator[str]:
    for tegn in ",;={}[]:.":
        raa = raa.replace(tegn, " ")
    yield from dict.fromkeys(raa.split())


def _i_punktet(endring: Endring, avsnitt: Avsnitt) -> bool:
    """Whether the block stands in the clause that the change rests on; one without a clause may be said anywhere."""
    sider = ((endring.punkt_fra, avsnitt.under_fra), (endring.punkt, avsnitt.under_til))
    if any(under is not None and _er_under(punkt, under) for punkt, under in sider):
        return True
    return endring.punkt is None and endring.punkt_fra is None


#: Nobody says in words what is known of the source, or where a rule stands.
_UTEN_ORD = UTEN_EKKO | (OM_KILDEN - {"kilde-kjent", "kilde-ukjent"})


def _er_under(punkt: str | None, under: frozenset[str]) -> bool:
    """Whether the clause is one of these, or a list item below one of them."""
    if punkt is None:
        return False
    return punkt in under or any(_LISTEPUNKT.fullmatch(punkt.removeprefix(anker)) for anker in under)


_LISTEPUNKT = re.compile(r"(?:-[0-9]+)+")


def _flyttinger(krever: Sequence[_Krever], avsnitt: Avsnitt) -> Iterator[int]:
    """The rules that say of themselves that they have moved where the block has, or that the heading is theirs."""
    if avsnitt.blokk.slag != "flyttet" and not (avsnitt.overskrift and avsnitt.blokk.slag in ("ny", "borte")):
        return
    for nr, ett in enumerate(krever):
        fra, til = ett.endring.fra, ett.endring.til
        if ett.endring.id != "punkt-flyttet" or fra is None or til is None:
            continue
        hit = avsnitt.under_til is None or _er_under(til.raa, avsnitt.under_til)
        if hit and (avsnitt.under_fra is None or _er_under(fra.raa, avsnitt.under_fra)):
            yield nr
