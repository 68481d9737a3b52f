"""What the commands that import share: the file is read, its remarks come first, and one error stops it all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.shared import felles

if TYPE_CHECKING:
    from ehelse_cli.cli.editing import Plan
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.importer.medlemmer.malen import Rows
    from ehelse_cli.importer.remark import Remark
    from ehelse_cli.load.edit.edits import Desk

Fil = Annotated[str | None, typer.Argument(metavar="FIL", help="En CSV-fil eller en arbeidsbok fra Excel (xlsx).")]
Ark = Annotated[str | None, typer.Option("--ark", metavar="NAVN", help="Arket i arbeidsboken, når flere kan være det.")]
Mal = Annotated[bool, typer.Option("--mal", help="Lag i stedet listen utfylt med det filene sier nå, for Excel.")]
Ut = Annotated[str | None, typer.Option("--ut", metavar="FIL", help="Skriv malen til filen i stedet for til skjermen.")]


def file_content(given: str | None, command: str) -> tuple[str, bytes]:
    """The file's own name, and its bytes.

    Raises:
        UsageError: if no file was given.
        CannotImportError: if it cannot be read, or is larger than any list or paper.
    """
    from ehelse_cli.core.refused import why_not_read
    from ehelse_cli.importer.package import MAX_BYTES
    from ehelse_cli.importer.remark import CannotImportError

    if given is None:
        raise UsageError("mangler argumentet FIL", f"Se `{command} --help`. Med --mal lages en liste å fylle ut.")
    path = Path(given)
    try:
        if path.is_dir():
            raise CannotImportError(given, "det er en mappe")
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as problem:
        raise CannotImportError(given, why_not_read(problem)) from None
    except ValueError:
        raise CannotImportError(given, "det er ikke et filnavn") from None
    if len(raw) > MAX_BYTES:
        raise CannotImportError(path.name, f"den er større enn {MAX_BYTES // 2**20} MiB")
    return path.name, raw


def remarked(ctx: typer.Context, remarks: Sequence[Remark]) -> None:
    """Show them.

    Raises:
        NotImportedError: if one is an error.
    """
    from ehelse_cli.cli.output import screen, show
    from ehelse_cli.importer.remark import NotImportedError, errors
    from ehelse_cli.report.importmerknader import as_text

    place = screen(felles(ctx).farge)
    text, wrong = as_text(remarks, place), errors(remarks)
    if text:
        show(text if wrong else f"{text}\n", colours=place.colours)
    if wrong:
        raise NotImportedError(wrong)


def unless_the_same(ctx: typer.Context, plan: Callable[[Opened, Desk], Plan]) -> Callable[[Opened, Desk], Plan]:
    """The plan; where it changes nothing, that is said, and the command ends well."""

    def planned(opened: Opened, desk: Desk) -> Plan:
        from ehelse_cli.cli.output import say

        made = plan(opened, desk)
        if all(one.old == one.new for one in made.desk.edits.files):
            if not felles(ctx).stille:
                say("filene sier det samme fra før; ingenting å endre")
            raise typer.Exit(0)
        return made

    return planned


def show_list(ctx: typer.Context, rows: Rows, ut: str | None) -> int:
    """The list as CSV, on the screen or in a file."""
    from ehelse_cli.cli.files import named_as, write_file
    from ehelse_cli.cli.output import say, show_bytes
    from ehelse_cli.report.oversikt_csv import csv_text

    text = csv_text(rows)
    if ut is None:
        show_bytes(text.encode())
        return 0
    write_file(named_as("csv", Path(ut)), text)
    if not felles(ctx).stille:
        say(f"skrev {ut}")
    return 0
