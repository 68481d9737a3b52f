"""What the archive must do so that eInnsyn holds what we hold: create, change, take away. Ids and kinds only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Hva = Literal["opprett", "endre", "slett"]
#: What can be taken away or changed by itself, and by which address. What is not here goes with the one that holds it.
_STIER = {
    "moetemappe": "moetemappe",
    "moetesak": "moetesak",
    "moetedokument": "moetedokument",
    "vedtak": "vedtak",
    "utredning": "utredning",
    "dokumentbeskrivelse": "dokumentbeskrivelse",
    "utredningsdokument": "dokumentbeskrivelse",
}
_REKKEFOELGE = ("slett", "opprett", "endre")


@dataclass(frozen=True, slots=True)
class Steg:
    """One thing to do with one object. `under` is the object that holds it."""

    hva: Hva
    slag: str
    id: str
    under: str | None = None

    @property
    def kall(self) -> str:
        """The call that the archive makes; `{arkivdel}` is theirs to fill in."""
        if self.hva == "endre":
            return f"PATCH /{_STIER[self.slag]}/{self.id}"
        if self.hva == "slett":
            return f"DELETE /{_STIER[self.slag]}/{self.id}"
        return f"POST /{self.under or 'arkivdel/{arkivdel}'}/{self.slag}"


@dataclass(frozen=True, slots=True)
class _Ting:
    """An object by its id: its own fields without what it holds, and the address of what holds it."""

    slag: str
    egne: str
    under: str | None


def plan(foer: Sequence[Mapping[str, Any]], naa: Sequence[Mapping[str, Any]]) -> tuple[Steg, ...]:
    """From what was exported last to what is exported now.

    What is gone is taken away by name, since lists there are added to and never replaced; what is inside something else
    that is new or gone goes with it.
    """
    gamle, nye = dict(_ting(foer, "moetemappe", None)), dict(_ting(naa, "moetemappe", None))
    steg = [
        *_bare_i("slett", gamle, nye),
        *_bare_i("opprett", nye, gamle),
        *(Steg("endre", ting.slag, id_) for id_, ting in nye.items() if id_ in gamle and gamle[id_].egne != ting.egne),
    ]
    return tuple(sorted(steg, key=lambda ett: (_REKKEFOELGE.index(ett.hva), ett.slag, ett.id)))


def _bare_i(hva: Hva, her: Mapping[str, _Ting], der: Mapping[str, _Ting]) -> Iterator[Steg]:
    for id_, ting in her.items():
        if id_ in der:
            continue
        forelder = ting.under.rpartition("/")[2] if ting.under else None
        if forelder is None or forelder in der:
            yield Steg(hva, ting.slag, id_, ting.under)


def _ting(objekter: Sequence[Mapping[str, Any]], slag: str, under: str | None) -> Iterator[tuple[str, _Ting]]:
    """Everything with an address of its own, however deep."""
    for objekt in objekter:
        id_ = str(objekt["systemId"])
        deler = {
            navn: [verdi] if isinstance(verdi, dict) else verdi for navn, verdi in objekt.items() if navn in _STIER
        }
        egne = {navn: verdi for navn, verdi in objekt.items() if navn not in _STIER}
        yield id_, _Ting(slag, repr(sorted(egne.items())), under)
        for navn, verdier in deler.items():
            yield from _ting(verdier, navn, f"{_STIER[slag]}/{id_}")


_TITLER = {"slett": "Slett", "opprett": "Opprett", "endre": "Endre"}


def som_markdown(steg: Sequence[Steg]) -> str:
    """The plan for people: first what must go. It tells no title: what is to be taken away may have become exempt."""
    if not steg:
        return "# Plan for eInnsyn\n\nIngenting er endret siden forrige eksport.\n"
    linjer = ["# Plan for eInnsyn", ""]
    for hva in _REKKEFOELGE:
        egne = [ett for ett in steg if ett.hva == hva]
        if egne:
            linjer += [f"## {_TITLER[hva]} ({len(egne)})", ""]
            linjer += [f"- `{ett.kall}`" + (f" (systemId `{ett.id}`)" if hva == "opprett" else "") for ett in egne]
            linjer.append("")
    return "\n".join(linjer)
