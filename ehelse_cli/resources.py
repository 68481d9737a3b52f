"""Where the files that come with the program stand: the templates, and the pages about the rules."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

# pyproject.toml lays these folders of the checkout into the wheel; a test holds the two lists together.
_IN_CHECKOUT = {"templates": "templates", "regler": "docs/regler"}


def folder(name: Literal["templates", "regler"]) -> Path:
    """The folder ``name``: inside the installed package, or, where that has none, in the checkout around it."""
    package = Path(__file__).parent
    installed = package / name
    return installed if installed.is_dir() else package.parent / _IN_CHECKOUT[name]
