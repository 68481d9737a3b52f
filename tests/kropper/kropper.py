"""One folder per body: a little tree as on disk, and in `forventet.yaml` what its mandate must say and come to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from ehelse_cli.core.mandat import Mandat
from ehelse_cli.load.dataset import Loaded, load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.load.yaml_text import compose

MAPPEN = Path(__file__).parent

#: The columns of the table of bodies: every body has a cell in each.
KOLONNER = (
    "seter",
    "leder",
    "observatoerer",
    "funksjonstid",
    "stedfortreder",
    "beslutningsdyktighet",
    "moeter",
    "oppnevning",
    "frister",
    "beslutning",
)


@dataclass(frozen=True)
class Faktum:
    """One fact of a cell: the words, and where in the head they stand (`11 @ sammensetning.seter i 2018-01-01`)."""

    kolonne: str
    tekst: str
    sti: tuple[str, ...]
    utgave: str | None

    @staticmethod
    def les(kolonne: str, linje: str) -> Faktum:
        tekst, sted = linje.split(" @ ")
        sti, _, utgave = sted.partition(" i ")
        return Faktum(kolonne, tekst, tuple(sti.split(".")), utgave or None)

    def __str__(self) -> str:
        return f"{self.kolonne}: {self.tekst}"


@dataclass(frozen=True)
class Kropp:
    """A body's folder."""

    mappe: Path

    @property
    def id(self) -> str:
        return self.mappe.name

    @cached_property
    def loaded(self) -> Loaded:
        return load(DiskTree(self.mappe))

    @cached_property
    def forventet(self) -> Mapping[str, Any]:
        return les_yaml(self.mappe / "forventet.yaml")

    @property
    def fakta(self) -> Iterator[Faktum]:
        for kolonne, linjer in self.forventet["hode"].items():
            yield from (Faktum.les(kolonne, linje) for linje in linjer)

    @property
    def proever(self) -> list[dict[str, Any]]:
        proever: list[dict[str, Any]] = self.forventet.get("proever", [])
        return proever

    @property
    def mandater(self) -> tuple[Mandat, ...]:
        return tuple(self.loaded.dataset.mandater.values())

    def mandat(self, utgave: str | None) -> Mandat:
        """The revision by its date or id; the only one where there is no more than one."""
        (ett,) = (
            mandat for mandat in self.mandater if utgave is None or utgave in (mandat.id, mandat.id.split("@")[1])
        )
        return ett

    @property
    def prosaen(self) -> str:
        return " ".join(" ".join(mandat.tekst for mandat in self.mandater).split())


@cache
def les_yaml(fil: Path) -> Mapping[str, Any]:
    """The file as containers of raw text."""
    lest = compose(fil.read_text(encoding="utf-8"))
    assert lest.problems == ()
    assert isinstance(lest.value, dict)
    return lest.value


def alle_kropper() -> list[Kropp]:
    return [Kropp(fil.parent) for fil in sorted(MAPPEN.glob("*/forventet.yaml"))]


def slaa_opp(node: Any, sti: tuple[str, ...]) -> Any:
    """The node at the path: through the long form, and into a list by an entry's id or its number."""
    for steg in sti:
        if isinstance(node, dict) and "verdi" in node and steg not in node:
            node = node["verdi"]
        if isinstance(node, list):
            node = node[int(steg)] if steg.isdecimal() else next(rad for rad in node if rad["id"] == steg)
        else:
            node = node[steg]
    return node


def ordene(node: Any) -> str:
    """Every value below the node as text."""
    if isinstance(node, dict):
        return " ".join(map(ordene, node.values()))
    return " ".join(map(ordene, node)) if isinstance(node, list) else str(node)


def noeklene(node: Any) -> Iterator[str]:
    """Every key in the node and below."""
    if isinstance(node, dict):
        yield from node
    for barn in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from noeklene(barn)


def staar_i(tekst: str, ord_: str) -> bool:
    """Whether the words stand in the text, not as part of longer ones."""
    return re.search(rf"(?<![\w-]){re.escape(ord_)}(?![\w-])", tekst) is not None
