"""`ehelse skjema`: JSON Schema for editors, and the lines that switch it on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.shared import felles
from ehelse_cli.cli.values import one_of
from ehelse_cli.core.spraak import oppramsing

if TYPE_CHECKING:
    from ehelse_cli.report.sheet import Sheet

HELP = """Skriv JSON Schema for filene, så redigeringsprogrammet foreslår nøkler og viser feil mens du skriver.

Uten SLAG og --ut: hvilke skjemaer som finnes, og linjene som slår dem på. Det et skjema avviser, avviser valider."""

EXAMPLE = """ehelse skjema
ehelse skjema forum
ehelse skjema --ut .skjema"""

_KINDS = ("datasett", "virksomheter", "personer", "forum", "mandat", "godtatt", "moete", "sak", "aarshjul")
_FOLDER = Path(".skjema")

Slag = Annotated[
    str | None,
    typer.Argument(metavar="SLAG", help=f"{oppramsing(_KINDS, 'eller')}.", callback=one_of("SLAG", *_KINDS)),
]
Ut = Annotated[
    str | None, typer.Option("--ut", metavar="MAPPE", help="Skriv skjemaet, eller alle, til filer i mappen.")
]


def run(ctx: typer.Context, slag: Slag = None, ut: Ut = None) -> int:
    """Print one schema, write one or all, or tell what there is."""
    from ehelse_cli.cli.output import screen, show
    from ehelse_cli.report.sheet import sheet_as_text

    shared = felles(ctx)
    if ut is not None:
        _write((slag,) if slag else _KINDS, Path(ut), shared)
    elif slag is not None:
        show(_as_json(slag))
    else:
        place = screen(shared.farge)
        show(sheet_as_text(_overview(shared.rot or Path()), place), colours=place.colours)
    return 0


def _as_json(kind: str) -> str:
    import json

    from ehelse_cli.load.schema import schema

    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"


def _file(kind: str) -> str:
    return f"{kind}.schema.json"


def _write(kinds: Sequence[str], folder: Path, shared: Felles) -> None:
    """Put the schemas in the folder, which is made where there is none, and tell what switches them on."""
    from ehelse_cli.cli.files import make_folder, write_file
    from ehelse_cli.cli.output import say

    make_folder(folder)
    for kind in kinds:
        write_file(folder / _file(kind), _as_json(kind))
    if not shared.stille:
        say("\n".join(f"skrev {folder / _file(kind)}" for kind in kinds))
        for glob, line in _modelines(kinds, folder, shared.rot or Path()):
            say(f"øverst i {glob}: {line}")


def _modelines(kinds: Sequence[str], folder: Path, root: Path) -> Iterator[tuple[str, str]]:
    """The line for each kind of YAML file, seen from where such files stand. Editors look for none in Markdown."""
    from ehelse_cli.load.schema import FILES

    for kind in kinds:
        for glob in FILES[kind][0]:
            if glob.endswith(".yaml"):
                way = os.path.relpath(folder / _file(kind), root / PurePosixPath(glob).parent)
                yield glob, f"# yaml-language-server: $schema={way.replace(os.sep, '/')}"


def _overview(root: Path) -> Sheet:
    from ehelse_cli.load.schema import FILES
    from ehelse_cli.report.sheet import Sheet, Table, Text

    rows = tuple((kind, "\n".join(globs), what) for kind, (globs, what) in FILES.items())
    lines = tuple(f"{glob}: {line}" for glob, line in _modelines(_KINDS, root / _FOLDER, root))
    return Sheet(
        "Skjemaer",
        f"{len(rows)} slag filer. `ehelse skjema --ut {_FOLDER}` skriver dem alle.",
        (),
        (
            Table("Slag", ("Slag", "Filene", "Hva det er"), rows),
            Text("Linjen øverst i filen som slår skjemaet på", lines, flows=False),
        ),
    )
