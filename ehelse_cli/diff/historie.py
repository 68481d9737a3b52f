"""A council's revisions in order, across the council it took over from, and what changed from each to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.memo import remembered
from ehelse_cli.diff.mandat import Mandatdiff, diff


@dataclass(frozen=True, slots=True)
class Steg:
    """One revision or draft, and what it changed; `endring` is None for the first that is known."""

    mandat: Mandat
    foer: Mandat | None
    endring: Mandatdiff | None


def forgjengere(data: Dataset, forum: str) -> tuple[str, ...]:
    """The councils that came before this one, each having taken over from the next, the nearest first."""
    funnet = [forum]
    while (fil := data.forum.get(funnet[-1])) and fil.erstatter and fil.erstatter not in funnet:
        funnet.append(fil.erstatter)
    return tuple(funnet[1:])


def vedtatte(data: Dataset, forum: str) -> tuple[Mandat, ...]:
    """The adopted revisions of the council and of those before it, oldest first."""
    rekke = (*reversed(forgjengere(data, forum)), forum)
    return tuple(en for navn in rekke for en in data.mandater_for(navn) if not en.er_utkast)


def utgangspunkt(data: Dataset, utkast: Mandat) -> Mandat | None:
    """What a draft would change: the one it names, else the last adopted before the day it is to be in force."""
    nevnt = data.mandater.get(utkast.erstatter or "")
    if nevnt is not None:
        return nevnt
    alle = vedtatte(data, utkast.forum)
    tidligere = [en for en in alle if en.fra is None or utkast.fra is None or en.fra < utkast.fra]
    return next(reversed(tidligere or alle), None)


@remembered
def historie(data: Dataset, forum: str) -> tuple[Steg, ...]:
    """Every revision, oldest first, and the drafts after them."""
    return tuple(_stegene(data, forum))


def _stegene(data: Dataset, forum: str) -> Iterator[Steg]:
    alle = vedtatte(data, forum)
    if alle:
        yield Steg(alle[0], None, None)
    for foer, naa in pairwise(alle):
        yield _steg(data, foer, naa)
    for utkast in data.mandater_for(forum):
        if utkast.er_utkast:
            yield _steg(data, utgangspunkt(data, utkast), utkast)


def _steg(data: Dataset, foer: Mandat | None, naa: Mandat) -> Steg:
    return Steg(naa, foer, diff(foer, naa, data.virksomhetsnavn) if foer else None)
