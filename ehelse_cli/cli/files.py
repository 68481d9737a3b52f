"""Writing a file so that it is the old one or the new one, never half of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.refused import why_not_written
from ehelse_cli.load.edit.beside import sync_folder, write_beside

if TYPE_CHECKING:
    from ehelse_cli.cli.felles import Felles
    from ehelse_cli.report.screen import Screen


class NotWrittenError(EhelseError):
    """The file stands as it did."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"kan ikke skrive «{path}»: {why}", "Ingenting er endret.")


#: Endings that a program opens as one format and no other; notes and Markdown may be called anything.
_ENDINGS = {"csv", "doc", "docx", "htm", "html", "jpg", "json", "pdf", "png", "svg", "xls", "xlsx"}


class WrongEndingError(EhelseError):
    """The name promises another format than the file would have, so no program could open it."""

    def __init__(self, path: Path, ending: str, made: str, offered: Collection[str]) -> None:
        ask = f"Skriv --format {ending}, eller gi" if ending in offered else "Gi"
        name = f"et navn på .{made}" if made in _ENDINGS else "et annet navn"
        super().__init__(
            f"«{path}» slutter på .{ending}, men formatet er {made}", f"{ask} filen {name}. Ingenting er endret."
        )


def named_as(made: str, path: Path, offered: Collection[str] = ()) -> Path:
    """The path, if a file of the format may be called so; `offered` are those that may be asked for instead.

    Raises:
        WrongEndingError: if it promises another.
    """
    ending = path.suffix.lower().removeprefix(".")
    if ending in _ENDINGS and ending != made and (ending, made) != ("htm", "html"):
        raise WrongEndingError(path, ending, made, offered)
    return path


def write_file(path: Path, content: str | bytes) -> None:
    """Put the text or the bytes at `path`, replacing what was there; where `path` is a link, what it points at.

    Raises:
        NotWrittenError: if it is a folder or a device, or the system refuses; nothing is changed then.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise NotWrittenError(path, "det er en mappe")
        if target.exists() and not target.is_file():
            raise NotWrittenError(path, "det er ikke en vanlig fil")
        _replace(target, content.encode() if isinstance(content, str) else content)
    except OSError as problem:
        raise NotWrittenError(path, why_not_written(problem)) from None


def show_or_write(
    make: Callable[[Screen], str], ut: str | None, shared: Felles, *, made: str, offered: Collection[str]
) -> None:
    """Show the text, as wide and in the colours of the screen; or put it in the file that is named, and say so.

    Raises:
        NotWrittenError, WrongEndingError: if it cannot be put there.
    """
    from ehelse_cli.cli.output import say, screen, show
    from ehelse_cli.report.screen import Screen

    if ut is None:
        place = screen(shared.farge)
        show(make(place), colours=place.colours)
        return
    write_file(named_as(made, Path(ut), offered), make(Screen()))
    if not shared.stille:
        say(f"skrev {ut}")


def make_folder(path: Path) -> None:
    """Make the folder, and those around it, where there is none.

    Raises:
        NotWrittenError: if there is something else there, or the system refuses.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotWrittenError(path, "det er ikke en mappe") from None
    except OSError as problem:
        raise NotWrittenError(path, why_not_written(problem)) from None


def is_folder(path: Path) -> bool:
    """Whether there is a folder there; not, if the system will not tell."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _replace(target: Path, content: bytes) -> None:
    """Write beside, make sure it is on the disk, and swap."""
    beside = write_beside(target, content)
    try:
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)
