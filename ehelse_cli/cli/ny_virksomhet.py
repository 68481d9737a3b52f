"""`ehelse ny virksomhet`: an organisation in the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, Plan, Proev, edit
from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.values import one_of
from ehelse_cli.core.spraak import oppramsing

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.load.composed import Value
    from ehelse_cli.load.edit.edits import Desk

HELP = """Før opp en virksomhet i registeret, så medlemmer, saker og vedtak kan vise til den.

Id-en blir stående når navnet skifter. Organisasjonsnummeret føres bare når det er sikkert."""

EXAMPLE = """ehelse ny virksomhet sykehusinnkjoep --navn "Sykehusinnkjøp" --sektor spesialisthelsetjeneste --proev"""

SEKTORER = ("stat", "kommunal", "spesialisthelsetjeneste", "organisasjon", "privat")
_REGISTER = "virksomheter.yaml"

Id = Annotated[str, typer.Argument(metavar="ID", help="Kort, med små bokstaver og bindestrek: sykehusinnkjoep.")]
Navn = Annotated[str, typer.Option("--navn", metavar="TEKST", help="Hva virksomheten heter.")]
Kort = Annotated[str | None, typer.Option("--kort", metavar="TEKST", help="Kortform, der det er knapt med plass.")]
Sektor = Annotated[
    str | None,
    typer.Option(
        "--sektor",
        metavar="SEKTOR",
        help=f"{oppramsing(SEKTORER, 'eller')}.",
        callback=one_of("--sektor", *SEKTORER),
    ),
]
Orgnr = Annotated[str | None, typer.Option("--orgnr", metavar="NUMMER", help="De ni sifrene i Enhetsregisteret.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    id_: Id,
    navn: Navn,
    kort: Kort = None,
    sektor: Sektor = None,
    orgnr: Orgnr = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Add the row."""
    said = {"navn": navn, "kort": kort, "orgnr": "".join((orgnr or "").split()), "sektor": sektor}
    row: dict[str, Value] = {key: value for key, value in said.items() if value}
    return edit(ctx, lambda opened, desk: Plan(_written(opened, desk, id_, row)), proev=proev, likevel=likevel)


def _written(opened: Opened, desk: Desk, id_: str, row: dict[str, Value]) -> Desk:
    import re

    from ehelse_cli.core.felter import IDMOENSTER
    from ehelse_cli.load.edit.change import Put
    from ehelse_cli.load.edit.new import yaml_text

    if not re.match(IDMOENSTER, id_):
        raise UsageError(
            f"«{id_}» kan ikke være en id", "Bruk a–z, tall og bindestrek, med æ som ae, ø som oe og å som aa."
        )
    if id_ in opened.data.virksomheter or id_ in opened.data.broken:
        raise UsageError(f"«{id_}» finnes fra før", f"`ehelse vis {id_}` viser den.")
    if not any(entry.path == _REGISTER for entry in desk.tree.files()):
        return desk.create(_REGISTER, yaml_text({id_: row}))
    return desk.change(_REGISTER, Put((id_,), row))
