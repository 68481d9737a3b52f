"""`ehelse mandat git-driver`: what git runs to show how a mandate changed. It never fails: git would stop there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.shared import felles
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.refused import why_not_read

if TYPE_CHECKING:
    from ehelse_cli.core.mandat import Mandat
    from ehelse_cli.diff.tekst import Navngiver
    from ehelse_cli.report.screen import Screen

HELP = """Brukes av git, som `ehelse mandat git-oppsett` setter opp: viser én endret mandatfil.

Git gir filen, den gamle og den nye utgaven med id og rettigheter, og etter et navnebytte det nye navnet. Med --tekst \
skrives én fil slik git skal sammenligne den: en linje for hver regel og hvert avsnitt."""

EXAMPLE = """ehelse mandat git-driver --tekst data/mandater/nuit/2025-01-01.md"""

Ord = Annotated[list[str], typer.Argument(metavar="FIL…", help="Det git gir.")]
Tekst = Annotated[bool, typer.Option("--tekst", help="Skriv filen som tekst å sammenligne.")]

_NOTHING = "/dev/null"


def run(ctx: typer.Context, ord_: Ord, tekst: Tekst = False) -> int:
    """Show the file as text, or how it changed."""
    from dataclasses import replace

    from ehelse_cli.cli.output import screen, show

    shared = felles(ctx)
    place = screen(shared.farge)
    if os.environ.get("GIT_PAGER_IN_USE") and shared.farge == "auto" and not os.environ.get("NO_COLOR"):
        place = replace(place, colours=True)
    if tekst and len(ord_) == 1:
        show(_as_text(Path(ord_[0])))
    elif len(ord_) == 1:
        show(f"{place.paint(f'{ord_[0]}: flettingen er ikke ferdig', 'fet')}\n", colours=place.colours)
    elif not tekst and len(ord_) in (7, 9):
        show(_changes(ord_, place), colours=place.colours)
    else:
        raise UsageError(f"git gir 1, 7 eller 9 ord, ikke {len(ord_)}", "Se `ehelse mandat git-oppsett`.")
    return 0


def _as_text(path: Path) -> str:
    """The rules, a line each, then the words; the file as it stands where it is no mandate that can be read."""
    from ehelse_cli.cli.mandate_file import read_mandate
    from ehelse_cli.diff.endringsvedtak import ordlyd
    from ehelse_cli.diff.regellinjer import regellinjer

    try:
        mandat = read_mandate(path)
    except EhelseError:
        return _raw(path)
    return "\n".join([*regellinjer(mandat.hode), "", ordlyd(mandat.tekst)]) + "\n"


def _changes(given: list[str], place: Screen) -> str:
    """A heading with the file's name, and what the comparison of the two says."""
    path, old, new = given[0], given[1], given[4]
    name = f"{path} → {given[7]}" if len(given) == 9 else path
    head = place.paint(name, "fet", "cyan")
    try:
        body = _compared(old, new, place)
    except EhelseError as problem:
        body = f"{place.plain(problem.message)}\n{_lines(path, old, new, place)}"
    return f"{head}\n{body}\n"


def _compared(old: str, new: str, place: Screen) -> str:
    """What changed from the one file to the other; `/dev/null` is a side that is not there.

    Raises:
        MandateUnreadableError: if one is no mandate that can be read.
    """
    from ehelse_cli.cli.mandate_file import read_mandate
    from ehelse_cli.diff.mandat import diff
    from ehelse_cli.report.mandatdiff_tekst import som_tekst

    before, after = (None if one == _NOTHING else read_mandate(Path(one)) for one in (old, new))
    name = _names()
    if before is not None and after is not None:
        found = diff(before, after, name)
        return som_tekst(found, place)
    return "".join(_alone(one, what, name, place) for one, what in ((before, "borte"), (after, "nytt")) if one)


def _alone(mandat: Mandat, what: str, name: Navngiver, place: Screen) -> str:
    """A mandate that came or went."""
    from ehelse_cli.diff.mandat import side
    from ehelse_cli.report.mandatdiff_ord import sidetekst

    said = f"Mandatet {mandat.id} er {what}: {sidetekst(side(mandat, name))}"
    return "\n".join(place.wrapped(said, 0)) + "\n"


def _names() -> Navngiver:
    """Names from the tree git stands in; ids where there is none that can be read."""
    from ehelse_cli.cli.mandate_tree import NameTree
    from ehelse_cli.core.dataset import Dataset
    from ehelse_cli.load.dataset import load
    from ehelse_cli.load.tree import DiskTree, find_root

    try:
        return load(NameTree(DiskTree(find_root(Path.cwd())))).dataset.virksomhetsnavn
    except EhelseError:
        return Dataset().virksomhetsnavn


def _lines(path: str, old: str, new: str, place: Screen) -> str:
    """The change line by line, for what cannot be compared as mandates."""
    from ehelse_cli.report.filendring import filendring

    before, after = (None if one == _NOTHING else _raw(Path(one)) for one in (old, new))
    return filendring(path, before, after, place)


def _raw(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError as problem:
        return f"filen kan ikke leses: {why_not_read(problem)}\n"
