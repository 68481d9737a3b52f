"""What may be seen on the day: each question asked of the files once, whoever needs the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct, field

from ehelse_cli.core import adresse
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.public.adgang import (
    Aapen,
    Adgang,
    adgang_til_punkt,
    adgang_til_sak,
    lukkede_filer,
    referatet_er_ute,
    sakslisten_er_ute,
)
from ehelse_cli.public.omtale import Omtale

#: From a page two folders down to the root of the site.
_ROT = "../../"


class Tilganger(Struct, frozen=True, dict=True):
    """Which cases, lines and minutes are open on the day, and where; and who is called what."""

    data: Dataset
    dag: date
    _linjer: dict[str, tuple[Adgang, ...]] = field(default_factory=dict)
    _omtaler: dict[tuple[str, date, Maalform], Omtale] = field(default_factory=dict)

    # ── cases

    @cached_property
    def _saker(self) -> Mapping[str, Adgang]:
        return {id_: adgang_til_sak(self.data, sak, self.dag) for id_, sak in self.data.saker.items()}

    @cached_property
    def _aapne(self) -> frozenset[str]:
        return frozenset(id_ for id_, adgang in self._saker.items() if isinstance(adgang, Aapen))

    def til(self, id_: str) -> Adgang | None:
        """What may be seen of the case; None where there is no such case that can be read."""
        return self._saker.get(id_)

    def aapen(self, id_: str) -> bool:
        """Whether its paper is out."""
        return id_ in self._aapne

    def fortsatt_i(self, id_: str) -> tuple[str, ...]:
        """The open cases that continue it."""
        return tuple(self._fortsettelser.get(id_, ()))

    @cached_property
    def _fortsettelser(self) -> Mapping[str, list[str]]:
        funnet: dict[str, list[str]] = {}
        for sak in self.data.saker.values():
            for eldre in sak.fra_sak if self.aapen(sak.id) else ():
                funnet.setdefault(eldre, []).append(sak.id)
        return funnet

    # ── meetings

    def sakslisten_er_ute(self, moete: Moete) -> bool:
        """Whether the agenda is."""
        return moete.id in self._sakslister

    @cached_property
    def _sakslister(self) -> frozenset[str]:
        return frozenset(en.id for en in self.data.moeter.values() if sakslisten_er_ute(self.data, en, self.dag))

    def referatet_er_ute(self, moete: Moete) -> bool:
        """Whether the minutes are."""
        return moete.id in self._referater

    @cached_property
    def _referater(self) -> frozenset[str]:
        return frozenset(en.id for en in self.data.moeter.values() if referatet_er_ute(self.data, en, self.dag))

    def til_linjer(self, moete: Moete) -> tuple[Adgang, ...]:
        """What may be seen of each line of an agenda that is out."""
        if moete.id not in self._linjer:
            self._linjer[moete.id] = tuple(
                adgang_til_punkt(self.data, moete, punkt, self.dag) for punkt in moete.saksliste
            )
        return self._linjer[moete.id]

    # ── names and places

    def omtale(self, forum: str, dag: date, maalform: Maalform) -> Omtale:
        """What those whom the council's texts name are called that day."""
        noekkel = (forum, dag, maalform)
        if noekkel not in self._omtaler:
            self._omtaler[noekkel] = Omtale(self.data, *noekkel)
        return self._omtaler[noekkel]

    def adresse(self, sti: str) -> str | None:
        """Where on the site the file at a path in the tree is; None for what does not go out."""
        return self._adresser.get(sti)

    @cached_property
    def _adresser(self) -> Mapping[str, str]:
        return dict(self._sider())

    def _sider(self) -> Iterator[tuple[str, str]]:
        for sak in self.data.saker.values():
            if not self.aapen(sak.id):
                continue
            sti = self.data.files[sak.id].path
            yield sti, _ROT + adresse.sak(sak.id)
            lukkede = lukkede_filer(sak.vedlegg, self.dag)
            for ett in sak.vedlegg:
                if ett.fil and ett.fil not in lukkede:
                    yield f"{sti.removesuffix('.md')}/{ett.fil}", _ROT + adresse.vedlegg(sak.id, ett.fil)
