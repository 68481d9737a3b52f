"""The papers of a site: which are wanted, what stands in the way of some, and what is told of them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ehelse_cli.cli.checking import check
from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.opening import Opened, tree_at
from ehelse_cli.cli.output import say
from ehelse_cli.cli.papers import made_of
from ehelse_cli.cli.progress import counted
from ehelse_cli.core.finding import Severity
from ehelse_cli.load.beside import Beside
from ehelse_cli.public.aapent import aapent
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.public.tause import tause
from ehelse_cli.publish.papirer import Filformat, Papirer, offentlige
from ehelse_cli.publish.papirlager import Papirlager
from ehelse_cli.publish.papirverksted import Grunnlag, Verksted
from ehelse_cli.publish.scan import Search

if TYPE_CHECKING:
    from ehelse_cli.render.papers import Kind

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Order:
    """The papers of one site: from which tree, by which options, and in which formats."""

    opened: Opened
    shared: Felles
    formats: tuple[Filformat, ...]


@contextmanager
def made_papers(order: Order, offentlig: Offentlig, search: Search, folder: Path) -> Iterator[Papirer]:
    """The papers, as long as the site is being written. Those that `folder` has already are not made again.

    Raises:
        LeakError: something closed is told in one of them.
    """
    wanted, kept_back = _without_errors(order, tuple(offentlige(offentlig)))
    with tempfile.TemporaryDirectory(prefix="ehelse-") as waiting:
        lager = Papirlager(folder, Path(waiting))
        verksted = Verksted(_ground(order, offentlig), offentlig.dag, lager, search, order.formats)
        made = verksted.lag(counted(wanted, "Lager papirene", quiet=order.shared.stille))
        _tell(made, kept_back, order.shared)
        yield made


def _ground(order: Order, offentlig: Offentlig) -> Grunnlag:
    opened, shared = order.opened, order.shared
    tree = tree_at(opened.root, shared.revisjon)
    aapne = aapent(opened.data, offentlig)
    taus = tause(opened.data, aapne, offentlig.dag)
    maler = Beside(opened.root, shared.revisjon).templates()
    return Grunnlag(aapne, taus, lambda path: tree.read(path.removeprefix("data/")), maler)


def _without_errors(
    order: Order, wanted: tuple[tuple[Kind, str], ...]
) -> tuple[tuple[tuple[Kind, str], ...], tuple[str, ...]]:
    """Those that `ehelse lag` would make, and the files with errors that stand in the way of the others."""
    findings = check(order.opened, order.shared.revisjon).findings
    wrong = {one.location.path for one in findings if one.severity is Severity.FEIL}
    if not wrong:
        return wanted, ()
    in_the_way = {(kind, id_): wrong.intersection(made_of(order.opened.data, kind, id_)) for kind, id_ in wanted}
    return tuple(one for one in wanted if not in_the_way[one]), tuple(sorted(set().union(*in_the_way.values())))


# ── what is told ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _tell(made: Papirer, kept_back: tuple[str, ...], shared: Felles) -> None:
    """What was left out, and why: on stderr."""
    if shared.stille:
        return
    if kept_back:
        say(f"noen papirer er ikke med, for det er feil i {_some(kept_back)}; «ehelse valider» viser dem")
    for kind, id_, why in made.ikke_laget:
        say(f"{kind} av {id_} er ikke med: {why}")


def _some(paths: tuple[str, ...]) -> str:
    flere = len(paths) - _SHOWN
    return ", ".join(paths[:_SHOWN]) + (f" og {flere} filer til" if flere > 0 else "")
