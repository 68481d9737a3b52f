"""The quorum: one function that everybody asks, for one case or for the opening of the meeting.

Where the mandate or the minutes leave something open, every reading is tried. All agree: ja or nei. Otherwise the
answer is «ukjent» when the attendance decides, «ikke regulert» when only the reading of the mandate does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.fremmoete import AAPNINGEN, Fremmoetebok, Sete, Tilstand, bok
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import Mandat, grupper_i, stedfortreder_for
from ehelse_cli.core.mandat.arbeid import Beslutningsdyktighet
from ehelse_cli.core.mandat.regel import Krav
from ehelse_cli.core.mandat.sammensetning import Sammensetning
from ehelse_cli.core.matching import kan_dekkes
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.register import Register, medlemmer_er_kjent, register
from ehelse_cli.core.verdict import Answer, Verdict

STI = "beslutningsdyktighet"


@dataclass(frozen=True, slots=True)
class Lesning:
    """One way to read what is left open. `hoeyt`: every uncertain person was there."""

    hoeyt: bool
    med_stedfortredere: bool
    hver_sak: bool
    av_medlemmer: bool
    arver_verv: bool
    seter: int


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who counts, and what they count as."""

    navn: str
    gruppe: str | None
    side: str | None
    virksomhet: str | None
    roller: frozenset[str]
    egenskaper: frozenset[str]
    er_stedfortreder: bool


@dataclass(frozen=True, slots=True)
class Utregning:
    """One requirement under one reading: how many it takes, how many there are."""

    krav: int
    navn: str
    kreves: int
    grunnlag: str
    personer: tuple[Person, ...]

    @property
    def oppfylt(self) -> bool:
        """Whether enough are there, seen alone."""
        return len(self.personer) >= self.kreves


def beslutningsdyktighet(data: Dataset, moete: Moete, indeks: int = AAPNINGEN) -> Verdict:
    """Whether the council could decide at the line of the agenda (default: when the meeting opened)."""
    forum = data.forum[data.forum_of(moete.id)]
    dag = moete.tid.dato
    reg = register(data, forum, dag)
    if reg is None:
        return Verdict(
            Answer.UKJENT, (f"ingen kjente mandater gjaldt {datotekst(dag)}",), ("mandat",), (), "intet mandat"
        )
    regel = reg.mandat.beslutningsdyktighet
    if not isinstance(regel, Beslutningsdyktighet):
        return _uten_regel(regel)
    if not isinstance(regel.krav, tuple):
        return _uten_regel(regel.krav)
    if not medlemmer_er_kjent(forum, dag):
        kjent = forum.medlemmer_kjent_fra
        grunn = f"medlemmene er kjent fra {datotekst(kjent)}" if kjent else "medlemmene er ikke ført"
        return Verdict(Answer.UKJENT, (grunn,), ("medlemmer_kjent_fra",), (STI,), "medlemmene den dagen er ikke kjent")
    fremmoete = bok(data, moete, reg)
    if fremmoete is None:
        return Verdict(Answer.UKJENT, ("fremmøtet er ikke ført",), ("fremmoete",), (STI,), "fremmøtet er ikke ført")
    return _avgjoer(regel, regel.krav, fremmoete, indeks)


def _uten_regel(verdi: object) -> Verdict:
    if verdi is Taushet.IKKE_REGULERT:
        return Verdict(
            Answer.IKKE_REGULERT,
            ("mandatet sier ikke når rådet er beslutningsdyktig",),
            (STI,),
            (STI,),
            "ikke regulert i mandatet",
        )
    return Verdict(
        Answer.UKJENT, ("det er ikke kjent hva mandatet sier",), (STI,), (STI,), "mandatets regel er ikke kjent"
    )


# --- readings

#: What each part of a reading is called when the verdict hangs on it.
_HENGER_PAA = {
    "med_stedfortredere": "teller",
    "hver_sak": "proeves",
    "av_medlemmer": "av",
    "arver_verv": "arver_verv",
    "seter": "seter",
}


def _avgjoer(regel: Beslutningsdyktighet, krav: Sequence[Krav], bok_: Fremmoetebok, indeks: int) -> Verdict:
    """Try every reading, and see what the answer hangs on."""
    muligheter, ukjente = _muligheter(regel, krav, bok_, indeks)
    if not muligheter["seter"]:
        return Verdict(Answer.UKJENT, ("antall seter er ikke kjent",), ("seter",), (STI,), "antall seter er ikke kjent")
    svar = {lesning: _oppfylt(krav, bok_, indeks, lesning) for lesning in _lesninger(muligheter)}
    forste = next(iter(svar))
    if len(set(svar.values())) == 1:
        return _sikkert(krav, bok_, indeks, forste, svar[forste])
    avgjoer = tuple(_avgjoerende(svar))
    if "hoeyt" in avgjoer:
        return _ukjent(krav, bok_, indeks, forste)
    henger = tuple(_HENGER_PAA[felt] for felt in avgjoer)
    answer = Answer.UKJENT if ukjente & set(henger) else Answer.IKKE_REGULERT
    ordet = "ikke kjent" if answer is Answer.UKJENT else "ikke regulert"
    linjer = _regnestykke(krav, bok_, indeks, forste)
    return Verdict(
        answer,
        (*linjer, f"svaret avhenger av «{'», «'.join(henger)}», som er {ordet}"),
        henger,
        (STI,),
        f"avhenger av {' og '.join(henger)}",
    )


def _lesninger(muligheter: Mapping[str, Sequence[Any]]) -> Iterator[Lesning]:
    return (Lesning(**dict(zip(muligheter, valg, strict=True))) for valg in product(*muligheter.values()))


def _muligheter(
    regel: Beslutningsdyktighet, krav: Sequence[Krav], bok_: Fremmoetebok, indeks: int
) -> tuple[dict[str, tuple[Any, ...]], set[str]]:
    """The readings left open, per question, and the questions where the mandate's word is unknown to us."""
    mandat = bok_.register.mandat
    vervregler = {
        stedfortreder_for(mandat, rad.gruppe) for rad in bok_.register.medlemmer if rad.medlem.rolle != "medlem"
    }
    arver = {regel_.arver_verv if regel_ else None for regel_ in vervregler} or {None}
    av = {krav_.av for krav_ in krav if isinstance(krav_.antall, Mengde) and krav_.antall.relativ}
    spurt = {
        "teller": {regel.teller},
        "proeves": {regel.proeves},
        "av": av,
        "arver_verv": arver,
        "seter": {mandat.sammensetning.seter if isinstance(mandat.sammensetning, Sammensetning) else None},
    }
    muligheter = {
        "hoeyt": (False, True) if _uvisse(bok_, indeks) else (False,),
        "med_stedfortredere": _valg(regel.teller, _teller_stedfortredere),
        "hver_sak": _valg(regel.proeves, lambda proeves: proeves == "hver_sak"),
        "av_medlemmer": tuple(
            {valg for verdi in av or {"seter"} for valg in _valg(verdi, lambda av_: av_ == "medlemmer")}
        ),
        "arver_verv": tuple({valg for verdi in arver for valg in _valg(verdi, bool)}),
        "seter": _antall_seter(mandat),
    }
    ukjente = {navn for navn, verdier in spurt.items() if Taushet.UKJENT in verdier}
    return muligheter, ukjente


def _teller_stedfortredere(teller: tuple[str, ...]) -> bool:
    return "stedfortreder" in teller


def _valg(verdi: Any, les: Any) -> tuple[bool, ...]:
    """What a key may mean: what it says, or both where it is silent, unknown or absent."""
    return (False, True) if verdi is None or isinstance(verdi, Taushet) else (bool(les(verdi)),)


def _antall_seter(mandat: Mandat) -> tuple[int, ...]:
    """The number of seats; both ends where the mandate gives a range; none where it gives no number."""
    seter = mandat.sammensetning.seter if isinstance(mandat.sammensetning, Sammensetning) else None
    if not isinstance(seter, Mengde) or seter.relativ:
        return ()
    ytre = seter.stoerste()
    return tuple(dict.fromkeys((seter.minste(), ytre))) if ytre is not None else ()


def _uvisse(bok_: Fremmoetebok, indeks: int) -> tuple[Sete, ...]:
    steder = {indeks, AAPNINGEN}
    return tuple(sete for sted in sorted(steder) for sete in bok_.seter(sted) if sete.er_uvisst)


def _avgjoerende(svar: Mapping[Lesning, bool]) -> Iterator[str]:
    """The questions where changing that one answer alone changes the verdict."""
    for felt in ("hoeyt", *_HENGER_PAA):
        par = ((lesning, replace(lesning, **{felt: getattr(annen, felt)})) for lesning in svar for annen in svar)
        if any(ene in svar and andre in svar and svar[ene] != svar[andre] for ene, andre in par):
            yield felt


# --- one reading


def _oppfylt(krav: Sequence[Krav], bok_: Fremmoetebok, indeks: int, lesning: Lesning) -> bool:
    """Whether all requirements hold, where those that need other persons than each other do so together."""
    utregninger = tuple(_utregninger(krav, bok_, indeks, lesning))
    if not all(utregning.oppfylt for utregning in utregninger):
        return False
    return all(
        kan_dekkes([(rad.kreves, frozenset(person.navn for person in rad.personer)) for rad in klynge])
        for klynge in _klynger(krav, utregninger)
    )


def _klynger(krav: Sequence[Krav], utregninger: Sequence[Utregning]) -> Iterator[list[Utregning]]:
    """The requirements that `annen_enn` ties together: no person counts for two of them."""
    for krav_ in krav:
        if krav_.annen_enn:
            ider = {krav_.id, *krav_.annen_enn}
            yield [rad for rad in utregninger if krav[rad.krav].id in ider]


def _utregninger(krav: Sequence[Krav], bok_: Fremmoetebok, indeks: int, lesning: Lesning) -> Iterator[Utregning]:
    sted = indeks if lesning.hver_sak else AAPNINGEN
    personer = tuple(_til_stede(bok_, sted, lesning))
    for nr, krav_ in enumerate(krav):
        mulige = tuple(person for person in personer if _kan_telle(person, krav_, lesning))
        base, grunnlag = _base(krav_, bok_.register, lesning)
        kreves = krav_.antall.krever(base) if isinstance(krav_.antall, Mengde) else base
        for verdi, av_disse in _per_verdi(krav_, mulige):
            yield Utregning(nr, verdi or krav_.id, kreves, f"{krav_.antall} av {grunnlag}", av_disse)


def _per_verdi(krav: Krav, personer: Sequence[Person]) -> Iterator[tuple[str, tuple[Person, ...]]]:
    """Once for the requirement, or once for each value it must hold for (`av_hver`)."""
    if not krav.av_hver:
        yield "", tuple(personer)
    for verdi in krav.av_hver:
        yield verdi, tuple(person for person in personer if verdi in _verdier(person, krav.egenskap))


def _kan_telle(person: Person, krav: Krav, lesning: Lesning) -> bool:
    """Whether the person is among those the requirement looks at, and has the property it asks for."""
    if krav.blant and not _er_blant(person, frozenset(krav.blant), lesning):
        return False
    if krav.egenskap is None or krav.av_hver:
        return True
    verdier = _verdier(person, krav.egenskap)
    return bool(verdier & set(krav.er)) if krav.er else bool(verdier)


def _er_blant(person: Person, blant: frozenset[str], lesning: Lesning) -> bool:
    roller = person.roller if lesning.arver_verv or not person.er_stedfortreder else frozenset({"stedfortreder"})
    return bool(blant & roller) or person.gruppe in blant


def _verdier(person: Person, egenskap: str | None) -> frozenset[str]:
    """What the person is in that respect; a word of the member file is its own value."""
    innebygd = {"virksomhet": person.virksomhet, "gruppe": person.gruppe, "side": person.side}
    if egenskap in innebygd:
        verdi = innebygd[egenskap]
        return frozenset({verdi}) if verdi else frozenset()
    return frozenset({egenskap}) & person.egenskaper if egenskap else frozenset()


def _base(krav: Krav, reg: Register, lesning: Lesning) -> tuple[int, str]:
    """What a fraction is a fraction of: all seats or those that sit, in the groups the requirement looks at."""
    grupper = {gruppe.id: gruppe for gruppe in grupper_i(reg.mandat)} if krav.blant else {}
    valgte = [grupper[id_] for id_ in krav.blant if id_ in grupper]
    if lesning.av_medlemmer:
        sitter = [rad for rad in reg.medlemmer if not valgte or rad.gruppe in {gruppe.id for gruppe in valgte}]
        return len(sitter), f"{len(sitter)} medlemmer"
    seter = sum(gruppe.antall.minste() for gruppe in valgte if isinstance(gruppe.antall, Mengde)) or lesning.seter
    return seter, f"{seter} seter"


def _til_stede(bok_: Fremmoetebok, sted: int, lesning: Lesning) -> Iterator[Person]:
    """Those who count at that point of the meeting, one a seat: never a member and a substitute both."""
    der = {Tilstand.TIL_STEDE, Tilstand.UVISST} if lesning.hoeyt else {Tilstand.TIL_STEDE}
    for sete in bok_.seter(sted):
        if sete.medlem in der:
            yield _som_person(bok_, sete, sete.medlemskap.medlem.navn, er_stedfortreder=False)
        elif sete.stedfortreder in der and lesning.med_stedfortredere and not bok_.forbudt(sete.medlemskap):
            yield _som_person(bok_, sete, sete.vara or "", er_stedfortreder=True)


def _som_person(bok_: Fremmoetebok, sete: Sete, navn: str, *, er_stedfortreder: bool) -> Person:
    medlem = sete.medlemskap.medlem
    gruppe = sete.medlemskap.gruppe
    side = next((rad.side for rad in grupper_i(bok_.register.mandat) if rad.id == gruppe), None)
    egne = medlem.egenskaper
    if er_stedfortreder:
        egne = next((rad.egenskaper for rad in bok_.register.stedfortredere if rad.navn == navn), ())
    roller = {medlem.rolle, "stedfortreder" if er_stedfortreder else "medlem"}
    return Person(navn, gruppe, side, medlem.virksomhet, frozenset(roller), frozenset(egne), er_stedfortreder)


# --- the answer in words


def _sikkert(krav: Sequence[Krav], bok_: Fremmoetebok, indeks: int, lesning: Lesning, oppfylt: bool) -> Verdict:
    utregninger = tuple(_utregninger(krav, bok_, indeks, lesning))
    brutt = next((rad for rad in utregninger if not rad.oppfylt), None)
    sti: tuple[str | int, ...] = (STI, "krav", (brutt or utregninger[0]).krav) if utregninger else (STI,)
    linjer = _regnestykke(krav, bok_, indeks, lesning)
    if oppfylt:
        return Verdict(Answer.JA, linjer, (), sti, "beslutningsdyktig")
    return Verdict(Answer.NEI, linjer, (), sti, _hva_mangler(krav, brutt))


def _hva_mangler(krav: Sequence[Krav], brutt: Utregning | None) -> str:
    if brutt is None:
        return "de som kreves, må være forskjellige personer, og da er det for få"
    av = "" if len(krav) == 1 and brutt.navn == krav[0].id else f" ({brutt.navn})"
    return f"{brutt.kreves} kreves, {len(brutt.personer)} til stede{av}"


def _ukjent(krav: Sequence[Krav], bok_: Fremmoetebok, indeks: int, lesning: Lesning) -> Verdict:
    navn = tuple(dict.fromkeys(sete.medlemskap.medlem.navn for sete in _uvisse(bok_, indeks)))
    linjer = _regnestykke(krav, bok_, indeks, lesning)
    return Verdict(
        Answer.UKJENT,
        (*linjer, f"det er uvisst om {_oppramsing(navn)} var der"),
        navn,
        (STI,),
        f"avhenger av om {_oppramsing(navn)} var der",
    )


def _regnestykke(krav: Sequence[Krav], bok_: Fremmoetebok, indeks: int, lesning: Lesning) -> tuple[str, ...]:
    """The sum in words, under the strictest reading of the attendance."""
    linjer = []
    for rad in _utregninger(krav, bok_, indeks, lesning):
        navn = "" if rad.navn == krav[rad.krav].id and len(krav) == 1 else f"{rad.navn}: "
        linjer.append(f"{navn}{rad.grunnlag} → {rad.kreves} kreves; til stede {_hvem(rad.personer)}")
    return tuple(linjer)


def _hvem(personer: Sequence[Person]) -> str:
    varaer = sum(person.er_stedfortreder for person in personer)
    medlemmer = len(personer) - varaer
    tekst = f"{medlemmer} {'medlem' if medlemmer == 1 else 'medlemmer'}"
    return tekst if not varaer else f"{tekst} + {varaer} {'stedfortreder' if varaer == 1 else 'stedfortredere'}"


def _oppramsing(navn: Sequence[str]) -> str:
    if len(navn) <= 1:
        return "".join(navn)
    return ", ".join(navn[:-1]) + " og " + navn[-1]
