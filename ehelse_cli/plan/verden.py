"""The live data as it would be under one of the mandates: the same people, meetings and cases, another set of rules.

Only what concerns the council is taken along, so that asking costs as much as the council is large, not the tree. All
of it is shared between the worlds but the mandates themselves.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ehelse_cli.core.dataset import Dataset, Fil
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.place import Location
from ehelse_cli.plan.oppmoete import Oppmoete


@dataclass(frozen=True, slots=True)
class Verden:
    """One set of rules and the live data. `alltid` is the same with the mandate in force as long as anybody has sat."""

    data: Dataset
    alltid: Dataset
    forum: Forum
    mandat: Mandat
    oppmoeter: dict[Hashable, Oppmoete] = field(default_factory=dict, repr=False, compare=False)
    """What is known of who comes when; the worlds share it."""

    @property
    def id(self) -> str:
        """The council: what is remembered is remembered in `data`."""
        return self.forum.id


@dataclass(frozen=True, slots=True)
class Grunnlag:
    """What the worlds share: the council's part of the live data, and its mandates up to the day."""

    data: Dataset
    forum: Forum
    foer: Mapping[str, Mandat]
    i_kraft: date
    oppmoeter: dict[Hashable, Oppmoete] = field(default_factory=dict, repr=False, compare=False)

    def verden(self, mandat: Mandat) -> Verden:
        """The world where this mandate takes force on the day."""
        mandater = {**self.foer, mandat.id: mandat}
        uten = {id_: _uten_fil(en) for id_, en in mandater.items() if id_ not in self.data.files}
        med_fil = {**self.data.files, **uten} if uten else self.data.files
        alltid = mandat.model_copy(update={"gjelder_fra": date.min})
        return Verden(
            replace(self.data, mandater=mandater, files=med_fil),
            replace(self.data, mandater={mandat.id: alltid}, files=med_fil),
            self.forum,
            mandat,
            self.oppmoeter,
        )


def grunnlag(data: Dataset, forum: Forum, gammel: Mandat, ny: Mandat, i_kraft: date) -> Grunnlag:
    """The council's part of the data. The old mandate and those before it stay in force until the day."""
    tidligere = {
        mandat.id: mandat
        for mandat in (*data.mandater_for(forum.id), gammel)
        if mandat.forum == forum.id and not mandat.er_utkast and mandat.fra is not None and mandat.id != ny.id
    }
    del_ = _utsnitt(data, forum, (*tidligere, gammel.id, ny.id))
    foer = {id_: mandat for id_, mandat in tidligere.items() if _gjelder_uansett(mandat, gammel, i_kraft)}
    overordnet = data.mandater.get(ny.overordnet) if ny.overordnet else None
    return Grunnlag(del_, forum, foer | ({overordnet.id: overordnet} if overordnet else {}), i_kraft)


def _gjelder_uansett(mandat: Mandat, gammel: Mandat, i_kraft: date) -> bool:
    """Whether the revision was there before the day, or takes over after both: of the two compared only one may."""
    return mandat.fra is not None and (mandat.fra < i_kraft or (mandat.fra > i_kraft and mandat.id != gammel.id))


def _utsnitt(data: Dataset, forum: Forum, mandater: tuple[str, ...]) -> Dataset:
    moeter = {moete.id: moete for moete in data.moeter_for(forum.id)}
    mappe = f"data/saker/{forum.id}/"
    saker = {id_: sak for id_, sak in data.saker.items() if data.files[id_].path.startswith(mappe)}
    ider = (forum.id, *moeter, *saker, *data.aarshjul, *mandater)
    return replace(
        data,
        forum={forum.id: forum},
        moeter=moeter,
        saker=saker,
        files={id_: data.files[id_] for id_ in ider if id_ in data.files},
        unntak=(),
        feilskrevne=(),
    )


def _uten_fil(mandat: Mandat) -> Fil:
    """A mandate that is in no file of the tree has no places: all of it is at its first line."""
    path = f"data/mandater/{mandat.forum}/{mandat.id.partition('@')[2]}.md"
    return Fil(path, "", 1, lambda _path, _key: Location(path, 1, 1, 1, 1))
