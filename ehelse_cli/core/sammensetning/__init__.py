"""The composition: is the council put together as its mandate says, on a day? One part for each thing it says."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import Mandat, grupper_i, krav_i
from ehelse_cli.core.mandat.sammensetning import Sammensetning
from ehelse_cli.core.memo import remembered
from ehelse_cli.core.register import Register, medlemmer_er_kjent, register
from ehelse_cli.core.sammensetning.del_ import STI, Del, Raad, Slag
from ehelse_cli.core.sammensetning.krav import avgjoer_krav
from ehelse_cli.core.sammensetning.personer import to_seter, uten_gruppe, uten_stedfortreder
from ehelse_cli.core.sammensetning.seter import i_alt, i_gruppen
from ehelse_cli.core.sammensetning.verv import ledelsen
from ehelse_cli.core.verdict import Answer, Verdict, joint

__all__ = ["STI", "Del", "Slag", "Vurdering", "sammensetning"]


class Vurdering(Struct, frozen=True):
    """All parts, and what they come to. `register` is None where nothing could be judged."""

    verdict: Verdict
    deler: tuple[Del, ...] = ()
    register: Register | None = None

    @property
    def bindende(self) -> tuple[Del, ...]:
        """The parts that the mandate demands: only they decide."""
        if self.register is None:
            return ()
        mandat = self.register.mandat
        return tuple(del_ for del_ in self.deler if _binder(mandat, del_))

    @property
    def avgjoerende(self) -> tuple[Del, ...]:
        """Those of them that say what it comes to."""
        return tuple(del_ for del_ in self.bindende if del_.verdict.answer is self.verdict.answer)


@remembered
def sammensetning(data: Dataset, forum: Forum, dag: date) -> Vurdering:
    """Judge the composition on the day by the revision in force. Only what the mandate demands (`skal`) decides."""
    reg = register(data, forum, dag)
    if reg is None:
        return _ikke_vurdert(Answer.UKJENT, f"ingen kjente mandater gjaldt {datotekst(dag)}")
    regel = reg.mandat.sammensetning
    if regel is Taushet.IKKE_REGULERT:
        return _ikke_vurdert(Answer.IKKE_REGULERT, "mandatet sier ikke hvem som er med")
    if not isinstance(regel, Sammensetning):
        return _ikke_vurdert(Answer.UKJENT, "det er ikke kjent hva mandatet sier")
    if not medlemmer_er_kjent(forum, dag):
        return _ikke_vurdert(Answer.UKJENT, "medlemmene den dagen er ikke kjent")
    deler = tuple(_deler(Raad(data, reg), regel))
    return Vurdering(_samlet(del_.verdict for del_ in deler if _binder(reg.mandat, del_)), deler, reg)


def _binder(mandat: Mandat, del_: Del) -> bool:
    return mandat.ledd(*del_.verdict.clause).norm == "skal"


def _ikke_vurdert(answer: Answer, grunn: str) -> Vurdering:
    return Vurdering(Verdict(answer, (grunn,), (), (STI,), grunn))


def _deler(raad: Raad, regel: Sammensetning) -> Iterator[Del]:
    mandat = raad.reg.mandat
    for nr, gruppe in enumerate(grupper_i(mandat)):
        yield from i_gruppen(raad, gruppe, (STI, "grupper", nr))
    yield from ledelsen(raad, regel)
    for nr, krav in enumerate(krav_i(mandat)):
        yield avgjoer_krav(raad, krav, raad.reg.medlemmer, (STI, "krav", nr), krav.id)
    yield from i_alt(raad.reg, regel)
    yield from uten_gruppe(raad.reg)
    yield from to_seter(raad)
    yield from uten_stedfortreder(raad.reg)


def _samlet(deler: Iterable[Verdict]) -> Verdict:
    """What the binding parts come to, and which of them say so."""
    alle = tuple(deler)
    answer = joint(tuple(del_.answer for del_ in alle))
    avgjoer = tuple(del_ for del_ in alle if del_.answer is answer)
    grunner = () if answer is Answer.JA else tuple(dict.fromkeys(del_.summary for del_ in avgjoer))
    henger_paa = tuple(dict.fromkeys(noekkel for del_ in avgjoer for noekkel in del_.hangs_on))
    kort = "; ".join(grunner) or {
        Answer.JA: "satt sammen som mandatet sier",
        Answer.IKKE_REGULERT: "mandatet stiller ingen krav",
    }.get(answer, "")
    return Verdict(answer, grunner, henger_paa, (STI,), kort)
