"""What the options that every command has, came to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct


class Felles(Struct, frozen=True):
    """What was said of where, as of when and how, before or after the command."""

    rot: Path | None = None
    per: date | None = None
    revisjon: str | None = None
    farge: str = "auto"
    stille: bool = False
