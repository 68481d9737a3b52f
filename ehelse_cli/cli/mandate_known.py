"""What is said where no mandate is known."""

from __future__ import annotations

from ehelse_cli.core.errors import EhelseError


class NoKnownMandateError(EhelseError):
    """The files have no mandate to show: nothing was shown."""

    exit_code = 3

    def __init__(self, what: str, help: str | None = None) -> None:
        super().__init__(f"ingenting å vise: {what}", help)
