"""What the small languages share: whole numbers, Noark's spelling, «mente du …?», their words in Norwegian; and what
everything that is said in words shares: several in a row, a capital letter first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

Maalform = Literal["nb", "nn"]

# Plain ASCII digits, no leading zero: `014` must never quietly become 14, nor `٣` become 3.
HELTALL = r"(?:0|[1-9][0-9]{0,5})"
POSITIVT = r"[1-9][0-9]{0,3}"
# How many years, months … there are in a term or between meetings: small enough to stay inside the calendar.
LITE = r"[1-9][0-9]?"

_NOARK = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "–": "-", "\u00a0": " "})


def noark(tekst: str) -> str:
    """The text in small letters and Noark's spelling: `Høyst 2` becomes `hoeyst 2`."""
    return " ".join(tekst.lower().translate(_NOARK).split())


def mente_du(tekst: str, les: Callable[[str], object]) -> str:
    """` Mente du «…»?` when `les` understands the text in Noark's spelling, otherwise nothing."""
    forslag = noark(tekst)
    if forslag == tekst:
        return ""
    try:
        les(forslag)
    except ValueError:
        return ""
    return f" Mente du «{forslag}»?"


_BOKMAAL = {
    "hoeyst": "høyst",
    "aar": "år",
    "halvaar": "halvår",
    "maaned": "måned",
    "maaneder": "måneder",
    "virkedag_med_loerdag": "virkedag (lørdag medregnet)",
    "virkedager_med_loerdag": "virkedager (lørdag medregnet)",
    "moetet": "møtet",
    "innkalling": "innkallingen",
    "referat_utkast": "referatutkastet",
    "vedtak": "vedtaket",
    "valg": "valget",
    "aarsskiftet": "årsskiftet",
    "saksliste": "sakslisten",
    "saksdokumenter": "saksdokumentene",
    "innmelding": "innmeldingen",
    "forfall": "forfallet",
    "referat": "referatet",
    "kommentarer": "kommentarene",
    "moeteplan": "møteplanen",
    "aarshjul": "årshjulet",
}
_NYNORSK = _BOKMAAL | {
    "hoeyst": "høgst",
    "ubegrenset": "uavgrensa",
    "kvartaler": "kvartal",
    "timer": "timar",
    "dager": "dagar",
    "virkedager": "virkedagar",
    "virkedag_med_loerdag": "virkedag (laurdag medrekna)",
    "virkedager_med_loerdag": "virkedagar (laurdag medrekna)",
    "uke": "veke",
    "uker": "veker",
    "maaned": "månad",
    "maaneder": "månader",
    "innkalling": "innkallinga",
    "valg": "valet",
    "saksliste": "sakslista",
    "saksdokumenter": "saksdokumenta",
    "innmelding": "innmeldinga",
    "kommentarer": "kommentarane",
    "senest": "seinast",
}


def i_ord(ord_: str, maalform: Maalform) -> str:
    """A word of the small languages in proper Norwegian; an id of the mandate's own as it stands, its words apart."""
    ordliste = _NYNORSK if maalform == "nn" else _BOKMAAL
    return ordliste.get(ord_, ord_.replace("-", " ").replace("_", " "))


def oppramsing(ord_: Iterable[str], bindeord: str = "og") -> str:
    """`a`, `a og b`, `a, b og c`; nothing of none."""
    *foran, sist = tuple(ord_) or ("",)
    return f"{', '.join(foran)} {bindeord} {sist}" if foran else sist


def stor(tekst: str) -> str:
    """The text with a capital first letter; the rest as it stands."""
    return tekst[:1].upper() + tekst[1:]
