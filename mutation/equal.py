"""Mistakes that change nothing anyone can see, each with the reason: they are not counted."""

from __future__ import annotations

from mutation.operators import Mutant

#: (end of the path, what stood there, what stands there instead): why nobody could mind.
EQUAL: dict[tuple[str, str, str], str] = {}


def is_equal(mutant: Mutant) -> bool:
    """Whether the mistake is known to be none."""
    return any(
        mutant.path.endswith(path) and (before, after) == (mutant.before, mutant.after) for path, before, after in EQUAL
    )
