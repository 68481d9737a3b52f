"""Whether enough different persons can be found for several requirements at once."""

from collections.abc import Sequence


def kan_dekkes(krav: Sequence[tuple[int, frozenset[str]]]) -> bool:
    """Whether each requirement (how many, among whom) can get its persons when nobody counts for two.

    Augmenting paths in the bipartite graph of places and persons; a council is small, so no library is worth its weight.
    """
    plasser = [mulige for antall, mulige in krav for _ in range(antall)]
    tatt: dict[str, int] = {}
    return all(_finn(nr, plasser, tatt, set()) for nr in range(len(plasser)))


def _finn(plass: int, plasser: Sequence[frozenset[str]], tatt: dict[str, int], sett: set[str]) -> bool:
    for person in sorted(plasser[plass] - sett):
        sett.add(person)
        if person not in tatt or _finn(tatt[person], plasser, tatt, sett):
            tatt[person] = plass
            return True
    return False
