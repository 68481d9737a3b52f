"""PUB: was it open before it was exempt? Whoever has the repository can read what the files said then."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Severity
from ehelse_cli.core.historie import Utgave, Utgaver
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.memo import remembered
from ehelse_cli.core.moete import Moete, Sakspunkt
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.core.vedlegg import Vedlegg
from ehelse_cli.rules.common import Path
from ehelse_cli.rules.pub_lukket import (
    AAPENT_I_SAKEN,
    AAPENT_PAA_SAKSLISTEN,
    SAKSOVERSKRIFT,
    er_unntatt,
    filsti,
)

_ORD = re.compile(r"\w+")
_ORD_I_HODET = re.compile(r"[^\W\d_]{2,}")
_HELP = (
    "Alle som har eller får repoet, kan lese det. Er det delt med noen som ikke skulle sett det, er det et avvik: si "
    "fra til arkivet, og til personvernombudet hvis det gjelder en person. Historikken kan skrives om, men det noen "
    "har hentet, er ute. Begynn under skjermet/ neste gang."
)


class _Aapent(Struct, frozen=True):
    """Something exempt that was open: whose, where the exemption stands, what was open, and when last."""

    id: str
    path: Path
    unntatt: str
    hva: tuple[str, ...]
    sist: Utgave


def offentlig_i_historikken(data: Dataset, _dag: date) -> Iterator[Hit]:
    """What is exempt now and stood open in an earlier version. Where git cannot tell, that is said once."""
    unntatt = _unntatte(data)
    if not unntatt or data.historie is None or data.datasett.er_eksempel:
        return
    for en in _aapne(data):
        yield Hit(
            f"{en.unntatt} er unntatt offentlighet, men {oppramsing(en.hva)} sto åpent før og kan leses i historikken",
            data.place(en.id, *en.path, key=True),
            (en.id, *(steg for steg in en.path if isinstance(steg, str)), *_nummer(data, en)),
            label=f"åpent i commit {en.sist.commit[:10]}, {datotekst(en.sist.dag)}",
            help=_HELP,
        )
    mangel = data.historie.mangel
    if mangel is not None:
        id_, path = unntatt[0]
        yield Hit(
            f"det er ukjent om det som er unntatt offentlighet, har stått åpent før: {mangel.hvorfor}",
            data.place(id_, *path, key=True),
            ("ukjent",),
            severity=Severity.MERKNAD,
            help=mangel.hjelp,
        )


def _nummer(data: Dataset, en: _Aapent) -> tuple[str, ...]:
    """Which agenda line it is, by its case."""
    moete = data.moeter.get(en.id)
    nr = en.path[1] if moete is not None else None
    return (moete.saksliste[nr].sak or "",) if moete is not None and isinstance(nr, int) else ()


@remembered
def _unntatte(data: Dataset) -> tuple[tuple[str, Path], ...]:
    """Each exemption there is: the object and where it stands."""
    saker = [(sak.id, path) for sak in data.saker.values() if (path := _unntatt_i(sak))]
    moeter = data.moeter.values() if saker else [moete for moete in data.moeter.values() if _sier_unntatt(moete)]
    return (*saker, *((moete.id, ("saksliste", nr)) for moete in moeter for nr, _ in _unntatte_punkter(data, moete)))


def _sier_unntatt(moete: Moete) -> bool:
    """Whether a line says so itself: where no case is exempt, no other line is."""
    return any(punkt.skjerming is not None for punkt in moete.saksliste)


def _unntatt_i(sak: Sak) -> Path:
    """Where the case says that something in it is exempt; nowhere, if nothing is."""
    if sak.skjerming is not None:
        return ("skjerming",)
    nr = next((nr for nr, rad in enumerate(sak.vedlegg) if rad.skjerming is not None), None)
    return () if nr is None else ("vedlegg", nr, "skjerming")


def _unntatte_punkter(data: Dataset, moete: Moete) -> Iterator[tuple[int, Sakspunkt]]:
    for nr, punkt in enumerate(moete.saksliste):
        if punkt.skjerming is not None or er_unntatt(data, moete, punkt):
            yield nr, punkt


@remembered
def _aapne(data: Dataset) -> tuple[_Aapent, ...]:
    """All that was open, in the order of the files."""
    if data.historie is None:
        return ()
    stier = sorted({sti for id_, _ in _unntatte(data) for sti in _stier(data.files[id_].path)})
    utgaver = data.historie.noensinne(stier)
    saker = (data.saker[id_] for id_, _ in _unntatte(data) if id_ in data.saker)
    moeter = dict.fromkeys(id_ for id_, _ in _unntatte(data) if id_ in data.moeter)
    return (
        *(en for sak in saker for en in _i_saken(data, sak, utgaver)),
        *(en for id_ in moeter for en in _i_moetet(data, data.moeter[id_], utgaver.get(data.files[id_].path, ()))),
    )


def _stier(path: str) -> tuple[str, str]:
    """The file, and the folder of its attachments."""
    return path, path.removesuffix(".md")


# --- cases


def _i_saken(data: Dataset, sak: Sak, utgaver: Utgaver) -> Iterator[_Aapent]:
    """One for each case, whatever of it was open."""
    egne = utgaver.get(data.files[sak.id].path, ())
    tekst = _hele_teksten(sak, egne) if sak.er_unntatt else _noe_av_teksten(sak, egne)
    filer = tuple(_filer(data, sak, utgaver, egne))
    if tekst or filer:
        hva = [*(["teksten" if sak.er_unntatt else "noe av teksten"] if tekst else [])]
        hva += [*(["ett vedlegg" if len(filer) == 1 else f"{len(filer)} vedlegg"] if filer else [])]
        sist = max((*filer, *([tekst] if tekst else [])), key=lambda utgave: utgave.nr)
        yield _Aapent(sak.id, _unntatt_i(sak), "saken" if sak.skjerming else "et vedlegg", tuple(hva), sist)


def _hele_teksten(sak: Sak, egne: Sequence[Utgave]) -> Utgave | None:
    """The last version that said more than that the case is exempt. If the file still does, PUB904 says so."""
    if _sier_mer(sak):
        return None
    return _siste(egne, lambda utgave: isinstance(utgave.objekt, Sak) and _sier_mer(utgave.objekt))


def _sier_mer(sak: Sak) -> bool:
    return bool(sak.model_fields_set - AAPENT_I_SAKEN) or bool(sak.tekst.strip())


def _noe_av_teksten(sak: Sak, egne: Sequence[Utgave]) -> Utgave | None:
    """The last version without an exemption, if words in it were gone from the first that had one."""
    if sak.skjerming is None:
        return None
    return _sladdet(egne, lambda objekt: isinstance(objekt, Sak) and objekt.skjerming is not None, _ordene)


def _ordene(utgave: Utgave) -> Counter[str]:
    """The words of the file: all in the body; in the head those of letters, for a date corrected hides nothing."""
    tekst = utgave.objekt.tekst if isinstance(utgave.objekt, Sak) else ""
    hode = utgave.tekst.removesuffix(tekst)
    return Counter((*_ORD_I_HODET.findall(hode), *_ORD.findall(tekst)))


# --- attachments


def _filer(data: Dataset, sak: Sak, utgaver: Utgaver, egne: Sequence[Utgave]) -> Iterator[Utgave]:
    """The last version of each exempt file that lay in the open. One that still does is PUB908's."""
    mappe = f"{data.files[sak.id].path.removesuffix('.md')}/"
    if sak.er_unntatt:
        borte = (sti for sti in utgaver if sti.startswith(mappe) and sti not in data.attachments)
        yield from (utgaver[sti][-1] for sti in borte)
        return
    for rad in sak.vedlegg:
        filer = utgaver.get(filsti(data, sak, rad.fil), ()) if rad.fil and rad.skjerming else ()
        if filer and rad.skjerming is not None and rad.skjerming.omfang == "hele":
            yield from filer[-1:] if filsti(data, sak, rad.fil or "") not in data.attachments else ()
        elif filer:
            yield from _byttet(rad, filer, egne)


def _byttet(rad: Vedlegg, filer: Sequence[Utgave], egne: Sequence[Utgave]) -> Iterator[Utgave]:
    """The version that the redacted one took the place of, when the case first said that something is kept back."""
    merket = next((utgave.nr for utgave in egne if _er_merket(utgave.objekt, rad.fil)), None)
    foer = [utgave for utgave in filer if merket is not None and utgave.nr < merket]
    if foer and filer[-1] is not foer[-1]:
        yield foer[-1]


def _er_merket(objekt: object, fil: str | None) -> bool:
    return isinstance(objekt, Sak) and any(rad.fil == fil and rad.skjerming is not None for rad in objekt.vedlegg)


# --- agenda lines and minutes


def _i_moetet(data: Dataset, moete: Moete, egne: Sequence[Utgave]) -> Iterator[_Aapent]:
    for nr, punkt in _unntatte_punkter(data, moete):
        if punkt.sak is None and punkt.tittel is None:
            continue  # there is nothing to know it by
        hele = er_unntatt(data, moete, punkt)
        sist = _hele_linjen(data, moete, punkt, egne) if hele else _noe_av_linjen(data, moete, punkt, egne)
        if sist is not None:
            hva = "mer om den" if hele else "noe av det som sto om den,"
            yield _Aapent(moete.id, ("saksliste", nr), "saken", (hva,), sist)


def _hele_linjen(data: Dataset, moete: Moete, punkt: Sakspunkt, egne: Sequence[Utgave]) -> Utgave | None:
    """The last version that said more of the case than its number. If the file still does, PUB904 says so."""

    def sier_mer(samme: Moete) -> bool:
        linje = _samme_linje(data, moete, samme, punkt)
        felter = linje.model_fields_set - AAPENT_PAA_SAKSLISTEN if linje is not None else frozenset()
        return bool(felter) or bool(_avsnittet(data, moete, samme, punkt))

    if sier_mer(moete):
        return None
    return _siste(egne, lambda utgave: isinstance(utgave.objekt, Moete) and sier_mer(utgave.objekt))


def _noe_av_linjen(data: Dataset, moete: Moete, punkt: Sakspunkt, egne: Sequence[Utgave]) -> Utgave | None:
    """The last version where the line was not exempt, if words about it were gone from the first where it was."""

    def er_merket(objekt: object) -> bool:
        linje = _samme_linje(data, moete, objekt, punkt) if isinstance(objekt, Moete) else None
        return linje is not None and linje.skjerming is not None

    def ordene(utgave: Utgave) -> Counter[str]:
        if not isinstance(utgave.objekt, Moete):
            return Counter()
        linje = _samme_linje(data, moete, utgave.objekt, punkt)
        sagt = repr(linje.model_dump(exclude_unset=True)) if linje is not None else ""
        return Counter((*_ORD_I_HODET.findall(sagt), *_ORD.findall(_avsnittet(data, moete, utgave.objekt, punkt))))

    return _sladdet(egne, er_merket, ordene)


def _samme_linje(data: Dataset, moete: Moete, annen: Moete, punkt: Sakspunkt) -> Sakspunkt | None:
    """The line about the same case, or of the same title, in another version of the meeting."""
    forum = data.forum_of(moete.id)
    sak = data.sak_id(forum, punkt.sak) if punkt.sak else None
    for linje in annen.saksliste:
        if (sak and linje.sak and data.sak_id(forum, linje.sak) == sak) or (
            punkt.sak is None and linje.tittel == punkt.tittel
        ):
            return linje
    return None


def _avsnittet(data: Dataset, moete: Moete, annen: Moete, punkt: Sakspunkt) -> str:
    """The account of the case in a version of the minutes, from its heading to the next case's."""
    forum = data.forum_of(moete.id)
    sak = data.sak_id(forum, punkt.sak) if punkt.sak else None
    treff = [*SAKSOVERSKRIFT.finditer(annen.tekst)]
    for nr, en in enumerate(treff):
        if sak and data.sak_id(forum, en["nummer"]) == sak:
            return annen.tekst[en.start() : treff[nr + 1].start() if nr + 1 < len(treff) else None]
    return ""


# --- versions


def _siste(utgaver: Iterable[Utgave], er_det: Callable[[Utgave], bool]) -> Utgave | None:
    return next((utgave for utgave in reversed([*utgaver]) if er_det(utgave)), None)


def _sladdet(
    utgaver: Sequence[Utgave], er_merket: Callable[[object], bool], ordene: Callable[[Utgave], Counter[str]]
) -> Utgave | None:
    """The last version before the first that is marked, if that one lacks words it had."""
    nr = next((nr for nr, utgave in enumerate(utgaver) if er_merket(utgave.objekt)), 0)
    if nr and ordene(utgaver[nr - 1]) - ordene(utgaver[nr]):
        return utgaver[nr - 1]
    return None
