"""Every place where one object names another, and what kind of thing it must name."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct

from ehelse_cli.core.aarshjul import Aarshjul
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.moete import Deltaker, Fremmoete, Moete
from ehelse_cli.core.sak import Sak
from ehelse_cli.rules.common import Path

Target = Literal["aktoer", "forum", "moete", "sak", "mandat", "gruppe", "sete", "fast", "rolle"]

#: Words that stand where an id may, and name nobody in the registers.
WORDS = frozenset(
    {
        *map(str, Taushet),
        "alle_medlemmer",
        "egen_virksomhet",
        "leder",
        "medlemmer",
        "moetet",
        "raadet",
        "sakseier",
        "sekretariatet",
    }
)

#: Keys of a mandate's head that hold ids, wherever they stand, and what the ids name.
_I_HODET: Mapping[str, Target] = {
    "virksomheter": "aktoer",
    "oppnevnes_av": "aktoer",
    "velges_av": "aktoer",
    "foreslaas_av": "aktoer",
    "grupper": "gruppe",
    "vedtar_mandat_for": "forum",
    "godkjenner_medlemmer_i": "forum",
    "forbereder_for": "forum",
    "felles_med": "forum",
    "gjelder_for": "forum",
    "overordnet": "mandat",
    "erstatter": "mandat",
}


class Reference(Struct, frozen=True):
    """`owner` names `target` at `path`; `forum` is whose groups, members and standing items count."""

    owner: str
    path: Path
    target: str
    kind: Target
    forum: str = ""


def references(data: Dataset) -> Iterator[Reference]:
    """All of them, file by file."""
    yield from _homeless(data)
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
        yield from _in_aarshjul(aarshjul)


def _homeless(data: Dataset) -> Iterator[Reference]:
    """The first file of each folder that bears the name of a forum: there must be one."""
    seen: set[str] = set()
    for id_ in (*data.mandater, *data.moeter, *data.saker):
        forum = data.forum_of(id_)
        if forum not in seen:
            seen.add(forum)
            yield Reference(id_, (), forum, "forum")


def _one(owner: str, path: Path, target: object, kind: Target, forum: str = "") -> Iterator[Reference]:
    """One id, unless it is left out or a silence stands for it."""
    if isinstance(target, str) and target not in WORDS:
        yield Reference(owner, path, str(target), kind, forum)


def _many(owner: str, path: Path, targets: Iterable[str], kind: Target, forum: str = "") -> Iterator[Reference]:
    for nr, target in enumerate(targets):
        yield from _one(owner, (*path, nr), target, kind, forum)


def _in_forum(forum: Forum) -> Iterator[Reference]:
    yield from _one(forum.id, ("erstatter",), forum.erstatter, "forum")
    for nr, rad in enumerate(forum.overordnet):
        yield from _one(forum.id, ("overordnet", nr, "verdi"), rad.verdi, "forum")
    for nr, sekretariat in enumerate(forum.sekretariat):
        yield from _one(forum.id, ("sekretariat", nr, "verdi"), sekretariat.verdi, "aktoer")
    for nr, eier in enumerate(forum.eier):
        yield from _one(forum.id, ("eier", nr, "verdi"), eier.verdi, "aktoer")
    for nr, evaluering in enumerate(forum.evalueringer):
        yield from _many(forum.id, ("evalueringer", nr, "av"), evaluering.av, "aktoer")
    for nr, medlem in enumerate(forum.medlemmer):
        yield from _one(forum.id, ("medlemmer", nr, "virksomhet"), medlem.virksomhet, "aktoer")
        yield from _one(forum.id, ("medlemmer", nr, "gruppe"), medlem.gruppe, "gruppe", forum.id)
        if medlem.oppnevnt is not None:
            yield from _one(forum.id, ("medlemmer", nr, "oppnevnt", "av"), medlem.oppnevnt.av, "aktoer")
    for nr, vara in enumerate(forum.stedfortredere):
        yield from _one(forum.id, ("stedfortredere", nr, "virksomhet"), vara.virksomhet, "aktoer")
        yield from _one(forum.id, ("stedfortredere", nr, "for"), vara.for_, "sete", forum.id)


def _in_mandat(mandat: Mandat) -> Iterator[Reference]:
    """By the names of the keys: the head may say the same thing short or long, and at any depth."""
    if mandat.vedtatt is not None:
        yield from _one(mandat.id, ("vedtatt", "av"), mandat.vedtatt.av, "aktoer")
    yield from _in_head(mandat, mandat.hode, ())


def _in_head(mandat: Mandat, node: Any, path: Path) -> Iterator[Reference]:
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key in _I_HODET:
                yield from _ids(mandat, value, (*path, key), _I_HODET[key])
            yield from _in_head(mandat, value, (*path, key))
    elif isinstance(node, list):
        for nr, value in enumerate(node):
            yield from _in_head(mandat, value, (*path, nr))


def _ids(mandat: Mandat, value: Any, path: Path, kind: Target) -> Iterator[Reference]:
    """The ids a key holds: one, a list, the long form's `verdi`, or who does something together or in turn."""
    if isinstance(value, Mapping):
        for key in ("verdi", "sammen", "en_av", "foerst", "hvem"):
            if key in value:
                yield from _ids(mandat, value[key], (*path, key), kind)
    elif isinstance(value, list):
        yield from _many(mandat.id, path, value, kind, mandat.forum)
    else:
        yield from _one(mandat.id, path, value, kind, mandat.forum)


def _in_moete(moete: Moete, forum: str) -> Iterator[Reference]:
    if isinstance(moete.fremmoete, Fremmoete):
        for section in type(moete.fremmoete).model_fields:
            yield from _deltakere(moete.id, ("fremmoete", section), getattr(moete.fremmoete, section))
    for nr, punkt in enumerate(moete.saksliste):
        path: Path = ("saksliste", nr)
        yield from _one(moete.id, (*path, "fast"), punkt.fast, "fast", forum)
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
    yield from _one(sak.id, ("i_rollen",), sak.i_rollen, "rolle", forum)
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
        if svar.styringssignal is not None:
            til: Path = ("oppfoelging", nr, "styringssignal", "til")
            yield from _many(sak.id, til, svar.styringssignal.til, "aktoer")
    yield from _what_it_rests_on(sak)


def _what_it_rests_on(sak: Sak) -> Iterator[Reference]:
    """Documents, other organisations' parts, and what must be there first."""
    for nr, dokument in enumerate(sak.grunnlagsdokumenter):
        yield from _one(sak.id, ("grunnlagsdokumenter", nr, "av"), dokument.av, "aktoer")
    for nr, aktoer in enumerate(sak.aktoerer):
        yield from _one(sak.id, ("aktoerer", nr, "hvem"), aktoer.hvem, "aktoer")
    for nr, avhengighet in enumerate(sak.avhengigheter):
        yield from _one(sak.id, ("avhengigheter", nr, "hvem"), avhengighet.hvem, "aktoer")
        yield from _one(sak.id, ("avhengigheter", nr, "sak"), avhengighet.sak, "sak")


def _in_aarshjul(aarshjul: Aarshjul) -> Iterator[Reference]:
    yield from _many(aarshjul.id, ("forum",), aarshjul.forum, "forum")
    yield from _one(aarshjul.id, ("behandlet",), aarshjul.behandlet, "moete")
    for nr, hendelse in enumerate(aarshjul.hendelser):
        yield from _one(aarshjul.id, ("hendelser", nr, "hvem"), hendelse.hvem, "aktoer")
        yield from _many(aarshjul.id, ("hendelser", nr, "foer"), hendelse.foer, "moete")
