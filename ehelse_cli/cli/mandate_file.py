"""A mandate read from a file by itself, inside the tree or anywhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.refused import why_not_read
from ehelse_cli.load.dataset import load
from ehelse_cli.load.front_matter import FrontMatter, split
from ehelse_cli.load.tree import MAX_BYTES, Entry, OneFile, decode
from ehelse_cli.load.yaml_text import compose


class MandateUnreadableError(EhelseError):
    """The file is no mandate that can be read whole."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"mandatet «{path}» kan ikke leses: {why}")


def read_mandate(path: Path) -> Mandat:
    """The mandate in the file. Its head says which forum and day it is of, wherever it lies.

    Raises:
        MandateUnreadableError: with the first thing that is wrong.
    """
    return mandate_in(path, _content(path))


def mandate_in(path: Path, content: bytes) -> Mandat:
    """The mandate in the content; `path` is what it is called in messages.

    Raises:
        MandateUnreadableError: with the first thing that is wrong.
    """
    if len(content) > MAX_BYTES:
        raise MandateUnreadableError(path, f"filen er større enn {MAX_BYTES // 2**20} MiB")
    entry = Entry(_place(path, content), len(content), "file")
    loaded = load(OneFile(str(path), entry, content))
    if not loaded.dataset.mandater:
        first = next(iter(loaded.findings), None)
        raise MandateUnreadableError(path, f"linje {first.location.line}: {first.message}" if first else "ukjent form")
    return next(iter(loaded.dataset.mandater.values()))


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            why = "det er ikke en vanlig fil" if path.exists() else "filen finnes ikke"
            raise MandateUnreadableError(path, why)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as problem:
        raise MandateUnreadableError(path, why_not_read(problem)) from None


def _place(path: Path, content: bytes) -> str:
    """Where in a tree the mandate would stand, by its head."""
    head = _head(content)
    day = _plain(head.get("gjelder_fra"))
    if day == "ukjent":
        day = _plain(head.get("kjent_per"))
    draft = "-utkast" if _plain(head.get("status")) == "utkast" else ""
    return f"mandater/{_plain(head.get('forum')) or path.stem}/{day or path.stem}{draft}.md"


def _head(content: bytes) -> dict[str, Any]:
    text = decode(content)
    parts = split(text) if isinstance(text, str) else None
    value = compose(parts.head).value if isinstance(parts, FrontMatter) else None
    return value if isinstance(value, dict) else {}


def _plain(value: Any) -> str:
    """The value of a rule in its short or its long form."""
    found = value.get("verdi", "") if isinstance(value, dict) else value
    return found if isinstance(found, str) else ""
