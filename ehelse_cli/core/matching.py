"""Whether enough persons can be found for several requirements at once, when some must be other persons than others."""

from collections.abc import Collection, Iterable, Iterator, Sequence

#: Two requirements that no person counts for both of.
Par = frozenset[int]


def kan_dekkes(behov: Sequence[int], personer: Iterable[frozenset[int]], skilt: Collection[Par] = ()) -> bool:
    """Whether requirement i can have `behov[i]` persons, where each person is the requirements they may count for.

    A person counts for all of theirs at once, except for two that are `skilt`. Requirements that nothing sets apart,
    not even by way of others, have nothing to do with each other, and are looked at one by one.
    """
    hver = tuple(personer)
    return all(_dekkes(gruppe, behov, hver, skilt) for gruppe in _henger_sammen(len(behov), skilt))


def _henger_sammen(antall: int, skilt: Collection[Par]) -> Iterator[frozenset[int]]:
    """The requirements in groups: two that are set apart are in the same."""
    gruppe = {nr: frozenset({nr}) for nr in range(antall)}
    for par in skilt:
        slaatt_sammen = frozenset[int]().union(*(gruppe[nr] for nr in par))
        gruppe |= dict.fromkeys(slaatt_sammen, slaatt_sammen)
    return iter(dict.fromkeys(gruppe.values()))


def _dekkes(
    gruppe: frozenset[int], behov: Sequence[int], personer: Sequence[frozenset[int]], skilt: Collection[Par]
) -> bool:
    nummer = sorted(gruppe)
    kan = {nr: [hvem for hvem, person in enumerate(personer) if nr in person] for nr in nummer}
    if any(len(kan[nr]) < behov[nr] for nr in nummer):
        return False
    if sum(par <= gruppe for par in skilt) == len(nummer) * (len(nummer) - 1) // 2:
        tatt: dict[int, int] = {}
        return all(_finn_en_til(nr, kan, tatt, set()) for nr in nummer for _ in range(behov[nr]))
    return _noen_fordeling([behov[nr] for nr in nummer], _omnummerert(nummer, personer, skilt))


# ── all set apart from each other: a person counts for one ───────────────────────────────────────────────────────────


def _finn_en_til(nr: int, kan: dict[int, list[int]], tatt: dict[int, int], sett: set[int]) -> bool:
    """One more person for the requirement: free, or let go by another that finds itself a new one (Kuhn)."""
    sett.add(nr)
    for hvem in kan[nr]:
        if hvem not in tatt:
            tatt[hvem] = nr
            return True
    for hvem in kan[nr]:
        if tatt[hvem] not in sett and _finn_en_til(tatt[hvem], kan, tatt, sett):
            tatt[hvem] = nr
            return True
    return False


# ── only some set apart: every way is followed ───────────────────────────────────────────────────────────────────────


def _omnummerert(
    nummer: Sequence[int], personer: Iterable[frozenset[int]], skilt: Collection[Par]
) -> Iterator[set[frozenset[int]]]:
    """The ways to spend each person who counts for something, by the requirements' places in `nummer`."""
    plass = {nr: ny for ny, nr in enumerate(nummer)}
    par = [frozenset(plass[nr] for nr in ett) for ett in skilt if ett <= plass.keys()]
    for person in personer:
        yield _forenlige(frozenset(plass[nr] for nr in person & plass.keys()), par)


def _noen_fordeling(behov: Sequence[int], personer: Iterable[set[frozenset[int]]]) -> bool:
    """Only what is still missing is remembered: a few hundred states for the largest council there is."""
    mangler = {tuple(max(0, antall) for antall in behov)}
    for valg in personer:
        mangler = {_trukket_fra(rest, brukt) for rest in mangler for brukt in valg}
        if (0,) * len(behov) in mangler:
            return True
    return not any(behov)


def _forenlige(kan: frozenset[int], skilt: Collection[Par]) -> set[frozenset[int]]:
    """The largest ways to spend one person without counting for two that are set apart."""
    par = next((par for par in skilt if par <= kan), None)
    if par is None:
        return {kan}
    return {valg for nr in par for valg in _forenlige(kan - {nr}, skilt)}


def _trukket_fra(rest: tuple[int, ...], brukt: frozenset[int]) -> tuple[int, ...]:
    return tuple(max(0, antall - (nr in brukt)) for nr, antall in enumerate(rest))
