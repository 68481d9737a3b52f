"""What stands beside the data: the bytes of attachments, the tree's own templates, and the twins of what is exempt."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.load.tree import DATA, DiskTree, FileUnreadableError, Tree

#: The folder of a tree's own templates, and how their names end.
TEMPLATES = "maler/"
ENDING = ".html.j2"
#: A template longer than this is none.
MAX_TEMPLATE = 256 * 1024


class NotFromRevisionError(EhelseError):
    """What is exempt is read from the disk only."""

    def __init__(self) -> None:
        super().__init__(
            "--intern leser data/skjermet/ fra disken, og kan ikke brukes sammen med --revisjon",
            "Hent revisjonen ut i en egen mappe først.",
        )


class Beside(Struct, frozen=True, dict=True):
    """What a paper may need besides the dataset, from the disk or from a git revision."""

    root: Path
    revision: str | None
    #: Whether what is exempt belongs to it.
    intern: bool = False

    @cached_property
    def _tree(self) -> Tree:
        if self.revision is None:
            return DiskTree(self.root)
        from ehelse_cli.load.git import open_revision

        return open_revision(self.root, self.revision)

    def attachment(self, path: str) -> bytes | None:
        """The bytes of `data/saker/…/fil`; None where there is no such file."""
        return next(filter(None, (_bytes(tree, path.removeprefix(f"{DATA}/")) for tree in self._trees)), None)

    @cached_property
    def _trees(self) -> tuple[Tree, ...]:
        if not self.intern:
            return (self._tree,)
        from ehelse_cli.load.tvillinger import TwinTree, has_twins

        return (self._tree, TwinTree(self.root)) if has_twins(self.root) else (self._tree,)

    def templates(self) -> dict[str, str]:
        """The tree's own templates by their path below the data folder.

        Raises:
            FileUnreadableError: if one cannot be read, or is no UTF-8.
        """
        return dict(self._templates())

    def _templates(self) -> Iterator[tuple[str, str]]:
        for entry in self._tree.files():
            if entry.path.startswith(TEMPLATES) and entry.path.endswith(ENDING):
                content = self._tree.read(entry.path, limit=MAX_TEMPLATE)
                try:
                    yield entry.path, content.decode("utf-8")
                except UnicodeDecodeError:
                    raise FileUnreadableError(entry.path, "den er ikke UTF-8") from None

    def with_twins(self, data: Dataset) -> Dataset:
        """The dataset with what is exempt laid over it.

        Raises:
            NotFromRevisionError: if the dataset is of a revision.
        """
        if self.revision is not None:
            raise NotFromRevisionError
        from ehelse_cli.load.tvillinger import laid_over

        return laid_over(data, self.root)


def _bytes(tree: Tree, path: str) -> bytes | None:
    try:
        return tree.read(path)
    except FileUnreadableError:
        return None
