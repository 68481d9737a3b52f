"""What a preview for the council shows besides what everybody may see: each closed thing as its paper, marked INTERNT.

The gate is not opened for it: the public pages are those that would go out. What is not public is told by the papers,
as `ehelse lag --intern` makes them, of the files with what is in `skjermet/` laid over. Nothing of it is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ehelse_cli.cli.opening import Opened
from ehelse_cli.cli.preview_closed import ROOT, Lukket, closed
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.load.beside import Beside
from ehelse_cli.publish.page import Site
from ehelse_cli.publish.ramme import side
from ehelse_cli.render import papers
from ehelse_cli.render.papers import Kind

_GRUPPER: Mapping[str, tuple[Kind, ...]] = {
    "Saker": ("saksframlegg",),
    "Møter": ("innkalling", "saksliste", "referat"),
    "Mandater": ("mandat",),
    "Medlemmer": ("medlemsliste",),
    "Årshjul": ("aarshjul",),
}


@dataclass(frozen=True, slots=True)
class Internt:
    """What is not public, beside the site of what is. A paper is made when somebody asks for it."""

    site: Site
    data: Dataset
    beside: Beside
    rows: tuple[Lukket, ...]

    def answer(self, path: str) -> bytes | None:
        """The page at a path; None where there is none."""
        if path == ROOT:
            grupper = [(navn, [row for row in self.rows if row.kind in kinds]) for navn, kinds in _GRUPPER.items()]
            return side(self.site, "internt", ROOT, "Det som ikke er offentlig", grupper=grupper).content
        row = next((row for row in self.rows if row.sti == path), None)
        return self._paper(row) if row else None

    def about(self, path: str) -> tuple[Lukket, ...]:
        """What is closed of what a public page is about."""
        return tuple(row for row in self.rows if row.offentlig_sti == path)

    def _paper(self, row: Lukket) -> bytes:
        dag = self.site.offentlig.dag
        try:
            ordered = papers.order(self.data, row.kind, row.id, dag=dag, utkast=row.utkast, intern=True)
            ordered = replace(ordered, les_vedlegg=self.beside.attachment, egne_maler=self.beside.templates())
            return papers.page(row.kind, ordered).encode()
        except EhelseError as problem:
            return side(self.site, "internt", row.sti, row.tittel, feil=str(problem)).content


def internal(opened: Opened, site: Site) -> Internt:
    """What is not public in the tree that the site is made of.

    Raises:
        UnreadableTwinError: if what is exempt cannot be laid over its open file.
    """
    beside = Beside(opened.root, None, intern=True)
    data = beside.with_twins(opened.data)
    return Internt(site, data, beside, closed(opened.data, data, site.offentlig))
