"""Where in the tree something stands."""

from __future__ import annotations

from msgspec import Struct


class Location(Struct, frozen=True):
    """A stretch of text in one file, as an editor counts it: lines and columns from 1, columns in characters.

    `path` is posix, from the folder that holds `data/`: `data/forum/nehr.yaml`. The end column is exclusive.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
