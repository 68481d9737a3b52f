"""`ehelse ny forum`: a council that has no file yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, Plan, Proev, edit
from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.values import one_of

if TYPE_CHECKING:
    from ehelse_cli.load.composed import Value
    from ehelse_cli.load.edit.edits import Desk

HELP = """Lag filen til et forum, med saksnummer og de faste sakene de fleste har.

Mandatet lages med `ehelse ny mandat`, medlemmene føres med `ehelse ny medlem`."""

EXAMPLE = """ehelse ny forum arbeidsutvalget --navn "Arbeidsutvalget" --nivaa arbeidsutvalg --overordnet nehr --proev"""

_LEVELS = ("raad", "utvalg", "fagutvalg", "arbeidsutvalg", "tilgrensende")

Id = Annotated[str, typer.Argument(metavar="ID", help="Kort, med små bokstaver og bindestrek: arbeidsutvalget.")]
Navn = Annotated[str, typer.Option("--navn", metavar="TEKST", help="Hva forumet heter.")]
Kort = Annotated[str | None, typer.Option("--kort", metavar="TEKST", help="Kortform, der det er knapt med plass.")]
Nivaa = Annotated[
    str,
    typer.Option(
        "--nivaa",
        metavar="NIVÅ",
        help="raad, utvalg, fagutvalg, arbeidsutvalg eller tilgrensende.",
        callback=one_of("--nivaa", *_LEVELS),
    ),
]
Overordnet = Annotated[str | None, typer.Option("--overordnet", metavar="FORUM", help="Forumet det ligger under.")]
Sekretariat = Annotated[
    str | None, typer.Option("--sekretariat", metavar="VIRKSOMHET", help="Hvem som er sekretariat.")
]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    id_: Id,
    navn: Navn,
    nivaa: Nivaa,
    kort: Kort = None,
    overordnet: Overordnet = None,
    sekretariat: Sekretariat = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Write the file."""
    head: dict[str, Value] = {"navn": navn, "kort": kort or "", "overordnet": overordnet or "ingen", "nivaa": nivaa}
    head |= {"sekretariat": sekretariat or "", "saksnummer": "N/AAAA", "moetenummer": "N/AAAA"}
    if nivaa != "tilgrensende":
        head["faste_saker"] = {
            "innkalling": {
                "tittel": "Godkjenning av innkalling og dagsorden",
                "sakstype": "godkjenning",
                "minutter": "5",
                "vedtak": "Innkalling og dagsorden godkjennes.",
            },
            "referat": {
                "tittel": "Godkjenning av referat",
                "sakstype": "godkjenning",
                "minutter": "5",
                "vedtak": "Referatet godkjennes.",
            },
        }
    return edit(ctx, lambda _, desk: Plan(_written(desk, id_, head)), proev=proev, likevel=likevel)


def _written(desk: Desk, id_: str, head: dict[str, Value]) -> Desk:
    import re

    from ehelse_cli.core.felter import IDMOENSTER
    from ehelse_cli.load.edit.new import yaml_text

    if not re.match(IDMOENSTER, id_):
        raise UsageError(
            f"«{id_}» kan ikke være en id", "Bruk a–z, tall og bindestrek, med æ som ae, ø som oe og å som aa."
        )
    return desk.create(f"forum/{id_}.yaml", yaml_text({key: value for key, value in head.items() if value}))
