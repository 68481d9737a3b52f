"""What each site was last made of, kept where programs keep what they can do without: never in the site itself.

A digest of everything that a site is made of is also one of what is not for everybody; so it stays at home.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from ehelse_cli.publish import manifest
from ehelse_cli.publish.repair import behind, beside


@dataclass(frozen=True, slots=True)
class Remembered:
    """A site as it was made: of what, the digest of its list, how many files, by which day, and what was said of it."""

    av: str
    liste: str
    filer: int
    dag: str
    sagt: tuple[str, ...] = ()


def remember(target: Path, what: Remembered) -> None:
    """Keep it; where nothing can be kept, nothing is."""
    file = _file(target)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        new = file.with_name(f"{file.name}.{os.getpid()}")
        new.write_text(json.dumps(asdict(what)), encoding="utf-8")
        new.replace(file)


def standing(target: Path, av: str) -> Remembered | None:
    """What was said of the site there, if it was made of just this and every byte of it stands as it was written."""
    what = _read(target)
    if what is None or what.av != av or any(map(os.path.lexists, (beside(target), behind(target)))):
        return None
    try:
        listed = (target / manifest.NAME).read_bytes()
    except OSError:
        return None
    files = manifest.read(target) or {}
    whole = hashlib.sha256(listed).hexdigest() == what.liste and len(files) == what.filer
    return what if whole and all(entry.is_at(f"{target}/{path}") for path, entry in files.items()) else None


def _read(target: Path) -> Remembered | None:
    try:
        found = json.loads(_file(target).read_bytes())
        said = tuple(str(line) for line in found["sagt"])
        return Remembered(str(found["av"]), str(found["liste"]), int(found["filer"]), str(found["dag"]), said)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _file(target: Path) -> Path:
    return _cache() / "ehelse" / "nettsted" / f"{hashlib.sha256(os.fsencode(target)).hexdigest()[:32]}.json"


def _cache() -> Path:
    """Where the user's programs keep what they can make anew."""
    given = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    return Path(given) if os.path.isabs(given) else Path(os.path.expanduser("~"), ".cache")  # noqa: PTH111, PTH117 (no exception)
