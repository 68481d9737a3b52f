"""The list of one meeting: everybody who may come, and what the file says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.moete import Deltaker, Fremmoete, Moete
from ehelse_cli.core.register import Register, medlemmer_er_kjent, register
from ehelse_cli.importer.fremmoete.rader import SECTIONS
from ehelse_cli.importer.lookup import Lookup
from ehelse_cli.importer.medlemmer.malen import shown_name

_ROLE = {
    "medlemmer": "",
    "observatoerer": "observatør",
    "bisittere": "bisitter",
    "sekretariat": "sekretariat",
    "inviterte": "invitert",
}


def fremmoete_av(data: Dataset, moete: Moete) -> Iterator[Mapping[str, str]]:
    """A row for every seat, then a row for everybody else the file names."""
    forum = data.forum[data.forum_of(moete.id)]
    known = register(data, forum, moete.tid.dato) if medlemmer_er_kjent(forum, moete.tid.dato) else None
    there = moete.fremmoete if isinstance(moete.fremmoete, Fremmoete) else Fremmoete()
    person = Lookup(data).person
    seats = [one.medlem for one in (*known.medlemmer, *known.uten_sete)] if known else []
    own = {person(one.navn) for one in seats}
    for medlem in seats:
        row = {"navn": medlem.navn, "virksomhet": shown_name(data, medlem.virksomhet)}
        row |= {
            "rolle": medlem.rolle if medlem.rolle != "medlem" else "",
            "stedfortreder": _substitutes(known, medlem.navn),
        }
        rest = [one for one in there.medlemmer if person(one.for_ or one.navn) == person(medlem.navn)]
        away = any(person(one.navn) == person(medlem.navn) and one.for_ is None for one in there.forfall)
        yield from _seat(row, rest, away=away)
    for section in SECTIONS:
        for one in getattr(there, section):
            if section != "medlemmer" or person(one.for_ or one.navn) not in own:
                yield _line(data, one) | {"rolle": _ROLE[section], "moette": "ja"}
    for one in there.forfall:
        if one.for_ is not None or person(one.navn) not in own:
            yield _line(data, one) | {"moette": "forfall"}


def _seat(row: Mapping[str, str], lines: list[Deltaker], *, away: bool) -> Iterator[Mapping[str, str]]:
    """The seat's row; a row more for each one more who sat in it."""
    if not lines:
        yield {**row, "moette": "forfall" if away else ""}
    for one in lines:
        said = {"moette": "ja"} if one.for_ is None else {"moette": "vara", "vara_moette": one.navn}
        yield {**row, **said, **_hours(one)}


def _line(data: Dataset, one: Deltaker) -> dict[str, str]:
    return {
        "navn": one.navn,
        "virksomhet": shown_name(data, one.virksomhet),
        "vara_for": one.for_ or "",
        **_hours(one),
    }


def _hours(one: Deltaker) -> dict[str, str]:
    clock = {"fra_kl": one.fra, "til_kl": one.til}
    hours = {key: value.isoformat("minutes") for key, value in clock.items() if value}
    hours |= {"fom_sak": one.fom_sak or "", "tom_sak": one.tom_sak or ""}
    return hours | ({"form": "ja"} if one.digitalt else {})


def _substitutes(known: Register | None, member: str) -> str:
    return ", ".join(one.navn for one in known.stedfortredere if one.for_ == member) if known else ""
