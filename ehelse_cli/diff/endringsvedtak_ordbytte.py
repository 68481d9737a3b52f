"""Words that become others within a block, quoted so that nobody can be in doubt which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ehelse_cli.diff.prosa import ordbiter

#: A block that keeps a smaller part of its words than this is better said anew.
_MINST_BEHOLDT = 0.5
#: So is one with so few words, with so many changes, or where so many words around one are needed to tell it apart.
_FAA_ORD = 4
_MANGE_BYTTER = 25
_MANGE_RUNDT = 30


@dataclass(frozen=True, slots=True)
class Ordbytte:
    """The words `fra`, which stand once in the block, become `til`. Empty `til`: they go."""

    fra: str
    til: str


@dataclass(frozen=True, slots=True)
class _Stykke:
    """The old words from `fra` up to `til`, and what is to stand there."""

    fra: int
    til: int
    nytt: tuple[str, ...]


def kan_siteres(tekst: str) -> bool:
    """Whether the text can stand between guillemets: those within it open and close in pairs."""
    dybde = 0
    for tegn in tekst:
        dybde += (tegn == "«") - (tegn == "»")
        if dybde < 0:
            return False
    return dybde == 0 and bool(tekst)


def ordbytter(gammel: str, ny: str) -> tuple[Ordbytte, ...]:
    """The changes from the one to the other, each with so many words around it that they stand once in the old.

    None where little is kept, or where no such words can be quoted.
    """
    a = gammel.split(" ")
    stykker = list(_stykker(gammel, ny))
    beholdt = len(a) - sum(stykke.til - stykke.fra for stykke in stykker)
    if len(a) <= _FAA_ORD or len(stykker) > _MANGE_BYTTER or beholdt < _MINST_BEHOLDT * max(len(a), len(ny.split(" "))):
        return ()
    entydige = _entydige(a, stykker)
    if entydige is None or sum(stykke.til - stykke.fra for stykke in entydige) > _MINST_BEHOLDT * len(a):
        return ()
    return tuple(Ordbytte(" ".join(a[st.fra : st.til]), " ".join(st.nytt)) for st in entydige)


def _stykker(gammel: str, ny: str) -> Iterator[_Stykke]:
    """The stretches that are not alike."""
    plass = 0
    stykke: _Stykke | None = None
    for bit in ordbiter(gammel, ny):
        ordene = tuple(bit.tekst.split(" "))
        if bit.slag == "lik":
            if stykke:
                yield stykke
            stykke = None
        else:
            stykke = stykke or _Stykke(plass, plass, ())
            nytt, borte = (ordene, ()) if bit.slag == "ny" else ((), ordene)
            stykke = _Stykke(stykke.fra, stykke.til + len(borte), (*stykke.nytt, *nytt))
        plass += 0 if bit.slag == "ny" else len(ordene)
    if stykke:
        yield stykke


def _entydige(a: Sequence[str], stykker: list[_Stykke]) -> list[_Stykke] | None:
    """The stretches made longer, a word at a time to the left and to the right, until each can be told from the rest.

    Those that meet become one. None where one cannot be told apart within reason.
    """
    nr, mot_venstre, rundt = 0, True, 0
    while nr < len(stykker):
        if _er_entydig(a, stykker[nr]):
            nr, mot_venstre, rundt = nr + 1, True, 0
            continue
        if rundt == _MANGE_RUNDT or (stykker[nr].fra == 0 and stykker[nr].til == len(a)):
            return None
        rundt += 1
        venstre = (mot_venstre and stykker[nr].fra > 0) or stykker[nr].til == len(a)
        nr = _lengre(a, stykker, nr, venstre=venstre)
        mot_venstre = not mot_venstre
    return stykker


def _lengre(a: Sequence[str], stykker: list[_Stykke], nr: int, *, venstre: bool) -> int:
    """Make one stretch a word longer, or one with its neighbour where no word lies between; its new number."""
    en = stykker[nr]
    if venstre:
        if nr > 0 and stykker[nr - 1].til == en.fra:
            stykker[nr - 1 : nr + 1] = [_samlet(stykker[nr - 1], en)]
            return nr - 1
        stykker[nr] = replace(en, fra=en.fra - 1, nytt=(a[en.fra - 1], *en.nytt))
    elif nr + 1 < len(stykker) and stykker[nr + 1].fra == en.til:
        stykker[nr : nr + 2] = [_samlet(en, stykker[nr + 1])]
    else:
        stykker[nr] = replace(en, til=en.til + 1, nytt=(*en.nytt, a[en.til]))
    return nr


def _samlet(en: _Stykke, neste: _Stykke) -> _Stykke:
    return _Stykke(en.fra, neste.til, (*en.nytt, *neste.nytt))


def _er_entydig(a: Sequence[str], stykke: _Stykke) -> bool:
    fra, til = " ".join(a[stykke.fra : stykke.til]), " ".join(stykke.nytt)
    return kan_siteres(fra) and (not til or kan_siteres(til)) and _staar_en_gang(" ".join(a), fra)


def _staar_en_gang(tekst: str, hva: str) -> bool:
    """Whether the text stands there once, counted as a reader sees it: across another such place, and within words."""
    foerste = tekst.find(hva)
    return foerste >= 0 and tekst.find(hva, foerste + 1) < 0


def bytt_ord(tekst: str, bytter: Sequence[Ordbytte]) -> str:
    """The text with the words changed; all are found in the text as it was.

    Raises:
        ValueError: if words stand there more than once or not at all, or two changes are about the same words.
    """
    ordene = tekst.split(" ")
    stykker = sorted((_finn(tekst, ordene, bytte) for bytte in bytter), key=lambda stykke: stykke.fra)
    resultat: list[str] = []
    sist = 0
    for stykke in stykker:
        if stykke.fra < sist:
            raise ValueError("to endringer gjelder de samme ordene")
        resultat += [*ordene[sist : stykke.fra], *stykke.nytt]
        sist = stykke.til
    return " ".join([*resultat, *ordene[sist:]])


def _finn(tekst: str, ordene: Sequence[str], bytte: Ordbytte) -> _Stykke:
    fra = bytte.fra.split(" ")
    steder = [nr for nr in range(len(ordene) - len(fra) + 1) if list(ordene[nr : nr + len(fra)]) == fra]
    if len(steder) != 1 or not _staar_en_gang(tekst, bytte.fra):
        hvor = "flere steder" if steder else "ikke"
        raise ValueError(f"«{bytte.fra}» står {hvor} i teksten som skal endres")
    nytt = tuple(bytte.til.split(" ")) if bytte.til else ()
    return _Stykke(steder[0], steder[0] + len(fra), nytt)
