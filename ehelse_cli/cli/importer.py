"""`ehelse importer`: what it does by itself, which is to make empty lists to fill in."""

from __future__ import annotations

from typing import Annotated

import typer

from ehelse_cli.cli.values import one_of

Mal = Annotated[
    str | None,
    typer.Option(
        "--mal",
        metavar="medlemmer|fremmoete",
        help="Lag en tom liste med overskriftene som blir forstått, for Excel.",
        callback=one_of("--mal", "medlemmer", "fremmoete"),
    ),
]
Ut = Annotated[str | None, typer.Option("--ut", metavar="FIL", help="Skriv malen til filen i stedet for til skjermen.")]


def run(ctx: typer.Context, mal: Mal = None, ut: Ut = None) -> int:
    """The list that is asked for; without any, and without a command, what there is."""
    from ehelse_cli.cli.errors import UsageError
    from ehelse_cli.cli.program import alone

    if mal is None:
        if ut is not None:
            raise UsageError("--ut sier hvor malen skal skrives", "Skriv --mal medlemmer eller --mal fremmoete også.")
        return alone(ctx)
    if ctx.invoked_subcommand is not None:
        raise UsageError(
            f"--mal {mal} lager en tom liste, og importerer ingenting",
            f"En utfylt liste: `ehelse importer {ctx.invoked_subcommand} … --mal`.",
        )
    from ehelse_cli.cli.importing import show_list
    from ehelse_cli.importer.medlemmer.malen import empty

    return show_list(ctx, empty(mal), ut)
