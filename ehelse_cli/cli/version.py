"""Which version this is."""

from __future__ import annotations

from functools import cache


@cache
def version() -> str:
    """The version of the installed package; `ukjent` in a checkout that nobody installed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("ehelse-cli")
    except PackageNotFoundError:
        return "ukjent"
