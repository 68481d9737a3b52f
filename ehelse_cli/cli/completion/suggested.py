"""What a line may go on with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A whole word, and a few words about it."""

    word: str
    about: str = ""

    def after(self, beginning: str) -> Suggestion:
        """The same, with `beginning` (`--format=`) before it."""
        return replace(self, word=beginning + self.word)


class Paths(StrEnum):
    """What the shell itself knows best."""

    FILES = "filer"
    FOLDERS = "mapper"


#: Ours, or the shell's own.
Suggested = tuple[Suggestion, ...] | Paths
