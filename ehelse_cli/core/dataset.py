"""Everything that was read, with the lookups by id and by day that rules, papers and pages share."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from msgspec import Struct

from ehelse_cli.core.aarshjul import Aarshjul
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.godtatt import Godkjenning
from ehelse_cli.core.historie import Historie
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.moete import Moete, Sakspunkt
from ehelse_cli.core.place import Location
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.saksnummer import Saksnummer, sak_id
from ehelse_cli.core.unntak import Feilskrevet, Unntak
from ehelse_cli.core.virksomhet import Datasett, Person, Virksomhet, siste_verdi, verdi_per

#: Finds the place of a value (or key) in one file: path in the head, whether the key is meant.
Finder = Callable[[Sequence[str | int], bool], Location]


class Fil(Struct, frozen=True):
    """One file that was read: its text, the first line of its body, and how to find a place in it."""

    path: str
    text: str
    body_line: int
    find: Finder


@dataclass(frozen=True)
class Dataset:
    """The whole tree, frozen. `broken` holds the ids of what could not be read: rules keep silent about that."""

    datasett: Datasett = field(default_factory=Datasett)
    virksomheter: Mapping[str, Virksomhet] = field(default_factory=dict)
    personer: tuple[Person, ...] = ()
    forum: Mapping[str, Forum] = field(default_factory=dict)
    mandater: Mapping[str, Mandat] = field(default_factory=dict)
    godtatt: tuple[Godkjenning, ...] = ()
    moeter: Mapping[str, Moete] = field(default_factory=dict)
    saker: Mapping[str, Sak] = field(default_factory=dict)
    aarshjul: Mapping[str, Aarshjul] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    attachments: frozenset[str] = frozenset()
    #: The open path of every file below `skjermet/`. Of a twin no more than its name is ever known.
    tvillinger: frozenset[str] = frozenset()
    files: Mapping[str, Fil] = field(default_factory=dict, repr=False)
    #: The tree's own templates of papers, by path.
    maler: Mapping[str, str] = field(default_factory=dict, repr=False)
    #: What comments in the files set aside, and those that are written wrong.
    unntak: tuple[Unntak, ...] = ()
    feilskrevne: tuple[Feilskrevet, ...] = ()
    #: What git remembers; None where there is no git.
    historie: Historie | None = field(default=None, repr=False, compare=False)
    #: What core/memo.py has worked out before.
    memo: dict[tuple[object, ...], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    # --- places

    def place(self, id_: str, *path: str | int, key: bool = False) -> Location:
        """Where the value (or key) at `path` of the object stands; the nearest place that exists."""
        return self.files[id_].find(path, key)

    def place_in_body(self, id_: str, line: int) -> Location:
        """A line of the object's body; `line` counts from 0 at the body's first."""
        fil = self.files[id_]
        number = fil.body_line + line
        text = fil.text.splitlines()[number - 1] if number <= fil.text.count("\n") + 1 else ""
        return Location(fil.path, number, 1, number, len(text) + 1)

    # --- mandates

    @cached_property
    def _mandater_per_forum(self) -> Mapping[str, tuple[Mandat, ...]]:
        per_forum: dict[str, list[Mandat]] = {}
        for mandat in self.mandater.values():
            per_forum.setdefault(mandat.forum, []).append(mandat)
        return {
            forum: tuple(sorted(rader, key=lambda rad: (rad.fra or date.max, rad.id)))
            for forum, rader in per_forum.items()
        }

    @cached_property
    def _vedtatte(self) -> Mapping[str, tuple[tuple[date, Mandat], ...]]:
        """Each forum's revisions that are no drafts, with the first day each is judged by, oldest first."""
        return {
            forum: tuple((fra, rad) for rad in rader if not rad.er_utkast and (fra := rad.fra) is not None)
            for forum, rader in self._mandater_per_forum.items()
        }

    def mandater_for(self, forum: str) -> tuple[Mandat, ...]:
        """The forum's revisions and drafts, oldest first."""
        return self._mandater_per_forum.get(forum, ())

    def mandat_for(self, forum: str, dag: date) -> Mandat | None:
        """The adopted revision in force that day, or None when none is known."""
        gjeldende = None
        for fra, mandat in self._vedtatte.get(forum, ()):
            if fra <= dag:
                gjeldende = mandat
        return gjeldende if gjeldende is None or _gjelder_enna(gjeldende, dag) else None

    # --- meetings and cases

    @cached_property
    def _moeter_per_forum(self) -> Mapping[str, tuple[Moete, ...]]:
        per_forum: dict[str, list[Moete]] = {}
        for moete in self.moeter.values():
            per_forum.setdefault(self.forum_of(moete.id), []).append(moete)
        return {
            forum: tuple(sorted(rader, key=lambda rad: (rad.tid.dato, rad.id))) for forum, rader in per_forum.items()
        }

    def moeter_for(self, forum: str) -> tuple[Moete, ...]:
        """The forum's meetings by day."""
        return self._moeter_per_forum.get(forum, ())

    @cached_property
    def _forum_of(self) -> Mapping[str, str]:
        return {id_: fil.path.split("/")[2] for id_, fil in self.files.items() if fil.path.count("/") >= 3}

    def forum_of(self, id_: str) -> str:
        """The forum a meeting or a case belongs to: the folder it stands in."""
        return self._forum_of[id_]

    def sak_id(self, forum: str, skrevet: str) -> str | None:
        """The id of a case written as people write it in the forum's own files, or as an id; None when unreadable."""
        if skrevet in self.saker or skrevet in self.broken:
            return skrevet
        nummer = self.saksnummer(forum, skrevet)
        return None if nummer is None else sak_id(forum, nummer.aar, nummer.nummer)

    def saksnummer(self, forum: str, skrevet: str) -> Saksnummer | None:
        """Year and number of a case written by the forum's scheme; None when it cannot be read."""
        ordning = self.forum[forum].saksnummer if forum in self.forum else None
        if ordning is None:
            return None
        try:
            return ordning.les(skrevet)
        except ValueError:
            return None

    def saksnummer_i(self, sak: str) -> tuple[int, int] | None:
        """Year and number that are in a case's id; None in the queue."""
        aar, _, nummer = sak.removeprefix(f"{self.forum_of(sak)}-").partition("-")
        return (int(aar), int(nummer)) if aar.isdecimal() and nummer.isdecimal() else None

    def saker_for(self, forum: str) -> tuple[Sak, ...]:
        """The forum's cases that have a number, in order of number."""
        return tuple(sak for sak in self.saker.values() if self.forum_of(sak.id) == forum)

    @cached_property
    def _behandlinger(self) -> Mapping[str, tuple[tuple[Moete, int], ...]]:
        per_sak: dict[str, list[tuple[Moete, int]]] = {}
        for moete, nr, punkt in self._alle_punkter():
            id_ = self.sak_id(self.forum_of(moete.id), punkt.sak) if punkt.sak else None
            if id_ is not None:
                per_sak.setdefault(id_, []).append((moete, nr))
        return {id_: tuple(rader) for id_, rader in per_sak.items()}

    def _alle_punkter(self) -> Iterator[tuple[Moete, int, Sakspunkt]]:
        for forum in self._moeter_per_forum.values():
            for moete in forum:
                for nr, punkt in enumerate(moete.saksliste):
                    yield moete, nr, punkt

    def behandlinger(self, sak: str) -> tuple[tuple[Moete, int], ...]:
        """The agenda lines a case stands on, by day: (meeting, index in its saksliste)."""
        return self._behandlinger.get(sak, ())

    # --- names

    def virksomhetsnavn(self, id_: str, dag: date, *, kort: bool = False) -> str:
        """What the organisation or forum is called that day; the id itself when nobody has named it."""
        eier = self.virksomheter.get(id_) or self.forum.get(id_)
        if eier is None:
            return id_
        navn = verdi_per(eier.navn, dag) or siste_verdi(eier.navn) or id_
        return (verdi_per(eier.kort, dag) or navn) if kort else navn

    def forumnavn(self, id_: str, dag: date, *, kort: bool = False) -> str:
        """What the council is called that day."""
        return self.virksomhetsnavn(id_, dag, kort=kort)

    def finnes(self, id_: str) -> bool:
        """Whether an organisation or a forum has the id, or would have had it if its file could be read."""
        return id_ in self.virksomheter or id_ in self.forum or id_ in self.broken

    def medlemmer_av_sett(self, id_: str) -> frozenset[str]:
        """The organisations an id stands for: itself, and those it `bestaar_av`."""
        virksomhet = self.virksomheter.get(id_)
        return frozenset({id_, *(virksomhet.bestaar_av if virksomhet else ())})

    # --- ids

    @cached_property
    def ider(self) -> tuple[str, ...]:
        """Every id one can ask for, sorted."""
        return tuple(sorted({*self.forum, *self.mandater, *self.moeter, *self.saker, *self.virksomheter}))


def _gjelder_enna(mandat: Mandat, dag: date) -> bool:
    return mandat.gjelder_til is None or dag <= mandat.gjelder_til
