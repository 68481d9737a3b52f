"""Every place where one object names another, and what kind of thing it must name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.mandat import Mandat, grupper_i, verv_i
from ehelse_cli.core.mandat.regel import Hvem
from ehelse_cli.core.mandat.sammensetning import Sammensetning
from ehelse_cli.core.moete import Deltaker, Fremmoete, Moete
from ehelse_cli.core.sak import Sak

Path = tuple[str | int, ...]
Target = Literal["aktoer", "forum", "moete", "sak", "mandat", "gruppe"]

#: Words that stand where an id may, and name nobody in the registers.
WORDS = frozenset({"egen_virksomhet", "raadet", "leder", "medlemmer", "alle_medlemmer", "sekretariatet", "moetet"})


@dataclass(frozen=True, slots=True)
class Reference:
    """`owner` names `target` at `path`; `forum` is whose groups count."""

    owner: str
    path: Path
    target: str
    kind: Target
    forum: str = ""


def references(data: Dataset) -> Iterator[Reference]:
    """All of them, file by file."""
    for id_, virksomhet in data.virksomheter.items():
        for key in ("erstatter", "bestaar_av"):
            yield from _many("virksomheter", (id_, key), getattr(virksomhet, key), "aktoer")
    for forum in data.forum.values():
        yield from _in_forum(forum)
    for mandat in data.mandater.values():
        yield from _in_mandat(mandat)
    for moete in data.moeter.values():
        yield from _in_moete(moete, data.forum_of(moete.id))
    for sak in data.saker.values():
        yield from _in_sak(sak, data.forum_of(sak.id))
    for aarshjul in data.aarshjul.values():
        yield from _many(aarshjul.id, ("forum",), aarshjul.forum, "forum")
        yield from _one(aarshjul.id, ("behandlet",), aarshjul.behandlet, "moete")
        for nr, hendelse in enumerate(aarshjul.hendelser):
            yield from _one(aarshjul.id, ("hendelser", nr, "hvem"), hendelse.hvem, "aktoer")
            yield from _many(aarshjul.id, ("hendelser", nr, "foer"), hendelse.foer, "moete")


def _one(owner: str, path: Path, target: object, kind: Target, forum: str = "") -> Iterator[Reference]:
    """One id, unless it is left out or a silence stands for it."""
    if isinstance(target, str) and not isinstance(target, Taushet) and target not in WORDS:
        yield Reference(owner, path, target, kind, forum)


def _many(owner: str, path: Path, targets: Iterable[str], kind: Target, forum: str = "") -> Iterator[Reference]:
    for nr, target in enumerate(targets):
        yield from _one(owner, (*path, nr), target, kind, forum)


def _in_forum(forum: Forum) -> Iterator[Reference]:
    yield from _one(forum.id, ("erstatter",), forum.erstatter, "forum")
    for nr, rad in enumerate(forum.overordnet):
        yield from _one(forum.id, ("overordnet", nr, "verdi"), rad.verdi, "forum")
    for nr, sekretariat in enumerate(forum.sekretariat):
        yield from _one(forum.id, ("sekretariat", nr, "verdi"), sekretariat.verdi, "aktoer")
    for nr, medlem in enumerate(forum.medlemmer):
        yield from _one(forum.id, ("medlemmer", nr, "virksomhet"), medlem.virksomhet, "aktoer")
        yield from _one(forum.id, ("medlemmer", nr, "gruppe"), medlem.gruppe, "gruppe", forum.id)
        if medlem.oppnevnt is not None:
            yield from _one(forum.id, ("medlemmer", nr, "oppnevnt", "av"), medlem.oppnevnt.av, "aktoer")
    for nr, vara in enumerate(forum.stedfortredere):
        yield from _one(forum.id, ("stedfortredere", nr, "virksomhet"), vara.virksomhet, "aktoer")


def _in_mandat(mandat: Mandat) -> Iterator[Reference]:
    if mandat.vedtatt is not None:
        yield from _one(mandat.id, ("vedtatt", "av"), mandat.vedtatt.av, "aktoer")
    yield from _one(mandat.id, ("erstatter",), mandat.erstatter, "mandat")
    if isinstance(mandat.vedtar_mandat_for, tuple):
        yield from _many(mandat.id, ("vedtar_mandat_for",), mandat.vedtar_mandat_for, "forum")
    if isinstance(mandat.sammensetning, Sammensetning):
        yield from _hvem(mandat.id, ("sammensetning", "oppnevnes_av"), mandat.sammensetning.oppnevnes_av)
    verv = verv_i(mandat)
    if verv is not None:
        yield from _many(mandat.id, ("sammensetning", "leder", "virksomheter"), verv.virksomheter, "aktoer")
        yield from _many(mandat.id, ("sammensetning", "leder", "grupper"), verv.grupper, "gruppe", mandat.forum)
    for nr, gruppe in enumerate(grupper_i(mandat)):
        path: Path = ("sammensetning", "grupper", nr)
        yield from _many(mandat.id, (*path, "virksomheter"), gruppe.virksomheter, "aktoer")
        yield from _hvem(mandat.id, (*path, "oppnevnes_av"), gruppe.oppnevnes_av)


def _hvem(owner: str, path: Path, hvem: object) -> Iterator[Reference]:
    if isinstance(hvem, Hvem):
        for id_ in hvem.ider:
            yield from _one(owner, path, id_, "aktoer")


def _in_moete(moete: Moete, forum: str) -> Iterator[Reference]:
    if isinstance(moete.fremmoete, Fremmoete):
        for section in type(moete.fremmoete).model_fields:
            yield from _deltakere(moete.id, ("fremmoete", section), getattr(moete.fremmoete, section))
    for nr, punkt in enumerate(moete.saksliste):
        path: Path = ("saksliste", nr)
        yield from _many(moete.id, (*path, "sakseiere"), punkt.sakseiere, "aktoer")
        if punkt.gjelder is not None and not punkt.gjelder[:4].isdigit():
            yield from _one(moete.id, (*path, "gjelder"), punkt.gjelder, "moete")
        if punkt.videre_til is not None:
            kind: Target = "moete" if punkt.utfall == "utsatt" else "aktoer"
            yield from _one(moete.id, (*path, "videre_til"), punkt.videre_til, kind, forum)


def _deltakere(owner: str, path: Path, deltakere: Iterable[Deltaker]) -> Iterator[Reference]:
    for nr, deltaker in enumerate(deltakere):
        yield from _one(owner, (*path, nr, "virksomhet"), deltaker.virksomhet, "aktoer")


def _in_sak(sak: Sak, forum: str) -> Iterator[Reference]:
    yield from _many(sak.id, ("fra_sak",), sak.fra_sak, "sak")
    yield from _one(sak.id, ("gjelder_mandat",), sak.gjelder_mandat, "mandat")
    for key in ("sakseiere", "foreslaatt_av", "utarbeidet_av", "i_samarbeid_med"):
        yield from _many(sak.id, (key,), getattr(sak, key), "aktoer")
    yield from _deltakere(sak.id, ("framlegges_av",), sak.framlegges_av)
    if sak.oppdrag is not None:
        yield from _one(sak.id, ("oppdrag", "av"), sak.oppdrag.av, "aktoer")
    if isinstance(sak.videre_saksprosess, tuple):
        for nr, steg in enumerate(sak.videre_saksprosess):
            yield from _one(sak.id, ("videre_saksprosess", nr, "hvem"), steg.hvem, "aktoer", forum)
    for nr, svar in enumerate(sak.oppfoelging):
        yield from _one(sak.id, ("oppfoelging", nr, "av"), svar.av, "aktoer")
