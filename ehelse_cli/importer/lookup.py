"""Who is meant: an organisation by id, number or any name it has had, a group of seats, a person in the files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.mandat import LEDERSETET, Mandat, grupper_i, verv_i
from ehelse_cli.core.register import navn_naa
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.importer.text_of import one_line
from ehelse_cli.rules.common import gruppenavn

_ORGNR = 9
_REGISTER = ("data/virksomheter.yaml", "Rett cella, eller før virksomheten inn der først.")


@dataclass(frozen=True, slots=True)
class Found:
    """What a word was taken to mean; else why not, and what may have been meant."""

    id: str | None
    why: str = ""
    help: str = ""


@dataclass(frozen=True)  # what is asked for at every row is kept
class Lookup:
    """The names there are, each as it is compared: without regard to case, blanks and full stops."""

    data: Dataset

    def organisation(self, said: str) -> Found:
        """The organisation of the id, the number or the name."""
        return _the_one(said, self._organisations, *_REGISTER)

    def appointer(self, said: str) -> Found:
        """An organisation, or a council."""
        return _the_one(said, self._councils_too, *_REGISTER)

    def group(self, said: str, mandate: Mandat, day: date) -> Found:
        """A group of seats by its id, its name, or the short name of the organisation it is called after."""
        there = oppramsing(group.id for group in grupper_i(mandate))
        return _the_one(said, _groups(self.data, mandate, day), f"mandatet {mandate.id}", f"Det har {there}.")

    @cached_property
    def _organisations(self) -> Mapping[str, frozenset[str]]:
        names: dict[str, frozenset[str]] = {}
        for id_, one in self.data.virksomheter.items():
            for name in (id_, one.orgnr, *(row.verdi for row in (*one.navn, *one.kort))):
                _know(names, name, id_)
        return names

    @cached_property
    def _councils_too(self) -> Mapping[str, frozenset[str]]:
        names = dict(self._organisations)
        for id_, one in self.data.forum.items():
            for name in (id_, *(row.verdi for row in (*one.navn, *one.kort)), *one.aliaser):
                _know(names, name, id_)
        return names

    def person(self, name: str) -> str:
        """The name as it is compared: the one the person has now."""
        said = one_line(name)
        return compared(self._now.get(compared(said), said))

    @cached_property
    def _now(self) -> Mapping[str, str]:
        return {compared(old): new for old, new in navn_naa(self.data).items()}


def compared(name: str) -> str:
    """The name without regard to case, full stops and what sort of dash it has."""
    return one_line(name.replace(".", "").replace("–", "-").replace("’", "'")).casefold()


def near(name: str, known: Iterable[str], cutoff: float = 0.75) -> tuple[str, ...]:
    """The known names that may be meant, as they are written."""
    names = {compared(one): one for one in known}
    return tuple(names[one] for one in get_close_matches(compared(name), names, n=3, cutoff=cutoff))


def meant(names: Iterable[str]) -> str:
    """`; mente du «a» eller «b»?`, or nothing."""
    quoted = [f"«{name}»" for name in names]
    return f"; mente du {oppramsing(quoted, 'eller')}?" if quoted else ""


#: So many names are read; of more it is enough how many.
_READ = 5


def some(names: Sequence[str]) -> str:
    """The names; of many the first, and how many more."""
    return oppramsing(names) if len(names) <= _READ else f"{', '.join(names[:_READ])} og {len(names) - _READ} til"


def _know(names: dict[str, frozenset[str]], name: str | None, id_: str) -> None:
    if name:
        names[compared(name)] = names.get(compared(name), frozenset()) | {id_}


def _groups(data: Dataset, mandate: Mandat, day: date) -> Mapping[str, frozenset[str]]:
    names: dict[str, frozenset[str]] = {}
    for group in grupper_i(mandate):
        short = data.virksomhetsnavn(group.id, day, kort=True) if data.finnes(group.id) else None
        for name in (group.id, group.navn, gruppenavn(data, mandate, group.id, day), short):
            _know(names, name, group.id)
    leader = verv_i(mandate)
    if leader is not None and leader.sete == "eget":
        _know(names, "leder", LEDERSETET)
    return names


def _the_one(said: str, names: Mapping[str, frozenset[str]], where: str, help: str) -> Found:
    digits = said.replace(" ", "")
    found = names.get(digits if len(digits) == _ORGNR and digits.isdecimal() else compared(said), frozenset())
    if len(found) == 1:
        return Found(next(iter(found)))
    if found:
        return Found(None, f"«{said}» kan være {oppramsing(sorted(found), 'eller')}", "Skriv id-en.")
    close = get_close_matches(compared(said), names, n=3, cutoff=0.7)
    ids = tuple(dict.fromkeys(id_ for name in close for id_ in sorted(names[name])))
    return Found(None, f"«{said}» finnes ikke i {where}{meant(ids)}", help)
