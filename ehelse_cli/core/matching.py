"""Whether enough persons can be found for several requirements at once, when some must be other persons than others."""

from collections.abc import Collection, Iterable, Sequence

#: Two requirements that no person counts for both of.
Par = frozenset[int]


def kan_dekkes(behov: Sequence[int], personer: Iterable[frozenset[int]], skilt: Collection[Par] = ()) -> bool:
    """Whether requirement i can have `behov[i]` persons, where each person is the requirements they may count for.

    A person counts for all of theirs at once, except for two that are `skilt`. Every way to spend a person is
    followed, but only what is still missing is remembered: a few hundred states for the largest council there is.
    """
    mangler = {tuple(max(0, antall) for antall in behov)}
    for kan in personer:
        valg = _forenlige(kan, skilt)
        mangler = {_trukket_fra(rest, brukt) for rest in mangler for brukt in valg}
    return any(not any(rest) for rest in mangler)


def _forenlige(kan: frozenset[int], skilt: Collection[Par]) -> set[frozenset[int]]:
    """The largest ways to spend one person without counting for two that are set apart."""
    par = next((par for par in skilt if par <= kan), None)
    if par is None:
        return {kan}
    return {valg for nr in par for valg in _forenlige(kan - {nr}, skilt)}


def _trukket_fra(rest: tuple[int, ...], brukt: frozenset[int]) -> tuple[int, ...]:
    return tuple(max(0, antall - (nr in brukt)) for nr, antall in enumerate(rest))
