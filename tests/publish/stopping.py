"""Puts a site in its place and stops dead before the step it is told: as a power cut would, with no time to tidy.

As a program: `stopping.py FOLDER JSON WAY`. JSON tells the old site, the new one and strangers' files (path → text).
WAY is `exchange` (folders change places at one stroke) or `two` (they cannot). Leaves with 1 and tells if, after a stop
at any step, there was neither the old site nor the new, or the next run did not put it right.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from ehelse_cli.publish.disk import Disk
from ehelse_cli.publish.writer import write_site

STOPPED = 9


class Quick(Disk):
    """A disk that nobody waits for."""

    def sync(self) -> None:
        """Nothing here outlives the test."""


class Stopping(Disk):
    """A disk whose power goes."""

    def __init__(self, step: int, *, can_exchange: bool) -> None:
        self.left = step
        self.can_exchange = can_exchange

    def _step(self) -> None:
        if self.left == 0:
            os._exit(STOPPED)
        self.left -= 1

    def make_folder(self, path: Path) -> None:
        if not path.is_dir():
            self._step()
        super().make_folder(path)

    def write(self, path: Path, content: bytes) -> None:
        self._step()
        if self.left == 0:  # stopped in the middle of it
            super().write(path, content[: len(content) // 2])
            os._exit(STOPPED)
        super().write(path, content)

    def link(self, old: Path, new: Path) -> None:
        self._step()
        super().link(old, new)

    def sync(self) -> None:
        self._step()

    def exchange(self, one: Path, other: Path) -> bool:
        self._step()
        return self.can_exchange and super().exchange(one, other)

    def rename(self, old: Path, new: Path) -> None:
        self._step()
        super().rename(old, new)

    def remove_file(self, path: Path) -> None:
        self._step()
        super().remove_file(path)

    def remove_folder(self, path: Path) -> None:
        self._step()
        super().remove_folder(path)

    def sync_folder(self, path: Path) -> None:
        self._step()


def every_stop(
    folder: Path, before: dict[str, str], after: dict[str, str], strangers: dict[str, str], way: str
) -> Iterator[str]:
    """Stop at each step in turn, from a fresh old site; yields what is wrong, if anything is."""
    for step in range(10_000):
        target = folder / str(step) / "nettsted"
        if before:
            write_site(target, _files(before), Quick())
        for name, text in strangers.items():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_text(text)
        child = os.fork()
        if child == 0:
            write_site(target, _files(after), Stopping(step, can_exchange=way == "exchange"))
            os._exit(0)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        yield from _wrong(target, step, before, after, strangers, whole=way == "exchange")
        write_site(target, _files(after), Quick())
        found = _found(target)
        if found != after | strangers:
            yield f"step {step}: not repaired: {sorted(found)}"
        if left := [path.name for path in target.parent.iterdir() if path != target]:
            yield f"step {step}: left beside: {left}"
        if code == 0:
            return
    yield "never came to the end"


def _wrong(  # noqa: PLR0917 (what the case is made of)
    target: Path, step: int, before: dict[str, str], after: dict[str, str], strangers: dict[str, str], whole: bool
) -> Iterator[str]:
    found = _found(target) if target.exists() else None
    lawful = [after | strangers, before | strangers] + ([] if before else [None])
    if not whole and found is None:  # between the two steps of the swap the old site stands under another name
        found = _found(target.with_name(".nettsted.gammel"))
    if found not in lawful:
        yield f"step {step}: neither old nor new: {sorted(found or {})}"


def _found(target: Path) -> dict[str, str]:
    """What the site holds, without our own list."""
    paths = (path for path in target.rglob("*") if path.is_file() and path.name != ".ehelse-nettsted.json")
    return {path.relative_to(target).as_posix(): path.read_text() for path in paths}


def _files(files: dict[str, str]) -> list[tuple[str, bytes]]:
    return [(path, text.encode()) for path, text in files.items()]


if __name__ == "__main__":
    wanted = json.loads(sys.argv[2])
    problems = list(every_stop(Path(sys.argv[1]), wanted["before"], wanted["after"], wanted["strangers"], sys.argv[3]))
    sys.stdout.write("\n".join(problems))
    sys.exit(1 if problems else 0)
