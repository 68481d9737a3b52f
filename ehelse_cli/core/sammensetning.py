"""The composition: is the council put together as its mandate says, on a day? One part for each thing it says."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.forum import Forum, Stedfortreder
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import grupper_i, krav_i, verv_i
from ehelse_cli.core.mandat.regel import Hvem, Krav
from ehelse_cli.core.mandat.sammensetning import Gruppe, Sammensetning, Verv
from ehelse_cli.core.memo import remembered
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.register import LEDERSETET, Medlemskap, Register, medlemmer_er_kjent, register
from ehelse_cli.core.verdict import Answer, Verdict, joint

Slag = Literal["antall", "virksomhet", "leder", "krav", "stedfortrederkrav", "oppnevner", "to_seter", "uten_gruppe"]

STI = "sammensetning"


@dataclass(frozen=True, slots=True)
class Del:
    """One thing the mandate says of the composition: the answer, and the member rows it is about.

    `avvik` is how many are missing (negative) or too many (positive). `id` is the group, the requirement or the person.
    """

    slag: Slag
    id: str
    verdict: Verdict
    rader: tuple[int, ...] = ()
    avvik: int = 0


@dataclass(frozen=True, slots=True)
class Vurdering:
    """All parts, and what they come to. `register` is None where nothing could be judged."""

    verdict: Verdict
    deler: tuple[Del, ...] = ()
    register: Register | None = None


@remembered
def sammensetning(data: Dataset, forum: Forum, dag: date) -> Vurdering:
    """Judge the composition on the day against the revision in force. Only what the mandate demands (`skal`) decides."""
    reg = register(data, forum, dag)
    if reg is None:
        return _ikke_vurdert(Answer.UKJENT, f"ingen kjente mandater gjaldt {datotekst(dag)}")
    regel = reg.mandat.sammensetning
    if not isinstance(regel, Sammensetning):
        silent = regel is Taushet.IKKE_REGULERT
        return _ikke_vurdert(
            Answer.IKKE_REGULERT if silent else Answer.UKJENT,
            "mandatet sier ikke hvem som er med" if silent else "det er ikke kjent hva mandatet sier",
        )
    if not medlemmer_er_kjent(forum, dag):
        return _ikke_vurdert(Answer.UKJENT, "medlemmene den dagen er ikke kjent")
    deler = tuple(_deler(data, reg, regel))
    bindende = tuple(del_.verdict.answer for del_ in deler if reg.mandat.ledd(*del_.verdict.clause).norm == "skal")
    answer = joint(bindende) if bindende else Answer.IKKE_REGULERT
    brudd = tuple(del_.verdict.summary for del_ in deler if del_.verdict.answer is Answer.NEI)
    return Vurdering(
        Verdict(answer, brudd, (), (STI,), "; ".join(brudd) or "satt sammen som mandatet sier"), deler, reg
    )


def _ikke_vurdert(answer: Answer, grunn: str) -> Vurdering:
    return Vurdering(Verdict(answer, (grunn,), (), (STI,), grunn))


def _deler(data: Dataset, reg: Register, regel: Sammensetning) -> Iterator[Del]:
    for nr, gruppe in enumerate(grupper_i(reg.mandat)):
        yield from _gruppe(data, reg, gruppe, (STI, "grupper", nr))
    yield from _lederen(data, reg)
    for nr, krav in enumerate(krav_i(reg.mandat)):
        yield _krav(krav, reg.medlemmer, (STI, "krav", nr), krav.id)
    yield from _seter_i_alt(reg, regel)
    yield from _uten_gruppe(reg)
    yield from _to_seter(reg)


# --- a group


def _gruppe(data: Dataset, reg: Register, gruppe: Gruppe, sti: tuple[str | int, ...]) -> Iterator[Del]:
    rader = reg.i_gruppe(gruppe.id)
    if gruppe.antall is not None:
        yield _antall(gruppe.antall, rader, gruppe.id, (*sti, "antall"))
    if gruppe.virksomheter:
        yield from _fra_rett_virksomhet(data, gruppe.virksomheter, rader, gruppe.id, (*sti, "virksomheter"))
    for nr, krav in enumerate(gruppe.krav if isinstance(gruppe.krav, tuple) else ()):
        yield _krav(krav, rader, (*sti, "krav", nr), gruppe.id)
        yield from _for_stedfortrederne(krav, reg, rader, gruppe.id, (*sti, "krav", nr))
    yield from _oppnevnere(reg, gruppe, rader, sti)


def _antall(antall: Mengde | Taushet, rader: Sequence[Medlemskap], id_: str, sti: tuple[str | int, ...]) -> Del:
    numre = tuple(rad.nr for rad in rader)
    if isinstance(antall, Taushet):
        return Del("antall", id_, _taus(antall, f"{id_}: antallet", sti), numre)
    har, minst, hoeyst = len(rader), antall.minste(), antall.stoerste()
    regnestykke = f"{id_}: {antall.norsk()} skal være med, {har} er med"
    if har < minst:
        mangler = minst - har
        tekst = f"{id_}: {mangler} {'sete' if mangler == 1 else 'seter'} ledig"
        return Del("antall", id_, Verdict(Answer.NEI, (regnestykke,), (), sti, tekst), numre, -mangler)
    if hoeyst is not None and har > hoeyst:
        return Del(
            "antall",
            id_,
            Verdict(Answer.NEI, (regnestykke,), (), sti, f"{id_}: {har - hoeyst} for mange"),
            numre,
            har - hoeyst,
        )
    return Del("antall", id_, Verdict(Answer.JA, (regnestykke,), (), sti, f"{id_}: {har}"), numre)


def _fra_rett_virksomhet(
    data: Dataset, virksomheter: Iterable[str], rader: Sequence[Medlemskap], id_: str, sti: tuple[str | int, ...]
) -> Iterator[Del]:
    lov = frozenset().union(*(data.medlemmer_av_sett(virksomhet) for virksomhet in virksomheter))
    for rad in rader:
        virksomhet = rad.medlem.virksomhet
        if virksomhet is not None and virksomhet not in lov:
            tekst = f"{rad.medlem.navn} kommer fra {virksomhet}, men setet tilhører {', '.join(virksomheter)}"
            yield Del("virksomhet", id_, Verdict(Answer.NEI, (), (), sti, tekst), (rad.nr,))


def _oppnevnere(
    reg: Register, gruppe: Gruppe, rader: Sequence[Medlemskap], sti: tuple[str | int, ...]
) -> Iterator[Del]:
    """Who appointed each member, against the group's appointer or else the whole body's."""
    egen = gruppe.oppnevnes_av
    felles = reg.mandat.sammensetning.oppnevnes_av if isinstance(reg.mandat.sammensetning, Sammensetning) else None
    regel = egen if egen is not None else felles
    if not isinstance(regel, Hvem):
        return
    for rad in rader:
        clause = (*sti, "oppnevnes_av") if egen is not None else (STI, "oppnevnes_av")
        yield Del("oppnevner", gruppe.id, _oppnevner(reg, rad, regel, clause), (rad.nr,))


def _oppnevner(reg: Register, rad: Medlemskap, regel: Hvem, sti: tuple[str | int, ...]) -> Verdict:
    av = rad.medlem.oppnevnt.av if rad.medlem.oppnevnt else None
    lov = {{"egen_virksomhet": rad.medlem.virksomhet, "raadet": reg.forum.id}.get(id_, id_) for id_ in regel.ider}
    if av is None:
        return Verdict(Answer.UKJENT, (), ("oppnevnt",), sti, f"det står ikke hvem som har oppnevnt {rad.medlem.navn}")
    if av not in lov:
        skulle = " eller ".join(sorted(filter(None, lov)))
        return Verdict(Answer.NEI, (), (), sti, f"{rad.medlem.navn} er oppnevnt av {av}, ikke av {skulle}")
    return Verdict(Answer.JA, (), (), sti, f"{rad.medlem.navn} er oppnevnt av {av}")


# --- the leader


def _lederen(data: Dataset, reg: Register) -> Iterator[Del]:
    verv = verv_i(reg.mandat)
    if verv is None or verv.sete == "uten":
        return
    ledere = tuple(rad for rad in reg.medlemmer if rad.medlem.rolle == "leder")
    sti = (STI, "leder")
    if len(ledere) != 1:
        tekst = "rådet har ingen leder" if not ledere else "rådet har mer enn én leder"
        yield Del("leder", LEDERSETET, Verdict(Answer.NEI, (), (), sti, tekst), tuple(rad.nr for rad in ledere))
    for rad in ledere:
        yield Del("leder", LEDERSETET, _kan_lede(data, reg, verv, rad, sti), (rad.nr,))


def _kan_lede(data: Dataset, reg: Register, verv: Verv, rad: Medlemskap, sti: tuple[str | int, ...]) -> Verdict:
    lov = frozenset().union(*(data.medlemmer_av_sett(id_) for id_ in verv.virksomheter))
    medlem = rad.medlem
    if lov and medlem.virksomhet not in lov:
        tekst = f"{medlem.navn} leder og kommer fra {medlem.virksomhet or 'ukjent virksomhet'}, ikke {', '.join(verv.virksomheter)}"
        return Verdict(Answer.NEI, (), (), (*sti, "virksomheter"), tekst)
    if verv.grupper and rad.gruppe not in verv.grupper:
        tekst = f"{medlem.navn} leder og sitter for {rad.gruppe}, ikke for {' eller '.join(verv.grupper)}"
        return Verdict(Answer.NEI, (), (), (*sti, "grupper"), tekst)
    side = next((gruppe.side for gruppe in grupper_i(reg.mandat) if gruppe.id == rad.gruppe), None)
    if verv.side and side != verv.side:
        return Verdict(
            Answer.NEI, (), (), (*sti, "side"), f"{medlem.navn} leder, men kommer ikke fra siden {verv.side}"
        )
    return Verdict(Answer.JA, (), (), sti, f"{medlem.navn} leder")


# --- requirements to the persons


def _krav(krav: Krav, rader: Sequence[Medlemskap], sti: tuple[str | int, ...], id_: str) -> Del:
    """One requirement among these members; what depends on a moment or on words is never guessed."""
    numre = tuple(rad.nr for rad in rader)
    if krav.naar or krav.fordeling or krav.egenskap is None or krav.blant:
        return Del(
            "krav", id_, Verdict(Answer.UKJENT, (), ("naar",), sti, f"{krav.id}: må vurderes av et menneske"), numre
        )
    if isinstance(krav.antall, Taushet):
        return Del("krav", id_, _taus(krav.antall, krav.id, sti), numre)
    verdier = [(rad, _verdi(rad, krav.egenskap)) for rad in rader]
    if krav.egenskap in ("kjoenn", "foedt") and any(verdi is None for _, verdi in verdier):
        return Del(
            "krav", id_, Verdict(Answer.UKJENT, (), (krav.egenskap,), sti, f"{krav.egenskap} er ikke ført"), numre
        )
    for ord_ in krav.av_hver or (None,):
        har = tuple(rad for rad, verdi in verdier if _oppfyller(krav, verdi, ord_))
        if not (krav.antall or Mengde.parse("alle")).holder(len(har), len(rader)):
            mangler = tuple(rad.nr for rad in rader if rad not in har)
            return Del(
                "krav",
                id_,
                Verdict(
                    Answer.NEI,
                    (_regnestykke(krav, ord_, len(har), len(rader)),),
                    (),
                    sti,
                    _hva_mangler(krav, ord_, rader, har),
                ),
                mangler,
            )
    return Del("krav", id_, Verdict(Answer.JA, (), (), sti, f"{krav.id}: oppfylt"), numre)


def _verdi(rad: Medlemskap, egenskap: str) -> frozenset[str] | None:
    medlem = rad.medlem
    innebygd = {"virksomhet": medlem.virksomhet, "gruppe": rad.gruppe, "kjoenn": medlem.kjoenn, "foedt": medlem.foedt}
    if egenskap in innebygd:
        verdi = innebygd[egenskap]
        return None if verdi is None else frozenset({str(verdi)})
    return frozenset(medlem.egenskaper)


def _oppfyller(krav: Krav, verdi: frozenset[str] | None, ord_: str | None) -> bool:
    soekt = {ord_} if ord_ else set(krav.er) or {krav.egenskap or ""}
    return bool((verdi or frozenset()) & soekt)


def _regnestykke(krav: Krav, ord_: str | None, har: int, av: int) -> str:
    return f"{ord_ or krav.egenskap}: {krav.antall.norsk() if isinstance(krav.antall, Mengde) else 'alle'} av {av}, {har} er det"


def _hva_mangler(krav: Krav, ord_: str | None, rader: Sequence[Medlemskap], har: Sequence[Medlemskap]) -> str:
    hva = ord_ or (krav.er[0] if krav.er else krav.egenskap)
    if len(rader) == 1 and not har:
        return f"{rader[0].medlem.navn} er ikke ført med egenskapen «{hva}»"
    return f"for få eller for mange med egenskapen «{hva}» ({len(har)} av {len(rader)})"


def _for_stedfortrederne(
    krav: Krav, reg: Register, rader: Sequence[Medlemskap], id_: str, sti: tuple[str | int, ...]
) -> Iterator[Del]:
    """Whether the requirement binds the substitutes too: asked only when one of them does not meet it."""
    if krav.egenskap is None or krav.ogsaa_stedfortreder is False:
        return
    uten = tuple(rad for rad in _stedfortredere(reg, rader, id_) if krav.egenskap not in rad.egenskaper)
    if not uten:
        return
    navn = ", ".join(rad.navn for rad in uten)
    clause = (*sti, "ogsaa_stedfortreder")
    if krav.ogsaa_stedfortreder is True:
        tekst = f"{navn} er stedfortreder, men ikke ført med egenskapen «{krav.egenskap}»"
        yield Del("stedfortrederkrav", id_, Verdict(Answer.NEI, (), (), clause, tekst))
    else:
        yield Del(
            "stedfortrederkrav", id_, _taus(krav.ogsaa_stedfortreder, f"om kravet «{krav.id}» gjelder {navn}", clause)
        )


def _stedfortredere(reg: Register, rader: Sequence[Medlemskap], gruppe: str) -> Iterator[Stedfortreder]:
    for_ = {gruppe, *(rad.medlem.navn for rad in rader)}
    return (rad for rad in reg.stedfortredere if rad.for_ in for_)


# --- the whole


def _seter_i_alt(reg: Register, regel: Sammensetning) -> Iterator[Del]:
    """The total, where no groups account for the seats one by one."""
    if not grupper_i(reg.mandat) and regel.seter is not None:
        yield _antall(regel.seter, reg.medlemmer, "seter", (STI, "seter"))


def _uten_gruppe(reg: Register) -> Iterator[Del]:
    grupper = {gruppe.id for gruppe in grupper_i(reg.mandat)}
    verv = verv_i(reg.mandat)
    if not grupper:
        return
    kjente = grupper | ({LEDERSETET} if verv is not None and verv.sete == "eget" else set())
    for rad in reg.medlemmer:
        if rad.gruppe not in kjente:
            tekst = f"{rad.medlem.navn} er ikke ført i noen av mandatets grupper"
            yield Del("uten_gruppe", rad.medlem.navn, Verdict(Answer.NEI, (), (), (STI, "grupper"), tekst), (rad.nr,))


def _to_seter(reg: Register) -> Iterator[Del]:
    ganger = Counter(rad.medlem.navn for rad in reg.medlemmer)
    for navn, antall in ganger.items():
        if antall > 1:
            rader = tuple(rad.nr for rad in reg.medlemmer if rad.medlem.navn == navn)
            yield Del("to_seter", navn, Verdict(Answer.NEI, (), (), (STI,), f"{navn} sitter på {antall} seter"), rader)


def _taus(verdi: Taushet | None, hva: str, sti: tuple[str | int, ...]) -> Verdict:
    """The two silences as verdicts; what is left out is read as not regulated, since the revision was read."""
    if verdi is Taushet.UKJENT:
        return Verdict(Answer.UKJENT, (), (str(sti[-1]),), sti, f"{hva} er ikke kjent")
    return Verdict(Answer.IKKE_REGULERT, (), (str(sti[-1]),), sti, f"{hva} er ikke regulert")
