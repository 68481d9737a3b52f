"""What came of the mistakes: who was minded, and how well each family bites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from mutation.operators import Mutant
from mutation.pool import BROKEN

Outcomes = Mapping[Mutant, str]

#: A test failed; or it never came to an end.
MINDED = ("killed", "stopped")

#: What a copy ends with when the mistake can only be met by importing everything again.
APART = 71


class MeasurementError(Exception):
    """The tests fail before anything is changed, or the measuring itself does: nothing is known."""


def outcome(status: int) -> str:
    """What the end of a copy says about the mistake in it."""
    if status == BROKEN:
        raise MeasurementError
    if status == APART:
        return "apart"
    return "survived" if status == 0 else "killed" if status > 0 else "stopped"


def score(outcomes: Iterable[str]) -> float:
    """The share that some test minded."""
    all_of_them = list(outcomes)
    return sum(one in MINDED for one in all_of_them) / (len(all_of_them) or 1)


def family(path: str) -> str:
    """`rules/med` for ehelse_cli/rules/med_rader.py; a module or a folder of core/ is its own."""
    package, *rest = Path(path).with_suffix("").parts[1:]
    return f"{package}/{rest[0].split('_')[0] if package == 'rules' else rest[0]}"


def by_family(outcomes: Outcomes) -> dict[str, list[str]]:
    """What came of the mistakes in each family, by name."""
    families = defaultdict(list)
    for mutant, came in outcomes.items():
        families[family(mutant.path)].append(came)
    return dict(sorted(families.items()))


def table(outcomes: Outcomes) -> str:
    """The mistakes nobody minded, and a line for each family."""
    lines = [f"{came}: {mutant}" for mutant, came in _unminded(outcomes)]
    lines += [f"{name:28}{len(came):6}{score(came):8.1%}" for name, came in by_family(outcomes).items()]
    return "\n".join([*lines, f"{'all':28}{len(outcomes):6}{score(outcomes.values()):8.1%}"])


def result(outcomes: Outcomes) -> dict[str, object]:
    """The same for programs."""
    families = by_family(outcomes).items()
    return {
        "score": round(score(outcomes.values()), 4),
        "mistakes": len(outcomes),
        "families": {name: {"score": round(score(came), 4), "mistakes": len(came)} for name, came in families},
        "nobody minded": [str(mutant) for mutant, _ in _unminded(outcomes)],
    }


def _unminded(outcomes: Outcomes) -> list[tuple[Mutant, str]]:
    rest = [(mutant, came) for mutant, came in outcomes.items() if came not in MINDED]
    return sorted(rest, key=lambda pair: (pair[0].path, pair[0].start, pair[0].after))
