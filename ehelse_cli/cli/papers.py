"""Makes a paper, unless there are errors in what it is made of, and puts it where it is wanted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ehelse_cli.cli.checking import check
from ehelse_cli.cli.files import is_folder, write_file
from ehelse_cli.cli.ids import UnreadableError, find_id
from ehelse_cli.cli.opening import Opened
from ehelse_cli.cli.output import say, screen, show
from ehelse_cli.cli.shared import Felles
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.finding import Severity
from ehelse_cli.render.papers import paper
from ehelse_cli.report.as_text import as_text


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which paper, of what, in which form."""

    kind: str
    of: str
    forum: str | None
    format: str
    maalform: str | None
    utkast: bool


@dataclass(frozen=True, slots=True)
class Made:
    """A paper, and the name its file should have."""

    text: str
    name: str


class HasErrorsError(EhelseError):
    """A paper of something with errors would look right and be wrong."""

    exit_code = 1

    def __init__(self, kind: str, path: str) -> None:
        super().__init__(
            f"{kind} er ikke laget: det er feil i {path}", "Rett feilene, eller ta med --utkast for å lage det likevel."
        )


def make(opened: Opened, wanted: Wanted, shared: Felles) -> Made:
    """The paper.

    Raises:
        HasErrorsError: if there are errors in the file it is made of, and no draft was asked for.
        UnreadableError: if the file cannot be read at all.
        EhelseError: if nothing has the id, or no such paper can be made of it.
    """
    try:
        id_ = find_id(opened.data, wanted.of, wanted.forum)
    except UnreadableError as problem:
        _show_errors(opened, problem.path, shared)
        raise
    path = opened.data.files[id_].path if id_ in opened.data.files else ""
    if not wanted.utkast and path and _show_errors(opened, path, shared):
        raise HasErrorsError(wanted.kind, path)
    options: dict[str, Any] = {"format": wanted.format, "maalform": wanted.maalform, "utkast": wanted.utkast}
    text = paper(opened.data, wanted.kind, id_, dag=opened.dag, **options)  # type: ignore[arg-type]  # checked by typer
    return Made(text, f"{wanted.kind}-{id_}.{wanted.format}")


def _show_errors(opened: Opened, path: str, shared: Felles) -> bool:
    """Show the errors in the file on stderr; whether there are any."""
    report = check(opened, shared.revisjon)
    errors = tuple(one for one in report.findings if one.location.path == path and one.severity is Severity.FEIL)
    if errors:
        place = screen(shared.farge)
        say(as_text(replace(report, findings=errors), place), colours=place.colours)
    return bool(errors)


def deliver(made: Made, out: str | None, shared: Felles) -> None:
    """Print the paper, or write it: in a folder under its own name."""
    if out is None:
        show(made.text)
        return
    path = Path(out) / made.name if is_folder(Path(out)) else Path(out)
    write_file(path, made.text)
    if not shared.stille:
        say(f"skrev {path}")
