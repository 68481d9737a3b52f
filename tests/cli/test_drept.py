"""The real command, stopped by the system at each call that writes: killed there, or told that the disk is full."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from ehelse_cli.load.edit.journal import recover
from tests.cli.running import GOOD, write

ROOT = Path(__file__).parents[2]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.soak,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]

TREE = {
    **GOOD,
    "data/forum/raad.yaml": "navn: Rådet\nnivaa: raad\nsaksnummer: N/AAAA\nmoetenummer: N/AAAA\n",
    "data/moeter/raad/2027-m1.md": "---\ntid: 2027-02-03 10:00-15:00\nsaksliste:\n  - {tittel: Noe}\n---\n",
    "data/saker/raad/koe/planen.md": "---\ntittel: Planen\n---\n",
}
#: A new file, a changed one, and one that goes.
COMMAND = ("sak", "flytt", "raad-koe-planen", "raad-2027-m1")
#: Every call that writes, makes, moves or removes. What is opened to be written to is tried in tests/load/edit.
CALLS = ("write", "fsync", "rename", "link", "unlink", "chmod", "fchmod", "mkdir", "rmdir", "ftruncate")


def content(folder: Path) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(folder: Path, inject: str | None = None) -> tuple[int, str]:
    """The command under strace, with what the system is to do to it: its exit code, and the calls it made."""
    trace = folder.parent / f"{folder.name}.trace"
    what = [f"--trace={','.join(CALLS)}", *([f"--inject={inject}"] if inject else [])]
    ran = subprocess.run(
        ["strace", "-f", "-o", trace, *what, sys.executable, "-B", "-m", "ehelse_cli", *COMMAND],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    return ran.returncode, trace.read_text("utf-8", "replace")


def made(trace: str) -> Mapping[str, int]:
    """How often each call was made."""
    return Counter(re.findall(r"^\d+ +(\w+)\(", trace, re.MULTILINE))


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Mapping[str, bytes], Mapping[str, int]]:
    """What the command comes to where nothing stops it, and the calls it makes."""
    folder = write(tmp_path_factory.mktemp("hel"), TREE)
    code, trace = run(folder)
    assert code == 0, trace
    assert "data/saker/raad/2027-01.md" in content(folder)
    return content(folder), made(trace)


def each(calls: Mapping[str, int], folder: Path) -> Iterator[tuple[Path, str, int]]:
    for name in CALLS:
        for number in range(1, calls.get(name, 0) + 1):
            yield write(folder / f"{name}-{number}", TREE), name, number


def test_killed_at_any_call_the_next_command_finds_all_old_or_all_new(
    done: tuple[Mapping[str, bytes], Mapping[str, int]], tmp_path: Path
) -> None:
    after, calls = done
    before = content(write(tmp_path / "foer", TREE))
    half_way = 0
    for folder, name, number in each(calls, tmp_path):
        code, _ = run(folder, f"{name}:signal=KILL:when={number}")
        assert code == -9, (name, number)
        half_way += bool(recover(folder / "data"))
        assert content(folder) in (before, after), (name, number)
    assert half_way > 1  # or nothing was tried


@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
def test_refused_at_any_call_nothing_is_torn_and_nothing_is_left(
    done: tuple[Mapping[str, bytes], Mapping[str, int]], tmp_path: Path, error: str
) -> None:
    after, calls = done
    before = content(write(tmp_path / "foer", TREE))
    for folder, name, number in each(calls, tmp_path):
        code, trace = run(folder, f"{name}:error={error}:when={number}")
        assert code in (0, 2), (name, number, trace)
        assert content(folder) in (before, after), (name, number)
        assert (content(folder) == after) or code == 2, (name, number)
