"""`ehelse mandat git-oppsett`: let git show changes of mandates as a changelog."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.shared import felles
from ehelse_cli.core.errors import EhelseError

if TYPE_CHECKING:
    from pathlib import Path

HELP = """Sett opp git slik at `git diff` og `git log -p --ext-diff` viser endringer i mandater som en endringslogg.

En linje legges til i .gitattributes; den deles med alle. Hvilket program git skal bruke, står bare i oppsettet på \
denne maskinen (.git/config). --fjern tar begge bort igjen."""

EXAMPLE = """ehelse mandat git-oppsett --proev"""

Fjern = Annotated[bool, typer.Option("--fjern", help="Ta oppsettet bort.")]
Proev = Annotated[bool, typer.Option("--proev", help="Vis hva som ville blitt endret, og endre ingenting.")]


class NotInARevisionError(EhelseError):
    """What git does is set up in the working tree."""

    def __init__(self) -> None:
        super().__init__("oppsettet gjøres i arbeidstreet, ikke i en revisjon")


def run(ctx: typer.Context, fjern: Fjern = False, proev: Proev = False) -> int:
    """Show what changes in .gitattributes and in the configuration; change it."""
    from pathlib import Path

    from ehelse_cli.cli.output import say, screen, show
    from ehelse_cli.load import git_driver as driver
    from ehelse_cli.load.repository import find_repository
    from ehelse_cli.load.tree import find_root
    from ehelse_cli.report.filendring import filendring

    shared = felles(ctx)
    if shared.revisjon:
        raise NotInARevisionError
    root = find_root(shared.rot or Path.cwd())
    top, _ = find_repository(root)
    file = root / driver.ATTRIBUTES
    old = _text(file)
    new = driver.without_attributes(old) if fjern else driver.with_attributes(old)
    now, then = driver.configured(top), {} if fjern else driver.wanted()
    place = screen(shared.farge)
    show(filendring(driver.ATTRIBUTES, old, new, place) + "".join(_settings(now, then)), colours=place.colours)
    changed = (old, dict(now)) != (new, dict(then))
    if changed and not proev:
        _write(file, old, new)
        if fjern:
            driver.forget(top)
        else:
            driver.configure(top)
    if not shared.stille:
        say(_told(changed=changed, proev=proev, fjern=fjern))
    return 0


def _text(file: Path) -> str | None:
    return file.read_bytes().decode() if file.exists() else None


def _write(file: Path, old: str | None, new: str | None) -> None:
    from ehelse_cli.cli.files import write_file

    if new is None:
        file.unlink(missing_ok=True)
    elif new != old:
        write_file(file, new)


def _settings(now: Mapping[str, str], then: Mapping[str, str]) -> Iterator[str]:
    """The configuration's change, a line each."""
    for key in sorted({*now, *then}):
        if now.get(key) != then.get(key):
            yield from (f"-git config {key} = {now[key]}\n",) if key in now else ()
            yield from (f"+git config {key} = {then[key]}\n",) if key in then else ()


def _told(*, changed: bool, proev: bool, fjern: bool) -> str:
    if not changed:
        return "oppsettet er ikke her" if fjern else "oppsettet er her fra før"
    if proev:
        return "ingenting er endret (--proev)"
    return "oppsettet er tatt bort" if fjern else "prøv: git log -p --ext-diff -- data/mandater"
