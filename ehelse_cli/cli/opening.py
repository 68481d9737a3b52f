"""From the shared options to what a command works on: the root, the tree, the dataset, the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ehelse_cli.cli.clock import today
from ehelse_cli.cli.felles import Felles
from ehelse_cli.load.ahead import Ahead, read_ahead
from ehelse_cli.load.tree import DATA, JOURNAL, DiskTree, Tree, find_root

if TYPE_CHECKING:
    from ehelse_cli.core.dataset import Dataset
    from ehelse_cli.load.dataset import Loaded


@dataclass(frozen=True, slots=True)
class Opened:
    """A tree that was read, and the day it is judged by."""

    root: Path
    loaded: Loaded
    dag: date

    @property
    def data(self) -> Dataset:
        """What was read."""
        return self.loaded.dataset


#: What was read last. Whoever lets go of a large tree waits while it is taken apart; the program's end does it better.
_kept: list[Opened] = []


@dataclass(frozen=True, slots=True)
class Opening:
    """A tree whose reading has begun: whoever has more to load, loads it before asking for the rest."""

    shared: Felles
    root: Path
    tree: Tree
    ahead: Ahead

    def finished(self) -> Opened:
        """All of it read.

        Raises:
            EhelseError: if it cannot be.
        """
        from ehelse_cli.load.dataset import load  # the models, which take their time

        if not self.shared.stille and isinstance(self.tree, DiskTree) and (self.root / DATA / JOURNAL).exists():
            _tell_of_what_is_half_way()
        _kept[:] = [judged(self.shared, self.root, load(self.tree, self.ahead))]
        return _kept[0]


def begin(shared: Felles, revision: str | None = None) -> Opening:
    """Find the tree that the options name (`revision` instead of theirs, if given), and begin to read it.

    Raises:
        EhelseError: if there is no data folder, or no such revision.
    """
    root = find_root(shared.rot or Path.cwd())
    tree = tree_at(root, revision or shared.revisjon)
    return Opening(shared, root, tree, read_ahead(tree))


def let_go() -> None:
    """Nobody needs what was read any more, and what is to come needs the room."""
    _kept.clear()


def _tell_of_what_is_half_way() -> None:
    """Told, and not undone: what is only to be read is not written to."""
    from ehelse_cli.cli.output import say

    say("en endring ble avbrutt midt i, eller pågår: neste kommando som endrer noe, gjør den om")


def open_tree(shared: Felles, revision: str | None = None) -> Opened:
    """Read the tree that the options name (`revision` instead of theirs, if given).

    Raises:
        EhelseError: if there is no data folder, no such revision, or it cannot be read.
    """
    return begin(shared, revision).finished()


def judged(shared: Felles, root: Path, loaded: Loaded) -> Opened:
    """What was read, with the day it is judged by: `--per`, the files' own, or today."""
    return Opened(root, loaded, shared.per or loaded.dataset.datasett.dag or today())


def tree_at(root: Path, revision: str | None) -> Tree:
    """The files of the disk, or of the revision."""
    if not revision:
        return DiskTree(root)
    from ehelse_cli.load.git import open_revision

    return open_revision(root, revision)
