"""What tells that nobody has written to a file since: the times that the system itself sets, and no program can.

Windows keeps no such time. There the bytes tell.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

#: Nanoseconds within which two changes may get the same time: the system's clock stands still between its ticks.
_TICK = 20_000_000
_SECOND = 1_000_000_000

#: Which file it is, its size, when it was last written to, and when anything about it was changed; or its digest.
Stamp = tuple[int, ...] | str


class Stamps:
    """The stamps of some files, by path.

    What is read after its stamp was taken is what the stamp is of, or something newer, which has another stamp.
    """

    def __init__(self) -> None:
        self.rows: list[tuple[str, Stamp | None]] = []
        self._newest = 0

    def add(self, path: str) -> None:
        """One file as it is now; that there is none is told, too. A link is not followed."""
        try:
            status = os.lstat(path)
        except FileNotFoundError:
            self.rows.append((path, None))
            return
        written, changed = status.st_mtime_ns, status.st_ctime_ns
        if written > self._newest or changed > self._newest:
            self._newest = max(written, changed)
        self.rows.append((path, _stamp(path, status)))

    def add_all(self, paths: Iterable[str]) -> None:
        """Several, in order of name."""
        for path in sorted(paths):
            self.add(path)

    def digest(self, *facts: str | tuple[str, ...] | None) -> str | None:
        """One digest of them all, and of some facts; None where the next change may not be seen in it."""
        # In the form that has no short ways for what happens to be one and the same object.
        whole = marshal.dumps((facts, self.rows), 0)
        return hashlib.sha256(whole).hexdigest() if self.settled() else None

    def settled(self) -> bool:
        """Whether every change made from now on gives another stamp. A tick is waited for; two seconds are not."""
        if sys.platform == "win32":
            return True
        # Some disks tell whole seconds only, and two at a time.
        needed = _TICK if self._newest % _SECOND else 2 * _SECOND
        if self._age() <= needed == _TICK:
            time.sleep(_TICK / _SECOND)
        return self._age() > needed

    def _age(self) -> int:
        return time.time_ns() - self._newest


def _stamp(path: str, status: os.stat_result) -> Stamp:
    if sys.platform == "win32":
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def files_below(folder: str | Path) -> Iterator[str]:
    """The path of everything in the folder that is no folder, but for what Python keeps there of its own."""
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as found:
            for item in found:
                if not item.is_dir(follow_symlinks=False):
                    yield item.path
                elif item.name != "__pycache__":
                    waiting.append(item.path)
