"""Links in public bodies: those that lead to what is open get its address, all others become the words they are.

A body goes out as it is written, also to those who read its Markdown. So what a page would not show goes too: comments,
and the list of where links lead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pyromark
from msgspec import Struct, field

from ehelse_cli.core.lenker import Lenke

#: From a path in the tree (`data/saker/…`) to an address on the site; None for what does not go out.
Adresse = Callable[[str], str | None]

_OPTIONS = pyromark.Options.ENABLE_TABLES
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_WRITTEN_OUT = frozenset({"Inline", "Autolink", "Email"})
#: What an address cannot have where a link is written without brackets.
_AWKWARD = re.compile(r"[\s()<>]")
#: Definitions of one name come to light one by one.
_MOST_ROUNDS = 100

#: From byte, to byte, what to put there instead.
_Edit = tuple[int, int, bytes]


def med_aapne_lenker(tekst: str, sti: str, adresse: Adresse) -> str:
    """The body of the file at `sti`. The name of a file that stays inside is gone with its link; so are pictures."""
    if "[" not in tekst and "<!" not in tekst:
        return tekst
    raa = tekst.encode()
    ytterst = _Ramme()
    rammer = [ytterst]
    for event, span in pyromark.events_with_range(tekst, options=_OPTIONS):
        _ta(event, (span["start"], span["end"]), raa, rammer, _Veiviser(sti, adresse))
    return _uten_definisjoner(_endret(raa, 0, len(raa), ytterst.endringer).decode()).strip("\n")


class _Veiviser(Struct, frozen=True):
    """Where links in a file lead."""

    sti: str
    adresse: Adresse

    def skrevet(self, slag: str, maal: str, ord_: bytes) -> bytes | None:
        """The link as it is to stand; None as it stands."""
        fil = Lenke("", maal, 0, 1, 0, er_bilde=False).fil(self.sti)
        if fil is None and not maal.startswith("/"):
            return None if slag in _WRITTEN_OUT else _lenke(ord_, maal)
        til = self.adresse(fil) if fil is not None else None
        return _lenke(ord_, til) if til else ord_


def _lenke(ord_: bytes, til: str) -> bytes:
    return b"[%s](%s)" % (ord_, (f"<{til}>" if _AWKWARD.search(til) else til).encode())


class _Ramme(Struct):
    """A link or a picture on its way, or the whole text: where its words are, and what is to change in them."""

    slag: str = ""
    maal: str = ""
    fra: int | None = None
    til: int = 0
    endringer: list[_Edit] = field(default_factory=list)


def _ta(event: Any, span: tuple[int, int], raa: bytes, rammer: list[_Ramme], vei: _Veiviser) -> None:
    """One event: a link or a picture that begins or ends, what is in one, or raw HTML."""
    begynt, slutt = (event.get("Start"), event.get("End")) if isinstance(event, dict) else (None, None)
    lenke = next(iter(begynt.values())) if isinstance(begynt, dict) and begynt.keys() & {"Link", "Image"} else None
    if slutt in ("Link", "Image"):
        ramme = rammer.pop()
        ord_ = b"" if ramme.fra is None else _endret(raa, ramme.fra, ramme.til, ramme.endringer)
        ny = vei.skrevet(ramme.slag, ramme.maal, ord_)
        endringer = [(*span, ny)] if ny is not None else ramme.endringer
        rammer[-1].endringer += endringer
    elif isinstance(event, dict) and event.get("Text") == "<" and (kommentar := _COMMENT.match(raa, span[0])):
        # A blank line ends a comment that began within a paragraph. Whoever wrote it meant all of it.
        for ramme in {id(en): en for en in (rammer[0], rammer[-1])}.values():
            ramme.endringer.append((*kommentar.span(), b""))
    elif begynt == "HtmlBlock" or (isinstance(event, dict) and "InlineHtml" in event):
        rammer[-1].endringer += [
            (span[0] + en.start(), span[0] + en.end(), b"") for en in _COMMENT.finditer(raa[slice(*span)])
        ]
    if len(rammer) > 1:  # what is inside a link is among its words
        rammer[-1].fra = span[0] if rammer[-1].fra is None else min(rammer[-1].fra, span[0])
        rammer[-1].til = max(rammer[-1].til, span[1])
    if lenke is not None:
        rammer.append(_Ramme(lenke["link_type"], lenke["dest_url"]))


def _endret(raa: bytes, fra: int, til: int, endringer: list[_Edit]) -> bytes:
    """The bytes between two places with the changes made; of what begins within another, nothing is left."""
    ut, her = [], fra
    for start, slutt, ny in sorted(endringer):
        if start >= her:
            ut += [raa[her:start], ny]
        her = max(her, slutt)
    return b"".join((*ut, raa[her:til]))


def _uten_definisjoner(tekst: str) -> str:
    """Without the lines that say where links lead: each link says it itself by now."""
    for _ in range(_MOST_ROUNDS):
        funnet = pyromark.reference_definitions(tekst, options=_OPTIONS) if "]:" in tekst else {}
        if not funnet:
            break
        raa = tekst.encode()
        tekst = _endret(
            raa, 0, len(raa), [(en["span"]["start"], en["span"]["end"], b"") for en in funnet.values()]
        ).decode()
    return tekst
