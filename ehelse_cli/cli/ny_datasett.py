"""`ehelse ny datasett`: a fresh folder for a council's files, ready for git."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.shared import felles
from ehelse_cli.cli.values import one_of
from ehelse_cli.core.errors import EhelseError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ehelse_cli.load.composed import Value

HELP = """Lag en ny mappe for rådets filer, med README og sjekk av hver endring på GitHub eller GitLab.

Mappen må ikke finnes, eller være tom. Ingenting legges i git; det gjør du selv."""

EXAMPLE = """ehelse ny datasett raadet-vaart --navn "Rådet vårt" --ci github
ehelse ny datasett raadet-paa-nynorsk --navn "Rådet vårt" --maalform nn --ci ingen"""

_CI = ("github", "gitlab", "ingen")

Mappe = Annotated[str, typer.Argument(metavar="MAPPE", help="Den nye mappen.")]
Navn = Annotated[str, typer.Option("--navn", metavar="TEKST", help="Hva samlingen heter, for eksempel rådets navn.")]
Maalform = Annotated[
    str, typer.Option("--maalform", metavar="nb|nn", help="Ellers: nb.", callback=one_of("--maalform", "nb", "nn"))
]
Ci = Annotated[
    str,
    typer.Option(
        "--ci", metavar="|".join(_CI), help="Hvor hver endring sjekkes. Ellers: github.", callback=one_of("--ci", *_CI)
    ),
]
Proev = Annotated[bool, typer.Option("--proev", help="Vis hvilke filer det blir, og skriv ingenting.")]


class FolderInUseError(EhelseError):
    """There is something there already."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"«{folder}» er ikke en tom mappe", "Velg et annet navn. Ingenting er endret.")


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context, mappe: Mappe, navn: Navn, maalform: Maalform = "nb", ci: Ci = "github", proev: Proev = False
) -> int:
    """Write the files, all or none, and say what comes next."""
    from pathlib import Path

    from ehelse_cli.cli.files import make_folder
    from ehelse_cli.cli.output import say, show
    from ehelse_cli.load.edit.edits import Edits, FileEdit
    from ehelse_cli.load.edit.journal import recover
    from ehelse_cli.load.edit.lock import locked
    from ehelse_cli.load.edit.writer import write_all

    folder = Path(mappe)
    files = {path: text.encode() for path, text in _files(" ".join(navn.split()), maalform, ci)}
    if proev:
        _see_that_it_is_empty(folder)
    else:
        make_folder(folder)
        with locked(folder):
            recover(folder)
            _see_that_it_is_empty(folder)
            write_all(folder, Edits(tuple(FileEdit(path, None, raw) for path, raw in sorted(files.items()))))
    show("".join(f"{mappe}/{path}\n" for path in sorted(files)))
    if not felles(ctx).stille:
        naa = f"gå til «{mappe}», og skriv `git init` og `ehelse ny forum`; README.md sier resten"
        say("ingenting er skrevet (--proev)" if proev else naa)
    return 0


def _see_that_it_is_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderInUseError(folder)


def _files(name: str, language: str, ci: str) -> Iterator[tuple[str, str]]:
    """Each file by its path in the new folder."""
    from ehelse_cli.load.edit.new import yaml_text
    from ehelse_cli.resources import folder

    new = folder("templates") / "nytt"
    head: dict[str, Value] = {"navn": name}
    head |= {"maalform": language} if language != "nb" else {}
    yield "data/datasett.yaml", yaml_text(head)
    yield "data/virksomheter.yaml", (new / "virksomheter.yaml").read_text("utf-8")
    yield "README.md", (new / "README.md").read_text("utf-8").replace("{navn}", name)
    yield ".gitattributes", "# Like linjeskift hos alle; filene er tekst.\n* text=auto eol=lf\n"
    yield ".gitignore", "# Papirer og nettsted lages av filene.\n/ut/\n/nettsted/\n"
    if ci != "ingen":
        target = {"github": ".github/workflows/valider.yml", "gitlab": ".gitlab-ci.yml"}[ci]
        yield target, (new / f"{ci}.yml").read_text("utf-8")
