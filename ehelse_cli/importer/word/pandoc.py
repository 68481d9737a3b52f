"""The program pandoc: found, run without leave to open files, and given no more time and memory than a paper takes."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from typing import Any

from ehelse_cli.importer.remark import CannotImportError, MissingReaderError

_SECONDS = 60
#: `--sandbox`: no file but what it is handed. The rest is for the program's own memory.
_ALWAYS = ("--sandbox", "+RTS", "-M1500M", "-RTS")
_TO = ("--to", "commonmark-raw_html+pipe_tables", "--wrap", "none")


def document_of(file: str, raw: bytes, *, accept: bool) -> dict[str, Any]:
    """The document from Word as pandoc's own tree, with the tracked changes made, or not. Comments are left out.

    Raises:
        CannotImportError: if pandoc cannot read it.
        MissingReaderError: if there is no pandoc.
    """
    tracked = "accept" if accept else "reject"
    said = _run(file, raw, "--from", "docx", "--track-changes", tracked, "--to", "json")
    tree: dict[str, Any] = json.loads(said)
    return tree


def markdown_of(file: str, tree: dict[str, Any]) -> str:
    """The tree as Markdown, a paragraph to a line.

    Raises:
        CannotImportError, MissingReaderError: as above.
    """
    return _run(file, json.dumps(tree).encode(), "--from", "json", *_TO).decode()


def _run(file: str, given: bytes, *options: str) -> bytes:
    try:
        ran = subprocess.run(  # noqa: S603 (pandoc itself, found by its whole path)
            [_program(), *_ALWAYS, *options], input=given, capture_output=True, check=False, timeout=_SECONDS
        )
    except subprocess.TimeoutExpired:
        raise CannotImportError(file, f"pandoc ble ikke ferdig på {_SECONDS} sekunder") from None
    except OSError as problem:
        raise CannotImportError(file, f"pandoc kan ikke kjøres ({problem.strerror})") from None
    if ran.returncode != 0:
        said = ran.stderr.decode(errors="replace").strip().splitlines()
        why = f"pandoc forstår den ikke ({said[-1] if said else ran.returncode})"
        raise CannotImportError(file, why, "Åpne den i Word, og lagre den på nytt.")
    return ran.stdout


@cache
def _program() -> str:
    """The one that came with the extra; else the machine's own."""
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ModuleNotFoundError, OSError):
        pass
    found = shutil.which("pandoc")
    if found is None:
        raise MissingReaderError("Word", "saksframlegg", "Eller installer pandoc på maskinen.")
    return found
