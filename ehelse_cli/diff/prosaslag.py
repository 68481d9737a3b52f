"""What is left of the words when the rules have claimed theirs, as changes of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ehelse_cli.core.ankre import Blokk
from ehelse_cli.diff.ekko import Uforklart
from ehelse_cli.diff.endring import Endring, Nivaa, Retning, Verditekst
from ehelse_cli.diff.ordlyd import Vekt, samme_ord
from ehelse_cli.diff.prosa import Blokkdiff, stedsnavn
from ehelse_cli.diff.slag import ORDLYDSSLAG, SLAG

OMRAADE = "ordlyden"
#: The headings whose list items are tasks.
_OPPGAVER = ("oppgave", "formaal", "foremaal")
_STYRINGSLINJER = "styringslinje"


def prosaendringer(a: Sequence[Blokk], b: Sequence[Blokk], rest: Iterable[Uforklart]) -> tuple[Endring, ...]:
    """One change for each block that has something no rule explains: the gravest first, then in the page's order."""
    funnet = [*_styringslinjer(a, b), *(_endring(a, b, en) for en in rest)]
    return tuple(sorted(funnet, key=lambda endring: (endring.nivaa is not Nivaa.UAVKLART, endring.nivaa.rang)))


def _endring(a: Sequence[Blokk], b: Sequence[Blokk], en: Uforklart) -> Endring:
    nr_fra, nr_til = en.avsnitt.sted
    slag = SLAG[_slag(a, b, en)]
    kilde, nr = (b, nr_til) if nr_til is not None else (a, nr_fra or 0)
    return Endring(
        id=slag.id,
        omraade=OMRAADE,
        sti=_sti(en.avsnitt.sted),
        emne=stedsnavn(kilde, nr) or "Innledning",
        hva=_hva(slag.hva, en) if slag.nivaa is Nivaa.UAVKLART else slag.hva,
        fra=None if nr_fra is None else _ordene(en, a[nr_fra].tekst, gammel=True),
        til=None if nr_til is None else _ordene(en, b[nr_til].tekst, gammel=False),
        norm_fra=None,
        norm_til=None,
        punkt=_punkt(kilde, nr),
        retning=slag.retning or Retning.UKJENT,
        nivaa=slag.nivaa,
        dekker=tuple(f"{_sti(en.avsnitt.sted)}#{nr}" for nr in _numre(en)),
        punkt_fra=None if nr_fra is None else _punkt(a, nr_fra),
        ekko=(en.avsnitt.sted,),
    )


def _sti(sted: tuple[int | None, int | None]) -> str:
    """`prosa[3,4]`: the block's number in the old and the new prose; `-` where it is not there."""
    return f"prosa[{','.join('-' if nr is None else str(nr) for nr in sted)}]"


def _numre(en: Uforklart) -> list[int]:
    """Which of the block's sentences; a block that only moved is one."""
    return [nr for nr, setning in enumerate(en.avsnitt.setninger) if setning in en.setninger] or [0]


def _ordene(en: Uforklart, hele: str, *, gammel: bool) -> Verditekst | None:
    """The sentences that nothing explains; the whole block where it only moved."""
    tekst = " ".join(filter(None, (s.gammel if gammel else s.ny for s in en.setninger))) if en.setninger else hele
    return Verditekst(tekst, tekst) if tekst else None


# --- which kind it is


def _slag(a: Sequence[Blokk], b: Sequence[Blokk], en: Uforklart) -> str:
    if _er_merknad(a, b, en.avsnitt.blokk):
        return "merknad-endret"
    if not en.setninger:
        return "avsnitt-flyttet"
    if all(samme_ord(setning.gammel, setning.ny) for setning in en.setninger):
        return "avsnitt-flyttet" if en.avsnitt.blokk.slag == "flyttet" else "ordlyd-rettet"
    if en.avsnitt.overskrift:
        return _paa_hver_side(en.avsnitt.blokk, "seksjon-lagt-til", "seksjon-fjernet", "overskrift-endret")
    oppgave = _er_oppgave(a, b, en.avsnitt.blokk)
    hel = _paa_hver_side(en.avsnitt.blokk, "oppgave-lagt-til", "oppgave-fjernet", "oppgave-endret")
    if oppgave and hel != "oppgave-endret":
        return hel
    tatt = {vekt.slag for vekt in (*en.borte, *en.kom)}
    uavklart = next((id_ for slag, id_ in ORDLYDSSLAG.items() if slag in tatt), None)
    return uavklart or (
        hel if oppgave else _paa_hver_side(en.avsnitt.blokk, "avsnitt-lagt-til", "avsnitt-fjernet", "ordlyd-endret")
    )


def _er_merknad(a: Sequence[Blokk], b: Sequence[Blokk], blokk: Blokkdiff) -> bool:
    """Whether it is the editor's remark in italics before the first heading, and no part of what was adopted."""
    steder = [(rader, nr) for rader, nr in ((a, blokk.nr_fra), (b, blokk.nr_til)) if nr is not None]
    return all(_MERKNAD.fullmatch(rader[nr].tekst) and not _har_over(rader, nr) for rader, nr in steder)


_MERKNAD = re.compile(r"\*[^*].*[^*]\*|_[^_].*[^_]_")


def _har_over(rader: Sequence[Blokk], nr: int) -> bool:
    return any(rad.slag == "overskrift" for rad in rader[:nr])


def _paa_hver_side(blokk: Blokkdiff, kom: str, gikk: str, begge: str) -> str:
    if blokk.nr_fra is None:
        return kom
    return gikk if blokk.nr_til is None else begge


def _er_oppgave(a: Sequence[Blokk], b: Sequence[Blokk], blokk: Blokkdiff) -> bool:
    """Whether the block is an item of a list of tasks, on each side that has it."""
    steder = [(rader, nr) for rader, nr in ((a, blokk.nr_fra), (b, blokk.nr_til)) if nr is not None]
    return all(rader[nr].slag == "punkt" and _over(rader, nr).startswith(_OPPGAVER) for rader, nr in steder)


def _over(rader: Sequence[Blokk], nr: int) -> str:
    """The anchor of the nearest heading above."""
    return next((rad.anker or "" for rad in reversed(rader[: nr + 1]) if rad.slag == "overskrift"), "")


# --- in words


def _hva(slag: str, en: Uforklart) -> str:
    """`«skal» kom til`, `«tre» ble til «fire»`; the kind's own words where nothing weighs."""
    borte, kom = _ord(en.borte), _ord(en.kom)
    if borte and kom:
        return f"{slag}: {borte} ble til {kom}"
    if borte or kom:
        return f"{slag}: {kom} kom til" if kom else f"{slag}: {borte} falt bort"
    return slag


def _ord(vekter: Sequence[Vekt]) -> str:
    antall = Counter(vekt.ord for vekt in vekter)
    return ", ".join(f"«{ord_}»{f' ({tall} ganger)' if tall > 1 else ''}" for ord_, tall in antall.items())


def _punkt(rader: Sequence[Blokk], nr: int) -> str | None:
    return rader[nr].anker or _over(rader, nr) or None


def _styringslinjer(a: Sequence[Blokk], b: Sequence[Blokk]) -> Iterator[Endring]:
    """The clause that the model leaves the lines of government as they are: every mandate of the model has it."""
    foer, naa = (next((rad for rad in rader if _STYRINGSLINJER in rad.tekst.lower()), None) for rader in (a, b))
    if (foer is None) == (naa is None) or not a or not b:
        return
    slag = SLAG["styringslinjer-sagt" if foer is None else "styringslinjer-ikke-lenger-sagt"]
    yield Endring(
        id=slag.id,
        omraade=OMRAADE,
        sti="prosa#styringslinjer",
        emne="styringslinjene",
        hva=slag.hva,
        fra=None if foer is None else Verditekst(foer.tekst, foer.tekst),
        til=None if naa is None else Verditekst(naa.tekst, naa.tekst),
        norm_fra=None,
        norm_til=None,
        punkt=None,
        retning=slag.retning or Retning.UKJENT,
        nivaa=slag.nivaa,
        dekker=("prosa#styringslinjer",),
    )
