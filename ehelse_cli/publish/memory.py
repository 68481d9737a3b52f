"""What each site was last made of, kept where programs keep what they can do without: never in the site itself.

A digest of everything that a site is made of is also one of what is not for everybody; so it stays at home.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec.structs import replace

from ehelse_cli.publish import manifest
from ehelse_cli.publish.manifest import Entry
from ehelse_cli.publish.repair import behind, beside
from ehelse_cli.publish.stamps import Stamps


class Remembered(msgspec.Struct, frozen=True):
    """A site as it was made: of what, the digest of its list, how many files, by which day, and what was said of it.

    `sider` is the digest of its files' stamps, once every byte of them has been found to be as the list says.
    """

    av: str
    liste: str
    filer: int
    dag: str
    sagt: tuple[str, ...] = ()
    sider: str | None = None


def remember(target: Path, what: Remembered) -> None:
    """Keep it; where nothing can be kept, nothing is."""
    file = _file(target)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        new = file.with_name(f"{file.name}.{os.getpid()}")
        new.write_bytes(msgspec.json.encode(what))
        new.replace(file)


def standing(target: Path, av: Callable[[], str | None]) -> Remembered | None:
    """What was said of the site there, if it was made of just this (asked if any is) and stands as it was written."""
    what = _read(target)
    if what is None or any(map(os.path.lexists, (beside(target), behind(target)))) or what.av != av():
        return None
    files = manifest.read(target)
    if files is None:
        return None
    sider = _digest(target, files)
    if sider and sider == what.sider:
        return what
    if not _is_as_listed(target, what, files):
        return None
    remember(target, replace(what, sider=sider))
    return what


def _digest(target: Path, files: Iterable[str]) -> str | None:
    """The digest of how the site's files stand; None where the next change may not be seen in it."""
    stamps = Stamps()
    for path in (manifest.NAME, *files):
        stamps.add(f"{target}/{path}")
    return stamps.digest()


def _is_as_listed(target: Path, what: Remembered, files: Mapping[str, Entry]) -> bool:
    """Whether it is the same list, and every byte is as that says."""
    whole = Entry(what.liste, (target / manifest.NAME).stat().st_size).is_at(target / manifest.NAME)
    return whole and len(files) == what.filer and all(one.is_at(f"{target}/{path}") for path, one in files.items())


def _read(target: Path) -> Remembered | None:
    try:
        return msgspec.json.decode(_file(target).read_bytes(), type=Remembered)
    except (OSError, msgspec.MsgspecError):
        return None


def _file(target: Path) -> Path:
    return _cache() / "ehelse" / "nettsted" / f"{hashlib.sha256(os.fsencode(target)).hexdigest()[:32]}.json"


def _cache() -> Path:
    """Where the user's programs keep what they can make anew."""
    given = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    return Path(given) if os.path.isabs(given) else Path(os.path.expanduser("~"), ".cache")  # noqa: PTH111, PTH117 (no exception)
