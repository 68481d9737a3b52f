"""The free account of a meeting without what was said of certain cases: those that are exempt, or not public yet."""

from __future__ import annotations

import re
from collections.abc import Callable

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.nevnt import nevnte_saker

_OVERSKRIFT = re.compile(r"^[ \t>]{0,8}(?P<grad>#{1,6})(?:[ \t]|$)|^[ \t>]*<h(?P<html>[1-6])\b", re.IGNORECASE)
_UNDERSTREKET = re.compile(r"^ {0,3}(?:=+|-+)[ \t]*$")
_GJERDE = re.compile(r"^ {0,3}(?:`{3,}|~{3,})")
#: What may stand before the number where a line begins with a case: marks, and words for it.
_FORAN = re.compile(r"(?:\d{1,3}[.)]\s)?(?:\W|_|\b(?:sak\w*|nr|nummer|unntatt|lukket)\b)*", re.IGNORECASE)
#: What may stand between two such numbers.
_MELLOM = re.compile(r"[\s,;&–*_]*(?:og|til|samt)?[\s*_]*(?:sak\s+)?", re.IGNORECASE)
#: So much of a line is looked at.
_BEGYNNELSE = 80
#: The level that a heading has which is not written with signs.
_VANLIG_GRAD = 2


def uten_saker(data: Dataset, forum: str, tekst: str, er_lukket: Callable[[str], bool]) -> str:
    """The account without what stands below the number of a case, by its id, that `er_lukket`.

    A heading that names such a case closes the text, wherever in it the number is; so does a line that begins with one.
    It opens again at a heading of the same level or above that names none; nothing inside a fence is a heading.
    """
    ut: list[str] = []
    grad, i_gjerde = 0, False
    linjer = tekst.split("\n")
    for rad, neste in zip(linjer, [*linjer[1:], ""], strict=True):
        i_gjerde ^= bool(_GJERDE.match(rad))
        denne = 0 if i_gjerde else _grad(rad, neste)
        nevnt = rad if denne else _begynnelsen(data, forum, rad)
        if nevnt and any(er_lukket(id_) for _, id_ in nevnte_saker(data, forum, nevnt)):
            grad = min(grad or denne or _VANLIG_GRAD, denne or _VANLIG_GRAD)
        elif grad and denne and denne <= grad:
            grad = 0
        if not grad:
            ut.append(rad)
    return "\n".join(ut).strip("\n")


def _grad(rad: str, neste: str) -> int:
    """The level of the heading that the line is; 0 where it is none."""
    treff = _OVERSKRIFT.match(rad)
    if treff:
        return len(treff["grad"]) if treff["grad"] else int(treff["html"])
    return _VANLIG_GRAD if rad.strip() and _UNDERSTREKET.match(neste) and not _UNDERSTREKET.match(rad) else 0


def _begynnelsen(data: Dataset, forum: str, rad: str) -> str:
    """The numbers that a line begins with: «Sak 9/2026», in whatever dress, and those that are joined to it."""
    begynner = rad[:_BEGYNNELSE]
    slutt = 0
    for skrevet, _ in nevnte_saker(data, forum, begynner):
        foer, fant, _ = begynner[slutt:].partition(skrevet)
        if not fant or not (_MELLOM if slutt else _FORAN).fullmatch(foer):
            break
        slutt += len(foer) + len(fant)
    return begynner[:slutt]
