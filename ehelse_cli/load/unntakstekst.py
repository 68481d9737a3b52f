"""What an exception says: `unntak MOT504, MOT505 -- vedtatt av rådet, sak 12/2026 (til 2026-12-31)`."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from ehelse_cli.core.kalender import les_dato

#: What every such comment begins with.
MERKE = "ehelse:"

_FORM = "Skriv «ehelse: unntak KODE -- grunn (til DATO)». Datoen kan utelates."
_SKILLE = re.compile(r"(?:^|(?<=\s))--(?=\s|$)")
_SISTE_DAG = "Avslutt kommentaren med «(til 2026-12-31)»."
_KODE = re.compile(r"[^\s,()]+")
_KODER = re.compile(r"\s*[^\s,()]+(?:\s*,\s*[^\s,()]+)*\s*")
_FOERST = re.compile(r"\s*[^\s,():]+(?:\s*,\s*[^\s,():]+)*")
_TIL = re.compile(r"\(til\s+([^()]*)\)\s*$")
#: A last day in some other form: it would count for nothing, and the exception for ever.
_NESTEN_TIL = re.compile(
    r"\(\s*(?:til|t\.o\.m|tom)\b|\b(?:til|t\.o\.m\.?|tom):?\s+\d{4}-\d{2}-\d{2}\W*$", re.IGNORECASE
)


class Innhold(Struct, frozen=True):
    """The codes with their place in the text (from 0), the reason («» when none is given), and the last day."""

    koder: tuple[tuple[str, int], ...]
    grunn: str
    til: date | None


class Formfeil(Struct, frozen=True):
    """Why the text is no exception, and what to write instead."""

    feil: str
    help: str


def les_unntak(tekst: str) -> Innhold | Formfeil:
    """Read what stands after `ehelse:`."""
    ord_ = tekst.split(maxsplit=1)
    if not ord_:
        return Formfeil("det står ikke hva som er unntatt", _FORM)
    if ord_[0] != "unntak":
        return Formfeil(
            f"«{ord_[0]}» er ikke noe ehelse forstår i en kommentar", _mente(" ".join(["unntak", *ord_[1:]]))
        )
    return _les(tekst, tekst.index("unntak") + len("unntak"))


def _les(tekst: str, start: int) -> Innhold | Formfeil:
    skille = _SKILLE.search(tekst, start)
    dato = _TIL.search(tekst, skille.end() if skille else start)
    slutt = dato.start() if dato else len(tekst)
    koder = tekst[start : skille.start() if skille else slutt]
    if not _KODER.fullmatch(koder):
        return _feil_i_kodene(koder, tekst[start:])
    grunn = tekst[skille.end() : slutt].strip() if skille else ""
    if _NESTEN_TIL.search(grunn):
        return Formfeil("siste dag er ikke skrevet slik at den blir lest", _SISTE_DAG)
    try:
        til = les_dato(dato[1].strip()) if dato else None
    except ValueError as problem:
        return Formfeil(f"siste dag: {problem}", _SISTE_DAG)
    return Innhold(tuple((kode[0], start + kode.start()) for kode in _KODE.finditer(koder)), grunn, til)


def _feil_i_kodene(koder: str, rest: str) -> Formfeil:
    """No code, words between the codes and the reason that are no `--`, or codes without a comma between."""
    foerst = _FOERST.match(koder)
    if foerst is None:
        return Formfeil("det står ikke hvilken regel som er unntatt", _FORM)
    if _SKILLE.search(rest):
        ord_ = re.findall(r"[^\s,]+", koder)
        return Formfeil("kodene skal ha komma mellom seg", _mente(f"unntak {', '.join(ord_)} {_etter(rest)}"))
    grunn = koder[foerst.end() :].strip(" \t-–—:,")
    return Formfeil("grunnen skal stå etter «--»", _mente(f"unntak {foerst[0].strip()} -- {grunn}"))


def _etter(rest: str) -> str:
    skille = _SKILLE.search(rest)
    return rest[skille.start() :].strip() if skille else ""


def _mente(tekst: str) -> str:
    return f"Mente du «{MERKE} {tekst.strip()}»?"
