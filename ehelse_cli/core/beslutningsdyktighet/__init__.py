"""The quorum: one function that everybody asks, for one case or for the opening of the meeting."""

from datetime import date

from msgspec.structs import replace

from ehelse_cli.core.beslutningsdyktighet.avgjoerelse import STI, avgjoer
from ehelse_cli.core.beslutningsdyktighet.proeve import Proeve
from ehelse_cli.core.beslutningsdyktighet.setninger import SETNINGER, Setninger
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.fremmoete import AAPNINGEN, bok, dagen
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat.arbeid import Beslutningsdyktighet
from ehelse_cli.core.memo import remembered
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.register import medlemmer_er_kjent, register
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.core.verdict import Answer, Verdict

__all__ = ["AAPNINGEN", "beslutningsdyktighet"]


def beslutningsdyktighet(data: Dataset, moete: Moete, indeks: int = AAPNINGEN, maalform: Maalform = "nb") -> Verdict:
    """Whether the council could decide at the line of the agenda (default: when the meeting opened).

    Judged by the mandate in force that day. Where mandate or minutes leave something open, every reading is tried: all
    agree, and the answer is ja or nei; the attendance decides, and it is ukjent; only the reading decides, and it is
    ikke_regulert. The answer is the same in each `maalform`; the sum behind it is told in it.
    """
    grunnlag = _grunnlag(data, moete, dagen(moete, indeks), maalform)
    if isinstance(grunnlag, Verdict):
        return grunnlag
    skilt_ut = grunnlag.bok.skiller_ut(indeks) or any(krav.naar for krav in grunnlag.krav)
    return _avgjort(data, moete, grunnlag.register.dag, indeks if skilt_ut else AAPNINGEN, maalform)


@remembered
def _grunnlag(data: Dataset, moete: Moete, dag: date, maalform: Maalform) -> Proeve | Verdict:
    """What there is to try that day; or the verdict, where the sources are too silent for a trial."""
    ord_ = SETNINGER[maalform]
    forum = data.forum.get(data.forum_of(moete.id))
    reg = register(data, forum, dag) if forum is not None else None
    if forum is None or reg is None:
        return _ukjent("mandat", ord_.intet_mandat.format(datotekst(dag)), ord_.intet_mandat_kort)
    regel = reg.mandat.beslutningsdyktighet
    krav = regel.krav if isinstance(regel, Beslutningsdyktighet) else regel
    if not isinstance(regel, Beslutningsdyktighet) or not isinstance(krav, tuple) or not krav:
        return _uten_regel(krav, ord_)
    if not medlemmer_er_kjent(forum, dag):
        return _ukjent("medlemmer_kjent_fra", _kjent_fra(forum, ord_), ord_.ikke_kjent_kort)
    fremmoete = bok(data, moete, reg)
    if fremmoete is None:
        return _ukjent("fremmoete", ord_.fremmoete, ord_.fremmoete)
    return Proeve(regel, krav, fremmoete, AAPNINGEN, maalform)


@remembered
def _avgjort(data: Dataset, moete: Moete, dag: date, indeks: int, maalform: Maalform) -> Verdict:
    """One trial for all the lines of the day that had the same persons there."""
    grunnlag = _grunnlag(data, moete, dag, maalform)
    return grunnlag if isinstance(grunnlag, Verdict) else avgjoer(replace(grunnlag, indeks=indeks))


def _uten_regel(krav: object, ord_: Setninger) -> Verdict:
    """What the mandate's silence means is itself the verdict; a rule left out is a finding, and nobody knows."""
    if krav is Taushet.IKKE_REGULERT:
        return Verdict(Answer.IKKE_REGULERT, (ord_.taust,), (STI,), (STI,), ord_.taust_kort)
    return _ukjent(STI, ord_.ulest, ord_.ulest_kort)


def _kjent_fra(forum: Forum, ord_: Setninger) -> str:
    kjent = forum.medlemmer_kjent_fra
    return ord_.kjent_fra.format(datotekst(kjent)) if kjent else ord_.ikke_foert


def _ukjent(henger_paa: str, grunn: str, kort: str) -> Verdict:
    return Verdict(Answer.UKJENT, (grunn,), (henger_paa,), (STI,), kort)
