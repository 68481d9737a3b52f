"""File names that will not survive on somebody else's machine."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Protocol

from msgspec import Struct

_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')


class HasPath(Protocol):
    """What `name_problems` asks of an entry."""

    @property
    def path(self) -> str:
        """From the data folder, posix."""


class NameProblem(Struct, frozen=True):
    """What is wrong with the name of one file or folder; `path` from the data folder."""

    path: str
    message: str
    help: str


def name_problems(entries: Iterable[HasPath]) -> Iterator[NameProblem]:
    """Names that Windows forbids, that are not NFC, and pairs that differ only in case or in how å is put together.

    Folders count too: two files in `saker/Nehr/` and `saker/nehr/` share one folder on many disks.
    """
    first_as: dict[str, str] = {}
    for path in _paths(entries):
        yield from _alone(path)
        other = first_as.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            yield NameProblem(
                path,
                f"navnet er det samme som «{other}» på maskiner som ikke skiller store og små bokstaver",
                "Gi den ene et annet navn.",
            )


def _paths(entries: Iterable[HasPath]) -> dict[str, None]:
    """Every file and every folder above one, once, in order."""
    paths: dict[str, None] = {}
    for entry in entries:
        folder = entry.path.rpartition("/")[0]
        if folder not in paths:
            parts = folder.split("/")
            paths.update(dict.fromkeys("/".join(parts[:count]) for count in range(1, len(parts) + 1)))
        paths[entry.path] = None
    paths.pop("", None)
    return paths


def _alone(path: str) -> Iterator[NameProblem]:
    name = path.rpartition("/")[2]
    if _FORBIDDEN.search(name) or name.endswith((".", " ")):
        yield NameProblem(
            path,
            "Windows kan ikke ha en fil med dette navnet",
            'Unngå < > : " | ? * \\ og punktum eller mellomrom til slutt.',
        )
    elif _DEVICE.fullmatch(name):
        yield NameProblem(path, "navnet er forbeholdt enheter i Windows", "Gi filen et annet navn.")
    if not name.isascii() and not unicodedata.is_normalized("NFC", name):
        yield NameProblem(
            path,
            "bokstaver i navnet er satt sammen av to tegn (NFD), slik macOS gjør",
            "Gi filen navnet på nytt, med vanlig å, eller uten æ, ø og å.",
        )
