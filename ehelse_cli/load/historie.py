"""Earlier versions of the files, read as today's are: what rules about history look at."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from ehelse_cli.core.dataset import Dataset, Fil
from ehelse_cli.core.historie import Mangel, Utgave, Utgaver
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.sak import Sak
from ehelse_cli.load.versions import Version, Versions

_DATA = "data/"


class LestHistorie:
    """As `core.historie.Historie` says. Git is asked when a rule asks, and reads no version that is as today's."""

    def __init__(self, versions: Versions, data: Dataset) -> None:
        self._versions = versions
        self._data = data

    @property
    def mangel(self) -> Mangel | None:
        """As `Historie` says."""
        return self._versions.lacking

    def landet(self, stier: Iterable[str]) -> Utgaver:
        """As `Historie` says."""
        return self._read(self._versions.landed(map(_from_data, stier)))

    def noensinne(self, stier: Iterable[str]) -> Utgaver:
        """As `Historie` says."""
        return self._read(self._versions.ever(map(_from_data, stier)))

    def _read(self, versions: Sequence[Version]) -> Utgaver:
        found: dict[str, dict[tuple[int, str], Utgave]] = {}
        for version, content in self._contents(versions):
            path = _DATA + version.path
            utgave = self._utgave(version, path, content)
            found.setdefault(path, {})[version.nr, version.digest] = utgave  # a merge has a line for each parent
        return {path: tuple(utgaver.values()) for path, utgaver in found.items()}

    def _contents(self, versions: Sequence[Version]) -> Iterator[tuple[Version, bytes | None]]:
        """Each version with its content, where that is another than today's and not an attachment's."""
        unread = tuple(one for one in versions if one.path.endswith(".md") and not self._is_as_today(one))
        contents = dict(zip((one.digest for one in unread), self._versions.read(unread), strict=True))
        return ((one, contents.get(one.digest)) for one in versions)

    def _is_as_today(self, version: Version) -> bool:
        fil = self._today.get(_DATA + version.path)
        return fil is not None and _digest(fil[1].text, len(version.digest)) == version.digest

    def _utgave(self, version: Version, path: str, content: bytes | None) -> Utgave:
        facts = (path, version.commit, version.day, version.nr)
        id_, fil = self._today.get(path, ("", None))
        if content is not None:
            from ehelse_cli.load.dataset import read_version  # which makes this: it reads versions as it reads files

            objekt, tekst = read_version(version.path, content)
            return Utgave(*facts, objekt, tekst)
        if fil is not None and self._is_as_today(version):
            return Utgave(*facts, self._objekter.get(id_), fil.text)
        return Utgave(*facts)

    @cached_property
    def _today(self) -> Mapping[str, tuple[str, Fil]]:
        return {fil.path: (id_, fil) for id_, fil in self._data.files.items()}

    @property
    def _objekter(self) -> Mapping[str, Mandat | Moete | Sak]:
        return {**self._data.mandater, **self._data.moeter, **self._data.saker}


def _from_data(path: str) -> str:
    return path.removeprefix(_DATA)


def _digest(text: str, length: int) -> str:
    """The name git would give the text, in a repository whose names have this length."""
    raw = text.encode()
    how = hashlib.sha1 if length == 40 else hashlib.sha256
    return how(b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest()
