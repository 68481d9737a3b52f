"""What makes it impossible to go on. Mistakes in the data are findings; these end the run."""

from __future__ import annotations


class EhelseError(Exception):
    """The root of every failure that ends a run with one message and exit code 2.

    Each failure is a small subclass whose `__init__` takes the facts and writes `message` and, where there is a way
    out, `help`, both in Norwegian.
    """

    exit_code = 2

    def __init__(self, message: str, help: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.help = help
