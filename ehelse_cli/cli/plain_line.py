"""A line of `publiser` that can be read at a glance: of a site that stands it is told before the parser is loaded.

That takes a third of the time that all of it takes. Such a line begins with the command, and has every option by its
whole name and but once, its value as a word of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.unchanged import Order, Wishes, is_left_alone
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.kalender import les_dato

#: Those that stand alone, and those with a value. With one of the others the line is not plain.
FLAGS = frozenset({"--stille", "--uten-papirer", "--uten-soek"})
VALUES = frozenset({"--format", "--per", "--rot", "--tema", "--ut"})


def is_settled(words: Sequence[str]) -> bool:
    """Whether the options after the command ask for a site that stands as it is to be; if they do, that is said.

    Whatever makes it hard to tell is left to those who have words for it.
    """
    try:
        order = read(words)
        return order is not None and is_left_alone(order)
    except (EhelseError, OSError, ValueError):
        return False


def read(words: Sequence[str]) -> Order | None:
    """The site that the options of a plain line ask for; None where the line is not plain."""
    given = _given(words)
    if given is None or "--ut" not in given or given.get("--format", "html") not in ("html", "md"):
        return None
    markdown, tema = given.get("--format") == "md", given.get("--tema")
    if markdown and tema:
        return None
    wishes = Wishes(
        tema=Path(tema) if tema else None,
        markdown=markdown,
        uten_soek="--uten-soek" in given,
        uten_papirer="--uten-papirer" in given,
    )
    per, rot = given.get("--per"), given.get("--rot")
    shared = Felles(Path(rot) if rot else None, les_dato(per) if per else None, stille="--stille" in given)
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
