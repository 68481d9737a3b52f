"""Everything that may go out, as of one day: the only thing a page, a feed or an export is given."""

from datetime import date
from functools import cached_property

from msgspec import Struct

from ehelse_cli.public.felles import Verdi
from ehelse_cli.public.forum import Forum, Virksomhet
from ehelse_cli.public.moete import Moete
from ehelse_cli.public.sak import AapenSak, Sak


class Samling(Verdi, frozen=True):
    """What the tree is: its name, its address without a slash at the end, and whether it is an example."""

    navn: str
    eksempel: bool
    maalform: str
    nettadresse: str | None = None


class Aarshendelse(Verdi, frozen=True):
    """Something of the year that belongs to no meeting: formoete, anker, frist or stengt.

    `fra` is a day, a month or a year as ISO; `foer` are the ids of the public meetings it prepares.
    """

    tittel: str
    slag: str
    fra: str
    til: str | None = None
    hver: str | None = None
    hvem: str | None = None
    foer: tuple[str, ...] = ()


class Aarshjul(Verdi, frozen=True):
    """One published year: the councils in the order cases go, and what happens."""

    aar: int
    publisert: date
    forum: tuple[str, ...] = ()
    hendelser: tuple[Aarshendelse, ...] = ()


class Fil(Verdi, frozen=True):
    """An attachment's bytes that go out: the case, their name in the case's folder, and where they are in the tree."""

    sak: str
    navn: str
    sti: str


class Offentlig(Struct, frozen=True, dict=True):
    """The public model. Everything is in order of id, meetings in order of day: the same tree gives the same values."""

    dag: date
    samling: Samling
    forum: tuple[Forum, ...] = ()
    moeter: tuple[Moete, ...] = ()
    saker: tuple[Sak, ...] = ()
    aarshjul: tuple[Aarshjul, ...] = ()
    virksomheter: tuple[Virksomhet, ...] = ()
    filer: tuple[Fil, ...] = ()

    @cached_property
    def _forum(self) -> dict[str, Forum]:
        return {ett.id: ett for ett in self.forum}

    @cached_property
    def _saker(self) -> dict[str, Sak]:
        return {en.id: en for en in self.saker}

    @cached_property
    def _moeter(self) -> dict[str, Moete]:
        return {ett.id: ett for ett in self.moeter}

    def forumet(self, id_: str) -> Forum | None:
        """The council, if it is public."""
        return self._forum.get(id_)

    def saken(self, id_: str) -> Sak | None:
        """The case, if anything of it is public."""
        return self._saker.get(id_)

    def moetet(self, id_: str) -> Moete | None:
        """The meeting, if it is public."""
        return self._moeter.get(id_)

    def moeter_i(self, forum: str) -> tuple[Moete, ...]:
        """The council's meetings by day."""
        return tuple(ett for ett in self.moeter if ett.forum == forum)

    def saker_i(self, forum: str) -> tuple[Sak, ...]:
        """The council's cases, open and exempt."""
        return tuple(en for en in self.saker if en.forum == forum)

    @cached_property
    def aapne_saker(self) -> tuple[AapenSak, ...]:
        """Those whose paper is out."""
        return tuple(en for en in self.saker if isinstance(en, AapenSak))
