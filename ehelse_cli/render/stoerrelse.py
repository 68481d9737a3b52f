"""How large a file is, as people say it."""

from __future__ import annotations


def stoerrelse(byte: int) -> str:
    """`512 byte`, `82 kB`, `1,4 MB`."""
    if byte < 1000:
        return f"{byte} byte"
    return f"{byte / 1000:.0f} kB" if byte < 999_500 else f"{byte / 10**6:.1f} MB".replace(".", ",")
