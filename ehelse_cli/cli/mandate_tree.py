"""The part of a tree that mandates and the names in them stand in: the rest need not be read to compare them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.opening import Opened, judged
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.load.dataset import Loaded, load
from ehelse_cli.load.tree import MAX_BYTES, DiskTree, Entry, Tree, find_root

_PARTS = frozenset({"datasett.yaml", "virksomheter.yaml", "forum", "mandater"})
MANDATES = "data/mandater/"


class MandateTree:
    """A tree with its mandates, councils and organisations only."""

    parts = _PARTS

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.name = tree.name

    def files(self) -> Iterable[Entry]:
        """As `Tree` says."""
        return (entry for entry in self.tree.files() if entry.path.split("/", 1)[0] in self.parts)

    def twins(self) -> Iterable[str]:
        """None: mandates have no twins."""
        return ()

    def versions(self) -> Any:
        """None: what a mandate was before is another side of the comparison."""
        return None

    def read(self, path: str, *, limit: int = MAX_BYTES) -> bytes:
        """As `Tree` says."""
        return self.tree.read(path, limit=limit)


def load_mandates(tree: Tree) -> Loaded:
    """What the tree says of mandates; a revision's git process is let go when all is read."""
    loaded = load(MandateTree(tree))
    if not isinstance(tree, DiskTree):
        from ehelse_cli.load.git import GitTree

        if isinstance(tree, GitTree):
            tree.close()
    return loaded


class NameTree(MandateTree):
    """A tree with nothing but what names the councils and organisations."""

    parts = _PARTS - {"mandater"}


class MandatesUnreadableError(EhelseError):
    """A side with a mandate that cannot be read whole: what differs there nobody can say."""

    def __init__(self, name: str, places: tuple[str, ...], *, lost: bool) -> None:
        super().__init__(
            f"ingenting er sammenlignet: {name} har mandater som ikke kan leses ({', '.join(places)})",
            "Kjør: git fetch --refetch origin" if lost else f"Se `ehelse valider {places[0]}` der filen er.",
        )


def open_mandates(shared: Felles, revision: str | None = None) -> Opened:
    """Read the mandates of the tree that the options name (`revision` instead of theirs, if given).

    Raises:
        EhelseError: if there is no data folder, no such revision, or it cannot be read.
    """
    root = find_root(shared.rot or Path.cwd())
    return read_mandates(shared, root, tree_of(root, revision or shared.revisjon))


def tree_of(root: Path, revision: str | None) -> Tree:
    """The working tree, or the revision, called by its name and its commit.

    Raises:
        EhelseError: if there is no such revision.
    """
    if not revision:
        return DiskTree(root)
    from ehelse_cli.load.git import GitTree, open_revision

    tree = open_revision(root, revision)
    named = revision if tree.commit.startswith(revision) else f"{revision} ({tree.commit[:10]})"
    return GitTree(tree.git, named, tree.commit, tree.prefix)


def read_mandates(shared: Felles, root: Path, tree: Tree) -> Opened:
    """What a tree says of mandates, and the day they are judged by."""
    return judged(shared, root, load_mandates(tree))


def whole(opened: Opened, name: str, forums: frozenset[str]) -> Opened:
    """The same, if every mandate (of these forums, if any) was read whole.

    Raises:
        MandatesUnreadableError: if one was not.
    """
    below = tuple(f"{MANDATES}{forum}/" for forum in forums) or (MANDATES,)
    found = [one for one in opened.loaded.findings if one.location.path.startswith(below)]
    if found:
        places = tuple(dict.fromkeys(one.location.path for one in found))
        raise MandatesUnreadableError(name, places, lost=all("git har ikke" in one.message for one in found))
    return opened


def with_day(opened: Opened, other: Opened, shared: Felles) -> Opened:
    """Judged by the same day as the other side, which is the newer."""
    return replace(opened, dag=shared.per or other.dag)


def forums_named(opened: Opened, others: Opened, given: Iterable[str]) -> frozenset[str]:
    """The forums that the words name, on either side.

    Raises:
        UsageError: if one names no forum that has a mandate.
    """
    known = {mandat.forum for side in (opened, others) for mandat in side.data.mandater.values()}
    known |= {id_.partition("@")[0] for side in (opened, others) for id_ in side.data.broken if "@" in id_}
    for one in given:
        if one not in known:
            raise UsageError(
                f"«{one}» har ikke noe mandat i noen av revisjonene",
                f"Disse har: {', '.join(sorted(known)) or 'ingen'}.",
            )
    return frozenset(given)
