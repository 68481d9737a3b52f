"""The quorum: one function that everybody asks, for one case or for the opening of the meeting."""

from ehelse_cli.core.beslutningsdyktighet.avgjoerelse import avgjoer
from ehelse_cli.core.beslutningsdyktighet.proeve import Proeve
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.fremmoete import AAPNINGEN, bok, dagen
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat.arbeid import Beslutningsdyktighet
from ehelse_cli.core.memo import remembered
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.register import Register, medlemmer_er_kjent, register
from ehelse_cli.core.verdict import Answer, Verdict

__all__ = ["AAPNINGEN", "beslutningsdyktighet"]

STI = "beslutningsdyktighet"


def beslutningsdyktighet(data: Dataset, moete: Moete, indeks: int = AAPNINGEN) -> Verdict:
    """Whether the council could decide at the line of the agenda (default: when the meeting opened).

    Judged by the mandate in force that day. Where mandate or minutes leave something open, every reading is tried: all
    agree, and the answer is ja or nei; the attendance decides, and it is ukjent; only the reading decides, and it is
    ikke_regulert.
    """
    forum = data.forum.get(data.forum_of(moete.id))
    dag = dagen(moete, indeks)
    reg = register(data, forum, dag) if forum is not None else None
    if forum is None or reg is None:
        return _ukjent("mandat", f"ingen kjente mandater gjaldt {datotekst(dag)}", "intet mandat")
    regel = reg.mandat.beslutningsdyktighet
    krav = regel.krav if isinstance(regel, Beslutningsdyktighet) else regel
    if not isinstance(regel, Beslutningsdyktighet) or not isinstance(krav, tuple) or not krav:
        return _uten_regel(krav)
    if not medlemmer_er_kjent(forum, dag):
        return _ukjent("medlemmer_kjent_fra", _kjent_fra(forum), "medlemmene den dagen er ikke kjent")
    fremmoete = bok(data, moete, reg)
    if fremmoete is None:
        return _ukjent("fremmoete", "fremmøtet er ikke ført", "fremmøtet er ikke ført")
    skilt_ut = fremmoete.skiller_ut(indeks) or any(ett.naar for ett in krav)
    return _avgjort(data, moete, reg, indeks if skilt_ut else AAPNINGEN)


@remembered
def _avgjort(data: Dataset, moete: Moete, reg: Register, indeks: int) -> Verdict:
    """One trial for all the lines that had the same persons there."""
    fremmoete, regel = bok(data, moete, reg), reg.mandat.beslutningsdyktighet
    if fremmoete is None or not isinstance(regel, Beslutningsdyktighet) or not isinstance(regel.krav, tuple):
        raise ValueError("there is nothing to try")
    return avgjoer(Proeve(regel, regel.krav, fremmoete, indeks))


def _uten_regel(krav: object) -> Verdict:
    """What the mandate's silence means is itself the verdict; a rule left out is a finding, and nobody knows."""
    if krav is Taushet.IKKE_REGULERT:
        grunn = "mandatet sier ikke når rådet er beslutningsdyktig"
        return Verdict(Answer.IKKE_REGULERT, (grunn,), (STI,), (STI,), "ikke regulert i mandatet")
    return _ukjent(STI, "det er ikke kjent hva mandatet sier", "mandatets regel er ikke kjent")


def _kjent_fra(forum: Forum) -> str:
    kjent = forum.medlemmer_kjent_fra
    return f"medlemmene er kjent fra {datotekst(kjent)}" if kjent else "medlemmene er ikke ført"


def _ukjent(henger_paa: str, grunn: str, kort: str) -> Verdict:
    return Verdict(Answer.UKJENT, (grunn,), (henger_paa,), (STI,), kort)
