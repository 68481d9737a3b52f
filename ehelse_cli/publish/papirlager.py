"""Where the files of papers are while the site is made: in the old site if they are as they were, else beside it.

A PDF takes a hundred times as long to make as the page it is made from. It is the same for the same page and the same
tools, so that is what it is known by; what a site of ours has under that key is not made again.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ehelse_cli import resources
from ehelse_cli.publish import manifest
from ehelse_cli.publish.papirer import LISTE
from ehelse_cli.render import papers

#: What writes the files: another version may give other bytes.
_PAKKER = ("ehelse-cli", "typst", "python-docx", "lxml")


class Papirlager:
    """The files of one site. `gammelt` is where the site stands, or is to stand; `mappe` a folder of our own."""

    def __init__(self, gammelt: Path, mappe: Path) -> None:
        self._gammelt = gammelt
        self._mappe = mappe
        self._foer = _kjente(gammelt)
        self._noekler: dict[str, str] = {}
        self._beholdt: set[str] = set()

    def behold(self, sti: str, noekkel: str) -> int | None:
        """How many bytes the old site's file has, if it was made from the same; None where it must be made."""
        if self._foer.get(sti) != noekkel:
            return None
        self._noekler[sti] = noekkel
        self._beholdt.add(sti)
        return (self._gammelt / sti).stat().st_size

    def legg(self, sti: str, noekkel: str, innhold: bytes) -> int:
        """Keep a new file until the site is written; how many bytes it has."""
        fil = self._mappe / sti
        fil.parent.mkdir(parents=True, exist_ok=True)
        fil.write_bytes(innhold)
        self._noekler[sti] = noekkel
        return len(innhold)

    def hent(self, sti: str) -> bytes:
        """The file's bytes."""
        return ((self._gammelt if sti in self._beholdt else self._mappe) / sti).read_bytes()

    def listen(self, stier: Iterable[str]) -> bytes:
        """What each of the files was made from, for the next time."""
        return (json.dumps({sti: self._noekler[sti] for sti in sorted(stier)}, indent=0) + "\n").encode()


def _kjente(gammelt: Path) -> Mapping[str, str]:
    """Path → key, of the files that stand in the old site just as we wrote them."""
    skrevet = manifest.read(gammelt) or {}
    liste = skrevet.get(LISTE)
    if liste is None or not liste.is_at(gammelt / LISTE):
        return {}
    noekler: dict[str, str] = json.loads((gammelt / LISTE).read_bytes())
    return {sti: en for sti, en in noekler.items() if sti in skrevet and skrevet[sti].is_at(gammelt / sti)}


def noekkelen(side: str, format_: papers.Format) -> str:
    """What a file is known by: the page it is written from, and what writes it."""
    laget_av = f"{format_} {_verktoey()} {os.environ.get('SOURCE_DATE_EPOCH', '')}"
    return hashlib.sha256(f"{laget_av}\n{side}".encode()).hexdigest()


@cache
def _verktoey() -> str:
    """The writers themselves, so that a change in one of them is seen, released or not."""
    kilder = sorted(Path(papers.__file__).parent.rglob("*.py"))
    kilder += [resources.folder("templates") / "dokument" / "papir.typ"]
    sum_ = hashlib.sha256("\n".join((zlib.ZLIB_RUNTIME_VERSION, *map(_utgave, _PAKKER))).encode())
    for kilde in kilder:
        sum_.update(kilde.read_bytes())
    return sum_.hexdigest()


def _utgave(pakke: str) -> str:
    try:
        return version(pakke)
    except PackageNotFoundError:
        return ""
