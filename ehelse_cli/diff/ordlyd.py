"""The words of a sentence that carry a rule: how strong it is, what it denies, its numbers, what it refers to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from ehelse_cli.core.tallord import broeker, tall

Vektslag = Literal["nektelse", "styrke", "tall", "henvisning"]


@dataclass(frozen=True, slots=True)
class Vekt:
    """One word that carries a rule. `verdi` is the same for all its spellings: `må` and `skal` are one strength."""

    slag: Vektslag
    verdi: str
    ord: str = field(compare=False)
    """As it stands in the text."""


_STYRKER: Mapping[str, str] = {
    **dict.fromkeys(("skal", "må", "plikter"), "skal"),
    **dict.fromkeys(("bør", "burde"), "boer"),
    **dict.fromkeys(("kan", "kunne"), "kan"),
    **dict.fromkeys(("normalt", "vanligvis", "vanlegvis", "hovedsak", "hovudsak", "utgangspunktet"), "normalt"),
    **dict.fromkeys(("hovedregel", "hovudregel"), "normalt"),
}
_NEKTELSER: Mapping[str, str] = {
    **dict.fromkeys(("ikke", "ikkje"), "ikke"),
    **dict.fromkeys(("ingen", "inga", "intet"), "ingen"),
    "aldri": "aldri",
    **dict.fromkeys(("uten", "utan"), "uten"),
    **dict.fromkeys(("unntatt", "unntak"), "unntatt"),
    **dict.fromkeys(("bare", "berre", "kun"), "bare"),
    **dict.fromkeys(("verken", "hverken"), "verken"),
}
_AVGJOERELSER: Mapping[str, str] = {
    **dict.fromkeys(("flertall", "fleirtal", "fleirtall"), "flertall"),
    **dict.fromkeys(("enstemmig", "samrøystes", "enighet", "semje", "konsensus", "enstemmighet"), "enighet"),
    **dict.fromkeys(("dobbeltstemme", "dobbeltrøyst"), "dobbeltstemme"),
}
_GRENSER: Mapping[str, str] = {
    "minst": "minst",
    **dict.fromkeys(("høyst", "høgst", "maksimalt"), "hoeyst"),
    **dict.fromkeys(("senest", "seinast"), "senest"),
}
#: `over` and `under` are bounds only before a number: «under møtet» is none.
_OVER_UNDER = re.compile(
    r"\b(?:over|under|innen|innan)(?= (?:[0-9]|halv|én|to|tre|fire|fem|seks))"
    r"|\b(?:mer|meir|flere|fleire|mindre|færre) enn\b"
)
_MER: Mapping[str, str] = {
    **dict.fromkeys(("mindre enn", "færre enn", "under"), "under"),
    **dict.fromkeys(("innen", "innan"), "senest"),
}
_HENVISNING = re.compile(r"§+ ?[0-9]+[\w-]*|\b(?:punkt|pkt\.?|kapittel|kap\.?|artikkel) ?[0-9]+(?:[.-][0-9]+)*")
#: What is a number only when it stands with an accent or as a count: «en» and «et» are articles.
_ARTIKLER = frozenset({"en", "ei", "et", "ein"})
_UNDER_ETT = re.compile(r"\bunder eitt?\b|\bunder ett\b")
_BROEKORD = re.compile(
    r"(?:(?:en|ein|én|éin|to|tre|fire) )?(?:halv(?:part|del)|tre(?:dje)?del|(?:fjerde|fire)del|fem(?:te)?del)\w*"
    r"|(?<![0-9/])[1-9]/[1-9](?![0-9/])|[1-9][0-9]? (?:prosent|%)"
)
_ORD = re.compile(r"\w+", re.UNICODE)


def vekter(tekst: str) -> tuple[Vekt, ...]:
    """Every word of the text that carries a rule, references and fractions first."""
    rest = " ".join(tekst.lower().replace("\u00a0", " ").split())
    funnet = [Vekt("henvisning", treff[0].replace(" ", ""), treff[0]) for treff in _HENVISNING.finditer(rest)]
    rest = _UNDER_ETT.sub(" ", _HENVISNING.sub(" ", rest))
    for treff in _BROEKORD.finditer(rest):
        funnet += [Vekt("tall", str(del_), treff[0]) for del_ in broeker(treff[0])]
    for treff in _OVER_UNDER.finditer(rest):
        funnet.append(Vekt("tall", _MER.get(treff[0], "over"), treff[0]))
    return (*funnet, *_ordvekter(_BROEKORD.sub(" ", rest)))


def _ordvekter(tekst: str) -> Iterator[Vekt]:
    tabeller: tuple[tuple[Vektslag, Mapping[str, str]], ...] = (
        ("nektelse", _NEKTELSER),
        ("styrke", _STYRKER),
        ("tall", _GRENSER),
        ("tall", _AVGJOERELSER),
    )
    for ord_ in _ORD.findall(tekst):
        for slag, tabell in tabeller:
            if ord_ in tabell:
                yield Vekt(slag, tabell[ord_], ord_)
        if ord_ not in _ARTIKLER and (verdi := tall(ord_)) is not None:
            yield Vekt("tall", str(verdi), ord_)


def bare_i(en: str, annen: str) -> tuple[Vekt, ...]:
    """What the first text carries that the second does not, counted: two «skal» against one leaves one."""
    rest = Counter(vekter(annen))
    ut = []
    for vekt in vekter(en):
        if rest[vekt]:
            rest[vekt] -= 1
        else:
            ut.append(vekt)
    return tuple(ut)


#: Words that every mandate is full of: they tell no rule from another.
_VANLIGE = (
    "alle andre annen annet antall bli blir blant del dem den denne der deres det dette disse eget egen egne "
    "eller enn etter for forum fra får gir gjelder gjør har han hun hva hver hvert hvis hvilke hvilken hvor inn "
    "kreves krav man med medlem medlemmene medlemmer medlemmet meir mellom men mer møte møter møtes møtet mot nei "
    "norge norsk norske når nasjonal nasjonale nasjonalt også opp oppnevner oppnevnes over regulert råd rådet "
    "samme saker saken sak seg sin sine sitt som står til under utvalg utvalget var ved verdi være året medlemer "
    "medlemene ein eit dei vere anna frå eigen ikkje kjem "
)
_VANLIGE_ORD = frozenset(_ORD.findall(_VANLIGE))


def stammer(tekst: str) -> frozenset[str]:
    """The words that tell what the text is about, cut so that a word and its inflections are one."""
    ordene = (ord_ for ord_ in _ORD.findall(tekst) if len(ord_) > 2 or (len(ord_) == 2 and ord_.isupper()))
    smaa = (ord_.lower() for ord_ in ordene if not ord_.isdigit())
    return frozenset(ord_[:6] for ord_ in smaa if ord_ not in _VANLIGE_ORD)


def samme_ord(en: str, annen: str) -> bool:
    """Whether the texts differ in no more than punctuation, mark-up and capital letters."""
    return _ORD.findall(en.casefold()) == _ORD.findall(annen.casefold()) and vekter(en) == vekter(annen)
