"""The papers of the site: every paper that may be made of what is public, as PDF and Word.

They are made of the open dataset (`public/aapent.py`), by the views and templates of `ehelse lag`: what is closed is
not there to be told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal

from ehelse_cli.public.moete import Moete, Sakspunkt
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.render.stoerrelse import stoerrelse

if TYPE_CHECKING:
    from ehelse_cli.publish.papirlager import Papirlager
    from ehelse_cli.render.papers import Kind

#: The list of what each file was made from, beside the list of what we wrote.
LISTE = ".ehelse-papirer.json"

Filformat = Literal["pdf", "docx"]

#: Which library each format takes.
_TREFFER: Mapping[Filformat, str] = {"pdf": "typst", "docx": "docx"}
#: What people call the formats, and the papers.
_NAVN: Mapping[Filformat, str] = {"pdf": "PDF", "docx": "Word"}
_TITLER: Mapping[Kind, str] = {
    "innkalling": "Innkalling",
    "saksliste": "Saksliste",
    "tilleggsinnkalling": "Tilleggsinnkalling",
    "moetepakke": "Alle papirene i én fil",
    "referat": "Referat",
    "saksframlegg": "Saksframlegg",
    "mandat": "Mandatet",
    "endringsnotat": "Hva som er endret",
    "medlemsliste": "Medlemsliste",
    "aarshjul": "Årshjul",
}


@dataclass(frozen=True, slots=True)
class Papirfil:
    """One file of a paper: its path on the site, and how many bytes it has."""

    format: Filformat
    sti: str
    byte: int

    @property
    def navn(self) -> str:
        """`PDF` or `Word`."""
        return _NAVN[self.format]

    @property
    def stoerrelse(self) -> str:
        """`82 kB`."""
        return stoerrelse(self.byte)


@dataclass(frozen=True, slots=True)
class Papir:
    """One paper that goes out: its kind, the id of what it is of, and its files."""

    slag: Kind
    av: str
    filer: tuple[Papirfil, ...]

    @property
    def tittel(self) -> str:
        """What it is called on the page it belongs to."""
        return _TITLER[self.slag]


@dataclass(frozen=True, slots=True)
class Papirer:
    """The papers of a site. `ikke_laget` are those that could not be made: kind, id, and what was wrong."""

    alle: tuple[Papir, ...] = ()
    ikke_laget: tuple[tuple[Kind, str, str], ...] = ()
    lager: Papirlager | None = None
    _av: dict[str, list[Papir]] = field(default_factory=dict, compare=False)

    def om(self, id_: str) -> tuple[Papir, ...]:
        """The papers of what has the id, in the order in which people need them."""
        if not self._av:
            for papir in self.alle:
                self._av.setdefault(papir.av, []).append(papir)
        return tuple(self._av.get(id_, ()))

    def filer(self) -> Iterator[tuple[str, bytes]]:
        """Each file with its bytes, and the list of what they were made from."""
        if self.lager is not None and self.alle:
            stier = [fil.sti for papir in self.alle for fil in papir.filer]
            yield from ((sti, self.lager.hent(sti)) for sti in stier)
            yield LISTE, self.lager.listen(stier)


def formater() -> tuple[Filformat, ...]:
    """The formats whose library is installed."""
    return tuple(format_ for format_, pakke in _TREFFER.items() if find_spec(pakke))


# ── which papers there are ───────────────────────────────────────────────────────────────────────────────────────────


def offentlige(o: Offentlig) -> Iterator[tuple[Kind, str]]:
    """Every paper that is public, by kind and id."""
    for moete in o.moeter:
        yield from ((slag, moete.id) for slag in _av_moetet(moete))
    yield from (("saksframlegg", sak.id) for sak in o.aapne_saker)
    for forum in o.forum:
        for mandat in forum.mandater:
            yield from (("mandat", mandat.id), ("endringsnotat", mandat.id))
        if forum.medlemmer:
            yield "medlemsliste", forum.id
    yield from (("aarshjul", f"aarshjul-{ett.aar}") for ett in o.aarshjul)


def _av_moetet(moete: Moete) -> Iterator[Kind]:
    """Notice and agenda when they are out; the pack when papers are; the minutes when they are published."""
    if moete.saksliste:
        if moete.innkalt:
            yield "innkalling"
        yield "saksliste"
        yield "tilleggsinnkalling"
        if any(isinstance(linje, Sakspunkt) and linje.sak for linje in moete.saksliste):
            yield "moetepakke"
    if moete.referat:
        yield "referat"
