"""What makes it impossible to put a site in its place. The old one stands as it stood."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.refused import why_not_written


class NotPublishedError(EhelseError):
    """The system refuses."""

    def __init__(self, folder: Path, problem: OSError) -> None:
        why = why_not_written(problem)
        super().__init__(f"kan ikke skrive nettstedet til «{folder}»: {why}", "Det som sto der, står der fremdeles.")


class NotOursError(EhelseError):
    """A folder with something in it that we did not put there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"«{folder}» er ikke tom, og er ikke et nettsted som ehelse har laget",
            "Velg en tom mappe, eller en som ikke finnes ennå.",
        )


class NotAFolderError(EhelseError):
    """Something that cannot hold a site."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"«{folder}» er ikke en mappe", "Velg en mappe, eller et navn som ikke er i bruk.")


class InTheWayError(EhelseError):
    """A stranger's file where a page is to be."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"«{path}» ligger der en av sidene skal ligge, og ehelse har ikke laget den", "Flytt den, og prøv igjen."
        )


class TwiceError(EhelseError):
    """Two files of the site have one name: an attachment may be called what a page is called."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"to av filene på nettstedet ville hete «{path}»", "Gi vedlegget et annet navn; en side heter det allerede."
        )


class BusyError(EhelseError):
    """Somebody else is putting a site there right now."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"noen andre skriver til «{folder}» akkurat nå", "Vent til det er ferdig.")


class LeakError(EhelseError):
    """Something closed was found in what was about to go out. It is never quoted."""

    exit_code = 1

    def __init__(self, where: Sequence[tuple[str, str]]) -> None:
        lines = "\n".join(f"  {path}: {what}" for path, what in where)
        super().__init__(
            f"ingenting er sluppet ut: det som er lukket, står i det som skulle ut\n{lines}",
            "Er det gjengitt i en åpen tekst, ta det bort der. Hvis ikke er det en feil i ehelse: meld fra.",
        )
