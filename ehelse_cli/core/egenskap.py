"""What a requirement may ask of one person: a word of the member file, or what the registers say."""

from collections.abc import Iterable

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.mandat.regel import TALLEGENSKAPER, Krav
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.register import Medlemskap, Register

#: The properties with a place of their own; every other is a word under `egenskaper`.
INNEBYGDE: frozenset[str] = frozenset({"virksomhet", "gruppe", "side", "kjoenn"}) | TALLEGENSKAPER


class Trekk(Struct, frozen=True):
    """One person as the requirements see them. None: not recorded; a word that is not recorded is not there."""

    ord: frozenset[str] = frozenset()
    virksomhet: str | None = None
    gruppe: str | None = None
    side: str | None = None
    kjoenn: str | None = None
    foedt: int | None = None
    alder: int | None = None
    """The age reached in the year asked about: the year of birth is all that is recorded."""
    innbyggere: int | None = None

    def verdi(self, egenskap: str) -> str | None:
        """The value of a built-in property, as it is written."""
        verdi = getattr(self, egenskap)
        return None if verdi is None else str(verdi)


def medlemmets(data: Dataset, reg: Register, rad: Medlemskap) -> Trekk:
    """What the member in the seat is."""
    medlem = rad.medlem
    fra, ord_ = medlem.virksomhet, frozenset(medlem.egenskaper)
    alder = reg.dag.year - medlem.foedt if medlem.foedt else None
    return Trekk(ord_, fra, rad.gruppe, reg.side(rad), medlem.kjoenn, medlem.foedt, alder, _innbyggere(data, fra))


def varaens(data: Dataset, reg: Register, rad: Medlemskap, fra: str | None, ord_: Iterable[str]) -> Trekk:
    """What a substitute in the seat is: the seat's group and side, their own organisation and words."""
    return Trekk(frozenset(ord_), fra, rad.gruppe, reg.side(rad), innbyggere=_innbyggere(data, fra))


def _innbyggere(data: Dataset, virksomhet: str | None) -> int | None:
    kjent = data.virksomheter.get(virksomhet) if virksomhet else None
    return kjent.innbyggere if kjent else None


def oppfyller(trekk: Trekk, krav: Krav, av_hver: str | None = None) -> bool | None:
    """Whether the person has what is asked for, or the one value of `av_hver`; None when that is not recorded."""
    egenskap = krav.egenskap
    if egenskap is None:
        return True
    if egenskap not in INNEBYGDE:
        return bool(trekk.ord & ({av_hver} if av_hver else set(krav.er) or {egenskap}))
    verdi = trekk.verdi(egenskap)
    if verdi is None:
        # A seat without a group or a side is known to have none; the rest are facts that somebody has left out.
        return False if egenskap in ("gruppe", "side") else None
    if av_hver:
        return verdi == av_hver
    return not krav.er or any(_er(verdi, ord_, egenskap) for ord_ in krav.er)


def _er(verdi: str, ord_: str, egenskap: str) -> bool:
    return Mengde.parse(ord_).holder(int(verdi)) if egenskap in TALLEGENSKAPER else verdi == ord_


def verdier(krav: Krav, alle: Iterable[Trekk]) -> tuple[str | None, ...]:
    """The values that `antall` must hold for: those listed, each one known (`av_hver: alle`), or once for the whole."""
    if krav.av_hver != ("alle",):
        return krav.av_hver or (None,)
    if krav.egenskap is None or krav.egenskap not in INNEBYGDE:
        return (krav.egenskap,)
    return tuple(sorted({verdi for trekk in alle if (verdi := trekk.verdi(krav.egenskap)) is not None}))
