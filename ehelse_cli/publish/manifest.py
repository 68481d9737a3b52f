"""The list of what we wrote: what may be taken away again, and what is as it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NAME = ".ehelse-nettsted.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the site: the digest of its bytes, and how many they are."""

    sha256: str
    size: int

    @staticmethod
    def of(content: bytes) -> Entry:
        """What the bytes come to."""
        return Entry(hashlib.sha256(content).hexdigest(), len(content))

    def is_at(self, path: Path) -> bool:
        """Whether just these bytes are in the file."""
        try:
            if path.is_symlink() or path.stat().st_size != self.size:
                return False
            return Entry.of(path.read_bytes()) == self
        except OSError:
            return False


def read(folder: Path) -> Mapping[str, Entry] | None:
    """What the folder's list says, by path; None where there is no list of ours that can be read."""
    try:
        document = json.loads((folder / NAME).read_bytes())
        if document["versjon"] != _VERSION:
            return None
        return {str(path): Entry(str(sha256), int(size)) for path, (sha256, size) in document["filer"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def written(files: Mapping[str, Entry]) -> bytes:
    """The list as it stands in the site: the same for the same files, whatever order they came in."""
    rows = {path: [entry.sha256, entry.size] for path, entry in sorted(files.items())}
    return (json.dumps({"versjon": _VERSION, "filer": rows}, indent=0) + "\n").encode()
