"""Runs the command as a user does: in this process with captured streams, or as a program of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from ehelse_cli.cli.app import main

#: A tree with nothing wrong in it.
GOOD = {
    "data/datasett.yaml": "eksempel: ja\ndag: 2026-11-23\n",
    "data/virksomheter.yaml": "ks: {navn: KS}\nhod: {navn: Helse- og omsorgsdepartementet}\n",
}
#: The same, with one finding of severity feil: `data/virksomheter.yaml:2:14`.
BAD = {**GOOD, "data/virksomheter.yaml": "ks: {navn: KS}\nhod: {navn: HOD, nvn: x}\n"}


@dataclass(frozen=True)
class Ran:
    """What came of it."""

    code: int
    out: str
    err: str


def ehelse(*arguments: str, encoding: str = "utf-8") -> Ran:
    """Run in this process, in the current folder."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = main(arguments)
    return Ran(code, *(_read(stream) for stream in (out, err)))


def _read(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode(stream.encoding)


def program(
    *arguments: str, cwd: Path, env: Mapping[str, str] | None = None, code: str | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run as a program of its own; with `code`, that instead of the command."""
    what = ["-c", code] if code else ["-m", "ehelse_cli", *arguments]
    return subprocess.run(
        [sys.executable, *what],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        timeout=60,
        check=False,
    )


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Put the files below the folder."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return folder
