"""MAN: does each group, condition and deadline of a mandate have a name of its own?"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Related
from ehelse_cli.rules.common import Path


def dobbel_id(data: Dataset, _dag: date) -> Iterator[Hit]:
    """Two entries of one list with the same `id`."""
    for mandat in data.mandater.values():
        for path, foerste, andre, id_ in _doble(mandat.hode, ()):
            hvor = ".".join(steg for steg in path if isinstance(steg, str) and steg != "verdi")
            yield Hit(
                f"under «{hvor}» er det to som heter «{id_}»",
                data.place(mandat.id, *path, andre, "id"),
                (mandat.id, hvor, id_),
                related=(Related(data.place(mandat.id, *path, foerste, "id"), "den første"),),
                help="Gi den ene en annen id. Er det den samme, skriv den én gang.",
            )


def _doble(node: Any, path: Path) -> Iterator[tuple[Path, int, int, str]]:
    """The list's place, the numbers of the first and the second, and the id they share; one for each id."""
    if isinstance(node, Mapping):
        for noekkel, verdi in node.items():
            yield from _doble(verdi, (*path, noekkel))
    elif isinstance(node, list):
        foerste: dict[str, int] = {}
        sagt: set[str] = set()
        for nr, rad in enumerate(node):
            id_ = rad.get("id") if isinstance(rad, Mapping) else None
            if isinstance(id_, str) and foerste.setdefault(id_, nr) != nr and id_ not in sagt:
                sagt.add(id_)
                yield path, foerste[id_], nr, id_
            yield from _doble(rad, (*path, nr))
