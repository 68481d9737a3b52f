"""Whether a council is put together as its mandate says, and what is not, in a paper's own words and names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ehelse_cli.core.forum import Forum
from ehelse_cli.core.mandat import LEDERSETET, Mandat, grupper_i
from ehelse_cli.core.sammensetning import Del, Vurdering
from ehelse_cli.core.spraak import stor
from ehelse_cli.render.felles import Ramme
from ehelse_cli.render.navn import Navn, navn_paa_gruppe, person


def sammensatt(funnet: Vurdering, navn: Navn, ramme: Ramme) -> str:
    """The answer; where it is no, or not known, each reason once."""
    svar = ramme.ord.sammensatt[str(funnet.verdict.answer)]
    grunner = dict.fromkeys(_grunner(funnet, navn, ramme))
    return f"{svar}: {'; '.join(grunner)}" if grunner else svar


def _grunner(funnet: Vurdering, navn: Navn, ramme: Ramme) -> Iterator[str]:
    if funnet.register is None or str(funnet.verdict.answer) not in ("nei", "ukjent"):
        return
    for del_ in funnet.avgjoerende:
        form = ramme.ord.avvik[_noekkel(del_)]
        hva = _hva(del_, funnet.register.mandat, navn, ramme)
        yield form.format(hva=hva, hvem=_hvem(del_.rader, navn.forum, ramme), antall=abs(del_.avvik))


def _noekkel(del_: Del) -> str:
    """The kind of part, and what is the matter with it."""
    if del_.verdict.answer != "nei":
        return f"{del_.slag}_ukjent"
    if del_.slag == "antall":
        return "for_mange" if del_.avvik > 0 else "ett_ledig" if del_.avvik == -1 else "ledige"
    if del_.slag == "leder" and len(del_.rader) != 1:
        return "flere_ledere" if del_.rader else "ingen_leder"
    return del_.slag


def _hva(del_: Del, mandat: Mandat, navn: Navn, ramme: Ramme) -> str:
    """The group that the part is about, by its name; else what the requirement is called."""
    if del_.id == LEDERSETET:
        return stor(ramme.ord.rolleord["leder"])
    gruppe = next((en for en in grupper_i(mandat) if en.id == del_.id), None)
    return stor(navn_paa_gruppe(navn.data, gruppe, navn.dag) if gruppe else del_.id.replace("-", " "))


def _hvem(rader: Sequence[int], forum: Forum, ramme: Ramme) -> str:
    return ramme.liste([person(forum.medlemmer[nr].navn) for nr in rader])
