"""Case numbers as each council writes them: `7/2020`, `07-20`, `012/24 B`, `BU 2024/3`.

A scheme (`saksnummer:` of the forum) says the order and the printed form: `N`, `NN`, `NNN` is the number with that many
digits at least, `AA` and `AAAA` the year, `T` the letter of the type of case. Everything else stands for itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from msgspec import Struct

_LEDD = re.compile(r"(?<![^\W\d_])(N{1,3}|AAAA|AA|T)(?![^\W\d_])")
# Three digits at most for the number: `2020/20` under N/AAAA is the year and the number swapped, not case 2020.
_LEST = {"N": r"(?P<nummer>[0-9]{1,3})", "A": r"(?P<aar>(?:19|20)?[0-9]{2})", "T": r"(?P<bokstav>[A-Za-zÆØÅæøå])?"}


@dataclass(frozen=True, slots=True)
class Saksnummer:
    """One case of a forum. The letter only follows from the type of case, and tells no cases apart."""

    aar: int
    nummer: int
    bokstav: str | None = field(default=None, compare=False)


class Saksnummerordning(Struct, frozen=True):
    """How a forum numbers its cases. Make it with `parse`."""

    tekst: str

    @classmethod
    def parse(cls, tekst: str) -> Saksnummerordning:
        """Read a scheme. Raises ValueError unless it has one number, one year and at most one letter."""
        slag = [ledd[0] for ledd in _LEDD.findall(tekst)]
        if sorted(slag) not in (["A", "N"], ["A", "N", "T"]):
            raise ValueError(
                f"«{tekst}» er ikke en ordning for saksnummer. Skriv N, NN eller NNN for nummeret, AA eller AAAA for "
                "året og eventuelt T for sakstypens bokstav, for eksempel «N/AAAA» eller «NNN/AA T»."
            )
        return cls(tekst)

    def les(self, tekst: str) -> Saksnummer:
        """Read a number as people write it: `7/20`, `07/20` and `7/2020` are one. Two-digit years are 20YY.

        Raises ValueError with a Norwegian message that shows the forum's own form.
        """
        lest = _les(self.tekst, tekst)
        if lest is None:
            raise ValueError(
                f"«{tekst}» er ikke et saksnummer her. Numrene skrives {self.tekst}, "
                f"for eksempel «{self.skriv(2024, 7)}»."
            )
        return lest

    def skriv(self, aar: int, nummer: int, bokstav: str | None = None) -> str:
        """The number as printed. A letter is left out where there is none, or where the scheme has no place for it.

        Raises ValueError if the scheme has two digits for the year, and the year is not in this century.
        """

        def ledd(kode: str) -> str:
            if kode == "T":
                return bokstav or ""
            if kode == "AA" and aar // 100 != 20:
                raise ValueError(f"Ordningen «{self.tekst}» har to sifre til året, og {aar} er ikke et 20-tall.")
            return f"{aar % 100:02}" if kode == "AA" else str(aar) if kode == "AAAA" else f"{nummer:0{len(kode)}}"

        biter = (ledd(bit) if nr % 2 else bit for nr, bit in enumerate(_biter(self.tekst)))
        return "".join(biter).strip(" /-.")

    def __str__(self) -> str:
        return self.tekst


def sak_id(forum: str, aar: int, nummer: int) -> str:
    """The case's id in the whole tree: `skate-2020-7`."""
    return f"{forum}-{aar}-{nummer}"


@cache  # every rule about numbers asks for each number
def _les(ordning: str, tekst: str) -> Saksnummer | None:
    treff = _moenster(ordning).fullmatch(tekst)
    if treff is None or int(treff["nummer"]) == 0:
        return None
    bokstav = treff.groupdict().get("bokstav")
    aar = int(treff["aar"])
    return Saksnummer(aar if aar > 99 else 2000 + aar, int(treff["nummer"]), bokstav.upper() if bokstav else None)


@cache
def _moenster(ordning: str) -> re.Pattern[str]:
    """What is understood under a scheme: its parts in its order; signs between loosely, words and letter optional."""
    biter = enumerate(_biter(ordning))
    return re.compile("".join(_LEST[bit[0]] if nr % 2 else _mellom(bit) for nr, bit in biter), re.ASCII)


@cache
def _biter(ordning: str) -> tuple[str, ...]:
    """A scheme in pieces: every other one is a part, and those between stand for themselves."""
    return tuple(_LEDD.split(ordning))


def _mellom(bit: str) -> str:
    """The pattern of what stands between two parts of a scheme: words may be left out, `/` and `-` are one."""
    return "".join(
        " ?[/-] ?" if ledd in "/-" else " ?" if ledd == " " else f"(?:{re.escape(ledd)})?"
        for ledd in re.findall(r"[^\W_]+|[\W_]", bit)
    )
