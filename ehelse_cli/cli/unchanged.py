"""The short way of `publiser`: a site made of just what there is now, that stands as it was made, is left alone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from ehelse_cli.cli.clock import today
from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.output import say
from ehelse_cli.load.tree import find_root
from ehelse_cli.publish.inputs import digest
from ehelse_cli.publish.memory import Remembered, remember, standing

if TYPE_CHECKING:
    from ehelse_cli.publish.writer import Written


class Wishes(Struct, frozen=True, kw_only=True):
    """What was asked for of the site beside the options that every command has."""

    tema: Path | None = None
    markdown: bool = False
    uten_soek: bool = False
    uten_papirer: bool = False


class Order(Struct, frozen=True):
    """The site that was asked for, and where it is to stand."""

    shared: Felles
    folder: Path
    wishes: Wishes

    def made_of(self) -> str | None:
        """The digest of everything that it is made of; None where that cannot be told before it is read."""
        if self.shared.revisjon:
            return None
        root, tema = find_root(self.shared.rot or Path.cwd()), self.wishes.tema
        wishes = (self.wishes.markdown, self.wishes.uten_soek, self.wishes.uten_papirer, self.shared.stille)
        return digest(root, (self.shared.per or today(), *wishes), [tema] if tema else [])

    @property
    def target(self) -> Path:
        """The folder itself, whatever leads to it."""
        return Path(os.path.realpath(self.folder))


def carry_out_if_changed(order: Order) -> int:
    """Leave alone what stands; else read, let through what is public, make the pages, search them, swap them in.

    Raises:
        EhelseError: if something is in the way; then nothing is changed.
    """
    if not is_left_alone(order):
        from ehelse_cli.cli.opening import begin

        made_of = order.made_of()  # as it is before anything is read
        opening = begin(order.shared)  # what is read beside, while this loads all that makes the pages
        from ehelse_cli.cli.publishing import carry_out

        keep_in_mind(order, made_of, carry_out(order, opening))
    return 0


def is_left_alone(order: Order) -> bool:
    """Whether the site stands; if it does, it is said, with what was said of it when it was made."""
    found = standing(order.target, order.made_of)
    if found is None:
        return False
    for line in found.sagt:
        say(line)
    if not order.shared.stille:
        say(line_about(order.folder, f"ingenting er endret, {found.filer} filer står som før", found.dag))
    return True


def keep_in_mind(order: Order, made_of: str | None, done: Done) -> None:
    """For the next time."""
    if made_of:
        written = done.written
        files = written.nye + written.uendret
        remember(order.target, Remembered(made_of, written.liste, files, done.dag, done.said))


class Done(Struct, frozen=True):
    """What came of making the site: what was written, by which day, and what was said meanwhile."""

    written: Written
    dag: str
    said: tuple[str, ...]


def line_about(folder: Path, what: str, dag: str) -> str:
    """What was done with the site, and by which day."""
    return f"skrev nettstedet i {folder}: {what}; vurdert per {dag}"
