"""Git asked without the library, which takes longer to load than all the rules to run; as hardened as load/git.py."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from ehelse_cli.load.git import CONFIG, environment
from ehelse_cli.load.git_errors import GitFailedError, GitMissingError

#: As many at once as have names that fit in the smallest pipe (4 KiB), so that neither side waits for the other.
_AT_ONCE = 64


def ask(top: Path, *arguments: str) -> bytes:
    """What git printed, in the repository at `top`.

    Raises:
        GitMissingError: if there is no git.
        GitFailedError: if the command fails.
    """
    try:
        run = subprocess.run(  # noqa: S603 (git itself, found by its whole path)
            _command(arguments),
            cwd=top,
            env=_environment(top),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise GitMissingError from error
    if run.returncode:
        raise GitFailedError(run.stderr.decode("utf-8", "replace"))
    return run.stdout


def blobs(top: Path, digests: Sequence[str], *, limit: int) -> Iterator[bytes | None]:
    """The content of each, in one process; None for what git lacks. After one of more than `limit` bytes, all are None.

    Raises:
        GitMissingError: if there is no git.
    """
    if not digests:
        return
    try:
        process = subprocess.Popen(  # noqa: S603 (as above)
            _command(("cat-file", "--batch")),
            cwd=top,
            env=_environment(top),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise GitMissingError from error
    with process:
        found = 0
        for content in _answers(process, digests, limit):
            found += 1
            yield content
        yield from [None] * (len(digests) - found)


def _answers(process: subprocess.Popen[bytes], digests: Sequence[str], limit: int) -> Iterator[bytes | None]:
    """As long as git answers, and no answer is too large."""
    assert process.stdin is not None
    assert process.stdout is not None
    for start in range(0, len(digests), _AT_ONCE):
        wanted = digests[start : start + _AT_ONCE]
        try:
            process.stdin.write("".join(f"{digest}\n" for digest in wanted).encode())
            process.stdin.flush()
        except OSError:
            return
        for _ in wanted:
            said = process.stdout.readline().split()
            if len(said) != 3:
                yield None
                continue
            size = int(said[2])
            if size > limit:
                return
            yield process.stdout.read(size + 1)[:size]


def _command(arguments: Sequence[str]) -> list[str]:
    """The command line. A git that lies where we happen to stand (Windows looks there first) is none of ours."""
    program = shutil.which("git")
    if program is None or not Path(program).is_absolute():
        raise GitMissingError
    config = [part for key, value in CONFIG.items() for part in ("-c", f"{key}={value}")]
    return [program, *config, "--literal-pathspecs", *arguments]


def _environment(top: Path) -> dict[str, str]:
    return {**os.environ, **environment(top)}
