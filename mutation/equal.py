"""Mistakes that change nothing anyone can see, each with the reason: they are not counted."""

from __future__ import annotations

from mutation.operators import Mutant

#: (path below ehelse_cli, function, what stood there, what stands there instead): why nobody could mind.
EQUAL: dict[tuple[str, str, str, str], str] = {
    ("core/naervaer.py", "Naervaer._etter_sakene", "0", "(1)"): "the default stands only where nothing is known anyway",
    ("rules/prognose.py", "_dager", "dag < en < slutt", "(dag <= en < slutt)"): "the day itself is in the set already",
    ("rules/prognose.py", "_dager", "dag < en < slutt", "(dag < en <= slutt)"): "the last day is in the set already",
}


def is_equal(mutant: Mutant) -> bool:
    """Whether the mistake is known to be none."""
    path = mutant.path.removeprefix("ehelse_cli/")
    return (path, mutant.function, mutant.before, mutant.after) in EQUAL
