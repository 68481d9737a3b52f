"""Checks of what an option is given, with messages of our own."""

from __future__ import annotations

from collections.abc import Callable

from ehelse_cli.cli.errors import BadValueError


def one_of(option: str, *lawful: str) -> Callable[[str | None], str | None]:
    """A check that the option is one of the lawful words."""

    def check(value: str | None) -> str | None:
        if value is not None and value not in lawful:
            raise BadValueError(option, value, lawful)
        return value

    check.lawful = lawful  # type: ignore[attr-defined]  # for the shell's completion
    return check
