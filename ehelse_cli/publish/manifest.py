"""The list of what we wrote: what may be taken away again, and what is as it was."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path

import msgspec

NAME = ".ehelse-nettsted.json"
_VERSION = 1


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """One file of the site: the digest of its bytes, and how many they are."""

    sha256: str
    size: int

    @staticmethod
    def of(content: bytes) -> Entry:
        """What the bytes come to."""
        return Entry(hashlib.sha256(content).hexdigest(), len(content))

    def is_at(self, path: Path | str) -> bool:
        """Whether just these bytes are in the file; a link to them is another file."""
        try:
            if not hasattr(os, "O_NOFOLLOW") and os.path.islink(path):  # noqa: PTH114 (a Path costs more than the rest)
                return False
            descriptor = os.open(path, _FLAGS)
        except OSError:
            return False
        try:
            status = os.fstat(descriptor)
            fits = stat.S_ISREG(status.st_mode) and status.st_size == self.size
            return fits and hashlib.sha256(_whole(descriptor, self.size)).hexdigest() == self.sha256
        except OSError:
            return False
        finally:
            os.close(descriptor)


# A pipe must not make the opening wait, and a link must not be followed.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def _whole(descriptor: int, size: int) -> bytes:
    """All that is in the file, and one byte more if it grew while it was read."""
    first = os.read(descriptor, size + 1)
    if len(first) >= size:
        return first
    with os.fdopen(descriptor, "rb", closefd=False) as rest:
        return first + rest.read()


class _Listed(msgspec.Struct):
    """The list as it stands in the site."""

    versjon: int
    filer: dict[str, Entry]


def read(folder: Path) -> Mapping[str, Entry] | None:
    """What the folder's list says, by path; None where there is no list of ours that can be read."""
    try:
        listed = msgspec.json.decode((folder / NAME).read_bytes(), type=_Listed)
    except (OSError, msgspec.MsgspecError):
        return None
    return listed.filer if listed.versjon == _VERSION else None


def written(files: Mapping[str, Entry]) -> bytes:
    """The list as it stands in the site: the same for the same files, whatever order they came in."""
    listed = _Listed(_VERSION, dict(sorted(files.items())))
    return msgspec.json.format(msgspec.json.encode(listed), indent=1) + b"\n"
