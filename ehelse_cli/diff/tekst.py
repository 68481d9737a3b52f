"""What one side of a change says, in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Protocol

from ehelse_cli.core.funksjonstid import FlerePerioder
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat.regel import Hvem
from ehelse_cli.core.periode import Periode
from ehelse_cli.core.spraak import Maalform, i_ord, oppramsing
from ehelse_cli.diff.endring import Verditekst
from ehelse_cli.diff.hodetre import Enkeltverdi, Node, Sti
from ehelse_cli.diff.nynorsk import paa_nynorsk
from ehelse_cli.diff.ordliste import INNLEDNING, NOEKLER, RADER, UTTRYKK, omraadetittel, ord_paa_norsk


class Navngiver(Protocol):
    """What an organisation or a council was called on a day; the id itself where nobody knows."""

    def __call__(self, id_: str, dag: date, *, kort: bool = False) -> str:
        """The name, or with `kort` the short one."""


_DAG = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class Fortelling:
    """Words for one side: names as they were on its day, clauses as it calls them."""

    def __init__(self, navn: Navngiver, dag: date, klausuler: Mapping[str, str], maalform: Maalform = "nb") -> None:
        self._navn = navn
        self._dag = dag
        self._klausuler = klausuler
        self._maalform = maalform
        self._si: Callable[[str], str] = paa_nynorsk if maalform == "nn" else str

    def verditekst(self, sti: Sti, node: Node) -> Verditekst:
        """All that the side says at this place, in the format's spelling and in Norwegian."""
        return Verditekst("; ".join(_raa(node, ())), self._node(sti, node))

    def klausul(self, punkt: str | None) -> Verditekst | None:
        """A clause by its title."""
        return None if punkt is None else Verditekst(punkt, self._klausuler.get(punkt, punkt))

    def emne(self, sti: Sti) -> str:
        """The way in words, without the area: `kommuner › oppnevnes av`."""
        return " › ".join(tekst for nr in range(1, len(sti)) if (tekst := self._steg(sti, nr)))

    def sted(self, sti: Sti) -> str:
        """The way in words with the area first: `Sammensetning › nestledere`."""
        return " › ".join(del_ for del_ in (self._si(omraadetittel(sti[0])), self.emne(sti)) if del_)

    def _steg(self, sti: Sti, nr: int) -> str:
        steg = sti[nr]
        if steg.startswith("["):
            return _uten_gjentakelse(self._si(RADER.get(sti[nr - 1], "")), self.ord_eller_navn(steg[1:-1]))
        if nr + 1 < len(sti) and sti[nr + 1].startswith("["):
            return ""
        if steg == "antall" and sti[nr - 2 : nr - 1] == ("grupper",):
            return ""
        return self._si(NOEKLER.get(steg, ord_paa_norsk(steg)))

    def navn(self, id_: str) -> str:
        """The whole name that day."""
        return self._navn(id_, self._dag)

    def ord_eller_navn(self, ord_: str) -> str:
        """An id by its short name that day, a word of the format in Norwegian; prose as it was written."""
        navn = self._navn(ord_, self._dag, kort=True)
        if navn != ord_:
            return navn
        return ord_paa_norsk(ord_) if " " in ord_ else self._si(ord_paa_norsk(ord_))

    def _node(self, sti: Sti, node: Node) -> str:
        deler = [oppramsing(map(self._verdi, node.verdi))] if node.verdi else []
        if node.er_rader:
            return "; ".join([*deler, *(self._rad(sti, id_, rad) for id_, rad in node.barn.items())])
        deler += [self._under(sti, noekkel, barn, node.ledd.norm) for noekkel, barn in node.barn.items()]
        return _med_enhet(sti, ", ".join(deler) or "regulert", self._maalform)

    def _rad(self, sti: Sti, id_: str, rad: Node) -> str:
        navn = self.ord_eller_navn(id_[1:-1])
        if (fra := rad.barn.get("virksomheter")) and fra.verdi == (id_[1:-1],):
            # A group named by its organisation need not say it twice.
            rad = Node(rad.verdi, rad.ledd, {n: barn for n, barn in rad.barn.items() if barn is not fra})
        innhold = self._node((*sti, id_), rad)
        if navn == self._si(RADER.get(sti[-1], "")):
            return innhold
        return navn if innhold == "regulert" else f"{navn}: {innhold}"

    def _under(self, sti: Sti, noekkel: str, barn: Node, norm: str) -> str:
        if barn.verdi and (uttrykk := UTTRYKK.get((noekkel, str(barn.verdi[0])))):
            return self._si(uttrykk)
        tekst = self._node((*sti, noekkel), barn)
        tekst = f"({tekst})" if barn.er_rader else tekst
        styrke = (
            f" ({self._si(ord_paa_norsk(barn.ledd.norm))})" if barn.form == "verdi" and barn.ledd.norm != norm else ""
        )
        return f"{self._si(_innledning(sti, noekkel))} {tekst}{styrke}".strip()

    def _verdi(self, verdi: Enkeltverdi) -> str:
        if isinstance(verdi, str):
            return self._ord(verdi)
        if isinstance(verdi, Hvem):
            return self._hvem(verdi)
        if isinstance(verdi, FlerePerioder):
            return _flere_perioder(verdi, self._maalform)
        if isinstance(verdi, Periode):
            return f"{datotekst(verdi.fra)}–{datotekst(verdi.til) if verdi.til else ''}"
        return verdi.norsk(self._maalform)

    def _ord(self, tekst: str) -> str:
        if _DAG.fullmatch(tekst):
            return _dato(tekst)
        return self.ord_eller_navn(tekst)

    def _hvem(self, hvem: Hvem) -> str:
        navn = [self.ord_eller_navn(id_) for id_ in hvem.ider]
        tekst = {
            "sammen": f"{oppramsing(navn)} {self._si('sammen')}",
            "en_av": oppramsing(navn, "eller"),
            "foerst": f", {self._si('ellers')} ".join(navn),
        }.get(hvem.maate, oppramsing(navn))
        return f"{tekst} ({self._si('personlig')})" if hvem.personlig else tekst


def _raa(node: Node, sti: Sti) -> Iterator[str]:
    """The leaves in the format's spelling: `antall=5`, or the value alone at the place itself."""
    if node.verdi is not None:
        verdi = ", ".join(raa_verdi(verdi) for verdi in node.verdi)
        yield f"{'.'.join(sti)}={verdi}" if sti else verdi
    for noekkel, barn in node.barn.items():
        yield from _raa(barn, (*sti, noekkel))


def raa_verdi(verdi: Enkeltverdi) -> str:
    """One value in the format's own spelling."""
    if isinstance(verdi, Hvem):
        ider = ", ".join(verdi.ider)
        return f"{{{'hvem' if verdi.maate == 'en' else verdi.maate}: [{ider}]{', personlig: ja' * verdi.personlig}}}"
    if isinstance(verdi, Periode):
        return f"{verdi.fra.isoformat()}/{verdi.til.isoformat() if verdi.til else '..'}"
    return str(verdi)


def _med_enhet(sti: Sti, tekst: str, maalform: Maalform) -> str:
    """A group's number is a number of seats."""
    if sti[-3:-2] != ("grupper",) or sti[-1] != "antall" or not tekst[-1:].isdecimal():
        return tekst
    return f"{tekst} {'sete' if tekst == '1' or maalform == 'nn' else 'seter'}"


def _innledning(sti: Sti, noekkel: str) -> str:
    """The words before a value inside a longer text; a number in a group or a condition needs none."""
    if noekkel == "antall" and sti[-2:-1] != () and sti[-1].startswith("["):
        return ""
    return INNLEDNING.get(noekkel) or NOEKLER.get(noekkel) or ord_paa_norsk(noekkel)


def _uten_gjentakelse(innledning: str, navn: str) -> str:
    return navn if not innledning or navn.startswith(innledning) else f"{innledning} {navn}"


def _flere_perioder(regel: FlerePerioder, maalform: Maalform) -> str:
    if regel.slag != "hoeyst":
        return i_ord(regel.slag, maalform)
    return f"{i_ord('hoeyst', maalform)} {regel.tak}{' på rad' if regel.paa_rad else ''}"


def _dato(tekst: str) -> str:
    try:
        return datotekst(date.fromisoformat(tekst))
    except ValueError:
        return tekst
