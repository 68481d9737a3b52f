"""What nobody has entered of a meeting that was held: who came, what its lines came to, that the minutes are out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.moete import Fremmoete, Moete
from ehelse_cli.public.adgang import referatet_kan_ut
from ehelse_cli.rules.mot_referat import godkjent_i
from ehelse_cli.rules.saker import Linje, linjer


def mangler_fremmoete(moete: Moete) -> bool:
    """Whether nobody has said who came; that some said beforehand that they could not, is not that."""
    der = moete.fremmoete
    return der is None or (isinstance(der, Fremmoete) and der == Fremmoete(forfall=der.forfall))


def faste_som_foreslaatt(data: Dataset, moete: Moete) -> Iterator[tuple[int, bool]]:
    """The standing items without an outcome that can come out as proposed: the line's number, and if it has a text."""
    faste = data.forum[data.forum_of(moete.id)].faste_saker
    for linje in _aapne(data, moete):
        fast = faste.get(linje.punkt.fast or "")
        har_tekst = fast is not None and bool(fast.vedtak)
        if linje.punkt.fast and (har_tekst or not linje.gir_vedtak):
            yield linje.nr, har_tekst


def saker_uten_utfall(data: Dataset, moete: Moete) -> tuple[str, ...]:
    """The ids of the numbered cases that must be entered one by one; of a closed one nothing is entered here."""
    faste = {nr for nr, _ in faste_som_foreslaatt(data, moete)}
    ider = (
        data.sak_id(linje.forum, linje.punkt.sak)
        for linje in _aapne(data, moete)
        if linje.punkt.sak and linje.nr not in faste and not (linje.sak and linje.sak.er_unntatt)
    )
    return tuple(id_ for id_ in ider if id_ and id_ not in data.broken and data.behandlinger(id_))


def venter_paa_publisering(data: Dataset, moete: Moete, dag: date) -> date | None:
    """The day minutes that are not published were approved, if they may go out: till then the site has none of it."""
    referat = moete.referat
    if (referat is not None and referat.publisert is not None) or not referatet_kan_ut(data, moete):
        return None
    if referat is not None and referat.godkjent is not None:
        return referat.godkjent if referat.godkjent <= dag else None
    tatt_opp = godkjent_i(data, moete, dag)
    return tatt_opp[0].tid.siste_dag if tatt_opp else None


def _aapne(data: Dataset, moete: Moete) -> Iterator[Linje]:
    yield from (en for en in linjer(data) if en.moete.id == moete.id and en.punkt.utfall is None)
