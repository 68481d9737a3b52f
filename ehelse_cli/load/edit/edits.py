"""What a command will do to the files, as a whole: looked at and judged in memory before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from unicodedata import normalize

from msgspec import Struct

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.load.composed import Value
from ehelse_cli.load.edit.change import Change
from ehelse_cli.load.edit.document import edited, head_of
from ehelse_cli.load.tree import MAX_BYTES, Entry, FileUnreadableError, Tree
from ehelse_cli.load.versions import Versions


class AlreadyThereError(EhelseError):
    """A file that was to be made is there."""

    def __init__(self, path: str) -> None:
        super().__init__(f"«data/{path}» finnes fra før", "Velg et annet navn, eller endre den som er der.")


class FileEdit(Struct, frozen=True):
    """One file before and after, by its path from the data folder. `old` None: it is new; `new` None: it goes."""

    path: str
    old: bytes | None
    new: bytes | None


class Edits(Struct, frozen=True):
    """The files that change, each once, in order of path."""

    files: tuple[FileEdit, ...] = ()

    def get(self, path: str) -> FileEdit | None:
        """What happens to the file, if anything does."""
        return next((one for one in self.files if one.path == path), None)

    def put(self, one: FileEdit) -> Edits:
        """With the file's edit in the place of the one it had; `old` stays the file on the disk."""
        before = self.get(one.path)
        kept = FileEdit(one.path, before.old, one.new) if before else one
        others = (rest for rest in self.files if rest.path != one.path)
        return Edits(tuple(sorted((*others, kept), key=lambda edit: edit.path)))


class Desk(Struct, frozen=True):
    """The tree as it stands, and what is to be done to it."""

    tree: Tree
    edits: Edits = Edits()

    def change(self, path: str, *changes: Change) -> Desk:
        """With the changes made to a file's head.

        Raises:
            CannotEditError, FileUnreadableError: if they cannot be made.
        """
        raw = self._read(path)
        return Desk(self.tree, self.edits.put(FileEdit(path, raw, edited(path, raw, changes))))

    def create(self, path: str, content: str | bytes) -> Desk:
        """With a new file: a text of ours, or an attachment as it is.

        Raises:
            AlreadyThereError: if there is one.
        """
        if self._exists(path):
            raise AlreadyThereError(path)
        raw = content if isinstance(content, bytes) else normalize("NFC", content).encode()
        return Desk(self.tree, self.edits.put(FileEdit(path, None, raw)))

    def rewrite(self, path: str, new: bytes) -> Desk:
        """With other content in a file that is there."""
        return Desk(self.tree, self.edits.put(FileEdit(path, self._read(path), new)))

    def move(self, path: str, to: str) -> Desk:
        """With the file at another place.

        Raises:
            AlreadyThereError: if there is one.
        """
        if self._exists(to):
            raise AlreadyThereError(to)
        raw = self._read(path)
        return Desk(self.tree, self.edits.put(FileEdit(to, None, raw)).put(FileEdit(path, raw, None)))

    def raw(self, path: str) -> bytes:
        """The bytes of the file as it will be."""
        return self._read(path)

    def text(self, path: str) -> str:
        """The file as it will be."""
        return self._read(path).decode()

    def value(self, path: str, key: str) -> Value:
        """What a key of the file's head says, as it is written; nothing where it is not there.

        Raises:
            CannotEditError: if the head cannot be read.
        """
        return self.head(path).get(key, "")

    def head(self, path: str) -> dict[str, Value]:
        """All that the file's head says, as it is written.

        Raises:
            CannotEditError: if it cannot be read.
        """
        head = head_of(path, self._read(path))
        return head if isinstance(head, dict) else {}

    def _read(self, path: str) -> bytes:
        known = self.edits.get(path)
        return known.new or b"" if known else self.tree.read(path)

    def _exists(self, path: str) -> bool:
        known = self.edits.get(path)
        if known is not None:
            return known.new is not None
        return any(entry.path.casefold() == path.casefold() for entry in self.tree.files())

    @property
    def after(self) -> Tree:
        """The tree as it will be."""
        return Overlaid(self.tree, {one.path: one.new for one in self.edits.files})


class Overlaid(Struct, frozen=True):
    """A tree with some files otherwise; None in the place of one that is gone."""

    tree: Tree
    changed: Mapping[str, bytes | None]

    @property
    def name(self) -> str:
        """As `Tree` says."""
        return self.tree.name

    def files(self) -> Sequence[Entry]:
        """As `Tree` says."""
        return sorted(self._entries(), key=lambda entry: entry.path)

    def _entries(self) -> Iterator[Entry]:
        yield from (entry for entry in self.tree.files() if entry.path not in self.changed)
        yield from (Entry(path, len(raw), "file") for path, raw in self.changed.items() if raw is not None)

    def twins(self) -> Iterable[str]:
        """As `Tree` says: an edit never touches them."""
        return self.tree.twins()

    def versions(self) -> Versions | None:
        """As `Tree` says."""
        return self.tree.versions()

    def read(self, path: str, *, limit: int = MAX_BYTES) -> bytes:
        """As `Tree` says."""
        if path not in self.changed:
            return self.tree.read(path, limit=limit)
        raw = self.changed[path]
        if raw is None:
            raise FileUnreadableError(path, "den finnes ikke lenger")
        return raw
