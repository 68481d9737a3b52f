"""The free account of a meeting without what was said of certain cases: those that are exempt, or not public yet."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.nevnt import kan_nevne, nevnte_saker, slik_det_leses

_OVERSKRIFT = re.compile(r"^[ \t>]{0,8}(?P<grad>#{1,6})(?:[ \t]|$)|^[ \t>]*<h(?P<html>[1-6])\b", re.IGNORECASE)
#: In a quotation or in code a heading closes as any other, but it ends nothing.
_INNI_NOE = re.compile(r"^(?: {4}|[ \t]*[\t>])")
_UNDERSTREKET = re.compile(r"^ {0,3}(?:=+|-+)[ \t]*$")
_GJERDE = re.compile(r"^ {0,3}(?P<gjerde>`{3,}|~{3,})(?P<etter>.*)")
#: A number that leaves the year to the meeting: «Sak 3: …».
_UTEN_AAR = re.compile(
    r"\bsak(?:en|ene|s?nr|snummer)?[.:]? (?:nr\.? ?|nummer )?(?P<nummer>\d{1,3})(?![\d/]| /|-\d)", re.IGNORECASE
)
#: What may stand before the number where a line begins with a case: marks, and words for it.
_FORAN = re.compile(r"(?:\d{1,3}[.)]\s)?(?:\W|_|\b(?:sak\w*|nr|nummer|unntatt|lukket)\b)*", re.IGNORECASE)
#: What may stand between two such numbers.
_MELLOM = re.compile(r"[\s,;&-]*(?:og|til|samt)?\s*(?:sak\s+)?", re.IGNORECASE)
#: So much of a line is looked at.
_BEGYNNELSE = 80
#: The level that a heading has which is not written with signs.
_VANLIG_GRAD = 2


def uten_saker(
    data: Dataset, forum: str, tekst: str, er_lukket: Callable[[str], bool], lukkede: Collection[str | None] = ()
) -> str:
    """The account without what stands below the number of a case, by its id, that `er_lukket`.

    A heading that names such a case closes the text, wherever in it the number is; so does a line that begins with one.
    A number without its year is that of one of the meeting's own cases, if it may be one of the `lukkede`. It opens
    again at a heading of the same level or above that names none; nothing inside a fence is a heading.
    """
    uten_aar = frozenset(id_.rpartition("-")[2].lstrip("0") for id_ in lukkede if id_)

    def nevner_lukket(rad: str, *, overskrift: bool) -> bool:
        nevnt = rad if overskrift else _begynnelsen(data, forum, rad)
        navngitt = any(er_lukket(id_) for _, id_ in nevnte_saker(data, forum, nevnt))
        return navngitt or _er_uten_aar(rad, uten_aar, overskrift=overskrift)

    ut: list[str] = []
    grad, gjerde = 0, ""
    linjer = tekst.split("\n")
    for rad, neste in zip(linjer, [*linjer[1:], ""], strict=True):
        if "```" in rad or "~~~" in rad:
            gjerde = _gjerdet(gjerde, rad)
        denne = 0 if gjerde else _grad(rad, neste)
        if kan_nevne(rad) and nevner_lukket(rad, overskrift=bool(denne)):
            grad = min(grad or denne or _VANLIG_GRAD, denne or _VANLIG_GRAD)
        elif grad and 0 < denne <= grad and not _INNI_NOE.match(rad):
            grad = 0
        if not grad:
            ut.append(rad)
    return "\n".join(ut).strip("\n")


def _gjerdet(gjerde: str, rad: str) -> str:
    """The fence that the line is in; one is closed by as many of its own signs, alone."""
    treff = _GJERDE.match(rad)
    if treff is None:
        return gjerde
    if not gjerde:
        return treff["gjerde"]
    return "" if treff["gjerde"].startswith(gjerde) and not treff["etter"].strip() else gjerde


def _er_uten_aar(rad: str, numre: Collection[str], *, overskrift: bool) -> bool:
    """Whether a heading, or a line by its first words, names one of the numbers without a year."""
    lest = slik_det_leses(rad[:_BEGYNNELSE]) if numre else ""
    treff = _UTEN_AAR.search(lest)
    if treff is None or treff["nummer"].lstrip("0") not in numre:
        return False
    return overskrift or _FORAN.fullmatch(lest[: treff.start()]) is not None


def _grad(rad: str, neste: str) -> int:
    """The level of the heading that the line is; 0 where it is none."""
    treff = _OVERSKRIFT.match(rad)
    if treff:
        return len(treff["grad"]) if treff["grad"] else int(treff["html"])
    return _VANLIG_GRAD if rad.strip() and _UNDERSTREKET.match(neste) and not _UNDERSTREKET.match(rad) else 0


def _begynnelsen(data: Dataset, forum: str, rad: str) -> str:
    """The numbers that a line begins with: «Sak 9/2026», in whatever dress, and those that are joined to it."""
    begynner = slik_det_leses(rad[:_BEGYNNELSE])
    slutt = 0
    for skrevet, _ in nevnte_saker(data, forum, begynner):
        foer, fant, _ = begynner[slutt:].partition(skrevet)
        if not fant or not (_MELLOM if slutt else _FORAN).fullmatch(foer):
            break
        slutt += len(foer) + len(fant)
    return begynner[:slutt]
