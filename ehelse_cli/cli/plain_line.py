"""A line of `publiser` that can be read at a glance, without the parser: to load that is half of what a site that
stands takes, and holds up whoever makes one that does not.

Such a line begins with the command, and has every option by its whole name and but once, its value as a word of its
own.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.unchanged import Order, Wishes
from ehelse_cli.core.kalender import les_dato

#: Those that stand alone, and those with a value. With one of the others the line is not plain.
FLAGS = frozenset({"--stille", "--uten-papirer", "--uten-soek"})
VALUES = frozenset({"--format", "--per", "--rot", "--tema", "--ut"})


def read(words: Sequence[str]) -> Order | None:
    """The site that the options of a plain line ask for; None where the line is not plain, or has a mistake in it."""
    given = _given(words)
    if given is None or "--ut" not in given:
        return None
    form, tema, rot = given.get("--format", "html"), given.get("--tema"), given.get("--rot")
    if form not in ("html", "md") or (form == "md" and tema):
        return None
    try:
        per = les_dato(given["--per"]) if "--per" in given else None
    except ValueError:
        return None
    wishes = Wishes(
        tema=Path(tema) if tema else None,
        markdown=form == "md",
        uten_soek="--uten-soek" in given,
        uten_papirer="--uten-papirer" in given,
    )
    shared = Felles(Path(rot) if rot else None, per, stille="--stille" in given)
    return Order(shared, Path(given["--ut"]), wishes)


def _given(words: Sequence[str]) -> dict[str, str] | None:
    """Each option with what it was given."""
    given: dict[str, str] = {}
    coming = iter(words)
    for word in coming:
        value = next(coming, "") if word in VALUES else word
        if word in given or word not in FLAGS | VALUES or not value or (word in VALUES and value.startswith("-")):
            return None
        given[word] = value
    return given
